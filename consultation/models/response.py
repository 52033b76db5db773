"""What a person or body sends in."""

from collections import Counter
from hashlib import blake2s

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import TrigramSimilarity
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Prefetch, Q, Subquery, Value, When
from django.urls import reverse
from django.utils import timezone

from agenda import differences
from agenda.models import Wording
from consultation.models.answer import Answer, Stage
from consultation.models.consultation import Consultation, Question
from consultation.models.table import Table
from partners.constraints import known
from partners.models import ASSEMBLIES, Body, BodyKind, Capacity, Mandate

# Some eight pages of text; the form says so, and nothing is ever cut.
POINT_LENGTH = 20_000


ARTICLE = {BodyKind.COUNCIL: "de ", BodyKind.EXECUTIVE: "het ", BodyKind.BOARD: "het "}


class Level(models.TextChoices):
    """In whose name a reaction is sent. Counts are shown per level and never added up."""

    PERSONAL = "persoonlijk", "persoonlijk"
    PARTY_GROUP = "fractie", "namens de fractie"
    COUNCIL = "raad", "namens de raad of Staten"
    EXECUTIVE = "college", "namens het college of Gedeputeerde Staten"
    PARTNER = "organisatie", "namens de organisatie"
    TABLE = "tafel", "aan een tafel"

    @property
    def is_shared(self):
        """Whether those who may react in this name write one letter together."""
        return self in SHARED

    @property
    def follows_a_decision(self):
        """Whether the body must have decided before its reaction can be sent, and somebody confirms that it did."""
        return self in CONFIRMED_BY

    def is_open_to(self, mandate):
        """Whether one may write in this name with `mandate`; whether it is in force today is not asked."""
        capacities, kinds = WRITTEN_BY.get(self, ((), ()))
        in_group = self != Level.PARTY_GROUP or mandate.party_group
        return bool(mandate.capacity in capacities and mandate.body.kind in kinds and in_group)

    def in_name_of(self, *, body, capacity, party_group):
        """In whose name, inside a sentence: 'als raadslid van de gemeenteraad van Zwolle'."""
        whole = f"{ARTICLE.get(body.kind, '')}{body}"
        if self == Level.PERSONAL:
            return f"als {capacity} van {whole}"
        if self == Level.PARTY_GROUP:
            return f"namens de fractie {party_group} in {whole}"
        if self == Level.PARTNER:
            return f"namens de organisatie {body.partner}"
        return f"namens {whole}"


MEMBERS = (Capacity.COUNCILLOR, Capacity.STATES_MEMBER)
EXECUTIVES = (BodyKind.EXECUTIVE, BodyKind.DEPUTIES)
# In which capacity, and in which kind of body, one writes in which name.
WRITTEN_BY = {
    Level.PERSONAL: (MEMBERS, ASSEMBLIES),
    Level.PARTY_GROUP: (MEMBERS, ASSEMBLIES),
    Level.COUNCIL: ((*MEMBERS, Capacity.CLERK, Capacity.OFFICER), ASSEMBLIES),
    Level.EXECUTIVE: ((Capacity.EXECUTIVE, Capacity.SECRETARY, Capacity.OFFICER), EXECUTIVES),
    Level.PARTNER: ((Capacity.EXECUTIVE, Capacity.SECRETARY, Capacity.OFFICER), (BodyKind.BOARD,)),
}
# Who says that the body decided this, before a letter in its name counts.
CONFIRMED_BY = {Level.COUNCIL: Capacity.CLERK, Level.EXECUTIVE: Capacity.SECRETARY}
SHARED = (Level.PARTY_GROUP, Level.COUNCIL, Level.EXECUTIVE)


class ResponseState(models.TextChoices):
    """A draft is private; what was sent is a record."""

    DRAFT = "concept", "concept"
    SENT = "verstuurd", "verstuurd"
    WITHDRAWN = "ingetrokken", "ingetrokken"


class Sharing(models.TextChoices):
    """Who may read what was sent, besides its sender and the secretariat."""

    OWN = "eigen-raad", "alleen mijn eigen raad of organisatie"
    COUNCILS = "alle-raden", "alle raden en Staten"
    PUBLIC = "openbaar", "iedereen"


