"""What happens to every request, before and after the pages themselves."""

import gzip
import secrets
from http import HTTPStatus

from django.conf import settings
from django.utils.cache import patch_vary_headers

from partners.ground import history
from regiozwolle.keeping.kept_page import COMPRESSED, encodings
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
# Bytes below which compressing gains nothing, the level of gzip, and how many bytes of noise there are at most.
LEAST_COMPRESSED, QUICK, MOST_NOISE = 200, 3, 100
HEAD_OF_GZIP, PLACE_OF_FLAGS = 10, 3
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


def gzipped(get_response):
    """Compresses what is made for one reader, as Django's own middleware does but at a lower level.

    That takes a third of the time for a tenth more bytes. A name of random length in it hides how long the page is,
    which would tell of the token in it. What is streamed stays as it is, to say how long it is; most files are
    compressed already.
    """

    def middleware(request):
        response = get_response(request)
        if response.streaming or len(response.content) < LEAST_COMPRESSED or "Content-Encoding" in response.headers:
            return response
        if response.headers.get("Content-Type", "").startswith(COMPRESSED):
            return response
        patch_vary_headers(response, ("Accept-Encoding",))
        if "gzip" in encodings(request.META.get("HTTP_ACCEPT_ENCODING", "")):
            response.content = with_noise(gzip.compress(response.content, QUICK, mtime=0))
            response.headers["Content-Encoding"] = "gzip"
            response.headers["Content-Length"] = str(len(response.content))
            if response.headers.get("ETag", "").startswith('"'):
                response.headers["ETag"] = f"W/{response.headers['ETag']}"
        return response

    return middleware


def with_noise(compressed):
    """The same in gzip, with a name of a random length, that nobody shows, behind the head."""
    head = bytearray(compressed[:HEAD_OF_GZIP])
    head[PLACE_OF_FLAGS] = gzip.FNAME
    return bytes(head) + b"a" * secrets.randbelow(MOST_NOISE) + b"\0" + compressed[HEAD_OF_GZIP:]


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
