"""What bodies decided, and on what, only changes in an act that says why, whatever program asks."""

from django.db import migrations

# The act that goes on stands in a setting of the transaction: what it will say, or the key of what it said.
SAYS_WHY = """
CREATE FUNCTION deciding_says_why() RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE
    said CONSTANT text := coalesce(current_setting('portal.act', true), '');
BEGIN
    IF said LIKE '{%' THEN
        RETURN btrim(coalesce(said::jsonb ->> 'reason', '')) <> '';
    END IF;
    RETURN said <> '' AND EXISTS (SELECT 1 FROM ground_act WHERE id = said::bigint AND btrim(reason) <> '');
END
$$;

CREATE FUNCTION deciding_decision_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT deciding_says_why() AND NOT EXISTS (
        SELECT 1 FROM deciding_track JOIN deciding_dossier ON deciding_dossier.id = deciding_track.dossier_id
        WHERE deciding_track.id = OLD.track_id AND deciding_dossier.is_example
    ) THEN
        RAISE EXCEPTION 'Schrijf waarom dit besluit verandert of verdwijnt.' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN COALESCE(NEW, OLD);
END
$$;
CREATE TRIGGER decision_is_changed BEFORE UPDATE ON deciding_decision
FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION deciding_decision_stays();
CREATE TRIGGER decision_is_deleted BEFORE DELETE ON deciding_decision
FOR EACH ROW EXECUTE FUNCTION deciding_decision_stays();

CREATE FUNCTION deciding_decided_track_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT deciding_says_why() AND EXISTS (SELECT 1 FROM deciding_decision WHERE track_id = OLD.id) AND NOT EXISTS (
        SELECT 1 FROM deciding_dossier WHERE id = OLD.dossier_id AND is_example
    ) THEN
        RAISE EXCEPTION 'Schrijf waarom dit spoor verandert: er is al besloten.' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER decided_track_stays BEFORE UPDATE ON deciding_track
FOR EACH ROW WHEN ((OLD.dossier_id, OLD.body_id) IS DISTINCT FROM (NEW.dossier_id, NEW.body_id))
EXECUTE FUNCTION deciding_decided_track_stays();

CREATE FUNCTION deciding_decided_dossier_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT deciding_says_why() AND EXISTS (
        SELECT 1 FROM deciding_decision JOIN deciding_track ON deciding_track.id = deciding_decision.track_id
        WHERE deciding_track.dossier_id = OLD.id
    ) THEN
        RAISE EXCEPTION 'Schrijf waarom dit dossier verandert: er is al over besloten.'
        USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER says_why BEFORE UPDATE ON deciding_dossier
FOR EACH ROW WHEN (
    NOT OLD.is_example
    AND (OLD.title, OLD.summary, OLD.version_id, OLD.source_id, OLD.is_example)
        IS DISTINCT FROM (NEW.title, NEW.summary, NEW.version_id, NEW.source_id, NEW.is_example)
) EXECUTE FUNCTION deciding_decided_dossier_stays();
"""
MAY_CHANGE = """
DROP TRIGGER says_why ON deciding_dossier;
DROP TRIGGER decided_track_stays ON deciding_track;
DROP TRIGGER decision_is_deleted ON deciding_decision;
DROP TRIGGER decision_is_changed ON deciding_decision;
DROP FUNCTION deciding_decided_dossier_stays();
DROP FUNCTION deciding_decided_track_stays();
DROP FUNCTION deciding_decision_stays();
DROP FUNCTION deciding_says_why();
"""


class Migration(migrations.Migration):
    dependencies = [("deciding", "0003_decided_on_stays"), ("ground", "0002_the_record_of_changes")]

    operations = [migrations.RunSQL(SAYS_WHY, MAY_CHANGE)]
