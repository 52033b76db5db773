"""Who was invited and what they do, the invitations, and what a griffier says the council will do."""

import re
from datetime import timedelta

import pytest
from django.core import signing
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from consultation import actions
from consultation.actions.inviting import INVITATION_SALT, invitation_path
from consultation.models import Invitation, InvitationState, Invitees, SenderKind
from partners.ground.templatetags.dutch import day
from partners.models import RECEIVED_BY, Body, BodyKind, Capacity, Mandate, Partner, PartnerKind
from partners.tiles import abbreviations, tile_map
from tests.filling import press
from tests.letters import close, letter

QUERIES_OF_THE_ACT = 8
PAGE = "/consultaties/conceptagenda/wie-reageert/"


@pytest.fixture
def invited(open_consultation, council, other_council, clerk):
    actions.invite(consultation=open_consultation)
    return Invitation.objects.get(body=council)


def state(invitation, at=None):
    return Invitation.objects.with_state(at).get(pk=invitation.pk).state


def test_every_council_is_invited_once_and_its_griffier_gets_a_mail(
    open_consultation, council, other_council, clerk, mailoutbox, django_capture_on_commit_callbacks
):
    executive = Body.objects.create(partner=council.partner, kind=BodyKind.EXECUTIVE, name="college van Zwolle")
    with django_capture_on_commit_callbacks(execute=True):
        assert actions.invite(consultation=open_consultation) == (2, 1)
        assert actions.invite(consultation=open_consultation) == (0, 0)
    assert not Invitation.objects.filter(body=executive).exists()
    [mail] = mailoutbox
    assert mail.to == [clerk.email]
    assert Invitation.objects.get(body=council).body.name in mail.body
    [path] = re.findall(r"/uitnodiging/\S+/", mail.body)
    assert signing.loads(path.split("/")[2], salt=INVITATION_SALT) == Invitation.objects.get(body=council).pk


def test_who_becomes_griffier_later_gets_the_invitation_with_the_same_act(
    client, secretary, open_consultation, council, other_council, clerk, join, mailoutbox
):
    client.force_login(secretary)
    address = reverse("admin:consultation_consultation_invite", args=[open_consultation.pk])
    press(client, address)
    assert [mail.to for mail in mailoutbox] == [[clerk.email]]
    assertContains(client.get(address), "Voor elke bekende griffier is er al een mail.")
    later = join("later", capacity=Capacity.CLERK, body=other_council)
    page = client.get(address)
    assertContains(page, "1\N{NO-BREAK SPACE}griffier werd later bekend en krijgt nu de uitnodiging.")
    assertContains(page, "Mail aan later@example.org.")
    assertContains(press(client, address, follow=True), "1\N{NO-BREAK SPACE}e-mail gaat uit.")
    assert [mail.to for mail in mailoutbox] == [[clerk.email], [later.email]]
    assert actions.invite(consultation=open_consultation) == (0, 0)
    listed = client.get("/beheer/consultation/invitation/").text
    assert listed.count("1\N{NO-BREAK SPACE}mens<") == 2


@pytest.mark.parametrize(
    ("invitees", "kind", "name", "capacities", "yours"),
    [
        (Invitees.EXECUTIVES, BodyKind.EXECUTIVE, "college van Zwolle", [Capacity.SECRETARY], "uw college"),
        (Invitees.EXECUTIVES, BodyKind.DEPUTIES, "Gedeputeerde Staten", [Capacity.SECRETARY], "uw college"),
        (Invitees.BOARDS, BodyKind.BOARD, "bestuur", [Capacity.SECRETARY, Capacity.EXECUTIVE], "uw bestuur"),
    ],
)
def test_a_college_or_a_board_is_invited_too_and_its_own_people_get_the_mail(
    client, open_consultation, council, clerk, join, mailoutbox, invitees, kind, name, capacities, yours
):
    body = Body.objects.create(partner=council.partner, kind=kind, name=name)
    for capacity in Capacity:
        if kind in capacity.body_kinds:
            join(capacity.value, capacity=capacity, body=body)
    assert actions.invite(consultation=open_consultation, invitees=invitees) == (1, len(capacities))
    assert actions.invite(consultation=open_consultation, invitees=invitees) == (0, 0)
    assert not Invitation.objects.filter(body=council).exists()
    said = {mail.to[0]: " ".join(mail.body.split()) for mail in mailoutbox}
    assert set(said) == {f"{capacity.value}@example.org" for capacity in capacities}
    for capacity in capacities:
        assert f"U bent bij ons bekend als {capacity.value}." in said[f"{capacity.value}@example.org"]
        assert f"kan dit voor {yours} invullen" in said[f"{capacity.value}@example.org"]
    page = client.get(invitation_path(Invitation.objects.get(body=body)))
    assertContains(page, f"Wordt de tekst behandeld in {yours}?")
    assertContains(client.get(PAGE), f'<th scope="row">{name[0].upper()}{name[1:]}</th>')


