"""One word per thing: a reaction is a letter, and in whose name it is sent is the kind of its sender."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("consultation", "0002_reviewed_before_published_and_groups_named")]

    operations = [
        # The rules name the old words; they return below with the new ones.
        migrations.RemoveConstraint(
            model_name="answermail",
            name="one_answer_mail_per_recipient",
        ),
        migrations.RemoveConstraint(
            model_name="assent",
            name="one_assent_per_member_and_response",
        ),
        migrations.RemoveConstraint(
            model_name="company",
            name="a_company_says_who_and_how_many",
        ),
        migrations.RemoveConstraint(
            model_name="table",
            name="one_table_per_number_and_evening",
        ),
        migrations.RemoveConstraint(
            model_name="endorsement",
            name="endorsement_level_is_known",
        ),
        migrations.RemoveConstraint(
            model_name="endorsement",
            name="one_endorsement_per_person_and_point",
        ),
        migrations.RemoveConstraint(
            model_name="endorsement",
            name="one_endorsement_per_group_and_point",
        ),
        migrations.RemoveConstraint(
            model_name="endorsement",
            name="an_endorsing_council_says_when_it_decided",
        ),
        migrations.RemoveConstraint(
            model_name="endorsement",
            name="endorsement_names_its_party_group",
        ),
        migrations.RemoveConstraint(
            model_name="response",
            name="response_level_is_known",
        ),
        migrations.RemoveConstraint(
            model_name="response",
            name="response_state_is_known",
        ),
        migrations.RemoveConstraint(
            model_name="response",
            name="response_sharing_is_known",
        ),
        migrations.RemoveConstraint(
            model_name="response",
            name="response_channel_is_known",
        ),
        migrations.RemoveConstraint(
            model_name="response",
            name="one_response_per_author_and_capacity",
        ),
        migrations.RemoveConstraint(
            model_name="response",
            name="a_group_writes_one_response",
        ),
        migrations.RemoveConstraint(
            model_name="response",
            name="a_response_is_of_a_body_or_a_table",
        ),
        migrations.RemoveConstraint(
            model_name="response",
            name="a_council_says_when_it_decided",
        ),
        migrations.RemoveConstraint(
            model_name="response",
            name="response_names_its_party_group",
        ),
        migrations.RemoveConstraint(
            model_name="point",
            name="one_answer_per_question_and_response",
        ),
        migrations.RemoveConstraint(
            model_name="point",
            name="one_form_makes_one_point",
        ),
        migrations.RemoveConstraint(
            model_name="submission",
            name="submissions_are_counted",
        ),
        migrations.RemoveConstraint(
            model_name="evening",
            name="evening_closes_after_it_opens",
        ),
        # The proxy is of the model that gets another name.
        migrations.DeleteModel("EnteredLetter"),
        migrations.RenameModel("Response", "Letter"),
        migrations.CreateModel(
            name="EnteredLetter",
            fields=[],
            options={
                "verbose_name": "ingevoerde reactie",
                "verbose_name_plural": "ingevoerde reacties",
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("consultation.letter",),
        ),
        migrations.RenameModel("Company", "Attendance"),
        migrations.RenameModel("Evening", "TableSession"),
        migrations.RenameModel("Table", "DiscussionTable"),
        migrations.RenameModel("Note", "InternalNote"),
        migrations.RenameField("DiscussionTable", "evening", "session"),
        migrations.RenameField("Letter", "level", "sender_kind"),
        migrations.RenameField("Endorsement", "level", "sender_kind"),
        migrations.RenameField("Point", "response", "letter"),
        migrations.RenameField("AnswerMail", "response", "letter"),
        migrations.RenameField("Submission", "response", "letter"),
        migrations.RenameField("Assent", "response", "letter"),
        migrations.RenameField("Consultation", "takes_responses", "takes_letters"),
        migrations.AlterModelOptions(
            name="answermail",
            options={
                "ordering": ["publication", "letter"],
                "verbose_name": "mail met antwoorden",
                "verbose_name_plural": "mails met antwoorden",
            },
        ),
        migrations.AlterModelOptions(
            name="discussiontable",
            options={"ordering": ["session", "number"], "verbose_name": "tafel", "verbose_name_plural": "tafels"},
        ),
        migrations.AlterModelOptions(
            name="point",
            options={"ordering": ["letter", "pk"], "verbose_name": "punt", "verbose_name_plural": "punten"},
        ),
        migrations.AlterModelOptions(
            name="submission",
            options={
                "ordering": ["letter", "-sequence"],
                "verbose_name": "verzending",
                "verbose_name_plural": "verzendingen",
            },
        ),
        migrations.AlterField(
            model_name="attendance",
            name="table",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="attendance",
                to="consultation.discussiontable",
                verbose_name="tafel",
            ),
        ),
        migrations.AlterField(
            model_name="letter",
            name="author",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="letters",
                to=settings.AUTH_USER_MODEL,
                verbose_name="getypt door",
            ),
        ),
        migrations.AlterField(
            model_name="letter",
            name="body",
            field=models.ForeignKey(
                blank=True,
                help_text="Leeg bij een tafel.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="letters",
                to="partners.body",
                verbose_name="orgaan",
            ),
        ),
        migrations.AlterField(
            model_name="letter",
            name="confirmed_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="confirmed_letters",
                to=settings.AUTH_USER_MODEL,
                verbose_name="bevestigd door",
            ),
        ),
        migrations.AlterField(
            model_name="letter",
            name="consultation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="letters",
                to="consultation.consultation",
                verbose_name="consultatie",
            ),
        ),
        migrations.AlterField(
            model_name="letter",
            name="entered_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="entered_letters",
                to=settings.AUTH_USER_MODEL,
                verbose_name="ingevoerd door",
            ),
        ),
        migrations.AlterField(
            model_name="letter",
            name="table",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="letter",
                to="consultation.discussiontable",
                verbose_name="tafel",
            ),
        ),
        migrations.AlterField(
            model_name="tablesession",
            name="consultation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="table_sessions",
                to="consultation.consultation",
                verbose_name="consultatie",
            ),
        ),
        migrations.AddConstraint(
            model_name="answermail",
            constraint=models.UniqueConstraint(
                fields=("publication", "letter", "user"), name="one_answer_mail_per_recipient", nulls_distinct=False
            ),
        ),
        migrations.AddConstraint(
            model_name="assent",
            constraint=models.UniqueConstraint(fields=("letter", "user"), name="one_assent_per_member_and_letter"),
        ),
        migrations.AddConstraint(
            model_name="attendance",
            constraint=models.CheckConstraint(
                condition=models.Q(("count__gt", 0), models.Q(("sort", ""), _negated=True)),
                name="attendance_says_who_and_how_many",
                violation_error_message="Vul in wie er waren en hoeveel.",
            ),
        ),
        migrations.AddConstraint(
            model_name="discussiontable",
            constraint=models.UniqueConstraint(
                fields=("session", "number"),
                name="one_table_per_number_and_session",
                violation_error_message="Deze tafel is er al.",
            ),
        ),
        migrations.AddConstraint(
            model_name="endorsement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("sender_kind__in", ["persoonlijk", "fractie", "raad", "college", "organisatie", "tafel"])
                ),
                name="endorsement_sender_kind_is_known",
                violation_error_message="Kies een waarde uit de lijst.",
            ),
        ),
        migrations.AddConstraint(
            model_name="endorsement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("sender_kind", "fractie"), models.Q(("party_group", ""), _negated=True)),
                    models.Q(models.Q(("sender_kind", "fractie"), _negated=True), ("party_group", "")),
                    _connector="OR",
                ),
                name="endorsement_names_its_party_group",
                violation_error_message="Vul de fractie in als die de afzender is, en alleen dan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="endorsement",
            constraint=models.UniqueConstraint(
                condition=models.Q(("sender_kind__in", ("fractie", "raad", "college")), _negated=True),
                fields=("point", "body", "sender_kind", "author"),
                name="one_endorsement_per_person_and_point",
                violation_error_message="U hebt zich hier al bij aangesloten.",
            ),
        ),
        migrations.AddConstraint(
            model_name="endorsement",
            constraint=models.UniqueConstraint(
                condition=models.Q(("sender_kind__in", ("fractie", "raad", "college"))),
                fields=("point", "body", "sender_kind", "party_group"),
                name="one_endorsement_per_group_and_point",
                violation_error_message="Uw groep heeft zich hier al bij aangesloten.",
            ),
        ),
        migrations.AddConstraint(
            model_name="endorsement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("sender_kind__in", ["raad", "college"]), _negated=True),
                    ("decided_on__isnull", False),
                    _connector="OR",
                ),
                name="an_endorsing_council_says_when_it_decided",
                violation_error_message="Vul in op welke dag het orgaan dit besloot.",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("sender_kind__in", ["persoonlijk", "fractie", "raad", "college", "organisatie", "tafel"])
                ),
                name="letter_sender_kind_is_known",
                violation_error_message="Kies een waarde uit de lijst.",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["concept", "verstuurd", "ingetrokken"])),
                name="letter_state_is_known",
                violation_error_message="Kies een waarde uit de lijst.",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(("sharing__in", ["eigen-raad", "alle-raden", "openbaar"])),
                name="letter_sharing_is_known",
                violation_error_message="Kies een waarde uit de lijst.",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(("channel__in", ["site", "brief", "mail", "telefoon", "tafel"])),
                name="letter_channel_is_known",
                violation_error_message="Kies een waarde uit de lijst.",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("sender_kind", "fractie"), models.Q(("party_group", ""), _negated=True)),
                    models.Q(models.Q(("sender_kind", "fractie"), _negated=True), ("party_group", "")),
                    _connector="OR",
                ),
                name="letter_names_its_party_group",
                violation_error_message="Vul de fractie in als die de afzender is, en alleen dan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    models.Q(("state", "ingetrokken"), _negated=True),
                    ("revises__isnull", True),
                    models.Q(("sender_kind__in", ["fractie", "raad", "college"]), _negated=True),
                ),
                fields=("consultation", "author", "body", "sender_kind"),
                name="one_letter_per_author_and_capacity",
                violation_error_message="U hebt in deze hoedanigheid al een reactie.",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    models.Q(("state", "ingetrokken"), _negated=True),
                    ("channel", "site"),
                    ("revises__isnull", True),
                    ("sender_kind__in", ["fractie", "raad", "college"]),
                ),
                fields=("consultation", "body", "sender_kind", "party_group"),
                name="a_group_writes_one_letter",
                violation_error_message="Uw groep heeft al een reactie.",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("body__isnull", True), ("sender_kind", "tafel"), ("table__isnull", False)),
                    models.Q(
                        models.Q(("sender_kind", "tafel"), _negated=True),
                        ("body__isnull", False),
                        ("table__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="a_letter_is_of_a_body_or_a_table",
                violation_error_message="Een reactie komt van een orgaan of van een tafel.",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state", "concept"),
                    models.Q(("sender_kind__in", ["raad", "college"]), _negated=True),
                    ("decided_on__isnull", False),
                    _connector="OR",
                ),
                name="a_council_says_when_it_decided",
                violation_error_message="Vul in op welke dag het orgaan dit besloot.",
            ),
        ),
        migrations.AddConstraint(
            model_name="point",
            constraint=models.UniqueConstraint(
                condition=models.Q(("part_of__isnull", True)),
                fields=("letter", "question"),
                name="one_answer_per_question_and_letter",
                violation_error_message="U hebt deze vraag al beantwoord.",
            ),
        ),
        migrations.AddConstraint(
            model_name="point",
            constraint=models.UniqueConstraint(
                condition=models.Q(("wording__isnull", False)),
                fields=("letter", "saved_in"),
                name="one_form_makes_one_point",
                violation_error_message="Dit formulier is al opgeslagen.",
            ),
        ),
        migrations.AddConstraint(
            model_name="submission",
            constraint=models.UniqueConstraint(fields=("letter", "sequence"), name="submissions_are_counted"),
        ),
        migrations.AddConstraint(
            model_name="tablesession",
            constraint=models.CheckConstraint(
                condition=models.Q(("closes_at__gt", models.F("opens_at"))),
                name="table_session_closes_after_it_opens",
                violation_error_message="Het einde ligt voor het begin.",
            ),
        ),
        migrations.AlterField(
            model_name="consultation",
            name="is_example",
            field=models.BooleanField(
                default=False,
                help_text="Verzonnen voor de demo. Telt nergens mee en is op de site gemarkeerd.",
                verbose_name="voorbeeld",
            ),
        ),
    ]
