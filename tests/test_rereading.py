"""What stands on the site and nobody looked at for a year is found, and one click says that it still holds."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from partners.ground.desk.rereading import rereading_waits, say_it_is_right
from partners.ground.models import Act
from partners.models import User
from regiozwolle.nudging.writing import write_nudges
from results.models import PhaseKind, Programme, Project
from tests.filling import form_on, press_for_chosen, send

LONG_AGO = timezone.now() - timedelta(days=800)
OLD = f"{reverse('admin:results_project_changelist')}?nagelezen=lang-geleden"


@pytest.fixture
def desk(client, secretary):
    client.force_login(secretary)
    return client


def grow_old(days=400):
    """Lets all that was done be so many days ago, which the record refuses to who may only add to it."""
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        for table in ("ground_change", "ground_act"):
            cursor.execute(f"UPDATE {table} SET made_at = made_at - interval '{days} days'")
        cursor.execute("SET session_replication_role = DEFAULT")


@pytest.fixture
def project(deck):
    programme = Programme.objects.create(slug="prog", name="Programma", source=deck, public_from=LONG_AGO)
    return Project.objects.create(
        slug="proj", name="Een oud project", programme=programme, status="bevestigd", source=deck, public_from=LONG_AGO
    )


def waiting(user):
    return [words for words, _ in rereading_waits(user)]


def test_what_nobody_changed_for_a_year_waits_until_somebody_says_that_it_holds(desk, secretary, project, zwolle):
    assert waiting(secretary) == []
    grow_old()
    assert "1\N{NO-BREAK SPACE}pagina is lang niet gewijzigd of nagelezen: projecten" in waiting(secretary)
    assert "1\N{NO-BREAK SPACE}pagina is lang niet gewijzigd of nagelezen: programma’s" in waiting(secretary)
    page = desk.get(OLD)
    assert "Een oud project" in page.text
    chosen = {"action": "still_right", "_selected_action": [project.pk]}
    page = desk.post(OLD, chosen)
    assert project.get_absolute_url() in page.text
    page = press_for_chosen(desk, OLD, chosen, follow=True)
    assert "Nagelezen: 1." in page.text
    assert "Een oud project" not in page.text.partition('id="result_list"')[2]
    act = Act.objects.latest("pk")
    assert (act.words, act.about_id, act.made_by_id) == ("nagelezen: het klopt nog", project.pk, secretary.pk)
    history = desk.get(reverse("admin:results_project_history", args=[project.pk])).text
    assert "nagelezen: het klopt nog" in history.lower()


def test_who_changed_them_last_is_mailed_once_a_month_or_else_the_secretariat(
    desk, secretary, project, mailoutbox, settings
):
    address = reverse("admin:results_project_change", args=[project.pk])
    send(desk, address, form_on(desk.get(address)), note="Nagevraagd.", _reason="Navraag.")
    grow_old()
    assert write_nudges(today=date(2026, 12, 1)) == write_nudges(today=date(2027, 1, 9)) == 2
    assert write_nudges(today=date(2027, 1, 31)) == 0
    mails = {mail.to[0]: mail.body for mail in mailoutbox}
    assert mails.keys() == {secretary.email, settings.CONTACT_EMAIL}
    assert "Een oud project" in mails[secretary.email]
    assert OLD in mails[secretary.email]
    assert "Programma" in mails[settings.CONTACT_EMAIL]
    assert "Een oud project" not in mails[settings.CONTACT_EMAIL]
    assert len(mailoutbox) == 4
    User.objects.update(is_active=False)
    assert write_nudges(today=date(2027, 2, 1)) == 1
    assert "Een oud project" in mailoutbox[-1].body


def test_a_change_of_a_part_counts_and_a_concept_does_not_wait(secretary, project, deck):
    grow_old()
    project.phases.create(kind=PhaseKind.EXECUTION, starts_on=date(2020, 1, 1), source=deck)
    assert not [words for words in waiting(secretary) if "projecten" in words]
    grow_old()
    assert [words for words in waiting(secretary) if "projecten" in words]
    Project.objects.filter(pk=project.pk).update(public_until=timezone.now())
    grow_old()
    assert not [words for words in waiting(secretary) if "projecten" in words]


def test_a_project_whose_last_phase_is_over_waits_until_somebody_looked(secretary, project, deck):
    ended = timezone.localdate() - timedelta(days=30)
    project.phases.create(kind=PhaseKind.EXECUTION, starts_on=date(2020, 1, 1), ends_on=ended, source=deck)
    assert waiting(secretary) == []
    grow_old(60)
    assert waiting(secretary) == ["1\N{NO-BREAK SPACE}pagina is lang niet gewijzigd of nagelezen: projecten"]
    say_it_is_right(thing=project)
    assert waiting(secretary) == []


def test_however_many_grew_old_the_first_page_asks_as_much(secretary, project, deck, django_assert_num_queries):
    for count in range(20):
        Project.objects.create(
            slug=f"p{count}", name=f"P {count}", programme=project.programme, status="bevestigd", source=deck,
            public_from=LONG_AGO,
        )  # fmt: skip
    grow_old()
    with django_assert_num_queries(3):
        rereading_waits(secretary)
