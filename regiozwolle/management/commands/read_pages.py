"""`manage.py read_pages`: reads all public pages anew, so that everything on them is found."""

from django.core.management import BaseCommand

from regiozwolle.searching.freshness import read_everything
from regiozwolle.searching.models import SearchEntry


class Command(BaseCommand):
    help = "Leest alle openbare pagina’s opnieuw, zodat zoeken ze vindt. Doe dit na elke nieuwe versie van de portal."

    def handle(self, **options):
        read_everything(anew=True)
        count = SearchEntry.objects.count()
        self.stdout.write(f"{count} zoekingangen." if count != 1 else "1 zoekingang.")
