"""One list of every table: whether the site shows it to everyone, and what the record keeps of its changes.

A table that is not in it fails a test. What is recorded is recorded by triggers of the database: whoever adds a
table here gives it `recording(…)` in its migration, and a test fails while the two differ. So it is with `raising(…)`,
for the tables that pages for everyone are made of.
"""

from regiozwolle.history.what_holds import EVERY, private, public, unrecorded

SENT = "{row}.state NOT IN ('concept', 'opzij')"
OF_SENT = "consultation_is_sent({row}.letter_id)"
OF_FOLLOWER = ("follower_id.user_id", "follower_id.email")
THEIR_FOLLOWING = "Who follows what: theirs alone to say, and to erase at once."
# What only a search or a feed reads, which is asked anew each time.
SEARCHED = ""
# Everyone reads whether a package that was mailed came.
OF_PACKAGE = "EXISTS (SELECT FROM deciding_delivery WHERE mail_id = {row}.id)"

TABLES = {
    "partners_source": public(),
    "partners_partner": public(
        retold=(
            "name",
            "short_name",
            "kind",
            "province_id",
            "summary",
            "website",
            "budget_url",
            "joined_on",
            "joined_text",
            "left_on",
            "succeeded_by_id",
            "note",
        )
    ),
    # A person who takes their consent back is in nothing that stays for ever.
    "partners_contactpoint": public(
        "partner_id", words=("name", "role", "email", "website", "note"), words_when="{row}.is_person", of=("email",)
    ),
    "partners_population": public("partner_id", corrected=("partner_id", "reference_on", "count", "source_id")),
    "partners_body": public("partner_id"),
    "partners_term": public("body_id"),
    "partners_sitting": public("body_id", unnoticed=("updated_at",)),
    "partners_recess": public("body_id", unnoticed=("updated_at",)),
    "partners_user": private(words=("email", "name"), unnoticed=("password", "last_login"), of=("id",)),
    "partners_mandate": private("user_id", of=("user_id",), final=True),
    "partners_accountinvitation": private(
        "body_id", words=("email", "name", "party_group"), of=("email",), by=("sent_by_id",)
    ),
    "partners_user_groups": private("user_id", of=("user_id",)),
    "partners_user_user_permissions": private("user_id", of=("user_id",)),
    "agenda_agenda": public(),
    "agenda_version": public(),
    "agenda_element": public(),
    "agenda_elementlink": public("element_id"),
    "agenda_publicationrequest": private("version_id", by=("asked_by_id",)),
    "agenda_wording": public("version_id"),
    "agenda_succession": public("element_id"),
    "agenda_action": public("element_id"),
    "agenda_participation": public(
        "element_id",
        corrected=("partner_id", "element_id", "status", "role", "starts_on", "ends_on", "contribution", "source_id"),
    ),
    "agenda_priority": public("partner_id", final=True, of=("author_id",)),
    "agenda_keypoint": public(),
    "agenda_milestone": public(),
    "results_indicator": public(corrected=("unit",)),
    "results_indicator_elements": public("indicator_id"),
    "results_measurement": public(
        "indicator_id",
        corrected=(
            "indicator_id",
            "partner_id",
            "scope",
            "qualifier",
            "value",
            "reference_on",
            "reference_text",
            "reference_until",
            "comparable",
            "source_id",
            "counts",
            "beside_because",
            "money_role",
        ),
    ),
    "results_correction": public("measurement_id", final=True),
    "results_target": public(
        "indicator_id",
        corrected=(
            "indicator_id",
            "qualifier",
            "value",
            "due_on",
            "due_text",
            "baseline_value",
            "baseline_on",
            "source_id",
        ),
    ),
    "results_override": public("indicator_id"),
    "results_agreedmeasure": public(
        "element_id",
        corrected=("element_id", "measure", "agreed_by", "agreed_on", "due_on", "measured_by_id", "source_id"),
    ),
    "results_goalweight": public("element_id", corrected=("element_id", "weight", "reason")),
    "results_owner": public(words=("email",), of=("email",)),
    "results_confirmationrequest": private("owner_id"),
    "results_proposal": private("confirmation_request_id", by=("judged_by_id", "proposed_by_id")),
    "results_latereminder": unrecorded("A record itself: who was reminded of a late value."),
    "results_programme": public(
        retold=("name", "parent_id", "summary", "period_text", "starts_on", "ends_on", "project_count", "note")
    ),
    "results_programme_elements": public("programme_id"),
    "results_project": public(
        retold=("name", "programme_id", "parent_id", "status", "summary", "period_text", "part_count", "note")
    ),
    "results_project_elements": public("project_id"),
    "results_projectpartner": public("project_id", retold=("partner_id", "role")),
    "results_projectphase": public("project_id", retold=("kind", "starts_on", "ends_on", "text")),
    "results_projectresult": public(
        "project_id", retold=("nature", "text", "date_text", "attribution", "indicator_id", "effect", "confidence")
    ),
    "results_funding": public(
        corrected=(
            "programme_id",
            "project_id",
            "funder",
            "year",
            "counts",
            "description",
            "qualifier",
            "committed",
            "spent",
            "reference_on",
            "reference_text",
            "source_id",
        )
    ),
    "results_tariff": public(
        "element_id",
        corrected=("element_id", "purpose", "year", "payer", "amount", "inhabitants_on", "source_id"),
    ),
    "results_report": public(words=("content",)),
    "consultation_consultation": public(unnoticed=("updated_at",)),
    "consultation_question": public("consultation_id"),
    "consultation_step": public("consultation_id", unnoticed=("updated_at",)),
    "consultation_extension": public("consultation_id", by=("made_by_id",)),
    "consultation_invitation": public("consultation_id", words=("remark",), unnoticed=("updated_at",)),
    "consultation_letter": public(
        words=("letter_text", "check_remark", "return_remark", "sender_email", "signed_name"),
        unnoticed=("created_at", "updated_at"),
        when=SENT,
        of=("author_id", "sender_email"),
        by=("entered_by_id", "confirmed_by_id"),
    ),
    "consultation_scan": private("letter_id", words=("description",)),
    "consultation_submission": private("letter_id", words=("content",), when=OF_SENT),
    "consultation_point": public(
        "letter_id",
        words=("text", "proposal", "quoted_text"),
        unnoticed=("created_at", "updated_at", "saved_in"),
        when=OF_SENT,
        of=("author_id",),
        by=("handler_id", "changed_by_id"),
    ),
    "consultation_point_themes": public("point_id"),
    "consultation_endorsement": public("point_id", words=("words",), unnoticed=("asked_at",), of=("author_id",)),
    "consultation_redaction": private("point_id", words=("text", "proposal"), by=("made_by_id",), final=True),
    "consultation_flag": private("point_id", words=("reason",)),
    "consultation_removal": private("point_id", words=("text", "proposal"), by=("made_by_id",), final=True),
    "consultation_reopening": private("point_id", words=("reason",)),
    "consultation_internalnote": private("point_id", words=("text",), of=("author_id",)),
    "consultation_theme": public(),
    "consultation_internallabel": private(),
    "consultation_point_labels": private("point_id"),
    "consultation_answertemplate": private(),
    "consultation_answer": public(
        words=("reason", "landed_elsewhere", "forwarded_to", "correction"), by=("drafted_by_id", "reviewed_by_id")
    ),
    "consultation_answer_points": public("answer_id"),
    "consultation_answer_wordings": public("answer_id"),
    "consultation_answerstate": private("answer_id", words=("content",), by=("made_by_id",)),
    "consultation_publication": public("consultation_id", by=("made_by_id",)),
    "consultation_tablesession": private("consultation_id", raises=EVERY),
    "consultation_discussiontable": private("session_id", words=("token",), raises=EVERY),
    "consultation_attendance": public("table_id"),
    "consultation_assent": unrecorded(
        "Of a letter that its group still writes; it goes when the letter is sent.", of=("user_id",)
    ),
    "consultation_groupact": unrecorded(
        "A record itself: who of a group did what. Only that group reads it.", of=("by_id",)
    ),
    "consultation_kepttext": unrecorded(
        "What somebody typed and could not save: theirs alone, for thirty days.", of=("user_id",)
    ),
    "consultation_invitation_mailed_to": unrecorded("A record itself: who was mailed an invitation.", of=("user_id",)),
    "consultation_reminder": unrecorded("A record itself: who was reminded.", of=("user_id",)),
    "consultation_answermail": unrecorded("A record itself: to whom the answers were mailed.", of=("user_id",)),
    "deciding_dossier": public(
        corrected=(
            "title",
            "summary",
            "version_id",
            "source_id",
            "rule",
            "rule_count",
            "rule_kind",
            "rule_text",
            "rule_source_id",
        )
    ),
    "deciding_component": public("dossier_id"),
    "deciding_ask": public("dossier_id"),
    "deciding_track": public("dossier_id"),
    "deciding_trackstep": public("track_id"),
    "deciding_decision": public(
        "track_id",
        corrected=(
            "track_id",
            "component_id",
            "version_id",
            "decided_on",
            "date_text",
            "holds_until",
            "outcome",
            "amount",
            "condition",
            "source_id",
        ),
    ),
    "deciding_askedamount": public("track_id"),
    "deciding_likenessjudgement": public("dossier_id"),
    "deciding_exclusion": public("one_id"),
    "deciding_refusedparticipation": private("decision_id"),
    "deciding_groupvote": public("decision_id"),
    "deciding_motion": public("track_id"),
    "deciding_commitment": public("track_id", unnoticed=("reminded_at",)),
    "deciding_paper": public("dossier_id"),
    "deciding_paperversion": public("paper_id", unnoticed=("changes", "not_compared_because"), final=True),
    "deciding_package": public("track_id", words=("content",), final=True),
    "deciding_package_papers": public("package_id", final=True),
    "deciding_delivery": public("package_id", words=("note",), final=True, of=("user_id",)),
    "deciding_dossierphrase": private("dossier_id"),
    "deciding_councilsource": private(
        "body_id",
        unnoticed=(
            "cursor",
            "changes_cursor",
            "is_partial",
            "asked_at",
            "read_at",
            "fresh_at",
            "trouble",
            "lacking",
        ),
    ),
    "deciding_foundmeeting": unrecorded("What another system publishes; what a person made of it is recorded."),
    "deciding_founditem": unrecorded("What another system publishes; what a person made of it is recorded."),
    "deciding_entrylink": private("track_id", words=("address",), of=("address", "made_for_id")),
    "deciding_linkuse": unrecorded("A record itself: what was entered with a link, and when."),
    "meetings_meeting": public(unnoticed=("updated_at",)),
    "meetings_agendaitem": public("meeting_id"),
    "meetings_outcomeline": public("meeting_id"),
    "meetings_meetingdocument": public("meeting_id"),
    # Everyone reads how many come for whom.
    "meetings_registration": private(
        "meeting_id", words=("email", "organisation"), raises=EVERY, final=True, of=("user_id", "email")
    ),
    "auth_group": private(),
    "auth_group_permissions": private("group_id"),
    "ground_act": unrecorded("The record itself.", of=("made_by_id",)),
    "ground_change": unrecorded("The record itself."),
    "ground_mail": unrecorded("A record itself, with what became of each mail.", raises=OF_PACKAGE, of=("to",)),
    "ground_previewlink": private(words=("audience",), by=("made_by_id",)),
    "ground_storedfile": unrecorded("A file never changes; what points at it is recorded."),
    "ground_filechunk": unrecorded("The bytes of a file, which never change."),
    "ground_filewords": unrecorded("The words in a file, which never change.", is_public=True),
    "ground_commandrun": unrecorded("Of the machine's clock."),
    "regiozwolle_formeraddress": unrecorded("A record itself: what was once the address of a row.", is_public=True),
    "ground_openform": unrecorded("Who has a form open at this moment.", by=("user_id",)),
    "ground_keptdocument": unrecorded("Made of what is recorded."),
    "ground_tally": unrecorded("How often a visitor did something today."),
    "ground_securityevent": unrecorded("A record itself, that only grows.", of=("actor_id",)),
    "ground_sentform": unrecorded("The keys of forms that were sent: what they saved is recorded."),
    "regiozwolle_searchentry": unrecorded("Made of the pages, to find them by.", is_public=True, raises=SEARCHED),
    "regiozwolle_searchword": unrecorded("Made of the pages, to find them by.", is_public=True, raises=SEARCHED),
    "regiozwolle_publishedrow": unrecorded(
        "Made of the data sets, to follow them by.", is_public=True, raises=SEARCHED
    ),
    "regiozwolle_publishedstate": unrecorded("Up to which state the data sets were compared."),
    "regiozwolle_eventreading": unrecorded("Up to which change events were made."),
    "regiozwolle_searchreading": unrecorded("Up to which change the pages were read."),
    "regiozwolle_event": unrecorded("Made of the record.", is_public=True, raises="{row}.number IS NOT NULL"),
    "regiozwolle_follower": unrecorded(THEIR_FOLLOWING, of=("user_id", "email")),
    "regiozwolle_follow": unrecorded(THEIR_FOLLOWING, of=OF_FOLLOWER),
    "regiozwolle_digest": unrecorded("A record itself: when each was told how much.", of=OF_FOLLOWER),
    "regiozwolle_newsletter": private(by=("sent_by_id",)),
    "regiozwolle_newslettermail": unrecorded("A record itself: who was mailed a newsletter.", of=OF_FOLLOWER),
    "regiozwolle_weeklyreader": unrecorded("Who reads the weekly mail or stopped it: theirs to say.", of=("user_id",)),
    "regiozwolle_weeklymail": unrecorded("A record itself: what each reader was told in which week."),
    "regiozwolle_seededentry": unrecorded("What was loaded at first; the rows it became are recorded."),
    "account_emailaddress": unrecorded("Of signing in; the address itself is the user's.", of=("user_id",)),
    "account_emailconfirmation": unrecorded("Of signing in."),
    "regiozwolle_opensession": unrecorded("Who is signed in at this moment.", of=("user_id",)),
    "regiozwolle_nudge": unrecorded("A record itself: that mails were written in a month."),
    "regiozwolle_rightsreview": private(by=("made_by_id",), final=True),
    "regiozwolle_rightscheck": private(by=("made_by_id",), of=("user_id",), final=True),
    "regiozwolle_accountchange": unrecorded(
        "A record itself: what changed in who can act as whom.", of=("user_id",), by=("asked_by_id", "decided_by_id")
    ),
    "mfa_authenticator": private("user_id", of=("user_id",), words=("data",), unnoticed=("last_used_at",)),
    "socialaccount_socialapp": unrecorded("Empty: the environment names the municipalities."),
    "socialaccount_socialaccount": unrecorded(
        "Empty: a municipality is asked anew at each signing in.", of=("user_id",)
    ),
    "socialaccount_socialtoken": unrecorded("Empty, as socialaccount_socialaccount."),
    "auth_permission": unrecorded("Follows from the code."),
    "django_content_type": unrecorded("Follows from the code."),
    "django_admin_log": unrecorded("Empty: the record takes its place.", by=("user_id",)),
    "django_session": unrecorded("Empty: regiozwolle_opensession takes its place."),
    "procrastinate_workers": unrecorded("Of the worker."),
    "procrastinate_jobs": unrecorded("Of the worker."),
    "procrastinate_events": unrecorded("Of the worker."),
    "procrastinate_periodic_defers": unrecorded("Of the worker."),
}
