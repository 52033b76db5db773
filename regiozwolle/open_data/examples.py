"""What one can do with the data: three questions of a journalist, and three drawings for the site of a municipality."""

from dataclasses import dataclass

from django.conf import settings
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import escape
from django.views.decorators.http import require_safe

from consultation.deciding.models import Dossier
from partners.ground.state.prepared_rows import PreparedRows
from results.models import Indicator, Programme


@dataclass(frozen=True)
class Embeddable:
    """A drawing that another site may show: what it is called, whose `page` has it, and the address to show."""

    kind: str
    title: str
    page: str
    address: str
    height: int  # px, as much as it takes on a page of common width

    @property
    def code(self):
        """What an editor pastes in the own site."""
        source = f"{settings.SITE_URL}{self.address}"
        return f'<iframe src="{source}" title="{escape(self.title)}" width="100%" height="{self.height}"></iframe>'


@require_safe
def examples(request):
    """Three queries, for the newest dossier, the first headline and the first programme that are not invented."""
    questions = [(asked, name, command.replace("{site}", settings.SITE_URL)) for asked, name, command in QUESTIONS]
    page = {"drawings": drawings(), "questions": questions}
    return render(request, "open_data_examples.html", page)


DOSSIER = PreparedRows(lambda: Dossier.objects.public().real().order_by("-pk")[:1])
FIGURE = PreparedRows(lambda: Indicator.objects.public().real().headlines()[:1])
PROGRAMME = PreparedRows(lambda: Programme.objects.public().real().whole()[:1])


def drawings():
    dossier, figure, programme = DOSSIER.first(), FIGURE.first(), PROGRAMME.first()
    found = (
        ("Een bord", dossier, "deciding:board_embedded", 900),
        ("Een balk", programme, "results:programme_money_embedded", 700),
        ("Een cijfer", figure, "results:indicator_embedded", 700),
    )
    return [
        Embeddable(kind, str(one), one.get_absolute_url(), reverse(name, args=[one.slug]), height)
        for kind, one, name, height in found
        if one
    ]


# (What one wants to know, the data set that tells it, how to ask it on a command line).
QUESTIONS = (
    (
        "Welke raden en Staten besloten al, en wat?",
        "besluiten",
        "curl -s {site}/api/v1/besluiten | jq -r '.rijen[] | [.orgaan, .uitkomst, .besloten_op] | @csv'",
    ),
    (
        "Wat is er aan de cijfers gecorrigeerd, en waarom?",
        "correcties",
        "curl -s {site}/api/v1/correcties | jq -r '.rijen[] | [.naam, .oude_waarde, .nieuwe_waarde, .reden] | @csv'",
    ),
    (
        "Welke gemeente doet aan welk onderdeel mee?",
        "deelnames",
        "curl -s {site}/api/v1/deelnames | jq -r '.rijen[] | [.partner_adres, .code, .deelname] | @csv'",
    ),
)
