"""A link with which somebody without an account reads what is not on the site yet."""

from datetime import timedelta

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.core import signing
from django.db import models
from django.urls import reverse
from django.utils import timezone

from partners.ground.templatetags.dutch import day

# What a link is signed with. The database holds nothing from which a link can be made.
PREVIEW_SALT = "ground.preview_link"
LASTS = timedelta(days=14)
AT_MOST = timedelta(days=90)


class PreviewLinkQuerySet(models.QuerySet):
    def of(self, thing):
        """Those that show `thing`, the newest first."""
        kind = ContentType.objects.get_for_model(thing, for_concrete_model=False)
        return self.filter(content_type=kind, object_id=thing.pk).order_by("-made_at", "-pk")

    def working(self):
        """Those with which one can still read."""
        return self.filter(revoked_at=None, ends_on__gte=timezone.localdate())


class PreviewLink(models.Model):
    """That whoever has the link may read the page of one thing as it will be, up to and including a day."""

    content_type = models.ForeignKey(ContentType, verbose_name="soort", on_delete=models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField("nummer")
    # A model that is another look at a table, such as a nota, is a thing of its own.
    thing = GenericForeignKey(for_concrete_model=False)
    audience = models.CharField("voor wie", max_length=120)
    made_at = models.DateTimeField("gemaakt op", default=timezone.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="gemaakt door", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    ends_on = models.DateField("werkt tot en met")
    revoked_at = models.DateTimeField("ingetrokken op", null=True, blank=True)

    objects = PreviewLinkQuerySet.as_manager()

    class Meta:
        verbose_name = "link om vooraf te lezen"
        verbose_name_plural = "links om vooraf te lezen"
        ordering = ["-made_at", "-pk"]
        indexes = [models.Index(fields=["content_type", "object_id"], name="preview_link_of_thing")]

    def __str__(self):
        return f"link voor {self.audience}"

    @property
    def token(self):
        """Its key, signed: always the same, so that the desk can show it again."""
        return signing.Signer(salt=PREVIEW_SALT).sign_object(self.pk)

    @property
    def path(self):
        """Its address on the site, which is a key."""
        return reverse("preview", args=[self.token])

    @property
    def works(self):
        return self.revoked_at is None and self.ends_on >= timezone.localdate()

    @property
    def stands(self):
        """Until when it works or worked, or that it was taken back."""
        if self.revoked_at:
            return "ingetrokken"
        return f"{'werkt' if self.works else 'werkte'} tot en met {day(self.ends_on)}"
