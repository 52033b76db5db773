"""What was public never is a concept again, and does not leave the site once others stand on it, whoever asks."""

from django.db import migrations

# In which everything can be made public.
TABLES = [
    "partners_partner", "agenda_keypoint", "agenda_milestone", "results_indicator", "results_programme", "results_project",
    "consultation_consultation", "deciding_dossier",
]
# Why something cannot leave the site, and the rows that say so.
STANDS = {
    "consultation_consultation": (
        "Op deze consultatie is al gereageerd, of iemand schrijft een reactie. Zij blijft op de site.",
        "SELECT 1 FROM consultation_letter WHERE consultation_id = NEW.id AND state <> 'opzij'",
    ),
    "deciding_dossier": (
        "In dit dossier staan besluiten. Het blijft op de site.",
        "SELECT 1 FROM deciding_decision JOIN deciding_track ON deciding_track.id = track_id WHERE dossier_id = NEW.id",
    ),
    "partners_partner": (
        "Deze partner staat bij een deelname, project, cijfer, besluit of reactie en blijft daarom op de site. "
        "Vul bij de partner in tot wanneer hij meedeed.",
        "SELECT 1 FROM agenda_participation WHERE partner_id = NEW.id "
        "UNION ALL SELECT 1 FROM results_projectpartner WHERE partner_id = NEW.id "
        "UNION ALL SELECT 1 FROM results_measurement WHERE partner_id = NEW.id "
        "UNION ALL SELECT 1 FROM deciding_track JOIN partners_body ON partners_body.id = body_id WHERE partner_id = NEW.id "
        "UNION ALL SELECT 1 FROM consultation_letter JOIN partners_body ON partners_body.id = body_id "
        "WHERE partner_id = NEW.id AND state NOT IN ('concept', 'opzij') "
        "UNION ALL SELECT 1 FROM partners_partner WHERE province_id = NEW.id",
    ),
}
STAYS = """
CREATE FUNCTION regiozwolle_public_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Dit is al openbaar geweest en wordt geen concept meer. U kunt het wel van de site halen.'
    USING ERRCODE = 'restrict_violation';
END
$$;
"""
STANDS_ON_IT = """
CREATE FUNCTION {table}_stays_public() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS ({rows}) THEN
        RAISE EXCEPTION '{words}' USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.public_until > clock_timestamp() + interval '1 minute' THEN
        RAISE EXCEPTION 'Hiervan is het einde niet te plannen, want tot dan kan er nog iets op komen te staan.'
        USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER stays_public BEFORE UPDATE OF public_until ON {table} FOR EACH ROW
WHEN (NEW.public_until IS NOT NULL AND NEW.public_until IS DISTINCT FROM OLD.public_until)
EXECUTE FUNCTION {table}_stays_public();
"""
MADE = [
    f"CREATE TRIGGER public_stays BEFORE UPDATE OF public_from ON {table} FOR EACH ROW "
    "WHEN (OLD.public_from <= clock_timestamp() AND NEW.public_from IS DISTINCT FROM OLD.public_from) "
    "EXECUTE FUNCTION regiozwolle_public_stays()"
    for table in TABLES
] + [STANDS_ON_IT.format(table=table, words=words, rows=rows) for table, (words, rows) in STANDS.items()]
DROPPED = [f"DROP TRIGGER public_stays ON {table}" for table in TABLES] + [
    f"DROP TRIGGER stays_public ON {table}; DROP FUNCTION {table}_stays_public()" for table in STANDS
]


class Migration(migrations.Migration):

    dependencies = [
        ('regiozwolle', '0005_addresses_lead_on'),
        ('agenda', '0007_public_from_and_until'),
        ('results', '0009_public_from_and_until'),
        ('consultation', '0018_public_from_and_until'),
        ('deciding', '0007_public_from_and_until'),
    ]

    operations = [
        migrations.RunSQL([STAYS, *MADE], [*DROPPED, "DROP FUNCTION regiozwolle_public_stays()"]),
    ]
