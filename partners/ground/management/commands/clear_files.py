"""Files that belonged to something that is gone."""

from django.core.management import BaseCommand

from partners.ground import files


class Command(BaseCommand):
    help = "Verwijdert bestanden waar niets meer naar verwijst."

    def handle(self, *, verbosity, **options):
        cleared = files.clear_unused()
        if verbosity:
            self.stdout.write(f"Verwijderd: {cleared}.")
