"""Consultations, reactions with their points, answers, decisions; an answer that was published stays."""

import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import consultation.models.table

# Whatever program asks, and whoever: an answer that everyone could read stays as it was. Who wrote it may be erased.
STAYS = """
CREATE FUNCTION consultation_published_answer_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.published_at <= statement_timestamp() AND (
        TG_OP = 'DELETE' OR (NEW.verdict, NEW.reason, NEW.forwarded_to, NEW.landed_elsewhere, NEW.published_at)
        IS DISTINCT FROM (OLD.verdict, OLD.reason, OLD.forwarded_to, OLD.landed_elsewhere, OLD.published_at)
    ) THEN
        RAISE EXCEPTION 'Dit antwoord staat op de site en verandert niet meer: schrijf een nieuw antwoord.'
        USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN COALESCE(NEW, OLD);
END
$$;

CREATE TRIGGER published_answer_stays BEFORE UPDATE OR DELETE ON consultation_answer
FOR EACH ROW EXECUTE FUNCTION consultation_published_answer_stays();
"""

MAY_CHANGE = """
DROP TRIGGER published_answer_stays ON consultation_answer;
DROP FUNCTION consultation_published_answer_stays();
"""


class Migration(migrations.Migration):
    initial = True

    # A portal that already stood took these steps instead.
    replaces = [
        ("consultation", "0001_consultation"),
        ("consultation", "0002_changes_after_sending"),
        ("consultation", "0003_who_asks_and_when_changed"),
        ("consultation", "0004_begun_when_opened"),
        ("consultation", "0005_how_to_close_at_midnight"),
        ("consultation", "0006_confirming_sharing_and_answering"),
        ("consultation", "0007_sending_back"),
        ("consultation", "0008_answers_stay_and_are_mailed"),
        ("consultation", "0009_one_form_makes_one_point"),
        ("consultation", "0010_entered_letter"),
        ("consultation", "0011_endorsements_outlive_names"),
        ("consultation", "0012_who_reads_what_is_shared"),
    ]

    dependencies = [
        ("agenda", "0001_agenda_in_versions"),
        ("partners", "0001_partners_and_people"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunSQL("create sequence consultation_receipt_number", "drop sequence consultation_receipt_number"),
        migrations.CreateModel(
            name="Consultation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(max_length=80, unique=True, verbose_name="adres op de site")),
                ("title", models.CharField(max_length=200, verbose_name="titel")),
                ("opens_at", models.DateTimeField(verbose_name="opent op")),
                (
                    "closes_at",
                    models.DateTimeField(
                        help_text="Tot dit moment kan men reageren. Voor ‘tot en met 20 januari’ kiest u 21 januari, 0.00 uur.",
                        verbose_name="sluit op",
                    ),
                ),
                (
                    "takes_responses",
                    models.BooleanField(
                        default=True,
                        help_text="Zet uit bij een consultatie die niet via deze site liep.",
                        verbose_name="reageren kan op deze site",
                    ),
                ),
                (
                    "summary",
                    models.TextField(help_text="Wat er wordt gevraagd, in twee zinnen.", verbose_name="in het kort"),
                ),
                ("asked_by", models.CharField(default="Regio Zwolle", max_length=120, verbose_name="wie vraagt")),
                ("asked_of", models.TextField(help_text="Wie er kan reageren.", verbose_name="aan wie")),
                (
                    "decided_by",
                    models.TextField(
                        blank=True,
                        help_text="Leeg: op de site staat dat dit nog niet bekend is.",
                        verbose_name="wie besluit, en wanneer",
                    ),
                ),
                (
                    "effect",
                    models.TextField(
                        help_text="Wat er met een reactie gebeurt. De site zegt zelf dat zij geen besluit van een raad vervangt.",
                        verbose_name="wat ermee gebeurt",
                    ),
                ),
                ("answered_by", models.DateField(blank=True, null=True, verbose_name="antwoord uiterlijk op")),
                (
                    "finished_at",
                    models.DateTimeField(
                        blank=True,
                        editable=False,
                        help_text="Pas als elk punt een antwoord op de site heeft.",
                        null=True,
                        verbose_name="afgerond op",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="opmerking")),
                (
                    "is_example",
                    models.BooleanField(
                        default=False,
                        help_text="Verzonnen voor de demo, en op de site zo gemarkeerd.",
                        verbose_name="voorbeeld",
                    ),
                ),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="gewijzigd")),
                (
                    "search_vector",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.contrib.postgres.search.CombinedSearchVector(
                            django.contrib.postgres.search.CombinedSearchVector(
                                django.contrib.postgres.search.CombinedSearchVector(
                                    django.contrib.postgres.search.SearchVector(
                                        "title", config="portal_dutch", weight="A"
                                    ),
                                    "||",
                                    django.contrib.postgres.search.SearchVector(
                                        "title", config="portal_simple", weight="A"
                                    ),
                                    django.contrib.postgres.search.SearchConfig("portal_dutch"),
                                ),
                                "||",
                                django.contrib.postgres.search.SearchVector(
                                    "summary", "asked_of", "effect", "note", config="portal_dutch", weight="B"
                                ),
                                django.contrib.postgres.search.SearchConfig("portal_dutch"),
                            ),
                            "||",
                            django.contrib.postgres.search.SearchVector(
                                "summary", "asked_of", "effect", "note", config="portal_simple", weight="B"
                            ),
                            django.contrib.postgres.search.SearchConfig("portal_dutch"),
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consultations",
                        to="partners.source",
                        verbose_name="bron",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consultations",
                        to="agenda.version",
                        verbose_name="over versie",
                    ),
                ),
            ],
            options={
                "verbose_name": "consultatie",
                "verbose_name_plural": "consultaties",
                "ordering": ["-opens_at"],
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(fields=["search_vector"], name="consultation_search")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("closes_at__gt", models.F("opens_at"))),
                        name="consultation_closes_after_it_opens",
                        violation_error_message="De consultatie sluit voordat zij opent.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Dossier",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(max_length=80, unique=True, verbose_name="adres op de site")),
                ("title", models.CharField(max_length=200, verbose_name="titel")),
                (
                    "summary",
                    models.TextField(
                        help_text="Wat er wordt besloten, en wat van de organen wordt gevraagd.",
                        verbose_name="in het kort",
                    ),
                ),
                ("period_text", models.CharField(blank=True, max_length=120, verbose_name="wanneer")),
                ("note", models.TextField(blank=True, verbose_name="stand van zaken")),
                (
                    "is_example",
                    models.BooleanField(
                        default=False,
                        help_text="Verzonnen voor de demo, en op de site zo gemarkeerd.",
                        verbose_name="voorbeeld",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dossiers",
                        to="partners.source",
                        verbose_name="bron",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dossiers",
                        to="agenda.version",
                        verbose_name="over versie",
                    ),
                ),
            ],
            options={
                "verbose_name": "dossier",
                "verbose_name_plural": "dossiers",
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="Evening",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=160, verbose_name="titel")),
                ("place", models.CharField(blank=True, max_length=160, verbose_name="plaats")),
                ("opens_at", models.DateTimeField(verbose_name="verslag kan vanaf")),
                ("closes_at", models.DateTimeField(verbose_name="verslag kan tot")),
                (
                    "consultation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evenings",
                        to="consultation.consultation",
                        verbose_name="consultatie",
                    ),
                ),
            ],
            options={
                "verbose_name": "tafelavond",
                "verbose_name_plural": "tafelavonden",
                "ordering": ["-opens_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("closes_at__gt", models.F("opens_at"))),
                        name="evening_closes_after_it_opens",
                        violation_error_message="Het einde ligt voor het begin.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Extension",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("closed_at", models.DateTimeField(verbose_name="zou sluiten op")),
                ("closes_at", models.DateTimeField(verbose_name="sluit nu op")),
                ("reason", models.CharField(help_text="Staat op de site.", max_length=300, verbose_name="reden")),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="verlengd op")),
                (
                    "consultation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="extensions",
                        to="consultation.consultation",
                        verbose_name="consultatie",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="extensions",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="verlengd door",
                    ),
                ),
            ],
            options={
                "verbose_name": "verlenging",
                "verbose_name_plural": "verlengingen",
                "ordering": ["consultation", "made_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("closes_at__gt", models.F("closed_at"))),
                        name="an_extension_lengthens",
                        violation_error_message="Kies een later moment dan nu.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="an_extension_has_a_reason",
                        violation_error_message="Geef een reden.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "invited_on",
                    models.DateField(default=django.utils.timezone.localdate, verbose_name="uitgenodigd op"),
                ),
                ("handles_on", models.DateField(blank=True, null=True, verbose_name="behandelt op")),
                ("declined_on", models.DateField(blank=True, null=True, verbose_name="ziet af sinds")),
                (
                    "remark",
                    models.CharField(
                        blank=True, help_text="Staat op de site.", max_length=300, verbose_name="opmerking"
                    ),
                ),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="gewijzigd")),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitations",
                        to="partners.body",
                        verbose_name="orgaan",
                    ),
                ),
                (
                    "consultation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="invitations",
                        to="consultation.consultation",
                        verbose_name="consultatie",
                    ),
                ),
            ],
            options={
                "verbose_name": "uitnodiging",
                "verbose_name_plural": "uitnodigingen",
                "ordering": ["consultation", "body"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("consultation", "body"),
                        name="one_invitation_per_body",
                        violation_error_message="Dit orgaan is al uitgenodigd.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("handles_on__isnull", True), ("declined_on__isnull", True), _connector="OR"
                        ),
                        name="a_body_handles_or_declines",
                        violation_error_message="Een orgaan behandelt de tekst of ziet ervan af, niet allebei.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Publication",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("published_at", models.DateTimeField(verbose_name="op de site vanaf")),
                (
                    "consultation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="publications",
                        to="consultation.consultation",
                        verbose_name="consultatie",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="publications",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="gedaan door",
                    ),
                ),
            ],
            options={
                "verbose_name": "publicatie",
                "verbose_name_plural": "publicaties",
                "ordering": ["-published_at"],
            },
        ),
        migrations.CreateModel(
            name="Question",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
                ("text", models.CharField(max_length=300, verbose_name="vraag")),
                ("hint", models.CharField(blank=True, max_length=300, verbose_name="uitleg")),
                (
                    "consultation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="questions",
                        to="consultation.consultation",
                        verbose_name="consultatie",
                    ),
                ),
            ],
            options={
                "verbose_name": "vraag",
                "verbose_name_plural": "vragen",
                "ordering": ["position", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("consultation", "text"),
                        name="question_is_asked_once_per_consultation",
                        violation_error_message="Deze vraag staat er al.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Reminder",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="herinnerd op")),
                ("declined_at", models.DateTimeField(blank=True, null=True, verbose_name="reageert niet, sinds")),
                (
                    "consultation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reminders",
                        to="consultation.consultation",
                        verbose_name="consultatie",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reminders",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="wie",
                    ),
                ),
            ],
            options={
                "verbose_name": "herinnering",
                "verbose_name_plural": "herinneringen",
                "ordering": ["consultation", "user"],
                "constraints": [
                    models.UniqueConstraint(fields=("consultation", "user"), name="one_reminder_per_person")
                ],
            },
        ),
        migrations.CreateModel(
            name="Step",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
                ("title", models.CharField(max_length=200, verbose_name="titel")),
                ("starts_on", models.DateField(verbose_name="begint op")),
                (
                    "ends_on",
                    models.DateField(
                        blank=True, help_text="Leeg als het één dag is.", null=True, verbose_name="eindigt op"
                    ),
                ),
                (
                    "ends_text",
                    models.CharField(
                        blank=True,
                        help_text="Als het einde geen dag is, bijvoorbeeld: voor het zomerreces.",
                        max_length=80,
                        verbose_name="eindigt, in woorden",
                    ),
                ),
                (
                    "over_after",
                    models.DateField(
                        blank=True,
                        help_text="Alleen bij een einde in woorden. Niet op de site.",
                        null=True,
                        verbose_name="zeker voorbij na",
                    ),
                ),
                ("description", models.TextField(blank=True, verbose_name="toelichting")),
                (
                    "note",
                    models.CharField(
                        blank=True,
                        help_text="Bijvoorbeeld: de bron noemt geen jaar.",
                        max_length=300,
                        verbose_name="opmerking",
                    ),
                ),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="gewijzigd")),
                (
                    "consultation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="steps",
                        to="consultation.consultation",
                        verbose_name="consultatie",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="partners.source",
                        verbose_name="bron",
                    ),
                ),
            ],
            options={
                "verbose_name": "stap",
                "verbose_name_plural": "stappen",
                "ordering": ["starts_on", "position", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__gte", models.F("starts_on")),
                            ("ends_on__isnull", True),
                            ("starts_on__isnull", True),
                            _connector="OR",
                        ),
                        name="step_ends_after_it_starts",
                        violation_error_message="Het einde ligt voor het begin.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("over_after__isnull", True), ("over_after__gte", models.F("starts_on")), _connector="OR"
                        ),
                        name="step_is_over_after_it_starts",
                        violation_error_message="De laatste dag ligt voor het begin.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__isnull", True), ("ends_text", ""), _connector="OR"),
                        name="step_ends_on_a_day_or_at_words",
                        violation_error_message="Kies een einddatum of een einde in woorden, niet allebei.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("over_after__isnull", True), models.Q(("ends_text", ""), _negated=True), _connector="OR"
                        ),
                        name="only_an_end_in_words_needs_a_last_day",
                        violation_error_message="Vul dit alleen in bij een einde in woorden.",
                    ),
                    models.UniqueConstraint(
                        fields=("consultation", "title"),
                        name="step_is_named_once_per_consultation",
                        violation_error_message="Deze stap staat er al.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Table",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField(verbose_name="tafel")),
                (
                    "token",
                    models.CharField(
                        default=consultation.models.table.table_token,
                        editable=False,
                        max_length=24,
                        unique=True,
                        verbose_name="code",
                    ),
                ),
                (
                    "evening",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tables",
                        to="consultation.evening",
                        verbose_name="tafelavond",
                    ),
                ),
            ],
            options={
                "verbose_name": "tafel",
                "verbose_name_plural": "tafels",
                "ordering": ["evening", "number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("evening", "number"),
                        name="one_table_per_number_and_evening",
                        violation_error_message="Deze tafel is er al.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Response",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("persoonlijk", "persoonlijk"),
                            ("fractie", "namens de fractie"),
                            ("raad", "namens de raad of Staten"),
                            ("college", "namens het college of Gedeputeerde Staten"),
                            ("organisatie", "namens de organisatie"),
                            ("tafel", "aan een tafel"),
                        ],
                        max_length=12,
                        verbose_name="namens",
                    ),
                ),
                (
                    "capacity",
                    models.CharField(
                        blank=True,
                        help_text="Als wie de schrijver handelde.",
                        max_length=40,
                        verbose_name="hoedanigheid",
                    ),
                ),
                ("party_group", models.CharField(blank=True, max_length=80, verbose_name="fractie")),
                (
                    "decided_on",
                    models.DateField(
                        blank=True,
                        help_text="Verplicht namens een raad, Staten of college.",
                        null=True,
                        verbose_name="besloten op",
                    ),
                ),
                ("decision_url", models.URLField(blank=True, verbose_name="besluit op internet")),
                (
                    "decision_file",
                    models.FileField(blank=True, upload_to="besluiten/", verbose_name="besluit als bestand"),
                ),
                (
                    "sharing",
                    models.CharField(
                        choices=[
                            ("eigen-raad", "alleen mijn eigen raad, college of organisatie"),
                            ("alle-raden", "alle raden, Staten en colleges"),
                            ("openbaar", "iedereen"),
                        ],
                        default="openbaar",
                        max_length=12,
                        verbose_name="te lezen door",
                    ),
                ),
                (
                    "signed_name",
                    models.CharField(
                        blank=True,
                        help_text="Alleen als de afzender dat zelf koos. Leeg te maken op verzoek.",
                        max_length=120,
                        verbose_name="naam op de site",
                    ),
                ),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("site", "op de site"),
                            ("brief", "per brief"),
                            ("mail", "per e-mail"),
                            ("telefoon", "telefonisch"),
                            ("tafel", "aan een tafel"),
                        ],
                        default="site",
                        max_length=12,
                        verbose_name="binnengekomen",
                    ),
                ),
                (
                    "received_on",
                    models.DateField(
                        blank=True,
                        help_text="Bij wat niet op de site binnenkwam.",
                        null=True,
                        verbose_name="ontvangen op",
                    ),
                ),
                (
                    "sender_email",
                    models.EmailField(blank=True, max_length=254, verbose_name="e-mailadres van de afzender"),
                ),
                ("checked_at", models.DateTimeField(blank=True, null=True, verbose_name="nagekeken door de afzender")),
                ("check_remark", models.TextField(blank=True, verbose_name="opmerking van de afzender")),
                (
                    "letter_text",
                    models.TextField(
                        blank=True,
                        help_text="Zoals hij binnenkwam. De punten daaruit staan eronder.",
                        verbose_name="de hele brief",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("concept", "concept"), ("verstuurd", "verstuurd"), ("ingetrokken", "ingetrokken")],
                        default="concept",
                        max_length=12,
                        verbose_name="stand",
                    ),
                ),
                (
                    "number",
                    models.CharField(
                        blank=True,
                        editable=False,
                        max_length=16,
                        null=True,
                        unique=True,
                        verbose_name="ontvangstnummer",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="begonnen"),
                ),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="opgeslagen")),
                ("sent_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="verstuurd")),
                (
                    "withdrawn_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="ingetrokken"),
                ),
                (
                    "confirmed_at",
                    models.DateTimeField(
                        blank=True,
                        editable=False,
                        help_text="Namens een raad of college: als de griffier of secretaris bevestigt. Van een tafel: na controle.",
                        null=True,
                        verbose_name="telt mee sinds",
                    ),
                ),
                (
                    "returned_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="teruggestuurd door de griffier of secretaris"
                    ),
                ),
                ("return_remark", models.TextField(blank=True, verbose_name="waarom teruggestuurd")),
                (
                    "author",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="responses",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="getypt door",
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        blank=True,
                        help_text="Leeg bij een tafel.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="responses",
                        to="partners.body",
                        verbose_name="orgaan",
                    ),
                ),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="confirmed_responses",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="bevestigd door",
                    ),
                ),
                (
                    "consultation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="responses",
                        to="consultation.consultation",
                        verbose_name="consultatie",
                    ),
                ),
                (
                    "entered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="entered_responses",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="ingevoerd door",
                    ),
                ),
                (
                    "revises",
                    models.OneToOneField(
                        blank=True,
                        help_text="De verstuurde reactie waarvan dit de nog niet verstuurde wijziging is.",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="revision",
                        to="consultation.response",
                        verbose_name="wijzigt",
                    ),
                ),
                (
                    "table",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="response",
                        to="consultation.table",
                        verbose_name="tafel",
                    ),
                ),
            ],
            options={
                "verbose_name": "reactie",
                "verbose_name_plural": "reacties",
                "ordering": ["-updated_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("level__in", ["persoonlijk", "fractie", "raad", "college", "organisatie", "tafel"])
                        ),
                        name="response_level_is_known",
                        violation_error_message="Kies een waarde uit de lijst.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["concept", "verstuurd", "ingetrokken"])),
                        name="response_state_is_known",
                        violation_error_message="Kies een waarde uit de lijst.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("sharing__in", ["eigen-raad", "alle-raden", "openbaar"])),
                        name="response_sharing_is_known",
                        violation_error_message="Kies een waarde uit de lijst.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("channel__in", ["site", "brief", "mail", "telefoon", "tafel"])),
                        name="response_channel_is_known",
                        violation_error_message="Kies een waarde uit de lijst.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            models.Q(("state", "ingetrokken"), _negated=True),
                            ("revises__isnull", True),
                            models.Q(("level__in", ["fractie", "raad", "college"]), _negated=True),
                        ),
                        fields=("consultation", "author", "body", "level"),
                        name="one_response_per_author_and_capacity",
                        violation_error_message="U hebt in deze hoedanigheid al een reactie.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            models.Q(("state", "ingetrokken"), _negated=True),
                            ("channel", "site"),
                            ("revises__isnull", True),
                            ("level__in", ["fractie", "raad", "college"]),
                        ),
                        fields=("consultation", "body", "level", "party_group"),
                        name="a_group_writes_one_response",
                        violation_error_message="Uw groep heeft al een reactie.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("body__isnull", True), ("level", "tafel"), ("table__isnull", False)),
                            models.Q(
                                models.Q(("level", "tafel"), _negated=True),
                                ("body__isnull", False),
                                ("table__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="a_response_is_of_a_body_or_a_table",
                        violation_error_message="Een reactie komt van een orgaan of van een tafel.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("confirmed_at__isnull", True),
                            models.Q(("state", "concept"), _negated=True),
                            _connector="OR",
                        ),
                        name="only_what_was_sent_is_confirmed",
                        violation_error_message="Alleen wat is verstuurd, kan worden bevestigd.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("returned_at__isnull", True), ("confirmed_at__isnull", True), _connector="OR"
                        ),
                        name="what_was_sent_back_does_not_count",
                        violation_error_message="Een teruggestuurde reactie telt niet mee.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("revises__isnull", True), ("state", "concept"), _connector="OR"),
                        name="only_a_draft_revises",
                        violation_error_message="Alleen een concept kan een wijziging zijn.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("number__isnull", True), ("sent_at__isnull", True), ("state", "concept")),
                            models.Q(
                                models.Q(("state", "concept"), _negated=True),
                                ("number__isnull", False),
                                ("sent_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="what_was_sent_has_a_number",
                        violation_error_message="Een verstuurde reactie heeft een ontvangstnummer.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state", "concept"),
                            models.Q(("level__in", ["raad", "college"]), _negated=True),
                            ("decided_on__isnull", False),
                            _connector="OR",
                        ),
                        name="a_council_says_when_it_decided",
                        violation_error_message="Vul in op welke dag het orgaan dit besloot.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Assent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("given_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="akkoord op")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="assents",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="wie",
                    ),
                ),
                (
                    "response",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="assents",
                        to="consultation.response",
                        verbose_name="reactie",
                    ),
                ),
            ],
            options={
                "verbose_name": "akkoord",
                "verbose_name_plural": "akkoorden",
                "ordering": ["given_at"],
                "constraints": [
                    models.UniqueConstraint(fields=("response", "user"), name="one_assent_per_member_and_response")
                ],
            },
        ),
        migrations.CreateModel(
            name="AnswerMail",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="verstuurd")),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="answer_mails",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="aan",
                    ),
                ),
                (
                    "publication",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mails",
                        to="consultation.publication",
                        verbose_name="publicatie",
                    ),
                ),
                (
                    "response",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="answer_mails",
                        to="consultation.response",
                        verbose_name="reactie",
                    ),
                ),
            ],
            options={
                "verbose_name": "mail met antwoorden",
                "verbose_name_plural": "mails met antwoorden",
                "ordering": ["publication", "response"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("publication", "response", "user"),
                        name="one_answer_mail_per_recipient",
                        nulls_distinct=False,
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Submission",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sequence", models.PositiveSmallIntegerField(verbose_name="keer")),
                ("sent_at", models.DateTimeField(verbose_name="verstuurd")),
                ("content", models.JSONField(help_text="De punten zoals zij toen waren.", verbose_name="inhoud")),
                (
                    "response",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="submissions",
                        to="consultation.response",
                        verbose_name="reactie",
                    ),
                ),
            ],
            options={
                "verbose_name": "verzending",
                "verbose_name_plural": "verzendingen",
                "ordering": ["response", "-sequence"],
                "constraints": [
                    models.UniqueConstraint(fields=("response", "sequence"), name="submissions_are_counted")
                ],
            },
        ),
        migrations.CreateModel(
            name="Company",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "sort",
                    models.CharField(
                        help_text="Bijvoorbeeld: raadsleden, ondernemers, inwoners.", max_length=80, verbose_name="wie"
                    ),
                ),
                ("count", models.PositiveSmallIntegerField(verbose_name="hoeveel")),
                (
                    "table",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="company",
                        to="consultation.table",
                        verbose_name="tafel",
                    ),
                ),
            ],
            options={
                "verbose_name": "gezelschap",
                "verbose_name_plural": "gezelschap",
                "ordering": ["table", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("table", "sort"),
                        name="one_count_per_sort_and_table",
                        violation_error_message="Deze groep staat er al.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Theme",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
                ("name", models.CharField(max_length=80, verbose_name="thema")),
                (
                    "heard",
                    models.TextField(
                        blank=True, help_text="In gewone taal. Staat op de site.", verbose_name="wat er is gezegd"
                    ),
                ),
                (
                    "done",
                    models.TextField(
                        blank=True, help_text="In gewone taal. Staat op de site.", verbose_name="wat ermee is gedaan"
                    ),
                ),
                (
                    "consultation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="themes",
                        to="consultation.consultation",
                        verbose_name="consultatie",
                    ),
                ),
            ],
            options={
                "verbose_name": "thema",
                "verbose_name_plural": "thema’s",
                "ordering": ["position", "name"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("consultation", "name"),
                        name="one_theme_per_name_and_consultation",
                        violation_error_message="Dit thema is er al.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Point",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "quoted_text",
                    models.TextField(blank=True, editable=False, verbose_name="tekst waarop het is geschreven"),
                ),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("steun", "steun"),
                            ("wens", "wens"),
                            ("bezwaar", "bezwaar"),
                            ("vraag", "vraag"),
                            ("fout", "fout in de tekst"),
                        ],
                        max_length=12,
                        verbose_name="soort",
                    ),
                ),
                (
                    "text",
                    models.TextField(
                        validators=[django.core.validators.MaxLengthValidator(20000)], verbose_name="tekst"
                    ),
                ),
                ("proposal", models.TextField(blank=True, verbose_name="voorstel voor een andere tekst")),
                (
                    "saved_in",
                    models.UUIDField(blank=True, editable=False, null=True, verbose_name="opgeslagen in formulier"),
                ),
                (
                    "is_minority",
                    models.BooleanField(
                        default=False,
                        help_text="Staat naast wat de meerderheid vindt, in dezelfde reactie.",
                        verbose_name="minderheidsstandpunt",
                    ),
                ),
                (
                    "minority_of",
                    models.CharField(
                        blank=True,
                        help_text="Niet verplicht. Bijvoorbeeld: een deel van de raad.",
                        max_length=160,
                        verbose_name="van wie",
                    ),
                ),
                ("handle_by", models.DateField(blank=True, null=True, verbose_name="beantwoorden voor")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="gemaakt")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="opgeslagen")),
                (
                    "adopted_from",
                    models.ForeignKey(
                        blank=True,
                        help_text="Het punt van een lid of fractie dat hiermee is overgenomen.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="adoptions",
                        to="consultation.point",
                        verbose_name="overgenomen van",
                    ),
                ),
                (
                    "handler",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="assigned_points",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="behandelaar",
                    ),
                ),
                (
                    "origin",
                    models.ForeignKey(
                        blank=True,
                        help_text="Het verstuurde punt waarvan dit de nog niet verstuurde wijziging is.",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="changes",
                        to="consultation.point",
                        verbose_name="wijzigt",
                    ),
                ),
                (
                    "part_of",
                    models.ForeignKey(
                        blank=True,
                        help_text="Het punt dat het secretariaat heeft gesplitst. Dat blijft zelf heel.",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="parts",
                        to="consultation.point",
                        verbose_name="deel van",
                    ),
                ),
                (
                    "same_as",
                    models.ForeignKey(
                        blank=True,
                        help_text="Krijgt hetzelfde antwoord als dat punt.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="equals",
                        to="consultation.point",
                        verbose_name="gelijk aan",
                    ),
                ),
                (
                    "wording",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="points",
                        to="agenda.wording",
                        verbose_name="over de tekst",
                    ),
                ),
                (
                    "question",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="points",
                        to="consultation.question",
                        verbose_name="antwoord op de vraag",
                    ),
                ),
                (
                    "response",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="points",
                        to="consultation.response",
                        verbose_name="reactie",
                    ),
                ),
                (
                    "themes",
                    models.ManyToManyField(
                        blank=True, related_name="points", to="consultation.theme", verbose_name="thema’s"
                    ),
                ),
            ],
            options={
                "verbose_name": "punt",
                "verbose_name_plural": "punten",
                "ordering": ["response", "pk"],
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["text"], name="point_text_trigrams", opclasses=["gin_trgm_ops"]
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["steun", "wens", "bezwaar", "vraag", "fout", ""])),
                        name="point_kind_is_known",
                        violation_error_message="Kies een soort uit de lijst.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("question__isnull", True),
                                ("wording__isnull", False),
                                models.Q(("quoted_text", ""), _negated=True),
                            ),
                            models.Q(("quoted_text", ""), ("wording__isnull", True)),
                            _connector="OR",
                        ),
                        name="point_is_about_a_wording_or_a_question",
                        violation_error_message="Een punt gaat over een tekst, over een vraag, of over het geheel.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("is_minority", True), ("minority_of", ""), _connector="OR"),
                        name="only_a_minority_is_named",
                        violation_error_message="Vul dit alleen in bij een minderheidsstandpunt.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("same_as", models.F("id")), _negated=True),
                            models.Q(("part_of", models.F("id")), _negated=True),
                            models.Q(("adopted_from", models.F("id")), _negated=True),
                        ),
                        name="a_point_does_not_point_at_itself",
                        violation_error_message="Kies een ander punt.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("part_of__isnull", True)),
                        fields=("response", "question"),
                        name="one_answer_per_question_and_response",
                        violation_error_message="U hebt deze vraag al beantwoord.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("wording__isnull", False)),
                        fields=("response", "saved_in"),
                        name="one_form_makes_one_point",
                        violation_error_message="Dit formulier is al opgeslagen.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Answer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "verdict",
                    models.CharField(
                        choices=[
                            ("overgenomen", "overgenomen"),
                            ("deels", "deels overgenomen"),
                            ("niet", "niet overgenomen"),
                            ("kennisgeving", "ter kennisgeving"),
                            ("doorgeleid", "doorgeleid"),
                            ("beantwoord", "beantwoord"),
                        ],
                        max_length=16,
                        verbose_name="oordeel",
                    ),
                ),
                (
                    "reason",
                    models.TextField(blank=True, help_text="Verplicht, behalve bij overgenomen.", verbose_name="reden"),
                ),
                (
                    "landed_elsewhere",
                    models.CharField(
                        blank=True,
                        help_text="Waar het is verwerkt, als het niet in een gewijzigde tekst staat.",
                        max_length=300,
                        verbose_name="verwerkt buiten deze tekst",
                    ),
                ),
                (
                    "forwarded_to",
                    models.CharField(
                        blank=True,
                        help_text="Verplicht bij doorgeleid.",
                        max_length=160,
                        verbose_name="doorgeleid naar",
                    ),
                ),
                (
                    "correction",
                    models.CharField(
                        blank=True,
                        help_text="Als er al een antwoord op de site staat. Het eerdere antwoord blijft daar te lezen.",
                        max_length=300,
                        verbose_name="waarom opnieuw beantwoord",
                    ),
                ),
                ("reviewed_at", models.DateTimeField(blank=True, null=True, verbose_name="nagekeken op")),
                (
                    "published_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="Leeg: alleen het secretariaat ziet het antwoord.",
                        null=True,
                        verbose_name="op de site vanaf",
                    ),
                ),
                (
                    "drafted_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="drafted_answers",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="geschreven door",
                    ),
                ),
                (
                    "reviewed_by",
                    models.ForeignKey(
                        blank=True,
                        help_text="Een ander dan de schrijver.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="reviewed_answers",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="nagekeken door",
                    ),
                ),
                (
                    "wordings",
                    models.ManyToManyField(
                        blank=True, related_name="answers", to="agenda.wording", verbose_name="gewijzigde teksten"
                    ),
                ),
                (
                    "points",
                    models.ManyToManyField(related_name="answers", to="consultation.point", verbose_name="punten"),
                ),
                (
                    "publication",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="consultation.publication",
                        verbose_name="publicatie",
                    ),
                ),
            ],
            options={
                "verbose_name": "beantwoording",
                "verbose_name_plural": "beantwoordingen",
                "ordering": ["-published_at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "verdict__in",
                                ["overgenomen", "deels", "niet", "kennisgeving", "doorgeleid", "beantwoord"],
                            )
                        ),
                        name="answer_verdict_is_known",
                        violation_error_message="Kies een waarde uit de lijst.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("verdict", "overgenomen"), models.Q(("reason", ""), _negated=True), _connector="OR"
                        ),
                        name="answer_gives_a_reason",
                        violation_error_message="Geef een reden. Die is alleen bij ‘overgenomen’ niet verplicht.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("verdict", "doorgeleid"), models.Q(("forwarded_to", ""), _negated=True)),
                            models.Q(models.Q(("verdict", "doorgeleid"), _negated=True), ("forwarded_to", "")),
                            _connector="OR",
                        ),
                        name="what_is_forwarded_says_where_to",
                        violation_error_message="Vul in naar wie het is doorgeleid, en alleen dan.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("reviewed_by__isnull", True),
                            ("drafted_by__isnull", True),
                            models.Q(("reviewed_by", models.F("drafted_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="an_answer_is_reviewed_by_another",
                        violation_error_message="Laat een ander dan de schrijver het antwoord nakijken.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AnswerState",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="op")),
                ("act", models.CharField(max_length=40, verbose_name="wat er is gedaan")),
                (
                    "content",
                    models.JSONField(
                        help_text="Oordeel, reden, punten en teksten zoals zij toen waren.", verbose_name="inhoud"
                    ),
                ),
                (
                    "answer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="states",
                        to="consultation.answer",
                        verbose_name="beantwoording",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="answer_states",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="door",
                    ),
                ),
            ],
            options={
                "verbose_name": "stand van een antwoord",
                "verbose_name_plural": "geschiedenis",
                "ordering": ["answer", "made_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Note",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.TextField(verbose_name="notitie")),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="op")),
                (
                    "author",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="notes",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="van",
                    ),
                ),
                (
                    "point",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notes",
                        to="consultation.point",
                        verbose_name="punt",
                    ),
                ),
            ],
            options={
                "verbose_name": "notitie",
                "verbose_name_plural": "notities",
                "ordering": ["point", "made_at"],
            },
        ),
        migrations.CreateModel(
            name="Endorsement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("persoonlijk", "persoonlijk"),
                            ("fractie", "namens de fractie"),
                            ("raad", "namens de raad of Staten"),
                            ("college", "namens het college of Gedeputeerde Staten"),
                            ("organisatie", "namens de organisatie"),
                            ("tafel", "aan een tafel"),
                        ],
                        max_length=12,
                        verbose_name="namens",
                    ),
                ),
                ("party_group", models.CharField(blank=True, max_length=80, verbose_name="fractie")),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="besloten op")),
                ("decision_url", models.URLField(blank=True, verbose_name="besluit op internet")),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="aangesloten op")),
                (
                    "author",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="endorsements",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="getypt door",
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="endorsements",
                        to="partners.body",
                        verbose_name="orgaan",
                    ),
                ),
                (
                    "point",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="endorsements",
                        to="consultation.point",
                        verbose_name="punt",
                    ),
                ),
            ],
            options={
                "verbose_name": "aansluiting",
                "verbose_name_plural": "aansluitingen",
                "ordering": ["made_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("level__in", ["persoonlijk", "fractie", "raad", "college", "organisatie", "tafel"])
                        ),
                        name="endorsement_level_is_known",
                        violation_error_message="Kies een waarde uit de lijst.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("level__in", ("fractie", "raad", "college")), _negated=True),
                        fields=("point", "body", "level", "author"),
                        name="one_endorsement_per_person_and_point",
                        violation_error_message="U hebt zich hier al bij aangesloten.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("level__in", ("fractie", "raad", "college"))),
                        fields=("point", "body", "level", "party_group"),
                        name="one_endorsement_per_group_and_point",
                        violation_error_message="Uw groep heeft zich hier al bij aangesloten.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("level__in", ["raad", "college"]), _negated=True),
                            ("decided_on__isnull", False),
                            _connector="OR",
                        ),
                        name="an_endorsing_council_says_when_it_decided",
                        violation_error_message="Vul in op welke dag het orgaan dit besloot.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Reopening",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reason", models.TextField(verbose_name="wat er ontbreekt")),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="op")),
                (
                    "point",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reopening",
                        to="consultation.point",
                        verbose_name="punt",
                    ),
                ),
            ],
            options={
                "verbose_name": "heropening",
                "verbose_name_plural": "heropeningen",
                "ordering": ["-made_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="a_reopening_has_a_reason",
                        violation_error_message="Schrijf wat er aan het antwoord ontbreekt.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Track",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("website", models.URLField(blank=True, max_length=500, verbose_name="stukken bij het orgaan")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="opmerking")),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tracks",
                        to="partners.body",
                        verbose_name="orgaan",
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tracks",
                        to="consultation.dossier",
                        verbose_name="dossier",
                    ),
                ),
            ],
            options={
                "verbose_name": "besluitspoor",
                "verbose_name_plural": "besluitsporen",
                "ordering": ["dossier", "body"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("dossier", "body"),
                        name="one_track_per_dossier_and_body",
                        violation_error_message="Dit orgaan heeft al een spoor in dit dossier.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Decision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "decided_on",
                    models.DateField(
                        help_text="Is alleen het jaar bekend, kies dan 1 januari.", verbose_name="besloten op"
                    ),
                ),
                (
                    "date_text",
                    models.CharField(
                        blank=True,
                        help_text="Alleen als de dag niet bekend is, bijvoorbeeld: 2023. Staat dan in plaats van de dag.",
                        max_length=60,
                        verbose_name="datum in woorden",
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("ingestemd", "ingestemd"),
                            ("voorwaarde", "ingestemd met een voorwaarde"),
                            ("tegen", "niet ingestemd"),
                            ("niet-mee", "doet niet mee"),
                        ],
                        max_length=12,
                        verbose_name="uitkomst",
                    ),
                ),
                (
                    "amount",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="In euro’s. Leeg: niet bekend.",
                        max_digits=14,
                        null=True,
                        verbose_name="bedrag",
                    ),
                ),
                ("condition", models.TextField(blank=True, verbose_name="voorwaarde")),
                (
                    "element",
                    models.ForeignKey(
                        blank=True,
                        help_text="Leeg: het besluit gaat over het geheel.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="agenda.element",
                        verbose_name="onderdeel",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="partners.source",
                        verbose_name="bron",
                    ),
                ),
                (
                    "track",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="decisions",
                        to="consultation.track",
                        verbose_name="besluitspoor",
                    ),
                ),
            ],
            options={
                "verbose_name": "besluit",
                "verbose_name_plural": "besluiten",
                "ordering": ["track", "element__position", "decided_on"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("outcome__in", ["ingestemd", "voorwaarde", "tegen", "niet-mee"])),
                        name="decision_outcome_is_known",
                        violation_error_message="Kies een waarde uit de lijst.",
                    ),
                    models.UniqueConstraint(
                        fields=("track", "element"),
                        name="one_decision_per_track_and_element",
                        nulls_distinct=False,
                        violation_error_message="Over dit onderdeel staat er al een besluit.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", "voorwaarde"), _negated=True),
                            models.Q(("condition", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_condition_is_written_down",
                        violation_error_message="Schrijf de voorwaarde op.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TrackStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("verzonden", "stukken ontvangen"),
                            ("bespreking", "besproken"),
                            ("gepland", "staat op de agenda"),
                            ("besluit", "besluit genomen"),
                        ],
                        max_length=12,
                        verbose_name="wat",
                    ),
                ),
                (
                    "happened_on",
                    models.DateField(help_text="Is alleen het jaar bekend, kies dan 1 januari.", verbose_name="op"),
                ),
                (
                    "date_text",
                    models.CharField(
                        blank=True,
                        help_text="Alleen als de dag niet bekend is, bijvoorbeeld: 2023. Staat dan in plaats van de dag.",
                        max_length=60,
                        verbose_name="datum in woorden",
                    ),
                ),
                ("text", models.TextField(blank=True, verbose_name="toelichting")),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="track_steps",
                        to="partners.source",
                        verbose_name="bron",
                    ),
                ),
                (
                    "track",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="steps",
                        to="consultation.track",
                        verbose_name="besluitspoor",
                    ),
                ),
            ],
            options={
                "verbose_name": "stap in een besluitspoor",
                "verbose_name_plural": "stappen in een besluitspoor",
                "ordering": ["track", "happened_on", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["verzonden", "bespreking", "gepland", "besluit"])),
                        name="track_step_kind_is_known",
                        violation_error_message="Kies een waarde uit de lijst.",
                    )
                ],
            },
        ),
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
            bases=("consultation.response",),
        ),
        migrations.RunSQL(STAYS, MAY_CHANGE),
    ]
