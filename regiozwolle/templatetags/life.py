"""The strip of a sentence, for the pages of apps that know nothing of each other: of a figure, a dossier, a point."""

from django import template

from regiozwolle.pages.life.strip import strip_on

register = template.Library()


@register.inclusion_tag("life/parts/strip.html", takes_context=True)
def life_strip(context, about, here):
    """The strip on the page of the figure, dossier or point `about`, which is the station number `here`.

    The address may say of which sentence, as `?zin=` and its code.
    """
    return {"strip": strip_on(about, here, asked=context["request"].GET.get("zin", ""))}