class Channel(models.TextChoices):
    """How it came in. All but the site is typed in by the secretariat, or by who reports for a table."""

    SITE = "site", "op de site"
    LETTER = "brief", "per brief"
    MAIL = "mail", "per e-mail"
    CALL = "telefoon", "telefonisch"
    TABLE = "tafel", "aan een tafel"


def in_a_group_of(user):
    """The condition that a letter is one that `user` writes together with others today."""
    held = Mandate.objects.held().filter(user=user, body=OuterRef("body"))
    found = Q(pk__in=[])
    for level in SHARED:
        capacities, kinds = WRITTEN_BY[level]
        mine = held.filter(capacity__in=capacities, body__kind__in=kinds)
        if level == Level.PARTY_GROUP:
            mine = mine.filter(party_group=OuterRef("party_group")).exclude(party_group="")
        found |= Q(level=level) & models.Exists(mine)
    return found & Q(channel=Channel.SITE)


class ResponseQuerySet(models.QuerySet):
    def of(self, user):
        """The letters that `user` may work in today: their own, and those of the groups they belong to.

        Nobody else's are ever returned. Changes under way come with their letter.
        """
        return self.filter(Q(author=user) & ~Q(level__in=SHARED) | in_a_group_of(user), revises=None).select_related(
            "consultation__version__agenda", "body__partner", "table__evening", "revision"
        )

    def readable_by(self, user, at=None):
        """The letters that `user`, who may be anonymous, may read at the moment `at`, now without.

        What is not sent only those who work in it may read; of what counts, the choice of its sender says who.
        """
        public = Q(pk__in=Response.objects.public(at).values("pk"))
        if not user.is_authenticated:
            return self.filter(public, revises=None)
        counts = Q(state=ResponseState.SENT, confirmed_at__isnull=False)
        if user.is_staff:
            read = Q(state=ResponseState.SENT)
        else:
            held = Mandate.objects.held().filter(user=user)
            shared = Q(sharing__in=[Sharing.COUNCILS, Sharing.PUBLIC]) & models.Exists(held)
            read = counts & (shared | models.Exists(held.filter(body=OuterRef("body"))))
        return self.filter(public | read | Q(pk__in=Response.objects.of(user).values("pk")), revises=None)

    def waiting_for(self, user):
        """What was sent in the name of a council or executive and waits for `user`, who may confirm it."""
        held = Mandate.objects.held().filter(user=user, body=OuterRef("body"))
        asked = Q(pk__in=[])
        for level, capacity in CONFIRMED_BY.items():
            asked |= Q(level=level) & models.Exists(held.filter(capacity=capacity))
        return self.sent().filter(asked, confirmed_at=None, returned_at=None)

    def sent(self):
        return self.filter(state=ResponseState.SENT)

    def counted(self):
        """Sent and confirmed by whoever must: only these are counted, answered and shown to others."""
        return self.sent().filter(confirmed_at__isnull=False)

    def public(self, at=None):
        """What everyone may read at the moment `at`, now without: counted, shared with all, and its term over."""
        return self.counted().filter(sharing=Sharing.PUBLIC, consultation__closes_at__lte=at or timezone.now())

    def per_level(self):
        """(Level, how many) for each level that occurs. Levels are never added up: one council is not one person."""
        found = dict(self.order_by().values_list("level").annotate(models.Count("pk")))
        return [(level, found[level]) for level in Level if level in found]

    def standing(self):
        """Those that were not withdrawn."""
        return self.exclude(state=ResponseState.WITHDRAWN)

    def with_point_count(self):
        """Adds `point_count`, how many points each holds as it stands."""
        return self.annotate(point_count=models.Count("points"))


