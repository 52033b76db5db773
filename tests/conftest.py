"""The cast of the tests: a few partners, a draft agenda, and the people who act.

The names are real municipalities; the people and what they say are invented.
"""

import os
from datetime import UTC, date, datetime, timedelta

import hypothesis
import pytest
from django.apps import apps
from django.conf import settings as project
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.utils import timezone
from django.utils.text import slugify

from agenda.models import Agenda, Element, ElementKind, ElementLink, Version, VersionStatus, Wording
from consultation import actions
from consultation.models import Consultation, Question, Sharing
from consultation.senders import senders
from partners import geography
from partners.ground.publishing import Publishable
from partners.models import Body, BodyKind, Capacity, Mandate, Partner, PartnerKind, Source, User
from regiozwolle import content
from regiozwolle.downloads import middleware, turn
from regiozwolle.models import SeededEntry
from tests import chromium, reacting, roles, states, telling
from tests.cores import pytest_collection_finish as pytest_collection_finish
from tests.cores import pytest_collection_modifyitems as pytest_collection_modifyitems
from tests.cores import pytest_xdist_auto_num_workers as pytest_xdist_auto_num_workers
from tests.cores import pytest_xdist_make_scheduler as pytest_xdist_make_scheduler
from tests.databases import content_of_demo as content_of_demo
from tests.databases import django_db_setup as django_db_setup
from tests.databases import filled as filled
from tests.databases import pytest_sessionfinish as pytest_sessionfinish
from tests.figures import deal as deal
from tests.figures import growth as growth
from tests.figures import helped as helped
from tests.figures import investment as investment
from tests.figures import promise as promise
from tests.figures import taking_part as taking_part
from tests.published import add, give_words
from tests.working import Outbox

# What is drawn at random is drawn the same every time, however busy the machine is.
hypothesis.settings.register_profile("the same", derandomize=True, deadline=None)
hypothesis.settings.load_profile("the same")

LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


def pytest_addoption(parser):
    parser.addoption("--look", action="store_true", help="Look at every state of every page: axe and the HTML checker.")


@pytest.hookimpl(trylast=True)
def pytest_configure(config):
    telling.tell_at_once(config)
    if config.getoption("--look"):
        project.MIDDLEWARE.insert(0, "tests.states.record")


def pytest_sessionstart(session):
    """With --look the browser is fetched, where this machine has none, before the tests divide over the cores."""
    if session.config.getoption("--look") and "PYTEST_XDIST_WORKER" not in os.environ:
        why_no_browser()


def why_no_browser():
    """What the machine lacks and what to do about it, or nothing when there is a browser; in CI there must be one."""
    try:
        chromium.find()
    except chromium.MissingBrowserError as missing:
        if os.environ.get("CI"):
            raise pytest.UsageError(str(missing)) from missing
        return str(missing)
    return ""


def pytest_terminal_summary(terminalreporter):
    """Says in one line that the browser was missed, for a skipped test alone is easily overlooked."""
    missed = [report for report in terminalreporter.getreports("skipped") if chromium.MISSING in str(report.longrepr)]
    if missed:
        reason = missed[0].longrepr[2].removeprefix("Skipped: ")
        terminalreporter.write_line(f"{len(missed)} browsertests niet gedraaid: {reason}", yellow=True)


@pytest.fixture(scope="session")
def no_browser():
    """Why there is no browser; empty when there is one."""
    return why_no_browser()


@pytest.fixture(scope="session")
def looker(no_browser, tmp_path_factory):
    """Looks at pages; None where there is no browser."""
    own = tmp_path_factory.getbasetemp()
    states.seen = (own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own) / "seen"
    if no_browser:
        yield None
        return
    looker = states.Looker()
    yield looker
    looker.close()


@pytest.fixture(scope="session", autouse=True)
def looks_from_the_start(request):
    """With --look also the pages that a fixture of a whole file reads are kept, so the looker is there before it."""
    if request.config.getoption("--look"):
        request.getfixturevalue("looker")


