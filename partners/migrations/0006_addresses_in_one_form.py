"""The address of every person in the one form in which it tells them from all others; see partners/ground/addresses.py."""

from django.db import migrations

from partners.ground.addresses import canonical


def in_one_form(apps, schema_editor):
    """Leaves an address as it is when that would make two people one: a person has to choose between those."""
    users = apps.get_model("partners", "User").objects
    for user in users.all():
        email = canonical(user.email)
        if email != user.email and not users.filter(email=email).exists():
            users.filter(pk=user.pk).update(email=email)


class Migration(migrations.Migration):
    dependencies = [("partners", "0005_licence_and_day_of_reading_of_a_source")]

    operations = [migrations.RunPython(in_one_form, migrations.RunPython.noop)]
