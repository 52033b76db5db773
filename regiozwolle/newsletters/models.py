"""A newsletter of the secretariat, for whom it is, and who got it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import Resolver404, resolve

from partners.ground.constraints import known, refuse
from partners.ground.texts import PAGE
from partners.models import Capacity, PartnerKind
from regiozwolle.following.kinds import key_of, thing_at
from regiozwolle.following.models import Follower, FollowKind

OF_MEMBERS = "Dit kiest u alleen bij wie voor een orgaan handelt. Laat het leeg."
OF_FOLLOWERS = "Dit vult u alleen in bij wie iets volgt. Laat het leeg."
NO_PAGE = (
    "Dit is geen pagina die men kan volgen. Plak het adres van een tekst, partner, consultatie, dossier, cijfer of \
project."
)
# Of which page one follows the thing: its route, the kind, and what the route calls it.
ROUTES = {
    "agenda:element": (FollowKind.ELEMENT, "code"),
    "consultation": (FollowKind.CONSULTATION, "slug"),
    "dossier": (FollowKind.DOSSIER, "slug"),
    "partner": (FollowKind.PARTNER, "slug"),
    "results:indicator": (FollowKind.FIGURE, "slug"),
    "results:project": (FollowKind.PROJECT, "slug"),
}


class Audience(models.TextChoices):
    """For whom a newsletter is."""

    MEMBERS = "leden", "wie voor een orgaan handelt"
    FOLLOWERS = "volgers", "wie iets volgt"


class Newsletter(models.Model):
    """A mail that the secretariat writes once to all of an audience. When it is sent it never changes again."""

    title = models.CharField("onderwerp", max_length=150)
    text = models.TextField("tekst", max_length=PAGE, help_text="Gewone tekst. Een lege regel begint een alinea.")
    audience = models.CharField("voor", max_length=8, choices=Audience, default=Audience.FOLLOWERS)
    capacity = models.CharField(
        "alleen als", max_length=16, choices=Capacity, blank=True, help_text="Leeg: in elke hoedanigheid."
    )
    partner_kind = models.CharField(
        "alleen bij", max_length=16, choices=PartnerKind, blank=True, help_text="Leeg: bij elke soort partner."
    )
    page = models.CharField(
        "alleen wie deze pagina volgt",
        max_length=300,
        blank=True,
        help_text="Plak het adres van de pagina, zoals /partners/zwolle/. Leeg: wie ook maar iets volgt.",
    )
    sent_at = models.DateTimeField("verstuurd op", null=True, blank=True, editable=False)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="verstuurd door",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="newsletters",
    )

    finished_at = models.DateTimeField("aan iedereen geschreven op", null=True, blank=True, editable=False)

    class Meta:
        verbose_name = "nieuwsbrief"
        verbose_name_plural = "nieuwsbrieven"
        ordering = ["-pk"]
        constraints = [
            known("audience", Audience, model="newsletter"),
            models.CheckConstraint(
                condition=Q(
                    audience=Audience.MEMBERS,
                    page="",
                    capacity__in=["", *Capacity.values],
                    partner_kind__in=["", *PartnerKind.values],
                )
                | Q(audience=Audience.FOLLOWERS, capacity="", partner_kind=""),
                name="a_newsletter_is_for_members_or_for_followers",
                violation_error_message="Kies voor wie de brief is, en vul alleen in wat daarbij hoort.",
            ),
        ]

    def __str__(self):
        return self.title

    def clean(self):
        super().clean()
        is_for_followers = self.audience == Audience.FOLLOWERS
        refuse(is_for_followers and self.capacity, "capacity", OF_MEMBERS)
        refuse(is_for_followers and self.partner_kind, "partner_kind", OF_MEMBERS)
        refuse(not is_for_followers and self.page, "page", OF_FOLLOWERS)
        refuse(self.page and self.thing is None, "page", NO_PAGE)

    @property
    def thing(self):
        """What the page is about that its readers follow; None for no page, or one that is followed by nobody."""
        path = self.page.removeprefix(settings.SITE_URL).partition("#")[0].partition("?")[0]
        try:
            match = resolve(path) if path.startswith("/") else None
        except Resolver404:
            match = None
        kind, name = ROUTES.get(match.view_name, ("", "")) if match else ("", "")
        return thing_at(kind, match.kwargs[name]) if kind else None

    @property
    def thing_key(self):
        return key_of(self.thing) if self.thing else ""


class NewsletterMail(models.Model):
    """That somebody was mailed a newsletter; written with the mail, so that nobody gets it twice."""

    newsletter = models.ForeignKey(
        Newsletter, verbose_name="nieuwsbrief", on_delete=models.CASCADE, related_name="mails"
    )
    follower = models.ForeignKey(
        Follower, verbose_name="lezer", on_delete=models.CASCADE, related_name="newsletter_mails"
    )
    written_at = models.DateTimeField("geschreven op", auto_now_add=True)

    class Meta:
        verbose_name = "mail met een nieuwsbrief"
        verbose_name_plural = "mails met een nieuwsbrief"
        ordering = ["newsletter", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["newsletter", "follower"],
                name="one_mail_per_newsletter_and_reader",
                violation_error_message="Deze lezer kreeg de brief al.",
            ),
        ]

    def __str__(self):
        return f"{self.newsletter}, {self.follower}"
