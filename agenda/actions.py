"""What is done with several parts of the agenda at once."""

from django.db import transaction
from django.utils import timezone

from agenda.models import Agenda, Version, VersionStatus, Wording


@transaction.atomic
def draft_next(*, version):
    """Makes the next version of an agenda with all words of `version`, as a draft that nobody sees yet; returns it."""
    # Two people who do this at the same moment get two numbers.
    agenda = Agenda.objects.select_for_update().get(pk=version.agenda_id)
    last = agenda.versions.latest("number")
    draft = Version.objects.create(
        agenda=agenda, number=last.number + 1, status=VersionStatus.DRAFT, dated_on=timezone.localdate()
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