class Response(models.Model):
    """A letter of points in one capacity. It is a draft on the server from the first word.

    What was sent stays as it was sent: changes to it are made in a copy, its `revision`, which takes its place
    when it is sent in turn. What was said in the name of a body stays; `author`, who typed it, is personal data
    and can be erased.
    """

    consultation = models.ForeignKey(
        Consultation, verbose_name="consultatie", on_delete=models.PROTECT, related_name="responses"
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="getypt door",
        on_delete=models.SET_NULL,
        null=True,
        related_name="responses",
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
    body = models.ForeignKey(
        Body,
        verbose_name="orgaan",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="responses",
        help_text="Leeg bij een tafel.",
    )
    table = models.OneToOneField(
        Table,
        verbose_name="tafel",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="response",
    )
    level = models.CharField("namens", max_length=12, choices=Level)
    capacity = models.CharField("hoedanigheid", max_length=40, blank=True, help_text="Als wie de schrijver handelde.")
    party_group = models.CharField("fractie", max_length=80, blank=True)
    decided_on = models.DateField(
        "besloten op", null=True, blank=True, help_text="Verplicht namens een raad, Staten of college."
    )
    decision_url = models.URLField("besluit op internet", blank=True)
    decision_file = models.FileField("besluit als bestand", upload_to="besluiten/", blank=True)
    sharing = models.CharField("te lezen door", max_length=12, choices=Sharing, default=Sharing.PUBLIC)
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
        related_name="entered_responses",
    )
    # Personal data, only to let the sender check what was typed; erased with the rest.
    sender_email = models.EmailField("e-mailadres van de afzender", blank=True)
    checked_at = models.DateTimeField("nagekeken door de afzender", null=True, blank=True)
    check_remark = models.TextField("opmerking van de afzender", blank=True)
    letter_text = models.TextField(
        "de hele brief", blank=True, help_text="Zoals hij binnenkwam. De punten daaruit staan eronder."
    )
    state = models.CharField("stand", max_length=12, choices=ResponseState, default=ResponseState.DRAFT)
    number = models.CharField("ontvangstnummer", max_length=16, unique=True, null=True, blank=True, editable=False)
    created_at = models.DateTimeField("begonnen", default=timezone.now, editable=False)
    updated_at = models.DateTimeField("opgeslagen", auto_now=True)
    sent_at = models.DateTimeField("verstuurd", null=True, blank=True, editable=False)
    withdrawn_at = models.DateTimeField("ingetrokken", null=True, blank=True, editable=False)
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
        related_name="confirmed_responses",
    )
    # Emptied when it is sent anew; only a letter that waits can be sent back.
    returned_at = models.DateTimeField("teruggestuurd door de griffier of secretaris", null=True, blank=True)
    return_remark = models.TextField("waarom teruggestuurd", blank=True)

    objects = ResponseQuerySet.as_manager()

    class Meta:
        verbose_name = "reactie"
        verbose_name_plural = "reacties"
        ordering = ["-updated_at"]
        constraints = [
            known("level", Level, model="response"),
            known("state", ResponseState, model="response"),
            known("sharing", Sharing, model="response"),
            known("channel", Channel, model="response"),
            models.UniqueConstraint(
                fields=["consultation", "author", "body", "level"],
                condition=~Q(state=ResponseState.WITHDRAWN)
                & Q(revises__isnull=True)
                & ~Q(level__in=[Level.PARTY_GROUP, Level.COUNCIL, Level.EXECUTIVE]),
                name="one_response_per_author_and_capacity",
                violation_error_message="U hebt in deze hoedanigheid al een reactie.",
            ),
            models.UniqueConstraint(
                fields=["consultation", "body", "level", "party_group"],
                condition=~Q(state=ResponseState.WITHDRAWN)
                & Q(revises__isnull=True, channel=Channel.SITE)
                & Q(level__in=[Level.PARTY_GROUP, Level.COUNCIL, Level.EXECUTIVE]),
                name="a_group_writes_one_response",
                violation_error_message="Uw groep heeft al een reactie.",
            ),
            models.CheckConstraint(
                condition=Q(level=Level.TABLE, table__isnull=False, body__isnull=True)
                | (~Q(level=Level.TABLE) & Q(table__isnull=True, body__isnull=False)),
                name="a_response_is_of_a_body_or_a_table",
                violation_error_message="Een reactie komt van een orgaan of van een tafel.",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_at__isnull=True) | ~Q(state=ResponseState.DRAFT),
                name="only_what_was_sent_is_confirmed",
                violation_error_message="Alleen wat is verstuurd, kan worden bevestigd.",
            ),
            models.CheckConstraint(
                condition=Q(returned_at__isnull=True) | Q(confirmed_at__isnull=True),
                name="what_was_sent_back_does_not_count",
                violation_error_message="Een teruggestuurde reactie telt niet mee.",
            ),
            models.CheckConstraint(
                condition=Q(revises__isnull=True) | Q(state=ResponseState.DRAFT),
                name="only_a_draft_revises",
                violation_error_message="Alleen een concept kan een wijziging zijn.",
            ),
            models.CheckConstraint(
                condition=Q(state=ResponseState.DRAFT, number__isnull=True, sent_at__isnull=True)
                | (~Q(state=ResponseState.DRAFT) & Q(number__isnull=False, sent_at__isnull=False)),
                name="what_was_sent_has_a_number",
                violation_error_message="Een verstuurde reactie heeft een ontvangstnummer.",
            ),
            models.CheckConstraint(
                condition=Q(state=ResponseState.DRAFT)
                | ~Q(level__in=[Level.COUNCIL, Level.EXECUTIVE])
                | Q(decided_on__isnull=False),
                name="a_council_says_when_it_decided",
                violation_error_message="Vul in op welke dag het orgaan dit besloot.",
            ),
        ]

    def __str__(self):
        return self.number or f"concept van {self.created_at:%d-%m-%Y}"

    def get_absolute_url(self):
        return reverse("consultation:response", args=[self.pk])

    @property
    def sender(self):
        """In whose name, as everyone may read it: body and level, never the person."""
        if self.level == Level.PERSONAL:
            return f"een {self.capacity}, {self.body}"
        if self.level == Level.PARTY_GROUP:
            return f"fractie {self.party_group}, {self.body}"
        if self.level == Level.PARTNER:
            return str(self.body.partner)
        return str(self.table or self.body)

    @property
    def in_name_of(self):
        """The same to its author, inside a sentence: 'als raadslid van de gemeenteraad van Zwolle'."""
        if self.table:
            return f"aan {self.table}"
        return Level(self.level).in_name_of(body=self.body, capacity=self.capacity, party_group=self.party_group)

    @property
    def draft(self):
        """What is not sent yet: this letter itself, the changes to it, or None."""
        if self.state == ResponseState.DRAFT:
            return self
        return getattr(self, "revision", None)

    @property
    def letter(self):
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
        held = Mandate.objects.held().filter(body=self.body_id).select_related("user", "body")
        capacities, kinds = WRITTEN_BY.get(self.level, ((), ()))
        if not Level(self.level).is_shared:
            return held.none()
        held = held.filter(capacity__in=capacities, body__kind__in=kinds, user__is_active=True)
        return held.filter(party_group=self.party_group) if self.level == Level.PARTY_GROUP else held

    @property
    def confirmers(self):
        """The mandates of those who may say today that the body decided this."""
        held = Mandate.objects.held().filter(body=self.body_id, user__is_active=True).select_related("user")
        return held.filter(capacity=CONFIRMED_BY[self.level]) if self.asks_for_decision else held.none()

    @property
    def confirming_capacity(self):
        """As what one says that the body decided this: 'griffier' or 'secretaris'; "" where nobody has to."""
        return CONFIRMED_BY[self.level].label if self.asks_for_decision else ""

    @property
    def is_shared(self):
        """Whether a group writes it together."""
        return Level(self.level).is_shared

    @property
    def body_in_sentence(self):
        """'de gemeenteraad van Zwolle', 'Provinciale Staten van Overijssel'."""
        return f"{ARTICLE.get(self.body.kind, '')}{self.body}"

    @property
    def waits(self):
        """Whether it was sent and does not count yet, for its griffier or secretary has not said anything."""
        return self.state == ResponseState.SENT and not self.confirmed_at and not self.returned_at

    @property
    def asks_for_decision(self):
        """Whether it must say on which day the body decided this."""
        return Level(self.level).follows_a_decision

    def can_change(self, at=None):
        """Whether it may still be written and sent at the moment `at`, now without."""
        draft = self.draft or self
        return self.state != ResponseState.WITHDRAWN and self.consultation.accepts(started_at=draft.created_at, at=at)


