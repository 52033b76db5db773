"""The DATASETS as files, without signing in: csv and json for programs, xlsx and ods for an office.

Csv is UTF-8 with a header and semicolons, dates are ISO 8601 and decimals have a point. A cell that a spreadsheet
would run as a formula gets an apostrophe in front. Json has numbers as numbers and says what may be done with it. A
spreadsheet in Dutch reads the numbers of the csv wrongly: for that are xlsx and ods, with the same columns.
"""

import csv

from django.conf import settings
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from partners.ground.documents import Column, Document, Table, response
from partners.ground.documents.interchange import harmless, value_of
from partners.ground.documents.text import as_data
from partners.ground.state.pieces import piece
from partners.ground.state.prepared_rows import PreparedRows
from partners.ground.templatetags.parts import drawn
from regiozwolle.open_data import catalogue
from regiozwolle.open_data.datasets import DATASETS, licences_of_all

PUBLISHER = "Regio Zwolle"
# A spreadsheet of more rows takes longer to make than a visitor waits; csv and json have them all.
MOST_ROWS = 5_000
TOO_LARGE = "Deze tabel is te groot voor een spreadsheet. Neem de csv of de json."


@require_safe
def index(request):
    """What can be taken along, with one row to see what that is. Two queries."""
    page = {"files": files(licences_of_all()), "shown": FIRST_SET, "example": example(), "columns": columns()}
    return render(request, "open_data.html", page | {"most_rows": MOST_ROWS})


@piece
def files(licences_of_all):
    """What can be taken along, as the rows of a table."""
    each = zip(DATASETS.items(), licences_of_all, strict=True)
    return drawn("parts/open_data_files.html", sets=[(name, one, one.rights_under(said)) for (name, one), said in each])


@piece
def example():
    """The first row of the first data set."""
    row = FIRST.first() or {}
    path = reverse("api:item", args=[NAME_OF_FIRST, row["sleutel"]]) if row else ""
    cells = [(name, value_of(value)) for name, value in row.items()]
    return drawn("parts/open_data_example.html", cells=cells, path=path)


@piece
def columns():
    """What stands in each column of each data set."""
    return drawn("parts/open_data_columns.html", sets=DATASETS.values())


NAME_OF_FIRST, FIRST_SET = next(iter(DATASETS.items()))
FIRST = PreparedRows(lambda: FIRST_SET.rows()[:1])


@require_safe
def described(request):
    """The catalogue of all of it, for catalogues of open data."""
    return HttpResponse(catalogue.written(licences_of_all()), content_type="application/ld+json")


@require_safe
def download(request, dataset, form):
    """The table `dataset` as csv, json, xlsx or ods; anything else is a 404."""
    if dataset not in DATASETS or form not in WRITERS:
        raise Http404
    return WRITERS[form](dataset, DATASETS[dataset], form)


def as_json(name, dataset, form):
    licences = dataset.licences
    content = {
        # One code only when all that is in it has the same.
        "licentie": licences[0][0].value or None if licences and len(licences) == 1 else None,
        "gebruik": as_data(dataset.rights),
        "uitgever": PUBLISHER,
        "datum": timezone.localtime().isoformat(timespec="seconds"),
        "kolommen": [
            {"naam": column.name, "betekenis": column.meaning, "eenheid": column.unit or None, "codes": dict(codes)}
            for column, codes in dataset.described
        ],
        name: [{key: value_of(value) for key, value in row.items()} for row in dataset.rows()],
    }
    answer = JsonResponse(content, json_dumps_params={"ensure_ascii": False})
    answer["Content-Disposition"] = f'attachment; filename="regio-zwolle-{name}.json"'
    return answer


def as_csv(name, dataset, form):
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="regio-zwolle-{name}.csv"'
    writer = csv.writer(answer, delimiter=";")
    writer.writerow(dataset.names)
    writer.writerows([for_program(value) for value in row.values()] for row in dataset.rows())
    return answer


def for_program(value):
    """A cell of the csv: text that is no formula, ja or nee, a number with a point, a day or moment in ISO 8601."""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return harmless(as_data(value)) if isinstance(value, str) else value


def as_spreadsheet(name, dataset, form):
    """The same columns as xlsx or ods, with what each means on a sheet of its own."""
    rows = [tuple(row.values()) for row in dataset.rows()[: MOST_ROWS + 1]]
    if len(rows) > MOST_ROWS:
        raise Http404(TOO_LARGE)
    meanings = [
        (column.name, column.meaning, column.unit, "; ".join(f"{code}: {label}" for code, label in codes))
        for column, codes in dataset.described
    ]
    document = Document(
        title=dataset.title,
        subtitle=dataset.description,
        dated=timezone.now(),
        address=settings.SITE_URL + reverse("open_data"),
        author=PUBLISHER,
        licence=dataset.rights,
        data=[
            Table(dataset.title, dataset.spreadsheet_columns, rows),
            Table("Kolommen", [*map(Column, ("Kolom", "Betekenis", "Eenheid", "Codes"))], meanings),
        ],
    )
    return response(document, form, f"regio-zwolle-{name}")


WRITERS = {"csv": as_csv, "json": as_json, "xlsx": as_spreadsheet, "ods": as_spreadsheet}
