"""The page on which the people of a partner, or the secretariat for it, say what counts."""

from http import HTTPStatus

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from agenda.forms.priority import PriorityForm
from agenda.models import Element, ElementKind, Priority, Version, speaks_for
from agenda.models.priority import TAKEN_DOWN
from partners.ground.publishing import shown_to
from partners.models import Partner


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def say_priorities(request, slug):
    """A field for each goal; what is not touched stays as it is."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    partner = shown_to(request, Partner.objects.all(), slug=slug)
    mandate = speaks_for(request.user, partner)
    if mandate is None and not may_for_all(request.user):
        raise PermissionDenied("Hier zeggen mensen van deze partner wat telt.")
    forms = forms_of(partner, request.POST if request.method == "POST" else None)
    if is_saved(request, forms, partner=partner, by=request.user, mandate=mandate):
        return redirect("say_priorities", partner.slug)
    faults = [(form["text"], error) for form in forms for errors in form.errors.values() for error in errors]
    said_by = f"{mandate.get_capacity_display()}, {mandate.body}" if mandate else TAKEN_DOWN
    page = {"partner": partner, "said_by": said_by, "forms": forms, "faults": faults}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if faults else HTTPStatus.OK
    return render(request, "agenda/say_priorities.html", page, status=status)


def may_for_all(user):
    return user.has_perm("agenda.add_priority")


def way_to_say(key, slug, name, user):
    """As `say` the link to that page of the partner with this key: for who may, and for who did not sign in yet."""
    if user.is_authenticated and not (speaks_for(user, key) or may_for_all(user)):
        return {}
    link = '<a href="{}">Werkt u voor {}? Zeg wat telt</a>'
    return {"say": format_html(link, reverse("say_priorities", args=[slug]), name)}


def forms_of(partner, data):
    """A PriorityForm for each goal of the agenda of the region, or for an invented partner of the invented one."""
    version = newest_invented() if partner.is_example else Version.objects.current()
    said = {}
    for one in Priority.objects.filter(partner=partner).order_by("-replaced_at", "-pk"):
        said.setdefault(one.element_id, []).append(one)
    goals = Element.objects.in_version(version).filter(kind=ElementKind.GOAL)
    return [PriorityForm(data, goal=goal, said=said.get(goal.pk, [])) for goal in goals]


def newest_invented():
    return Version.objects.published().filter(agenda__is_example=True).order_by("-number").first()


def is_saved(request, forms, **who):
    """Saves each that was changed when all can be read. Gives whether all went: what did not is told at its field."""
    if request.method != "POST" or not all([form.is_valid() for form in forms]):
        return False
    changed = [form for form in forms if form.is_changed]
    went = [form.save(**who) for form in changed]
    if any(went):
        messages.success(request, "Opgeslagen. Het staat nu op de site.")
    if not changed:
        messages.info(request, "U hebt niets gewijzigd.")
    return all(went)
