"""Small parts that recur in every app: what is an example, what is unknown, and where a fact comes from.

Each is drawn by one template in templates/parts/, and costs nothing where there is nothing to say.
"""

from django import template
from django.template.loader import get_template
from django.utils.safestring import mark_safe

from partners.ground.templatetags.dutch import cited

register = template.Library()


def drawn(name, **context):
    """The template `name` as safe HTML."""
    return mark_safe(get_template(name).render(context).strip())


def badge():
    return drawn("parts/example.html")


@register.simple_tag
def example(thing):
    """The badge "Voorbeeld" and a space, when `thing` (something with `is_example`) is one; else nothing."""
    return mark_safe(f"{badge()} ") if getattr(thing, "is_example", False) else ""


@register.simple_tag
def example_in_margin(thing):
    """The badge as a paragraph of its own, for the margin column beside a section; else nothing."""
    return drawn("parts/example_in_margin.html", badge=badge()) if getattr(thing, "is_example", False) else ""


@register.simple_tag
def example_notice(thing, sentence):
    """The badge and a `sentence` that says what is invented, for below a heading; else nothing."""
    return (
        drawn("parts/example_notice.html", badge=badge(), sentence=sentence)
        if getattr(thing, "is_example", False)
        else ""
    )


@register.simple_tag
def example_in_mail(thing, sentence):
    """The `sentence` of a mail in plain text that says what is invented, and a line end; else nothing."""
    return f"{sentence}\n" if getattr(thing, "is_example", False) else ""


@register.filter
def or_unknown(value, words="nog niet bekend"):
    """`value`, or the `words` that say that it is not known when it is None or empty. Zero is known."""
    return drawn("parts/unknown.html", words=words) if value is None or value == "" else value


@register.simple_tag
def source_line(source):
    """A line that says where a fact comes from; nothing without a Source."""
    return drawn("parts/source.html", cited=cited(source)) if source else ""
