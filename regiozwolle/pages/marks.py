"""What a reader wrote on the passages of a text on which a consultation is open, beside those passages."""

from functools import partial

from django.utils.html import format_html, format_html_join
from django.utils.text import capfirst

from consultation.texts.marks import marks_of
from partners.ground.templatetags.parts import drawn, paragraph
from regiozwolle.keeping.holes import of_reader


def give_marks(request, elements, consultation):
    """Gives each of `elements` as safe HTML its `mark_line` and `mark_links`; returns what stands above them all."""
    mentions = {element.code: element.mention for element in elements} if consultation else {}
    names = [f"{what} {code}" for code in mentions for what in ("line", "links")]
    own = of_reader(request, [*names, "written"], partial(drawn_marks, consultation, mentions)) if consultation else {}
    for element in elements:
        element.mark_line, element.mark_links = (own.get(f"{what} {element.code}", "") for what in ("line", "links"))
    return own.get("written", "")


def drawn_marks(consultation, mentions, user):
    """The marks of `user` on the passages with these `mentions`, by their codes, under the names of `give_marks`."""
    marks = marks_of(user, consultation) if user.is_authenticated else {}
    found = {code: marks[code] for code in mentions if marks.get(code)}
    parts = {}
    for code, of_passage in found.items():
        parts[f"line {code}"] = paragraph(of_passage[0].words, "source")
        parts[f"links {code}"] = format_html_join(
            "\n",
            '<a href="{}">{}<span class="visually-hidden">: {}</span></a>',
            ((mark.address, mark.words, mentions[code]) for mark in of_passage),
        )
    if found:
        items = [(code, capfirst(mentions[code]), of_passage[0].words.lower()) for code, of_passage in found.items()]
        parts["written"] = drawn("agenda/parts/written.html", items=items)
    return parts


def links_of_one(request, element, consultation):
    """The same of one element alone, as links; "" when nothing can be written on it."""
    return (
        of_reader(request, ["marks"], partial(drawn_links, consultation, element.code))["marks"] if consultation else ""
    )


def drawn_links(consultation, code, user):
    """What `user` wrote on the passage `code`."""
    marks = marks_of(user, consultation).get(code, []) if user.is_authenticated else []
    links = [format_html('<a href="{}">{}</a>', mark.address, mark.words) for mark in marks]
    return {"marks": format_html_join("\n", "{}", ((link,) for link in links))}
