"""What each consultation promised, beside what came of it: views of regiozwolle/pages/process."""

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains

from agenda.models import Version
from consultation.models import Consultation, Extension, Point, Step
from regiozwolle.pages.process.promises import PromiseKind, PromiseOutcome, processes
from tests.letters import close
from tests.rights.writing import answered

TODAY = timezone.localdate


@pytest.fixture
def closed(sent):
    return close(sent.consultation)


def promise(kind):
    [process] = processes(Consultation.objects.all())
    return next(one for one in process.promises if one.kind == kind)


def promised(consultation, days):
    Consultation.objects.filter(pk=consultation.pk).update(answered_by=TODAY() + timedelta(days=days))


def test_an_answer_in_time_keeps_the_promise_and_a_late_or_missing_one_breaks_it(closed):
    assert promise(PromiseKind.ANSWER).outcome == PromiseOutcome.NONE
    promised(closed, 5)
    assert promise(PromiseKind.ANSWER).outcome == PromiseOutcome.OPEN
    promised(closed, -1)
    told = promise(PromiseKind.ANSWER)
    assert (told.outcome, told.happened) == (PromiseOutcome.BROKEN, "0 van 1\N{NO-BREAK SPACE}punt met een antwoord.")
    answered(Point.objects.all(), timezone.now())
    told = promise(PromiseKind.ANSWER)
    assert told.outcome == PromiseOutcome.BROKEN
    assert "0 op tijd, 1 later." in told.happened
    promised(closed, 0)
    assert promise(PromiseKind.ANSWER).outcome == PromiseOutcome.KEPT


def test_a_term_that_became_longer_is_kept_and_says_why(closed):
    now = timezone.now()
    Extension.objects.create(
        consultation=closed, closed_at=now - timedelta(days=9), closes_at=closed.closes_at, reason="De raad vroeg het."
    )
    told = promise(PromiseKind.TERM)
    assert told.outcome == PromiseOutcome.KEPT
    assert "De raad vroeg het." in told.happened


def test_an_answer_before_the_first_decision_is_told_by_what_the_consultation_said(closed):
    assert promise(PromiseKind.BEFORE).outcome == PromiseOutcome.NONE
    Consultation.objects.update(decided_by="De raden, in het najaar.")
    told = promise(PromiseKind.BEFORE)
    assert (told.said, told.outcome) == ("De raden, in het najaar.", PromiseOutcome.OPEN)
    answered(Point.objects.all(), timezone.now())
    told = promise(PromiseKind.BEFORE)
    assert told.outcome == PromiseOutcome.KEPT
    assert "Er is nog niet besloten." in told.happened


def test_a_step_that_was_moved_or_dropped_on_the_site_is_no_step_as_planned(closed, deck):
    step = Step.objects.create(consultation=closed, title="Avond", starts_on="2023-01-10", source=deck)
    gone = Step.objects.create(consultation=closed, title="Markt", starts_on="2023-01-11", source=deck)
    assert promise(PromiseKind.STEPS).outcome == PromiseOutcome.KEPT
    Step.objects.filter(pk=step.pk).update(starts_on="2023-01-12")
    gone.delete()
    told = promise(PromiseKind.STEPS)
    assert told.outcome == PromiseOutcome.BROKEN
    assert told.happened.startswith("Verzet: Avond (10")
    assert "Markt (11\N{NO-BREAK SPACE}januari\N{NO-BREAK SPACE}2023, vervallen)" in told.happened
    Step.objects.filter(pk=step.pk).update(starts_on="2023-01-10")
    assert "Avond" not in promise(PromiseKind.STEPS).happened


def test_the_page_tells_of_each_and_of_one_elsewhere_that_it_is_not_known(client, closed, version):
    elsewhere = {
        "takes_letters": False,
        "summary": "Op papier.",
        "asked_of": "Raden.",
        "effect": "Geen.",
        "slug": "oud",
    }
    now = timezone.now()
    Consultation.objects.create(
        title="Vroeger", version=version, opens_at=now - timedelta(900), closes_at=now - timedelta(800), **elsewhere
    )
    page = client.get("/beloften/")
    assertContains(page, "Wat beloofden wij, en wat kwam ervan?")
    assertContains(page, "liep niet via deze site")
    assert page.text.index(closed.title) < page.text.index("Vroeger")
    file = client.get("/open-data/beloften.csv").content.decode()
    assert f"{closed.slug};termijn;" in file
    assert "nagekomen" in file


def test_nothing_at_all_is_said_so_and_a_strange_page_is_a_page(client, db):
    assertContains(client.get("/beloften/", {"pagina": "x" * 99}), "Er is nog geen consultatie.")


def test_many_consultations_ask_as_much_as_one(client, closed, version, django_assert_max_num_queries):
    base = {"takes_letters": True, "summary": "Kort.", "asked_of": "Raden.", "effect": "Geen.", "version": version}
    now = timezone.now()
    for each in range(12):
        Consultation.objects.create(
            slug=f"c-{each}",
            title="Lang " * 30,
            opens_at=now - timedelta(days=90),
            closes_at=now - timedelta(days=60),
            **base,
        )
    assert Version.objects.count() == 1
    with django_assert_max_num_queries(7):
        assert len(processes(Consultation.objects.all())) == 13


def test_what_is_real_stands_before_what_the_demo_made_up(client, closed, version):
    Consultation.objects.filter(pk=closed.pk).update(is_example=True)
    elsewhere = Consultation.objects.create(
        slug="echt",
        title="Echt",
        version=version,
        opens_at=closed.opens_at - timedelta(days=900),
        closes_at=closed.opens_at - timedelta(days=800),
    )
    assert [one.consultation for one in client.get("/beloften/").context["processes"]] == [elsewhere, closed]
