"""Links with which others read something before it is public, made and taken back at the desk of each thing."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.text import capfirst

from partners.ground.desk.acts import confirm_and_do
from partners.ground.forms import Text
from partners.ground.models import PreviewLink
from partners.ground.models.preview_link import AT_MOST, LASTS
from partners.ground.publishing.previewing import make_link, revoke, why_not_ahead
from partners.ground.templatetags.dutch import day

TITLE = "Laat dit vooraf lezen"
TAKE_BACK = "Trek de links in"
LINES = [
    "U maakt een link naar de pagina zoals die op de site komt. Wie de link heeft, leest de pagina zonder account, "
    "ook als u die nog wijzigt. Alleen die ene pagina: de links erop werken pas als ook dat openbaar is.",
    "De link eindigt vanzelf, en zodra dit openbaar is leidt de link naar de pagina zelf.",
]


class PreviewForm(forms.Form):
    """For whom, and until when."""

    audience = Text(
        label="Voor wie?",
        max_length=120,
        help_text="Zoals: de wethouders van Kampen.",
        error_messages={"required": "schrijf op voor wie de link is"},
    )
    ends_on = forms.DateField(
        label="Werkt tot en met",
        help_text=f"Hooguit {AT_MOST.days} dagen.",
        error_messages={"required": "kies een dag"},
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, initial={"ends_on": timezone.localdate() + LASTS}, **kwargs)

    def clean_ends_on(self):
        today, ends = timezone.localdate(), self.cleaned_data["ends_on"]
        if ends < today:
            raise forms.ValidationError("Deze dag is al geweest. Kies een latere dag.")
        if ends > today + AT_MOST:
            raise forms.ValidationError(f"Kies een dag tot en met {day(today + AT_MOST)}.")
        return ends


class PreviewDesk:
    """Gives a desk of things with a page the page on which a link to that is made and taken back."""

    def get_urls(self):
        name = preview_name(self.model)
        return [
            path("<int:pk>/vooraf/", self.admin_site.admin_view(self.preview_view), name=name),
            *super().get_urls(),
        ]

    def preview_view(self, request, pk):
        """The links there are, and a form for another."""
        if not super().has_change_permission(request):
            raise PermissionDenied
        return links_page(request, self.model, pk, model_of_desk=self.model)


def links_page(request, model, pk, *, model_of_desk):
    """The links to a row of `model`, which has its form at the desk of `model_of_desk`, and a form for another."""
    thing = get_object_or_404(model, pk=pk)
    here = reverse(f"admin:{preview_name(model)}", args=[pk])
    is_taking_back = request.method == "POST" and "more" in request.POST
    form = None if is_taking_back else PreviewForm(request.POST if request.method == "POST" else None)

    def do():
        if is_taking_back:
            revoke(links=PreviewLink.objects.of(thing))
            messages.success(request, "De links zijn ingetrokken.")
        else:
            form.is_valid()
            make_link(thing=thing, by=request.user, **form.cleaned_data)
            messages.success(request, "De link is gemaakt. Kopieer die hieronder.")
        return redirect(here)

    def page():
        back = reverse(f"admin:{model_of_desk._meta.app_label}_{model_of_desk._meta.model_name}_change", args=[pk])
        return preview_page(get_object_or_404(model, pk=pk), form, back)

    return confirm_and_do(request, page=page, do=do, locks=[model._base_manager.filter(pk=pk)])


def preview_name(model):
    """The name of the page on which links to rows of `model` are made."""
    return f"{model._meta.app_label}_{model._meta.model_name}_preview"


def preview_page(thing, form, back):
    """The links to `thing` that work, each with its address, and what came of the others."""
    links = list(PreviewLink.objects.of(thing))
    problems = [why_not_ahead(thing)] if thing.can_be_read else []
    return {
        "title": TITLE,
        "back": back,
        "back_name": str(thing),
        "lines": [] if problems else LINES,
        "problems": problems,
        "links": [(thing.get_absolute_url(), "Bekijk de pagina zelf")],
        "shown": [(capfirst(f"{link.audience}: {link.stands}"), address_in_full(link)) for link in links],
        "form": form,
        "button": "" if problems else "Maak een link",
        "more": TAKE_BACK if not problems and any(link.works for link in links) else "",
    }


def address_in_full(link):
    """Where `link` leads, to be copied; "" of one that does not work."""
    return f"{settings.SITE_URL}{link.path}" if link.works else ""
