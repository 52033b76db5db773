"""What a person or body sends in: a letter of points, in one capacity."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from consultation.models.consultation import Consultation
from consultation.models.letter_choices import STANDING, UNSENT, Channel, LetterState, Sharing
from consultation.models.queries.letters import LetterQuerySet
from consultation.models.sender_kind import (
    CONFIRMED_BY,
    SHARED,
    SenderKind,
    confirmers,
    names_its_party_group,
    writers,
)
from consultation.models.table import DiscussionTable
from partners.ground.constraints import known
from partners.ground.models import StoredFile
from partners.ground.templatetags.dutch import day
from partners.ground.texts import PAGE, WHOLE_LETTER
from partners.models import Body


class Letter(models.Model):
    """A letter of points in one capacity. It is a draft on the server from the first word.

    What was sent stays as it was sent: changes to it are made in a copy, its `revision`, which takes its place
    when it is sent in turn. What was thrown away is set aside for a while, so that it can be brought back. What was
    said in the name of a body stays; `author`, who typed it, is personal data and can be erased.
    """

    consultation = models.ForeignKey(
        Consultation, verbose_name="consultatie", on_delete=models.PROTECT, related_name="letters"
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="getypt door",
        on_delete=models.SET_NULL,
        null=True,
        related_name="letters",
    )
    revises = models.OneToOneField(
        "self",
        verbose_name="wijzigt",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="revision",
        help_text="De verstuurde reactie waarvan dit de nog niet verstuurde wijziging is.",
    )
    set_aside_from = models.ForeignKey(
        "self",
        verbose_name="opzij gezet bij",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        editable=False,
        related_name="set_aside",
        help_text="De verstuurde reactie waarvan dit een wijziging was, die iemand verwijderde.",
    )
    body = models.ForeignKey(
        Body,
        verbose_name="orgaan",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="letters",
        help_text="Leeg bij een tafel.",
    )
    table = models.OneToOneField(
        DiscussionTable,
        verbose_name="tafel",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="letter",
    )
    sender_kind = models.CharField("namens", max_length=12, choices=SenderKind)
    capacity = models.CharField("hoedanigheid", max_length=40, blank=True, help_text="Als wie de schrijver handelde.")
    party_group = models.CharField("fractie", max_length=80, blank=True)
    decided_on = models.DateField(
        "besloten op", null=True, blank=True, help_text="Verplicht namens een raad, Staten of college."
    )
    decision_url = models.URLField("besluit op internet", blank=True)
    decision_file = models.ForeignKey(
        StoredFile,
        verbose_name="besluit als bestand",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="letters",
    )
    # Nobody's words are for everyone by default: it is empty until somebody chooses.
    sharing = models.CharField("te lezen door", max_length=12, choices=Sharing, blank=True)
    # A copy, so that it says what it said when its writer is erased or married; the choice is made at sending.
    signed_name = models.CharField(
        "naam op de site",
        max_length=120,
        blank=True,
        help_text="Alleen als de afzender dat zelf koos. Leeg te maken op verzoek.",
    )
    channel = models.CharField("binnengekomen", max_length=12, choices=Channel, default=Channel.SITE)
    received_on = models.DateField(
        "ontvangen op", null=True, blank=True, help_text="Bij wat niet op de site binnenkwam."
    )
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="ingevoerd door",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="entered_letters",
    )
    # Personal data, only to let the sender check what was typed; erased with the rest.
    sender_email = models.EmailField("e-mailadres van de afzender", blank=True)
    checked_at = models.DateTimeField("nagekeken door de afzender", null=True, blank=True)
    check_remark = models.TextField("opmerking van de afzender", max_length=PAGE, blank=True)
    letter_text = models.TextField(
        "de hele brief",
        max_length=WHOLE_LETTER,
        blank=True,
        help_text="Zoals hij binnenkwam. De punten daaruit staan eronder.",
    )
    state = models.CharField("stand", max_length=12, choices=LetterState, default=LetterState.DRAFT)
    number = models.CharField("ontvangstnummer", max_length=16, unique=True, null=True, blank=True, editable=False)
    created_at = models.DateTimeField("begonnen", default=timezone.now, editable=False)
    updated_at = models.DateTimeField("opgeslagen", auto_now=True)
    sent_at = models.DateTimeField("verstuurd", null=True, blank=True, editable=False)
    withdrawn_at = models.DateTimeField("ingetrokken", null=True, blank=True, editable=False)
    set_aside_at = models.DateTimeField("opzij gezet", null=True, blank=True, editable=False)
    confirmed_at = models.DateTimeField(
        "telt mee sinds",
        null=True,
        blank=True,
        editable=False,
        help_text="Namens een raad of college: als de griffier of secretaris bevestigt. Van een tafel: na controle.",
    )
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="bevestigd door",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="confirmed_letters",
    )
    # Emptied when it is sent anew; only a letter that waits can be sent back.
    returned_at = models.DateTimeField("teruggestuurd door de griffier of secretaris", null=True, blank=True)
    return_remark = models.TextField("waarom teruggestuurd", max_length=PAGE, blank=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        verbose_name = "reactie"
        verbose_name_plural = "reacties"
        ordering = ["-updated_at"]
        constraints = [
            known("sender_kind", SenderKind, model="letter"),
            known("state", LetterState, model="letter"),
            models.CheckConstraint(
                condition=Q(sharing__in=Sharing.values) | Q(sharing="", number__isnull=True),
                name="what_was_sent_says_who_may_read_it",
                violation_error_message="Kies wie deze reactie mag lezen.",
            ),
            known("channel", Channel, model="letter"),
            names_its_party_group(model="letter"),
            models.UniqueConstraint(
                fields=["consultation", "author", "body", "sender_kind"],
                condition=Q(state__in=STANDING) & Q(revises__isnull=True) & ~Q(sender_kind__in=[*SHARED]),
                name="one_letter_per_author_and_capacity",
                violation_error_message="U hebt in deze hoedanigheid al een reactie.",
            ),
            models.UniqueConstraint(
                fields=["consultation", "body", "sender_kind", "party_group"],
                condition=Q(state__in=STANDING)
                & Q(revises__isnull=True, channel=Channel.SITE)
                & Q(sender_kind__in=[*SHARED]),
                name="a_group_writes_one_letter",
                violation_error_message="Uw groep heeft al een reactie.",
            ),
            models.CheckConstraint(
                condition=Q(sender_kind=SenderKind.TABLE, table__isnull=False, body__isnull=True)
                | (~Q(sender_kind=SenderKind.TABLE) & Q(table__isnull=True, body__isnull=False)),
                name="a_letter_is_of_a_body_or_a_table",
                violation_error_message="Een reactie komt van een orgaan of van een tafel.",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_at__isnull=True) | ~Q(state__in=UNSENT),
                name="only_what_was_sent_is_confirmed",
                violation_error_message="Alleen wat is verstuurd, kan worden bevestigd.",
            ),
            models.CheckConstraint(
                condition=Q(returned_at__isnull=True) | Q(confirmed_at__isnull=True),
                name="what_was_sent_back_does_not_count",
                violation_error_message="Een teruggestuurde reactie telt niet mee.",
            ),
            models.CheckConstraint(
                condition=Q(revises__isnull=True) | Q(state=LetterState.DRAFT),
                name="only_a_draft_revises",
                violation_error_message="Alleen een concept kan een wijziging zijn.",
            ),
            models.CheckConstraint(
                condition=Q(state__in=UNSENT, number__isnull=True, sent_at__isnull=True)
                | (~Q(state__in=UNSENT) & Q(number__isnull=False, sent_at__isnull=False)),
                name="what_was_sent_has_a_number",
                violation_error_message="Een verstuurde reactie heeft een ontvangstnummer.",
            ),
            models.CheckConstraint(
                condition=Q(state=LetterState.SET_ASIDE, set_aside_at__isnull=False)
                | (~Q(state=LetterState.SET_ASIDE) & Q(set_aside_at__isnull=True, set_aside_from__isnull=True)),
                name="what_is_set_aside_says_since_when",
                violation_error_message="Wat opzij is gezet, zegt sinds wanneer.",
            ),
            models.CheckConstraint(
                condition=Q(state__in=UNSENT) | ~Q(sender_kind__in=[*CONFIRMED_BY]) | Q(decided_on__isnull=False),
                name="a_council_says_when_it_decided",
                violation_error_message="Vul in op welke dag het orgaan dit besloot.",
            ),
        ]

    def __str__(self):
        return self.number or f"concept van {timezone.localdate(self.created_at):%d-%m-%Y}"

    def get_absolute_url(self):
        return reverse("consultation:letter", args=[self.pk])

    @property
    def sender(self):
        """In whose name, as everyone may read it: body and sender_kind, never the person."""
        if self.sender_kind == SenderKind.PERSONAL:
            return f"een {self.capacity}, {self.body}"
        if self.sender_kind == SenderKind.PARTY_GROUP:
            return f"fractie {self.party_group}, {self.body}"
        if self.sender_kind == SenderKind.PARTNER:
            return str(self.body.partner)
        return str(self.table or self.body)

    @property
    def received(self):
        """The day on which it came in: as the secretariat typed it, or when it was sent on the site."""
        return self.received_on or timezone.localdate(self.sent_at)

    @property
    def signature(self):
        """Whose name everyone may read below it, and the day on which it came in: 'J. Jansen, 3 januari 2023'."""
        return f"{self.signed_name}, {day(self.received)}" if self.signed_name else day(self.received)

    @property
    def not_public(self):
        """'niet openbaar' of what its sender did not share with everyone; else ""."""
        return "" if self.sharing == Sharing.PUBLIC else "niet openbaar"

    @property
    def in_name_of(self):
        """The same to its author, inside a sentence: 'als raadslid van de gemeenteraad van Zwolle'."""
        if self.table:
            return f"aan {self.table}"
        return SenderKind(self.sender_kind).in_name_of(
            body=self.body, capacity=self.capacity, party_group=self.party_group
        )

    @property
    def draft(self):
        """What is not sent yet: this letter itself, the changes to it, or None."""
        if self.state == LetterState.DRAFT:
            return self
        return getattr(self, "revision", None)

    @property
    def original(self):
        """The letter that this is, or that this changes; its number and its address stay the same."""
        return self.revises or self

    @property
    def first_sent_at(self):
        """When it was first sent, if what counts now is a change of that; else None. One query."""
        moments = list(self.submissions.order_by("sequence").values_list("sent_at", flat=True)[:2])
        return moments[0] if len(moments) > 1 else None

    @property
    def group(self):
        """The mandates with which people may write in this letter today; without those of a letter of one person."""
        return writers(body=self.body_id, sender_kind=self.sender_kind, party_group=self.party_group)

    @property
    def confirmers(self):
        """The mandates of those who may say today that the body decided this."""
        return confirmers(body=self.body_id, sender_kind=self.sender_kind)

    @property
    def confirming_capacity(self):
        """As what one says that the body decided this: 'griffier' or 'secretaris'; "" where nobody has to."""
        return CONFIRMED_BY[self.sender_kind].label if self.asks_for_decision else ""

    @property
    def is_shared(self):
        """Whether a group writes it together."""
        return SenderKind(self.sender_kind).is_shared

    @property
    def body_in_sentence(self):
        """The body with its article."""
        return self.body.in_sentence

    @property
    def waits(self):
        """Whether it was sent and does not count yet, for its griffier or secretary has not said anything."""
        return self.state == LetterState.SENT and not self.confirmed_at and not self.returned_at

    @property
    def asks_for_decision(self):
        """Whether it must say on which day the body decided this."""
        return SenderKind(self.sender_kind).follows_a_decision

    @property
    def deadline(self):
        """A sentence with until when it can be sent, to those who write it."""
        return self.consultation.deadline_in_time if self.can_change() else self.consultation.deadline

    @property
    def as_read(self):
        """A text that differs whenever what would be sent of it differs, or was sent. A query once that was sent."""
        return self.draft.updated_at.isoformat() if self.draft else f"verstuurd-{self.submissions.count()}"

    @property
    def can_begin_changes(self):
        """Whether what was sent can be changed now, and nobody began to."""
        return self.state == LetterState.SENT and self.draft is None and self.consultation.is_open()

    def can_change(self, at=None):
        """Whether it may still be written and sent at the moment `at`, now without."""
        draft = self.draft or self
        return self.state in STANDING and self.consultation.accepts(started_at=draft.created_at, at=at)


class EnteredLetter(Letter):
    """A letter, mail, call or talk at a table as the secretariat sees it: typed in here, or reported at a table."""

    class Meta:
        proxy = True
        verbose_name = "ingevoerde reactie"
        verbose_name_plural = "ingevoerde reacties"
