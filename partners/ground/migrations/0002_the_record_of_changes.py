"""The record of acts and changes, which the database itself writes and nobody rewrites."""

import django.db.models.deletion
import django.db.models.functions.datetime
import partners.ground.history.records
from django.db import migrations, models

# It runs with the rights of its owner, so that whoever changes a row can add to the record and do nothing else to it.
RECORD_CHANGE = """
CREATE FUNCTION ground_record_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
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
"""
STAYS = """
CREATE FUNCTION ground_record_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Wat is vastgelegd, blijft staan: deze tabel kan alleen groeien.'
    USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER record_stays BEFORE UPDATE OR DELETE ON ground_act
FOR EACH ROW EXECUTE FUNCTION ground_record_stays();
CREATE TRIGGER record_stays BEFORE UPDATE OR DELETE ON ground_change
FOR EACH ROW EXECUTE FUNCTION ground_record_stays();
"""
UNDO = """
DROP TRIGGER record_stays ON ground_change;
DROP TRIGGER record_stays ON ground_act;
DROP FUNCTION ground_record_stays();
DROP FUNCTION ground_record_change();
"""


class Migration(migrations.Migration):

    dependencies = [
        ('ground', '0001_mail'),
    ]

    operations = [
        migrations.CreateModel(
            name='Act',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('words', models.CharField(max_length=120, verbose_name='handeling')),
                ('made_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name='wanneer')),
                ('made_by_id', models.BigIntegerField(null=True, verbose_name='door')),
                ('about_table', models.CharField(blank=True, max_length=63, verbose_name='tabel')),
                ('about_id', models.BigIntegerField(null=True, verbose_name='rij')),
                ('reason', models.TextField(blank=True, verbose_name='reden')),
            ],
            options={
                'verbose_name': 'handeling',
                'verbose_name_plural': 'handelingen',
                'ordering': ['-pk'],
                'indexes': [models.Index(fields=['about_table', 'about_id'], name='act_about'), models.Index(fields=['made_by_id'], name='act_made_by')],
            },
        ),
        migrations.CreateModel(
            name='Change',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('made_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name='wanneer')),
                ('role', models.CharField(max_length=63, verbose_name='rol in de database')),
                ('table_name', models.CharField(max_length=63, verbose_name='tabel')),
                ('row_id', models.BigIntegerField(verbose_name='rij')),
                ('part_of_id', models.BigIntegerField(null=True, verbose_name='onderdeel van')),
                ('before', models.JSONField(decoder=partners.ground.history.records.ExactDecoder, null=True, verbose_name='eerst')),
                ('after', models.JSONField(decoder=partners.ground.history.records.ExactDecoder, null=True, verbose_name='daarna')),
                ('act', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='changes', to='ground.act', verbose_name='handeling')),
            ],
            options={
                'verbose_name': 'wijziging',
                'verbose_name_plural': 'wijzigingen',
                'ordering': ['-pk'],
                'indexes': [models.Index(fields=['table_name', 'row_id'], name='change_of_row'), models.Index(condition=models.Q(('part_of_id__isnull', False)), fields=['table_name', 'part_of_id'], name='change_of_part'), models.Index(condition=models.Q(('after__isnull', True)), fields=['made_at'], name='change_that_deletes')],
                'constraints': [models.CheckConstraint(condition=models.Q(('before__isnull', False), ('after__isnull', False), _connector='OR'), name='change_has_a_state', violation_error_message='Een wijziging zegt wat er eerst of daarna stond.')],
            },
        ),
        migrations.RunSQL(RECORD_CHANGE + STAYS, UNDO),
    ]
