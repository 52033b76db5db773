"""A link in a mail with which somebody without an account enters one thing of one track."""

from datetime import date, timedelta

import pytest
from django.core import signing
from django.utils import timezone

from consultation.deciding.entering import acts
from consultation.deciding.entering.acts import link_for
from consultation.deciding.models import (
    ENTRY_SALT,
    Component,
    Decision,
    Dossier,
    EnteredAs,
    EntryLink,
    LinkPurpose,
    LinkUse,
    Outcome,
    Position,
    Track,
    TrackStep,
    TrackStepKind,
)
from partners.ground.models import Act
from partners.ground.templatetags.dutch import day
from partners.models import Capacity, Mandate, Sitting

ADDRESS = "griffier@zwolle.example"


def plain(on):
    return day(on).replace("\xa0", " ")


def days(count):
    return timezone.localdate() + timedelta(days=count)


@pytest.fixture
def dossier(version, deck):
    return Dossier.objects.create(
        slug="regioplan", title="Regioplan", summary="Besluit.", version=version, source=deck, decide_by=days(60)
    )


@pytest.fixture
def parts(dossier):
    return [Component.objects.create(dossier=dossier, name=name, position=place) for place, name in enumerate("AB")]


@pytest.fixture
def track(dossier, council, parts):
    return Track.objects.create(dossier=dossier, body=council)


@pytest.fixture
def link(track):
    return link_for(track=track, purpose=LinkPurpose.OUTCOME, address=ADDRESS)


@pytest.fixture
def day_link(track):
    return link_for(track=track, purpose=LinkPurpose.DAY, address=ADDRESS)


def whole(outcome, on, **more):
    return {"day": "anders", "other_day": on.isoformat(), "outcome": outcome, **more}


def confirm(client, path, data):
    """Goes from the form to the page that says what will change, and presses its button."""
    page = client.post(path, data)
    assert page.status_code == 200, page.context["form"].errors
    return client.post(path, data | {"gelezen": page.context["read"], "bevestig": "1"})


# Making links


def test_whoever_is_mailed_again_gets_the_same_link_and_it_lasts_longer(track):
    first = link_for(track=track, purpose=LinkPurpose.DAY, address=ADDRESS)
    EntryLink.objects.update(ends_on=days(3))
    again = link_for(track=track, purpose=LinkPurpose.DAY, address="Griffier@Zwolle.example")
    assert (again.pk, again.ends_on) == (first.pk, days(28))
    assert link_for(track=track, purpose=LinkPurpose.OUTCOME, address=ADDRESS).pk != first.pk
    acts.revoke(links=EntryLink.objects.filter(pk=first.pk))
    assert link_for(track=track, purpose=LinkPurpose.DAY, address=ADDRESS).pk != first.pk


def test_the_database_holds_nothing_from_which_a_link_can_be_made(link):
    key = link.path.split("/")[-2]
    assert key == link.token
    assert signing.Signer(salt=ENTRY_SALT).unsign_object(key) == link.pk
    held = {str(value) for row in EntryLink.objects.values() for value in row.values()}
    assert not any(key in value or value == key for value in held)


# The outcome


def test_reading_the_page_changes_nothing_and_says_what_stands(client, link, track, deck):
    Decision.objects.create(track=track, outcome=Outcome.AGREED, decided_on=days(-3), source=deck)
    page = client.get(link.path).text
    assert "Wat besloot uw raad?" in page
    assert "Op de site staat nu: ingestemd, nog niet bevestigd." in page.replace("\xa0", " ")
    assert "Regioplan, versie 1" in page.replace("\xa0", " ")
    assert (Decision.objects.count(), LinkUse.objects.count()) == (1, 0)


def test_an_outcome_is_shown_before_it_is_written_and_counts_as_confirmed(client, link, track):
    data = whole("ingestemd", days(-2))
    page = client.post(link.path, data)
    assert "Klopt dit?" in page.text
    assert Decision.objects.count() == 0
    answer = client.post(link.path, data | {"gelezen": page.context["read"], "bevestig": "1"})
    assert answer.headers["Location"] == f"{link.path}?bewaard=1"
    (made,) = Decision.objects.all()
    told = (made.component, made.outcome, made.decided_on, made.entered_as, made.confirmed_on, made.version)
    assert told == (None, Outcome.AGREED, days(-2), EnteredAs.CLERK, days(0), track.dossier.version)
    (use,) = link.uses.all()
    assert use.words.replace("\xa0", " ") == f"besloten op {plain(days(-2))}: ingestemd"
    act = Act.objects.get(words="doorgegeven met een invoerlink")
    assert (act.about_table, act.about_id, act.made_by_id) == ("deciding_entrylink", link.pk, None)
    after = client.get(f"{link.path}?bewaard=1").text
    assert "Opgeslagen. Dank u wel." in after
    assert f"door wie de link van {ADDRESS} gebruikte" in after