@pytest.fixture(scope="session", autouse=True)
def what_tests_make_is_public():
    """Things that the tests make are on the site, as the seed is; a test of a concept says `public_from=None`."""
    for model in filter(lambda model: issubclass(model, Publishable), apps.get_models()):
        model._meta.get_field("public_from")._get_default = lambda: LONG_AGO


@pytest.fixture(autouse=True)
def every_state_holds(request):
    """With --look, fails the test that shows a page with a fault which no test before it showed."""
    looker = request.getfixturevalue("looker") if request.config.getoption("--look") else None
    yield
    pages, states.waiting[:] = states.waiting[:], []
    if looker:
        faults = [f"{page.path}: {fault}" for page in pages for fault in looker.faults(page)]
        assert not faults, "\n".join(faults)


@pytest.fixture(autouse=True)
def mail_in_memory(settings):
    """Mail stays in `mailoutbox`, whatever the settings of the machine say."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"


@pytest.fixture
def mailoutbox(db):
    """The mails that left, in the place of pytest-django's, which knows no worker."""
    return Outbox()


@pytest.fixture(autouse=True)
def mails_elsewhere(settings, tmp_path):
    """The mails that the demo shows lie in a folder of the test's own."""
    settings.EMAIL_FILE_PATH = tmp_path / "mail"


@pytest.fixture(scope="session", autouse=True)
def the_secretariat_signs_in_with_two_steps():
    """Who is signed in as the secretariat at once has passed the second step; `roles.one_step` takes it back."""
    sign_in = Client.force_login

    def with_both_steps(client, user, backend=None):
        sign_in(client, user, backend)
        if user.is_staff:
            roles.pass_second_step(client, user)

    with pytest.MonkeyPatch.context() as patching:
        patching.setattr(Client, "force_login", with_both_steps)
        yield


@pytest.fixture(autouse=True)
def no_earlier_attempts():
    """The limits on signing in count in the cache, which outlives a test."""
    cache.clear()


@pytest.fixture(autouse=True)
def who_downloads_has_the_turn(monkeypatch):
    """However long the documents took that another test made in this process."""
    monkeypatch.setattr(turn, "SAVED", float("inf"))
    monkeypatch.setattr(middleware.turn, "left", float("inf"))


@pytest.fixture
def deck(db):
    """The source most facts come from."""
    return Source.objects.create(slug="presentatie", title="Presentatie Samenwerken in Regio Zwolle")


@pytest.fixture
def overijssel(db):
    return Partner.objects.create(slug="overijssel", name="Overijssel", kind=PartnerKind.PROVINCE, cbs_code="PV23")


@pytest.fixture
def zwolle(overijssel):
    return Partner.objects.create(
        slug="zwolle", name="Zwolle", kind=PartnerKind.MUNICIPALITY, province=overijssel, cbs_code="GM0193"
    )


@pytest.fixture
def dalfsen(overijssel):
    return Partner.objects.create(
        slug="dalfsen", name="Dalfsen", kind=PartnerKind.MUNICIPALITY, province=overijssel, cbs_code="GM0148"
    )


@pytest.fixture
def council(zwolle):
    """The council of Zwolle."""
    return Body.objects.create(partner=zwolle, kind=BodyKind.COUNCIL, name="gemeenteraad van Zwolle")


@pytest.fixture
def other_council(dalfsen):
    return Body.objects.create(partner=dalfsen, kind=BodyKind.COUNCIL, name="gemeenteraad van Dalfsen")


@pytest.fixture
def agenda(deck):
    return Agenda.objects.create(
        slug="2024-2028",
        title="Strategische agenda 2024-2028",
        first_year=2024,
        last_year=2028,
        source=deck,
    )


@pytest.fixture
def version(agenda, deck):
    """The draft that everyone may read."""
    return Version.objects.create(
        agenda=agenda,
        number=1,
        dated_on=date(2022, 12, 8),
        published_at=datetime(2022, 12, 8, 8, tzinfo=UTC),
        source=deck,
    )


