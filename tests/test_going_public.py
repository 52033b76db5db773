"""A thing is a concept when it is first saved; an act that was read puts it on the site, and one takes it off."""

import re
from datetime import date, timedelta

import pytest
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.utils import timezone

from agenda.models import Milestone
from consultation import actions
from consultation.deciding.models import Decision, Dossier, Outcome, Track
from consultation.models import Consultation
from partners.ground.desk.publishing import PublishingDesk, publish, withdraw
from partners.ground.models import Act, Change
from partners.ground.publishing import ENDS_LATER, PublicState
from partners.ground.refusal import Refused
from partners.models import Partner, PartnerKind
from regiozwolle.history.restoring import put_back
from regiozwolle.history.tables import TABLES
from regiozwolle.history.telling import changes_of
from regiozwolle.meetings.models import Meeting
from results.models import Measurement, Project
from tests.concepts import KINDS
from tests.conftest import LONG_AGO
from tests.filling import form_on, press, press_for_chosen, read, send

BAR = "Alleen het secretariaat ziet dit."


@pytest.fixture
def desk(client, secretary):
    client.force_login(secretary)
    return client


@pytest.fixture
def concept(deck):
    return Partner.objects.create(
        slug="nieuw", name="Nieuwe partner", kind=PartnerKind.BUSINESS, source=deck, public_from=None
    )


def publishing(thing):
    return thing.publishing_path


def test_every_desk_of_what_can_be_public_makes_a_first_saving_a_concept():
    assert len(KINDS) == 9
    assert [model for model in KINDS if not isinstance(admin.site.get_model_admin(model), PublishingDesk)] == []
    # What the tests give their own rows is no default of the field.
    assert [model for model in KINDS if model._meta.get_field("public_from").has_default()] == []


def test_what_is_saved_first_is_a_concept_and_the_form_says_so(desk):
    page = desk.get("/beheer/partners/partner/add/")
    assert 'value="Opslaan als concept"' in page.text
    send(
        desk, "/beheer/partners/partner/add/", form_on(page), name="Nieuw", slug="nieuw", kind="ondernemers", _save="1"
    )
    made = Partner.objects.get()
    assert (made.public_from, made.public_until, made.public_state()) == (None, None, PublicState.CONCEPT)
    page = desk.get(f"/beheer/partners/partner/{made.pk}/change/")
    assert publishing(made) in page.text
    assert "Dit is een concept. Alleen het secretariaat ziet het." in page.text


def test_a_form_says_when_everyone_sees_at_once_what_is_saved(desk, zwolle, helped):
    page = desk.get(f"/beheer/partners/partner/{zwolle.pk}/change/")
    assert 'value="Opslaan op de site"' in page.text
    assert "Dit staat op de site. Wat u opslaat, ziet iedereen meteen." in page.text
    page = desk.get("/beheer/agenda/participation/add/")
    assert 'value="Opslaan op de site"' in page.text
    page = desk.get("/beheer/partners/source/add/")
    assert 'value="Opslaan"' in page.text


def test_only_the_secretariat_sees_a_concept_with_a_bar_that_says_so(client, concept, councillor, secretary):
    address = concept.get_absolute_url()
    assert client.get(address).status_code == 404
    client.force_login(councillor)
    assert client.get(address).status_code == 404
    client.force_login(secretary)
    page = client.get(address)
    assert page.status_code == 200
    assert BAR in page.text
    assert publishing(concept) in page.text


def test_a_page_that_is_public_has_no_bar(client, secretary, zwolle):
    client.force_login(secretary)
    assert BAR not in client.get(zwolle.get_absolute_url()).text


def test_the_act_puts_it_on_the_site_now_and_is_in_the_record(desk, concept, client, secretary):
    page = desk.get(publishing(concept))
    assert "er staat niets bij ‘In het kort’." in page.text
    press(desk, publishing(concept), {"public_from_0": "", "public_from_1": ""})
    concept.refresh_from_db()
    assert concept.public_state() == PublicState.PUBLIC
    act = Act.objects.get(words="openbaar gemaakt")
    assert (act.made_by_id, act.about_table, act.about_id) == (secretary.pk, "partners_partner", concept.pk)
    assert list(Change.objects.filter(act=act).values_list("table_name", flat=True)) == ["partners_partner"]
    client.logout()
    assert client.get(concept.get_absolute_url()).status_code == 200


def test_it_does_nothing_when_the_text_changed_since_the_page_was_read(desk, concept):
    said = read(desk.get(publishing(concept)))
    Partner.objects.filter(pk=concept.pk).update(summary="Iets dat niemand las.")
    answer = desk.post(publishing(concept), said)
    assert answer.status_code == 409
    concept.refresh_from_db()
    assert concept.public_from is None


def test_it_can_be_planned_and_comes_by_the_clock(desk, client, concept):
    tomorrow = timezone.localtime() + timedelta(days=1)
    begins = {"public_from_0": f"{tomorrow:%Y-%m-%d}", "public_from_1": f"{tomorrow:%H:%M}"}
    press(desk, publishing(concept), begins)
    concept.refresh_from_db()
    assert concept.public_state() == PublicState.PLANNED
    assert list(Partner.objects.public()) == []
    assert list(Partner.objects.public(at=tomorrow)) == [concept]
    client.logout()
    assert client.get(concept.get_absolute_url()).status_code == 404


