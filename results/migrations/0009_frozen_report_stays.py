from django.db import migrations

# Whatever program asks, and whoever: a frozen report stays as it was. When it comes on the site may still be chosen,
# until it is there.
STAYS = """
CREATE FUNCTION results_frozen_report_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.frozen_at IS NULL THEN
        RETURN COALESCE(NEW, OLD);
    END IF;
    IF TG_OP = 'DELETE' OR (
        NEW.title, NEW.slug, NEW.starts_on, NEW.ends_on, NEW.introduction, NEW.is_example, NEW.frozen_at,
        NEW.previous_id, NEW.content
    ) IS DISTINCT FROM (
        OLD.title, OLD.slug, OLD.starts_on, OLD.ends_on, OLD.introduction, OLD.is_example, OLD.frozen_at,
        OLD.previous_id, OLD.content
    ) OR (
        OLD.published_at <= statement_timestamp() AND NEW.published_at IS DISTINCT FROM OLD.published_at
    ) THEN
        RAISE EXCEPTION 'Deze rapportage is vastgelegd en verandert niet meer.'
        USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER frozen_report_stays BEFORE UPDATE OR DELETE ON results_report
FOR EACH ROW EXECUTE FUNCTION results_frozen_report_stays();
"""

MAY_CHANGE = """
DROP TRIGGER frozen_report_stays ON results_report;
DROP FUNCTION results_frozen_report_stays();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("results", "0008_reports"),
    ]

    operations = [migrations.RunSQL(STAYS, MAY_CHANGE)]
