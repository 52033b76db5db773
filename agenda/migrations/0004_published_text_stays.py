from django.db import migrations

# Whatever program asks, and whoever: what everyone could read stays as it was. The words of the editors about it
# (explanation, change and its note, the version's own note and source) may still be mended.
# The lock on the version makes words that come in while it is being published wait for the outcome.
STAYS = """
CREATE FUNCTION agenda_published_wording_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND (
        NEW.version_id, NEW.element_id, NEW.text, NEW.markup, NEW.number, NEW.position, NEW.parent_id
    ) IS NOT DISTINCT FROM (
        OLD.version_id, OLD.element_id, OLD.text, OLD.markup, OLD.number, OLD.position, OLD.parent_id
    ) THEN
        RETURN NEW;
    END IF;
    PERFORM 1 FROM agenda_version WHERE id IN (OLD.version_id, NEW.version_id) FOR SHARE;
    IF EXISTS (
        SELECT 1 FROM agenda_version
        WHERE id IN (OLD.version_id, NEW.version_id) AND published_at <= statement_timestamp()
    ) THEN
        RAISE EXCEPTION 'Deze versie is gepubliceerd. Haar teksten veranderen niet meer: maak een nieuwe versie.'
        USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN COALESCE(NEW, OLD);
END
$$;

CREATE TRIGGER published_wording_stays BEFORE INSERT OR UPDATE OR DELETE ON agenda_wording
FOR EACH ROW EXECUTE FUNCTION agenda_published_wording_stays();

CREATE FUNCTION agenda_published_version_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.published_at <= statement_timestamp() AND (
        TG_OP = 'DELETE' OR (NEW.agenda_id, NEW.number, NEW.status, NEW.dated_on, NEW.published_at)
        IS DISTINCT FROM (OLD.agenda_id, OLD.number, OLD.status, OLD.dated_on, OLD.published_at)
    ) THEN
        RAISE EXCEPTION 'Deze versie is gepubliceerd en verandert niet meer: maak een nieuwe versie.'
        USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN COALESCE(NEW, OLD);
END
$$;

CREATE TRIGGER published_version_stays BEFORE UPDATE OR DELETE ON agenda_version
FOR EACH ROW EXECUTE FUNCTION agenda_published_version_stays();

CREATE FUNCTION agenda_published_code_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM agenda_wording JOIN agenda_version ON agenda_version.id = agenda_wording.version_id
        WHERE agenda_wording.element_id = OLD.id AND agenda_version.published_at <= statement_timestamp()
    ) THEN
        RAISE EXCEPTION 'Dit onderdeel is gepubliceerd. Zijn code verandert nooit.'
        USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER published_code_stays BEFORE UPDATE OF code, agenda_id ON agenda_element
FOR EACH ROW WHEN (OLD.code IS DISTINCT FROM NEW.code OR OLD.agenda_id IS DISTINCT FROM NEW.agenda_id)
EXECUTE FUNCTION agenda_published_code_stays();
"""

MAY_CHANGE = """
DROP TRIGGER published_code_stays ON agenda_element;
DROP TRIGGER published_version_stays ON agenda_version;
DROP TRIGGER published_wording_stays ON agenda_wording;
DROP FUNCTION agenda_published_code_stays();
DROP FUNCTION agenda_published_version_stays();
DROP FUNCTION agenda_published_wording_stays();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("agenda", "0003_place_markup_and_successor"),
    ]

    operations = [migrations.RunSQL(STAYS, MAY_CHANGE)]
