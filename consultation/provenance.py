"""From whom a point was adopted, and for how many it speaks, in words that pages, mails and documents share."""

from django.utils.html import format_html, format_html_join

from partners.ground.templatetags.dutch import day

SENTENCE = "Overgenomen van {}."
SENDER = "{} ({})"
NEXT = ", en van "


def provenance(rungs):
    """A sentence that says from whom a point was adopted; "" for a point of one's own.

    `rungs` are pairs of a sender and the moment at which they sent it, the lowest first.
    """
    said = NEXT.join(SENDER.format(sender, day(sent_at)) for sender, sent_at in rungs)
    return SENTENCE.format(said) if said else ""


def linked_provenance(rungs):
    """The same as safe HTML, for `rungs` of which each sender may be a link."""
    said = format_html_join(NEXT, SENDER, [(sender, day(sent_at)) for sender, sent_at in rungs])
    return format_html(SENTENCE, said) if said else ""


def minority(is_minority, minority_of):
    """Words that say that a point stands beside what the majority holds, or ""."""
    if not is_minority:
        return ""
    return f"minderheidsstandpunt van {minority_of}" if minority_of else "minderheidsstandpunt"
