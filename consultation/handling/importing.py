"""A sheet of points that comes back: each row becomes a draft answer, themes and labels, or says why not."""

from django.core.exceptions import ValidationError

from consultation.actions.answering import write_answer
from consultation.handling.sheet import BETWEEN, PointRow, digest, for_sheet, points_of, standing
from consultation.models import Answer, InternalLabel, Theme, Verdict
from partners.ground import history
from partners.ground.refusal import Refused
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


class PointImporter(Importer):
    """Reads rows of points. `answered` has the number of the row that answered a point, for all equal to it."""

    def __init__(self, layout, rows):
        super().__init__(layout)
        column = PointRow.base_fields["point"].label
        keys = [int(text) for _, texts in rows if (text := texts.get(column, "")).isdecimal() and len(text) < 16]
        self.points = points_of(keys)
        self.answered = {}
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
        cleaned, now = form.cleaned_data, standing(point)
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
            getattr(point, name).set(rows)
        return [
            (self.layout.columns[name], BETWEEN.join(getattr(now, name)), BETWEEN.join(sorted(map(str, rows))))
            for name, rows in moved.items()
        ]

    def answer(self, row, point, now, said, cleaned):
        """Writes what is `said` to the point and all equal to it, as a draft, and tells the differences.

        None if another wrote an answer since.
        """
        if point.pk in self.answered:
            raise RowRefused([Remark(row, "", SAME_GROUP.format(self.answered[point.pk]))])
        was = now.said
        if cleaned["mark"].partition("-")[0] != now.mark.partition("-")[0]:
            self.left.append(Remark(row, "", said_since(now.answer)))
            return []
        answer = now.answer if now.answer and not now.answer.published_at else Answer()
        for name, text in {**said, "correction": cleaned["correction"] or answer.correction}.items():
            setattr(answer, name, text)
        self.write(row, point, answer)
        changed = [name for name in ANSWER if was[name] != said[name]]
        return [(self.layout.columns[name], in_words(name, was[name]), in_words(name, said[name])) for name in changed]

    def write(self, row, point, answer):
        """Saves a draft answer, and remembers which points have it for the rows to come. Raises RowRefused."""
        wordings = list(answer.wordings.all()) if answer.pk else []
        try:
            answer.full_clean()
            write_answer(answer=answer, points=[point], wordings=wordings, by=history.asking())
        except ValidationError as error:
            raise RowRefused(self.problems(row, error.message_dict)) from error
        except Refused as refused:
            raise RowRefused([Remark(row, "", str(refused))]) from refused
        group = answer.points.all()
        self.answered |= dict.fromkeys((one.pk for one in group), row)
        if len(group) > 1:
            self.points |= {one.pk: one for one in for_sheet(group.filter(pk__in=self.points))}


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
