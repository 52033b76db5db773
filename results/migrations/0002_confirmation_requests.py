"""Asking an owner whether figures still hold is called a confirmation request, as data stewards do."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("results", "0001_figures_projects_and_money")]

    operations = [
        migrations.RenameModel("Enquiry", "ConfirmationRequest"),
        migrations.RenameField("Proposal", "enquiry", "confirmation_request"),
    ]
