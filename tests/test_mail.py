"""The outbox: a mail is a row of its act, leaves once, waits for a mail server that is away, and is never forgotten."""

import smtplib
import socket
from datetime import timedelta

import pytest
from django.conf import settings
from django.core import mail as django_mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from partners.ground import mail
from partners.ground.mail import sending
from partners.ground.models import Mail, MailPriority, MailState
from partners.ground.tasks import HELPERS, MANY, SILENT, do_again_what_was_left, look_after_mail, send_waiting_mail
from regiozwolle.mails import CODE
from tests.filling import press_for_chosen

KIND = "consultation/email/reminder"


def write(to="fenna@example.org", **fields):
    """A mail that waits; `fields` are those of its row."""
    now = timezone.now()
    values = {
        "kind": KIND, "about": "Nog 3 dagen", "subject": "Nog 3 dagen",
        "text": "Reageer nog.", "html": "<p>Reageer nog.",
        "message_id": f"<{Mail.objects.count()}@example.org>", "created_at": now, "due_at": now,
        "expires_at": now + timedelta(days=7),
    }  # fmt: skip
    return Mail.objects.create(to=to, **values | fields)


class MailServer(EmailBackend):
    """A mail server that answers as `answers` says for an address, else takes the mail. None: it cannot be reached."""

    answers = {}

    def open(self):
        if self.answers.get("open"):
            raise self.answers["open"]
        return True

    def send_messages(self, messages):
        (message,) = messages
        if trouble := self.answers.get(message.to[0]):
            raise trouble
        return super().send_messages(messages)


@pytest.fixture
def mail_server(settings):
    settings.EMAIL_BACKEND = "tests.test_mail.MailServer"
    MailServer.answers = {}
    return MailServer.answers


@pytest.fixture
def outbox(db):
    return django_mail.outbox


def test_a_mail_is_a_row_and_leaves_its_text_when_it_has_left(outbox, mail_server):
    letter = write(headers={"List-Unsubscribe": "<https://example.org/x>"})
    assert sending.send_waiting() == 1
    letter.refresh_from_db()
    assert (letter.state, letter.attempts, letter.is_uncertain) == (MailState.SENT, 1, False)
    assert (letter.subject, letter.text, letter.html, letter.headers) == ("", "", "", {})
    assert letter.about == "Nog 3 dagen"
    (sent,) = outbox
    assert (sent.to, sent.subject, sent.body) == (["fenna@example.org"], "Nog 3 dagen", "Reageer nog.")
    headers = dict(sent.message().items())
    assert headers["Message-ID"] == letter.message_id
    assert headers["X-Auto-Response-Suppress"] == "All"
    assert headers["Auto-Submitted"] == "auto-generated"
    assert headers["List-Unsubscribe"] == "<https://example.org/x>"
    assert sending.send_waiting() == 0


def test_a_code_goes_before_three_hundred_other_mails(outbox, mail_server):
    for number in range(3):
        write(f"lid{number}@example.org", priority=MailPriority.MANY)
    write("code@example.org", priority=MailPriority.CODE)
    write("een@example.org")
    sending.send_waiting()
    assert [sent.to[0] for sent in outbox][:3] == ["code@example.org", "een@example.org", "lid0@example.org"]


def test_one_refused_address_touches_no_other(outbox, mail_server):
    mail_server["fout@example.org"] = smtplib.SMTPRecipientsRefused({"fout@example.org": (550, b"No such user")})
    write("fout@example.org")
    write("goed@example.org")
    assert sending.send_waiting() == 1
    assert [sent.to for sent in outbox] == [["goed@example.org"]]
    refused = Mail.objects.get(to="fout@example.org")
    assert (refused.state, refused.answer) == (MailState.FAILED, "550 No such user")
    assert refused.text == "Reageer nog."


def test_what_was_refused_for_now_is_tried_again(outbox, mail_server):
    mail_server["vol@example.org"] = smtplib.SMTPRecipientsRefused({"vol@example.org": (452, b"Mailbox full")})
    write("vol@example.org")
    before = timezone.now()
    sending.send_waiting()
    later = Mail.objects.get()
    assert (later.state, later.answer) == (MailState.WAITING, "452 Mailbox full")
    assert later.due_at >= before + timedelta(seconds=settings.MAIL_FIRST_PAUSE)
    mail_server.clear()
    assert sending.send_waiting() == 0
    Mail.objects.update(due_at=timezone.now())
    assert sending.send_waiting() == 1


@pytest.mark.parametrize("trouble", [ConnectionRefusedError(111, "Connection refused"), socket.gaierror("onbekend")])
def test_a_mail_server_that_is_away_is_asked_once_and_loses_nothing(outbox, mail_server, trouble):
    mail_server["open"] = trouble
    for number in range(5):
        write(f"lid{number}@example.org")
    assert sending.send_waiting() == 0
    assert sorted(Mail.objects.values_list("attempts", flat=True)) == [0, 0, 0, 0, 1]
    assert set(Mail.objects.values_list("state", flat=True)) == {MailState.WAITING}
    assert not Mail.objects.filter(is_uncertain=True).exists()
    # The others wait as long, so that the next job asks nothing in vain; what is new asks for itself.
    assert list(Mail.objects.due()) == []
    write("nieuw@example.org")
    assert Mail.objects.due().count() == 1
    mail_server.clear()
    Mail.objects.update(due_at=timezone.now())
    assert sending.send_waiting() == 6
    assert len(outbox) == 6