@pytest.fixture
def line(agenda, version):
    """Implementation line 1 with its words."""
    element = Element.objects.create(
        agenda=agenda, code="RZ24-L1", kind=ElementKind.LINE, position=10, number="1", name="Economie & Arbeidsmarkt"
    )
    give_words(element, version, "Economie & Arbeidsmarkt")
    return element


@pytest.fixture
def goal(agenda, version, line):
    """Goal 1.2 of line 1 with its words."""
    element = Element.objects.create(
        agenda=agenda,
        code="RZ24-L1.2",
        kind=ElementKind.GOAL,
        parent=line,
        position=12,
        number="1.2",
        name="Toekomstbestendige arbeidsmarkt",
    )
    give_words(element, version, "Werken aan een toekomstbestendige arbeidsmarkt")
    return element


@pytest.fixture
def wording(goal, version):
    """What goal 1.2 says in the draft."""
    return Wording.objects.get(element=goal, version=version)


@pytest.fixture
def open_consultation(version):
    """A consultation on the draft that opened a week ago and closes in eight days."""
    now = timezone.now()
    consultation = Consultation.objects.create(
        slug="conceptagenda",
        title="Consultatie over de conceptagenda",
        version=version,
        opens_at=now - timedelta(days=7),
        closes_at=now + timedelta(days=8),
        summary="Wij vragen wat u van de conceptagenda vindt.",
        asked_of="Alle raden, Staten en partners.",
        effect="Het Regiobestuur beantwoordt elke reactie.",
    )
    Question.objects.create(consultation=consultation, position=1, text="Wat spreekt u aan?")
    return consultation


@pytest.fixture
def councillor(council):
    """A member of the council of Zwolle, without a party group."""
    user = User.objects.create_user("raadslid@example.org", name="Robin Raadslid")
    Mandate.objects.create(user=user, body=council, capacity=Capacity.COUNCILLOR, starts_on=date(2022, 3, 30))
    return user


@pytest.fixture
def clerk(council):
    """The griffier of the council of Zwolle."""
    user = User.objects.create_user("griffier@example.org", name="Gerrie Griffier")
    Mandate.objects.create(user=user, body=council, capacity=Capacity.CLERK, starts_on=date(2022, 3, 30))
    return user


@pytest.fixture
def outsider(other_council):
    """A member of another council, who may see nothing of Zwolle's drafts."""
    user = User.objects.create_user("ander-raadslid@example.org", name="Anne Ander")
    Mandate.objects.create(user=user, body=other_council, capacity=Capacity.COUNCILLOR, starts_on=date(2022, 3, 30))
    return user


@pytest.fixture
def secretary(db):
    """Somebody of the secretariat, with every right in the admin."""
    return User.objects.create_superuser("secretariaat@example.org", name="Sam Secretariaat")


@pytest.fixture
def region(db):
    """The real 4 provinces and 22 municipalities, as on the map, by name."""
    features = geography.FEATURES.values()
    partners = {
        name: Partner.objects.create(slug=slugify(name), name=name, kind=PartnerKind.PROVINCE)
        for name in sorted({feature["province"] for feature in features})
    }
    for feature in features:
        partners[feature["name"]] = Partner.objects.create(
            slug=slugify(feature["name"]),
            name=feature["name"],
            kind=PartnerKind.MUNICIPALITY,
            province=partners[feature["province"]],
            cbs_code=feature["code"],
        )
    return partners


@pytest.fixture
def ambition(agenda, version):
    """Regional ambition 3 with its words."""
    element = Element.objects.create(
        agenda=agenda,
        code="RZ24-R3",
        kind=ElementKind.REGIONAL,
        position=3,
        number="3",
        name="Arbeidsmarkt voor de transities",
    )
    give_words(element, version, "We werken aan een arbeidsmarkt die in staat is transities te realiseren.")
    return element


@pytest.fixture
def other_line(agenda, version):
    """Implementation line 2 with goal 2.1."""
    line = add(agenda, version, "RZ24-L2", ElementKind.LINE, 20, number="2")
    add(agenda, version, "RZ24-L2.1", ElementKind.GOAL, 21, number="2.1", parent=line)
    return line


