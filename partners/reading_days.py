"""Makes a sheet of the days that somebody pasted or uploaded: a list, a spreadsheet or a calendar."""

from dataclasses import replace
from datetime import timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils import timezone

from partners.ground.calendars.reading import days_of_calendar, days_of_text
from partners.ground.forms import Text
from partners.ground.sheets.admin import UploadForm
from partners.ground.sheets.fields import ReferenceCell
from partners.ground.sheets.reading import MOST_BYTES, Remark, Sheet, key, read
from partners.ground.sheets.separated import decoded
from partners.ground.sheets.unpacking import TOO_BIG
from partners.ground.templatetags.dutch import counted, day
from partners.ground.texts import CHAPTER
from partners.models import MOST_DELIVERY_DAYS, Body, Source

NOTHING = "Kies een bestand, of plak een lijst."
BOTH = "Kies een bestand of plak een lijst, niet allebei."
NO_BODY = "Kies van welk orgaan deze dagen zijn."
NO_DAYS = "Hierin staan geen dagen die wij hier kunnen gebruiken."
TWICE = "‘{}’ is op dezelfde dag als rij {}. Wij nemen alleen die rij over."
LONG = "‘{}’ duurt meer dan één dag. Wij slaan het hier over. Is het een reces, voer het dan in bij Recessen."
LEFT_OUT = "Overgeslagen: {}."
FILE_AND_LIST = (".txt", ".csv")
# What a recess is called in the calendar of an office.
RECESS = ("reces", "vakantie")