def test_a_plan_is_taken_back(desk, concept):
    publish(thing=concept, public_from=timezone.now() + timedelta(days=1))
    press(desk, publishing(concept), {"more": "1"})
    concept.refresh_from_db()
    assert concept.public_state() == PublicState.CONCEPT


@pytest.mark.parametrize(
    ("begins", "ends", "said"),
    [("2020-01-01", "", "Dit moment is al geweest."), ("", "2020-01-01", ENDS_LATER)],
)
def test_a_moment_that_cannot_be_is_refused_at_its_field(desk, deck, begins, ends, said):
    milestone = Milestone.objects.create(
        starts_on=date(2024, 1, 1), date_text="2024", title="Proef", source=deck, public_from=None
    )
    moments = {"public_from_0": begins, "public_from_1": begins and "09:00"}
    moments |= {"public_until_0": ends, "public_until_1": ends and "09:00"}
    page = press(desk, publishing(milestone), moments)
    assert said in page.text
    milestone.refresh_from_db()
    assert milestone.public_from is None


def test_a_moment_before_and_one_after_an_end_make_the_limits(deck):
    begins = timezone.now()
    ends = begins + timedelta(hours=1)
    made = Milestone.objects.create(
        starts_on=date(2024, 1, 1), date_text="2024", title="P", source=deck, public_from=begins, public_until=ends
    )
    just = timedelta(microseconds=1)
    found = [list(Milestone.objects.public(at=at)) for at in (begins - just, begins, ends - just, ends)]
    assert found == [[], [made], [made], []]
    states = [made.public_state(at) for at in (begins - just, begins, ends - just, ends)]
    assert states == [PublicState.PLANNED, PublicState.PUBLIC, PublicState.PUBLIC, PublicState.ENDED]
    with pytest.raises(IntegrityError, match="is_public_before_it_ends"), transaction.atomic():
        Milestone.objects.filter(pk=made.pk).update(public_until=begins)
    made.public_until = begins
    with pytest.raises(ValidationError, match="Het einde ligt niet na het begin"):
        made.validate_constraints()


def test_what_left_the_site_is_explained_at_its_address_and_can_come_back(client, secretary, zwolle, deck):
    gone = Partner.objects.create(slug="weg", name="Weg", kind=PartnerKind.BUSINESS)
    withdraw(thing=gone)
    answer = client.get(gone.get_absolute_url())
    assert answer.status_code == 410
    assert "Deze pagina is niet meer openbaar" in answer.text
    assert "Weg" not in client.get("/partners/").text
    client.force_login(secretary)
    press(client, publishing(gone))
    client.logout()
    assert client.get(gone.get_absolute_url()).status_code == 200


@pytest.mark.parametrize("model", KINDS)
def test_what_was_public_is_no_concept_again(model, deck, zwolle, open_consultation, helped, deal, version):
    Milestone.objects.create(starts_on=date(2024, 1, 1), date_text="2024", title="Proef", source=deck)
    Dossier.objects.create(slug="proef", title="Proef", summary="Proef.", version=version, source=deck)
    Meeting.objects.create(slug="proef", title="Proef", kind="anders", held_on=date(2020, 1, 1), source=deck)
    rows = model.objects.all()
    if not rows:
        rows = [model.objects.create(kind="waarom", position=1, text="Tekst.", source=deck)]
    with pytest.raises(IntegrityError, match="wordt geen concept meer"), transaction.atomic():
        model.objects.filter(pk=rows[0].pk).update(public_from=None)


def test_a_consultation_with_letters_stays_on_the_site(desk, open_consultation, sent):
    page = press(desk, publishing(open_consultation), follow=True)
    assert "Op deze consultatie is al gereageerd" in page.text
    assert Consultation.objects.public().get() == open_consultation


def test_what_cannot_leave_the_site_says_why_and_has_no_button_for_it(desk, open_consultation, sent):
    before = Consultation.objects.get(pk=open_consultation.pk).public_until
    page = desk.get(publishing(open_consultation))
    assert "Op deze consultatie is al gereageerd" in page.text
    assert "Haalt u het weg?" not in page.text
    assert "Haal nu van de site" not in page.text
    assert Consultation.objects.get(pk=open_consultation.pk).public_until == before


def test_a_consultation_on_which_nobody_wrote_can_leave_it(desk, client, open_consultation):
    assert "Haal nu van de site" in desk.get(publishing(open_consultation)).text
    press(desk, publishing(open_consultation))
    client.logout()
    assert client.get(open_consultation.get_absolute_url()).status_code == 410
    assert list(Consultation.objects.open()) == []