def test_what_differs_per_part_is_written_per_part(client, link, track, parts):
    first, second = parts
    data = whole("per-onderdeel", days(-2)) | {f"part_{first.pk}": "ingestemd", f"part_{second.pk}": "niet-mee"}
    confirm(client, link.path, data)
    fresh = Track.objects.get()
    assert fresh.positions_on(parts) == [Position.AGREED, Position.ABSTAINS]
    assert not Decision.objects.filter(component=None).exists()


def test_one_part_that_changes_leaves_the_others_and_lets_its_amount_lapse(client, link, track, parts, deck):
    first, second = parts
    on = days(-4)
    given = {"track": track, "decided_on": on, "source": deck, "outcome": Outcome.AGREED}
    Decision.objects.create(**given)
    Decision.objects.create(**given, component=second, amount=38_000)
    data = {
        "day": on.isoformat(),
        "outcome": "per-onderdeel",
        f"part_{first.pk}": "ingestemd",
        f"part_{second.pk}": "niet-mee",
    }
    page = client.post(link.path, data)
    assert page.context["consequences"] == [
        "Het bedrag van €\xa038.000 bij ‘B’ vervalt.",
        "Uw raad doet niet mee aan ‘B’.",
    ]
    confirm(client, link.path, data)
    found = {one.component_id: (one.outcome, one.amount) for one in Decision.objects.all()}
    assert found == {None: (Outcome.AGREED, None), second.pk: (Outcome.ABSTAINS, None)}
    assert not Decision.objects.filter(confirmed_on=None).exists()


def test_saying_that_what_stands_is_so_confirms_it_and_changes_nothing_else(client, link, track, deck):
    decision = Decision.objects.create(track=track, outcome=Outcome.AGREED, decided_on=days(-3), source=deck)
    confirm(client, link.path, {"day": days(-3).isoformat(), "outcome": "ingestemd"})
    decision.refresh_from_db()
    assert (decision.confirmed_on, decision.entered_as, decision.source) == (days(0), EnteredAs.OFFICE, deck)
    assert Decision.objects.count() == 1


def test_a_second_entry_on_one_day_stays_confirmed(client, link, track):
    confirm(client, link.path, whole("ingestemd", days(-1)))
    confirm(client, link.path, whole("tegen", days(-1)))
    (decision,) = Decision.objects.all()
    assert (decision.outcome, decision.confirmed_on) == (Outcome.AGAINST, days(0))
    assert link.uses.count() == 2


def test_a_new_decision_takes_the_place_of_an_earlier_one_which_stays(client, link, track, parts, deck):
    first, second = parts
    on = {"track": track, "decided_on": days(-40), "source": deck}
    Decision.objects.create(**on, outcome=Outcome.HELD)
    Decision.objects.create(**on, outcome=Outcome.AGAINST, component=first)
    confirm(client, link.path, whole("ingestemd", days(-1)))
    fresh = Track.objects.get()
    assert fresh.positions_on(parts) == [Position.AGREED, Position.AGREED]
    assert (fresh.position, Decision.objects.count()) == (Position.AGREED, 4)


