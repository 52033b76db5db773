"""What must still be done to a version in preparation before it can go on the site, and what had better be done."""

from agenda.differences import State, compare
from agenda.models import ElementKind, Succession, Wording


def comparison_with_last(version):
    """The Comparison of `version` with the published one before it, as if that were empty for a first version."""
    last = version.agenda.versions.published().filter(number__lt=version.number).order_by("-number").first()
    both = [version, last] if last else [version]
    words = Wording.objects.by_version(both)
    return compare(words[last.pk] if last else [], words[version.pk])


def problems(version):
    """Why `version` cannot be published yet, as sentences; an empty list when it can."""
    words = Wording.objects.by_version([version])[version.pk]
    present = {wording.element_id for wording in words}
    sentences = [] if words else ["Deze versie heeft nog geen teksten."]
    for wording in words:
        if wording.element.kind in (ElementKind.GOAL, ElementKind.PARAGRAPH) and wording.parent_id not in present:
            sentences.append(f"{wording.label} ({wording.code}) valt onder geen lijn die in deze versie staat.")
    newer = version.agenda.versions.published().filter(number__gt=version.number).order_by("number").first()
    if newer:
        sentences.append(f"Versie {newer.number} staat al op de site. Maak een nieuwe versie van die tekst.")
    return sentences


def advice(version, comparison):
    """What is missing in `version` but keeps nobody from publishing it; `comparison` is that with the one before.

    Sentences; an empty list when all is well.
    """
    sentences = []
    if all(row.state == State.SAME for row in comparison.rows):
        sentences.append("Er is niets gewijzigd sinds de vorige versie.")
    sentences += advice_on_rows(version, comparison.rows)
    sentences += advice_on_places([row.after for row in comparison.rows if row.after])
    if not version.source_id:
        sentences.append("De bron van deze versie is niet ingevuld.")
    if not version.woo_category:
        sentences.append("Er is nog geen Woo-categorie gekozen.")
    return sentences


def advice_on_rows(version, rows):
    """A sentence for each change that is not said to be one of substance or not, and each end without a successor."""
    continued = set(Succession.objects.filter(element__agenda=version.agenda_id).values_list("element", flat=True))
    for row in rows:
        if row.state == State.EDITED and not row.after.change:
            yield f"{row.after.label} ({row.after.code}): kies of de wijziging inhoudelijk of redactioneel is."
        if row.state == State.ENDED and row.element.pk not in continued:
            yield f"{row.before.label} ({row.before.code}) vervalt: zeg bij het onderdeel waar het verder gaat."


def advice_on_places(wordings):
    """A sentence for each of the `wordings` that stands where an earlier one stands."""
    taken = {}
    for wording in wordings:
        if wording.position in taken:
            yield f"{wording.label} en {taken[wording.position].label} staan op dezelfde plaats in de volgorde."
        taken[wording.position] = wording
