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
from agenda.models import PublicationRequest, Version, Wording
from partners.ground.desk.acts import confirm_and_do
from partners.ground.templatetags.dutch import counted, moment


def page_of(version, *, problems=(), button, **said):
    """The page before an act on `version`, as `confirm` has it: without a button while there are `problems`."""
    back = reverse("admin:agenda_version_change", args=[version.pk])
    return {"back": back, "back_name": version, "problems": problems, "button": "" if problems else button, **said}


def locked_with(version):
    """All that an act on `version` is about, to be locked."""
    return [Version.objects.filter(pk=version.pk), Wording.objects.filter(version=version)]


def version_to_change(request, pk):
    """The version, for somebody who may change it."""
    if not request.user.has_perm("agenda.change_version"):
        raise PermissionDenied
    return get_object_or_404(Version.objects.select_related("agenda"), pk=pk)


def draft_next(request, pk):
    """Makes the next version with the words of this one, and leads to it."""
    version = version_to_change(request, pk)

    def do():
        draft = actions.draft_next(version=version)
        messages.success(request, f"{draft} is gemaakt. Pas de teksten aan, vergelijk, en publiceer.")
        return redirect("admin:agenda_version_change", draft.pk)

    def page():
        return page_of(
            version_to_change(request, pk),
            title="Maak een nieuwe versie van deze",
            lines=["U krijgt een concept met alle teksten van deze versie. Alleen het secretariaat ziet het."],
            button="Maak het concept",
        )

    return confirm_and_do(request, page=page, do=do, locks=locked_with(version))


def publish(request, pk):
    """Shows what a version changes and what is missing in it, and puts it on the site, now or later."""
    version = version_to_change(request, pk)
    asked = actions.request_for(version)
    is_first = version.agenda.four_eyes and (asked is None or asked.asked_by == request.user)
    form = PublicationForm(request.POST if request.method == "POST" else None, initial={"at": asked and asked.at})

    def do():
        if is_first:
            actions.ask_to_publish(version=version, at=form.cleaned_data["at"], by=request.user)
            messages.success(request, f"{version} ligt bij uw collega’s.")
            return redirect("admin:agenda_version_change", pk)
        published = actions.publish(version=version, at=form.cleaned_data["at"], by=request.user)
        now = published.published_at <= timezone.now()
        when = "staat op de site" if now else f"komt op de site op {moment(published.published_at)}"
        messages.success(request, f"{version} {when}.")
        return redirect("admin:agenda_version_change", pk)

    def page():
        found = publication_page(version_to_change(request, pk), form)
        return laid_before(found, asked) if is_first else found | {"lines": [*said_by(asked), *found["lines"]]}

    return confirm_and_do(request, page=page, do=do, locks=locked_with(version))


def versions_waiting(user):
    """What the page on which the day begins says of versions that a colleague laid before one: (words, its page)."""
    if not user.has_perm("agenda.change_version"):
        return []
    found = PublicationRequest.objects.filter(version__published_at=None).exclude(asked_by=user)
    return [
        (f"‘{one.version}’ is aan u voorgelegd", reverse("admin:agenda_version_publish", args=[one.version_id]))
        for one in found.select_related("version__agenda")
    ]


def said_by(asked):
    """Who asks that the version is published, in a list; nothing when nobody has to."""
    return [f"{asked.told} Lees alles, ook wat u zelf niet wijzigde."] if asked else []


def laid_before(page, asked):
    """The page for who cannot publish the version alone, and lays it before a colleague."""
    lines = [actions.TWO_PEOPLE, *([f"{asked.told} Een collega is aan zet."] if asked else []), *page["lines"]]
    button = "Leg voor aan een collega" if page["button"] else ""
    return page | {"title": "Controleer en leg voor", "lines": lines, "button": button}


def publication_page(version, form):
    """What a version changes against the last, with what is missing in it."""
    comparison = comparison_with_last(version)
    rows = [row for row in comparison.rows if row.state != State.SAME]
    lines = [
        f"{counted(count, 'onderdeel is,onderdelen zijn')} {state}." for state, count in comparison.counts if count
    ]
    lines.append(
        "Zodra deze versie op de site staat, kan niemand die nog wijzigen. Ook een typefout is dan een nieuwe versie."
    )
    return page_of(
        version,
        title="Controleer en publiceer",
        lines=lines,
        problems=["Deze versie staat al op de site."] if version.is_published() else problems(version),
        piece="admin/agenda/changes.html",
        advice=advice(version, comparison),
        rows=rows,
        reads=all_words(version),
        form=form,
        button="Publiceer deze versie",
    )


def all_words(version):
    """(Label, words) of each part of `version` with all that everyone will read of it."""
    return [
        (f"{wording.label}: {wording.element.name}", f"{wording.markup or wording.text}\n{wording.explanation}")
        for wording in version.wordings.select_related("element").order_by("position", "pk")
    ] + [("Opmerking bij deze versie", version.note)]


def unschedule(request, pk):
    """Takes a version off the planning, as long as its moment has not come."""
    version = version_to_change(request, pk)

    def do():
        actions.unschedule(version=version)
        messages.success(request, f"{version} is van de planning gehaald.")
        return redirect("admin:agenda_version_change", pk)

    def page():
        return page_of(
            version_to_change(request, pk),
            title="Haal van de planning",
            lines=["Deze versie komt dan niet op de site. U kunt die weer wijzigen en later opnieuw publiceren."],
            button="Haal van de planning",
        )

    return confirm_and_do(request, page=page, do=do, locks=locked_with(version))


def discard(request, pk):
    """Throws a draft away with all its words."""
    version = version_to_change(request, pk)

    def do():
        actions.discard(version=version)
        messages.success(request, f"{version} is weggegooid.")
        return redirect("admin:agenda_version_changelist")

    def page():
        count = counted(version.wordings.count(), "tekst verdwijnt,teksten verdwijnen")
        return page_of(
            version,
            title="Gooi dit concept weg",
            lines=[f"{count}. Dat is niet terug te draaien."],
            reads=all_words(version),
            button="Gooi dit concept weg",
        )

    return confirm_and_do(request, page=page, do=do, locks=locked_with(version))
