"""What the demo invents at the end of the chain: a figure that measures a goal of the example agenda."""

from datetime import date, timedelta
from decimal import Decimal

from django.db import transaction

from agenda.models import Element
from partners.models import Certainty, Partner, Source
from results.actions import correct
from results.models import Direction, Indicator, IndicatorNature, Owner, StatusRule, StatusWord

SLUG = "voorbeeldcijfer-woningen-in-kernen"
GOAL = "VB24-L1.1"
ROLE = "adviseur wonen"
ADDRESS = "wonen@voorbeeldstad.example"
NOTE = "Verzonnen voor deze demo."
# Counted on 1 January, so many years from the first of the example agenda.
COUNTED = {-2: 110, -1: 175, 0: 240}
# So long the status holds that was set beside the computed one.
HOLDS = timedelta(days=90)


@transaction.atomic
def load(agenda, *, today):
    """Makes the figure once, with a value for each year in COUNTED and a target for the agenda's last year.

    One value was corrected, and beside the computed status stands one that was set by hand.

    Its owner has an address, so that the demo can show the mail that asks whether a figure still holds.
    """
    if Indicator.objects.filter(slug=SLUG).exists():
        return
    source = Source.objects.get(slug="voorbeeld")
    owner, _ = Owner.objects.get_or_create(
        partner=Partner.objects.get(slug="voorbeeldstad"), role=ROLE, defaults={"email": ADDRESS}
    )
    indicator = Indicator.objects.create(
        slug=SLUG,
        owner=owner,
        check_every=3,
        name="Nieuwe woningen in de kernen van Voorbeeldland",
        nature=IndicatorNature.ACHIEVED,
        sentence="nieuwe woningen in de kernen van Voorbeeldland.",
        definition="Woningen die in het jaar ervoor in de kernen zijn opgeleverd. Dit cijfer is verzonnen.",
        unit="woningen",
        message="In de kernen van Voorbeeldland komen er elk jaar meer woningen bij",
        direction=Direction.MORE,
        rule=StatusRule.PACE,
        attribution_reason="Woningen in vier verzonnen gemeenten samen.",
        is_example=True,
    )
    for years, count in COUNTED.items():
        year = agenda.first_year + years
        indicator.measurements.create(
            reference_on=date(year, 1, 1),
            reference_text=f"1 januari {year}",
            value=Decimal(count),
            certainty=Certainty.FINAL,
            source=source,
            note=NOTE,
        )
    indicator.targets.create(
        value=Decimal(400),
        due_on=date(agenda.last_year, 12, 31),
        due_text=f"eind {agenda.last_year}",
        baseline_value=Decimal(110),
        baseline_on=date(agenda.first_year - 2, 1, 1),
        source=source,
        note=NOTE,
    )
    indicator.elements.add(Element.objects.get(agenda=agenda, code=GOAL))
    indicator.overrides.create(
        status=StatusWord.ATTENTION,
        reason="De bouw van een deel van de woningen begint later. Deze reden is verzonnen.",
        set_by=f"{ROLE}, Voorbeeldstad",
        starts_on=today,
        ends_on=today + HOLDS,
    )
    second = indicator.measurements.get(reference_on=date(agenda.first_year - 1, 1, 1))
    correct(
        measurement=second,
        qualifier=second.qualifier,
        value=Decimal(165),
        reason="Tien woningen waren dubbel geteld. Deze reden is verzonnen.",
    )
