"""A portal that already stood is taken over: its rows stay, and its tables become those of a new portal."""

import json
import os
import re
import subprocess
import sys
from contextlib import contextmanager
from urllib.parse import quote

import psycopg
import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection

from regiozwolle.management.commands.migrate import BEGIN

# The last migrations before agenda, results and consultation got their present names, and deciding its own tables.
BEFORE = [("admin", "0003"), ("agenda", "0001"), ("results", "0001"), ("consultation", "0002"), ("regiozwolle", "0001")]
ROWS = """
insert into partners_source (slug, title, publisher, url, published_text, consulted, note)
    values ('deck', 'Presentatie', '', '', '', '', '');
insert into agenda_statement (kind, position, text, warning, source_id)
    select 'waarom', 1, 'Samen staan wij sterker.', '', id from partners_source;
insert into regiozwolle_seededentry (key, object_id) values ('statement:waarom/1', 1), ('source:deck', 1);
insert into consultation_dossier (slug, title, summary, period_text, note, is_example)
    values ('agenda', 'De agenda', 'Wat wordt besloten.', '', '', false);
insert into partners_user (password, email, name, is_staff, is_superuser, is_active, date_joined)
    values ('', 'bureau@example.org', 'Anna', true, false, true, now());
insert into django_admin_log
    (action_time, user_id, content_type_id, object_id, object_repr, action_flag, change_message)
    select now(), partners_user.id, django_content_type.id, '7', 'Namens Anna', 2, ''
    from partners_user, django_content_type where app_label = 'agenda' and model = 'version';
"""
# What a table is: its columns, rules, indexes and triggers with their functions, each in the words of PostgreSQL.
SCHEMA = """
select table_name, column_name, data_type, is_nullable, column_default from information_schema.columns
    where table_schema = 'public'
union all
select conrelid::regclass::text, conname, pg_get_constraintdef(oid), '', '' from pg_constraint
    where connamespace = 'public'::regnamespace and contype <> 'n'
union all
select tablename, indexname, indexdef, '', '' from pg_indexes where schemaname = 'public'
union all
select tgrelid::regclass::text, tgname, pg_get_triggerdef(oid), '', '' from pg_trigger where not tgisinternal
union all
select proname, pg_get_functiondef(pg_proc.oid), '', '', '' from pg_proc
    join pg_language on pg_language.oid = prolang and lanname <> 'c'
    where pronamespace = 'public'::regnamespace and prokind = 'f'
order by 1, 2, 3
"""

# What PostgreSQL says in other words once it was read from its own: a list of texts, and a chain of OR.
TEXT_IN_A_LIST = re.compile(r"\(('[^']*'::character varying)\)::text")
LIST_OF_TEXTS = re.compile(r"\(\((ARRAY\[[^\]]*\])\)::text\[\]\)")


def schema_of(url):
    """The rows of SCHEMA in the database at `url`, those that mean the same in the same words."""
    with psycopg.connect(url) as portal:
        return {(about, name, in_one_way(text), *rest) for about, name, text, *rest in portal.execute(SCHEMA)}


def in_one_way(text):
    text = LIST_OF_TEXTS.sub(r"(\1)", TEXT_IN_A_LIST.sub(r"\1", text))
    return re.sub("[()]", "", text) if text.startswith("CREATE TRIGGER") else text


def address(database):
    """The address of `database` on the server of the tests."""
    server = connection.settings_dict
    login = f"{server['USER']}:{server['PASSWORD']}" if server["PASSWORD"] else server["USER"]
    return f"postgres://{login}@{quote(server['HOST'], safe='')}:{server['PORT'] or 5432}/{database}"


# Migrates to each of the targets that it is given. One process for all: to start it takes longer than to do it.
MIGRATE = """
import json, sys, django
from django.core.management import call_command
django.setup()
for target in json.loads(sys.argv[1]):
    call_command("migrate", *target, verbosity=0)
"""


def migrate(url, *targets):
    """To each of `targets` in turn; [] is the newest of all apps."""
    command = [sys.executable, "-c", MIGRATE, json.dumps(targets)]
    subprocess.run(command, cwd=settings.BASE_DIR, env=environment(url), check=True)


