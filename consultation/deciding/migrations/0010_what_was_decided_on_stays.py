"""What bodies decided on stays; a confirmation is of what an entry says, and ends when it says something else."""

import datetime

from django.db import migrations, models

from partners.ground.history.triggers import recording
from partners.ground.texts import limited

# The version of a dossier may change once every decision says itself which version it is on.
DECIDED_ON = """
CREATE OR REPLACE FUNCTION deciding_decided_on_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM deciding_decision JOIN deciding_track ON deciding_track.id = deciding_decision.track_id
        WHERE deciding_track.dossier_id = OLD.id{without}
    ) THEN
        RAISE EXCEPTION 'Over dit dossier is al besloten. Over welke versie dat ging, verandert niet meer.'
        USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
"""
# A griffier who confirms changes nothing of what was decided, and gives no reason.
CONFIRMED = """
CREATE FUNCTION deciding_confirmation_ends() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.confirmed_on IS NOT DISTINCT FROM OLD.confirmed_on THEN
        NEW.confirmed_on := NULL;
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER confirmation_ends BEFORE UPDATE ON deciding_decision FOR EACH ROW
WHEN (OLD.confirmed_on IS NOT NULL AND to_jsonb(OLD) - 'confirmed_on' IS DISTINCT FROM to_jsonb(NEW) - 'confirmed_on')
EXECUTE FUNCTION deciding_confirmation_ends();
CREATE TRIGGER confirmation_ends BEFORE UPDATE ON deciding_trackstep FOR EACH ROW
WHEN (OLD.confirmed_on IS NOT NULL AND to_jsonb(OLD) - 'confirmed_on' IS DISTINCT FROM to_jsonb(NEW) - 'confirmed_on')
EXECUTE FUNCTION deciding_confirmation_ends();
DROP TRIGGER decision_is_changed ON deciding_decision;
CREATE TRIGGER decision_is_changed BEFORE UPDATE ON deciding_decision FOR EACH ROW
WHEN (to_jsonb(OLD) - 'confirmed_on' IS DISTINCT FROM to_jsonb(NEW) - 'confirmed_on')
EXECUTE FUNCTION deciding_decision_stays();
"""
NOT_CONFIRMED = """
DROP TRIGGER decision_is_changed ON deciding_decision;
CREATE TRIGGER decision_is_changed BEFORE UPDATE ON deciding_decision
FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION deciding_decision_stays();
DROP TRIGGER confirmation_ends ON deciding_trackstep;
DROP TRIGGER confirmation_ends ON deciding_decision;
DROP FUNCTION deciding_confirmation_ends();
"""
SAYS_WHY = """
DROP TRIGGER says_why ON deciding_dossier;
CREATE TRIGGER says_why BEFORE UPDATE ON deciding_dossier
FOR EACH ROW WHEN (
    NOT OLD.is_example AND ({old}) IS DISTINCT FROM ({new})
) EXECUTE FUNCTION deciding_decided_dossier_stays();
"""
FIXED = ["title", "summary", "version_id", "source_id", "is_example"]
FIXED_NOW = [*FIXED, "rule", "rule_count", "rule_kind", "rule_text", "rule_source_id"]
COMPONENT_STAYS = """
CREATE FUNCTION deciding_decided_component_stays() RETURNS trigger LANGUAGE plpgsql AS $$
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
CREATE TRIGGER decided_component_stays BEFORE UPDATE ON deciding_component FOR EACH ROW
WHEN ((OLD.dossier_id, OLD.element_id, OLD.name, OLD.text) IS DISTINCT FROM
    (NEW.dossier_id, NEW.element_id, NEW.name, NEW.text))
EXECUTE FUNCTION deciding_decided_component_stays();
"""
COMPONENT_CHANGES = """
DROP TRIGGER decided_component_stays ON deciding_component;
DROP FUNCTION deciding_decided_component_stays();
"""


def says_why(columns):
    return SAYS_WHY.format(**{row: ", ".join(f"{row.upper()}.{name}" for name in columns) for row in ("old", "new")})