class EnteredLetter(Response):
    """A letter, mail, call or talk at a table as the secretariat sees it: typed in here, or reported at a table."""

    class Meta:
        proxy = True
        verbose_name = "ingevoerde reactie"
        verbose_name_plural = "ingevoerde reacties"


class PointQuerySet(models.QuerySet):
    def counted(self):
        """Those of letters that count; a point that was split counts by its parts."""
        return self.filter(response__in=Response.objects.counted(), parts=None)

    def public(self, at=None):
        """Those that everyone may read at the moment `at`, now without."""
        return self.filter(response__in=Response.objects.public(at), parts=None)

    def whole(self):
        """Those that were sent so, without the parts into which the secretariat split them."""
        return self.filter(part_of=None)

    def with_stage(self, at=None):
        """Adds `stage`, a Stage: how far the answer to each is at the moment `at`, now without.

        After a point was opened again only a later answer settles it.
        """
        at = at or timezone.now()
        answers = Answer.objects.filter(points=OuterRef("pk"))
        published = answers.published(at).order_by("-published_at").values("published_at")
        return self.annotate(answered_at=Subquery(published[:1])).annotate(
            stage=Case(
                When(
                    Q(answered_at__isnull=False)
                    & (Q(reopening__isnull=True) | Q(answered_at__gt=F("reopening__made_at"))),
                    then=Value(Stage.ANSWERED),
                ),
                When(Exists(answers.filter(published_at__gt=at)), then=Value(Stage.PLANNED)),
                When(Exists(answers.filter(published_at=None, reviewed_at__isnull=False)), then=Value(Stage.REVIEWED)),
                When(Exists(answers.filter(published_at=None)), then=Value(Stage.DRAFTED)),
                When(reopening__isnull=False, then=Value(Stage.REOPENED)),
                default=Value(Stage.OPEN),
                output_field=models.CharField(),
            )
        )

    def unanswered(self, at=None):
        """Those that still need an answer on the site."""
        return self.counted().with_stage(at).exclude(stage=Stage.ANSWERED)

    def similar_to(self, point):
        """Others in the same consultation that say nearly the same; adds `similarity`, from 0 to 1, the nearest first.

        Leaves out what was already marked as equal, and the parts and the whole of a split point.
        """
        return (
            self.counted()
            .filter(response__consultation=point.response.consultation_id, text__trigram_similar=point.text)
            .exclude(pk__in=[pk for pk in (point.pk, point.part_of_id, point.same_as_id) if pk])
            .exclude(same_as=point.same_as_id or point.pk)
            .exclude(part_of=point.part_of_id or point.pk)
            .annotate(similarity=TrigramSimilarity("text", point.text))
            .order_by("-similarity", "pk")
        )

    def with_answers(self, at=None):
        """With `published_answers`, those that everyone may read at the moment `at`, the oldest first."""
        answers = Answer.objects.published(at).as_read()
        return self.prefetch_related(Prefetch("answers", answers, to_attr="published_answers"))

    def adoptable_in(self, letter):
        """The points that `letter` of a group may take over: of its members, and a council's of its groups too.

        Only what was sent and counts; without those that the draft of `letter` holds already.
        """
        if letter.level not in (Level.PARTY_GROUP, Level.COUNCIL):
            return self.none()
        found = self.counted().filter(response__consultation=letter.consultation_id, response__body=letter.body_id)
        if letter.level == Level.PARTY_GROUP:
            members = letter.group.values("user")
            found = found.filter(response__level=Level.PERSONAL, response__author__in=members)
        else:
            found = found.filter(response__level__in=[Level.PERSONAL, Level.PARTY_GROUP])
        held = Point.objects.filter(response=letter.draft or letter, adopted_from__isnull=False)
        return found.exclude(pk__in=held.values("adopted_from"))

    def shared_with(self, user):
        """The points that other bodies than those of `user` share with them; of no use to who acts for no body."""
        mandates = Mandate.objects.held().filter(user=user)
        found = self.counted().filter(response__sharing__in=[Sharing.COUNCILS, Sharing.PUBLIC])
        found = found.exclude(response__body__in=mandates.values("body"))
        return found.filter(models.Exists(mandates)) if not user.is_staff else found

    def with_rungs(self):
        """With the points below it that each was adopted from."""
        return self.select_related("adopted_from__response__body", "adopted_from__adopted_from__response__body")

    def with_subject(self):
        """With what each is about, in the order of the agenda; the answers to questions come last."""
        return self.select_related("wording__element", "question").order_by(
            F("wording__element__position").asc(nulls_last=True), "question__position", "pk"
        )


