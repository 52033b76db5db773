"""The page of one consultation."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from agenda.models import Version, VersionStatus
from consultation.deciding.models import Dossier
from consultation.models import Consultation, Letter, LetterState, Question, SenderKind
from tests.reading import words

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NBSP = "\N{NO-BREAK SPACE}"


def respond(
    consultation, body, author, *, sender_kind=SenderKind.PERSONAL, state=LetterState.SENT, number="RZ-2023-0001"
):
    sent = state != LetterState.DRAFT
    return Letter.objects.create(
        consultation=consultation,
        body=body,
        author=author,
        sender_kind=sender_kind,
        capacity="raadslid",
        sharing="openbaar",
        decided_on=date(2023, 1, 16) if sender_kind in (SenderKind.COUNCIL, SenderKind.EXECUTIVE) else None,
        state=state,
        number=number if sent else None,
        sent_at=timezone.now() if sent else None,
        confirmed_at=timezone.now() if sent else None,
        withdrawn_at=timezone.now() if state == LetterState.WITHDRAWN else None,
    )


def test_an_open_consultation_says_what_one_can_do(client, written, clock):
    clock(2023, 1, 12, 20, 41)
    Question.objects.create(consultation=written, text="Wat spreekt u aan?", hint="Denk aan uw eigen gemeente.")
    page = client.get("/consultaties/schriftelijk/").text
    assert '<h1 class="document">Schriftelijke consultatie</h1>' in page
    assert f'<p class="count">Nog 8{NBSP}dagen</p>' in page
    assert f"U kunt reageren tot en met 20{NBSP}januari{NBSP}2023, 23.59{NBSP}uur." in page
    assert f'<a class="button" href="{written.version.get_absolute_url()}">Lees de tekst en reageer</a>' in page
    assert f'<a href="/consultaties/schriftelijk/vragen/">Beantwoord de 1{NBSP}vraag</a>' in page
    assert "Om te reageren logt u in met uw e-mailadres." in page
    assert "<h3>Wat spreekt u aan?</h3><p>Denk aan uw eigen gemeente.</p>" in page


def test_every_consultation_says_that_it_replaces_no_decision(client, written):
    page = client.get("/consultaties/schriftelijk/").text
    assert "Dit is geen formele zienswijze en vervangt geen besluit van uw raad of Staten." in words(page)


def test_a_consultation_says_who_asks_whom_and_who_decides(client, written, clock):
    clock(2023, 1, 12)
    written.decided_by = "De colleges, raden en Staten, vanaf 15 maart 2023."
    written.answered_by = date(2023, 2, 24)
    written.save()
    page = client.get("/consultaties/schriftelijk/").text
    assert "<dt>Wie vraagt</dt><dd>Regio Zwolle</dd>" in page
    assert "<dt>Aan wie</dt><dd><p>Alle partners.</p></dd>" in page
    assert "<dd><p>De colleges, raden en Staten, vanaf 15\xa0maart\xa02023.</p></dd>" in page
    assert f"<dd>Uiterlijk 24{NBSP}februari{NBSP}2023</dd>" in page
    assert f"versie 1 (concept, 8{NBSP}december{NBSP}2022)" in page
    assert "Bron: Presentatie Samenwerken in Regio Zwolle." in page


def test_what_is_not_known_of_a_consultation_is_said(client, written):
    page = client.get("/consultaties/schriftelijk/").text
    unknown = '<dd><span class="unknown">nog niet bekend</span></dd>'
    assert f"<dt>Wie besluit, en wanneer</dt>{unknown}" in page
    assert f"<dt>Wanneer u antwoord krijgt</dt>{unknown}" in page


def test_the_steps_show_their_state(client, written, clock):
    clock(2023, 1, 12)
    page = client.get("/consultaties/schriftelijk/").text
    period, day, words = page.split("<li class=")[-3:]
    assert period.startswith('"now period" aria-current="step">')
    assert f'<time datetime="2022-12-10">10{NBSP}december{NBSP}2022</time> – ' in period
    assert f'<time datetime="2023-01-20">20{NBSP}januari{NBSP}2023</time></p>' in period
    assert '<p class="status">Nu</p>' in period
    assert f"<p>Nog 8{NBSP}dagen.</p>" in period
    assert day.startswith('"later">')
    assert '<p class="status">Nog niet</p>' in day
    assert words.startswith('"later period">')
    assert f"15{NBSP}maart{NBSP}2023</time> – <span>voor het zomerreces</span></p>" in words


def test_steps_that_are_over_are_done(client, written):
    page = client.get("/consultaties/schriftelijk/").text
    assert page.count('<p class="status">Afgerond</p>') == 3
    assert 'aria-current="step"' not in page
    assert "Lees de tekst en reageer" not in page


def test_of_steps_elsewhere_it_is_only_said_that_they_are_past(client, written):
    Consultation.objects.update(takes_letters=False)
    page = client.get("/consultaties/schriftelijk/").text
    assert page.count('<p class="status">Voorbij</p>') == 3
    assert "Afgerond" not in page


@pytest.mark.parametrize(("moment", "offered"), [((2023, 1, 12), True), ((2023, 9, 30), True), ((2023, 10, 1), False)])
def test_the_calendar_is_offered_as_long_as_something_is_to_come(client, written, clock, moment, offered):
    clock(*moment)
    assert ("Abonneer u op deze dagen" in client.get("/consultaties/schriftelijk/").text) is offered


@pytest.mark.parametrize("here", [True, False])
def test_one_who_cannot_react_is_promised_no_answers_from_elsewhere(client, written, wording, councillor, here):
    Consultation.objects.update(takes_letters=here)
    client.force_login(councillor)
    page = client.get(f"/consultaties/schriftelijk/reageren/{wording.element.code}/").text
    assert "U kunt de tekst wel lezen" in page
    assert ("zien wat er met de reacties gebeurt" in page) is here


def test_what_steps_share_is_said_once(client, written):
    page = client.get("/consultaties/schriftelijk/").text
    assert page.count("De bron noemt geen jaar.") == 1
    assert page.count("Bron van de stappen: Presentatie Samenwerken in Regio Zwolle.") == 1


def test_a_consultation_closes_on_screen_at_dutch_midnight(client, written, clock):
    clock(2023, 1, 20, 23, 59, 59)
    page = client.get("/consultaties/schriftelijk/").text
    assert '<p class="count">Vandaag is de laatste dag</p>' in page
    clock(2023, 1, 21)
    page = client.get("/consultaties/schriftelijk/").text
    assert "Deze consultatie is gesloten" in page
    assert f"Reageren kon tot en met 20{NBSP}januari{NBSP}2023, 23.59{NBSP}uur." in page
    assert f'href="{written.version.get_absolute_url()}">Lees de tekst</a>' in page
    assert "Vandaag is de laatste dag" not in page


def test_a_consultation_that_is_still_to_open_says_when(client, written, clock):
    clock(2022, 12, 1)
    page = client.get("/consultaties/schriftelijk/").text
    assert f"U kunt reageren vanaf 10{NBSP}december{NBSP}2022, 00.00{NBSP}uur." in page
    assert "Beantwoord" not in page


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ((2022, 12, 1), f"De consultatie begint op 10{NBSP}december{NBSP}2022 en loopt niet via deze site."),
        ((2023, 1, 12), "Op deze site kunt u de tekst lezen, maar niet reageren."),
        ((2023, 2, 1), f"De consultatie liep tot en met 20{NBSP}januari{NBSP}2023, en niet via deze site."),
    ],
)
def test_a_consultation_elsewhere_invites_no_reaction_here(client, written, clock, moment, words):
    clock(*moment)
    written.takes_letters = False
    written.save()
    page = client.get("/consultaties/schriftelijk/").text
    assert words in page
    assert "Lees de tekst en reageer" not in page
    assert "Wanneer u antwoord krijgt" not in page
    assert '<h2 id="reacties">' not in page


def test_an_example_says_that_it_is_invented(client, written, clock):
    clock(2023, 1, 12)
    assert "Voorbeeld" not in client.get("/consultaties/schriftelijk/").text
    written.is_example = True
    written.save()
    page = client.get("/consultaties/schriftelijk/").text
    assert "Deze consultatie en de stappen zijn verzonnen" in page
    sections = 3  # besides the sentence under the heading and 'Nu open'
    assert page.count('<span class="badge">Voorbeeld</span>') == 2 + sections


def test_a_consultation_on_an_older_version_says_which_is_shown_now(client, written, agenda):
    Version.objects.create(
        agenda=agenda,
        number=2,
        status=VersionStatus.ADOPTED,
        dated_on=date(2023, 6, 1),
        published_at=datetime(2023, 6, 1, tzinfo=UTC),
    )
    page = client.get("/consultaties/schriftelijk/").text
    assert f"versie 1 (concept, 8{NBSP}december{NBSP}2022)" in page
    shown_now = (
        f'<a href="/agenda/{agenda.slug}/versie/2/">versie 2</a> op de site (vastgesteld, 1{NBSP}juni{NBSP}2023)'
    )
    assert f"Van deze agenda staat nu {shown_now}." in page


def test_a_consultation_on_an_example_agenda_leads_to_that_text(client, written, councillor, agenda, clock):
    clock(2023, 1, 12)
    version = written.version
    agenda.is_example = True
    agenda.save()
    client.force_login(councillor)
    for path in ("/consultaties/", "/consultaties/schriftelijk/", "/mijn-reacties/"):
        page = client.get(path).text
        assert f'href="{version.get_absolute_url()}"' in page, path
    assert "Van deze agenda staat nu" not in client.get("/consultaties/schriftelijk/").text


def test_a_closed_consultation_leads_to_the_decisions_on_its_text(client, written, version):
    Dossier.objects.create(slug="agenda", title="Strategische agenda", summary="Besluit.", version=version)
    Dossier.objects.create(slug="proef", title="Proef", summary="Besluit.", version=version, is_example=True)
    page = client.get("/consultaties/schriftelijk/").text
    assert '<a href="/besluiten/agenda/">Wat is er besloten? Strategische agenda</a>' in page
    assert "/besluiten/proef/" not in page


def test_after_closing_reactions_are_counted_per_kind_of_sender(client, written, council, councillor, clerk, outsider):
    respond(written, council, councillor, number="RZ-2023-0001")
    respond(written, council, outsider, number="RZ-2023-0002")
    respond(written, council, clerk, sender_kind=SenderKind.COUNCIL, number="RZ-2023-0003")
    respond(written, council, clerk, state=LetterState.DRAFT)
    respond(
        written, council, outsider, sender_kind=SenderKind.PARTNER, state=LetterState.WITHDRAWN, number="RZ-2023-0004"
    )
    page = client.get("/consultaties/schriftelijk/").text
    assert f"<dt>Persoonlijk</dt><dd>2{NBSP}reacties</dd>" in page
    assert f"<dt>Namens de raad of Staten</dt><dd>1{NBSP}reactie</dd>" in page
    assert "Namens de organisatie" not in page
    assert f"3{NBSP}reacties" not in page


def test_before_closing_nobody_sees_how_many_reacted(client, written, council, councillor, clock):
    clock(2023, 1, 12)
    respond(written, council, councillor)
    page = client.get("/consultaties/schriftelijk/").text
    assert '<h2 id="reacties">' not in page
    assert f"1{NBSP}reactie" not in page


def test_a_closed_consultation_without_reactions_says_so(client, written):
    assert "Er is via deze site geen reactie verstuurd." in client.get("/consultaties/schriftelijk/").text


def test_a_member_finds_only_their_own_reaction(client, written, council, councillor, outsider):
    mine = respond(written, council, councillor)
    client.force_login(councillor)
    page = client.get("/consultaties/schriftelijk/").text
    assert f'<a href="{mine.get_absolute_url()}">Reactie <span class="nowrap">RZ-2023-0001</span>, ' in page
    assert "Om te reageren logt u in" not in page
    client.force_login(outsider)
    page = client.get("/consultaties/schriftelijk/").text
    assert "RZ-2023-0001" not in page
    assert "Uw reactie" not in page


def test_a_member_finds_their_draft(client, written, council, councillor):
    draft = respond(written, council, councillor, state=LetterState.DRAFT)
    client.force_login(councillor)
    page = client.get("/consultaties/schriftelijk/").text
    assert f'<a href="{draft.get_absolute_url()}">Concept, ' in page
    assert "en nog niet verstuurd." in page


@pytest.mark.parametrize("count", [1, 3])
def test_a_consultation_costs_the_same_with_more_steps_and_questions(
    client, written, council, count, django_user_model, deck, django_assert_num_queries
):
    for number in range(count):
        written.steps.create(title=f"Stap {number}", starts_on=date(2023, 1, 1), source=deck)
        written.questions.create(text=f"Vraag {number}")
        author = django_user_model.objects.create_user(f"lid{number}@example.org")
        respond(written, council, author, number=f"RZ-2023-000{number}")
        Dossier.objects.create(slug=f"d{number}", title="Dossier", summary="Besluit.", version=written.version)
    with django_assert_num_queries(7):
        client.get("/consultaties/schriftelijk/")


@pytest.mark.parametrize("path", ["/consultaties/", "/consultaties/schriftelijk/", "/geschiedenis/"])
def test_reading_sets_no_cookie_and_carries_no_token(client, written, path):
    response = client.get(path)
    assert response.cookies == {}
    assert "csrfmiddlewaretoken" not in response.text


@pytest.mark.parametrize("path", ["/consultaties/", "/consultaties/schriftelijk/", "/geschiedenis/"])
def test_pages_that_only_show_refuse_a_post(client, written, path):
    assert client.post(path).status_code == 405


@pytest.mark.parametrize("slug", ["onbekend", "%00", "a" * 4000, "%FF", "..", "schriftelijk%0a", "Schriftelijk"])
@pytest.mark.parametrize("page", ["", "kalender.ics"])
def test_an_unknown_consultation_is_not_found(client, written, slug, page):
    assert client.get(f"/consultaties/{slug}/{page}").status_code == 404
