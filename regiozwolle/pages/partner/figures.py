"""The figures, payments and participations of one partner, and the results of the region that it shares in."""

from django.db.models import Q
from django.utils import timezone
from django.utils.text import capfirst

from agenda.models import Wording
from partners.ground.templatetags.dutch import unbroken
from results.models import IndicatorNature, Measurement, MoneyRole, Scope
from results.models.values.series import tell_disputes
from results.money.contributions import contributions_of


def figures_of(partner):
    """The newest value of each figure that is about this partner, and of the region's main results it shares in.

    Only what a source says that the partner pays or gets is `paid` or `received`; all else is about it, `noticed`.
    Each says as `dispute` what other sources say of its day. Two queries.
    """
    newest = (
        Measurement.objects.public(along=["indicator"])
        .counting()
        .filter(
            Q(partner=partner)
            | Q(
                scope=Scope.REGION,
                indicator__nature=IndicatorNature.ACHIEVED,
                indicator__headline_position__isnull=False,
            )
        )
        .select_related("indicator", "source")
        .order_by("indicator__headline_position", "indicator_id", "partner_id", "-reference_on", "pk")
        .distinct("indicator__headline_position", "indicator_id", "partner_id")
    )
    tell_disputes(newest)
    own = [value for value in newest if value.partner_id]
    natures = list(IndicatorNature)
    noticed = sorted(
        (value for value in own if not value.money_role), key=lambda value: natures.index(value.indicator.nature)
    )
    return {
        "paid": [value for value in own if value.money_role == MoneyRole.PAYS],
        "received": [value for value in own if value.money_role == MoneyRole.GETS],
        "noticed": noticed,
        "shared": [value for value in newest if not value.partner_id],
    }


def shown_figures(figures):
    """The `figures_of` a partner; each with what must be said beside it as `about`."""
    for value in figures["paid"] + figures["received"] + figures["noticed"]:
        value.about = capfirst(unbroken(value.nature_and_day))
    for value in figures["shared"]:
        value.about = f"Hele regio, {unbroken(value.reference_text)}"
    told = [("Wij krijgen", "received"), ("Wij merken", "noticed"), ("De hele regio merkt", "shared")]
    return {**figures, "told": [(term, figures[name]) for term, name in told if figures[name]]}


def participations_of(partner):
    """What it takes part in, in the order of the agenda; nothing of a text that is a draft."""
    parts = partner.participations.filter(element__in=Wording.objects.published().values("element"))
    return parts.select_related("element__agenda", "source").order_by(
        "-element__agenda__first_year", "element__position", "starts_on"
    )


def shown_participations(partner, found, populations):
    """What it takes part in, each with what is `paid` for it, and what is told of each year of the newest agenda.

    `found` are its `participations_of`.
    """
    newest = [one for one in found if one.element.agenda == found[0].element.agenda]
    paid = contributions_of(newest, populations)
    for one in found:
        one.paid = paid.told_of(one, timezone.localdate()) if one in newest else one.contribution
    return found, paid.told_per_year(partner) if paid else []
