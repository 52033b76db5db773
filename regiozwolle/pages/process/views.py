"""The page on which each consultation is measured by its own promises."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.views.decorators.http import require_safe

from consultation.models import Consultation
from regiozwolle.pages.process.promises import processes

PER_PAGE = 20


@require_safe
def promises_kept(request):
    """What every consultation promised, what happened, whether it was kept; real ones first, then the newest."""
    shown = Consultation.objects.public().order_by("is_example", "-opens_at")
    page = Paginator(shown, PER_PAGE).get_page(request.GET.get("pagina"))
    found = processes(shown.filter(pk__in=[one.pk for one in page.object_list]))
    return render(request, "consultation/promises.html", {"page": page, "processes": found})
