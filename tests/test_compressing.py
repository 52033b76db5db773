"""How a page that is made for one reader is compressed."""

import gzip

import pytest
from django.http import FileResponse, HttpResponse

from regiozwolle.middleware import MOST_NOISE, QUICK, gzipped

PAGE = "Regio Zwolle " * 100


def sent(rf, answer, accepted="gzip, deflate, br"):
    """The answer as a browser gets it that accepts these."""
    return gzipped(lambda request: answer)(rf.get("/", headers={"accept-encoding": accepted}))


def test_a_page_is_sent_in_gzip_to_who_reads_it(rf):
    answer = sent(rf, HttpResponse(PAGE, headers={"ETag": '"een"'}))
    assert gzip.decompress(answer.content).decode() == PAGE
    assert answer["Content-Encoding"] == "gzip"
    assert answer["Content-Length"] == str(len(answer.content))
    assert (answer["Vary"], answer["ETag"]) == ("Accept-Encoding", 'W/"een"')


@pytest.mark.parametrize("accepted", ["", "br", "gzip;q=0, br"])
def test_it_is_sent_as_it_is_to_who_does_not(rf, accepted):
    answer = sent(rf, HttpResponse(PAGE), accepted)
    assert answer.text == PAGE
    assert "Content-Encoding" not in answer
    assert answer["Vary"] == "Accept-Encoding"


def test_its_length_tells_nothing_of_what_is_in_it(rf):
    lengths = {len(sent(rf, HttpResponse(PAGE)).content) for _ in range(200)}
    least = len(gzip.compress(PAGE.encode(), QUICK))
    assert len(lengths) > MOST_NOISE / 2
    assert all(least < length <= least + MOST_NOISE for length in lengths)


@pytest.mark.parametrize(
    "answer",
    [
        HttpResponse("kort"),
        HttpResponse(PAGE, headers={"Content-Encoding": "br"}),
        HttpResponse(PAGE, content_type="application/pdf"),
        FileResponse([PAGE.encode()]),
    ],
)
def test_what_gains_nothing_by_it_stays_as_it_is(rf, answer):
    before = dict(answer.headers)
    assert dict(sent(rf, answer).headers) == before
