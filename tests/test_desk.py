"""What holds for the whole of the secretariat's desk: how numbers are written, what is found, and what is refused."""

import re
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from gettext import GNUTranslations
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import models
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from pytest_django.asserts import assertContains, assertNotContains

from agenda.models import Action, Agenda, Milestone, Participation
from consultation.deciding.models import Decision, Dossier, Outcome, Track
from consultation.models import Answer, Consultation, Point, Step, Verdict
from partners.ground.numbers import HOW, NumberField, read_number
from partners.models import AccountInvitation, Body, BodyKind, Capacity, Mandate, Partner, PartnerKind, Term, User
from regiozwolle.identity.models import RightsReview
from results.models import Indicator, Measurement, Programme, Scope
from tests.filling import press
from tests.letters import close, letter
from tests.reading import words


@pytest.fixture
def desk(client, secretary):
    """The admin, with somebody of the secretariat signed in."""
    client.force_login(secretary)
    return client


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("4.500", "4500"),
        ("1.234,5", "1234.5"),
        ("4,5", "4.5"),
        ("1500000", "1500000"),
        ("€ 90.000.000", "90000000"),
        ("€\N{NO-BREAK SPACE}1.234,50", "1234.50"),
        (" 1 500 000 ", "1500000"),
        ("€4,5", "4.5"),
        ("0", "0"),
        ("0,25", "0.25"),
        ("-3,5", "-3.5"),
        ("\N{MINUS SIGN}3,5", "-3.5"),
        ("€ -3", "-3"),
    ],
)
def test_a_number_is_read_as_it_is_written_in_dutch(typed, value):
    assert read_number(typed) == Decimal(value)


@pytest.mark.parametrize(
    "typed",
    ["4.5", "1.23.4", "1,234.5", "45.12.3", "1.234 567", "0.500", "4,", ",5", "1,2,3", "1e5", "--3"],
)
def test_a_number_that_is_not_clear_is_refused(typed):
    with pytest.raises(ValidationError) as refused:
        read_number(typed)
    assert refused.value.messages == [HOW]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("21,8%", "Laat het procentteken weg: schrijf 21,8."),
        ("3 %", "Laat het procentteken weg: schrijf 3."),
        ("22 miljoen", f"Laat het woord ‘miljoen’ weg en schrijf het hele getal. {HOW}"),
        ("abc", f"‘abc’ is geen getal. {HOW}"),
        ("NaN", f"‘NaN’ is geen getal. {HOW}"),
        ("€", f"‘€’ is geen getal. {HOW}"),
    ],
)
def test_what_is_no_number_is_refused_with_its_own_cause(typed, said):
    with pytest.raises(ValidationError) as refused:
        read_number(typed)
    assert refused.value.messages == [said]


@pytest.mark.parametrize(
    ("value", "shown"),
    [(Decimal("70.00"), "70"), (Decimal("4500.50"), "4500,5"), (Decimal("4500"), "4500"), ("1.23.4", "1.23.4")],
)
def test_a_number_is_shown_as_one_would_type_it(value, shown):
    assert NumberField().prepare_value(value) == shown


def test_every_figure_of_the_desk_is_typed_in_dutch(secretary):
    request = RequestFactory().get("/")
    request.user = secretary
    asked = 0
    for desk in admin.site._registry.values():
        inlines = [inline(desk.model, admin.site) for inline in desk.inlines]
        for part in [desk, *inlines]:
            if not part.has_change_permission(request):
                continue
            form = part.get_form(request) if part is desk else part.get_formset(request).form
            own = {field.name for field in part.model._meta.get_fields()}
            for name, field in form.base_fields.items():
                kinds = (models.DecimalField, models.PositiveIntegerField)
                if name in own and isinstance(part.model._meta.get_field(name), kinds):
                    assert type(field) is NumberField, (part, name)
                    asked += 1
    assert asked >= 14


