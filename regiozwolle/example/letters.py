"""Who said what in the finished consultation: its letters, what was said at a table, and what belongs together."""

from dataclasses import dataclass, field

from consultation.actions.sending import next_number, snapshot
from consultation.models import Channel, Letter, LetterState, PointKind, SenderKind, Sharing, Submission
from regiozwolle.example.answers import SECRETARY
from regiozwolle.example.people import body
from regiozwolle.example.reading import read


@dataclass(frozen=True)
class PointPart:
    """One of the things that a point is about, for which the secretariat split it."""

    key: str
    kind: PointKind
    text: str


@dataclass(frozen=True)
class InventedPoint:
    """A point on the element of `code`; `adopted_from` and `same_as` are keys of other points."""

    key: str
    code: str
    kind: PointKind
    theme: str
    text: str
    proposal: str = ""
    proposes_deletion: bool = False
    minority_of: str = ""
    adopted_from: str = ""
    same_as: str = ""
    parts: list[PointPart] = field(default_factory=list)


@dataclass(frozen=True)
class InventedLetter:
    """A letter of a `body`, as "voorbeeldstad/raad", `sent` so many days before today.

    `author` is who wrote it, if that is a person of the demo; `letter_text` is there of a letter on paper.
    """

    key: str
    sender_kind: SenderKind
    body: str
    sharing: Sharing
    sent: int
    points: list[InventedPoint]
    author: str = ""
    letter_text: str = ""


@dataclass(frozen=True)
class Present:
    """How many people of one sort sat at the table."""

    sort: str
    count: int


@dataclass(frozen=True)
class TableTalk:
    """A session at one table, and the point that was made there."""

    key: str
    title: str
    place: str
    theme: str
    text: str
    attendance: list[Present]


@dataclass(frozen=True)
class Support:
    """That a body joins the `point` of another; `decided` and `made` are days before today."""

    point: str
    body: str
    sender_kind: SenderKind
    decided: int
    made: int


@dataclass(frozen=True)
class InventedLetters:
    """The whole of letters.toml."""

    letters: list[InventedLetter]
    table_session: TableTalk
    endorsement: Support


def letters(consultation, people, themes, ago):
    """Everything in letters.toml, sent; returns the points by their keys.

    `people` are by the first part of their address, `themes` by their keys; `ago` counts days back.
    """
    invented = read("letters", InventedLetters)
    words = {one.element.code: one for one in consultation.version.wordings.select_related("element")}
    points = {}
    for letter in invented.letters:
        sent = send(letter, consultation, people, ago)
        for point in letter.points:
            points[point.key] = add_point(sent, point, words[point.code], people)
            points[point.key].themes.add(themes[point.theme])
        Submission.objects.create(letter=sent, sequence=1, sent_at=sent.sent_at, content=snapshot(sent))
    talk = invented.table_session
    points[talk.key] = table_talk(consultation, talk, people, themes, ago)
    written = [point for letter in invented.letters for point in letter.points]
    bring_together(written, points)
    support = invented.endorsement
    points[support.point].endorsements.create(
        body=body(support.body),
        sender_kind=support.sender_kind,
        decided_on=ago.day(support.decided),
        made_at=ago.moment(support.made),
    )
    return points


def send(letter, consultation, people, ago):
    """The letter as it stands after sending, without its points."""
    sender_kind, sent_at = letter.sender_kind, ago.moment(letter.sent)
    return Letter.objects.create(
        consultation=consultation,
        author=people.get(letter.author),
        body=body(letter.body),
        sender_kind=sender_kind,
        capacity="raadslid" if sender_kind in (SenderKind.PERSONAL, SenderKind.PARTY_GROUP) else "",
        party_group="Voorbeeld" if sender_kind == SenderKind.PARTY_GROUP else "",
        sharing=letter.sharing,
        decided_on=ago.day(letter.sent + 1) if sender_kind.follows_a_decision else None,
        state=LetterState.SENT,
        number=next_number(),
        created_at=sent_at,
        sent_at=sent_at,
        confirmed_at=sent_at,
        **(entered(letter, people, ago) if letter.letter_text else {}),
    )


def entered(letter, people, ago):
    """What is kept besides of a letter on paper, which the secretariat typed in."""
    return {
        "channel": Channel.LETTER,
        "received_on": ago.day(letter.sent + 2),
        "entered_by": people.get(SECRETARY),
        "letter_text": letter.letter_text,
    }


def add_point(letter, point, wording, people):
    return letter.points.create(
        wording=wording,
        quoted_text=wording.text,
        kind=point.kind,
        text=point.text,
        proposal=point.proposal,
        proposes_deletion=point.proposes_deletion,
        is_minority=bool(point.minority_of),
        minority_of=point.minority_of,
        handler=people.get(SECRETARY),
    )


def table_talk(consultation, talk, people, themes, ago):
    """What was said at one table of a session, reported there and checked by the secretariat; returns the point."""
    session = consultation.table_sessions.create(
        title=talk.title, place=talk.place, opens_at=ago.moment(135), closes_at=ago.moment(134)
    )
    table = session.tables.create(number=1)
    for present in talk.attendance:
        table.attendance.create(sort=present.sort, count=present.count)
    letter = Letter.objects.create(
        consultation=consultation,
        table=table,
        sender_kind=SenderKind.TABLE,
        sharing=Sharing.PUBLIC,
        channel=Channel.TABLE,
        received_on=ago.day(135),
        state=LetterState.SENT,
        number=next_number(),
        created_at=ago.moment(135),
        sent_at=ago.moment(135),
        confirmed_at=ago.moment(130),
        confirmed_by=people.get(SECRETARY),
    )
    point = letter.points.create(question=consultation.questions.get(position=1), text=talk.text)
    point.themes.add(themes[talk.theme])
    Submission.objects.create(letter=letter, sequence=1, sent_at=letter.sent_at, content=snapshot(letter))
    return point


def bring_together(written, points):
    """Marks which of the `written` points was adopted from which and which say the same; adds the parts of one.

    `points` are by their keys; the parts are added to it.
    """
    for one in written:
        point = points[one.key]
        point.adopted_from = points.get(one.adopted_from)
        point.same_as = points.get(one.same_as)
        if one.adopted_from or one.same_as:
            point.save()
        for part in one.parts:
            points[part.key] = point.parts.create(
                letter=point.letter,
                wording=point.wording,
                quoted_text=point.quoted_text,
                kind=part.kind,
                text=part.text,
            )
            points[part.key].themes.set(point.themes.all())
