"""What every answer of the API has, whoever gives it: its version, that any site may read it, and errors as data."""

from http import HTTPStatus

from django.http import HttpResponse, JsonResponse

from regiozwolle.api import VERSION

PREFIX = "/api/"
# Any site may ask from the browser of a reader, and read these headers; nothing here depends on who that is.
HEADERS = {
    "API-Version": VERSION,
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "API-Version, ETag, Link, Retry-After, X-Request-ID",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "X-Content-Type-Options": "nosniff",
}
READS = ("GET", "HEAD")
ALLOWED = {"Allow": "GET, HEAD, OPTIONS"}
# What a browser asks first, before a page of another site may send the ETag that it has.
ASKED_FIRST = {
    **ALLOWED,
    "Access-Control-Allow-Methods": ALLOWED["Allow"],
    "Access-Control-Allow-Headers": "If-None-Match, If-Modified-Since",
    "Access-Control-Max-Age": "86400",
}
# What an error has of its own, and keeps as data.
OF_ERRORS = ("Allow", "Cache-Control", "Retry-After")
PROBLEM = "application/problem+json"
# (What went wrong, what to do about it), for programmers.
TOLD = {
    HTTPStatus.BAD_REQUEST: ("Verkeerde vraag", "Deze vraag konden wij niet lezen."),
    HTTPStatus.NOT_FOUND: ("Niet gevonden", "Dit is er niet, of niet meer. Wat er is, staat in openapi.json."),
    HTTPStatus.METHOD_NOT_ALLOWED: ("Kan niet", "Hier kunt u alleen lezen: met GET of HEAD."),
    HTTPStatus.TOO_MANY_REQUESTS: ("Te vaak gevraagd", "Wacht zo veel seconden als in Retry-After staat."),
    HTTPStatus.SERVICE_UNAVAILABLE: ("Nu niet", "Probeer het over een minuut opnieuw."),
}
ERRED = ("Fout bij ons", "Dit ligt aan ons. Noem bij een melding het nummer uit X-Request-ID.")


def for_programs(get_response):
    """Gives all answers of the API these headers, and an error as problem+json (RFC 9457) in the place of a page."""

    def middleware(request):
        if not request.path_info.startswith(PREFIX):
            return get_response(request)
        response = answer_without_reading(request) or get_response(request)
        if response.status_code >= HTTPStatus.BAD_REQUEST and response.headers["Content-Type"] != PROBLEM:
            said = {name: response.headers[name] for name in OF_ERRORS if name in response.headers}
            response = problem(response.status_code, headers=said)
        for name, value in HEADERS.items():
            response.headers[name] = value
        return response

    return middleware


def answer_without_reading(request):
    """The answer to what does not read: it never comes to where a page would want to know whose form it is."""
    if request.method in READS:
        return None
    if request.method == "OPTIONS":
        return HttpResponse(status=HTTPStatus.NO_CONTENT, headers=ASKED_FIRST)
    return problem(HTTPStatus.METHOD_NOT_ALLOWED, headers=ALLOWED)


def problem(status, detail="", *, headers=None):
    """An error as data, with what to do about it as its `detail`."""
    title, usual = TOLD.get(status, ERRED)
    content = {"type": "about:blank", "title": title, "status": int(status), "detail": detail or usual}
    of_the_moment = status == HTTPStatus.TOO_MANY_REQUESTS or status >= HTTPStatus.INTERNAL_SERVER_ERROR
    told = ({"Cache-Control": "no-store"} if of_the_moment else {}) | (headers or {})
    return JsonResponse(
        content, status=status, content_type=PROBLEM, headers=told, json_dumps_params={"ensure_ascii": False}
    )
