"""What was kept long enough goes, after a warning; the dry run tells the same and does nothing."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from agenda.models import Agenda
from consultation.models import Consultation, Letter, SenderKind
from partners.ground.models import Act, CommandRun, Mail, SecurityEvent
from partners.models import User
from regiozwolle.retention.acts import retain
from regiozwolle.safety import terms


def days(count):
    return timezone.now() - timedelta(days=count)


def report(at=None):
    made = retain(at=at)
    return made.drafts, made.accounts, made.letters, made.warned


def test_a_draft_goes_ninety_days_after_closing_and_two_weeks_after_its_writer_was_told(write, join, open_consultation):
    write(join("robin"), SenderKind.PERSONAL)
    Consultation.objects.update(opens_at=days(200), closes_at=days(75))
    assert report() == (0, 0, 0, 0)
    Consultation.objects.update(closes_at=days(77))
    assert [report(), report()] == [(0, 0, 0, 1), (0, 0, 0, 0)]
    mail = Mail.objects.get()
    assert (mail.to, mail.subject) == ("robin@example.org", "Uw concept bij Regio Zwolle gaat weg")
    Consultation.objects.update(closes_at=days(91))
    assert report() == (0, 0, 0, 0), "the warning is of today"
    Mail.objects.update(created_at=days(15))
    assert report() == (1, 0, 0, 0)
    assert not Letter.objects.exists()


def test_an_account_goes_a_year_after_its_last_mandate_and_signing_in_keeps_it(join, secretary):
    robin, held = join("robin"), join("blijft")
    User.objects.update(date_joined=days(800), last_login=days(400))
    robin.mandates.update(starts_on=days(900).date(), ends_on=days(366).date())
    assert report() == (0, 0, 0, 1)
    Mail.objects.update(created_at=days(15))
    User.objects.filter(pk=robin.pk).update(last_login=days(10))
    assert report() == (0, 0, 0, 0)
    User.objects.filter(pk=robin.pk).update(last_login=days(400))
    assert report() == (0, 1, 0, 0)
    assert set(User.objects.values_list("pk", flat=True)) == {held.pk, secretary.pk}


def test_who_wrote_is_not_known_any_more_when_the_agenda_is_long_over(send, join, open_consultation):
    letter = send(join("robin"), SenderKind.PERSONAL)
    assert report() == (0, 0, 0, 0)
    Agenda.objects.update(first_year=2010, last_year=timezone.localdate().year - 2)
    assert report() == (0, 0, 1, 0)
    letter.refresh_from_db()
    assert (letter.author, letter.signed_name, letter.points.get().author) == (None, "", None)
    assert letter.body is not None
    assert report() == (0, 0, 0, 0)


def test_the_dry_run_tells_what_would_go_and_does_nothing(write, join, open_consultation, capsys):
    write(join("robin"), SenderKind.PERSONAL)
    Consultation.objects.update(opens_at=days(200), closes_at=days(91))
    SecurityEvent.objects.create(kind="ingelogd", result="gelukt", made_at=days(200))
    call_command("retain", dry_run=True)
    told = capsys.readouterr().out.replace("\N{NO-BREAK SPACE}", " ")
    assert told.splitlines()[0] == "Dit zou gebeuren:"
    assert "- 1 mail vooraf verstuurd." in told
    assert "- 1 regel uit het beveiligingslogboek, en van 0 regels het netwerkadres ingekort." in told
    assert (Mail.objects.count(), SecurityEvent.objects.count(), CommandRun.objects.count()) == (0, 1, 0)
    call_command("retain")
    assert capsys.readouterr().out.replace("\N{NO-BREAK SPACE}", " ") == told.replace("zou gebeuren", "is gebeurd")
    assert (Mail.objects.count(), SecurityEvent.objects.count(), CommandRun.objects.count()) == (1, 0, 1)
    assert "1 regel uit het" in Act.objects.first().reason.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("name", terms.IN_WORDS)
def test_the_page_on_privacy_tells_each_term_as_it_is_set(client, db, settings, name):
    settings.KEEP_DAYS = settings.KEEP_DAYS | {name: 1234}
    assert f"{terms.IN_WORDS[name]}: 1234 dagen" in client.get("/privacy/").text


def test_the_page_on_privacy_names_who_watches_and_who_keeps_the_server_once_it_is_known(client, db, settings):
    assert client.get("/privacy/").text.count("nog niet bekend") >= 2
    settings.OWNER = "Gemeente Voorbeeld"
    settings.PRIVACY_OFFICER, settings.HOSTED_BY = "fg@gemeente.example", "De server staat in Nederland."
    page = client.get("/privacy/").text
    assert "fg@gemeente.example" in page
    assert "De server staat in Nederland." in page
    assert "nog niet bekend" not in page


def test_every_term_is_a_setting_that_stands_in_the_manual(settings):
    manual = (settings.BASE_DIR / "docs" / "hosting.md").read_text()
    for setting, otherwise in terms.KEEP_DAYS.values():
        assert f"| `{setting}` | nee |" in manual
        assert str(otherwise) in manual
