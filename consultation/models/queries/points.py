"""The questions that are asked of points: which count, who may read them, how far their answers are."""

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.search import TrigramSimilarity
from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Prefetch, Q, Subquery, Value, When
from django.utils import timezone

from consultation.models.answering.answer import Answer, AnswerStage
from consultation.models.endorsement import Endorsement
from consultation.models.letter_choices import Sharing
from consultation.models.queries.letters import counts, is_public
from consultation.models.sender_kind import GOVERNMENTS, SenderKind
from partners.models import Mandate


class PointQuerySet(models.QuerySet):
    def counted(self):
        """Those of letters that count; a point that was split counts by its parts."""
        return self.filter(counts("letter__")).unsplit()

    def public(self, at=None):
        """Those that everyone may read at the moment `at`, now without."""
        return self.filter(is_public("letter__", at)).unsplit()

    def unsplit(self):
        """Those that the secretariat did not split into parts.

        Asked so that PostgreSQL knows that these are nearly all: with `parts=None` it expects one, and looks up the
        letter of each in turn.
        """
        return self.filter(~Exists(self.model.objects.filter(part_of=OuterRef("pk"))))

    def whole(self):
        """Those that were sent so, without the parts into which the secretariat split them."""
        return self.filter(part_of=None)

    def equal_to(self, points):
        """`points` themselves, and all that are marked as equal to them."""
        said = self.model.objects.filter(pk__in=[point.pk for point in points]).values_list("pk", "same_as")
        leads = {same_as or pk for pk, same_as in said}
        return self.filter(Q(pk__in=leads) | Q(same_as__in=leads))

    def to_answer(self):
        """With what decides whether an answer may be given, in two queries: `is_counted`, `stage`, letter, answers."""
        counted = self.model.objects.counted().filter(pk=OuterRef("pk"))
        found = self.with_stage().annotate(is_counted=Exists(counted))
        return found.select_related("letter").prefetch_related("answers")

    def with_stage(self, at=None):
        """Adds `stage`, a AnswerStage: how far the answer to each is at the moment `at`, now without.

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
                    then=Value(AnswerStage.ANSWERED),
                ),
                When(Exists(answers.filter(published_at__gt=at)), then=Value(AnswerStage.PLANNED)),
                When(
                    Exists(answers.filter(published_at=None, reviewed_at__isnull=False)),
                    then=Value(AnswerStage.REVIEWED),
                ),
                When(Exists(answers.filter(published_at=None)), then=Value(AnswerStage.DRAFTED)),
                When(reopening__isnull=False, then=Value(AnswerStage.REOPENED)),
                default=Value(AnswerStage.OPEN),
                output_field=models.CharField(),
            )
        )

    def unanswered(self, at=None):
        """Those that still need an answer on the site."""
        return self.counted().with_stage(at).not_answered(at)

    def not_answered(self, at=None):
        """Those of a queryset `with_stage` that still need an answer on the site.

        Most are answered and were never opened again: the database puts these aside all at once, and works out the
        stage of what is left.
        """
        answered = Answer.points.through.objects.filter(answer__in=Answer.objects.published(at)).values("point")
        return self.filter(~Q(pk__in=answered) | Q(reopening__isnull=False)).exclude(stage=AnswerStage.ANSWERED)

    def similar_to(self, point):
        """Others in the same consultation that say nearly the same; adds `similarity`, from 0 to 1, the nearest first.

        Leaves out what was already marked as equal, and the parts and the whole of a split point.
        """
        return (
            self.counted()
            .filter(letter__consultation=point.letter.consultation_id, text__trigram_similar=point.text)
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
        if letter.sender_kind not in (SenderKind.PARTY_GROUP, SenderKind.COUNCIL):
            return self.none()
        found = self.counted().filter(letter__consultation=letter.consultation_id, letter__body=letter.body_id)
        if letter.sender_kind == SenderKind.PARTY_GROUP:
            members = letter.group.values("user")
            found = found.filter(letter__sender_kind=SenderKind.PERSONAL, letter__author__in=members)
        else:
            found = found.filter(letter__sender_kind__in=[SenderKind.PERSONAL, SenderKind.PARTY_GROUP])
        held = self.model.objects.filter(letter=letter.draft or letter, adopted_from__isnull=False)
        return found.exclude(pk__in=held.values("adopted_from"))

    def shared_with(self, user):
        """The points that other bodies share with `user`; none to those who act for no council or executive."""
        mandates = Mandate.objects.held().filter(user=user)
        found = self.counted().filter(letter__sharing__in=[Sharing.COUNCILS, Sharing.PUBLIC])
        found = found.exclude(letter__body__in=mandates.values("body"))
        return found if user.is_staff else found.filter(models.Exists(mandates.filter(body__kind__in=GOVERNMENTS)))

    def with_hands(self):
        """With who wrote each and who changed it last."""
        return self.select_related("author", "changed_by")

    def with_rungs(self):
        """With the points below it that each was adopted from."""
        return self.select_related("adopted_from__letter__body", "adopted_from__adopted_from__letter__body")

    def with_joins(self):
        """Adds in whose name bodies joined each, as lists: `sender_kinds` its words of now, `earlier_kinds` before."""
        joined = Endorsement.objects.filter(point=OuterRef("pk")).order_by()
        return self.annotate(
            sender_kinds=ArraySubquery(joined.filter(overtaken_at=None).values("sender_kind")),
            earlier_kinds=ArraySubquery(joined.exclude(overtaken_at=None).values("sender_kind")),
        )

    def with_subject(self):
        """With what each is about, in the order of the agenda; the answers to questions come last."""
        return self.select_related("wording__element", "question").order_by(
            F("wording__element__position").asc(nulls_last=True), "question__position", "pk"
        )
