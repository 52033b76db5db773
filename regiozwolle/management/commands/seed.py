"""`manage.py seed`: fills the portal with the facts and texts of the region."""

from pathlib import Path

from django.core.checks import Tags
from django.core.management.base import BaseCommand, CommandError

from regiozwolle import content


class Command(BaseCommand):
    help = "Vult de portal met de teksten en feiten van de regio. Wat de redactie wijzigde, blijft zoals het is."
    requires_system_checks = [Tags.models]  # no page takes part in this

    def add_arguments(self, parser):
        parser.add_argument(
            "folder",
            nargs="?",
            type=Path,
            default=content.SEED,
            help="De map met de bestanden; anders regiozwolle/seed.",
        )

    def handle(self, *args, folder, **options):
        try:
            added = content.load(folder)
        except content.ContentError as error:
            raise CommandError(f"Niets geladen. {error}.") from error
        for model, count in added.items():
            self.stdout.write(
                f"{count:6} {model._meta.verbose_name if count == 1 else model._meta.verbose_name_plural}"
            )
        self.stdout.write("Geladen." if added else "Alles was al geladen. Er is niets gewijzigd.")
