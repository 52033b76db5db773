"""The quarterly question to the owners of figures."""

from django.core.management import BaseCommand

from partners.ground import runs
from results.actions.confirmations import ask_owners


class Command(BaseCommand):
    help = "Vraagt eigenaren eens per kwartaal of hun cijfers kloppen. Vaker draaien mag: niemand krijgt het dubbel."

    def handle(self, *, verbosity, **options):
        with runs.noted("ask_owners"):
            sent = ask_owners()
        if verbosity:
            self.stdout.write(f"Verstuurd: {sent}.")
