"""What goes on besides: what was promised to a body and is not answered, and what its griffier has not confirmed."""

from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.text import capfirst

from consultation.deciding.models import Commitment, Decision, TrackStep
from partners.ground.templatetags.dutch import cited, counted, unbroken
from regiozwolle.pages.partner.facts import PartnerFact

# So many of each are named; of the rest only how many.
MOST = 5


def further_of(body):
    """PartnerFacts: the open commitments to a body, the first that is due at the front, and what is unconfirmed."""
    promised = list(Commitment.objects.public().open().filter(track__body=body).select_related("source", "promised_by"))
    found = [
        ("Nog te beantwoorden", [unbroken(one.told) for one in promised], cited_all(one.source for one in promised)),
        ("Nog niet bevestigd door de griffier", unconfirmed(body), ""),
    ]
    return [PartnerFact(term, shortened(lines), source) for term, lines, source in found if lines]


def unconfirmed(body):
    """The decisions up to today and the steps that its griffier did not say are so, in words."""
    decided = Decision.objects.public().filter(
        track__body=body, confirmed_on=None, decided_on__lte=timezone.localdate()
    )
    decided = decided.select_related("track__dossier", "component__element").order_by("-decided_on", "-pk")
    steps = TrackStep.objects.filter(track__in=body.tracks.public(), confirmed_on=None)
    return [
        *map(decision_in_words, decided),
        *map(step_in_words, steps.select_related("track__dossier").in_order()),
    ]


def shortened(lines):
    more = len(lines) - MOST
    return lines[:MOST] + ([f"En nog {counted(more, 'andere,andere')}."] if more > 0 else [])


def decision_in_words(one):
    return about(one, f"Besluit van {one.when}: {one.told}.")


def step_in_words(one):
    return about(one, f"{capfirst(one.what)}, {one.when}.")


def about(one, said):
    """What is said, with a link to the way of the body through the dossier it is about."""
    dossier = one.track.dossier
    address = f"{dossier.get_absolute_url()}#orgaan-{one.track.body_id}"
    return format_html('{} <a href="{}">{}</a>', said, address, dossier)


def cited_all(sources):
    """Where facts come from, each source once, as HTML; "" without any."""
    found = dict.fromkeys(source for source in sources if source)
    return format_html("Bron: {}.", format_html_join("; ", "{}", ((cited(one),) for one in found))) if found else ""
