"""The stations with what was written: the text, who reacted, what was answered, and the words that came of it."""

import re
from collections import Counter
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.text import capfirst

from consultation.models import PointKind, SenderKind, Verdict
from partners.ground.comparing import Piece, paragraphs
from partners.ground.comparing.marking import parts
from partners.ground.state import pieces
from partners.ground.templatetags.dutch import counted, day, listed, number
from partners.models import BodyKind
from regiozwolle.pages.life.stations import MOST, NOT_YET, UNKNOWN, Station, whole_sentences
from regiozwolle.pages.life.told import MOST_POINTS

# So many kinds of sender have a bar; those of the others are counted.
BARS = 3
# From bodies to persons: the order says nothing, for all bars are of one size.
ORDER = list(reversed(SenderKind))
MARKS = {
    Verdict.ADOPTED: "agreed",
    Verdict.PARTLY: "conditional",
    Verdict.REJECTED: "rejected",
    Verdict.FORWARDED: "pending",
}
SHORT_NAMES = {SenderKind.PARTY_GROUP: "fractie", SenderKind.PARTNER: "organisatie", SenderKind.TABLE: "tafel"}
# What begins a line of a list in plain text.
LIST_SIGN = re.compile(r"^\s*[-–] ")
OPPOSED = {PointKind.OBJECTION: "maakte bezwaar,maakten bezwaar", PointKind.SUPPORT: "steunde,steunden"}


@dataclass(frozen=True)
class Voices:
    """Who asked it, a word for each kind of sender that has a bar, and how many others."""

    words: list[str]
    others: int

    @property
    def more(self):
        return f"en {number(self.others)} {'andere' if self.others == 1 else 'anderen'}" if self.others else ""

    @property
    def bars(self):
        """Where the bars stand in the strip."""
        return [str(9 * place) for place in range(len(self.words))]


@dataclass(frozen=True)
class Said:
    """What was asked about a sentence: the points that were `asked` together, those `against` it, and the others.

    `answer` is the answer to them, or None.
    """

    asked: list
    against: list
    others: list
    answer: object = None


def said_about(points, answers, rows, about=None):
    """The Said of the points and answers of a why, and its edited rows; of the point `about`, if that is one of them.

    Told is what changed the words last; else the newest answer; else what was asked most.
    """
    answer = told_answer(answers, rows, about if about in points else None)
    asked = asked_together(points, answer, about)
    opposite = PointKind.SUPPORT if asked and asked[0].kind == PointKind.OBJECTION else PointKind.OBJECTION
    rest = [one for one in points if one not in asked]
    against = [one for one in rest if one.kind == opposite]
    return Said(asked, against, [one for one in rest if one not in against], answer)


def told_answer(answers, rows, point):
    """The answer to `point`; for None the last one that changed the words, or else the newest. None without one."""
    if point:
        return next((one for one in reversed(answers) if point in one.readable_points), None)
    because = [answer for row in rows for answer in row.after.because]
    return next(reversed([*answers, *because]), None)


def asked_together(points, answer, about):
    """Those of `points` that have one `answer`; without one those marked as equal to `about`, or the most that are."""
    if answer:
        answered = {one.pk for one in answer.readable_points}
        return [one for one in points if one.pk in answered]
    if not points:
        return []
    by_lead = Counter(lead_of(one) for one in points)
    lead = lead_of(about) if about in points else by_lead.most_common(1)[0][0]
    return [one for one in points if lead_of(one) == lead]


def lead_of(point):
    return point.same_as_id or point.pk


def text_station(newest, row):
    """The sentence itself, with what changed in it last."""
    element, version = newest.element, newest.version
    changed = "Onderstreept is toegevoegd, doorgestreept is vervallen. " if row else ""
    return Station(
        1,
        "Tekst",
        url=element.get_absolute_url(),
        source=f"{changed}{newest.label} van de {version.agenda.title}, {newest.version.dated_inside}.",
        drawn=sentence_of(row.before.text, row.after.text) if row else newest.html,
        in_short=newest.label,
    )


