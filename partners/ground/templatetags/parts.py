"""Small parts that recur in every app: what is an example, what is unknown, and where a fact comes from.

Each costs nothing where there is nothing to say. What is more than a text in an element is drawn by a template in
templates/parts/.
"""

from functools import cache

from django import template
from django.template.loader import get_template
from django.utils.html import conditional_escape
from django.utils.safestring import mark_safe

from partners.ground.calendars.writing import subscribe_address
from partners.ground.templatetags.dutch import cited

register = template.Library()


def drawn(name, **context):
    """The template `name` as safe HTML."""
    return mark_safe(get_template(name).render(context).strip())


@cache
def badge():
    return drawn("parts/example.html")


@cache
def unknown(words):
    """That something is not known. There are few such words and they stand in many cells, so each is drawn once."""
    return drawn("parts/unknown.html", words=words)


@cache
def badge_in_margin():
    return drawn("parts/example_in_margin.html", badge=badge())


@register.simple_tag
@cache
def change_key():
    """What the marks in a changed text mean, drawn once: it stands below each of them."""
    return drawn("parts/change_key.html")


@register.simple_tag
def example(thing):
    """The badge "Voorbeeld" and a space, when `thing` (something with `is_example`) is one; else nothing."""
    return mark_safe(f"{badge()} ") if getattr(thing, "is_example", False) else ""


@register.simple_tag
def example_in_margin(thing):
    """The badge as a paragraph of its own, for the margin column beside a section; else nothing."""
    return badge_in_margin() if getattr(thing, "is_example", False) else ""


@register.simple_tag
def example_notice(thing, sentence):
    """The badge and a `sentence` that says what is invented, for below a heading; else nothing."""
    return (
        drawn("parts/example_notice.html", badge=badge(), sentence=sentence)
        if getattr(thing, "is_example", False)
        else ""
    )


@register.filter
def or_unknown(value, words="nog niet bekend"):
    """`value`, or the `words` that say that it is not known when it is None or empty. Zero is known."""
    return unknown(words) if value is None or value == "" else value


@register.simple_tag
def source_line(source):
    """A line that says where a fact comes from; nothing without a Source."""
    return mark_safe(f'<p class="source">Bron: {cited(source)}.</p>') if source else ""


@register.filter
def paragraph(text, css=""):
    """Text as a paragraph, of the class `css` if that is given; nothing without text."""
    if not text:
        return ""
    opening = f'<p class="{conditional_escape(css)}">' if css else "<p>"
    return mark_safe(f"{opening}{conditional_escape(text)}</p>")


@register.filter
def small(text):
    """Text as a side note in the small type of sources; nothing without text."""
    return mark_safe(f'<span class="source">{conditional_escape(text)}</span>') if text else ""


@register.simple_tag
def subscribe(path):
    """Two links to the calendar at `path`: to subscribe, and to take the file once; and what the difference is."""
    return drawn("parts/subscribe.html", path=path, address=subscribe_address(path))
