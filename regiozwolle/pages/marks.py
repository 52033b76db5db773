"""What a reader wrote on the passages of a text on which a consultation is open, beside those passages."""

from collections import defaultdict
from functools import partial
from typing import NamedTuple

from django.utils.html import format_html, format_html_join
from django.utils.text import capfirst

from consultation.texts.marks import marks_of
from partners.ground.templatetags.parts import drawn, paragraph
from regiozwolle.keeping.holes import of_reader


class PassageMarks(NamedTuple):
    """What a reader wrote on one passage, as safe HTML: a line for the list of contents, and links."""

    line: str = ""
    links: str = ""


def marks_on(request, mentions, consultation):
    """(PassageMarks by code, what stands above them all) of the elements with these `mentions`, by their codes."""
    mentions = mentions if consultation else {}
    names = [f"{what} {code}" for code in mentions for what in ("line", "links")]
    own = of_reader(request, [*names, "written"], partial(drawn_marks, consultation, mentions)) if consultation else {}
    found = {code: PassageMarks(own[f"line {code}"], own[f"links {code}"]) for code in mentions}
    return defaultdict(PassageMarks, found), own.get("written", "")


def drawn_marks(consultation, mentions, user):
    """The marks of `user` on the passages with these `mentions`, by their codes, under the names of `marks_on`."""
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