def test_what_broke_off_under_way_is_sent_again_as_the_same_mail_and_marked(outbox, mail_server):
    mail_server["fenna@example.org"] = smtplib.SMTPServerDisconnected("Connection unexpectedly closed")
    first = write()
    sending.send_waiting()
    mail_server.clear()
    Mail.objects.update(due_at=timezone.now())
    sending.send_waiting()
    first.refresh_from_db()
    assert (first.state, first.is_uncertain, first.attempts) == (MailState.SENT, True, 2)
    assert outbox[0].message()["Message-ID"] == first.message_id


def test_what_breaks_off_at_one_mail_lets_the_others_go(outbox, mail_server):
    mail_server["fenna@example.org"] = smtplib.SMTPServerDisconnected("Connection unexpectedly closed")
    write()
    for number in range(3):
        write(f"lid{number}@example.org")
    assert sending.send_waiting() == 3
    assert Mail.objects.get(state=MailState.WAITING).to == "fenna@example.org"


def test_a_server_that_breaks_off_each_time_is_left_alone(outbox, mail_server):
    for number in range(5):
        mail_server[f"lid{number}@example.org"] = TimeoutError("timed out")
        write(f"lid{number}@example.org")
    assert sending.send_waiting() == 0
    assert sorted(Mail.objects.values_list("attempts", flat=True)) == [0, 0, 1, 1, 1]
    assert list(Mail.objects.due()) == []


@pytest.fixture
def no_jobs(db):
    """None that a test that commits left behind."""
    with connection.cursor() as cursor:
        cursor.execute("delete from procrastinate_jobs")


def test_a_job_of_a_worker_that_died_is_done_again(no_jobs):
    send_waiting_mail.defer()
    ProcrastinateJob.objects.get()
    with connection.cursor() as cursor:
        cursor.execute("update procrastinate_jobs set status = 'doing', attempts = 1")
    do_again_what_was_left()
    assert ProcrastinateJob.objects.get().status == "todo"


@pytest.mark.parametrize(("silent_for", "status"), [(SILENT + 5, "todo"), (SILENT - 5, "doing")])
def test_a_worker_that_gave_no_sign_of_life_for_a_minute_has_died(no_jobs, silent_for, status):
    """One that is started within seconds of its death, as systemd does, is not found dead by its library."""
    send_waiting_mail.defer()
    with connection.cursor() as cursor:
        cursor.execute("delete from procrastinate_workers")
        cursor.execute(
            "with one as (insert into procrastinate_workers (last_heartbeat) values (now() - %s) returning id) "
            "update procrastinate_jobs set status = 'doing', attempts = 1, worker_id = (select id from one)",
            [timedelta(seconds=silent_for)],
        )
    do_again_what_was_left()
    assert ProcrastinateJob.objects.get().status == status


def test_a_job_of_a_worker_that_died_ends_when_the_next_of_its_kind_waits_already(no_jobs):
    for status in ("doing", "todo"):
        send_waiting_mail.configure(queueing_lock="one waits").defer()
        with connection.cursor() as cursor:
            cursor.execute("update procrastinate_jobs set status = %s where status = 'todo'", [status])
    do_again_what_was_left()
    assert list(ProcrastinateJob.objects.order_by("pk").values_list("status", flat=True)) == ["failed", "todo"]


def test_when_much_waits_more_jobs_send_along(no_jobs, mail_server):
    for number in range(MANY):
        write(f"lid{number}@example.org")
    look_after_mail(timestamp=0)
    assert ProcrastinateJob.objects.filter(task_name="partners.ground.tasks.send_waiting_mail").count() == HELPERS


def test_a_worker_that_died_under_way_leaves_a_mail_that_is_taken_up(outbox, mail_server):
    mail_left = write()
    taken = sending.take_next()
    assert taken == mail_left
    assert sending.send_waiting() == 0
    assert sending.take_up_interrupted() == 0
    later = timezone.now() + timedelta(seconds=settings.MAIL_INTERRUPTED + 1)
    assert sending.take_up_interrupted(at=later) == 1
    Mail.objects.update(due_at=timezone.now())
    assert sending.send_waiting() == 1
    mail_left.refresh_from_db()
    assert mail_left.is_uncertain
    # What the dead worker would still have said is about an earlier attempt.
    sending.keep_trouble(taken, sending.ServerAway("te laat"))
    mail_left.refresh_from_db()
    assert mail_left.state == MailState.SENT


def test_a_pause_grows_and_ends_at_two_minutes_and_a_code_waits_least(db, mail_server):
    waiting = write(state=MailState.SENDING)
    pauses = []
    for attempt in (1, 2, 3, 5, 60):
        Mail.objects.update(state=MailState.SENDING, attempts=attempt)
        waiting.refresh_from_db()
        before = timezone.now()
        sending.keep_trouble(waiting, sending.ServerAway("weg"))
        waiting.refresh_from_db()
        pauses.append(round((waiting.due_at - before).total_seconds()))
    assert pauses == [20, 40, 80, 120, 120]
    assert sending.pause_after(Mail(priority=MailPriority.CODE, attempts=9)) == timedelta(seconds=20)


