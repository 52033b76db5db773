"""The strip of a sentence, for the pages of apps that know nothing of each other: of a figure, a dossier, a point."""

from django import template

from partners.ground.state import pieces
from regiozwolle.pages.life.strip import CODE, drawn_on, strip_of

register = template.Library()


@register.simple_tag(takes_context=True)
def life_strip(context, about, here):
    """The strip on the page of the figure, dossier or point `about`, which is the station number `here`.

    The address may say of which sentence, as `?zin=` and its code.
    """
    asked = context["request"].GET.get("zin", "")
    if pieces.are_kept():
        return strip_of(about._meta.label, about.pk, here, asked if CODE.fullmatch(asked) else "")
    return drawn_on(about, here, asked)
