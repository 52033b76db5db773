"""What is on the agenda of a meeting."""

from django.db import models
from django.utils.html import format_html_join

from agenda.models import Element
from consultation.deciding.models import Dossier
from partners.ground.constraints import at_least_one
from partners.ground.publishing import PublicQuerySet
from partners.ground.templatetags.dutch import unbroken
from partners.ground.texts import SENTENCES
from regiozwolle.meetings.models.meeting import Meeting


class LinkedQuerySet(PublicQuerySet):
    """Questions about what was or will be spoken of at a meeting."""

    def with_links(self):
        """Those that everyone may read beside their meeting, in their order, with what each is about."""
        return self.public(along=["dossier"]).select_related("element__agenda", "dossier").order_by("position", "pk")

    def about(self, *, element=None, dossier=None):
        """The public ones about one element or one dossier."""
        return self.public().filter(element=element) if element else self.public().filter(dossier=dossier)


class AboutSomething:
    """A line of a meeting that may be about an element and about a dossier."""

    @property
    def about(self):
        """What it is about, with links, as safe HTML; "" for nothing."""
        found = [("Over", self.element, self.element and self.element.code)]
        found += [("Dossier:", self.dossier, self.dossier and unbroken(self.dossier.title))]
        links = ((words, one.get_absolute_url(), name) for words, one, name in found if one)
        return format_html_join(" ", '{} <a href="{}">{}</a>.', links)


class AgendaItem(AboutSomething, models.Model):
    """One subject on the agenda of a meeting, and the part of the agenda or the dossier that it is about."""

    follows = ("meeting", "dossier")

    meeting = models.ForeignKey(
        Meeting, verbose_name="bijeenkomst", on_delete=models.CASCADE, related_name="agenda_items"
    )
    position = models.PositiveSmallIntegerField("volgorde", default=1)
    title = models.CharField("onderwerp", max_length=200)
    text = models.TextField("toelichting", max_length=SENTENCES, blank=True)
    element = models.ForeignKey(
        Element,
        verbose_name="onderdeel",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="meeting_items",
    )
    dossier = models.ForeignKey(
        Dossier, verbose_name="dossier", on_delete=models.PROTECT, null=True, blank=True, related_name="meeting_items"
    )

    objects = LinkedQuerySet.as_manager()

    class Meta:
        verbose_name = "agendapunt"
        verbose_name_plural = "agendapunten"
        ordering = ["meeting", "position", "pk"]
        constraints = [
            at_least_one("position", model="meeting_item", message="Een agendapunt heeft een nummer vanaf 1."),
            models.UniqueConstraint(
                fields=["meeting", "title"],
                name="items_of_a_meeting_are_told_apart",
                violation_error_message="Dit onderwerp staat al op de agenda.",
            ),
        ]

    def __str__(self):
        return self.title
