from django.conf import settings
from django.db import migrations, models
from django.db.models import Q


def fill(apps, schema_editor):
    """Until now everyone who was griffier of a body on the day that it was invited got the mail."""
    Mandate = apps.get_model("partners", "Mandate")
    for invitation in apps.get_model("consultation", "Invitation").objects.all():
        held = Mandate.objects.filter(
            Q(ends_on=None) | Q(ends_on__gte=invitation.invited_on),
            starts_on__lte=invitation.invited_on,
            body=invitation.body_id,
            capacity="griffier",
            user__is_active=True,
        )
        invitation.mailed_to.set(held.values_list("user", flat=True))


class Migration(migrations.Migration):
    dependencies = [
        ("consultation", "0009_somebody_chooses_who_may_read"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="invitation",
            name="mailed_to",
            field=models.ManyToManyField(
                blank=True,
                related_name="invitations_mailed",
                to=settings.AUTH_USER_MODEL,
                verbose_name="mail gemaakt voor",
            ),
        ),
        migrations.AlterField(
            model_name="reminder",
            name="sent_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="herinnering gemaakt op"),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
