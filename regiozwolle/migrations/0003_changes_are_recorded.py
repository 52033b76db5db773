"""Every change of a row is recorded from now on; what the desk's own log knew goes over into the record."""

from django.db import migrations

from partners.ground.history.triggers import recording

# What somebody has not sent yet is theirs alone, so nothing of it is recorded.
IS_SENT = """
CREATE FUNCTION consultation_is_sent(letter bigint) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT 1 FROM public.consultation_letter WHERE id = letter AND state <> 'concept')
$$;
"""
# Who did what with which row, and when. The names and texts of the old log are left behind.
TAKE_OVER_LOG = """
INSERT INTO ground_act (words, made_at, made_by_id, about_table, about_id, reason)
SELECT (ARRAY['toegevoegd', 'gewijzigd', 'verwijderd'])[action_flag], action_time, user_id,
    replace(app_label || '_' || model, 'enteredletter', 'letter'),
    CASE WHEN object_id ~ '^[0-9]{1,18}$' THEN object_id::bigint END, ''
FROM django_admin_log LEFT JOIN django_content_type ON django_content_type.id = content_type_id
WHERE content_type_id IS NOT NULL ORDER BY django_admin_log.id;
DELETE FROM django_admin_log;
"""
GIVE_LOG_BACK = """
INSERT INTO django_admin_log (action_time, user_id, content_type_id, object_id, object_repr, action_flag, change_message)
SELECT made_at, made_by_id, django_content_type.id, about_id, words,
    array_position(ARRAY['toegevoegd', 'gewijzigd', 'verwijderd'], words::text), ''
FROM ground_act JOIN django_content_type ON app_label || '_' || model = about_table
WHERE words IN ('toegevoegd', 'gewijzigd', 'verwijderd') AND made_by_id IN (SELECT id FROM partners_user)
ORDER BY ground_act.id;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("regiozwolle", "0002_key_points_loaded_before"),
        ("ground", "0002_the_record_of_changes"),
        ("partners", "0001_partners_and_people"),
        ("agenda", "0002_key_points"),
        ("results", "0003_project_status_and_proposal_state"),
        ("consultation", "0006_limits_of_points"),
        ("deciding", "0001_tables_of_its_own"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("admin", "0003_logentry_add_action_flag_choices"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.RunSQL(IS_SENT, "DROP FUNCTION consultation_is_sent(bigint)"),
        recording("partners_source"),
        recording("partners_partner", unnoticed=["search_vector"]),
        recording("partners_contactpoint", part_of="partner_id"),
        recording("partners_population", part_of="partner_id"),
        recording("partners_body", part_of="partner_id"),
        recording("partners_term", part_of="body_id"),
        recording("partners_user", unnoticed=["password", "last_login"], words=["email", "name"]),
        recording("partners_mandate", part_of="user_id"),
        recording("partners_user_groups", part_of="user_id"),
        recording("partners_user_user_permissions", part_of="user_id"),
        recording("agenda_agenda"),
        recording("agenda_version"),
        recording("agenda_element", unnoticed=["search_vector"]),
        recording("agenda_elementlink", part_of="element_id"),
        recording("agenda_wording", unnoticed=["search_vector"], part_of="version_id"),
        recording("agenda_succession", part_of="element_id"),
        recording("agenda_action", unnoticed=["search_vector"], part_of="element_id"),
        recording("agenda_participation", part_of="element_id"),
        recording("agenda_keypoint", unnoticed=["search_vector"]),
        recording("agenda_milestone", unnoticed=["search_vector"]),
        recording("results_indicator", unnoticed=["search_vector"]),
        recording("results_indicator_elements", part_of="indicator_id"),
        recording("results_measurement", part_of="indicator_id"),
        recording("results_correction", part_of="measurement_id"),
        recording("results_target", part_of="indicator_id"),
        recording("results_override", part_of="indicator_id"),
        recording("results_owner", words=["email"]),
        recording("results_confirmationrequest", part_of="owner_id"),
        recording("results_proposal", part_of="confirmation_request_id"),
        recording("results_programme", unnoticed=["search_vector"]),
        recording("results_programme_elements", part_of="programme_id"),
        recording("results_project", unnoticed=["search_vector"]),
        recording("results_project_elements", part_of="project_id"),
        recording("results_projectpartner", part_of="project_id"),
        recording("results_projectphase", part_of="project_id"),
        recording("results_projectresult", part_of="project_id"),
        recording("results_funding"),
        recording("results_tariff", part_of="element_id"),
        recording("results_report", unnoticed=["search_vector"], words=["content"]),
        recording("consultation_consultation", unnoticed=["search_vector", "updated_at"]),
        recording("consultation_question", part_of="consultation_id"),
        recording("consultation_step", unnoticed=["updated_at"], part_of="consultation_id"),
        recording("consultation_extension", part_of="consultation_id"),
        recording("consultation_invitation", unnoticed=["updated_at"], words=["remark"], part_of="consultation_id"),
        recording("consultation_letter", unnoticed=["created_at", "updated_at"], words=["letter_text", "check_remark", "return_remark", "sender_email", "signed_name"], when="{row}.state <> 'concept'"),
        recording("consultation_submission", words=["content"], part_of="letter_id", when="consultation_is_sent({row}.letter_id)"),
        recording("consultation_point", unnoticed=["created_at", "updated_at", "saved_in"], words=["text", "proposal", "quoted_text"], part_of="letter_id", when="consultation_is_sent({row}.letter_id)"),
        recording("consultation_point_themes", part_of="point_id"),
        recording("consultation_endorsement", part_of="point_id"),
        recording("consultation_reopening", words=["reason"], part_of="point_id"),
        recording("consultation_internalnote", words=["text"], part_of="point_id"),
        recording("consultation_theme"),
        recording("consultation_answer", words=["reason", "landed_elsewhere", "forwarded_to", "correction"]),
        recording("consultation_answer_points", part_of="answer_id"),
        recording("consultation_answer_wordings", part_of="answer_id"),
        recording("consultation_answerstate", words=["content"], part_of="answer_id"),
        recording("consultation_publication", part_of="consultation_id"),
        recording("consultation_tablesession", part_of="consultation_id"),
        recording("consultation_discussiontable", words=["token"], part_of="session_id"),
        recording("consultation_attendance", part_of="table_id"),
        recording("deciding_dossier"),
        recording("deciding_track", part_of="dossier_id"),
        recording("deciding_trackstep", part_of="track_id"),
        recording("deciding_decision", part_of="track_id"),
        recording("auth_group"),
        recording("auth_group_permissions", part_of="group_id"),
        migrations.RunSQL(TAKE_OVER_LOG, GIVE_LOG_BACK),
    ]
