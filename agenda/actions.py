"""What is done with several parts of the agenda at once."""

import math

from django.db.models import ProtectedError
from django.utils import timezone

from agenda.checks import problems
from agenda.models import Agenda, Element, Priority, PublicationRequest, Version, VersionStatus, Wording
from partners.ground import history
from partners.ground.refusal import Refused
from partners.models import Partner

CHANGED = "Een ander wijzigde dit intussen. Er staat nu: ‘{}’. Pas uw tekst aan, of sla die nog eens op."
EMPTIED = "Een ander haalde dit intussen weg. Sla uw tekst nog eens op als die moet blijven staan."

TWO_PEOPLE = "Deze versie vraagt twee mensen: de een legt die voor, een ander leest die en zet die op de site."


@history.act("nieuwe versie gemaakt")
def draft_next(*, version):
    """Makes the next version of an agenda with all words of `version`, as a draft that nobody sees yet; returns it."""
    # Two people who do this at the same moment get two numbers.
    agenda = Agenda.objects.select_for_update().get(pk=version.agenda_id)
    last = agenda.versions.latest("number")
    draft = Version.objects.create(
        agenda=agenda,
        number=last.number + 1,
        status=VersionStatus.DRAFT,
        dated_on=timezone.localdate(),
        woo_category=version.woo_category,
    )
    Wording.objects.bulk_create(
        Wording(
            version=draft,
            element_id=old.element_id,
            text=old.text,
            markup=old.markup,
            explanation=old.explanation,
            number=old.number,
            position=old.position,
            parent_id=old.parent_id,
        )
        for old in version.wordings.all()
    )
    return draft


@history.act("versie voorgelegd aan een ander")
def ask_to_publish(*, version, by, at=None):
    """Lays `version` before a colleague, in the place of an earlier request. Raises Refused."""
    version = Version.objects.select_for_update().get(pk=version.pk)
    if version.is_fixed:
        raise Refused("Deze versie staat al op de site of is daarvoor gepland.")
    if found := problems(version):
        raise Refused(" ".join(found))
    said = {"digest": version.digest, "at": at, "asked_by": by, "asked_at": timezone.now()}
    request, _ = PublicationRequest.objects.update_or_create(version=version, defaults=said)
    return request


def request_for(version):
    """The PublicationRequest for what `version` says now, or None."""
    found = PublicationRequest.objects.filter(version=version).select_related("asked_by").first()
    return found if found and found.digest == version.digest else None


@history.act("versie op de site gezet of gepland")
def publish(*, version, at=None, by=None):
    """Publishes `version` from the moment `at`, or now. From then on nothing can change it. Raises Refused.

    Where the agenda asks for four eyes, another than `by` has laid it before them, with the words that it has now.

    The elements themselves take the place that they have in it at once, whenever it comes on the site: pages that
    show a version read its own places.
    """
    agenda = Agenda.objects.select_for_update().get(pk=version.agenda_id)
    version = Version.objects.select_for_update().get(pk=version.pk)
    if version.is_published():
        raise Refused("Deze versie staat al op de site.")
    if found := problems(version):
        raise Refused(" ".join(found))
    if agenda.four_eyes:
        request = request_for(version)
        if request is None or by is None or request.asked_by_id == by.pk:
            raise Refused(TWO_PEOPLE)
    version.published_at = at or timezone.now()
    version.save()
    reorder_elements(agenda, version)
    return version


def reorder_elements(agenda, version):
    """Gives the elements of `version` its places, one after the other, with those that are not in it behind them."""
    places = {wording.element_id: wording.place for wording in version.wordings.all()}
    elements = Element.objects.select_for_update().filter(agenda=agenda).order_by("position")
    in_order = sorted(elements, key=lambda each: places.get(each.pk, {"position": math.inf})["position"])
    last = 0
    for element in in_order:
        place = places.get(element.pk, element.place)
        # Two parts may have the same place in a version, but not among the elements.
        last = max(last + 1, place["position"])
        element.place = {**place, "position": last}
    Element.objects.bulk_update(in_order, ["number", "position", "parent"])


@history.act("versie van de planning gehaald")
def unschedule(*, version):
    """Makes a version that was to come on the site later a draft without a moment again. Raises Refused."""
    version = Version.objects.select_for_update().get(pk=version.pk)
    if version.is_published():
        raise Refused("Deze versie staat al op de site en blijft daar.")
    version.published_at = None
    version.save()


@history.act("versie weggegooid")
def discard(*, version):
    """Deletes a draft with all its words. Raises Refused for what is on the site, or what others point at."""
    version = Version.objects.select_for_update().get(pk=version.pk)
    if version.published_at is not None:
        raise Refused("Deze versie staat op de site of is daarvoor gepland.")
    try:
        version.wordings.all().delete()
        version.delete()
    except ProtectedError as error:
        raise Refused("Een consultatie, dossier of reactie verwijst naar deze versie.") from error


class SaidMeanwhile(Refused):
    """Another said something else meanwhile: `now` is the key of what stands there, or None."""

    def __init__(self, priority):
        super().__init__(CHANGED.format(priority.text) if priority else EMPTIED)
        self.now = priority and priority.pk


@history.act("gezegd wat telt")
def say_priority(*, partner, element, text, seen, by, mandate=None):
    """Puts what counts for `partner` about a goal in the place of what it said before, which stays; "" takes it back.

    `seen` is the key of what stood there when it was written, or None. Raises SaidMeanwhile when something else stands
    there by now. Gives the Priority, or None when there is none any more.
    """
    # One row of each partner, so that two who say something first find each other too.
    Partner.objects.select_for_update(of=["self"]).get(pk=partner.pk)
    before = Priority.objects.current().filter(partner=partner, element=element).first()
    if (before and before.pk) != seen:
        raise SaidMeanwhile(before)
    if text == (before.text if before else ""):
        return before
    now = timezone.now()
    Priority.objects.current().filter(partner=partner, element=element).update(replaced_at=now)
    if not text:
        return None
    return Priority.objects.create(
        partner=partner,
        element=element,
        text=text,
        body=mandate and mandate.body,
        capacity=mandate.capacity if mandate else "",
        author=by,
        said_at=now,
    )
