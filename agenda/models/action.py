"""What is done for a goal."""

from django.db import models
from django.utils.html import format_html

from agenda.models.element import Element, ElementKind
from partners.ground.constraints import believable, ends_after_it_starts, known, refuse_reversed, refuse_unbelievable
from partners.ground.templatetags.dutch import cited, unbroken
from partners.ground.texts import PAGE
from partners.models import Partner, Source


class ActionStatus(models.TextChoices):
    """How far an action is."""

    UNKNOWN = "onbekend", "nog niet bekend"
    PLANNED = "gepland", "nog niet begonnen"
    RUNNING = "loopt", "loopt"
    DONE = "afgerond", "afgerond"
    STOPPED = "gestopt", "gestopt"


class Action(models.Model):
    """What is done for a goal, by whom, by when, and how far it is."""

    follows = ()

    element = models.ForeignKey(
        Element,
        verbose_name="opgave",
        on_delete=models.PROTECT,
        related_name="actions",
        limit_choices_to={"kind": ElementKind.GOAL},
    )
    position = models.PositiveSmallIntegerField("volgorde", default=0)
    title = models.CharField("titel", max_length=200)
    text = models.TextField("toelichting", max_length=PAGE, blank=True)
    status = models.CharField("voortgang", max_length=12, choices=ActionStatus, default=ActionStatus.UNKNOWN)
    progress_note = models.CharField(
        "voortgang in woorden", max_length=300, blank=True, help_text="Wat er is gedaan, met de datum."
    )
    starts_on = models.DateField("begint op", null=True, blank=True)
    due_on = models.DateField("klaar op", null=True, blank=True)
    lead = models.ForeignKey(
        Partner,
        verbose_name="trekker",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="actions",
    )
    source = models.ForeignKey(Source, verbose_name="bron", on_delete=models.PROTECT, related_name="actions")

    class Meta:
        verbose_name = "actie"
        verbose_name_plural = "acties"
        ordering = ["element__position", "position", "pk"]
        constraints = [
            known("status", ActionStatus, model="action"),
            ends_after_it_starts("starts_on", "due_on", model="action"),
            believable("starts_on", model="action"),
            believable("due_on", model="action"),
        ]

    def __str__(self):
        return self.title

    def clean(self):
        super().clean()
        refuse_unbelievable(self, "starts_on", "due_on")
        refuse_reversed(self, "starts_on", "due_on")

    @property
    def known_status(self):
        """How far it is in words, or "" when that is not known."""
        return "" if self.status == ActionStatus.UNKNOWN else self.get_status_display()

    @property
    def lead_link(self):
        """The partner that leads it, as a link to its page; "" when nobody is known to."""
        lead = self.named_lead
        return format_html('<a href="{}">{}</a>', lead.get_absolute_url(), lead) if lead else ""

    @property
    def named_lead(self):
        """The partner that leads it, or None while that is a concept."""
        return self.lead if self.lead and self.lead.is_public_now else None

    @property
    def remarks(self):
        """What is said beside its status, each a sentence or more: how it went, what it is, and where that is from."""
        texts = [unbroken(text) for text in (self.progress_note, self.text) if text]
        return [*texts, format_html("Bron: {}.", cited(self.source))]
