from django.db import migrations

from partners.ground.history.triggers import recording


class Migration(migrations.Migration):

    dependencies = [
        ('regiozwolle', '0015_tables_and_mails_raise_the_state'),
        ('mfa', '0003_authenticator_type_uniq'),
    ]

    operations = [
        recording('mfa_authenticator', unnoticed=('last_used_at',), words=('data',), part_of='user_id'),
    ]