def voices_station(said, consultations, url):
    """Who asked what about it, and who asked the opposite."""
    sent = [words for one in consultations for words in one.sent_in_words]
    if not said.asked and not sent:
        return no_voices(consultations)
    kinds = Counter(one.letter.sender_kind for one in said.asked)
    return Station(
        2,
        "Reacties",
        url=url,
        outcome=asked_in_words(said.asked) if said.asked else f"{capfirst(listed(sent))}.",
        source=" ".join(told_of(said)) if said.asked else "Deze reacties zijn niet openbaar.",
        drawn=voices_of(said.asked, kinds) if said.asked else Voices(sent[:BARS], 0),
        in_short=f"{number(len(said.asked))} keer gevraagd" if said.asked else "er is gereageerd",
    )


def no_voices(consultations):
    """That nobody reacted yet, or that no source says who did."""
    outside = [one for one in consultations if not one.takes_letters]
    told = next(iter([*outside, *consultations]), None)
    return Station(
        2,
        "Reacties",
        hollow=UNKNOWN if outside else NOT_YET,
        source=f"‘{told.title}’ liep niet via deze site." if outside else told.reactions if told else "",
    )


def voices_of(asked, kinds):
    """The Voices of the points that were asked: a bar for each kind of sender."""
    shown = [kind for kind in ORDER if kinds[kind]]
    words = []
    for kind in shown[:BARS]:
        senders = [short_sender(one.letter) for one in asked if one.letter.sender_kind == kind]
        times = f", {number(len(senders))} keer" if len(senders) > 1 else ""
        words.append(f"{listed(dict.fromkeys(senders))}{times}")
    return Voices(words, sum(kinds[kind] for kind in shown[BARS:]))


def short_sender(letter):
    """'gemeenteraad', 'fractie' or 'raadslid'."""
    if letter.sender_kind == SenderKind.PERSONAL:
        return letter.capacity
    if letter.sender_kind == SenderKind.EXECUTIVE and letter.body.kind == BodyKind.EXECUTIVE:
        return "college"
    return SHORT_NAMES.get(letter.sender_kind) or letter.body.get_kind_display()


def asked_in_words(asked):
    """What they asked, in their own words when these are short: '‘Noem ook de kleine kernen.’'."""
    words = whole_sentences(asked[0].text)
    return f"‘{words}’" if words else f"{capfirst(asked[0].kind_label)} bij deze tekst."


def told_of(said):
    """Whose question it was, who asked the opposite, and how many points there are besides, in sentences."""
    places = list(dict.fromkeys(str(one.letter.body.partner) for one in said.asked if one.letter.body))
    where = listed(places) if 0 < len(places) <= BARS else f"{number(len(places))} partners" if places else "Aan tafel"
    same = "dezelfde vraag" if len({lead_of(one) for one in said.asked}) == 1 else "een vraag"
    yield f"{where}: {number(len(said.asked))} keer {same}." if len(said.asked) > 1 else f"{where}."
    if said.against:
        yield against_in_words(said.against)
    if len(said.asked) + len(said.against) + len(said.others) > MOST_POINTS:
        yield f"Er zijn meer dan {number(MOST_POINTS)} punten."
    elif said.others:
        yield f"En nog {counted(len(said.others), 'ander punt,andere punten')}."


def against_in_words(against):
    """'Een deel van de raad maakte bezwaar.' or '3 anderen maakten bezwaar.'"""
    one, many = OPPOSED[against[0].kind].split(",")
    if len(against) > 1:
        return f"{number(len(against))} anderen {many}."
    [point] = against
    who = (point.minority_of or "een minderheid") if point.is_minority else point.letter.sender
    return f"{capfirst(who)} {one}."


