"""The strip of a sentence: the six stations of its life in one line, and at which of them one is."""

import re
from dataclasses import dataclass

from django.db.models import prefetch_related_objects
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from agenda.models import Element
from consultation.deciding.models import Dossier
from consultation.models import Point
from partners.ground.state.pieces import piece
from partners.ground.templatetags.parts import drawn
from regiozwolle.pages.life.gathering import Life, life_of
from regiozwolle.pages.life.stations import Station
from results.models import Indicator

# As a code of the agenda may be: anything else asks for nothing.
CODE = re.compile(r"[A-Za-z0-9.-]{1,32}")
# What has a strip on its page, with what it is about.
KINDS = {
    one.model._meta.label: one
    for one in (
        Indicator.objects.prefetch_related("elements"),
        Dossier.objects.defer("summary", "note").select_related("version").prefetch_related("components__element"),
        Point.objects.select_related("wording__element"),
    )
}
HERE = mark_safe('<span class="here">u bent hier</span>')
CURRENT = mark_safe(' aria-current="step"')


@dataclass(frozen=True)
class Stop:
    """A station as it stands in the strip."""

    station: Station
    is_here: bool

    @property
    def css(self):
        return "hollow" if self.station.hollow else ""

    @property
    def attributes(self):
        """Those of its link, as safe HTML."""
        return format_html("{}{}", self.station.href, CURRENT if self.is_here else "")

    @property
    def here(self):
        """That one is here, as safe HTML; "" elsewhere."""
        return HERE if self.is_here else ""


@dataclass(frozen=True)
class LifeStrip:
    """The life of a sentence on the page of one of its stations, number `here`; 0 on the page of the whole.

    `is_one_of_several` says whether the page is about more sentences, so that this one must be named.
    """

    life: Life
    here: int
    is_one_of_several: bool = False

    @property
    def stops(self):
        """Its stations as items of a list, as safe HTML."""
        return stops_drawn(self.life.stations, self.here)

    @property
    def current(self):
        """Where one is, for where there is no room for words at the stations."""
        return self.life.stations[self.here - 1].name if self.here else "de hele keten"

    @property
    def sentence(self):
        """Whose life it is, as safe HTML with a link; "" where nothing else can be meant."""
        if not self.is_one_of_several:
            return ""
        element = self.life.element
        return format_html('Het leven van <a href="{}">{}</a>', element.get_absolute_url(), element)


def stops_drawn(stations, here=0):
    """These `stations` as they stand in the strip, as items of a list; one is at number `here`."""
    stops = [Stop(one, is_here=one.number == here) for one in stations]
    return drawn("life/parts/stops.html", stops=stops)


def strip_on(about, here, *, asked=""):
    """The LifeStrip on the page of the Indicator, Dossier or Point `about`; None when it is about no sentence.

    Of several sentences it is the one with the code `asked`, else the first of which everyone may read the words.
    """
    elements = sentences_of(about, asked)
    first = sorted(elements, key=lambda one: one.code != asked)
    life = next(filter(None, (life_of(one.code, about) for one in first)), None)
    return LifeStrip(life, here, is_one_of_several=is_about_several(about, elements)) if life else None


@piece
def strip_of(kind, key, here, asked):
    """The strip of the thing with this key, of one of KINDS, as `drawn_on` draws it."""
    return drawn_on(KINDS[kind].get(pk=key), here, asked)


def drawn_on(about, here, asked):
    """The LifeStrip on the page of `about` as safe HTML; "" when it is about no sentence."""
    return drawn("life/parts/strip.html", strip=strip_on(about, here, asked=asked))


def is_about_several(about, elements):
    """Whether more is said on the page than of one sentence: a dossier without parts is on a whole text."""
    return len(elements) > 1 or (isinstance(about, Dossier) and len(about.components.all()) != 1)


def sentences_of(about, asked):
    """The Elements that it is about; of a dossier on a whole text without parts only the one that is `asked`."""
    if isinstance(about, Point):
        return [about.wording.element] if about.wording else []
    if not isinstance(about, Dossier):
        return list(about.elements.all())
    prefetch_related_objects([about], "components__element")  # unless its page did
    parts = [one.element for one in about.components.all() if one.element]
    if CODE.fullmatch(asked) and asked not in {one.code for one in parts} and about.version:
        parts += Element.objects.filter(code=asked, wordings__version=about.version)
    return parts
