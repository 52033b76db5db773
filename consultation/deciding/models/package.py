"""What one body gets of a dossier, frozen as one file, and the log of who got which version of it."""

from django.conf import settings
from django.db import models
from django.db.models import Min, Prefetch, Q
from django.urls import reverse
from django.utils import timezone

from consultation.deciding.models.paper import PaperVersion
from partners.ground.constraints import known
from partners.ground.models import Mail, MailState, StoredFile
from partners.ground.publishing import PublicQuerySet
from partners.ground.templatetags.dutch import day, listed
from partners.models import Body, Mandate

# What became of a mail that nobody got.
NOT_ARRIVED = (MailState.FAILED, MailState.EXPIRED)
NOT_WHOLE = "Een pakket is gemaakt of nog niet: bestand, controlegetal en moment horen bij elkaar."


class PackageQuerySet(PublicQuerySet):
    def made(self):
        """Those of which the file is there."""
        return self.exclude(file=None)

    def to_make(self):
        """What was asked for and not made yet; what could not be made waits until it is asked for again."""
        return self.filter(file=None, trouble="")

    def newest(self):
        """Of each track the last that was made."""
        return self.made().order_by("track_id", "-number").distinct("track_id")

    def delivered(self):
        """Those that somebody got, the last at the front, with when the first got it and the papers in it."""
        papers = PaperVersion.objects.select_related("paper").order_by("paper__position", "paper")
        came = ~Q(deliveries__mail__state__in=NOT_ARRIVED)
        found = self.made().defer("content").annotate(first_delivered_at=Min("deliveries__delivered_at", filter=came))
        return found.exclude(first_delivered_at=None).order_by("-number").prefetch_related(Prefetch("papers", papers))

    def with_log(self):
        """The last at the front, each with all its deliveries, and to whom they were."""
        deliveries = Delivery.objects.select_related("user", "mail").order_by("delivered_at", "pk")
        return self.order_by("-number").prefetch_related(Prefetch("deliveries", deliveries))

    def received_by(self, user):
        """Those of the bodies whose meetings `user` prepares today; none for who has not signed in."""
        return self.received_by_key(user.pk) if user.is_authenticated else self.none()

    def received_by_key(self, key):
        """The same of the user with this key."""
        prepares = Mandate.objects.receiving(Body.objects.all()).filter(user=key)
        return self.filter(track__body__in=prepares.values("body"))

    def readable_by(self, user):
        """The same while they are on the site, and for the secretariat all."""
        return self.all() if user.is_staff else self.public().received_by(user)


class Package(models.Model):
    """All that one body gets of a dossier, as one file. Once made it never changes; what is different is the next.

    It is asked for by its row; the worker makes the file, or says in `trouble` why it cannot. `content` is what the
    proposal and the summary say, as (heading, text), so that two versions can be laid side by side; `digest` is the
    hash of that and of the papers. One that `goes_to_earlier` is mailed as soon as it is made to the bodies that had
    one before.
    """

    follows = ("track",)

    track = models.ForeignKey("Track", verbose_name="besluitspoor", on_delete=models.CASCADE, related_name="packages")
    number = models.PositiveSmallIntegerField("versie")
    asked_at = models.DateTimeField("gevraagd op", default=timezone.now)
    goes_to_earlier = models.BooleanField("gaat naar wie er al een had", default=False)
    made_at = models.DateTimeField("vastgelegd op", null=True, blank=True)
    file = models.ForeignKey(
        StoredFile, verbose_name="bestand", on_delete=models.PROTECT, null=True, blank=True, related_name="packages"
    )
    digest = models.CharField("controlegetal van de inhoud", max_length=64, blank=True)
    content = models.JSONField("inhoud", default=list, blank=True)
    papers = models.ManyToManyField(PaperVersion, verbose_name="stukken", related_name="packages", blank=True)
    trouble = models.CharField("waarom niet gemaakt", max_length=200, blank=True)

    objects = PackageQuerySet.as_manager()

    class Meta:
        verbose_name = "pakket"
        verbose_name_plural = "pakketten"
        ordering = ["track", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["track", "number"], name="packages_of_a_track_are_counted"),
            models.UniqueConstraint(
                fields=["track"], condition=Q(file__isnull=True), name="one_package_of_a_track_is_being_made"
            ),
            models.CheckConstraint(condition=Q(number__gte=1), name="package_counts_from_1"),
            models.CheckConstraint(
                condition=Q(file__isnull=True, made_at__isnull=True, digest="")
                | (Q(file__isnull=False, made_at__isnull=False, trouble="") & ~Q(digest="")),
                name="a_package_is_made_or_not",
                violation_error_message=NOT_WHOLE,
            ),
        ]

    def __str__(self):
        return f"pakket voor {self.track.body}, versie {self.number}"

    def get_absolute_url(self):
        """Where who prepares the meetings of the body has it with an account."""
        return reverse("deciding:package_of_body", args=[self.track.dossier.slug, self.track.body_id])

    @property
    def file_name(self):
        """Under which name one saves it; of an example it says so."""
        dossier, body = self.track.dossier, self.track.body
        name = f"pakket-{dossier.slug}-{body.slug.replace('/', '-')}-versie-{self.number}.zip"
        return f"voorbeeld-{name}" if dossier.is_example and "voorbeeld" not in name else name

    @property
    def told(self):
        """Of one that is `delivered`: when the body got which version, and which papers are in it, as a sentence."""
        papers = listed([f"{one.paper.title} (versie {one.number})" for one in self.papers.all()])
        beside = f", met {papers}" if papers else ""
        return f"Kreeg op {day(self.first_delivered_at)} versie {self.number} van het pakket{beside}."


