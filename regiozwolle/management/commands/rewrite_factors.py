"""After a new key was put in front of FACTOR_KEYS: writes all secrets with it, so that the old key can go."""

from django.core.management import BaseCommand

from regiozwolle.identity.factors import rewrite_secrets


class Command(BaseCommand):
    help = "Bewaart de geheimen van de tweede stap opnieuw, met de eerste sleutel van FACTOR_KEYS."

    def handle(self, **options):
        self.stdout.write(f"Opnieuw bewaard: {rewrite_secrets()}.")
