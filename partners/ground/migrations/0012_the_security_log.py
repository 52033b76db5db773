"""The security log, to which the portal only adds; and what alone may let go of its lines."""

import django.db.models.functions.datetime
from django.db import migrations, models

# A line is never another one. Only its address may become that of its network, a day or more after; and only what is
# three months old or older may go. That holds for every role, the owner of the tables too.
STAYS = """
CREATE FUNCTION ground_shortened(origin text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN host(network(set_masklen(origin::inet, CASE family(origin::inet) WHEN 4 THEN 24 ELSE 48 END)));
EXCEPTION WHEN invalid_text_representation THEN
    RETURN '';
END
$$;
CREATE FUNCTION ground_security_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND OLD.made_at < now() - interval '90 days' THEN
        RETURN OLD;
    END IF;
    IF TG_OP = 'UPDATE' AND OLD.made_at < now() - interval '1 day'
        AND to_jsonb(NEW) - 'origin' = to_jsonb(OLD) - 'origin' AND NEW.origin = public.ground_shortened(OLD.origin) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'Het beveiligingslogboek kan alleen groeien.' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER security_stays BEFORE UPDATE OR DELETE ON ground_securityevent
FOR EACH ROW EXECUTE FUNCTION ground_security_stays();
"""
# It runs with the rights of its owner: the role of the portal may neither change nor delete.
FORGET = """
CREATE FUNCTION ground_forget_security(address_days integer, line_days integer, OUT shortened bigint, OUT deleted bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    DELETE FROM ground_securityevent WHERE made_at < now() - make_interval(days => greatest(line_days, 90));
    GET DIAGNOSTICS deleted = ROW_COUNT;
    UPDATE ground_securityevent SET origin = ground_shortened(origin)
    WHERE made_at < now() - make_interval(days => greatest(address_days, 1)) AND origin <> ground_shortened(origin);
    GET DIAGNOSTICS shortened = ROW_COUNT;
END
$$;
"""
UNDO = """
DROP FUNCTION ground_forget_security(integer, integer);
DROP TRIGGER security_stays ON ground_securityevent;
DROP FUNCTION ground_security_stays();
DROP FUNCTION ground_shortened(text);
"""


class Migration(migrations.Migration):

    dependencies = [
        ('ground', '0011_documents_that_are_kept'),
    ]

    operations = [
        migrations.CreateModel(
            name='SecurityEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('ingelogd', 'ingelogd'), ('uitgelogd', 'uitgelogd'), ('foute code', 'een verkeerde code getypt'), ('wie iemand is', 'een adres, recht of tweede stap gewijzigd'), ('geweigerd', 'een pagina geweigerd, want daar is geen recht op'), ('te vaak', 'tegengehouden, want het was te vaak'), ('meegenomen', 'een bestand meegenomen uit het beheer, of de eigen gegevens'), ('link gebruikt', 'een link uit een mail gebruikt'), ('gedaan', 'iets gedaan als medewerker'), ('account gesloten', 'het eigen account gesloten')], max_length=20, verbose_name='wat')),
                ('result', models.CharField(choices=[('gelukt', 'gelukt'), ('geweigerd', 'geweigerd')], max_length=10, verbose_name='uitkomst')),
                ('about', models.CharField(blank=True, max_length=120, verbose_name='waarover')),
                ('made_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name='wanneer')),
                ('actor_id', models.BigIntegerField(null=True, verbose_name='wie')),
                ('origin', models.CharField(blank=True, max_length=45, verbose_name='netwerkadres')),
                ('number', models.CharField(blank=True, max_length=9, verbose_name='nummer van het verzoek')),
            ],
            options={
                'verbose_name': 'regel van het beveiligingslogboek',
                'verbose_name_plural': 'regels van het beveiligingslogboek',
                'ordering': ['-pk'],
                'indexes': [models.Index(fields=['made_at'], name='security_event_made_at'), models.Index(fields=['actor_id'], name='security_event_actor')],
            },
        ),
        migrations.RunSQL(STAYS + FORGET, UNDO),
    ]
