"""The page on which a reader reports a point of somebody else."""

from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from consultation.access import form_page
from consultation.models import Point
from consultation.moderating import acts
from consultation.moderating.forms import FlagForm
from partners.ground import limits

# Who reads and finds several that should not stand there is no trouble; who fills the queue of the desk is.
FLAGGING = limits.Limit(
    "melden",
    "Er is in korte tijd heel vaak iets gemeld.",
    most={limits.HOUR: 20, limits.DAY: 60},
    network={limits.HOUR: 100, limits.DAY: 300},
)


@never_cache
@form_page
def flag(request, pk):
    """Shows the point and asks what is wrong with it; needs no account and asks for no name."""
    points = Point.objects.public().select_related("letter__body__partner", "letter__table__session")
    point = get_object_or_404(points.select_related("letter__consultation", "wording__element", "question"), pk=pk)
    form = FlagForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        limits.hold(request, FLAGGING)
        acts.flag(point=point, **form.cleaned_data)
        return redirect(f"{reverse('consultation:flag', args=[pk])}?gemeld=ja")
    page = {"point": point, "form": form, "is_flagged": "gemeld" in request.GET}
    return render(request, "consultation/flag.html", page)
