"""What follows when answers come on the site: the mails about them, and the files of a large nota."""

from django.core.management import BaseCommand

from consultation import actions
from consultation.nota import files
from partners.ground import runs


class Command(BaseCommand):
    help = (
        "Mailt de antwoorden die op de site staan aan wie reageerde, en maakt de bestanden van een grote nota. "
        "Vaker draaien mag: niemand krijgt een mail twee keer."
    )

    def handle(self, *, verbosity, **options):
        with runs.noted("publish_answers"):
            # Whatever befalls the one, the other is done.
            try:
                sent = actions.mail_answers()
            finally:
                made = files.update_all()
        if verbosity:
            self.stdout.write(f"Verstuurd: {sent}. Bestanden gemaakt: {made}.")
