"""The page on which each consultation is measured by its own promises."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.views.decorators.http import require_safe

from consultation.models import Consultation
from partners.ground.state.pieces import piece
from partners.ground.state.prepared_rows import PreparedRows
from partners.ground.templatetags.dutch import unbroken
from partners.ground.templatetags.parts import drawn
from regiozwolle.pages.process.promises import processes

PER_PAGE = 20


# Real ones first, then the newest.
IN_ORDER = ("is_example", "-opens_at")
KEYS = PreparedRows(lambda: Consultation.objects.public().order_by(*IN_ORDER).values_list("pk", flat=True))


@require_safe
def promises_kept(request):
    """What every consultation promised, what happened, whether it was kept; real ones first, then the newest."""
    page = Paginator(KEYS.ask(), PER_PAGE).get_page(request.GET.get("pagina"))
    answer, promises = promises_drawn(tuple(page.object_list))
    return render(request, "consultation/promises.html", {"page": page, "answer": answer, "promises": promises})


@piece
def promises_drawn(keys):
    """(The answer in a sentence, what each promised) of the consultations with these `keys`."""
    found = processes(Consultation.objects.public().filter(pk__in=keys).order_by(*IN_ORDER))
    if not found:
        return "Er is nog geen consultatie.", ""
    latest = found[0]
    answer = unbroken(f"De laatste: {latest.consultation.title}. {latest.sentence}")
    return answer, drawn("consultation/parts/promises.html", processes=found)