class DeliveryWay(models.TextChoices):
    """How a package came to somebody."""

    MAIL = "mail", "per mail, met een link"
    ACCOUNT = "account", "opgehaald met een account"
    DESK = "bureau", "afgegeven door het regiobureau"


class DeliveryQuerySet(models.QuerySet):
    def with_package(self):
        """With all that its page names: one query."""
        return self.select_related("package__file", "package__track__dossier", "package__track__body__partner")


class Delivery(models.Model):
    """That one version of a package came to one person, or was handed over by the secretariat.

    That it was taken and that it was received are two things, and each is said by whoever got it, with a button: that
    an address was only opened says nothing, for the scanners of mail programs do that too.
    """

    package = models.ForeignKey(Package, verbose_name="pakket", on_delete=models.CASCADE, related_name="deliveries")
    way = models.CharField("hoe", max_length=8, choices=DeliveryWay)
    # Personal data: who it was goes with the account, that the body got it stays.
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="aan wie",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="package_deliveries",
    )
    note = models.CharField("aan wie en hoe", max_length=200, blank=True)
    mail = models.ForeignKey(
        Mail, verbose_name="mail", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    delivered_at = models.DateTimeField("geleverd op", default=timezone.now)
    opened_at = models.DateTimeField("opgehaald op", null=True, blank=True)
    confirmed_at = models.DateTimeField("ontvangst bevestigd op", null=True, blank=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = "aflevering van een pakket"
        verbose_name_plural = "afleveringen van pakketten"
        ordering = ["package", "delivered_at", "pk"]
        constraints = [
            known("way", DeliveryWay, model="delivery"),
            models.UniqueConstraint(
                fields=["package", "user"],
                condition=Q(user__isnull=False),
                name="one_delivery_of_a_package_to_a_person",
            ),
            models.CheckConstraint(
                condition=~Q(way=DeliveryWay.DESK) | ~Q(note=""), name="what_is_handed_over_says_to_whom"
            ),
        ]

    def __str__(self):
        return f"{self.package}, {self.get_way_display()}"

    @property
    def receiver(self):
        """To whom it was, in words."""
        if self.way == DeliveryWay.DESK:
            return self.note
        return str(self.user) if self.user else "iemand die is gewist"

    @property
    def is_lost(self):
        """Whether it was mailed, and the mail server never took that."""
        return self.mail is not None and self.mail.state in NOT_ARRIVED

    @property
    def course(self):
        """What became of it, in words: 'geleverd op 3 mei 2027, opgehaald op 4 mei 2027'."""
        said = [
            ("de mail is niet aangekomen, gestuurd op" if self.is_lost else "geleverd op", self.delivered_at),
            ("opgehaald op", self.opened_at),
            ("ontvangst bevestigd op", self.confirmed_at),
        ]
        return ", ".join(f"{what} {day(at)}" for what, at in said if at)
