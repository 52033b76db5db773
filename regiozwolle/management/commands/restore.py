"""Putting back what `backup` made."""

from pathlib import Path

from django.core.management import BaseCommand, CommandError

from regiozwolle.backups.programs import ProgramError
from regiozwolle.backups.restoring import restore


class Command(BaseCommand):
    help = "Zet een back-up terug in een lege database: die van DATABASE_URL, met de rol van de eigenaar."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("path", type=Path, metavar="BESTAND")

    def handle(self, *, path, **options):
        try:
            missing = restore(path)
        except ProgramError as error:
            raise CommandError(f"Er is niets teruggezet: {error}") from error
        self.stdout.write("Alles is teruggezet. Voer nu deploy/rechten.sql uit, en herstart de portal.")
        if missing:
            self.stdout.write(f"De back-up is van een oudere versie: voer eerst migrate uit ({missing} te doen).")
