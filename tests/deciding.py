"""What tests of decisions need: a part of the agenda as a component of the dossier that is decided on."""

from consultation.deciding.models import Component


def component_of(dossier, element):
    """The component of `dossier` that is about `element`, made when it was not there; None without an element."""
    if element is None:
        return None
    found, _ = Component.objects.get_or_create(
        dossier=dossier, element=element, defaults={"position": element.position}
    )
    return found
