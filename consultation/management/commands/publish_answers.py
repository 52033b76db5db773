"""The mails about answers that came on the site."""

from django.core.management import BaseCommand

from consultation import actions


class Command(BaseCommand):
    help = "Mailt de antwoorden die op de site staan aan wie reageerde. Vaker draaien mag: niemand krijgt ze twee keer."

    def handle(self, *, verbosity, **options):
        sent = actions.mail_answers()
        if verbosity:
            self.stdout.write(f"Verstuurd: {sent}.")
