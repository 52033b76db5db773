"""How far points and answers are: the filters of their lists, and the conditions by which the start page counts."""

from django.contrib import admin
from django.db.models import Q
from django.utils import timezone

from consultation.models import AnswerStage


class PointStageFilter(admin.SimpleListFilter):
    """How far the answer to a point is."""

    title = "stand van het antwoord"
    parameter_name = "stand"

    def lookups(self, request, model_admin):
        return AnswerStage.choices

    def queryset(self, request, queryset):
        return queryset.filter(stage=self.value()) if self.value() in AnswerStage.values else queryset


class WorkFilter(admin.SimpleListFilter):
    """What still has to be done, and by whom."""

    title = "nog te doen"
    parameter_name = "werk"

    def lookups(self, request, model_admin):
        return [
            ("mijn", "Door mij"),
            ("niemand", "Nog door niemand"),
            ("te-laat", "Te laat"),
            ("alles", "Door wie dan ook"),
        ]

    def queryset(self, request, queryset):
        asked = to_do(request.user)
        if self.value() not in asked:
            return queryset
        return queryset.filter(asked[self.value()]).not_answered()


def to_do(user):
    """The conditions on points that are not answered yet, by their names in the address.

    Nothing is left to do at a point of which the answer was reviewed: that waits to be published, or for its moment.
    """
    left = ~Q(stage__in=[AnswerStage.REVIEWED, AnswerStage.PLANNED])
    return {
        "mijn": left & Q(handler=user),
        "niemand": left & Q(handler=None),
        "te-laat": left & Q(handle_by__lt=timezone.localdate()),
        "alles": Q(),
    }


class AnswerStageFilter(admin.SimpleListFilter):
    """How far an answer is."""

    title = "stand"
    parameter_name = "stand"

    def lookups(self, request, model_admin):
        return [
            ("na-te-kijken", "Na te kijken door mij"),
            ("concept", "In concept"),
            ("nagekeken", "Nagekeken"),
            ("gepland", "Gepland"),
            ("op-de-site", "Op de site"),
        ]

    def queryset(self, request, queryset):
        asked = at_stage(request.user)
        return queryset.filter(asked[self.value()]) if self.value() in asked else queryset


def at_stage(user):
    """The conditions on answers by how far they are, by their names in the address."""
    now = timezone.now()
    return {
        "na-te-kijken": Q(reviewed_at=None, published_at=None) & ~Q(drafted_by=user),
        "concept": Q(reviewed_at=None, published_at=None),
        "nagekeken": Q(reviewed_at__isnull=False, published_at=None),
        "gepland": Q(published_at__gt=now),
        "op-de-site": Q(published_at__lte=now),
    }
