"""The daily backup."""

from pathlib import Path

from django.core.management import BaseCommand, CommandError

from regiozwolle.backups.making import back_up
from regiozwolle.backups.programs import ProgramError


class Command(BaseCommand):
    help = "Schrijft de hele portal als één bestand in een map. Doe dit als de eigenaar van de tabellen."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, metavar="MAP")
        parser.add_argument(
            "--keep", type=int, metavar="AANTAL", help="Laat hoogstens zo veel back-ups in de map staan."
        )

    def handle(self, *, folder, keep, verbosity, **options):
        try:
            path = back_up(folder, keep=keep)
        except (OSError, ProgramError) as error:
            raise CommandError(f"Er is geen back-up gemaakt: {error}") from error
        if verbosity:
            self.stdout.write(f"De back-up staat in {path} ({path.stat().st_size / 1_000_000:.1f} MB).")
