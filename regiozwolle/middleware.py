"""What happens to every request, before and after the pages themselves."""

from http import HTTPStatus

from django.conf import settings
from django.middleware.gzip import GZipMiddleware

from partners.ground import history
from regiozwolle.keeping.kept_page import COMPRESSED
from regiozwolle.trouble import health, logs, outage, pages

CONTENT_SECURITY_POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "object-src 'none'",
    ]
)
PERMISSIONS_POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"


def security_headers(get_response):
    """Adds the policies that keep foreign scripts, frames and devices out; a constant string costs nothing."""

    def middleware(request):
        response = get_response(request)
        # A page of the desk that shows a mail as its reader sees it brings one of its own; the API is for other sites.
        response.headers.setdefault("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        response.headers["Permissions-Policy"] = PERMISSIONS_POLICY
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        # The server would name its software here.
        response.headers["Server"] = "portal"
        return response

    return middleware


def keep_personal_answers_out_of_caches(get_response):
    """Lets nobody keep what somebody reads because of who they are: no browser, no proxy, no shared computer.

    Who has a session may be signed in, so every answer to them counts as personal; so does an answer that starts a
    session, and all of the desk. An address that is a key says so itself (`partners.ground.links.unlisted`). All
    else says the same to everyone.
    """

    def middleware(request):
        response = get_response(request)
        has_session = settings.SESSION_COOKIE_NAME in request.COOKIES or response.cookies
        if has_session or request.path_info.startswith("/beheer/"):
            response.headers["Cache-Control"] = "private, no-store"
        return response

    return middleware


def who_asks(get_response):
    """Lets what is done for a request be recorded as done by its user. Asks for that user only when something is."""

    def middleware(request):
        with history.acting_for(lambda: request.user):
            return get_response(request)

    return middleware


class GZip(GZipMiddleware):
    """Django's own, which would hide how long a stored file is, and most files are compressed already."""

    def process_response(self, request, response):
        is_compressed = response.headers.get("Content-Type", "").startswith(COMPRESSED)
        return response if response.streaming or is_compressed else super().process_response(request, response)


def numbered(get_response):
    """Gives the request a number, which an error page tells its reader and the log tells whoever looks for it.

    A header of every error tells it too, to programs. No other answer has it, for what is kept goes to many.
    """

    def middleware(request):
        with logs.numbered() as request.number:
            response = get_response(request)
        if response.status_code >= HTTPStatus.BAD_REQUEST:
            response.headers["X-Request-ID"] = request.number
        return response

    return middleware


def asked_for_health(get_response):
    """Answers /gezond/ before the name of the host or the proxy is looked at, for who asks is a machine nearby."""

    def middleware(request):
        return health.answer() if request.path_info == health.PATH else get_response(request)

    return middleware


def while_database_is_away(get_response):
    """Lets nobody wait for a database that is known to be away."""

    def middleware(request):
        return pages.unavailable() if outage.away.is_set() else get_response(request)

    return middleware
