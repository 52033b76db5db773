"""What is not known: by what one sees whether a goal succeeds, figures without a value, and nameless projects."""

import re
from datetime import date

import pytest
from django.core.exceptions import ValidationError

from agenda.models import Participation, ParticipationRole
from partners.ground import history
from partners.ground.templatetags.dutch import day
from results.models import AgreedMeasure, Indicator, IndicatorNature, Owner
from tests.filling import form_on, send
from tests.reading import section_under, squeezed

PATH = "/resultaten/zonder-cijfer/"
NOBODY_AGREED = "Geen bron zegt dat hierover iets is afgesproken."


def goals_on(client):
    """What the page says of the goals, without its markup."""
    part = section_under(client.get(PATH).text, r"Waaraan zien wij of een opgave lukt\?")
    return re.sub(r" ?([.,])", r"\1", " ".join(re.sub(r"<[^>]+>", " ", part).split()))


@pytest.fixture
def agreed(goal, deck):
    """That two boards agreed to count who finds work."""
    return AgreedMeasure.objects.create(
        element=goal,
        measure="Hoeveel inwoners van werkloos naar werk gaan",
        agreed_by="de Regiegroep en de Economic Board",
        agreed_on=date(2024, 3, 1),
        due_on=date(2026, 12, 31),
        source=deck,
    )


def test_what_is_not_known_is_listed(client, helped, promise, deal):
    Indicator.objects.create(
        slug="bijdrage", name="Bijdrage per inwoner", nature=IndicatorNature.INVESTED, sentence="x", unit="euro",
        warning="Het bedrag is niet gevonden.",
    )  # fmt: skip
    assert f'href="{PATH}"' in client.get("/resultaten/").text
    page = client.get(PATH).text
    part = section_under(page, "Cijfers zonder meting") + section_under(page, "Projecten zonder naam")
    assert re.findall(r"<dt><a [^>]*>([^<]+)</a>", part) == ["Extra woningen", "Bijdrage per inwoner", "Regio Deal"]
    assert "Doel: ten minste 50.000, vóór 2040. Meting:" in part
    assert "Het bedrag is niet gevonden." in part
    assert "2 van de 4\N{NO-BREAK SPACE}projecten" in part


def test_an_agenda_without_goals_says_so(client, db):
    page = client.get(PATH).text
    assert page.count("Er is nog geen agenda met opgaven.") == 2


def test_no_figure_makes_an_agreement(client, goal, helped):
    """That something is measured does not mean that anybody agreed to see the goal by it."""
    helped.elements.add(goal)
    assert (
        "Van geen van de 1\N{NO-BREAK SPACE}opgave zegt een bron dat is afgesproken waaraan te zien is of die lukt."
        in client.get(PATH).text
    )
    told = goals_on(client)
    assert NOBODY_AGREED not in told, "it is said once, above"
    assert "Inwoners naar werk Bereikt: meer dan 4.500 inwoners, peildatum begin 2023" in told
    assert NOBODY_AGREED in client.get(goal.get_absolute_url()).text


def test_each_gap_says_whom_to_ask_and_since_when_it_is_there(client, version, goal, promise, zwolle, deck):
    Participation.objects.create(partner=zwolle, element=goal, role=ParticipationRole.LEAD, source=deck)
    page = client.get(PATH)
    assert "Te vragen aan: Zwolle" in squeezed(re.sub(r"<[^>]+>", "", page.text))
    assert "Het doel staat in:" in page.text
    assert f"Deze opgaven staan in de agenda van {day(version.dated_on)}." in page.text
    assert page.text.count("Te vragen aan") == 1, "of a figure without an owner nothing is invented"
    promise.owner = Owner.objects.create(partner=zwolle, role="adviseur wonen")
    promise.next_expected_on = date(2027, 3, 1)
    promise.save()
    said = squeezed(re.sub(r"<[^>]+>", "", section_under(client.get(PATH).text, "Cijfers zonder meting")))
    assert "Te vragen aan: Adviseur wonen, Zwolle." in said
    assert f"De waarde is verwacht op {day(promise.next_expected_on)}." in said


