"""What the worker does about mail, and now and then about forms and counts that have no use any more.

Jobs carry no addresses or texts: the rows of Mail are the truth.

A job only says "look whether something waits". So a job that is lost, doubled or stuck does no harm, and the look
every minute makes up for it.
"""

from django.conf import settings
from django.db import connection
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from partners.ground import limits, runs
from partners.ground.desk import opening
from partners.ground.mail import sending
from partners.ground.models import Mail

QUEUE = "mail"
# So many more jobs send along when more than MANY mails are due, as after the return of a mail server.
HELPERS, MANY = 3, 20
# Seconds without a sign of life, which a worker gives each ten, after which it is dead.
SILENT = 60


@app.task(queue=QUEUE)
def send_waiting_mail():
    sending.send_waiting()


@app.periodic(cron=settings.MAIL_LOOK)
@app.task(queue=QUEUE)
def look_after_mail(timestamp):
    """Once a minute, and so the worker shows that it lives; `timestamp` is the Unix time at which it was due."""
    with runs.noted(runs.WORKER):
        look_around()


def look_around():
    do_again_what_was_left()
    sending.take_up_interrupted()
    sending.expire()
    if Mail.objects.due()[:MANY].count() == MANY:
        for _ in range(HELPERS):
            send_waiting_mail.defer()
    sending.send_waiting()
    sending.forget()


def do_again_what_was_left():
    """Lets the jobs of a worker that died wait again: its library leaves them as being done for ever.

    That forgets who died only when a worker starts, and not who was alive half a minute before that. One of which the
    next waits already ends: no two with one queueing lock may wait, and the next does its work.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT procrastinate_prune_stalled_workers_v1(%s)", [SILENT])
    for job in ProcrastinateJob.objects.filter(status="doing", worker=None):
        waiting = ProcrastinateJob.objects.filter(status="todo", queueing_lock=job.queueing_lock)
        if job.queueing_lock and waiting.exists():
            with connection.cursor() as cursor:
                cursor.execute("SELECT procrastinate_finish_job_v1(%s, 'failed', false)", [job.pk])
        else:
            app.job_manager.retry_job_by_id(job.pk, retry_at=timezone.now())


@app.periodic(cron="20 3 * * *")
@app.task(queue=QUEUE)
def forget_forms(timestamp):
    """Once a night: forgets which forms were open and which were sent; `timestamp` is when it was due."""
    opening.forget()


@app.periodic(cron="5 * * * *")
@app.task(queue=QUEUE)
def forget_tallies(timestamp):
    """Once an hour: forgets how often somebody did something in a time that is over; `timestamp` is when it was due."""
    limits.forget()
