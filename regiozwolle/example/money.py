"""What the demo invents so that one can see how contributions are computed: tariffs, who pays them, what they draw in.

They belong to the example agenda and to the invented partners; of the real agenda no tariff is known.
"""

from datetime import date
from decimal import Decimal

from django.db import transaction

from agenda.models import Element, Participation, ParticipationRole
from partners.models import Certainty, Partner, Population, Source
from results.models import Funder, Payer, Programme, Tariff

NOTE = "Verzonnen voor deze demo."
INHABITANTS = {"voorbeeldstad": 40_000, "voorbeeldland": 520_000}
# Code of the line, who pays, euros per inhabitant, and of how many years it is known.
TARIFFS = [
    ("VB24-L1", Payer.MUNICIPALITY, Decimal("1.80"), 5),
    ("VB24-L1", Payer.PROVINCE, Decimal("0.25"), 5),
    ("VB24-L2", Payer.MUNICIPALITY, Decimal("0.95"), 2),
    ("VB24-L2", Payer.PROVINCE, Decimal("0.10"), 2),
]
# What others pay in a year, in euros, and of how many years it is known.
PROGRAMME = "voorbeelddeal"
FROM_OTHERS = [(Funder.STATE, 350_000, 3), (Funder.OTHER, 90_000, 2)]


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
    programme, is_new = Programme.objects.get_or_create(
        slug=PROGRAMME,
        defaults={
            "name": "Voorbeelddeal",
            "summary": "Verzonnen programma waaraan het Rijk en anderen meebetalen.",
            "period_text": f"{agenda.first_year} tot en met {agenda.last_year}",
            "starts_on": counted_on,
            "ends_on": date(agenda.last_year, 12, 31),
            "source": source,
            "is_example": True,
        },
    )
    if not is_new:
        return
    programme.elements.add(*{lines[code] for code, *_ in TARIFFS})
    for funder, amount, known in FROM_OTHERS:
        for year in range(agenda.first_year, agenda.first_year + known):
            programme.fundings.create(
                funder=funder,
                year=year,
                committed=amount,
                reference_on=counted_on,
                reference_text=f"1 januari {agenda.first_year}",
                source=source,
                note=NOTE,
            )
