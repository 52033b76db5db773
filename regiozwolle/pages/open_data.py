"""The DATASETS as files that a program can read: CSV and JSON, without signing in, free to use (CC0).

CSV is UTF-8 with a header and semicolons, dates are ISO 8601 and decimals have a point. A cell that a spreadsheet
would run as a formula gets an apostrophe in front.
"""

import csv

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from partners.ground.documents.interchange import harmless
from regiozwolle.pages.datasets import DATASETS


@require_safe
def index(request):
    return render(request, "open_data.html", {"datasets": DATASETS.items()})


@require_safe
def download(request, dataset, form):
    """The table `dataset` as csv or json; anything else is a 404."""
    if dataset not in DATASETS or form not in ("csv", "json"):
        raise Http404
    rows = DATASETS[dataset].rows()
    if form == "json":
        return JsonResponse({"licentie": "CC0-1.0", dataset: list(rows)}, json_dumps_params={"ensure_ascii": False})
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="regio-zwolle-{dataset}.csv"'
    writer = csv.writer(response, delimiter=";")
    writer.writerow(DATASETS[dataset].names)
    writer.writerows([harmless(value) if isinstance(value, str) else value for value in row.values()] for row in rows)
    return response
