"""The addresses of the snapshot and of the changes."""

from hashlib import sha256
from http import HTTPStatus
from json import dumps, loads
from tempfile import TemporaryFile

from django.shortcuts import redirect
from django.utils.cache import get_conditional_response

from partners.ground import limits
from partners.ground.documents.making import FileToMake, ToDescribe
from regiozwolle.api.feed.models import PublishedRow, PublishedState
from regiozwolle.api.middleware import problem
from regiozwolle.api.rows import address, link
from regiozwolle.api.views import LONGEST_KEY, as_json, asking

NOT_UP_TO = "De parameter tot is een geheel getal vanaf 0. Laat hem weg voor het laatste nummer."
NOT_A_NUMBER = "De parameter na is het nummer van de laatste wijziging die u hebt: een geheel getal vanaf 0."
# As many changes as one page has; a file of more rows than LARGE is made by the worker.
MOST, LARGE = 500, 20_000
AT_ONCE = 500


@asking("na")
def changes(request):
    """What changed after the number that `na` names, each row once and as it is now. Three queries."""
    after = request.GET.get("na", "0")
    if not (after.isascii() and after.isdecimal() and len(after) <= LONGEST_KEY):
        return problem(HTTPStatus.BAD_REQUEST, NOT_A_NUMBER)
    limits.hold_if_possible(request, limits.FOLLOWING)
    last = last_number()
    etag = f'"{sha256(f"{after} {last}".encode()).hexdigest()[:24]}"'
    if answer := get_conditional_response(request, etag=etag):
        return answer
    found = list(PublishedRow.objects.after(int(after))[: MOST + 1])
    rows = found[:MOST]
    reached = rows[-1].number if rows else max(last, int(after))
    here = address("changes")
    answer = as_json(
        {
            "links": {
                "self": link(f"{here}?na={int(after)}"),
                "volgende": link(f"{here}?na={reached}"),
                "momentopname": link(address("snapshot")),
            },
            "tot": reached,
            "meer": len(found) > MOST,
            "wijzigingen": [change_of(row) for row in rows],
        }
    )
    answer.headers["ETag"], answer.headers["Cache-Control"] = etag, "no-cache"
    return answer


def change_of(row):
    """A change as it is told; of a row that is gone no more than that."""
    return {
        "nummer": row.number,
        "moment": row.published_at.isoformat(timespec="seconds"),
        "verzameling": row.dataset,
        "sleutel": row.key,
        "rij": loads(row.content) if row.content else None,
    }


@asking("tot")
def snapshot(request):
    """All rows as they are now, one on a line; the first line has the number up to which that is.

    It has an address for each number, so that what is kept there is never another one.
    """
    asked = request.GET.get("tot", "0")
    if not (asked.isascii() and asked.isdecimal() and len(asked) <= LONGEST_KEY):
        return problem(HTTPStatus.BAD_REQUEST, NOT_UP_TO)
    last = last_number()
    if "tot" not in request.GET or asked != str(last):
        return redirect(f"{address('snapshot')}?tot={last}")
    is_large = PublishedRow.objects.there().count() > LARGE
    write = in_a_file if is_large else b"".join
    work = ToDescribe(lambda: write(lines(last)), digest=f"open data {last}", is_large=is_large, chapters=0)
    return FileToMake(work, "application/x-ndjson", f"regio-zwolle-{last}.ndjson")


def lines(last):
    """The lines of the snapshot, as bytes; what became public after `last` meanwhile is told as a change too."""
    yield line_of({"tot": last})
    for row in PublishedRow.objects.there().iterator(AT_ONCE):
        yield f'{{"verzameling":"{row.dataset}","sleutel":{row.key},"rij":{row.content}}}\n'.encode()


def in_a_file(pieces):
    """The `pieces` in a file that goes with its last reader, of which little is in memory at once."""
    written = TemporaryFile()  # noqa: SIM115  (who keeps it reads it later)
    written.writelines(pieces)
    return written


def line_of(content):
    return dumps(content, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def last_number():
    return PublishedState.objects.values_list("number", flat=True).first() or 0