def test_what_is_too_late_is_not_sent_and_keeps_no_code(outbox, mail_server):
    late = write(subject="Uw code: 12345678", about="Code om in te loggen", expires_at=timezone.now())
    assert sending.send_waiting() == 0
    assert sending.expire() == 1
    late.refresh_from_db()
    assert (late.state, late.subject, late.text, late.html) == (MailState.EXPIRED, "", "", "")
    assert outbox == []


def test_what_failed_for_good_can_be_sent_again_by_hand(outbox, mail_server):
    mail_server["fenna@example.org"] = smtplib.SMTPRecipientsRefused({"fenna@example.org": (550, b"No")})
    write()
    sending.send_waiting()
    mail_server.clear()
    assert sending.send_again(mails=Mail.objects.all()) == 1
    assert sending.send_waiting() == 1
    assert sending.send_again(mails=Mail.objects.all()) == 0


def test_the_log_forgets_addresses_after_its_term(db, mail_server):
    long_ago = timezone.now() - sending.KEPT - timedelta(days=1)
    write("oud@example.org", created_at=long_ago, state=MailState.SENT, sent_at=long_ago, subject="", text="", html="")
    write("wacht@example.org", created_at=long_ago)
    assert sending.forget() == 1
    assert [one.to for one in Mail.objects.all()] == ["wacht@example.org"]


def test_a_mail_that_left_cannot_keep_its_text(db):
    with pytest.raises(IntegrityError, match="a_mail_that_is_done_keeps_no_text"), transaction.atomic():
        write(state=MailState.SENT, sent_at=timezone.now())


def queue(**fields):
    return mail.queue(CODE, to="fenna@example.org", context=CODE.example(), **fields)


@pytest.mark.django_db(transaction=True)
def test_a_mail_and_its_job_hold_only_if_the_act_holds():
    class Undone(Exception):
        pass

    def act():
        with transaction.atomic():
            queue()
            raise Undone

    with pytest.raises(Undone):
        act()
    assert Mail.objects.count() == 0
    queue()
    assert Mail.objects.get().about == "Inloggen"


# The desk


@pytest.fixture
def desk(client, secretary):
    client.force_login(secretary)
    return client


def test_the_desk_says_since_when_mail_waits_and_what_was_refused(desk):
    long_ago = timezone.localtime().replace(hour=0, minute=1)
    write("nu@example.org")
    assert "sinds" not in desk.get("/beheer/").text
    for number in range(2):
        write(f"lid{number}@example.org", created_at=long_ago - timedelta(days=1))
    write("fout@example.org", state=MailState.FAILED, answer="550 No such user")
    nothing = {"subject": "", "text": "", "html": "", "state": MailState.EXPIRED, "expires_at": long_ago}
    write("te-laat@example.org", **nothing)
    write("code@example.org", priority=MailPriority.CODE, **nothing)
    start = desk.get("/beheer/").text
    assert "<strong>2</strong>\N{NO-BREAK SPACE}mails wachten sinds" in start
    assert "<strong>1</strong>\N{NO-BREAK SPACE}mail is niet op tijd verstuurd" in start
    assert "<strong>1</strong>\N{NO-BREAK SPACE}mail is geweigerd" in start
    listed = desk.get("/beheer/ground/mail/", {"state__exact": "mislukt"}).text
    assert "550 No such user" in listed
    assert "nu@example.org" not in listed


def test_the_desk_calls_uncertain_what_may_have_come_twice(desk):
    left = {"state": MailState.SENT, "sent_at": timezone.now(), "subject": "", "text": "", "html": ""}
    write("dubbel@example.org", is_uncertain=True, **left)
    write("eens@example.org", **left)
    assert desk.get("/beheer/ground/mail/").text.count("verstuurd, onzeker: mogelijk dubbel") == 1
    listed = desk.get("/beheer/ground/mail/", {"is_uncertain__exact": 1}).text
    assert "dubbel@example.org" in listed
    assert "eens@example.org" not in listed


def test_the_desk_sends_again_what_failed_and_changes_nothing(desk, outbox, mail_server):
    refused = write("fout@example.org", state=MailState.FAILED, answer="550 No such user")
    form = {"action": "send_again", "_selected_action": [refused.pk]}
    page = press_for_chosen(desk, "/beheer/ground/mail/", form, follow=True)
    assert "1\N{NO-BREAK SPACE}mail wordt opnieuw verstuurd." in page.text
    assert sending.send_waiting() == 1
    assert "Hier is niets bij dat is mislukt." in press_for_chosen(desk, "/beheer/ground/mail/", form, follow=True).text
    assert desk.get(f"/beheer/ground/mail/{refused.pk}/change/").status_code == 200
    assert desk.post(f"/beheer/ground/mail/{refused.pk}/change/", {"to": "x@example.org"}).status_code == 403
