"""The demo's invented consultation, with the people who can react to it."""

from django.conf import settings
from django.core.management import BaseCommand, CommandError

from regiozwolle.content import ContentError
from regiozwolle.example import loading, people


class Command(BaseCommand):
    help = "Laadt de gemarkeerde voorbeelden van de demo. Werkt alleen in de demo, nooit in productie."

    def handle(self, *, verbosity, **options):
        if settings.PRODUCTION:
            raise CommandError(
                "seed_example maakt verzonnen gegevens en werkt alleen in de demo: start die met manage.py demo."
            )
        try:
            loading.load()
        except loading.NoContent:
            raise CommandError(
                "Er is nog geen agenda om over te consulteren: laad die eerst met manage.py seed."
            ) from None
        except ContentError as error:
            raise CommandError(f"Niets geladen. {error}.") from error
        if verbosity:
            for email, description in people.accounts():
                self.stdout.write(f"{email}: {description}")
