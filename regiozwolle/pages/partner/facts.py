"""What is known of a partner in short: how many live there, who decides, since when it takes part, how to reach it."""

import re
from dataclasses import dataclass

from django.template.defaultfilters import linebreaksbr
from django.utils.html import format_html
from django.utils.text import capfirst, normalize_newlines

from partners.ground.templatetags.dutch import cited, counted, day, number, unbroken
from partners.ground.templatetags.parts import or_unknown


@dataclass(frozen=True)
class PartnerFact:
    """What stands with one term: paragraphs of text or safe HTML, none when it is unknown, and where it comes from."""

    term: str
    paragraphs: list = ()
    source: str = ""


def predecessor_facts(predecessors):
    """Which partners went up in it or will, and when; `predecessors` are those on the site."""
    links = {"Hierin gingen op": [], "Hierin gaan op": []}
    for one in predecessors:
        link = format_html('<a href="{}">{}</a>, op {}', one.get_absolute_url(), one, day(one.left_on))
        links["Hierin gingen op" if one.has_left else "Hierin gaan op"].append(link)
    return [PartnerFact(term, of_term) for term, of_term in links.items() if of_term]


def leaving_facts(partner):
    """Until when it takes part, or took part."""
    term = "Deed mee tot" if partner.has_left else "Doet mee tot"
    return [PartnerFact(term, [day(partner.left_on)])] if partner.left_on else []


def successor_facts(partner):
    """Into which partner it went up or will, if it does."""
    if partner.succeeded_by is None:
        return []
    link = format_html('<a href="{}">{}</a>', partner.succeeded_by.get_absolute_url(), partner.succeeded_by)
    return [PartnerFact("Opgegaan in" if partner.has_left else "Gaat op in", [link])]


def website_link(address):
    """A link that shows an address as people say it."""
    return external_link(address, address.removeprefix("https://").removeprefix("http://").removeprefix("www."))


def external_link(address, words):
    return format_html('<a href="{}" rel="noopener">{}</a>', address, words)


def facts_of(partner, populations, tracks, *, is_government, has_part):
    """What is known of a partner in short, as PartnerFacts; an unknown one where it is told what is not known."""
    bodies = {track.pk: track for track in tracks if track.term}
    facts = [PartnerFact("Ook genoemd", [partner.short_name])] if partner.short_name else []
    facts += [inhabitants_fact(populations)] if populations or is_government else []
    facts += [seats_fact(body) for body in bodies.values()]
    facts += [joined_fact(partner)] if has_part else []
    facts += leaving_facts(partner)
    facts += successor_facts(partner)
    facts += predecessor_facts(partner.predecessors.public().order_by("left_on", "name"))
    facts += facts_elsewhere(partner, has_part=has_part)
    if partner.note:
        facts.append(PartnerFact("Goed om te weten", paragraphs(partner.note)))
    return facts


def facts_elsewhere(partner, *, has_part):
    """Where it tells of itself, and under which numbers it stands in the registers of the government."""
    pages = [("Website", partner.website)] if partner.website or has_part else []
    pages += [("Eigen begroting", partner.budget_url)] if partner.budget_url else []
    numbers = [("OIN", partner.oin), ("nummer in de Almanak", partner.almanac_number), ("CBS-code", partner.cbs_code)]
    known = [f"{name}: {one}" for name, one in numbers if one]
    # A code of CBS alone every municipality has: it is in the files, and tells a reader nothing.
    registers = [PartnerFact("In registers", known)] if partner.oin or partner.almanac_number else []
    return [PartnerFact(term, [website_link(page)] if page else []) for term, page in pages] + registers


def paragraphs(text):
    """The paragraphs of a text as safe HTML, with its line ends."""
    return [linebreaksbr(part) for part in re.split(r"\n{2,}", normalize_newlines(unbroken(text)))]


def inhabitants_fact(populations):
    """The newest count; the others stand below on the page."""
    if not populations:
        return PartnerFact("Inwoners")
    newest = populations[0]
    about = f"{day(newest.reference_on)}, {newest.get_certainty_display()}"
    return PartnerFact("Inwoners", [number(newest.count)], source_below(about, newest.source))


def seats_fact(body):
    """The seats of a body in its newest term, and that nobody knows those of the next."""
    term = body.term
    seats = [f"{counted(term.seats, 'zetel,zetels')} in {term.years}"]
    if term.years_after:
        seats.append(format_html("Voor {}: {}", term.years_after, or_unknown("")))
    return PartnerFact(body.short_name, seats, source_below(capfirst(term.get_certainty_display()), term.source))


def source_below(about, source):
    """A few words and the publisher of a source that is named in full below on the page."""
    return format_html('{}. Bron: <a href="#bronnen">{}</a>.', about, source.publisher or source.title)


def joined_fact(partner):
    """Since when it takes part; a source that does not give the day may still say that it does."""
    since = unbroken(partner.joined_text) or day(partner.joined_on)
    about = "Bron" if since else f"{partner.name} wordt bij Regio Zwolle genoemd in deze bron"
    source = format_html("{}: {}.", about, cited(partner.source)) if partner.source else ""
    return PartnerFact("Doet mee sinds", [since] if since else [], source)


def contact_fact(contact):
    """One contact point, a dictionary of `with_contacts`, with a paragraph for all that it has."""
    mail = format_html('<a href="mailto:{0}">{0}</a>', contact["email"]) if contact["email"] else ""
    website = website_link(contact["website"]) if contact["website"] else ""
    lines = [capfirst(contact["role"]), mail, website, unbroken(contact["note"])]
    title, address = contact["source"], contact["source_url"]
    source = format_html('<a href="{}">{}</a>', address, title) if address else title
    return PartnerFact(contact["name"], [line for line in lines if line], source)
