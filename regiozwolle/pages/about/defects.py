"""What is known not to be accessible, with all that the declaration must say of it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Defect:
    """One thing that not everybody can use. `planned_on` is the day on which it will be mended, None: not known."""

    name: str
    criterion: str
    cause: str
    consequence: str
    alternative: str
    measure: str
    stays: bool = False
    planned_on: date | None = None

    @property
    def terms(self):
        return [
            ("Eis", self.criterion),
            ("Oorzaak", self.cause),
            ("Gevolg", self.consequence),
            ("Wat u nu kunt doen", self.alternative),
            ("Wat wij doen", self.measure),
        ]


DEFECTS = [
    Defect(
        name="Urk en Hattem zijn klein op de kaart",
        criterion="WCAG 2.5.8: wat u aanwijst, is groot genoeg.",
        cause="De kaart toont de echte vorm van elke gemeente.",
        consequence="Op een smal scherm is een kleine gemeente lastig aan te wijzen.",
        alternative="Gebruik de lijst eronder. Daarin staan dezelfde gemeenten.",
        measure="De kaart blijft zo. De lijst blijft er altijd bij staan.",
        stays=True,
    ),
    Defect(
        name="Niet getest met schermlezers",
        criterion="Alle eisen van WCAG 2.1, op niveau A en AA.",
        cause="Wij hebben de site nog niet met mensen getest die een schermlezer gebruiken.",
        consequence="Een deel kan onhandig of onduidelijk klinken.",
        alternative="Mail ons. Wij helpen u, of sturen de tekst in een andere vorm.",
        measure="Zo’n test hoort bij het onderzoek.",
    ),
]