class PointKind(models.TextChoices):
    """What sort of remark it is."""

    SUPPORT = "steun", "steun"
    WISH = "wens", "wens"
    OBJECTION = "bezwaar", "bezwaar"
    QUESTION = "vraag", "vraag"
    ERROR = "fout", "fout in de tekst"


def fingerprint(*, kind="", text="", proposal=""):
    """A short text that differs when what a point says differs."""
    return blake2s("\0".join([kind, text, proposal]).encode(), digest_size=8).hexdigest()


class Point(models.Model):
    """One remark on one wording, the answer to one question of the consultation, or a remark on the whole text.

    It keeps a copy of the words it was written on, and stays with them whatever later versions say. In a draft
    it may still be unfinished; `problem` says what is missing.
    """

    response = models.ForeignKey(Response, verbose_name="reactie", on_delete=models.CASCADE, related_name="points")
    wording = models.ForeignKey(
        Wording,
        verbose_name="over de tekst",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="points",
    )
    question = models.ForeignKey(
        Question,
        verbose_name="antwoord op de vraag",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="points",
    )
    origin = models.ForeignKey(
        "self",
        verbose_name="wijzigt",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="changes",
        help_text="Het verstuurde punt waarvan dit de nog niet verstuurde wijziging is.",
    )
    quoted_text = models.TextField("tekst waarop het is geschreven", blank=True, editable=False)
    kind = models.CharField("soort", max_length=12, choices=PointKind, blank=True)
    text = models.TextField("tekst", validators=[MaxLengthValidator(POINT_LENGTH)])
    proposal = models.TextField("voorstel voor een andere tekst", blank=True)
    # The key of the form that saved it last, so that one form never makes two points, however often it is sent.
    saved_in = models.UUIDField("opgeslagen in formulier", null=True, blank=True, editable=False)
    is_minority = models.BooleanField(
        "minderheidsstandpunt", default=False, help_text="Staat naast wat de meerderheid vindt, in dezelfde reactie."
    )
    minority_of = models.CharField(
        "van wie", max_length=160, blank=True, help_text="Niet verplicht. Bijvoorbeeld: een deel van de raad."
    )
    adopted_from = models.ForeignKey(
        "self",
        verbose_name="overgenomen van",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="adoptions",
        help_text="Het punt van een lid of fractie dat hiermee is overgenomen.",
    )
    part_of = models.ForeignKey(
        "self",
        verbose_name="deel van",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="parts",
        help_text="Het punt dat het secretariaat heeft gesplitst. Dat blijft zelf heel.",
    )
    same_as = models.ForeignKey(
        "self",
        verbose_name="gelijk aan",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="equals",
        help_text="Krijgt hetzelfde antwoord als dat punt.",
    )
    themes = models.ManyToManyField("Theme", verbose_name="thema's", related_name="points", blank=True)
    handler = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="behandelaar",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="assigned_points",
    )
    handle_by = models.DateField("beantwoorden voor", null=True, blank=True)
    created_at = models.DateTimeField("gemaakt", auto_now_add=True)
    updated_at = models.DateTimeField("opgeslagen", auto_now=True)

    objects = PointQuerySet.as_manager()

    class Meta:
        verbose_name = "punt"
        verbose_name_plural = "punten"
        ordering = ["response", "pk"]
        # What makes "says nearly the same" quick among thousands of points.
        indexes = [GinIndex(fields=["text"], opclasses=["gin_trgm_ops"], name="point_text_trigrams")]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=[*PointKind.values, ""]),
                name="point_kind_is_known",
                violation_error_message="Kies een soort uit de lijst.",
            ),
            models.CheckConstraint(
                condition=(Q(wording__isnull=False, question__isnull=True) & ~Q(quoted_text=""))
                | Q(wording__isnull=True, quoted_text=""),
                name="point_is_about_a_wording_or_a_question",
                violation_error_message="Een punt gaat over een tekst, over een vraag, of over het geheel.",
            ),
            models.CheckConstraint(
                condition=Q(is_minority=True) | Q(minority_of=""),
                name="only_a_minority_is_named",
                violation_error_message="Vul dit alleen in bij een minderheidsstandpunt.",
            ),
            models.CheckConstraint(
                condition=~Q(same_as=F("id")) & ~Q(part_of=F("id")) & ~Q(adopted_from=F("id")),
                name="a_point_does_not_point_at_itself",
                violation_error_message="Kies een ander punt.",
            ),
            models.UniqueConstraint(
                fields=["response", "question"],
                condition=Q(part_of__isnull=True),
                name="one_answer_per_question_and_response",
                violation_error_message="U hebt deze vraag al beantwoord.",
            ),
            models.UniqueConstraint(
                fields=["response", "saved_in"],
                condition=Q(wording__isnull=False),
                name="one_form_makes_one_point",
                violation_error_message="Dit formulier is al opgeslagen.",
            ),
        ]

    def __str__(self):
        return f"{self.response}, {self.get_kind_display() or 'antwoord'}: {self.text[:60]}"

    def get_absolute_url(self):
        """Its lasting address in the nota van beantwoording, whatever page it stands on there."""
        return reverse("consultation:nota_point", args=[self.response.consultation.slug, self.pk])

    @property
    def reopened(self):
        """The Reopening of it, or None."""
        return getattr(self, "reopening", None)

    @property
    def answer(self):
        """The answer that holds, after `with_answers`; None while there is none on the site."""
        return self.published_answers[-1] if self.published_answers else None

    @property
    def earlier_answers(self):
        """The answers before that, the newest first."""
        return self.published_answers[-2::-1]

    @property
    def ladder(self):
        """The points of a member or group that this was adopted from and that everyone may read, lowest first."""
        below = self.adopted_from
        if below is None or below.response.sharing != Sharing.PUBLIC:
            return []
        return [*below.ladder, below]

    @property
    def about(self):
        """What it is about, with the number it had then: '1.2 Betere banen', or the question."""
        if self.wording:
            return f"{self.wording.number} {self.wording.element.name}".strip()
        return self.subject

    @property
    def endorsed(self):
        """(Level, how many joined it) for each level that occurs, never added up; from `levels` if asked for."""
        levels = getattr(self, "levels", None)
        found = Counter([one.level for one in self.endorsements.all()] if levels is None else levels)
        return [(level, found[level.value]) for level in Level if found[level.value]]

    @property
    def subject(self):
        """What it is about: 'Opgave 1.2: Toekomstbestendige arbeidsmarkt', or the question."""
        if self.wording:
            return str(self.wording.element)
        return str(self.question or "De hele tekst")

    @property
    def rungs(self):
        """The points of a member or group that this one was adopted from, the lowest first."""
        below = self.adopted_from
        return [*below.rungs, below] if below else []

    @property
    def fingerprint(self):
        """Another one for other words; that of no words for a point that does not exist."""
        return fingerprint(kind=self.kind, text=self.text, proposal=self.proposal)

    @property
    def proposed_change(self):
        """Safe HTML with what the proposal takes out of the words it was written on, and what it adds."""
        return differences.html(self.quoted_text, self.proposal)

    @property
    def problem(self):
        """What must still be done before it can be sent, as an instruction, or ""."""
        if self.wording and not self.kind:
            return "kies wat voor reactie het is"
        if not self.text:
            return "schrijf wat u wilt meegeven"
        return ""


