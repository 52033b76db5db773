"""What counts for a partner: said by its own people, dated, replaced and kept, side by side, and at the neighbours."""

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from agenda.actions import say_priority
from agenda.models import Element, ElementKind, Participation, Priority
from consultation.deciding.models import Dossier, Outcome
from partners.models import Body, BodyKind, Capacity, Mandate, Partner
from tests.filling import form_on, send

ADDRESS = "/partners/zwolle/wat-telt/"


@pytest.fixture
def goal(goal):
    Element.objects.filter(pk=goal.pk).update(kind=ElementKind.GOAL)
    return Element.objects.get(pk=goal.pk)


@pytest.fixture
def say(zwolle, goal, clerk):
    """Says something for Zwolle in the place of what it says now."""

    def said(text, partner=zwolle):
        now = Priority.objects.current().filter(partner=partner, element=goal).first()
        return say_priority(partner=partner, element=goal, text=text, seen=now and now.pk, by=clerk)

    return said


def field(goal):
    return f"{goal.code.replace('.', '-')}-text"


def test_a_griffier_says_it_and_what_was_said_before_stays(client, clerk, goal, council):
    client.force_login(clerk)
    for text in ("Eerst wonen.", "Toch eerst werk."):
        page = form_on(client.get(ADDRESS), "csrfmiddlewaretoken")
        assertRedirects(send(client, ADDRESS, page, **{field(goal): text}), ADDRESS)
    now, before = Priority.objects.order_by("-pk")
    assert (now.text, now.replaced_at, now.said_by) == ("Toch eerst werk.", None, f"griffier, {council.name}")
    assert before.replaced_at == now.said_at
    client.logout()
    page = client.get(f"/agenda/tekst/{goal.code}/wat-telt/").text
    assert page.index("Toch eerst werk.") < page.index("Wat Zwolle eerder zei") < page.index("Eerst wonen.")
    assert clerk.name not in page
    for address in (goal.get_absolute_url(), "/partners/zwolle/"):
        assertContains(client.get(address), "Toch eerst werk.")
        assertNotContains(client.get(address), "Eerst wonen.")


def test_what_is_too_long_or_was_changed_meanwhile_is_told_at_the_field_and_nothing_typed_is_lost(
    client, clerk, goal, say
):
    client.force_login(clerk)
    page = form_on(client.get(ADDRESS), "csrfmiddlewaretoken")
    long = "w" * 281
    answer = send(client, ADDRESS, page, **{field(goal): long})
    assert answer.status_code == 422
    assertContains(answer, long, status_code=422)
    say("Van een ander.")
    answer = send(client, ADDRESS, page, **{field(goal): "Van mij."})
    assertContains(answer, "Er staat nu: ‘Van een ander.’", status_code=422)
    assertContains(answer, "Van mij.", status_code=422)
    assertRedirects(send(client, ADDRESS, form_on(answer, "csrfmiddlewaretoken"), **{field(goal): "Van mij."}), ADDRESS)
    assert [one.text for one in Priority.objects.order_by("pk")] == ["Van een ander.", "Van mij."]


def test_what_somebody_did_not_touch_stays_as_another_made_it(client, clerk, goal, say):
    say("Eerst.")
    client.force_login(clerk)
    page = form_on(client.get(ADDRESS), "csrfmiddlewaretoken")
    say("Daarna.")
    assertContains(client.post(ADDRESS, page, follow=True), "U hebt niets gewijzigd.")
    assert Priority.objects.current().get().text == "Daarna."
    assertRedirects(
        send(client, ADDRESS, form_on(client.get(ADDRESS), "csrfmiddlewaretoken"), **{field(goal): ""}), ADDRESS
    )
    assert not Priority.objects.current().exists()
    assertContains(client.get(f"/agenda/tekst/{goal.code}/wat-telt/"), "Zegt hier nu niets over.")


