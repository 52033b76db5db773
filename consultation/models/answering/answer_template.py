"""Answers that recur: what the secretariat begins an answer with."""

from django.db import models
from django.db.models import Q

from consultation.models.answering.answer import Verdict
from partners.ground.constraints import known
from partners.ground.texts import PAGES


class AnswerTemplate(models.Model):
    """A verdict and a text to begin an answer with. What was made with it stays as it is when this changes."""

    name = models.CharField("naam", max_length=80, unique=True, help_text="Alleen het secretariaat ziet deze naam.")
    verdict = models.CharField("oordeel", max_length=16, choices=Verdict)
    reason = models.TextField("tekst", max_length=PAGES, help_text="Wat in de reden van het antwoord komt te staan.")

    class Meta:
        verbose_name = "standaardantwoord"
        verbose_name_plural = "standaardantwoorden"
        ordering = ["name"]
        constraints = [
            known("verdict", Verdict, model="answertemplate"),
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="an_answer_template_has_a_text",
                violation_error_message="Schrijf de tekst waarmee een antwoord begint.",
            ),
        ]

    def __str__(self):
        return self.name
