"""Rows that grow over the years: a form with 2,000 of them opens, costs and weighs what it does with ten."""

from datetime import date, timedelta

import pytest
from django.contrib import admin
from django.contrib.admin.options import InlineModelAdmin
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from agenda.models import Element, ElementKind, Participation, Version, Wording
from consultation.deciding.models import Dossier, Track
from consultation.models import Channel, EnteredLetter, LetterState, Point, Sharing
from partners.ground.desk.series import Paged
from partners.models import Body, BodyKind, Partner, PartnerKind, Population, User
from results.models import Correction, Funding, Measurement, Project, ProjectStatus
from tests.filling import form_on, press, send
from tests.reading import words

MANY = 2000
# Of 1,000 fields Django refuses a form. A person at a form with 200 has long lost the thread.
MOST_FIELDS = 200


@pytest.fixture
def anna(db):
    return signed_in("anna@example.org", "Anna")


@pytest.fixture
def bert(db):
    return signed_in("bert@example.org", "Bert")


def signed_in(email, name):
    client = Client()
    client.force_login(User.objects.create_superuser(email, name=name))
    return client


def change(obj):
    return reverse(f"admin:{obj._meta.app_label}_{obj._meta.model_name}_change", args=[obj.pk])


def below(kind):
    for one in kind.__subclasses__():
        yield one
        yield from below(one)


def test_rows_below_a_form_are_paged_or_say_in_code_why_they_stay_few():
    known = below(InlineModelAdmin)
    ours = {inline for inline in known if inline.__module__.split(".")[0] not in ("django", "procrastinate")}
    used = {inline for desk in admin.site._registry.values() for inline in desk.inlines}
    assert len(ours) > 25
    assert used <= ours
    assert [one.__name__ for one in ours if not issubclass(one, Paged) and not getattr(one, "stays_small", "")] == []


# A form with ten rows and with very many


def measured(helped, deck, first, count):
    Measurement.objects.bulk_create(
        Measurement(
            indicator=helped,
            value=number + 1,
            reference_on=date(2001, 1, 1) + timedelta(days=number),
            reference_text=f"dag {number}",
            source=deck,
        )
        for number in range(first, first + count)
    )


def counted(zwolle, deck, first, count):
    Population.objects.bulk_create(
        Population(
            partner=zwolle, count=number + 1, reference_on=date(2001, 1, 1) + timedelta(days=number), source=deck
        )
        for number in range(first, first + count)
    )


def decided(dossier, zwolle, first, count):
    bodies = Body.objects.bulk_create(
        Body(
            partner=Partner.objects.create(
                slug=f"g{n}", name=f"Gemeente {n}", kind=PartnerKind.MUNICIPALITY, province=zwolle.province
            ),
            kind=BodyKind.COUNCIL,
            name=f"raad {n}",
        )
        for n in range(first, first + count)
    )
    Track.objects.bulk_create(Track(dossier=dossier, body=body) for body in bodies)


def reacted(letter, wording, first, count):
    Point.objects.bulk_create(
        Point(letter=letter, wording=wording, kind="wens", text=f"Punt {number}.", quoted_text=wording.text)
        for number in range(first, first + count)
    )


def funded(owner, deck, first, count):
    """Money of which none counts, so that all may be of one source and one year."""
    Funding.objects.bulk_create(
        Funding(
            **owner,
            funder="rijk",
            year=2024,
            counts=False,
            committed=number + 1,
            reference_on=date(2024, 1, 1),
            reference_text="2024",
            source=deck,
        )
        for number in range(first, first + count)
    )


def worded(version, first, count):
    elements = Element.objects.bulk_create(
        Element(
            agenda=version.agenda,
            code=f"X{n}",
            kind=ElementKind.LINE,
            position=100 + n,
            number=str(n),
            name=f"Deel {n}",
        )
        for n in range(first, first + count)
    )
    Wording.objects.bulk_create(
        Wording(
            element=element,
            version=version,
            number=element.number,
            position=element.position,
            text="Tekst.",
        )
        for element in elements
    )


