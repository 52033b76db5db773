"""The state of all that pages are made of: how often it changed, of which the changes of one transaction count as one."""

from django.db import migrations

# Each transaction raises a number of its own, so that none waits for another until it is committed. What is read is
# their sum, which only grows, by one or more at every commit: a sequence would show a change before it is there.
TABLE = """
CREATE TABLE ground_state (slot bigint PRIMARY KEY, raised bigint NOT NULL) WITH (fillfactor = 20);
"""
# Where a transaction sees no more than there was when it began, others may have raised any number: it adds its own.
RAISE = """
CREATE FUNCTION ground_raise_state() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    slots CONSTANT integer := 32;
    own bigint;
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        own := pg_current_xact_id()::text::bigint + slots;
    ELSE
        FOR tried IN 0 .. slots - 1 LOOP
            own := (pg_backend_pid() + tried) % slots;
            EXIT WHEN pg_try_advisory_xact_lock('public.ground_state'::regclass::oid::bigint << 16 | own);
        END LOOP;
    END IF;
    INSERT INTO ground_state VALUES (own, 1) ON CONFLICT (slot) DO UPDATE SET raised = ground_state.raised + 1;
    PERFORM set_config('portal.state_raised_in', pg_current_xact_id()::text, true);
END
$$;
"""
# The rows that a statement changed have these names, and that before an update.
CHANGED = """
CREATE FUNCTION ground_state_changed() RETURNS trigger LANGUAGE plpgsql AS $$
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
UNDO = ["DROP FUNCTION ground_state_changed()", "DROP FUNCTION ground_raise_state()", "DROP TABLE ground_state"]


class Migration(migrations.Migration):
    dependencies = [("ground", "0008_words_in_files")]

    operations = [migrations.RunSQL([TABLE, RAISE, CHANGED], UNDO)]