class Submission(models.Model):
    """The state of a response each time it was sent, so that what was once sent is never lost."""

    response = models.ForeignKey(Response, verbose_name="reactie", on_delete=models.CASCADE, related_name="submissions")
    sequence = models.PositiveSmallIntegerField("keer")
    sent_at = models.DateTimeField("verstuurd")
    content = models.JSONField("inhoud", help_text="De punten zoals zij toen waren.")

    class Meta:
        verbose_name = "verzending"
        verbose_name_plural = "verzendingen"
        ordering = ["response", "-sequence"]
        constraints = [
            models.UniqueConstraint(fields=["response", "sequence"], name="submissions_are_counted"),
        ]

    def __str__(self):
        return f"{self.response}, keer {self.sequence}"


class Assent(models.Model):
    """That a member of the group agrees with what its letter says, until somebody changes the letter."""

    response = models.ForeignKey(Response, verbose_name="reactie", on_delete=models.CASCADE, related_name="assents")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="wie", on_delete=models.CASCADE, related_name="assents"
    )
    given_at = models.DateTimeField("akkoord op", default=timezone.now)

    class Meta:
        verbose_name = "akkoord"
        verbose_name_plural = "akkoorden"
        ordering = ["given_at"]
        constraints = [
            models.UniqueConstraint(fields=["response", "user"], name="one_assent_per_member_and_response"),
        ]

    def __str__(self):
        return f"{self.user}, akkoord met {self.response}"