def test_a_figure_is_saved_as_typed_and_stays_when_it_is_refused(desk, helped):
    one = Measurement.objects.filter(indicator=helped).first()
    address = reverse("admin:results_measurement_change", args=[one.pk])
    form = desk.get(address).context["adminform"].form
    data = {field.html_name: field.value() for field in form if field.value() is not None}
    data["reason"] = "Verkeerd overgeschreven."
    refused = desk.post(address, data | {"value": "4.5"})
    assert refused.context["adminform"].form.errors == {"value": [HOW]}
    assert 'value="4.5"' in str(refused.context["adminform"].form["value"])
    assert desk.post(address, data | {"value": "1.234,5"}).status_code == 302
    one.refresh_from_db()
    assert one.value == Decimal("1234.5")
    assert desk.get(address).context["adminform"].form["value"].value() == "1234,5"


def suggestions(desk, term, *, app, model, field):
    """The texts offered while typing `term` in `field` of a form."""
    asked = {"term": term, "app_label": app, "model_name": model, "field_name": field}
    return [found["text"] for found in desk.get(reverse("admin:autocomplete"), asked).json()["results"]]


def test_who_types_zwolle_is_offered_zwolle_first(desk, zwolle, dalfsen):
    Partner.objects.filter(pk=dalfsen.pk).update(summary="Ligt naast Zwolle.")
    for slug, name in [("a", "Aannemers in Zwolle"), ("b", "Zwolle Fonds"), ("c", "Beter Zwolle")]:
        Partner.objects.create(slug=slug, name=name, kind=PartnerKind.BUSINESS)
    offered = suggestions(desk, "zwolle", app="results", model="measurement", field="partner")
    assert offered == ["Zwolle", "Zwolle Fonds", "Aannemers in Zwolle", "Beter Zwolle"]


def test_the_council_is_offered_before_the_executive(desk, council, zwolle, other_council, overijssel):
    near = Partner.objects.create(slug="a", name="Aan Zwolle", kind=PartnerKind.MUNICIPALITY, province=overijssel)
    Body.objects.create(partner=near, kind=BodyKind.COUNCIL, name="gemeenteraad van Aan Zwolle")
    Body.objects.create(partner=zwolle, kind=BodyKind.EXECUTIVE, name="college van Zwolle")
    offered = suggestions(desk, "Zwolle", app="partners", model="mandate", field="body")
    assert offered == ["gemeenteraad van Zwolle", "college van Zwolle", "gemeenteraad van Aan Zwolle"]


def test_a_part_of_the_agenda_is_found_by_the_name_it_shows_and_told_with_its_agenda(desk, goal, line, ambition):
    offered = suggestions(desk, "Uitvoeringslijn 1", app="agenda", model="participation", field="element")
    assert offered == ["Uitvoeringslijn 1: Economie & Arbeidsmarkt (Strategische agenda 2024-2028)"]
    assert suggestions(desk, "Uitvoeringslijn 9", app="agenda", model="participation", field="element") == []


@pytest.mark.parametrize(
    "address",
    [
        "autocomplete/?term=%00&app_label=partners&model_name=mandate&field_name=body",
        "partners/partner/?q=%00",
        "partners/partner/?%00=1",
        "consultation/answer/add/?points=abc",
        "consultation/answer/add/?points=1,abc",
        "consultation/answer/add/?points=99999999999999999999",
        "results/project/add/?programme=abc",
        "deciding/track/add/?dossier=1e400",
    ],
)
def test_a_query_of_nonsense_is_refused(desk, address):
    assert desk.get(f"/beheer/{address}").status_code == 400


def test_a_form_may_be_filled_in_beforehand(desk, zwolle):
    page = desk.get(reverse("admin:partners_population_add"), {"partner": zwolle.pk, "note": "abc"})
    assert page.context["adminform"].form["partner"].value() == str(zwolle.pk)


