"""What follows when answers come on the site: the mails about them."""

from django.core.management import BaseCommand

from consultation import actions
from partners.ground import runs


class Command(BaseCommand):
    help = "Mailt de antwoorden die op de site staan aan wie reageerde. Niemand krijgt een mail twee keer."

    def handle(self, *, verbosity, **options):
        with runs.noted("publish_answers"):
            sent = actions.mail_answers()
        if verbosity:
            self.stdout.write(f"Verstuurd: {sent}.")
