"""Reading the systems of councils, as the worker does: what is found is kept, and changes nothing by itself."""

from datetime import timedelta

from django.utils import timezone

from consultation.deciding.councils import fetching
from consultation.deciding.councils.fetching import Unusable
from consultation.deciding.councils.matching import PhraseBook
from consultation.deciding.councils.reading import NOT_THERE, meeting_of, recordings_of, statuses_of
from consultation.deciding.models import (
    CouncilSource,
    FoundItem,
    FoundMeeting,
    FoundState,
)
from partners.ground import history
from partners.ground.templatetags.dutch import counted

# Of one source at one time: pages, records on a page, meetings of which the recording is looked up.
MOST_PAGES, PER_PAGE, MOST_RECORDINGS = 40, 250, 10
# What was longer ago is left out; a recording that is not there after a season will not come.
A_YEAR, A_SEASON = timedelta(days=365), timedelta(days=90)
# Keys of records are in the order of the alphabet, so this passes over all documents.
FROM_MEETINGS = "meeting"
LONGEST_CURSOR = CouncilSource._meta.get_field("cursor").max_length

NO_DATE = "Van {} is de datum niet bekend of onmogelijk."
NO_MEETINGS = "Er staan geen vergaderingen in."
NO_TIMES = "Van {} is het tijdstip niet bekend."
MOVED = "Was {}, is nu {}."
GONE = "Staat daar niet meer."
LAPSED = "Gaat daar niet meer door."


def read_all():
    """Reads every source. Returns (CouncilSource, what went wrong or "") of each; out of reach stops it at once."""
    sources = list(CouncilSource.objects.to_read())
    try:
        statuses = statuses_of(fetching.ask("api", "status").as_object()) if sources else {}
    except Unusable as error:
        CouncilSource.objects.filter(pk__in=[one.pk for one in sources]).update(
            asked_at=timezone.now(), trouble=str(error)
        )
        return [(one, str(error)) for one in sources]
    return [(one, read_source(one, statuses.get(one.key))) for one in sources]


def read_source(council_source, status):
    """Reads one source: all of it is kept, or nothing and why. Returns what went wrong, or ""."""
    try:
        pages = Pages(council_source)
        meetings = pages.read()
    except Unusable as error:
        CouncilSource.objects.filter(pk=council_source.pk).update(asked_at=timezone.now(), trouble=str(error))
        return str(error)
    take_in(council_source=council_source, pages=pages, meetings=meetings, status=status)
    look_for_debates(council_source)
    return ""


class Pages:
    """The pages of one source: at first all its meetings, and from then on what changed.

    `cursor` and `changes_cursor` are where the next reading goes on, `is_partial` whether there is more by now.
    """

    def __init__(self, council_source):
        self.key = council_source.key
        self.cursor = council_source.cursor
        self.changes_cursor = council_source.changes_cursor
        self.is_first = bool(self.cursor) or not self.changes_cursor
        self.is_partial = False

    def read(self):
        """The ReadMeetings on at most MOST_PAGES, each as it was said last. Raises Unusable."""
        found = {}
        for _ in range(MOST_PAGES):
            answer = self.ask()
            records = answer.lines()
            for record in records:
                if meeting := meeting_of(record):
                    found[meeting.external_id] = meeting
            if not self.go_on(answer, records):
                return list(found.values())
        self.is_partial = True
        return list(found.values())

    def ask(self):
        if not self.is_first:
            return fetching.ask("api", "export", "changes", source=self.key, limit=PER_PAGE, cursor=self.changes_cursor)
        return fetching.ask(
            "api", "export", "snapshot", source=self.key, limit=PER_PAGE, cursor=self.cursor or FROM_MEETINGS
        )

    def go_on(self, answer, records):
        """Keeps where the next page begins; whether there is one. Raises Unusable for one that begins where it did."""
        after, changes = answer.heads.get("x-next-cursor", ""), answer.heads.get("x-changes-cursor", "")
        if max(len(after), len(changes)) > LONGEST_CURSOR:
            raise Unusable(fetching.UNREADABLE)
        if self.is_first:
            self.changes_cursor = self.changes_cursor or changes
            is_past = bool(records) and str(records[-1].get("entity_id", "")) > f"{FROM_MEETINGS};"
            is_more = answer.heads.get("x-has-more") == "true" and not is_past
            before, self.cursor = self.cursor, after if is_more else ""
        else:
            is_more = answer.heads.get("x-has-more") == "true"
            before, self.changes_cursor = self.changes_cursor, after or self.changes_cursor
        if is_more and after in ("", before):
            raise Unusable(fetching.UNREADABLE)
        return is_more


def look_for_debates(council_source):
    """Looks up where the recording of each item about us begins, of the latest meetings. What fails waits a day."""
    today = timezone.localdate()
    items = FoundItem.objects.filter(debate_url="", is_withdrawn=False)
    lately = council_source.meetings.filter(held_on__range=(today - A_SEASON, today), items__in=items)
    for meeting in lately.distinct().order_by("-held_on", "pk")[:MOST_RECORDINGS]:
        try:
            found = recordings_of(fetching.ask("api", "entities", meeting.external_id).as_object())
        except Unusable:
            return
        keep_debates(meeting=meeting, found=found)


