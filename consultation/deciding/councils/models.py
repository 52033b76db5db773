"""What was found in the systems of councils: a source per body, its meetings, and the items that are about us."""

from django.db import models
from django.db.models import Count, F, OuterRef, Subquery
from django.db.models.functions import Coalesce

from consultation.deciding.models.dossier import Dossier
from consultation.deciding.models.step import TrackStep
from consultation.deciding.models.track import Track
from partners.ground.constraints import believable, known, refuse_unbelievable
from partners.ground.templatetags.dutch import counted, day
from partners.models import Body, Sitting


def counted_of(rows, by):
    """How many of `rows` there are for the row outside."""
    return Coalesce(Subquery(rows.order_by().values(by).annotate(count=Count("pk")).values("count")), 0)


class CouncilSourceQuerySet(models.QuerySet):
    def with_counts(self):
        """Adds `meeting_count` and `to_judge`: how many meetings were found, and how many proposals wait."""
        meetings = FoundMeeting.objects.filter(council_source=OuterRef("pk"))
        items = FoundItem.objects.proposed().filter(meeting__council_source=OuterRef("pk"))
        return self.annotate(
            meeting_count=counted_of(meetings, "council_source"),
            to_judge=counted_of(meetings.proposed(), "council_source") + counted_of(items, "meeting__council_source"),
        )

    def to_read(self):
        """Those of real bodies on the site, the one that was read longest ago first, so that each gets its turn."""
        public = self.filter(body__in=Body.objects.public().filter(partner__is_example=False)).select_related(
            "body__partner"
        )
        return public.order_by(F("read_at").asc(nulls_first=True), "pk")


class CouncilSource(models.Model):
    """Under which key the meetings of a body are published, and how fresh what we read of it is.

    `cursor` is how far a first reading came that is not finished, `changes_cursor` from where the changes go on. What
    is `lacking` are sentences.
    """

    body = models.OneToOneField(Body, verbose_name="orgaan", on_delete=models.CASCADE, related_name="council_source")
    key = models.CharField(
        "sleutel",
        max_length=80,
        help_text="Zoals OpenBesluitvorming de bron noemt, bijvoorbeeld: zwolle. Kleine letters.",
    )
    word = models.CharField(
        "woord in de naam",
        max_length=60,
        help_text="Alleen een vergadering met dit woord in de naam kan een vergaderdag worden: raadsvergadering.",
    )
    cursor = models.CharField(max_length=300, blank=True, editable=False)
    changes_cursor = models.CharField(max_length=300, blank=True, editable=False)
    is_partial = models.BooleanField("nog niet alles gelezen", default=False, editable=False)
    asked_at = models.DateTimeField("laatst gevraagd", null=True, blank=True, editable=False)
    read_at = models.DateTimeField("laatst gelezen", null=True, blank=True, editable=False)
    fresh_at = models.DateTimeField("vers tot", null=True, blank=True, editable=False)
    trouble = models.CharField("wat er misging", max_length=300, blank=True, editable=False)
    lacking = models.JSONField("wat er ontbreekt", default=list, blank=True, editable=False)

    objects = CouncilSourceQuerySet.as_manager()

    class Meta:
        verbose_name = "raadssysteem"
        verbose_name_plural = "raadssystemen"
        ordering = ["body"]

    def __str__(self):
        return f"{self.body}: {self.key}"

    def save(self, *args, **kwargs):
        """Another key is another source: what was read of the old one says nothing of how far the new one was read."""
        if self.pk and type(self).objects.filter(pk=self.pk).exclude(key=self.key).exists():
            self.cursor = self.changes_cursor = ""
        super().save(*args, **kwargs)

    @property
    def told(self):
        """How complete it is, in sentences; "" when nothing is wrong."""
        partial = ["Er is nog meer dan wij in één keer lezen. De volgende keer gaan wij verder."]
        return " ".join([*filter(None, [self.trouble]), *self.lacking, *(partial if self.is_partial else [])])


class FoundState(models.TextChoices):
    """What a person did with something that was found."""

    PROPOSED = "voorgesteld", "voorgesteld"
    ADOPTED = "overgenomen", "overgenomen"
    REFUSED = "afgewezen", "afgewezen"
    BESIDE = "terzijde", "alleen gelezen"


class FoundMeetingQuerySet(models.QuerySet):
    def proposed(self):
        return self.filter(state=FoundState.PROPOSED)


