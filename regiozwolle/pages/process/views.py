"""The page on which each consultation is measured by its own promises."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.views.decorators.http import require_safe

from consultation.models import Consultation
from partners.ground.state.prepared_rows import PreparedRows
from regiozwolle.pages.process.promises import processes

PER_PAGE = 20


# Real ones first, then the newest.
IN_ORDER = ("is_example", "-opens_at")
KEYS = PreparedRows(lambda: Consultation.objects.public().order_by(*IN_ORDER).values_list("pk", flat=True))


@require_safe
def promises_kept(request):
    """What every consultation promised, what happened, whether it was kept; real ones first, then the newest."""
    page = Paginator(KEYS.ask(), PER_PAGE).get_page(request.GET.get("pagina"))
    shown = Consultation.objects.public().filter(pk__in=page.object_list).order_by(*IN_ORDER)
    return render(request, "consultation/promises.html", {"page": page, "processes": processes(shown)})
