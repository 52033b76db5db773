"""Where a figure asks it, what one of the desk enters is on the site only when a colleague agrees."""

import re

import pytest
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from partners.ground.refusal import Refused
from partners.models import Role, User
from regiozwolle.history.restoring import undo, undoing
from results.actions.confirmations import OTHER_PERSON, approve, reject, take_back
from results.actions.four_eyes import GONE, MOVED, lay_before
from results.admin.four_eyes import LAID
from results.admin.waiting import results_waiting
from results.models import Correction, Indicator, Measurement, Proposal, ProposalKind, ProposalState, Target
from tests.filling import form_on, press, press_for_chosen, send

LIST = reverse("admin:results_measurement_changelist")


@pytest.fixture
def helped(helped):
    helped.four_eyes = True
    helped.save()
    return helped


@pytest.fixture
def anna(db):
    return User.objects.create_user("anna@example.org", name="Anna", role=Role.EDITOR)


@pytest.fixture
def bert(db):
    return User.objects.create_user("bert@example.org", name="Bert", role=Role.EDITOR)


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


def change_of(measurement):
    return reverse("admin:results_measurement_change", args=[measurement.pk])


def judging(proposal):
    return reverse("admin:results_proposal_judge", args=[proposal.pk])


def entered(anna, measurement, **changes):
    client, address = signed_in(anna), change_of(measurement)
    return send(client, address, form_on(client.get(address)), **changes)


def waits(user):
    return any("wacht op uw oordeel" in words for words, _ in results_waiting(user))


def read(helped):
    return Client().get(helped.get_absolute_url()).text


def test_another_person_puts_a_correction_on_the_site(helped, anna, bert):
    measurement = helped.measurements.first()
    before = read(helped)
    page = signed_in(anna).get(change_of(measurement)).text
    # No other sentence beside it that promises the opposite.
    assert 'value="Leg voor aan een collega"' in page
    assert "ziet iedereen meteen" not in page
    page = entered(anna, measurement, value="4600", reason="Geteld.")
    assert [str(said) for said in get_messages(page.wsgi_request)] == [LAID.format("1\N{NO-BREAK SPACE}waarde")]
    measurement.refresh_from_db()
    assert (measurement.value, Correction.objects.count()) == (4500, 0)
    assert read(helped) == before
    proposal = Proposal.objects.get()
    assert (proposal.kind, proposal.proposed_by, proposal.note) == (ProposalKind.CORRECTION, anna, "Geteld.")

    # In a second tab, or behind the button, the first stays the first.
    own = signed_in(anna).get(judging(proposal)).text
    assert OTHER_PERSON in own
    assert "Zet op de site" not in own
    with pytest.raises(Refused, match="Een collega leest het na"):
        approve(proposal=proposal, by=anna)
    with pytest.raises(Refused, match="Een collega leest het na"):
        reject(proposal=proposal, by=anna, reason="Toch niet.")

    assert [waits(user) for user in (anna, bert)] == [False, True]
    page = signed_in(bert).get(judging(proposal)).text
    assert "Anna voerde dit in" in page
    assert "4.600 (was: 4.500)" in page
    # Or a browser holds up each button until the reason is there that only the other needs.
    assert " novalidate" in re.search("<form[^>]*>(?=(?:(?!</form>).)*_read)", page, re.DOTALL)[0]
    assert "Op de site staat meer dan 4.500, begin 2023." in page
    kept = signed_in(bert).get(f"/beheer/results/proposal/{proposal.pk}/change/").text
    assert "Waarde: 4.600 (was: 4.500)" in kept
    assert "results.measurement" not in kept
    press(signed_in(bert), judging(proposal), {"apply": "1"})
    measurement.refresh_from_db()
    assert measurement.value == 4600
    assert Correction.objects.get().reason == "Geteld."
    assert "4.600" in read(helped)
    proposal.refresh_from_db()
    assert (proposal.state, proposal.judged_by) == (ProposalState.APPROVED, bert)


def test_who_entered_it_hears_why_it_came_back(helped, anna, bert, mailoutbox):
    measurement = helped.measurements.first()
    entered(anna, measurement, value="4600", reason="Geteld.")
    proposal = Proposal.objects.get()
    page = press(signed_in(bert), judging(proposal), {"more": "1", "reason": " "})
    assert "Schrijf waarom u dit terugstuurt" in page.text
    press(signed_in(bert), judging(proposal), {"more": "1", "reason": "De bron zegt 4.550."})
    proposal.refresh_from_db()
    assert (proposal.state, proposal.answer) == (ProposalState.REJECTED, "De bron zegt 4.550.")
    assert mailoutbox[-1].to == ["anna@example.org"]
    assert "De bron zegt 4.550." in mailoutbox[-1].body
    measurement.refresh_from_db()
    assert measurement.value == 4500


def test_who_entered_it_takes_it_back_and_nobody_else(helped, anna, bert):
    proposal = lay_before(row=changed(helped.measurements.first(), note="Voorlopig."), by=anna)
    with pytest.raises(Refused, match="Alleen wie dit invoerde"):
        take_back(proposal=proposal, by=bert)
    press(signed_in(anna), judging(proposal), {"apply": "1"})
    proposal.refresh_from_db()
    assert proposal.state == ProposalState.TAKEN_BACK
    assert "is al ingetrokken" in signed_in(bert).get(judging(proposal)).text


