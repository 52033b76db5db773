"""Sent letters for the tests of what happens after sending."""

from datetime import timedelta

from django.utils import timezone

from consultation.models import Letter, LetterState, PointKind, SenderKind, Sharing


def close(consultation):
    """Lets a consultation have closed yesterday."""
    now = timezone.now()
    consultation.opens_at, consultation.closes_at = now - timedelta(days=20), now - timedelta(days=1)
    consultation.save()
    return consultation


def letter(consultation, body, author, *points, sender_kind=SenderKind.PERSONAL, sharing=Sharing.PUBLIC, **fields):
    """A letter that counts, with `points`: (wording or None, text) each; a text alone is about the whole."""
    sent_at = consultation.opens_at + timedelta(days=1)
    sent = Letter.objects.create(
        consultation=consultation,
        body=body,
        author=author,
        sender_kind=sender_kind,
        capacity="raadslid",
        sharing=sharing,
        decided_on=timezone.localdate(sent_at) if SenderKind(sender_kind).follows_a_decision else None,
        state=LetterState.SENT,
        number=f"RZ-T-{Letter.objects.count() + 1:04}",
        created_at=sent_at,
        sent_at=sent_at,
        confirmed_at=sent_at,
        **fields,
    )
    for wording, text in points:
        sent.points.create(
            wording=wording,
            quoted_text=wording.text if wording else "",
            kind=PointKind.WISH if wording else "",
            text=text,
        )
    return sent
