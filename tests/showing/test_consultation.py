"""Consultations: where they stand by the clock, what their pages say, and their calendar."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils import timezone
from icalendar import Calendar

from agenda.models import Milestone, Version, VersionStatus
from consultation.deciding.models import Dossier
from consultation.models import Consultation, Letter, LetterState, Phase, Question, SenderKind, Step, StepState

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NBSP = "\N{NO-BREAK SPACE}"


@pytest.fixture
def clock(monkeypatch):
    """Sets what time it is: clock(2023, 1, 20, 23, 59), in Dutch time."""

    def to(*moment):
        monkeypatch.setattr(timezone, "now", lambda: datetime(*moment, tzinfo=AMSTERDAM))

    return to


@pytest.fixture
def written(version, deck):
    """The written consultation as the deck tells it, with three of its eight steps; open on this site."""
    consultation = Consultation.objects.create(
        slug="schriftelijk",
        title="Schriftelijke consultatie",
        version=version,
        opens_at=datetime(2022, 12, 10, tzinfo=AMSTERDAM),
        closes_at=datetime(2023, 1, 21, tzinfo=AMSTERDAM),
        summary="Wat vindt u van het concept?",
        asked_of="Alle partners.",
        effect="Het Regiobestuur bespreekt de reacties.",
        source=deck,
    )
    consultation.steps.create(
        title="Consultatie en interviews", starts_on=date(2022, 12, 10), ends_on=date(2023, 1, 20), source=deck
    )
    consultation.steps.create(title="Klankbordgroep", starts_on=date(2023, 1, 20), note="De bron noemt geen jaar.")
    consultation.steps.create(
        title="Besluit in de colleges",
        starts_on=date(2023, 3, 15),
        ends_text="voor het zomerreces",
        over_after=date(2023, 9, 30),
        note="De bron noemt geen jaar.",
    )
    return consultation


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
        decided_on=date(2023, 1, 16) if sender_kind in (SenderKind.COUNCIL, SenderKind.EXECUTIVE) else None,
        state=state,
        number=number if sent else None,
        sent_at=timezone.now() if sent else None,
        confirmed_at=timezone.now() if sent else None,
        withdrawn_at=timezone.now() if state == LetterState.WITHDRAWN else None,
    )


# Steps


@pytest.mark.parametrize(
    ("on", "state"),
    [
        (date(2023, 1, 19), StepState.LATER),
        (date(2023, 1, 20), StepState.NOW),
        (date(2023, 1, 21), StepState.DONE),
    ],
)
def test_a_step_of_one_day_is_now_on_that_day_only(on, state):
    assert Step(starts_on=date(2023, 1, 20)).state(on) == state


@pytest.mark.parametrize(
    ("on", "state"),
    [
        (date(2022, 12, 9), StepState.LATER),
        (date(2022, 12, 10), StepState.NOW),
        (date(2023, 1, 20), StepState.NOW),
        (date(2023, 1, 21), StepState.DONE),
    ],
)
def test_a_period_is_now_from_its_first_to_its_last_day(on, state):
    assert Step(starts_on=date(2022, 12, 10), ends_on=date(2023, 1, 20)).state(on) == state


@pytest.mark.parametrize(
    ("on", "state"),
    [
        (date(2023, 3, 14), StepState.LATER),
        (date(2023, 3, 15), StepState.NOW),
        (date(2023, 9, 30), StepState.NOW),
        (date(2023, 10, 1), StepState.DONE),
    ],
)
def test_a_step_that_ends_at_words_is_done_when_it_is_surely_over(on, state):
    step = Step(starts_on=date(2023, 3, 15), ends_text="voor het zomerreces", over_after=date(2023, 9, 30))
    assert step.state(on) == state


def test_a_step_that_ends_at_words_goes_on_while_no_last_day_is_known():
    step = Step(starts_on=date(2023, 3, 15), ends_text="voor het zomerreces")
    assert step.state(date(2099, 1, 1)) == StepState.NOW


@pytest.mark.parametrize(
    ("moment", "state"),
    [
        ((2023, 1, 19, 23, 59, 59), StepState.LATER),
        ((2023, 1, 20, 0, 0), StepState.NOW),
        ((2023, 1, 20, 23, 59, 59), StepState.NOW),
        ((2023, 1, 21, 0, 0), StepState.DONE),
    ],
)
def test_the_day_turns_at_midnight_in_the_netherlands(clock, moment, state):
    clock(*moment)
    assert Step(starts_on=date(2023, 1, 20)).state() == state


@pytest.mark.parametrize(("moment", "state"), [((2023, 5, 31, 23, 59), StepState.LATER), ((2023, 6, 1), StepState.NOW)])
def test_the_day_turns_at_dutch_midnight_in_summer_too(clock, moment, state):
    clock(*moment)
    assert Step(starts_on=date(2023, 6, 1)).state() == state


def test_steps_that_overlap_are_now_at_the_same_time(written):
    assert [step.state(date(2023, 1, 20)) for step in written.steps.all()] == [
        StepState.NOW,
        StepState.NOW,
        StepState.LATER,
    ]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"ends_on": date(2023, 1, 1)}, "Het einde ligt voor het begin."),
        (
            {"ends_on": date(2023, 2, 1), "ends_text": "voor het zomerreces"},
            "Kies een einddatum of een einde in woorden, niet allebei.",
        ),
        ({"over_after": date(2023, 2, 1)}, "Vul dit alleen in bij een einde in woorden."),
        (
            {"ends_text": "voor het zomerreces", "over_after": date(2023, 1, 1)},
            "De laatste dag ligt voor het begin.",
        ),
    ],
)
def test_a_step_that_contradicts_itself_is_refused_in_dutch(written, fields, message):
    step = Step(consultation=written, title="Stap", starts_on=date(2023, 1, 20), **fields)
    with pytest.raises(ValidationError) as refused:
        step.full_clean()
    assert message in refused.value.messages
    with pytest.raises(IntegrityError):
        step.save()


# A consultation by the clock


@pytest.mark.parametrize(
    ("at", "phase"),
    [
        (datetime(2022, 12, 9, 22, 59, 59, tzinfo=UTC), Phase.COMING),
        (datetime(2022, 12, 9, 23, 0, tzinfo=UTC), Phase.RUNNING),
        (datetime(2023, 1, 20, 22, 59, 59, tzinfo=UTC), Phase.RUNNING),
        (datetime(2023, 1, 20, 23, 0, tzinfo=UTC), Phase.CLOSED),
    ],
)
def test_a_consultation_opens_and_closes_at_the_second(written, at, phase):
    assert written.phase(at) == phase
    assert written.is_open(at) == (phase == Phase.RUNNING)
    found = Consultation.objects
    assert [found.coming(at).count(), found.running(at).count(), found.closed(at).count()] == [
        phase == Phase.COMING,
        phase == Phase.RUNNING,
        phase == Phase.CLOSED,
    ]
    assert found.open(at).count() == (phase == Phase.RUNNING)


def test_a_consultation_that_runs_elsewhere_runs_but_is_not_open(written):
    written.takes_letters = False
    written.save()
    at = datetime(2023, 1, 1, tzinfo=UTC)
    assert written.phase(at) == Phase.RUNNING
    assert not written.is_open(at)
    assert Consultation.objects.running(at).count() == 1
    assert Consultation.objects.open(at).count() == 0


@pytest.mark.parametrize(
    ("on", "left"), [(date(2023, 1, 12), 8), (date(2023, 1, 19), 1), (date(2023, 1, 20), 0), (date(2023, 1, 21), -1)]
)
def test_days_are_counted_to_the_last_day_on_which_one_can_react(written, on, left):
    assert written.days_left(on) == left


def test_a_consultation_that_closes_at_midnight_closes_on_the_day_before(written):
    assert written.last_day == date(2023, 1, 20)
    assert written.last_minute == datetime(2023, 1, 20, 23, 59, tzinfo=AMSTERDAM)


@pytest.mark.parametrize(
    ("closes_at", "last_day"),
    [
        (datetime(2026, 3, 30, tzinfo=AMSTERDAM), date(2026, 3, 29)),  # the day of 23 hours
        (datetime(2026, 3, 29, tzinfo=AMSTERDAM), date(2026, 3, 28)),
        (datetime(2026, 10, 26, tzinfo=AMSTERDAM), date(2026, 10, 25)),  # the day of 25 hours
        (datetime(2026, 10, 25, tzinfo=AMSTERDAM), date(2026, 10, 24)),
        (datetime(2026, 7, 1, 12, tzinfo=AMSTERDAM), date(2026, 7, 1)),
    ],
)
def test_the_last_day_holds_when_summer_time_begins_and_ends(closes_at, last_day):
    consultation = Consultation(closes_at=closes_at.astimezone(UTC))
    assert consultation.last_day == last_day
    assert consultation.days_left(last_day - timedelta(days=3)) == 3


@pytest.mark.parametrize(
    ("day", "words"),
    [(12, f"Nog 8{NBSP}dagen"), (19, f"Nog 1{NBSP}dag"), (20, "Vandaag is de laatste dag")],
)
def test_the_countdown_speaks_dutch(written, clock, day, words):
    clock(2023, 1, day, 20, 41)
    assert written.countdown == words


def test_a_consultation_cannot_close_before_it_opens(written):
    written.closes_at = written.opens_at
    with pytest.raises(ValidationError) as refused:
        written.full_clean()
    assert refused.value.messages == ["De consultatie sluit voordat zij opent."]


# The list


def test_the_list_says_what_is_open_and_until_when(client, written, clock):
    clock(2023, 1, 12, 20, 41)
    page = client.get("/consultaties/").text
    assert "<h1>Waar kunt u nu op reageren?</h1>" in page
    assert "Nu open: Schriftelijke consultatie" in page
    assert f'<p class="count">Nog 8{NBSP}dagen</p>' in page
    assert f"U kunt reageren tot en met 20{NBSP}januari{NBSP}2023, 23.59{NBSP}uur." in page
    assert 'href="/consultaties/schriftelijk/"' in page
    assert "Voorbeeld" not in page


def test_the_list_says_what_comes(client, written, clock):
    clock(2022, 12, 9, 23, 59)
    page = client.get("/consultaties/").text
    assert "Nu niets open" in page
    assert '<h2 id="binnenkort">Binnenkort</h2>' in page
    assert f"Van 10{NBSP}december{NBSP}2022 tot en met 20{NBSP}januari{NBSP}2023." in page


def test_the_list_keeps_what_is_closed(client, written):
    page = client.get("/consultaties/").text
    assert "Nu niets open" in page
    assert "Binnenkort" not in page
    assert '<h3><a href="/consultaties/schriftelijk/">Schriftelijke consultatie</a></h3>' in page


def test_an_empty_list_says_so(client, db):
    page = client.get("/consultaties/").text
    assert "Nu niets open" in page
    assert "Er is nog geen consultatie gesloten." in page


@pytest.mark.parametrize("moment", [(2022, 12, 1), (2023, 1, 12), (2023, 2, 1)])
def test_the_list_marks_an_example(client, written, clock, moment):
    clock(*moment)
    written.is_example = True
    written.save()
    assert '<span class="badge">Voorbeeld</span>' in client.get("/consultaties/").text


def test_only_the_first_of_two_open_consultations_has_the_full_button(client, written, clock, version):
    clock(2023, 1, 12)
    Consultation.objects.create(
        slug="later",
        title="Sluit later",
        version=version,
        opens_at=datetime(2023, 1, 1, tzinfo=UTC),
        closes_at=datetime(2023, 3, 1, tzinfo=UTC),
        summary="Nog een.",
        asked_of="Alle partners.",
        effect="Onbekend.",
    )
    page = client.get("/consultaties/").text
    assert page.count('<a class="button" ') == 1
    assert page.count('<a class="button quiet" ') == 1
    assert page.index("Schriftelijke consultatie") < page.index("Sluit later")


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_with_more_consultations(client, version, deck, count, django_assert_num_queries):
    now = timezone.now()
    for number in range(count):
        for days in (-100, -5, 100):  # closed, running, coming
            Consultation.objects.create(
                slug=f"c{number}{days}",
                title=f"Consultatie {number} {days}",
                version=version,
                opens_at=now + timedelta(days=days),
                closes_at=now + timedelta(days=days + 10),
                summary="Samenvatting.",
                asked_of="Alle partners.",
                effect="Onbekend.",
            )
        Milestone.objects.create(
            starts_on=date(2010 + number, 1, 1),
            date_text=f"{2010 + number}",
            title="Begin",
            is_main=True,
            source=deck,
        )
    with django_assert_num_queries(4):
        client.get("/consultaties/")


# One consultation


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
    assert "Dit is geen formele zienswijze en vervangt geen besluit van uw raad of Staten." in page


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
    text = written.version.get_absolute_url()
    assert f'<p>Nog 8{NBSP}dagen. <a href="{text}">Lees de tekst en reageer</a></p>' in period
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
    assert ("Zet de data in uw agenda" in client.get("/consultaties/schriftelijk/").text) is offered


@pytest.mark.parametrize("here", [True, False])
def test_who_cannot_react_is_promised_no_answers_from_elsewhere(client, written, wording, councillor, here):
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
        ((2023, 2, 1), f"Zij liep tot en met 20{NBSP}januari{NBSP}2023, en niet via deze site."),
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
    assert "Deze consultatie en haar stappen zijn verzonnen" in page
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


def test_after_closing_reactions_are_counted_per_level(client, written, council, councillor, clerk, outsider):
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
    with django_assert_num_queries(8):
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


# The calendar


@pytest.fixture
def events(client, written):
    """The events of the calendar as a calendar program reads them, by title."""
    response = client.get("/consultaties/schriftelijk/kalender.ics")
    assert response.status_code == 200
    calendar = Calendar.from_ical(response.content)
    assert not calendar.errors
    return {str(event["summary"]): event for event in calendar.walk("VEVENT")}


def test_the_calendar_is_a_file_to_download(client, written):
    response = client.get("/consultaties/schriftelijk/kalender.ics")
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="schriftelijk.ics"'
    assert response.content.startswith(b"BEGIN:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in response.content.split(b"\r\n"))


def test_the_calendar_has_every_step_and_the_closing_moment(events):
    assert list(events) == [
        "Consultatie en interviews",
        "Klankbordgroep",
        "Besluit in de colleges",
        "Reageren kan nog tot dit moment: Schriftelijke consultatie",
    ]


def test_a_period_takes_whole_days_and_ends_before_the_day_after(events):
    assert events["Consultatie en interviews"].start == date(2022, 12, 10)
    assert events["Consultatie en interviews"].end == date(2023, 1, 21)


def test_a_step_of_one_day_takes_that_day(events):
    assert events["Klankbordgroep"].start == date(2023, 1, 20)
    assert events["Klankbordgroep"].end == date(2023, 1, 21)


def test_a_step_that_ends_at_words_stands_on_its_first_day_and_says_the_words(events):
    event = events["Besluit in de colleges"]
    assert (event.start, event.end) == (date(2023, 3, 15), date(2023, 3, 16))
    assert "Vanaf 15-03-2023, voor het zomerreces." in str(event["description"])


def test_the_closing_moment_is_the_last_minute_in_dutch_time(events):
    event = events["Reageren kan nog tot dit moment: Schriftelijke consultatie"]
    assert event.start == datetime(2023, 1, 20, 23, 59, tzinfo=AMSTERDAM)
    assert event.end == datetime(2023, 1, 21, tzinfo=AMSTERDAM)
    assert event["dtstart"].params["TZID"] == "Europe/Amsterdam"


@pytest.mark.parametrize(("month", "offset"), [(1, 1), (7, 2)])
def test_the_calendar_brings_its_time_zone(client, written, month, offset):
    written.closes_at = datetime(2023, month, 21, tzinfo=AMSTERDAM)
    written.save()
    calendar = Calendar.from_ical(client.get("/consultaties/schriftelijk/kalender.ics").content)
    (zone,) = calendar.timezones
    closing = calendar.events[-1].start
    assert closing.replace(tzinfo=zone.to_tz()).utcoffset() == timedelta(hours=offset)
    assert closing == written.last_minute


def test_a_consultation_elsewhere_has_no_closing_minute(client, written):
    written.takes_letters = False
    written.save()
    calendar = Calendar.from_ical(client.get("/consultaties/schriftelijk/kalender.ics").content)
    assert len(calendar.events) == 3
    assert not calendar.timezones


def test_an_event_leads_back_to_the_page(events, settings):
    assert {str(event["url"]) for event in events.values()} == {f"{settings.SITE_URL}/consultaties/schriftelijk/"}


def test_a_calendar_that_did_not_change_reads_the_same(client, written):
    first = client.get("/consultaties/schriftelijk/kalender.ics").content
    assert client.get("/consultaties/schriftelijk/kalender.ics").content == first


def test_an_edit_changes_the_event_and_not_its_identity(client, written, clock, events):
    before = events["Klankbordgroep"]
    clock(2030, 1, 1)
    step = written.steps.get(title="Klankbordgroep")
    step.starts_on = date(2023, 1, 23)
    step.save()
    calendar = Calendar.from_ical(client.get("/consultaties/schriftelijk/kalender.ics").content)
    after = next(event for event in calendar.events if event["summary"] == "Klankbordgroep")
    assert after["uid"] == before["uid"]
    assert after.start == date(2023, 1, 23)
    assert after["dtstamp"].dt == datetime(2030, 1, 1, tzinfo=AMSTERDAM)
    assert after["sequence"] > before["sequence"]


def test_no_two_events_share_an_identity(client, written, open_consultation):
    open_consultation.steps.create(title="Stap", starts_on=date(2023, 1, 1))
    uids = [
        str(event["uid"])
        for slug in ("schriftelijk", "conceptagenda")
        for event in Calendar.from_ical(client.get(f"/consultaties/{slug}/kalender.ics").content).events
    ]
    assert len(set(uids)) == len(uids) == 6


def test_an_example_says_so_in_the_calendar_too(client, written):
    written.is_example = True
    written.save()
    calendar = Calendar.from_ical(client.get("/consultaties/schriftelijk/kalender.ics").content)
    assert all(str(event["summary"]).startswith("Voorbeeld: ") for event in calendar.events)


def test_odd_characters_survive_the_calendar(client, written):
    title = 'Overleg; "ronde 1", \\ en € 5\nBEGIN:VEVENT'
    written.steps.create(title=title, starts_on=date(2023, 1, 1))
    calendar = Calendar.from_ical(client.get("/consultaties/schriftelijk/kalender.ics").content)
    assert title in [str(event["summary"]) for event in calendar.events]
    assert len(calendar.events) == 5


# The history


@pytest.fixture
def milestones(deck):
    other = deck.__class__.objects.create(
        slug="begroting",
        title="Begroting",
        publisher="Gemeente Zwolle",
        url="https://example.org/b",
        published_text="2025",
    )
    return [
        Milestone.objects.create(
            starts_on=date(2010, 1, 1),
            date_text="2010",
            title="Start Regio Zwolle",
            is_main=True,
            source=deck,
            conflict="Andere bronnen noemen 2009 of 2011.",
        ),
        Milestone.objects.create(
            starts_on=date(2017, 11, 21), date_text="november 2017", title="Griffiers bijeen", source=other
        ),
        Milestone.objects.create(
            starts_on=date(2024, 1, 1),
            ends_on=date(2028, 12, 31),
            date_text="2024-2028",
            title="Volgende stap",
            is_main=True,
            source=deck,
        ),
    ]


def test_the_list_shows_the_main_line_of_the_history(client, milestones):
    page = client.get("/consultaties/").text
    assert "Start Regio Zwolle" in page
    assert "2010: Andere bronnen noemen 2009 of 2011." in page
    assert "Griffiers bijeen" not in page


def test_the_history_tells_every_event_with_its_source(client, milestones):
    page = client.get("/geschiedenis/").text
    assert page.index("Start Regio Zwolle") < page.index("Griffiers bijeen") < page.index("Volgende stap")
    assert "<strong>Let op:</strong> Andere bronnen noemen 2009 of 2011." in page
    assert 'Bron: <a href="https://example.org/b">Begroting</a>, Gemeente Zwolle, 2025.' in page
    assert f'id="mijlpaal-{milestones[1].pk}"' in page


def test_what_is_known_only_by_its_year_comes_last_in_that_year(client, milestones, deck):
    for starts_on, words, title in [
        (date(2024, 1, 1), "1 januari 2024", "Nieuwjaar"),
        (date(2024, 2, 9), "9 februari 2024", "De tweede Regio Deal"),
        (date(2025, 1, 1), "2025", "Een jaar later"),
    ]:
        Milestone.objects.create(starts_on=starts_on, date_text=words, title=title, source=deck)
    page = client.get("/geschiedenis/").text
    titles = ["Griffiers bijeen", "Nieuwjaar", "De tweede Regio Deal", "Volgende stap", "Een jaar later"]
    assert sorted(titles, key=page.index) == titles


@pytest.mark.parametrize(("year", "bars"), [(2023, 0), (2024, 1), (2028, 1), (2029, 0)])
def test_the_period_that_runs_is_a_bar(client, milestones, clock, year, bars):
    clock(year, 1, 1)
    assert client.get("/geschiedenis/").text.count(' class="now"') == bars


def test_an_empty_history_says_that_nothing_is_known(client, db):
    assert '<p class="unknown">nog niet bekend</p>' in client.get("/geschiedenis/").text


@pytest.mark.parametrize("count", [1, 3])
def test_the_history_costs_the_same_with_more_events(client, milestones, count, django_assert_num_queries):
    Milestone.objects.filter(pk__in=[milestone.pk for milestone in milestones[count:]]).delete()
    with django_assert_num_queries(1):
        client.get("/geschiedenis/")