def changed(row, **fields):
    for name, value in fields.items():
        setattr(row, name, value)
    return row


def test_below_a_figure_values_and_targets_wait_and_the_rest_is_saved(helped, anna, bert, deck):
    client, address = signed_in(anna), reverse("admin:results_indicator_change", args=[helped.pk])
    given = {
        "sentence": "mensen geholpen",
        "targets__0__value": "9000",
        "targets__0__due_on": "2030-01-01",
        "targets__0__source": str(deck.pk),
        "measurements__0__value": "4700",
        "measurements__0__reference_on": "2024-01-01",
        "measurements__0__reference_text": "begin 2024",
        "measurements__0__source": str(deck.pk),
        "_reason": "De zin klopte niet.",
    }
    assert send(client, address, form_on(client.get(address)), **given).status_code == 302
    helped.refresh_from_db()
    assert (helped.sentence, helped.measurements.count(), helped.targets.count()) == ("mensen geholpen", 3, 0)
    assert set(Proposal.objects.values_list("kind", "value")) == {(ProposalKind.NEW, 9000), (ProposalKind.NEW, 4700)}
    for proposal in Proposal.objects.all():
        approve(proposal=proposal, by=bert)
    assert helped.targets.get().value == 9000
    assert helped.measurements.first().value == 4700


def test_deleting_waits_as_well(helped, anna, bert):
    measurement = helped.measurements.first()
    address = reverse("admin:results_measurement_delete", args=[measurement.pk])
    press(signed_in(anna), address, {"post": "yes", "_reason": "Dubbel."})
    press_for_chosen(
        signed_in(anna),
        LIST,
        {"action": "delete_selected", "_selected_action": [measurement.pk]},
        post="yes",
        _reason="Dubbel.",
    )
    assert Measurement.objects.filter(pk=measurement.pk).exists()
    proposal = Proposal.objects.get()
    approve(proposal=proposal, by=bert)
    assert not Measurement.objects.filter(pk=measurement.pk).exists()
    proposal.refresh_from_db()
    assert proposal.state == ProposalState.APPROVED
    figure = reverse("admin:results_indicator_delete", args=[helped.pk])
    User.objects.filter(pk=anna.pk).update(role=Role.ADMINISTRATOR)
    assert signed_in(anna).get(figure).status_code == 403


def test_a_sheet_waits_as_well(helped, anna, bert, deck):
    address, client = reverse("admin:results_measurement_import"), signed_in(anna)
    lines = [
        "Cijfer;Gebied;Peildatum;Peildatum in woorden;Waarde;Bron;Reden van de correctie",
        f"{helped.slug};;2024-01-01;begin 2024;4700;{deck.slug};",
    ]
    sheet = SimpleUploadedFile("metingen.csv", "\n".join(lines).encode())
    preview = client.post(address, {"sheet": sheet})
    assert "ligt de waarde eerst bij een collega" in preview.text
    assert Proposal.objects.count() == 0
    page = client.post(address, {"signed": form_on(preview, "signed")["signed"]}, follow=True)
    assert "ligt de waarde eerst bij een collega" in page.text
    assert helped.measurements.count() == 3
    approve(proposal=Proposal.objects.get(), by=bert)
    assert helped.measurements.first().value == 4700


def test_what_changed_or_went_meanwhile_is_not_put_through(helped, anna, bert):
    measurement = helped.measurements.first()
    proposal = lay_before(row=changed(measurement, note="Voorlopig."), by=anna)
    Measurement.objects.filter(pk=measurement.pk).update(note="Iets anders.")
    page = press(signed_in(bert), judging(proposal), {"apply": "1"}, follow=True)
    assert MOVED in page.text
    assert Proposal.objects.open().count() == 1
    target = Target.objects.create(indicator=helped, value=9000, source=measurement.source)
    gone = lay_before(row=target, by=anna, is_removal=True)
    Proposal.objects.filter(pk=gone.pk).update(target=None)
    assert GONE in press(signed_in(bert), judging(gone), {"apply": "1"}, follow=True).text


def test_the_record_is_no_way_round_and_an_editor_does_not_switch_it_off(helped, anna):
    measurement = helped.measurements.first()
    measurement.note = "Later."
    measurement.save()
    changes = undoing(Indicator, helped.pk, since=0)
    with pytest.raises(Refused, match="twee mensen"):
        undo(changes, reason="Terug.")
    address = reverse("admin:results_indicator_change", args=[helped.pk])
    assert 'name="four_eyes"' not in signed_in(anna).get(address).text
    User.objects.update(role=Role.ADMINISTRATOR)
    page = signed_in(anna).get(address).text
    # Above what is folded: nobody looks for it there.
    assert page.index('name="four_eyes"') < page.index("Hoe staat het ervoor?")


def test_without_the_switch_one_person_is_enough(helped, anna):
    Indicator.objects.update(four_eyes=False)
    measurement = helped.measurements.first()
    entered(anna, measurement, value="4600", reason="Geteld.")
    measurement.refresh_from_db()
    assert (measurement.value, Proposal.objects.count()) == (4600, 0)
