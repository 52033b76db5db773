"""Who takes part. The page of one partner draws on all apps: regiozwolle/pages/partner/."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.html import format_html_join
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from partners.drawn import map_of
from partners.forms import PartnerFilter
from partners.geography import region_map
from partners.ground import files
from partners.ground.publishing import let_in
from partners.ground.state.pieces import piece
from partners.ground.state.prepared_rows import PreparedRows
from partners.ground.templatetags.parts import drawn
from partners.models import Partner


@require_safe
def logo(request, slug):
    """The logo of a partner, as the portal drew it."""
    partner = get_object_or_404(Partner.objects.select_related("logo"), slug=slug)
    if not partner.is_public_now:
        let_in(request, partner)
    if partner.logo is None or not partner.logo.is_whole():
        raise Http404("Deze partner heeft geen logo.")
    return files.shown(request, partner.logo)


MUNICIPALITIES = PreparedRows(lambda: Partner.objects.municipalities())
PROVINCES = PreparedRows(lambda: Partner.objects.provinces())


@require_safe
@vary_on_headers("HX-Target")
def partners(request):
    """All partners, on the map and by kind and province; or those that fit the filter."""
    municipalities, all_provinces = MUNICIPALITIES.ask(), PROVINCES.ask()
    form = PartnerFilter(request.GET, provinces=all_provinces)
    is_narrowed = not request.GET.keys().isdisjoint(form.fields)
    listed = listed_drawn(form.filter(Partner.objects.taking_part()), form) if is_narrowed else everyone_drawn()
    if request.htmx.target == "partners":
        return HttpResponse(listed)
    shown = {
        "map": map_of(*region_map(municipalities).places),
        "municipality_count": len(municipalities),
        "province_count": len(all_provinces),
        "form": form,
        "listed": listed,
    }
    return render(request, "partners/partners.html", shown)


@piece
def everyone_drawn():
    """The list of all who take part. Two queries."""
    return listed_drawn(Partner.objects.taking_part())


def listed_drawn(partners, form=None):
    """The list of these `partners`, and what the filter could not use."""
    provinces, kinds = partners.by_province(), partners.by_kind()
    return drawn(
        "partners/_partners.html",
        form=form,
        provinces=provinces,
        kinds=[(kind, told_together(group)) for kind, group in kinds],
        count=sum(len(province.places) for province in provinces) + sum(len(group) for _, group in kinds),
    )


def told_together(partners):
    """(Links to their pages as HTML, what is told of them) for those of `partners` of whom the same is told."""
    groups = {}
    for partner in partners:
        groups.setdefault(partner.summary, []).append((partner.get_absolute_url(), partner.name))
    return [(format_html_join(", ", '<a href="{}">{}</a>', links), summary) for summary, links in groups.items()]
