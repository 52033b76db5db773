"""Whether the bodies adopted the same: every deviation in one place, and a person who says whether it matters."""

import re
from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertRedirects

from consultation.deciding.alike.acts import exclude, judge
from consultation.deciding.alike.deviations import DeviationKind, DossierComparison
from consultation.deciding.models import (
    Component,
    Decision,
    Dossier,
    Exclusion,
    LikenessJudgement,
    Motion,
    MotionOutcome,
    Outcome,
)
from partners.ground import history
from partners.ground.refusal import Refused
from tests.board.laying import DAY, NBSP, decide, fill, page_of
from tests.deciding import component_of
from tests.filling import form_on
from tests.reading import squeezed

ALIKE = "/besluiten/agenda/gelijkluidend/"


def compared(dossier):
    return DossierComparison(Dossier.objects.with_board().get(pk=dossier.pk))


def titles(dossier):
    return [(one.title, [track.body.partner.name for track in one.tracks]) for one in compared(dossier).deviations]


def condition(track, source, words, **fields):
    return decide(track, source, Outcome.CONDITION, condition=words, **fields)


@pytest.fixture
def desk(client, secretary):
    client.force_login(secretary)
    return client


# What deviates


def test_bodies_that_agreed_to_the_same_do_not_deviate(client, dossier, tracks, basis, deck, version):
    for track in tracks[:2]:
        decide(track, deck, version=version)
    assert titles(dossier) == []
    page = squeezed(client.get(ALIKE).text).replace(NBSP, " ")
    assert '<h1 class="document" data-answer>2 van de 2 organen die besloten, stelden hetzelfde vast</h1>' in page


def test_every_kind_of_deviation_is_one_line_with_all_bodies_in_it(dossier, tracks, basis, goal, deck, version):
    component = component_of(dossier, goal)
    for track in tracks[:2]:
        condition(track, deck, "Mits het past.", component=basis, version=version)
    decide(tracks[2], deck, Outcome.ABSTAINS, component=component, version=version)
    decide(tracks[3], deck, Outcome.LATER, component=component, version=version)
    amendment = {"kind": "amendement", "decided_on": DAY, "source": deck}
    for outcome, title in ((MotionOutcome.CARRIED, "Meer groen"), (MotionOutcome.REJECTED, "Minder groen")):
        Motion.objects.create(track=tracks[1], title=title, text="Groen.", outcome=outcome, **amendment)
    mention = component.mention
    assert titles(dossier) == [
        (f"Doet niet mee ({mention})", ["Overijssel"]),
        (f"Doet later mee ({mention})", ["Zwolle"]),
        ("Voorwaarde (Basis)", ["Dalfsen", "Zwolle"]),
        ("Amendement ‘Meer groen’ (het geheel)", ["Zwolle"]),
    ]
    groups = [(group.kind, len(group.deviations), group.bodies) for group in compared(dossier).groups]
    assert groups == [
        (DeviationKind.VERSION, 0, 0),
        (DeviationKind.COMPONENT, 2, 2),
        (DeviationKind.CONDITION, 1, 2),
        (DeviationKind.AMENDMENT, 1, 1),
    ]


def test_a_decision_on_an_earlier_text_shows_what_changed_since(
    client, dossier, tracks, goal, deck, version, next_version
):
    component = component_of(dossier, goal)
    decide(tracks[0], deck, component=component, version=version)
    with history.recorded("gewijzigd", reason="Er kwam een nieuwe tekst."):
        Dossier.objects.update(version=next_version)
    [one] = compared(dossier).deviations
    assert one.title == f"Versie 1 ({component.mention})"
    assert "<del>" in one.change
    assert one.change in client.get(ALIKE).text


def test_a_condition_is_laid_beside_what_most_others_wrote(dossier, tracks, basis, deck):
    for track, what in zip(tracks, ("brief", "brief", "overzicht"), strict=False):
        condition(track, deck, f"Elk jaar een {what}.", component=basis)
    most, other = compared(dossier).deviations
    assert (len(most.tracks), most.change) == (2, "")
    assert re.search(r"<del>.*brief.*</del>.*<ins>.*overzicht.*</ins>", other.change)


