"""Fields of the desk that offer only what belongs to the dossier of a track."""

from django import forms

from agenda.models import Version
from consultation.deciding.models import Component
from partners.ground.admin import Chooser, FilledIn


class ShortList(Chooser, forms.Select):
    """An ordinary select, of which the choices cost one query for all rows of a form."""


def components_of(dossier):
    """The components that a decision in `dossier` can be about; none as long as there is no dossier."""
    found = Component.objects.filter(dossier=dossier) if dossier else Component.objects.none()
    return found.select_related("element").order_by("position", "pk")


def versions_of(dossier):
    """The versions that a decision in `dossier` can be on: those of its agenda."""
    agenda = dossier.version.agenda_id if dossier and dossier.version_id else None
    return Version.objects.filter(agenda=agenda).select_related("agenda").order_by("-number")


CHOICES = {"component": components_of, "version": versions_of}


class OfItsDossier:
    """For a desk of what is said about a dossier: its component and version are chosen from those of that dossier."""

    def dossier_of(self, request):
        """The Dossier that the page of `request` is in, or None."""
        raise NotImplementedError

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in CHOICES:
            kwargs["queryset"] = CHOICES[db_field.name](self.dossier_of(request))
            kwargs["widget"] = ShortList()
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class OnTrack(OfItsDossier, FilledIn):
    """For an inline on the page of a track."""

    track = None

    def get_formset(self, request, obj=None, **kwargs):
        self.track = obj
        return super().get_formset(request, obj, **kwargs)

    def dossier_of(self, request):
        return self.track.dossier if self.track else None
