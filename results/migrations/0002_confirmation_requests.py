"""Asking an owner whether figures still hold is called a confirmation request, as data stewards do."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("results", "0001_figures_projects_and_money")]

    operations = [
        migrations.RemoveConstraint(
            model_name="proposal",
            name="one_proposal_per_enquiry_and_indicator",
        ),
        migrations.RemoveConstraint(
            model_name="enquiry",
            name="one_enquiry_per_owner_and_quarter",
        ),
        migrations.RenameModel("Enquiry", "ConfirmationRequest"),
        migrations.RenameField("Proposal", "enquiry", "confirmation_request"),
        migrations.AlterField(
            model_name="confirmationrequest",
            name="owner",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="confirmation_requests",
                to="results.owner",
                verbose_name="eigenaar",
            ),
        ),
        migrations.AddConstraint(
            model_name="confirmationrequest",
            constraint=models.UniqueConstraint(
                fields=("owner", "quarter_on"),
                name="one_confirmation_request_per_owner_and_quarter",
                violation_error_message="Deze eigenaar is dit kwartaal al gevraagd.",
            ),
        ),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=models.UniqueConstraint(
                fields=("confirmation_request", "indicator"),
                name="one_proposal_per_request_and_indicator",
                violation_error_message="Over dit cijfer is dit kwartaal al iets ontvangen.",
            ),
        ),
        migrations.AlterField(
            model_name="indicator",
            name="is_example",
            field=models.BooleanField(
                default=False,
                help_text="Verzonnen voor de demo. Telt nergens mee en is op de site gemarkeerd.",
                verbose_name="voorbeeld",
            ),
        ),
        migrations.AlterField(
            model_name="programme",
            name="is_example",
            field=models.BooleanField(
                default=False,
                help_text="Verzonnen voor de demo. Telt nergens mee en is op de site gemarkeerd.",
                verbose_name="voorbeeld",
            ),
        ),
        migrations.AlterField(
            model_name="report",
            name="is_example",
            field=models.BooleanField(
                default=False,
                help_text="Verzonnen voor de demo. Telt nergens mee en is op de site gemarkeerd.",
                verbose_name="voorbeeld",
            ),
        ),
    ]