def test_a_condition_on_the_whole_that_a_part_repeats_is_one_condition(client, dossier, tracks, basis, deck):
    other = Component.objects.create(dossier=dossier, name="Fietsen", position=2)
    whole = condition(tracks[0], deck, "Mits het past.")
    condition(tracks[0], deck, "Mits het past.", component=basis)
    condition(tracks[0], deck, "Mits het kan.", component=other)
    found = [(one.title, one.text) for one in compared(dossier).deviations]
    assert found == [("Voorwaarde (het geheel)", "Mits het past."), ("Voorwaarde (Fietsen)", "Mits het kan.")]
    page = page_of(client)
    assert re.findall(r'<li id="voorwaarde-\d+" value="\d+">([^<.]*)', page) == ["Mits het past", "Mits het kan"]
    assert {'href="#voorwaarde-1"', 'href="#voorwaarde-2"'} <= set(re.findall(r'href="#voorwaarde-\d"', page))
    of_body = squeezed(client.get(f"/besluiten/agenda/orgaan/{tracks[0].body_id}/").text)
    assert {"Voorwaarde 1", "Voorwaarde 2"} == set(re.findall(r"Voorwaarde \d", of_body))
    repeat = Decision.objects.exclude(pk=whole.pk).get(condition="Mits het past.")
    exclude(decisions=[repeat, Decision.objects.get(condition="Mits het kan.")], reason="Omdat.")
    assert "Voorwaarde 1 en 2 gaan niet samen." in page_of(client)


def test_what_was_put_off_or_taken_back_is_compared_with_nothing(dossier, tracks, basis, deck):
    decide(tracks[0], deck, Outcome.AGAINST)
    decide(tracks[0], deck, Outcome.HELD, on=DAY + timedelta(days=1))
    assert titles(dossier) == []
    assert compared(dossier).outcome == "Er is nog geen besluit om te vergelijken"


def test_a_decision_of_which_the_version_is_not_known_is_told_apart(dossier, tracks, deck):
    decide(tracks[0], deck)
    told = compared(dossier).sentence.replace(NBSP, " ")
    assert (titles(dossier), told) == ([], "Van 1 besluit is niet bekend op welke versie het is.")


# A person judges


def test_a_deviation_that_counts_as_alike_makes_the_body_alike(client, dossier, tracks, basis, deck):
    decide(tracks[0], deck)
    condition(tracks[1], deck, "Mits het past.", component=basis)
    [one] = compared(dossier).deviations
    judge(dossier=dossier, deviation=one, verdict="gelijkluidend", reason="Het verandert niets.")
    found = compared(dossier)
    assert [track.pk for track in found.alike] == [tracks[0].pk, tracks[1].pk]
    page = squeezed(client.get(ALIKE).text).replace(NBSP, " ")
    assert "Telt als gelijkluidend, volgens het secretariaat op " in page
    assert "Het verandert niets." in page
    assert "Geen afwijking is nog niet beoordeeld." in page


def test_a_judgement_says_nothing_of_other_words(dossier, tracks, basis, deck):
    decision = condition(tracks[1], deck, "Mits het past.", component=basis)
    judge(dossier=dossier, deviation=compared(dossier).deviations[0], verdict="gelijkluidend", reason="Klein.")
    with history.recorded("gewijzigd", reason="Overgetypt."):
        Decision.objects.filter(pk=decision.pk).update(condition="Mits het niets kost.")
    [one] = compared(dossier).deviations
    assert (one.judgement, compared(dossier).unjudged) == (None, 1)


def test_a_second_judgement_takes_the_place_of_the_first(dossier, tracks, basis, deck):
    condition(tracks[1], deck, "Mits het past.", component=basis)
    for verdict in ("gelijkluidend", "anders"):
        judge(dossier=dossier, deviation=compared(dossier).deviations[0], verdict=verdict, reason="Omdat.")
    assert [one.verdict for one in LikenessJudgement.objects.all()] == ["anders"]
    assert compared(dossier).alike == []


def test_the_secretariat_judges_at_the_desk(desk, dossier, tracks, basis, deck):
    condition(tracks[1], deck, "Mits het past.", component=basis)
    overview = reverse("admin:deciding_dossier_alike", args=[dossier.pk])
    key = compared(dossier).deviations[0].key
    address = f"{reverse('admin:deciding_dossier_alike_judge', args=[dossier.pk])}?{urlencode({'afwijking': key})}"
    page = desk.get(overview)
    assertContains(page, "Nog niet beoordeeld.")
    assertContains(page, f'href="{address}"')
    empty = desk.post(address, form_on(desk.get(address), "_read") | {"reason": "Omdat."})
    assertContains(empty, "Kies of dit als gelijkluidend telt.")
    assertContains(empty, "Omdat.")
    assert LikenessJudgement.objects.count() == 0
    data = form_on(desk.get(address), "_read") | {"verdict": "anders", "reason": "Het kost geld."}
    assertRedirects(desk.post(address, data), overview)
    assertContains(desk.get(overview), "Het kost geld.")
    assert desk.get(f"{address}x").status_code == 404