@pytest.fixture
def link(goal, ambition):
    """That goal 1.2 contributes to ambition 3."""
    return ElementLink.objects.create(element=goal, serves=ambition, reason="Beide noemen de arbeidsmarkt.")


@pytest.fixture
def next_version(agenda, deck):
    """A newer version that everyone may read, still without words."""
    return Version.objects.create(
        agenda=agenda,
        number=2,
        status=VersionStatus.ADOPTED,
        dated_on=date(2023, 6, 30),
        published_at=datetime(2023, 6, 30, tzinfo=UTC),
        source=deck,
    )


@pytest.fixture
def group_member(council):
    """A member of the council of Zwolle with a party group, who so can react in two names."""
    user = User.objects.create_user("fractielid@example.org", name="Fenna Fractielid")
    Mandate.objects.create(
        user=user, body=council, capacity=Capacity.COUNCILLOR, party_group="Stadsbelang", starts_on=date(2022, 3, 30)
    )
    return user


@pytest.fixture
def member(client, councillor, goal, open_consultation):
    """The browser of the council member, signed in, while the consultation runs."""
    client.force_login(councillor)
    return client


@pytest.fixture
def draft(councillor, wording, open_consultation):
    """A letter of the council member with one finished point, not sent."""
    return reacting.write(councillor, open_consultation, wording).letter


@pytest.fixture
def sent(draft):
    return reacting.send(draft)


@pytest.fixture
def join(council):
    """Makes a person who acts for a body; without `body` for the council of Zwolle."""

    def make(email, *, capacity=Capacity.COUNCILLOR, party_group="", body=council):
        user = User.objects.create_user(f"{email}@example.org", name=email.capitalize())
        Mandate.objects.create(
            user=user, body=body, capacity=capacity, party_group=party_group, starts_on=date(2022, 3, 30)
        )
        return user

    return make


@pytest.fixture
def fenna(join):
    """One of two members of the same party group."""
    return join("fenna", party_group="Stadsbelang")


@pytest.fixture
def frits(join):
    """The other."""
    return join("frits", party_group="Stadsbelang")


@pytest.fixture
def write(open_consultation, wording):
    """Writes a point of somebody in the name of a sender_kind, and gives its letter."""

    def make(author, sender_kind, **content):
        sender = next(sender for sender in senders(author) if sender.sender_kind == sender_kind)
        return actions.save_point(
            author=author,
            consultation=open_consultation,
            sender=sender,
            wording=wording,
            content={"kind": "wens", "text": "Noem ook het mkb.", "proposal": ""} | content,
            opened_at=timezone.now(),
        ).letter

    return make


@pytest.fixture
def send(write):
    """As `write`, and sends it; `sharing` as one chooses."""

    def make(author, sender_kind, *, sharing=Sharing.PUBLIC, **content):
        decided = {"decided_on": date(2022, 11, 14)} if sender_kind.follows_a_decision else {}
        return actions.send(
            letter=write(author, sender_kind, **content).original, by=author, sharing=sharing, **decided
        )

    return make


@pytest.fixture
def economic_board(deck):
    return Partner.objects.create(
        slug="economic-board",
        name="Economic Board Regio Zwolle",
        kind=PartnerKind.BOARD,
        summary="Ondernemers en overheid werken samen in een coöperatieve geest.",
        source=deck,
    )


@pytest.fixture
def example_town(overijssel):
    """The demo's invented municipality."""
    return Partner.objects.create(
        slug="voorbeeldstad",
        name="Voorbeeldstad",
        kind=PartnerKind.MUNICIPALITY,
        province=overijssel,
        is_example=True,
    )


@pytest.fixture(scope="module")
def seeded(django_db_setup, django_db_blocker):
    """The whole seed, as a new portal has it, once for all tests of a file."""
    with django_db_blocker.unblock():
        content.load()
    yield
    tables = ", ".join(model._meta.db_table for model in [SeededEntry, *content.KEYS])
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {tables} CASCADE")
