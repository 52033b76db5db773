"""A page as it is kept: compressed, with a name by which a browser knows whether it has it already."""

import gzip
import hashlib
import re
from datetime import timedelta
from functools import lru_cache

import brotli
from django.http import HttpResponse, HttpResponseNotModified
from django.http.response import ResponseHeaders
from django.utils import timezone
from django.utils.cache import cc_delim_re

BROTLI_QUALITY, GZIP_LEVEL = 5, 6
MOMENT = timedelta(seconds=1)
# What an answer that is kept has of its own.
OWN = {"content-length", "content-encoding", "etag", "cache-control", "vary"}
# Files that are no smaller in a zip: a PDF, those of Word, Excel and LibreOffice, which are one, and a zip itself.
COMPRESSED = ("application/pdf", "application/vnd.", "application/zip")
ACCEPTED = re.compile(r"(br|gzip)\s*(?:;\s*q=([0-9.]+))?\s*(?:,|$)")


class ReadyHeaders(ResponseHeaders):
    """A copy of other headers, which need not be looked at one by one again."""

    def __init__(self, headers):
        self._store = headers._store.copy()


class KeptPage:
    """The answer to whoever asks for one page: the same bytes, compressed as each can read it.

    A browser keeps it and asks each time whether it still holds (no-cache); its name (ETag) follows from what is in
    it, so that it is the same on every server. What says the same as the page `before` it is not compressed again.

    An answer that says why there is no page now, with a function `still_holds`, is kept for a MOMENT, and for another
    one while that function says so. No browser keeps it.
    """

    def __init__(self, response, *, state, until, before=None):
        self.state, self.status, self.still_holds = state, response.status_code, getattr(response, "still_holds", None)
        self.until = min(until, timezone.now() + MOMENT) if self.still_holds else until
        self.headers = {name: value for name, value in response.items() if name.lower() not in OWN}
        vary = [name for name in cc_delim_re.split(response.get("Vary", "")) if name.lower() not in ("", "cookie")]
        self.vary = ", ".join(dict.fromkeys([*vary, "Accept-Encoding"]))
        plain = response.content
        self.is_compressed = response.get("Content-Type", "").startswith(COMPRESSED)
        said = "\n".join(f"{name}: {value}" for name, value in sorted(self.headers.items()))
        self.name = hashlib.sha256(said.encode() + plain).hexdigest()[:24]
        is_as_before = before is not None and before.name == self.name
        # The headers of the whole, by encoding.
        self.ready = before.ready if is_as_before else {}
        self.compressed = before.compressed if is_as_before else self.at_first(plain)

    def at_first(self, plain):
        """The bytes in the one encoding of which the others are made."""
        return {"": plain} if self.is_compressed else {"br": brotli.compress(plain, quality=BROTLI_QUALITY)}

    @property
    def size(self):
        """How many bytes it takes, about; with gzip beside it, which somebody may come to ask for."""
        return 2_000 + (len(self.compressed[""]) if self.is_compressed else int(2.3 * len(self.compressed["br"])))

    def is_of(self, state):
        return self.state == state

    def goes_on(self):
        """Whether what holds for a moment holds for another one."""
        if not self.still_holds or not self.still_holds():
            return False
        self.until = timezone.now() + MOMENT
        return True

    def answer(self, request):
        """The answer to `request`: that the browser has it already, or the whole."""
        encoding = "" if self.is_compressed else chosen(request.META.get("HTTP_ACCEPT_ENCODING", ""))
        etag = f'"{self.name}-{encoding or "id"}"'
        if self.still_holds:
            request.is_no_fault = True
        elif etag in request.META.get("HTTP_IF_NONE_MATCH", ""):
            return HttpResponseNotModified(headers=self.own(etag))
        content = self.bytes_in(encoding)
        answer = HttpResponse(b"" if request.method == "HEAD" else content, status=self.status)
        if encoding not in self.ready:
            of_whole = {"Content-Length": str(len(content))} | ({"Content-Encoding": encoding} if encoding else {})
            self.ready = self.ready | {encoding: ResponseHeaders(self.headers | self.own(etag) | of_whole)}
        answer.headers = ReadyHeaders(self.ready[encoding])
        return answer

    def own(self, etag):
        """The headers by which whoever gets it may keep it."""
        if self.still_holds:
            return {"Cache-Control": "no-store", "Vary": self.vary}
        return {"ETag": etag, "Cache-Control": "no-cache", "Vary": self.vary}

    def bytes_in(self, encoding):
        """The page as `encoding` has it. It is kept in brotli, and in gzip once somebody asked for that."""
        if encoding in self.compressed:
            return self.compressed[encoding]
        plain = brotli.decompress(self.compressed["br"])
        if encoding == "gzip":
            self.compressed = self.compressed | {"gzip": gzip.compress(plain, GZIP_LEVEL, mtime=0)}
            return self.compressed["gzip"]
        return plain


@lru_cache(maxsize=64)
def chosen(accepted):
    """The best way to compress of those that a browser says to read, or ""."""
    can = encodings(accepted)
    return "br" if "br" in can else "gzip" if "gzip" in can else ""


def encodings(accepted):
    """Those of them that a browser says to read."""
    return {name for name, weight in ACCEPTED.findall(accepted) if not weight or float(weight.rstrip(".") or 0) > 0}