def test_an_agreement_says_what_by_whom_since_when_and_by_when_it_must_be_measurable(client, goal, agreed):
    assert (
        "Van 1 van de 1\N{NO-BREAK SPACE}opgave is afgesproken waaraan te zien is of die lukt. "
        in client.get(PATH).text
    )
    told = (
        "Hoeveel inwoners van werkloos naar werk gaan Te meten: uiterlijk 31 december 2026. Cijfer: nog niet bekend. "
        "Afgesproken door de Regiegroep en de Economic Board op 1 maart 2024. "
        "Bron: Presentatie Samenwerken in Regio Zwolle"
    )
    assert told in goals_on(client)
    page = section_under(client.get(goal.get_absolute_url()).text, r"Waaraan zien wij of het lukt\?")
    assert "Te meten: uiterlijk 31" in page
    assert NOBODY_AGREED not in page


def test_what_is_not_known_of_an_agreement_is_said_to_be_so(client, agreed):
    AgreedMeasure.objects.update(agreed_on=None, due_on=None)
    told = goals_on(client)
    assert "Te meten: nog niet bekend. Cijfer: nog niet bekend." in told
    assert "Afgesproken door de Regiegroep en de Economic Board. Bron:" in told


@pytest.mark.parametrize("nature", [IndicatorNature.INVESTED, IndicatorNature.PROMISED])
def test_money_promises_and_contributions_are_no_measure_of_a_goal(client, goal, helped, agreed, nature):
    helped.elements.add(goal)
    Indicator.objects.filter(pk=helped.pk).update(nature=nature)
    told = goals_on(client)
    assert "Geen cijfer over wat eruit komt Eén cijfer gaat over geld of een toezegging." in told
    assert "Inwoners naar werk" not in told
    agreed.measured_by = Indicator.objects.get(pk=helped.pk)
    with pytest.raises(ValidationError) as refused:
        agreed.full_clean()
    assert list(refused.value.message_dict) == ["measured_by"]


def test_a_figure_that_measures_it_is_named_as_long_as_it_says_what_comes_out(client, helped, agreed):
    AgreedMeasure.objects.update(measured_by=helped)
    assert f'Cijfer: <a href="{helped.get_absolute_url()}">Inwoners naar werk</a>.' in squeezed(client.get(PATH).text)
    Indicator.objects.filter(pk=helped.pk).update(nature=IndicatorNature.PROMISED)
    assert "Cijfer: nog niet bekend." in goals_on(client)


def test_a_figure_of_another_area_says_nothing_of_the_region(client, goal, growth):
    growth.elements.add(goal)
    Indicator.objects.filter(pk=growth.pk).update(scope="nederland")
    assert "Geen cijfer over wat eruit komt" in goals_on(client)


def test_the_list_has_every_goal_of_the_agenda_in_its_order(client, goal, other_line, agreed):
    page = client.get(PATH).text
    assert "Van 1 van de 2\N{NO-BREAK SPACE}opgaven is afgesproken" in page
    assert "Van de andere 1 zegt geen bron dat." in page
    assert re.findall(r'<a href="/agenda/tekst/([^/]+)/"', page) == ["RZ24-L1.2", "RZ24-L2.1"]


def test_an_agreement_is_entered_at_the_desk_and_changes_only_with_a_reason(client, secretary, goal, deck):
    client.force_login(secretary)
    add = "/beheer/results/agreedmeasure/add/"
    form = form_on(client.get(add))
    entered = {"element": goal.pk, "measure": "Banen", "agreed_by": "de raden", "source": deck.pk}
    assert send(client, add, form, **entered).status_code == 302
    agreed = AgreedMeasure.objects.get()
    assert "Afgesproken door de raden." in client.get(goal.get_absolute_url()).text
    change = f"/beheer/results/agreedmeasure/{agreed.pk}/change/"
    refused = send(client, change, form_on(client.get(change)), agreed_by="het bestuur")
    assert "Schrijf onderaan bij ‘Reden’ waarom" in refused.text
    with history.recorded("verbeterd", reason="Zo staat het in het verslag."):
        AgreedMeasure.objects.update(agreed_by="het bestuur")
    assert "Zo staat het in het verslag." in client.get("/resultaten/rechtgezet/").text


def test_the_same_measure_is_agreed_once_for_a_goal(agreed):
    with pytest.raises(ValidationError, match="Deze maatstaf staat al bij deze opgave"):
        AgreedMeasure(element=agreed.element, measure=agreed.measure, agreed_by="x", source=agreed.source).full_clean()