@pytest.mark.parametrize(
    ("data", "field", "said"),
    [
        ({"day": "anders", "other_day": "2027-02-30"}, "other_day", "Deze dag bestaat niet"),
        ({"day": "anders", "other_day": ""}, "other_day", "Vul in op welke dag"),
        ({"day": "anders", "other_day": "1827-02-03"}, "other_day", "Kies een jaar van 2000 tot en met 2050"),
        (
            {"day": "anders", "other_day": "2049-02-03"},
            "other_day",
            "is nog niet geweest. Kies een dag",
        ),
        ({"day": "2049-02-03"}, "day", ""),
        ({"outcome": "voorwaarde"}, "condition", "Schrijf de voorwaarde op"),
        ({"outcome": "tegen", "condition": "Mits."}, "condition", "Kies bij de uitkomst"),
        ({"outcome": "onzin"}, "outcome", ""),
        ({"outcome": "per-onderdeel"}, "outcome", "Kies bij minstens één onderdeel"),
        ({"url": "geen adres"}, "url", "Dit is geen adres van een pagina"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_lost(client, link, data, field, said):
    sent = whole("ingestemd", days(-1), condition="", url="") | data
    page = client.post(link.path, sent)
    assert page.status_code == 422
    assert said in page.context["form"].errors[field][0].replace("\xa0", " ")
    assert Decision.objects.count() == 0
    for text in filter(None, (sent["condition"], sent["url"], sent["other_day"])):
        assert text in page.text


def test_a_day_before_a_later_decision_is_refused(client, link, track, deck):
    Decision.objects.create(track=track, outcome=Outcome.AGREED, decided_on=days(-3), source=deck)
    page = client.post(link.path, whole("tegen", days(-9)))
    (said,) = page.context["form"].errors["day"]
    told = f"Er staat al een besluit van {plain(days(-3))}. Kies die dag of een latere."
    assert said.replace("\xa0", " ") == told


def test_what_changed_since_it_was_read_is_shown_again_and_not_done(client, link, track, deck):
    data = whole("tegen", days(-1))
    read = client.post(link.path, data).context["read"]
    Decision.objects.create(track=track, outcome=Outcome.AGREED, decided_on=days(-3), source=deck)
    page = client.post(link.path, data | {"gelezen": read, "bevestig": "1"})
    assert page.status_code == 409
    assert "Intussen is er iets gewijzigd" in page.text
    assert Decision.objects.count() == 1


def test_pressing_the_button_twice_does_it_once(client, link):
    data = whole("tegen", days(-1))
    read = client.post(link.path, data).context["read"]
    for _ in range(2):
        answer = client.post(link.path, data | {"gelezen": read, "bevestig": "1"})
        assert answer.headers["Location"] == f"{link.path}?bewaard=1"
    assert (Decision.objects.count(), link.uses.count()) == (1, 1)


def test_one_goes_back_to_the_form_with_all_that_was_filled_in(client, link):
    page = client.post(link.path, whole("voorwaarde", days(-1), condition="Mits er geld is.", terug="1"))
    assert (page.status_code, "Mits er geld is." in page.text) == (200, True)


def test_a_decision_in_its_own_page_gets_that_as_its_source(client, link):
    confirm(client, link.path, whole("ingestemd", days(-1), url="raad.example/besluit"))
    assert Decision.objects.get().source.url == "https://raad.example/besluit"


def test_the_body_may_say_that_it_does_not_treat_it(client, link, track, deck):
    TrackStep.objects.create(track=track, kind=TrackStepKind.COUNCIL, planned_on=days(5), source=deck)
    confirm(client, link.path, {"outcome": "niet"})
    track.refresh_from_db()
    assert (track.declined_on, track.steps.count()) == (days(0), 0)
    confirm(client, link.path, whole("ingestemd", days(-1)))
    track.refresh_from_db()
    assert track.declined_on is None


def test_the_planned_step_of_that_day_happened(client, link, track, deck):
    step = TrackStep.objects.create(track=track, kind=TrackStepKind.COUNCIL, planned_on=days(-1), source=deck)
    assert client.get(link.path).context["form"]["day"].initial == days(-1).isoformat()
    confirm(client, link.path, {"day": days(-1).isoformat(), "outcome": "ingestemd"})
    step.refresh_from_db()
    assert step.happened_on == days(-1)


# The day


def test_a_day_is_planned_in_two_clicks(client, day_link, track, council, deck):
    Sitting.objects.create(body=council, held_on=days(20), source=deck)
    page = client.get(day_link.path)
    assert page.context["form"]["day"].initial == days(20).isoformat()
    confirm(client, day_link.path, {"day": days(20).isoformat()})
    step = TrackStep.objects.get()
    told = (step.kind, step.planned_on, step.entered_as, step.confirmed_on)
    assert told == (TrackStepKind.COUNCIL, days(20), EnteredAs.CLERK, days(0))
    confirm(client, day_link.path, {"day": "anders", "other_day": days(30).isoformat()})
    assert [step.planned_on for step in TrackStep.objects.all()] == [days(30)]


def test_a_day_after_the_last_one_for_a_decision_is_told_at_once_with_the_way_to_ask_for_more(client, day_link):
    data = {"day": "anders", "other_day": days(70).isoformat()}
    page = client.post(day_link.path, data)
    assert len(page.context["consequences"]) == 1
    assert "is na de laatste dag voor een besluit" in page.context["consequences"][0]
    confirm(client, day_link.path, data)
    after = client.get(f"{day_link.path}?bewaard=1").text
    assert "is na de laatste dag voor een besluit" in after
    assert "Vraag het regiobureau om uitstel" in after


def test_a_day_that_has_been_is_no_plan(client, day_link):
    page = client.post(day_link.path, {"day": "anders", "other_day": days(-1).isoformat()})
    assert "is al geweest" in page.context["form"].errors["other_day"][0]


# Links that do not work


def closed(client, path):
    page = client.get(path)
    return page.status_code, page.context["sentence"].replace("\xa0", " "), page.text


def test_an_expired_link_says_until_when_it_worked_and_whom_to_ask(client, link, settings):
    EntryLink.objects.update(ends_on=date(2026, 1, 31))
    status, sentence, page = closed(client, link.path)
    assert (status, sentence) == (410, "Deze link werkte tot en met 31 januari 2026.")
    assert f"mailto:{settings.CONTACT_EMAIL}" in page
    answer = client.post(link.path, whole("voorwaarde", days(-1), condition="Mits er geld is.", bevestig="1"))
    assert (answer.status_code, "Mits er geld is." in answer.text) == (410, True)
    assert Decision.objects.count() == 0


@pytest.mark.parametrize("key", ["x", "1:x:y", "%00", "é"])
def test_an_altered_link_is_no_error_and_tells_nothing(client, link, key):
    status, sentence, _ = closed(client, f"{link.path[:-1]}{key}/")
    assert (status, sentence) == (404, "Deze link klopt niet. Misschien is een deel weggevallen.")


def test_a_link_that_was_taken_back_does_not_work(client, link):
    acts.revoke(links=EntryLink.objects.all())
    assert closed(client, link.path)[:2] == (410, "Deze link is ingetrokken.")


def test_a_link_of_who_is_no_griffier_any_more_does_not_work(client, track, clerk):
    link = link_for(track=track, purpose=LinkPurpose.DAY, address=clerk.email, made_for=clerk)
    assert client.get(link.path).status_code == 200
    Mandate.objects.filter(user=clerk, capacity=Capacity.CLERK).update(ends_on=days(-1))
    assert (
        closed(client, link.path)[1] == "Deze link is van iemand die niet meer voor de gemeenteraad van Zwolle werkt."
    )


def test_a_closed_dossier_and_a_body_that_left_take_nothing_more(client, link, dossier, zwolle, other_council):
    Dossier.objects.update(public_until=timezone.now())
    assert closed(client, link.path)[1] == "Het dossier ‘Regioplan’ is gesloten. Er valt niets meer door te geven."
    Dossier.objects.update(public_until=None)
    zwolle.left_on = days(0)
    zwolle.save()
    left = f"Zwolle deed mee tot {day(days(0))}".replace("\xa0", " ")
    over = "Er valt niets meer door te geven."
    assert closed(client, link.path)[1] == f"{left}. Een opvolger is niet bekend. {over}"
    zwolle.succeeded_by = other_council.partner
    zwolle.save()
    assert closed(client, link.path)[1] == f"{left} en is opgegaan in Dalfsen. {over}"


def test_a_link_stays_out_of_caches_and_search_engines(client, link):
    for page in (client.get(link.path), client.post(link.path, {}), client.get(f"{link.path[:-1]}x/")):
        assert page.headers["Cache-Control"] == "private, no-store"
        assert page.headers["X-Robots-Tag"] == "noindex, nofollow"
        assert page.headers["Referrer-Policy"] == "same-origin"


# What is kept of it


def test_long_after_its_end_it_is_not_known_any_more_to_whom_a_link_was_sent(client, link):
    confirm(client, link.path, whole("ingestemd", days(-1)))
    EntryLink.objects.update(ends_on=days(-90))
    assert acts.forget_addresses() == 0
    EntryLink.objects.update(ends_on=days(-91))
    assert acts.forget_addresses() == 1
    link.refresh_from_db()
    assert (link.address, link.uses.get().told.count("@")) == ("", 0)
