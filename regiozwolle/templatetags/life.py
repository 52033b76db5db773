"""The strip of a sentence, for the pages of apps that know nothing of each other: of a figure, a dossier, an answer."""

from django import template

from regiozwolle.pages.life.gathering import life_of
from regiozwolle.pages.life.strip import LifeStrip

register = template.Library()


@register.inclusion_tag("life/parts/strip.html", takes_context=True)
def life_strip(context, elements, here, about):
    """The strip of one of the `elements` that the thing `about` belongs to, with `here` as the current station.

    The address may say which, as `?zin=` and its code; else it is the first. Nothing without an element of which
    everyone may read the words.
    """
    elements = [one for one in elements if one]
    asked = context["request"].GET.get("zin")
    element = next((one for one in elements if one.code == asked), elements[0] if elements else None)
    life = life_of(element.code, about) if element else None
    return {"strip": LifeStrip(life, here, is_one_of_several=len(elements) > 1) if life else None}