class DaysForm(UploadForm):
    """What somebody has of the days of a body, or of more bodies."""

    body = forms.ModelChoiceField(
        Body.objects.select_related("partner"),
        label="Orgaan",
        required=False,
        help_text="Bij een kalender (ics), en bij een lijst of blad zonder de kolom ‘Orgaan’.",
    )
    sheet = forms.FileField(
        label="Bestand",
        required=False,
        help_text=(
            "Een kalender (ics), een lijst (txt), of een blad (xlsx, ods, csv). Hoogstens 2 MB en 1.000 dagen. "
            "Er verandert niets voordat u dat bevestigt."
        ),
        error_messages={"empty": "Dit bestand is leeg."},
        widget=forms.FileInput(attrs={"accept": ".ics,.xlsx,.ods,.csv,.txt"}),
    )
    pasted = Text(
        label="Of plak een lijst",
        required=False,
        max_length=CHAPTER,
        help_text="Op elke regel een dag, zoals: donderdag 24 juni 2027, 19.30 uur. Of plak uit een spreadsheet.",
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    word = Text(
        label="Alleen met dit woord in de titel",
        required=False,
        max_length=60,
        help_text="Bij een kalender waarin ook andere dingen staan, bijvoorbeeld: raadsvergadering.",
    )
    source = ReferenceCell(
        Source.objects, called="title", label="Bron", required=False, help_text="De titel of het kenmerk van de bron."
    )
    lapses = forms.BooleanField(
        label="Wat er niet in staat, vervalt",
        required=False,
        help_text="Vergaderingen tussen de eerste en de laatste dag van de lijst, van vandaag af.",
    )

    def clean(self):
        cleaned = super().clean()
        if not self.errors:
            is_file, is_text = bool(cleaned.get("sheet")), bool(cleaned.get("pasted"))
            if is_file == is_text:
                self.add_error("sheet", BOTH if is_file else NOTHING)
        return cleaned


class RecessDaysForm(DaysForm):
    """The same for recesses, of which none lapses by not being named."""

    lapses = None


def read_days(layout, sent, *, rows_of):
    """The Sheet of what a DaysForm was `sent`. `rows_of(days, sent)` gives (rows, notes) of FoundDays.

    Raises ValidationError, at the field, for what is wrong with it as a whole.
    """
    upload, pasted = sent["sheet"], sent["pasted"]
    try:
        if upload and upload.name.lower().endswith(".ics"):
            return sheet_of_days(layout, *days_of_calendar(upload.read(MOST_BYTES + 1)), sent, rows_of)
        text = pasted or text_of(upload)
        if text is not None and not has_head(layout, text, sent["body"]):
            return sheet_of_days(layout, *days_of_text(text), sent, rows_of)
        return sheet_with_head(layout, upload or ContentFile(text.encode(), name="lijst.csv"), sent)
    except ValidationError as error:
        if hasattr(error, "error_dict"):
            raise
        raise ValidationError({"pasted" if pasted else "sheet": error.messages}) from error


def text_of(upload):
    """The text of a file that may be a list; None for a spreadsheet. The file can be read again."""
    if not upload.name.lower().endswith(FILE_AND_LIST):
        return None
    if upload.size > MOST_BYTES:
        raise ValidationError(TOO_BIG)
    text = decoded(upload.read())
    upload.seek(0)
    return text


def needed(layout, body):
    """The names of the columns that a sheet must have; that of the body only when none was chosen."""
    fields = layout.form.base_fields
    return [fields[name].label for name in layout.key if not (body and name == "body")]


def has_head(layout, text, body):
    """Whether the first line of a text names the columns that are needed."""
    head = text.lstrip().partition("\n")[0]
    cells = {key(cell.strip(' "')) for cell in max((head.split(mark) for mark in "\t;,"), key=len)}
    return {key(name) for name in needed(layout, body)} <= cells


def sheet_with_head(layout, upload, sent):
    """The Sheet in a file with named columns, with the body and the source that were chosen where it names none."""
    found = read(upload, columns=list(layout.columns.values()), required=needed(layout, sent["body"]))
    return replace(found, rows=[(number, chosen(sent) | row) for number, row in found.rows])


def chosen(sent):
    """What was chosen for every row, as the text of its cells."""
    return {
        **({"Orgaan": sent["body"].name} if sent["body"] else {}),
        **({"Bron": sent["source"].slug} if sent["source"] else {}),
    }


def sheet_of_days(layout, days, remarks, sent, rows_of):
    """The Sheet of FoundDays. Raises ValidationError when it is not known whose they are, or there are none."""
    if not sent["body"]:
        raise ValidationError({"body": NO_BODY})
    word = sent["word"].casefold()
    wanted = [one for one in days if word in one.title.casefold()]
    rows, notes = rows_of(wanted, sent)
    if not rows and not remarks:
        raise ValidationError(NO_DAYS)
    if len(wanted) < len(days):
        notes = [*notes, Remark(0, "", LEFT_OUT.format(counted(len(days) - len(wanted), "dag,dagen")))]
    rows = [(number, chosen(sent) | row) for number, row in rows]
    return Sheet(list(layout.columns.values()), rows, remarks, notes)


def sitting_rows(days, sent):
    """(Rows, notes) of the days as sittings: one on each day, and what lasts longer is left out."""
    rows, notes, by_day = [], [], {}
    for one in days:
        if one.last > one.first:
            notes.append(Remark(one.number, "", LONG.format(one.title or day(one.first))))
        elif one.first in by_day:
            notes.append(Remark(one.number, "", TWICE.format(one.title or day(one.first), by_day[one.first])))
        else:
            by_day[one.first] = one.number
            rows.append((one.number, sitting_row(one)))
    if sent["lapses"] and by_day:
        rows += lapsed_rows(sent["body"], by_day, after=days[-1].number)
    return rows, notes


def sitting_row(one):
    """One day as a row. A second day in a line that comes before the first is until when one hands in papers."""
    row = {"Datum": one.first.isoformat(), "Vervalt": "ja" if one.lapses else "nee"}
    if one.starts_at:
        row["Tijd"] = f"{one.starts_at:%H.%M}"
    if timedelta(0) < one.first - one.last <= timedelta(days=MOST_DELIVERY_DAYS):
        row["Aanleveren tot en met"] = one.last.isoformat()
    return row


def lapsed_rows(body, by_day, *, after):
    """A row for each sitting ahead between the first and last of `by_day` that is not one of them: it lapses."""
    first = max(timezone.localdate(), min(by_day))
    missing = body.sittings.filter(held_on__range=(first, max(by_day)), is_cancelled=False).exclude(held_on__in=by_day)
    days = missing.order_by("held_on").values_list("held_on", flat=True)
    return [(after + place, {"Datum": on.isoformat(), "Vervalt": "ja"}) for place, on in enumerate(days, 1)]


def recess_rows(days, sent):
    """(Rows, notes) of the days as recesses. Of a calendar those that last longer, or are called one."""
    of_calendar = bool(sent["sheet"]) and sent["sheet"].name.lower().endswith(".ics")
    named = [one for one in days if not of_calendar or one.last > one.first or is_recess(one.title)]
    left_out = counted(len(days) - len(named), "dag,dagen")
    notes = [Remark(0, "", LEFT_OUT.format(left_out))] if len(named) < len(days) else []
    return [
        (
            one.number,
            {"Naam": one.title[:80] or "reces", "Van": one.first.isoformat(), "Tot en met": one.last.isoformat()},
        )
        for one in named
    ], notes


def is_recess(title):
    return any(word in title.casefold() for word in RECESS)
