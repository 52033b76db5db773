"""Two people at one record of the desk: what both changed is merged, and nothing that was typed is lost."""

from datetime import date

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from agenda.actions import draft_next, publish
from agenda.models import Action, Milestone
from consultation.models import Theme
from partners.ground.desk.shared import SharedDesk
from partners.ground.models import OpenForm, SentForm
from partners.models import Source, User
from tests.filling import form_on, press, send
from tests.reading import words


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


@pytest.fixture
def source(db):
    return Source.objects.create(
        slug="nota", title="Nota wonen", publisher="Provincie", note="Eerste zin. Tweede zin. Derde zin."
    )


def change(obj):
    return reverse(f"admin:{obj._meta.app_label}_{obj._meta.model_name}_change", args=[obj.pk])


def test_every_desk_is_a_shared_one():
    alone = [desk for desk in admin.site._registry.values() if not isinstance(desk, SharedDesk)]
    assert alone == []


def test_fields_that_only_one_changed_are_merged(anna, bert, source):
    address = change(source)
    first, second = form_on(anna.get(address)), form_on(bert.get(address))
    assert send(anna, address, first, title="Nota wonen 2027").status_code == 302
    assert send(bert, address, second, publisher="Provincie Overijssel").status_code == 302
    source.refresh_from_db()
    assert (source.title, source.publisher) == ("Nota wonen 2027", "Provincie Overijssel")
    assertContains(bert.get(address), "Samengevoegd met wat Anna intussen opsloeg: Titel.")


def test_words_of_a_long_text_are_merged_where_they_do_not_touch(anna, bert, source):
    address = change(source)
    first, second = form_on(anna.get(address)), form_on(bert.get(address))
    send(anna, address, first, note="Eerste zin van Anna. Tweede zin. Derde zin.")
    assert send(bert, address, second, note="Eerste zin. Tweede zin. Derde zin van Bert.").status_code == 302
    source.refresh_from_db()
    assert source.note == "Eerste zin van Anna. Tweede zin. Derde zin van Bert."


@pytest.mark.parametrize(
    ("choice", "title"), [("mine", "Titel van Bert"), ("theirs", "Titel van Anna"), ("", "Titel van Anna")]
)
def test_a_field_that_both_changed_is_shown_twice_and_chosen(anna, bert, source, choice, title):
    address = change(source)
    first, second = form_on(anna.get(address)), form_on(bert.get(address))
    send(anna, address, first, title="Titel van Anna")
    asked = send(bert, address, second, title="Titel van Bert", publisher="Rijk")
    assert asked.status_code == 409
    for said in ["Intussen gewijzigd: kies 1 tekst", "Anna sloeg dit op om", "Kies: Titel", "De tekst van Anna"]:
        assert said in words(asked.text)
    source.refresh_from_db()
    assert (source.title, source.publisher) == ("Titel van Anna", "Provincie")
    answer = send(bert, address, form_on(asked), **{"choice-0": choice})
    assert answer.status_code == (302 if choice else 409)
    source.refresh_from_db()
    assert (source.title, source.publisher) == (title, "Rijk" if choice else "Provincie")


def test_where_words_touch_both_can_be_written_together(anna, bert, source):
    address = change(source)
    first, second = form_on(anna.get(address)), form_on(bert.get(address))
    send(anna, address, first, note="Begin van Anna. Tweede zin. Derde zin. Slot van Anna.")
    asked = send(bert, address, second, note="Eerste zin. Tweede zin. Derde zin. Slot van Bert.")
    form = form_on(asked)
    assert form["together-0"] == "Begin van Anna. Tweede zin. Derde zin. Slot van Bert. Slot van Anna."
    both = "Begin van Anna. Tweede zin. Derde zin. Slot van beiden."
    assert send(bert, address, form, **{"choice-0": "together", "together-0": both}).status_code == 302
    source.refresh_from_db()
    assert source.note == both


def test_the_page_that_asks_is_itself_saved_with_the_newest(anna, bert, source):
    address = change(source)
    first, second = form_on(anna.get(address)), form_on(bert.get(address))
    send(anna, address, first, title="Titel van Anna")
    asked = form_on(send(bert, address, second, title="Titel van Bert"))
    send(anna, address, form_on(anna.get(address)), title="Nog een titel van Anna", publisher="Rijk")
    again = send(bert, address, asked, **{"choice-0": "mine"})
    assertContains(again, "Nog een titel van Anna", status_code=409)
    assert send(bert, address, form_on(again), **{"choice-0": "mine"}).status_code == 302
    source.refresh_from_db()
    assert (source.title, source.publisher) == ("Titel van Bert", "Rijk")