def test_who_is_secretary_and_member_of_a_board_gets_one_mail(open_consultation, council, join, mailoutbox):
    board = Body.objects.create(partner=council.partner, kind=BodyKind.BOARD, name="bestuur")
    person = join("allebei", capacity=Capacity.SECRETARY, body=board)
    Mandate.objects.create(user=person, body=board, capacity=Capacity.EXECUTIVE, starts_on=timezone.localdate())
    assert actions.invite(consultation=open_consultation, invitees=Invitees.BOARDS) == (1, 1)
    assert [mail.to for mail in mailoutbox] == [[person.email]]


def test_the_desk_invites_one_group_at_a_time_and_leads_to_the_others(client, secretary, open_consultation, council):
    Body.objects.create(partner=council.partner, kind=BodyKind.EXECUTIVE, name="college van Zwolle")
    client.force_login(secretary)
    address = reverse("admin:consultation_consultation_invite", args=[open_consultation.pk])
    assertContains(client.get(address), '<a href="?wie=colleges">Nodig colleges van gemeenten en provincies uit</a>')
    page = client.get(f"{address}?wie=colleges")
    assertContains(page, "Geen secretaris bekend, dus nog geen e-mail.")
    assertContains(page, "Er gaat nog geen e-mail uit.")
    assertNotContains(page, "gemeenteraad van Zwolle")
    assert press(client, f"{address}?wie=colleges").status_code == 302
    assert [invitation.body.name for invitation in Invitation.objects.all()] == ["college van Zwolle"]
    assertContains(
        client.get(f"{address}?wie=colleges"), "Alle colleges van gemeenten en provincies zijn al uitgenodigd."
    )
    assertContains(client.get(f"{address}?wie=colleges"), "is nog geen secretaris bekend: daar ging geen mail heen.")
    assert client.get(f"{address}?wie=onzin").status_code == 404


@pytest.mark.parametrize("kind", BodyKind)
def test_every_kind_of_body_is_in_one_group_and_has_people_who_get_its_mail(kind):
    assert [kind in invitees.kinds for invitees in Invitees].count(True) == 1
    assert all(kind in capacity.body_kinds for capacity in RECEIVED_BY[kind])
    assert RECEIVED_BY[kind]
    assert BodyKind(kind).yours


def test_staten_are_many_and_every_other_body_is_one():
    said = [f"{one.does('besluit', 'besluiten')} {one.yours}" for one in BodyKind]
    assert said == [
        "besluit uw raad",
        "besluit uw college",
        "besluiten uw Staten",
        "besluit uw college",
        "besluit uw bestuur",
    ]


def test_the_invitation_is_shown_before_it_goes_without_a_link_that_works(
    client, secretary, open_consultation, council, clerk, mailoutbox
):
    client.force_login(secretary)
    page = client.get(reverse("admin:consultation_consultation_invite", args=[open_consultation.pk]))
    assertContains(page, "Zo leest griffier@example.org hem.")
    assertContains(page, "vraagt de gemeenteraad van Zwolle om een reactie.")
    assertContains(page, "/uitnodiging/(eigen-link)/")
    assertContains(page, "1\N{NO-BREAK SPACE}e-mail gaat uit, elk met een eigen link.")
    assert (list(mailoutbox), Invitation.objects.count()) == ([], 0)


def test_a_griffier_who_answered_gets_no_second_invitation(open_consultation, invited, join, council, mailoutbox):
    actions.set_invitation(invitation=invited, declines=True)
    join("later", capacity=Capacity.CLERK)
    assert actions.invite(consultation=open_consultation) == (0, 0)
    assert actions.invite_again(invitations=Invitation.objects.all()) == 0


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_of_the_act_costs_the_same_for_more_bodies(
    client, secretary, open_consultation, council, other_council, clerk, join, count, django_assert_num_queries
):
    for number in range(count):
        join(f"griffier{number}", capacity=Capacity.CLERK, body=other_council)
    client.force_login(secretary)
    address = reverse("admin:consultation_consultation_invite", args=[open_consultation.pk])
    with django_assert_num_queries(QUERIES_OF_THE_ACT):
        client.get(address)


