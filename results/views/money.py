"""What partners contribute, how that is computed, and what it draws from others."""

from django.conf import settings
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from agenda.models import LINES, Agenda, Element, ElementKind, Version
from partners.ground.documents import FORMS, response
from partners.ground.state.pieces import piece
from partners.ground.state.prepared_rows import PreparedRows
from partners.ground.templatetags.dutch import years
from partners.ground.templatetags.parts import drawn
from results.charts.rows import years_of_contributions
from results.documents.money import contributions_document
from results.forms.money import ContributionFilter
from results.models import Funding, IndicatorNature, Measurement, Programme, Tariff
from results.money.contributions import FORMULA, RULES, contributions, total_of
from results.money.funding import purse_of
from results.money.leverage import LEVERAGE_FORMULA, PER_YEAR, agenda_leverage, leverage, yearly_leverages
from results.money.tables import lacking, programme_rows, sums_by_element, sums_by_partner, tariff_rows, yearly_rows

INVENTED = "Deze agenda, de tarieven en de partners zijn verzonnen. Zo ziet u hoe de berekening werkt."
FORMS_OF_TABLES = [FORMS[key] for key in ("xlsx", "ods", "csv", "json")]


@require_safe
@vary_on_headers("HX-Target")
def contributed(request, slug=None):
    """Who pays what for an agenda, without `slug` the current one: by part, year and partner, and the rows behind."""
    version = version_of(slug)
    agenda, address = version.agenda, request.path
    if request.htmx.target == "contributions":
        page = rows_in(version, tariffs_for(agenda), request.GET, address=address)
        return render(request, "results/_contributions.html", page)
    if request.GET.keys().isdisjoint(ContributionFilter.base_fields):
        sentence, sums, tariffs, rows = computed_drawn(version.pk, address)
    else:
        sentence, sums, tariffs, rows = computed(version, request.GET, address=address)
    before = "" if agenda.is_example else before_drawn()
    last = [rows, formula_drawn(bool(sums)), leverage_drawn(version.pk, address)]
    return render(
        request,
        "results/contributions.html",
        {
            "agenda": agenda,
            "sentence": sentence,
            # What is known goes first.
            "parts": [sums, tariffs, *last, before] if sums else [before, tariffs, *last],
            "title": "Bijdragen, voorbeeld" if agenda.is_example else "Bijdragen",
            "invented": INVENTED,
        },
    )


@piece
def computed_drawn(version, address):
    """What is `computed` for the version with this key, as long as nothing is chosen."""
    return computed(Version.objects.select_related("agenda").get(pk=version), {}, address=address)


def computed(version, asked, *, address):
    """(All together in a sentence; the sums, "" as long as none is known; the tariffs; the rows that are asked for)."""
    agenda, tariffs = version.agenda, tariffs_for(version.agenda)
    page = rows_in(version, tariffs, asked, address=address)
    found = page["found"]
    page["sums"] = [sums_by_element(found), sums_by_partner(found)] if found.total.is_known else []
    years = {"agenda": agenda, "by_year": years_of_contributions(found) if page["sums"] else None}
    costs = {"tariffs": tariff_rows(found, tariffs), "found": found, "sources": sources_of(tariffs)}
    downloads = [FORMS["pdf"], *FORMS_OF_TABLES]
    return (
        found.sentence,
        drawn("results/parts/contributions_summed.html", **years, **page) if page["sums"] else "",
        drawn("results/_contributions_tariffs.html", **costs) if tariffs else "",
        drawn("results/_contributions_rows.html", filtered_at=address, agenda=agenda, downloads=downloads, **page),
    )


def rows_in(version, tariffs, asked, *, address):
    """All contributions for a version, the filter, and what fits what is `asked` of it on the page at `address`."""
    found = contributions_in(version, tariffs)
    form = ContributionFilter(asked, contributions=found, today=timezone.localdate())
    # As long as nothing is known there is nothing to choose from: then all of it is one sentence.
    rows = form.narrowed() if found.total.is_known else found.rows
    return {"found": found, "form": form, "address": address, **narrowed_to(rows)}


def tariffs_for(agenda):
    """The Tariffs for the parts of an agenda."""
    return [tariff for tariff in TARIFFS.ask(agenda.pk) if tariff.element]


def sources_of(tariffs):
    """(Source, the day of the inhabitants) of some Tariffs, each once."""
    return dict.fromkeys((one.source, one.inhabitants_on) for one in tariffs)


@piece
def formula_drawn(is_known):
    """How a contribution is computed, with an example as long as none of the real ones `is_known`."""
    example = None if is_known else example_of_contributions()
    return drawn("results/_contributions_formula.html", formula=FORMULA, rules=RULES, example=example)


