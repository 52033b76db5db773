"""Mails to those who write a letter together: what one of them does, all of them read."""

from django.urls import reverse

from consultation.authorship import named, sentence, told
from consultation.mails import GROUP
from consultation.models.letter_choices import BROUGHT_BACK_FOR
from partners.ground import mail

DAYS = BROUGHT_BACK_FOR.days


def readers_of(letter, *, acted=None):
    """The people who read what becomes of `letter`: all of its group, or the one who wrote or `acted` in it alone."""
    if not letter.is_shared:
        return [user for user in [acted or letter.author] if user]
    return list({mandate.user_id: mandate.user for mandate in letter.group.order_by("user__email")}.values())


def post(kind, letter, *, to, **context):
    """Queues a mail of `kind` about `letter` to each of the people `to`; it leaves once the transaction holds."""
    context |= {"letter": letter, "point_count": letter.points.whole().count()}
    for reader in to:
        mail.queue(kind, to=reader.email, context=context)


def tell_others(letter, *, by, heading, sentences, link="Naar de pagina ‘Samen schrijven’", page="consultation:group"):
    """Mails the group of `letter`, without `by` who did it, what was done; `link` leads to its `page`."""
    others = [reader for reader in readers_of(letter) if reader != by]
    path = reverse(page, args=[letter.pk])
    post(GROUP, letter, to=others, heading=heading, sentences=sentences, link=link, path=path)


def tell_of_change(change):
    """Mails the group that somebody changes or removed what another wrote."""
    letter = change.letter
    tell_others(
        letter,
        by=change.by,
        heading=f"{sentence(named(change.by))} wijzigt de reactie {letter.in_name_of}",
        sentences=[
            f"{told(change, None)}. Iemand anders van de groep had dat geschreven.",
            "Op de pagina ‘Samen schrijven’ staat wie wat wijzigde, en wat er eerder stond. "
            f"Dat kunt u daar {DAYS} dagen lang terugzetten.",
            "Wijzigt dezelfde persoon vandaag nog meer? Dan krijgt u daarover geen nieuwe mail.",
        ],
    )
