"""A stored file as the answer to a request."""

from django.http import StreamingHttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header


def attached(request, stored, name):
    """The StoredFile to download as `name`, which has its ending: sent piece by piece, or 304 to who has it.

    Look first whether it `is_whole`. Who may keep it is for the middleware to say.
    """
    return sent(request, stored, content_disposition_header(True, name))


def shown(request, stored):
    """The same of a picture, to stand on a page."""
    return sent(request, stored, "inline")


def sent(request, stored, disposition):
    answer = StreamingHttpResponse(stored.pieces(), content_type=stored.content_type)
    answer["Content-Length"] = stored.size
    answer["Content-Disposition"] = disposition
    answer["ETag"] = f'"{stored.sha256}"'
    answer["X-Content-Type-Options"] = "nosniff"
    return get_conditional_response(request, etag=answer["ETag"], response=answer)