@piece
def before_drawn():
    """What is known of money that nothing is computed with: tariffs of earlier, and what was paid; "" without any."""
    tariffs = Tariff.objects.filter(element=None).select_related("source")
    told = {"earlier": earlier(tariffs), "paid_before": paid_before()}
    return drawn("results/_money_before.html", **told) if any(told.values()) else ""


@piece
def leverage_drawn(version, address):
    """What others pay beside our contributions for the version with this key; "" when nothing is known of that."""
    version = Version.objects.select_related("agenda").get(pk=version)
    found = contributions_in(version, tariffs_for(version.agenda))
    told = drawn_in(version.agenda, found, address=address)
    return drawn("results/_leverage.html", agenda=version.agenda, **told) if told else ""


def narrowed_to(rows):
    """What the list tells of the Contributions `rows`: those that are known in full, of the others why not."""
    known = [row for row in rows if not row.missing]
    return {"rows": rows, "known": known, "lacking": lacking(rows), "sum": total_of(rows)}


@require_safe
def download(request, slug, form):
    """All contributions to an agenda as a file; a form that does not exist is a 404."""
    version = version_of(slug)
    found = contributions_in(version, tariffs_for(version.agenda))
    address = settings.SITE_URL + reverse("results:contributions_to", args=[slug])
    return response(contributions_document(version.agenda, found, address=address), form, f"bijdragen-{slug}")


def version_of(slug):
    """The newest published version of the agenda at this address, the current one without; 404 when there is none."""
    version = NEWEST.first(slug) if slug else CURRENT.first()
    if version is None:
        raise Http404("Deze agenda staat niet op de site.")
    return version


def newest_of(slug):
    return Version.objects.published().filter(agenda__slug=slug).select_related("agenda").order_by("-number")[:1]


NEWEST, CURRENT = PreparedRows(newest_of), PreparedRows(lambda: Version.objects.to_show()[:1])
LINES_OF = PreparedRows(lambda version: Element.objects.in_version(version).filter(kind__in=LINES))
TARIFFS = PreparedRows(lambda agenda: Tariff.objects.for_contributions(agenda))


def contributions_in(version, tariffs):
    """The Contributions for the lines of a version; of `tariffs` only those for the agenda count."""
    lines = LINES_OF.ask(version.pk)
    return contributions(version.agenda, lines, tariffs=[tariff for tariff in tariffs if tariff.element])


def example_of_contributions():
    """The demo's agenda that has tariffs, to see a calculation while of the real one nothing is known; or None."""
    return Agenda.objects.filter(is_example=True, elements__tariffs__isnull=False).first()


def earlier(tariffs):
    """(tariff, its years in words) of `tariffs`; years that say the same are one."""
    same = {}
    for tariff in tariffs:
        stated = (tariff.purpose, tariff.amount, tariff.payer, tariff.source, tariff.note)
        same.setdefault(stated, []).append(tariff)
    return [(group[0], span(group[0].year, group[-1].year)) for group in same.values()]


def span(first, last):
    """Two years as one word, or the one year when they are the same."""
    return str(first) if first == last else years(first, last)


def drawn_in(agenda, found, *, address):
    """What others pay beside our contributions: for the agenda, per year and per programme; two queries.

    `address` is that of the page.
    """
    programmes = Programme.objects.public().whole().filter(elements__agenda=agenda, is_example=agenda.is_example)
    programmes = list(programmes.distinct())
    fundings = list(Funding.objects.public().counting().of(*programmes).with_owners().order_by("pk"))
    purses = {programme: purse_of(programme, fundings) for programme in programmes}
    purses = {programme: purse for programme, purse in purses.items() if purse.fundings or purse.parts}
    if not purses:
        return {}
    begun = {one: purse for one, purse in purses.items() if one.starts_on and one.starts_on.year in found.years}
    of_agenda = agenda_leverage(agenda, found.total, begun.values())
    of_programmes = [leverage(*one) for one in purses.items()]
    return {
        "leverage_formula": LEVERAGE_FORMULA,
        "per_year": PER_YEAR,
        "leverage": of_agenda,
        "leverage_reason": of_agenda.reason(found.total),
        "yearly": yearly_rows(yearly_leverages(found.by_year, begun.values()), address=address),
        "leverages": programme_rows(of_programmes) if any(one.factor is not None for one in of_programmes) else [],
    }


def paid_before():
    """What was paid for the network itself, as its sources say; nothing is computed with it."""
    paid = Measurement.objects.public().filter(
        indicator__nature=IndicatorNature.INVESTED, indicator__elements__parent__kind=ElementKind.CLOSING
    )
    return paid.select_related("indicator", "partner", "source").order_by("-reference_on", "pk").distinct()