def test_what_was_merged_must_hold_to_the_rules(anna, bert, source):
    stone = Milestone.objects.create(
        title="Start", starts_on=date(2020, 1, 1), ends_on=date(2020, 6, 1), date_text="2020", source=source
    )
    address = change(stone)
    first, second = form_on(anna.get(address)), form_on(bert.get(address))
    assert send(anna, address, first, starts_on="1-5-2020").status_code == 302
    refused = send(bert, address, second, ends_on="1-3-2020", text="Van Bert.")
    assert refused.status_code == 200
    assertContains(refused, "Samengevoegd met wat Anna intussen opsloeg: ")
    assert "Van Bert." in refused.text
    assert refused.context["errors"]
    stone.refresh_from_db()
    assert (stone.starts_on, stone.ends_on, stone.text) == (date(2020, 5, 1), date(2020, 6, 1), "")
    assert send(bert, address, form_on(refused), ends_on="1-7-2020").status_code == 302
    stone.refresh_from_db()
    assert (stone.starts_on, stone.ends_on, stone.text) == (date(2020, 5, 1), date(2020, 7, 1), "Van Bert.")


def rows(form, prefix):
    """The place of each row that is there, by its key."""
    return {form[f"{prefix}-{place}-id"]: place for place in range(int(form[f"{prefix}-INITIAL_FORMS"]))}


def test_two_texts_of_one_draft_version_both_stay(anna, bert, version, goal, line):
    draft = draft_next(version=version)
    address = change(draft)
    first, second = form_on(anna.get(address)), form_on(bert.get(address))
    of_line, of_goal = (draft.wordings.get(element=element) for element in (line, goal))
    places = rows(first, "wordings")
    send(anna, address, first, **{f"wordings-{places[str(of_line.pk)]}-markup": "<p>Woorden van Anna.</p>"})
    send(bert, address, second, **{f"wordings-{places[str(of_goal.pk)]}-markup": "<p>Woorden van Bert.</p>"})
    assert {wording.text for wording in draft.wordings.all()} == {"Woorden van Anna.", "Woorden van Bert."}


def test_what_was_published_meanwhile_gives_the_text_back(anna, bert, version, goal):
    draft = draft_next(version=version)
    address = change(draft)
    form = form_on(bert.get(address))
    publish(version=draft)
    place = rows(form, "wordings")[str(draft.wordings.get(element=goal).pk)]
    late = send(bert, address, form, note="Opmerking.", **{f"wordings-{place}-markup": "<p>Te laat getypt.</p>"})
    assertContains(late, "Te laat getypt.", status_code=409)
    assertContains(late, "Niet opgeslagen: Tekst", status_code=409)
    draft.refresh_from_db()
    assert draft.note == ""
    assert send(bert, address, form_on(late)).status_code == 302
    draft.refresh_from_db()
    assert draft.note == "Opmerking."


def test_what_was_deleted_meanwhile_gives_the_text_back(anna, bert, open_consultation):
    theme = Theme.objects.create(consultation=open_consultation, name="Wonen")
    address = change(theme)
    form = form_on(bert.get(address))
    press(anna, address.replace("change", "delete"))
    assert not Theme.objects.exists()
    late = send(bert, address, form, heard="Veel zorgen over de kernen.")
    assertContains(late, "Anna heeft dit verwijderd terwijl u schreef", status_code=409)
    assertContains(late, "Veel zorgen over de kernen.", status_code=409)
    assertNotContains(late, "Wonen", status_code=409)


@pytest.mark.parametrize("act", ["change", "delete"])
def test_a_link_to_what_was_deleted_says_who_deleted_it(anna, bert, open_consultation, act):
    theme = Theme.objects.create(consultation=open_consultation, name="Wonen")
    address = change(theme)
    press(anna, address.replace("change", "delete"))
    page = bert.get(address.replace("change", act))
    assertContains(page, "Anna heeft dit verwijderd, om ", status_code=404)
    assertContains(page, reverse("admin:consultation_theme_changelist"), status_code=404)
    assertContains(page, reverse("deleted"), status_code=404)
    assertContains(page, "dertig dagen lang terughalen", status_code=404)
    own = anna.get(address.replace("change", act))
    assertContains(own, "U hebt dit in een ander venster verwijderd, om ", status_code=404)