@pytest.fixture
def draft_version(version, deck):
    return Version.objects.create(agenda=version.agenda, number=2, dated_on=date(2023, 1, 1), source=deck)


@pytest.fixture
def letter(open_consultation, council):
    return EnteredLetter.objects.create(
        consultation=open_consultation,
        channel=Channel.LETTER,
        received_on=timezone.localdate(),
        sender_kind="persoonlijk",
        capacity="raadslid",
        body=council,
        sharing=Sharing.PUBLIC,
        state=LetterState.DRAFT,
        letter_text="Geachte regio, ...",
    )


@pytest.fixture
def series(request, helped, zwolle, deck, version, letter, wording, deal, draft_version, goal):
    """(The thing, how it gets `count` more rows after the `first`, how many is very many)."""
    dossier = Dossier.objects.create(slug="d", title="Dossier", summary="Kort.", version=version)
    project = Project.objects.create(
        slug="p", name="Project", programme=deal, status=ProjectStatus.CONFIRMED, source=deck
    )

    def lie_in(first, count):
        Project.objects.bulk_create(
            Project(slug=f"p{n}", name=f"Project {n}", programme=deal, status=ProjectStatus.CONFIRMED, source=deck)
            for n in range(first, first + count)
        )

    def take_part(first, count):
        Participation.objects.bulk_create(
            Participation(element=goal, partner=zwolle, starts_on=date(2001, 1, 1) + timedelta(days=n), source=deck)
            for n in range(first, first + count)
        )

    return {
        "measurements": (helped, lambda first, count: measured(helped, deck, first, count), MANY),
        "inhabitants": (zwolle, lambda first, count: counted(zwolle, deck, first, count), MANY),
        "tracks": (dossier, lambda first, count: decided(dossier, zwolle, first, count), 226),
        "points": (letter, lambda first, count: reacted(letter, wording, first, count), 300),
        "funding": (project, lambda first, count: funded({"project": project}, deck, first, count), 300),
        "money of a programme": (deal, lambda first, count: funded({"programme": deal}, deck, first, count), 300),
        "projects": (deal, lie_in, 100),
        "texts": (draft_version, lambda first, count: worded(draft_version, first, count), 150),
        "taking part": (goal, take_part, 100),
    }[request.param]


def opened(desk, address):
    """(How many queries the page costs, the page)."""
    with CaptureQueriesContext(connection) as queries:
        page = desk.get(address)
    assert page.status_code == 200
    return len(queries), page


SERIES = [
    "measurements",
    "inhabitants",
    "tracks",
    "points",
    "funding",
    "money of a programme",
    "projects",
    "texts",
    "taking part",
]


@pytest.mark.parametrize("series", SERIES, indirect=True)
def test_a_form_with_very_many_rows_costs_weighs_and_saves_as_one_with_few(anna, series):
    thing, add, many = series
    address = change(thing)
    add(0, 31)  # more than a page of each
    anna.get(address)  # the first only fills what Django keeps of its own tables
    few_queries, few = opened(anna, address)
    add(31, many - 31)
    queries, page = opened(anna, address)
    assert queries == few_queries
    assert len(page.content) < len(few.content) * 1.05
    form = form_on(page)
    assert sum(len(sent) for _, sent in form.lists()) < MOST_FIELDS
    answer = send(anna, address, form)
    assert answer.status_code == 302, words(answer.text)


def test_a_letter_of_300_points_is_read_a_page_at_a_time(anna, letter, wording):
    reacted(letter, wording, 0, 300)
    EnteredLetter.objects.filter(pk=letter.pk).update(
        state=LetterState.SENT, number="RZ-1", sent_at=letter.created_at, channel=Channel.SITE
    )
    address = reverse("admin:consultation_letter_change", args=[letter.pk])
    anna.get(address)
    _, page = opened(anna, address)
    assert "1 tot en met 25 van 300 punten" in words(page.text)
    assert len(page.content) < 200_000
    assert "Punt 299." not in page.text
    assert "Punt 299." in anna.get(f"{address}?points-page=12").text


# A figure with a table of its measurements


