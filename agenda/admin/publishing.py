"""The pages on which the secretariat confirms what is done with a version: what will happen, and a button."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone

from agenda import actions
from agenda.checks import advice, comparison_with_last, problems
from agenda.differences import State
from agenda.forms import PublicationForm
from agenda.models import Version
from partners.ground.admin import confirm
from partners.ground.templatetags.dutch import counted, moment


def confirm_act(request, version, *, button, problems=(), **said):
    """The page before an act on `version`, as `confirm` has it: without a button while there are `problems`."""
    return confirm(
        request,
        back=reverse("admin:agenda_version_change", args=[version.pk]),
        back_name=version,
        problems=problems,
        button="" if problems else button,
        **said,
    )


def version_to_change(request, pk):
    """The version, for somebody who may change it."""
    if not request.user.has_perm("agenda.change_version"):
        raise PermissionDenied
    return get_object_or_404(Version.objects.select_related("agenda"), pk=pk)


def draft_next(request, pk):
    """Makes the next version with the words of this one, and leads to it."""
    version = version_to_change(request, pk)
    if request.method == "POST":
        draft = actions.draft_next(version=version)
        messages.success(request, f"{draft} is gemaakt. Pas de teksten aan, vergelijk, en publiceer.")
        return redirect("admin:agenda_version_change", draft.pk)
    return confirm_act(
        request,
        version,
        title="Maak een nieuwe versie van deze",
        lines=["U krijgt een concept met alle teksten van deze versie. Alleen het secretariaat ziet het."],
        button="Maak het concept",
    )


def publish(request, pk):
    """Shows what a version changes and what is missing in it, and puts it on the site, now or later."""
    version = version_to_change(request, pk)
    form = PublicationForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            published = actions.publish(version=version, at=form.cleaned_data["at"])
        except actions.Refused as refusal:
            messages.error(request, refusal)
            return redirect(request.path)
        now = published.published_at <= timezone.now()
        when = "staat op de site" if now else f"komt op de site op {moment(published.published_at)}"
        messages.success(request, f"{version} {when}.")
        return redirect("admin:agenda_version_change", pk)
    comparison = comparison_with_last(version)
    lines = [
        f"{counted(count, 'onderdeel is,onderdelen zijn')} {state}." for state, count in comparison.counts if count
    ]
    lines.append(
        "Zodra deze versie op de site staat, kan niemand haar nog wijzigen. Ook een typefout is dan een nieuwe versie."
    )
    return confirm_act(
        request,
        version,
        title="Controleer en publiceer",
        lines=lines,
        problems=["Deze versie staat al op de site."] if version.is_published() else problems(version),
        piece="admin/agenda/changes.html",
        advice=advice(version, comparison),
        rows=[row for row in comparison.rows if row.state != State.SAME],
        form=form,
        button="Publiceer deze versie",
    )


def unschedule(request, pk):
    """Takes a version off the planning, as long as its moment has not come."""
    version = version_to_change(request, pk)
    if request.method == "POST":
        return carry_out(request, version, actions.unschedule, f"{version} is van de planning gehaald.")
    return confirm_act(
        request,
        version,
        title="Haal van de planning",
        lines=["Deze versie komt dan niet op de site. U kunt haar weer wijzigen en later opnieuw publiceren."],
        button="Haal van de planning",
    )


def discard(request, pk):
    """Throws a draft away with all its words."""
    version = version_to_change(request, pk)
    if request.method == "POST":
        return carry_out(request, version, actions.discard, f"{version} is weggegooid.")
    return confirm_act(
        request,
        version,
        title="Gooi dit concept weg",
        lines=[
            f"{counted(version.wordings.count(), 'tekst verdwijnt,teksten verdwijnen')}. Dat is niet terug te draaien."
        ],
        button="Gooi dit concept weg",
    )


def carry_out(request, version, act, message):
    """Does `act` and says so, or says why it was refused; leads to the version, or to the list when it is gone."""
    try:
        act(version=version)
    except actions.Refused as refusal:
        messages.error(request, refusal)
    else:
        messages.success(request, message)
    if Version.objects.filter(pk=version.pk).exists():
        return redirect("admin:agenda_version_change", version.pk)
    return redirect("admin:agenda_version_changelist")
