"""The worker, within the transaction of a test: another process would not see what the test did."""

from django.core import mail
from django.db import connection
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob


def do_all():
    """Does each job that is asked for, the most urgent first, until none is left."""
    while job := ProcrastinateJob.objects.filter(status="todo").order_by("-priority", "pk").first():
        with connection.cursor() as cursor:
            cursor.execute("delete from procrastinate_jobs where id = %s", [job.pk])
        app.tasks[job.task_name](**job.args)


class Outbox:
    """What has left, after the worker did all that was asked of it; it is asked anew at each look."""

    def sent(self):
        do_all()
        return mail.outbox

    def __iter__(self):
        return iter(self.sent())

    def __len__(self):
        return len(self.sent())

    def __getitem__(self, place):
        return self.sent()[place]

    def __eq__(self, other):
        return self.sent() == other

    def clear(self):
        self.sent().clear()
