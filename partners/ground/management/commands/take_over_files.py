"""The files of a portal that kept them in a folder; a migration took over their names, this their bytes."""

from pathlib import Path

from django.core.management import BaseCommand, CommandError

from partners.ground import files
from partners.ground.models import StoredFile


class Command(BaseCommand):
    help = (
        "Leest de bestanden die vroeger in een map stonden de database in, en noemt wat er niet is. Nog eens draaien "
        "mag. De map verandert niet."
    )

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, help="de map die vroeger MEDIA_ROOT was, zoals /var/lib/portal")
        parser.add_argument("--back", action="store_true", help="schrijft alle bestanden terug in die map")

    def handle(self, folder, *, back, **options):
        if not folder.is_dir():
            raise CommandError(f"De map {folder} is er niet.")
        return self.write_back(folder) if back else self.take_over(folder)

    def take_over(self, folder):
        """Fills every StoredFile that has only a name. Raises CommandError with what was not there."""
        missing, taken = [], 0
        for lost in StoredFile.objects.lost():
            try:
                with (folder / lost.name).open("rb") as content:
                    files.fill(lost, content)
                taken += 1
            except OSError as error:
                missing.append(f"{lost.name}: {error.strerror}")
        self.stdout.write(f"Overgenomen: {taken}.")
        if missing:
            raise CommandError("Niet gevonden of niet te lezen:\n" + "\n".join(missing))

    def write_back(self, folder):
        """For going back to an older portal: writes every file under its name."""
        written = 0
        for stored in StoredFile.objects.exclude(sha256=None):
            path = folder / stored.name
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("wb") as file:
                file.writelines(stored.pieces())
            written += 1
        self.stdout.write(f"Geschreven: {written}.")