def test_only_its_own_people_and_the_secretariat_say_it(client, join, council, secretary, goal):
    other = Body.objects.exclude(partner=council.partner).filter(kind=BodyKind.COUNCIL).first()
    told = {}
    for name, body, capacity in [
        ("lid", council, Capacity.COUNCILLOR),
        ("ambtenaar", council, Capacity.OFFICER),
        ("ander", other, Capacity.CLERK),
    ]:
        user = join(name)
        user.mandates.all().delete()
        Mandate.objects.create(user=user, body=body or council, capacity=capacity, starts_on=timezone.localdate())
        client.force_login(user)
        told[name] = client.get(ADDRESS).status_code
    assert told == {"lid": 403, "ambtenaar": 200, "ander": 403 if other else 200}
    client.force_login(secretary)
    page = form_on(client.get(ADDRESS), "csrfmiddlewaretoken")
    send(client, ADDRESS, page, **{field(goal): "Wonen."})
    assert Priority.objects.get().said_by == "opgeschreven door het secretariaat"


def test_the_page_of_a_partner_leads_there_who_may_and_who_did_not_sign_in(client, clerk, councillor, secretary, goal):
    """Of the members only who speaks for it: nobody else is led to a page that refuses."""
    led = {None: True, clerk: True, secretary: True, councillor: False}
    for user, is_led in led.items():
        if user:
            client.force_login(user)
        assert (ADDRESS in client.get("/partners/zwolle/").text) == is_led, user


def test_the_person_goes_and_what_the_partner_said_stays(clerk, say):
    say("Wonen.")
    clerk.delete()
    assert Priority.objects.get().author is None


# The neighbours


def test_a_municipality_reads_what_goes_on_at_its_neighbours(client, zwolle, goal, say, deck, version):
    Partner.objects.filter(pk=zwolle.pk).update(cbs_code="GM0193")
    hattem, silent = (
        Partner.objects.create(slug=slug, name=name, kind="gemeente", cbs_code=code, province=zwolle.province)
        for slug, name, code in [("hattem", "Hattem", "GM0244"), ("kampen", "Kampen", "GM0166")]
    )
    say("De dijk eerst.", partner=hattem)
    Participation.objects.create(partner=hattem, element=goal, source=deck)
    council = Body.objects.create(partner=hattem, kind=BodyKind.COUNCIL, name="gemeenteraad van Hattem")
    dossier = Dossier.objects.create(slug="agenda", title="De agenda", summary="X.", version=version, source=deck)
    track = dossier.tracks.create(body=council)
    yesterday = timezone.localdate() - timedelta(days=1)
    track.decisions.create(decided_on=yesterday, outcome=Outcome.AGREED, source=deck)
    page = client.get("/partners/zwolle/buren/")
    for words in ("De dijk eerst.", goal.name, "De agenda", "gemeenteraad van Hattem"):
        assertContains(page, words)
    assert page.text.index("De dijk eerst.") < page.text.index("Nog niets bekend") < page.text.index(silent.name)
    assertContains(client.get("/partners/zwolle/"), "/partners/zwolle/buren/")
    assert client.get("/partners/overijssel/buren/").status_code == 404


def test_the_pages_ask_no_more_with_more_that_is_said(client, zwolle, goal, say, django_assert_max_num_queries):
    Partner.objects.filter(pk=zwolle.pk).update(cbs_code="GM0193")
    codes = ["GM0244", "GM0166", "GM0148", "GM0177", "GM1773", "GM1896", "GM0180"]
    for number, code in enumerate(codes):
        known = {"kind": "gemeente", "cbs_code": code, "province": zwolle.province}
        one = Partner.objects.create(slug=f"p{number}", name=f"P{number}", **known)
        for text in "abcde":
            say(text * 20, partner=one)
    for address, most in [(f"/agenda/tekst/{goal.code}/wat-telt/", 2), ("/partners/zwolle/buren/", 6)]:
        with django_assert_max_num_queries(most):
            client.get(address)
