"""A dossier has components and a rule; a body votes, asks and is promised; a step is planned and then happens."""

import datetime
import django.db.models.deletion
import django.db.models.functions.comparison
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('agenda', '0008_who_takes_part_later_or_not'),
        ('deciding', '0007_public_from_and_until'),
        ('partners', '0006_addresses_in_one_form'),
    ]

    operations = [
        migrations.CreateModel(
            name='Ask',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('body_kind', models.CharField(choices=[('raad', 'gemeenteraad'), ('college', 'college van burgemeester en wethouders'), ('staten', 'Provinciale Staten'), ('gedeputeerden', 'Gedeputeerde Staten'), ('bestuur', 'bestuur')], max_length=16, verbose_name='soort orgaan')),
                ('term', models.CharField(help_text='In de woorden van het voorstel: vaststellen, wensen en bedenkingen, zienswijze, kennisneming.', max_length=80, verbose_name='wat wordt gevraagd')),
                ('explanation', models.TextField(blank=True, max_length=5000, verbose_name='toelichting')),
                ('legal_term', models.CharField(blank=True, help_text='Alleen als het dossier zelf een wet noemt. Kies dan ook de bron.', max_length=160, verbose_name='wettelijke term')),
            ],
            options={
                'verbose_name': 'gevraagd besluit',
                'verbose_name_plural': 'gevraagde besluiten',
                'ordering': ['dossier', 'body_kind'],
            },
        ),
        migrations.CreateModel(
            name='AskedAmount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('amount', models.DecimalField(decimal_places=2, help_text='In euro’s.', max_digits=14, verbose_name='gevraagd bedrag')),
            ],
            options={
                'verbose_name': 'gevraagd bedrag',
                'verbose_name_plural': 'gevraagde bedragen',
                'ordering': ['track', 'component__position', 'component'],
            },
        ),
        migrations.CreateModel(
            name='Commitment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField(max_length=5000, verbose_name='toezegging')),
                ('made_on', models.DateField(verbose_name='toegezegd op')),
                ('due_on', models.DateField(blank=True, help_text='Leeg: zonder termijn.', null=True, verbose_name='uiterlijk beantwoord op')),
                ('answered_on', models.DateField(blank=True, help_text='Leeg: nog niet beantwoord.', null=True, verbose_name='beantwoord op')),
                ('answer', models.TextField(blank=True, max_length=5000, verbose_name='antwoord')),
                ('answer_url', models.URLField(blank=True, max_length=500, verbose_name='waar het antwoord staat')),
                ('reminded_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='herinnerd op')),
            ],
            options={
                'verbose_name': 'toezegging',
                'verbose_name_plural': 'toezeggingen',
                'ordering': [models.OrderBy(models.F('due_on'), nulls_last=True), 'made_on', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Component',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='volgorde')),
                ('name', models.CharField(blank=True, help_text='Bijvoorbeeld: Basis. Leeg: zoals het onderdeel van de agenda heet.', max_length=160, verbose_name='naam')),
                ('text', models.TextField(blank=True, max_length=5000, verbose_name='wat het inhoudt')),
                ('page', models.CharField(blank=True, help_text='Een adres op deze site, bijvoorbeeld dat van een project: /resultaten/projecten/voorbeeld/.', max_length=300, verbose_name='pagina erover')),
                ('tariff', models.DecimalField(blank=True, decimal_places=4, help_text='In euro’s. Leeg: niet bekend, of geen bedrag per inwoner.', max_digits=9, null=True, verbose_name='tarief per inwoner')),
                ('inhabitants_on', models.DateField(blank=True, help_text='De peildatum van de inwonertallen waarmee wordt gerekend.', null=True, verbose_name='inwoners op')),
                ('payers', models.CharField(choices=[('gemeenten', 'gemeenten'), ('provincies', 'provincies'), ('beide', 'gemeenten en provincies')], default='gemeenten', max_length=10, verbose_name='wie betaalt per inwoner')),
            ],
            options={
                'verbose_name': 'onderdeel van een dossier',
                'verbose_name_plural': 'onderdelen van een dossier',
                'ordering': ['dossier', 'position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='GroupVote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('group', models.CharField(max_length=80, verbose_name='fractie')),
                ('stance', models.CharField(choices=[('voor', 'voor'), ('tegen', 'tegen'), ('onthouden', 'onthouden')], max_length=10, verbose_name='stem')),
                ('seats', models.PositiveSmallIntegerField(blank=True, help_text='Leeg: niet bekend.', null=True, verbose_name='zetels')),
            ],
            options={
                'verbose_name': 'stem van een fractie',
                'verbose_name_plural': 'stemmen van fracties',
                'ordering': ['decision', 'stance', 'group'],
            },
        ),
        migrations.CreateModel(
            name='Motion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('motie', 'motie'), ('amendement', 'amendement')], max_length=10, verbose_name='soort')),
                ('title', models.CharField(max_length=200, verbose_name='titel')),
                ('text', models.TextField(blank=True, max_length=20000, verbose_name='tekst')),
                ('outcome', models.CharField(blank=True, choices=[('', 'nog niet bekend'), ('aangenomen', 'aangenomen'), ('verworpen', 'verworpen'), ('ingetrokken', 'ingetrokken'), ('aangehouden', 'aangehouden')], default='', max_length=12, verbose_name='uitkomst')),
                ('decided_on', models.DateField(blank=True, null=True, verbose_name='besloten op')),
                ('url', models.URLField(blank=True, help_text='Waar het orgaan de tekst publiceert.', max_length=500, verbose_name='adres')),
            ],
            options={
                'verbose_name': 'motie of amendement',
                'verbose_name_plural': 'moties en amendementen',
                'ordering': ['track', 'decided_on', 'pk'],
            },
        ),
        migrations.AlterModelOptions(
            name='decision',
            options={'ordering': ['track', models.OrderBy(models.F('component__position'), nulls_first=True), 'component', 'decided_on', 'pk'], 'verbose_name': 'besluit', 'verbose_name_plural': 'besluiten'},
        ),
        migrations.AlterModelOptions(
            name='trackstep',
            options={'ordering': ['track', django.db.models.functions.comparison.Coalesce('happened_on', 'planned_on'), 'pk'], 'verbose_name': 'stap in een besluitspoor', 'verbose_name_plural': 'stappen in een besluitspoor'},
        ),
        migrations.RemoveConstraint(
            model_name='decision',
            name='decision_outcome_is_known',
        ),
        migrations.RemoveConstraint(
            model_name='decision',
            name='one_decision_per_track_and_element',
        ),
        migrations.RemoveConstraint(
            model_name='trackstep',
            name='track_step_kind_is_known',
        ),
        migrations.AddField(
            model_name='decision',
            name='confirmed_on',
            field=models.DateField(blank=True, help_text='De dag waarop de griffier van het orgaan zei dat dit klopt. Leeg: nog niet bevestigd.', null=True, verbose_name='bevestigd op'),
        ),
        migrations.AddField(
            model_name='decision',
            name='debate_url',
            field=models.URLField(blank=True, help_text='Naar het fragment van de vergadering, als het orgaan dat op internet heeft.', max_length=500, verbose_name='link naar het debat'),
        ),
        migrations.AddField(
            model_name='decision',
            name='entered_as',
            field=models.CharField(choices=[('bureau', 'door het regiobureau'), ('griffier', 'door de griffier'), ('import', 'overgenomen uit de stukken van het orgaan')], default='bureau', max_length=8, verbose_name='ingevoerd'),
        ),
        migrations.AddField(
            model_name='decision',
            name='version',
            field=models.ForeignKey(blank=True, help_text='Over welke versie van de tekst is besloten? Leeg: niet bekend.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='agenda.version', verbose_name='op versie'),
        ),
        migrations.AddField(
            model_name='dossier',
            name='rule',
            field=models.CharField(blank=True, choices=[('', 'geen regel bekend'), ('unaniem', 'alle organen stemmen in'), ('meerderheid', 'meer dan de helft van de organen stemt in'), ('aantal', 'ten minste een aantal organen stemt in'), ('soort', 'alle organen van één soort stemmen in'), ('per-onderdeel', 'per onderdeel: wie meedoet, doet mee')], default='', help_text='Alleen een regel die ergens is vastgelegd. Kies dan ook de bron van de regel.', max_length=16, verbose_name='wanneer is het geheel aangenomen'),
        ),
        migrations.AddField(
            model_name='dossier',
            name='rule_count',
            field=models.PositiveSmallIntegerField(blank=True, help_text='Alleen bij ‘ten minste een aantal organen’.', null=True, verbose_name='hoeveel organen'),
        ),
        migrations.AddField(
            model_name='dossier',
            name='rule_kind',
            field=models.CharField(blank=True, choices=[('raad', 'gemeenteraad'), ('college', 'college van burgemeester en wethouders'), ('staten', 'Provinciale Staten'), ('gedeputeerden', 'Gedeputeerde Staten'), ('bestuur', 'bestuur')], help_text='Alleen bij ‘alle organen van één soort’.', max_length=16, verbose_name='welke soort organen'),
        ),
        migrations.AddField(
            model_name='dossier',
            name='rule_source',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='rules_of_dossiers', to='partners.source', verbose_name='bron van de regel'),
        ),
        migrations.AddField(
            model_name='dossier',
            name='rule_text',
            field=models.TextField(blank=True, help_text='Zoals de bron de regel zegt.', max_length=5000, verbose_name='de regel in eigen woorden'),
        ),
        migrations.AddField(
            model_name='dossier',
            name='version_digest',
            field=models.CharField(blank=True, editable=False, max_length=64, verbose_name='controlegetal van de tekst'),
        ),
        migrations.AddField(
            model_name='trackstep',
            name='confirmed_on',
            field=models.DateField(blank=True, help_text='De dag waarop de griffier van het orgaan zei dat dit klopt. Leeg: nog niet bevestigd.', null=True, verbose_name='bevestigd op'),
        ),
        migrations.AddField(
            model_name='trackstep',
            name='debate_url',
            field=models.URLField(blank=True, help_text='Naar het fragment van de vergadering, als het orgaan dat op internet heeft.', max_length=500, verbose_name='link naar het debat'),
        ),
        migrations.AddField(
            model_name='trackstep',
            name='entered_as',
            field=models.CharField(choices=[('bureau', 'door het regiobureau'), ('griffier', 'door de griffier'), ('import', 'overgenomen uit de stukken van het orgaan')], default='bureau', max_length=8, verbose_name='ingevoerd'),
        ),
        migrations.AddField(
            model_name='trackstep',
            name='planned_on',
            field=models.DateField(blank=True, null=True, verbose_name='gepland op'),
        ),
        migrations.AlterField(
            model_name='decision',
            name='outcome',
            field=models.CharField(choices=[('ingestemd', 'ingestemd'), ('voorwaarde', 'ingestemd met een voorwaarde'), ('tegen', 'niet ingestemd'), ('niet-mee', 'doet niet mee'), ('later', 'doet later mee'), ('aangehouden', 'aangehouden'), ('ingetrokken', 'ingetrokken')], max_length=12, verbose_name='uitkomst'),
        ),
        migrations.AlterField(
            model_name='trackstep',
            name='happened_on',
            field=models.DateField(blank=True, help_text='Leeg zolang het nog niet is geweest. Is alleen het jaar bekend, kies dan 1 januari.', null=True, verbose_name='was op'),
        ),
        migrations.AlterField(
            model_name='trackstep',
            name='kind',
            field=models.CharField(choices=[('verzonden', 'stukken ontvangen'), ('college', 'behandeld in het college'), ('bespreking', 'besproken'), ('raad', 'behandeld in de vergadering'), ('besluit', 'besluit genomen')], max_length=12, verbose_name='wat'),
        ),
        migrations.AddConstraint(
            model_name='dossier',
            constraint=models.CheckConstraint(condition=models.Q(('rule__in', ['', 'unaniem', 'meerderheid', 'aantal', 'soort', 'per-onderdeel'])), name='dossier_rule_is_known', violation_error_message='Kies een waarde uit de lijst.'),
        ),
        migrations.AddConstraint(
            model_name='dossier',
            constraint=models.CheckConstraint(condition=models.Q(('rule', ''), ('rule_source__isnull', False), _connector='OR'), name='a_declared_rule_has_its_source', violation_error_message='Een regel heeft een bron nodig. Kies de bron van de regel.'),
        ),
        migrations.AddConstraint(
            model_name='dossier',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('rule', 'aantal'), ('rule_count__gte', 1)), models.Q(models.Q(('rule', 'aantal'), _negated=True), ('rule_count__isnull', True)), _connector='OR'), name='a_rule_by_count_has_its_count', violation_error_message='Vul alleen bij ‘ten minste een aantal organen’ in hoeveel organen dat zijn, en dan 1 of meer.'),
        ),
        migrations.AddConstraint(
            model_name='dossier',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('rule', 'soort'), ('rule_kind__in', ['raad', 'college', 'staten', 'gedeputeerden', 'bestuur'])), models.Q(models.Q(('rule', 'soort'), _negated=True), ('rule_kind', '')), _connector='OR'), name='a_rule_by_kind_has_its_kind', violation_error_message='Kies alleen bij ‘alle organen van één soort’ welke soort.'),
        ),
        migrations.AddField(
            model_name='ask',
            name='dossier',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='asks', to='deciding.dossier', verbose_name='dossier'),
        ),
        migrations.AddField(
            model_name='ask',
            name='source',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='asks', to='partners.source', verbose_name='bron'),
        ),
        migrations.AddField(
            model_name='askedamount',
            name='source',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='asked_amounts', to='partners.source', verbose_name='bron'),
        ),
        migrations.AddField(
            model_name='askedamount',
            name='track',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='asked_amounts', to='deciding.track', verbose_name='besluitspoor'),
        ),
        migrations.AddField(
            model_name='commitment',
            name='source',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='commitments', to='partners.source', verbose_name='bron'),
        ),
        migrations.AddField(
            model_name='commitment',
            name='track',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='commitments', to='deciding.track', verbose_name='besluitspoor'),
        ),
        migrations.AddField(
            model_name='component',
            name='dossier',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='components', to='deciding.dossier', verbose_name='dossier'),
        ),
        migrations.AddField(
            model_name='component',
            name='element',
            field=models.ForeignKey(blank=True, help_text='Leeg als het geen onderdeel van de agenda is, zoals de basis of een project.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='components', to='agenda.element', verbose_name='onderdeel van de agenda'),
        ),
        migrations.AddField(
            model_name='component',
            name='source',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='components', to='partners.source', verbose_name='bron'),
        ),
        migrations.AddField(
            model_name='askedamount',
            name='component',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='asked_amounts', to='deciding.component', verbose_name='onderdeel'),
        ),
        migrations.AddField(
            model_name='decision',
            name='component',
            field=models.ForeignKey(blank=True, help_text='Leeg: het besluit gaat over het geheel.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='deciding.component', verbose_name='onderdeel'),
        ),
        migrations.AddField(
            model_name='groupvote',
            name='decision',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='votes', to='deciding.decision', verbose_name='besluit'),
        ),
        migrations.AddField(
            model_name='motion',
            name='component',
            field=models.ForeignKey(blank=True, help_text='Leeg: over het geheel.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='motions', to='deciding.component', verbose_name='onderdeel'),
        ),
        migrations.AddField(
            model_name='motion',
            name='source',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='motions', to='partners.source', verbose_name='bron'),
        ),
        migrations.AddField(
            model_name='motion',
            name='track',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='motions', to='deciding.track', verbose_name='besluitspoor'),
        ),
        migrations.AddConstraint(
            model_name='ask',
            constraint=models.CheckConstraint(condition=models.Q(('body_kind__in', ['raad', 'college', 'staten', 'gedeputeerden', 'bestuur'])), name='ask_body_kind_is_known', violation_error_message='Kies een waarde uit de lijst.'),
        ),
        migrations.AddConstraint(
            model_name='ask',
            constraint=models.UniqueConstraint(fields=('dossier', 'body_kind'), name='one_ask_per_dossier_and_kind', violation_error_message='Voor deze soort organen staat er al wat wordt gevraagd.'),
        ),
        migrations.AddConstraint(
            model_name='ask',
            constraint=models.CheckConstraint(condition=models.Q(('legal_term', ''), ('source__isnull', False), _connector='OR'), name='a_legal_term_has_its_source', violation_error_message='Een wettelijke term heeft een bron nodig. Kies de bron.'),
        ),
        migrations.AddConstraint(
            model_name='commitment',
            constraint=models.CheckConstraint(condition=models.Q(('made_on__range', (datetime.date(2000, 1, 1), datetime.date(2050, 12, 31))), ('made_on__isnull', True), _connector='OR'), name='commitment_made_on_is_believable', violation_error_message='Kies een jaar van 2000 tot en met 2050.'),
        ),
        migrations.AddConstraint(
            model_name='commitment',
            constraint=models.CheckConstraint(condition=models.Q(('due_on__range', (datetime.date(2000, 1, 1), datetime.date(2050, 12, 31))), ('due_on__isnull', True), _connector='OR'), name='commitment_due_on_is_believable', violation_error_message='Kies een jaar van 2000 tot en met 2050.'),
        ),
        migrations.AddConstraint(
            model_name='commitment',
            constraint=models.CheckConstraint(condition=models.Q(('answered_on__range', (datetime.date(2000, 1, 1), datetime.date(2050, 12, 31))), ('answered_on__isnull', True), _connector='OR'), name='commitment_answered_on_is_believable', violation_error_message='Kies een jaar van 2000 tot en met 2050.'),
        ),
        migrations.AddConstraint(
            model_name='commitment',
            constraint=models.CheckConstraint(condition=models.Q(('due_on__isnull', True), ('due_on__gte', models.F('made_on')), _connector='OR'), name='a_commitment_is_due_after_it_was_made', violation_error_message='Dit ligt voor de dag van de toezegging.'),
        ),
        migrations.AddConstraint(
            model_name='commitment',
            constraint=models.CheckConstraint(condition=models.Q(('answered_on__isnull', True), ('answered_on__gte', models.F('made_on')), _connector='OR'), name='a_commitment_is_answered_after_it_was_made', violation_error_message='Dit ligt voor de dag van de toezegging.'),
        ),
        migrations.AddConstraint(
            model_name='commitment',
            constraint=models.CheckConstraint(condition=models.Q(('answered_on__isnull', True), models.Q(('answer', ''), _negated=True), _connector='OR'), name='an_answered_commitment_has_its_answer', violation_error_message='Schrijf op wat het antwoord was.'),
        ),
        migrations.AddConstraint(
            model_name='component',
            constraint=models.CheckConstraint(condition=models.Q(('payers__in', ['gemeenten', 'provincies', 'beide'])), name='component_payers_is_known', violation_error_message='Kies een waarde uit de lijst.'),
        ),
        migrations.AddConstraint(
            model_name='component',
            constraint=models.CheckConstraint(condition=models.Q(('inhabitants_on__range', (datetime.date(2000, 1, 1), datetime.date(2050, 12, 31))), ('inhabitants_on__isnull', True), _connector='OR'), name='component_inhabitants_on_is_believable', violation_error_message='Kies een jaar van 2000 tot en met 2050.'),
        ),
        migrations.AddConstraint(
            model_name='component',
            constraint=models.UniqueConstraint(fields=('dossier', 'element'), name='one_component_per_dossier_and_element', violation_error_message='Dit onderdeel van de agenda staat al in dit dossier.'),
        ),
        migrations.AddConstraint(
            model_name='component',
            constraint=models.CheckConstraint(condition=models.Q(('element__isnull', False), models.Q(('name', ''), _negated=True), _connector='OR'), name='a_component_has_a_name', violation_error_message='Kies een onderdeel van de agenda, of geef het een naam.'),
        ),
        migrations.AddConstraint(
            model_name='component',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('inhabitants_on__isnull', True), ('tariff__isnull', True)), models.Q(('inhabitants_on__isnull', False), ('tariff__isnull', False)), _connector='OR'), name='a_component_has_its_tariff_whole', violation_error_message='Vul het tarief en de peildatum beide in, of geen van beide.'),
        ),
        migrations.AddConstraint(
            model_name='component',
            constraint=models.CheckConstraint(condition=models.Q(('tariff__gte', 0), ('tariff__isnull', True), _connector='OR'), name='component_tariff_is_not_below_0', violation_error_message='Een bedrag is niet minder dan 0.'),
        ),
        migrations.AddConstraint(
            model_name='component',
            constraint=models.CheckConstraint(condition=models.Q(('page', ''), ('page__startswith', '/'), _connector='OR'), name='component_page_is_on_this_site', violation_error_message='Begin het adres met een schuine streep, zoals /resultaten/.'),
        ),
        migrations.AddConstraint(
            model_name='askedamount',
            constraint=models.UniqueConstraint(fields=('component', 'track'), name='one_asked_amount_per_component_and_track', violation_error_message='Voor dit orgaan staat er al een bedrag bij dit onderdeel.'),
        ),
        migrations.AddConstraint(
            model_name='askedamount',
            constraint=models.CheckConstraint(condition=models.Q(('amount__gte', 0)), name='asked_amount_is_not_below_0', violation_error_message='Een bedrag is niet minder dan 0.'),
        ),
        migrations.AddConstraint(
            model_name='groupvote',
            constraint=models.CheckConstraint(condition=models.Q(('stance__in', ['voor', 'tegen', 'onthouden'])), name='group_vote_stance_is_known', violation_error_message='Kies een waarde uit de lijst.'),
        ),
        migrations.AddConstraint(
            model_name='groupvote',
            constraint=models.UniqueConstraint(fields=('decision', 'group', 'stance'), name='one_vote_per_decision_group_and_stance', violation_error_message='Deze fractie heeft deze stem al.'),
        ),
        migrations.AddConstraint(
            model_name='groupvote',
            constraint=models.CheckConstraint(condition=models.Q(('seats__gte', 1), ('seats__isnull', True), _connector='OR'), name='group_vote_seats_is_not_0', violation_error_message='Een stem is van ten minste één zetel. Is het aantal niet bekend, laat het dan leeg.'),
        ),
        migrations.AddConstraint(
            model_name='motion',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['motie', 'amendement'])), name='motion_kind_is_known', violation_error_message='Kies een waarde uit de lijst.'),
        ),
        migrations.AddConstraint(
            model_name='motion',
            constraint=models.CheckConstraint(condition=models.Q(('outcome__in', ['', 'aangenomen', 'verworpen', 'ingetrokken', 'aangehouden'])), name='motion_outcome_is_known', violation_error_message='Kies een waarde uit de lijst.'),
        ),
        migrations.AddConstraint(
            model_name='motion',
            constraint=models.CheckConstraint(condition=models.Q(('decided_on__range', (datetime.date(2000, 1, 1), datetime.date(2050, 12, 31))), ('decided_on__isnull', True), _connector='OR'), name='motion_decided_on_is_believable', violation_error_message='Kies een jaar van 2000 tot en met 2050.'),
        ),
        migrations.AddConstraint(
            model_name='motion',
            constraint=models.CheckConstraint(condition=models.Q(('outcome', ''), ('decided_on__isnull', False), _connector='OR'), name='a_motion_with_an_outcome_has_a_day', violation_error_message='Vul de dag in waarop dit is besloten.'),
        ),
    ]
