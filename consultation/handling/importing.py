"""A sheet of points that comes back: each row becomes a draft answer, themes and labels, or says why not."""

from copy import copy

from django.core.exceptions import ValidationError

from consultation.actions.answering import hindrance, write_answers
from consultation.handling.sheet import BETWEEN, PointRow, digest, points_of, standing
from consultation.models import Answer, InternalLabel, Theme, Verdict
from consultation.models.queries.linking import link
from partners.ground import history
from partners.ground.sheets.importing import Importer, Layout, RowRefused, SheetChange
from partners.ground.sheets.reading import Remark
from partners.ground.templatetags.dutch import listed

NO_POINT = "Dit punt kennen wij niet, of het telt niet mee. Een punt dat is gesplitst, beantwoordt u per deel."
NOT_THERE = "‘{}’ is er niet bij deze consultatie. Kies uit: {}, of maak het eerst aan."
NONE = "er is er nog geen"
SAME_GROUP = "Dit punt is gelijk aan een ander en krijgt hetzelfde antwoord als op rij {}. Maak de antwoorden gelijk."
ANSWERED_SINCE = "{} schreef intussen: ‘{}’."
NO_ANSWER_ANY_MORE = "Intussen is het antwoord verwijderd."
SORTED_SINCE = "Intussen staat er: thema’s {}; labels {}."
SORTS = ("themes", "labels")
ANSWER = ("verdict", "reason", "forwarded_to", "landed_elsewhere")
NOT_TYPED = ["drafted_by", "reviewed_by", "reviewed_at", "publication", "published_at"]


