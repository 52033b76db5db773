import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("agenda", "0001_agenda"),
        ("partners", "0001_partners"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Consultation",
            fields=[
                (
                    "id",
                    models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                ),
                ("slug", models.SlugField(max_length=80, unique=True, verbose_name="adres op de site")),
                ("title", models.CharField(max_length=200, verbose_name="titel")),
                ("opens_at", models.DateTimeField(verbose_name="opent op")),
                (
                    "closes_at",
                    models.DateTimeField(
                        help_text="Tot dit moment, Nederlandse tijd, kan men reageren.",
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
                ("asked_of", models.TextField(help_text="Wie er kan reageren.", verbose_name="aan wie")),
                (
                    "effect",
                    models.TextField(
                        help_text="Wie besluit en wanneer. Een reactie hier vervangt geen besluit van een raad of Staten.",
                        verbose_name="wat ermee gebeurt",
                    ),
                ),
                (
                    "answered_by",
                    models.DateField(blank=True, null=True, verbose_name="antwoord uiterlijk op"),
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
            },
        ),
        migrations.CreateModel(
            name="Dossier",
            fields=[
                (
                    "id",
                    models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                ),
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
                ("is_example", models.BooleanField(default=False, verbose_name="voorbeeld")),
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
            name="Point",
            fields=[
                (
                    "id",
                    models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                ),
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
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="gemaakt")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="opgeslagen")),
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
            ],
            options={
                "verbose_name": "punt",
                "verbose_name_plural": "punten",
                "ordering": ["response", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Answer",
            fields=[
                (
                    "id",
                    models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                ),
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
                    "published_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="Leeg: alleen het secretariaat ziet het antwoord.",
                        null=True,
                        verbose_name="op de site vanaf",
                    ),
                ),
                (
                    "wordings",
                    models.ManyToManyField(
                        blank=True,
                        related_name="answers",
                        to="agenda.wording",
                        verbose_name="gewijzigde teksten",
                    ),
                ),
                (
                    "points",
                    models.ManyToManyField(related_name="answers", to="consultation.point", verbose_name="punten"),
                ),
            ],
            options={
                "verbose_name": "beantwoording",
                "verbose_name_plural": "beantwoordingen",
                "ordering": ["-published_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Question",
            fields=[
                (
                    "id",
                    models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                ),
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
            },
        ),
        migrations.AddField(
            model_name="point",
            name="question",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="points",
                to="consultation.question",
                verbose_name="antwoord op de vraag",
            ),
        ),
        migrations.CreateModel(
            name="Response",
            fields=[
                (
                    "id",
                    models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("persoonlijk", "persoonlijk"),
                            ("fractie", "namens de fractie"),
                            ("raad", "namens de raad of Staten"),
                            ("college", "namens het college of Gedeputeerde Staten"),
                            ("organisatie", "namens de organisatie"),
                        ],
                        max_length=12,
                        verbose_name="namens",
                    ),
                ),
                (
                    "capacity",
                    models.CharField(
                        help_text="Als wie de schrijver handelde.", max_length=40, verbose_name="hoedanigheid"
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
                    "state",
                    models.CharField(
                        choices=[
                            ("concept", "concept"),
                            ("verstuurd", "verstuurd"),
                            ("ingetrokken", "ingetrokken"),
                        ],
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
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="begonnen")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="opgeslagen")),
                (
                    "sent_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="verstuurd"),
                ),
                (
                    "withdrawn_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="ingetrokken"),
                ),
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="responses",
                        to="partners.body",
                        verbose_name="orgaan",
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
            ],
            options={
                "verbose_name": "reactie",
                "verbose_name_plural": "reacties",
                "ordering": ["-updated_at"],
            },
        ),
        migrations.AddField(
            model_name="point",
            name="response",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="points",
                to="consultation.response",
                verbose_name="reactie",
            ),
        ),
        migrations.CreateModel(
            name="Step",
            fields=[
                (
                    "id",
                    models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
                ("title", models.CharField(max_length=200, verbose_name="titel")),
                ("starts_on", models.DateField(verbose_name="begint op")),
                (
                    "ends_on",
                    models.DateField(
                        blank=True, help_text="Leeg als het een dag is.", null=True, verbose_name="eindigt op"
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
            },
        ),
        migrations.CreateModel(
            name="Submission",
            fields=[
                (
                    "id",
                    models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                ),
                ("sequence", models.PositiveSmallIntegerField(verbose_name="keer")),
                ("sent_at", models.DateTimeField(verbose_name="verstuurd")),
                (
                    "content",
                    models.JSONField(help_text="De punten zoals zij toen waren.", verbose_name="inhoud"),
                ),
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
            },
        ),
        migrations.CreateModel(
            name="Track",
            fields=[
                (
                    "id",
                    models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                ),
                (
                    "website",
                    models.URLField(blank=True, max_length=500, verbose_name="stukken bij het orgaan"),
                ),
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
            },
        ),
        migrations.CreateModel(
            name="Decision",
            fields=[
                (
                    "id",
                    models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                ),
                ("decided_on", models.DateField(verbose_name="besloten op")),
                ("date_text", models.CharField(max_length=60, verbose_name="datum in woorden")),
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
                        help_text="In euro's. Leeg: niet bekend.",
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
            },
        ),
        migrations.CreateModel(
            name="TrackStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                ),
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
                ("happened_on", models.DateField(verbose_name="op")),
                ("date_text", models.CharField(max_length=60, verbose_name="datum in woorden")),
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
            },
        ),
        migrations.AddIndex(
            model_name="consultation",
            index=django.contrib.postgres.indexes.GinIndex(fields=["search_vector"], name="consultation_search"),
        ),
        migrations.AddConstraint(
            model_name="consultation",
            constraint=models.CheckConstraint(
                condition=models.Q(("closes_at__gt", models.F("opens_at"))),
                name="consultation_closes_after_it_opens",
                violation_error_message="De consultatie sluit voordat zij opent.",
            ),
        ),
        migrations.AddConstraint(
            model_name="answer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "verdict__in",
                        ["overgenomen", "deels", "niet", "kennisgeving", "doorgeleid", "beantwoord"],
                    )
                ),
                name="answer_verdict_is_known",
                violation_error_message="Kies een waarde uit de lijst.",
            ),
        ),
        migrations.AddConstraint(
            model_name="answer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("verdict", "overgenomen"), models.Q(("reason", ""), _negated=True), _connector="OR"
                ),
                name="answer_gives_a_reason",
                violation_error_message="Geef een reden. Die is alleen bij 'overgenomen' niet verplicht.",
            ),
        ),
        migrations.AddConstraint(
            model_name="question",
            constraint=models.UniqueConstraint(
                fields=("consultation", "text"),
                name="question_is_asked_once_per_consultation",
                violation_error_message="Deze vraag staat er al.",
            ),
        ),
        migrations.AddConstraint(
            model_name="response",
            constraint=models.CheckConstraint(
                condition=models.Q(("level__in", ["persoonlijk", "fractie", "raad", "college", "organisatie"])),
                name="response_level_is_known",
                violation_error_message="Kies een waarde uit de lijst.",
            ),
        ),
        migrations.AddConstraint(
            model_name="response",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["concept", "verstuurd", "ingetrokken"])),
                name="response_state_is_known",
                violation_error_message="Kies een waarde uit de lijst.",
            ),
        ),
        migrations.AddConstraint(
            model_name="response",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "ingetrokken"), _negated=True),
                fields=("consultation", "author", "body", "level"),
                name="one_response_per_author_and_capacity",
                violation_error_message="U hebt in deze hoedanigheid al een reactie.",
            ),
        ),
        migrations.AddConstraint(
            model_name="response",
            constraint=models.CheckConstraint(
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
        ),
        migrations.AddConstraint(
            model_name="response",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state", "concept"),
                    models.Q(("level__in", ["raad", "college"]), _negated=True),
                    ("decided_on__isnull", False),
                    _connector="OR",
                ),
                name="a_council_says_when_it_decided",
                violation_error_message="Vul in op welke dag het orgaan dit besloot.",
            ),
        ),
        migrations.AddConstraint(
            model_name="point",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["steun", "wens", "bezwaar", "vraag", "fout", ""])),
                name="point_kind_is_known",
                violation_error_message="Kies een soort uit de lijst.",
            ),
        ),
        migrations.AddConstraint(
            model_name="point",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("question__isnull", True),
                        ("wording__isnull", False),
                        models.Q(("quoted_text", ""), _negated=True),
                        models.Q(("kind", ""), _negated=True),
                    ),
                    models.Q(("question__isnull", False), ("wording__isnull", True)),
                    _connector="OR",
                ),
                name="point_is_about_a_wording_or_a_question",
                violation_error_message="Een punt gaat over een tekst of over een vraag.",
            ),
        ),
        migrations.AddConstraint(
            model_name="point",
            constraint=models.UniqueConstraint(
                fields=("response", "question"),
                name="one_answer_per_question_and_response",
                violation_error_message="U hebt deze vraag al beantwoord.",
            ),
        ),
        migrations.AddConstraint(
            model_name="step",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_on__gte", models.F("starts_on")),
                    ("ends_on__isnull", True),
                    ("starts_on__isnull", True),
                    _connector="OR",
                ),
                name="step_ends_after_it_starts",
                violation_error_message="Het einde ligt voor het begin.",
            ),
        ),
        migrations.AddConstraint(
            model_name="step",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on__isnull", True), ("ends_text", ""), _connector="OR"),
                name="step_ends_on_a_day_or_at_words",
                violation_error_message="Kies een einddatum of een einde in woorden, niet allebei.",
            ),
        ),
        migrations.AddConstraint(
            model_name="step",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("over_after__isnull", True), models.Q(("ends_text", ""), _negated=True), _connector="OR"
                ),
                name="only_an_end_in_words_needs_a_last_day",
                violation_error_message="Vul dit alleen in bij een einde in woorden.",
            ),
        ),
        migrations.AddConstraint(
            model_name="step",
            constraint=models.UniqueConstraint(
                fields=("consultation", "title"),
                name="step_is_named_once_per_consultation",
                violation_error_message="Deze stap staat er al.",
            ),
        ),
        migrations.AddConstraint(
            model_name="submission",
            constraint=models.UniqueConstraint(fields=("response", "sequence"), name="submissions_are_counted"),
        ),
        migrations.AddConstraint(
            model_name="track",
            constraint=models.UniqueConstraint(
                fields=("dossier", "body"),
                name="one_track_per_dossier_and_body",
                violation_error_message="Dit orgaan heeft al een spoor in dit dossier.",
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(("outcome__in", ["ingestemd", "voorwaarde", "tegen", "niet-mee"])),
                name="decision_outcome_is_known",
                violation_error_message="Kies een waarde uit de lijst.",
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.UniqueConstraint(
                fields=("track", "element"),
                name="one_decision_per_track_and_element",
                nulls_distinct=False,
                violation_error_message="Over dit onderdeel staat er al een besluit.",
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome", "voorwaarde"), _negated=True),
                    models.Q(("condition", ""), _negated=True),
                    _connector="OR",
                ),
                name="a_condition_is_written_down",
                violation_error_message="Schrijf de voorwaarde op.",
            ),
        ),
        migrations.AddConstraint(
            model_name="trackstep",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["verzonden", "bespreking", "gepland", "besluit"])),
                name="track_step_kind_is_known",
                violation_error_message="Kies een waarde uit de lijst.",
            ),
        ),
    ]
