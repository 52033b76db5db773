"""The pages of the Wagtail site: a front page, lists of texts, and a text with what stands beside it."""

from django.db import models
from wagtail.fields import RichTextField
from wagtail.models import Page

BESIDE = 6


class Front(Page):
    """The front page: the lists, and the newest texts."""

    intro = RichTextField()

    def get_context(self, request, *args, **kwargs):
        newest = Text.objects.live().order_by("-first_published_at")[:BESIDE]
        return super().get_context(request, *args, **kwargs) | {"newest": newest}


class Section(Page):
    """A list of texts, each with its first words."""

    intro = RichTextField()

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | {"texts": Text.objects.child_of(self).live()}


class Text(Page):
    """A text, with those that stand beside it in the same list."""

    intro = models.TextField()
    body = RichTextField()

    def get_context(self, request, *args, **kwargs):
        beside = Text.objects.sibling_of(self, inclusive=False).live()[:BESIDE]
        return super().get_context(request, *args, **kwargs) | {"beside": beside}
