"""What somebody threw away is theirs alone, as a draft is; and of the words that were joined only that they changed."""

from django.db import migrations

from partners.ground.history.triggers import recording

WAS_SENT, IS_SENT = "{row}.state <> 'concept'", "{row}.state NOT IN ('concept', 'opzij')"
LETTER = {
    "unnoticed": ["created_at", "updated_at"],
    "words": ["letter_text", "check_remark", "return_remark", "sender_email", "signed_name"],
}
FUNCTION = """
CREATE OR REPLACE FUNCTION consultation_is_sent(letter bigint) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT 1 FROM public.consultation_letter WHERE id = letter AND state %s)
$$;
"""


def instead(before, after):
    """The operation that makes the triggers `after` in the place of those `before`."""
    return migrations.RunSQL(
        [*before.reverse_sql, *after.sql],
        [*after.reverse_sql, *before.sql],
    )


class Migration(migrations.Migration):
    dependencies = [
        ("regiozwolle", "0003_changes_are_recorded"),
        ("consultation", "0012_groups_keep_what_was_done"),
    ]

    operations = [
        migrations.RunSQL(FUNCTION % "NOT IN ('concept', 'opzij')", FUNCTION % "<> 'concept'"),
        instead(
            recording("consultation_letter", when=WAS_SENT, **LETTER),
            recording("consultation_letter", when=IS_SENT, **LETTER),
        ),
        instead(
            recording("consultation_endorsement", part_of="point_id"),
            recording("consultation_endorsement", part_of="point_id", words=["words"], unnoticed=["asked_at"]),
        ),
    ]
