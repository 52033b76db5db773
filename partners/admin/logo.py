"""The page at the desk on which a partner gets a logo, or loses it."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.html import format_html

from partners.actions import put_logo
from partners.ground.desk.acts import confirm_and_do, done_before
from partners.ground.files.pictures import PictureField
from partners.ground.files.uploads import MB, ask_again
from partners.ground.forms import Text
from partners.models import Partner

SAY_BOTH = "Kies een logo en schrijf wat erop staat. Laat beide leeg om het weg te halen."
DRAWN_ANEW = "De portal tekent het klein na en bewaart alleen dat. Het staat op een wit vlak, ook in het donker."


class LogoForm(forms.Form):
    """A picture with its text; both empty takes away what is there."""

    picture = PictureField(
        label="Bestand",
        limit=MB,
        required=False,
        help_text="Een png, jpeg, webp of svg van hooguit 1 MB.",
        widget=forms.FileInput(attrs={"accept": ".png,.jpg,.jpeg,.webp,.svg"}),
    )
    text = Text(label="Wat staat erop?", max_length=120, required=False, help_text="Voor wie het niet ziet.")

    def clean(self):
        cleaned = super().clean()
        if "picture" not in self.errors and bool(cleaned.get("picture")) != bool(cleaned.get("text")):
            self.add_error("text" if cleaned.get("picture") else "picture", SAY_BOTH)
        ask_again(self, "picture")
        return cleaned


def logo_path(desk):
    """The address of the page, to stand before those of the admin itself."""

    def logo(request, pk):
        return put(desk, request, pk)

    return path("<int:pk>/logo/", desk.admin_site.admin_view(logo), name="partners_partner_logo")


def put(desk, request, pk):
    """Asks for the picture and its text, and puts it on the page of the partner."""
    if not desk.has_change_permission(request):
        raise PermissionDenied
    partner = Partner.objects.filter(pk=pk).first()
    if partner is None:
        raise Http404
    if (done := done_before(request)) is not None:
        return done
    back = reverse("admin:partners_partner_change", args=[pk])
    form = LogoForm(request.POST or None, request.FILES or None)

    def page():
        form.is_valid()
        current = Partner.objects.get(pk=pk)
        return {
            "title": f"Het logo van {current}",
            "back": back,
            "back_name": str(current),
            "lines": [DRAWN_ANEW],
            "shown": [("Er staat nu", current.logo_text or "nog geen logo")],
            "form": form,
            "button": "Sla op",
        }

    def do():
        data = form.cleaned_data
        put_logo(partner=partner, picture=data["picture"], text=data["text"])
        messages.success(request, "Het logo staat er." if data["picture"] else "Er staat nu geen logo.")
        return redirect(back)

    return confirm_and_do(request, page=page, do=do, locks=[Partner.objects.filter(pk=pk)])


def way_to_logo(partner):
    """What the form of a partner says of its logo, with the way to that page, as safe HTML."""
    if not partner.pk:
        return "Sla de partner eerst op. Daarna zet u er een logo bij."
    address = reverse("admin:partners_partner_logo", args=[partner.pk])
    said = partner.logo_text or "nog geen"
    return format_html('{} · <a href="{}">Kies een logo</a>', said, address)
