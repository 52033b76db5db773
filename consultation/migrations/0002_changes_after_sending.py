"""Changes to what was sent are made in a copy; drafts may be unfinished; receipt numbers come from a sequence."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("consultation", "0001_consultation")]

    operations = [
        migrations.RunSQL(
            "create sequence consultation_receipt_number",
            "drop sequence consultation_receipt_number",
        ),
        migrations.RemoveConstraint(model_name="point", name="point_is_about_a_wording_or_a_question"),
        migrations.RemoveConstraint(model_name="response", name="one_response_per_author_and_capacity"),
        migrations.AddField(
            model_name="point",
            name="origin",
            field=models.ForeignKey(
                blank=True,
                help_text="Het verstuurde punt waarvan dit de nog niet verstuurde wijziging is.",
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="changes",
                to="consultation.point",
                verbose_name="wijzigt",
            ),
        ),
        migrations.AddField(
            model_name="response",
            name="revises",
            field=models.OneToOneField(
                blank=True,
                help_text="De verstuurde reactie waarvan dit de nog niet verstuurde wijziging is.",
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="revision",
                to="consultation.response",
                verbose_name="wijzigt",
            ),
        ),
        migrations.AddConstraint(
            model_name="point",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("question__isnull", True),
                        ("wording__isnull", False),
                        models.Q(("quoted_text", ""), _negated=True),
                    ),
                    models.Q(("question__isnull", False), ("wording__isnull", True)),
                    _connector="OR",
                ),
                name="point_is_about_a_wording_or_a_question",
                violation_error_message="Een punt gaat over een tekst of over een vraag.",
            ),
        ),
        migrations.AddConstraint(
            model_name="response",
            constraint=models.UniqueConstraint(
                condition=models.Q(models.Q(("state", "ingetrokken"), _negated=True), ("revises__isnull", True)),
                fields=("consultation", "author", "body", "level"),
                name="one_response_per_author_and_capacity",
                violation_error_message="U hebt in deze hoedanigheid al een reactie.",
            ),
        ),
        migrations.AddConstraint(
            model_name="response",
            constraint=models.CheckConstraint(
                condition=models.Q(("revises__isnull", True), ("state", "concept"), _connector="OR"),
                name="only_a_draft_revises",
                violation_error_message="Alleen een concept kan een wijziging zijn.",
            ),
        ),
    ]