DAY, BEFORE = date(2026, 5, 2), date(2026, 5, 1)
MOMENT = datetime(2026, 5, 2, 12, tzinfo=UTC)
MISMATCHES = [
    (Partner(slug="x", name="X", kind=PartnerKind.MUNICIPALITY), "province", "Kies bij een gemeente de provincie"),
    (Partner(slug="x", name="X", kind=PartnerKind.WATER, joined_on=DAY, left_on=BEFORE), "left_on", "Het einde ligt"),
    (Term(first_year=2026, last_year=2026, seats=9), "last_year", "De periode eindigt voor het begin."),
    (Agenda(slug="x", title="X", first_year=2028, last_year=2024), "last_year", "Het laatste jaar ligt voor"),
    (Action(title="X", starts_on=DAY, due_on=BEFORE), "due_on", "Het einde ligt voor het begin."),
    (Participation(starts_on=DAY, ends_on=BEFORE), "ends_on", "Het einde ligt voor het begin."),
    (Milestone(date_text="X", title="X", starts_on=DAY, ends_on=BEFORE), "ends_on", "Het einde ligt voor het begin."),
    (Programme(slug="x", name="X", starts_on=DAY, ends_on=BEFORE), "ends_on", "Het einde ligt voor het begin."),
    (Measurement(value=1, reference_on=DAY, reference_text="X", scope=Scope.PARTNER), "partner", "Kies een partner"),
    (
        Consultation(slug="x", title="X", summary="X", asked_of="X", effect="X", opens_at=MOMENT, closes_at=MOMENT),
        "closes_at",
        "De consultatie sluit voor de opening.",
    ),
    (Step(title="X", starts_on=DAY, ends_on=BEFORE), "ends_on", "Het einde ligt voor het begin."),
    (Step(title="X", starts_on=DAY, ends_text="X", over_after=BEFORE), "over_after", "De laatste dag ligt voor"),
    (Step(title="X", starts_on=DAY, ends_on=DAY, ends_text="X"), "ends_text", "Kies een einddatum of een einde in"),
    (Step(title="X", starts_on=DAY, over_after=DAY), "over_after", "Vul dit alleen in bij een einde in woorden."),
    (Decision(decided_on=DAY, outcome=Outcome.CONDITION), "condition", "Schrijf de voorwaarde op."),
    (Answer(verdict=Verdict.REJECTED), "reason", "Geef een reden."),
]


@pytest.mark.parametrize(("obj", "field", "message"), MISMATCHES, ids=lambda value: type(value).__name__)
def test_what_does_not_fit_is_told_once_at_the_field_to_mend(db, obj, field, message):
    elsewhere = {name.name for name in obj._meta.fields if name.is_relation} - {field}
    with pytest.raises(ValidationError) as refused:
        obj.full_clean(exclude=elsewhere)
    assert list(refused.value.message_dict) == [field]
    assert len(refused.value.message_dict[field]) == 1
    assert refused.value.message_dict[field][0].startswith(message)


@pytest.mark.parametrize(
    ("capacity", "fitting"),
    [
        (Capacity.COUNCILLOR, {BodyKind.COUNCIL}),
        (Capacity.STATES_MEMBER, {BodyKind.STATES}),
        (Capacity.CLERK, {BodyKind.COUNCIL, BodyKind.STATES}),
        (Capacity.EXECUTIVE, {BodyKind.EXECUTIVE, BodyKind.DEPUTIES, BodyKind.BOARD}),
        (Capacity.SECRETARY, {BodyKind.EXECUTIVE, BodyKind.DEPUTIES, BodyKind.BOARD}),
        (Capacity.OFFICER, set(BodyKind)),
    ],
)
def test_a_capacity_fits_the_body(secretary, zwolle, capacity, fitting):
    for kind in BodyKind:
        body = Body.objects.create(partner=zwolle, kind=kind, name=kind.label)
        mandate = Mandate(user=secretary, body=body, capacity=capacity, starts_on=DAY)
        if kind in fitting:
            mandate.full_clean()
            continue
        with pytest.raises(ValidationError) as refused:
            mandate.full_clean()
        expected = f"Bij dit orgaan ({kind.label}) past deze hoedanigheid niet."
        assert refused.value.message_dict == {"capacity": [expected]}


def test_nobody_locks_themselves_out(desk, secretary, councillor):
    own = reverse("admin:partners_user_change", args=[secretary.pk])
    inline = {"mandates-TOTAL_FORMS": "0", "mandates-INITIAL_FORMS": "0"}
    assertNotContains(desk.get(own), f"/{secretary.pk}/delete/")
    assert desk.post(own, {"email": secretary.email, "name": "Sam", **inline}).status_code == 302
    secretary.refresh_from_db()
    assert (secretary.name, secretary.is_active, secretary.is_staff, secretary.is_superuser) == (
        "Sam",
        True,
        True,
        True,
    )
    assert desk.post(reverse("admin:partners_user_delete", args=[secretary.pk]), {"post": "yes"}).status_code == 403
    chosen = {"action": "delete_selected", "_selected_action": [secretary.pk], "post": "yes"}
    desk.post(reverse("admin:partners_user_changelist"), chosen)
    assert User.objects.filter(pk=secretary.pk).exists()
    other = reverse("admin:partners_user_change", args=[councillor.pk])
    assertContains(desk.get(other), f"/{councillor.pk}/delete/")