def answer_station(said, total, consultations):
    """The verdict on what was asked, and why; `total` is how many answers there are."""
    answer = said.answer
    if not answer:
        due = next((one for one in consultations if one.answer_due), None)
        return Station(3, "Antwoord", hollow=NOT_YET, source=f"Het antwoord {due.answer_due}." if due else "")
    verdict, more = Verdict(answer.verdict), total - 1
    reason = whole_sentences(answer.reason)
    others = f"En nog {counted(more, 'ander antwoord,andere antwoorden')}." if more else ""
    return Station(
        3,
        "Antwoord",
        url=answer.readable_points[0].get_absolute_url(),
        outcome=f"‘{reason}’" if reason else "",
        source=f"{day(answer.published_at)}. {others}".strip(),
        drawn={"css": MARKS.get(verdict, "later"), "word": capfirst(verdict.label)},
        in_short=verdict.label,
    )


def added_station(row, wordings, url):
    """Only the words that were added last."""
    newest = wordings[-1]
    ended = newest.ended_number
    if not row:
        unchanged = "niet gewijzigd" if len(wordings) > 1 else NOT_YET
        told = f"De tekst is in {len(wordings)} versies gelijk." if len(wordings) > 1 else "Er is nog maar één versie."
        return Station(4, "Nieuwe woorden", hollow=unchanged, source=told)
    version = row.after.version
    return Station(
        4,
        "Nieuwe woorden",
        url=url,
        outcome=f"De tekst verviel in versie {ended}." if ended else "Deze woorden staan nu in de agenda.",
        source=f"{capfirst(version.dated_inside)}.",
        drawn=added_words(row.before.text, row.after.text),
        in_short=f"tekst gewijzigd in versie {version.number}",
    )


@pieces.piece
def added_words(before, after):
    """What one edit added, as safe HTML, as far as it fits; what it took out when it added nothing."""
    line = in_one_line(before, after)
    came, went = words_of(line, "+"), words_of(line, "-")
    tag, words, shown = ("ins", came, []) if came else ("del", went, [])
    for one in words:
        if shown and len(" ".join([*shown, one])) > MOST:
            break
        shown.append(one)
    more = f" en nog {number(len(words) - len(shown))}" if len(words) > len(shown) else ""
    marked = format_html_join(" … ", f"<{tag}>{{}}</{tag}>", ((one,) for one in shown))
    return format_html("{}{}", marked, more)


def words_of(line, sign):
    """The words of the Pieces of a `line` with that sign, without the full stops and commas around them."""
    stripped = [piece.text.strip(" .,:;") for piece in line if piece.sign == sign]
    return [one for one in stripped if one]


@pieces.piece
def sentence_of(before, after):
    """The words of one edit as one line of safe HTML, with what came and what went marked."""
    return format_html("<p>{}</p>", format_html_join("", "{}", ((part,) for part in parts(in_one_line(before, after)))))


def in_one_line(before, after):
    """The Pieces of one edit without line ends and signs of lists: a sentence is read in one go.

    What was moved counts as it stands now.
    """
    line = []
    for paragraph in paragraphs(before, after):
        for piece in [Piece("", " "), *paragraph]:
            if piece.is_moved and piece.sign == "-":
                continue
            sign = "" if piece.is_moved or piece.is_break else piece.sign
            text = LIST_SIGN.sub("", piece.text.replace("\n", ""))
            if not text:
                continue
            line.append(Piece(sign, text))
    return joined_pieces(line)


def joined_pieces(line):
    """The Pieces with what is alike after each other as one; a space between two that came is one that came."""
    found = []
    for place, piece in enumerate(line):
        after = line[place + 1].sign if place + 1 < len(line) else ""
        is_space = not piece.text.strip() and found and found[-1].sign == after == "+"
        sign = "+" if is_space else piece.sign
        if found and found[-1].sign == sign:
            found[-1] = Piece(sign, f"{found[-1].text}{piece.text}")
        else:
            found.append(Piece(sign, piece.text))
    return found
