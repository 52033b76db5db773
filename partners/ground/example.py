"""What the demo invents: one flag, kept in one way by every model that can hold an example.

Whatever hangs on such an object is an example with it; its queryset says along which relation it asks for the flag.
"""

from django.db import models


class Example(models.Model):
    """A model of which the demo invents some objects. Every page, file and mail marks them with "voorbeeld"."""

    is_example = models.BooleanField(
        "voorbeeld",
        default=False,
        help_text="Verzonnen voor de demo. Telt nergens mee en is op de site gemarkeerd.",
    )

    class Meta:
        abstract = True


class RealQuerySet(models.QuerySet):
    """A queryset that can leave out what the demo invents."""

    path_to_example = "is_example"

    def real(self):
        """Without what the demo invents; what hangs on nothing is real."""
        return self.exclude(**{self.path_to_example: True})