class EndorsementQuerySet(models.QuerySet):
    def of(self, sender):
        """Those in the name of `sender`, a Sender; a group joins as one, and of other names each person does."""
        mandate = sender.mandate
        found = self.filter(body=mandate.body_id, level=sender.level, party_group=sender.party_group)
        return found if sender.level.is_shared else found.filter(author=mandate.user_id)

    def per_level(self):
        """(Level, how many) for each level that occurs, never added up."""
        found = dict(self.order_by().values_list("level").annotate(models.Count("pk")))
        return [(level, found[level]) for level in Level if level in found]


class Endorsement(models.Model):
    """That another body joins a point that was shared with it ("sluit aan")."""

    point = models.ForeignKey(Point, verbose_name="punt", on_delete=models.CASCADE, related_name="endorsements")
    body = models.ForeignKey(Body, verbose_name="orgaan", on_delete=models.PROTECT, related_name="endorsements")
    level = models.CharField("namens", max_length=12, choices=Level)
    party_group = models.CharField("fractie", max_length=80, blank=True)
    decided_on = models.DateField("besloten op", null=True, blank=True)
    decision_url = models.URLField("besluit op internet", blank=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="getypt door",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="endorsements",
    )
    made_at = models.DateTimeField("aangesloten op", default=timezone.now)

    objects = EndorsementQuerySet.as_manager()

    class Meta:
        verbose_name = "aansluiting"
        verbose_name_plural = "aansluitingen"
        ordering = ["made_at"]
        constraints = [
            known("level", Level, model="endorsement"),
            # Two people of whom the names were erased are still two.
            models.UniqueConstraint(
                fields=["point", "body", "level", "author"],
                condition=~Q(level__in=SHARED),
                name="one_endorsement_per_person_and_point",
                violation_error_message="U hebt zich hier al bij aangesloten.",
            ),
            models.UniqueConstraint(
                fields=["point", "body", "level", "party_group"],
                condition=Q(level__in=SHARED),
                name="one_endorsement_per_group_and_point",
                violation_error_message="Uw groep heeft zich hier al bij aangesloten.",
            ),
            models.CheckConstraint(
                condition=~Q(level__in=[Level.COUNCIL, Level.EXECUTIVE]) | Q(decided_on__isnull=False),
                name="an_endorsing_council_says_when_it_decided",
                violation_error_message="Vul in op welke dag het orgaan dit besloot.",
            ),
        ]

    def __str__(self):
        return f"{self.body} sluit aan bij {self.point}"

    @property
    def is_shared(self):
        """Whether a group joins as one."""
        return Level(self.level).is_shared

    @property
    def in_name_of(self):
        """Who joins: 'gemeenteraad van Zwolle', 'fractie Stadsbelang, gemeenteraad van Zwolle', never a person."""
        named = {
            Level.PERSONAL: f"een lid van {self.body}",
            Level.PARTY_GROUP: f"fractie {self.party_group}, {self.body}",
        }
        return named.get(self.level, str(self.body))
