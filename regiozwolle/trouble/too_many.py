"""Who does something more often than its limit reads when it may be again, and what they typed is theirs still."""

from http import HTTPStatus

from django.shortcuts import render

from consultation import autosave, typed
from consultation.autosave import SaveState
from partners.ground import limits
from partners.ground.templatetags.dutch import counted
from regiozwolle.kept import desk

MINUTE, HOUR = 60, 3_600  # seconds
# The pieces of pages that one asks for so often; what is typed or chosen stands beside them and stays.
PIECES = ("found", "comparison")


class WithinLimits:
    """Holds every visitor to how often they may send a form, and answers who goes over this or any other limit."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if request.method != "POST":
            return None
        try:
            limits.hold(request, limits.SENDING)
        except limits.TooMany as refusal:
            return too_many(request, refusal)
        return None

    def process_exception(self, request, exception):
        return too_many(request, exception) if isinstance(exception, limits.TooMany) else None


def too_many(request, refusal):
    """The page, with status 429. A form that saves while one types, or asks for a piece of its page, gets a line: it
    shows that in no other status than 200.
    """
    wait = in_words(refusal.wait)
    if autosave.is_asked(request):
        problem = f"Niet opgeslagen: wij krijgen te veel tegelijk. Probeer het over {wait} opnieuw."
        answer = autosave.status_line(request, state=SaveState.REFUSED, problem=problem)
    elif request.method == "GET" and request.htmx.target in PIECES:
        answer = render(request, "parts/too_many.html", {"said": refusal.limit.said, "wait": wait})
    else:
        is_kept = request.method == "POST" and (typed.store(request) or desk.store(request))
        texts = typed.texts(request) if request.method == "POST" and not is_kept else []
        page = {"said": refusal.limit.said, "wait": wait, "is_kept": is_kept, "texts": texts}
        answer = render(request, "429.html", page)
        answer.status_code = HTTPStatus.TOO_MANY_REQUESTS
    answer.headers["Retry-After"] = str(refusal.wait)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def in_words(seconds):
    """How long to wait, rounded up: 'een minuut', '25 minuten', '3 uur'."""
    if seconds <= MINUTE:
        return "een minuut"
    if seconds <= HOUR:
        return counted(-(-seconds // MINUTE), "minuut,minuten")
    return f"{-(-seconds // HOUR)} uur"
