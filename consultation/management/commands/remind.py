"""The one reminder before a consultation closes."""

from django.core.management import BaseCommand

from consultation import actions
from partners.ground import runs


class Command(BaseCommand):
    help = "Mailt wie nog kan reageren, drie dagen voor het sluiten. Vaker draaien mag: niemand krijgt het twee keer."

    def handle(self, *, verbosity, **options):
        with runs.noted("remind"):
            sent = actions.remind()
        if verbosity:
            self.stdout.write(f"Verstuurd: {sent}.")
