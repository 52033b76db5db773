"""What the components of a dossier cost each body that counts, and what it gives: read once for all bodies."""

from decimal import ROUND_HALF_UP, Decimal

from consultation.deciding.models import AskedAmount, Outcome, Payers, Track
from consultation.deciding.standing import Standing, share_of
from partners.ground.templatetags.dutch import counted, euro, exact_euro, number
from partners.models import PartnerKind, Population

CENT = Decimal("0.01")
ASKED = ("track", "component", "amount")


def standings_of(dossiers):
    """The Standing of each body that counts, as it stands today, by the key of each of `dossiers`. Two queries."""
    counted_in = {one.pk: one.counted_tracks for one in dossiers}
    # Of all bodies of a dossier: hundreds of keys take longer to write in a question than to find.
    asked = AskedAmount.objects.filter(track__dossier__in=counted_in)
    typed = {(track, component): amount for track, component, amount in asked.values_list(*ASKED)}
    counts = counts_of(Track.objects.filter(dossier__in=counted_in).values("body__partner"))
    known = {key: one for dossier in dossiers for key, one in dossier.known.items()}
    parts = {one.pk: {part.pk: part for part in one.components.all()} for one in dossiers}
    return {
        pk: [
            standing_of(track, known[track.pk], parts[pk], typed, counts.get(track.body.partner_id, {}))
            for track in found
        ]
        for pk, found in counted_in.items()
    }


def shares_of(components, standings):
    """(Component, its ComponentShare) of each component of a dossier; none as long as no body counts."""
    return [(one, share_of(one.pk, standings)) for one in components] if standings else []


def counts_of(partners):
    """The inhabitants of each of `partners`, keys or a question for keys, by day: the firmest, newest first."""
    found = {}
    counted = Population.objects.filter(partner__in=partners).latest_first()
    for partner, reference_on, count in counted.values_list("partner_id", "reference_on", "count"):
        found.setdefault(partner, {}).setdefault(reference_on, count)
    return found


def given_in_words(decisions):
    """What decisions that hold of one body, as (outcome, amount), pay together, and how much of it on a condition.

    To the cent; "" when none of them says how much.
    """
    paid = [(outcome, Decimal(str(amount))) for outcome, amount in decisions if pays_by(outcome) and amount is not None]
    if not paid:
        return ""
    total = sum(amount for _, amount in paid)
    on_condition = sum(amount for outcome, amount in paid if outcome == Outcome.CONDITION)
    if not on_condition:
        return exact_euro(total)
    part = "" if on_condition == total else f"waarvan {exact_euro(on_condition)} "
    return f"{exact_euro(total)}, {part}met een voorwaarde"


def pays_by(outcome):
    """Whether who decided this takes part, and so pays."""
    return Outcome(outcome).position.takes_part


def standing_of(track, known, components, typed, counts):
    """The Standing of one body, of what is `known` of it.

    `components` are by their keys, `counts` its inhabitants by day, `typed` the amounts that do not follow.
    """
    key, partner, decided = track.pk, track.body.partner, known.decided
    given = {component: one.amount for component, one in decided.items() if component and one.amount is not None}
    asked = {
        part: typed[key, part] if (key, part) in typed else by_tariff(one, counts)
        for part, one in components.items()
        if (key, part) in typed or pays(one, partner.kind)
    }
    is_municipality = partner.kind == PartnerKind.MUNICIPALITY
    return Standing(
        body_kind=track.body.kind,
        position=known.position,
        on={part: known.on(part) for part in components},
        asked=asked,
        given=given,
        inhabitants=next(iter(counts.values()), None) if is_municipality else 0,
    )


def pays(component, kind):
    """Whether a partner of the PartnerKind `kind` pays for a component by its tariff."""
    return component.tariff is not None and Payers(component.payers).includes(kind)


def by_tariff(component, counts):
    """The tariff times the inhabitants on its day, in cents; None when they were not counted then."""
    count = counts.get(component.inhabitants_on)
    return None if count is None else (component.tariff * count).quantize(CENT, ROUND_HALF_UP)


def share_in_words(component, share):
    """Who takes part in a component, how many people live there and how much money is promised, as a sentence."""
    told = f"Aan ‘{component.heading}’ {'doet' if share.taking_part == 1 else 'doen'} {share.taking_part} mee"
    if share.taking_part and share.all_inhabitants:
        of_all = f"van de {number(share.all_inhabitants)} inwoners"
        told += f": {number(share.inhabitants)} {of_all if share.are_all_counted else 'inwoners, voor zover bekend'}"
    return f"{told}. {money_in_words(share)}".strip()


def money_in_words(share):
    """How much of what is needed is promised, with what is not known apart; "" where no money is asked."""
    unknown = f" Van {counted(share.unknown, 'orgaan,organen')} is geen bedrag bekend." if share.unknown else ""
    if share.needed is not None and share.needed:
        return f"Toegezegd is {euro(share.pledged)} van de {euro(share.needed)}.{unknown}"
    if share.pledged:
        return f"Toegezegd is {euro(share.pledged)}. Hoeveel er nodig is, is nog niet bekend.{unknown}"
    return f"Hoeveel geld er nodig is, is nog niet bekend.{unknown}" if share.unknown else ""
