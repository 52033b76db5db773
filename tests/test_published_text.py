"""What everyone could read stays as it was, also for a program that goes past the portal."""

from datetime import timedelta
from threading import Event, Thread

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from agenda.actions import draft_next
from agenda.models import ChangeKind, Element, Version, Wording

NEVER = "gepubliceerd"


@pytest.fixture
def draft(version, goal):
    """Version 2 with the words of version 1, which nobody sees yet."""
    return draft_next(version=version)


@pytest.mark.parametrize(
    "changes",
    [
        {"text": "Andere woorden"},
        {"markup": "<p><strong>Vet</strong></p>"},
        {"number": "9.9"},
        {"position": 99},
        {"parent": None},
    ],
)
def test_published_words_and_their_place_cannot_be_changed(wording, changes):
    with pytest.raises(IntegrityError, match=NEVER), transaction.atomic():
        Wording.objects.filter(pk=wording.pk).update(**changes)


def test_published_words_cannot_be_added_moved_in_or_out_or_removed(version, draft, wording):
    with pytest.raises(IntegrityError, match=NEVER), transaction.atomic():
        Wording.objects.filter(pk=wording.pk).delete()
    with pytest.raises(IntegrityError, match=NEVER), transaction.atomic():
        Wording.objects.filter(pk=wording.pk).update(version=draft)
    new = Element.objects.create(agenda=version.agenda, code="RZ24-N", kind="principe", position=99, name="Nieuw")
    with pytest.raises(IntegrityError, match=NEVER), transaction.atomic():
        Wording.objects.create(element=new, version=version, text="Erbij")
    inside = Wording.objects.create(element=new, version=draft, text="Erbij")
    with pytest.raises(IntegrityError, match=NEVER), transaction.atomic():
        Wording.objects.filter(pk=inside.pk).update(version=version)


def test_what_the_editors_say_about_the_words_can_still_be_mended(version, wording):
    wording.explanation, wording.change, wording.change_note = "In gewone taal.", ChangeKind.EDITORIAL, "Een typefout."
    wording.save()
    version.note = "Een opmerking."
    version.save()
    wording.refresh_from_db()
    assert (wording.explanation, wording.change_note) == ("In gewone taal.", "Een typefout.")


@pytest.mark.parametrize("changes", [{"number": 7}, {"status": "vastgesteld"}, {"published_at": None}])
def test_a_published_version_cannot_be_changed_or_taken_back(version, changes):
    with pytest.raises(IntegrityError, match=NEVER), transaction.atomic():
        Version.objects.filter(pk=version.pk).update(**changes)
    with pytest.raises(IntegrityError, match=NEVER), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM agenda_version WHERE id = %s", [version.pk])


def test_the_code_of_a_published_element_never_changes(goal, version):
    with pytest.raises(IntegrityError, match="Zijn code verandert nooit"), transaction.atomic():
        Element.objects.filter(pk=goal.pk).update(code="RZ24-L9.9")
    new = Element.objects.create(agenda=version.agenda, code="RZ24-N", kind="principe", position=99, name="Nieuw")
    assert Element.objects.filter(pk=new.pk).update(code="RZ24-N2") == 1


def test_a_planned_version_can_be_changed_and_taken_back_until_its_moment(draft, goal):
    Version.objects.filter(pk=draft.pk).update(published_at=timezone.now() + timedelta(hours=1))
    assert draft.wordings.update(text="Andere woorden") == 2
    Version.objects.filter(pk=draft.pk).update(published_at=timezone.now() - timedelta(seconds=1))
    with pytest.raises(IntegrityError, match=NEVER), transaction.atomic():
        draft.wordings.update(text="Weer andere woorden")


@pytest.mark.django_db(transaction=True)
def test_words_that_come_in_while_it_is_published_wait_and_are_refused(draft):
    """Somebody saves at the very moment that somebody else publishes."""
    publishing, outcome = Event(), []

    def save():
        publishing.wait(10)
        try:
            draft.wordings.update(text="Te laat")
            outcome.append("saved")
        except IntegrityError:
            outcome.append("refused")
        finally:
            connection.close()

    thread = Thread(target=save)
    thread.start()
    with transaction.atomic():
        Version.objects.filter(pk=draft.pk).update(published_at=timezone.now() - timedelta(seconds=1))
        publishing.set()
        thread.join(0.5)
        assert thread.is_alive()
    thread.join(10)
    assert outcome == ["refused"]
    assert not draft.wordings.filter(text="Te laat").exists()