class PointImporter(Importer):
    """Reads rows of points, and writes them all at once: a row costs no question to the database.

    `drafts` has by the key of a point the answer that a row gave it and all equal to it, and `rows` that row; `sorted`
    has by SORTS and by point the keys of what it is put under.
    """

    def __init__(self, layout, rows):
        super().__init__(layout)
        column = PointRow.base_fields["point"].label
        keys = [int(text) for _, texts in rows if (text := texts.get(column, "")).isdecimal() and len(text) < 16]
        self.points, self.all = points_of(keys)
        self.groups = groups(self.all.values())
        self.drafts, self.rows, self.sorted = {}, {}, {name: {} for name in SORTS}
        consultations = {point.letter.consultation_id for point in self.points.values()}
        self.known = {
            "themes": by_name(Theme.objects.filter(consultation__in=consultations)),
            "labels": by_name(InternalLabel.objects.filter(consultation__in=consultations)),
        }

    def import_row(self, row, data):
        point = self.existing(row, data)
        form = self.prepared(self.layout.form(data))
        if not form.is_valid():
            raise RowRefused(self.problems(row, form.errors))
        cleaned, now = form.cleaned_data, standing(point, self.drafts.get(point.pk))
        answered_as, sorted_as = cleaned["mark"].partition("-")[::2]
        told = []
        asked = {name: sorted(cleaned[name]) if name in data else getattr(now, name) for name in SORTS}
        if digest(*asked.values()) != sorted_as and (moved := self.moved(row, point, now, asked)):
            told += self.sort(row, point, now, moved, sorted_as)
        said = {name: cleaned[name] if name in data else now.said[name] for name in ANSWER}
        if said["verdict"] and said != now.said and digest(*said.values()) != answered_as:
            told += self.answer(row, point, now, said, cleaned)
        return SheetChange(row, f"punt {point.pk}, {point.letter.number}", False, told) if told else None

    def existing(self, row, data):
        key = self.key(row, data)["point"]
        first = self.seen.setdefault(key, row)
        if first != row:
            raise RowRefused([Remark(row, "", f"Dit punt staat er twee keer in, ook op rij {first}.")])
        if key not in self.points:
            raise RowRefused(self.problems(row, {"point": [NO_POINT]}))
        return self.points[key]

    def moved(self, row, point, now, asked):
        """By SORTS the rows that the point is to have, as far as what is `asked` differs from what it has."""
        moved, problems = {}, {}
        for name, names in asked.items():
            if folded(names) == folded(getattr(now, name)):
                continue
            known = self.known[name].get(point.letter.consultation_id, {})
            choices = ", ".join(map(str, known.values())) or NONE
            problems[name] = [NOT_THERE.format(one, choices) for one in names if one.casefold() not in known]
            moved[name] = [known[one.casefold()] for one in names if one.casefold() in known]
        if any(problems.values()):
            raise RowRefused(self.problems(row, problems))
        return moved

    def sort(self, row, point, now, moved, sorted_as):
        """Puts the point under what it is `moved` to, and tells the differences; none if another sorted it since."""
        if sorted_as != digest(now.themes, now.labels):
            self.left.append(
                Remark(row, "", SORTED_SINCE.format(*(listed(getattr(now, name)) or "geen" for name in SORTS)))
            )
            return []
        for name, rows in moved.items():
            self.sorted[name][point.pk] = [one.pk for one in rows]
        return [
            (self.layout.columns[name], BETWEEN.join(getattr(now, name)), BETWEEN.join(sorted(map(str, rows))))
            for name, rows in moved.items()
        ]

    def answer(self, row, point, now, said, cleaned):
        """Gives what is `said` to the point and all equal to it, as a draft, and tells the differences.

        None if another wrote an answer since.
        """
        if point.pk in self.drafts:
            raise RowRefused([Remark(row, "", SAME_GROUP.format(self.rows[point.pk]))])
        was = now.said
        if cleaned["mark"].partition("-")[0] != now.mark.partition("-")[0]:
            self.left.append(Remark(row, "", said_since(now.answer)))
            return []
        answer = copy(now.answer) if now.answer and not now.answer.published_at else Answer()
        for name, text in {**said, "correction": cleaned["correction"] or answer.correction}.items():
            setattr(answer, name, text)
        self.give(row, point, answer)
        changed = [name for name in ANSWER if was[name] != said[name]]
        return [(self.layout.columns[name], in_words(name, was[name]), in_words(name, said[name])) for name in changed]

    def give(self, row, point, answer):
        """Remembers a draft answer of the point and all equal to it, for `write`. Raises RowRefused."""
        try:
            # What an answer may say stands in its fields and `clean`; the database holds the constraints against it.
            answer.full_clean(exclude=NOT_TYPED, validate_unique=False, validate_constraints=False)
        except ValidationError as error:
            raise RowRefused(self.problems(row, error.message_dict)) from error
        group = self.groups[point.pk]
        if reason := hindrance(answer, group):
            raise RowRefused([Remark(row, "", reason)])
        self.drafts |= dict.fromkeys((one.pk for one in group), answer)
        self.rows |= dict.fromkeys((one.pk for one in group), row)

    def write(self):
        """Puts all points under what their rows say, and saves their answers."""
        link(Theme.points.through, "point_id", "theme_id", self.sorted["themes"])
        link(InternalLabel.points.through, "point_id", "internallabel_id", self.sorted["labels"])
        given = {}
        for key, answer in self.drafts.items():
            given.setdefault(id(answer), (answer, []))[1].append(self.all[key])
        if given:
            write_answers(drafts=list(given.values()), by=history.asking())


def groups(points):
    """By the key of each of `points`, read `to_answer`, those that one draft serves: equal ones, or that have it."""
    leads = {point.pk: point.same_as_id or point.pk for point in points}
    drafted = {
        leads[point.pk]: answer.pk for point in points for answer in point.answers.all() if not answer.published_at
    }
    found = {}
    for point in points:
        draft = drafted.get(leads[point.pk])
        found.setdefault((draft, None if draft else leads[point.pk]), []).append(point)
    return {point.pk: group for group in found.values() for point in group}


def said_since(answer):
    """What somebody else made of the answer since, in words; it may be gone."""
    if answer is None:
        return NO_ANSWER_ANY_MORE
    return ANSWERED_SINCE.format(answer.drafted_by or "Een ander", answer)


def in_words(name, text):
    return Verdict(text).label if name == "verdict" and text else text


def by_name(rows):
    """The rows by the key of their consultation and by their name."""
    found = {}
    for one in rows:
        found.setdefault(one.consultation_id, {})[one.name.casefold()] = one
    return found


def folded(names):
    return sorted(name.casefold() for name in names)


POINTS = Layout("Punten", PointRow, ["point", "mark"], importer=PointImporter)
