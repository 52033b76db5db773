"""What a result of a project is expected to do to the figure in which it counts, and how sure that is."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from results.models import Confidence, Effect, Project, ProjectResult


@pytest.fixture
def climate(deal):
    return Project.objects.get(slug="climate-campus")


def test_what_a_project_does_to_a_figure_stands_on_both_pages(client, climate, helped, deck):
    result = ProjectResult(project=climate, text="Elk jaar 100 banen", nature="beoogd", source=deck)
    result.effect = Effect.GOOD
    with pytest.raises(ValidationError, match="op welk cijfer"):
        result.full_clean()
    with pytest.raises(IntegrityError, match="an_effect_is_on_a_figure"), transaction.atomic():
        result.save()
    result.indicator, result.effect, result.confidence = helped, Effect.UNKNOWN, Confidence.LIKELY
    with pytest.raises(ValidationError, match="welk effect het is"):
        result.full_clean()
    with pytest.raises(IntegrityError, match="what_is_sure_is_an_effect"), transaction.atomic():
        result.save()
    result.effect = Effect.GOOD
    result.full_clean()
    result.save()
    for page in (climate.get_absolute_url(), helped.get_absolute_url()):
        assertContains(client.get(page), "Verwacht effect: gunstig (aannemelijk).")
    assertContains(client.get(helped.get_absolute_url()), "Elk jaar 100 banen")
    ProjectResult.objects.update(effect=Effect.UNKNOWN, confidence=Confidence.UNKNOWN)
    assertContains(client.get(helped.get_absolute_url()), "Verwacht effect: nog niet bekend.")
    Project.objects.filter(pk=climate.pk).update(public_until=timezone.now())
    assertNotContains(client.get(helped.get_absolute_url()), "Elk jaar 100 banen")
