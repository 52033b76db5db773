"""The words that an element had and has, and what stands around it in a version."""

from dataclasses import dataclass
from functools import cached_property

from django.http import Http404
from django.urls import reverse

from agenda.models import Element, Wording
from partners.ground.comparing import same_words
from partners.ground.state.prepared_rows import PreparedRows
from regiozwolle.pages.chain import successions_of


@dataclass(frozen=True)
class History:
    """The words of an element that everyone may read, and the one of them that is shown."""

    wordings: list[Wording]  # the newest first
    wording: Wording

    @property
    def agenda(self):
        return self.wording.version.agenda

    @property
    def has_ended(self):
        """Whether the newest words are shown of an element that is in no later version."""
        return bool(self.wording.ended_number) and self.wording == self.wordings[0]

    @property
    def successions(self):
        return successions_of(self.wording)

    @property
    def is_earlier(self):
        """Whether there are newer words than those shown."""
        return self.wording != self.wordings[0]

    @cached_property
    def others(self):
        """(Later or earlier, a wording, whether it says something else in words) of all other wordings."""
        shown = self.wording
        return [
            (
                "Later" if other.version.number > shown.version.number else "Eerder",
                other,
                "" if same_words(other.text, shown.text) else ", andere woorden",
            )
            for other in self.wordings
            if other != shown
        ]

    @property
    def difference(self):
        """The address at which the words shown are compared with the last other words before them, or else after.

        "" where all words are the same: the comparison leaves out what did not change.
        """
        number = self.wording.version.number
        changed = [other.version.number for _, other, remark in self.others if remark]
        if not changed:
            return ""
        earlier = [other for other in changed if other < number]
        before, after = (earlier[0], number) if earlier else (number, changed[0])
        address = reverse("agenda:compare", args=[self.agenda.slug])
        return f"{address}?van={before}&naar={after}#{self.wording.element.code}"


WORDINGS = PreparedRows(
    lambda code: (
        Wording.objects.published()
        .filter(element__code=code)
        .newest_first()
        .with_newest()
        .select_related("element", "version__agenda", "version__source")
    )
)


def history_of(code, number):
    """The History of an element, at version `number` or, for None, the newest. Raises Http404 when there is none."""
    wordings = WORDINGS.ask(code)
    for wording in wordings:
        if number is None or wording.version.number == int(number):
            return History(wordings, wording)
    raise Http404("Deze tekst staat niet in de agenda.")


@dataclass(frozen=True)
class Surroundings:
    """Where an element stands in one version, among all elements of that version in reading order."""

    element: Element
    outline: list[Element]

    @property
    def parent(self):
        """The line that it stands under, or None."""
        return next((other for other in self.outline if other.pk == self.element.parent_id), None)

    @cached_property
    def parts(self):
        """What stands under it."""
        return [other for other in self.outline if other.parent_id == self.element.pk]

    @property
    def links(self):
        """What it serves and what serves it, each as (heading, [(element, the editors' reason)]), if there is any."""
        serves = [(other, other.served_because) for other in self.outline if other.served_because]
        served_by = [(other, other.serves_because) for other in self.outline if other.serves_because]
        both = [("Dit draagt bij aan", serves), ("Hieraan dragen bij", served_by)]
        return [(heading, linked) for heading, linked in both if linked]

    @property
    def neighbours(self):
        """(Vorige or Volgende, element) of those before and after it, as far as they are there."""
        at = self.outline.index(self.element)
        before, after = self.outline[:at][-1:], self.outline[at + 1 : at + 2]
        return [("Vorige", other) for other in before] + [("Volgende", other) for other in after]


OUTLINE = PreparedRows(lambda version, element: Element.objects.in_version(version).with_links_to(element))


def surroundings_of(wording):
    """The Surroundings of an element in the version of `wording`."""
    outline = OUTLINE.ask(wording.version_id, wording.element_id)
    here = next(other for other in outline if other.pk == wording.element_id)
    here.agenda = wording.version.agenda  # what the page says to machines asks for it
    return Surroundings(here, outline)
