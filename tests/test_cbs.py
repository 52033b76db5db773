"""Inhabitants from CBS: a server of our own gives the answers that StatLine gives, and every kind of failure."""

import json
import threading
import time
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

import cbsodata
import pytest
from django.core.management import CommandError, call_command

from partners.models import Certainty, Population, Source

FEED = "/ODataFeed/odata/37230ned/"
# In the shape of opendata.cbs.nl: a list of the parts, then each part with its rows in "value".
PARTS = ["TableInfos", "UntypedDataSet", "TypedDataSet", "DataProperties", "CategoryGroups", "RegioS", "Perioden"]
PERIODS = [
    {"Key": "2024JJ00", "Title": "2024", "Description": "", "Status": "Definitief"},
    {"Key": "2026JJ00", "Title": "2026", "Description": "", "Status": "Voorlopig"},
]
REGIONS = [
    {"Key": "GM0148", "Title": "Dalfsen", "Description": "", "CategoryGroupID": 5},
    {"Key": "GM0193", "Title": "Zwolle", "Description": "", "CategoryGroupID": 5},
    {"Key": "PV23  ", "Title": "Overijssel (PV)", "Description": "", "CategoryGroupID": 3},
]
COUNTS = {("GM0148", 2026): 30_264, ("GM0193", 2026): 134_147, ("PV23  ", 2026): 1_200_000, ("GM0193", 2024): 133_141}


class StatLine(BaseHTTPRequestHandler):
    """`server.fault` says what goes wrong, `server.asked` keeps the filters."""

    def do_GET(self):
        address = urlsplit(self.path)
        part = address.path.removeprefix(FEED)
        if self.server.fault == "slow":
            time.sleep(3)
        if self.server.fault == "status":
            return self.answer(503, b"Service Unavailable")
        if self.server.fault == "html":
            return self.answer(200, b"<html>onderhoud</html>")
        if self.server.fault == "shape":
            return self.answer(200, b'{"value": [{"name": "TypedDataSet"}]}' if not part else b'{"value": [{}]}')
        return self.answer(200, json.dumps({"odata.metadata": "x", "value": self.rows(part, address)}).encode())

    def rows(self, part, address):
        if not part:
            return [{"name": name, "url": f"http://{self.headers['Host']}{FEED}{name}"} for name in PARTS]
        if part != "TypedDataSet":
            return {"Perioden": PERIODS, "RegioS": REGIONS}.get(part, [])
        chosen = unquote(parse_qs(address.query)["$filter"][0])
        self.server.asked.append(chosen)
        return [
            {"RegioS": code, "Perioden": f"{year}JJ00", "BevolkingAanHetBeginVanDePeriode_1": count}
            for (code, year), count in self.server.counts.items()
            if f"'{year}JJ00'" in chosen and f"'{code.strip()}'" in chosen
        ]

    def answer(self, status, body):
        self.send_response(status)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        """Keeps the output of the tests clean."""