@pytest.fixture
def long_series(helped, deck):
    helped.measurements.all().delete()
    measured(helped, deck, 0, 45)
    return helped


def test_the_newest_are_read_under_the_figure_and_the_rest_is_one_step_away(anna, long_series):
    address = change(long_series)
    page = anna.get(address)
    table = page.text.split('id="measurements-series"')[1].split("</table>")[0]
    assert [number for number in range(45) if f'<td data-label="Peildatum">dag {number}</td>' in table] == [
        *range(35, 45)
    ]
    assert "35 tot en met" not in table
    assert "1 tot en met 10 van 45 metingen, de nieuwste eerst." in words(page.text)
    assert 'href="?measurements-page=2#measurements-series"' in page.text
    assert "dag 0" in anna.get(f"{address}?measurements-page=99").text
    its_own = f"{reverse('admin:results_measurement_changelist')}?indicator__id__exact={long_series.pk}"
    assert its_own in page.text
    assert "45 metingen" in words(anna.get(its_own).text)


def test_a_value_is_added_under_the_figure_however_many_there_are(anna, long_series, deck):
    address = change(long_series)
    added = {
        "measurements-0-value": "50",
        "measurements-0-reference_on": "1-6-2023",
        "measurements-0-reference_text": "juni 2023",
        "measurements-0-source": str(deck.pk),
        "measurements-0-is_certain": "on",
    }
    answer = send(anna, address, form_on(anna.get(address)), **added)
    assert answer.status_code == 302, answer.context["errors"]
    assert long_series.measurements.count() == 46
    assert "juni 2023" in anna.get(address).text


def test_a_value_that_is_there_already_is_refused_also_when_it_is_not_shown(anna, long_series, deck):
    address = change(long_series)
    again = {
        "measurements-0-value": "2",
        "measurements-0-reference_on": "1-1-2001",
        "measurements-0-reference_text": "dag 0",
        "measurements-0-source": str(deck.pk),
        "measurements-0-is_certain": "on",
    }
    refused = send(anna, address, form_on(anna.get(address)), **again)
    assert refused.status_code == 200
    errors = refused.context["inline_admin_formsets"][1].formset.forms[0].errors
    assert errors == {"__all__": ["Van deze bron staat er al een meting op deze peildatum."]}


def test_an_older_value_is_opened_under_the_figure_and_put_right_with_its_reason(anna, long_series):
    old = long_series.measurements.get(reference_text="dag 3")
    address = change(long_series)
    page = anna.get(f"{address}?measurements-page=5")
    opening = f"?measurements-page=5&amp;measurements={old.pk}#measurements-0"
    assert f'<a href="{opening}" aria-label="Wijzig Inwoners naar werk, dag 3">Wijzig</a>' in page.text
    address = f"{address}?measurements-page=5&measurements={old.pk}"
    form = form_on(anna.get(address))
    assert (form["measurements-0-id"], form["measurements-INITIAL_FORMS"]) == (str(old.pk), "1")
    right = {"measurements-0-value": "5", "measurements-0-is_certain": "on"}
    refused = send(anna, address, form, **right)
    assert "Geef de reden" in refused.text
    answer = send(anna, address, form_on(refused), **right, **{"measurements-0-reason": "Verkeerd overgenomen."})
    assert answer.status_code == 302, answer.context["errors"]
    old.refresh_from_db()
    assert (old.value, Correction.objects.get().reason) == (5, "Verkeerd overgenomen.")
    assert long_series.measurements.count() == 45


def test_what_two_people_do_with_the_rows_is_merged(anna, bert, long_series, deck):
    old = long_series.measurements.get(reference_text="dag 3")
    address = f"{change(long_series)}?measurements={old.pk}"
    first, second = form_on(anna.get(address)), form_on(bert.get(address))
    measured(long_series, deck, 45, 1)
    send(anna, address, first, **{"measurements-0-note": "Van Anna."})
    answer = send(
        bert, address, second, **{"measurements-0-checked_by": "Bert", "measurements-0-checked_on": "1-2-2024"}
    )
    assert answer.status_code == 302, words(answer.text)
    old.refresh_from_db()
    assert (old.note, old.checked_by) == ("Van Anna.", "Bert")
    assert long_series.measurements.count() == 46


