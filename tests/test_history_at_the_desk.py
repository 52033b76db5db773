"""The history of each thing at the desk, in plain Dutch, with a way back; and bringing back what was deleted."""

import re
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.html import strip_tags
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from agenda.models import Milestone
from consultation.deciding.models import Decision, Dossier, Track, TrackStep
from consultation.models import Theme
from partners.ground import history
from partners.ground.models import Act, Change
from partners.models import Body, BodyKind, ContactPoint, Partner, PartnerKind, Role, User
from regiozwolle.erasing import erase
from regiozwolle.history import deleted
from regiozwolle.history.restoring import KEPT_FOR, bring_back
from regiozwolle.history.tables import TABLES
from tests.filling import press, read

# Deletes a thing that has a line on the site.
WHY = {"post": "yes", "_reason": "Het was een vergissing."}


@pytest.fixture
def desk(client, secretary):
    client.force_login(secretary)
    return client


@pytest.fixture
def milestone(deck):
    return Milestone.objects.create(
        starts_on="2010-01-01", date_text="2010", title="De start", text="Wij beginnen met twaalf.", source=deck
    )


def change(obj, act="gewijzigd", by=None, reason="", **values):
    """Changes `obj` in an act of its own, with its own moment, as after a commit."""
    with history.recorded(act, by=by, reason=reason):
        type(obj).objects.filter(pk=obj.pk).update(**values)


def history_of(desk, obj):
    """The words on the page with the history of `obj`, with single spaces."""
    page = desk.get(f"/beheer/{obj._meta.label_lower.replace('.', '/')}/{obj.pk}/history/")
    assert page.status_code == 200
    shown = re.sub(r'<span class="visually-hidden">[^<]*</span>', "", page.text)
    marked = re.sub(r"<del>(.*?)</del>", r"-\1-", re.sub(r"<ins>(.*?)</ins>", r"+\1+", shown))
    return " ".join(strip_tags(marked.partition('id="content-main"')[2]).split())


def test_a_history_says_who_when_in_which_act_why_and_what_changed_by_words(desk, secretary, milestone):
    change(milestone, "hernoemd", secretary, "Zo heet het.", title="Het begin", text="Wij beginnen met dertien.")
    said = history_of(desk, milestone)
    assert "Hernoemd" in said
    assert f"{secretary}" in said
    assert "Reden: Zo heet het." in said
    assert "Titel -De start- +Het begin+" in said
    assert "Toelichting Wij beginnen met -twaalf-+dertien+." in said


def test_what_changed_in_a_line_end_alone_is_no_change(desk, milestone):
    Milestone.objects.filter(pk=milestone.pk).update(text="Een.\nTwee.")
    before = history_of(desk, milestone)
    Milestone.objects.filter(pk=milestone.pk).update(text="Een.\r\nTwee.")
    assert history_of(desk, milestone) == before


def test_the_rows_of_a_thing_are_in_its_history_also_when_they_are_gone(desk, zwolle, deck):
    point = ContactPoint.objects.create(partner=zwolle, position=1, name="Loket", source=deck)
    with history.recorded("opgeruimd"):
        point.delete()
    said = history_of(desk, zwolle)
    assert "Contactpunt Loket: aangemaakt" in said
    assert "Contactpunt Loket: verwijderd" in said


def test_of_an_erased_person_the_acts_stay_without_a_name(desk, milestone):
    helper = User.objects.create_user("hulp@example.org", name="Hanna Hulp", role=Role.EDITOR)
    change(milestone, "hernoemd", helper, title="Anders")
    erase(user=helper)
    said = history_of(desk, milestone)
    assert "een gewiste gebruiker" in said
    assert "Hanna" not in said
    assert Act.objects.filter(words="hernoemd", made_by_id=helper.pk).exists()


def test_an_earlier_state_is_put_back_in_two_clicks_and_that_is_an_event(desk, milestone, secretary):
    change(milestone, title="Tweede")
    change(milestone, title="Derde", text="Anders.")
    second = Change.objects.filter(table_name="agenda_milestone", after__title="Tweede").get()
    page = desk.get(f"/beheer/agenda/milestone/{milestone.pk}/history/")
    address = f"/beheer/agenda/milestone/{milestone.pk}/terugzetten/{second.pk}/"
    assertContains(page, f'href="{address}"')
    answer = press(desk, address)
    assertRedirects(answer, f"/beheer/agenda/milestone/{milestone.pk}/history/")
    milestone.refresh_from_db()
    assert (milestone.title, milestone.text) == ("De start", "Wij beginnen met twaalf.")
    newest = Change.objects.filter(table_name="agenda_milestone").first()
    assert (newest.act.words, newest.act.made_by_id) == ("eerdere stand teruggezet", secretary.pk)