@history.act("opname van een vergadering gevonden", only_changes=True)
def keep_debates(*, meeting, found):
    """Keeps where the debate about each item is; of an item that was taken over without, a person is asked again."""
    for item in meeting.items.select_for_update().filter(debate_url="", external_id__in=found).order_by("pk"):
        item.debate_url, item.debate_from = found[item.external_id]
        item.state = FoundState.PROPOSED if item.state == FoundState.ADOPTED else item.state
        item.save()


@history.act("raadssysteem gelezen", only_changes=True)
def take_in(*, council_source, pages, meetings, status):
    """Keeps what was read of a source: new meetings and items as proposals, and what changed of those that are known.

    A Sitting or TrackStep never changes by it.
    """
    source = CouncilSource.objects.select_for_update(of=["self"]).select_related("body").get(pk=council_source.pk)
    since = timezone.localdate() - A_YEAR
    known = {one.external_id: one for one in source.meetings.select_for_update(of=["self"]).order_by("pk")}
    phrases = PhraseBook.of(source.body)
    for meeting in meetings:
        if meeting.external_id in known or (meeting.held_on and meeting.held_on >= since):
            keep(source, known.get(meeting.external_id), meeting, phrases)
    source.cursor, source.changes_cursor, source.is_partial = pages.cursor, pages.changes_cursor, pages.is_partial
    source.asked_at = source.read_at = timezone.now()
    source.trouble = ""
    source.fresh_at = status.fresh_at if status else None
    source.lacking = [*(status.lacking if status else [NOT_THERE]), *lacking(source, meetings, since)]
    source.save()


def lacking(source, meetings, since):
    """What is not known of the meetings, in sentences."""
    undated = sum(not one.held_on and not one.is_gone for one in meetings)
    ahead = source.meetings.filter(held_on__gte=timezone.localdate(), starts_at=None, is_withdrawn=False).count()
    if undated:
        yield NO_DATE.format(counted(undated, "vergadering,vergaderingen"))
    if not source.meetings.exists():
        yield NO_MEETINGS
    if ahead:
        yield NO_TIMES.format(counted(ahead, "vergadering,vergaderingen"))


def keep(source, known, meeting, phrases):
    """Keeps one meeting with its items; one that a person judged and that is different now is proposed again."""
    if meeting.is_gone or not meeting.held_on:
        if known and meeting.is_gone and not known.is_withdrawn:
            known.is_withdrawn = True
            propose_again(known, GONE)
            known.save()
        return
    found = known or FoundMeeting(council_source=source, external_id=meeting.external_id)
    was, did_lapse = (found.when if known else ""), found.lapses
    found.name, found.held_on, found.starts_at = meeting.name, meeting.held_on, meeting.starts_at
    found.is_cancelled, found.is_withdrawn, found.address = meeting.is_cancelled, False, meeting.address
    found.item_count = len(meeting.items)
    if known:
        tell_difference(found, was, did_lapse=did_lapse)
    else:
        found.state = FoundState.PROPOSED if can_be_sitting(source, meeting) else FoundState.BESIDE
    found.save()
    keep_items(found, meeting, phrases)


def tell_difference(found, was, *, did_lapse):
    """Proposes a meeting again that moved or lapses since, and with it the steps that were made of its items."""
    if was != found.when:
        propose_again(found, MOVED.format(was, found.when))
        found.items.filter(state=FoundState.ADOPTED).update(state=FoundState.PROPOSED)
    elif found.lapses and not did_lapse:
        propose_again(found, LAPSED)


def can_be_sitting(source, meeting):
    """Whether the name of a meeting is that of one that decides, and it is still to come."""
    return source.word.casefold() in meeting.name.casefold() and meeting.held_on >= timezone.localdate()


def propose_again(found, change):
    """Tells what is different, and asks a person again, if one was asked before."""
    found.change = change
    if found.state in (FoundState.ADOPTED, FoundState.REFUSED):
        found.state = FoundState.PROPOSED


def keep_items(found, meeting, phrases):
    """Keeps the items that name the region or a dossier; of those that were there and are not, that they are gone."""
    known = {one.external_id: one for one in found.items.select_for_update().order_by("pk")}
    there = set()
    for item in meeting.items:
        named = phrases.named(item)
        one = known.get(item.external_id)
        if not named and not one:
            continue
        there.add(item.external_id)
        one = one or FoundItem(meeting=found, external_id=item.external_id)
        one.number, one.title, one.document_url, one.is_withdrawn = item.number, item.title, item.document_url, False
        if named:
            one.named = named.words
            one.track = one.track or named.track
        one.save()
    found.items.exclude(external_id__in=there).update(is_withdrawn=True)
