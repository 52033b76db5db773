"""The page of one element, of the parts that hang on it."""

from dataclasses import dataclass
from functools import cached_property

from django.shortcuts import render
from django.utils.text import Truncator
from django.views.decorators.http import require_safe

from agenda.models import Element, ElementKind
from partners.ground.documents.citing import short_address
from regiozwolle.pages.agenda import open_consultation
from regiozwolle.pages.chain import crumbs_to
from regiozwolle.pages.element.history import History, history_of, surroundings_of
from regiozwolle.pages.element.sections import aimed_at, around, lived, spoken
from regiozwolle.pages.marks import links_of_one

# Words up to this many characters are the heading of their page; longer ones stand under it.
HEADING = 100


@require_safe
def element(request, code, number=None):
    """One place in the agenda: its words today or in version `number`, what hangs on it, and why it is there."""
    history = history_of(code, number)
    surroundings = surroundings_of(history.wording)
    here, version, is_today = surroundings.element, history.wording.version, number is None
    consultation = open_consultation(version)
    where = code, 0 if is_today else int(number)
    slug = consultation.slug if consultation else ""
    goal = [aimed_at(here.pk, code, slug)] if here.kind == ElementKind.GOAL else []
    surrounds, beside = around(*where)
    strip, yields, why = lived(*where)
    return render(
        request,
        "agenda/element.html",
        {
            "history": history,
            "wording": history.wording,
            "version": version,
            "element": here,
            "opening": Opening(here, history, is_today=is_today),
            "crumbs": crumbs(surroundings, history, is_today=is_today),
            "short": short_address(history.wording),
            "consultation": consultation,
            "marks": links_of_one(request, here, consultation),
            "strip": strip,
            "sections": [surrounds, *goal, yields, spoken(here.pk)],
            "why": why,
            "beside": beside,
        },
    )


@dataclass(frozen=True)
class Opening:
    """What stands at the top of the page: short words are its heading, longer ones stand under its name."""

    element: Element
    history: History
    is_today: bool
    invented = "Dit onderdeel staat in een verzonnen agenda. U ziet eraan hoe een tekst verandert."

    @property
    def title(self):
        """What the window is called."""
        cited = "" if self.is_today else f" ({self.history.wording.code})"
        return f"{self.element.label}: {self.element.name}{cited}"

    @property
    def summary(self):
        """What search engines and other sites show of it."""
        wording = self.history.wording
        agenda = wording.version.agenda
        whose = agenda.title if agenda.is_example else f"{agenda.title} van Regio Zwolle"
        return f"{self.element.label} uit de {whose}: {Truncator(wording.text).chars(120)}"

    @property
    def words(self):
        """Its words, if they are one short line without markup; else ""."""
        wording = self.history.wording
        fits = len(wording.text) <= HEADING and "\n" not in wording.text and not wording.markup
        return wording.text.removesuffix(".") if fits else ""

    @property
    def kicker(self):
        return self.element.label if self.words else self.element.name

    @property
    def heading(self):
        return self.words or self.element.label

    @cached_property
    def quote(self):
        """The words as safe HTML where they do not stand in the heading."""
        return "" if self.words else self.history.wording.html


def crumbs(surroundings, history, *, is_today):
    """(Name, address) of what lies above the page, the page itself last, without an address."""
    way = crumbs_to(surroundings.element, history.wording.version)
    if surroundings.parent:
        way.append((surroundings.parent.name, surroundings.parent.get_absolute_url()))
    name = surroundings.element.short_label
    if is_today:
        return [*way, (name, "")]
    return [*way, (name, surroundings.element.get_absolute_url()), (f"Versie {history.wording.version.number}", "")]