def test_the_desk_speaks_plain_dutch(desk, secretary, zwolle):
    index = desk.get(reverse("admin:index"))
    for english in ("Model name", "Add link", "Change or view list link", "application"):
        assertNotContains(index, english)
    assertContains(desk.get(reverse("admin:partners_partner_change", args=[zwolle.pk])), "Bekijk op site")
    person = desk.get(reverse("admin:partners_user_add"))
    assertContains(person, "Alle rechten")
    assertContains(person, "Voor wie de portal technisch beheert. Niet voor het dagelijks werk.")
    assertNotContains(person, "upergebruiker")
    assertContains(desk.get("/beheer/ground/"), "<h1>Mail en beveiliging</h1>", html=True)


def test_the_desk_begins_with_what_waits_for_the_person_who_signs_in(
    desk, secretary, open_consultation, council, councillor, wording, django_assert_num_queries
):
    start = reverse("admin:index")
    RightsReview.objects.create(made_by=secretary, staff_count=1, mandate_count=1)
    assertContains(desk.get(start), "Niets. Alles is bij.")
    said = [(wording, "Een."), (wording, "Twee."), (wording, "Drie."), (wording, "Vier.")]
    late, own, _, drafted = letter(close(open_consultation), council, councillor, *said).points.all()
    Point.objects.filter(pk=late.pk).update(handler=secretary, handle_by=date(2020, 1, 1))
    Point.objects.filter(pk=own.pk).update(handler=secretary)
    Answer.objects.create(verdict=Verdict.ADOPTED).points.set([drafted])
    page = desk.get(start)
    points, answers = reverse("admin:consultation_point_changelist"), reverse("admin:consultation_answer_changelist")
    for address, count, work in [
        (f"{points}?werk=te-laat", 1, "punt is over de datum"),
        (f"{points}?werk=mijn", 2, "punten op uw naam zijn nog niet klaar"),
        (f"{points}?werk=niemand", 2, "punten hebben nog geen behandelaar"),
        (f"{answers}?stand=na-te-kijken", 1, "antwoord van een ander wacht op uw blik"),
    ]:
        assertContains(page, f'<a href="{address}"><strong>{count}</strong>\N{NO-BREAK SPACE}{work}</a>')
        assert desk.get(address).context["cl"].result_count == count
    assertNotContains(page, "Alles is bij.")
    models = [model["object_name"] for model in page.context["app_list"][0]["models"]]
    assert models[:3] == ["Point", "Answer", "EnteredLetter"]
    with django_assert_num_queries(24):
        desk.get(start)


def test_the_desk_begins_with_what_must_happen_this_week(desk, open_consultation, council, version, helped, deck):
    """A consultation that closes, bodies that said nothing, figures past their date or without one, old invitations."""
    now = timezone.now()
    Consultation.objects.update(closes_at=now + timedelta(days=2))
    dossier = Dossier.objects.create(
        slug="plan", title="Plan 2024-2028", summary="Kort.", version=version, public_from=now
    )
    Track.objects.create(dossier=dossier, body=council)
    Indicator.objects.filter(pk=helped.pk).update(next_expected_on=date(2020, 1, 1))
    AccountInvitation.objects.create(
        body=council, email="a@example.org", name="A", capacity="raadslid", sent_at=now - timedelta(days=31)
    )
    said = words(desk.get(reverse("admin:index")).text)
    for told in (
        f"‘{open_consultation}’ sluit: nog 2 dagen",
        "1 orgaan liet nog niets weten over ‘Plan 2024\N{WORD JOINER}-\N{WORD JOINER}2028’",
        "1 cijfer is over de datum",
        "1 uitnodiging voor een account is verlopen",
    ):
        assert told in said, told