def test_an_example_invites_no_real_council(open_consultation, council):
    open_consultation.is_example = True
    open_consultation.save()
    assert actions.invite(consultation=open_consultation) == (0, 0)


def test_the_state_of_a_body_follows_the_clock(invited, open_consultation, council, councillor):
    after = open_consultation.closes_at + timedelta(hours=1)
    assert (state(invited), state(invited, after)) == (InvitationState.INVITED, InvitationState.SILENT)
    actions.set_invitation(invitation=invited, handles_on=timezone.localdate())
    assert (state(invited), state(invited, after)) == (InvitationState.HANDLES, InvitationState.SILENT)
    actions.set_invitation(invitation=invited, declines=True)
    assert (state(invited), state(invited, after)) == (InvitationState.DECLINED, InvitationState.DECLINED)
    personal = letter(open_consultation, council, councillor, (None, "Zelf."))
    assert state(invited) == InvitationState.DECLINED
    personal.sender_kind, personal.decided_on = SenderKind.COUNCIL, timezone.localdate()
    personal.save()
    assert (state(invited), state(invited, after)) == (InvitationState.REACTED, InvitationState.REACTED)


def test_nobody_is_called_silent_before_it_closes(client, invited, open_consultation):
    assertContains(client.get(PAGE), "Er heeft nog geen orgaan gereageerd")
    assertNotContains(client.get(PAGE), "Niet gereageerd")
    close(open_consultation)
    assertContains(client.get(PAGE), '<span class="cell unconfirmed">Niet gereageerd</span>')


def test_the_page_shows_each_body_on_a_tile_and_in_the_table(client, invited, other_council, open_consultation):
    actions.set_invitation(invitation=invited, handles_on=timezone.localdate(), remark="In de commissie.")
    page = client.get(PAGE)
    assertContains(page, f'<a class="pending" href="#orgaan-{invited.body_id}" aria-label="Zwolle Behandelt"')
    assertContains(page, f'<tr id="orgaan-{other_council.pk}">')
    assertContains(page, "In de commissie.")
    assert page.cookies == {}


def test_who_reacted_unasked_is_shown_apart(client, invited, open_consultation, council):
    executive = Body.objects.create(partner=council.partner, kind=BodyKind.EXECUTIVE, name="college van Zwolle")
    letter(open_consultation, executive, None, (None, "Wij ook."), sender_kind=SenderKind.EXECUTIVE)
    page = client.get(PAGE)
    assertContains(page, "Daarnaast reageerde 1 orgaan uit zichzelf.")
    assertContains(page, "Reageerde uit zichzelf")


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_costs_the_same_for_more_bodies(
    client, open_consultation, overijssel, count, django_assert_num_queries
):
    for number in range(count):
        partner = Partner.objects.create(
            slug=f"g{number}", name=f"G{number}", kind=PartnerKind.MUNICIPALITY, province=overijssel
        )
        Body.objects.create(partner=partner, kind=BodyKind.COUNCIL, name=f"raad van G{number}")
    actions.invite(consultation=open_consultation)
    with django_assert_num_queries(3):
        client.get(PAGE)


def test_a_griffier_answers_from_the_mail_without_an_account(client, invited):
    path = invitation_path(invited)
    page = client.get(path)
    assertContains(page, "Gemeenteraad van Zwolle: wordt de tekst behandeld?")
    assertContains(page, '<meta name="robots" content="noindex">')
    day = timezone.localdate() + timedelta(days=3)
    saved = client.post(path, {"plan": "handles", "handles_on": f"{day:%Y-%m-%d}", "remark": "In de raad."})
    assertRedirects(saved, f"{path}?bewaard=1")
    invited.refresh_from_db()
    assert (invited.handles_on, invited.remark) == (day, "In de raad.")
    client.post(path, {"plan": "declines", "handles_on": f"{day:%Y-%m-%d}"})
    invited.refresh_from_db()
    assert (invited.handles_on, invited.declined_on) == (None, timezone.localdate())
    client.post(path, {"plan": "unknown"})
    invited.refresh_from_db()
    assert (invited.handles_on, invited.declined_on) == (None, None)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({}, "Kies of de tekst wordt behandeld in uw raad"),
        ({"plan": "onzin"}, "Selecteer een geldige keuze"),
        ({"plan": "handles"}, "Vul in op welke dag u de tekst behandelt"),
        ({"plan": "handles", "handles_on": "morgen"}, "Schrijf een dag, zoals 20-1-2027"),
        ({"plan": "handles", "handles_on": "9999-12-31"}, "Kies een jaar van 2000 tot en met 2050"),
        ({"plan": "unknown", "remark": "x" * 301}, "300"),
        ({"plan": "unknown", "remark": "a\0b"}, 'class="error-summary"'),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_saved(client, invited, typed, told):
    page = client.post(invitation_path(invited), typed)
    assertContains(page, told, html=False)
    assert Invitation.objects.get(pk=invited.pk).updated_at == invited.updated_at