def environment(url):
    return os.environ | {"DATABASE_URL": url, "PORTAL_DEMO": "1", "DJANGO_SETTINGS_MODULE": "regiozwolle.settings"}


@contextmanager
def database(name, *, like="template1"):
    """A new database for the time being; gives its address."""
    with psycopg.connect(address("postgres"), autocommit=True) as server:
        server.execute(f'drop database if exists "{name}"')
        server.execute(f'create database "{name}" template "{like}"')
        yield address(name)
        server.execute(f'drop database "{name}" with (force)')


# What a council decided on a part of the agenda, and when the Staten have it on their agenda.
DECIDED = """
insert into agenda_agenda (slug, title, introduction, is_example, status_note, first_year, last_year, source_id)
    select 'agenda', 'De agenda', '', false, '', 2024, 2028, id from partners_source;
insert into agenda_version (number, dated_on, status, note, agenda_id)
    select 1, '2022-12-08', 'concept', '', id from agenda_agenda;
insert into agenda_element (code, kind, position, number, name, agenda_id)
    select 'RZ24-L1', 'uitvoeringslijn', 7, '1', 'Wonen', id from agenda_agenda;
insert into partners_partner (kind, name, website, is_example, summary, joined_text, note, slug)
    values ('provincie', 'Overijssel', '', false, '', '', '', 'overijssel');
insert into partners_body (kind, name, website, partner_id)
    select 'staten', 'Provinciale Staten van Overijssel', '', id from partners_partner;
update consultation_dossier set version_id = (select id from agenda_version);
insert into consultation_track (website, note, body_id, dossier_id)
    select '', '', body.id, dossier.id from partners_body body, consultation_dossier dossier;
insert into consultation_trackstep (kind, happened_on, date_text, text, source_id, track_id)
    select 'gepland', '2023-06-21', '', '', source.id, track.id from partners_source source, consultation_track track;
insert into consultation_decision (decided_on, date_text, outcome, condition, element_id, source_id, track_id)
    select '2023-06-28', '', 'ingestemd', '', element.id, source.id, track.id
    from agenda_element element, partners_source source, consultation_track track;
"""
# A reaction of a council with its decision as a file, sent twice, as a portal had it that kept its files in a folder.
LETTER = """
insert into consultation_consultation (takes_letters, asked_by, note, title, summary, asked_of, opens_at, closes_at,
    updated_at, effect, slug, decided_by, is_example, version_id)
    select true, '', '', 'Consultatie', '', '', '2022-12-08', '2023-01-20', now(), '', 'consultatie', '', false, id
    from agenda_version;
insert into consultation_letter (sender_kind, sender_email, channel, created_at, updated_at, return_remark, letter_text,
    decision_url, decision_file, decided_on, consultation_id, body_id, sharing, signed_name, check_remark, capacity,
    party_group, state, number, sent_at)
    select 'raad', '', 'site', now(), now(), '', '', '', 'besluiten/nieuw.pdf', '2022-12-12', consultation.id, body.id,
    'openbaar', '', '', '', '', 'verstuurd', 'RZ-2022-0001', now()
    from consultation_consultation consultation, partners_body body;
insert into consultation_submission (sequence, sent_at, content, letter_id)
    select 1, now(), '{"points": [], "decision_file": "besluiten/oud.pdf"}'::jsonb, id from consultation_letter
    union select 2, now(), '{"points": [], "decision_file": "besluiten/nieuw.pdf"}'::jsonb, id from consultation_letter;
"""
NAMES = """
select letter.name, submission.sequence, sent.name from consultation_letter
    join ground_storedfile letter on letter.id = decision_file_id
    join consultation_submission submission on letter_id = consultation_letter.id
    join ground_storedfile sent on sent.id = submission.decision_file_id order by 2
"""
BYTES = """
select name, content from ground_storedfile file left join ground_filechunk on file_id = file.id order by 1
"""

DONE = "select app, name from django_migrations order by 1, 2"


TAKEN_OVER = """
select outcome, code, deciding_component.position, number, planned_on::text, happened_on, deciding_trackstep.kind
    from deciding_decision
    join deciding_component on deciding_component.id = component_id
    join agenda_element on agenda_element.id = element_id
    join agenda_version on agenda_version.id = version_id
    join deciding_trackstep on deciding_trackstep.track_id = deciding_decision.track_id
"""


