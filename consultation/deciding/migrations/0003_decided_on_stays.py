"""The text that bodies decided on stays that of their dossier, whatever program asks."""

from django.db import migrations

STAYS = """
CREATE FUNCTION deciding_decided_on_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM deciding_decision JOIN deciding_track ON deciding_track.id = deciding_decision.track_id
        WHERE deciding_track.dossier_id = OLD.id
    ) THEN
        RAISE EXCEPTION 'Over dit dossier is al besloten. Over welke versie dat ging, verandert niet meer.'
        USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER decided_on_stays BEFORE UPDATE OF version_id ON deciding_dossier
FOR EACH ROW WHEN (OLD.version_id IS NOT NULL AND OLD.version_id IS DISTINCT FROM NEW.version_id)
EXECUTE FUNCTION deciding_decided_on_stays();
"""
MAY_CHANGE = """
DROP TRIGGER decided_on_stays ON deciding_dossier;
DROP FUNCTION deciding_decided_on_stays();
"""


class Migration(migrations.Migration):
    dependencies = [("deciding", "0002_a_decision_keeps_its_track")]

    operations = [migrations.RunSQL(STAYS, MAY_CHANGE)]
