"""What is kept for thirty days and no longer: texts that were not saved, and what can be brought back."""

from django.core.management import BaseCommand

from consultation import actions
from consultation.models import KeptText
from partners.ground import runs


class Command(BaseCommand):
    help = (
        "Verwijdert wat dertig dagen is bewaard: teksten die niet zijn opgeslagen, reacties die iemand verwijderde, en "
        "de woorden van voor een wijziging in een groep."
    )

    def handle(self, *, verbosity, **options):
        with runs.noted("clear_kept_texts"):
            KeptText.objects.lapsed().delete()
            actions.clear_lapsed()
