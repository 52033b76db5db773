"""Where people talked at a table, and whether the mail with a package came, is on pages for everyone as well."""

from django.db import migrations

from partners.ground.state.triggers import raising


# Whatever the search path is of who makes the change, as where only the data are put back.
FIXED = "ALTER FUNCTION ground_state_changed() SET search_path = pg_catalog, public, pg_temp"
FREE = "ALTER FUNCTION ground_state_changed() RESET search_path"


class Migration(migrations.Migration):
    dependencies = [("regiozwolle", "0014_changes_raise_the_state")]

    operations = [
        migrations.RunSQL(FIXED, FREE),
        raising("consultation_tablesession"),
        raising("consultation_discussiontable"),
        raising("ground_mail", when="EXISTS (SELECT FROM deciding_delivery WHERE mail_id = {row}.id)"),
    ]
