"""Each part of the agenda that bodies decided on is a component of its dossier; what was planned has a planned day."""

from django.db import migrations

# The reasons that the database asks for a change are of those who decide; these rows say the same as before.
QUIETLY = "ALTER TABLE {table} DISABLE TRIGGER USER"
AGAIN = "SET CONSTRAINTS ALL IMMEDIATE; ALTER TABLE {table} ENABLE TRIGGER USER; SET CONSTRAINTS ALL DEFERRED"
TABLES = ["deciding_decision", "deciding_trackstep"]
COMPONENTS = """
INSERT INTO deciding_component (dossier_id, element_id, position, name, text, page, payers)
SELECT DISTINCT dossier_id, element_id, agenda_element.position, '', '', '', 'gemeenten'
FROM deciding_decision
JOIN deciding_track ON deciding_track.id = track_id
JOIN agenda_element ON agenda_element.id = element_id
"""
ON_COMPONENTS = """
UPDATE deciding_decision SET version_id = deciding_dossier.version_id, component_id = (
    SELECT id FROM deciding_component
    WHERE deciding_component.dossier_id = deciding_dossier.id
      AND deciding_component.element_id = deciding_decision.element_id
)
FROM deciding_track JOIN deciding_dossier ON deciding_dossier.id = dossier_id
WHERE deciding_track.id = track_id
"""
PLANNED = """
UPDATE deciding_trackstep SET planned_on = happened_on, happened_on = NULL,
    kind = CASE WHEN partners_body.kind IN ('raad', 'staten') THEN 'raad' ELSE 'college' END
FROM deciding_track JOIN partners_body ON partners_body.id = body_id
WHERE deciding_track.id = track_id AND deciding_trackstep.kind = 'gepland'
"""
# Before, a body decided once on each part of the agenda, in one of four ways. Of what it decided over time the newest
# stays; what is on no part of the agenda, and what was put off or taken back, has no place there.
NEWEST_STAYS = """
DELETE FROM deciding_groupvote;
UPDATE deciding_decision SET element_id = (SELECT element_id FROM deciding_component WHERE id = component_id);
DELETE FROM deciding_decision WHERE outcome IN ('later', 'aangehouden', 'ingetrokken')
    OR (component_id IS NOT NULL AND element_id IS NULL);
DELETE FROM deciding_decision old USING deciding_decision new
WHERE old.track_id = new.track_id AND old.element_id IS NOT DISTINCT FROM new.element_id
  AND (old.decided_on, old.id) < (new.decided_on, new.id);
UPDATE deciding_decision SET component_id = NULL, version_id = NULL;
DELETE FROM deciding_motion;
DELETE FROM deciding_askedamount;
DELETE FROM deciding_component
"""
AS_BEFORE = """
UPDATE deciding_trackstep SET kind = 'gepland', happened_on = planned_on WHERE happened_on IS NULL;
UPDATE deciding_trackstep SET kind = 'bespreking' WHERE kind IN ('college', 'raad')
"""


def quietly(*statements):
    """The statements, while the triggers of the two tables are silent."""
    return [
        *(QUIETLY.format(table=table) for table in TABLES),
        *statements,
        *(AGAIN.format(table=table) for table in TABLES),
    ]


class Migration(migrations.Migration):
    dependencies = [("deciding", "0008_components_and_what_bodies_ask")]

    operations = [
        migrations.RunSQL(quietly(COMPONENTS, ON_COMPONENTS, PLANNED), quietly(NEWEST_STAYS, AS_BEFORE)),
    ]
