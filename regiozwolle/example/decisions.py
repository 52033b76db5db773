"""What the demo's invented bodies decided on the second version of the example agenda."""

from dataclasses import dataclass, field

from django.utils import timezone

from consultation.deciding.models import Component, Decision, Dossier, Outcome, Track, TrackStep, TrackStepKind
from partners.models import Source
from regiozwolle.example.people import body
from regiozwolle.example.reading import read


@dataclass(frozen=True)
class DossierTexts:
    title: str
    summary: str
    period_text: str
    note: str


@dataclass(frozen=True)
class InventedDecision:
    """A decision on the element of `code`, or on the whole; `amount` is in whole euros."""

    outcome: Outcome
    code: str = ""
    amount: int | None = None
    condition: str = ""


@dataclass(frozen=True)
class InventedTrack:
    """What the `body`, as "voorbeeldstad/raad", decided; without decisions it only received the papers."""

    body: str
    decided: list[InventedDecision] = field(default_factory=list)


@dataclass(frozen=True)
class InventedDecisions:
    """The whole of decisions.toml."""

    dossier: DossierTexts
    tracks: list[InventedTrack]


def decide(second, ago):
    """The dossier on the version `second`, with what each invented body decided; `ago` counts days back."""
    invented = read("decisions", InventedDecisions)
    source = Source.objects.get(slug="voorbeeld")
    dossier = Dossier.objects.create(
        slug="voorbeelddossier",
        title=invented.dossier.title,
        summary=invented.dossier.summary,
        version=second,
        period_text=invented.dossier.period_text,
        decide_from=ago.day(52),
        decide_by=ago.day(-40),
        note=invented.dossier.note,
        source=source,
        is_example=True,
        public_from=timezone.now(),
    )
    elements = {wording.element.code: wording.element for wording in second.wordings.select_related("element")}
    decided_on = {decided.code for one in invented.tracks for decided in one.decided if decided.code}
    components = {
        code: Component.objects.create(dossier=dossier, element=element, position=element.position)
        for code, element in elements.items()
        if code in decided_on
    }
    for one in invented.tracks:
        track = Track.objects.create(dossier=dossier, body=body(one.body))
        TrackStep.objects.create(track=track, kind=TrackStepKind.SENT, happened_on=ago.day(52), source=source)
        for decided in one.decided:
            Decision.objects.create(
                track=track,
                component=components.get(decided.code),
                version=second,
                outcome=decided.outcome,
                amount=decided.amount,
                condition=decided.condition,
                decided_on=ago.day(38),
                source=source,
            )
