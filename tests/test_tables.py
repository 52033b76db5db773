"""What tables report on their evening, without an account, and how the secretariat lays them."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains

from consultation import actions, cards
from consultation.models import (
    Attendance,
    Channel,
    DiscussionTable,
    Letter,
    LetterState,
    Point,
    SenderKind,
    TableSession,
)
from partners.ground.documents import pdf
from tests.autosaving import TYPING, fields
from tests.reacting import hidden


@pytest.fixture
def desk(client, secretary):
    client.force_login(secretary)
    return client


@pytest.fixture
def session(open_consultation):
    """A session with two tables that is going on now."""
    now = timezone.now()
    session = TableSession.objects.create(
        consultation=open_consultation,
        title="Reflectie aan tafel",
        place="Stadhuis",
        opens_at=now - timedelta(hours=1),
        closes_at=now + timedelta(hours=1),
    )
    actions.set_up_tables(session=session, count=2)
    return session


@pytest.fixture
def at_table(client, session):
    """The first table and the browser of whoever reports for it, without an account."""
    return client, session.tables.get(number=1)


def page_of(table):
    return f"/tafel/{table.token}/"


def test_a_table_reports_without_an_account_and_its_report_is_checked_first(at_table, secretary, open_consultation):
    client, table = at_table
    question = open_consultation.questions.get()
    page = client.get(page_of(table))
    assert "<h1>Wat zei tafel 1?</h1>" in page.text
    assert (page.headers["X-Robots-Tag"], page.headers["Referrer-Policy"]) == ("noindex, nofollow", "same-origin")
    said = hidden(page) | {
        f"question-{question.pk}": "De arbeidsmarkt.",
        "wie-0-sort": "raadsleden",
        "wie-0-count": "3",
        "wie-2-sort": "inwoners",
        "wie-2-count": "2",
    }
    page = client.post(page_of(table), said, follow=True)
    assert "Uw verslag is opgeslagen." in page.text
    assert "De arbeidsmarkt.</textarea>" in page.text
    assert [(one.sort, one.count) for one in table.attendance.all()] == [("raadsleden", 3), ("inwoners", 2)]
    letter = Letter.objects.get()
    assert (letter.sender_kind, letter.channel, letter.state, letter.body) == (
        SenderKind.TABLE,
        Channel.TABLE,
        LetterState.DRAFT,
        None,
    )
    again = hidden(page) | {f"question-{question.pk}": "De arbeidsmarkt en de zorg."}
    client.post(page_of(table), again)
    assert [point.text for point in Point.objects.all()] == ["De arbeidsmarkt en de zorg."]
    assert Letter.objects.counted().count() == 0

    with pytest.raises(actions.Refused, match="De avond loopt nog"):
        actions.register(letter=letter, by=secretary)
    TableSession.objects.update(closes_at=timezone.now())
    actions.register(letter=letter, by=secretary)
    assert list(Letter.objects.counted()) == [letter]
    page = client.get(page_of(table)).text
    assert "Wijzigen kan niet meer." in page
    assert "<button" not in page


def test_what_a_table_reported_is_not_corrected_as_a_letter(at_table, secretary):
    _, table = at_table
    letter = actions.report(table=table, answers={None: "Groen."}, attendance=[])
    with pytest.raises(actions.Refused, match="Alleen een ingeschreven brief"):
        actions.correct(letter=letter, by=secretary)


def test_two_phones_at_one_table_lose_nothing(at_table, open_consultation):
    client, table = at_table
    name = f"question-{open_consultation.questions.get().pk}"
    opened, other = hidden(client.get(page_of(table))), hidden(client.get(page_of(table)))
    counted = {"wie-0-sort": "raadsleden", "wie-0-count": 3}
    client.post(page_of(table), opened | {name: "Van de ene telefoon."} | counted)
    page = client.post(page_of(table), other | {name: "Van de andere telefoon."})
    assert page.status_code == 409
    assert "Van de ene telefoon." in page.text
    assertContains(page, "<h3>Wie zaten er aan tafel?</h3><p>3 raadsleden</p>", status_code=409, html=True)
    assert "Van de andere telefoon.</textarea>" in page.text
    assert Point.objects.get().text == "Van de ene telefoon."
    assert 'data-unsaved="ja"' in page.text
    kept = client.post(page_of(table), hidden(page) | {name: "Van de andere telefoon.", "houd": ""}, follow=True)
    assert "De tekst die er stond, is gebleven." in kept.text
    assert "Van de ene telefoon.</textarea>" in kept.text
    assert table.attendance.get().count == 3
    client.post(page_of(table), hidden(page) | {name: "Van beide."})
    assert Point.objects.get().text == "Van beide."


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({}, "schrijf iets op voordat u opslaat"),
        ({"wie-0-sort": "raadsleden"}, "vul in hoeveel raadsleden er waren"),
        ({"wie-0-count": "3"}, "vul in wie deze 3 waren"),
        ({"wie-0-sort": "raadsleden", "wie-0-count": "veel"}, "vul het aantal in als getal"),
        ({"wie-0-sort": "raadsleden", "wie-0-count": "-1"}, "vul een aantal van 1 of meer in"),
        ({"wie-0-sort": "a\x00b", "wie-0-count": "1"}, "haal het onzichtbare nul-teken uit uw tekst"),
        (
            {"wie-0-sort": "Inwoners", "wie-0-count": "1", "wie-1-sort": "inwoners", "wie-1-count": "2"},
            "zet elke groep in één regel",
        ),
    ],
)
def test_a_mistake_at_a_table_is_explained_and_loses_nothing(at_table, open_consultation, typed, says):
    client, table = at_table
    name = f"question-{open_consultation.questions.get().pk}"
    text = {name: "Dit blijft staan."} if typed else {}
    page = client.post(page_of(table), hidden(client.get(page_of(table))) | text | typed)
    assert page.status_code == 200
    assert f"Fout: {says}" in page.text
    assert "<title>Fout: Verslag van tafel 1" in page.text
    # What was said is saved, though not yet who sat there.
    assert [point.text for point in Point.objects.all()] == [*text.values()]
    assert Attendance.objects.count() == 0
    if typed:
        assert "Dit blijft staan.</textarea>" in page.text
        client.post(
            page_of(table), hidden(page) | {name: "Dit staat er.", "wie-0-sort": "raadsleden", "wie-0-count": 3}
        )
        assert Point.objects.get().text == "Dit staat er."
        assert str(Attendance.objects.get()) == "3 raadsleden"


# While somebody types


def type_at(client, table, form, **typed):
    """What the form sends by itself; it then holds what it is answered. Returns the line and its state."""
    page = client.post(page_of(table), form | typed, headers=TYPING)
    assert page.status_code == 200
    form |= fields(page)
    return page.text, re.search(r'data-state="(\w+)"', page.text)[1]


def test_a_table_is_saved_while_somebody_types(at_table, open_consultation):
    client, table = at_table
    name = f"question-{open_consultation.questions.get().pk}"
    form = hidden(client.get(page_of(table)))
    assert type_at(client, table, form, **{name: ""}) == (type_at(client, table, form)[0], "refused")
    assert Letter.objects.count() == 0
    for text in ("De arbeids", "De arbeidsmarkt", "", "De zorg"):
        line, state = type_at(client, table, form, **{name: text})
        assert "Opgeslagen om" in line
        assert state == "held"
        assert [point.text for point in Point.objects.all()] == ([text] if text else [])
    assert client.post(page_of(table), form | {name: "De zorg."}).status_code == 302
    assert Point.objects.get().text == "De zorg."


def test_of_a_table_what_was_said_is_saved_though_who_sat_there_is_half_filled_in(at_table, open_consultation):
    client, table = at_table
    name = f"question-{open_consultation.questions.get().pk}"
    form = hidden(client.get(page_of(table)))
    line, state = type_at(client, table, form, **{name: "De zorg", "wie-0-sort": "raadsleden"})
    assert "Opgeslagen, maar nog niet wie er aan tafel zaten: vul in hoeveel raadsleden er waren" in line
    assert state == "refused"  # so the phone keeps it
    assert Point.objects.get().text == "De zorg"
    said = {name: "De zorg", "wie-0-sort": "raadsleden", "wie-0-count": "3"}
    assert type_at(client, table, form, **said)[1] == "held"
    assert type_at(client, table, form, **said | {"wie-0-count": "4"})[1] == "held"
    assert str(Attendance.objects.get()) == "4 raadsleden"


def test_a_second_phone_that_types_never_replaces_what_it_did_not_show(at_table, open_consultation):
    client, table = at_table
    name = f"question-{open_consultation.questions.get().pk}"
    one, other = hidden(client.get(page_of(table))), hidden(client.get(page_of(table)))
    type_at(client, table, one, **{name: "Van de ene", "wie-0-sort": "raadsleden", "wie-0-count": "3"})
    line, state = type_at(client, table, other, **{name: "Van de andere"})
    assert "Niet opgeslagen. Iemand anders van uw tafel heeft intussen opgeslagen." in line
    assert state == "refused"
    # Another count is asked about too, and the same count is not.
    line, state = type_at(client, table, other, **{"wie-0-sort": "raadsleden", "wie-0-count": "4"})
    assert state == "refused"
    same = {"wie-0-sort": "raadsleden", "wie-0-count": "3"}
    assert type_at(client, table, dict(other), **{name: "Van de ene"} | same)[1] == "held"
    page = client.post(page_of(table), other | {name: "Van de andere"})
    assert page.status_code == 409
    assert client.post(page_of(table), hidden(page) | {name: "Van beide"}).status_code == 302
    assert Point.objects.get().text == "Van beide"
    assert "intussen opgeslagen" in type_at(client, table, one, **{name: "Van de ene, verder"})[0]


def test_a_form_without_its_counts_is_no_error_of_ours(at_table):
    client, table = at_table
    assert client.post(page_of(table), {}).status_code == 200
    assert client.post(page_of(table), {"wie-TOTAL_FORMS": "9" * 40, "wie-INITIAL_FORMS": "x"}).status_code == 200


def test_a_table_is_closed_before_and_after_its_evening(at_table, open_consultation):
    client, table = at_table
    name = f"question-{open_consultation.questions.get().pk}"
    opened = hidden(client.get(page_of(table)))
    TableSession.objects.update(closes_at=timezone.now())
    page = client.post(page_of(table), opened | {name: "Net te laat."})
    assert page.status_code == 409
    assert "Net te laat." in page.text
    assert Letter.objects.count() == 0
    TableSession.objects.update(
        opens_at=timezone.now() - timedelta(days=9), closes_at=timezone.now() - timedelta(days=8)
    )
    page = client.get(page_of(table))
    assert (page.status_code, "De link werkte 7 dagen" in page.text) == (410, True)
    later = timezone.now() + timedelta(days=1)
    TableSession.objects.update(opens_at=later, closes_at=later + timedelta(hours=2))
    page = client.get(page_of(table)).text
    assert "Verslag doen kan vanaf" in page
    assert "<form" not in page.split("<main")[1]


def test_who_guesses_codes_is_stopped(client, session):
    statuses = [client.get(f"/tafel/{number:012}/").status_code for number in range(22)]
    assert statuses == [404] * 20 + [429] * 2
    assert client.get(page_of(session.tables.first())).status_code == 200


def test_a_code_cannot_be_guessed_and_can_be_typed_over(session):
    codes = [table.token for table in session.tables.all()]
    assert len(set(codes)) == 2
    assert all(re.fullmatch(r"[a-hjkmnp-z2-9]{12}", code) for code in codes)


def test_the_desk_lays_tables_and_prints_their_cards(desk, open_consultation, settings):
    settings.SITE_URL = "https://portal.example"
    form = {
        "consultation": open_consultation.pk,
        "title": "Avond voor raden",
        "place": "Hattem",
        "opens_at_0": "2027-01-12",
        "opens_at_1": "19:00",
        "closes_at_0": "2027-01-12",
        "closes_at_1": "22:00",
        "table_count": "3",
        "tables-TOTAL_FORMS": 0,
        "tables-INITIAL_FORMS": 0,
    }
    page = desk.post(reverse("admin:consultation_tablesession_add"), form, follow=True)
    assert "Nieuwe tafels: 3." in page.text
    session = TableSession.objects.get()
    page = desk.get(reverse("admin:consultation_tablesession_cards", args=[session.pk]))
    assert re.findall(r"Tafel (\d)</h2>", page.text) == ["1", "2", "3"]
    assert "style=" not in page.text.split("<main")[1]
    for table in session.tables.all():
        assert f"https://portal.example/tafel/{table.token}/" in page.text
    assert page.text.count("<svg") == 4  # the three and the mark of the site
    assert session.consultation.questions.get().text in page.text
    answer = desk.get(reverse("admin:consultation_tablesession_cards_pdf", args=[session.pk]))
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-")
    assert actions.set_up_tables(session=session, count=2) == 0
    assert actions.set_up_tables(session=session, count=5) == 2


def test_the_cards_lie_two_to_a_page(session):
    actions.set_up_tables(session=session, count=4)
    pages = re.findall(rb"/Type\s*/Page\b", pdf(cards.document(session)))
    assert len(pages) == 2
    assert DiscussionTable.objects.count() == 4