@pytest.mark.parametrize(("after", "is_late"), [(0, False), (1, True)])
def test_a_council_that_meets_after_the_closing_hears_so_at_once(client, invited, open_consultation, after, is_late):
    meets = open_consultation.last_day + timedelta(days=after)
    page = client.post(invitation_path(invited), {"plan": "handles", "handles_on": meets.isoformat()}, follow=True)
    assert ("Vraag het regiobureau om meer tijd</a>" in page.text) == is_late
    assert (f"{day(meets)} is te laat." in page.text) == is_late
    assert (f"Behandelt op {day(meets)}, na het sluiten" in client.get(PAGE).text) == is_late


def test_a_link_that_was_not_made_by_us_opens_nothing(client, invited):
    other = signing.dumps(invited.pk, salt="iets anders")
    for token in ("onzin", other, signing.dumps(10**9, salt=INVITATION_SALT), "a:b:c", "%00"):
        assert client.get(f"/uitnodiging/{token}/").status_code == 404
        assert client.post(f"/uitnodiging/{token}/", {"plan": "declines"}).status_code == 404


def test_after_closing_nothing_is_changed(client, invited, open_consultation):
    close(open_consultation)
    page = client.post(invitation_path(invited), {"plan": "declines"})
    assertContains(page, "Deze consultatie is gesloten.")
    invited.refresh_from_db()
    assert invited.declined_on is None


def test_the_secretariat_sees_whom_it_invites_first(client, secretary, open_consultation, council, clerk):
    client.force_login(secretary)
    address = reverse("admin:consultation_consultation_invite", args=[open_consultation.pk])
    assertContains(client.get(address), "gemeenteraad van Zwolle")
    assert not Invitation.objects.exists()
    assert press(client, address).status_code == 302
    assert Invitation.objects.count() == 1
    assertContains(client.get(address), "Alle raden en Staten zijn al uitgenodigd.")


def test_the_tiles_lie_as_the_region_does_and_none_on_another(region):
    bodies = [
        Body.objects.create(
            partner=partner,
            kind=BodyKind.COUNCIL if partner.kind == PartnerKind.MUNICIPALITY else BodyKind.STATES,
            name=f"raad van {name}",
        )
        for name, partner in region.items()
    ]
    drawn = tile_map([(body, "Uitgenodigd", "later", "#") for body in bodies], patterned=())
    places = {tile.name: (int(tile.x), int(tile.y)) for tile in drawn.tiles}
    assert len(set(places.values())) == 26
    assert len({tile.short for tile in drawn.tiles}) == 26
    assert places["Urk"][0] < places["Zwolle"][0] < places["Hardenberg"][0]
    assert places["Westerveld"][1] < places["Zwolle"][1] < places["Nunspeet"][1] < places["Overijssel"][1]
    near = [
        (one, other)
        for one, (x, y) in places.items()
        for other, (a, b) in places.items()
        if one < other and (x - a) ** 2 + (y - b) ** 2 < 145**2
    ]
    assert near == []
    assert places["Nunspeet"][1] + 84 < int(drawn.heading_y) - 28 < int(drawn.heading_y) < places["Overijssel"][1] - 84
    councils = [body for body in bodies if body.kind == BodyKind.COUNCIL]
    assert tile_map([(body, "Uitgenodigd", "later", "#") for body in councils], patterned=()).heading_y == ""
    assert all(70 <= x <= int(drawn.width) - 70 and 80 <= y <= int(drawn.height) - 80 for x, y in places.values())


def test_no_two_tiles_are_abbreviated_alike():
    names = ["Voorbeeldstad", "Voorbeeldland", "Modelveen", "De Wolden", "Dalfsen"]
    assert abbreviations(names) == {
        "Voorbeeldstad": "Vos",
        "Voorbeeldland": "Vol",
        "Modelveen": "Mod",
        "De Wolden": "DeW",
        "Dalfsen": "Dal",
    }
    assert abbreviations(["Aab", "Aabc", "Aabcd"]) == {"Aab": "Aab", "Aabc": "Aac", "Aabcd": "Aad"}


@pytest.mark.parametrize("state", InvitationState)
def test_every_state_of_an_invitation_is_explained(state):
    assert state.explanation
