"""What was put right: values, dates, units, sources, targets, amounts, decisions and roles."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.views.decorators.http import require_safe

from regiozwolle.history.rectifying import public_changes, rectifications

PER_PAGE = 25


@require_safe
def rectified(request):
    """Each change of what everyone could read, the newest first: what stood there, what stands there now, and why."""
    page = Paginator(public_changes().select_related("act"), PER_PAGE).get_page(request.GET.get("pagina"))
    return render(request, "rectified.html", {"page": page, "lines": rectifications(page.object_list)})
