"""The addresses of the API: a collection, one row of it, and the description of all."""

from functools import wraps
from http import HTTPStatus

from django.http import Http404, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from regiozwolle.api import description as of_api
from regiozwolle.api.middleware import problem
from regiozwolle.api.rows import collection_of, row_of
from regiozwolle.open_data.datasets import DATASETS

NOT_A_KEY = "De parameter na is de sleutel van de laatste rij die u hebt: een geheel getal vanaf 0."
LONGEST_KEY = 18  # digits; the database has no larger number


def asking(*parameters):
    """Refuses what an address asks besides these `parameters`: who makes a typing error is told so."""

    def held(view):
        @require_safe
        @wraps(view)
        def answered(request, **arguments):
            unknown = sorted(set(request.GET) - set(parameters))
            if unknown:
                known = f"Bekend is hier alleen: {', '.join(parameters)}." if parameters else "Hier is er geen."
                return problem(HTTPStatus.BAD_REQUEST, f"Een parameter is niet bekend. {known}")
            return view(request, **arguments)

        return answered

    return held


@asking("na")
def collection(request, dataset):
    """The rows of a data set after the key that `na` names, or the first."""
    after = request.GET.get("na", "0")
    if not (after.isascii() and after.isdecimal() and len(after) <= LONGEST_KEY):
        return problem(HTTPStatus.BAD_REQUEST, NOT_A_KEY)
    content = collection_of(dataset, found(dataset), after=int(after))
    response = as_json(content)
    if following := content["links"].get("volgende"):
        response.headers["Link"] = f'<{following["href"]}>; rel="next"'
    return response


@asking()
def item(request, dataset, key):
    """One row of a data set."""
    row = found(dataset).row(key)
    if row is None:
        raise Http404
    return as_json(row_of(dataset, row))


@asking()
def description(request):
    return HttpResponse(of_api.written(), content_type="application/json")


def found(dataset):
    if dataset not in DATASETS:
        raise Http404
    return DATASETS[dataset]


def as_json(content):
    return JsonResponse(content, json_dumps_params={"ensure_ascii": False})