def test_the_desk_writes_a_moment_as_the_site_does(desk, open_consultation):
    open_consultation.opens_at = datetime(2023, 1, 12, 8, 0, tzinfo=UTC)
    open_consultation.save()
    listed = desk.get(reverse("admin:consultation_consultation_changelist"))
    assertContains(listed, "12 januari 2023, 09.00 uur")


def test_what_is_there_already_is_said_at_its_field(desk, council):
    page = desk.post(
        reverse("admin:partners_body_add"),
        {"partner": council.partner_id, "kind": council.kind, "name": council.name, "slug": "nog-een"},
    )
    form = page.context["adminform"].form
    assert form.errors["kind"] == ["Deze partner heeft dit orgaan al."]
    assert form.non_field_errors() == []


def test_what_is_wrong_in_a_form_stands_on_top_with_a_link_to_its_field(desk, council):
    page = desk.post(reverse("admin:partners_body_add"), {"partner": council.partner_id, "kind": council.kind})
    form = page.context["adminform"].form
    assertContains(page, "<title>Fout: ")
    wrong = re.search(r'role="alert">(.*?)</div>', page.text, re.DOTALL)[1]
    found = re.findall(r'<a href="#(\w+)">([^<]*)</a>', wrong)
    assert ("id_name", f"{capfirst(form.fields['name'].label)}: Dit veld is verplicht.") in found
    assert {at for at, _ in found} >= {form[name].id_for_label for name in form.errors}


def test_a_section_of_a_form_folds_unless_something_is_filled_in_or_asked(desk, open_consultation):
    page = desk.get(reverse("admin:consultation_consultation_change", args=[open_consultation.pk]))
    found = re.findall(r"<details (open|)>\s*<summary>\s*<h([23])>\s*([^<]*?)\s*</h", page.text)
    sections = {name: state for state, level, name in found if level == "2"}
    assert (sections["Wanneer?"], sections["Demo"]) == ("open", "")
    # The second is the one that a script copies.
    assert [state for state, level, name in found if level == "3" and name.endswith(" toevoegen")] == ["", "open"]
    # A label stands above its field without a colon, and of a long help text the first sentence is read.
    assertContains(page, "Wat wilt u doen?</label>")
    assertNotContains(page, ":</label>")
    assertContains(page, "Wat er met een reactie gebeurt. <details><summary>Meer uitleg<span")


def test_a_yes_or_no_of_the_desk_is_a_word(desk, helped):
    page = desk.get(reverse("admin:results_measurement_changelist"))
    assertContains(page, '<td class="field-counts">ja</td>')
    assertNotContains(page, 'alt="True"')


def test_the_desk_says_what_it_did_without_a_wrong_article(desk, zwolle, open_consultation):
    data = {"consultation": open_consultation.pk, "position": "1", "name": "Wonen", "heard": "", "done": ""}
    saved = desk.post("/beheer/consultation/theme/add/", data, follow=True)
    theme = open_consultation.themes.get()
    assertContains(saved, "Toegevoegd: thema ‘<a")
    assertContains(saved, 'aria-label="Kies: Wonen"')
    changed = desk.post(f"/beheer/consultation/theme/{theme.pk}/change/", data, follow=True)
    assertContains(changed, "Gewijzigd: thema ‘<a")
    gone = press(desk, f"/beheer/consultation/theme/{theme.pk}/delete/", follow=True)
    assertContains(gone, "Verwijderd: thema ‘Wonen’.")


def test_every_word_that_is_put_otherwise_is_one_of_django_and_was_compiled():
    own, django = settings.BASE_DIR / "regiozwolle/locale/nl", Path(admin.__file__).parent / "locale/en"
    entries = (own / "LC_MESSAGES/django.po").read_text()
    words = dict(re.findall(r'^msgid "(.+)"\nmsgstr "(.+)"$', entries, re.MULTILINE))
    with (own / "LC_MESSAGES/django.mo").open("rb") as ours:
        compiled = GNUTranslations(ours)._catalog
    assert {key: compiled[key] for key in compiled if key} == words
    known = re.findall(r'^msgid ((?:".*"\n)+)', (django / "LC_MESSAGES/django.po").read_text(), re.MULTILINE)
    assert words.keys() <= {lines[1:-2].replace('"\n"', "") for lines in known}
