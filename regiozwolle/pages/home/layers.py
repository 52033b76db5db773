"""What the map on the front page can show, and what it then says: in each area, in its key and below it."""

from dataclasses import dataclass, field

from django.db.models import TextChoices
from django.urls import reverse
from django.utils.html import format_html

from consultation.deciding.models import Position
from partners.geography import Tint
from partners.ground.templatetags.dutch import counted, day, listed, number, unbroken
from results.inhabitants import GROWTH_STEPS, grew_most, sources_of

# From what value on an area is filled one step fuller. Below the first there is something, and it is the least full.
INHABITANTS, GROWTH = (20_000, 40_000, 60_000), GROWTH_STEPS
# Of projects there can be none: that stays paper.
PROJECTS = (2, 3, 4)
STEPS = ("step-1", "step-2", "step-3", "step-4")


class Layer(TextChoices):
    """What the map shows; the value stands in the address."""

    NAMES = "gemeenten", "gemeenten"
    INHABITANTS = "inwoners", "inwoners"
    GROWTH = "groei", "groei"
    PROJECTS = "projecten", "projecten"
    DECISIONS = "besluiten", "besluiten"

    @classmethod
    def of(cls, asked):
        """The layer that is asked for; of what is none, the first."""
        return cls(asked) if asked in cls.values else cls.NAMES

    @property
    def css(self):
        """The class of a map whose areas differ; "" for the poster."""
        return {Layer.NAMES: "", Layer.DECISIONS: "tinted states"}.get(self, "tinted")

    @property
    def address(self):
        return f"{reverse('home')}{'' if self == Layer.NAMES else f'?kaart={self}'}#kaart"


@dataclass(frozen=True)
class Shown:
    """A layer as it is drawn: what it says in a sentence, about what, where one reads on, its key, and the areas."""

    message: str
    about: str
    more: tuple
    key: list = field(default_factory=list)
    values: dict = field(default_factory=dict)

    def tints(self, known):
        """The Tint of each municipality of `known`, by its key."""
        blank = ("", "")
        return {one.partner.pk: Tint(*self.values.get(one.partner.pk, blank), told=one.lines) for one in known}


def shown(layer, known, dossier):
    """The Shown of a `layer` for the Knowns of all municipalities, as far as their councils decided on `dossier`."""
    if layer == Layer.DECISIONS:
        return decisions(known, dossier)
    drawn = {Layer.INHABITANTS: inhabitants, Layer.GROWTH: growth, Layer.PROJECTS: projects}.get(layer, names)
    return drawn(known)


def names(known):
    message = f"{counted(len(known), 'gemeente werkt,gemeenten werken')} hier samen."
    return Shown(message, "Brede lijn: provinciegrens.", (reverse("about"), "Wat is Regio Zwolle?"))


def inhabitants(known):
    found = [one.growth for one in known if one.growth]
    if not found:
        return unknown("Het aantal inwoners")
    most = max(found, key=lambda one: one.last.count)
    return Shown(
        f"{most.partner} is de grootste gemeente, met {number(most.last.count)} inwoners.",
        f"Inwoners op {day(most.last.reference_on)}. Bron: {publishers(found)}.",
        (reverse("results:inhabitants"), "Inwoners per gemeente"),
        key(INHABITANTS, number),
        {one.partner.pk: (step(one.last.count, INHABITANTS), number(one.last.count)) for one in found},
    )


def growth(known):
    found = [one.growth for one in known if one.growth]
    if not found:
        return unknown("De groei")
    first, last = found[0].first.reference_on, found[0].last.reference_on
    return Shown(
        f"{grew_most(found) or 'Geen gemeente groeide'}.",
        f"Inwoners van {day(first)} tot {day(last)}. Bron: {publishers(found)}.",
        (reverse("results:inhabitants"), "Inwoners per gemeente"),
        key(GROWTH, "{}%".format),
        {one.partner.pk: (step(one.percent, GROWTH), one.text) for one in found},
    )


def projects(known):
    with_one = [one for one in known if one.projects]
    named = len({project.pk for one in known for project in one.projects})
    role = counted(len(with_one), "gemeente heeft een rol,gemeenten hebben een rol")
    return Shown(
        f"{role} in {counted(named, 'project,projecten')}.",
        "Alleen projecten die met naam bekend zijn.",
        (reverse("results:projects"), "Alle projecten"),
        [("step-4", "4 of meer"), ("step-3", "3"), ("step-2", "2"), ("step-1", "1"), ("step-0", "geen bekend")],
        {
            one.partner.pk: (step(len(one.projects), PROJECTS) if one.projects else "step-0", str(len(one.projects)))
            for one in known
        },
    )


def decisions(known, dossier):
    """The pattern of each council on the board, with its word; of which nothing is known only the key says that."""
    if dossier is None:
        return unknown("Wat de raden besloten")
    drawn = {one.partner.pk: one.position or Position.UNKNOWN for one in known}
    counts = [(position, list(drawn.values()).count(position)) for position in Position]
    return Shown(
        f"{unbroken(dossier.outcome).rstrip('.')}.",
        f"Stand van de gemeenteraden over: {unbroken(dossier.title)}.",
        (dossier.get_absolute_url(), "Bekijk het dossier"),
        [(f"cell {position.value}", f"{position.label}: {count}") for position, count in counts if count],
        {
            pk: (position.value, "" if position == Position.UNKNOWN else position.label)
            for pk, position in drawn.items()
        },
    )


def unknown(what):
    return Shown(f"{what} is nog niet bekend.", "", (reverse("results:gaps"), "Wat weten wij nog niet?"))


def step(value, edges):
    """The class of an area: one step fuller from each of the `edges` on."""
    return STEPS[sum(value >= edge for edge in edges)]


def key(edges, told):
    """(Class, words) of each step, the fullest first."""
    words = [f"minder dan {told(edges[0])}"]
    words += [f"{told(low)} tot {told(high)}" for low, high in zip(edges, edges[1:], strict=False)]
    return list(zip(STEPS, [*words, f"{told(edges[-1])} of meer"], strict=True))[::-1]


def publishers(found):
    """Who published the newest counts, each once."""
    sources = sources_of(found, found[0].last.reference_on)
    return format_html("{}", listed(dict.fromkeys(source.publisher or source.title for source in sources)))
