"""What visitors, machines and the log are told when something goes wrong."""

import logging
import re
import threading
from datetime import timedelta

import psycopg
import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.db import IntegrityError, OperationalError, connection, connections
from django.http import HttpResponse
from django.test import Client
from django.urls import path
from django.utils import timezone
from psycopg_pool import PoolTimeout

from partners.ground import runs
from partners.ground.documents import CannotTypeset
from partners.ground.mail import sending
from partners.ground.models import CommandRun, Mail
from regiozwolle.trouble import condition, logs, outage
from regiozwolle.urls import handler400, handler500  # noqa: F401 - Django looks for them here
from regiozwolle.urls import urlpatterns as pages

NUMBER = re.compile(r"\b[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}\b")
OPINION = "Mijn geheime mening"
FAULTS = {
    "fout": ValueError("“te lang” is geen getal: 'Wij willen meer woningen, zegt Robin', robin@example.org"),
    "geweigerd": PermissionDenied(),
    "document": CannotTypeset("typst took more than 40 seconds"),
}


def fail(request, kind, key=""):
    if kind == "rij":
        with connection.cursor() as cursor:
            cursor.execute("select %s::text::integer", [OPINION])
    if kind == "weg":
        raise OperationalError("couldn't get a connection after 3.00 sec") from PoolTimeout()
    if kind == "vol":
        raise OperationalError("could not extend file") from psycopg.errors.DiskFull()
    if kind == "dicht":
        with connection.cursor() as cursor:
            cursor.execute("set transaction read only")
            cursor.execute("create table dicht ()")
    if kind in FAULTS:
        raise FAULTS[kind]
    return HttpResponse("goed")


urlpatterns = [path("gaat/<slug:kind>/", fail), path("gaat/<slug:kind>/<str:key>/", fail), *pages]


@pytest.fixture
def visitor(settings):
    """Somebody who gets the page that a browser gets when a view fails."""
    settings.ROOT_URLCONF = "tests.test_trouble"
    return Client(raise_request_exception=False)


def is_discreet(handler):
    return any(isinstance(one, logs.Discreet) for one in handler.filters)


@pytest.fixture
def log(tmp_path):
    """What the portal's own handler writes, as a function."""
    handler = next(one for one in logging.getLogger().handlers if is_discreet(one))
    file = (tmp_path / "log").open("w+")
    before = handler.setStream(file)
    yield lambda: (file.flush(), (tmp_path / "log").read_text())[1]
    handler.setStream(before)
    file.close()


@pytest.fixture
def no_return(monkeypatch):
    """The database stays away until the test says `set()`."""
    back = threading.Event()
    monkeypatch.setattr(outage, "PAUSE", 0.01)
    monkeypatch.setattr(outage, "answers", back.is_set)
    yield back
    back.set()
    while outage.away.is_set():
        back.wait(0.01)


@pytest.mark.parametrize(
    ("kind", "status", "words"),
    [
        ("fout", 500, "Er ging bij ons iets mis"),
        ("vol", 503, "De portal is even niet bereikbaar"),
        ("dicht", 503, "De portal is even niet bereikbaar"),
        ("document", 503, "Dit document kon nu niet worden gemaakt"),
        ("geweigerd", 403, "U hebt geen toegang tot deze pagina"),
    ],
)
def test_a_page_that_fails_says_so_in_dutch(visitor, db, kind, status, words):
    response = visitor.get(f"/gaat/{kind}/")
    assert response.status_code == status
    assert words in response.text
    assert not re.search(r"Robin|extend file|read-only|typst", response.text), "it tells what is inside"
    assert response.headers.get("Retry-After") == ("60" if status == 503 else None)
    assert 'lang="nl"' in response.text
    assert response.headers["X-Request-ID"] in NUMBER.findall(response.text)


@pytest.mark.parametrize("kind", ["fout", "vol", "document"])
def test_the_number_on_the_page_is_in_the_log_with_the_moment(visitor, log, kind):
    (number,) = NUMBER.findall(visitor.get(f"/gaat/{kind}/").text)
    line = next(line for line in log().splitlines() if number in line)
    assert line.startswith(timezone.localdate().isoformat())
    assert "GET gaat/<slug:kind>/" in line


def test_who_is_signed_in_and_refused_can_name_a_number_too(visitor, log, councillor):
    visitor.force_login(councillor)
    (number,) = NUMBER.findall(visitor.get("/gaat/geweigerd/").text)
    assert number in log()


def test_an_answer_without_a_fault_has_no_number_for_it_may_go_to_many(visitor, db):
    assert "X-Request-ID" not in visitor.get("/gaat/goed/").headers


