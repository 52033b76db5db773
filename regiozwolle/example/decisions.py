"""What the demo's invented bodies decided on the second version of the example agenda."""

from consultation.deciding.models import Decision, Dossier, Outcome, Track, TrackStep, TrackStepKind
from partners.models import BodyKind, Source
from regiozwolle.example.people import body

# What the bodies decided on the second version: on the whole, or on the one element of `code`. Who has decided on
# nothing yet has only received the papers.
DECISIONS = [
    {
        "partner": "voorbeeldstad",
        "body": BodyKind.COUNCIL,
        "decided": [
            {"outcome": Outcome.AGREED},
            {"code": "VB24-L1.3", "outcome": Outcome.AGREED, "amount": 40_000},
        ],
    },
    {
        "partner": "proefdorp",
        "body": BodyKind.COUNCIL,
        "decided": [
            {
                "code": "VB24-L1.1",
                "outcome": Outcome.CONDITION,
                "condition": "Elk jaar hoort de raad hoeveel woningen er in de dorpen zijn gebouwd.",
            },
            {"code": "VB24-L1.2", "outcome": Outcome.AGREED},
            {"code": "VB24-L2.1", "outcome": Outcome.AGREED},
            {"code": "VB24-L1.3", "outcome": Outcome.ABSTAINS},
        ],
    },
    {
        "partner": "oefenbeek",
        "body": BodyKind.COUNCIL,
        "decided": [
            {"code": "VB24-L1.1", "outcome": Outcome.AGREED},
            {"code": "VB24-L1.2", "outcome": Outcome.AGREED},
            {"code": "VB24-L2.1", "outcome": Outcome.AGREED},
            {"code": "VB24-L1.3", "outcome": Outcome.AGREED, "amount": 10_000},
            {"code": "VB24-L2.4", "outcome": Outcome.AGAINST},
        ],
    },
    {"partner": "modelveen", "body": BodyKind.COUNCIL, "decided": []},
    {
        "partner": "voorbeeldland",
        "body": BodyKind.STATES,
        "decided": [
            {"outcome": Outcome.AGREED},
            {
                "code": "VB24-L2.1",
                "outcome": Outcome.CONDITION,
                "amount": 150_000,
                "condition": "De gemeenten betalen samen evenveel.",
            },
            {"code": "VB24-L1.2", "outcome": Outcome.ABSTAINS},
        ],
    },
    {"partner": "voorbeeldstad", "body": BodyKind.EXECUTIVE, "decided": [{"outcome": Outcome.AGREED}]},
]


def decide(second, ago):
    """The dossier on the second version, with what each invented body decided."""
    source = Source.objects.get(slug="voorbeeld")
    dossier = Dossier.objects.create(
        slug="voorbeelddossier",
        title="Vaststelling van de voorbeeldagenda",
        summary="De raden, de Staten en een college in Voorbeeldland besluiten over de tweede versie van de agenda.",
        version=second,
        period_text="in de twee maanden na de tweede versie",
        note="Dit dossier en de besluiten zijn verzonnen.",
        source=source,
        is_example=True,
    )
    elements = {wording.element.code: wording.element for wording in second.wordings.select_related("element")}
    for one in DECISIONS:
        track = Track.objects.create(dossier=dossier, body=body(one["partner"], one["body"]))
        TrackStep.objects.create(track=track, kind=TrackStepKind.SENT, happened_on=ago.day(52), source=source)
        for decided in one["decided"]:
            Decision.objects.create(
                track=track,
                element=elements.get(decided.get("code")),
                outcome=decided["outcome"],
                amount=decided.get("amount"),
                condition=decided.get("condition", ""),
                decided_on=ago.day(38),
                source=source,
            )
