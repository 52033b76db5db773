"""An address that was once in use leads on for ever, and never becomes that of something else."""

import django.db.models.functions.datetime
from django.db import migrations, models

# Where an address holds the slug of a row.
TABLES = [
    "partners_partner", "agenda_agenda", "results_indicator", "results_programme", "results_project", "results_report",
    "consultation_consultation", "deciding_dossier",
]
LEADS_ON = """
CREATE FUNCTION regiozwolle_address_leads_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM regiozwolle_formeraddress
        WHERE table_name = TG_TABLE_NAME AND slug = NEW.slug AND row_id <> NEW.id
    ) THEN
        RAISE EXCEPTION 'Dit adres was eerder van iets anders, en leidt daar nog heen. Kies een ander adres.'
        USING ERRCODE = 'unique_violation';
    END IF;
    IF TG_OP = 'UPDATE' THEN
        DELETE FROM regiozwolle_formeraddress WHERE table_name = TG_TABLE_NAME AND slug = NEW.slug;
        INSERT INTO regiozwolle_formeraddress (table_name, slug, row_id, left_at)
        VALUES (TG_TABLE_NAME, OLD.slug, OLD.id, now());
    END IF;
    RETURN NEW;
END
$$;
"""
MADE = [
    statement
    for table in TABLES
    for statement in (
        f"CREATE TRIGGER address_leads_on BEFORE INSERT ON {table} FOR EACH ROW "
        "EXECUTE FUNCTION regiozwolle_address_leads_on()",
        f"CREATE TRIGGER address_moves BEFORE UPDATE OF slug ON {table} FOR EACH ROW "
        "WHEN (OLD.slug IS DISTINCT FROM NEW.slug) EXECUTE FUNCTION regiozwolle_address_leads_on()",
    )
]
DROPPED = [f"DROP TRIGGER {name} ON {table}" for table in TABLES for name in ("address_leads_on", "address_moves")]


class Migration(migrations.Migration):

    dependencies = [
        ('regiozwolle', '0004_what_was_set_aside_is_not_recorded'),
        ('deciding', '0001_tables_of_its_own'),
    ]

    operations = [
        migrations.CreateModel(
            name='FormerAddress',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('table_name', models.CharField(max_length=63, verbose_name='tabel')),
                ('slug', models.CharField(max_length=100, verbose_name='adres')),
                ('row_id', models.BigIntegerField(verbose_name='rij')),
                ('left_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name='tot')),
            ],
            options={
                'verbose_name': 'vroeger adres',
                'verbose_name_plural': 'vroegere adressen',
                'constraints': [models.UniqueConstraint(fields=('table_name', 'slug'), name='former_address_is_of_one_row', violation_error_message='Dit adres was eerder al van iets.')],
            },
        ),
        migrations.RunSQL([LEADS_ON, *MADE], [*DROPPED, "DROP FUNCTION regiozwolle_address_leads_on()"]),
    ]