def test_the_tables_that_a_new_portal_gets_at_once_can_be_written_anew(db, tmp_path):
    """What the tests' own database got so, with what was migrated since, is the same when it is got so as a whole."""
    call_command("write_tables", naar=tmp_path / "tables.sql")
    written = (tmp_path / "tables.sql").read_text()
    assert re.findall(r"^(?:--|SET |\\\\).*", written, re.MULTILINE) == []
    with database(f"new_{connection.settings_dict['NAME']}") as url:
        with psycopg.connect(url) as new:
            new.execute(BEGIN + written)
        assert sorted(schema_of(url) ^ schema_of(address(connection.settings_dict["NAME"]))) == []
        with connection.cursor() as cursor:
            cursor.execute(DONE)
            assert rows_of(url, DONE) == cursor.fetchall()


@pytest.fixture(scope="module")
def portal(django_db_setup, django_db_blocker):
    """The address of a database that was as before, with a few rows, and is taken over."""
    with django_db_blocker.unblock(), database(f"old_{connection.settings_dict['NAME']}") as url:
        migrate(url, *BEFORE)
        with psycopg.connect(url) as old:
            old.execute(ROWS)
            old.execute(DECIDED)
        migrate(url, ["consultation", "0006"], ["partners"])
        with psycopg.connect(url) as old:
            old.execute(LETTER)
        migrate(url, [])
        yield url


def rows_of(portal, query):
    with psycopg.connect(portal) as old:
        return old.execute(query).fetchall()


def test_a_portal_from_before_the_present_names_is_taken_over_whole(portal, db):
    assert rows_of(portal, "select text from agenda_keypoint") == [("Samen staan wij sterker.",)]
    keys = rows_of(portal, "select key from regiozwolle_seededentry order by 1")
    assert keys == [("keypoint:waarom/1",), ("source:deck",)]
    assert rows_of(portal, "select title from deciding_dossier") == [("De agenda",)]
    log = "select words, about_table, about_id from ground_act where made_by_id is not null"
    assert rows_of(portal, log) == [("gewijzigd", "agenda_version", 7)]
    assert sorted(schema_of(portal) ^ schema_of(address(connection.settings_dict["NAME"]))) == []


def test_what_was_decided_on_a_part_of_the_agenda_is_on_a_component_of_its_dossier(portal):
    """With the version of the dossier; what was on the agenda has a planned day."""
    taken_over = rows_of(portal, TAKEN_OVER.replace("number", "agenda_version.number"))
    assert taken_over == [("ingestemd", "RZ24-L1", 7, 1, "2023-06-21", None, "raad")]


def test_the_files_of_a_portal_that_kept_them_in_a_folder_are_taken_over(portal, tmp_path):
    """The names by the migration; the bytes by a command, which can be done again and says what is not there."""
    assert rows_of(portal, NAMES) == [
        ("besluiten/nieuw.pdf", 1, "besluiten/oud.pdf"),
        ("besluiten/nieuw.pdf", 2, "besluiten/nieuw.pdf"),
    ]
    (tmp_path / "besluiten").mkdir()
    (tmp_path / "besluiten" / "nieuw.pdf").write_bytes(b"%PDF-1.7 nieuw")
    command = [sys.executable, "manage.py", "take_over_files", str(tmp_path)]
    done = subprocess.run(command, cwd=settings.BASE_DIR, env=environment(portal), capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (1, "Overgenomen: 1.\n")
    assert "besluiten/oud.pdf: No such file or directory" in done.stderr
    assert rows_of(portal, BYTES) == [("besluiten/nieuw.pdf", b"%PDF-1.7 nieuw"), ("besluiten/oud.pdf", None)]


def test_what_was_taken_over_can_be_given_back(portal):
    """The last test of this portal, for it goes back."""
    migrate(portal, ["deciding", "0007"], ["consultation", "0006"])
    assert rows_of(portal, "select decision_file from consultation_letter") == [("besluiten/nieuw.pdf",)]
    before = "select outcome, code from deciding_decision join agenda_element on agenda_element.id = element_id"
    assert rows_of(portal, before) == [("ingestemd", "RZ24-L1")]
    steps = "select kind, happened_on::text from deciding_trackstep"
    assert rows_of(portal, steps) == [("gepland", "2023-06-21")]
