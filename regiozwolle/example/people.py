"""The demo's invented towns, their councils and executives, and the people who can sign in."""

from datetime import date

from partners.models import Body, BodyKind, Capacity, Mandate, Partner, PartnerKind, User

DOMAIN = "voorbeeldstad.example"
SECRETARY = f"secretariaat@{DOMAIN}"
COUNCILLOR = f"raadslid@{DOMAIN}"
CLERK = f"griffier@{DOMAIN}"
REVIEWER = f"secretariaat2@{DOMAIN}"
OTHER_COUNCILLOR = f"raadslid2@{DOMAIN}"
# Who can sign in to the demo, and as what.
ACCOUNTS = [
    (COUNCILLOR, "raadslid van Voorbeeldstad: reageert voor zichzelf of namens de fractie"),
    (CLERK, "griffier van Voorbeeldstad: reageert namens de gemeenteraad"),
    (OTHER_COUNCILLOR, "raadslid van Proefdorp: leest wat andere raden met hem delen"),
    (SECRETARY, "secretariaat: werkt alles bij in het beheer"),
    (REVIEWER, "secretariaat: kijkt antwoorden na"),
]
TOWNS = [
    ("voorbeeldstad", "Voorbeeldstad"),
    ("proefdorp", "Proefdorp"),
    ("oefenbeek", "Oefenbeek"),
    ("modelveen", "Modelveen"),
]


def people():
    """The towns with their councils and executives, the province above them, and the people who can sign in."""
    province, _ = Partner.objects.get_or_create(
        slug="voorbeeldland",
        defaults={"name": "Voorbeeldland", "kind": PartnerKind.PROVINCE, "is_example": True},
    )
    Body.objects.get_or_create(
        partner=province, kind=BodyKind.STATES, defaults={"name": "Provinciale Staten van Voorbeeldland"}
    )
    councils = {slug: town(slug, name, province) for slug, name in TOWNS}
    for email, name in [(SECRETARY, "Voorbeeld Secretariaat"), (REVIEWER, "Voorbeeld Tweede Secretaris")]:
        if not User.objects.filter(email=email).exists():
            User.objects.create_superuser(email, name=name)
    for email, name, slug, capacity, party_group in [
        (COUNCILLOR, "Voorbeeld Raadslid", "voorbeeldstad", Capacity.COUNCILLOR, "Voorbeeld"),
        (CLERK, "Voorbeeld Griffier", "voorbeeldstad", Capacity.CLERK, ""),
        (OTHER_COUNCILLOR, "Voorbeeld Ander Raadslid", "proefdorp", Capacity.COUNCILLOR, ""),
    ]:
        if not User.objects.filter(email=email).exists():
            Mandate.objects.create(
                user=User.objects.create_user(email, name=name),
                body=councils[slug],
                capacity=capacity,
                party_group=party_group,
                starts_on=date(2022, 3, 30),
            )


def town(slug, name, province):
    """An invented municipality with its council and executive; returns the council."""
    partner, _ = Partner.objects.get_or_create(
        slug=slug,
        defaults={
            "name": name,
            "kind": PartnerKind.MUNICIPALITY,
            "province": province,
            "summary": "Een verzonnen gemeente, om in de demo het reageren te laten zien.",
            "is_example": True,
        },
    )
    council, _ = Body.objects.get_or_create(
        partner=partner, kind=BodyKind.COUNCIL, defaults={"name": f"gemeenteraad van {name}"}
    )
    Body.objects.get_or_create(
        partner=partner,
        kind=BodyKind.EXECUTIVE,
        defaults={"name": f"college van burgemeester en wethouders van {name}"},
    )
    return council


def body(slug, kind):
    return Body.objects.get(partner__slug=slug, kind=kind)
