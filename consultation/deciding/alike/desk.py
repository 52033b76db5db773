"""The desk for whether the bodies adopted the same: what is to be judged, and the two acts of who judges it."""

from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.http import urlencode

from consultation.deciding.alike.acts import exclude, judge
from consultation.deciding.alike.conditions import conditions_in
from consultation.deciding.alike.deviations import DossierComparison
from consultation.deciding.alike.exclusions import pairs_in
from consultation.deciding.alike.forms import ExcludeForm, JudgeForm
from consultation.deciding.models import Decision, Dossier, Exclusion, LikenessJudgement, Track
from partners.ground.admin import ReadOnly
from partners.ground.desk.acts import confirm_and_do

NAMES = "deciding_dossier_alike"
PUBLIC = "Uw oordeel en uw reden staan op de site, bij deze afwijking."


class MadeByAct(ReadOnly):
    """It is made by an act, and taken away here when it was wrong; the record keeps who did which."""

    list_per_page = 50

    def has_delete_permission(self, request, obj=None):
        return admin.ModelAdmin.has_delete_permission(self, request, obj)


@admin.register(LikenessJudgement)
class LikenessJudgementAdmin(MadeByAct, admin.ModelAdmin):
    list_display = ["dossier", "about", "verdict", "judged_at"]
    list_filter = ["dossier", "verdict"]
    list_select_related = ["dossier"]
    fields = ["dossier", "about", "verdict", "reason", "judged_at"]


@admin.register(Exclusion)
class ExclusionAdmin(MadeByAct, admin.ModelAdmin):
    list_display = ["__str__", "one_condition", "other_condition", "marked_at"]
    list_filter = ["one__track__dossier"]
    list_select_related = ["one__track__body", "other__track__body"]
    fields = ["one", "one_condition", "other", "other_condition", "reason", "marked_at"]

    def get_queryset(self, request):
        whose = ["track__dossier", "track__body"]
        return (
            super()
            .get_queryset(request)
            .select_related(*(f"{end}__{one}" for end in ("one", "other") for one in whose))
        )


def alike_paths(site):
    """The addresses of these pages, to stand before those of the desk of dossiers itself."""
    return [
        path("<int:pk>/gelijkluidend/", site.admin_view(overview), name=NAMES),
        path("<int:pk>/gelijkluidend/oordeel/", site.admin_view(judge_page), name=f"{NAMES}_judge"),
        path("<int:pk>/gelijkluidend/tegenstrijdig/", site.admin_view(exclude_page), name=f"{NAMES}_exclude"),
    ]


def read(pk):
    """The Dossier with that key as for its board. Raises Http404."""
    return get_object_or_404(Dossier.objects.with_board(), pk=pk)


@permission_required("deciding.view_dossier", raise_exception=True)
def overview(request, pk):
    """All deviations with what was judged, and the conditions that exclude each other. Nothing is saved here."""
    dossier = read(pk)
    conditions = conditions_in(dossier.tracks.all())
    deviations = DossierComparison(dossier).deviations
    return TemplateResponse(
        request,
        "admin/deciding/alike.html",
        {
            **admin.site.each_context(request),
            "title": f"Gelijkluidend? {dossier}",
            "back": reverse("admin:deciding_dossier_change", args=[pk]),
            "dossier": dossier,
            "deviations": [(one, to_judge(one, pk, request.user)) for one in deviations],
            "exclude": reverse(f"admin:{NAMES}_exclude", args=[pk]) if request.user.writes and conditions[1:] else "",
            "pairs": pairs_in(dossier, conditions),
        },
    )


def to_judge(deviation, pk, user):
    """A link to where a Deviation in the dossier `pk` is judged, as safe HTML; "" for a `user` who only reads."""
    if not user.has_perm("deciding.change_dossier"):
        return ""
    address = f"{reverse(f'admin:{NAMES}_judge', args=[pk])}?{urlencode({'afwijking': deviation.key})}"
    link = '<a href="{}">Beoordeel<span class="visually-hidden">: {}</span></a>'
    return format_html(link, address, deviation.title)


@permission_required("deciding.change_dossier", raise_exception=True)
def judge_page(request, pk):
    """Asks whether the deviation that the address names counts as the same."""
    key, back = request.GET.get("afwijking", ""), reverse(f"admin:{NAMES}", args=[pk])
    form = JudgeForm(request.POST or None)

    def deviation():
        found = next((one for one in DossierComparison(read(pk)).deviations if one.key == key), None)
        if found is None:
            raise Http404("Deze afwijking is er niet meer")
        return found

    def page():
        form.is_valid()
        now = deviation()
        return {
            "title": now.title,
            "back": back,
            "back_name": "Gelijkluidend?",
            "lines": [PUBLIC],
            "shown": [("Wie", now.bodies), ("Wat", now.text or now.title), *said_before(now)],
            "form": form,
            "button": "Leg het oordeel vast",
        }

    def do():
        judge(dossier=Dossier.objects.get(pk=pk), deviation=deviation(), **form.cleaned_data)
        messages.success(request, "Het oordeel staat op de site.")
        return redirect(back)

    locks = [
        Dossier.objects.filter(pk=pk),
        Track.objects.filter(dossier=pk),
        Decision.objects.filter(track__dossier=pk),
    ]
    return confirm_and_do(request, page=page, do=do, locks=locks)


def said_before(deviation):
    """What was judged of it before, for the page on which it is judged anew."""
    return [("Eerder oordeel", deviation.judgement.told)] if deviation.judgement else []


@permission_required("deciding.change_dossier", raise_exception=True)
def exclude_page(request, pk):
    """Asks which two conditions cannot both be met, and why."""
    back = reverse(f"admin:{NAMES}", args=[pk])
    conditions = conditions_in(read(pk).tracks.all())
    form = ExcludeForm(request.POST or None, conditions=conditions)

    def page():
        form.is_valid()
        now = conditions_in(read(pk).tracks.all())
        return {
            "title": "Welke voorwaarden gaan niet samen?",
            "back": back,
            "back_name": "Gelijkluidend?",
            "lines": ["Iedereen leest bij het dossier dat deze twee niet samengaan, met uw reden."],
            "shown": [(one.name, one.decision.condition) for one in now],
            "form": form,
            "button": "Merk ze aan" if len(now) > 1 else "",
        }

    def do():
        data = form.cleaned_data
        exclude(decisions=Decision.objects.filter(pk__in=[data["one"], data["other"]]), reason=data["reason"])
        messages.success(request, "Aangemerkt. Het staat bij het dossier.")
        return redirect(back)

    return confirm_and_do(request, page=page, do=do, locks=[Decision.objects.filter(track__dossier=pk)])
