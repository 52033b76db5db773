"""What somebody typed, could not save, and did not come back for."""

from django.core.management import BaseCommand

from consultation.models import KeptText


class Command(BaseCommand):
    help = "Verwijdert bewaarde teksten die in dertig dagen niet zijn opgeslagen of gewijzigd."

    def handle(self, *, verbosity, **options):
        KeptText.objects.lapsed().delete()
