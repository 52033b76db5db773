"""The page of the bodies that were invited, and the page on which one says what such a body will do."""

from collections import Counter
from dataclasses import dataclass

from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.text import capfirst
from django.views.decorators.http import require_safe

from consultation import actions
from consultation.access import form_page
from consultation.actions.inviting import INVITATION_SALT
from consultation.forms.inviting import InvitationForm
from consultation.models import OWN_NAME, Consultation, Invitation, InvitationState, Letter, Phase
from partners.ground.links import opened, unlisted
from partners.ground.publishing import shown_to
from partners.ground.sorting import SortKey
from partners.ground.state.prepared_rows import PreparedRows
from partners.ground.templatetags.dutch import day, moment, number
from partners.models import ASSEMBLIES, Body, BodyKind
from partners.tiles import tile_map


@dataclass(frozen=True)
class Row:
    """What one body does with the text, in words; `invited` says when it was, or that it was not."""

    body: Body
    state: InvitationState
    words: str
    invited: str
    remark: str
    is_invited: bool


@require_safe
def inviting(request, slug):
    """Who was invited and what each of them does with it, on tiles and in a table."""
    found = Consultation.objects.select_related("version__agenda")
    consultation = SHOWN.first(slug) or shown_to(request, found, slug=slug)
    rows = rows_of(consultation)
    found = Counter(row.state for row in rows if row.is_invited)
    is_closed = consultation.phase() == Phase.CLOSED
    return render(
        request,
        "consultation/inviting.html",
        {
            "consultation": consultation,
            "is_closed": is_closed,
            "heading": heading(found, is_closed=is_closed),
            "lead": lead(consultation, unasked=len(rows) - found.total(), is_closed=is_closed),
            "rows": rows,
            "remarks": any(row.remark for row in rows),
            "counts": [(state, found[state]) for state in InvitationState if found[state]],
            "tiles": tile_map(
                (
                    (row.body, row.state.label, row.state.value, f"#orgaan-{row.body.pk}")
                    for row in rows
                    if row.body.kind in ASSEMBLIES
                ),
                patterned={state.value for state in InvitationState if state.has_pattern},
            ),
        },
    )


SHOWN = PreparedRows(lambda slug: Consultation.objects.public().filter(slug=slug).select_related("version__agenda")[:1])


def heading(found, *, is_closed):
    """How many of those who were invited reacted; `found` counts them per state."""
    invited, reacted = found.total(), found[InvitationState.REACTED]
    if not invited:
        return "Wie reageert?"
    if reacted:
        verb = "heeft" if reacted == 1 else "hebben"
        return f"{number(reacted)} van de {number(invited)} gevraagde organen {verb} gereageerd"
    return f"Er heeft {'' if is_closed else 'nog '}geen orgaan gereageerd"


def lead(consultation, *, unasked, is_closed):
    """Until when one can react, or could, and how many did so without being asked."""
    can = "kon" if is_closed else "kan"
    said = f"Reageren {can} tot en met {moment(consultation.last_minute)}. Reageren is vrijwillig."
    if unasked:
        who = "reageerde 1 orgaan" if unasked == 1 else f"reageerden {number(unasked)} organen"
        said += f" Daarnaast {who} uit zichzelf."
    return said


def rows_of(consultation):
    """A Row for each invitation, and for each body that reacted without one; two queries."""
    sent = {letter.body_id: letter for letter in LETTERS.ask(consultation.pk)}
    invitations = INVITATIONS.ask(consultation.pk)
    for invitation in invitations:
        invitation.consultation = consultation
    rows = [row_of(invitation, sent.pop(invitation.body_id, None)) for invitation in invitations]
    return rows + [unasked_row(letter) for letter in sent.values()]


INVITATIONS = PreparedRows(
    lambda consultation: (
        Invitation.objects.with_state()
        .filter(consultation=consultation)
        .select_related("body__partner__province")
        .order_by("body__kind", SortKey("body__partner__name"))
    )
)
LETTERS = PreparedRows(
    lambda consultation: (
        Letter.objects.counted()
        .filter(consultation=consultation, sender_kind__in=OWN_NAME)
        .select_related("body__partner__province")
        .order_by("sent_at")
    )
)


def row_of(invitation, letter):
    """The Row of an invited body, which sent `letter` or None."""
    return Row(
        body=invitation.body,
        state=InvitationState(invitation.state),
        words=words(invitation),
        invited=day(invitation.invited_on),
        remark=invitation.remark or (reaction_of(letter) if letter else ""),
        is_invited=True,
    )


def unasked_row(letter):
    """The Row of a body that sent `letter` without being invited."""
    return Row(
        body=letter.body,
        state=InvitationState.REACTED,
        words=InvitationState.REACTED.label,
        invited="Reageerde uit zichzelf",
        remark=reaction_of(letter),
        is_invited=False,
    )


def reaction_of(letter):
    return f"Reactie van {day(letter.sent_at)}"


def words(invitation):
    """The state as the table says it: 'Behandelt op 3 december 2026'."""
    state = InvitationState(invitation.state)
    if state != InvitationState.HANDLES:
        return state.label
    return f"{state.label} op {day(invitation.handles_on)}{', na het sluiten' if invitation.is_late else ''}"


@unlisted
@form_page
def invitation(request, token):
    """The page behind the link in an invitation: whoever has the link says what the body will do, until it closes."""
    pk = opened(token, salt=INVITATION_SALT, kind="invitation")
    asked = get_object_or_404(Invitation.objects.with_state().select_related("consultation", "body__partner"), pk=pk)
    typed = request.POST if request.method == "POST" else None
    form = InvitationForm(typed, initial=initial(asked), yours=BodyKind(asked.body.kind).yours)
    refusal = ""
    if form.is_valid():
        try:
            actions.set_invitation(invitation=asked, **form.content)
            return redirect(f"{request.path}?bewaard=1")
        except actions.Refused as refused:
            refusal = str(refused)
    return render(
        request,
        "consultation/invitation.html",
        {
            "invitation": asked,
            "consultation": asked.consultation,
            "question": f"{capfirst(asked.body.name)}: wordt de tekst behandeld?",
            "label": words(asked),
            "form": form,
            "is_saved": "bewaard" in request.GET,
            "refusal": refusal,
            "is_closed": asked.consultation.closes_at <= timezone.now(),
        },
    )


def initial(invitation):
    """What the form starts with: what was said before."""
    plan = "handles" if invitation.handles_on else "declines" if invitation.declined_on else ""
    return {"plan": plan, "handles_on": invitation.handles_on, "remark": invitation.remark}
