"""The quarterly question to the owners of figures, and the reminder of a value that is late."""

from django.core.management import BaseCommand

from partners.ground import runs
from results.actions.confirmations import ask_owners
from results.actions.late import remind_of_late


class Command(BaseCommand):
    help = (
        "Vraagt eigenaren eens per kwartaal of hun cijfers kloppen, en herinnert één keer aan een late waarde. "
        "Vaker draaien mag: niemand krijgt het dubbel."
    )

    def handle(self, *, verbosity, **options):
        with runs.noted("ask_owners"):
            sent = ask_owners() + remind_of_late()
        if verbosity:
            self.stdout.write(f"Verstuurd: {sent}.")
