"""What a point says, in a template: drawn once for the same words, on whatever page they stand."""

from django import template

from agenda import differences
from partners.ground.state.pieces import piece
from partners.ground.templatetags.parts import drawn

register = template.Library()


@register.simple_tag
def said(point):
    """What `point` says as safe HTML, without whom it was adopted from."""
    return words_drawn(
        point.minority, point.text, point.proposal_heading, point.quoted_text, point.proposal, point.joined_by
    )


@piece
def words_drawn(minority, text, heading, quoted, proposal, joined_by):
    """The same from its words alone."""
    words = {
        "minority": minority,
        "text": text,
        "proposal_heading": heading,
        "proposed_change": differences.html(quoted, proposal) if heading else "",
        "joined_by": joined_by,
    }
    return drawn("parts/point.html", point=words)
