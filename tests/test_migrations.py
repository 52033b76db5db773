"""Whether a new version can come while visitors use the old one: what the SQL of each new migration locks or breaks."""

import re
from collections import defaultdict

import pytest
from django.apps import apps
from django.db import connection
from django.db.migrations.loader import MigrationLoader

# The last migration of each app that no portal has to run beside visitors any more. After a release: the newest ones.
RUN_BY_ALL = {
    "agenda": "0011",
    "consultation": "0020",
    "deciding": "0018",
    "ground": "0011",
    "partners": "0010",
    "regiozwolle": "0015",
    "results": "0019",
}
# Tables that grow with the years or with visitors; the others have at most some thousands of rows, read in no time.
LARGE = {
    "consultation_letter",
    "consultation_point",
    "consultation_submission",
    "django_session",
    "ground_act",
    "ground_change",
    "ground_filechunk",
    "ground_mail",
    "ground_sentform",
    "ground_tally",
    "regiozwolle_searchentry",
    "results_measurement",
}
TABLE = r'(?:ONLY )?"?(?P<table>\w+)"?'
# On a large table: what reads or writes all of it while nobody may use it.
HOLDS = {
    "makes an index without CONCURRENTLY": rf"CREATE (?:UNIQUE )?INDEX (?!CONCURRENTLY).* ON {TABLE}",
    "sets NOT NULL": rf"ALTER TABLE {TABLE} .*SET NOT NULL",
    "changes a type": rf"ALTER TABLE {TABLE} .*ALTER COLUMN \S+ TYPE",
    "adds a constraint that is checked at once": rf"ALTER TABLE {TABLE} .*ADD CONSTRAINT (?!.*NOT VALID)",
    "adds a column that is written in every row": rf"ALTER TABLE {TABLE} ADD COLUMN .*(?:GENERATED|random\(|now\()",
}
# On any table: what the old version, which still runs, cannot do without.
BREAKS = {
    "takes a column away": rf"ALTER TABLE {TABLE} DROP COLUMN",
    "takes a table away": rf"DROP TABLE {TABLE}",
    "gives another name": rf"ALTER TABLE {TABLE} RENAME",
}
# (app, migration): why it may all the same. What breaks the old version is told in CHANGELOG.md too.
ACCEPTED = {
    ("consultation", "0021_notas_are_kept_documents"): "No portal was in use yet.",
    ("partners", "0011_roles_at_the_desk"): "No portal was in use yet.",
}


def faults(statements, *, made=frozenset()):
    """(what is wrong, the table) of each of the `statements`, but for tables that are `made` in the same version."""
    for statement in statements:
        line = " ".join(statement.split())
        for words, pattern in (HOLDS | BREAKS).items():
            found = re.search(pattern, line, re.IGNORECASE)
            table = found and found["table"]
            if found and table not in made and (words in BREAKS or table in LARGE):
                yield words, table


def new_migrations(loader):
    """Those after RUN_BY_ALL, in the order in which they run."""
    order = []
    for leaf in loader.graph.leaf_nodes():
        order += [key for key in loader.graph.forwards_plan(leaf) if key not in order]
    return [key for key in order if key[0] in RUN_BY_ALL and key[1][:4] > (RUN_BY_ALL[key[0]] or "0000")]


def test_no_new_migration_keeps_visitors_waiting_or_breaks_the_version_that_still_runs(transactional_db):
    loader = MigrationLoader(connection)
    wrong, made = defaultdict(list), set()
    state = loader.project_state([key for key in loader.graph.nodes if RUN_BY_ALL.get(key[0]) == key[1][:4]])
    for key in new_migrations(loader):
        migration = loader.get_migration(*key)
        with connection.schema_editor(collect_sql=True, atomic=False) as editor:
            state = migration.apply(state, editor, collect_sql=True)
        made |= set(re.findall(r'CREATE TABLE "?(\w+)', "\n".join(editor.collected_sql)))
        wrong[key] += faults(editor.collected_sql, made=made)
    assert {key: found for key, found in wrong.items() if found and key not in ACCEPTED} == {}
    assert set(ACCEPTED) <= set(wrong), "accepted, and no longer there"


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ('CREATE INDEX "x" ON "ground_mail" ("to")', ("makes an index without CONCURRENTLY", "ground_mail")),
        ('CREATE INDEX CONCURRENTLY "x" ON "ground_mail" ("to")', None),
        ('CREATE INDEX "x" ON "partners_body" ("name")', None),
        ('ALTER TABLE "ground_mail" ALTER COLUMN "to" SET NOT NULL', ("sets NOT NULL", "ground_mail")),
        ('ALTER TABLE "ground_mail" ALTER COLUMN "to" TYPE text USING "to"::text', ("changes a type", "ground_mail")),
        (
            'ALTER TABLE "consultation_point" ADD CONSTRAINT "x" CHECK (a > 0)',
            ("adds a constraint that is checked at once", "consultation_point"),
        ),
        ('ALTER TABLE "consultation_point" ADD CONSTRAINT "x" CHECK (a > 0) NOT VALID', None),
        ('ALTER TABLE "consultation_point" ADD COLUMN "x" integer DEFAULT 0 NOT NULL', None),
        ('ALTER TABLE "partners_body" DROP COLUMN "x" CASCADE', ("takes a column away", "partners_body")),
        ('ALTER TABLE "partners_body" RENAME COLUMN "x" TO "y"', ("gives another name", "partners_body")),
        ('DROP TABLE "partners_body" CASCADE', ("takes a table away", "partners_body")),
    ],
)
def test_what_a_statement_does_to_who_uses_the_portal(statement, found):
    assert next(faults([statement]), None) == found
    assert next(faults([statement], made={"ground_mail", "consultation_point", "partners_body"}), None) is None


def test_the_large_tables_are_tables(db):
    with connection.cursor() as cursor:
        assert set(connection.introspection.table_names(cursor)) >= LARGE
    assert set(RUN_BY_ALL) <= {config.label for config in apps.get_app_configs()}