# Conditions that exclude each other


def test_two_marked_conditions_stand_on_the_board_and_on_the_page(client, dossier, tracks, basis, deck):
    one = condition(tracks[0], deck, "De bijdrage blijft gelijk.", component=basis)
    other = condition(tracks[1], deck, "De bijdrage stijgt.", component=basis)
    assert "gaan niet samen" not in page_of(client)
    exclude(decisions=[other, one], reason="Het een sluit het ander uit.")
    for page in (page_of(client), squeezed(client.get(ALIKE).text)):
        assert "Voorwaarde 1 en 2 gaan niet samen." in page
        assert "Het een sluit het ander uit." in page


def test_a_mark_holds_as_long_as_both_conditions_do(client, dossier, tracks, basis, deck):
    one, other = (condition(track, deck, "Mits.", component=basis) for track in tracks[:2])
    exclude(decisions=[one, other], reason="Omdat.")
    decide(tracks[0], deck, component=basis, on=DAY + timedelta(days=1))
    assert "gaan niet samen" not in page_of(client)
    assert Exclusion.objects.count() == 1


def test_what_are_no_two_conditions_of_one_dossier_is_refused(dossier, tracks, basis, deck):
    one = condition(tracks[0], deck, "Mits.", component=basis)
    agreed = decide(tracks[1], deck)
    other = Dossier.objects.create(slug="ander", title="Ander", summary="Ander.")
    elsewhere = condition(other.tracks.create(body=tracks[1].body), deck, "Mits.")
    for decisions, why in (
        ([one, one], "twee verschillende"),
        ([one, agreed], "geen voorwaarde meer"),
        ([one, elsewhere], "niet bij één dossier"),
    ):
        with pytest.raises(Refused, match=why):
            exclude(decisions=decisions, reason="Omdat.")
    assert Exclusion.objects.count() == 0


def test_the_secretariat_marks_two_at_the_desk_and_nothing_typed_is_lost(desk, dossier, tracks, basis, deck):
    one, other = (condition(track, deck, "Mits.", component=basis) for track in tracks[:2])
    address = reverse("admin:deciding_dossier_alike_exclude", args=[dossier.pk])
    data = form_on(desk.get(address), "_read") | {"one": one.pk, "other": one.pk, "reason": "Omdat."}
    same = desk.post(address, data)
    assertContains(same, "Kies een andere voorwaarde dan de eerste.")
    assertContains(same, "Omdat.")
    data = form_on(desk.get(address), "_read") | {"one": other.pk, "other": one.pk, "reason": "Omdat."}
    assertRedirects(desk.post(address, data), reverse("admin:deciding_dossier_alike", args=[dossier.pk]))
    marked = Exclusion.objects.get()
    assert (marked.one_id, marked.other_id, marked.one_condition) == (one.pk, other.pk, "Mits.")
    assertContains(desk.get(reverse("admin:deciding_dossier_alike", args=[dossier.pk])), "Voorwaarde 1 en 2 gaan niet")


@pytest.mark.parametrize("what", ["alike", "alike_judge", "alike_exclude"])
def test_only_who_may_change_a_dossier_comes_there(client, dossier, councillor, what):
    address = reverse(f"admin:deciding_dossier_{what}", args=[dossier.pk])
    client.force_login(councillor)
    assert client.get(address).status_code in (302, 403)


# What it costs


@pytest.mark.parametrize("bodies", [2, 120])
def test_the_page_costs_the_same_with_more_bodies(client, dossier, overijssel, deck, bodies, django_assert_num_queries):
    fill(dossier, overijssel, deck, bodies=bodies, parts=2)
    component = Component.objects.first()
    with history.recorded("gewijzigd", reason="In de proef."):
        Decision.objects.filter(component=component).update(outcome=Outcome.CONDITION, condition="Mits.")
    with django_assert_num_queries(12):
        page = client.get(ALIKE)
    assertContains(page, f"{bodies}\N{NO-BREAK SPACE}organen")
