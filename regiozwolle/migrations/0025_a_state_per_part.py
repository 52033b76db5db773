"""The state counts the changes of each part of the data apart, beside those of all together."""

from django.db import migrations

TABLE = """
CREATE TABLE ground_state_part (part text, slot bigint, raised bigint NOT NULL, PRIMARY KEY (part, slot))
WITH (fillfactor = 20);
"""
# As in partners/ground/state/parts.py.
PART_OF = """
CREATE FUNCTION ground_part_of(name text) RETURNS text LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE
        WHEN name IN ('partners_source') THEN 'sources'
        WHEN name IN ('partners_sitting', 'partners_recess') THEN 'moments'
        WHEN name IN ('agenda_participation', 'agenda_action') THEN 'participations'
        WHEN name IN ('agenda_priority') THEN 'priorities'
        WHEN name IN ('agenda_keypoint', 'agenda_milestone') THEN 'history'
        WHEN name IN (
            'results_programme', 'results_programme_elements', 'results_project', 'results_project_elements',
            'results_projectpartner', 'results_projectphase', 'results_projectresult'
        ) THEN 'projects'
        WHEN name IN ('results_funding', 'results_tariff') THEN 'money'
        WHEN name IN ('results_report') THEN 'reports'
        WHEN name IN (
            'consultation_letter', 'consultation_point', 'consultation_point_themes', 'consultation_endorsement'
        ) THEN 'reactions'
        WHEN name IN (
            'consultation_answer', 'consultation_answer_points', 'consultation_answer_wordings',
            'consultation_publication', 'consultation_theme'
        ) THEN 'answers'
        WHEN name IN (
            'consultation_invitation', 'consultation_tablesession', 'consultation_discussiontable',
            'consultation_attendance'
        ) THEN 'tables'
        WHEN name IN (
            'deciding_paper', 'deciding_paperversion', 'deciding_package', 'deciding_package_papers',
            'deciding_delivery', 'ground_mail'
        ) THEN 'papers'
        WHEN name IN ('regiozwolle_event') THEN 'events'
        ELSE split_part(name, '_', 1)
    END
$$;
"""
# Who finds no slot free takes one that nobody else has, as does who sees no more than there was: a transaction that
# raises several parts never waits for another, so two of them never wait for each other.
RAISE = """
CREATE FUNCTION ground_raise_state(changed_part text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    slots CONSTANT integer := 32;
    is_held boolean := false;
    own bigint := pg_current_xact_id()::text::bigint + slots;
    raised text := coalesce(current_setting('portal.state_raised_in', true), '');
    is_first boolean := split_part(raised, ' ', 1) <> pg_current_xact_id()::text;
BEGIN
    IF current_setting('transaction_isolation') = 'read committed' THEN
        FOR tried IN 0 .. slots - 1 LOOP
            own := (pg_backend_pid() + tried) % slots;
            is_held := pg_try_advisory_xact_lock('public.ground_state'::regclass::oid::bigint << 16 | own);
            EXIT WHEN is_held;
        END LOOP;
        IF NOT is_held THEN
            own := pg_current_xact_id()::text::bigint + slots;
        END IF;
    END IF;
    IF is_first THEN
        INSERT INTO ground_state VALUES (own, 1) ON CONFLICT (slot) DO UPDATE SET raised = ground_state.raised + 1;
        raised := pg_current_xact_id()::text || ' ';
    END IF;
    INSERT INTO ground_state_part VALUES (changed_part, own, 1)
    ON CONFLICT (part, slot) DO UPDATE SET raised = ground_state_part.raised + 1;
    PERFORM set_config('portal.state_raised_in', raised || changed_part || ' ', true);
END
$$;
"""
CHANGED = """
CREATE OR REPLACE FUNCTION ground_state_changed() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    condition CONSTANT text := coalesce(nullif(TG_ARGV[0], ''), 'true');
    own CONSTANT text := public.ground_part_of(TG_TABLE_NAME);
    raised CONSTANT text := current_setting('portal.state_raised_in', true);
    counts boolean := true;
BEGIN
    IF split_part(raised, ' ', 1) = pg_current_xact_id_if_assigned()::text
        AND strpos(raised, ' ' || own || ' ') > 0 THEN
        RETURN NULL;
    END IF;
    IF TG_OP <> 'TRUNCATE' THEN
        EXECUTE format('SELECT EXISTS (SELECT FROM changed WHERE %s)', condition) INTO counts;
    END IF;
    IF TG_OP = 'UPDATE' AND NOT counts THEN
        EXECUTE format('SELECT EXISTS (SELECT FROM before AS changed WHERE %s)', condition) INTO counts;
    END IF;
    IF counts THEN
        PERFORM public.ground_raise_state(own);
    END IF;
    RETURN NULL;
END
$$;
"""
# As the migrations before made them.
CHANGED_BEFORE = """
CREATE OR REPLACE FUNCTION ground_state_changed() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    condition CONSTANT text := coalesce(nullif(TG_ARGV[0], ''), 'true');
    counts boolean := true;
BEGIN
    IF current_setting('portal.state_raised_in', true) = pg_current_xact_id_if_assigned()::text THEN
        RETURN NULL;
    END IF;
    IF TG_OP <> 'TRUNCATE' THEN
        EXECUTE format('SELECT EXISTS (SELECT FROM changed WHERE %s)', condition) INTO counts;
    END IF;
    IF TG_OP = 'UPDATE' AND NOT counts THEN
        EXECUTE format('SELECT EXISTS (SELECT FROM before AS changed WHERE %s)', condition) INTO counts;
    END IF;
    IF counts THEN
        PERFORM public.ground_raise_state();
    END IF;
    RETURN NULL;
END
$$;
"""
UNDO = [
    CHANGED_BEFORE,
    "DROP FUNCTION ground_raise_state(text)",
    "DROP FUNCTION ground_part_of(text)",
    "DROP TABLE ground_state_part",
]


class Migration(migrations.Migration):
    dependencies = [("regiozwolle", "0024_a_newsletter_is_finished"), ("ground", "0014_links_to_read_ahead")]

    operations = [migrations.RunSQL([TABLE, PART_OF, RAISE, CHANGED], UNDO)]
