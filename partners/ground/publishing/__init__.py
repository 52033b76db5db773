"""Nothing is public when it is first saved: a thing is a concept until somebody makes it public, now or from a moment.

Whether it is on the site follows from two moments at each request; nothing flips a state. Parts, such as the steps of
a consultation, have no moments of their own: they are on the site with what they belong to and what they name.
"""

from django.db import models
from django.db.models import F, Q
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from partners.ground.state.prepared_rows import PreparedRows
from partners.ground.templatetags.dutch import listed, moment

ENDS_LATER = "Het einde ligt niet na het begin. Kies een later moment."


class PublicState(models.TextChoices):
    """Where a thing stands at a moment."""

    CONCEPT = "concept", "concept"
    PLANNED = "gepland", "gepland"
    PUBLIC = "openbaar", "openbaar"
    ENDED = "voorbij", "niet meer openbaar"


class NoLongerPublic(Http404):
    """What is asked for was on the site once, and is no longer."""


def is_public(model, path="", *, at=None, along=None):
    """The condition that a row of `model`, reached along `path`, is on the site at the moment `at`, now without.

    `along` are the relations of `model` that are looked at, where the others are known to lead to what is on the site;
    without, all in its `follows`.
    """
    at = at or timezone.now()
    shown = within(path, at) if issubclass(model, Publishable) else Q()
    for name in model.follows if along is None else along:
        field = model._meta.get_field(name)
        step = f"{path}{name}"
        there = field.related_model
        # A row of the same kind follows nothing that this one does not follow itself.
        followed = within(f"{step}__", at) if there is model else is_public(there, f"{step}__", at=at)
        shown &= (followed | Q(**{f"{step}__isnull": True})) if field.null else followed
    return shown


def within(path, at):
    """The condition that the two moments of what is reached along `path` are before and after `at`."""
    goes_on = Q(**{f"{path}public_until__isnull": True}) | Q(**{f"{path}public_until__gt": at})
    return Q(**{f"{path}public_from__lte": at}) & goes_on


def ends_after_it_is_public(*, model):
    """Refuses an end without a begin, or before it."""
    return models.CheckConstraint(
        condition=Q(public_until__isnull=True) | Q(public_until__gt=F("public_from"), public_from__isnull=False),
        name=f"{model}_is_public_before_it_ends",
        violation_error_message=ENDS_LATER,
    )


class PublicQuerySet(models.QuerySet):
    """Questions about what is on the site, of things and of their parts alike."""

    def public(self, *, at=None, along=None):
        """Those that everyone may read at the moment `at`, now without; `along` as for `is_public`."""
        return self.filter(is_public(self.model, at=at, along=along))


class Publishable(models.Model):
    """A thing that is on the site from one moment until another; a concept as long as it has no first moment.

    `follows` are its relations to what must be on the site too. What was on the site never is a concept again: the
    database refuses that, so that an address that was public once always leads to a page or to an explanation. Where
    others write on it, such as letters on a consultation, its end cannot be planned (`ends_at_once`). What is
    `only_whole` stays a concept as long as it `lacks` anything.
    """

    follows = ()
    ends_at_once = False
    only_whole = False

    public_from = models.DateTimeField("openbaar vanaf", null=True, blank=True, editable=False)
    public_until = models.DateTimeField("openbaar tot", null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    def public_state(self, at=None):
        """The PublicState by its own two moments, at the moment `at`, now without."""
        at = at or timezone.now()
        if self.public_from is None:
            return PublicState.CONCEPT
        if self.public_from > at:
            return PublicState.PLANNED
        return PublicState.ENDED if self.public_until and self.public_until <= at else PublicState.PUBLIC

    @property
    def is_public_now(self):
        """Whether it is on the site by its own two moments."""
        return self.public_state() == PublicState.PUBLIC

    @property
    def public_in_words(self):
        """'concept', 'openbaar vanaf 3 maart 2027, 9.00 uur', 'openbaar', or since when no longer."""
        state = self.public_state()
        if state == PublicState.PLANNED:
            return f"openbaar vanaf {moment(self.public_from)}"
        if state == PublicState.ENDED:
            return f"niet meer openbaar sinds {moment(self.public_until)}"
        until = f" tot {moment(self.public_until)}" if self.public_until else ""
        return f"{state.label}{until}"

    @property
    def awaited(self):
        """What must be on the site too, and is not; a query each."""
        things = [getattr(self, name) for name in self.follows]
        return [thing for thing in things if thing and (not thing.is_public_now or thing.awaited)]

    @property
    def can_be_read(self):
        """Whether everyone can read it now."""
        return self.is_public_now and not self.awaited

    @property
    def concept_sentence(self):
        """Why it is not on the site, in a sentence."""
        if self.is_public_now:
            return f"Het staat op de site zodra ook dit openbaar is: {listed(self.awaited)}."
        return "Dit is een concept." if self.public_from is None else f"Dit is {self.public_in_words}."

    @property
    def publishing_words(self):
        """What the secretariat does about that."""
        return "Maak openbaar" if self.public_state() == PublicState.CONCEPT else "Wijzig wanneer het openbaar is"

    @property
    def publishing_path(self):
        """Where the secretariat makes it public, or takes it off the site."""
        return reverse(f"admin:{self._meta.app_label}_{self._meta.model_name}_make_public", args=[self.pk])

    def was_public(self, at=None):
        """Whether everyone could read it at some time up to the moment `at`, now without."""
        at = at or timezone.now()
        begun = self.public_from is not None and self.public_from <= at
        return begun and all(thing.was_public(at) for name in self.follows if (thing := getattr(self, name)))

    def lacks(self):
        """What a reader would miss, in sentences; what the page before publishing reminds of."""
        return []

    def holds_back(self):
        """Those of what it `lacks` without which it does not go on the site."""
        return self.lacks() if self.only_whole and self.public_state() == PublicState.CONCEPT else []


def lacking(*found):
    """The sentences of the pairs (is lacking, sentence) in `found` that are so."""
    return [sentence for is_lacking, sentence in found if is_lacking]


def shown_to(request, found, **lookup):
    """The one of `found` with that `lookup`, as far as the visitor may see it; one query when it is on the site.

    The secretariat sees what is not, and so does who has a link to just that (`previewing.py`): the page then has a bar
    that says so. Raises Http404, and NoLongerPublic for what was on the site once.
    """
    return found.public().filter(**lookup).first() or hidden_from_most(request, found, **lookup)


class AtAddress:
    """Finds the one of `question()`, a queryset, at an address, as `shown_to` does, by SQL that is made once."""

    def __init__(self, question):
        self.question = question
        self.public = PreparedRows(lambda slug: question().public().filter(slug=slug)[:1])

    def shown_to(self, request, slug):
        return self.public.first(slug) or hidden_from_most(request, self.question(), slug=slug)


def hidden_from_most(request, found, **lookup):
    """As `shown_to`, of what is not on the site."""
    row = found.filter(**lookup).first()
    if row is None:
        raise Http404("Dit is er niet.")
    return let_in(request, row)


def let_in(request, row):
    """As `shown_to`, of a `row` that is not on the site."""
    if previewed_by(request, type(row)) == row:
        return row
    if request.user.is_staff:
        request.concept = row
        return row
    if row.was_public():
        raise NoLongerPublic("Dit staat niet meer op de site.")
    raise Http404("Dit is er niet.")


def previewed_by(request, model):
    """The row of `model` of which `request` came with a link to its page, or None."""
    link = getattr(request, "previewed", None)
    return link.thing if link and isinstance(link.thing, model) else None
