"""What a finished consultation was about, when it ran and what it asked stays, whatever program asks."""

from django.db import migrations

STAYS = """
CREATE FUNCTION consultation_finished_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' OR (NEW.version_id, NEW.opens_at, NEW.closes_at, NEW.takes_letters, NEW.is_example, NEW.finished_at)
        IS DISTINCT FROM (OLD.version_id, OLD.opens_at, OLD.closes_at, OLD.takes_letters, OLD.is_example, OLD.finished_at)
    THEN
        RAISE EXCEPTION 'Deze consultatie is afgerond en verandert niet meer.' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER finished_stays BEFORE UPDATE OR DELETE ON consultation_consultation
FOR EACH ROW WHEN (OLD.finished_at IS NOT NULL) EXECUTE FUNCTION consultation_finished_stays();

CREATE FUNCTION consultation_asked_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM consultation_consultation
        WHERE id IN (OLD.consultation_id, NEW.consultation_id) AND finished_at IS NOT NULL
    ) THEN
        RAISE EXCEPTION 'Deze consultatie is afgerond. Haar vragen veranderen niet meer.'
        USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN COALESCE(NEW, OLD);
END
$$;
CREATE TRIGGER asked_stays BEFORE INSERT OR UPDATE OR DELETE ON consultation_question
FOR EACH ROW EXECUTE FUNCTION consultation_asked_stays();
"""
MAY_CHANGE = """
DROP TRIGGER asked_stays ON consultation_question;
DROP TRIGGER finished_stays ON consultation_consultation;
DROP FUNCTION consultation_asked_stays();
DROP FUNCTION consultation_finished_stays();
"""


class Migration(migrations.Migration):
    dependencies = [("consultation", "0012_groups_keep_what_was_done")]

    operations = [migrations.RunSQL(STAYS, MAY_CHANGE)]