@pytest.fixture
def statline(monkeypatch):
    """A server on this machine that answers as StatLine does."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), StatLine)
    server.fault, server.asked, server.counts = None, [], dict(COUNTS)
    threading.Thread(target=server.serve_forever, args=[0.01], daemon=True).start()
    monkeypatch.setattr(cbsodata.cbsodata3.options, "use_https", False)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    yield server
    server.shutdown()
    server.server_close()


def run(statline, year="2026", **options):
    call_command("cbs_population", *filter(None, [year]), server=f"127.0.0.1:{statline.server_port}", **options)


def test_the_counts_of_all_partners_come_in_with_date_source_and_certainty(statline, zwolle, dalfsen, capsys):
    run(statline)
    counts = {one.partner.name: (one.count, one.certainty) for one in Population.objects.select_related("partner")}
    assert counts == {
        "Zwolle": (134_147, Certainty.PROVISIONAL),
        "Dalfsen": (30_264, Certainty.PROVISIONAL),
        "Overijssel": (1_200_000, Certainty.PROVISIONAL),
    }
    row = Population.objects.get(partner=zwolle)
    assert (row.reference_on, row.source.slug) == (date(2026, 1, 1), "cbs-37230ned")
    assert "Opgeslagen: 3\N{NO-BREAK SPACE}inwonertallen, voorlopig." in capsys.readouterr().out


def test_a_dry_run_says_what_would_change_and_keeps_nothing(statline, zwolle, dalfsen, capsys):
    run(statline, dry_run=True)
    said = capsys.readouterr().out.replace("\N{NO-BREAK SPACE}", " ")
    assert "Zwolle, 1 januari 2026: 134.147 (nieuw)" in said
    assert "Er zou veranderen: 3 inwonertallen" in said
    assert not Population.objects.exists()


def test_a_second_run_changes_only_what_changed(statline, zwolle, dalfsen, capsys):
    run(statline, verbosity=0)
    statline.counts["GM0193", 2026] = 134_200
    run(statline)
    said = capsys.readouterr().out.replace("\N{NO-BREAK SPACE}", " ")
    assert "Zwolle, 1 januari 2026: 134.200 (was 134.147, voorlopig)" in said
    assert "Opgeslagen: 1 inwonertal," in said
    assert Population.objects.count() == 3


def copied(partner, year, count, **source):
    """A count on 1 January that was read in a copy."""
    told = {"title": "Kopie", "publisher": "CBS, gelezen in een kopie", **source}
    kept, _ = Source.objects.get_or_create(slug=f"kopie-{len(source)}", defaults=told)
    return Population.objects.create(partner=partner, reference_on=date(year, 1, 1), count=count, source=kept)


@pytest.mark.parametrize(
    "source",
    [{}, {"publisher": "Een krant, naar cijfers van het CBS", "note": "Nog na te gaan bij CBS StatLine."}],
    ids=["a copy", "a paper that names CBS"],
)
def test_a_count_that_was_read_in_a_copy_makes_way_and_the_site_says_so(client, statline, zwolle, dalfsen, source):
    copied(zwolle, 2026, 134_000, **source)
    run(statline, verbosity=0)
    row = Population.objects.get(partner=zwolle)
    assert (row.count, row.source.slug, row.certainty) == (134_147, "cbs-37230ned", Certainty.PROVISIONAL)
    page = client.get("/resultaten/rechtgezet/").text
    assert "Gelezen bij CBS StatLine, in plaats van in een kopie." in page
    assert "134.000" in page


def test_a_copy_goes_also_when_cbs_was_read_before_and_says_the_same(statline, zwolle, dalfsen, capsys):
    run(statline, verbosity=0)
    copied(zwolle, 2026, 134_147)
    run(statline)
    assert [one.source.slug for one in Population.objects.filter(partner=zwolle)] == ["cbs-37230ned"]
    said = capsys.readouterr().out.replace("\N{NO-BREAK SPACE}", " ")
    assert "134.147 (was 134.147, voorlopig, in plaats van 134.147 in een kopie)" in said


def test_a_copy_of_another_day_and_another_source_stay(statline, zwolle, dalfsen, deck):
    Population.objects.create(partner=zwolle, reference_on=date(2026, 1, 1), count=134_000, source=deck)
    copied(zwolle, 2021, 129_840)
    run(statline, verbosity=0)
    assert set(Population.objects.filter(partner=zwolle).values_list("reference_on__year", "count")) == {
        (2021, 129_840),
        (2026, 134_000),
        (2026, 134_147),
    }


def test_without_a_year_every_year_with_a_copy_is_asked(statline, zwolle, dalfsen):
    statline.counts |= {("GM0148", 2024): 29_700, ("PV23  ", 2024): 1_190_000}
    copied(zwolle, 2024, 133_000)
    copied(dalfsen, 2026, 30_000)
    run(statline, None, verbosity=0)
    assert [asked[13:17] for asked in statline.asked] == ["2024", "2026"]
    assert not Population.objects.filter(source__slug__startswith="kopie").exists()
    with pytest.raises(CommandError, match="geen inwonertal op 1 januari meer dat in een kopie is gelezen"):
        run(statline, None)


def test_where_cbs_is_out_of_reach_the_copy_stays(statline, zwolle):
    copied(zwolle, 2026, 134_000)
    statline.fault = "status"
    with pytest.raises(CommandError):
        run(statline, None)
    assert Population.objects.get().count == 134_000


def test_a_dry_run_leaves_the_copy(statline, zwolle, dalfsen):
    copied(zwolle, 2026, 134_000)
    run(statline, dry_run=True, verbosity=0)
    assert Population.objects.get().count == 134_000


def test_only_what_is_needed_is_asked(statline, zwolle, dalfsen):
    run(statline, verbosity=0)
    assert statline.asked == [
        "Perioden eq '2026JJ00' and (RegioS eq 'GM0148' or RegioS eq 'GM0193' or RegioS eq 'PV23')"
    ]


@pytest.mark.parametrize("fault", ["status", "html", "shape"])
def test_an_answer_that_is_of_no_use_is_told_and_changes_nothing(statline, zwolle, fault):
    statline.fault = fault
    with pytest.raises(CommandError, match="niet bereikbaar of geeft geen bruikbaar antwoord. Er is niets gewijzigd"):
        run(statline)
    assert not Population.objects.exists()


def test_a_server_that_is_not_there_is_told_in_plain_words(zwolle, caplog):
    with pytest.raises(CommandError) as told:
        call_command("cbs_population", "2026", server="127.0.0.1:9")
    assert str(told.value) == (
        "CBS StatLine is niet bereikbaar of geeft geen bruikbaar antwoord. Er is niets gewijzigd. "
        "Probeer het later opnieuw."
    )
    # What a technician needs stands in the log, not in the message.
    assert "Connection" in caplog.text


def test_a_server_that_is_slow_is_not_waited_for(statline, zwolle):
    statline.fault = "slow"
    start = time.monotonic()
    with pytest.raises(CommandError, match="niet bereikbaar"):
        run(statline, seconds=1)
    assert time.monotonic() - start < 2.5


def test_a_partner_that_cbs_does_not_count_is_named_and_nothing_is_kept(statline, zwolle, dalfsen):
    del statline.counts["GM0148", 2026]
    with pytest.raises(CommandError, match="geen inwonertal van Dalfsen. Er is niets gewijzigd"):
        run(statline)
    assert not Population.objects.exists()


@pytest.mark.parametrize("year", ["1850", "2999"])
def test_a_year_without_counts_is_refused_before_anything_is_asked(statline, zwolle, year):
    with pytest.raises(CommandError, match="Kies een jaar"):
        run(statline, year)
    assert statline.asked == []
