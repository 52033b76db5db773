"""The nota van beantwoording as something that can be read ahead."""

from django.urls import reverse

from consultation.models.answering.answer import Answer
from consultation.models.consultation import Consultation


class Nota(Consultation):
    """The nota of a consultation: a page of its own, of which the answers are a draft before they are on the site."""

    class Meta:
        proxy = True
        verbose_name = "nota van beantwoording"
        verbose_name_plural = "nota’s van beantwoording"

    def __str__(self):
        return f"nota van beantwoording, {self.title}"

    def get_absolute_url(self):
        return reverse("consultation:nota", args=[self.slug])

    nothing_ahead = "Elk antwoord staat al op de site, of er is nog geen. Stuur het adres van de nota zelf."

    @property
    def can_be_read(self):
        """Whether all that is answered is on the site, so that a reader misses nothing there."""
        answers = Answer.objects.filter(points__letter__consultation=self.pk)
        return not answers.exclude(pk__in=Answer.objects.published().values("pk")).exists()
