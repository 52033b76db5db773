"""What of every request goes in the security log by itself: refusals, files of the desk, and what staff do."""

from http import HTTPStatus

from consultation import autosave
from partners.ground import security
from partners.ground.models import EventKind, EventResult

# Saves what is typed, every few seconds; it changes nothing that others see.
TYPING = "admin:keep_text"
# Signing in and out write their own line.
SIGNING = ("account_", "mfa_authenticate")


def watched(get_response):
    """Writes a line for what should be found again, after the page is made. Costs nothing for who only reads."""

    def middleware(request):
        answer = get_response(request)
        if found := what_happened(request, answer):
            kind, result = found
            security.log(kind, request, result=result)
        return answer

    return middleware


def what_happened(request, answer):
    """(EventKind, EventResult) of what a request did, or None for what needs no line."""
    if answer.status_code == HTTPStatus.FORBIDDEN:
        return EventKind.REFUSED, EventResult.REFUSED
    if answer.status_code == HTTPStatus.TOO_MANY_REQUESTS:
        return EventKind.TOO_OFTEN, EventResult.REFUSED
    if answer.status_code >= HTTPStatus.BAD_REQUEST:
        return None
    at_the_desk = request.path_info.startswith("/beheer/")
    if at_the_desk and answer.headers.get("Content-Disposition", "").startswith("attachment"):
        return EventKind.TAKEN, EventResult.DONE
    if request.method == "POST" and request.user.is_staff and not has_own_line(request):
        return EventKind.ACTED, EventResult.DONE
    return None


def has_own_line(request):
    """Whether what staff do here is a line already, or none: saving what somebody types."""
    name = request.resolver_match.view_name if request.resolver_match else ""
    return autosave.is_asked(request) or name == TYPING or name.startswith(SIGNING)
