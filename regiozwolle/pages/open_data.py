"""What the portal knows, as files that a program can read: CSV and JSON, without signing in, free to use (CC0).

CSV is UTF-8 with a header and semicolons, dates are ISO 8601 and decimals have a point. A cell that a spreadsheet
would run as a formula gets an apostrophe in front. The invented examples of the demo are never in it.
"""

import csv
from dataclasses import dataclass

from django.db.models import F
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from agenda.models import Wording
from partners.ground.documents.interchange import harmless
from partners.models import Partner, Population
from results.models import Funding, Measurement, Project, Report, Tariff


@dataclass(frozen=True)
class Dataset:
    """A table to download: `rows()` gives a queryset of dictionaries, their keys are the columns."""

    title: str
    description: str
    rows: callable


def partners():
    return Partner.objects.real().values(
        adres=F("slug"),
        naam=F("name"),
        soort=F("kind"),
        in_provincie=F("province__name"),
        cbs=F("cbs_code"),
        tooi=F("tooi_uri"),
        site=F("website"),
        bron=F("source__title"),
    )


def populations():
    return (
        Population.objects.filter(partner__is_example=False)
        .order_by("partner__name", "reference_on")
        .values(
            partner_naam=F("partner__name"),
            partner_cbs=F("partner__cbs_code"),
            peildatum=F("reference_on"),
            inwoners=F("count"),
            zekerheid=F("certainty"),
            bron=F("source__title"),
            bron_adres=F("source__url"),
        )
    )


def wordings():
    return (
        Wording.objects.published()
        .filter(version__agenda__is_example=False)
        .order_by("version__agenda__first_year", "version__number", "position", "pk")
        .values(
            agenda=F("version__agenda__slug"),
            versie=F("version__number"),
            status=F("version__status"),
            datum=F("version__dated_on"),
            code=F("element__code"),
            soort=F("element__kind"),
            nummer=F("number"),
            tekst=F("text"),
        )
    )


def measurements():
    real = Measurement.objects.filter(indicator__is_example=False)
    return real.order_by("indicator__slug", "reference_on", "pk").values(
        cijfer=F("indicator__slug"),
        naam=F("indicator__name"),
        aard=F("indicator__nature"),
        eenheid=F("indicator__unit"),
        gebied=F("scope"),
        partner_naam=F("partner__name"),
        woord_ervoor=F("qualifier"),
        waarde=F("value"),
        peildatum=F("reference_on"),
        peildatum_in_woorden=F("reference_text"),
        zekerheid=F("certainty"),
        bron=F("source__title"),
        bron_adres=F("source__url"),
        opmerking=F("note"),
    )


def projects():
    return Project.objects.order_by("slug").values(
        adres=F("slug"),
        naam=F("name"),
        programma=F("programme__name"),
        hoort_bij_programma=F("standing"),
        samenvatting=F("summary"),
        periode=F("period_text"),
        deelproject_van=F("parent__slug"),
        bron=F("source__title"),
        bron_adres=F("source__url"),
    )


def tariffs():
    return (
        Tariff.objects.exclude(element__agenda__is_example=True)
        .order_by("purpose", "element__position", "year", "payer")
        .values(
            onderdeel=F("element__code"),
            waarvoor=F("purpose"),
            jaar=F("year"),
            betaald_door=F("payer"),
            euro_per_inwoner=F("amount"),
            peildatum_inwoners=F("inhabitants_on"),
            bron=F("source__title"),
            bron_adres=F("source__url"),
            opmerking=F("note"),
        )
    )


def fundings():
    return (
        Funding.objects.real()
        .order_by("reference_on", "pk")
        .values(
            programma=F("programme__name"),
            project_naam=F("project__name"),
            van=F("funder"),
            jaar=F("year"),
            telt_mee=F("counts"),
            woord_ervoor=F("qualifier"),
            toegezegd_in_euro=F("committed"),
            besteed_in_euro=F("spent"),
            datum=F("reference_on"),
            bron=F("source__title"),
            bron_adres=F("source__url"),
            opmerking=F("note"),
        )
    )


def reports():
    return (
        Report.objects.published()
        .filter(is_example=False)
        .order_by("ends_on", "pk")
        .values(
            adres=F("slug"),
            titel=F("title"),
            eerste_dag=F("starts_on"),
            laatste_dag=F("ends_on"),
            vastgelegd_op=F("frozen_at"),
            op_de_site_vanaf=F("published_at"),
            vorige=F("previous__slug"),
        )
    )


DATASETS = {
    "partners": Dataset("Partners", "De gemeenten, provincies en andere partners, met hun codes.", partners),
    "inwoners": Dataset("Inwoners", "Inwonertallen per gemeente en provincie, met peildatum en bron.", populations),
    "agenda": Dataset("Agenda", "De tekst van de strategische agenda, per onderdeel en versie.", wordings),
    "cijfers": Dataset("Cijfers", "Alle metingen, met peildatum, zekerheid en bron.", measurements),
    "projecten": Dataset("Projecten", "De projecten die met naam bekend zijn.", projects),
    "rapportages": Dataset(
        "Rapportages", "Welke zijn vastgelegd. Elke rapportage is ook een bestand op zich.", reports
    ),
    "financiering": Dataset("Financiering", "Bedragen per programma of project. Leeg is onbekend.", fundings),
    "tarieven": Dataset("Tarieven", "Wat gemeenten en provincies per inwoner betalen, voor zover bekend.", tariffs),
}


@require_safe
def index(request):
    return render(request, "open_data.html", {"datasets": DATASETS.items()})


@require_safe
def download(request, dataset, form):
    """The table `dataset` as csv or json; anything else is a 404."""
    if dataset not in DATASETS or form not in ("csv", "json"):
        raise Http404
    rows = DATASETS[dataset].rows()
    if form == "json":
        return JsonResponse({"licentie": "CC0-1.0", dataset: list(rows)}, json_dumps_params={"ensure_ascii": False})
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="regio-zwolle-{dataset}.csv"'
    writer = csv.writer(response, delimiter=";")
    writer.writerow(rows.query.annotation_select)
    writer.writerows([harmless(value) if isinstance(value, str) else value for value in row.values()] for row in rows)
    return response
