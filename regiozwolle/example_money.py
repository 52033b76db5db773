"""What the demo invents so that one can see how contributions are computed: two tariffs, and who pays them.

They belong to the example agenda and to the invented partners; of the real agenda no tariff is known.
"""

from datetime import date
from decimal import Decimal

from django.db import transaction

from agenda.models import Element, Participation, ParticipationRole
from partners.models import Certainty, Partner, Population, Source
from results.models import Payer, Tariff

NOTE = "Verzonnen voor deze demo."
INHABITANTS = {"voorbeeldstad": 40_000, "voorbeeldland": 520_000}
# Code of the line, who pays, euros per inhabitant, and of how many years it is known.
TARIFFS = [
    ("VB24-L1", Payer.MUNICIPALITY, Decimal("1.80"), 5),
    ("VB24-L1", Payer.PROVINCE, Decimal("0.25"), 5),
    ("VB24-L2", Payer.MUNICIPALITY, Decimal("0.95"), 2),
]


@transaction.atomic
def load(agenda):
    """Makes the tariffs of the example `agenda` once, and lets its invented partners take part."""
    if Tariff.objects.filter(element__agenda=agenda).exists():
        return
    source = Source.objects.get(slug="voorbeeld")
    counted_on = date(agenda.first_year, 1, 1)
    lines = {element.code: element for element in Element.objects.filter(agenda=agenda)}
    for partner in Partner.objects.filter(slug__in=INHABITANTS, is_example=True):
        Population.objects.get_or_create(
            partner=partner,
            reference_on=counted_on,
            source=source,
            defaults={"count": INHABITANTS[partner.slug], "certainty": Certainty.ESTIMATE, "note": NOTE},
        )
        for code in {code for code, *_ in TARIFFS}:
            Participation.objects.get_or_create(
                partner=partner,
                element=lines[code],
                defaults={"role": ParticipationRole.PARTNER, "source": source, "note": NOTE},
            )
    for code, payer, amount, known in TARIFFS:
        for year in range(agenda.first_year, agenda.first_year + known):
            Tariff.objects.create(
                element=lines[code],
                year=year,
                payer=payer,
                amount=amount,
                inhabitants_on=counted_on,
                source=source,
                note=NOTE,
            )
