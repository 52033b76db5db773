"""What somebody typed, could not save, and did not come back for."""

from django.core.management import BaseCommand

from consultation.models import KeptText
from partners.ground import runs


class Command(BaseCommand):
    help = "Verwijdert bewaarde teksten die in dertig dagen niet zijn opgeslagen of gewijzigd."

    def handle(self, *, verbosity, **options):
        with runs.noted("clear_kept_texts"):
            KeptText.objects.lapsed().delete()