def test_a_request_that_cannot_be_read_gets_a_number(visitor, log):
    response = visitor.get("/", headers={"host": "kwaad.example"})
    assert (response.status_code, len(NUMBER.findall(response.text))) == (400, 1)
    assert NUMBER.search(response.text)[0] in log()
    assert log().count("\n") == 1, "a stranger can fill the log"


def test_a_form_that_is_refused_says_why_in_the_log(visitor, log, settings):
    Client(enforce_csrf_checks=True, raise_request_exception=False).post("/gaat/goed/")
    assert "Forbidden (CSRF cookie not set.): POST gaat/<slug:kind>/" in log()


def test_two_requests_have_two_numbers(visitor):
    assert visitor.get("/gaat/fout/").text != visitor.get("/gaat/fout/").text


@pytest.mark.parametrize(
    ("kind", "secret"),
    [
        ("fout", "robin@example.org"),
        ("fout", "meer woningen"),
        ("fout/eyJhbGciOiJIUzI1NiJ9:1abcDE:abcdefghijklmnop", "eyJhbGciOiJIUzI1NiJ9"),
        ("rij", OPINION),
        ("bestaat-niet", "bestaat-niet"),
    ],
)
def test_the_log_holds_no_address_text_key_or_page(visitor, log, db, kind, secret):
    visitor.get(f"/gaat/{kind}/?q=robin@example.org")
    visitor.get(f"/{kind}/")
    assert secret not in log()
    assert "robin" not in log()


def test_the_log_of_an_error_says_where_it_was_raised(visitor, log, db):
    visitor.get("/gaat/rij/")
    assert "test_trouble.py" in log()
    assert "psycopg.errors.InvalidTextRepresentation: invalid input syntax for type integer" in log()
    assert "django.db.utils.DataError" in log()


def test_what_a_database_says_of_a_row_is_not_told():
    row = IntegrityError('null value in column "name"\nDETAIL:  Failing row contains (1, geheim@example.org).')
    assert logs.told(row) == 'django.db.utils.IntegrityError: null value in column "name"'


def test_what_was_only_handled_when_it_happened_is_not_called_its_cause(db, monkeypatch):
    """As when the database goes away while a session is read: that it was not read yet is no fault."""

    def gone(session):
        raise OperationalError("server closed the connection") from psycopg.OperationalError("consuming input failed")

    monkeypatch.setattr(SessionStore, "load", gone)
    with pytest.raises(OperationalError) as caught:
        SessionStore("sleutel-van-een-sessie").get("iemand")
    caught.value.__cause__.__context__ = caught.value.__context__  # psycopg raises it at the same place
    kinds = [line for line in logs.told(caught.value).splitlines() if not line.startswith(" ")]
    assert kinds == [
        "django.db.utils.OperationalError: server closed the connection",
        "That was caused by:",
        "psycopg.OperationalError: consuming input failed",
        "That happened while this was handled:",
        "AttributeError: 'SessionStore'…'",
    ]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("KeyError: 'sender'", "KeyError: 'sender'"),
        ("invalid literal: 'twee woorden'", "invalid literal: '…'"),
        ("to Robin <robin@example.org> at 12", "to Robin <[adres]> at 12"),
        ("code 12345678 is wrong", "code [sleutel] is wrong"),
        ("token MTI:1vPq5m:Zk3J9sdfQ-x_w8ehM2y", "token [sleutel]"),
        ("django.db.backends.postgresql.base", "django.db.backends.postgresql.base"),
        ("what one typed\nERROR another line", "what one typed ERROR another line"),
    ],
)
def test_what_is_masked(said, told):
    assert logs.masked(said) == told


def test_every_handler_of_the_log_is_discreet():
    # Not of the libraries by which another test judges the catalogue, should it have run in this process.
    names = [name for name in logging.root.manager.loggerDict if not name.startswith(("rdflib", "pyshacl"))]
    loggers = [logging.getLogger(), *map(logging.getLogger, names)]
    handlers = {handler for logger in loggers for handler in logger.handlers}
    heard = {one for one in handlers if not isinstance(one, logging.NullHandler)}
    ours = {one for one in heard if type(one).__module__.split(".")[0] in ("logging", "django")}
    loud = [one for one in ours if not is_discreet(one)]
    # For a developer's `runserver` only.
    assert [one for one in loud if one not in logging.getLogger("django.server").handlers] == []
    assert ours - set(loud)