@pytest.mark.parametrize("key", ["999999", "9" * 40, "x"])
def test_a_link_to_what_never_was_says_so(anna, key):
    page = anna.get(reverse("admin:partners_source_change", args=[key]))
    assertContains(page, "Dit is er niet. Misschien is het verwijderd, of klopt de link niet.", status_code=404)


def test_rows_that_both_added_both_stay(anna, bert, helped):
    address = change(helped)
    first, second = form_on(anna.get(address)), form_on(bert.get(address))
    new = int(first["overrides-INITIAL_FORMS"])
    for client, form, reason in [(anna, first, "Van Anna"), (bert, second, "Van Bert")]:
        row = f"overrides-{new}-"
        added = {
            f"{row}status": "op-koers",
            f"{row}set_by": "redactie",
            f"{row}reason": reason,
            f"{row}starts_on": "1-1-2030" if reason == "Van Anna" else "1-1-2031",
            f"{row}ends_on": "1-2-2030" if reason == "Van Anna" else "1-2-2031",
        }
        answer = send(client, address, form, **added)
        assert answer.status_code == 302, answer.context["errors"]
    assert sorted(helped.overrides.values_list("reason", flat=True)) == ["Van Anna", "Van Bert"]


def test_an_empty_row_stays_empty_when_another_came_before_it(anna, bert, helped):
    """It begins with a date, and Django tells from what it began with that nobody filled it in."""
    address = change(helped)
    first, second = form_on(anna.get(address)), form_on(bert.get(address))
    row = f"overrides-{first['overrides-INITIAL_FORMS']}-"
    assert second[f"{row}starts_on"]
    added = {f"{row}status": "op-koers", f"{row}set_by": "redactie", f"{row}reason": "Van Anna"}
    assert send(anna, address, first, **added, **{f"{row}ends_on": "1-2-2049"}).status_code == 302
    answer = send(bert, address, second, name="Naam van Bert")
    assert answer.status_code == 302, words(answer.text)
    helped.refresh_from_db()
    assert helped.name == "Naam van Bert"
    assert [override.reason for override in helped.overrides.all()] == ["Van Anna"]


@pytest.mark.parametrize(("choice", "stays"), [("mine", False), ("theirs", True)])
def test_a_row_that_one_deletes_and_the_other_changes_is_asked(anna, bert, goal, deck, choice, stays):
    one = Action.objects.create(element=goal, title="Bouwen", source=deck)
    address = change(goal)
    first, second = form_on(anna.get(address)), form_on(bert.get(address))
    place = rows(first, "actions")[str(one.pk)]
    assert send(anna, address, first, **{f"actions-{place}-progress_note": "Nagerekend."}).status_code == 302
    asked = send(bert, address, second, **{f"actions-{place}-DELETE": "on"})
    assertContains(asked, "Nagerekend.", status_code=409)
    assert send(bert, address, form_on(asked), **{"choice-0": choice}).status_code == 302
    assert Action.objects.filter(pk=one.pk).exists() == stays


@pytest.mark.parametrize(("choice", "notes"), [("mine", ["Nagerekend."]), ("theirs", [])])
def test_a_row_that_was_deleted_while_one_changed_it_is_asked(anna, bert, goal, deck, choice, notes):
    one = Action.objects.create(element=goal, title="Bouwen", source=deck)
    address = change(goal)
    first, second = form_on(anna.get(address)), form_on(bert.get(address))
    place = rows(first, "actions")[str(one.pk)]
    assert send(anna, address, first, **{f"actions-{place}-DELETE": "on"}).status_code == 302
    asked = send(bert, address, second, **{f"actions-{place}-progress_note": "Nagerekend."})
    assertContains(asked, "Nagerekend.", status_code=409)
    answer = send(bert, address, form_on(asked), **{"choice-0": choice})
    assert answer.status_code == 302, answer.context["errors"]
    found = Action.objects.filter(element=goal, progress_note="Nagerekend.")
    assert list(found.values_list("progress_note", flat=True)) == notes
    assert not Action.objects.filter(pk=one.pk).exists()