def test_a_dossier_with_decisions_and_a_partner_in_use_stay_on_the_site(version, deck, council, zwolle, overijssel):
    dossier = Dossier.objects.create(slug="proef", title="Proef", summary="Proef.", version=version, source=deck)
    track = Track.objects.create(dossier=dossier, body=council)
    Decision.objects.create(track=track, decided_on=date(2024, 1, 1), outcome=Outcome.AGREED, source=deck)
    with pytest.raises(Refused, match="In dit dossier staan besluiten"):
        withdraw(thing=dossier)
    with pytest.raises(Refused, match="Vul bij de partner in tot wanneer hij meedeed"):
        withdraw(thing=zwolle)
    with pytest.raises(Refused, match="niet te plannen"):
        publish(
            thing=Partner.objects.create(slug="x", name="X", kind="kennis"),
            public_until=timezone.now() + timedelta(days=2),
        )


def test_no_council_is_invited_to_a_concept(open_consultation, council, clerk, mailoutbox):
    concept = Consultation.objects.create(
        slug="later", title="Later", version=open_consultation.version, public_from=None,
        opens_at=open_consultation.opens_at, closes_at=open_consultation.closes_at,
    )  # fmt: skip
    with pytest.raises(Refused, match="nog een concept"):
        actions.invite(consultation=concept)
    assert len(mailoutbox) == 0
    assert actions.invite(consultation=open_consultation) == (1, 1)


def test_the_former_address_of_a_concept_does_not_say_where_it_went(client, concept, zwolle):
    Partner.objects.filter(pk=concept.pk).update(slug="geheim")
    assert client.get("/partners/nieuw/").status_code == 404
    Partner.objects.filter(pk=zwolle.pk).update(slug="stad-zwolle")
    assert client.get("/partners/zwolle/").headers["Location"] == "/partners/stad-zwolle/"


def test_an_earlier_state_is_put_back_and_stays_on_the_site(concept):
    concept.name = "Andere naam"
    concept.save()
    first = changes_of(Partner, concept.pk, TABLES).first()
    publish(thing=concept)
    newest = changes_of(Partner, concept.pk, TABLES).first()
    put_back(thing=concept, since=first.pk, read=newest.pk)
    concept.refresh_from_db()
    assert (concept.name, concept.public_state()) == ("Nieuwe partner", PublicState.PUBLIC)


def test_what_is_put_right_in_a_concept_needs_no_reason_and_has_no_line(desk, client, helped, deck):
    unit = "deelnemers"
    for each, said in ((None, False), (LONG_AGO, True)):
        figure = type(helped).objects.create(
            slug=f"cijfer-{said}", name="Cijfer", nature="bereikt", sentence="s.", unit="inwoners", public_from=each
        )
        measurement = Measurement.objects.create(
            indicator=figure, value=1, reference_on=date(2024, 1, 1), reference_text="2024", source=deck
        )
        address = f"/beheer/results/indicator/{figure.pk}/change/?measurements={measurement.pk}"
        answer = send(desk, address, form_on(desk.get(address)), measurements__0__reference_on="02-01-2024", _save="1")
        assert ("Schrijf onderaan bij ‘Reden’ waarom" in answer.text) is said
    assert unit not in client.get("/resultaten/rechtgezet/").text


def test_several_concepts_are_made_public_at_once_and_each_is_named(desk, deck):
    made = [
        Milestone.objects.create(
            starts_on=date(2024, 1, day), date_text="2024", title=f"Proef {day}", source=deck, public_from=None
        )
        for day in (1, 2)
    ]
    address = "/beheer/agenda/milestone/"
    data = {"action": "make_public", "_selected_action": [one.pk for one in made]}
    page = desk.post(address, data)
    assert "concepten komen nu op de site." in page.text
    assert all(one.title in page.text for one in made)
    press_for_chosen(desk, address, data)
    assert Milestone.objects.public().count() == 2
    assert desk.get(f"{address}?openbaar=concept").context["cl"].result_count == 0
    assert desk.get(f"{address}?openbaar=openbaar").context["cl"].result_count == 2


def test_what_is_imported_is_a_concept_first(desk, deal, monkeypatch):
    monkeypatch.setattr(Project._meta.get_field("public_from"), "_get_default", lambda: None)
    rows = [
        "Adres op de site;Naam;Programma;Hoort bij het programma;Bron",
        f"x;Nieuw;{deal.slug};bevestigd;presentatie",
    ]
    address = "/beheer/results/project/importeren/"
    preview = desk.post(address, {"sheet": SimpleUploadedFile("projecten.csv", "\n".join(rows).encode())})
    signed = re.search(r'name="signed" value="([^"]+)"', preview.text)[1]
    assert "Wat nieuw is, is eerst een concept." in desk.post(address, {"signed": signed}, follow=True).text
    assert Project.objects.get(slug="x").public_state() == PublicState.CONCEPT


def test_what_follows_another_waits_for_it_and_its_page_says_so(client, secretary, deal, deck):
    programme = type(deal).objects.create(slug="later", name="Later", source=deck, public_from=None)
    project = programme.projects.create(slug="volger", name="Volger", status="bevestigd", source=deck)
    assert client.get(project.get_absolute_url()).status_code == 404
    client.force_login(secretary)
    assert "zodra ook dit openbaar is: Later" in client.get(project.get_absolute_url()).text
    publish(thing=programme)
    assert BAR not in client.get(project.get_absolute_url()).text
