"""Whether a project surely belongs to its programme is its status; how far a proposal is, its state."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("results", "0002_confirmation_requests")]

    operations = [
        migrations.RemoveConstraint(model_name="project", name="project_standing_is_known"),
        migrations.RenameField("Project", "standing", "status"),
        migrations.AddConstraint(
            model_name="project",
            constraint=models.CheckConstraint(
                condition=models.Q(("status__in", ["bevestigd", "vermoed"])),
                name="project_status_is_known",
                violation_error_message="Kies een waarde uit de lijst.",
            ),
        ),
        migrations.RemoveConstraint(model_name="proposal", name="proposal_verdict_is_known"),
        migrations.RenameField("Proposal", "verdict", "state"),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["open", "overgenomen", "afgewezen"])),
                name="proposal_state_is_known",
                violation_error_message="Kies een waarde uit de lijst.",
            ),
        ),
    ]
