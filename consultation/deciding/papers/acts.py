"""Putting a file on a paper as its next version, and saying what differs from the one before."""

from pathlib import PurePath

from procrastinate.contrib.django import app

from consultation.deciding.models import Paper, PaperVersion
from consultation.deciding.packages.acts import ask_for_earlier
from partners.ground import comparing, files, history, reading
from partners.ground.documents.text import fit
from partners.ground.refusal import Refused

COMPARE = "consultation.deciding.tasks.compare_papers"

SAME = "Dit is hetzelfde bestand als versie {}. Kies het nieuwe bestand."
LACKS_REASON = "Schrijf op wat er anders is dan in versie {}."
NO_WORDS = "In een van beide bestanden staat geen tekst, alleen beeld."
TOO_MUCH = "Er is te veel veranderd. Lees de nieuwe versie."
# Characters of the name under which a reader saves it.
LONGEST_NAME = 100


@history.act("stuk neergezet")
def put_version(*, paper, upload, reason="", inaccessible_because=""):
    """Puts a file, as PaperField gives it, on `paper` as its next version, which readers see at once; returns that.

    The worker reads its words and what differs from the version before, and then sends the bodies that had the package
    of the dossier the next one. Raises Refused for the file that is there already, and without a `reason` for a file in
    the place of another. `inaccessible_because` is why it is put all the same when not everyone can read it.
    """
    paper = Paper.objects.select_for_update().get(pk=paper.pk)
    last = paper.versions.select_related("file").order_by("number").last()
    stored = files.store(upload, name=f"stukken/{paper.pk}", content_type=upload.content_type)
    if last and last.file_id == stored.pk:
        raise Refused(SAME.format(last.number))
    if last and not reason:
        raise Refused(LACKS_REASON.format(last.number))
    version = PaperVersion.objects.create(
        paper=paper,
        number=last.number + 1 if last else 1,
        file=stored,
        file_name=short_name(upload.name),
        reason=reason if last else "",
        inaccessible_because=inaccessible_because,
    )
    app.configure_task(COMPARE).defer()
    if last:
        ask_for_earlier(dossier=paper.dossier)
    return version


def short_name(name):
    """The name of a file without folders, and short enough to be saved under, its ending kept."""
    path = PurePath(fit(name).replace("\\", "/"))
    ending = path.suffix[:10].lower()
    return path.stem[: LONGEST_NAME - len(ending)] + ending


def read_and_compare_all():
    """Reads the words of every version, so that these are found, and compares each with the one before."""
    for version in PaperVersion.objects.to_read().select_related("file"):
        reading.read(version.file)
    compare_all()


def compare_all():
    """Says of each version that came in the place of another what is different, or why that cannot be said."""
    for version in PaperVersion.objects.to_compare().select_related("file"):
        before = PaperVersion.objects.select_related("file").get(paper=version.paper_id, number=version.number - 1)
        old, new = reading.read(before.file), reading.read(version.file)
        trouble = old.trouble or new.trouble or ("" if old.text and new.text else NO_WORDS)
        found = None if trouble else comparing.condensed(old.text, new.text)
        because = trouble or (TOO_MUCH if found is None else "")
        PaperVersion.objects.filter(pk=version.pk).update(changes=found, not_compared_because=because)
