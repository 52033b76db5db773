"""The page on which the secretariat sees, before it fixes a planning, which bodies that does not fit and why."""

from django import forms
from django.contrib import admin
from django.contrib.auth.decorators import permission_required
from django.template.response import TemplateResponse
from django.urls import path, reverse

from partners.ground.constraints import FIRST_YEAR, LAST_YEAR, UNBELIEVABLE
from partners.ground.forms import DayInput
from partners.models import ASSEMBLIES, Body, BodyKind
from partners.planning import Period, plannings, told

REVERSED = "Het einde ligt voor het begin."
NO_SUCH_DAY = "Schrijf een dag, zoals 24-6-2027."


class PlanningForm(forms.Form):
    """A period to try. The names of the fields stand in the address, hence in Dutch."""

    van = forms.DateField(
        label="De stukken zijn er vanaf",
        widget=DayInput,
        error_messages={"invalid": NO_SUCH_DAY, "required": "Vul in vanaf wanneer."},
    )
    tot = forms.DateField(
        label="Besluiten kan tot en met",
        widget=DayInput,
        error_messages={"invalid": NO_SUCH_DAY, "required": "Vul in tot en met wanneer."},
    )
    colleges = forms.BooleanField(label="Ook de colleges en Gedeputeerde Staten", required=False)
    voorbeeld = forms.BooleanField(label="De voorbeeldgemeenten van de demo", required=False)

    def clean(self):
        cleaned = super().clean()
        for name in ("van", "tot"):
            if cleaned.get(name) and not FIRST_YEAR <= cleaned[name].year <= LAST_YEAR:
                self.add_error(name, UNBELIEVABLE)
        if not self.errors and cleaned["tot"] < cleaned["van"]:
            self.add_error("tot", REVERSED)
        return cleaned

    def plannings(self):
        """The Planning of each body that was asked for."""
        asked = self.cleaned_data
        kinds = [*ASSEMBLIES, BodyKind.EXECUTIVE, BodyKind.DEPUTIES] if asked["colleges"] else ASSEMBLIES
        bodies = Body.objects.public().filter(kind__in=kinds, partner__is_example=asked["voorbeeld"])
        return plannings(bodies, Period.of_days(asked["van"], asked["tot"]))


def planning_path(desk):
    """The address of the page, to stand before those of the admin itself."""
    return path("planning/", desk.admin_site.admin_view(planning), name="partners_body_planning")


@permission_required("partners.view_body", raise_exception=True)
def planning(request):
    """Tries a period on the calendars of all bodies. Nothing is saved."""
    form = PlanningForm(request.GET or None)
    found = form.plannings() if form.is_valid() else []
    return TemplateResponse(
        request,
        "admin/partners/planning.html",
        {
            **admin.site.each_context(request),
            "title": "Past deze planning bij de raden en Staten?",
            "back": reverse("admin:partners_body_changelist"),
            "form": form,
            "plannings": found,
            "told": told(found),
            "piece": f"admin/partners/{'plannings' if found else 'planning_first'}.html",
        },
    )
