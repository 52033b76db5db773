"""Who is a contact person, and how to reach them, is in the record no more: consent can be taken back."""

from django.db import migrations

from partners.ground.history.triggers import recording

WORDS = ("name", "role", "email", "website", "note")
IS_PERSON = "{row}.is_person"
# The record only grows, but for this once: what it has of persons is put as it would have been written today. Of a
# row that is gone, or that was no person at every moment, it says which it was in the row that was made or deleted.
FORGET = """
ALTER TABLE ground_change DISABLE TRIGGER record_stays;
UPDATE ground_change SET
    before = (SELECT jsonb_object_agg(key, CASE WHEN key IN ('name', 'role', 'email', 'website', 'note')
        THEN '"…"'::jsonb ELSE value END) FROM jsonb_each(before)),
    after = (SELECT jsonb_object_agg(key, CASE WHEN key IN ('name', 'role', 'email', 'website', 'note')
        THEN '"…"'::jsonb ELSE value END) FROM jsonb_each(after))
WHERE table_name = 'partners_contactpoint' AND row_id IN (
    SELECT id FROM partners_contactpoint WHERE is_person
    UNION SELECT row_id FROM ground_change
    WHERE table_name = 'partners_contactpoint'
    AND (before @> '{"is_person": true}'::jsonb OR after @> '{"is_person": true}'::jsonb)
);
ALTER TABLE ground_change ENABLE TRIGGER record_stays;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('ground', '0014_links_to_read_ahead'),
        ('partners', '0013_logos_registers_and_who_may_be_shown'),
        ('regiozwolle', '0003_changes_are_recorded'),
    ]

    operations = [
        migrations.RunSQL(
            "DROP TRIGGER record_change ON partners_contactpoint",
            recording('partners_contactpoint', part_of='partner_id').sql,
        ),
        recording('partners_contactpoint', part_of='partner_id', words=WORDS, words_when=IS_PERSON),
        migrations.RunSQL(FORGET, migrations.RunSQL.noop),
    ]
