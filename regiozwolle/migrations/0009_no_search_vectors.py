"""No table has a vector of its words any more: the record need not look away from it, and nothing cuts words for it."""

from django.db import migrations

from partners.ground.history.triggers import recording

# What the record otherwise says of each table that had one.
TABLES = {
    "partners_partner": {},
    "agenda_element": {},
    "agenda_wording": {"part_of": "version_id"},
    "agenda_action": {"part_of": "element_id"},
    "agenda_keypoint": {},
    "agenda_milestone": {},
    "results_indicator": {},
    "results_programme": {},
    "results_project": {},
    "results_report": {"words": ["content"]},
    "consultation_consultation": {"unnoticed": ["updated_at"]},
}
# As the first migration of partners made them.
CONFIGURATIONS = """
create text search configuration public.portal_dutch (copy = pg_catalog.dutch);
alter text search configuration public.portal_dutch
    alter mapping for hword, hword_part, word with public.unaccent, dutch_stem;
create text search configuration public.portal_simple (copy = pg_catalog.simple);
alter text search configuration public.portal_simple
    alter mapping for hword, hword_part, word with public.unaccent, simple;
"""
NO_CONFIGURATIONS = """
drop text search configuration public.portal_dutch;
drop text search configuration public.portal_simple;
"""


def noticed(table, said):
    """The operation that has every column of `table` recorded, except those that `said` leaves out."""
    before = recording(table, **said | {"unnoticed": ["search_vector", *said.get("unnoticed", [])]})
    after = recording(table, **said)
    return migrations.RunSQL([*before.reverse_sql, *after.sql], [*after.reverse_sql, *before.sql])


class Migration(migrations.Migration):
    dependencies = [
        ("regiozwolle", "0008_what_is_gone_keeps_its_address"),
        ("agenda", "0009_no_search_vectors"),
        ("consultation", "0019_no_search_vectors"),
        ("partners", "0007_no_search_vectors"),
        ("results", "0012_no_search_vectors"),
    ]

    operations = [
        *(noticed(table, said) for table, said in TABLES.items()),
        migrations.RunSQL(NO_CONFIGURATIONS, CONFIGURATIONS),
    ]
