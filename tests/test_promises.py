"""What the fixed texts of the site promise or count is what the code does, and cannot become untrue unnoticed."""

import re
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from django.conf import settings

from agenda.models import priority
from consultation.deciding.models.entry_link import KNOWN_FOR
from consultation.models.consultation import GRACE
from consultation.models.kept_text import KEPT_FOR
from consultation.models.letter_choices import BROUGHT_BACK_FOR
from partners.ground import limits
from partners.ground.calendars.writing import HALF_A_DAY
from partners.ground.mail.sending import KEPT
from regiozwolle.history import restoring
from regiozwolle.identity.sessions import DESK, MEMBERS
from regiozwolle.meetings.models.registration import TOLD, RegistrationState
from regiozwolle.meetings.registering import BEFORE
from regiozwolle.safety.notices import Cookie

ROOT = Path(settings.BASE_DIR)
TEMPLATES = ROOT / "templates"
# How many there are is counted; a sentence about the past, or a part of an invented example, is none of these.
COUNTED = re.compile(
    r"\b(\d+|twee|drie|vier|vijf|twintig|zesentwintig)\s+"
    r"(gemeenten|provincies|raden|organen|partners|uitvoeringslijnen|opgaven|ambities|projecten|waterschappen)\b",
    re.IGNORECASE,
)
# Pages that say when they were last brought up to date: what they say now, and the day that they name.
# Did you change such a page? Then change the day on it too, and put the new sum here.
DATED = {
    "accessibility.html": ("29 november 2026", "c6e93dacfed9"),
    "privacy.html": ("30 november 2026", "5af331890105"),
}


def said(name):
    """The words of a template, on one line."""
    return " ".join((TEMPLATES / name).read_text(encoding="utf-8").split())


@pytest.mark.parametrize(
    ("name", "words", "kept", "promised"),
    [
        ("413.html", "meer dan 12 MB aan tekst", settings.DATA_UPLOAD_MAX_MEMORY_SIZE, 12 * 1024 * 1024),
        (
            "account/email/login_code_message.html",
            "De code is 10 minuten geldig",
            timedelta(seconds=settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT),
            timedelta(minutes=10),
        ),
        ("consultation/parts/about_writing.html", "Dan krijgt u 15 minuten extra.", GRACE, timedelta(minutes=15)),
        ("privacy.html", "7 dagen, of 24 uur zonder dat u iets doet.", MEMBERS.in_words, ("24 uur", "7 dagen")),
        ("privacy.html", "Voor het secretariaat 12 uur, of 30 minuten <", DESK.in_words, ("30 minuten", "12 uur")),
        (
            "privacy.html",
            ">1 jaar<",
            timedelta(seconds=settings.CSRF_COOKIE_AGE) // timedelta(days=7),
            52,
        ),
        ("privacy.html", "Wat er eerder stond, wissen wij na dertig dagen", BROUGHT_BACK_FOR, timedelta(days=30)),
        ("privacy.html", "Het dertig dagen lang kunnen terughalen", BROUGHT_BACK_FOR, timedelta(days=30)),
        ("privacy.html", "Na 30 dagen zonder wijziging verwijderen wij ze.", KEPT_FOR, timedelta(days=30)),
        ("privacy.html", "Negentig dagen na het einde van de link", KNOWN_FOR, timedelta(days=90)),
        ("privacy.html", "de rest na negentig dagen", KEPT, timedelta(days=90)),
        ("agenda/say_priorities.html", "in hoogstens 280 tekens", priority.MOST, 280),
        ("meetings/calendars.html", "Wij vragen om twee keer per dag.", HALF_A_DAY, timedelta(days=1) / 2),
        ("admin/deleted.html", "kunt u dertig dagen lang terughalen", restoring.KEPT_FOR, timedelta(days=30)),
        ("consultation/_changes.html", "kunt u dertig dagen terugzetten", BROUGHT_BACK_FOR, timedelta(days=30)),
    ],
)
def test_a_term_in_a_fixed_text_is_the_one_that_is_kept(name, words, kept, promised):
    assert words in said(name)
    assert kept == promised


def test_who_registers_is_reminded_when_the_page_says():
    assert "Twee dagen vooraf krijgt u een herinnering." in TOLD[RegistrationState.PLACED][1]
    assert timedelta(days=2) == BEFORE


def test_the_browser_forgets_what_was_typed_when_the_page_on_privacy_says():
    assert "anders na 24 uur, zodra u weer inlogt of zo’n formulier opent" in said("privacy.html")
    script = (ROOT / "static/js/keep/shelf.js").read_text(encoding="utf-8")
    assert "const DAY = 24 * 60 * 60 * 1000;" in script
    assert "entry.at < Date.now() - DAY" in script


def test_an_address_on_the_internet_is_kept_as_another_code_each_day():
    assert "een code die er elke dag anders van is gemaakt, hooguit 25 uur" in said("privacy.html")
    assert max(limits.DAY, *limits.SENDING.most, *limits.SENDING.network) == 24 * 3600  # and cleared each hour


def test_no_page_counts_in_a_fixed_text_what_can_grow():
    counted = [
        f"{path.relative_to(TEMPLATES)}: {found[0]}"
        for path in sorted(TEMPLATES.rglob("*.html"))
        if path.name != "stijlgids.html" and "admin" not in path.parts
        for found in [COUNTED.search(" ".join(path.read_text(encoding="utf-8").split()))]
        if found
    ]
    assert counted == []


def test_no_fixed_text_says_of_whatever_is_added_that_public_sources_were_searched_for_it():
    texts = [*TEMPLATES.rglob("*.html"), *(ROOT / "regiozwolle/pages").rglob("*.py")]
    assert [path.name for path in texts if "openbare bron" in path.read_text(encoding="utf-8")] == []


def test_the_page_on_privacy_names_every_cookie(client, db):
    page = client.get("/privacy/").text
    assert Cookie.cookie_name == settings.MESSAGES_COOKIE_NAME
    for name in (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, Cookie.cookie_name):
        assert f'<th scope="row">{name}</th>' in page


@pytest.mark.parametrize(("name", "dated"), DATED.items())
def test_a_page_that_says_when_it_was_brought_up_to_date_was(name, dated):
    day, digest = dated
    words = said(name)
    assert f"Bijgewerkt op {day}." in words
    assert sha256(words.encode()).hexdigest()[:12] == digest
