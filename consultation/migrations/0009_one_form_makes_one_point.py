from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agenda", "0003_place_markup_and_successor"),
        ("consultation", "0008_answers_stay_and_are_mailed"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveField(
            model_name="point",
            name="edition",
        ),
        migrations.AddField(
            model_name="point",
            name="saved_in",
            field=models.UUIDField(blank=True, editable=False, null=True, verbose_name="opgeslagen in formulier"),
        ),
        migrations.AddConstraint(
            model_name="point",
            constraint=models.UniqueConstraint(
                condition=models.Q(("wording__isnull", False)),
                fields=("response", "saved_in"),
                name="one_form_makes_one_point",
                violation_error_message="Dit formulier is al opgeslagen.",
            ),
        ),
    ]