def test_nothing_is_put_back_over_what_somebody_changed_meanwhile(desk, milestone):
    change(milestone, title="Tweede")
    first = Change.objects.filter(table_name="agenda_milestone", after__title="Tweede").get()
    address = f"/beheer/agenda/milestone/{milestone.pk}/terugzetten/{first.pk}/"
    asked = read(desk.get(address))
    change(milestone, title="Derde")
    assertContains(desk.post(address, asked), "Intussen gewijzigd.", status_code=409)
    milestone.refresh_from_db()
    assert milestone.title == "Derde"


def test_the_rows_of_a_thing_are_put_back_with_it(desk, zwolle, deck):
    kept = ContactPoint.objects.create(partner=zwolle, position=1, name="Loket", source=deck)
    key = kept.pk
    with history.recorded("verbouwd"):
        kept.delete()
        ContactPoint.objects.create(partner=zwolle, position=2, name="Balie", source=deck)
    since = Change.objects.filter(act__words="verbouwd").last().pk
    press(desk, f"/beheer/partners/partner/{zwolle.pk}/terugzetten/{since}/")
    assert list(ContactPoint.objects.values_list("pk", "name")) == [(key, "Loket")]


def test_a_state_that_the_rules_of_today_refuse_is_not_put_back(desk, milestone, deck):
    change(milestone, title="Tweede")
    Milestone.objects.create(starts_on="2010-01-01", date_text="2010", title="De start", source=deck)
    since = Change.objects.filter(after__title="Tweede").get().pk
    press(desk, f"/beheer/agenda/milestone/{milestone.pk}/terugzetten/{since}/")
    milestone.refresh_from_db()
    assert milestone.title == "Tweede"


def test_what_people_said_is_not_put_back(desk, sent):
    point = sent.points.get()
    change(point, "toegewezen", handle_by="2030-01-01")
    page = desk.get(f"/beheer/consultation/point/{point.pk}/history/")
    assert "terugzetten" not in page.text
    since = Change.objects.first().pk
    assert desk.get(f"/beheer/consultation/point/{point.pk}/terugzetten/{since}/").status_code == 403


def test_every_desk_shows_a_history(desk, milestone):
    for model, registered in admin.site._registry.items():
        if model._meta.db_table not in TABLES or not TABLES[model._meta.db_table].is_recorded:
            continue
        assert registered.history_view.__qualname__.startswith("RecordedDesk"), model
        found = model._base_manager.first()
        if found:
            history_of(desk, found)


def test_a_long_history_costs_a_fixed_number_of_queries(desk, milestone, django_assert_num_queries):
    with django_assert_num_queries(7):
        history_of(desk, milestone)
    for number in range(30):
        change(milestone, title=f"Titel {number}")
    with django_assert_num_queries(7):
        history_of(desk, milestone)


def test_a_first_state_is_shown_plainly_and_not_as_changes(desk, milestone):
    page = desk.get(f"/beheer/agenda/milestone/{milestone.pk}/history/")
    assertContains(page, "<h3>Aangemaakt</h3>", html=True)
    assertContains(page, "Wij beginnen met twaalf.")
    assertNotContains(page, "<ins>")
    assertNotContains(page, "<del>")


def shown_on_pages(desk, address):
    """(The rows of each page of a history, how many queries each took), from the newest page to the oldest."""
    rows, costs, more = [], [], ""
    while more is not None:
        with CaptureQueriesContext(connection) as queries:
            page = desk.get(f"{address}{more}").text
        rows.append(page.count('class="row-change"'))
        costs.append(len(queries))
        more = next(iter(re.findall(r'href="(\?tot=\d+)"', page)), None)
    return rows, costs


def test_a_history_of_many_rows_made_at_one_moment_is_read_page_by_page(desk, dossier):
    """226 tracks of a dossier and 22 texts of a version come in one transaction, so in one moment."""
    boards = Partner.objects.bulk_create(
        Partner(slug=f"bond-{n}", name=f"Bond {n}", kind=PartnerKind.BOARD, source=dossier.source) for n in range(225)
    )
    bodies = Body.objects.bulk_create(Body(partner=one, kind=BodyKind.BOARD, name=f"bestuur {one}") for one in boards)
    with history.recorded("sporen geopend"):
        Track.objects.bulk_create(Track(dossier=dossier, body=body) for body in bodies)
    rows, costs = shown_on_pages(desk, f"/beheer/deciding/dossier/{dossier.pk}/history/")
    assert (sum(rows), len(rows)) == (227, 3)
    # Only from where a later page begins is one more question.
    assert costs[1] - costs[0] == 1
    for odd in ("x", "-1", "9" * 30, "0"):
        assert desk.get(f"/beheer/deciding/dossier/{dossier.pk}/history/?tot={odd}").status_code == 200


# What was deleted


