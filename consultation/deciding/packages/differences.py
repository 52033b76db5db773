"""What is different between two packages of one body: of each paper the words, of the proposal each heading."""

from collections import defaultdict
from dataclasses import dataclass

from consultation.deciding.models import PaperVersion
from partners.ground import comparing


@dataclass(frozen=True)
class PackageDifference:
    """One thing that is different: what it is, why, and how much; `marked` are the words as safe HTML, a piece each.

    `address` is the page with the whole comparison; "" where there is none.
    """

    title: str
    reason: str = ""
    told: str = ""
    address: str = ""
    marked: tuple = ()


def differences(older, newer):
    """Each PackageDifference of the package `newer` from `older`, the papers at the front. Three queries."""
    before = {one.paper_id: one for one in older.papers.all()}
    now = {one.paper_id: one for one in newer.papers.select_related("paper__dossier").order_by("paper__position", "pk")}
    return [
        *papers_replaced(before, now),
        *(PackageDifference(f"Niet meer in het pakket: {one.paper}") for key, one in before.items() if key not in now),
        *texts_changed(older.content, newer.content),
    ]


def papers_replaced(before, now):
    """What is different in each paper that was replaced, a step from one version to the next each, and what is new."""
    replaced = {key: one.number for key, one in before.items() if key in now and now[key].number > one.number}
    steps = defaultdict(list)
    for step in PaperVersion.objects.filter(paper__in=replaced).select_related("paper__dossier").order_by("number"):
        if replaced[step.paper_id] < step.number <= now[step.paper_id].number:
            steps[step.paper_id].append(step)
    for key, one in now.items():
        yield from (replacement(step) for step in steps[key])
        if key not in before:
            yield PackageDifference(f"Nieuw stuk: {one.paper}", address=one.get_absolute_url())


def replacement(version):
    """The PackageDifference that one version of a paper made."""
    return PackageDifference(
        title=f"{version.paper}: versie {version.number} in plaats van versie {version.number - 1}",
        reason=version.reason,
        told=version.change_in_words,
        address=version.get_absolute_url(),
        marked=tuple(paragraph.html for paragraph in version.changed_paragraphs),
    )


def texts_changed(before, now):
    """What is different in the proposal and the summary, a heading each."""
    older, newer = dict(before), dict(now)
    for heading in [*newer, *(one for one in older if one not in newer)]:
        old, new = older.get(heading, ""), newer.get(heading, "")
        if old != new:
            changed = comparing.condensed(old, new) or []
            marked = tuple(comparing.ChangedParagraph(*one).html for one in changed)
            yield PackageDifference(f"Het model voor het voorstel, onder ‘{heading}’", marked=marked)