def test_a_refused_mail_leaves_no_address_in_the_log(log, db, monkeypatch):
    with_address = {"Robin@Example.org": (550, b"Robin@Example.org unknown")}

    class Refusing(sending.get_connection().__class__):
        def send_messages(self, messages):
            raise sending.smtplib.SMTPRecipientsRefused(with_address)

    monkeypatch.setattr(sending, "get_connection", Refusing)
    Mail.objects.create(
        kind="inloggen", to="Robin@Example.org", message_id="<1@x>", expires_at=timezone.now() + timedelta(hours=1)
    )
    sending.send_waiting()
    assert Mail.objects.get().state == "mislukt"
    assert "is geweigerd: 550" in log()
    assert "robin" not in log().lower()


# The database away


def test_one_waits_for_a_database_that_is_away_and_the_rest_is_answered_at_once(visitor, no_return, db):
    assert visitor.get("/gaat/weg/").status_code == 503
    response = visitor.get("/gaat/goed/")
    assert (response.status_code, response.headers["Retry-After"]) == (503, "60")
    assert "De portal is even niet bereikbaar" in response.text
    assert NUMBER.search(response.text)


def test_the_portal_is_back_by_itself(visitor, no_return, log):
    visitor.get("/gaat/weg/")
    no_return.set()
    for _ in range(500):
        if visitor.get("/gaat/goed/").status_code == 200:
            break
        threading.Event().wait(0.01)
    assert visitor.get("/gaat/goed/").text == "goed"
    assert "The database is back after 0 seconds." in log()


def test_a_database_that_answers_is_not_away(visitor, db):
    visitor.get("/gaat/vol/")
    visitor.get("/gaat/rij/")
    assert not outage.away.is_set()
    assert visitor.get("/gaat/goed/").text == "goed"


def test_a_connection_of_its_own_finds_the_database(db):
    assert outage.answers()


def test_a_connection_of_its_own_finds_no_database(db, monkeypatch):
    parameters = {"host": "127.0.0.1", "port": 1, "dbname": "x"}
    monkeypatch.setattr(type(connections["default"]), "get_connection_params", lambda self: parameters)
    assert not outage.answers()


@pytest.mark.parametrize(
    ("cause", "is_gone"),
    [
        (PoolTimeout(), True),
        (psycopg.errors.AdminShutdown(), True),
        (psycopg.errors.CannotConnectNow(), True),
        (psycopg.errors.TooManyConnections(), True),
        (psycopg.errors.ConnectionFailure(), True),
        (psycopg.errors.DeadlockDetected(), False),
        (psycopg.errors.DiskFull(), False),
    ],
)
def test_when_the_database_is_gone(cause, is_gone):
    error = OperationalError()
    error.__cause__ = cause
    assert outage.is_gone(error) == is_gone


def test_a_refused_row_is_no_outage():
    assert not outage.is_gone(IntegrityError())


# For machines


def test_a_machine_asks_whether_the_portal_is_well_whatever_name_it_uses(client, db, settings):
    settings.SECURE_SSL_REDIRECT = True
    response = client.get("/gezond/", headers={"host": "10.0.0.7"})
    assert response.status_code == 200
    told = response.json()
    assert told["database"] is True
    assert told["mails"] == {"wachten": 0, "sinds": None, "geweigerd": 0}
    assert 0 <= told["schijf_vrij_procent"] <= 100
    assert response.headers["Cache-Control"] == "no-store"


def test_it_names_the_commands_that_no_longer_run(client, db):
    for name in ["remind", "ask_owners", "backup", "clear_kept_texts", "retain"]:
        with runs.noted(name):
            pass
    CommandRun.objects.filter(name="remind").update(succeeded_at=timezone.now() - timedelta(days=2))
    problems = [one for one in client.get("/gezond/").json()["let_op"] if "gelukt" in one]
    assert problems == [f"{name} is te lang niet gelukt: kijk naar de timers" for name in ("publish_answers", "remind")]


def test_a_run_that_failed_is_noted_as_such(db):
    with runs.noted("remind"):
        pass
    before = CommandRun.objects.get()
    with pytest.raises(ValueError, match="mis"), runs.noted("remind"):
        raise ValueError("mis")
    after = CommandRun.objects.get()
    assert after.succeeded_at == before.succeeded_at
    assert after.ended_at > before.ended_at


def test_without_a_database_a_machine_gets_503(client, no_return):
    outage.begin()
    response = client.get("/gezond/")
    assert (response.status_code, response.json()["database"]) == (503, False)
    assert response.json()["let_op"][-1] == "de database is niet bereikbaar"


def test_every_command_that_is_watched_notes_itself(db):
    for name in sorted(set(condition.COMMANDS) - {"backup"}):  # tests/test_commands.py makes one
        call_command(name, verbosity=0)
    assert set(CommandRun.objects.values_list("name", flat=True)) == set(condition.COMMANDS) - {"backup"}