@pytest.fixture
def dossier(deck, council):
    dossier = Dossier.objects.create(slug="proef", title="Proefdossier", source=deck)
    track = Track.objects.create(dossier=dossier, body=council)
    TrackStep.objects.create(track=track, kind="bespreking", happened_on="2024-03-01", source=deck)
    return dossier


def test_deleting_says_in_words_what_goes_along(desk, dossier):
    page = desk.get(f"/beheer/deciding/dossier/{dossier.pk}/delete/")
    said = " ".join(page.text.split())
    assert "U verwijdert dossier ‘Proefdossier’." in said
    assert "<li>1 besluitspoor</li>" in said
    assert "<li>1 stap in een besluitspoor</li>" in said
    assert "dertig dagen lang terughalen" in said


def test_what_was_deleted_comes_back_whole_with_its_keys(desk, dossier, secretary):
    keys = (dossier.pk, Track.objects.get().pk, TrackStep.objects.get().pk)
    before = [list(model.objects.values()) for model in (Dossier, Track, TrackStep)]
    press(desk, f"/beheer/deciding/dossier/{dossier.pk}/delete/", WHY)
    assert not Dossier.objects.exists()
    page = desk.get("/beheer/verwijderd/")
    assertContains(page, "Dossier Proefdossier")
    assertContains(page, "Reden: Het was een vergissing.")
    assertContains(page, "Met 2 rijen die meegingen.".replace("2 ", "2\N{NO-BREAK SPACE}"))
    (deletion,) = deleted.deletions()
    assertContains(desk.get(f"/beheer/verwijderd/{deletion.pk}/"), "Dossier Proefdossier")
    assertContains(
        press(desk, f"/beheer/verwijderd/{deletion.pk}/", {"reason": "Toch nodig."}, follow=True),
        "Teruggehaald: Dossier Proefdossier.",
    )
    assert keys == (Dossier.objects.get().pk, Track.objects.get().pk, TrackStep.objects.get().pk)
    assert [list(model.objects.values()) for model in (Dossier, Track, TrackStep)] == before
    assert deleted.deletions() == []
    newest = Change.objects.filter(table_name="deciding_dossier").first()
    assert (newest.act.words, newest.act.made_by_id) == ("teruggehaald", secretary.pk)


def test_only_who_may_bring_back_is_offered_it_and_what_is_about_who_somebody_is_never(desk, dossier, secretary):
    with history.recorded("verwijderd"):
        Authenticator.objects.create(user=secretary, type=Authenticator.Type.RECOVERY_CODES, data={}).delete()
    with history.recorded("verwijderd"):
        dossier.delete()
    page = desk.get("/beheer/verwijderd/").text
    assert page.count("Haal terug") == 1
    assert "Herstelcodes" not in page
    desk.force_login(User.objects.create_user("auditor@example.org", role=Role.AUDITOR))
    page = desk.get("/beheer/verwijderd/").text
    assert "Dossier Proefdossier" in page
    assert "Haal terug" not in page


def test_what_named_the_deleted_names_it_again(desk, zwolle, overijssel):
    """A partner that lies in a province keeps itself when the province goes, where the rules allow that."""
    theme_table = Theme._meta.db_table
    assert TABLES[theme_table].can_be_put_back
    free = Partner.objects.create(slug="vrij", name="Vrij", kind=zwolle.kind, province=overijssel)
    with history.recorded("verwijderd"):
        Partner.objects.filter(pk=free.pk).delete()
    gone = Change.objects.filter(table_name="partners_partner", row_id=free.pk, after__isnull=True).get()
    bring_back(change=gone)
    assert Partner.objects.get(pk=free.pk).province == overijssel


def test_after_thirty_days_nothing_comes_back(desk, milestone, monkeypatch):
    with history.recorded("verwijderd"):
        milestone.delete()
    (deletion,) = deleted.deletions()
    later = timezone.now() + KEPT_FOR + timedelta(minutes=1)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert deleted.deletions() == []
    page = press(desk, f"/beheer/verwijderd/{deletion.pk}/")
    assert page.status_code == 302
    assert not Milestone.objects.exists()


def test_a_dossier_with_decisions_does_not_go_in_two_clicks(desk, dossier, deck):
    Decision.objects.create(track=Track.objects.get(), outcome="ingestemd", decided_on="2024-04-01", source=deck)
    page = desk.get(f"/beheer/deciding/dossier/{dossier.pk}/delete/")
    assert press(desk, f"/beheer/deciding/dossier/{dossier.pk}/delete/", WHY).status_code == 409
    assertContains(page, "is niet zo te verwijderen, want dit hoort erbij en blijft staan")
    assert Dossier.objects.exists()
    chosen = {"action": "delete_selected", "_selected_action": dossier.pk, "post": "yes"}
    desk.post("/beheer/deciding/dossier/", chosen)
    assert Dossier.objects.exists()
