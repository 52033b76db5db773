"""What the pages say on which something is taken away or brought back: whose work goes along, and until when."""

from django.db.models import Q
from django.utils import timezone

from consultation.authorship import named, sentence
from consultation.models import GroupAct, GroupActKind, LetterState
from consultation.models.letter_choices import BROUGHT_BACK_FOR
from consultation.senders import may_discard, may_withdraw
from consultation.texts.letters import points_heading
from partners.ground.templatetags.dutch import listed, moment

ENDED = (GroupActKind.DISCARDED, GroupActKind.WITHDREW)


def work_of_others(letter, reader):
    """A sentence with the names of those whose work goes along with `letter`; "" when it is that of `reader` alone.

    Of changes to what was sent that is what was written since they began.
    """
    if not letter.is_shared:
        return ""
    points = letter.points.whole()
    if letter.revises_id:
        since = letter.created_at
        points = points.filter(Q(written_at__gte=since) | Q(changed_at__gte=since))
    hands = {
        hand
        for point in points.with_hands()
        for hand, at in [(point.author, point.written_at), (point.changed_by, point.changed_at)]
        if at and not (letter.revises_id and at < letter.created_at)
    }
    others = sorted(named(hand) for hand in hands if hand != reader)
    return f"Hierin staat ook werk van {listed(others)}." if others else ""


def discard_label(letter, reader):
    """What the link says with which `reader` throws away what was not sent; "" for nothing, and who may not."""
    if letter.draft is None or not may_discard(reader, letter):
        return ""
    return "Verwijder deze wijzigingen" if letter.number else "Verwijder dit concept"


def ended_by(letters):
    """The GroupAct with which each of `letters` was thrown away or withdrawn, by the key of the letter it is about."""
    keys = {letter.set_aside_from_id or letter.pk for letter in letters}
    found = GroupAct.objects.filter(letter__in=keys, act__in=ENDED).select_related("by").order_by("at")
    return {change.letter_id: change for change in found}


def what_ended(letter, ends, reader):
    """What it was that was taken away, and when and by whom, as a sentence. `ends` is what `ended_by` found."""
    if letter.state == LetterState.WITHDRAWN:
        what, at = f"Reactie {letter.number}, {letter.in_name_of}: ingetrokken", letter.withdrawn_at
    elif letter.set_aside_from:
        number = letter.set_aside_from.number
        what, at = f"Wijzigingen van reactie {number}, {letter.in_name_of}: verwijderd", letter.set_aside_at
    else:
        what, at = f"Concept {letter.in_name_of}: verwijderd", letter.set_aside_at
    end = ends.get(letter.set_aside_from_id or letter.pk)
    by = f" door {named(end.by, reader)}" if end and letter.is_shared else ""
    return f"{what} op {moment(at)}{by}."


def until(letter):
    """Until when it can be brought back, as a sentence."""
    last = (letter.withdrawn_at or letter.set_aside_at) + BROUGHT_BACK_FOR
    sooner = ", zolang de consultatie niet is afgerond" if letter.state == LetterState.WITHDRAWN else ""
    return f"Terughalen kan tot {moment(last)}{sooner}."


def gone_rows(letters, reader):
    """(Letter, what became of it, until when it can be brought back) for each of `letters`. One query."""
    ends = ended_by(letters)
    return [(letter, what_ended(letter, ends, reader), until(letter)) for letter in letters]


def bring_back_page(letter, reader):
    """What the page shows on which `letter` is brought back."""
    points = list(letter.points.whole().with_subject().with_rungs().with_hands())
    is_withdrawn = letter.state == LetterState.WITHDRAWN
    return {
        "letter": letter,
        "lead": sentence(what_ended(letter, ended_by([letter]), reader)),
        "until": until(letter),
        "what_follows": what_follows(letter),
        "may_bring_back": not is_withdrawn or may_withdraw(reader, letter),
        "points": points,
        "points_heading": points_heading(len(points)),
    }


def what_follows(letter):
    """What bringing it back does, as a sentence."""
    if letter.state != LetterState.WITHDRAWN:
        closed = "" if letter.consultation.is_open(timezone.now()) else " Versturen kan niet meer."
        return f"Het staat daarna weer bij uw reacties, en is nog niet verstuurd.{closed}"
    if letter.confirmed_at:
        return "De reactie telt dan weer mee, zoals die was verstuurd."
    return "De reactie staat dan weer zoals die was verstuurd."
