CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;
CREATE TYPE public.procrastinate_job_event_type AS ENUM (
    'deferred',
    'started',
    'deferred_for_retry',
    'failed',
    'succeeded',
    'cancelled',
    'abort_requested',
    'aborted',
    'scheduled',
    'retried'
);
CREATE TYPE public.procrastinate_job_status AS ENUM (
    'todo',
    'doing',
    'succeeded',
    'failed',
    'cancelled',
    'aborting',
    'aborted'
);
CREATE TYPE public.procrastinate_job_to_defer_v1 AS (
	queue_name character varying,
	task_name character varying,
	priority integer,
	lock text,
	queueing_lock text,
	args jsonb,
	scheduled_at timestamp with time zone
);
CREATE FUNCTION public.agenda_published_code_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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
CREATE FUNCTION public.agenda_published_version_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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
CREATE FUNCTION public.agenda_published_wording_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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
CREATE FUNCTION public.consultation_asked_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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
CREATE FUNCTION public.consultation_consultation_stays_public() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM consultation_letter WHERE consultation_id = NEW.id AND state <> 'opzij') THEN
        RAISE EXCEPTION 'Op deze consultatie is al gereageerd, of iemand schrijft een reactie. Zij blijft op de site.' USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.public_until > clock_timestamp() + interval '1 minute' THEN
        RAISE EXCEPTION 'Hiervan is het einde niet te plannen, want tot dan kan er nog iets op komen te staan.'
        USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE FUNCTION public.consultation_finished_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'DELETE' OR (NEW.version_id, NEW.opens_at, NEW.closes_at, NEW.takes_letters, NEW.is_example, NEW.finished_at)
        IS DISTINCT FROM (OLD.version_id, OLD.opens_at, OLD.closes_at, OLD.takes_letters, OLD.is_example, OLD.finished_at)
    THEN
        RAISE EXCEPTION 'Deze consultatie is afgerond en verandert niet meer.' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE FUNCTION public.consultation_is_sent(letter bigint) RETURNS boolean
    LANGUAGE sql STABLE
    AS $$
    SELECT EXISTS (SELECT 1 FROM public.consultation_letter WHERE id = letter AND state NOT IN ('concept', 'opzij'))
$$;
CREATE FUNCTION public.consultation_published_answer_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF OLD.published_at <= statement_timestamp() AND (
        TG_OP = 'DELETE' OR (NEW.verdict, NEW.reason, NEW.forwarded_to, NEW.landed_elsewhere, NEW.published_at)
        IS DISTINCT FROM (OLD.verdict, OLD.reason, OLD.forwarded_to, OLD.landed_elsewhere, OLD.published_at)
    ) THEN
        RAISE EXCEPTION 'Dit antwoord staat op de site en verandert niet meer: schrijf een nieuw antwoord.'
        USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN COALESCE(NEW, OLD);
END
$$;
CREATE FUNCTION public.deciding_confirmation_ends() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF NEW.confirmed_on IS NOT DISTINCT FROM OLD.confirmed_on THEN
        NEW.confirmed_on := NULL;
    END IF;
    RETURN NEW;
END
$$;
CREATE FUNCTION public.deciding_decided_component_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF NOT deciding_says_why() AND EXISTS (SELECT 1 FROM deciding_decision WHERE component_id = OLD.id) AND NOT EXISTS (
        SELECT 1 FROM deciding_dossier WHERE id = OLD.dossier_id AND is_example
    ) THEN
        RAISE EXCEPTION 'Schrijf waarom dit onderdeel verandert: er is al over besloten.'
        USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE FUNCTION public.deciding_decided_dossier_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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
CREATE FUNCTION public.deciding_decided_on_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM deciding_decision JOIN deciding_track ON deciding_track.id = deciding_decision.track_id
        WHERE deciding_track.dossier_id = OLD.id AND deciding_decision.version_id IS NULL
    ) THEN
        RAISE EXCEPTION 'Over dit dossier is al besloten. Over welke versie dat ging, verandert niet meer.'
        USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE FUNCTION public.deciding_decided_track_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF NOT deciding_says_why() AND EXISTS (SELECT 1 FROM deciding_decision WHERE track_id = OLD.id) AND NOT EXISTS (
        SELECT 1 FROM deciding_dossier WHERE id = OLD.dossier_id AND is_example
    ) THEN
        RAISE EXCEPTION 'Schrijf waarom dit spoor verandert: er is al besloten.' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE FUNCTION public.deciding_decision_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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
CREATE FUNCTION public.deciding_dossier_stays_public() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM deciding_decision JOIN deciding_track ON deciding_track.id = track_id WHERE dossier_id = NEW.id) THEN
        RAISE EXCEPTION 'In dit dossier staan besluiten. Het blijft op de site.' USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.public_until > clock_timestamp() + interval '1 minute' THEN
        RAISE EXCEPTION 'Hiervan is het einde niet te plannen, want tot dan kan er nog iets op komen te staan.'
        USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE FUNCTION public.deciding_package_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'Een pakket dat is gemaakt, verandert niet. Maak een nieuwe versie.'
    USING ERRCODE = 'restrict_violation';
END
$$;
CREATE FUNCTION public.deciding_paper_version_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'Een versie van een stuk verandert niet. Zet een nieuwe versie neer.'
    USING ERRCODE = 'restrict_violation';
END
$$;
CREATE FUNCTION public.deciding_says_why() RETURNS boolean
    LANGUAGE plpgsql STABLE
    AS $$
DECLARE
    said CONSTANT text := coalesce(current_setting('portal.act', true), '');
BEGIN
    IF said LIKE '{%' THEN
        RETURN btrim(coalesce(said::jsonb ->> 'reason', '')) <> '';
    END IF;
    RETURN said <> '' AND EXISTS (SELECT 1 FROM ground_act WHERE id = said::bigint AND btrim(reason) <> '');
END
$$;
CREATE FUNCTION public.ground_forget_security(address_days integer, line_days integer, OUT shortened bigint, OUT deleted bigint) RETURNS record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
BEGIN
    DELETE FROM ground_securityevent WHERE made_at < now() - make_interval(days => greatest(line_days, 90));
    GET DIAGNOSTICS deleted = ROW_COUNT;
    UPDATE ground_securityevent SET origin = ground_shortened(origin)
    WHERE made_at < now() - make_interval(days => greatest(address_days, 1)) AND origin <> ground_shortened(origin);
    GET DIAGNOSTICS shortened = ROW_COUNT;
END
$$;
CREATE FUNCTION public.ground_part_of(name text) RETURNS text
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
CREATE FUNCTION public.ground_raise_state() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
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
CREATE FUNCTION public.ground_raise_state(changed_part text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
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
CREATE FUNCTION public.ground_record_change() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
DECLARE
    unnoticed CONSTANT text[] := TG_ARGV[0];
    words CONSTANT text[] := TG_ARGV[1];
    said text := current_setting('portal.act', true);
    row_now jsonb;
    before jsonb;
    after jsonb;
    word text;
BEGIN
    IF TG_OP <> 'INSERT' THEN
        before := to_jsonb(OLD) - unnoticed;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        after := to_jsonb(NEW) - unnoticed;
    END IF;
    row_now := coalesce(after, before);
    IF TG_OP = 'UPDATE' THEN
        SELECT jsonb_object_agg(was.key, was.value), jsonb_object_agg(was.key, became.value) INTO before, after
        FROM jsonb_each(before) AS was JOIN jsonb_each(after) AS became ON became.key = was.key
        WHERE was.value IS DISTINCT FROM became.value;
        IF after IS NULL THEN
            RETURN NULL;
        END IF;
    END IF;
    FOREACH word IN ARRAY words LOOP
        IF before ? word THEN
            before := before || jsonb_build_object(word, '…');
        END IF;
        IF after ? word THEN
            after := after || jsonb_build_object(word, '…');
        END IF;
    END LOOP;
    -- An act that is written down only when it changes something, is written down at its first change.
    IF said LIKE '{%' THEN
        INSERT INTO ground_act (words, made_at, made_by_id, about_table, about_id, reason)
        SELECT act.words, now(), act.made_by_id, act.about_table, act.about_id, act.reason
        FROM jsonb_to_record(said::jsonb)
            AS act (words text, made_by_id bigint, about_table text, about_id bigint, reason text)
        RETURNING id::text INTO said;
        PERFORM set_config('portal.act', said, true);
    END IF;
    INSERT INTO ground_change (act_id, made_at, role, table_name, row_id, part_of_id, before, after)
    VALUES (
        nullif(said, '')::bigint, now(), session_user, TG_TABLE_NAME, (row_now ->> 'id')::bigint,
        (row_now ->> TG_ARGV[2])::bigint, before, after
    );
    RETURN NULL;
END
$$;
CREATE FUNCTION public.ground_record_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'Wat is vastgelegd, blijft staan: deze tabel kan alleen groeien.'
    USING ERRCODE = 'restrict_violation';
END
$$;
CREATE FUNCTION public.ground_security_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'DELETE' AND OLD.made_at < now() - interval '90 days' THEN
        RETURN OLD;
    END IF;
    IF TG_OP = 'UPDATE' AND OLD.made_at < now() - interval '1 day'
        AND to_jsonb(NEW) - 'origin' = to_jsonb(OLD) - 'origin' AND NEW.origin = public.ground_shortened(OLD.origin) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'Het beveiligingslogboek kan alleen groeien.' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE FUNCTION public.ground_shortened(origin text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE
    AS $$
BEGIN
    RETURN host(network(set_masklen(origin::inet, CASE family(origin::inet) WHEN 4 THEN 24 ELSE 48 END)));
EXCEPTION WHEN invalid_text_representation THEN
    RETURN '';
END
$$;
CREATE FUNCTION public.ground_state_changed() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
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
CREATE FUNCTION public.partners_partner_stays_public() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM agenda_participation WHERE partner_id = NEW.id UNION ALL SELECT 1 FROM results_projectpartner WHERE partner_id = NEW.id UNION ALL SELECT 1 FROM results_measurement WHERE partner_id = NEW.id UNION ALL SELECT 1 FROM deciding_track JOIN partners_body ON partners_body.id = body_id WHERE partner_id = NEW.id UNION ALL SELECT 1 FROM consultation_letter JOIN partners_body ON partners_body.id = body_id WHERE partner_id = NEW.id AND state NOT IN ('concept', 'opzij') UNION ALL SELECT 1 FROM partners_partner WHERE province_id = NEW.id) THEN
        RAISE EXCEPTION 'Deze partner staat bij een deelname, project, cijfer, besluit of reactie en blijft daarom op de site. Vul bij de partner in tot wanneer hij meedeed.' USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.public_until > clock_timestamp() + interval '1 minute' THEN
        RAISE EXCEPTION 'Hiervan is het einde niet te plannen, want tot dan kan er nog iets op komen te staan.'
        USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE FUNCTION public.procrastinate_cancel_job_v1(job_id bigint, abort boolean, delete_job boolean) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status = 'todo'
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        IF abort THEN
            UPDATE procrastinate_jobs
            SET abort_requested = true,
                status = CASE status
                    WHEN 'todo' THEN 'cancelled'::procrastinate_job_status ELSE status
                END
            WHERE id = job_id AND status IN ('todo', 'doing')
            RETURNING id INTO _job_id;
        ELSE
            UPDATE procrastinate_jobs
            SET status = 'cancelled'::procrastinate_job_status
            WHERE id = job_id AND status = 'todo'
            RETURNING id INTO _job_id;
        END IF;
    END IF;
    RETURN _job_id;
END;
$$;
CREATE FUNCTION public.procrastinate_defer_jobs_v1(jobs public.procrastinate_job_to_defer_v1[]) RETURNS bigint[]
    LANGUAGE plpgsql
    AS $$
DECLARE
    job_ids bigint[];
BEGIN
    WITH inserted_jobs AS (
        INSERT INTO procrastinate_jobs (queue_name, task_name, priority, lock, queueing_lock, args, scheduled_at)
        SELECT (job).queue_name,
               (job).task_name,
               (job).priority,
               (job).lock,
               (job).queueing_lock,
               (job).args,
               (job).scheduled_at
        FROM unnest(jobs) AS job
        RETURNING id
    )
    SELECT array_agg(id) FROM inserted_jobs INTO job_ids;

    RETURN job_ids;
END;
$$;
CREATE FUNCTION public.procrastinate_defer_periodic_job_v2(_queue_name character varying, _lock character varying, _queueing_lock character varying, _task_name character varying, _priority integer, _periodic_id character varying, _defer_timestamp bigint, _args jsonb) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
	_job_id bigint;
	_defer_id bigint;
BEGIN
    INSERT
        INTO procrastinate_periodic_defers (task_name, periodic_id, defer_timestamp)
        VALUES (_task_name, _periodic_id, _defer_timestamp)
        ON CONFLICT DO NOTHING
        RETURNING id into _defer_id;

    IF _defer_id IS NULL THEN
        RETURN NULL;
    END IF;

    UPDATE procrastinate_periodic_defers
        SET job_id = (
            SELECT COALESCE((
                SELECT unnest(procrastinate_defer_jobs_v1(
                    ARRAY[
                        ROW(
                            _queue_name,
                            _task_name,
                            _priority,
                            _lock,
                            _queueing_lock,
                            _args,
                            NULL::timestamptz
                        )
                    ]::procrastinate_job_to_defer_v1[]
                ))
            ), NULL)
        )
        WHERE id = _defer_id
        RETURNING job_id INTO _job_id;

    DELETE
        FROM procrastinate_periodic_defers
        USING (
            SELECT id
            FROM procrastinate_periodic_defers
            WHERE procrastinate_periodic_defers.task_name = _task_name
            AND procrastinate_periodic_defers.periodic_id = _periodic_id
            AND procrastinate_periodic_defers.defer_timestamp < _defer_timestamp
            ORDER BY id
            FOR UPDATE
        ) to_delete
        WHERE procrastinate_periodic_defers.id = to_delete.id;

    RETURN _job_id;
END;
$$;
CREATE TABLE public.procrastinate_jobs (
    id bigint NOT NULL,
    queue_name character varying(128) NOT NULL,
    task_name character varying(128) NOT NULL,
    lock text,
    args jsonb DEFAULT '{}'::jsonb NOT NULL,
    status public.procrastinate_job_status DEFAULT 'todo'::public.procrastinate_job_status NOT NULL,
    scheduled_at timestamp with time zone,
    attempts integer DEFAULT 0 NOT NULL,
    queueing_lock text,
    priority integer DEFAULT 0 NOT NULL,
    abort_requested boolean DEFAULT false NOT NULL,
    worker_id bigint,
    CONSTRAINT check_not_todo_abort_requested CHECK ((NOT ((status = 'todo'::public.procrastinate_job_status) AND (abort_requested = true))))
);
CREATE FUNCTION public.procrastinate_fetch_job_v2(target_queue_names character varying[], p_worker_id bigint) RETURNS public.procrastinate_jobs
    LANGUAGE plpgsql
    AS $$
DECLARE
	found_jobs procrastinate_jobs;
BEGIN
    WITH candidate AS (
        SELECT jobs.*
            FROM procrastinate_jobs AS jobs
            WHERE
                -- reject the job if its lock has earlier or higher priority jobs
                NOT EXISTS (
                    SELECT 1
                        FROM procrastinate_jobs AS other_jobs
                        WHERE
                            jobs.lock IS NOT NULL
                            AND other_jobs.lock = jobs.lock
                            AND (
                                -- job with same lock is already running
                                other_jobs.status = 'doing'
                                OR
                                -- job with same lock is waiting and has higher priority (or same priority but was queued first)
                                (
                                    other_jobs.status = 'todo'
                                    AND (
                                        other_jobs.priority > jobs.priority
                                        OR (
                                        other_jobs.priority = jobs.priority
                                        AND other_jobs.id < jobs.id
                                        )
                                    )
                                )
                            )
                )
                AND jobs.status = 'todo'
                AND (target_queue_names IS NULL OR jobs.queue_name = ANY( target_queue_names ))
                AND (jobs.scheduled_at IS NULL OR jobs.scheduled_at <= now())
            ORDER BY jobs.priority DESC, jobs.id ASC LIMIT 1
            FOR UPDATE OF jobs SKIP LOCKED
    )
    UPDATE procrastinate_jobs
        SET status = 'doing', worker_id = p_worker_id
        FROM candidate
        WHERE procrastinate_jobs.id = candidate.id
        RETURNING procrastinate_jobs.* INTO found_jobs;

 RETURN found_jobs;
END;
$$;
CREATE FUNCTION public.procrastinate_finish_job_v1(job_id bigint, end_status public.procrastinate_job_status, delete_job boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF end_status NOT IN ('succeeded', 'failed', 'aborted') THEN
        RAISE 'End status should be either "succeeded", "failed" or "aborted" (job id: %)', job_id;
    END IF;
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = end_status,
            abort_requested = false,
            attempts = CASE status
                WHEN 'doing' THEN attempts + 1 ELSE attempts
            END
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" or "todo" status (job id: %)', job_id;
    END IF;
END;
$$;
CREATE FUNCTION public.procrastinate_notify_queue_abort_job_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'abort_job_requested', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_notify_queue_job_inserted_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'job_inserted', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_prune_stalled_workers_v1(seconds_since_heartbeat double precision) RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    DELETE FROM procrastinate_workers
    WHERE last_heartbeat < NOW() - (seconds_since_heartbeat || 'SECOND')::INTERVAL
    RETURNING procrastinate_workers.id;
END;
$$;
CREATE FUNCTION public.procrastinate_register_worker_v1() RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    INSERT INTO procrastinate_workers DEFAULT VALUES
    RETURNING procrastinate_workers.id;
END;
$$;
CREATE FUNCTION public.procrastinate_retry_job_v1(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
BEGIN
    SELECT abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status = 'doing'
    FOR UPDATE
    INTO _abort_requested;
    IF _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    END IF;

    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" status (job id: %)', job_id;
    END IF;
END;
$$;
CREATE FUNCTION public.procrastinate_retry_job_v2(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
    _current_status procrastinate_job_status;
BEGIN
    SELECT status, abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status IN ('doing', 'failed')
    FOR UPDATE
    INTO _current_status, _abort_requested;
    IF _current_status = 'doing' AND _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status IN ('doing', 'failed')
        RETURNING id INTO _job_id;
    END IF;

    IF _job_id IS NULL THEN
        RAISE 'Job was not found or has an invalid status to retry (job id: %)', job_id;
    END IF;

END;
$$;
CREATE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'abort_requested'::procrastinate_job_event_type);
    RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type, at)
        VALUES (NEW.id, 'scheduled'::procrastinate_job_event_type, NEW.scheduled_at);

	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'deferred'::procrastinate_job_event_type);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_function_status_events_update_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    WITH t AS (
        SELECT CASE
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND NEW.status = 'doing'::procrastinate_job_status
                THEN 'started'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'deferred_for_retry'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'failed'::procrastinate_job_status
                THEN 'failed'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'succeeded'::procrastinate_job_status
                THEN 'succeeded'::procrastinate_job_event_type
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND (
                    NEW.status = 'cancelled'::procrastinate_job_status
                    OR NEW.status = 'failed'::procrastinate_job_status
                    OR NEW.status = 'succeeded'::procrastinate_job_status
                )
                THEN 'cancelled'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'aborted'::procrastinate_job_status
                THEN 'aborted'::procrastinate_job_event_type
            WHEN OLD.status = 'failed'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'retried'::procrastinate_job_event_type
            ELSE NULL
        END as event_type
    )
    INSERT INTO procrastinate_events(job_id, type)
        SELECT NEW.id, t.event_type
        FROM t
        WHERE t.event_type IS NOT NULL;
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_unlink_periodic_defers_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_periodic_defers
    SET job_id = NULL
    WHERE job_id = OLD.id;
    RETURN OLD;
END;
$$;
CREATE FUNCTION public.procrastinate_unregister_worker_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    DELETE FROM procrastinate_workers
    WHERE id = worker_id;
END;
$$;
CREATE FUNCTION public.procrastinate_update_heartbeat_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_workers
    SET last_heartbeat = NOW()
    WHERE id = worker_id;
END;
$$;
CREATE FUNCTION public.regiozwolle_address_is_kept() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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
CREATE FUNCTION public.regiozwolle_address_leads_on() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM regiozwolle_formeraddress
        WHERE table_name = TG_TABLE_NAME AND slug = NEW.slug AND row_id <> NEW.id
    ) THEN
        RAISE EXCEPTION 'Dit adres was eerder van iets anders, en blijft daarvan. Kies een ander adres.'
        USING ERRCODE = 'unique_violation';
    END IF;
    IF true THEN
        DELETE FROM regiozwolle_formeraddress WHERE table_name = TG_TABLE_NAME AND slug = NEW.slug;
    END IF;
    IF TG_OP = 'UPDATE' THEN
        INSERT INTO regiozwolle_formeraddress (table_name, slug, row_id, left_at)
        VALUES (TG_TABLE_NAME, OLD.slug, OLD.id, now());
    END IF;
    RETURN NEW;
END
$$;
CREATE FUNCTION public.regiozwolle_public_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'Dit is al openbaar geweest en wordt geen concept meer. U kunt het wel van de site halen.'
    USING ERRCODE = 'restrict_violation';
END
$$;
CREATE FUNCTION public.results_frozen_report_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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
CREATE FUNCTION public.sort_key(words text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
    select lower(public.unaccent('public.unaccent'::regdictionary, regexp_replace(words, '^[''’]', ''))) collate "C"
$$;
CREATE TABLE public.account_emailaddress (
    id integer NOT NULL,
    email character varying(254) NOT NULL,
    verified boolean NOT NULL,
    "primary" boolean NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.account_emailaddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailaddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.account_emailconfirmation (
    id integer NOT NULL,
    created timestamp with time zone NOT NULL,
    sent timestamp with time zone,
    key character varying(64) NOT NULL,
    email_address_id integer NOT NULL
);
ALTER TABLE public.account_emailconfirmation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailconfirmation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.agenda_action (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    title character varying(200) NOT NULL,
    text text NOT NULL,
    status character varying(12) NOT NULL,
    progress_note character varying(300) NOT NULL,
    starts_on date,
    due_on date,
    lead_id bigint,
    source_id bigint NOT NULL,
    element_id bigint NOT NULL,
    CONSTRAINT action_due_on_is_believable CHECK ((((due_on >= '2000-01-01'::date) AND (due_on <= '2050-12-31'::date)) OR (due_on IS NULL))),
    CONSTRAINT action_ends_after_it_starts CHECK (((due_on >= starts_on) OR (due_on IS NULL) OR (starts_on IS NULL))),
    CONSTRAINT action_starts_on_is_believable CHECK ((((starts_on >= '2000-01-01'::date) AND (starts_on <= '2050-12-31'::date)) OR (starts_on IS NULL))),
    CONSTRAINT action_status_is_known CHECK (((status)::text = ANY (ARRAY[('onbekend'::character varying)::text, ('gepland'::character varying)::text, ('loopt'::character varying)::text, ('afgerond'::character varying)::text, ('gestopt'::character varying)::text]))),
    CONSTRAINT agenda_action_position_check CHECK (("position" >= 0))
);
ALTER TABLE public.agenda_action ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.agenda_action_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.agenda_agenda (
    id bigint NOT NULL,
    slug character varying(40) NOT NULL,
    title character varying(160) NOT NULL,
    first_year smallint NOT NULL,
    last_year smallint NOT NULL,
    introduction text NOT NULL,
    status_note text NOT NULL,
    is_example boolean NOT NULL,
    source_id bigint NOT NULL,
    four_eyes boolean DEFAULT false NOT NULL,
    CONSTRAINT agenda_agenda_first_year_check CHECK ((first_year >= 0)),
    CONSTRAINT agenda_agenda_last_year_check CHECK ((last_year >= 0)),
    CONSTRAINT agenda_ends_after_it_starts CHECK ((last_year >= first_year)),
    CONSTRAINT agenda_first_year_is_believable CHECK ((((first_year >= 2000) AND (first_year <= 2050)) OR (first_year IS NULL))),
    CONSTRAINT agenda_last_year_is_believable CHECK ((((last_year >= 2000) AND (last_year <= 2050)) OR (last_year IS NULL)))
);
ALTER TABLE public.agenda_agenda ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.agenda_agenda_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.agenda_element (
    id bigint NOT NULL,
    code character varying(32) NOT NULL,
    kind character varying(20) NOT NULL,
    "position" smallint NOT NULL,
    number character varying(8) NOT NULL,
    name character varying(80) NOT NULL,
    agenda_id bigint NOT NULL,
    parent_id bigint,
    wider_aims character varying(24)[] DEFAULT '{}'::character varying(24)[] NOT NULL,
    CONSTRAINT agenda_element_position_check CHECK (("position" >= 0)),
    CONSTRAINT element_is_not_its_own_parent CHECK ((NOT ((parent_id = id) AND (parent_id IS NOT NULL)))),
    CONSTRAINT element_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('ambitie'::character varying)::text, ('principe'::character varying)::text, ('regionale-ambitie'::character varying)::text, ('uitvoeringslijn'::character varying)::text, ('sluitstuk'::character varying)::text, ('opgave'::character varying)::text, ('alinea'::character varying)::text]))),
    CONSTRAINT element_wider_aims_are_known CHECK ((wider_aims <@ ARRAY['sdg-1'::character varying(24), 'sdg-2'::character varying(24), 'sdg-3'::character varying(24), 'sdg-4'::character varying(24), 'sdg-5'::character varying(24), 'sdg-6'::character varying(24), 'sdg-7'::character varying(24), 'sdg-8'::character varying(24), 'sdg-9'::character varying(24), 'sdg-10'::character varying(24), 'sdg-11'::character varying(24), 'sdg-12'::character varying(24), 'sdg-13'::character varying(24), 'sdg-14'::character varying(24), 'sdg-15'::character varying(24), 'sdg-16'::character varying(24), 'sdg-17'::character varying(24), 'bw-welzijn'::character varying(24), 'bw-materiele-welvaart'::character varying(24), 'bw-gezondheid'::character varying(24), 'bw-arbeid-en-vrije-tijd'::character varying(24), 'bw-wonen'::character varying(24), 'bw-samenleving'::character varying(24), 'bw-veiligheid'::character varying(24), 'bw-milieu'::character varying(24)]))
);
ALTER TABLE public.agenda_element ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.agenda_element_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.agenda_elementlink (
    id bigint NOT NULL,
    reason character varying(300) NOT NULL,
    element_id bigint NOT NULL,
    serves_id bigint NOT NULL,
    CONSTRAINT element_does_not_serve_itself CHECK ((NOT (element_id = serves_id)))
);
ALTER TABLE public.agenda_elementlink ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.agenda_elementlink_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.agenda_keypoint (
    id bigint CONSTRAINT agenda_statement_id_not_null NOT NULL,
    kind character varying(12) CONSTRAINT agenda_statement_kind_not_null NOT NULL,
    "position" smallint CONSTRAINT agenda_statement_position_not_null NOT NULL,
    text text CONSTRAINT agenda_statement_text_not_null NOT NULL,
    warning character varying(300) CONSTRAINT agenda_statement_warning_not_null NOT NULL,
    source_id bigint CONSTRAINT agenda_statement_source_id_not_null NOT NULL,
    public_from timestamp with time zone,
    public_until timestamp with time zone,
    CONSTRAINT agenda_statement_position_check CHECK (("position" >= 0)),
    CONSTRAINT key_point_is_public_before_it_ends CHECK (((public_until IS NULL) OR ((public_from IS NOT NULL) AND (public_until > public_from)))),
    CONSTRAINT key_point_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('netwerk'::character varying)::text, ('bijzonder'::character varying)::text, ('waarom'::character varying)::text, ('voorwaarde'::character varying)::text, ('karakter'::character varying)::text, ('resultaat'::character varying)::text])))
);
CREATE TABLE public.agenda_milestone (
    id bigint NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    date_text character varying(40) NOT NULL,
    title character varying(200) NOT NULL,
    text text NOT NULL,
    is_main boolean NOT NULL,
    conflict character varying(300) NOT NULL,
    source_id bigint NOT NULL,
    public_from timestamp with time zone,
    public_until timestamp with time zone,
    CONSTRAINT milestone_ends_after_it_starts CHECK (((ends_on >= starts_on) OR (ends_on IS NULL) OR (starts_on IS NULL))),
    CONSTRAINT milestone_ends_on_is_believable CHECK ((((ends_on >= '2000-01-01'::date) AND (ends_on <= '2050-12-31'::date)) OR (ends_on IS NULL))),
    CONSTRAINT milestone_is_public_before_it_ends CHECK (((public_until IS NULL) OR ((public_from IS NOT NULL) AND (public_until > public_from)))),
    CONSTRAINT milestone_starts_on_is_believable CHECK ((((starts_on >= '2000-01-01'::date) AND (starts_on <= '2050-12-31'::date)) OR (starts_on IS NULL)))
);
ALTER TABLE public.agenda_milestone ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.agenda_milestone_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.agenda_participation (
    id bigint NOT NULL,
    role character varying(12) NOT NULL,
    starts_on date,
    ends_on date,
    contribution character varying(200) NOT NULL,
    note character varying(300) NOT NULL,
    element_id bigint NOT NULL,
    partner_id bigint NOT NULL,
    source_id bigint NOT NULL,
    status character varying(16) NOT NULL,
    CONSTRAINT participation_ends_after_it_starts CHECK (((ends_on >= starts_on) OR (ends_on IS NULL) OR (starts_on IS NULL))),
    CONSTRAINT participation_ends_on_is_believable CHECK ((((ends_on >= '2000-01-01'::date) AND (ends_on <= '2050-12-31'::date)) OR (ends_on IS NULL))),
    CONSTRAINT participation_for_later_has_no_day CHECK (((NOT ((status)::text = 'later'::text)) OR ((ends_on IS NULL) AND (starts_on IS NULL)))),
    CONSTRAINT participation_refused_has_no_role CHECK (((NOT ((status)::text = 'doet-niet-mee'::text)) OR (((contribution)::text = ''::text) AND ((role)::text = 'onbekend'::text)))),
    CONSTRAINT participation_role_is_known CHECK (((role)::text = ANY (ARRAY[('onbekend'::character varying)::text, ('trekker'::character varying)::text, ('deelnemer'::character varying)::text, ('volger'::character varying)::text]))),
    CONSTRAINT participation_starts_on_is_believable CHECK ((((starts_on >= '2000-01-01'::date) AND (starts_on <= '2050-12-31'::date)) OR (starts_on IS NULL))),
    CONSTRAINT participation_status_is_known CHECK (((status)::text = ANY (ARRAY[('doet-mee'::character varying)::text, ('later'::character varying)::text, ('doet-niet-mee'::character varying)::text])))
);
ALTER TABLE public.agenda_participation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.agenda_participation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.agenda_priority (
    id bigint NOT NULL,
    text character varying(280) NOT NULL,
    capacity character varying(12) NOT NULL,
    said_at timestamp with time zone NOT NULL,
    replaced_at timestamp with time zone,
    author_id bigint,
    body_id bigint,
    element_id bigint NOT NULL,
    partner_id bigint NOT NULL,
    CONSTRAINT a_priority_is_replaced_after_it_was_said CHECK (((replaced_at IS NULL) OR (replaced_at >= said_at))),
    CONSTRAINT a_priority_is_said_for_a_body_or_taken_down CHECK ((((capacity)::text = ANY (ARRAY[(''::character varying)::text, ('raadslid'::character varying)::text, ('statenlid'::character varying)::text, ('griffier'::character varying)::text, ('bestuurder'::character varying)::text, ('secretaris'::character varying)::text, ('ambtenaar'::character varying)::text])) AND ((((capacity)::text = ''::text) OR (body_id IS NOT NULL)) AND (1 = (
CASE
    WHEN ((capacity)::text = ''::text) THEN 1
    ELSE 0
END +
CASE
    WHEN (body_id IS NOT NULL) THEN 1
    ELSE 0
END)))))
);
ALTER TABLE public.agenda_priority ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.agenda_priority_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.agenda_publicationrequest (
    id bigint NOT NULL,
    digest character varying(64) NOT NULL,
    at timestamp with time zone,
    asked_at timestamp with time zone NOT NULL,
    asked_by_id bigint NOT NULL,
    version_id bigint NOT NULL
);
ALTER TABLE public.agenda_publicationrequest ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.agenda_publicationrequest_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.agenda_keypoint ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.agenda_statement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.agenda_succession (
    id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    reason character varying(300) NOT NULL,
    element_id bigint NOT NULL,
    successor_id bigint NOT NULL,
    CONSTRAINT element_does_not_succeed_itself CHECK ((NOT (element_id = successor_id))),
    CONSTRAINT succession_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('samengevoegd'::character varying)::text, ('gesplitst'::character varying)::text, ('verplaatst'::character varying)::text])))
);
ALTER TABLE public.agenda_succession ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.agenda_succession_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.agenda_version (
    id bigint NOT NULL,
    number smallint NOT NULL,
    status character varying(12) NOT NULL,
    dated_on date NOT NULL,
    published_at timestamp with time zone,
    note text NOT NULL,
    agenda_id bigint NOT NULL,
    source_id bigint,
    precedes_site boolean NOT NULL,
    woo_category character varying(10) DEFAULT ''::character varying NOT NULL,
    CONSTRAINT agenda_version_number_check CHECK ((number >= 0)),
    CONSTRAINT version_dated_on_is_believable CHECK ((((dated_on >= '2000-01-01'::date) AND (dated_on <= '2050-12-31'::date)) OR (dated_on IS NULL))),
    CONSTRAINT version_status_is_known CHECK (((status)::text = ANY (ARRAY[('concept'::character varying)::text, ('vastgesteld'::character varying)::text]))),
    CONSTRAINT version_woo_category_is_known CHECK (((woo_category)::text = ANY (ARRAY[(''::character varying)::text, ('c_139c6280'::character varying)::text, ('c_aab6bfc7'::character varying)::text, ('c_759721e2'::character varying)::text, ('c_40a05794'::character varying)::text, ('c_89ee6784'::character varying)::text, ('c_8c840238'::character varying)::text, ('c_c76862ab'::character varying)::text, ('c_db4862c3'::character varying)::text, ('c_3a248e3a'::character varying)::text, ('c_99a836c7'::character varying)::text, ('c_8fc2335c'::character varying)::text, ('c_c6cd1213'::character varying)::text, ('c_cf268088'::character varying)::text, ('c_3baef532'::character varying)::text, ('c_fdaee95e'::character varying)::text, ('c_46a81018'::character varying)::text, ('c_a870c43d'::character varying)::text, ('c_816e508d'::character varying)::text])))
);
ALTER TABLE public.agenda_version ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.agenda_version_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.agenda_wording (
    id bigint NOT NULL,
    text text NOT NULL,
    markup text NOT NULL,
    explanation text NOT NULL,
    number character varying(8) NOT NULL,
    "position" smallint NOT NULL,
    change character varying(12) NOT NULL,
    change_note character varying(300) NOT NULL,
    element_id bigint NOT NULL,
    parent_id bigint,
    version_id bigint NOT NULL,
    CONSTRAINT agenda_wording_position_check CHECK (("position" >= 0)),
    CONSTRAINT wording_change_is_known CHECK (((change)::text = ANY (ARRAY[('inhoudelijk'::character varying)::text, ('redactioneel'::character varying)::text, (''::character varying)::text]))),
    CONSTRAINT wording_markup_is_clean CHECK ((NOT (markup ~* '<(?!/?(p|strong|em|ul|ol|li)>|br>|/a>|a href="( *(https?|mailto):[^"]*|[/?#][^"]*|[^":&]*)">)'::text)))
);
ALTER TABLE public.agenda_wording ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.agenda_wording_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);
ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);
ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);
ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.consultation_answer (
    id bigint NOT NULL,
    verdict character varying(16) NOT NULL,
    reason text NOT NULL,
    landed_elsewhere character varying(300) NOT NULL,
    forwarded_to character varying(160) NOT NULL,
    correction character varying(300) NOT NULL,
    reviewed_at timestamp with time zone,
    published_at timestamp with time zone,
    drafted_by_id bigint,
    reviewed_by_id bigint,
    publication_id bigint,
    CONSTRAINT an_answer_is_reviewed_by_another CHECK (((reviewed_by_id IS NULL) OR (drafted_by_id IS NULL) OR (NOT ((reviewed_by_id = drafted_by_id) AND (reviewed_by_id IS NOT NULL) AND (drafted_by_id IS NOT NULL))))),
    CONSTRAINT answer_gives_a_reason CHECK ((((verdict)::text = 'overgenomen'::text) OR (NOT (reason = ''::text)))),
    CONSTRAINT answer_verdict_is_known CHECK (((verdict)::text = ANY (ARRAY[('overgenomen'::character varying)::text, ('deels'::character varying)::text, ('niet'::character varying)::text, ('kennisgeving'::character varying)::text, ('doorgeleid'::character varying)::text, ('beantwoord'::character varying)::text]))),
    CONSTRAINT what_is_forwarded_says_where_to CHECK (((((verdict)::text = 'doorgeleid'::text) AND (NOT ((forwarded_to)::text = ''::text))) OR ((NOT ((verdict)::text = 'doorgeleid'::text)) AND ((forwarded_to)::text = ''::text)))),
    CONSTRAINT what_is_published_was_reviewed CHECK (((published_at IS NULL) OR (reviewed_at IS NOT NULL)))
);
ALTER TABLE public.consultation_answer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.consultation_answer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.consultation_answer_points (
    id bigint NOT NULL,
    answer_id bigint NOT NULL,
    point_id bigint NOT NULL
);
ALTER TABLE public.consultation_answer_points ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.consultation_answer_points_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.consultation_answer_wordings (
    id bigint NOT NULL,
    answer_id bigint NOT NULL,
    wording_id bigint NOT NULL
);
ALTER TABLE public.consultation_answer_wordings ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.consultation_answer_wordings_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.consultation_answermail (
    id bigint NOT NULL,
    sent_at timestamp with time zone,
    user_id bigint,
    publication_id bigint NOT NULL,
    letter_id bigint CONSTRAINT consultation_answermail_response_id_not_null NOT NULL
);
ALTER TABLE public.consultation_answermail ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.consultation_answermail_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.consultation_answerstate (
    id bigint NOT NULL,
    made_at timestamp with time zone NOT NULL,
    act character varying(40) NOT NULL,
    content jsonb NOT NULL,
    answer_id bigint NOT NULL,
    made_by_id bigint
);
ALTER TABLE public.consultation_answerstate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.consultation_answerstate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.consultation_answertemplate (
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    verdict character varying(16) NOT NULL,
    reason text NOT NULL,
    CONSTRAINT an_answer_template_has_a_text CHECK ((NOT (reason = ''::text))),
    CONSTRAINT answertemplate_verdict_is_known CHECK (((verdict)::text = ANY (ARRAY[('overgenomen'::character varying)::text, ('deels'::character varying)::text, ('niet'::character varying)::text, ('kennisgeving'::character varying)::text, ('doorgeleid'::character varying)::text, ('beantwoord'::character varying)::text])))
);
ALTER TABLE public.consultation_answertemplate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.consultation_answertemplate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.consultation_assent (
    id bigint NOT NULL,
    given_at timestamp with time zone NOT NULL,
    user_id bigint NOT NULL,
    letter_id bigint CONSTRAINT consultation_assent_response_id_not_null NOT NULL
);
ALTER TABLE public.consultation_assent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.consultation_assent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.consultation_attendance (
    id bigint CONSTRAINT consultation_company_id_not_null NOT NULL,
    sort character varying(80) CONSTRAINT consultation_company_sort_not_null NOT NULL,
    count smallint CONSTRAINT consultation_company_count_not_null NOT NULL,
    table_id bigint CONSTRAINT consultation_company_table_id_not_null NOT NULL,
    CONSTRAINT attendance_says_who_and_how_many CHECK (((count > 0) AND (NOT ((sort)::text = ''::text)))),
    CONSTRAINT consultation_company_count_check CHECK ((count >= 0))
);
ALTER TABLE public.consultation_attendance ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.consultation_company_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.consultation_consultation (
    id bigint NOT NULL,
    slug character varying(80) NOT NULL,
    title character varying(200) NOT NULL,
    opens_at timestamp with time zone NOT NULL,
    closes_at timestamp with time zone NOT NULL,
    takes_letters boolean CONSTRAINT consultation_consultation_takes_responses_not_null NOT NULL,
    summary text NOT NULL,
    asked_by character varying(120) NOT NULL,
    asked_of text NOT NULL,
    decided_by text NOT NULL,
    effect text NOT NULL,
    answered_by date,
    finished_at timestamp with time zone,
    note text NOT NULL,
    is_example boolean NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    source_id bigint,
    version_id bigint NOT NULL,
    public_from timestamp with time zone,
    public_until timestamp with time zone,
    woo_category character varying(10) DEFAULT ''::character varying NOT NULL,
    CONSTRAINT consultation_answered_by_is_believable CHECK ((((answered_by >= '2000-01-01'::date) AND (answered_by <= '2050-12-31'::date)) OR (answered_by IS NULL))),
    CONSTRAINT consultation_closes_after_it_opens CHECK ((closes_at > opens_at)),
    CONSTRAINT consultation_is_public_before_it_ends CHECK (((public_until IS NULL) OR ((public_from IS NOT NULL) AND (public_until > public_from)))),
    CONSTRAINT consultation_woo_category_is_known CHECK (((woo_category)::text = ANY (ARRAY[(''::character varying)::text, ('c_139c6280'::character varying)::text, ('c_aab6bfc7'::character varying)::text, ('c_759721e2'::character varying)::text, ('c_40a05794'::character varying)::text, ('c_89ee6784'::character varying)::text, ('c_8c840238'::character varying)::text, ('c_c76862ab'::character varying)::text, ('c_db4862c3'::character varying)::text, ('c_3a248e3a'::character varying)::text, ('c_99a836c7'::character varying)::text, ('c_8fc2335c'::character varying)::text, ('c_c6cd1213'::character varying)::text, ('c_cf268088'::character varying)::text, ('c_3baef532'::character varying)::text, ('c_fdaee95e'::character varying)::text, ('c_46a81018'::character varying)::text, ('c_a870c43d'::character varying)::text, ('c_816e508d'::character varying)::text])))
);
ALTER TABLE public.consultation_consultation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.consultation_consultation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.deciding_decision (
    id bigint CONSTRAINT consultation_decision_id_not_null NOT NULL,
    decided_on date CONSTRAINT consultation_decision_decided_on_not_null NOT NULL,
    date_text character varying(60) CONSTRAINT consultation_decision_date_text_not_null NOT NULL,
    outcome character varying(12) CONSTRAINT consultation_decision_outcome_not_null NOT NULL,
    amount numeric(14,2),
    condition text CONSTRAINT consultation_decision_condition_not_null NOT NULL,
    source_id bigint CONSTRAINT consultation_decision_source_id_not_null NOT NULL,
    track_id bigint CONSTRAINT consultation_decision_track_id_not_null NOT NULL,
    confirmed_on date,
    debate_url character varying(500) NOT NULL,
    entered_as character varying(8) NOT NULL,
    version_id bigint,
    component_id bigint,
    debate_from character varying(8) DEFAULT ''::character varying NOT NULL,
    holds_until date,
    CONSTRAINT a_condition_is_written_down CHECK (((NOT ((outcome)::text = 'voorwaarde'::text)) OR (NOT (condition = ''::text)))),
    CONSTRAINT a_decision_is_confirmed_after_it_was_taken CHECK (((confirmed_on IS NULL) OR (decided_on IS NULL) OR (confirmed_on >= decided_on))),
    CONSTRAINT decision_amount_is_not_below_0 CHECK (((amount >= (0)::numeric) OR (amount IS NULL))),
    CONSTRAINT decision_confirmed_on_is_believable CHECK ((((confirmed_on >= '2000-01-01'::date) AND (confirmed_on <= '2050-12-31'::date)) OR (confirmed_on IS NULL))),
    CONSTRAINT decision_decided_on_is_believable CHECK ((((decided_on >= '2000-01-01'::date) AND (decided_on <= '2050-12-31'::date)) OR (decided_on IS NULL))),
    CONSTRAINT decision_ends_after_it_starts CHECK (((holds_until >= decided_on) OR (holds_until IS NULL) OR (decided_on IS NULL))),
    CONSTRAINT decision_entered_as_is_known CHECK (((entered_as)::text = ANY (ARRAY[('bureau'::character varying)::text, ('griffier'::character varying)::text, ('import'::character varying)::text]))),
    CONSTRAINT decision_fragment_is_in_a_recording CHECK ((((debate_from)::text = ''::text) OR (((debate_from)::text ~ '^\d{1,2}:[0-5]\d:[0-5]\d$'::text) AND (NOT ((debate_url)::text = ''::text))))),
    CONSTRAINT decision_holds_until_is_believable CHECK ((((holds_until >= '2000-01-01'::date) AND (holds_until <= '2050-12-31'::date)) OR (holds_until IS NULL))),
    CONSTRAINT decision_outcome_is_known CHECK (((outcome)::text = ANY (ARRAY[('ingestemd'::character varying)::text, ('voorwaarde'::character varying)::text, ('tegen'::character varying)::text, ('niet-mee'::character varying)::text, ('later'::character varying)::text, ('aangehouden'::character varying)::text, ('ingetrokken'::character varying)::text])))
);
ALTER TABLE public.deciding_decision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.consultation_decision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.consultation_discussiontable (
    id bigint CONSTRAINT consultation_table_id_not_null NOT NULL,
    number smallint CONSTRAINT consultation_table_number_not_null NOT NULL,
    token character varying(24) CONSTRAINT consultation_table_token_not_null NOT NULL,
    session_id bigint CONSTRAINT consultation_table_evening_id_not_null NOT NULL,
    CONSTRAINT consultation_table_number_check CHECK ((number >= 0)),
    CONSTRAINT discussion_table_number_is_not_0 CHECK ((number >= 1))
);
CREATE TABLE public.deciding_dossier (
    id bigint CONSTRAINT consultation_dossier_id_not_null NOT NULL,
    slug character varying(80) CONSTRAINT consultation_dossier_slug_not_null NOT NULL,
    title character varying(200) CONSTRAINT consultation_dossier_title_not_null NOT NULL,
    summary text CONSTRAINT consultation_dossier_summary_not_null NOT NULL,
    period_text character varying(120) CONSTRAINT consultation_dossier_period_text_not_null NOT NULL,
    note text CONSTRAINT consultation_dossier_note_not_null NOT NULL,
    is_example boolean CONSTRAINT consultation_dossier_is_example_not_null NOT NULL,
    source_id bigint,
    version_id bigint,
    public_from timestamp with time zone,
    public_until timestamp with time zone,
    rule character varying(16) NOT NULL,
    rule_count smallint,
    rule_kind character varying(16) NOT NULL,
    rule_source_id bigint,
    rule_text text NOT NULL,
    version_digest character varying(64) NOT NULL,
    decide_by date,
    decide_from date,
    woo_category character varying(10) DEFAULT ''::character varying NOT NULL,
    CONSTRAINT a_declared_rule_has_its_source CHECK ((((rule)::text = ''::text) OR (rule_source_id IS NOT NULL))),
    CONSTRAINT a_rule_by_count_has_its_count CHECK (((((rule)::text = 'aantal'::text) AND (rule_count >= 1)) OR ((NOT ((rule)::text = 'aantal'::text)) AND (rule_count IS NULL)))),
    CONSTRAINT a_rule_by_kind_has_its_kind CHECK (((((rule)::text = 'soort'::text) AND ((rule_kind)::text = ANY (ARRAY[('raad'::character varying)::text, ('college'::character varying)::text, ('staten'::character varying)::text, ('gedeputeerden'::character varying)::text, ('bestuur'::character varying)::text]))) OR ((NOT ((rule)::text = 'soort'::text)) AND ((rule_kind)::text = ''::text)))),
    CONSTRAINT deciding_dossier_rule_count_check CHECK ((rule_count >= 0)),
    CONSTRAINT dossier_decide_by_is_believable CHECK ((((decide_by >= '2000-01-01'::date) AND (decide_by <= '2050-12-31'::date)) OR (decide_by IS NULL))),
    CONSTRAINT dossier_decide_from_is_believable CHECK ((((decide_from >= '2000-01-01'::date) AND (decide_from <= '2050-12-31'::date)) OR (decide_from IS NULL))),
    CONSTRAINT dossier_ends_after_it_starts CHECK (((decide_by >= decide_from) OR (decide_by IS NULL) OR (decide_from IS NULL))),
    CONSTRAINT dossier_is_public_before_it_ends CHECK (((public_until IS NULL) OR ((public_from IS NOT NULL) AND (public_until > public_from)))),
    CONSTRAINT dossier_rule_is_known CHECK (((rule)::text = ANY (ARRAY[(''::character varying)::text, ('unaniem'::character varying)::text, ('meerderheid'::character varying)::text, ('aantal'::character varying)::text, ('soort'::character varying)::text, ('per-onderdeel'::character varying)::text]))),
    CONSTRAINT dossier_woo_category_is_known CHECK (((woo_category)::text = ANY (ARRAY[(''::character varying)::text, ('c_139c6280'::character varying)::text, ('c_aab6bfc7'::character varying)::text, ('c_759721e2'::character varying)::text, ('c_40a05794'::character varying)::text, ('c_89ee6784'::character varying)::text, ('c_8c840238'::character varying)::text, ('c_c76862ab'::character varying)::text, ('c_db4862c3'::character varying)::text, ('c_3a248e3a'::character varying)::text, ('c_99a836c7'::character varying)::text, ('c_8fc2335c'::character varying)::text, ('c_c6cd1213'::character varying)::text, ('c_cf268088'::character varying)::text, ('c_3baef532'::character varying)::text, ('c_fdaee95e'::character varying)::text, ('c_46a81018'::character varying)::text, ('c_a870c43d'::character varying)::text, ('c_816e508d'::character varying)::text])))
);
ALTER TABLE public.deciding_dossier ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.consultation_dossier_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.consultation_endorsement (
    id bigint NOT NULL,
    sender_kind character varying(12) CONSTRAINT consultation_endorsement_level_not_null NOT NULL,
    party_group character varying(80) NOT NULL,
    decided_on date,
    decision_url character varying(200) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    author_id bigint,
    body_id bigint NOT NULL,
    point_id bigint NOT NULL,
    asked_at timestamp with time zone,
    overtaken_at timestamp with time zone,
    words jsonb,
    CONSTRAINT an_endorsing_council_says_when_it_decided CHECK (((NOT ((sender_kind)::text = ANY (ARRAY[('raad'::character varying)::text, ('college'::character varying)::text]))) OR (decided_on IS NOT NULL))),
    CONSTRAINT an_overtaken_endorsement_keeps_its_words CHECK ((((asked_at IS NULL) AND (overtaken_at IS NULL) AND (words IS NULL)) OR ((overtaken_at IS NOT NULL) AND (words IS NOT NULL)))),
    CONSTRAINT endorsement_names_its_party_group CHECK (((((sender_kind)::text = 'fractie'::text) AND (NOT ((party_group)::text = ''::text))) OR ((NOT ((sender_kind)::text = 'fractie'::text)) AND ((party_group)::text = ''::text)))),
    CONSTRAINT endorsement_sender_kind_is_known CHECK (((sender_kind)::text = ANY (ARRAY[('persoonlijk'::character varying)::text, ('fractie'::character varying)::text, ('raad'::character varying)::text, ('college'::character varying)::text, ('organisatie'::character varying)::text, ('tafel'::character varying)::text])))
);
ALTER TABLE public.consultation_endorsement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.consultation_endorsement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.consultation_tablesession (
    id bigint CONSTRAINT consultation_evening_id_not_null NOT NULL,
    title character varying(160) CONSTRAINT consultation_evening_title_not_null NOT NULL,
    place character varying(160) CONSTRAINT consultation_evening_place_not_null NOT NULL,
    opens_at timestamp with time zone CONSTRAINT consultation_evening_opens_at_not_null NOT NULL,
    closes_at timestamp with time zone CONSTRAINT consultation_evening_closes_at_not_null NOT NULL,
    consultation_id bigint CONSTRAINT consultation_evening_consultation_id_not_null NOT NULL,
    CONSTRAINT table_session_closes_after_it_opens CHECK ((closes_at > opens_at))
);
ALTER TABLE public.consultation_tablesession ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.consultation_evening_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.consultation_extension (
    id bigint NOT NULL,
    closed_at timestamp with time zone NOT NULL,
    closes_at timestamp with time zone NOT NULL,
    reason character varying(300) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    consultation_id bigint NOT NULL,
    made_by_id bigint,
    CONSTRAINT an_extension_has_a_reason CHECK ((NOT ((reason)::text = ''::text))),
    CONSTRAINT an_extension_lengthens CHECK ((closes_at > closed_at))
);
ALTER TABLE public.consultation_extension ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.consultation_extension_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.consultation_flag (
    id bigint NOT NULL,
    reason text NOT NULL,
    made_at timestamp with time zone NOT NULL,
    settled_at timestamp with time zone,
    point_id bigint NOT NULL
);
ALTER TABLE public.consultation_flag ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.consultation_flag_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.consultation_groupact (
    id bigint NOT NULL,
    act character varying(16) NOT NULL,
    subject text NOT NULL,
    before jsonb,
    at timestamp with time zone NOT NULL,
    told_at timestamp with time zone,
    by_id bigint,
    letter_id bigint NOT NULL,
    point_id bigint,
    CONSTRAINT groupact_act_is_known CHECK (((act)::text = ANY (ARRAY[('schreef'::character varying)::text, ('wijzigde'::character varying)::text, ('verwijderde'::character varying)::text, ('nam-over'::character varying)::text, ('minderheid'::character varying)::text, ('herstelde'::character varying)::text, ('verstuurde'::character varying)::text, ('trok-in'::character varying)::text, ('bevestigde'::character varying)::text, ('stuurde-terug'::character varying)::text, ('gooide-weg'::character varying)::text, ('haalde-terug'::character varying)::text])))
);
ALTER TABLE public.consultation_groupact ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.consultation_groupact_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.consultation_internallabel (
    id bigint NOT NULL,
    name character varying(60) NOT NULL,
    meaning character varying(300) NOT NULL,
    consultation_id bigint NOT NULL
);
ALTER TABLE public.consultation_internallabel ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.consultation_internallabel_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.consultation_internalnote (
    id bigint CONSTRAINT consultation_note_id_not_null NOT NULL,
    text text CONSTRAINT consultation_note_text_not_null NOT NULL,
    made_at timestamp with time zone CONSTRAINT consultation_note_made_at_not_null NOT NULL,
    author_id bigint,
    point_id bigint CONSTRAINT consultation_note_point_id_not_null NOT NULL
);
CREATE TABLE public.consultation_invitation (
    id bigint NOT NULL,
    invited_on date NOT NULL,
    handles_on date,
    declined_on date,
    remark character varying(300) NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    body_id bigint NOT NULL,
    consultation_id bigint NOT NULL,
    CONSTRAINT a_body_handles_or_declines CHECK (((handles_on IS NULL) OR (declined_on IS NULL)))
);
ALTER TABLE public.consultation_invitation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.consultation_invitation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.consultation_invitation_mailed_to (
    id bigint NOT NULL,
    invitation_id bigint NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.consultation_invitation_mailed_to ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.consultation_invitation_mailed_to_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.consultation_kepttext (
    id bigint NOT NULL,
    address character varying(300) NOT NULL,
    content text NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    user_id bigint,
    form uuid,
    letter_id bigint,
    CONSTRAINT kept_text_is_of_a_person_or_of_a_letter CHECK ((((letter_id IS NOT NULL) AND (user_id IS NULL)) OR ((letter_id IS NULL) AND (user_id IS NOT NULL))))
);
ALTER TABLE public.consultation_kepttext ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.consultation_kepttext_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.consultation_letter (
    id bigint CONSTRAINT consultation_response_id_not_null NOT NULL,
    sender_kind character varying(12) CONSTRAINT consultation_response_level_not_null NOT NULL,
    capacity character varying(40) CONSTRAINT consultation_response_capacity_not_null NOT NULL,
    party_group character varying(80) CONSTRAINT consultation_response_party_group_not_null NOT NULL,
    decided_on date,
    decision_url character varying(200) CONSTRAINT consultation_response_decision_url_not_null NOT NULL,
    sharing character varying(12) CONSTRAINT consultation_response_sharing_not_null NOT NULL,
    signed_name character varying(120) CONSTRAINT consultation_response_signed_name_not_null NOT NULL,
    channel character varying(12) CONSTRAINT consultation_response_channel_not_null NOT NULL,
    received_on date,
    sender_email character varying(254) CONSTRAINT consultation_response_sender_email_not_null NOT NULL,
    checked_at timestamp with time zone,
    check_remark text CONSTRAINT consultation_response_check_remark_not_null NOT NULL,
    letter_text text CONSTRAINT consultation_response_letter_text_not_null NOT NULL,
    state character varying(12) CONSTRAINT consultation_response_state_not_null NOT NULL,
    number character varying(16),
    created_at timestamp with time zone CONSTRAINT consultation_response_created_at_not_null NOT NULL,
    updated_at timestamp with time zone CONSTRAINT consultation_response_updated_at_not_null NOT NULL,
    sent_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    confirmed_at timestamp with time zone,
    returned_at timestamp with time zone,
    return_remark text CONSTRAINT consultation_response_return_remark_not_null NOT NULL,
    author_id bigint,
    body_id bigint,
    confirmed_by_id bigint,
    consultation_id bigint CONSTRAINT consultation_response_consultation_id_not_null NOT NULL,
    entered_by_id bigint,
    revises_id bigint,
    table_id bigint,
    decision_file_id bigint,
    set_aside_at timestamp with time zone,
    set_aside_from_id bigint,
    CONSTRAINT a_council_says_when_it_decided CHECK ((((state)::text = ANY (ARRAY[('concept'::character varying)::text, ('opzij'::character varying)::text])) OR (NOT ((sender_kind)::text = ANY (ARRAY[('raad'::character varying)::text, ('college'::character varying)::text]))) OR (decided_on IS NOT NULL))),
    CONSTRAINT a_letter_is_of_a_body_or_a_table CHECK ((((body_id IS NULL) AND ((sender_kind)::text = 'tafel'::text) AND (table_id IS NOT NULL)) OR ((NOT ((sender_kind)::text = 'tafel'::text)) AND (body_id IS NOT NULL) AND (table_id IS NULL)))),
    CONSTRAINT letter_channel_is_known CHECK (((channel)::text = ANY (ARRAY[('site'::character varying)::text, ('brief'::character varying)::text, ('mail'::character varying)::text, ('telefoon'::character varying)::text, ('tafel'::character varying)::text]))),
    CONSTRAINT letter_names_its_party_group CHECK (((((sender_kind)::text = 'fractie'::text) AND (NOT ((party_group)::text = ''::text))) OR ((NOT ((sender_kind)::text = 'fractie'::text)) AND ((party_group)::text = ''::text)))),
    CONSTRAINT letter_sender_kind_is_known CHECK (((sender_kind)::text = ANY (ARRAY[('persoonlijk'::character varying)::text, ('fractie'::character varying)::text, ('raad'::character varying)::text, ('college'::character varying)::text, ('organisatie'::character varying)::text, ('tafel'::character varying)::text]))),
    CONSTRAINT letter_state_is_known CHECK (((state)::text = ANY (ARRAY[('concept'::character varying)::text, ('verstuurd'::character varying)::text, ('ingetrokken'::character varying)::text, ('opzij'::character varying)::text]))),
    CONSTRAINT only_a_draft_revises CHECK (((revises_id IS NULL) OR ((state)::text = 'concept'::text))),
    CONSTRAINT only_what_was_sent_is_confirmed CHECK (((confirmed_at IS NULL) OR (NOT ((state)::text = ANY (ARRAY[('concept'::character varying)::text, ('opzij'::character varying)::text]))))),
    CONSTRAINT what_is_set_aside_says_since_when CHECK ((((set_aside_at IS NOT NULL) AND ((state)::text = 'opzij'::text)) OR ((NOT ((state)::text = 'opzij'::text)) AND (set_aside_at IS NULL) AND (set_aside_from_id IS NULL)))),
    CONSTRAINT what_was_sent_back_does_not_count CHECK (((returned_at IS NULL) OR (confirmed_at IS NULL))),
    CONSTRAINT what_was_sent_has_a_number CHECK ((((number IS NULL) AND (sent_at IS NULL) AND ((state)::text = ANY (ARRAY[('concept'::character varying)::text, ('opzij'::character varying)::text]))) OR ((NOT ((state)::text = ANY (ARRAY[('concept'::character varying)::text, ('opzij'::character varying)::text]))) AND (number IS NOT NULL) AND (sent_at IS NOT NULL)))),
    CONSTRAINT what_was_sent_says_who_may_read_it CHECK ((((sharing)::text = ANY (ARRAY[('eigen-raad'::character varying)::text, ('alle-raden'::character varying)::text, ('openbaar'::character varying)::text])) OR ((number IS NULL) AND ((sharing)::text = ''::text))))
);
ALTER TABLE public.consultation_internalnote ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.consultation_note_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.consultation_point (
    id bigint NOT NULL,
    quoted_text text NOT NULL,
    kind character varying(12) NOT NULL,
    text text NOT NULL,
    proposal text NOT NULL,
    saved_in uuid,
    is_minority boolean NOT NULL,
    minority_of character varying(160) NOT NULL,
    handle_by date,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    adopted_from_id bigint,
    handler_id bigint,
    origin_id bigint,
    part_of_id bigint,
    same_as_id bigint,
    wording_id bigint,
    question_id bigint,
    letter_id bigint CONSTRAINT consultation_point_response_id_not_null NOT NULL,
    proposes_deletion boolean NOT NULL,
    author_id bigint,
    changed_at timestamp with time zone,
    changed_by_id bigint,
    written_at timestamp with time zone,
    CONSTRAINT a_point_does_not_point_at_itself CHECK (((NOT ((same_as_id = id) AND (same_as_id IS NOT NULL))) AND (NOT ((part_of_id = id) AND (part_of_id IS NOT NULL))) AND (NOT ((adopted_from_id = id) AND (adopted_from_id IS NOT NULL))))),
    CONSTRAINT only_a_minority_is_named CHECK ((is_minority OR ((minority_of)::text = ''::text))),
    CONSTRAINT point_is_about_a_wording_or_a_question CHECK ((((question_id IS NULL) AND (wording_id IS NOT NULL) AND (NOT (quoted_text = ''::text))) OR ((quoted_text = ''::text) AND (wording_id IS NULL)))),
    CONSTRAINT point_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('steun'::character varying)::text, ('wens'::character varying)::text, ('bezwaar'::character varying)::text, ('vraag'::character varying)::text, ('fout'::character varying)::text, (''::character varying)::text]))),
    CONSTRAINT what_is_deleted_is_a_text_without_another CHECK (((NOT proposes_deletion) OR ((proposal = ''::text) AND (wording_id IS NOT NULL))))
);
ALTER TABLE public.consultation_point ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.consultation_point_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.consultation_point_labels (
    id bigint NOT NULL,
    point_id bigint NOT NULL,
    internallabel_id bigint NOT NULL
);
ALTER TABLE public.consultation_point_labels ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.consultation_point_labels_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.consultation_point_themes (
    id bigint NOT NULL,
    point_id bigint NOT NULL,
    theme_id bigint NOT NULL
);
ALTER TABLE public.consultation_point_themes ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.consultation_point_themes_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.consultation_publication (
    id bigint NOT NULL,
    published_at timestamp with time zone NOT NULL,
    consultation_id bigint NOT NULL,
    made_by_id bigint
);
ALTER TABLE public.consultation_publication ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.consultation_publication_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.consultation_question (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    text character varying(300) NOT NULL,
    hint character varying(300) NOT NULL,
    consultation_id bigint NOT NULL,
    CONSTRAINT consultation_question_position_check CHECK (("position" >= 0))
);
ALTER TABLE public.consultation_question ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.consultation_question_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE SEQUENCE public.consultation_receipt_number
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
CREATE TABLE public.consultation_redaction (
    id bigint NOT NULL,
    reason character varying(10) NOT NULL,
    text text NOT NULL,
    proposal text NOT NULL,
    made_at timestamp with time zone NOT NULL,
    made_by_id bigint,
    point_id bigint NOT NULL,
    CONSTRAINT redaction_reason_is_known CHECK (((reason)::text = ANY (ARRAY[('naam'::character varying)::text, ('adres'::character varying)::text, ('telefoon'::character varying)::text, ('mail'::character varying)::text, ('nummer'::character varying)::text, ('bijzonder'::character varying)::text])))
);
ALTER TABLE public.consultation_redaction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.consultation_redaction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.consultation_reminder (
    id bigint NOT NULL,
    sent_at timestamp with time zone,
    declined_at timestamp with time zone,
    consultation_id bigint NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.consultation_reminder ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.consultation_reminder_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.consultation_removal (
    id bigint NOT NULL,
    reason character varying(300) NOT NULL,
    text text NOT NULL,
    proposal text NOT NULL,
    made_at timestamp with time zone NOT NULL,
    undone_at timestamp with time zone,
    made_by_id bigint,
    point_id bigint NOT NULL,
    CONSTRAINT a_removal_says_why CHECK ((NOT ((reason)::text = ''::text)))
);
ALTER TABLE public.consultation_removal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.consultation_removal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.consultation_reopening (
    id bigint NOT NULL,
    reason text NOT NULL,
    made_at timestamp with time zone NOT NULL,
    point_id bigint NOT NULL,
    CONSTRAINT a_reopening_has_a_reason CHECK ((NOT (reason = ''::text)))
);
ALTER TABLE public.consultation_reopening ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.consultation_reopening_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.consultation_letter ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.consultation_response_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.consultation_scan (
    id bigint NOT NULL,
    description character varying(200) NOT NULL,
    put_at timestamp with time zone NOT NULL,
    file_id bigint NOT NULL,
    letter_id bigint NOT NULL,
    CONSTRAINT a_scan_says_what_it_shows CHECK ((NOT ((description)::text = ''::text)))
);
ALTER TABLE public.consultation_scan ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.consultation_scan_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.consultation_step (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    title character varying(200) NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    ends_text character varying(80) NOT NULL,
    over_after date,
    description text NOT NULL,
    note character varying(300) NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    consultation_id bigint NOT NULL,
    source_id bigint,
    CONSTRAINT consultation_step_position_check CHECK (("position" >= 0)),
    CONSTRAINT only_an_end_in_words_needs_a_last_day CHECK (((over_after IS NULL) OR (NOT ((ends_text)::text = ''::text)))),
    CONSTRAINT step_ends_after_it_starts CHECK (((ends_on >= starts_on) OR (ends_on IS NULL) OR (starts_on IS NULL))),
    CONSTRAINT step_ends_on_a_day_or_at_words CHECK (((ends_on IS NULL) OR ((ends_text)::text = ''::text))),
    CONSTRAINT step_ends_on_is_believable CHECK ((((ends_on >= '2000-01-01'::date) AND (ends_on <= '2050-12-31'::date)) OR (ends_on IS NULL))),
    CONSTRAINT step_is_over_after_it_starts CHECK (((over_after IS NULL) OR (over_after >= starts_on))),
    CONSTRAINT step_over_after_is_believable CHECK ((((over_after >= '2000-01-01'::date) AND (over_after <= '2050-12-31'::date)) OR (over_after IS NULL))),
    CONSTRAINT step_starts_on_is_believable CHECK ((((starts_on >= '2000-01-01'::date) AND (starts_on <= '2050-12-31'::date)) OR (starts_on IS NULL)))
);
ALTER TABLE public.consultation_step ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.consultation_step_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.consultation_submission (
    id bigint NOT NULL,
    sequence smallint NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    content jsonb NOT NULL,
    letter_id bigint CONSTRAINT consultation_submission_response_id_not_null NOT NULL,
    decision_file_id bigint,
    CONSTRAINT consultation_submission_sequence_check CHECK ((sequence >= 0))
);
ALTER TABLE public.consultation_submission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.consultation_submission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.consultation_discussiontable ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.consultation_table_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.consultation_theme (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    name character varying(80) NOT NULL,
    heard text NOT NULL,
    done text NOT NULL,
    consultation_id bigint NOT NULL,
    CONSTRAINT consultation_theme_position_check CHECK (("position" >= 0))
);
ALTER TABLE public.consultation_theme ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.consultation_theme_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.deciding_track (
    id bigint CONSTRAINT consultation_track_id_not_null NOT NULL,
    website character varying(500) CONSTRAINT consultation_track_website_not_null NOT NULL,
    note character varying(300) CONSTRAINT consultation_track_note_not_null NOT NULL,
    body_id bigint CONSTRAINT consultation_track_body_id_not_null NOT NULL,
    dossier_id bigint CONSTRAINT consultation_track_dossier_id_not_null NOT NULL,
    declined_on date,
    CONSTRAINT track_declined_on_is_believable CHECK ((((declined_on >= '2000-01-01'::date) AND (declined_on <= '2050-12-31'::date)) OR (declined_on IS NULL)))
);
ALTER TABLE public.deciding_track ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.consultation_track_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.deciding_trackstep (
    id bigint CONSTRAINT consultation_trackstep_id_not_null NOT NULL,
    kind character varying(12) CONSTRAINT consultation_trackstep_kind_not_null NOT NULL,
    happened_on date,
    date_text character varying(60) CONSTRAINT consultation_trackstep_date_text_not_null NOT NULL,
    text text CONSTRAINT consultation_trackstep_text_not_null NOT NULL,
    source_id bigint CONSTRAINT consultation_trackstep_source_id_not_null NOT NULL,
    track_id bigint CONSTRAINT consultation_trackstep_track_id_not_null NOT NULL,
    confirmed_on date,
    debate_url character varying(500) NOT NULL,
    entered_as character varying(8) NOT NULL,
    planned_on date,
    debate_from character varying(8) DEFAULT ''::character varying NOT NULL,
    CONSTRAINT a_track_step_has_a_day CHECK (((planned_on IS NOT NULL) OR (happened_on IS NOT NULL))),
    CONSTRAINT track_step_confirmed_on_is_believable CHECK ((((confirmed_on >= '2000-01-01'::date) AND (confirmed_on <= '2050-12-31'::date)) OR (confirmed_on IS NULL))),
    CONSTRAINT track_step_entered_as_is_known CHECK (((entered_as)::text = ANY (ARRAY[('bureau'::character varying)::text, ('griffier'::character varying)::text, ('import'::character varying)::text]))),
    CONSTRAINT track_step_fragment_is_in_a_recording CHECK ((((debate_from)::text = ''::text) OR (((debate_from)::text ~ '^\d{1,2}:[0-5]\d:[0-5]\d$'::text) AND (NOT ((debate_url)::text = ''::text))))),
    CONSTRAINT track_step_happened_on_is_believable CHECK ((((happened_on >= '2000-01-01'::date) AND (happened_on <= '2050-12-31'::date)) OR (happened_on IS NULL))),
    CONSTRAINT track_step_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('verzonden'::character varying)::text, ('college'::character varying)::text, ('bespreking'::character varying)::text, ('raad'::character varying)::text, ('besluit'::character varying)::text]))),
    CONSTRAINT track_step_planned_on_is_believable CHECK ((((planned_on >= '2000-01-01'::date) AND (planned_on <= '2050-12-31'::date)) OR (planned_on IS NULL)))
);
ALTER TABLE public.deciding_trackstep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.consultation_trackstep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.deciding_ask (
    id bigint NOT NULL,
    body_kind character varying(16) NOT NULL,
    term character varying(80) NOT NULL,
    explanation text NOT NULL,
    legal_term character varying(160) NOT NULL,
    dossier_id bigint NOT NULL,
    source_id bigint,
    CONSTRAINT a_legal_term_has_its_source CHECK ((((legal_term)::text = ''::text) OR (source_id IS NOT NULL))),
    CONSTRAINT ask_body_kind_is_known CHECK (((body_kind)::text = ANY (ARRAY[('raad'::character varying)::text, ('college'::character varying)::text, ('staten'::character varying)::text, ('gedeputeerden'::character varying)::text, ('bestuur'::character varying)::text])))
);
ALTER TABLE public.deciding_ask ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.deciding_ask_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.deciding_askedamount (
    id bigint NOT NULL,
    amount numeric(14,2) NOT NULL,
    source_id bigint NOT NULL,
    track_id bigint NOT NULL,
    component_id bigint NOT NULL,
    CONSTRAINT asked_amount_is_not_below_0 CHECK ((amount >= (0)::numeric))
);
ALTER TABLE public.deciding_askedamount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.deciding_askedamount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.deciding_commitment (
    id bigint NOT NULL,
    text text NOT NULL,
    made_on date NOT NULL,
    due_on date,
    answered_on date,
    answer text NOT NULL,
    answer_url character varying(500) NOT NULL,
    reminded_at timestamp with time zone,
    source_id bigint NOT NULL,
    track_id bigint NOT NULL,
    promised_by_id bigint,
    CONSTRAINT a_commitment_is_answered_after_it_was_made CHECK (((answered_on IS NULL) OR (answered_on >= made_on))),
    CONSTRAINT a_commitment_is_due_after_it_was_made CHECK (((due_on IS NULL) OR (due_on >= made_on))),
    CONSTRAINT an_answered_commitment_has_its_answer CHECK (((answered_on IS NULL) OR (NOT (answer = ''::text)))),
    CONSTRAINT commitment_answered_on_is_believable CHECK ((((answered_on >= '2000-01-01'::date) AND (answered_on <= '2050-12-31'::date)) OR (answered_on IS NULL))),
    CONSTRAINT commitment_due_on_is_believable CHECK ((((due_on >= '2000-01-01'::date) AND (due_on <= '2050-12-31'::date)) OR (due_on IS NULL))),
    CONSTRAINT commitment_made_on_is_believable CHECK ((((made_on >= '2000-01-01'::date) AND (made_on <= '2050-12-31'::date)) OR (made_on IS NULL)))
);
ALTER TABLE public.deciding_commitment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.deciding_commitment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.deciding_component (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    name character varying(160) NOT NULL,
    text text NOT NULL,
    page character varying(300) NOT NULL,
    tariff numeric(9,4),
    inhabitants_on date,
    payers character varying(10) NOT NULL,
    dossier_id bigint NOT NULL,
    element_id bigint,
    source_id bigint,
    CONSTRAINT a_component_has_a_name CHECK (((element_id IS NOT NULL) OR (NOT ((name)::text = ''::text)))),
    CONSTRAINT a_component_has_its_tariff_whole CHECK ((((inhabitants_on IS NULL) AND (tariff IS NULL)) OR ((inhabitants_on IS NOT NULL) AND (tariff IS NOT NULL)))),
    CONSTRAINT component_inhabitants_on_is_believable CHECK ((((inhabitants_on >= '2000-01-01'::date) AND (inhabitants_on <= '2050-12-31'::date)) OR (inhabitants_on IS NULL))),
    CONSTRAINT component_page_is_on_this_site CHECK ((((page)::text = ''::text) OR ((page)::text ~~ '/%'::text))),
    CONSTRAINT component_payers_is_known CHECK (((payers)::text = ANY (ARRAY[('gemeenten'::character varying)::text, ('provincies'::character varying)::text, ('beide'::character varying)::text]))),
    CONSTRAINT component_tariff_is_not_below_0 CHECK (((tariff >= (0)::numeric) OR (tariff IS NULL))),
    CONSTRAINT deciding_component_position_check CHECK (("position" >= 0))
);
ALTER TABLE public.deciding_component ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.deciding_component_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.deciding_councilsource (
    id bigint NOT NULL,
    key character varying(80) NOT NULL,
    word character varying(60) NOT NULL,
    cursor character varying(300) NOT NULL,
    changes_cursor character varying(300) NOT NULL,
    is_partial boolean NOT NULL,
    asked_at timestamp with time zone,
    read_at timestamp with time zone,
    fresh_at timestamp with time zone,
    trouble character varying(300) NOT NULL,
    lacking jsonb NOT NULL,
    body_id bigint NOT NULL
);
ALTER TABLE public.deciding_councilsource ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.deciding_councilsource_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.deciding_delivery (
    id bigint NOT NULL,
    way character varying(8) NOT NULL,
    note character varying(200) NOT NULL,
    delivered_at timestamp with time zone NOT NULL,
    opened_at timestamp with time zone,
    confirmed_at timestamp with time zone,
    mail_id bigint,
    user_id bigint,
    package_id bigint NOT NULL,
    CONSTRAINT delivery_way_is_known CHECK (((way)::text = ANY (ARRAY[('mail'::character varying)::text, ('account'::character varying)::text, ('bureau'::character varying)::text]))),
    CONSTRAINT what_is_handed_over_says_to_whom CHECK (((NOT ((way)::text = 'bureau'::text)) OR (NOT ((note)::text = ''::text))))
);
ALTER TABLE public.deciding_delivery ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.deciding_delivery_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.deciding_dossierphrase (
    id bigint NOT NULL,
    phrase character varying(120) NOT NULL,
    dossier_id bigint NOT NULL
);
ALTER TABLE public.deciding_dossierphrase ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.deciding_dossierphrase_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.deciding_entrylink (
    id bigint NOT NULL,
    purpose character varying(12) NOT NULL,
    address character varying(254) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    ends_on date NOT NULL,
    revoked_at timestamp with time zone,
    made_for_id bigint,
    track_id bigint NOT NULL,
    CONSTRAINT entry_link_purpose_is_known CHECK (((purpose)::text = ANY (ARRAY[('dag'::character varying)::text, ('uitkomst'::character varying)::text])))
);
ALTER TABLE public.deciding_entrylink ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.deciding_entrylink_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.deciding_exclusion (
    id bigint NOT NULL,
    one_condition text NOT NULL,
    other_condition text NOT NULL,
    reason text NOT NULL,
    marked_at timestamp with time zone NOT NULL,
    one_id bigint NOT NULL,
    other_id bigint NOT NULL,
    CONSTRAINT an_exclusion_says_why CHECK ((NOT (reason = ''::text))),
    CONSTRAINT exclusions_stand_in_one_order CHECK ((one_id < other_id))
);
ALTER TABLE public.deciding_exclusion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.deciding_exclusion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.deciding_founditem (
    id bigint NOT NULL,
    external_id character varying(200) NOT NULL,
    number character varying(20) NOT NULL,
    title character varying(500) NOT NULL,
    named character varying(200) NOT NULL,
    document_url character varying(500) NOT NULL,
    debate_url character varying(500) NOT NULL,
    debate_from integer,
    is_withdrawn boolean NOT NULL,
    state character varying(12) NOT NULL,
    step_id bigint,
    track_id bigint,
    meeting_id bigint NOT NULL,
    CONSTRAINT deciding_founditem_debate_from_check CHECK ((debate_from >= 0)),
    CONSTRAINT found_item_state_is_known CHECK (((state)::text = ANY (ARRAY[('voorgesteld'::character varying)::text, ('overgenomen'::character varying)::text, ('afgewezen'::character varying)::text, ('terzijde'::character varying)::text])))
);
ALTER TABLE public.deciding_founditem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.deciding_founditem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.deciding_foundmeeting (
    id bigint NOT NULL,
    external_id character varying(200) NOT NULL,
    name character varying(300) NOT NULL,
    held_on date NOT NULL,
    starts_at time without time zone,
    is_cancelled boolean NOT NULL,
    is_withdrawn boolean NOT NULL,
    address character varying(500) NOT NULL,
    item_count integer NOT NULL,
    state character varying(12) NOT NULL,
    change character varying(300) NOT NULL,
    council_source_id bigint NOT NULL,
    sitting_id bigint,
    CONSTRAINT deciding_foundmeeting_item_count_check CHECK ((item_count >= 0)),
    CONSTRAINT found_meeting_held_on_is_believable CHECK ((((held_on >= '2000-01-01'::date) AND (held_on <= '2050-12-31'::date)) OR (held_on IS NULL))),
    CONSTRAINT found_meeting_state_is_known CHECK (((state)::text = ANY (ARRAY[('voorgesteld'::character varying)::text, ('overgenomen'::character varying)::text, ('afgewezen'::character varying)::text, ('terzijde'::character varying)::text])))
);
ALTER TABLE public.deciding_foundmeeting ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.deciding_foundmeeting_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.deciding_groupvote (
    id bigint NOT NULL,
    "group" character varying(80) NOT NULL,
    stance character varying(10) NOT NULL,
    seats smallint,
    decision_id bigint NOT NULL,
    CONSTRAINT deciding_groupvote_seats_check CHECK ((seats >= 0)),
    CONSTRAINT group_vote_seats_is_not_0 CHECK (((seats >= 1) OR (seats IS NULL))),
    CONSTRAINT group_vote_stance_is_known CHECK (((stance)::text = ANY (ARRAY[('voor'::character varying)::text, ('tegen'::character varying)::text, ('onthouden'::character varying)::text])))
);
ALTER TABLE public.deciding_groupvote ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.deciding_groupvote_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.deciding_likenessjudgement (
    id bigint NOT NULL,
    deviation character varying(160) NOT NULL,
    about text NOT NULL,
    verdict character varying(16) NOT NULL,
    reason text NOT NULL,
    judged_at timestamp with time zone NOT NULL,
    dossier_id bigint NOT NULL,
    CONSTRAINT a_judgement_says_why CHECK ((NOT (reason = ''::text))),
    CONSTRAINT likeness_judgement_verdict_is_known CHECK (((verdict)::text = ANY (ARRAY[('gelijkluidend'::character varying)::text, ('anders'::character varying)::text])))
);
ALTER TABLE public.deciding_likenessjudgement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.deciding_likenessjudgement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.deciding_linkuse (
    id bigint NOT NULL,
    used_at timestamp with time zone NOT NULL,
    words text NOT NULL,
    link_id bigint NOT NULL
);
ALTER TABLE public.deciding_linkuse ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.deciding_linkuse_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.deciding_motion (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    title character varying(200) NOT NULL,
    text text NOT NULL,
    outcome character varying(12) NOT NULL,
    decided_on date,
    url character varying(500) NOT NULL,
    component_id bigint,
    source_id bigint NOT NULL,
    track_id bigint NOT NULL,
    CONSTRAINT a_motion_with_an_outcome_has_a_day CHECK ((((outcome)::text = ''::text) OR (decided_on IS NOT NULL))),
    CONSTRAINT motion_decided_on_is_believable CHECK ((((decided_on >= '2000-01-01'::date) AND (decided_on <= '2050-12-31'::date)) OR (decided_on IS NULL))),
    CONSTRAINT motion_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('motie'::character varying)::text, ('amendement'::character varying)::text]))),
    CONSTRAINT motion_outcome_is_known CHECK (((outcome)::text = ANY (ARRAY[(''::character varying)::text, ('aangenomen'::character varying)::text, ('verworpen'::character varying)::text, ('ingetrokken'::character varying)::text, ('aangehouden'::character varying)::text])))
);
ALTER TABLE public.deciding_motion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.deciding_motion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.deciding_package (
    id bigint NOT NULL,
    number smallint NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    goes_to_earlier boolean NOT NULL,
    made_at timestamp with time zone,
    digest character varying(64) NOT NULL,
    content jsonb NOT NULL,
    trouble character varying(200) NOT NULL,
    file_id bigint,
    track_id bigint NOT NULL,
    CONSTRAINT a_package_is_made_or_not CHECK (((((digest)::text = ''::text) AND (file_id IS NULL) AND (made_at IS NULL)) OR ((file_id IS NOT NULL) AND (made_at IS NOT NULL) AND ((trouble)::text = ''::text) AND (NOT ((digest)::text = ''::text))))),
    CONSTRAINT deciding_package_number_check CHECK ((number >= 0)),
    CONSTRAINT package_counts_from_1 CHECK ((number >= 1))
);
ALTER TABLE public.deciding_package ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.deciding_package_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.deciding_package_papers (
    id bigint NOT NULL,
    package_id bigint NOT NULL,
    paperversion_id bigint NOT NULL
);
ALTER TABLE public.deciding_package_papers ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.deciding_package_papers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.deciding_paper (
    id bigint NOT NULL,
    title character varying(200) NOT NULL,
    "position" smallint NOT NULL,
    dossier_id bigint NOT NULL,
    woo_category character varying(10) DEFAULT ''::character varying NOT NULL,
    CONSTRAINT deciding_paper_position_check CHECK (("position" >= 0)),
    CONSTRAINT paper_woo_category_is_known CHECK (((woo_category)::text = ANY (ARRAY[(''::character varying)::text, ('c_139c6280'::character varying)::text, ('c_aab6bfc7'::character varying)::text, ('c_759721e2'::character varying)::text, ('c_40a05794'::character varying)::text, ('c_89ee6784'::character varying)::text, ('c_8c840238'::character varying)::text, ('c_c76862ab'::character varying)::text, ('c_db4862c3'::character varying)::text, ('c_3a248e3a'::character varying)::text, ('c_99a836c7'::character varying)::text, ('c_8fc2335c'::character varying)::text, ('c_c6cd1213'::character varying)::text, ('c_cf268088'::character varying)::text, ('c_3baef532'::character varying)::text, ('c_fdaee95e'::character varying)::text, ('c_46a81018'::character varying)::text, ('c_a870c43d'::character varying)::text, ('c_816e508d'::character varying)::text])))
);
ALTER TABLE public.deciding_paper ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.deciding_paper_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.deciding_paperversion (
    id bigint NOT NULL,
    number smallint NOT NULL,
    file_name character varying(120) NOT NULL,
    put_at timestamp with time zone NOT NULL,
    reason text NOT NULL,
    changes jsonb,
    not_compared_because character varying(200) NOT NULL,
    file_id bigint NOT NULL,
    paper_id bigint NOT NULL,
    inaccessible_because character varying(200) DEFAULT ''::character varying NOT NULL,
    CONSTRAINT a_replaced_paper_says_why CHECK (((number = 1) OR (NOT (reason = ''::text)))),
    CONSTRAINT deciding_paperversion_number_check CHECK ((number >= 0)),
    CONSTRAINT paper_version_counts_from_1 CHECK ((number >= 1))
);
ALTER TABLE public.deciding_paperversion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.deciding_paperversion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.deciding_refusedparticipation (
    id bigint NOT NULL,
    status character varying(16) NOT NULL,
    reason text NOT NULL,
    refused_at timestamp with time zone NOT NULL,
    decision_id bigint NOT NULL,
    element_id bigint NOT NULL,
    CONSTRAINT a_refused_participation_says_why CHECK ((NOT (reason = ''::text))),
    CONSTRAINT refused_participation_status_is_known CHECK (((status)::text = ANY (ARRAY[('doet-mee'::character varying)::text, ('later'::character varying)::text, ('doet-niet-mee'::character varying)::text])))
);
ALTER TABLE public.deciding_refusedparticipation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.deciding_refusedparticipation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_admin_log (
    id integer NOT NULL,
    action_time timestamp with time zone NOT NULL,
    object_id text,
    object_repr character varying(200) NOT NULL,
    action_flag smallint NOT NULL,
    change_message text NOT NULL,
    content_type_id integer,
    user_id bigint NOT NULL,
    CONSTRAINT django_admin_log_action_flag_check CHECK ((action_flag >= 0))
);
ALTER TABLE public.django_admin_log ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_admin_log_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);
ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);
ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL
);
CREATE TABLE public.ground_act (
    id bigint NOT NULL,
    words character varying(120) NOT NULL,
    made_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    made_by_id bigint,
    about_table character varying(63) NOT NULL,
    about_id bigint,
    reason text NOT NULL
);
ALTER TABLE public.ground_act ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.ground_act_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.ground_change (
    id bigint NOT NULL,
    made_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    role character varying(63) NOT NULL,
    table_name character varying(63) NOT NULL,
    row_id bigint NOT NULL,
    part_of_id bigint,
    before jsonb,
    after jsonb,
    act_id bigint,
    CONSTRAINT change_has_a_state CHECK (((before IS NOT NULL) OR (after IS NOT NULL)))
);
ALTER TABLE public.ground_change ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.ground_change_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.ground_commandrun (
    id bigint NOT NULL,
    name character varying(40) NOT NULL,
    ended_at timestamp with time zone NOT NULL,
    succeeded_at timestamp with time zone
);
ALTER TABLE public.ground_commandrun ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.ground_commandrun_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.ground_filechunk (
    id bigint NOT NULL,
    "position" integer NOT NULL,
    content bytea NOT NULL,
    file_id bigint NOT NULL,
    CONSTRAINT ground_filechunk_position_check CHECK (("position" >= 0))
);
ALTER TABLE ONLY public.ground_filechunk ALTER COLUMN content SET STORAGE EXTERNAL;
ALTER TABLE public.ground_filechunk ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.ground_filechunk_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.ground_filewords (
    id bigint NOT NULL,
    text text NOT NULL,
    trouble character varying(200) NOT NULL,
    read_at timestamp with time zone NOT NULL,
    file_id bigint NOT NULL,
    lacks jsonb
);
ALTER TABLE public.ground_filewords ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.ground_filewords_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.ground_keptdocument (
    id bigint NOT NULL,
    address character varying(500) NOT NULL,
    name character varying(200) NOT NULL,
    digest character varying(64) NOT NULL,
    state character varying(200) NOT NULL,
    holds_until timestamp with time zone NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    wanted_at timestamp with time zone,
    step integer NOT NULL,
    steps integer NOT NULL,
    trouble character varying(200) NOT NULL,
    file_id bigint,
    CONSTRAINT a_kept_document_has_a_name CHECK (((file_id IS NULL) OR (NOT (((digest)::text = ''::text) AND ((name)::text = ''::text))))),
    CONSTRAINT ground_keptdocument_step_check CHECK ((step >= 0)),
    CONSTRAINT ground_keptdocument_steps_check CHECK ((steps >= 0))
);
ALTER TABLE public.ground_keptdocument ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.ground_keptdocument_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.ground_mail (
    id bigint NOT NULL,
    kind character varying(60) NOT NULL,
    "to" character varying(254) NOT NULL,
    about character varying(250) NOT NULL,
    subject character varying(250) NOT NULL,
    text text NOT NULL,
    html text NOT NULL,
    headers jsonb NOT NULL,
    message_id character varying(200) NOT NULL,
    priority smallint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    state character varying(10) NOT NULL,
    attempts smallint NOT NULL,
    tried_at timestamp with time zone,
    sent_at timestamp with time zone,
    answer character varying(500) NOT NULL,
    is_uncertain boolean NOT NULL,
    CONSTRAINT a_mail_that_is_done_keeps_no_text CHECK (((NOT ((state)::text = ANY (ARRAY[('verstuurd'::character varying)::text, ('verlopen'::character varying)::text]))) OR ((html = ''::text) AND ((subject)::text = ''::text) AND (text = ''::text)))),
    CONSTRAINT a_sent_mail_says_when CHECK ((((sent_at IS NOT NULL) AND ((state)::text = 'verstuurd'::text)) OR ((NOT ((state)::text = 'verstuurd'::text)) AND (sent_at IS NULL)))),
    CONSTRAINT ground_mail_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT ground_mail_priority_check CHECK ((priority >= 0)),
    CONSTRAINT mail_priority_is_known CHECK ((priority = ANY (ARRAY[0, 1, 2]))),
    CONSTRAINT mail_state_is_known CHECK (((state)::text = ANY (ARRAY[('wacht'::character varying)::text, ('bezig'::character varying)::text, ('verstuurd'::character varying)::text, ('mislukt'::character varying)::text, ('verlopen'::character varying)::text])))
);
ALTER TABLE public.ground_mail ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.ground_mail_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.ground_openform (
    id bigint NOT NULL,
    subject character varying(80) NOT NULL,
    object_id character varying(40) NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.ground_openform ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.ground_openform_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.ground_previewlink (
    id bigint NOT NULL,
    object_id bigint NOT NULL,
    audience character varying(120) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    ends_on date NOT NULL,
    revoked_at timestamp with time zone,
    content_type_id integer NOT NULL,
    made_by_id bigint,
    CONSTRAINT ground_previewlink_object_id_check CHECK ((object_id >= 0))
);
ALTER TABLE public.ground_previewlink ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.ground_previewlink_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.ground_securityevent (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    result character varying(10) NOT NULL,
    about character varying(120) NOT NULL,
    made_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    actor_id bigint,
    origin character varying(45) NOT NULL,
    number character varying(9) NOT NULL
);
ALTER TABLE public.ground_securityevent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.ground_securityevent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.ground_sentform (
    key uuid NOT NULL,
    digest character varying(64) NOT NULL,
    result character varying(2000) NOT NULL,
    sent_at timestamp with time zone NOT NULL
);
CREATE TABLE public.ground_state (
    slot bigint NOT NULL,
    raised bigint NOT NULL
)
WITH (fillfactor='20');
CREATE TABLE public.ground_state_part (
    part text NOT NULL,
    slot bigint NOT NULL,
    raised bigint NOT NULL
)
WITH (fillfactor='20');
CREATE TABLE public.ground_storedfile (
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    content_type character varying(100) NOT NULL,
    size bigint NOT NULL,
    sha256 character varying(64),
    made_at timestamp with time zone NOT NULL,
    CONSTRAINT a_lost_file_has_no_size CHECK (((sha256 IS NOT NULL) OR (size = 0))),
    CONSTRAINT ground_storedfile_size_check CHECK ((size >= 0))
);
ALTER TABLE public.ground_storedfile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.ground_storedfile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.ground_tally (
    id bigint NOT NULL,
    act character varying(30) NOT NULL,
    visitor character varying(64) NOT NULL,
    seconds integer NOT NULL,
    "window" bigint NOT NULL,
    count integer NOT NULL,
    CONSTRAINT ground_tally_count_check CHECK ((count >= 0)),
    CONSTRAINT ground_tally_seconds_check CHECK ((seconds >= 0)),
    CONSTRAINT ground_tally_window_check CHECK (("window" >= 0))
);
ALTER TABLE public.ground_tally ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.ground_tally_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.meetings_agendaitem (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    title character varying(200) NOT NULL,
    text text NOT NULL,
    dossier_id bigint,
    element_id bigint,
    meeting_id bigint NOT NULL,
    CONSTRAINT meeting_item_position_is_not_0 CHECK (("position" >= 1)),
    CONSTRAINT meetings_agendaitem_position_check CHECK (("position" >= 0))
);
ALTER TABLE public.meetings_agendaitem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.meetings_agendaitem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.meetings_meeting (
    id bigint NOT NULL,
    is_example boolean NOT NULL,
    public_from timestamp with time zone,
    public_until timestamp with time zone,
    slug character varying(80) NOT NULL,
    title character varying(160) NOT NULL,
    kind character varying(20) NOT NULL,
    held_on date,
    starts_at time without time zone,
    ends_at time without time zone,
    date_text character varying(120) NOT NULL,
    place character varying(160) NOT NULL,
    for_whom character varying(300) NOT NULL,
    summary text NOT NULL,
    is_cancelled boolean NOT NULL,
    note character varying(300) NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    source_id bigint NOT NULL,
    table_session_id bigint,
    register_until timestamp with time zone,
    seats smallint,
    CONSTRAINT meeting_ends_after_it_starts CHECK (((ends_at IS NULL) OR ((ends_at > starts_at) AND (starts_at IS NOT NULL)))),
    CONSTRAINT meeting_has_a_day_or_words_for_it CHECK ((((held_on IS NULL) OR ((date_text)::text = ''::text)) AND (1 = (
CASE
    WHEN (held_on IS NULL) THEN 1
    ELSE 0
END +
CASE
    WHEN ((date_text)::text = ''::text) THEN 1
    ELSE 0
END)))),
    CONSTRAINT meeting_held_on_is_believable CHECK ((((held_on >= '2000-01-01'::date) AND (held_on <= '2050-12-31'::date)) OR (held_on IS NULL))),
    CONSTRAINT meeting_is_public_before_it_ends CHECK (((public_until IS NULL) OR ((public_from IS NOT NULL) AND (public_until > public_from)))),
    CONSTRAINT meeting_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('regiodag'::character varying)::text, ('klankbordgroep'::character varying)::text, ('versnellingskamer'::character varying)::text, ('regiobestuur'::character varying)::text, ('tafelavond'::character varying)::text, ('anders'::character varying)::text]))),
    CONSTRAINT meeting_seats_is_not_0 CHECK ((seats >= 1)),
    CONSTRAINT meeting_time_is_of_a_day CHECK (((starts_at IS NULL) OR (held_on IS NOT NULL))),
    CONSTRAINT meetings_meeting_seats_check CHECK ((seats >= 0))
);
ALTER TABLE public.meetings_meeting ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.meetings_meeting_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.meetings_meetingdocument (
    id bigint NOT NULL,
    title character varying(200) NOT NULL,
    file_name character varying(120) NOT NULL,
    put_at timestamp with time zone NOT NULL,
    read_at timestamp with time zone,
    file_id bigint NOT NULL,
    meeting_id bigint NOT NULL
);
ALTER TABLE public.meetings_meetingdocument ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.meetings_meetingdocument_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.meetings_outcomeline (
    id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    "position" smallint NOT NULL,
    text text NOT NULL,
    dossier_id bigint,
    element_id bigint,
    meeting_id bigint NOT NULL,
    point_id bigint,
    CONSTRAINT meetings_outcomeline_position_check CHECK (("position" >= 0)),
    CONSTRAINT outcome_line_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('besproken'::character varying)::text, ('besloten'::character varying)::text, ('meegegeven'::character varying)::text]))),
    CONSTRAINT outcome_line_position_is_not_0 CHECK (("position" >= 1))
);
ALTER TABLE public.meetings_outcomeline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.meetings_outcomeline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.meetings_registration (
    id bigint NOT NULL,
    organisation character varying(120) NOT NULL,
    people smallint NOT NULL,
    email character varying(254) NOT NULL,
    state character varying(12) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    reminded_at timestamp with time zone,
    called_off_at timestamp with time zone,
    meeting_id bigint NOT NULL,
    partner_id bigint,
    user_id bigint,
    told character varying(300) DEFAULT ''::character varying NOT NULL,
    CONSTRAINT meetings_registration_people_check CHECK ((people >= 0)),
    CONSTRAINT registration_is_for_a_partner_or_an_organisation CHECK (((partner_id IS NULL) OR ((organisation)::text = ''::text))),
    CONSTRAINT registration_is_of_a_few_people CHECK (((people >= 1) AND (people <= 10))),
    CONSTRAINT registration_is_of_an_account_or_an_address CHECK (((user_id IS NULL) OR ((email)::text = ''::text))),
    CONSTRAINT registration_state_is_known CHECK (((state)::text = ANY (ARRAY[('gevraagd'::character varying)::text, ('aangemeld'::character varying)::text, ('wachtlijst'::character varying)::text, ('afgemeld'::character varying)::text])))
);
ALTER TABLE public.meetings_registration ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.meetings_registration_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.mfa_authenticator (
    id bigint NOT NULL,
    type character varying(20) NOT NULL,
    data jsonb NOT NULL,
    user_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone
);
ALTER TABLE public.mfa_authenticator ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mfa_authenticator_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.partners_accountinvitation (
    id bigint NOT NULL,
    email character varying(254) NOT NULL,
    name character varying(120) NOT NULL,
    capacity character varying(12) NOT NULL,
    party_group character varying(80) NOT NULL,
    ends_on date,
    sent_at timestamp with time zone NOT NULL,
    body_id bigint NOT NULL,
    sent_by_id bigint,
    CONSTRAINT account_invitation_capacity_is_known CHECK (((capacity)::text = ANY (ARRAY[('raadslid'::character varying)::text, ('statenlid'::character varying)::text, ('griffier'::character varying)::text, ('bestuurder'::character varying)::text, ('secretaris'::character varying)::text, ('ambtenaar'::character varying)::text]))),
    CONSTRAINT account_invitation_email_is_lower_case CHECK (((email)::text = lower((email)::text))),
    CONSTRAINT account_invitation_ends_on_is_believable CHECK ((((ends_on >= '1950-01-01'::date) AND (ends_on <= '2050-12-31'::date)) OR (ends_on IS NULL))),
    CONSTRAINT only_elected_members_are_invited_with_a_party_group CHECK ((((party_group)::text = ''::text) OR ((capacity)::text = ANY (ARRAY[('raadslid'::character varying)::text, ('statenlid'::character varying)::text]))))
);
ALTER TABLE public.partners_accountinvitation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.partners_accountinvitation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.partners_body (
    id bigint NOT NULL,
    kind character varying(16) NOT NULL,
    name character varying(160) NOT NULL,
    website character varying(200) NOT NULL,
    partner_id bigint NOT NULL,
    delivery_days smallint,
    delivery_source_id bigint,
    CONSTRAINT body_delivery_days_are_believable CHECK (((delivery_days IS NULL) OR (delivery_days <= 180))),
    CONSTRAINT body_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('raad'::character varying)::text, ('college'::character varying)::text, ('staten'::character varying)::text, ('gedeputeerden'::character varying)::text, ('bestuur'::character varying)::text]))),
    CONSTRAINT partners_body_delivery_days_check CHECK ((delivery_days >= 0))
);
ALTER TABLE public.partners_body ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.partners_body_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.partners_contactpoint (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    name character varying(120) NOT NULL,
    role character varying(120) NOT NULL,
    email character varying(254) NOT NULL,
    website character varying(200) NOT NULL,
    note character varying(300) NOT NULL,
    partner_id bigint NOT NULL,
    source_id bigint NOT NULL,
    consented_on date,
    is_person boolean DEFAULT false NOT NULL,
    until date,
    visibility character varying(5) DEFAULT 'alles'::character varying NOT NULL,
    CONSTRAINT a_person_consents_to_an_address CHECK (((NOT is_person) OR (NOT ((visibility)::text = 'alles'::text)) OR (consented_on IS NOT NULL))),
    CONSTRAINT contactpoint_consented_on_is_believable CHECK ((((consented_on >= '2000-01-01'::date) AND (consented_on <= '2050-12-31'::date)) OR (consented_on IS NULL))),
    CONSTRAINT contactpoint_until_is_believable CHECK ((((until >= '2000-01-01'::date) AND (until <= '2050-12-31'::date)) OR (until IS NULL))),
    CONSTRAINT contactpoint_visibility_is_known CHECK (((visibility)::text = ANY (ARRAY[('niet'::character varying)::text, ('naam'::character varying)::text, ('alles'::character varying)::text]))),
    CONSTRAINT partners_contactpoint_position_check CHECK (("position" >= 0))
);
ALTER TABLE public.partners_contactpoint ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.partners_contactpoint_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.partners_mandate (
    id bigint NOT NULL,
    capacity character varying(12) NOT NULL,
    party_group character varying(80) NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    body_id bigint NOT NULL,
    user_id bigint NOT NULL,
    CONSTRAINT mandate_capacity_is_known CHECK (((capacity)::text = ANY (ARRAY[('raadslid'::character varying)::text, ('statenlid'::character varying)::text, ('griffier'::character varying)::text, ('bestuurder'::character varying)::text, ('secretaris'::character varying)::text, ('ambtenaar'::character varying)::text]))),
    CONSTRAINT mandate_ends_after_it_starts CHECK (((ends_on >= starts_on) OR (ends_on IS NULL) OR (starts_on IS NULL))),
    CONSTRAINT mandate_ends_on_is_believable CHECK ((((ends_on >= '1950-01-01'::date) AND (ends_on <= '2050-12-31'::date)) OR (ends_on IS NULL))),
    CONSTRAINT mandate_starts_on_is_believable CHECK ((((starts_on >= '1950-01-01'::date) AND (starts_on <= '2050-12-31'::date)) OR (starts_on IS NULL))),
    CONSTRAINT only_elected_members_have_a_party_group CHECK ((((party_group)::text = ''::text) OR ((capacity)::text = ANY (ARRAY[('raadslid'::character varying)::text, ('statenlid'::character varying)::text]))))
);
ALTER TABLE public.partners_mandate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.partners_mandate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.partners_partner (
    id bigint NOT NULL,
    slug character varying(60) NOT NULL,
    name character varying(120) NOT NULL,
    kind character varying(16) NOT NULL,
    summary text NOT NULL,
    cbs_code character varying(6),
    tooi_uri character varying(200),
    website character varying(200) NOT NULL,
    joined_on date,
    joined_text character varying(80) NOT NULL,
    left_on date,
    note text NOT NULL,
    is_example boolean NOT NULL,
    province_id bigint,
    source_id bigint,
    public_from timestamp with time zone,
    public_until timestamp with time zone,
    succeeded_by_id bigint,
    almanac_number integer,
    budget_url character varying(200) DEFAULT ''::character varying NOT NULL,
    logo_id bigint,
    logo_text character varying(120) DEFAULT ''::character varying NOT NULL,
    oin character varying(20),
    short_name character varying(40) DEFAULT ''::character varying NOT NULL,
    CONSTRAINT a_logo_says_what_is_on_it CHECK ((((logo_id IS NULL) AND ((logo_text)::text = ''::text)) OR ((logo_id IS NOT NULL) AND (NOT ((logo_text)::text = ''::text))))),
    CONSTRAINT a_partner_does_not_succeed_itself CHECK (((succeeded_by_id IS NULL) OR (NOT ((succeeded_by_id = id) AND (succeeded_by_id IS NOT NULL))))),
    CONSTRAINT a_partner_with_a_successor_has_left CHECK (((succeeded_by_id IS NULL) OR (left_on IS NOT NULL))),
    CONSTRAINT almanac_number_is_not_0 CHECK (((almanac_number IS NULL) OR (almanac_number >= 1))),
    CONSTRAINT an_oin_has_twenty_digits CHECK (((oin IS NULL) OR ((oin)::text ~ '^\d{20}$'::text))),
    CONSTRAINT only_a_municipality_lies_in_a_province CHECK (((((kind)::text = 'gemeente'::text) AND (province_id IS NOT NULL)) OR ((NOT ((kind)::text = 'gemeente'::text)) AND (province_id IS NULL)))),
    CONSTRAINT partner_ends_after_it_starts CHECK (((left_on >= joined_on) OR (left_on IS NULL) OR (joined_on IS NULL))),
    CONSTRAINT partner_is_public_before_it_ends CHECK (((public_until IS NULL) OR ((public_from IS NOT NULL) AND (public_until > public_from)))),
    CONSTRAINT partner_joined_on_is_believable CHECK ((((joined_on >= '2000-01-01'::date) AND (joined_on <= '2050-12-31'::date)) OR (joined_on IS NULL))),
    CONSTRAINT partner_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('gemeente'::character varying)::text, ('provincie'::character varying)::text, ('economic-board'::character varying)::text, ('onderwijs'::character varying)::text, ('ondernemers'::character varying)::text, ('waterschap'::character varying)::text, ('arbeidsmarkt'::character varying)::text, ('kennis'::character varying)::text, ('project'::character varying)::text, ('bureau'::character varying)::text]))),
    CONSTRAINT partner_left_on_is_believable CHECK ((((left_on >= '2000-01-01'::date) AND (left_on <= '2050-12-31'::date)) OR (left_on IS NULL))),
    CONSTRAINT partners_partner_almanac_number_check CHECK ((almanac_number >= 0))
);
ALTER TABLE public.partners_partner ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.partners_partner_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.partners_population (
    id bigint NOT NULL,
    reference_on date NOT NULL,
    count integer NOT NULL,
    certainty character varying(12) NOT NULL,
    note character varying(300) NOT NULL,
    partner_id bigint NOT NULL,
    source_id bigint NOT NULL,
    CONSTRAINT partners_population_count_check CHECK ((count >= 0)),
    CONSTRAINT population_certainty_is_known CHECK (((certainty)::text = ANY (ARRAY[('voorlopig'::character varying)::text, ('definitief'::character varying)::text, ('schatting'::character varying)::text, ('afgeleid'::character varying)::text, ('gecorrigeerd'::character varying)::text, ('onbekend'::character varying)::text]))),
    CONSTRAINT population_count_is_not_0 CHECK ((count >= 1)),
    CONSTRAINT population_reference_on_is_believable CHECK ((((reference_on >= '2000-01-01'::date) AND (reference_on <= '2050-12-31'::date)) OR (reference_on IS NULL)))
);
ALTER TABLE public.partners_population ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.partners_population_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.partners_recess (
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    body_id bigint NOT NULL,
    source_id bigint,
    CONSTRAINT recess_ends_after_it_starts CHECK (((ends_on >= starts_on) OR (ends_on IS NULL) OR (starts_on IS NULL))),
    CONSTRAINT recess_ends_on_is_believable CHECK ((((ends_on >= '2000-01-01'::date) AND (ends_on <= '2050-12-31'::date)) OR (ends_on IS NULL))),
    CONSTRAINT recess_starts_on_is_believable CHECK ((((starts_on >= '2000-01-01'::date) AND (starts_on <= '2050-12-31'::date)) OR (starts_on IS NULL)))
);
ALTER TABLE public.partners_recess ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.partners_recess_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.partners_sitting (
    id bigint NOT NULL,
    held_on date NOT NULL,
    starts_at time without time zone,
    papers_by date,
    is_cancelled boolean NOT NULL,
    note character varying(300) NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    body_id bigint NOT NULL,
    source_id bigint,
    CONSTRAINT papers_come_before_the_sitting CHECK (((papers_by IS NULL) OR (papers_by <= held_on))),
    CONSTRAINT sitting_held_on_is_believable CHECK ((((held_on >= '2000-01-01'::date) AND (held_on <= '2050-12-31'::date)) OR (held_on IS NULL))),
    CONSTRAINT sitting_papers_by_is_believable CHECK ((((papers_by >= '2000-01-01'::date) AND (papers_by <= '2050-12-31'::date)) OR (papers_by IS NULL)))
);
ALTER TABLE public.partners_sitting ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.partners_sitting_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.partners_source (
    id bigint NOT NULL,
    slug character varying(80) NOT NULL,
    title character varying(200) NOT NULL,
    publisher character varying(120) NOT NULL,
    url character varying(500) NOT NULL,
    published_on date,
    published_text character varying(80) NOT NULL,
    consulted character varying(40) NOT NULL,
    note text NOT NULL,
    consulted_on date,
    licence character varying(12) NOT NULL,
    CONSTRAINT source_consulted_on_is_believable CHECK ((((consulted_on >= '1900-01-01'::date) AND (consulted_on <= '2050-12-31'::date)) OR (consulted_on IS NULL))),
    CONSTRAINT source_licence_is_known CHECK (((licence)::text = ANY (ARRAY[(''::character varying)::text, ('cc0-1.0'::character varying)::text, ('cc-by-4.0'::character varying)::text, ('cc-by-sa-4.0'::character varying)::text, ('geen'::character varying)::text, ('voorbehouden'::character varying)::text]))),
    CONSTRAINT source_published_on_is_believable CHECK ((((published_on >= '1900-01-01'::date) AND (published_on <= '2050-12-31'::date)) OR (published_on IS NULL)))
);
ALTER TABLE public.partners_source ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.partners_source_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.partners_term (
    id bigint NOT NULL,
    first_year smallint NOT NULL,
    last_year smallint NOT NULL,
    seats smallint NOT NULL,
    certainty character varying(12) NOT NULL,
    note character varying(300) NOT NULL,
    body_id bigint NOT NULL,
    source_id bigint NOT NULL,
    starts_on date,
    CONSTRAINT a_term_starts_in_its_first_year CHECK (((starts_on IS NULL) OR (EXTRACT(year FROM starts_on) = (first_year)::numeric))),
    CONSTRAINT partners_term_first_year_check CHECK ((first_year >= 0)),
    CONSTRAINT partners_term_last_year_check CHECK ((last_year >= 0)),
    CONSTRAINT partners_term_seats_check CHECK ((seats >= 0)),
    CONSTRAINT term_certainty_is_known CHECK (((certainty)::text = ANY (ARRAY[('voorlopig'::character varying)::text, ('definitief'::character varying)::text, ('schatting'::character varying)::text, ('afgeleid'::character varying)::text, ('gecorrigeerd'::character varying)::text, ('onbekend'::character varying)::text]))),
    CONSTRAINT term_ends_after_it_starts CHECK ((last_year > first_year)),
    CONSTRAINT term_first_year_is_believable CHECK ((((first_year >= 2000) AND (first_year <= 2050)) OR (first_year IS NULL))),
    CONSTRAINT term_last_year_is_believable CHECK ((((last_year >= 2000) AND (last_year <= 2050)) OR (last_year IS NULL))),
    CONSTRAINT term_seats_is_not_0 CHECK ((seats >= 1)),
    CONSTRAINT term_starts_on_is_believable CHECK ((((starts_on >= '2000-01-01'::date) AND (starts_on <= '2050-12-31'::date)) OR (starts_on IS NULL)))
);
ALTER TABLE public.partners_term ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.partners_term_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.partners_user (
    id bigint NOT NULL,
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    email character varying(254) NOT NULL,
    name character varying(120) NOT NULL,
    is_superuser boolean NOT NULL,
    is_active boolean NOT NULL,
    date_joined timestamp with time zone NOT NULL,
    role character varying(12) NOT NULL,
    CONSTRAINT email_is_lower_case CHECK (((email)::text = lower((email)::text))),
    CONSTRAINT user_role_is_known CHECK (((role)::text = ANY (ARRAY[(''::character varying)::text, ('redacteur'::character varying)::text, ('beheerder'::character varying)::text, ('auditor'::character varying)::text])))
);
CREATE TABLE public.partners_user_groups (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    group_id integer NOT NULL
);
ALTER TABLE public.partners_user_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.partners_user_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.partners_user ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.partners_user_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.partners_user_user_permissions (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    permission_id integer NOT NULL
);
ALTER TABLE public.partners_user_user_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.partners_user_user_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.procrastinate_events (
    id bigint NOT NULL,
    job_id bigint NOT NULL,
    type public.procrastinate_job_event_type,
    at timestamp with time zone DEFAULT now()
);
CREATE SEQUENCE public.procrastinate_events_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.procrastinate_events_id_seq OWNED BY public.procrastinate_events.id;
CREATE SEQUENCE public.procrastinate_jobs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.procrastinate_jobs_id_seq OWNED BY public.procrastinate_jobs.id;
CREATE TABLE public.procrastinate_periodic_defers (
    id bigint NOT NULL,
    task_name character varying(128) NOT NULL,
    defer_timestamp bigint,
    job_id bigint,
    periodic_id character varying(128) DEFAULT ''::character varying NOT NULL
);
CREATE SEQUENCE public.procrastinate_periodic_defers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.procrastinate_periodic_defers_id_seq OWNED BY public.procrastinate_periodic_defers.id;
CREATE TABLE public.procrastinate_workers (
    id bigint NOT NULL,
    last_heartbeat timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE public.procrastinate_workers ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.procrastinate_workers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.regiozwolle_accountchange (
    id bigint NOT NULL,
    what character varying(20) NOT NULL,
    before character varying(254) NOT NULL,
    after character varying(254) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    decided_at timestamp with time zone,
    is_done boolean NOT NULL,
    asked_by_id bigint,
    decided_by_id bigint,
    user_id bigint NOT NULL,
    all_after boolean,
    all_before boolean,
    role_after character varying(12) DEFAULT ''::character varying NOT NULL,
    role_before character varying(12) DEFAULT ''::character varying NOT NULL,
    CONSTRAINT nobody_confirms_what_they_asked CHECK (((decided_by_id IS NULL) OR (NOT ((decided_by_id = asked_by_id) AND (decided_by_id IS NOT NULL) AND (asked_by_id IS NOT NULL))) OR (NOT is_done)))
);
ALTER TABLE public.regiozwolle_accountchange ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.regiozwolle_accountchange_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.regiozwolle_digest (
    id bigint NOT NULL,
    rhythm character varying(4) NOT NULL,
    period_on date NOT NULL,
    told integer NOT NULL,
    up_to bigint NOT NULL,
    subject character varying(250) NOT NULL,
    written_at timestamp with time zone NOT NULL,
    follower_id bigint NOT NULL,
    CONSTRAINT digest_period_on_is_believable CHECK ((((period_on >= '2000-01-01'::date) AND (period_on <= '2050-12-31'::date)) OR (period_on IS NULL))),
    CONSTRAINT digest_rhythm_is_known CHECK (((rhythm)::text = ANY (ARRAY[('dag'::character varying)::text, ('week'::character varying)::text]))),
    CONSTRAINT regiozwolle_digest_told_check CHECK ((told >= 0))
);
ALTER TABLE public.regiozwolle_digest ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.regiozwolle_digest_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.regiozwolle_event (
    id bigint NOT NULL,
    number bigint,
    change_id bigint NOT NULL,
    place smallint NOT NULL,
    row_table character varying(63) NOT NULL,
    row_id bigint NOT NULL,
    about character varying(40)[] NOT NULL,
    sentence character varying(400) NOT NULL,
    address character varying(300) NOT NULL,
    page character varying(300) NOT NULL,
    public_at timestamp with time zone NOT NULL,
    is_example boolean NOT NULL,
    CONSTRAINT regiozwolle_event_place_check CHECK ((place >= 0))
);
ALTER TABLE public.regiozwolle_event ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.regiozwolle_event_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.regiozwolle_eventreading (
    id bigint NOT NULL,
    changes_read bigint NOT NULL,
    let_out bigint NOT NULL
);
ALTER TABLE public.regiozwolle_eventreading ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.regiozwolle_eventreading_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.regiozwolle_follow (
    id bigint NOT NULL,
    kind character varying(16) NOT NULL,
    thing_id bigint,
    words character varying(200) NOT NULL,
    since bigint NOT NULL,
    made_at timestamp with time zone NOT NULL,
    follower_id bigint NOT NULL,
    CONSTRAINT a_follow_is_of_a_thing_or_a_search CHECK (((((kind)::text = 'zoeken'::text) AND (thing_id IS NULL) AND (NOT ((words)::text = ''::text))) OR ((NOT ((kind)::text = 'zoeken'::text)) AND (thing_id IS NOT NULL) AND ((words)::text = ''::text)))),
    CONSTRAINT follow_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('onderdeel'::character varying)::text, ('consultatie'::character varying)::text, ('dossier'::character varying)::text, ('partner'::character varying)::text, ('cijfer'::character varying)::text, ('project'::character varying)::text, ('zoeken'::character varying)::text])))
);
ALTER TABLE public.regiozwolle_follow ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.regiozwolle_follow_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.regiozwolle_follower (
    id bigint NOT NULL,
    email character varying(254) NOT NULL,
    rhythm character varying(4) NOT NULL,
    told_to bigint NOT NULL,
    stopped_at timestamp with time zone,
    made_at timestamp with time zone NOT NULL,
    user_id bigint,
    no_newsletter_at timestamp with time zone,
    CONSTRAINT a_follower_is_a_user_or_an_address CHECK ((((user_id IS NULL) AND (NOT ((email)::text = ''::text))) OR (((email)::text = ''::text) AND (user_id IS NOT NULL)))),
    CONSTRAINT follower_rhythm_is_known CHECK (((rhythm)::text = ANY (ARRAY[('dag'::character varying)::text, ('week'::character varying)::text])))
);
ALTER TABLE public.regiozwolle_follower ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.regiozwolle_follower_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.regiozwolle_formeraddress (
    id bigint NOT NULL,
    table_name character varying(63) NOT NULL,
    slug character varying(100) NOT NULL,
    row_id bigint NOT NULL,
    left_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL
);
ALTER TABLE public.regiozwolle_formeraddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.regiozwolle_formeraddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.regiozwolle_newsletter (
    id bigint NOT NULL,
    title character varying(150) NOT NULL,
    text text NOT NULL,
    audience character varying(8) NOT NULL,
    capacity character varying(16) NOT NULL,
    partner_kind character varying(16) NOT NULL,
    page character varying(300) NOT NULL,
    sent_at timestamp with time zone,
    sent_by_id bigint,
    finished_at timestamp with time zone,
    CONSTRAINT a_newsletter_is_for_members_or_for_followers CHECK (((((audience)::text = 'leden'::text) AND ((capacity)::text = ANY (ARRAY[(''::character varying)::text, ('raadslid'::character varying)::text, ('statenlid'::character varying)::text, ('griffier'::character varying)::text, ('bestuurder'::character varying)::text, ('secretaris'::character varying)::text, ('ambtenaar'::character varying)::text])) AND ((page)::text = ''::text) AND ((partner_kind)::text = ANY (ARRAY[(''::character varying)::text, ('gemeente'::character varying)::text, ('provincie'::character varying)::text, ('economic-board'::character varying)::text, ('onderwijs'::character varying)::text, ('ondernemers'::character varying)::text, ('waterschap'::character varying)::text, ('arbeidsmarkt'::character varying)::text, ('kennis'::character varying)::text, ('project'::character varying)::text, ('bureau'::character varying)::text]))) OR (((audience)::text = 'volgers'::text) AND ((capacity)::text = ''::text) AND ((partner_kind)::text = ''::text)))),
    CONSTRAINT newsletter_audience_is_known CHECK (((audience)::text = ANY (ARRAY[('leden'::character varying)::text, ('volgers'::character varying)::text])))
);
ALTER TABLE public.regiozwolle_newsletter ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.regiozwolle_newsletter_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.regiozwolle_newslettermail (
    id bigint NOT NULL,
    written_at timestamp with time zone NOT NULL,
    follower_id bigint NOT NULL,
    newsletter_id bigint NOT NULL
);
ALTER TABLE public.regiozwolle_newslettermail ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.regiozwolle_newslettermail_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.regiozwolle_nudge (
    id bigint NOT NULL,
    about character varying(12) NOT NULL,
    month_on date NOT NULL,
    mail_count integer NOT NULL,
    written_at timestamp with time zone NOT NULL,
    CONSTRAINT nudge_about_is_known CHECK (((about)::text = ANY (ARRAY[('pagina’s'::character varying)::text, ('rechten'::character varying)::text]))),
    CONSTRAINT nudge_month_on_is_believable CHECK ((((month_on >= '2000-01-01'::date) AND (month_on <= '2050-12-31'::date)) OR (month_on IS NULL))),
    CONSTRAINT regiozwolle_nudge_mail_count_check CHECK ((mail_count >= 0))
);
ALTER TABLE public.regiozwolle_nudge ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.regiozwolle_nudge_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.regiozwolle_opensession (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL,
    began_at timestamp with time zone,
    seen_at timestamp with time zone,
    device character varying(60) NOT NULL,
    user_id bigint
);
CREATE TABLE public.regiozwolle_publishedrow (
    id bigint NOT NULL,
    dataset character varying(60) NOT NULL,
    key bigint NOT NULL,
    number bigint NOT NULL,
    content text NOT NULL,
    published_at timestamp with time zone NOT NULL
);
ALTER TABLE public.regiozwolle_publishedrow ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.regiozwolle_publishedrow_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.regiozwolle_publishedstate (
    id bigint NOT NULL,
    state character varying(200) NOT NULL,
    holds_until timestamp with time zone,
    number bigint NOT NULL
);
ALTER TABLE public.regiozwolle_publishedstate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.regiozwolle_publishedstate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.regiozwolle_rightscheck (
    id bigint NOT NULL,
    outcome character varying(12) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    made_by_id bigint,
    mandate_id bigint,
    user_id bigint,
    CONSTRAINT rights_check_is_of_an_account_or_a_mandate CHECK ((((mandate_id IS NULL) AND (user_id IS NOT NULL)) OR ((mandate_id IS NOT NULL) AND (user_id IS NULL)))),
    CONSTRAINT rights_check_outcome_is_known CHECK (((outcome)::text = ANY (ARRAY[('klopt'::character varying)::text, ('gewijzigd'::character varying)::text, ('beëindigd'::character varying)::text])))
);
ALTER TABLE public.regiozwolle_rightscheck ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.regiozwolle_rightscheck_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.regiozwolle_rightsreview (
    id bigint NOT NULL,
    made_at timestamp with time zone NOT NULL,
    staff_count integer NOT NULL,
    mandate_count integer NOT NULL,
    made_by_id bigint,
    CONSTRAINT regiozwolle_rightsreview_mandate_count_check CHECK ((mandate_count >= 0)),
    CONSTRAINT regiozwolle_rightsreview_staff_count_check CHECK ((staff_count >= 0))
);
ALTER TABLE public.regiozwolle_rightsreview ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.regiozwolle_rightsreview_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.regiozwolle_searchentry (
    id bigint NOT NULL,
    address character varying(300) NOT NULL,
    page character varying(300) NOT NULL,
    subject character varying(300) NOT NULL,
    kind character varying(20) NOT NULL,
    public_as character varying(20) NOT NULL,
    key character varying(100) NOT NULL,
    is_example boolean NOT NULL,
    point bigint,
    title character varying(300) NOT NULL,
    label character varying(300) NOT NULL,
    text text NOT NULL,
    place smallint NOT NULL,
    words tsvector NOT NULL,
    title_words tsvector NOT NULL,
    title_size smallint NOT NULL,
    changed_at timestamp with time zone,
    CONSTRAINT regiozwolle_searchentry_place_check CHECK ((place >= 0)),
    CONSTRAINT regiozwolle_searchentry_title_size_check CHECK ((title_size >= 0))
);
ALTER TABLE ONLY public.regiozwolle_searchentry ALTER COLUMN words SET STATISTICS 1000;
ALTER TABLE public.regiozwolle_searchentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.regiozwolle_searchentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.regiozwolle_searchreading (
    id bigint NOT NULL,
    changes_read bigint NOT NULL,
    read_at timestamp with time zone,
    waiting character varying(300)[] NOT NULL,
    version character varying(64) NOT NULL
);
ALTER TABLE public.regiozwolle_searchreading ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.regiozwolle_searchreading_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.regiozwolle_searchword (
    id bigint NOT NULL,
    word character varying(60) NOT NULL,
    stem character varying(60) NOT NULL,
    parts character varying(60)[] NOT NULL,
    entries integer NOT NULL,
    CONSTRAINT regiozwolle_searchword_entries_check CHECK ((entries >= 0))
);
ALTER TABLE public.regiozwolle_searchword ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.regiozwolle_searchword_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.regiozwolle_seededentry (
    id bigint NOT NULL,
    key character varying(300) NOT NULL,
    object_id bigint NOT NULL
);
ALTER TABLE public.regiozwolle_seededentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.regiozwolle_seededentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.regiozwolle_weeklymail (
    id bigint NOT NULL,
    week_on date NOT NULL,
    bodies character varying(500) NOT NULL,
    subject character varying(250) NOT NULL,
    told jsonb NOT NULL,
    written_at timestamp with time zone NOT NULL,
    reader_id bigint NOT NULL,
    CONSTRAINT weekly_mail_week_on_is_believable CHECK ((((week_on >= '2000-01-01'::date) AND (week_on <= '2050-12-31'::date)) OR (week_on IS NULL)))
);
ALTER TABLE public.regiozwolle_weeklymail ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.regiozwolle_weeklymail_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.regiozwolle_weeklyreader (
    id bigint NOT NULL,
    stopped_at timestamp with time zone,
    contact_point_id bigint,
    user_id bigint,
    CONSTRAINT a_weekly_reader_is_a_user_or_a_contact_point CHECK ((((contact_point_id IS NOT NULL) AND (user_id IS NULL)) OR ((contact_point_id IS NULL) AND (user_id IS NOT NULL))))
);
ALTER TABLE public.regiozwolle_weeklyreader ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.regiozwolle_weeklyreader_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.results_agreedmeasure (
    id bigint NOT NULL,
    measure character varying(300) NOT NULL,
    agreed_by character varying(200) NOT NULL,
    agreed_on date,
    due_on date,
    note character varying(300) NOT NULL,
    element_id bigint NOT NULL,
    measured_by_id bigint,
    source_id bigint NOT NULL,
    CONSTRAINT agreed_measure_agreed_on_is_believable CHECK ((((agreed_on >= '2000-01-01'::date) AND (agreed_on <= '2050-12-31'::date)) OR (agreed_on IS NULL))),
    CONSTRAINT agreed_measure_due_on_is_believable CHECK ((((due_on >= '2000-01-01'::date) AND (due_on <= '2050-12-31'::date)) OR (due_on IS NULL))),
    CONSTRAINT agreed_measure_says_what_and_by_whom CHECK (((NOT ((measure)::text = ''::text)) AND (NOT ((agreed_by)::text = ''::text))))
);
ALTER TABLE public.results_agreedmeasure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.results_agreedmeasure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.results_confirmationrequest (
    id bigint CONSTRAINT results_enquiry_id_not_null NOT NULL,
    quarter_on date CONSTRAINT results_enquiry_quarter_on_not_null NOT NULL,
    sent_at timestamp with time zone,
    owner_id bigint CONSTRAINT results_enquiry_owner_id_not_null NOT NULL
);
CREATE TABLE public.results_correction (
    id bigint NOT NULL,
    old_qualifier character varying(24) NOT NULL,
    old_value numeric(16,2) NOT NULL,
    new_qualifier character varying(24) NOT NULL,
    new_value numeric(16,2) NOT NULL,
    reason character varying(400) NOT NULL,
    corrected_on date NOT NULL,
    source_id bigint NOT NULL,
    measurement_id bigint,
    figure character varying(160) NOT NULL,
    indicator_id bigint,
    is_example boolean NOT NULL,
    measured_on date NOT NULL,
    measured_when character varying(240) NOT NULL,
    unit character varying(40) NOT NULL,
    CONSTRAINT correction_changes_the_value CHECK ((NOT (((old_qualifier)::text = (new_qualifier)::text) AND (old_value = new_value)))),
    CONSTRAINT correction_has_a_reason CHECK ((NOT ((reason)::text = ''::text)))
);
ALTER TABLE public.results_correction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.results_correction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.results_confirmationrequest ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.results_enquiry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.results_funding (
    id bigint NOT NULL,
    funder character varying(12) NOT NULL,
    year smallint,
    counts boolean NOT NULL,
    description character varying(200) NOT NULL,
    qualifier character varying(24) NOT NULL,
    committed numeric(14,2),
    spent numeric(14,2),
    reference_on date NOT NULL,
    reference_text character varying(60) NOT NULL,
    note character varying(300) NOT NULL,
    source_id bigint NOT NULL,
    programme_id bigint,
    project_id bigint,
    CONSTRAINT funding_funder_is_known CHECK (((funder)::text = ANY (ARRAY[('rijk'::character varying)::text, ('provincie'::character varying)::text, ('gemeenten'::character varying)::text, ('regio'::character varying)::text, ('samen'::character varying)::text, ('overig'::character varying)::text]))),
    CONSTRAINT funding_is_for_a_programme_or_a_project CHECK ((((programme_id IS NOT NULL) AND (project_id IS NULL)) OR ((programme_id IS NULL) AND (project_id IS NOT NULL)))),
    CONSTRAINT funding_is_not_negative CHECK ((((committed >= (0)::numeric) OR (committed IS NULL)) AND ((spent >= (0)::numeric) OR (spent IS NULL)))),
    CONSTRAINT funding_reference_on_is_believable CHECK ((((reference_on >= '2000-01-01'::date) AND (reference_on <= '2050-12-31'::date)) OR (reference_on IS NULL))),
    CONSTRAINT funding_year_is_believable CHECK ((((year >= 2000) AND (year <= 2050)) OR (year IS NULL))),
    CONSTRAINT results_funding_year_check CHECK ((year >= 0))
);
ALTER TABLE public.results_funding ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.results_funding_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.results_goalweight (
    id bigint NOT NULL,
    weight smallint NOT NULL,
    reason character varying(300) NOT NULL,
    element_id bigint NOT NULL,
    CONSTRAINT goal_weight_has_a_reason CHECK ((NOT ((reason)::text = ''::text))),
    CONSTRAINT goal_weight_is_between_1_and_10 CHECK (((weight >= 1) AND (weight <= 10))),
    CONSTRAINT results_goalweight_weight_check CHECK ((weight >= 0))
);
ALTER TABLE public.results_goalweight ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.results_goalweight_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.results_indicator (
    id bigint NOT NULL,
    slug character varying(80) NOT NULL,
    name character varying(160) NOT NULL,
    nature character varying(16) NOT NULL,
    sentence character varying(300) NOT NULL,
    definition text NOT NULL,
    unit character varying(40) NOT NULL,
    scope character varying(16) NOT NULL,
    attribution character varying(20) NOT NULL,
    attribution_reason character varying(200) NOT NULL,
    warning character varying(400) NOT NULL,
    message character varying(200) NOT NULL,
    headline_position smallint,
    is_example boolean NOT NULL,
    direction character varying(8) NOT NULL,
    check_every smallint,
    keeps_for smallint,
    next_expected_on date,
    rule character varying(8) NOT NULL,
    margin smallint NOT NULL,
    wide_margin smallint NOT NULL,
    owner_id bigint,
    public_from timestamp with time zone,
    public_until timestamp with time zone,
    per_inhabitant boolean NOT NULL,
    wider_aims character varying(24)[] DEFAULT '{}'::character varying(24)[] NOT NULL,
    four_eyes boolean DEFAULT false NOT NULL,
    CONSTRAINT a_judged_indicator_has_a_direction CHECK ((((rule)::text = 'geen'::text) OR (NOT ((direction)::text = 'geen'::text)))),
    CONSTRAINT indicator_attribution_is_known CHECK (((attribution)::text = ANY (ARRAY[('lokaal'::character varying)::text, ('gedeeld'::character varying)::text, ('niet-toe-te-rekenen'::character varying)::text]))),
    CONSTRAINT indicator_check_every_is_not_0 CHECK ((check_every >= 1)),
    CONSTRAINT indicator_direction_is_known CHECK (((direction)::text = ANY (ARRAY[('meer'::character varying)::text, ('minder'::character varying)::text, ('geen'::character varying)::text]))),
    CONSTRAINT indicator_is_public_before_it_ends CHECK (((public_until IS NULL) OR ((public_from IS NOT NULL) AND (public_until > public_from)))),
    CONSTRAINT indicator_keeps_for_is_not_0 CHECK ((keeps_for >= 1)),
    CONSTRAINT indicator_margins_widen CHECK (((margin <= wide_margin) AND (wide_margin <= 100))),
    CONSTRAINT indicator_nature_is_known CHECK (((nature)::text = ANY (ARRAY[('bereikt'::character varying)::text, ('toegezegd'::character varying)::text, ('geinvesteerd'::character varying)::text, ('context'::character varying)::text]))),
    CONSTRAINT indicator_next_expected_on_is_believable CHECK ((((next_expected_on >= '2000-01-01'::date) AND (next_expected_on <= '2050-12-31'::date)) OR (next_expected_on IS NULL))),
    CONSTRAINT indicator_rule_is_known CHECK (((rule)::text = ANY (ARRAY[('geen'::character varying)::text, ('tempo'::character varying)::text, ('vorige'::character varying)::text]))),
    CONSTRAINT indicator_scope_is_known CHECK (((scope)::text = ANY (ARRAY[('regio'::character varying)::text, ('nederland'::character varying)::text, ('oost-nederland'::character varying)::text, ('partner'::character varying)::text]))),
    CONSTRAINT indicator_wider_aims_are_known CHECK ((wider_aims <@ ARRAY['sdg-1'::character varying(24), 'sdg-2'::character varying(24), 'sdg-3'::character varying(24), 'sdg-4'::character varying(24), 'sdg-5'::character varying(24), 'sdg-6'::character varying(24), 'sdg-7'::character varying(24), 'sdg-8'::character varying(24), 'sdg-9'::character varying(24), 'sdg-10'::character varying(24), 'sdg-11'::character varying(24), 'sdg-12'::character varying(24), 'sdg-13'::character varying(24), 'sdg-14'::character varying(24), 'sdg-15'::character varying(24), 'sdg-16'::character varying(24), 'sdg-17'::character varying(24), 'bw-welzijn'::character varying(24), 'bw-materiele-welvaart'::character varying(24), 'bw-gezondheid'::character varying(24), 'bw-arbeid-en-vrije-tijd'::character varying(24), 'bw-wonen'::character varying(24), 'bw-samenleving'::character varying(24), 'bw-veiligheid'::character varying(24), 'bw-milieu'::character varying(24)])),
    CONSTRAINT results_indicator_check_every_check CHECK ((check_every >= 0)),
    CONSTRAINT results_indicator_headline_position_check CHECK ((headline_position >= 0)),
    CONSTRAINT results_indicator_keeps_for_check CHECK ((keeps_for >= 0)),
    CONSTRAINT results_indicator_margin_check CHECK ((margin >= 0)),
    CONSTRAINT results_indicator_wide_margin_check CHECK ((wide_margin >= 0))
);
CREATE TABLE public.results_indicator_elements (
    id bigint NOT NULL,
    indicator_id bigint NOT NULL,
    element_id bigint NOT NULL
);
ALTER TABLE public.results_indicator_elements ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.results_indicator_elements_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.results_indicator ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.results_indicator_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.results_latereminder (
    id bigint NOT NULL,
    due_on date NOT NULL,
    reminded_at timestamp with time zone NOT NULL,
    indicator_id bigint NOT NULL,
    owner_id bigint
);
ALTER TABLE public.results_latereminder ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.results_latereminder_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.results_measurement (
    id bigint NOT NULL,
    scope character varying(16) NOT NULL,
    qualifier character varying(24) NOT NULL,
    value numeric(16,2) NOT NULL,
    reference_on date NOT NULL,
    reference_text character varying(60) NOT NULL,
    reference_until date,
    certainty character varying(12) NOT NULL,
    comparable boolean NOT NULL,
    note character varying(400) NOT NULL,
    checked_on date,
    checked_by character varying(120) NOT NULL,
    indicator_id bigint NOT NULL,
    partner_id bigint,
    source_id bigint NOT NULL,
    money_role character varying(12) NOT NULL,
    beside_because character varying(300) NOT NULL,
    counts boolean NOT NULL,
    CONSTRAINT measurement_certainty_is_known CHECK (((certainty)::text = ANY (ARRAY[('voorlopig'::character varying)::text, ('definitief'::character varying)::text, ('schatting'::character varying)::text, ('afgeleid'::character varying)::text, ('gecorrigeerd'::character varying)::text, ('onbekend'::character varying)::text]))),
    CONSTRAINT measurement_checked_on_is_believable CHECK ((((checked_on >= '2000-01-01'::date) AND (checked_on <= '2050-12-31'::date)) OR (checked_on IS NULL))),
    CONSTRAINT measurement_counts_or_says_why_not CHECK (((counts AND ((beside_because)::text = ''::text)) OR ((NOT counts) AND (NOT ((beside_because)::text = ''::text))))),
    CONSTRAINT measurement_ends_after_it_starts CHECK (((reference_until >= reference_on) OR (reference_until IS NULL) OR (reference_on IS NULL))),
    CONSTRAINT measurement_is_paid_or_got_by_a_partner CHECK ((((money_role)::text = ''::text) OR (((money_role)::text = ANY (ARRAY[('betaalt'::character varying)::text, ('krijgt'::character varying)::text])) AND (partner_id IS NOT NULL)))),
    CONSTRAINT measurement_names_a_partner_or_a_wider_area CHECK ((((partner_id IS NOT NULL) AND ((scope)::text = 'partner'::text)) OR ((NOT ((scope)::text = 'partner'::text)) AND (partner_id IS NULL)))),
    CONSTRAINT measurement_reference_on_is_believable CHECK ((((reference_on >= '2000-01-01'::date) AND (reference_on <= '2050-12-31'::date)) OR (reference_on IS NULL))),
    CONSTRAINT measurement_reference_until_is_believable CHECK ((((reference_until >= '2000-01-01'::date) AND (reference_until <= '2050-12-31'::date)) OR (reference_until IS NULL))),
    CONSTRAINT measurement_scope_is_known CHECK (((scope)::text = ANY (ARRAY[('regio'::character varying)::text, ('nederland'::character varying)::text, ('oost-nederland'::character varying)::text, ('partner'::character varying)::text]))),
    CONSTRAINT measurement_tells_who_checked_and_when CHECK (((((checked_by)::text = ''::text) AND (checked_on IS NULL)) OR ((checked_on IS NOT NULL) AND (NOT ((checked_by)::text = ''::text)))))
);
ALTER TABLE public.results_measurement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.results_measurement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.results_override (
    id bigint NOT NULL,
    status character varying(16) NOT NULL,
    reason character varying(400) NOT NULL,
    set_by character varying(120) NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    indicator_id bigint NOT NULL,
    CONSTRAINT override_ends_after_it_starts CHECK (((ends_on >= starts_on) OR (ends_on IS NULL) OR (starts_on IS NULL))),
    CONSTRAINT override_ends_on_is_believable CHECK ((((ends_on >= '2000-01-01'::date) AND (ends_on <= '2050-12-31'::date)) OR (ends_on IS NULL))),
    CONSTRAINT override_has_a_reason_and_a_name CHECK (((NOT ((reason)::text = ''::text)) AND (NOT ((set_by)::text = ''::text)))),
    CONSTRAINT override_starts_on_is_believable CHECK ((((starts_on >= '2000-01-01'::date) AND (starts_on <= '2050-12-31'::date)) OR (starts_on IS NULL))),
    CONSTRAINT override_status_is_known CHECK (((status)::text = ANY (ARRAY[('gehaald'::character varying)::text, ('op-koers'::character varying)::text, ('aandacht'::character varying)::text, ('niet-op-koers'::character varying)::text, ('vooruit'::character varying)::text, ('gelijk'::character varying)::text, ('achteruit'::character varying)::text, ('gemist'::character varying)::text, ('niet-gemeten'::character varying)::text, ('niet-meetbaar'::character varying)::text, ('niet-te-zeggen'::character varying)::text, ('omstreden'::character varying)::text, ('verouderd'::character varying)::text])))
);
ALTER TABLE public.results_override ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.results_override_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.results_owner (
    id bigint NOT NULL,
    role character varying(120) NOT NULL,
    email character varying(254) NOT NULL,
    partner_id bigint NOT NULL,
    declined_at timestamp with time zone
);
ALTER TABLE public.results_owner ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.results_owner_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.results_programme (
    id bigint NOT NULL,
    slug character varying(80) NOT NULL,
    name character varying(160) NOT NULL,
    "position" smallint NOT NULL,
    summary text NOT NULL,
    period_text character varying(60) NOT NULL,
    starts_on date,
    ends_on date,
    project_count smallint,
    note text NOT NULL,
    is_example boolean NOT NULL,
    parent_id bigint,
    source_id bigint NOT NULL,
    public_from timestamp with time zone,
    public_until timestamp with time zone,
    CONSTRAINT programme_ends_after_it_starts CHECK (((ends_on >= starts_on) OR (ends_on IS NULL) OR (starts_on IS NULL))),
    CONSTRAINT programme_ends_on_is_believable CHECK ((((ends_on >= '2000-01-01'::date) AND (ends_on <= '2050-12-31'::date)) OR (ends_on IS NULL))),
    CONSTRAINT programme_is_not_its_own_parent CHECK ((NOT ((parent_id = id) AND (parent_id IS NOT NULL)))),
    CONSTRAINT programme_is_public_before_it_ends CHECK (((public_until IS NULL) OR ((public_from IS NOT NULL) AND (public_until > public_from)))),
    CONSTRAINT programme_starts_on_is_believable CHECK ((((starts_on >= '2000-01-01'::date) AND (starts_on <= '2050-12-31'::date)) OR (starts_on IS NULL))),
    CONSTRAINT results_programme_position_check CHECK (("position" >= 0)),
    CONSTRAINT results_programme_project_count_check CHECK ((project_count >= 0))
);
CREATE TABLE public.results_programme_elements (
    id bigint NOT NULL,
    programme_id bigint NOT NULL,
    element_id bigint NOT NULL
);
ALTER TABLE public.results_programme_elements ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.results_programme_elements_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.results_programme ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.results_programme_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.results_project (
    id bigint NOT NULL,
    slug character varying(80) NOT NULL,
    name character varying(160) NOT NULL,
    "position" smallint NOT NULL,
    status character varying(12) CONSTRAINT results_project_standing_not_null NOT NULL,
    summary text NOT NULL,
    period_text character varying(80) NOT NULL,
    part_count smallint,
    note text NOT NULL,
    parent_id bigint,
    programme_id bigint NOT NULL,
    source_id bigint NOT NULL,
    public_from timestamp with time zone,
    public_until timestamp with time zone,
    CONSTRAINT project_is_not_its_own_part CHECK ((NOT ((parent_id = id) AND (parent_id IS NOT NULL)))),
    CONSTRAINT project_is_public_before_it_ends CHECK (((public_until IS NULL) OR ((public_from IS NOT NULL) AND (public_until > public_from)))),
    CONSTRAINT project_status_is_known CHECK (((status)::text = ANY (ARRAY[('bevestigd'::character varying)::text, ('vermoed'::character varying)::text]))),
    CONSTRAINT results_project_part_count_check CHECK ((part_count >= 0)),
    CONSTRAINT results_project_position_check CHECK (("position" >= 0))
);
CREATE TABLE public.results_project_elements (
    id bigint NOT NULL,
    project_id bigint NOT NULL,
    element_id bigint NOT NULL
);
ALTER TABLE public.results_project_elements ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.results_project_elements_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.results_project ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.results_project_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.results_projectpartner (
    id bigint NOT NULL,
    role character varying(24) NOT NULL,
    partner_id bigint NOT NULL,
    project_id bigint NOT NULL,
    CONSTRAINT project_partner_role_is_known CHECK (((role)::text = ANY (ARRAY[('trekker'::character varying)::text, ('vermoedelijk-trekker'::character varying)::text, ('partner'::character varying)::text, ('contractpartner'::character varying)::text, ('gebied'::character varying)::text])))
);
ALTER TABLE public.results_projectpartner ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.results_projectpartner_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.results_projectphase (
    id bigint NOT NULL,
    kind character varying(16) NOT NULL,
    starts_on date,
    ends_on date,
    text character varying(120) NOT NULL,
    project_id bigint NOT NULL,
    source_id bigint NOT NULL,
    CONSTRAINT project_phase_ends_after_it_starts CHECK (((ends_on >= starts_on) OR (ends_on IS NULL) OR (starts_on IS NULL))),
    CONSTRAINT project_phase_ends_on_is_believable CHECK ((((ends_on >= '2000-01-01'::date) AND (ends_on <= '2050-12-31'::date)) OR (ends_on IS NULL))),
    CONSTRAINT project_phase_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('voorbereiding'::character varying)::text, ('uitvoering'::character varying)::text, ('gebruik'::character varying)::text, ('evaluatie'::character varying)::text]))),
    CONSTRAINT project_phase_starts_on_is_believable CHECK ((((starts_on >= '2000-01-01'::date) AND (starts_on <= '2050-12-31'::date)) OR (starts_on IS NULL)))
);
ALTER TABLE public.results_projectphase ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.results_projectphase_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.results_projectresult (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    nature character varying(12) NOT NULL,
    text character varying(240) NOT NULL,
    date_text character varying(60) NOT NULL,
    attribution character varying(20) NOT NULL,
    indicator_id bigint,
    project_id bigint NOT NULL,
    source_id bigint NOT NULL,
    confidence character varying(12) DEFAULT 'onbekend'::character varying NOT NULL,
    effect character varying(12) DEFAULT 'onbekend'::character varying NOT NULL,
    CONSTRAINT an_effect_is_on_a_figure CHECK (((indicator_id IS NOT NULL) OR ((effect)::text = 'onbekend'::text))),
    CONSTRAINT project_result_attribution_is_known CHECK (((attribution)::text = ANY (ARRAY[('lokaal'::character varying)::text, ('gedeeld'::character varying)::text, ('niet-toe-te-rekenen'::character varying)::text]))),
    CONSTRAINT project_result_confidence_is_known CHECK (((confidence)::text = ANY (ARRAY[('onderbouwd'::character varying)::text, ('aannemelijk'::character varying)::text, ('onzeker'::character varying)::text, ('onbekend'::character varying)::text]))),
    CONSTRAINT project_result_effect_is_known CHECK (((effect)::text = ANY (ARRAY[('gunstig'::character varying)::text, ('ongunstig'::character varying)::text, ('onbekend'::character varying)::text]))),
    CONSTRAINT project_result_nature_is_known CHECK (((nature)::text = ANY (ARRAY[('beoogd'::character varying)::text, ('bereikt'::character varying)::text]))),
    CONSTRAINT results_projectresult_position_check CHECK (("position" >= 0)),
    CONSTRAINT what_is_sure_is_an_effect CHECK (((NOT ((effect)::text = 'onbekend'::text)) OR ((confidence)::text = 'onbekend'::text)))
);
ALTER TABLE public.results_projectresult ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.results_projectresult_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.results_proposal (
    id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    qualifier character varying(24) NOT NULL,
    value numeric(16,2),
    reference_on date,
    note character varying(400) NOT NULL,
    received_at timestamp with time zone NOT NULL,
    state character varying(12) CONSTRAINT results_proposal_verdict_not_null NOT NULL,
    judged_at timestamp with time zone,
    confirmation_request_id bigint,
    indicator_id bigint NOT NULL,
    judged_by_id bigint,
    measurement_id bigint,
    partner_id bigint,
    answer character varying(400) NOT NULL,
    proposed_by_id bigint,
    "row" jsonb,
    target_id bigint,
    CONSTRAINT proposal_has_a_value_unless_it_confirms CHECK (((((kind)::text = 'klopt'::text) AND (value IS NULL)) OR ((NOT ((kind)::text = 'klopt'::text)) AND (value IS NOT NULL)))),
    CONSTRAINT proposal_is_about_a_measurement_or_a_new_day CHECK (((((kind)::text = 'nieuw'::text) AND (reference_on IS NOT NULL)) OR ((NOT ((kind)::text = 'nieuw'::text)) AND (measurement_id IS NOT NULL)) OR ("row" IS NOT NULL))),
    CONSTRAINT proposal_is_of_an_owner_or_of_the_desk CHECK ((((confirmation_request_id IS NOT NULL) AND ("row" IS NULL)) OR ((confirmation_request_id IS NULL) AND ("row" IS NOT NULL)))),
    CONSTRAINT proposal_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('klopt'::character varying)::text, ('correctie'::character varying)::text, ('nieuw'::character varying)::text, ('weg'::character varying)::text]))),
    CONSTRAINT proposal_reference_on_is_believable CHECK ((((reference_on >= '2000-01-01'::date) AND (reference_on <= '2050-12-31'::date)) OR (reference_on IS NULL))),
    CONSTRAINT proposal_state_is_known CHECK (((state)::text = ANY (ARRAY[('open'::character varying)::text, ('overgenomen'::character varying)::text, ('afgewezen'::character varying)::text, ('ingetrokken'::character varying)::text])))
);
ALTER TABLE public.results_proposal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.results_proposal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.results_report (
    id bigint NOT NULL,
    title character varying(120) NOT NULL,
    slug character varying(60) NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    introduction text NOT NULL,
    is_example boolean NOT NULL,
    frozen_at timestamp with time zone,
    published_at timestamp with time zone,
    content jsonb,
    previous_id bigint,
    woo_category character varying(10) DEFAULT ''::character varying NOT NULL,
    CONSTRAINT report_ends_after_it_starts CHECK (((ends_on >= starts_on) OR (ends_on IS NULL) OR (starts_on IS NULL))),
    CONSTRAINT report_ends_on_is_believable CHECK ((((ends_on >= '2000-01-01'::date) AND (ends_on <= '2050-12-31'::date)) OR (ends_on IS NULL))),
    CONSTRAINT report_is_frozen_as_a_whole CHECK ((((content IS NULL) AND (frozen_at IS NULL) AND (previous_id IS NULL)) OR ((content IS NOT NULL) AND (frozen_at IS NOT NULL)))),
    CONSTRAINT report_is_frozen_before_it_is_published CHECK (((published_at IS NULL) OR (frozen_at IS NOT NULL))),
    CONSTRAINT report_is_not_its_own_previous CHECK ((NOT ((previous_id = id) AND (previous_id IS NOT NULL)))),
    CONSTRAINT report_starts_on_is_believable CHECK ((((starts_on >= '2000-01-01'::date) AND (starts_on <= '2050-12-31'::date)) OR (starts_on IS NULL))),
    CONSTRAINT report_woo_category_is_known CHECK (((woo_category)::text = ANY (ARRAY[(''::character varying)::text, ('c_139c6280'::character varying)::text, ('c_aab6bfc7'::character varying)::text, ('c_759721e2'::character varying)::text, ('c_40a05794'::character varying)::text, ('c_89ee6784'::character varying)::text, ('c_8c840238'::character varying)::text, ('c_c76862ab'::character varying)::text, ('c_db4862c3'::character varying)::text, ('c_3a248e3a'::character varying)::text, ('c_99a836c7'::character varying)::text, ('c_8fc2335c'::character varying)::text, ('c_c6cd1213'::character varying)::text, ('c_cf268088'::character varying)::text, ('c_3baef532'::character varying)::text, ('c_fdaee95e'::character varying)::text, ('c_46a81018'::character varying)::text, ('c_a870c43d'::character varying)::text, ('c_816e508d'::character varying)::text])))
);
ALTER TABLE public.results_report ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.results_report_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.results_target (
    id bigint NOT NULL,
    qualifier character varying(24) NOT NULL,
    value numeric(16,2) NOT NULL,
    due_on date,
    due_text character varying(60) NOT NULL,
    baseline_value numeric(16,2),
    baseline_on date,
    note character varying(400) NOT NULL,
    indicator_id bigint NOT NULL,
    source_id bigint NOT NULL,
    CONSTRAINT target_baseline_on_is_believable CHECK ((((baseline_on >= '2000-01-01'::date) AND (baseline_on <= '2050-12-31'::date)) OR (baseline_on IS NULL))),
    CONSTRAINT target_due_on_is_believable CHECK ((((due_on >= '2000-01-01'::date) AND (due_on <= '2050-12-31'::date)) OR (due_on IS NULL))),
    CONSTRAINT target_has_a_whole_baseline CHECK ((((baseline_on IS NULL) AND (baseline_value IS NULL)) OR ((baseline_on IS NOT NULL) AND (baseline_value IS NOT NULL)))),
    CONSTRAINT target_lies_after_its_baseline CHECK (((due_on IS NULL) OR (baseline_on IS NULL) OR (due_on > baseline_on)))
);
ALTER TABLE public.results_target ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.results_target_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.results_tariff (
    id bigint NOT NULL,
    purpose character varying(120) NOT NULL,
    year smallint NOT NULL,
    payer character varying(16) NOT NULL,
    amount numeric(8,4) NOT NULL,
    inhabitants_on date,
    note character varying(300) NOT NULL,
    element_id bigint,
    source_id bigint NOT NULL,
    CONSTRAINT results_tariff_year_check CHECK ((year >= 0)),
    CONSTRAINT tariff_inhabitants_on_is_believable CHECK ((((inhabitants_on >= '2000-01-01'::date) AND (inhabitants_on <= '2050-12-31'::date)) OR (inhabitants_on IS NULL))),
    CONSTRAINT tariff_is_not_negative CHECK ((amount >= (0)::numeric)),
    CONSTRAINT tariff_payer_is_known CHECK (((payer)::text = ANY (ARRAY[('gemeente'::character varying)::text, ('provincie'::character varying)::text]))),
    CONSTRAINT tariff_says_what_it_is_for CHECK ((((element_id IS NOT NULL) AND (inhabitants_on IS NOT NULL) AND ((purpose)::text = ''::text)) OR ((element_id IS NULL) AND (NOT ((purpose)::text = ''::text))))),
    CONSTRAINT tariff_year_is_believable CHECK ((((year >= 2000) AND (year <= 2050)) OR (year IS NULL)))
);
ALTER TABLE public.results_tariff ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.results_tariff_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.socialaccount_socialaccount (
    id integer NOT NULL,
    provider character varying(200) NOT NULL,
    uid character varying(191) NOT NULL,
    last_login timestamp with time zone NOT NULL,
    date_joined timestamp with time zone NOT NULL,
    extra_data jsonb NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.socialaccount_socialaccount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.socialaccount_socialaccount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.socialaccount_socialapp (
    id integer NOT NULL,
    provider character varying(30) NOT NULL,
    name character varying(40) NOT NULL,
    client_id character varying(191) NOT NULL,
    secret character varying(191) NOT NULL,
    key character varying(191) NOT NULL,
    provider_id character varying(200) NOT NULL,
    settings jsonb NOT NULL
);
ALTER TABLE public.socialaccount_socialapp ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.socialaccount_socialapp_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.socialaccount_socialtoken (
    id integer NOT NULL,
    token text NOT NULL,
    token_secret text NOT NULL,
    expires_at timestamp with time zone,
    account_id integer NOT NULL,
    app_id integer
);
ALTER TABLE public.socialaccount_socialtoken ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.socialaccount_socialtoken_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE ONLY public.procrastinate_events ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_events_id_seq'::regclass);
ALTER TABLE ONLY public.procrastinate_jobs ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_jobs_id_seq'::regclass);
ALTER TABLE ONLY public.procrastinate_periodic_defers ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_periodic_defers_id_seq'::regclass);
ALTER TABLE ONLY public.ground_openform
    ADD CONSTRAINT a_form_is_open_once_per_person UNIQUE (user_id, subject, object_id);
ALTER TABLE ONLY public.deciding_founditem
    ADD CONSTRAINT a_found_item_is_kept_once_per_meeting UNIQUE (meeting_id, external_id);
ALTER TABLE ONLY public.deciding_foundmeeting
    ADD CONSTRAINT a_found_meeting_is_kept_once_per_source UNIQUE (council_source_id, external_id);
ALTER TABLE ONLY public.partners_mandate
    ADD CONSTRAINT a_mandate_does_not_overlap_itself EXCLUDE USING gist (user_id WITH =, body_id WITH =, capacity WITH =, daterange(starts_on, ends_on, '[]'::text) WITH &&);
ALTER TABLE ONLY public.results_agreedmeasure
    ADD CONSTRAINT a_measure_is_agreed_once_for_a_goal UNIQUE (element_id, measure);
ALTER TABLE ONLY public.results_projectpartner
    ADD CONSTRAINT a_partner_has_a_role_in_a_project_once UNIQUE (project_id, partner_id, role);
ALTER TABLE ONLY public.deciding_dossierphrase
    ADD CONSTRAINT a_phrase_stands_once_at_a_dossier UNIQUE (dossier_id, phrase);
ALTER TABLE ONLY public.deciding_refusedparticipation
    ADD CONSTRAINT a_proposed_participation_is_refused_once UNIQUE (decision_id, element_id, status);
ALTER TABLE ONLY public.partners_recess
    ADD CONSTRAINT a_recess_does_not_overlap_another EXCLUDE USING gist (body_id WITH =, daterange(starts_on, ends_on, '[]'::text) WITH &&);
ALTER TABLE ONLY public.results_projectresult
    ADD CONSTRAINT a_result_is_told_once_per_project UNIQUE (project_id, text);
ALTER TABLE ONLY public.results_owner
    ADD CONSTRAINT a_role_at_a_partner_owns_once UNIQUE (partner_id, role);
ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_email_987c8728_uniq UNIQUE (user_id, email);
ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_key_key UNIQUE (key);
ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.agenda_action
    ADD CONSTRAINT agenda_action_pkey PRIMARY KEY (id);
ALTER TABLE public.agenda_action
    ADD CONSTRAINT agenda_action_text_is_limited CHECK ((char_length(text) <= 5000)) NOT VALID;
ALTER TABLE public.agenda_agenda
    ADD CONSTRAINT agenda_agenda_introduction_is_limited CHECK ((char_length(introduction) <= 20000)) NOT VALID;
ALTER TABLE ONLY public.agenda_agenda
    ADD CONSTRAINT agenda_agenda_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.agenda_agenda
    ADD CONSTRAINT agenda_agenda_slug_key UNIQUE (slug);
ALTER TABLE public.agenda_agenda
    ADD CONSTRAINT agenda_agenda_status_note_is_limited CHECK ((char_length(status_note) <= 5000)) NOT VALID;
ALTER TABLE ONLY public.agenda_element
    ADD CONSTRAINT agenda_element_code_key UNIQUE (code);
ALTER TABLE ONLY public.agenda_element
    ADD CONSTRAINT agenda_element_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.agenda_elementlink
    ADD CONSTRAINT agenda_elementlink_pkey PRIMARY KEY (id);
ALTER TABLE public.agenda_keypoint
    ADD CONSTRAINT agenda_keypoint_text_is_limited CHECK ((char_length(text) <= 2000)) NOT VALID;
ALTER TABLE ONLY public.agenda_milestone
    ADD CONSTRAINT agenda_milestone_pkey PRIMARY KEY (id);
ALTER TABLE public.agenda_milestone
    ADD CONSTRAINT agenda_milestone_text_is_limited CHECK ((char_length(text) <= 5000)) NOT VALID;
ALTER TABLE ONLY public.agenda_participation
    ADD CONSTRAINT agenda_participation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.agenda_priority
    ADD CONSTRAINT agenda_priority_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.agenda_publicationrequest
    ADD CONSTRAINT agenda_publicationrequest_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.agenda_publicationrequest
    ADD CONSTRAINT agenda_publicationrequest_version_id_key UNIQUE (version_id);
ALTER TABLE ONLY public.agenda_keypoint
    ADD CONSTRAINT agenda_statement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.agenda_succession
    ADD CONSTRAINT agenda_succession_pkey PRIMARY KEY (id);
ALTER TABLE public.agenda_version
    ADD CONSTRAINT agenda_version_note_is_limited CHECK ((char_length(note) <= 5000)) NOT VALID;
ALTER TABLE ONLY public.agenda_version
    ADD CONSTRAINT agenda_version_pkey PRIMARY KEY (id);
ALTER TABLE public.agenda_wording
    ADD CONSTRAINT agenda_wording_explanation_is_limited CHECK ((char_length(explanation) <= 20000)) NOT VALID;
ALTER TABLE public.agenda_wording
    ADD CONSTRAINT agenda_wording_markup_is_limited CHECK ((char_length(markup) <= 50000)) NOT VALID;
ALTER TABLE ONLY public.agenda_wording
    ADD CONSTRAINT agenda_wording_pkey PRIMARY KEY (id);
ALTER TABLE public.agenda_wording
    ADD CONSTRAINT agenda_wording_text_is_limited CHECK ((char_length(text) <= 50000)) NOT VALID;
ALTER TABLE ONLY public.regiozwolle_event
    ADD CONSTRAINT an_event_is_made_once UNIQUE (change_id, place);
ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.ground_filechunk
    ADD CONSTRAINT chunks_are_counted UNIQUE (file_id, "position");
ALTER TABLE ONLY public.consultation_answer
    ADD CONSTRAINT consultation_answer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.consultation_answer_points
    ADD CONSTRAINT consultation_answer_points_answer_id_point_id_324f1ea6_uniq UNIQUE (answer_id, point_id);
ALTER TABLE ONLY public.consultation_answer_points
    ADD CONSTRAINT consultation_answer_points_pkey PRIMARY KEY (id);
ALTER TABLE public.consultation_answer
    ADD CONSTRAINT consultation_answer_reason_is_limited CHECK ((char_length(reason) <= 20000)) NOT VALID;
ALTER TABLE ONLY public.consultation_answer_wordings
    ADD CONSTRAINT consultation_answer_wordings_answer_id_wording_id_4f80c1b6_uniq UNIQUE (answer_id, wording_id);
ALTER TABLE ONLY public.consultation_answer_wordings
    ADD CONSTRAINT consultation_answer_wordings_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.consultation_answermail
    ADD CONSTRAINT consultation_answermail_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.consultation_answerstate
    ADD CONSTRAINT consultation_answerstate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.consultation_answertemplate
    ADD CONSTRAINT consultation_answertemplate_name_key UNIQUE (name);
ALTER TABLE ONLY public.consultation_answertemplate
    ADD CONSTRAINT consultation_answertemplate_pkey PRIMARY KEY (id);
ALTER TABLE public.consultation_answertemplate
    ADD CONSTRAINT consultation_answertemplate_reason_is_limited CHECK ((char_length(reason) <= 20000)) NOT VALID;
ALTER TABLE ONLY public.consultation_assent
    ADD CONSTRAINT consultation_assent_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.consultation_attendance
    ADD CONSTRAINT consultation_company_pkey PRIMARY KEY (id);
ALTER TABLE public.consultation_consultation
    ADD CONSTRAINT consultation_consultation_asked_of_is_limited CHECK ((char_length(asked_of) <= 5000)) NOT VALID;
ALTER TABLE public.consultation_consultation
    ADD CONSTRAINT consultation_consultation_decided_by_is_limited CHECK ((char_length(decided_by) <= 5000)) NOT VALID;
ALTER TABLE public.consultation_consultation
    ADD CONSTRAINT consultation_consultation_effect_is_limited CHECK ((char_length(effect) <= 5000)) NOT VALID;
ALTER TABLE public.consultation_consultation
    ADD CONSTRAINT consultation_consultation_note_is_limited CHECK ((char_length(note) <= 5000)) NOT VALID;
ALTER TABLE ONLY public.consultation_consultation
    ADD CONSTRAINT consultation_consultation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.consultation_consultation
    ADD CONSTRAINT consultation_consultation_slug_key UNIQUE (slug);
ALTER TABLE public.consultation_consultation
    ADD CONSTRAINT consultation_consultation_summary_is_limited CHECK ((char_length(summary) <= 5000)) NOT VALID;
ALTER TABLE ONLY public.deciding_decision
    ADD CONSTRAINT consultation_decision_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.deciding_dossier
    ADD CONSTRAINT consultation_dossier_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.deciding_dossier
    ADD CONSTRAINT consultation_dossier_slug_key UNIQUE (slug);
ALTER TABLE ONLY public.consultation_endorsement
    ADD CONSTRAINT consultation_endorsement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.consultation_tablesession
    ADD CONSTRAINT consultation_evening_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.consultation_extension
    ADD CONSTRAINT consultation_extension_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.consultation_flag
    ADD CONSTRAINT consultation_flag_pkey PRIMARY KEY (id);
ALTER TABLE public.consultation_flag
    ADD CONSTRAINT consultation_flag_reason_is_limited CHECK ((char_length(reason) <= 1000)) NOT VALID;
ALTER TABLE ONLY public.consultation_groupact
    ADD CONSTRAINT consultation_groupact_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.consultation_internallabel
    ADD CONSTRAINT consultation_internallabel_pkey PRIMARY KEY (id);
ALTER TABLE public.consultation_internalnote
    ADD CONSTRAINT consultation_internalnote_text_is_limited CHECK ((char_length(text) <= 20000)) NOT VALID;
ALTER TABLE ONLY public.consultation_invitation_mailed_to
    ADD CONSTRAINT consultation_invitation__invitation_id_user_id_96e0bd64_uniq UNIQUE (invitation_id, user_id);
ALTER TABLE ONLY public.consultation_invitation_mailed_to
    ADD CONSTRAINT consultation_invitation_mailed_to_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.consultation_invitation
    ADD CONSTRAINT consultation_invitation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.consultation_kepttext
    ADD CONSTRAINT consultation_kepttext_letter_id_key UNIQUE (letter_id);
ALTER TABLE ONLY public.consultation_kepttext
    ADD CONSTRAINT consultation_kepttext_pkey PRIMARY KEY (id);
ALTER TABLE public.consultation_letter
    ADD CONSTRAINT consultation_letter_check_remark_is_limited CHECK ((char_length(check_remark) <= 5000)) NOT VALID;
ALTER TABLE public.consultation_letter
    ADD CONSTRAINT consultation_letter_letter_text_is_limited CHECK ((char_length(letter_text) <= 150000)) NOT VALID;
ALTER TABLE public.consultation_letter
    ADD CONSTRAINT consultation_letter_return_remark_is_limited CHECK ((char_length(return_remark) <= 5000)) NOT VALID;
ALTER TABLE ONLY public.consultation_internalnote
    ADD CONSTRAINT consultation_note_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.consultation_point_labels
    ADD CONSTRAINT consultation_point_label_point_id_internallabel_i_bc123d4c_uniq UNIQUE (point_id, internallabel_id);
ALTER TABLE ONLY public.consultation_point_labels
    ADD CONSTRAINT consultation_point_labels_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.consultation_point
    ADD CONSTRAINT consultation_point_pkey PRIMARY KEY (id);
ALTER TABLE public.consultation_point
    ADD CONSTRAINT consultation_point_proposal_is_limited CHECK ((char_length(proposal) <= 20000)) NOT VALID;
ALTER TABLE public.consultation_point
    ADD CONSTRAINT consultation_point_quoted_text_is_limited CHECK ((char_length(quoted_text) <= 50000)) NOT VALID;
ALTER TABLE public.consultation_point
    ADD CONSTRAINT consultation_point_text_is_limited CHECK ((char_length(text) <= 20000)) NOT VALID;
ALTER TABLE ONLY public.consultation_point_themes
    ADD CONSTRAINT consultation_point_themes_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.consultation_point_themes
    ADD CONSTRAINT consultation_point_themes_point_id_theme_id_6510e173_uniq UNIQUE (point_id, theme_id);
ALTER TABLE ONLY public.consultation_publication
    ADD CONSTRAINT consultation_publication_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.consultation_question
    ADD CONSTRAINT consultation_question_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.consultation_redaction
    ADD CONSTRAINT consultation_redaction_pkey PRIMARY KEY (id);
ALTER TABLE public.consultation_redaction
    ADD CONSTRAINT consultation_redaction_proposal_is_limited CHECK ((char_length(proposal) <= 20000)) NOT VALID;
ALTER TABLE public.consultation_redaction
    ADD CONSTRAINT consultation_redaction_text_is_limited CHECK ((char_length(text) <= 20000)) NOT VALID;
ALTER TABLE ONLY public.consultation_reminder
    ADD CONSTRAINT consultation_reminder_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.consultation_removal
    ADD CONSTRAINT consultation_removal_pkey PRIMARY KEY (id);
ALTER TABLE public.consultation_removal
    ADD CONSTRAINT consultation_removal_proposal_is_limited CHECK ((char_length(proposal) <= 20000)) NOT VALID;
ALTER TABLE public.consultation_removal
    ADD CONSTRAINT consultation_removal_text_is_limited CHECK ((char_length(text) <= 20000)) NOT VALID;
ALTER TABLE ONLY public.consultation_reopening
    ADD CONSTRAINT consultation_reopening_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.consultation_reopening
    ADD CONSTRAINT consultation_reopening_point_id_key UNIQUE (point_id);
ALTER TABLE public.consultation_reopening
    ADD CONSTRAINT consultation_reopening_reason_is_limited CHECK ((char_length(reason) <= 5000)) NOT VALID;
ALTER TABLE ONLY public.consultation_letter
    ADD CONSTRAINT consultation_response_number_key UNIQUE (number);
ALTER TABLE ONLY public.consultation_letter
    ADD CONSTRAINT consultation_response_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.consultation_letter
    ADD CONSTRAINT consultation_response_revises_id_key UNIQUE (revises_id);
ALTER TABLE ONLY public.consultation_letter
    ADD CONSTRAINT consultation_response_table_id_key UNIQUE (table_id);
ALTER TABLE ONLY public.consultation_scan
    ADD CONSTRAINT consultation_scan_letter_id_key UNIQUE (letter_id);
ALTER TABLE ONLY public.consultation_scan
    ADD CONSTRAINT consultation_scan_pkey PRIMARY KEY (id);
ALTER TABLE public.consultation_step
    ADD CONSTRAINT consultation_step_description_is_limited CHECK ((char_length(description) <= 5000)) NOT VALID;
ALTER TABLE ONLY public.consultation_step
    ADD CONSTRAINT consultation_step_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.consultation_submission
    ADD CONSTRAINT consultation_submission_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.consultation_discussiontable
    ADD CONSTRAINT consultation_table_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.consultation_discussiontable
    ADD CONSTRAINT consultation_table_token_key UNIQUE (token);
ALTER TABLE public.consultation_theme
    ADD CONSTRAINT consultation_theme_done_is_limited CHECK ((char_length(done) <= 20000)) NOT VALID;
ALTER TABLE public.consultation_theme
    ADD CONSTRAINT consultation_theme_heard_is_limited CHECK ((char_length(heard) <= 20000)) NOT VALID;
ALTER TABLE ONLY public.consultation_theme
    ADD CONSTRAINT consultation_theme_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.deciding_track
    ADD CONSTRAINT consultation_track_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.deciding_trackstep
    ADD CONSTRAINT consultation_trackstep_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.partners_contactpoint
    ADD CONSTRAINT contact_point_is_named_once_per_partner UNIQUE (partner_id, name);
ALTER TABLE public.deciding_ask
    ADD CONSTRAINT deciding_ask_explanation_is_limited CHECK ((char_length(explanation) <= 5000)) NOT VALID;
ALTER TABLE ONLY public.deciding_ask
    ADD CONSTRAINT deciding_ask_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.deciding_askedamount
    ADD CONSTRAINT deciding_askedamount_pkey PRIMARY KEY (id);
ALTER TABLE public.deciding_commitment
    ADD CONSTRAINT deciding_commitment_answer_is_limited CHECK ((char_length(answer) <= 5000)) NOT VALID;
ALTER TABLE ONLY public.deciding_commitment
    ADD CONSTRAINT deciding_commitment_pkey PRIMARY KEY (id);
ALTER TABLE public.deciding_commitment
    ADD CONSTRAINT deciding_commitment_text_is_limited CHECK ((char_length(text) <= 5000)) NOT VALID;
ALTER TABLE ONLY public.deciding_component
    ADD CONSTRAINT deciding_component_pkey PRIMARY KEY (id);
ALTER TABLE public.deciding_component
    ADD CONSTRAINT deciding_component_text_is_limited CHECK ((char_length(text) <= 5000)) NOT VALID;
ALTER TABLE ONLY public.deciding_councilsource
    ADD CONSTRAINT deciding_councilsource_body_id_key UNIQUE (body_id);
ALTER TABLE ONLY public.deciding_councilsource
    ADD CONSTRAINT deciding_councilsource_pkey PRIMARY KEY (id);
ALTER TABLE public.deciding_decision
    ADD CONSTRAINT deciding_decision_condition_is_limited CHECK ((char_length(condition) <= 5000)) NOT VALID;
ALTER TABLE ONLY public.deciding_delivery
    ADD CONSTRAINT deciding_delivery_pkey PRIMARY KEY (id);
ALTER TABLE public.deciding_dossier
    ADD CONSTRAINT deciding_dossier_note_is_limited CHECK ((char_length(note) <= 5000)) NOT VALID;
ALTER TABLE public.deciding_dossier
    ADD CONSTRAINT deciding_dossier_rule_text_is_limited CHECK ((char_length(rule_text) <= 5000)) NOT VALID;
ALTER TABLE public.deciding_dossier
    ADD CONSTRAINT deciding_dossier_summary_is_limited CHECK ((char_length(summary) <= 5000)) NOT VALID;
ALTER TABLE ONLY public.deciding_dossierphrase
    ADD CONSTRAINT deciding_dossierphrase_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.deciding_entrylink
    ADD CONSTRAINT deciding_entrylink_pkey PRIMARY KEY (id);
ALTER TABLE public.deciding_exclusion
    ADD CONSTRAINT deciding_exclusion_one_condition_is_limited CHECK ((char_length(one_condition) <= 20000)) NOT VALID;
ALTER TABLE public.deciding_exclusion
    ADD CONSTRAINT deciding_exclusion_other_condition_is_limited CHECK ((char_length(other_condition) <= 20000)) NOT VALID;
ALTER TABLE ONLY public.deciding_exclusion
    ADD CONSTRAINT deciding_exclusion_pkey PRIMARY KEY (id);
ALTER TABLE public.deciding_exclusion
    ADD CONSTRAINT deciding_exclusion_reason_is_limited CHECK ((char_length(reason) <= 2000)) NOT VALID;
ALTER TABLE ONLY public.deciding_founditem
    ADD CONSTRAINT deciding_founditem_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.deciding_foundmeeting
    ADD CONSTRAINT deciding_foundmeeting_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.deciding_groupvote
    ADD CONSTRAINT deciding_groupvote_pkey PRIMARY KEY (id);
ALTER TABLE public.deciding_likenessjudgement
    ADD CONSTRAINT deciding_likenessjudgement_about_is_limited CHECK ((char_length(about) <= 50000)) NOT VALID;
ALTER TABLE ONLY public.deciding_likenessjudgement
    ADD CONSTRAINT deciding_likenessjudgement_pkey PRIMARY KEY (id);
ALTER TABLE public.deciding_likenessjudgement
    ADD CONSTRAINT deciding_likenessjudgement_reason_is_limited CHECK ((char_length(reason) <= 2000)) NOT VALID;
ALTER TABLE ONLY public.deciding_linkuse
    ADD CONSTRAINT deciding_linkuse_pkey PRIMARY KEY (id);
ALTER TABLE public.deciding_linkuse
    ADD CONSTRAINT deciding_linkuse_words_is_limited CHECK ((char_length(words) <= 5000)) NOT VALID;
ALTER TABLE ONLY public.deciding_motion
    ADD CONSTRAINT deciding_motion_pkey PRIMARY KEY (id);
ALTER TABLE public.deciding_motion
    ADD CONSTRAINT deciding_motion_text_is_limited CHECK ((char_length(text) <= 20000)) NOT VALID;
ALTER TABLE ONLY public.deciding_package_papers
    ADD CONSTRAINT deciding_package_papers_package_id_paperversion__1d5da1df_uniq UNIQUE (package_id, paperversion_id);
ALTER TABLE ONLY public.deciding_package_papers
    ADD CONSTRAINT deciding_package_papers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.deciding_package
    ADD CONSTRAINT deciding_package_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.deciding_paper
    ADD CONSTRAINT deciding_paper_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.deciding_paperversion
    ADD CONSTRAINT deciding_paperversion_pkey PRIMARY KEY (id);
ALTER TABLE public.deciding_paperversion
    ADD CONSTRAINT deciding_paperversion_reason_is_limited CHECK ((char_length(reason) <= 2000)) NOT VALID;
ALTER TABLE ONLY public.deciding_refusedparticipation
    ADD CONSTRAINT deciding_refusedparticipation_pkey PRIMARY KEY (id);
ALTER TABLE public.deciding_refusedparticipation
    ADD CONSTRAINT deciding_refusedparticipation_reason_is_limited CHECK ((char_length(reason) <= 2000)) NOT VALID;
ALTER TABLE public.deciding_trackstep
    ADD CONSTRAINT deciding_trackstep_text_is_limited CHECK ((char_length(text) <= 5000)) NOT VALID;
ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);
ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_session
    ADD CONSTRAINT django_session_pkey PRIMARY KEY (session_key);
ALTER TABLE ONLY public.meetings_meetingdocument
    ADD CONSTRAINT documents_of_a_meeting_are_told_apart UNIQUE (meeting_id, title);
ALTER TABLE ONLY public.agenda_succession
    ADD CONSTRAINT element_goes_on_in_another_once UNIQUE (element_id, successor_id);
ALTER TABLE ONLY public.agenda_elementlink
    ADD CONSTRAINT element_serves_another_once UNIQUE (element_id, serves_id);
ALTER TABLE ONLY public.regiozwolle_formeraddress
    ADD CONSTRAINT former_address_is_of_one_row UNIQUE (table_name, slug);
ALTER TABLE ONLY public.ground_act
    ADD CONSTRAINT ground_act_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.ground_change
    ADD CONSTRAINT ground_change_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.ground_commandrun
    ADD CONSTRAINT ground_commandrun_name_key UNIQUE (name);
ALTER TABLE ONLY public.ground_commandrun
    ADD CONSTRAINT ground_commandrun_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.ground_filechunk
    ADD CONSTRAINT ground_filechunk_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.ground_filewords
    ADD CONSTRAINT ground_filewords_file_id_key UNIQUE (file_id);
ALTER TABLE ONLY public.ground_filewords
    ADD CONSTRAINT ground_filewords_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.ground_keptdocument
    ADD CONSTRAINT ground_keptdocument_address_key UNIQUE (address);
ALTER TABLE ONLY public.ground_keptdocument
    ADD CONSTRAINT ground_keptdocument_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.ground_mail
    ADD CONSTRAINT ground_mail_message_id_key UNIQUE (message_id);
ALTER TABLE ONLY public.ground_mail
    ADD CONSTRAINT ground_mail_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.ground_openform
    ADD CONSTRAINT ground_openform_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.ground_previewlink
    ADD CONSTRAINT ground_previewlink_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.ground_securityevent
    ADD CONSTRAINT ground_securityevent_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.ground_sentform
    ADD CONSTRAINT ground_sentform_pkey PRIMARY KEY (key);
ALTER TABLE ONLY public.ground_state_part
    ADD CONSTRAINT ground_state_part_pkey PRIMARY KEY (part, slot);
ALTER TABLE ONLY public.ground_state
    ADD CONSTRAINT ground_state_pkey PRIMARY KEY (slot);
ALTER TABLE ONLY public.ground_storedfile
    ADD CONSTRAINT ground_storedfile_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.ground_storedfile
    ADD CONSTRAINT ground_storedfile_sha256_key UNIQUE (sha256);
ALTER TABLE ONLY public.ground_tally
    ADD CONSTRAINT ground_tally_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.meetings_agendaitem
    ADD CONSTRAINT items_of_a_meeting_are_told_apart UNIQUE (meeting_id, title);
ALTER TABLE ONLY public.meetings_agendaitem
    ADD CONSTRAINT meetings_agendaitem_pkey PRIMARY KEY (id);
ALTER TABLE public.meetings_agendaitem
    ADD CONSTRAINT meetings_agendaitem_text_is_limited CHECK ((char_length(text) <= 2000)) NOT VALID;
ALTER TABLE ONLY public.meetings_meeting
    ADD CONSTRAINT meetings_meeting_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.meetings_meeting
    ADD CONSTRAINT meetings_meeting_slug_key UNIQUE (slug);
ALTER TABLE public.meetings_meeting
    ADD CONSTRAINT meetings_meeting_summary_is_limited CHECK ((char_length(summary) <= 2000)) NOT VALID;
ALTER TABLE ONLY public.meetings_meeting
    ADD CONSTRAINT meetings_meeting_table_session_id_key UNIQUE (table_session_id);
ALTER TABLE ONLY public.meetings_meetingdocument
    ADD CONSTRAINT meetings_meetingdocument_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.meetings_outcomeline
    ADD CONSTRAINT meetings_outcomeline_pkey PRIMARY KEY (id);
ALTER TABLE public.meetings_outcomeline
    ADD CONSTRAINT meetings_outcomeline_text_is_limited CHECK ((char_length(text) <= 2000)) NOT VALID;
ALTER TABLE ONLY public.meetings_registration
    ADD CONSTRAINT meetings_registration_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.agenda_milestone
    ADD CONSTRAINT milestone_is_told_once UNIQUE (starts_on, title);
ALTER TABLE ONLY public.partners_accountinvitation
    ADD CONSTRAINT one_account_invitation_for_a_capacity UNIQUE (email, body_id, capacity);
ALTER TABLE ONLY public.consultation_answermail
    ADD CONSTRAINT one_answer_mail_per_recipient UNIQUE NULLS NOT DISTINCT (publication_id, letter_id, user_id);
ALTER TABLE ONLY public.deciding_ask
    ADD CONSTRAINT one_ask_per_dossier_and_kind UNIQUE (dossier_id, body_kind);
ALTER TABLE ONLY public.deciding_askedamount
    ADD CONSTRAINT one_asked_amount_per_component_and_track UNIQUE (component_id, track_id);
ALTER TABLE ONLY public.consultation_assent
    ADD CONSTRAINT one_assent_per_member_and_letter UNIQUE (letter_id, user_id);
ALTER TABLE ONLY public.deciding_component
    ADD CONSTRAINT one_component_per_dossier_and_element UNIQUE (dossier_id, element_id);
ALTER TABLE ONLY public.results_confirmationrequest
    ADD CONSTRAINT one_confirmation_request_per_owner_and_quarter UNIQUE (owner_id, quarter_on);
ALTER TABLE ONLY public.consultation_attendance
    ADD CONSTRAINT one_count_per_sort_and_table UNIQUE (table_id, sort);
ALTER TABLE ONLY public.deciding_decision
    ADD CONSTRAINT one_decision_per_track_component_and_day UNIQUE NULLS NOT DISTINCT (track_id, component_id, decided_on);
ALTER TABLE ONLY public.regiozwolle_digest
    ADD CONSTRAINT one_digest_per_follower_and_period UNIQUE (follower_id, rhythm, period_on);
ALTER TABLE ONLY public.agenda_element
    ADD CONSTRAINT one_element_per_position UNIQUE (agenda_id, "position") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.regiozwolle_follow
    ADD CONSTRAINT one_follow_per_thing UNIQUE NULLS NOT DISTINCT (follower_id, kind, thing_id, words);
ALTER TABLE ONLY public.results_indicator
    ADD CONSTRAINT one_headline_per_position UNIQUE (headline_position);
ALTER TABLE ONLY public.consultation_invitation
    ADD CONSTRAINT one_invitation_per_body UNIQUE (consultation_id, body_id);
ALTER TABLE ONLY public.deciding_likenessjudgement
    ADD CONSTRAINT one_judgement_per_deviation UNIQUE (dossier_id, deviation);
ALTER TABLE ONLY public.consultation_kepttext
    ADD CONSTRAINT one_kept_text_per_opened_form_of_the_desk UNIQUE (user_id, form);
ALTER TABLE ONLY public.consultation_internallabel
    ADD CONSTRAINT one_label_per_name_and_consultation UNIQUE (consultation_id, name);
ALTER TABLE ONLY public.regiozwolle_newslettermail
    ADD CONSTRAINT one_mail_per_newsletter_and_reader UNIQUE (newsletter_id, follower_id);
ALTER TABLE ONLY public.results_measurement
    ADD CONSTRAINT one_measurement_per_date_scope_and_source UNIQUE NULLS NOT DISTINCT (indicator_id, partner_id, scope, reference_on, source_id);
ALTER TABLE ONLY public.regiozwolle_nudge
    ADD CONSTRAINT one_nudge_per_month UNIQUE (about, month_on);
ALTER TABLE ONLY public.agenda_participation
    ADD CONSTRAINT one_participation_per_partner_element_and_start UNIQUE NULLS NOT DISTINCT (partner_id, element_id, starts_on);
ALTER TABLE ONLY public.results_projectphase
    ADD CONSTRAINT one_phase_of_a_kind_per_start UNIQUE NULLS NOT DISTINCT (project_id, kind, starts_on);
ALTER TABLE ONLY public.partners_population
    ADD CONSTRAINT one_population_per_date_and_source UNIQUE (partner_id, reference_on, source_id);
ALTER TABLE ONLY public.results_latereminder
    ADD CONSTRAINT one_reminder_for_each_day_a_value_was_due UNIQUE (indicator_id, due_on);
ALTER TABLE ONLY public.consultation_reminder
    ADD CONSTRAINT one_reminder_per_person UNIQUE (consultation_id, user_id);
ALTER TABLE ONLY public.partners_sitting
    ADD CONSTRAINT one_sitting_of_a_body_per_day UNIQUE (body_id, held_on);
ALTER TABLE ONLY public.agenda_keypoint
    ADD CONSTRAINT one_statement_per_kind_and_position UNIQUE (kind, "position");
ALTER TABLE ONLY public.consultation_discussiontable
    ADD CONSTRAINT one_table_per_number_and_session UNIQUE (session_id, number);
ALTER TABLE ONLY public.ground_tally
    ADD CONSTRAINT one_tally_per_act_visitor_and_window UNIQUE (act, visitor, seconds);
ALTER TABLE ONLY public.results_target
    ADD CONSTRAINT one_target_per_date_and_source UNIQUE NULLS NOT DISTINCT (indicator_id, due_on, source_id);
ALTER TABLE ONLY public.results_tariff
    ADD CONSTRAINT one_tariff_per_part_year_and_payer UNIQUE NULLS NOT DISTINCT (element_id, purpose, year, payer);
ALTER TABLE ONLY public.partners_term
    ADD CONSTRAINT one_term_of_a_body_per_start UNIQUE (body_id, first_year);
ALTER TABLE ONLY public.consultation_theme
    ADD CONSTRAINT one_theme_per_name_and_consultation UNIQUE (consultation_id, name);
ALTER TABLE ONLY public.deciding_track
    ADD CONSTRAINT one_track_per_dossier_and_body UNIQUE (dossier_id, body_id);
ALTER TABLE ONLY public.deciding_groupvote
    ADD CONSTRAINT one_vote_per_decision_group_and_stance UNIQUE (decision_id, "group", stance);
ALTER TABLE ONLY public.regiozwolle_weeklymail
    ADD CONSTRAINT one_weekly_mail_per_reader_and_week UNIQUE (reader_id, week_on);
ALTER TABLE ONLY public.agenda_wording
    ADD CONSTRAINT one_wording_per_element_and_version UNIQUE (element_id, version_id);
ALTER TABLE ONLY public.deciding_package
    ADD CONSTRAINT packages_of_a_track_are_counted UNIQUE (track_id, number);
ALTER TABLE ONLY public.deciding_paper
    ADD CONSTRAINT papers_of_a_dossier_are_told_apart UNIQUE (dossier_id, title);
ALTER TABLE ONLY public.partners_accountinvitation
    ADD CONSTRAINT partners_accountinvitation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.partners_body
    ADD CONSTRAINT partners_body_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.partners_contactpoint
    ADD CONSTRAINT partners_contactpoint_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.partners_mandate
    ADD CONSTRAINT partners_mandate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.partners_partner
    ADD CONSTRAINT partners_partner_almanac_number_key UNIQUE (almanac_number);
ALTER TABLE ONLY public.partners_partner
    ADD CONSTRAINT partners_partner_cbs_code_key UNIQUE (cbs_code);
ALTER TABLE ONLY public.partners_partner
    ADD CONSTRAINT partners_partner_name_key UNIQUE (name);
ALTER TABLE public.partners_partner
    ADD CONSTRAINT partners_partner_note_is_limited CHECK ((char_length(note) <= 5000)) NOT VALID;
ALTER TABLE ONLY public.partners_partner
    ADD CONSTRAINT partners_partner_oin_key UNIQUE (oin);
ALTER TABLE ONLY public.partners_partner
    ADD CONSTRAINT partners_partner_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.partners_partner
    ADD CONSTRAINT partners_partner_slug_key UNIQUE (slug);
ALTER TABLE public.partners_partner
    ADD CONSTRAINT partners_partner_summary_is_limited CHECK ((char_length(summary) <= 2000)) NOT VALID;
ALTER TABLE ONLY public.partners_partner
    ADD CONSTRAINT partners_partner_tooi_uri_key UNIQUE (tooi_uri);
ALTER TABLE ONLY public.partners_population
    ADD CONSTRAINT partners_population_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.partners_recess
    ADD CONSTRAINT partners_recess_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.partners_sitting
    ADD CONSTRAINT partners_sitting_pkey PRIMARY KEY (id);
ALTER TABLE public.partners_source
    ADD CONSTRAINT partners_source_note_is_limited CHECK ((char_length(note) <= 2000)) NOT VALID;
ALTER TABLE ONLY public.partners_source
    ADD CONSTRAINT partners_source_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.partners_source
    ADD CONSTRAINT partners_source_slug_key UNIQUE (slug);
ALTER TABLE ONLY public.partners_term
    ADD CONSTRAINT partners_term_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.partners_user
    ADD CONSTRAINT partners_user_email_key UNIQUE (email);
ALTER TABLE ONLY public.partners_user_groups
    ADD CONSTRAINT partners_user_groups_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.partners_user_groups
    ADD CONSTRAINT partners_user_groups_user_id_group_id_35869bd7_uniq UNIQUE (user_id, group_id);
ALTER TABLE ONLY public.partners_user
    ADD CONSTRAINT partners_user_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.partners_user_user_permissions
    ADD CONSTRAINT partners_user_user_permi_user_id_permission_id_a97e89e2_uniq UNIQUE (user_id, permission_id);
ALTER TABLE ONLY public.partners_user_user_permissions
    ADD CONSTRAINT partners_user_user_permissions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_unique UNIQUE (task_name, periodic_id, defer_timestamp);
ALTER TABLE ONLY public.procrastinate_workers
    ADD CONSTRAINT procrastinate_workers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.consultation_question
    ADD CONSTRAINT question_is_asked_once_per_consultation UNIQUE (consultation_id, text);
ALTER TABLE ONLY public.regiozwolle_accountchange
    ADD CONSTRAINT regiozwolle_accountchange_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.regiozwolle_digest
    ADD CONSTRAINT regiozwolle_digest_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.regiozwolle_event
    ADD CONSTRAINT regiozwolle_event_number_key UNIQUE (number);
ALTER TABLE ONLY public.regiozwolle_event
    ADD CONSTRAINT regiozwolle_event_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.regiozwolle_eventreading
    ADD CONSTRAINT regiozwolle_eventreading_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.regiozwolle_follow
    ADD CONSTRAINT regiozwolle_follow_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.regiozwolle_follower
    ADD CONSTRAINT regiozwolle_follower_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.regiozwolle_follower
    ADD CONSTRAINT regiozwolle_follower_user_id_key UNIQUE (user_id);
ALTER TABLE ONLY public.regiozwolle_formeraddress
    ADD CONSTRAINT regiozwolle_formeraddress_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.regiozwolle_newsletter
    ADD CONSTRAINT regiozwolle_newsletter_pkey PRIMARY KEY (id);
ALTER TABLE public.regiozwolle_newsletter
    ADD CONSTRAINT regiozwolle_newsletter_text_is_limited CHECK ((char_length(text) <= 5000)) NOT VALID;
ALTER TABLE ONLY public.regiozwolle_newslettermail
    ADD CONSTRAINT regiozwolle_newslettermail_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.regiozwolle_nudge
    ADD CONSTRAINT regiozwolle_nudge_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.regiozwolle_opensession
    ADD CONSTRAINT regiozwolle_opensession_pkey PRIMARY KEY (session_key);
ALTER TABLE ONLY public.regiozwolle_publishedrow
    ADD CONSTRAINT regiozwolle_publishedrow_number_key UNIQUE (number);
ALTER TABLE ONLY public.regiozwolle_publishedrow
    ADD CONSTRAINT regiozwolle_publishedrow_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.regiozwolle_publishedstate
    ADD CONSTRAINT regiozwolle_publishedstate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.regiozwolle_rightscheck
    ADD CONSTRAINT regiozwolle_rightscheck_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.regiozwolle_rightsreview
    ADD CONSTRAINT regiozwolle_rightsreview_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.regiozwolle_searchentry
    ADD CONSTRAINT regiozwolle_searchentry_address_key UNIQUE (address);
ALTER TABLE ONLY public.regiozwolle_searchentry
    ADD CONSTRAINT regiozwolle_searchentry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.regiozwolle_searchreading
    ADD CONSTRAINT regiozwolle_searchreading_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.regiozwolle_searchword
    ADD CONSTRAINT regiozwolle_searchword_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.regiozwolle_searchword
    ADD CONSTRAINT regiozwolle_searchword_word_key UNIQUE (word);
ALTER TABLE ONLY public.regiozwolle_seededentry
    ADD CONSTRAINT regiozwolle_seededentry_key_key UNIQUE (key);
ALTER TABLE ONLY public.regiozwolle_seededentry
    ADD CONSTRAINT regiozwolle_seededentry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.regiozwolle_weeklymail
    ADD CONSTRAINT regiozwolle_weeklymail_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.regiozwolle_weeklyreader
    ADD CONSTRAINT regiozwolle_weeklyreader_contact_point_id_key UNIQUE (contact_point_id);
ALTER TABLE ONLY public.regiozwolle_weeklyreader
    ADD CONSTRAINT regiozwolle_weeklyreader_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.regiozwolle_weeklyreader
    ADD CONSTRAINT regiozwolle_weeklyreader_user_id_key UNIQUE (user_id);
ALTER TABLE ONLY public.results_agreedmeasure
    ADD CONSTRAINT results_agreedmeasure_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.results_correction
    ADD CONSTRAINT results_correction_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.results_confirmationrequest
    ADD CONSTRAINT results_enquiry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.results_funding
    ADD CONSTRAINT results_funding_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.results_goalweight
    ADD CONSTRAINT results_goalweight_element_id_key UNIQUE (element_id);
ALTER TABLE ONLY public.results_goalweight
    ADD CONSTRAINT results_goalweight_pkey PRIMARY KEY (id);
ALTER TABLE public.results_indicator
    ADD CONSTRAINT results_indicator_definition_is_limited CHECK ((char_length(definition) <= 5000)) NOT VALID;
ALTER TABLE ONLY public.results_indicator_elements
    ADD CONSTRAINT results_indicator_elemen_indicator_id_element_id_fc337cf5_uniq UNIQUE (indicator_id, element_id);
ALTER TABLE ONLY public.results_indicator_elements
    ADD CONSTRAINT results_indicator_elements_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.results_indicator
    ADD CONSTRAINT results_indicator_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.results_indicator
    ADD CONSTRAINT results_indicator_slug_key UNIQUE (slug);
ALTER TABLE ONLY public.results_latereminder
    ADD CONSTRAINT results_latereminder_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.results_measurement
    ADD CONSTRAINT results_measurement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.results_override
    ADD CONSTRAINT results_override_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.results_owner
    ADD CONSTRAINT results_owner_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.results_programme_elements
    ADD CONSTRAINT results_programme_elemen_programme_id_element_id_6fdf4515_uniq UNIQUE (programme_id, element_id);
ALTER TABLE ONLY public.results_programme_elements
    ADD CONSTRAINT results_programme_elements_pkey PRIMARY KEY (id);
ALTER TABLE public.results_programme
    ADD CONSTRAINT results_programme_note_is_limited CHECK ((char_length(note) <= 5000)) NOT VALID;
ALTER TABLE ONLY public.results_programme
    ADD CONSTRAINT results_programme_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.results_programme
    ADD CONSTRAINT results_programme_slug_key UNIQUE (slug);
ALTER TABLE public.results_programme
    ADD CONSTRAINT results_programme_summary_is_limited CHECK ((char_length(summary) <= 5000)) NOT VALID;
ALTER TABLE ONLY public.results_project_elements
    ADD CONSTRAINT results_project_elements_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.results_project_elements
    ADD CONSTRAINT results_project_elements_project_id_element_id_4c6d42da_uniq UNIQUE (project_id, element_id);
ALTER TABLE public.results_project
    ADD CONSTRAINT results_project_note_is_limited CHECK ((char_length(note) <= 5000)) NOT VALID;
ALTER TABLE ONLY public.results_project
    ADD CONSTRAINT results_project_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.results_project
    ADD CONSTRAINT results_project_slug_key UNIQUE (slug);
ALTER TABLE public.results_project
    ADD CONSTRAINT results_project_summary_is_limited CHECK ((char_length(summary) <= 5000)) NOT VALID;
ALTER TABLE ONLY public.results_projectpartner
    ADD CONSTRAINT results_projectpartner_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.results_projectphase
    ADD CONSTRAINT results_projectphase_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.results_projectresult
    ADD CONSTRAINT results_projectresult_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.results_proposal
    ADD CONSTRAINT results_proposal_pkey PRIMARY KEY (id);
ALTER TABLE public.results_report
    ADD CONSTRAINT results_report_introduction_is_limited CHECK ((char_length(introduction) <= 20000)) NOT VALID;
ALTER TABLE ONLY public.results_report
    ADD CONSTRAINT results_report_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.results_report
    ADD CONSTRAINT results_report_slug_key UNIQUE (slug);
ALTER TABLE ONLY public.results_target
    ADD CONSTRAINT results_target_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.results_tariff
    ADD CONSTRAINT results_tariff_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.regiozwolle_publishedrow
    ADD CONSTRAINT row_is_published_once UNIQUE (dataset, key);
ALTER TABLE ONLY public.socialaccount_socialaccount
    ADD CONSTRAINT socialaccount_socialaccount_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.socialaccount_socialaccount
    ADD CONSTRAINT socialaccount_socialaccount_provider_uid_fc810c6e_uniq UNIQUE (provider, uid);
ALTER TABLE ONLY public.socialaccount_socialapp
    ADD CONSTRAINT socialaccount_socialapp_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_socialtoken_app_id_account_id_fca4e0ac_uniq UNIQUE (app_id, account_id);
ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_socialtoken_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.consultation_step
    ADD CONSTRAINT step_is_named_once_per_consultation UNIQUE (consultation_id, title);
ALTER TABLE ONLY public.consultation_submission
    ADD CONSTRAINT submissions_are_counted UNIQUE (letter_id, sequence);
ALTER TABLE ONLY public.deciding_exclusion
    ADD CONSTRAINT two_conditions_are_marked_once UNIQUE (one_id, other_id);
ALTER TABLE ONLY public.agenda_version
    ADD CONSTRAINT version_number_is_used_once_per_agenda UNIQUE (agenda_id, number);
ALTER TABLE ONLY public.deciding_paperversion
    ADD CONSTRAINT versions_of_a_paper_are_counted UNIQUE (paper_id, number);
CREATE UNIQUE INDEX a_group_writes_one_letter ON public.consultation_letter USING btree (consultation_id, body_id, sender_kind, party_group) WHERE (((state)::text = ANY (ARRAY[('concept'::character varying)::text, ('verstuurd'::character varying)::text])) AND ((channel)::text = 'site'::text) AND (revises_id IS NULL) AND ((sender_kind)::text = ANY (ARRAY[('fractie'::character varying)::text, ('raad'::character varying)::text, ('college'::character varying)::text])));
CREATE UNIQUE INDEX a_point_is_taken_off_once ON public.consultation_removal USING btree (point_id) WHERE (undone_at IS NULL);
CREATE INDEX account_emailaddress_email_03be32b2 ON public.account_emailaddress USING btree (email);
CREATE INDEX account_emailaddress_email_03be32b2_like ON public.account_emailaddress USING btree (email varchar_pattern_ops);
CREATE INDEX account_emailaddress_user_id_2c513194 ON public.account_emailaddress USING btree (user_id);
CREATE INDEX account_emailconfirmation_email_address_id_5b7f8c58 ON public.account_emailconfirmation USING btree (email_address_id);
CREATE INDEX account_emailconfirmation_key_f43612bd_like ON public.account_emailconfirmation USING btree (key varchar_pattern_ops);
CREATE INDEX act_about ON public.ground_act USING btree (about_table, about_id);
CREATE INDEX act_made_by ON public.ground_act USING btree (made_by_id);
CREATE INDEX agenda_action_element_id_6e1cc3cc ON public.agenda_action USING btree (element_id);
CREATE INDEX agenda_action_lead_id_facd1a69 ON public.agenda_action USING btree (lead_id);
CREATE INDEX agenda_action_source_id_40fd3bae ON public.agenda_action USING btree (source_id);
CREATE INDEX agenda_agenda_slug_da53ef36_like ON public.agenda_agenda USING btree (slug varchar_pattern_ops);
CREATE INDEX agenda_agenda_source_id_06697620 ON public.agenda_agenda USING btree (source_id);
CREATE INDEX agenda_element_agenda_id_f8d72b5b ON public.agenda_element USING btree (agenda_id);
CREATE INDEX agenda_element_code_42f05279_like ON public.agenda_element USING btree (code varchar_pattern_ops);
CREATE INDEX agenda_element_parent_id_e196355a ON public.agenda_element USING btree (parent_id);
CREATE INDEX agenda_elementlink_element_id_b340acb5 ON public.agenda_elementlink USING btree (element_id);
CREATE INDEX agenda_elementlink_serves_id_4738362e ON public.agenda_elementlink USING btree (serves_id);
CREATE INDEX agenda_milestone_source_id_369109bd ON public.agenda_milestone USING btree (source_id);
CREATE INDEX agenda_participation_element_id_2aaa3079 ON public.agenda_participation USING btree (element_id);
CREATE INDEX agenda_participation_partner_id_8a5408df ON public.agenda_participation USING btree (partner_id);
CREATE INDEX agenda_participation_source_id_bda48029 ON public.agenda_participation USING btree (source_id);
CREATE INDEX agenda_priority_author_id_93a2592b ON public.agenda_priority USING btree (author_id);
CREATE INDEX agenda_priority_body_id_e79ec788 ON public.agenda_priority USING btree (body_id);
CREATE INDEX agenda_priority_element_id_567798a3 ON public.agenda_priority USING btree (element_id);
CREATE INDEX agenda_priority_partner_id_f8aeba87 ON public.agenda_priority USING btree (partner_id);
CREATE INDEX agenda_publicationrequest_asked_by_id_9c998f90 ON public.agenda_publicationrequest USING btree (asked_by_id);
CREATE INDEX agenda_statement_source_id_19ee06a9 ON public.agenda_keypoint USING btree (source_id);
CREATE INDEX agenda_succession_element_id_996046b4 ON public.agenda_succession USING btree (element_id);
CREATE INDEX agenda_succession_successor_id_03bec4f4 ON public.agenda_succession USING btree (successor_id);
CREATE INDEX agenda_version_agenda_id_b6899c49 ON public.agenda_version USING btree (agenda_id);
CREATE INDEX agenda_version_source_id_801676f1 ON public.agenda_version USING btree (source_id);
CREATE INDEX agenda_wording_element_id_4494f6e2 ON public.agenda_wording USING btree (element_id);
CREATE INDEX agenda_wording_parent_id_57e04af4 ON public.agenda_wording USING btree (parent_id);
CREATE INDEX agenda_wording_version_id_99111a9d ON public.agenda_wording USING btree (version_id);
CREATE UNIQUE INDEX an_account_registers_once_for_a_meeting ON public.meetings_registration USING btree (meeting_id, user_id) WHERE (NOT ((state)::text = 'afgemeld'::text));
CREATE UNIQUE INDEX an_address_registers_once_for_a_meeting ON public.meetings_registration USING btree (lower((email)::text), meeting_id) WHERE ((NOT ((state)::text = 'afgemeld'::text)) AND (NOT ((email)::text = ''::text)));
CREATE INDEX answers_by_publication ON public.consultation_answer USING btree (published_at);
CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);
CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);
CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);
CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);
CREATE INDEX change_of_part ON public.ground_change USING btree (table_name, part_of_id) WHERE (part_of_id IS NOT NULL);
CREATE INDEX change_of_row ON public.ground_change USING btree (table_name, row_id);
CREATE INDEX change_that_deletes ON public.ground_change USING btree (made_at) WHERE (after IS NULL);
CREATE INDEX consultation_answer_drafted_by_id_cba50b6c ON public.consultation_answer USING btree (drafted_by_id);
CREATE INDEX consultation_answer_points_answer_id_610b679f ON public.consultation_answer_points USING btree (answer_id);
CREATE INDEX consultation_answer_points_point_id_073d24bf ON public.consultation_answer_points USING btree (point_id);
CREATE INDEX consultation_answer_publication_id_2f26333e ON public.consultation_answer USING btree (publication_id);
CREATE INDEX consultation_answer_reviewed_by_id_09ba35b2 ON public.consultation_answer USING btree (reviewed_by_id);
CREATE INDEX consultation_answer_wordings_answer_id_ce6045a4 ON public.consultation_answer_wordings USING btree (answer_id);
CREATE INDEX consultation_answer_wordings_wording_id_10bc3ea9 ON public.consultation_answer_wordings USING btree (wording_id);
CREATE INDEX consultation_answermail_publication_id_a4a1ad80 ON public.consultation_answermail USING btree (publication_id);
CREATE INDEX consultation_answermail_response_id_cef7ee53 ON public.consultation_answermail USING btree (letter_id);
CREATE INDEX consultation_answermail_user_id_a00df04b ON public.consultation_answermail USING btree (user_id);
CREATE INDEX consultation_answerstate_answer_id_c36ed85d ON public.consultation_answerstate USING btree (answer_id);
CREATE INDEX consultation_answerstate_made_by_id_a60e8754 ON public.consultation_answerstate USING btree (made_by_id);
CREATE INDEX consultation_answertemplate_name_1130cd1d_like ON public.consultation_answertemplate USING btree (name varchar_pattern_ops);
CREATE INDEX consultation_assent_response_id_0247b52f ON public.consultation_assent USING btree (letter_id);
CREATE INDEX consultation_assent_user_id_d88ed9b7 ON public.consultation_assent USING btree (user_id);
CREATE INDEX consultation_company_table_id_988809d1 ON public.consultation_attendance USING btree (table_id);
CREATE INDEX consultation_consultation_slug_b6f7a12e_like ON public.consultation_consultation USING btree (slug varchar_pattern_ops);
CREATE INDEX consultation_consultation_source_id_b84b8312 ON public.consultation_consultation USING btree (source_id);
CREATE INDEX consultation_consultation_version_id_9e8b97b9 ON public.consultation_consultation USING btree (version_id);
CREATE INDEX consultation_decision_source_id_b8c14060 ON public.deciding_decision USING btree (source_id);
CREATE INDEX consultation_decision_track_id_60e8bdf8 ON public.deciding_decision USING btree (track_id);
CREATE INDEX consultation_dossier_slug_c6b5e406_like ON public.deciding_dossier USING btree (slug varchar_pattern_ops);
CREATE INDEX consultation_dossier_source_id_954e2d74 ON public.deciding_dossier USING btree (source_id);
CREATE INDEX consultation_dossier_version_id_3f546dff ON public.deciding_dossier USING btree (version_id);
CREATE INDEX consultation_endorsement_author_id_3c86aa80 ON public.consultation_endorsement USING btree (author_id);
CREATE INDEX consultation_endorsement_body_id_4977932b ON public.consultation_endorsement USING btree (body_id);
CREATE INDEX consultation_endorsement_point_id_b6293e62 ON public.consultation_endorsement USING btree (point_id);
CREATE INDEX consultation_evening_consultation_id_54c8c73b ON public.consultation_tablesession USING btree (consultation_id);
CREATE INDEX consultation_extension_consultation_id_e5370119 ON public.consultation_extension USING btree (consultation_id);
CREATE INDEX consultation_extension_made_by_id_4bd4b101 ON public.consultation_extension USING btree (made_by_id);
CREATE INDEX consultation_flag_point_id_ca2ff176 ON public.consultation_flag USING btree (point_id);
CREATE INDEX consultation_groupact_by_id_1ccafe1a ON public.consultation_groupact USING btree (by_id);
CREATE INDEX consultation_groupact_letter_id_b5038c13 ON public.consultation_groupact USING btree (letter_id);
CREATE INDEX consultation_groupact_point_id_bd96b46a ON public.consultation_groupact USING btree (point_id);
CREATE INDEX consultation_internallabel_consultation_id_65a720a4 ON public.consultation_internallabel USING btree (consultation_id);
CREATE INDEX consultation_invitation_body_id_008e59be ON public.consultation_invitation USING btree (body_id);
CREATE INDEX consultation_invitation_consultation_id_f0e3d892 ON public.consultation_invitation USING btree (consultation_id);
CREATE INDEX consultation_invitation_mailed_to_invitation_id_bf1ba2a7 ON public.consultation_invitation_mailed_to USING btree (invitation_id);
CREATE INDEX consultation_invitation_mailed_to_user_id_a0fa207d ON public.consultation_invitation_mailed_to USING btree (user_id);
CREATE INDEX consultation_kepttext_user_id_bec879c5 ON public.consultation_kepttext USING btree (user_id);
CREATE INDEX consultation_letter_decision_file_id_926fe42c ON public.consultation_letter USING btree (decision_file_id);
CREATE INDEX consultation_letter_set_aside_from_id_a67986d9 ON public.consultation_letter USING btree (set_aside_from_id);
CREATE INDEX consultation_note_author_id_3efe7374 ON public.consultation_internalnote USING btree (author_id);
CREATE INDEX consultation_note_point_id_fc01eec8 ON public.consultation_internalnote USING btree (point_id);
CREATE INDEX consultation_point_adopted_from_id_74c52a39 ON public.consultation_point USING btree (adopted_from_id);
CREATE INDEX consultation_point_author_id_440f8a69 ON public.consultation_point USING btree (author_id);
CREATE INDEX consultation_point_changed_by_id_eb743276 ON public.consultation_point USING btree (changed_by_id);
CREATE INDEX consultation_point_handler_id_121477a1 ON public.consultation_point USING btree (handler_id);
CREATE INDEX consultation_point_labels_internallabel_id_510a2a28 ON public.consultation_point_labels USING btree (internallabel_id);
CREATE INDEX consultation_point_labels_point_id_bc653652 ON public.consultation_point_labels USING btree (point_id);
CREATE INDEX consultation_point_origin_id_1bb9cff1 ON public.consultation_point USING btree (origin_id);
CREATE INDEX consultation_point_part_of_id_bfed0d38 ON public.consultation_point USING btree (part_of_id);
CREATE INDEX consultation_point_question_id_cd221d6a ON public.consultation_point USING btree (question_id);
CREATE INDEX consultation_point_response_id_d5d6d8d9 ON public.consultation_point USING btree (letter_id);
CREATE INDEX consultation_point_same_as_id_488b102e ON public.consultation_point USING btree (same_as_id);
CREATE INDEX consultation_point_themes_point_id_990f4072 ON public.consultation_point_themes USING btree (point_id);
CREATE INDEX consultation_point_themes_theme_id_6b141ea4 ON public.consultation_point_themes USING btree (theme_id);
CREATE INDEX consultation_point_wording_id_e98562f6 ON public.consultation_point USING btree (wording_id);
CREATE INDEX consultation_publication_consultation_id_52fd6467 ON public.consultation_publication USING btree (consultation_id);
CREATE INDEX consultation_publication_made_by_id_267a4eea ON public.consultation_publication USING btree (made_by_id);
CREATE INDEX consultation_question_consultation_id_2aaa5692 ON public.consultation_question USING btree (consultation_id);
CREATE INDEX consultation_redaction_made_by_id_d84af909 ON public.consultation_redaction USING btree (made_by_id);
CREATE INDEX consultation_redaction_point_id_326de2f4 ON public.consultation_redaction USING btree (point_id);
CREATE INDEX consultation_reminder_consultation_id_07d34dc4 ON public.consultation_reminder USING btree (consultation_id);
CREATE INDEX consultation_reminder_user_id_d53bc0ee ON public.consultation_reminder USING btree (user_id);
CREATE INDEX consultation_removal_made_by_id_21dfffd5 ON public.consultation_removal USING btree (made_by_id);
CREATE INDEX consultation_removal_point_id_c1bf3559 ON public.consultation_removal USING btree (point_id);
CREATE INDEX consultation_response_author_id_c3927ad0 ON public.consultation_letter USING btree (author_id);
CREATE INDEX consultation_response_body_id_c45a7554 ON public.consultation_letter USING btree (body_id);
CREATE INDEX consultation_response_confirmed_by_id_013cedd4 ON public.consultation_letter USING btree (confirmed_by_id);
CREATE INDEX consultation_response_consultation_id_7296ca95 ON public.consultation_letter USING btree (consultation_id);
CREATE INDEX consultation_response_entered_by_id_208dd6d2 ON public.consultation_letter USING btree (entered_by_id);
CREATE INDEX consultation_response_number_784b779c_like ON public.consultation_letter USING btree (number varchar_pattern_ops);
CREATE INDEX consultation_scan_file_id_bdb99b12 ON public.consultation_scan USING btree (file_id);
CREATE INDEX consultation_step_consultation_id_d39b9680 ON public.consultation_step USING btree (consultation_id);
CREATE INDEX consultation_step_source_id_b22d01ba ON public.consultation_step USING btree (source_id);
CREATE INDEX consultation_submission_decision_file_id_8a0d1ceb ON public.consultation_submission USING btree (decision_file_id);
CREATE INDEX consultation_submission_response_id_fd26a928 ON public.consultation_submission USING btree (letter_id);
CREATE INDEX consultation_table_evening_id_5d7874eb ON public.consultation_discussiontable USING btree (session_id);
CREATE INDEX consultation_table_token_cc102ae8_like ON public.consultation_discussiontable USING btree (token varchar_pattern_ops);
CREATE INDEX consultation_theme_consultation_id_0ceeddaa ON public.consultation_theme USING btree (consultation_id);
CREATE INDEX consultation_track_body_id_7fe8a1b4 ON public.deciding_track USING btree (body_id);
CREATE INDEX consultation_track_dossier_id_17095c81 ON public.deciding_track USING btree (dossier_id);
CREATE INDEX consultation_trackstep_source_id_7c7867f5 ON public.deciding_trackstep USING btree (source_id);
CREATE INDEX consultation_trackstep_track_id_5034daf5 ON public.deciding_trackstep USING btree (track_id);
CREATE INDEX deciding_ask_dossier_id_b45a3ea4 ON public.deciding_ask USING btree (dossier_id);
CREATE INDEX deciding_ask_source_id_080af97b ON public.deciding_ask USING btree (source_id);
CREATE INDEX deciding_askedamount_component_id_4b8bc146 ON public.deciding_askedamount USING btree (component_id);
CREATE INDEX deciding_askedamount_source_id_e1813315 ON public.deciding_askedamount USING btree (source_id);
CREATE INDEX deciding_askedamount_track_id_4bd866be ON public.deciding_askedamount USING btree (track_id);
CREATE INDEX deciding_commitment_promised_by_id_3c406175 ON public.deciding_commitment USING btree (promised_by_id);
CREATE INDEX deciding_commitment_source_id_bce874cf ON public.deciding_commitment USING btree (source_id);
CREATE INDEX deciding_commitment_track_id_6d1c1096 ON public.deciding_commitment USING btree (track_id);
CREATE INDEX deciding_component_dossier_id_6e03e9e1 ON public.deciding_component USING btree (dossier_id);
CREATE INDEX deciding_component_element_id_1fa7f15e ON public.deciding_component USING btree (element_id);
CREATE INDEX deciding_component_source_id_9b33983b ON public.deciding_component USING btree (source_id);
CREATE INDEX deciding_decision_component_id_9037b40a ON public.deciding_decision USING btree (component_id);
CREATE INDEX deciding_decision_version_id_92e8b011 ON public.deciding_decision USING btree (version_id);
CREATE INDEX deciding_delivery_mail_id_97725836 ON public.deciding_delivery USING btree (mail_id);
CREATE INDEX deciding_delivery_package_id_8670fd58 ON public.deciding_delivery USING btree (package_id);
CREATE INDEX deciding_delivery_user_id_11a17e00 ON public.deciding_delivery USING btree (user_id);
CREATE INDEX deciding_dossier_rule_source_id_ef6a7957 ON public.deciding_dossier USING btree (rule_source_id);
CREATE INDEX deciding_dossierphrase_dossier_id_daa0317a ON public.deciding_dossierphrase USING btree (dossier_id);
CREATE INDEX deciding_entrylink_made_for_id_bd188344 ON public.deciding_entrylink USING btree (made_for_id);
CREATE INDEX deciding_entrylink_track_id_0bfb4440 ON public.deciding_entrylink USING btree (track_id);
CREATE INDEX deciding_exclusion_one_id_2669bd68 ON public.deciding_exclusion USING btree (one_id);
CREATE INDEX deciding_exclusion_other_id_fca4cd31 ON public.deciding_exclusion USING btree (other_id);
CREATE INDEX deciding_founditem_meeting_id_92c84dd0 ON public.deciding_founditem USING btree (meeting_id);
CREATE INDEX deciding_founditem_step_id_d4413952 ON public.deciding_founditem USING btree (step_id);
CREATE INDEX deciding_founditem_track_id_fc12747d ON public.deciding_founditem USING btree (track_id);
CREATE INDEX deciding_foundmeeting_council_source_id_28fe0ff5 ON public.deciding_foundmeeting USING btree (council_source_id);
CREATE INDEX deciding_foundmeeting_sitting_id_5728a89d ON public.deciding_foundmeeting USING btree (sitting_id);
CREATE INDEX deciding_groupvote_decision_id_f37cf5ec ON public.deciding_groupvote USING btree (decision_id);
CREATE INDEX deciding_likenessjudgement_dossier_id_dae5f2c1 ON public.deciding_likenessjudgement USING btree (dossier_id);
CREATE INDEX deciding_linkuse_link_id_ecfd3c75 ON public.deciding_linkuse USING btree (link_id);
CREATE INDEX deciding_motion_component_id_b42902e9 ON public.deciding_motion USING btree (component_id);
CREATE INDEX deciding_motion_source_id_cdf43bdb ON public.deciding_motion USING btree (source_id);
CREATE INDEX deciding_motion_track_id_efe7e167 ON public.deciding_motion USING btree (track_id);
CREATE INDEX deciding_package_file_id_b3c1cc60 ON public.deciding_package USING btree (file_id);
CREATE INDEX deciding_package_papers_package_id_7e50adda ON public.deciding_package_papers USING btree (package_id);
CREATE INDEX deciding_package_papers_paperversion_id_d509a496 ON public.deciding_package_papers USING btree (paperversion_id);
CREATE INDEX deciding_package_track_id_0227d603 ON public.deciding_package USING btree (track_id);
CREATE INDEX deciding_paper_dossier_id_e42bdd03 ON public.deciding_paper USING btree (dossier_id);
CREATE INDEX deciding_paperversion_file_id_e04506de ON public.deciding_paperversion USING btree (file_id);
CREATE INDEX deciding_paperversion_paper_id_bba6e924 ON public.deciding_paperversion USING btree (paper_id);
CREATE INDEX deciding_refusedparticipation_decision_id_6c738224 ON public.deciding_refusedparticipation USING btree (decision_id);
CREATE INDEX deciding_refusedparticipation_element_id_6cca54f8 ON public.deciding_refusedparticipation USING btree (element_id);
CREATE INDEX digest_of_period ON public.regiozwolle_digest USING btree (rhythm, period_on);
CREATE INDEX django_admin_log_content_type_id_c4bce8eb ON public.django_admin_log USING btree (content_type_id);
CREATE INDEX django_admin_log_user_id_c564eba6 ON public.django_admin_log USING btree (user_id);
CREATE INDEX django_session_expire_date_a5c62663 ON public.django_session USING btree (expire_date);
CREATE INDEX django_session_session_key_c0390e0f_like ON public.django_session USING btree (session_key varchar_pattern_ops);
CREATE INDEX documents_that_are_wanted ON public.ground_keptdocument USING btree (wanted_at) WHERE (wanted_at IS NOT NULL);
CREATE INDEX event_about ON public.regiozwolle_event USING gin (about);
CREATE INDEX event_of_row ON public.regiozwolle_event USING btree (row_table, row_id);
CREATE INDEX event_to_come ON public.regiozwolle_event USING btree (public_at) WHERE (number IS NULL);
CREATE INDEX follow_of_thing ON public.regiozwolle_follow USING btree (kind, thing_id);
CREATE INDEX ground_change_act_id_ecbf492a ON public.ground_change USING btree (act_id);
CREATE INDEX ground_commandrun_name_fb764e63_like ON public.ground_commandrun USING btree (name varchar_pattern_ops);
CREATE INDEX ground_filechunk_file_id_a9e5be74 ON public.ground_filechunk USING btree (file_id);
CREATE INDEX ground_keptdocument_address_fce0ddc1_like ON public.ground_keptdocument USING btree (address varchar_pattern_ops);
CREATE INDEX ground_keptdocument_file_id_ccc190f6 ON public.ground_keptdocument USING btree (file_id);
CREATE INDEX ground_mail_message_id_ef91ce58_like ON public.ground_mail USING btree (message_id varchar_pattern_ops);
CREATE INDEX ground_openform_user_id_95b5638b ON public.ground_openform USING btree (user_id);
CREATE INDEX ground_previewlink_content_type_id_3aa4055b ON public.ground_previewlink USING btree (content_type_id);
CREATE INDEX ground_previewlink_made_by_id_42ef4bf8 ON public.ground_previewlink USING btree (made_by_id);
CREATE INDEX ground_storedfile_sha256_2b158d65_like ON public.ground_storedfile USING btree (sha256 varchar_pattern_ops);
CREATE INDEX group_acts_of_a_letter ON public.consultation_groupact USING btree (letter_id, at DESC);
CREATE INDEX idx_procrastinate_jobs_worker_not_null ON public.procrastinate_jobs USING btree (worker_id) WHERE ((worker_id IS NOT NULL) AND (status = 'doing'::public.procrastinate_job_status));
CREATE INDEX idx_procrastinate_workers_last_heartbeat ON public.procrastinate_workers USING btree (last_heartbeat);
CREATE INDEX mails_that_wait ON public.ground_mail USING btree (priority, created_at) WHERE ((state)::text = ANY (ARRAY[('wacht'::character varying)::text, ('bezig'::character varying)::text]));
CREATE INDEX measurements_by_last_day ON public.results_measurement USING btree (indicator_id, scope, COALESCE(reference_until, reference_on)) WHERE counts;
CREATE INDEX meetings_agendaitem_dossier_id_a4f56fba ON public.meetings_agendaitem USING btree (dossier_id);
CREATE INDEX meetings_agendaitem_element_id_7354bfd7 ON public.meetings_agendaitem USING btree (element_id);
CREATE INDEX meetings_agendaitem_meeting_id_07815bb0 ON public.meetings_agendaitem USING btree (meeting_id);
CREATE INDEX meetings_meeting_slug_e55a951e_like ON public.meetings_meeting USING btree (slug varchar_pattern_ops);
CREATE INDEX meetings_meeting_source_id_cee960df ON public.meetings_meeting USING btree (source_id);
CREATE INDEX meetings_meetingdocument_file_id_370fe7f4 ON public.meetings_meetingdocument USING btree (file_id);
CREATE INDEX meetings_meetingdocument_meeting_id_c9a7951d ON public.meetings_meetingdocument USING btree (meeting_id);
CREATE INDEX meetings_outcomeline_dossier_id_9e88c3d0 ON public.meetings_outcomeline USING btree (dossier_id);
CREATE INDEX meetings_outcomeline_element_id_eeb55594 ON public.meetings_outcomeline USING btree (element_id);
CREATE INDEX meetings_outcomeline_meeting_id_8c2c36cf ON public.meetings_outcomeline USING btree (meeting_id);
CREATE INDEX meetings_outcomeline_point_id_4ab3caa5 ON public.meetings_outcomeline USING btree (point_id);
CREATE INDEX meetings_registration_meeting_id_09b16582 ON public.meetings_registration USING btree (meeting_id);
CREATE INDEX meetings_registration_partner_id_7058aa51 ON public.meetings_registration USING btree (partner_id);
CREATE INDEX meetings_registration_user_id_17bc87ef ON public.meetings_registration USING btree (user_id);
CREATE INDEX mfa_authenticator_user_id_0c3a50c0 ON public.mfa_authenticator USING btree (user_id);
CREATE UNIQUE INDEX one_answer_per_question_and_letter ON public.consultation_point USING btree (letter_id, question_id) WHERE (part_of_id IS NULL);
CREATE UNIQUE INDEX one_body_of_each_kind_per_partner ON public.partners_body USING btree (partner_id, kind) WHERE (NOT ((kind)::text = 'bestuur'::text));
CREATE UNIQUE INDEX one_delivery_of_a_package_to_a_person ON public.deciding_delivery USING btree (package_id, user_id) WHERE (user_id IS NOT NULL);
CREATE UNIQUE INDEX one_endorsement_per_group_and_point ON public.consultation_endorsement USING btree (point_id, body_id, sender_kind, party_group) WHERE ((sender_kind)::text = ANY (ARRAY[('fractie'::character varying)::text, ('raad'::character varying)::text, ('college'::character varying)::text]));
CREATE UNIQUE INDEX one_endorsement_per_person_and_point ON public.consultation_endorsement USING btree (point_id, body_id, sender_kind, author_id) WHERE (NOT ((sender_kind)::text = ANY (ARRAY[('fractie'::character varying)::text, ('raad'::character varying)::text, ('college'::character varying)::text])));
CREATE UNIQUE INDEX one_entry_link_per_track_purpose_and_address ON public.deciding_entrylink USING btree (track_id, purpose, address) WHERE (revoked_at IS NULL);
CREATE UNIQUE INDEX one_follower_per_address ON public.regiozwolle_follower USING btree (lower((email)::text)) WHERE (NOT ((email)::text = ''::text));
CREATE UNIQUE INDEX one_form_makes_one_point ON public.consultation_point USING btree (letter_id, saved_in) WHERE (wording_id IS NOT NULL);
CREATE UNIQUE INDEX one_funding_counts_per_funder_and_year ON public.results_funding USING btree (programme_id, project_id, funder, year) NULLS NOT DISTINCT WHERE counts;
CREATE UNIQUE INDEX one_kept_text_per_person_and_form ON public.consultation_kepttext USING btree (user_id, address) WHERE (form IS NULL);
CREATE UNIQUE INDEX one_letter_per_author_and_capacity ON public.consultation_letter USING btree (consultation_id, author_id, body_id, sender_kind) WHERE (((state)::text = ANY (ARRAY[('concept'::character varying)::text, ('verstuurd'::character varying)::text])) AND (revises_id IS NULL) AND (NOT ((sender_kind)::text = ANY (ARRAY[('fractie'::character varying)::text, ('raad'::character varying)::text, ('college'::character varying)::text]))));
CREATE UNIQUE INDEX one_package_of_a_track_is_being_made ON public.deciding_package USING btree (track_id) WHERE (file_id IS NULL);
CREATE UNIQUE INDEX one_priority_per_partner_and_goal ON public.agenda_priority USING btree (partner_id, element_id) WHERE (replaced_at IS NULL);
CREATE UNIQUE INDEX one_proposal_per_request_indicator_and_partner ON public.results_proposal USING btree (confirmation_request_id, indicator_id, partner_id) NULLS NOT DISTINCT WHERE (confirmation_request_id IS NOT NULL);
CREATE UNIQUE INDEX one_waits_of_each_kind ON public.regiozwolle_accountchange USING btree (user_id, what) WHERE (decided_at IS NULL);
CREATE INDEX partners_accountinvitation_body_id_aa65bb24 ON public.partners_accountinvitation USING btree (body_id);
CREATE INDEX partners_accountinvitation_sent_by_id_4c6686b7 ON public.partners_accountinvitation USING btree (sent_by_id);
CREATE INDEX partners_body_delivery_source_id_ce5cf0d1 ON public.partners_body USING btree (delivery_source_id);
CREATE INDEX partners_body_partner_id_680517cc ON public.partners_body USING btree (partner_id);
CREATE INDEX partners_contactpoint_partner_id_6e50f987 ON public.partners_contactpoint USING btree (partner_id);
CREATE INDEX partners_contactpoint_source_id_8fa6a4bd ON public.partners_contactpoint USING btree (source_id);
CREATE INDEX partners_mandate_body_id_0f010e92 ON public.partners_mandate USING btree (body_id);
CREATE INDEX partners_mandate_user_id_c88d94aa ON public.partners_mandate USING btree (user_id);
CREATE INDEX partners_partner_cbs_code_48ce3a3b_like ON public.partners_partner USING btree (cbs_code varchar_pattern_ops);
CREATE INDEX partners_partner_logo_id_0b63c998 ON public.partners_partner USING btree (logo_id);
CREATE INDEX partners_partner_name_4a87b5b1_like ON public.partners_partner USING btree (name varchar_pattern_ops);
CREATE INDEX partners_partner_oin_0137e989_like ON public.partners_partner USING btree (oin varchar_pattern_ops);
CREATE INDEX partners_partner_province_id_877dd848 ON public.partners_partner USING btree (province_id);
CREATE INDEX partners_partner_slug_5003fad7_like ON public.partners_partner USING btree (slug varchar_pattern_ops);
CREATE INDEX partners_partner_source_id_fd6a45ba ON public.partners_partner USING btree (source_id);
CREATE INDEX partners_partner_succeeded_by_id_0bb10544 ON public.partners_partner USING btree (succeeded_by_id);
CREATE INDEX partners_partner_tooi_uri_6ed16fea_like ON public.partners_partner USING btree (tooi_uri varchar_pattern_ops);
CREATE INDEX partners_population_partner_id_34baf881 ON public.partners_population USING btree (partner_id);
CREATE INDEX partners_population_source_id_f09f7320 ON public.partners_population USING btree (source_id);
CREATE INDEX partners_recess_body_id_820f95da ON public.partners_recess USING btree (body_id);
CREATE INDEX partners_recess_source_id_7930a08a ON public.partners_recess USING btree (source_id);
CREATE INDEX partners_sitting_body_id_6ef9af03 ON public.partners_sitting USING btree (body_id);
CREATE INDEX partners_sitting_source_id_8083532f ON public.partners_sitting USING btree (source_id);
CREATE INDEX partners_source_slug_2814d1c2_like ON public.partners_source USING btree (slug varchar_pattern_ops);
CREATE INDEX partners_term_body_id_dd636ef5 ON public.partners_term USING btree (body_id);
CREATE INDEX partners_term_source_id_2313c3d6 ON public.partners_term USING btree (source_id);
CREATE INDEX partners_user_email_6756682e_like ON public.partners_user USING btree (email varchar_pattern_ops);
CREATE INDEX partners_user_groups_group_id_1ce8fbf5 ON public.partners_user_groups USING btree (group_id);
CREATE INDEX partners_user_groups_user_id_25224197 ON public.partners_user_groups USING btree (user_id);
CREATE INDEX partners_user_user_permissions_permission_id_884f31dd ON public.partners_user_user_permissions USING btree (permission_id);
CREATE INDEX partners_user_user_permissions_user_id_15a99518 ON public.partners_user_user_permissions USING btree (user_id);
CREATE INDEX point_text_trigrams ON public.consultation_point USING gin (text public.gin_trgm_ops);
CREATE INDEX points_with_letter ON public.consultation_point USING btree (id) INCLUDE (letter_id);
CREATE INDEX preview_link_of_thing ON public.ground_previewlink USING btree (content_type_id, object_id);
CREATE INDEX procrastinate_events_job_id_fkey_v1 ON public.procrastinate_events USING btree (job_id);
CREATE INDEX procrastinate_jobs_id_lock_idx_v1 ON public.procrastinate_jobs USING btree (id, lock) WHERE (status = ANY (ARRAY['todo'::public.procrastinate_job_status, 'doing'::public.procrastinate_job_status]));
CREATE UNIQUE INDEX procrastinate_jobs_lock_idx_v1 ON public.procrastinate_jobs USING btree (lock) WHERE (status = 'doing'::public.procrastinate_job_status);
CREATE INDEX procrastinate_jobs_priority_idx_v1 ON public.procrastinate_jobs USING btree (priority DESC, id) WHERE (status = 'todo'::public.procrastinate_job_status);
CREATE INDEX procrastinate_jobs_queue_name_idx_v1 ON public.procrastinate_jobs USING btree (queue_name);
CREATE UNIQUE INDEX procrastinate_jobs_queueing_lock_idx_v1 ON public.procrastinate_jobs USING btree (queueing_lock) WHERE (status = 'todo'::public.procrastinate_job_status);
CREATE INDEX procrastinate_periodic_defers_job_id_fkey_v1 ON public.procrastinate_periodic_defers USING btree (job_id);
CREATE INDEX regiozwolle_accountchange_asked_by_id_a7d3ac6d ON public.regiozwolle_accountchange USING btree (asked_by_id);
CREATE INDEX regiozwolle_accountchange_decided_by_id_8b80c920 ON public.regiozwolle_accountchange USING btree (decided_by_id);
CREATE INDEX regiozwolle_accountchange_user_id_3a0bf998 ON public.regiozwolle_accountchange USING btree (user_id);
CREATE INDEX regiozwolle_digest_follower_id_b120436e ON public.regiozwolle_digest USING btree (follower_id);
CREATE INDEX regiozwolle_follow_follower_id_8a93371d ON public.regiozwolle_follow USING btree (follower_id);
CREATE INDEX regiozwolle_newsletter_sent_by_id_563f713d ON public.regiozwolle_newsletter USING btree (sent_by_id);
CREATE INDEX regiozwolle_newslettermail_follower_id_ee28103a ON public.regiozwolle_newslettermail USING btree (follower_id);
CREATE INDEX regiozwolle_newslettermail_newsletter_id_a22e30a5 ON public.regiozwolle_newslettermail USING btree (newsletter_id);
CREATE INDEX regiozwolle_opensession_expire_date_4059795d ON public.regiozwolle_opensession USING btree (expire_date);
CREATE INDEX regiozwolle_opensession_session_key_c4e81b22_like ON public.regiozwolle_opensession USING btree (session_key varchar_pattern_ops);
CREATE INDEX regiozwolle_opensession_user_id_f6b6a276 ON public.regiozwolle_opensession USING btree (user_id);
CREATE INDEX regiozwolle_rightscheck_made_by_id_fbd0d9d7 ON public.regiozwolle_rightscheck USING btree (made_by_id);
CREATE INDEX regiozwolle_rightscheck_mandate_id_05150251 ON public.regiozwolle_rightscheck USING btree (mandate_id);
CREATE INDEX regiozwolle_rightscheck_user_id_9652d8eb ON public.regiozwolle_rightscheck USING btree (user_id);
CREATE INDEX regiozwolle_rightsreview_made_by_id_43d1dcfc ON public.regiozwolle_rightsreview USING btree (made_by_id);
CREATE INDEX regiozwolle_searchentry_address_86ca5ae7_like ON public.regiozwolle_searchentry USING btree (address varchar_pattern_ops);
CREATE INDEX regiozwolle_searchword_word_9ee41cb1_like ON public.regiozwolle_searchword USING btree (word varchar_pattern_ops);
CREATE INDEX regiozwolle_seededentry_key_f1db1948_like ON public.regiozwolle_seededentry USING btree (key varchar_pattern_ops);
CREATE INDEX regiozwolle_weeklymail_reader_id_73071811 ON public.regiozwolle_weeklymail USING btree (reader_id);
CREATE INDEX results_agreedmeasure_element_id_33305ed3 ON public.results_agreedmeasure USING btree (element_id);
CREATE INDEX results_agreedmeasure_measured_by_id_2776195d ON public.results_agreedmeasure USING btree (measured_by_id);
CREATE INDEX results_agreedmeasure_source_id_e0652a58 ON public.results_agreedmeasure USING btree (source_id);
CREATE INDEX results_correction_indicator_id_faa21036 ON public.results_correction USING btree (indicator_id);
CREATE INDEX results_correction_measurement_id_08a408af ON public.results_correction USING btree (measurement_id);
CREATE INDEX results_correction_source_id_8c528f8e ON public.results_correction USING btree (source_id);
CREATE INDEX results_enquiry_owner_id_01206f08 ON public.results_confirmationrequest USING btree (owner_id);
CREATE INDEX results_funding_programme_id_99d0e20d ON public.results_funding USING btree (programme_id);
CREATE INDEX results_funding_project_id_fee050c1 ON public.results_funding USING btree (project_id);
CREATE INDEX results_funding_source_id_e2f59224 ON public.results_funding USING btree (source_id);
CREATE INDEX results_indicator_elements_element_id_8d6203dd ON public.results_indicator_elements USING btree (element_id);
CREATE INDEX results_indicator_elements_indicator_id_30416042 ON public.results_indicator_elements USING btree (indicator_id);
CREATE INDEX results_indicator_owner_id_444889a4 ON public.results_indicator USING btree (owner_id);
CREATE INDEX results_indicator_slug_c93541ff_like ON public.results_indicator USING btree (slug varchar_pattern_ops);
CREATE INDEX results_latereminder_indicator_id_ee966ab1 ON public.results_latereminder USING btree (indicator_id);
CREATE INDEX results_latereminder_owner_id_607f22bb ON public.results_latereminder USING btree (owner_id);
CREATE INDEX results_measurement_indicator_id_5a40fbf3 ON public.results_measurement USING btree (indicator_id);
CREATE INDEX results_measurement_partner_id_195b87f1 ON public.results_measurement USING btree (partner_id);
CREATE INDEX results_measurement_source_id_a14dcc11 ON public.results_measurement USING btree (source_id);
CREATE INDEX results_override_indicator_id_60df45ba ON public.results_override USING btree (indicator_id);
CREATE INDEX results_owner_partner_id_166a9215 ON public.results_owner USING btree (partner_id);
CREATE INDEX results_programme_elements_element_id_683b1cc0 ON public.results_programme_elements USING btree (element_id);
CREATE INDEX results_programme_elements_programme_id_ec276daf ON public.results_programme_elements USING btree (programme_id);
CREATE INDEX results_programme_parent_id_eced4b45 ON public.results_programme USING btree (parent_id);
CREATE INDEX results_programme_slug_fb88e783_like ON public.results_programme USING btree (slug varchar_pattern_ops);
CREATE INDEX results_programme_source_id_23f343b3 ON public.results_programme USING btree (source_id);
CREATE INDEX results_project_elements_element_id_cf63f6d9 ON public.results_project_elements USING btree (element_id);
CREATE INDEX results_project_elements_project_id_047e6241 ON public.results_project_elements USING btree (project_id);
CREATE INDEX results_project_parent_id_9b5d8733 ON public.results_project USING btree (parent_id);
CREATE INDEX results_project_programme_id_ef2b2bdf ON public.results_project USING btree (programme_id);
CREATE INDEX results_project_slug_eeec1eaf_like ON public.results_project USING btree (slug varchar_pattern_ops);
CREATE INDEX results_project_source_id_6530e9be ON public.results_project USING btree (source_id);
CREATE INDEX results_projectpartner_partner_id_16aeb6a3 ON public.results_projectpartner USING btree (partner_id);
CREATE INDEX results_projectpartner_project_id_304e0057 ON public.results_projectpartner USING btree (project_id);
CREATE INDEX results_projectphase_project_id_b34a2426 ON public.results_projectphase USING btree (project_id);
CREATE INDEX results_projectphase_source_id_f8b8eade ON public.results_projectphase USING btree (source_id);
CREATE INDEX results_projectresult_indicator_id_c11a6813 ON public.results_projectresult USING btree (indicator_id);
CREATE INDEX results_projectresult_project_id_816a1c8d ON public.results_projectresult USING btree (project_id);
CREATE INDEX results_projectresult_source_id_02a2d018 ON public.results_projectresult USING btree (source_id);
CREATE INDEX results_proposal_enquiry_id_8c2fbf19 ON public.results_proposal USING btree (confirmation_request_id);
CREATE INDEX results_proposal_indicator_id_5d4981b3 ON public.results_proposal USING btree (indicator_id);
CREATE INDEX results_proposal_judged_by_id_3574f376 ON public.results_proposal USING btree (judged_by_id);
CREATE INDEX results_proposal_measurement_id_ea6fb037 ON public.results_proposal USING btree (measurement_id);
CREATE INDEX results_proposal_partner_id_fed9a809 ON public.results_proposal USING btree (partner_id);
CREATE INDEX results_proposal_proposed_by_id_0d4ad87c ON public.results_proposal USING btree (proposed_by_id);
CREATE INDEX results_proposal_target_id_00412795 ON public.results_proposal USING btree (target_id);
CREATE INDEX results_report_previous_id_acebbec1 ON public.results_report USING btree (previous_id);
CREATE INDEX results_report_slug_f0bc78a3_like ON public.results_report USING btree (slug varchar_pattern_ops);
CREATE INDEX results_target_indicator_id_147aed57 ON public.results_target USING btree (indicator_id);
CREATE INDEX results_target_source_id_d53ccb34 ON public.results_target USING btree (source_id);
CREATE INDEX results_tariff_element_id_f83bb18e ON public.results_tariff USING btree (element_id);
CREATE INDEX results_tariff_source_id_75dc0a9e ON public.results_tariff USING btree (source_id);
CREATE INDEX search_entry_page ON public.regiozwolle_searchentry USING btree (page varchar_pattern_ops);
CREATE INDEX search_entry_place ON public.regiozwolle_searchentry USING btree (place, id);
CREATE INDEX search_entry_title_words ON public.regiozwolle_searchentry USING gin (title_words) WITH (fastupdate=off);
CREATE INDEX search_entry_words ON public.regiozwolle_searchentry USING gin (words) WITH (fastupdate=off);
CREATE INDEX search_word_begins ON public.regiozwolle_searchword USING btree (word varchar_pattern_ops);
CREATE INDEX search_word_looks_like ON public.regiozwolle_searchword USING gin (word public.gin_trgm_ops) WITH (fastupdate=off);
CREATE INDEX search_word_parts ON public.regiozwolle_searchword USING gin (parts) WITH (fastupdate=off);
CREATE INDEX search_word_stem ON public.regiozwolle_searchword USING btree (stem);
CREATE INDEX security_event_actor ON public.ground_securityevent USING btree (actor_id);
CREATE INDEX security_event_made_at ON public.ground_securityevent USING btree (made_at);
CREATE INDEX socialaccount_socialaccount_user_id_8146e70c ON public.socialaccount_socialaccount USING btree (user_id);
CREATE INDEX socialaccount_socialtoken_account_id_951f210e ON public.socialaccount_socialtoken USING btree (account_id);
CREATE INDEX socialaccount_socialtoken_app_id_636a42d7 ON public.socialaccount_socialtoken USING btree (app_id);
CREATE UNIQUE INDEX unique_authenticator_type ON public.mfa_authenticator USING btree (user_id, type) WHERE ((type)::text = ANY (ARRAY[('totp'::character varying)::text, ('recovery_codes'::character varying)::text]));
CREATE UNIQUE INDEX unique_primary_email ON public.account_emailaddress USING btree (user_id, "primary") WHERE "primary";
CREATE UNIQUE INDEX unique_verified_email ON public.account_emailaddress USING btree (email) WHERE verified;
CREATE INDEX who_has_it_open ON public.ground_openform USING btree (subject, object_id);
CREATE TRIGGER address_is_kept BEFORE DELETE ON public.consultation_consultation FOR EACH ROW EXECUTE FUNCTION public.regiozwolle_address_is_kept();
CREATE TRIGGER address_is_kept BEFORE DELETE ON public.deciding_dossier FOR EACH ROW EXECUTE FUNCTION public.regiozwolle_address_is_kept();
CREATE TRIGGER address_is_kept BEFORE DELETE ON public.meetings_meeting FOR EACH ROW EXECUTE FUNCTION public.regiozwolle_address_is_kept();
CREATE TRIGGER address_is_kept BEFORE DELETE ON public.partners_partner FOR EACH ROW EXECUTE FUNCTION public.regiozwolle_address_is_kept();
CREATE TRIGGER address_is_kept BEFORE DELETE ON public.results_indicator FOR EACH ROW EXECUTE FUNCTION public.regiozwolle_address_is_kept();
CREATE TRIGGER address_is_kept BEFORE DELETE ON public.results_programme FOR EACH ROW EXECUTE FUNCTION public.regiozwolle_address_is_kept();
CREATE TRIGGER address_is_kept BEFORE DELETE ON public.results_project FOR EACH ROW EXECUTE FUNCTION public.regiozwolle_address_is_kept();
CREATE TRIGGER address_leads_on BEFORE INSERT ON public.agenda_agenda FOR EACH ROW EXECUTE FUNCTION public.regiozwolle_address_leads_on();
CREATE TRIGGER address_leads_on BEFORE INSERT ON public.consultation_consultation FOR EACH ROW EXECUTE FUNCTION public.regiozwolle_address_leads_on();
CREATE TRIGGER address_leads_on BEFORE INSERT ON public.deciding_dossier FOR EACH ROW EXECUTE FUNCTION public.regiozwolle_address_leads_on();
CREATE TRIGGER address_leads_on BEFORE INSERT ON public.meetings_meeting FOR EACH ROW EXECUTE FUNCTION public.regiozwolle_address_leads_on();
CREATE TRIGGER address_leads_on BEFORE INSERT ON public.partners_partner FOR EACH ROW EXECUTE FUNCTION public.regiozwolle_address_leads_on();
CREATE TRIGGER address_leads_on BEFORE INSERT ON public.results_indicator FOR EACH ROW EXECUTE FUNCTION public.regiozwolle_address_leads_on();
CREATE TRIGGER address_leads_on BEFORE INSERT ON public.results_programme FOR EACH ROW EXECUTE FUNCTION public.regiozwolle_address_leads_on();
CREATE TRIGGER address_leads_on BEFORE INSERT ON public.results_project FOR EACH ROW EXECUTE FUNCTION public.regiozwolle_address_leads_on();
CREATE TRIGGER address_leads_on BEFORE INSERT ON public.results_report FOR EACH ROW EXECUTE FUNCTION public.regiozwolle_address_leads_on();
CREATE TRIGGER address_moves BEFORE UPDATE OF slug ON public.agenda_agenda FOR EACH ROW WHEN (((old.slug)::text IS DISTINCT FROM (new.slug)::text)) EXECUTE FUNCTION public.regiozwolle_address_leads_on();
CREATE TRIGGER address_moves BEFORE UPDATE OF slug ON public.consultation_consultation FOR EACH ROW WHEN (((old.slug)::text IS DISTINCT FROM (new.slug)::text)) EXECUTE FUNCTION public.regiozwolle_address_leads_on();
CREATE TRIGGER address_moves BEFORE UPDATE OF slug ON public.deciding_dossier FOR EACH ROW WHEN (((old.slug)::text IS DISTINCT FROM (new.slug)::text)) EXECUTE FUNCTION public.regiozwolle_address_leads_on();
CREATE TRIGGER address_moves BEFORE UPDATE OF slug ON public.meetings_meeting FOR EACH ROW WHEN (((old.slug)::text IS DISTINCT FROM (new.slug)::text)) EXECUTE FUNCTION public.regiozwolle_address_leads_on();
CREATE TRIGGER address_moves BEFORE UPDATE OF slug ON public.partners_partner FOR EACH ROW WHEN (((old.slug)::text IS DISTINCT FROM (new.slug)::text)) EXECUTE FUNCTION public.regiozwolle_address_leads_on();
CREATE TRIGGER address_moves BEFORE UPDATE OF slug ON public.results_indicator FOR EACH ROW WHEN (((old.slug)::text IS DISTINCT FROM (new.slug)::text)) EXECUTE FUNCTION public.regiozwolle_address_leads_on();
CREATE TRIGGER address_moves BEFORE UPDATE OF slug ON public.results_programme FOR EACH ROW WHEN (((old.slug)::text IS DISTINCT FROM (new.slug)::text)) EXECUTE FUNCTION public.regiozwolle_address_leads_on();
CREATE TRIGGER address_moves BEFORE UPDATE OF slug ON public.results_project FOR EACH ROW WHEN (((old.slug)::text IS DISTINCT FROM (new.slug)::text)) EXECUTE FUNCTION public.regiozwolle_address_leads_on();
CREATE TRIGGER address_moves BEFORE UPDATE OF slug ON public.results_report FOR EACH ROW WHEN (((old.slug)::text IS DISTINCT FROM (new.slug)::text)) EXECUTE FUNCTION public.regiozwolle_address_leads_on();
CREATE TRIGGER asked_stays BEFORE INSERT OR DELETE OR UPDATE ON public.consultation_question FOR EACH ROW EXECUTE FUNCTION public.consultation_asked_stays();
CREATE TRIGGER confirmation_ends BEFORE UPDATE ON public.deciding_decision FOR EACH ROW WHEN (((old.confirmed_on IS NOT NULL) AND ((to_jsonb(old.*) - 'confirmed_on'::text) IS DISTINCT FROM (to_jsonb(new.*) - 'confirmed_on'::text)))) EXECUTE FUNCTION public.deciding_confirmation_ends();
CREATE TRIGGER confirmation_ends BEFORE UPDATE ON public.deciding_trackstep FOR EACH ROW WHEN (((old.confirmed_on IS NOT NULL) AND ((to_jsonb(old.*) - 'confirmed_on'::text) IS DISTINCT FROM (to_jsonb(new.*) - 'confirmed_on'::text)))) EXECUTE FUNCTION public.deciding_confirmation_ends();
CREATE TRIGGER decided_component_stays BEFORE UPDATE ON public.deciding_component FOR EACH ROW WHEN (((old.dossier_id IS DISTINCT FROM new.dossier_id) OR (old.element_id IS DISTINCT FROM new.element_id) OR ((old.name)::text IS DISTINCT FROM (new.name)::text) OR (old.text IS DISTINCT FROM new.text))) EXECUTE FUNCTION public.deciding_decided_component_stays();
CREATE TRIGGER decided_on_stays BEFORE UPDATE OF version_id ON public.deciding_dossier FOR EACH ROW WHEN (((old.version_id IS NOT NULL) AND (old.version_id IS DISTINCT FROM new.version_id))) EXECUTE FUNCTION public.deciding_decided_on_stays();
CREATE TRIGGER decided_track_stays BEFORE UPDATE ON public.deciding_track FOR EACH ROW WHEN (((old.dossier_id IS DISTINCT FROM new.dossier_id) OR (old.body_id IS DISTINCT FROM new.body_id))) EXECUTE FUNCTION public.deciding_decided_track_stays();
CREATE TRIGGER decision_is_changed BEFORE UPDATE ON public.deciding_decision FOR EACH ROW WHEN (((to_jsonb(old.*) - 'confirmed_on'::text) IS DISTINCT FROM (to_jsonb(new.*) - 'confirmed_on'::text))) EXECUTE FUNCTION public.deciding_decision_stays();
CREATE TRIGGER decision_is_deleted BEFORE DELETE ON public.deciding_decision FOR EACH ROW EXECUTE FUNCTION public.deciding_decision_stays();
CREATE TRIGGER finished_stays BEFORE DELETE OR UPDATE ON public.consultation_consultation FOR EACH ROW WHEN ((old.finished_at IS NOT NULL)) EXECUTE FUNCTION public.consultation_finished_stays();
CREATE TRIGGER frozen_report_stays BEFORE DELETE OR UPDATE ON public.results_report FOR EACH ROW EXECUTE FUNCTION public.results_frozen_report_stays();
CREATE TRIGGER package_stays BEFORE UPDATE ON public.deciding_package FOR EACH ROW WHEN (((old.file_id IS NOT NULL) AND ((old.track_id IS DISTINCT FROM new.track_id) OR (old.number IS DISTINCT FROM new.number) OR (old.file_id IS DISTINCT FROM new.file_id) OR ((old.digest)::text IS DISTINCT FROM (new.digest)::text) OR (old.content IS DISTINCT FROM new.content) OR (old.made_at IS DISTINCT FROM new.made_at)))) EXECUTE FUNCTION public.deciding_package_stays();
CREATE TRIGGER paper_version_stays BEFORE UPDATE ON public.deciding_paperversion FOR EACH ROW WHEN (((old.paper_id IS DISTINCT FROM new.paper_id) OR (old.number IS DISTINCT FROM new.number) OR (old.file_id IS DISTINCT FROM new.file_id) OR ((old.file_name)::text IS DISTINCT FROM (new.file_name)::text) OR (old.put_at IS DISTINCT FROM new.put_at) OR (old.reason IS DISTINCT FROM new.reason) OR ((old.inaccessible_because)::text IS DISTINCT FROM (new.inaccessible_because)::text))) EXECUTE FUNCTION public.deciding_paper_version_stays();
CREATE TRIGGER procrastinate_jobs_notify_queue_job_aborted_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN (((old.abort_requested = false) AND (new.abort_requested = true) AND (new.status = 'doing'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_notify_queue_abort_job_v1();
CREATE TRIGGER procrastinate_jobs_notify_queue_job_inserted_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_notify_queue_job_inserted_v1();
CREATE TRIGGER procrastinate_trigger_abort_requested_events_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.abort_requested = true)) EXECUTE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1();
CREATE TRIGGER procrastinate_trigger_delete_jobs_v1 BEFORE DELETE ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_unlink_periodic_defers_v1();
CREATE TRIGGER procrastinate_trigger_scheduled_events_v1 AFTER INSERT OR UPDATE ON public.procrastinate_jobs FOR EACH ROW WHEN (((new.scheduled_at IS NOT NULL) AND (new.status = 'todo'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1();
CREATE TRIGGER procrastinate_trigger_status_events_insert_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1();
CREATE TRIGGER procrastinate_trigger_status_events_update_v1 AFTER UPDATE OF status ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_update_v1();
CREATE TRIGGER public_stays BEFORE UPDATE OF public_from ON public.agenda_keypoint FOR EACH ROW WHEN (((old.public_from <= clock_timestamp()) AND (new.public_from IS DISTINCT FROM old.public_from))) EXECUTE FUNCTION public.regiozwolle_public_stays();
CREATE TRIGGER public_stays BEFORE UPDATE OF public_from ON public.agenda_milestone FOR EACH ROW WHEN (((old.public_from <= clock_timestamp()) AND (new.public_from IS DISTINCT FROM old.public_from))) EXECUTE FUNCTION public.regiozwolle_public_stays();
CREATE TRIGGER public_stays BEFORE UPDATE OF public_from ON public.consultation_consultation FOR EACH ROW WHEN (((old.public_from <= clock_timestamp()) AND (new.public_from IS DISTINCT FROM old.public_from))) EXECUTE FUNCTION public.regiozwolle_public_stays();
CREATE TRIGGER public_stays BEFORE UPDATE OF public_from ON public.deciding_dossier FOR EACH ROW WHEN (((old.public_from <= clock_timestamp()) AND (new.public_from IS DISTINCT FROM old.public_from))) EXECUTE FUNCTION public.regiozwolle_public_stays();
CREATE TRIGGER public_stays BEFORE UPDATE OF public_from ON public.meetings_meeting FOR EACH ROW WHEN (((old.public_from <= clock_timestamp()) AND (new.public_from IS DISTINCT FROM old.public_from))) EXECUTE FUNCTION public.regiozwolle_public_stays();
CREATE TRIGGER public_stays BEFORE UPDATE OF public_from ON public.partners_partner FOR EACH ROW WHEN (((old.public_from <= clock_timestamp()) AND (new.public_from IS DISTINCT FROM old.public_from))) EXECUTE FUNCTION public.regiozwolle_public_stays();
CREATE TRIGGER public_stays BEFORE UPDATE OF public_from ON public.results_indicator FOR EACH ROW WHEN (((old.public_from <= clock_timestamp()) AND (new.public_from IS DISTINCT FROM old.public_from))) EXECUTE FUNCTION public.regiozwolle_public_stays();
CREATE TRIGGER public_stays BEFORE UPDATE OF public_from ON public.results_programme FOR EACH ROW WHEN (((old.public_from <= clock_timestamp()) AND (new.public_from IS DISTINCT FROM old.public_from))) EXECUTE FUNCTION public.regiozwolle_public_stays();
CREATE TRIGGER public_stays BEFORE UPDATE OF public_from ON public.results_project FOR EACH ROW WHEN (((old.public_from <= clock_timestamp()) AND (new.public_from IS DISTINCT FROM old.public_from))) EXECUTE FUNCTION public.regiozwolle_public_stays();
CREATE TRIGGER published_answer_stays BEFORE DELETE OR UPDATE ON public.consultation_answer FOR EACH ROW EXECUTE FUNCTION public.consultation_published_answer_stays();
CREATE TRIGGER published_code_stays BEFORE UPDATE OF code, agenda_id ON public.agenda_element FOR EACH ROW WHEN ((((old.code)::text IS DISTINCT FROM (new.code)::text) OR (old.agenda_id IS DISTINCT FROM new.agenda_id))) EXECUTE FUNCTION public.agenda_published_code_stays();
CREATE TRIGGER published_version_stays BEFORE DELETE OR UPDATE ON public.agenda_version FOR EACH ROW EXECUTE FUNCTION public.agenda_published_version_stays();
CREATE TRIGGER published_wording_stays BEFORE INSERT OR DELETE OR UPDATE ON public.agenda_wording FOR EACH ROW EXECUTE FUNCTION public.agenda_published_wording_stays();
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.agenda_action REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.agenda_agenda REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.agenda_element REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.agenda_elementlink REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.agenda_keypoint REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.agenda_milestone REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.agenda_participation REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.agenda_priority REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.agenda_succession REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.agenda_version REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.agenda_wording REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.consultation_answer REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.consultation_answer_points REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.consultation_answer_wordings REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.consultation_attendance REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.consultation_consultation REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.consultation_discussiontable REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.consultation_endorsement REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.consultation_extension REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.consultation_invitation REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.consultation_letter REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('changed.state NOT IN (''concept'', ''opzij'')');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.consultation_point REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('consultation_is_sent(changed.letter_id)');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.consultation_point_themes REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.consultation_publication REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.consultation_question REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.consultation_step REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.consultation_tablesession REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.consultation_theme REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.deciding_ask REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.deciding_askedamount REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.deciding_commitment REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.deciding_component REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.deciding_decision REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.deciding_delivery REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.deciding_dossier REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.deciding_exclusion REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.deciding_groupvote REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.deciding_likenessjudgement REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.deciding_motion REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.deciding_package REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.deciding_package_papers REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.deciding_paper REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.deciding_paperversion REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.deciding_track REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.deciding_trackstep REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.ground_filewords REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.ground_mail REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('EXISTS (SELECT FROM deciding_delivery WHERE mail_id = changed.id)');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.meetings_agendaitem REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.meetings_meeting REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.meetings_meetingdocument REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.meetings_outcomeline REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.meetings_registration REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.partners_body REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.partners_contactpoint REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.partners_partner REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.partners_population REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.partners_recess REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.partners_sitting REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.partners_source REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.partners_term REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.regiozwolle_event REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('changed.number IS NOT NULL');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.regiozwolle_formeraddress REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.results_agreedmeasure REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.results_correction REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.results_funding REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.results_goalweight REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.results_indicator REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.results_indicator_elements REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.results_measurement REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.results_override REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.results_owner REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.results_programme REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.results_programme_elements REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.results_project REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.results_project_elements REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.results_projectpartner REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.results_projectphase REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.results_projectresult REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.results_report REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.results_target REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_delete AFTER DELETE ON public.results_tariff REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.agenda_action REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.agenda_agenda REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.agenda_element REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.agenda_elementlink REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.agenda_keypoint REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.agenda_milestone REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.agenda_participation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.agenda_priority REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.agenda_succession REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.agenda_version REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.agenda_wording REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.consultation_answer REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.consultation_answer_points REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.consultation_answer_wordings REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.consultation_attendance REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.consultation_consultation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.consultation_discussiontable REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.consultation_endorsement REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.consultation_extension REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.consultation_invitation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.consultation_letter REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('changed.state NOT IN (''concept'', ''opzij'')');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.consultation_point REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('consultation_is_sent(changed.letter_id)');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.consultation_point_themes REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.consultation_publication REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.consultation_question REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.consultation_step REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.consultation_tablesession REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.consultation_theme REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.deciding_ask REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.deciding_askedamount REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.deciding_commitment REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.deciding_component REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.deciding_decision REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.deciding_delivery REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.deciding_dossier REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.deciding_exclusion REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.deciding_groupvote REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.deciding_likenessjudgement REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.deciding_motion REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.deciding_package REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.deciding_package_papers REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.deciding_paper REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.deciding_paperversion REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.deciding_track REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.deciding_trackstep REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.ground_filewords REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.ground_mail REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('EXISTS (SELECT FROM deciding_delivery WHERE mail_id = changed.id)');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.meetings_agendaitem REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.meetings_meeting REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.meetings_meetingdocument REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.meetings_outcomeline REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.meetings_registration REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.partners_body REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.partners_contactpoint REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.partners_partner REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.partners_population REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.partners_recess REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.partners_sitting REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.partners_source REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.partners_term REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.regiozwolle_event REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('changed.number IS NOT NULL');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.regiozwolle_formeraddress REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.results_agreedmeasure REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.results_correction REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.results_funding REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.results_goalweight REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.results_indicator REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.results_indicator_elements REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.results_measurement REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.results_override REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.results_owner REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.results_programme REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.results_programme_elements REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.results_project REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.results_project_elements REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.results_projectpartner REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.results_projectphase REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.results_projectresult REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.results_report REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.results_target REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_insert AFTER INSERT ON public.results_tariff REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.agenda_action FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.agenda_agenda FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.agenda_element FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.agenda_elementlink FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.agenda_keypoint FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.agenda_milestone FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.agenda_participation FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.agenda_priority FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.agenda_succession FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.agenda_version FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.agenda_wording FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.consultation_answer FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.consultation_answer_points FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.consultation_answer_wordings FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.consultation_attendance FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.consultation_consultation FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.consultation_discussiontable FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.consultation_endorsement FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.consultation_extension FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.consultation_invitation FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.consultation_letter FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('changed.state NOT IN (''concept'', ''opzij'')');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.consultation_point FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('consultation_is_sent(changed.letter_id)');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.consultation_point_themes FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.consultation_publication FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.consultation_question FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.consultation_step FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.consultation_tablesession FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.consultation_theme FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.deciding_ask FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.deciding_askedamount FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.deciding_commitment FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.deciding_component FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.deciding_decision FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.deciding_delivery FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.deciding_dossier FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.deciding_exclusion FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.deciding_groupvote FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.deciding_likenessjudgement FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.deciding_motion FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.deciding_package FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.deciding_package_papers FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.deciding_paper FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.deciding_paperversion FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.deciding_track FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.deciding_trackstep FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.ground_filewords FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.ground_mail FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('EXISTS (SELECT FROM deciding_delivery WHERE mail_id = changed.id)');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.meetings_agendaitem FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.meetings_meeting FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.meetings_meetingdocument FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.meetings_outcomeline FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.meetings_registration FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.partners_body FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.partners_contactpoint FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.partners_partner FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.partners_population FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.partners_recess FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.partners_sitting FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.partners_source FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.partners_term FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.regiozwolle_event FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('changed.number IS NOT NULL');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.regiozwolle_formeraddress FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.results_agreedmeasure FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.results_correction FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.results_funding FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.results_goalweight FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.results_indicator FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.results_indicator_elements FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.results_measurement FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.results_override FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.results_owner FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.results_programme FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.results_programme_elements FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.results_project FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.results_project_elements FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.results_projectpartner FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.results_projectphase FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.results_projectresult FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.results_report FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.results_target FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_truncate AFTER TRUNCATE ON public.results_tariff FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.agenda_action REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.agenda_agenda REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.agenda_element REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.agenda_elementlink REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.agenda_keypoint REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.agenda_milestone REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.agenda_participation REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.agenda_priority REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.agenda_succession REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.agenda_version REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.agenda_wording REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.consultation_answer REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.consultation_answer_points REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.consultation_answer_wordings REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.consultation_attendance REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.consultation_consultation REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.consultation_discussiontable REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.consultation_endorsement REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.consultation_extension REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.consultation_invitation REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.consultation_letter REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('changed.state NOT IN (''concept'', ''opzij'')');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.consultation_point REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('consultation_is_sent(changed.letter_id)');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.consultation_point_themes REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.consultation_publication REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.consultation_question REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.consultation_step REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.consultation_tablesession REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.consultation_theme REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.deciding_ask REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.deciding_askedamount REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.deciding_commitment REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.deciding_component REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.deciding_decision REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.deciding_delivery REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.deciding_dossier REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.deciding_exclusion REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.deciding_groupvote REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.deciding_likenessjudgement REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.deciding_motion REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.deciding_package REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.deciding_package_papers REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.deciding_paper REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.deciding_paperversion REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.deciding_track REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.deciding_trackstep REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.ground_filewords REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.ground_mail REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('EXISTS (SELECT FROM deciding_delivery WHERE mail_id = changed.id)');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.meetings_agendaitem REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.meetings_meeting REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.meetings_meetingdocument REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.meetings_outcomeline REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.meetings_registration REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.partners_body REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.partners_contactpoint REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.partners_partner REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.partners_population REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.partners_recess REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.partners_sitting REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.partners_source REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.partners_term REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.regiozwolle_event REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('changed.number IS NOT NULL');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.regiozwolle_formeraddress REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.results_agreedmeasure REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.results_correction REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.results_funding REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.results_goalweight REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.results_indicator REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.results_indicator_elements REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.results_measurement REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.results_override REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.results_owner REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.results_programme REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.results_programme_elements REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.results_project REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.results_project_elements REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.results_projectpartner REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.results_projectphase REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.results_projectresult REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.results_report REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.results_target REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER raise_at_update AFTER UPDATE ON public.results_tariff REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.ground_state_changed('');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.agenda_action FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'element_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.agenda_agenda FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', '');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.agenda_element FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', '');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.agenda_elementlink FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'element_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.agenda_keypoint FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', '');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.agenda_milestone FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', '');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.agenda_participation FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'element_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.agenda_priority FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'partner_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.agenda_publicationrequest FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'version_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.agenda_succession FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'element_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.agenda_version FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', '');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.agenda_wording FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'version_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.auth_group FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', '');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.auth_group_permissions FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'group_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.consultation_answer FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{reason,landed_elsewhere,forwarded_to,correction}', '');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.consultation_answer_points FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'answer_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.consultation_answer_wordings FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'answer_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.consultation_answerstate FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{content}', 'answer_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.consultation_answertemplate FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', '');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.consultation_attendance FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'table_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.consultation_consultation FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{updated_at}', '{}', '');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.consultation_discussiontable FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{token}', 'session_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.consultation_endorsement FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{asked_at}', '{words}', 'point_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.consultation_extension FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'consultation_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.consultation_flag FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{reason}', 'point_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.consultation_internallabel FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', '');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.consultation_internalnote FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{text}', 'point_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.consultation_invitation FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{updated_at}', '{remark}', 'consultation_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.consultation_point_labels FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'point_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.consultation_point_themes FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'point_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.consultation_publication FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'consultation_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.consultation_question FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'consultation_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.consultation_redaction FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{text,proposal}', 'point_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.consultation_removal FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{text,proposal}', 'point_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.consultation_reopening FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{reason}', 'point_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.consultation_scan FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{description}', 'letter_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.consultation_step FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{updated_at}', '{}', 'consultation_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.consultation_tablesession FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'consultation_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.consultation_theme FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', '');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.deciding_ask FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'dossier_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.deciding_askedamount FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'track_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.deciding_commitment FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{reminded_at}', '{}', 'track_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.deciding_component FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'dossier_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.deciding_councilsource FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{cursor,changes_cursor,is_partial,asked_at,read_at,fresh_at,trouble,lacking}', '{}', 'body_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.deciding_decision FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'track_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.deciding_delivery FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{note}', 'package_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.deciding_dossier FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', '');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.deciding_dossierphrase FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'dossier_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.deciding_entrylink FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{address}', 'track_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.deciding_exclusion FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'one_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.deciding_groupvote FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'decision_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.deciding_likenessjudgement FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'dossier_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.deciding_motion FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'track_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.deciding_package FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{content}', 'track_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.deciding_package_papers FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'package_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.deciding_paper FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'dossier_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.deciding_paperversion FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{changes,not_compared_because}', '{}', 'paper_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.deciding_refusedparticipation FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'decision_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.deciding_track FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'dossier_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.deciding_trackstep FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'track_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.ground_previewlink FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{audience}', '');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.meetings_agendaitem FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'meeting_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.meetings_meeting FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{updated_at}', '{}', '');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.meetings_meetingdocument FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'meeting_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.meetings_outcomeline FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'meeting_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.meetings_registration FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{email,organisation}', 'meeting_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.mfa_authenticator FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{last_used_at}', '{data}', 'user_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.partners_accountinvitation FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{email,name,party_group}', 'body_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.partners_body FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'partner_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.partners_mandate FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'user_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.partners_partner FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', '');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.partners_population FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'partner_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.partners_recess FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{updated_at}', '{}', 'body_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.partners_sitting FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{updated_at}', '{}', 'body_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.partners_source FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', '');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.partners_term FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'body_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.partners_user FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{password,last_login}', '{email,name}', '');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.partners_user_groups FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'user_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.partners_user_user_permissions FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'user_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.regiozwolle_newsletter FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', '');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.regiozwolle_rightscheck FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', '');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.regiozwolle_rightsreview FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', '');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.results_agreedmeasure FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'element_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.results_confirmationrequest FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'owner_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.results_correction FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'measurement_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.results_funding FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', '');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.results_goalweight FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'element_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.results_indicator FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', '');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.results_indicator_elements FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'indicator_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.results_measurement FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'indicator_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.results_override FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'indicator_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.results_owner FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{email}', '');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.results_programme FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', '');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.results_programme_elements FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'programme_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.results_project FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', '');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.results_project_elements FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'project_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.results_projectpartner FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'project_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.results_projectphase FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'project_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.results_projectresult FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'project_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.results_proposal FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'confirmation_request_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.results_report FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{content}', '');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.results_target FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'indicator_id');
CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.results_tariff FOR EACH ROW EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'element_id');
CREATE TRIGGER record_delete AFTER DELETE ON public.consultation_letter FOR EACH ROW WHEN (((old.state)::text <> ALL (ARRAY[('concept'::character varying)::text, ('opzij'::character varying)::text]))) EXECUTE FUNCTION public.ground_record_change('{created_at,updated_at}', '{letter_text,check_remark,return_remark,sender_email,signed_name}', '');
CREATE TRIGGER record_delete AFTER DELETE ON public.consultation_point FOR EACH ROW WHEN (public.consultation_is_sent(old.letter_id)) EXECUTE FUNCTION public.ground_record_change('{created_at,updated_at,saved_in}', '{text,proposal,quoted_text}', 'letter_id');
CREATE TRIGGER record_delete AFTER DELETE ON public.consultation_submission FOR EACH ROW WHEN (public.consultation_is_sent(old.letter_id)) EXECUTE FUNCTION public.ground_record_change('{}', '{content}', 'letter_id');
CREATE TRIGGER record_delete AFTER DELETE ON public.partners_contactpoint FOR EACH ROW WHEN (old.is_person) EXECUTE FUNCTION public.ground_record_change('{}', '{name,role,email,website,note}', 'partner_id');
CREATE TRIGGER record_insert AFTER INSERT ON public.consultation_letter FOR EACH ROW WHEN (((new.state)::text <> ALL (ARRAY[('concept'::character varying)::text, ('opzij'::character varying)::text]))) EXECUTE FUNCTION public.ground_record_change('{created_at,updated_at}', '{letter_text,check_remark,return_remark,sender_email,signed_name}', '');
CREATE TRIGGER record_insert AFTER INSERT ON public.consultation_point FOR EACH ROW WHEN (public.consultation_is_sent(new.letter_id)) EXECUTE FUNCTION public.ground_record_change('{created_at,updated_at,saved_in}', '{text,proposal,quoted_text}', 'letter_id');
CREATE TRIGGER record_insert AFTER INSERT ON public.consultation_submission FOR EACH ROW WHEN (public.consultation_is_sent(new.letter_id)) EXECUTE FUNCTION public.ground_record_change('{}', '{content}', 'letter_id');
CREATE TRIGGER record_insert AFTER INSERT ON public.partners_contactpoint FOR EACH ROW WHEN (new.is_person) EXECUTE FUNCTION public.ground_record_change('{}', '{name,role,email,website,note}', 'partner_id');
CREATE TRIGGER record_stays BEFORE DELETE OR UPDATE ON public.ground_act FOR EACH ROW EXECUTE FUNCTION public.ground_record_stays();
CREATE TRIGGER record_stays BEFORE DELETE OR UPDATE ON public.ground_change FOR EACH ROW EXECUTE FUNCTION public.ground_record_stays();
CREATE TRIGGER record_update AFTER UPDATE ON public.consultation_letter FOR EACH ROW WHEN ((((new.state)::text <> ALL (ARRAY[('concept'::character varying)::text, ('opzij'::character varying)::text])) OR ((old.state)::text <> ALL (ARRAY[('concept'::character varying)::text, ('opzij'::character varying)::text])))) EXECUTE FUNCTION public.ground_record_change('{created_at,updated_at}', '{letter_text,check_remark,return_remark,sender_email,signed_name}', '');
CREATE TRIGGER record_update AFTER UPDATE ON public.consultation_point FOR EACH ROW WHEN ((public.consultation_is_sent(new.letter_id) OR public.consultation_is_sent(old.letter_id))) EXECUTE FUNCTION public.ground_record_change('{created_at,updated_at,saved_in}', '{text,proposal,quoted_text}', 'letter_id');
CREATE TRIGGER record_update AFTER UPDATE ON public.consultation_submission FOR EACH ROW WHEN ((public.consultation_is_sent(new.letter_id) OR public.consultation_is_sent(old.letter_id))) EXECUTE FUNCTION public.ground_record_change('{}', '{content}', 'letter_id');
CREATE TRIGGER record_update AFTER UPDATE ON public.partners_contactpoint FOR EACH ROW WHEN ((new.is_person OR old.is_person)) EXECUTE FUNCTION public.ground_record_change('{}', '{name,role,email,website,note}', 'partner_id');
CREATE TRIGGER record_whole_delete AFTER DELETE ON public.partners_contactpoint FOR EACH ROW WHEN ((NOT old.is_person)) EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'partner_id');
CREATE TRIGGER record_whole_insert AFTER INSERT ON public.partners_contactpoint FOR EACH ROW WHEN ((NOT new.is_person)) EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'partner_id');
CREATE TRIGGER record_whole_update AFTER UPDATE ON public.partners_contactpoint FOR EACH ROW WHEN ((NOT (new.is_person OR old.is_person))) EXECUTE FUNCTION public.ground_record_change('{}', '{}', 'partner_id');
CREATE TRIGGER says_why BEFORE UPDATE ON public.deciding_dossier FOR EACH ROW WHEN (((NOT old.is_example) AND (((old.title)::text IS DISTINCT FROM (new.title)::text) OR (old.summary IS DISTINCT FROM new.summary) OR (old.version_id IS DISTINCT FROM new.version_id) OR (old.source_id IS DISTINCT FROM new.source_id) OR (old.is_example IS DISTINCT FROM new.is_example) OR ((old.rule)::text IS DISTINCT FROM (new.rule)::text) OR (old.rule_count IS DISTINCT FROM new.rule_count) OR ((old.rule_kind)::text IS DISTINCT FROM (new.rule_kind)::text) OR (old.rule_text IS DISTINCT FROM new.rule_text) OR (old.rule_source_id IS DISTINCT FROM new.rule_source_id)))) EXECUTE FUNCTION public.deciding_decided_dossier_stays();
CREATE TRIGGER security_stays BEFORE DELETE OR UPDATE ON public.ground_securityevent FOR EACH ROW EXECUTE FUNCTION public.ground_security_stays();
CREATE TRIGGER stays_public BEFORE UPDATE OF public_until ON public.consultation_consultation FOR EACH ROW WHEN (((new.public_until IS NOT NULL) AND (new.public_until IS DISTINCT FROM old.public_until))) EXECUTE FUNCTION public.consultation_consultation_stays_public();
CREATE TRIGGER stays_public BEFORE UPDATE OF public_until ON public.deciding_dossier FOR EACH ROW WHEN (((new.public_until IS NOT NULL) AND (new.public_until IS DISTINCT FROM old.public_until))) EXECUTE FUNCTION public.deciding_dossier_stays_public();
CREATE TRIGGER stays_public BEFORE UPDATE OF public_until ON public.partners_partner FOR EACH ROW WHEN (((new.public_until IS NOT NULL) AND (new.public_until IS DISTINCT FROM old.public_until))) EXECUTE FUNCTION public.partners_partner_stays_public();
ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_2c513194_fk_partners_user_id FOREIGN KEY (user_id) REFERENCES public.partners_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirm_email_address_id_5b7f8c58_fk_account_e FOREIGN KEY (email_address_id) REFERENCES public.account_emailaddress(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agenda_action
    ADD CONSTRAINT agenda_action_element_id_6e1cc3cc_fk_agenda_element_id FOREIGN KEY (element_id) REFERENCES public.agenda_element(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agenda_action
    ADD CONSTRAINT agenda_action_lead_id_facd1a69_fk_partners_partner_id FOREIGN KEY (lead_id) REFERENCES public.partners_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agenda_action
    ADD CONSTRAINT agenda_action_source_id_40fd3bae_fk_partners_source_id FOREIGN KEY (source_id) REFERENCES public.partners_source(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agenda_agenda
    ADD CONSTRAINT agenda_agenda_source_id_06697620_fk_partners_source_id FOREIGN KEY (source_id) REFERENCES public.partners_source(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agenda_element
    ADD CONSTRAINT agenda_element_agenda_id_f8d72b5b_fk_agenda_agenda_id FOREIGN KEY (agenda_id) REFERENCES public.agenda_agenda(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agenda_element
    ADD CONSTRAINT agenda_element_parent_id_e196355a_fk_agenda_element_id FOREIGN KEY (parent_id) REFERENCES public.agenda_element(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agenda_elementlink
    ADD CONSTRAINT agenda_elementlink_element_id_b340acb5_fk_agenda_element_id FOREIGN KEY (element_id) REFERENCES public.agenda_element(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agenda_elementlink
    ADD CONSTRAINT agenda_elementlink_serves_id_4738362e_fk_agenda_element_id FOREIGN KEY (serves_id) REFERENCES public.agenda_element(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agenda_milestone
    ADD CONSTRAINT agenda_milestone_source_id_369109bd_fk_partners_source_id FOREIGN KEY (source_id) REFERENCES public.partners_source(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agenda_participation
    ADD CONSTRAINT agenda_participation_element_id_2aaa3079_fk_agenda_element_id FOREIGN KEY (element_id) REFERENCES public.agenda_element(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agenda_participation
    ADD CONSTRAINT agenda_participation_partner_id_8a5408df_fk_partners_partner_id FOREIGN KEY (partner_id) REFERENCES public.partners_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agenda_participation
    ADD CONSTRAINT agenda_participation_source_id_bda48029_fk_partners_source_id FOREIGN KEY (source_id) REFERENCES public.partners_source(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agenda_priority
    ADD CONSTRAINT agenda_priority_author_id_93a2592b_fk_partners_user_id FOREIGN KEY (author_id) REFERENCES public.partners_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agenda_priority
    ADD CONSTRAINT agenda_priority_body_id_e79ec788_fk_partners_body_id FOREIGN KEY (body_id) REFERENCES public.partners_body(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agenda_priority
    ADD CONSTRAINT agenda_priority_element_id_567798a3_fk_agenda_element_id FOREIGN KEY (element_id) REFERENCES public.agenda_element(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agenda_priority
    ADD CONSTRAINT agenda_priority_partner_id_f8aeba87_fk_partners_partner_id FOREIGN KEY (partner_id) REFERENCES public.partners_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agenda_publicationrequest
    ADD CONSTRAINT agenda_publicationre_asked_by_id_9c998f90_fk_partners_ FOREIGN KEY (asked_by_id) REFERENCES public.partners_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agenda_publicationrequest
    ADD CONSTRAINT agenda_publicationre_version_id_aee5beed_fk_agenda_ve FOREIGN KEY (version_id) REFERENCES public.agenda_version(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agenda_keypoint
    ADD CONSTRAINT agenda_statement_source_id_19ee06a9_fk_partners_source_id FOREIGN KEY (source_id) REFERENCES public.partners_source(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agenda_succession
    ADD CONSTRAINT agenda_succession_element_id_996046b4_fk_agenda_element_id FOREIGN KEY (element_id) REFERENCES public.agenda_element(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agenda_succession
    ADD CONSTRAINT agenda_succession_successor_id_03bec4f4_fk_agenda_element_id FOREIGN KEY (successor_id) REFERENCES public.agenda_element(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agenda_version
    ADD CONSTRAINT agenda_version_agenda_id_b6899c49_fk_agenda_agenda_id FOREIGN KEY (agenda_id) REFERENCES public.agenda_agenda(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agenda_version
    ADD CONSTRAINT agenda_version_source_id_801676f1_fk_partners_source_id FOREIGN KEY (source_id) REFERENCES public.partners_source(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agenda_wording
    ADD CONSTRAINT agenda_wording_element_id_4494f6e2_fk_agenda_element_id FOREIGN KEY (element_id) REFERENCES public.agenda_element(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agenda_wording
    ADD CONSTRAINT agenda_wording_parent_id_57e04af4_fk_agenda_element_id FOREIGN KEY (parent_id) REFERENCES public.agenda_element(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.agenda_wording
    ADD CONSTRAINT agenda_wording_version_id_99111a9d_fk_agenda_version_id FOREIGN KEY (version_id) REFERENCES public.agenda_version(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_answer_points
    ADD CONSTRAINT consultation_answer__answer_id_610b679f_fk_consultat FOREIGN KEY (answer_id) REFERENCES public.consultation_answer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_answer_wordings
    ADD CONSTRAINT consultation_answer__answer_id_ce6045a4_fk_consultat FOREIGN KEY (answer_id) REFERENCES public.consultation_answer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_answer_points
    ADD CONSTRAINT consultation_answer__point_id_073d24bf_fk_consultat FOREIGN KEY (point_id) REFERENCES public.consultation_point(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_answer_wordings
    ADD CONSTRAINT consultation_answer__wording_id_10bc3ea9_fk_agenda_wo FOREIGN KEY (wording_id) REFERENCES public.agenda_wording(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_answer
    ADD CONSTRAINT consultation_answer_drafted_by_id_cba50b6c_fk_partners_user_id FOREIGN KEY (drafted_by_id) REFERENCES public.partners_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_answer
    ADD CONSTRAINT consultation_answer_publication_id_2f26333e_fk_consultat FOREIGN KEY (publication_id) REFERENCES public.consultation_publication(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_answer
    ADD CONSTRAINT consultation_answer_reviewed_by_id_09ba35b2_fk_partners_user_id FOREIGN KEY (reviewed_by_id) REFERENCES public.partners_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_answermail
    ADD CONSTRAINT consultation_answerm_letter_id_a98dabe0_fk_consultat FOREIGN KEY (letter_id) REFERENCES public.consultation_letter(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_answermail
    ADD CONSTRAINT consultation_answerm_publication_id_a4a1ad80_fk_consultat FOREIGN KEY (publication_id) REFERENCES public.consultation_publication(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_answermail
    ADD CONSTRAINT consultation_answermail_user_id_a00df04b_fk_partners_user_id FOREIGN KEY (user_id) REFERENCES public.partners_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_answerstate
    ADD CONSTRAINT consultation_answers_answer_id_c36ed85d_fk_consultat FOREIGN KEY (answer_id) REFERENCES public.consultation_answer(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_answerstate
    ADD CONSTRAINT consultation_answers_made_by_id_a60e8754_fk_partners_ FOREIGN KEY (made_by_id) REFERENCES public.partners_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_assent
    ADD CONSTRAINT consultation_assent_letter_id_905ab413_fk_consultat FOREIGN KEY (letter_id) REFERENCES public.consultation_letter(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_assent
    ADD CONSTRAINT consultation_assent_user_id_d88ed9b7_fk_partners_user_id FOREIGN KEY (user_id) REFERENCES public.partners_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_attendance
    ADD CONSTRAINT consultation_attenda_table_id_eed4612c_fk_consultat FOREIGN KEY (table_id) REFERENCES public.consultation_discussiontable(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_consultation
    ADD CONSTRAINT consultation_consult_source_id_b84b8312_fk_partners_ FOREIGN KEY (source_id) REFERENCES public.partners_source(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_consultation
    ADD CONSTRAINT consultation_consult_version_id_9e8b97b9_fk_agenda_ve FOREIGN KEY (version_id) REFERENCES public.agenda_version(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.deciding_decision
    ADD CONSTRAINT consultation_decisio_track_id_60e8bdf8_fk_consultat FOREIGN KEY (track_id) REFERENCES public.deciding_track(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.deciding_decision
    ADD CONSTRAINT consultation_decision_source_id_b8c14060_fk_partners_source_id FOREIGN KEY (source_id) REFERENCES public.partners_source(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_discussiontable
    ADD CONSTRAINT consultation_discuss_session_id_c2c8db00_fk_consultat FOREIGN KEY (session_id) REFERENCES public.consultation_tablesession(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.deciding_dossier
    ADD CONSTRAINT consultation_dossier_source_id_954e2d74_fk_partners_source_id FOREIGN KEY (source_id) REFERENCES public.partners_source(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.deciding_dossier
    ADD CONSTRAINT consultation_dossier_version_id_3f546dff_fk_agenda_version_id FOREIGN KEY (version_id) REFERENCES public.agenda_version(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_endorsement
    ADD CONSTRAINT consultation_endorse_point_id_b6293e62_fk_consultat FOREIGN KEY (point_id) REFERENCES public.consultation_point(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_endorsement
    ADD CONSTRAINT consultation_endorsement_author_id_3c86aa80_fk_partners_user_id FOREIGN KEY (author_id) REFERENCES public.partners_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_endorsement
    ADD CONSTRAINT consultation_endorsement_body_id_4977932b_fk_partners_body_id FOREIGN KEY (body_id) REFERENCES public.partners_body(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_tablesession
    ADD CONSTRAINT consultation_evening_consultation_id_54c8c73b_fk_consultat FOREIGN KEY (consultation_id) REFERENCES public.consultation_consultation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_extension
    ADD CONSTRAINT consultation_extensi_consultation_id_e5370119_fk_consultat FOREIGN KEY (consultation_id) REFERENCES public.consultation_consultation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_extension
    ADD CONSTRAINT consultation_extension_made_by_id_4bd4b101_fk_partners_user_id FOREIGN KEY (made_by_id) REFERENCES public.partners_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_flag
    ADD CONSTRAINT consultation_flag_point_id_ca2ff176_fk_consultation_point_id FOREIGN KEY (point_id) REFERENCES public.consultation_point(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_groupact
    ADD CONSTRAINT consultation_groupac_letter_id_b5038c13_fk_consultat FOREIGN KEY (letter_id) REFERENCES public.consultation_letter(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_groupact
    ADD CONSTRAINT consultation_groupac_point_id_bd96b46a_fk_consultat FOREIGN KEY (point_id) REFERENCES public.consultation_point(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_groupact
    ADD CONSTRAINT consultation_groupact_by_id_1ccafe1a_fk_partners_user_id FOREIGN KEY (by_id) REFERENCES public.partners_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_internallabel
    ADD CONSTRAINT consultation_interna_consultation_id_65a720a4_fk_consultat FOREIGN KEY (consultation_id) REFERENCES public.consultation_consultation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_invitation
    ADD CONSTRAINT consultation_invitat_consultation_id_f0e3d892_fk_consultat FOREIGN KEY (consultation_id) REFERENCES public.consultation_consultation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_invitation_mailed_to
    ADD CONSTRAINT consultation_invitat_invitation_id_bf1ba2a7_fk_consultat FOREIGN KEY (invitation_id) REFERENCES public.consultation_invitation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_invitation_mailed_to
    ADD CONSTRAINT consultation_invitat_user_id_a0fa207d_fk_partners_ FOREIGN KEY (user_id) REFERENCES public.partners_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_invitation
    ADD CONSTRAINT consultation_invitation_body_id_008e59be_fk_partners_body_id FOREIGN KEY (body_id) REFERENCES public.partners_body(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_kepttext
    ADD CONSTRAINT consultation_kepttex_letter_id_e4af79c4_fk_consultat FOREIGN KEY (letter_id) REFERENCES public.consultation_letter(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_kepttext
    ADD CONSTRAINT consultation_kepttext_user_id_bec879c5_fk_partners_user_id FOREIGN KEY (user_id) REFERENCES public.partners_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_letter
    ADD CONSTRAINT consultation_letter_decision_file_id_926fe42c_fk_ground_st FOREIGN KEY (decision_file_id) REFERENCES public.ground_storedfile(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_letter
    ADD CONSTRAINT consultation_letter_revises_id_5e867c54_fk_consultat FOREIGN KEY (revises_id) REFERENCES public.consultation_letter(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_letter
    ADD CONSTRAINT consultation_letter_set_aside_from_id_a67986d9_fk_consultat FOREIGN KEY (set_aside_from_id) REFERENCES public.consultation_letter(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_letter
    ADD CONSTRAINT consultation_letter_table_id_3c576d1e_fk_consultat FOREIGN KEY (table_id) REFERENCES public.consultation_discussiontable(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_internalnote
    ADD CONSTRAINT consultation_note_author_id_3efe7374_fk_partners_user_id FOREIGN KEY (author_id) REFERENCES public.partners_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_internalnote
    ADD CONSTRAINT consultation_note_point_id_fc01eec8_fk_consultation_point_id FOREIGN KEY (point_id) REFERENCES public.consultation_point(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_point
    ADD CONSTRAINT consultation_point_adopted_from_id_74c52a39_fk_consultat FOREIGN KEY (adopted_from_id) REFERENCES public.consultation_point(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_point
    ADD CONSTRAINT consultation_point_author_id_440f8a69_fk_partners_user_id FOREIGN KEY (author_id) REFERENCES public.partners_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_point
    ADD CONSTRAINT consultation_point_changed_by_id_eb743276_fk_partners_user_id FOREIGN KEY (changed_by_id) REFERENCES public.partners_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_point
    ADD CONSTRAINT consultation_point_handler_id_121477a1_fk_partners_user_id FOREIGN KEY (handler_id) REFERENCES public.partners_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_point_labels
    ADD CONSTRAINT consultation_point_l_internallabel_id_510a2a28_fk_consultat FOREIGN KEY (internallabel_id) REFERENCES public.consultation_internallabel(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_point_labels
    ADD CONSTRAINT consultation_point_l_point_id_bc653652_fk_consultat FOREIGN KEY (point_id) REFERENCES public.consultation_point(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_point
    ADD CONSTRAINT consultation_point_letter_id_89ace3ce_fk_consultation_letter_id FOREIGN KEY (letter_id) REFERENCES public.consultation_letter(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_point
    ADD CONSTRAINT consultation_point_origin_id_1bb9cff1_fk_consultation_point_id FOREIGN KEY (origin_id) REFERENCES public.consultation_point(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_point
    ADD CONSTRAINT consultation_point_part_of_id_bfed0d38_fk_consultation_point_id FOREIGN KEY (part_of_id) REFERENCES public.consultation_point(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_point
    ADD CONSTRAINT consultation_point_question_id_cd221d6a_fk_consultat FOREIGN KEY (question_id) REFERENCES public.consultation_question(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_point
    ADD CONSTRAINT consultation_point_same_as_id_488b102e_fk_consultation_point_id FOREIGN KEY (same_as_id) REFERENCES public.consultation_point(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_point_themes
    ADD CONSTRAINT consultation_point_t_point_id_990f4072_fk_consultat FOREIGN KEY (point_id) REFERENCES public.consultation_point(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_point_themes
    ADD CONSTRAINT consultation_point_t_theme_id_6b141ea4_fk_consultat FOREIGN KEY (theme_id) REFERENCES public.consultation_theme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_point
    ADD CONSTRAINT consultation_point_wording_id_e98562f6_fk_agenda_wording_id FOREIGN KEY (wording_id) REFERENCES public.agenda_wording(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_publication
    ADD CONSTRAINT consultation_publica_consultation_id_52fd6467_fk_consultat FOREIGN KEY (consultation_id) REFERENCES public.consultation_consultation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_publication
    ADD CONSTRAINT consultation_publica_made_by_id_267a4eea_fk_partners_ FOREIGN KEY (made_by_id) REFERENCES public.partners_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_question
    ADD CONSTRAINT consultation_questio_consultation_id_2aaa5692_fk_consultat FOREIGN KEY (consultation_id) REFERENCES public.consultation_consultation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_redaction
    ADD CONSTRAINT consultation_redacti_point_id_326de2f4_fk_consultat FOREIGN KEY (point_id) REFERENCES public.consultation_point(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_redaction
    ADD CONSTRAINT consultation_redaction_made_by_id_d84af909_fk_partners_user_id FOREIGN KEY (made_by_id) REFERENCES public.partners_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_reminder
    ADD CONSTRAINT consultation_reminde_consultation_id_07d34dc4_fk_consultat FOREIGN KEY (consultation_id) REFERENCES public.consultation_consultation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_reminder
    ADD CONSTRAINT consultation_reminder_user_id_d53bc0ee_fk_partners_user_id FOREIGN KEY (user_id) REFERENCES public.partners_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_removal
    ADD CONSTRAINT consultation_removal_made_by_id_21dfffd5_fk_partners_user_id FOREIGN KEY (made_by_id) REFERENCES public.partners_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_removal
    ADD CONSTRAINT consultation_removal_point_id_c1bf3559_fk_consultation_point_id FOREIGN KEY (point_id) REFERENCES public.consultation_point(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_reopening
    ADD CONSTRAINT consultation_reopeni_point_id_df45c2bd_fk_consultat FOREIGN KEY (point_id) REFERENCES public.consultation_point(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_letter
    ADD CONSTRAINT consultation_respons_confirmed_by_id_013cedd4_fk_partners_ FOREIGN KEY (confirmed_by_id) REFERENCES public.partners_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_letter
    ADD CONSTRAINT consultation_respons_consultation_id_7296ca95_fk_consultat FOREIGN KEY (consultation_id) REFERENCES public.consultation_consultation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_letter
    ADD CONSTRAINT consultation_respons_entered_by_id_208dd6d2_fk_partners_ FOREIGN KEY (entered_by_id) REFERENCES public.partners_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_letter
    ADD CONSTRAINT consultation_response_author_id_c3927ad0_fk_partners_user_id FOREIGN KEY (author_id) REFERENCES public.partners_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_letter
    ADD CONSTRAINT consultation_response_body_id_c45a7554_fk_partners_body_id FOREIGN KEY (body_id) REFERENCES public.partners_body(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_scan
    ADD CONSTRAINT consultation_scan_file_id_bdb99b12_fk_ground_storedfile_id FOREIGN KEY (file_id) REFERENCES public.ground_storedfile(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_scan
    ADD CONSTRAINT consultation_scan_letter_id_be5b09ff_fk_consultation_letter_id FOREIGN KEY (letter_id) REFERENCES public.consultation_letter(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_step
    ADD CONSTRAINT consultation_step_consultation_id_d39b9680_fk_consultat FOREIGN KEY (consultation_id) REFERENCES public.consultation_consultation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_step
    ADD CONSTRAINT consultation_step_source_id_b22d01ba_fk_partners_source_id FOREIGN KEY (source_id) REFERENCES public.partners_source(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_submission
    ADD CONSTRAINT consultation_submiss_decision_file_id_8a0d1ceb_fk_ground_st FOREIGN KEY (decision_file_id) REFERENCES public.ground_storedfile(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_submission
    ADD CONSTRAINT consultation_submiss_letter_id_49149687_fk_consultat FOREIGN KEY (letter_id) REFERENCES public.consultation_letter(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.consultation_theme
    ADD CONSTRAINT consultation_theme_consultation_id_0ceeddaa_fk_consultat FOREIGN KEY (consultation_id) REFERENCES public.consultation_consultation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.deciding_track
    ADD CONSTRAINT consultation_track_body_id_7fe8a1b4_fk_partners_body_id FOREIGN KEY (body_id) REFERENCES public.partners_body(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.deciding_track
    ADD CONSTRAINT consultation_track_dossier_id_17095c81_fk_consultat FOREIGN KEY (dossier_id) REFERENCES public.deciding_dossier(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.deciding_trackstep
    ADD CONSTRAINT consultation_trackst_track_id_5034daf5_fk_consultat FOREIGN KEY (track_id) REFERENCES public.deciding_track(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.deciding_trackstep
    ADD CONSTRAINT consultation_trackstep_source_id_7c7867f5_fk_partners_source_id FOREIGN KEY (source_id) REFERENCES public.partners_source(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.deciding_ask
    ADD CONSTRAINT deciding_ask_dossier_id_b45a3ea4_fk_deciding_dossier_id FOREIGN KEY (dossier_id) REFERENCES public.deciding_dossier(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.deciding_ask
    ADD CONSTRAINT deciding_ask_source_id_080af97b_fk_partners_source_id FOREIGN KEY (source_id) REFERENCES public.partners_source(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.deciding_askedamount
    ADD CONSTRAINT deciding_askedamount_component_id_4b8bc146_fk_deciding_ FOREIGN KEY (component_id) REFERENCES public.deciding_component(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.deciding_askedamount
    ADD CONSTRAINT deciding_askedamount_source_id_e1813315_fk_partners_source_id FOREIGN KEY (source_id) REFERENCES public.partners_source(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.deciding_askedamount
    ADD CONSTRAINT deciding_askedamount_track_id_4bd866be_fk_deciding_track_id FOREIGN KEY (track_id) REFERENCES public.deciding_track(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.deciding_commitment
    ADD CONSTRAINT deciding_commitment_promised_by_id_3c406175_fk_partners_body_id FOREIGN KEY (promised_by_id) REFERENCES public.partners_body(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.deciding_commitment
    ADD CONSTRAINT deciding_commitment_source_id_bce874cf_fk_partners_source_id FOREIGN KEY (source_id) REFERENCES public.partners_source(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.deciding_commitment
    ADD CONSTRAINT deciding_commitment_track_id_6d1c1096_fk_deciding_track_id FOREIGN KEY (track_id) REFERENCES public.deciding_track(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.deciding_component
    ADD CONSTRAINT deciding_component_dossier_id_6e03e9e1_fk_deciding_dossier_id FOREIGN KEY (dossier_id) REFERENCES public.deciding_dossier(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.deciding_component
    ADD CONSTRAINT deciding_component_element_id_1fa7f15e_fk_agenda_element_id FOREIGN KEY (element_id) REFERENCES public.agenda_element(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.deciding_component
    ADD CONSTRAINT deciding_component_source_id_9b33983b_fk_partners_source_id FOREIGN KEY (source_id) REFERENCES public.partners_source(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.deciding_councilsource
    ADD CONSTRAINT deciding_councilsource_body_id_23bdff10_fk_partners_body_id FOREIGN KEY (body_id) REFERENCES public.partners_body(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.deciding_decision
    ADD CONSTRAINT deciding_decision_component_id_9037b40a_fk_deciding_ FOREIGN KEY (component_id) REFERENCES public.deciding_component(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.deciding_decision
    ADD CONSTRAINT deciding_decision_version_id_92e8b011_fk_agenda_version_id FOREIGN KEY (version_id) REFERENCES public.agenda_version(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.deciding_delivery
    ADD CONSTRAINT deciding_delivery_mail_id_97725836_fk_ground_mail_id FOREIGN KEY (mail_id) REFERENCES public.ground_mail(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.deciding_delivery
    ADD CONSTRAINT deciding_delivery_package_id_8670fd58_fk_deciding_package_id FOREIGN KEY (package_id) REFERENCES public.deciding_package(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.deciding_delivery
    ADD CONSTRAINT deciding_delivery_user_id_11a17e00_fk_partners_user_id FOREIGN KEY (user_id) REFERENCES public.partners_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.deciding_dossier
    ADD CONSTRAINT deciding_dossier_rule_source_id_ef6a7957_fk_partners_source_id FOREIGN KEY (rule_source_id) REFERENCES public.partners_source(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.deciding_dossierphrase
    ADD CONSTRAINT deciding_dossierphra_dossier_id_daa0317a_fk_deciding_ FOREIGN KEY (dossier_id) REFERENCES public.deciding_dossier(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.deciding_entrylink
    ADD CONSTRAINT deciding_entrylink_made_for_id_bd188344_fk_partners_user_id FOREIGN KEY (made_for_id) REFERENCES public.partners_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.deciding_entrylink
    ADD CONSTRAINT deciding_entrylink_track_id_0bfb4440_fk_deciding_track_id FOREIGN KEY (track_id) REFERENCES public.deciding_track(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.deciding_exclusion
    ADD CONSTRAINT deciding_exclusion_one_id_2669bd68_fk_deciding_decision_id FOREIGN KEY (one_id) REFERENCES public.deciding_decision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.deciding_exclusion
    ADD CONSTRAINT deciding_exclusion_other_id_fca4cd31_fk_deciding_decision_id FOREIGN KEY (other_id) REFERENCES public.deciding_decision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.deciding_founditem
    ADD CONSTRAINT deciding_founditem_meeting_id_92c84dd0_fk_deciding_ FOREIGN KEY (meeting_id) REFERENCES public.deciding_foundmeeting(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.deciding_founditem
    ADD CONSTRAINT deciding_founditem_step_id_d4413952_fk_deciding_trackstep_id FOREIGN KEY (step_id) REFERENCES public.deciding_trackstep(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.deciding_founditem
    ADD CONSTRAINT deciding_founditem_track_id_fc12747d_fk_deciding_track_id FOREIGN KEY (track_id) REFERENCES public.deciding_track(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.deciding_foundmeeting
    ADD CONSTRAINT deciding_foundmeetin_council_source_id_28fe0ff5_fk_deciding_ FOREIGN KEY (council_source_id) REFERENCES public.deciding_councilsource(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.deciding_foundmeeting
    ADD CONSTRAINT deciding_foundmeetin_sitting_id_5728a89d_fk_partners_ FOREIGN KEY (sitting_id) REFERENCES public.partners_sitting(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.deciding_groupvote
    ADD CONSTRAINT deciding_groupvote_decision_id_f37cf5ec_fk_deciding_decision_id FOREIGN KEY (decision_id) REFERENCES public.deciding_decision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.deciding_likenessjudgement
    ADD CONSTRAINT deciding_likenessjud_dossier_id_dae5f2c1_fk_deciding_ FOREIGN KEY (dossier_id) REFERENCES public.deciding_dossier(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.deciding_linkuse
    ADD CONSTRAINT deciding_linkuse_link_id_ecfd3c75_fk_deciding_entrylink_id FOREIGN KEY (link_id) REFERENCES public.deciding_entrylink(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.deciding_motion
    ADD CONSTRAINT deciding_motion_component_id_b42902e9_fk_deciding_component_id FOREIGN KEY (component_id) REFERENCES public.deciding_component(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.deciding_motion
    ADD CONSTRAINT deciding_motion_source_id_cdf43bdb_fk_partners_source_id FOREIGN KEY (source_id) REFERENCES public.partners_source(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.deciding_motion
    ADD CONSTRAINT deciding_motion_track_id_efe7e167_fk_deciding_track_id FOREIGN KEY (track_id) REFERENCES public.deciding_track(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.deciding_package
    ADD CONSTRAINT deciding_package_file_id_b3c1cc60_fk_ground_storedfile_id FOREIGN KEY (file_id) REFERENCES public.ground_storedfile(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.deciding_package_papers
    ADD CONSTRAINT deciding_package_pap_package_id_7e50adda_fk_deciding_ FOREIGN KEY (package_id) REFERENCES public.deciding_package(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.deciding_package_papers
    ADD CONSTRAINT deciding_package_pap_paperversion_id_d509a496_fk_deciding_ FOREIGN KEY (paperversion_id) REFERENCES public.deciding_paperversion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.deciding_package
    ADD CONSTRAINT deciding_package_track_id_0227d603_fk_deciding_track_id FOREIGN KEY (track_id) REFERENCES public.deciding_track(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.deciding_paper
    ADD CONSTRAINT deciding_paper_dossier_id_e42bdd03_fk_deciding_dossier_id FOREIGN KEY (dossier_id) REFERENCES public.deciding_dossier(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.deciding_paperversion
    ADD CONSTRAINT deciding_paperversion_file_id_e04506de_fk_ground_storedfile_id FOREIGN KEY (file_id) REFERENCES public.ground_storedfile(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.deciding_paperversion
    ADD CONSTRAINT deciding_paperversion_paper_id_bba6e924_fk_deciding_paper_id FOREIGN KEY (paper_id) REFERENCES public.deciding_paper(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.deciding_refusedparticipation
    ADD CONSTRAINT deciding_refusedpart_decision_id_6c738224_fk_deciding_ FOREIGN KEY (decision_id) REFERENCES public.deciding_decision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.deciding_refusedparticipation
    ADD CONSTRAINT deciding_refusedpart_element_id_6cca54f8_fk_agenda_el FOREIGN KEY (element_id) REFERENCES public.agenda_element(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_content_type_id_c4bce8eb_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_user_id_c564eba6_fk_partners_user_id FOREIGN KEY (user_id) REFERENCES public.partners_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.ground_filechunk
    ADD CONSTRAINT ground_filechunk_file_id_a9e5be74_fk_ground_storedfile_id FOREIGN KEY (file_id) REFERENCES public.ground_storedfile(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.ground_filewords
    ADD CONSTRAINT ground_filewords_file_id_4a2d5a75_fk_ground_storedfile_id FOREIGN KEY (file_id) REFERENCES public.ground_storedfile(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.ground_keptdocument
    ADD CONSTRAINT ground_keptdocument_file_id_ccc190f6_fk_ground_storedfile_id FOREIGN KEY (file_id) REFERENCES public.ground_storedfile(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.ground_openform
    ADD CONSTRAINT ground_openform_user_id_95b5638b_fk_partners_user_id FOREIGN KEY (user_id) REFERENCES public.partners_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.ground_previewlink
    ADD CONSTRAINT ground_previewlink_content_type_id_3aa4055b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.ground_previewlink
    ADD CONSTRAINT ground_previewlink_made_by_id_42ef4bf8_fk_partners_user_id FOREIGN KEY (made_by_id) REFERENCES public.partners_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetings_agendaitem
    ADD CONSTRAINT meetings_agendaitem_dossier_id_a4f56fba_fk_deciding_dossier_id FOREIGN KEY (dossier_id) REFERENCES public.deciding_dossier(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetings_agendaitem
    ADD CONSTRAINT meetings_agendaitem_element_id_7354bfd7_fk_agenda_element_id FOREIGN KEY (element_id) REFERENCES public.agenda_element(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetings_agendaitem
    ADD CONSTRAINT meetings_agendaitem_meeting_id_07815bb0_fk_meetings_meeting_id FOREIGN KEY (meeting_id) REFERENCES public.meetings_meeting(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetings_meeting
    ADD CONSTRAINT meetings_meeting_source_id_cee960df_fk_partners_source_id FOREIGN KEY (source_id) REFERENCES public.partners_source(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetings_meeting
    ADD CONSTRAINT meetings_meeting_table_session_id_3581471e_fk_consultat FOREIGN KEY (table_session_id) REFERENCES public.consultation_tablesession(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetings_meetingdocument
    ADD CONSTRAINT meetings_meetingdocu_file_id_370fe7f4_fk_ground_st FOREIGN KEY (file_id) REFERENCES public.ground_storedfile(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetings_meetingdocument
    ADD CONSTRAINT meetings_meetingdocu_meeting_id_c9a7951d_fk_meetings_ FOREIGN KEY (meeting_id) REFERENCES public.meetings_meeting(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetings_outcomeline
    ADD CONSTRAINT meetings_outcomeline_dossier_id_9e88c3d0_fk_deciding_dossier_id FOREIGN KEY (dossier_id) REFERENCES public.deciding_dossier(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetings_outcomeline
    ADD CONSTRAINT meetings_outcomeline_element_id_eeb55594_fk_agenda_element_id FOREIGN KEY (element_id) REFERENCES public.agenda_element(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetings_outcomeline
    ADD CONSTRAINT meetings_outcomeline_meeting_id_8c2c36cf_fk_meetings_meeting_id FOREIGN KEY (meeting_id) REFERENCES public.meetings_meeting(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetings_outcomeline
    ADD CONSTRAINT meetings_outcomeline_point_id_4ab3caa5_fk_consultation_point_id FOREIGN KEY (point_id) REFERENCES public.consultation_point(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetings_registration
    ADD CONSTRAINT meetings_registratio_meeting_id_09b16582_fk_meetings_ FOREIGN KEY (meeting_id) REFERENCES public.meetings_meeting(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetings_registration
    ADD CONSTRAINT meetings_registratio_partner_id_7058aa51_fk_partners_ FOREIGN KEY (partner_id) REFERENCES public.partners_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.meetings_registration
    ADD CONSTRAINT meetings_registration_user_id_17bc87ef_fk_partners_user_id FOREIGN KEY (user_id) REFERENCES public.partners_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_user_id_0c3a50c0_fk_partners_user_id FOREIGN KEY (user_id) REFERENCES public.partners_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.partners_accountinvitation
    ADD CONSTRAINT partners_accountinvi_sent_by_id_4c6686b7_fk_partners_ FOREIGN KEY (sent_by_id) REFERENCES public.partners_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.partners_accountinvitation
    ADD CONSTRAINT partners_accountinvitation_body_id_aa65bb24_fk_partners_body_id FOREIGN KEY (body_id) REFERENCES public.partners_body(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.partners_body
    ADD CONSTRAINT partners_body_delivery_source_id_ce5cf0d1_fk_partners_source_id FOREIGN KEY (delivery_source_id) REFERENCES public.partners_source(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.partners_body
    ADD CONSTRAINT partners_body_partner_id_680517cc_fk_partners_partner_id FOREIGN KEY (partner_id) REFERENCES public.partners_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.partners_contactpoint
    ADD CONSTRAINT partners_contactpoin_partner_id_6e50f987_fk_partners_ FOREIGN KEY (partner_id) REFERENCES public.partners_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.partners_contactpoint
    ADD CONSTRAINT partners_contactpoint_source_id_8fa6a4bd_fk_partners_source_id FOREIGN KEY (source_id) REFERENCES public.partners_source(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.partners_mandate
    ADD CONSTRAINT partners_mandate_body_id_0f010e92_fk_partners_body_id FOREIGN KEY (body_id) REFERENCES public.partners_body(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.partners_mandate
    ADD CONSTRAINT partners_mandate_user_id_c88d94aa_fk_partners_user_id FOREIGN KEY (user_id) REFERENCES public.partners_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.partners_partner
    ADD CONSTRAINT partners_partner_logo_id_0b63c998_fk_ground_storedfile_id FOREIGN KEY (logo_id) REFERENCES public.ground_storedfile(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.partners_partner
    ADD CONSTRAINT partners_partner_province_id_877dd848_fk_partners_partner_id FOREIGN KEY (province_id) REFERENCES public.partners_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.partners_partner
    ADD CONSTRAINT partners_partner_source_id_fd6a45ba_fk_partners_source_id FOREIGN KEY (source_id) REFERENCES public.partners_source(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.partners_partner
    ADD CONSTRAINT partners_partner_succeeded_by_id_0bb10544_fk_partners_ FOREIGN KEY (succeeded_by_id) REFERENCES public.partners_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.partners_population
    ADD CONSTRAINT partners_population_partner_id_34baf881_fk_partners_partner_id FOREIGN KEY (partner_id) REFERENCES public.partners_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.partners_population
    ADD CONSTRAINT partners_population_source_id_f09f7320_fk_partners_source_id FOREIGN KEY (source_id) REFERENCES public.partners_source(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.partners_recess
    ADD CONSTRAINT partners_recess_body_id_820f95da_fk_partners_body_id FOREIGN KEY (body_id) REFERENCES public.partners_body(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.partners_recess
    ADD CONSTRAINT partners_recess_source_id_7930a08a_fk_partners_source_id FOREIGN KEY (source_id) REFERENCES public.partners_source(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.partners_sitting
    ADD CONSTRAINT partners_sitting_body_id_6ef9af03_fk_partners_body_id FOREIGN KEY (body_id) REFERENCES public.partners_body(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.partners_sitting
    ADD CONSTRAINT partners_sitting_source_id_8083532f_fk_partners_source_id FOREIGN KEY (source_id) REFERENCES public.partners_source(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.partners_term
    ADD CONSTRAINT partners_term_body_id_dd636ef5_fk_partners_body_id FOREIGN KEY (body_id) REFERENCES public.partners_body(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.partners_term
    ADD CONSTRAINT partners_term_source_id_2313c3d6_fk_partners_source_id FOREIGN KEY (source_id) REFERENCES public.partners_source(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.partners_user_groups
    ADD CONSTRAINT partners_user_groups_group_id_1ce8fbf5_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.partners_user_groups
    ADD CONSTRAINT partners_user_groups_user_id_25224197_fk_partners_user_id FOREIGN KEY (user_id) REFERENCES public.partners_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.partners_user_user_permissions
    ADD CONSTRAINT partners_user_user_p_permission_id_884f31dd_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.partners_user_user_permissions
    ADD CONSTRAINT partners_user_user_p_user_id_15a99518_fk_partners_ FOREIGN KEY (user_id) REFERENCES public.partners_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES public.procrastinate_workers(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id);
ALTER TABLE ONLY public.regiozwolle_accountchange
    ADD CONSTRAINT regiozwolle_accountc_asked_by_id_a7d3ac6d_fk_partners_ FOREIGN KEY (asked_by_id) REFERENCES public.partners_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.regiozwolle_accountchange
    ADD CONSTRAINT regiozwolle_accountc_decided_by_id_8b80c920_fk_partners_ FOREIGN KEY (decided_by_id) REFERENCES public.partners_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.regiozwolle_accountchange
    ADD CONSTRAINT regiozwolle_accountchange_user_id_3a0bf998_fk_partners_user_id FOREIGN KEY (user_id) REFERENCES public.partners_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.regiozwolle_digest
    ADD CONSTRAINT regiozwolle_digest_follower_id_b120436e_fk_regiozwol FOREIGN KEY (follower_id) REFERENCES public.regiozwolle_follower(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.regiozwolle_follow
    ADD CONSTRAINT regiozwolle_follow_follower_id_8a93371d_fk_regiozwol FOREIGN KEY (follower_id) REFERENCES public.regiozwolle_follower(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.regiozwolle_follower
    ADD CONSTRAINT regiozwolle_follower_user_id_2d4cda46_fk_partners_user_id FOREIGN KEY (user_id) REFERENCES public.partners_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.regiozwolle_newslettermail
    ADD CONSTRAINT regiozwolle_newslett_follower_id_ee28103a_fk_regiozwol FOREIGN KEY (follower_id) REFERENCES public.regiozwolle_follower(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.regiozwolle_newslettermail
    ADD CONSTRAINT regiozwolle_newslett_newsletter_id_a22e30a5_fk_regiozwol FOREIGN KEY (newsletter_id) REFERENCES public.regiozwolle_newsletter(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.regiozwolle_newsletter
    ADD CONSTRAINT regiozwolle_newsletter_sent_by_id_563f713d_fk_partners_user_id FOREIGN KEY (sent_by_id) REFERENCES public.partners_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.regiozwolle_opensession
    ADD CONSTRAINT regiozwolle_opensession_user_id_f6b6a276_fk_partners_user_id FOREIGN KEY (user_id) REFERENCES public.partners_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.regiozwolle_rightscheck
    ADD CONSTRAINT regiozwolle_rightsch_mandate_id_05150251_fk_partners_ FOREIGN KEY (mandate_id) REFERENCES public.partners_mandate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.regiozwolle_rightscheck
    ADD CONSTRAINT regiozwolle_rightscheck_made_by_id_fbd0d9d7_fk_partners_user_id FOREIGN KEY (made_by_id) REFERENCES public.partners_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.regiozwolle_rightscheck
    ADD CONSTRAINT regiozwolle_rightscheck_user_id_9652d8eb_fk_partners_user_id FOREIGN KEY (user_id) REFERENCES public.partners_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.regiozwolle_rightsreview
    ADD CONSTRAINT regiozwolle_rightsre_made_by_id_43d1dcfc_fk_partners_ FOREIGN KEY (made_by_id) REFERENCES public.partners_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.regiozwolle_weeklymail
    ADD CONSTRAINT regiozwolle_weeklyma_reader_id_73071811_fk_regiozwol FOREIGN KEY (reader_id) REFERENCES public.regiozwolle_weeklyreader(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.regiozwolle_weeklyreader
    ADD CONSTRAINT regiozwolle_weeklyre_contact_point_id_6c63691f_fk_partners_ FOREIGN KEY (contact_point_id) REFERENCES public.partners_contactpoint(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.regiozwolle_weeklyreader
    ADD CONSTRAINT regiozwolle_weeklyreader_user_id_56e95b59_fk_partners_user_id FOREIGN KEY (user_id) REFERENCES public.partners_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.results_agreedmeasure
    ADD CONSTRAINT results_agreedmeasur_measured_by_id_2776195d_fk_results_i FOREIGN KEY (measured_by_id) REFERENCES public.results_indicator(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.results_agreedmeasure
    ADD CONSTRAINT results_agreedmeasure_element_id_33305ed3_fk_agenda_element_id FOREIGN KEY (element_id) REFERENCES public.agenda_element(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.results_agreedmeasure
    ADD CONSTRAINT results_agreedmeasure_source_id_e0652a58_fk_partners_source_id FOREIGN KEY (source_id) REFERENCES public.partners_source(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.results_correction
    ADD CONSTRAINT results_correction_source_id_8c528f8e_fk_partners_source_id FOREIGN KEY (source_id) REFERENCES public.partners_source(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.results_confirmationrequest
    ADD CONSTRAINT results_enquiry_owner_id_01206f08_fk_results_owner_id FOREIGN KEY (owner_id) REFERENCES public.results_owner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.results_funding
    ADD CONSTRAINT results_funding_programme_id_99d0e20d_fk_results_programme_id FOREIGN KEY (programme_id) REFERENCES public.results_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.results_funding
    ADD CONSTRAINT results_funding_project_id_fee050c1_fk_results_project_id FOREIGN KEY (project_id) REFERENCES public.results_project(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.results_funding
    ADD CONSTRAINT results_funding_source_id_e2f59224_fk_partners_source_id FOREIGN KEY (source_id) REFERENCES public.partners_source(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.results_goalweight
    ADD CONSTRAINT results_goalweight_element_id_9cb8188d_fk_agenda_element_id FOREIGN KEY (element_id) REFERENCES public.agenda_element(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.results_indicator_elements
    ADD CONSTRAINT results_indicator_el_element_id_8d6203dd_fk_agenda_el FOREIGN KEY (element_id) REFERENCES public.agenda_element(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.results_indicator_elements
    ADD CONSTRAINT results_indicator_el_indicator_id_30416042_fk_results_i FOREIGN KEY (indicator_id) REFERENCES public.results_indicator(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.results_indicator
    ADD CONSTRAINT results_indicator_owner_id_444889a4_fk_results_owner_id FOREIGN KEY (owner_id) REFERENCES public.results_owner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.results_latereminder
    ADD CONSTRAINT results_latereminder_indicator_id_ee966ab1_fk_results_i FOREIGN KEY (indicator_id) REFERENCES public.results_indicator(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.results_latereminder
    ADD CONSTRAINT results_latereminder_owner_id_607f22bb_fk_results_owner_id FOREIGN KEY (owner_id) REFERENCES public.results_owner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.results_measurement
    ADD CONSTRAINT results_measurement_indicator_id_5a40fbf3_fk_results_i FOREIGN KEY (indicator_id) REFERENCES public.results_indicator(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.results_measurement
    ADD CONSTRAINT results_measurement_partner_id_195b87f1_fk_partners_partner_id FOREIGN KEY (partner_id) REFERENCES public.partners_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.results_measurement
    ADD CONSTRAINT results_measurement_source_id_a14dcc11_fk_partners_source_id FOREIGN KEY (source_id) REFERENCES public.partners_source(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.results_override
    ADD CONSTRAINT results_override_indicator_id_60df45ba_fk_results_indicator_id FOREIGN KEY (indicator_id) REFERENCES public.results_indicator(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.results_owner
    ADD CONSTRAINT results_owner_partner_id_166a9215_fk_partners_partner_id FOREIGN KEY (partner_id) REFERENCES public.partners_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.results_programme_elements
    ADD CONSTRAINT results_programme_el_element_id_683b1cc0_fk_agenda_el FOREIGN KEY (element_id) REFERENCES public.agenda_element(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.results_programme_elements
    ADD CONSTRAINT results_programme_el_programme_id_ec276daf_fk_results_p FOREIGN KEY (programme_id) REFERENCES public.results_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.results_programme
    ADD CONSTRAINT results_programme_parent_id_eced4b45_fk_results_programme_id FOREIGN KEY (parent_id) REFERENCES public.results_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.results_programme
    ADD CONSTRAINT results_programme_source_id_23f343b3_fk_partners_source_id FOREIGN KEY (source_id) REFERENCES public.partners_source(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.results_project_elements
    ADD CONSTRAINT results_project_elem_element_id_cf63f6d9_fk_agenda_el FOREIGN KEY (element_id) REFERENCES public.agenda_element(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.results_project_elements
    ADD CONSTRAINT results_project_elem_project_id_047e6241_fk_results_p FOREIGN KEY (project_id) REFERENCES public.results_project(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.results_project
    ADD CONSTRAINT results_project_parent_id_9b5d8733_fk_results_project_id FOREIGN KEY (parent_id) REFERENCES public.results_project(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.results_project
    ADD CONSTRAINT results_project_programme_id_ef2b2bdf_fk_results_programme_id FOREIGN KEY (programme_id) REFERENCES public.results_programme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.results_project
    ADD CONSTRAINT results_project_source_id_6530e9be_fk_partners_source_id FOREIGN KEY (source_id) REFERENCES public.partners_source(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.results_projectpartner
    ADD CONSTRAINT results_projectpartn_partner_id_16aeb6a3_fk_partners_ FOREIGN KEY (partner_id) REFERENCES public.partners_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.results_projectpartner
    ADD CONSTRAINT results_projectpartn_project_id_304e0057_fk_results_p FOREIGN KEY (project_id) REFERENCES public.results_project(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.results_projectphase
    ADD CONSTRAINT results_projectphase_project_id_b34a2426_fk_results_project_id FOREIGN KEY (project_id) REFERENCES public.results_project(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.results_projectphase
    ADD CONSTRAINT results_projectphase_source_id_f8b8eade_fk_partners_source_id FOREIGN KEY (source_id) REFERENCES public.partners_source(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.results_projectresult
    ADD CONSTRAINT results_projectresul_indicator_id_c11a6813_fk_results_i FOREIGN KEY (indicator_id) REFERENCES public.results_indicator(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.results_projectresult
    ADD CONSTRAINT results_projectresult_project_id_816a1c8d_fk_results_project_id FOREIGN KEY (project_id) REFERENCES public.results_project(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.results_projectresult
    ADD CONSTRAINT results_projectresult_source_id_02a2d018_fk_partners_source_id FOREIGN KEY (source_id) REFERENCES public.partners_source(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.results_proposal
    ADD CONSTRAINT results_proposal_confirmation_request_4aa95b89_fk_results_c FOREIGN KEY (confirmation_request_id) REFERENCES public.results_confirmationrequest(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.results_proposal
    ADD CONSTRAINT results_proposal_indicator_id_5d4981b3_fk_results_indicator_id FOREIGN KEY (indicator_id) REFERENCES public.results_indicator(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.results_proposal
    ADD CONSTRAINT results_proposal_judged_by_id_3574f376_fk_partners_user_id FOREIGN KEY (judged_by_id) REFERENCES public.partners_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.results_proposal
    ADD CONSTRAINT results_proposal_measurement_id_ea6fb037_fk_results_m FOREIGN KEY (measurement_id) REFERENCES public.results_measurement(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.results_proposal
    ADD CONSTRAINT results_proposal_partner_id_fed9a809_fk_partners_partner_id FOREIGN KEY (partner_id) REFERENCES public.partners_partner(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.results_proposal
    ADD CONSTRAINT results_proposal_proposed_by_id_0d4ad87c_fk_partners_user_id FOREIGN KEY (proposed_by_id) REFERENCES public.partners_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.results_proposal
    ADD CONSTRAINT results_proposal_target_id_00412795_fk_results_target_id FOREIGN KEY (target_id) REFERENCES public.results_target(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.results_report
    ADD CONSTRAINT results_report_previous_id_acebbec1_fk_results_report_id FOREIGN KEY (previous_id) REFERENCES public.results_report(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.results_target
    ADD CONSTRAINT results_target_indicator_id_147aed57_fk_results_indicator_id FOREIGN KEY (indicator_id) REFERENCES public.results_indicator(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.results_target
    ADD CONSTRAINT results_target_source_id_d53ccb34_fk_partners_source_id FOREIGN KEY (source_id) REFERENCES public.partners_source(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.results_tariff
    ADD CONSTRAINT results_tariff_element_id_f83bb18e_fk_agenda_element_id FOREIGN KEY (element_id) REFERENCES public.agenda_element(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.results_tariff
    ADD CONSTRAINT results_tariff_source_id_75dc0a9e_fk_partners_source_id FOREIGN KEY (source_id) REFERENCES public.partners_source(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_social_account_id_951f210e_fk_socialacc FOREIGN KEY (account_id) REFERENCES public.socialaccount_socialaccount(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_social_app_id_636a42d7_fk_socialacc FOREIGN KEY (app_id) REFERENCES public.socialaccount_socialapp(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.socialaccount_socialaccount
    ADD CONSTRAINT socialaccount_social_user_id_8146e70c_fk_partners_ FOREIGN KEY (user_id) REFERENCES public.partners_user(id) DEFERRABLE INITIALLY DEFERRED;
INSERT INTO public.django_migrations (app, name, applied) VALUES
    ('account', '0001_initial', now()),
    ('account', '0002_email_max_length', now()),
    ('account', '0003_alter_emailaddress_create_unique_verified_email', now()),
    ('account', '0004_alter_emailaddress_drop_unique_email', now()),
    ('account', '0005_emailaddress_idx_upper_email', now()),
    ('account', '0006_emailaddress_lower', now()),
    ('account', '0007_emailaddress_idx_email', now()),
    ('account', '0008_emailaddress_unique_primary_email_fixup', now()),
    ('account', '0009_emailaddress_unique_primary_email', now()),
    ('admin', '0001_initial', now()),
    ('admin', '0002_logentry_remove_auto_add', now()),
    ('admin', '0003_logentry_add_action_flag_choices', now()),
    ('agenda', '0001_agenda', now()),
    ('agenda', '0001_agenda_in_versions', now()),
    ('agenda', '0002_key_points', now()),
    ('agenda', '0002_statement_of_a_result', now()),
    ('agenda', '0003_place_markup_and_successor', now()),
    ('agenda', '0003_versions_from_before_the_site', now()),
    ('agenda', '0004_markup_is_clean', now()),
    ('agenda', '0004_published_text_stays', now()),
    ('agenda', '0005_values_can_be_true', now()),
    ('agenda', '0006_texts_have_a_limit', now()),
    ('agenda', '0007_public_from_and_until', now()),
    ('agenda', '0008_who_takes_part_later_or_not', now()),
    ('agenda', '0009_no_search_vectors', now()),
    ('agenda', '0010_the_network_in_its_own_words', now()),
    ('agenda', '0011_words_of_one_kind', now()),
    ('agenda', '0012_what_counts_for_partners', now()),
    ('agenda', '0013_a_version_can_ask_two_people', now()),
    ('agenda', '0014_texts_and_figures_serve_wider_aims', now()),
    ('agenda', '0015_carry_a_woo_category', now()),
    ('auth', '0001_initial', now()),
    ('auth', '0002_alter_permission_name_max_length', now()),
    ('auth', '0003_alter_user_email_max_length', now()),
    ('auth', '0004_alter_user_username_opts', now()),
    ('auth', '0005_alter_user_last_login_null', now()),
    ('auth', '0006_require_contenttypes_0002', now()),
    ('auth', '0007_alter_validators_add_error_messages', now()),
    ('auth', '0008_alter_user_username_max_length', now()),
    ('auth', '0009_alter_user_last_name_max_length', now()),
    ('auth', '0010_alter_group_name_max_length', now()),
    ('auth', '0011_update_proxy_permissions', now()),
    ('auth', '0012_alter_user_first_name_max_length', now()),
    ('consultation', '0001_consultation', now()),
    ('consultation', '0001_reactions_answers_and_decisions', now()),
    ('consultation', '0002_changes_after_sending', now()),
    ('consultation', '0002_reviewed_before_published_and_groups_named', now()),
    ('consultation', '0003_letters_and_sender_kinds', now()),
    ('consultation', '0003_who_asks_and_when_changed', now()),
    ('consultation', '0004_begun_when_opened', now()),
    ('consultation', '0004_decisions_move_out', now()),
    ('consultation', '0005_how_to_close_at_midnight', now()),
    ('consultation', '0005_kept_texts', now()),
    ('consultation', '0006_confirming_sharing_and_answering', now()),
    ('consultation', '0006_limits_of_points', now()),
    ('consultation', '0007_files_in_the_database', now()),
    ('consultation', '0007_sending_back', now()),
    ('consultation', '0008_answers_stay_and_are_mailed', now()),
    ('consultation', '0008_points_may_propose_deletion', now()),
    ('consultation', '0009_one_form_makes_one_point', now()),
    ('consultation', '0009_somebody_chooses_who_may_read', now()),
    ('consultation', '0010_entered_letter', now()),
    ('consultation', '0010_invitations_know_whom_they_went_to', now()),
    ('consultation', '0011_endorsements_outlive_names', now()),
    ('consultation', '0011_kept_texts_of_the_desk', now()),
    ('consultation', '0012_groups_keep_what_was_done', now()),
    ('consultation', '0012_who_reads_what_is_shared', now()),
    ('consultation', '0013_finished_stays', now()),
    ('consultation', '0014_large_notas_in_parts', now()),
    ('consultation', '0015_remarks_of_a_checker_are_kept', now()),
    ('consultation', '0016_values_can_be_true', now()),
    ('consultation', '0017_texts_have_a_limit', now()),
    ('consultation', '0018_public_from_and_until', now()),
    ('consultation', '0019_no_search_vectors', now()),
    ('consultation', '0020_words_of_one_kind', now()),
    ('consultation', '0021_notas_are_kept_documents', now()),
    ('consultation', '0022_what_was_taken_out_of_a_point', now()),
    ('consultation', '0023_consultations_carry_a_woo_category', now()),
    ('consultation', '0024_labels_and_answers_that_recur', now()),
    ('consultation', '0025_a_letter_carries_its_scan', now()),
    ('consultation', '0026_points_can_be_taken_off_the_site', now()),
    ('consultation', '0027_the_nota_can_be_read_ahead', now()),
    ('consultation', '0028_newest_answers_are_found_at_once', now()),
    ('consultation', '0029_points_are_counted_without_their_texts', now()),
    ('contenttypes', '0001_initial', now()),
    ('contenttypes', '0002_remove_content_type_name', now()),
    ('deciding', '0001_tables_of_its_own', now()),
    ('deciding', '0002_a_decision_keeps_its_track', now()),
    ('deciding', '0003_decided_on_stays', now()),
    ('deciding', '0004_decided_changes_with_a_reason', now()),
    ('deciding', '0005_values_can_be_true', now()),
    ('deciding', '0006_texts_have_a_limit', now()),
    ('deciding', '0007_public_from_and_until', now()),
    ('deciding', '0008_components_and_what_bodies_ask', now()),
    ('deciding', '0009_decisions_are_on_components', now()),
    ('deciding', '0010_what_was_decided_on_stays', now()),
    ('deciding', '0011_dossiers_have_days_to_decide', now()),
    ('deciding', '0012_papers', now()),
    ('deciding', '0013_who_promised_it', now()),
    ('deciding', '0014_packages_for_the_bodies', now()),
    ('deciding', '0015_what_councils_publish', now()),
    ('deciding', '0016_deviations_are_judged', now()),
    ('deciding', '0017_proposed_participations_can_be_refused', now()),
    ('deciding', '0018_links_to_enter_with', now()),
    ('deciding', '0019_papers_carry_a_woo_category', now()),
    ('deciding', '0020_papers_say_why_not_accessible', now()),
    ('deciding', '0021_woo_category_in_the_database', now()),
    ('deciding', '0022_debates_begin_somewhere', now()),
    ('deciding', '0023_carry_a_woo_category', now()),
    ('deciding', '0024_decisions_hold_until_a_day', now()),
    ('ground', '0001_mail', now()),
    ('ground', '0002_the_record_of_changes', now()),
    ('ground', '0003_files', now()),
    ('ground', '0004_command_runs', now()),
    ('ground', '0005_posted_forms', now()),
    ('ground', '0006_who_has_it_open_and_what_was_sent', now()),
    ('ground', '0007_one_record_of_sent_forms', now()),
    ('ground', '0008_words_in_files', now()),
    ('ground', '0009_the_state_of_pages', now()),
    ('ground', '0010_how_often_a_visitor_did_it', now()),
    ('ground', '0011_documents_that_are_kept', now()),
    ('ground', '0012_the_security_log', now()),
    ('ground', '0013_what_a_file_lacks', now()),
    ('ground', '0014_links_to_read_ahead', now()),
    ('meetings', '0001_meetings', now()),
    ('meetings', '0002_registrations', now()),
    ('meetings', '0003_what_who_comes_was_told', now()),
    ('mfa', '0001_initial', now()),
    ('mfa', '0002_authenticator_timestamps', now()),
    ('mfa', '0003_authenticator_type_uniq', now()),
    ('partners', '0001_partners', now()),
    ('partners', '0001_partners_and_people', now()),
    ('partners', '0002_secretary_of_an_executive', now()),
    ('partners', '0002_values_can_be_true', now()),
    ('partners', '0003_name_every_right', now()),
    ('partners', '0003_texts_have_a_limit', now()),
    ('partners', '0004_public_from_and_until', now()),
    ('partners', '0005_licence_and_day_of_reading_of_a_source', now()),
    ('partners', '0006_addresses_in_one_form', now()),
    ('partners', '0007_no_search_vectors', now()),
    ('partners', '0008_bodies_have_a_calendar', now()),
    ('partners', '0009_successors_and_the_day_of_a_term', now()),
    ('partners', '0010_words_of_one_kind', now()),
    ('partners', '0011_roles_at_the_desk', now()),
    ('partners', '0012_people_are_invited', now()),
    ('partners', '0013_logos_registers_and_who_may_be_shown', now()),
    ('partners', '0014_the_record_forgets_contact_persons', now()),
    ('procrastinate', '0001_initial', now()),
    ('procrastinate', '0002_drop_started_at_column', now()),
    ('procrastinate', '0003_drop_started_at_column', now()),
    ('procrastinate', '0004_drop_procrastinate_version_table', now()),
    ('procrastinate', '0005_fix_procrastinate_fetch_job', now()),
    ('procrastinate', '0006_fix_trigger_status_events_insert', now()),
    ('procrastinate', '0007_add_queueing_lock_column', now()),
    ('procrastinate', '0008_close_fetch_job_race_condition', now()),
    ('procrastinate', '0009_add_defer_job_function', now()),
    ('procrastinate', '0010_add_procrastinate_periodic_defers', now()),
    ('procrastinate', '0011_add_foreign_key_index', now()),
    ('procrastinate', '0012_add_locks_to_periodic_defer', now()),
    ('procrastinate', '0013_fix_procrastinate_defer_periodic_job', now()),
    ('procrastinate', '0014_add_finish_job_and_retry_job_functions', now()),
    ('procrastinate', '0015_add_trigger_on_job_deletion', now()),
    ('procrastinate', '0016_delete_finished_jobs', now()),
    ('procrastinate', '0017_add_checks_to_finish_job', now()),
    ('procrastinate', '0018_add_checks_to_retry_job', now()),
    ('procrastinate', '0019_fix_finish_job_compat_issue', now()),
    ('procrastinate', '0020_add_index_on_procrastinate_jobs', now()),
    ('procrastinate', '0021_add_kwargs_to_defer_periodic_job', now()),
    ('procrastinate', '0022_null_locks_excluded', now()),
    ('procrastinate', '0023_remove_old_finish_job_function', now()),
    ('procrastinate', '0024_job_id_bigint', now()),
    ('procrastinate', '0025_add_models', now()),
    ('procrastinate', '0026_add_job_priority', now()),
    ('procrastinate', '0027_add_periodic_job_priority', now()),
    ('procrastinate', '0028_add_cancel_states', now()),
    ('procrastinate', '0029_add_additional_params_to_retry_job', now()),
    ('procrastinate', '0030_alter_procrastinateevent_options', now()),
    ('procrastinate', '0031_add_indexes_for_fetch_job', now()),
    ('procrastinate', '0032_pre_cancel_notification', now()),
    ('procrastinate', '0033_post_cancel_notification', now()),
    ('procrastinate', '0034_pre_add_heartbeat', now()),
    ('procrastinate', '0035_post_add_heartbeat', now()),
    ('procrastinate', '0036_add_worker_model', now()),
    ('procrastinate', '0037_pre_batch_defer_jobs', now()),
    ('procrastinate', '0038_post_batch_defer_jobs', now()),
    ('procrastinate', '0039_pre_priority_lock_fetch_job', now()),
    ('procrastinate', '0040_pre_retry_failed_job', now()),
    ('procrastinate', '0041_post_retry_failed_job', now()),
    ('regiozwolle', '0001_seeded_entry', now()),
    ('regiozwolle', '0002_key_points_loaded_before', now()),
    ('regiozwolle', '0003_changes_are_recorded', now()),
    ('regiozwolle', '0004_what_was_set_aside_is_not_recorded', now()),
    ('regiozwolle', '0005_addresses_lead_on', now()),
    ('regiozwolle', '0006_what_was_public_stays', now()),
    ('regiozwolle', '0007_pages_are_read_to_be_found', now()),
    ('regiozwolle', '0008_what_is_gone_keeps_its_address', now()),
    ('regiozwolle', '0009_no_search_vectors', now()),
    ('regiozwolle', '0010_words_that_are_counted_and_pages_that_wait', now()),
    ('regiozwolle', '0011_search_reads_its_indexes_alone', now()),
    ('regiozwolle', '0012_weekly_mail', now()),
    ('regiozwolle', '0013_plain_names_of_milestones', now()),
    ('regiozwolle', '0014_changes_raise_the_state', now()),
    ('regiozwolle', '0015_tables_and_mails_raise_the_state', now()),
    ('regiozwolle', '0016_factors_are_recorded', now()),
    ('regiozwolle', '0017_sessions_and_changes_of_accounts', now()),
    ('regiozwolle', '0018_changes_of_rights_say_which', now()),
    ('regiozwolle', '0019_what_is_published_as_data', now()),
    ('regiozwolle', '0020_rights_are_reviewed', now()),
    ('regiozwolle', '0021_events_of_what_is_public', now()),
    ('regiozwolle', '0022_followers_and_digests', now()),
    ('regiozwolle', '0023_newsletters', now()),
    ('regiozwolle', '0024_a_newsletter_is_finished', now()),
    ('regiozwolle', '0025_a_state_per_part', now()),
    ('regiozwolle', '0026_since_when_a_page_says_it', now()),
    ('regiozwolle', '0027_rights_are_ticked_off_one_by_one', now()),
    ('regiozwolle', '0028_which_version_read_the_pages', now()),
    ('regiozwolle', '0029_who_asks_takes_back', now()),
    ('results', '0001_figures_projects_and_money', now()),
    ('results', '0001_results', now()),
    ('results', '0002_confirmation_requests', now()),
    ('results', '0002_message_and_comparable', now()),
    ('results', '0003_money_phases_and_results', now()),
    ('results', '0003_project_status_and_proposal_state', now()),
    ('results', '0004_a_correction_keeps_its_measurement', now()),
    ('results', '0004_one_funding_counts', now()),
    ('results', '0005_owners_who_want_no_questions', now()),
    ('results', '0005_status_corrections_and_owners', now()),
    ('results', '0006_corrections_outlive_what_they_put_right', now()),
    ('results', '0006_owners_from_partners', now()),
    ('results', '0007_one_owner_per_figure', now()),
    ('results', '0007_values_can_be_true', now()),
    ('results', '0008_reports', now()),
    ('results', '0008_texts_have_a_limit', now()),
    ('results', '0009_frozen_report_stays', now()),
    ('results', '0009_public_from_and_until', now()),
    ('results', '0010_example_figures', now()),
    ('results', '0010_zero_is_an_amount', now()),
    ('results', '0011_reasons_and_example_programmes', now()),
    ('results', '0011_recent_by_nature', now()),
    ('results', '0012_no_search_vectors', now()),
    ('results', '0013_how_a_goal_is_seen_to_succeed', now()),
    ('results', '0014_who_was_reminded_of_a_late_value', now()),
    ('results', '0015_figures_per_inhabitant', now()),
    ('results', '0016_series_and_what_counts', now()),
    ('results', '0017_proposals_are_about_a_partner', now()),
    ('results', '0018_words_of_one_kind', now()),
    ('results', '0019_missed_in_one_word', now()),
    ('results', '0020_reports_carry_a_woo_category', now()),
    ('results', '0021_goals_have_a_weight', now()),
    ('results', '0022_texts_and_figures_serve_wider_aims', now()),
    ('results', '0023_results_have_an_effect', now()),
    ('results', '0024_a_value_can_ask_two_people', now()),
    ('results', '0025_newest_measurements_are_found_at_once', now()),
    ('sessions', '0001_initial', now()),
    ('socialaccount', '0001_initial', now()),
    ('socialaccount', '0002_token_max_lengths', now()),
    ('socialaccount', '0003_extra_data_default_dict', now()),
    ('socialaccount', '0004_app_provider_id_settings', now()),
    ('socialaccount', '0005_socialtoken_nullable_app', now()),
    ('socialaccount', '0006_alter_socialaccount_extra_data', now());
