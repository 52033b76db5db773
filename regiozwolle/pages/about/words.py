"""The words of the office, and what they mean here: one list, to which the pages link where such a word stands."""

from dataclasses import dataclass

from django.shortcuts import render
from django.urls import reverse
from django.utils.text import slugify
from django.views.decorators.http import require_safe


@dataclass(frozen=True)
class Explained:
    """A word of the office with what it means in plain Dutch."""

    word: str
    meaning: str

    @property
    def anchor(self):
        return slugify(self.word)

    @property
    def address(self):
        return f"{reverse('words')}#{self.anchor}"


@dataclass(frozen=True)
class Group:
    """Words that one meets on one page of the site: the name of that page's address, and of the link to it."""

    heading: str
    page: str
    link: str
    words: list[Explained]

    @property
    def address(self):
        return reverse(self.page)


GROUPS = [
    Group(
        "In de agenda",
        "agenda:agenda",
        "Lees de agenda",
        [
            Explained(
                "brede welvaart", "Meer dan geld: ook gezondheid, werk, wonen, natuur en veiligheid. Nu en later."
            ),
            Explained("governance", "Wie wat besluit, wie wat doet en wie daarop let. Wij schrijven: sturing."),
            Explained("leidende principes", "Vragen die de partners bij elke keuze stellen."),
            Explained("opgave", "Iets wat de partners samen willen oplossen of bereiken."),
            Explained("overkoepelende ambitie", "Het ene doel waar alle andere doelen aan bijdragen."),
            Explained("regionale ambities", "De doelen voor de hele regio."),
            Explained("sluitstuk", "Het laatste deel van de agenda. Het gaat over hoe de partners samenwerken."),
            Explained("transitie", "Een grote verandering die jaren duurt, zoals die naar schone energie."),
            Explained("uitvoeringslijn", "Een deel van de agenda. Het bundelt het werk aan één onderwerp."),
        ],
    ),
    Group(
        "Als u reageert",
        "consultation:list",
        "Bekijk de consultaties",
        [
            Explained("consultatie", "Om een mening vragen over een tekst die nog niet vaststaat."),
            Explained("hoedanigheid", "Als wie iemand iets doet: als raadslid, griffier of wethouder bijvoorbeeld."),
            Explained(
                "nota van beantwoording", "De lijst van alle punten uit de reacties, met het antwoord en de reden."
            ),
            Explained(
                "zienswijze",
                "De officiële mening van een raad of van Staten over een voorstel. Een reactie hier is dat niet.",
            ),
        ],
    ),
    Group(
        "Als er iets besloten wordt",
        "deciding:decisions",
        "Bekijk de besluiten",
        [
            Explained("college", "Het dagelijks bestuur van een gemeente: de burgemeester en de wethouders."),
            Explained("dossier", "Alles wat over één voorstel aan raden en Staten is voorgelegd."),
            Explained("Gedeputeerde Staten", "Het dagelijks bestuur van een provincie."),
            Explained("griffier", "Wie het werk van een gemeenteraad of van Provinciale Staten voorbereidt."),
            Explained(
                "orgaan",
                "Een groep die binnen een partner besluit, zoals een gemeenteraad, een college of een bestuur.",
            ),
            Explained("Provinciale Staten", "Het gekozen bestuur van een provincie. Wij schrijven ook: Staten."),
        ],
    ),
    Group(
        "Bij cijfers, geld en projecten",
        "results:dashboard",
        "Bekijk de resultaten",
        [
            Explained("actielijn", "Een groep projecten met hetzelfde doel, binnen één programma."),
            Explained("cofinanciering", "Meebetalen. Wie geld krijgt, legt zelf ook een deel bij."),
            Explained("hefboom", "Hoeveel geld van anderen er tegenover één euro uit de regio staat."),
            Explained("peildatum", "De dag waarover een cijfer gaat."),
            Explained("Regio Deal", "Een afspraak tussen het Rijk en een regio: beide betalen mee aan projecten."),
            Explained("streefwaarde", "Het getal dat een cijfer op een bepaalde dag moet halen."),
        ],
    ),
]
BY_WORD = {one.word: one for group in GROUPS for one in group.words}


@require_safe
def words(request):
    """What the words of the office mean, under the page where one meets them."""
    return render(request, "about/words.html", {"groups": GROUPS})
