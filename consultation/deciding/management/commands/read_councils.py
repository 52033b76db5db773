"""Reads what the systems of councils publish, as the worker does once a day, and says what came of it."""

from django.conf import settings
from django.core.management import BaseCommand, CommandError

from consultation.deciding.councils.acts import read_all
from consultation.deciding.councils.fetching import OFF
from consultation.deciding.models import FoundItem, FoundMeeting
from partners.ground.templatetags.dutch import counted


class Command(BaseCommand):
    help = "Leest de vergaderingen die OpenBesluitvorming van de organen publiceert. Alleen met een ingesteld adres."

    def handle(self, **options):
        if not settings.COUNCILS_URL:
            raise CommandError(OFF)
        for one, trouble in read_all():
            self.stdout.write(f"{one}: {trouble or 'gelezen.'}")
        waiting = FoundMeeting.objects.proposed().count(), FoundItem.objects.proposed().count()
        self.stdout.write(
            f"Te beoordelen: {counted(waiting[0], 'vergadering,vergaderingen')} en "
            f"{counted(waiting[1], 'agendapunt,agendapunten')}."
        )
