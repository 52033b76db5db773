"""Rules that only forms and acts held: what is published was reviewed, and who speaks for a group names it."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agenda", "0001_agenda_in_versions"),
        ("consultation", "0001_reactions_answers_and_decisions"),
        ("partners", "0001_partners_and_people"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddConstraint(
            model_name="answer",
            constraint=models.CheckConstraint(
                condition=models.Q(("published_at__isnull", True), ("reviewed_at__isnull", False), _connector="OR"),
                name="what_is_published_was_reviewed",
                violation_error_message="Alleen een nagekeken antwoord komt op de site.",
            ),
        ),
        migrations.AddConstraint(
            model_name="company",
            constraint=models.CheckConstraint(
                condition=models.Q(("count__gt", 0), models.Q(("sort", ""), _negated=True)),
                name="a_company_says_who_and_how_many",
                violation_error_message="Vul in wie er waren en hoeveel.",
            ),
        ),
        migrations.AddConstraint(
            model_name="endorsement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("level", "fractie"), models.Q(("party_group", ""), _negated=True)),
                    models.Q(models.Q(("level", "fractie"), _negated=True), ("party_group", "")),
                    _connector="OR",
                ),
                name="endorsement_names_its_party_group",
                violation_error_message="Vul de fractie in als die de afzender is, en alleen dan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="response",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("level", "fractie"), models.Q(("party_group", ""), _negated=True)),
                    models.Q(models.Q(("level", "fractie"), _negated=True), ("party_group", "")),
                    _connector="OR",
                ),
                name="response_names_its_party_group",
                violation_error_message="Vul de fractie in als die de afzender is, en alleen dan.",
            ),
        ),
    ]