def test_an_opened_row_that_another_deleted_is_asked(anna, bert, long_series):
    old = long_series.measurements.get(reference_text="dag 3")
    address = f"{change(long_series)}?measurements={old.pk}"
    form = form_on(bert.get(address))
    press(anna, reverse("admin:results_measurement_delete", args=[old.pk]), {"_reason": "Dubbel."})
    assert not Measurement.objects.filter(pk=old.pk).exists()
    asked = send(bert, address, form, **{"measurements-0-note": "Van Bert."})
    assert asked.status_code == 409
    assert "Van Bert." in asked.text


def test_a_row_of_a_form_that_is_sent_twice_is_added_once(anna, long_series, deck):
    address = change(long_series)
    form = form_on(anna.get(address))
    row = {
        "measurements-0-value": "46",
        "measurements-0-reference_on": "1-6-2023",
        "measurements-0-reference_text": "juni 2023",
        "measurements-0-source": str(deck.pk),
        "measurements-0-is_certain": "on",
    }
    for extra in ({}, {"name": "Andere naam"}):
        assert send(anna, address, form, **row, **extra).status_code == 302
    assert long_series.measurements.count() == 46
    long_series.refresh_from_db()
    assert long_series.name == "Andere naam"


def test_what_was_typed_in_an_opened_row_is_offered_with_that_row(anna, long_series):
    old = long_series.measurements.get(reference_text="dag 3")
    address = f"{change(long_series)}?measurements={old.pk}"
    form = form_on(anna.get(address))
    assert send(anna, address, form, **{"measurements-0-note": "Half", "name": ""}).status_code == 200
    offer = anna.get(change(long_series))
    assert "Bij een regel die is verwijderd" not in offer.text
    assert "Half" in offer.text
    [back] = [part.split('"')[0] for part in offer.text.split('href="') if "teruggezet=" in part.split('"')[0]]
    assert back.endswith(f"&amp;measurements={old.pk}")
    assert 'value="Half"' in anna.get(back.replace("&amp;", "&")).text


def test_money_that_counts_twice_is_refused_also_beside_a_row_that_is_not_shown(anna, deck, deal):
    project = Project.objects.create(
        slug="p", name="Project", programme=deal, status=ProjectStatus.CONFIRMED, source=deck
    )
    funded({"project": project}, deck, 0, 1)
    project.fundings.update(counts=True)
    address = change(project)
    again = {
        "fundings-0-funder": "rijk",
        "fundings-0-year": "2024",
        "fundings-0-counts": "on",
        "fundings-0-committed": "5",
        "fundings-0-reference_on": "1-2-2024",
        "fundings-0-reference_text": "2024",
        "fundings-0-source": str(deck.pk),
    }
    refused = send(anna, address, form_on(anna.get(address)), **again)
    assert refused.status_code == 200
    assert "Van deze bron telt er in dit jaar al een bedrag mee. Laat er één meetellen." in refused.text


@pytest.mark.parametrize(
    "query", ["measurements=x", "measurements=9999", f"measurements={'9' * 30}", "measurements-page=-1&measurements="]
)
def test_an_address_that_was_typed_wrong_shows_the_figure(anna, long_series, query):
    page = anna.get(f"{change(long_series)}?{query}")
    assert page.status_code == 200
    assert "van 45 metingen" in words(page.text)


def test_all_of_a_long_list_go_with_one_field(anna, long_series, deck):
    measured(long_series, deck, 45, 1200)
    address = f"{reverse('admin:results_measurement_changelist')}?indicator__id__exact={long_series.pk}"
    ticked = {
        "action": "delete_selected",
        "_selected_action": [long_series.measurements.first().pk],
        "select_across": "1",
    }
    form = form_on(anna.post(address, ticked), "_read")
    assert sum(len(sent) for _, sent in form.lists()) < MOST_FIELDS
    answer = send(anna, address, form, _reason="De bron is ingetrokken.")
    assert answer.status_code == 302, words(answer.text)
    assert not long_series.measurements.exists()
