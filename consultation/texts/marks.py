"""What a person wrote on each passage, to be told beside that passage."""

from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse

from consultation.models import KeptText, Letter, LetterState, Point, SenderKind
from partners.ground.state.prepared import Prepared


@dataclass(frozen=True)
class Mark:
    """That somebody, or a group of theirs, wrote something: in a few words, and where that is."""

    words: str
    address: str


def written_by(user, consultation):
    """The points on passages in the letters of `user` in `consultation`, both by their keys, as Marks want them."""
    letters = Letter.objects.of(user).standing().filter(consultation=consultation).values("pk")
    written = Point.objects.whole().filter(Q(letter__in=letters) | Q(letter__revises__in=letters, origin=None))
    of_letter = ("letter", "letter__revises", "letter__state", "letter__sender_kind")
    return written.filter(wording__isnull=False).values_list("wording__element__code", "pk", *of_letter)


# The agenda asks these of everyone who reads it, and all of them come on the last evening.
WRITTEN = Prepared(written_by)
TYPED = Prepared(lambda user: KeptText.objects.filter(user=user).values_list("address"))


def marks_of(user, consultation):
    """The Marks of `user` in `consultation` by the code of the passage. Two queries."""
    found = {}
    for code, *point in WRITTEN.ask(user.pk, consultation.pk):
        found.setdefault(code, []).append(mark_of(*point))
    start, end = reverse("consultation:respond", args=[consultation.slug, "CODE"]).split("CODE")
    for (address,) in TYPED.ask(user.pk):
        if address.startswith(start):
            code = address.removeprefix(start).removesuffix(end)
            found.setdefault(code, []).append(Mark("Uw tekst, nog niet opgeslagen", address))
    return found


def mark_of(point, letter, revises, state, sender_kind):
    """The Mark of a point on a passage, by its key and that of its letter, and of the letter that this revises."""
    is_shared = SenderKind(sender_kind).is_shared
    if state == LetterState.DRAFT:
        words = "Concept van uw groep" if is_shared else "Uw concept"
        return Mark(words, reverse("consultation:point", args=[revises or letter, point]))
    return Mark(f"Hier reageerde {'uw groep' if is_shared else 'u'}", reverse("consultation:letter", args=[letter]))
