"""What was published as data, and until which state of the portal."""

from django.db import models

from partners.ground.state import read


class PublishedRowQuerySet(models.QuerySet):
    def there(self):
        """Those that are public, in the order of the file of all."""
        return self.exclude(content="").order_by("dataset", "key")

    def after(self, number):
        """What changed after that number, also what is gone, in the order in which it did."""
        return self.filter(number__gt=number).order_by("number")


class PublishedRow(models.Model):
    """A row of a data set as it was last published, under the `number` at which it became so; "" when it is gone."""

    dataset = models.CharField("verzameling", max_length=60)
    key = models.BigIntegerField("sleutel")
    number = models.BigIntegerField("nummer", unique=True)
    content = models.TextField("inhoud", blank=True)
    published_at = models.DateTimeField("gepubliceerd op")

    objects = PublishedRowQuerySet.as_manager()

    class Meta:
        verbose_name = "gepubliceerde rij"
        verbose_name_plural = "gepubliceerde rijen"
        constraints = [models.UniqueConstraint(fields=["dataset", "key"], name="row_is_published_once")]

    def __str__(self):
        return f"{self.dataset} {self.key}"


class PublishedState(models.Model):
    """Up to which state what is public was compared, until when that holds by the clock, and the last number."""

    state = models.CharField("stand", max_length=200, blank=True)
    holds_until = models.DateTimeField("geldt tot", null=True)
    number = models.BigIntegerField("laatste nummer", default=0)

    class Meta:
        verbose_name = "gepubliceerde stand"
        verbose_name_plural = "gepubliceerde standen"

    def __str__(self):
        return f"{self.number}"

    def holds(self, now):
        """Whether nothing public can be otherwise than when it was compared."""
        return self.state == read() and self.holds_until is not None and now < self.holds_until
