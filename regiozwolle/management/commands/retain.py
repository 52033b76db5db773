"""What was kept long enough goes, and the record says how much it was."""

from django.core.management import BaseCommand
from django.db import transaction

from partners.ground import history, runs
from regiozwolle.retention.acts import retain


class Command(BaseCommand):
    help = (
        "Verwijdert wat langer is bewaard dan mag, na een mail vooraf. Met --dry-run staat er alleen wat er zou gaan."
    )

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="Vertel wat er zou gaan, en doe niets.")

    def handle(self, *, verbosity, dry_run, **options):
        if dry_run:
            with transaction.atomic():
                report = retain()
                transaction.set_rollback(True)
        else:
            with runs.noted("retain"):
                report = retain()
                with history.recorded("bewaartermijnen toegepast", reason=" ".join(report.sentences)):
                    pass
        if verbosity:
            self.stdout.write("Dit zou gebeuren:" if dry_run else "Dit is gebeurd:")
            for sentence in report.sentences:
                self.stdout.write(f"- {sentence}")
