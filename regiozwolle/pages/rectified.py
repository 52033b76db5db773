"""What was put right: values, dates, units, sources, targets, amounts, decisions and roles."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.views.decorators.http import require_safe

from partners.ground.state.pieces import piece
from partners.ground.templatetags.parts import drawn
from regiozwolle.history.rectifying import public_changes, rectifications

PER_PAGE = 25


@require_safe
def rectified(request):
    """Each change of what everyone could read, the newest first: what stood there, what stands there now, and why."""
    number = request.GET.get("pagina", "")
    count, lines = told_on(number)
    page = Paginator(range(count), PER_PAGE).get_page(number)
    return render(request, "rectified.html", {"page": page, "lines": lines})


@piece
def told_on(number):
    """How many changes there are, and those on the page with this number; "" when it has none to tell."""
    page = Paginator(public_changes().select_related("act"), PER_PAGE).get_page(number)
    lines = rectifications(page.object_list)
    return page.paginator.count, drawn("_rectifications.html", lines=lines) if lines else ""
