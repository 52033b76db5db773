"""The desk for what readers report: the queue, and the page on which a point is taken off, left, or put back."""

from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.text import Truncator, capfirst

from consultation.models import Flag, Point
from consultation.moderating.acts import let_stand, put_on_again, take_off
from consultation.moderating.forms import RemovalForm
from partners.ground.admin import ReadOnly
from partners.ground.desk.acts import confirm_and_do
from partners.ground.templatetags.dutch import counted, moment

NAME = "consultation_point_moderate"
OFF = [
    "Op de plaats van het punt leest iedereen dan dat het is weggehaald, en waarom. Dat geldt voor elke pagina, elk "
    "bestand en het zoeken. Wat er stond, leest alleen het beheer.",
    "De schrijver krijgt een mail met de reden. Het punt telt nog mee, en u kunt het terugzetten.",
]
ON = [
    "Dit punt is van de site gehaald. Zet u het terug, dan staat er weer wat de schrijver schreef.",
    "De schrijver krijgt er een mail over.",
]
WAITS = "punt is gemeld door een lezer,punten zijn gemeld door een lezer"


def moderating_paths(model_admin):
    """The address of the page, to stand before those of the desk of points itself."""
    view = model_admin.admin_site.admin_view
    return [path("<int:pk>/van-de-site/", view(moderate), name=NAME)]


def flags_waiting(user):
    """What the page on which the day begins says of reported points: (words, the queue). One query."""
    if not user.has_perm("consultation.change_point"):
        return []
    count = Flag.objects.waiting().values("point").distinct().count()
    address = f"{reverse('admin:consultation_flag_changelist')}?settled_at__isempty=1"
    return [(counted(count, WAITS), address)] if count else []


@permission_required("consultation.change_point", raise_exception=True)
def moderate(request, pk):
    """Takes a point off the site with a reason, lets it stand in spite of what was reported, or puts it back."""
    is_more = request.method == "POST" and "more" in request.POST
    form = RemovalForm(request.POST if request.method == "POST" else None)
    is_off = point_of(pk).removals.filter(undone_at=None).exists()

    def do():
        point = point_of(pk)
        if is_off:
            put_on_again(point=point)
            messages.success(request, "Het punt staat weer op de site.")
        elif is_more:
            let_stand(point=point)
            messages.success(request, "Het punt blijft staan. De meldingen zijn afgehandeld.")
        elif form.is_valid():
            take_off(point=point, by=request.user, **form.cleaned_data)
            messages.success(request, "Het punt is van de site gehaald. De schrijver krijgt er een mail over.")
        return redirect("admin:consultation_point_change", pk)

    def page():
        point = point_of(pk)
        return page_to_put_back(point) if is_off else page_to_take_off(point, None if is_more else form)

    return confirm_and_do(request, page=page, do=do, locks=[Point.objects.filter(pk=pk)])


def point_of(pk):
    """The point with the number `pk` in its address, if it counts. Raises Http404."""
    found = Point.objects.counted().select_related(
        "letter__body__partner", "letter__table__session", "letter__consultation"
    )
    point = found.filter(pk=pk).first()
    if point is None:
        raise Http404("Dit punt is er niet.")
    return point


def ways_back(point):
    return {"back": reverse("admin:consultation_point_change", args=[point.pk]), "back_name": f"Punt {point.pk}"}


def page_to_take_off(point, form):
    """The point and what readers reported of it."""
    flags = [(f"Gemeld op {moment(one.made_at)}", one.reason) for one in point.flags.waiting()]
    return {
        **ways_back(point),
        "title": "Haal een punt van de site",
        "lines": OFF,
        "shown": [(capfirst(point.letter.sender), point.text), *flags],
        "reads": [("Voorstel", point.proposal)],
        "form": form,
        "button": "Haal het punt van de site",
        "more": "Laat het staan" if flags else "",
    }


def page_to_put_back(point):
    """What stands there now, and what it said."""
    removal = point.removals.get(undone_at=None)
    return {
        **ways_back(point),
        "title": "Zet een punt terug op de site",
        "lines": ON,
        "shown": [("Er staat nu", point.text), ("Er stond", removal.text)],
        "reads": [("Voorstel", removal.proposal)],
        "button": "Zet het punt terug",
    }


@admin.register(Flag)
class FlagAdmin(ReadOnly, admin.ModelAdmin):
    """What readers reported, what waits first."""

    list_display = ["beginning", "sender", "reason", "made_at", "stand"]
    list_filter = [("settled_at", admin.EmptyFieldListFilter), "point__letter__consultation"]
    list_select_related = ["point__letter__body__partner", "point__letter__table__session"]
    list_per_page = 50
    fields = ["judge", "reason", "made_at", "settled_at"]
    readonly_fields = ["judge"]
    view_on_site = False

    @admin.display(description="punt")
    def beginning(self, flag):
        return Truncator(flag.point.text).words(14)

    @admin.display(description="van")
    def sender(self, flag):
        return flag.point.letter.sender

    @admin.display(description="stand", ordering="settled_at")
    def stand(self, flag):
        return f"afgehandeld op {moment(flag.settled_at)}" if flag.settled_at else "wacht op u"

    @admin.display(description="punt")
    def judge(self, flag):
        address = reverse(f"admin:{NAME}", args=[flag.point_id])
        return format_html('{} <a href="{}">Kies wat ermee gebeurt</a>', flag.point.text, address)
