"""`manage.py seed`: fills the portal with the facts and texts of the region."""

from django.core.checks import Tags
from django.core.management.base import BaseCommand, CommandError

from regiozwolle import content


class Command(BaseCommand):
    help = "Vult het portaal met de teksten en feiten uit regiozwolle/seed. Wijzigingen van de redactie blijven staan."
    requires_system_checks = [Tags.models]  # no page takes part in this

    def handle(self, *args, **options):
        try:
            added = content.load()
        except content.ContentError as error:
            raise CommandError(f"Niets geladen. {error}.") from error
        for model, count in added.items():
            self.stdout.write(
                f"{count:6} {model._meta.verbose_name if count == 1 else model._meta.verbose_name_plural}"
            )
        self.stdout.write("Geladen." if added else "Alles was al geladen. Er is niets gewijzigd.")
