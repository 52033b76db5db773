"""What a person wrote on each passage, to be told beside that passage."""

from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse

from consultation.models import Letter, LetterState, Point


@dataclass(frozen=True)
class Mark:
    """That somebody, or a group of theirs, wrote something: in a few words, and where that is."""

    words: str
    address: str


def marks_of(user, consultation):
    """The Marks of `user` in `consultation` by the code of the passage. Two queries."""
    letters = Letter.objects.of(user).standing().filter(consultation=consultation).values("pk")
    written = Point.objects.whole().filter(Q(letter__in=letters) | Q(letter__revises__in=letters, origin=None))
    found = {}
    for point in written.filter(wording__isnull=False).select_related("letter__revises", "wording__element"):
        found.setdefault(point.wording.element.code, []).append(mark_of(point))
    start, end = reverse("consultation:respond", args=[consultation.slug, "CODE"]).split("CODE")
    for address in user.kept_texts.filter(address__startswith=start).values_list("address", flat=True):
        code = address.removeprefix(start).removesuffix(end)
        found.setdefault(code, []).append(Mark("Uw tekst, nog niet opgeslagen", address))
    return found


def mark_of(point):
    """The Mark of a `point` on a passage."""
    letter = point.letter
    if letter.state == LetterState.DRAFT:
        words = "Concept van uw groep" if letter.is_shared else "Uw concept"
        return Mark(words, reverse("consultation:point", args=[letter.original.pk, point.pk]))
    return Mark(f"Hier reageerde {'uw groep' if letter.is_shared else 'u'}", letter.get_absolute_url())