class Migration(migrations.Migration):
    dependencies = [("deciding", "0009_decisions_are_on_components"), ("ground", "0002_the_record_of_changes")]

    operations = [
        migrations.RemoveField(
            model_name='decision',
            name='element',
        ),
        migrations.AddConstraint(
            model_name='trackstep',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['verzonden', 'college', 'bespreking', 'raad', 'besluit'])), name='track_step_kind_is_known', violation_error_message='Kies een waarde uit de lijst.'),
        ),
        migrations.AddConstraint(
            model_name='trackstep',
            constraint=models.CheckConstraint(condition=models.Q(('entered_as__in', ['bureau', 'griffier', 'import'])), name='track_step_entered_as_is_known', violation_error_message='Kies een waarde uit de lijst.'),
        ),
        migrations.AddConstraint(
            model_name='trackstep',
            constraint=models.CheckConstraint(condition=models.Q(('planned_on__range', (datetime.date(2000, 1, 1), datetime.date(2050, 12, 31))), ('planned_on__isnull', True), _connector='OR'), name='track_step_planned_on_is_believable', violation_error_message='Kies een jaar van 2000 tot en met 2050.'),
        ),
        migrations.AddConstraint(
            model_name='trackstep',
            constraint=models.CheckConstraint(condition=models.Q(('confirmed_on__range', (datetime.date(2000, 1, 1), datetime.date(2050, 12, 31))), ('confirmed_on__isnull', True), _connector='OR'), name='track_step_confirmed_on_is_believable', violation_error_message='Kies een jaar van 2000 tot en met 2050.'),
        ),
        migrations.AddConstraint(
            model_name='trackstep',
            constraint=models.CheckConstraint(condition=models.Q(('planned_on__isnull', False), ('happened_on__isnull', False), _connector='OR'), name='a_track_step_has_a_day', violation_error_message='Vul in wanneer het gepland is, of wanneer het was.'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(('outcome__in', ['ingestemd', 'voorwaarde', 'tegen', 'niet-mee', 'later', 'aangehouden', 'ingetrokken'])), name='decision_outcome_is_known', violation_error_message='Kies een waarde uit de lijst.'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(('entered_as__in', ['bureau', 'griffier', 'import'])), name='decision_entered_as_is_known', violation_error_message='Kies een waarde uit de lijst.'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.UniqueConstraint(fields=('track', 'component', 'decided_on'), name='one_decision_per_track_component_and_day', nulls_distinct=False, violation_error_message='Over dit onderdeel staat er op deze dag al een besluit.'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(('confirmed_on__range', (datetime.date(2000, 1, 1), datetime.date(2050, 12, 31))), ('confirmed_on__isnull', True), _connector='OR'), name='decision_confirmed_on_is_believable', violation_error_message='Kies een jaar van 2000 tot en met 2050.'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(('confirmed_on__isnull', True), ('decided_on__isnull', True), ('confirmed_on__gte', models.F('decided_on')), _connector='OR'), name='a_decision_is_confirmed_after_it_was_taken', violation_error_message='Het besluit is pas na deze dag genomen.'),
        ),
        migrations.RunSQL(
            DECIDED_ON.replace("{without}", " AND deciding_decision.version_id IS NULL"),
            DECIDED_ON.replace("{without}", ""),
        ),
        migrations.RunSQL(CONFIRMED, NOT_CONFIRMED),
        migrations.RunSQL(says_why(FIXED_NOW), says_why(FIXED)),
        migrations.RunSQL(COMPONENT_STAYS, COMPONENT_CHANGES),
        *limited("deciding_component", text=5000),
        *limited("deciding_ask", explanation=5000),
        *limited("deciding_motion", text=20000),
        *limited("deciding_commitment", text=5000, answer=5000),
        *limited("deciding_dossier", rule_text=5000),
        recording("deciding_component", part_of="dossier_id"),
        recording("deciding_ask", part_of="dossier_id"),
        recording("deciding_askedamount", part_of="track_id"),
        recording("deciding_groupvote", part_of="decision_id"),
        recording("deciding_motion", part_of="track_id"),
        recording("deciding_commitment", unnoticed=["reminded_at"], part_of="track_id"),
    ]
