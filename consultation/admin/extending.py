"""The page on which the secretariat makes the term of a consultation longer."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse

from consultation import actions
from consultation.forms.extending import ExtendForm
from consultation.models import Consultation
from partners.ground.desk.acts import confirm_and_do
from partners.ground.templatetags.dutch import day, moment


def extend_path(desk):
    """The address of the page, to stand before those of the admin itself."""
    return path("<int:pk>/verlengen/", desk.admin_site.admin_view(extend), name="consultation_consultation_extend")


@permission_required("consultation.change_consultation", raise_exception=True)
def extend(request, pk):
    """Asks until when and why, says what that means, and after a second press makes the term longer."""
    consultation = get_object_or_404(Consultation, pk=pk)
    form = ExtendForm(request.POST if request.method == "POST" else None, consultation=consultation)
    meant = form.cleaned_data["closes_at"].isoformat() if form.is_valid() else ""

    def do():
        extension = actions.extend(consultation=consultation, by=request.user, **form.cleaned_data)
        messages.success(request, f"De termijn is verlengd tot en met {moment(extension.last_minute)}.")
        return redirect("admin:consultation_consultation_change", pk)

    return confirm_and_do(
        request,
        page=lambda: extension_page(get_object_or_404(Consultation, pk=pk), form, meant),
        do=do,
        locks=[Consultation.objects.filter(pk=pk)],
        is_pressed=bool(meant) and request.POST.get("sure") == meant,
    )


def extension_page(consultation, form, meant):
    """Until when one can react, or what it means if that becomes the moment `meant`."""
    is_open = consultation.is_open()
    asks_twice = "Ja, verleng de termijn" if meant else "Ga verder"
    return {
        "title": "Verleng de termijn",
        "back": reverse("admin:consultation_consultation_change", args=[consultation.pk]),
        "back_name": str(consultation),
        "problems": [] if is_open else ["Verlengen kan alleen zolang reageren kan. Deze consultatie is niet open."],
        "lines": what_it_means(consultation, **form.cleaned_data) if meant else what_is_now(consultation),
        "form": form,
        "button": asks_twice if is_open else "",
        "hidden": [("sure", meant)] if meant else [],
    }


def what_is_now(consultation):
    """Until when one can react now, as a list of sentences."""
    return [f"Reageren kan nu tot en met {moment(consultation.last_minute)}. Korter maken kan niet."]


def what_it_means(consultation, *, closes_at, reason):
    """What a longer term means, as a list of sentences, with the steps that come before its new end."""
    before, consultation.closes_at = consultation.last_day, closes_at
    return [
        f"Weet u het zeker? Reageren kan dan tot en met {moment(consultation.last_minute)}.",
        f"Op de site staat voor iedereen: {reason}",
        *(f"Let op: {sentence}" for sentence in consultation.misfits()),
        *(
            f"Kijk na of deze stap nog klopt: {step}, {day(step.starts_on)}."
            for step in consultation.steps.filter(starts_on__lte=consultation.last_day)
            if step.starts_on >= before
        ),
    ]
