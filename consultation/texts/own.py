"""What the list of one's own letters says of each."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import mark_safe

from consultation.authorship import told
from consultation.models import GroupAct, Letter, LetterState
from consultation.receipts import go_on
from consultation.texts.reviewing import TOO_LATE
from partners.ground.templatetags.dutch import moment

RETURNED = "Teruggestuurd"
HEADINGS = {
    LetterState.DRAFT: "Nog niet verstuurd",
    LetterState.SENT: "Verstuurd",
    LetterState.WITHDRAWN: "Ingetrokken",
}


@dataclass(frozen=True)
class LetterRow:
    """A letter in the list of those of one person."""

    letter: Letter
    moments: str  # when it was written, sent or taken back, and until when it can change
    why_not_counted: str  # "" for what counts, and for what was not sent or was taken back
    is_answered: bool
    changes: str  # that something was changed after sending and can still be sent; "" without that
    last_act: str  # what was done last, and by whom, to those of its group; "" for one's own


def rows_of(letters, reader):
    """The LetterRow of each of `letters`, after `with_answered`, as `reader` sees them. One query for all groups."""
    shared = [letter.pk for letter in letters if letter.is_shared]
    newest = GroupAct.objects.filter(letter__in=shared).order_by("letter_id", "-at", "-pk").distinct("letter_id")
    acts = {change.letter_id: change for change in newest.select_related("by")} if shared else {}
    return [row_of(letter, acts.get(letter.pk), reader) for letter in letters]


def row_of(letter, last, reader):
    """The LetterRow of one letter, in which the GroupAct `last`, or None, was done last."""
    was_sent = letter.state == LetterState.SENT
    return LetterRow(
        letter=letter,
        moments=moments(letter),
        why_not_counted=why_not_counted(letter),
        is_answered=was_sent and letter.is_answered,
        changes=unsent_changes(letter) if was_sent and letter.draft and letter.can_change() else "",
        last_act=f"Het laatst: {told(last, reader)}, op {moment(last.at)}." if last else "",
    )


def is_open(row):
    """Whether something can still be done with the letter of a LetterRow."""
    return row.letter.consultation.is_open() or row.letter.can_change()


def groups_of(rows):
    """Those of the LetterRows `rows` that are open, as (heading, rows) by how far they are."""
    can_change = [row for row in rows if is_open(row)]
    groups = [
        (heading, [row for row in can_change if heading_of(row.letter) == heading])
        for heading in [RETURNED, *HEADINGS.values()]
    ]
    return [(heading, members) for heading, members in groups if members]


def heading_of(letter):
    """Under which heading `letter` stands among one's own."""
    if letter.state == LetterState.SENT and letter.returned_at:
        return RETURNED
    return HEADINGS.get(letter.state)


def unsent_changes(letter):
    """That changes to `letter` wait to be sent, as safe HTML: an alarm only to one who made them alone."""
    if letter.is_shared:
        return "In uw groep zijn wijzigingen die nog niet zijn verstuurd."
    return mark_safe("<strong>Let op:</strong> u hebt wijzigingen die nog niet zijn verstuurd.")


def moments(letter):
    """When a letter was written, sent or taken back, and until when it can change."""
    consultation = letter.consultation
    if letter.state == LetterState.DRAFT:
        return f"Opgeslagen op {moment(letter.updated_at)}. {draft_term(letter)}"
    if letter.state == LetterState.WITHDRAWN:
        return f"Verstuurd op {moment(letter.sent_at)}, ingetrokken op {moment(letter.withdrawn_at)}."
    if letter.returned_at:
        return f"Verstuurd op {moment(letter.sent_at)}."  # `why_not_counted` says until when
    if consultation.is_open():
        until = f"Wijzigen kan tot en met {moment(consultation.last_minute)}."
    else:
        until = "De consultatie is gesloten."
    return f"Verstuurd op {moment(letter.sent_at)}. {until}"


def draft_term(letter):
    """Until when a draft can be sent, in one or two short sentences."""
    consultation = letter.consultation
    if consultation.is_open():
        return f"Versturen kan tot en met {moment(consultation.last_minute)}."
    if letter.can_change():
        return f"De consultatie is gesloten. U kunt nog versturen tot {moment(consultation.grace_ends_at)}."
    return TOO_LATE


def why_not_counted(letter):
    """Why what was sent does not count, as safe HTML; "" when it does."""
    if letter.state != LetterState.SENT:
        return ""
    if letter.waits:
        return format_html("<strong>Telt nog niet mee.</strong> De reactie wacht op de {}.", letter.confirming_capacity)
    if letter.returned_at:
        return format_html(
            "<strong>Telt niet mee.</strong> De {} stuurde de reactie terug. {}",
            letter.confirming_capacity,
            go_on(letter),
        )
    return ""