class FoundMeeting(models.Model):
    """A meeting as the system of a council publishes it. Only a person makes a Sitting of it.

    `sitting` is what it became; `change` tells what is different since a person took it over or refused it.
    """

    council_source = models.ForeignKey(
        CouncilSource, verbose_name="raadssysteem", on_delete=models.CASCADE, related_name="meetings"
    )
    external_id = models.CharField("kenmerk daar", max_length=200)
    name = models.CharField("naam", max_length=300)
    held_on = models.DateField("op")
    starts_at = models.TimeField("hoe laat", null=True, blank=True)
    is_cancelled = models.BooleanField("gaat daar niet door", default=False)
    is_withdrawn = models.BooleanField("staat daar niet meer", default=False)
    address = models.URLField("adres", max_length=500, blank=True)
    item_count = models.PositiveIntegerField("agendapunten", default=0)
    state = models.CharField("stand", max_length=12, choices=FoundState, default=FoundState.PROPOSED)
    sitting = models.ForeignKey(
        Sitting, verbose_name="vergadering", on_delete=models.SET_NULL, null=True, blank=True, related_name="found_as"
    )
    change = models.CharField("wat er veranderde", max_length=300, blank=True)

    objects = FoundMeetingQuerySet.as_manager()

    class Meta:
        verbose_name = "gevonden vergadering"
        verbose_name_plural = "gevonden vergaderingen"
        ordering = ["held_on", "pk"]
        constraints = [
            known("state", FoundState, model="found_meeting"),
            believable("held_on", model="found_meeting"),
            models.UniqueConstraint(
                fields=["council_source", "external_id"], name="a_found_meeting_is_kept_once_per_source"
            ),
        ]

    def __str__(self):
        return f"{self.council_source.body}, {day(self.held_on)}: {self.name}"

    def clean(self):
        super().clean()
        refuse_unbelievable(self, "held_on")

    @property
    def lapses(self):
        """Whether it is not held, as far as the system says."""
        return self.is_cancelled or self.is_withdrawn

    @property
    def when(self):
        """'10 december 2026, 19.30 uur'."""
        return f"{day(self.held_on)}{f', {self.starts_at:%H.%M} uur' if self.starts_at else ''}"

    @property
    def stands(self):
        """What the system says of it, in words."""
        if self.is_withdrawn:
            return "staat daar niet meer"
        return "gaat niet door" if self.is_cancelled else counted(self.item_count, "agendapunt,agendapunten")


class FoundItemQuerySet(models.QuerySet):
    def proposed(self):
        return self.filter(state=FoundState.PROPOSED)


class FoundItem(models.Model):
    """An item on the agenda of a found meeting that names the region or a dossier. Only a person makes a step of it.

    Without a `track` it names the region alone, and a person chooses the dossier first.
    """

    meeting = models.ForeignKey(
        FoundMeeting, verbose_name="gevonden vergadering", on_delete=models.CASCADE, related_name="items"
    )
    external_id = models.CharField("kenmerk daar", max_length=200)
    number = models.CharField("nummer", max_length=20, blank=True)
    title = models.CharField("titel", max_length=500)
    named = models.CharField("noemt", max_length=200)
    track = models.ForeignKey(
        Track, verbose_name="besluitspoor", on_delete=models.SET_NULL, null=True, blank=True, related_name="found_items"
    )
    document_url = models.URLField("stuk", max_length=500, blank=True)
    debate_url = models.URLField("debat", max_length=500, blank=True)
    debate_from = models.PositiveIntegerField("seconden vanaf het begin", null=True, blank=True)
    is_withdrawn = models.BooleanField("staat daar niet meer", default=False)
    state = models.CharField("stand", max_length=12, choices=FoundState, default=FoundState.PROPOSED)
    step = models.ForeignKey(
        TrackStep, verbose_name="stap", on_delete=models.SET_NULL, null=True, blank=True, related_name="found_as"
    )

    objects = FoundItemQuerySet.as_manager()

    class Meta:
        verbose_name = "gevonden agendapunt"
        verbose_name_plural = "gevonden agendapunten"
        ordering = ["meeting__held_on", "pk"]
        constraints = [
            known("state", FoundState, model="found_item"),
            models.UniqueConstraint(fields=["meeting", "external_id"], name="a_found_item_is_kept_once_per_meeting"),
        ]

    def __str__(self):
        return self.title

    @property
    def fragment(self):
        """From when on the recording is about it: '1.02.33'; "" when not known."""
        if self.debate_from is None:
            return ""
        minutes, seconds = divmod(self.debate_from, 60)
        hours, minutes = divmod(minutes, 60)
        return f"{hours}.{minutes:02}.{seconds:02}"


class DossierPhrase(models.Model):
    """Words by which an item on an agenda is known to be about a dossier, beside its own title."""

    dossier = models.ForeignKey(Dossier, verbose_name="dossier", on_delete=models.CASCADE, related_name="phrases")
    phrase = models.CharField(
        "woorden", max_length=120, help_text="Zoals ze in de titel van een agendapunt staan: strategische agenda."
    )

    class Meta:
        verbose_name = "woorden van een dossier"
        verbose_name_plural = "woorden van een dossier"
        ordering = ["dossier", "phrase"]
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "phrase"],
                name="a_phrase_stands_once_at_a_dossier",
                violation_error_message="Deze woorden staan er al.",
            ),
        ]

    def __str__(self):
        return self.phrase
