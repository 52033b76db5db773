"""The address of what was on the site and was deleted says so, and never becomes that of something else."""

from django.db import migrations

TABLES = [
    "partners_partner", "results_indicator", "results_programme", "results_project", "consultation_consultation",
    "deciding_dossier",
]
# `clears` is when a row has an address again that it had before: also when it is brought back.
LEADS_ON = """
CREATE OR REPLACE FUNCTION regiozwolle_address_leads_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM regiozwolle_formeraddress
        WHERE table_name = TG_TABLE_NAME AND slug = NEW.slug AND row_id <> NEW.id
    ) THEN
        RAISE EXCEPTION '%(taken)s'
        USING ERRCODE = 'unique_violation';
    END IF;
    IF %(clears)s THEN
        DELETE FROM regiozwolle_formeraddress WHERE table_name = TG_TABLE_NAME AND slug = NEW.slug;
    END IF;
    IF TG_OP = 'UPDATE' THEN
        INSERT INTO regiozwolle_formeraddress (table_name, slug, row_id, left_at)
        VALUES (TG_TABLE_NAME, OLD.slug, OLD.id, now());
    END IF;
    RETURN NEW;
END
$$;
"""
NOW = LEADS_ON % {
    "taken": "Dit adres was eerder van iets anders, en blijft daarvan. Kies een ander adres.",
    "clears": "true",
}
EARLIER = LEADS_ON % {
    "taken": "Dit adres was eerder van iets anders, en leidt daar nog heen. Kies een ander adres.",
    "clears": "TG_OP = 'UPDATE'",
}
# What the demo invented was never on a real site: it may be made anew at its address.
IS_KEPT = """
CREATE FUNCTION regiozwolle_address_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.public_from <= clock_timestamp()
       AND NOT COALESCE((to_jsonb(OLD) ->> 'is_example')::boolean, false) THEN
        INSERT INTO regiozwolle_formeraddress (table_name, slug, row_id, left_at)
        VALUES (TG_TABLE_NAME, OLD.slug, OLD.id, now());
    ELSE
        DELETE FROM regiozwolle_formeraddress WHERE table_name = TG_TABLE_NAME AND row_id = OLD.id;
    END IF;
    RETURN OLD;
END
$$;
"""
MADE = [
    f"CREATE TRIGGER address_is_kept BEFORE DELETE ON {table} FOR EACH ROW "
    "EXECUTE FUNCTION regiozwolle_address_is_kept()"
    for table in TABLES
]
DROPPED = [f"DROP TRIGGER address_is_kept ON {table}" for table in TABLES]


class Migration(migrations.Migration):

    dependencies = [('regiozwolle', '0007_pages_are_read_to_be_found')]

    operations = [
        migrations.RunSQL([NOW, IS_KEPT, *MADE], [*DROPPED, "DROP FUNCTION regiozwolle_address_is_kept()", EARLIER]),
    ]