def test_a_list_that_can_be_edited_is_merged_too(anna, bert, goal, deck):
    for title in ["Bouwen", "Praten"]:
        Action.objects.create(element=goal, title=title, source=deck)
    address = reverse("admin:agenda_action_changelist")
    first, second = form_on(anna.get(address)), form_on(bert.get(address))
    statuses = [value for value, _ in Action._meta.get_field("status").choices if value != first["form-0-status"]]
    answer = send(anna, address, first, _save="1", **{"form-0-status": statuses[0]})
    assert answer.status_code == 302, answer.context["cl"].formset.errors
    assert send(bert, address, second, _save="1", **{"form-1-status": statuses[0]}).status_code == 302
    assert set(Action.objects.values_list("status", flat=True)) == {statuses[0]}
    first, second = form_on(anna.get(address)), form_on(bert.get(address))
    assert send(anna, address, first, _save="1", **{"form-0-status": statuses[1]}).status_code == 302
    asked = send(bert, address, second, _save="1", **{"form-0-status": statuses[2]})
    assert asked.status_code == 409
    assert send(bert, address, form_on(asked), **{"choice-0": "mine"}).status_code == 302
    assert Action.objects.filter(status=statuses[2]).count() == 1


def test_one_sees_who_has_the_same_open(anna, bert, source):
    address = change(source)
    assertNotContains(anna.get(address), "heeft dit open")
    assertContains(bert.get(address), "Anna heeft dit open sinds")
    send(anna, address, form_on(anna.get(address)), title="Bewaard")
    assertNotContains(bert.get(address), "heeft dit open")
    assert OpenForm.objects.get().user.name == "Bert"


def test_a_form_that_is_sent_three_times_makes_one_thing(anna):
    address = reverse("admin:partners_source_add")
    form = form_on(anna.get(address))
    form["title"], form["slug"] = "Nieuwe nota", "nieuwe-nota"
    answers = [send(anna, address, form) for _ in range(3)]
    assert {(answer.status_code, answer.url) for answer in answers} == {(302, answers[0].url)}
    assert Source.objects.filter(title="Nieuwe nota").count() == 1
    assert SentForm.objects.count() == 1
    other = send(anna, address, form, title="Andere nota", slug="andere-nota")
    assertContains(other, "U hebt dit formulier al verstuurd", status_code=409)
    assertContains(other, "Andere nota", status_code=409)
    assert Source.objects.filter(slug="andere-nota").count() == 0


def test_a_form_that_was_refused_can_be_sent_again(anna):
    address = reverse("admin:partners_source_add")
    form = form_on(anna.get(address))
    refused = send(anna, address, form, title="", slug="nota")
    assert refused.status_code == 200
    assert send(anna, address, form_on(refused), title="Nota", slug="nota").status_code == 302


def test_rows_of_a_form_that_is_sent_twice_are_added_once(anna, goal, deck):
    address = change(goal)
    form = form_on(anna.get(address))
    place = int(form["actions-INITIAL_FORMS"])
    row = {f"actions-{place}-title": "Bouwen", f"actions-{place}-source": str(deck.pk)}
    for extra in ({}, {}, {"name": "Andere naam"}):
        answer = send(anna, address, form, **row, **extra)
        assert answer.status_code == 302
    assert Action.objects.filter(element=goal).count() == 1
    goal.refresh_from_db()
    assert goal.name == "Andere naam"


def test_a_forged_opening_is_refused(anna, source):
    address = change(source)
    form = form_on(anna.get(address))
    assert send(anna, address, form, _opened="x").status_code == 400
    other = Source.objects.create(slug="ander", title="Ander")
    assert send(anna, change(other), form, title="Verwisseld").status_code == 400


def test_two_days_are_shown_whole(anna, bert, deck):
    stone = Milestone.objects.create(title="Start", starts_on=date(2020, 6, 30), date_text="2020", source=deck)
    address = change(stone)
    first, second = form_on(anna.get(address)), form_on(bert.get(address))
    assert send(anna, address, first, starts_on="3-7-2020").status_code == 302
    asked = words(send(bert, address, second, starts_on="29-6-2020").text)
    assert "29-6-2020" in asked
    assert "03-07-2020" in asked
