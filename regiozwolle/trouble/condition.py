"""How the portal is: each fact that a machine at /gezond/ or a person at /werkt-alles/ is told is asked here, once."""

import shutil
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

from django.apps import apps
from django.conf import settings
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Min, Q
from django.db.models.functions import Coalesce
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from partners.ground import runs
from partners.ground.models import CommandRun, KeptDocument

LEAST_FREE = 10  # percent of the disk
A_DAY = timedelta(hours=26)


class WatchedCommand(NamedTuple):
    """A command of the clock that is watched: how long ago it may have ended well, and what it does."""

    longest: timedelta
    does: str


# Those of docs/hosting.md of which somebody would miss it.
COMMANDS = {
    "ask_owners": WatchedCommand(A_DAY, "Eigenaars vragen of hun cijfers kloppen"),
    "backup": WatchedCommand(A_DAY, "Een back-up maken"),
    "clear_kept_texts": WatchedCommand(A_DAY, "Opruimen wat dertig dagen is bewaard"),
    "publish_answers": WatchedCommand(timedelta(hours=1), "Antwoorden mailen die op de site kwamen"),
    "remind": WatchedCommand(A_DAY, "Herinneren aan een consultatie die sluit"),
    "retain": WatchedCommand(A_DAY, "Persoonsgegevens wissen waarvan de termijn om is"),
}
# The worker looks every minute whether something waits.
WORKER_SILENT = timedelta(minutes=5)
# Making the largest document takes two minutes.
JOB_WAITS = timedelta(minutes=15)


def named_migrations():
    """(app, name) of every migration that lies on the disk, by the names of the files alone."""
    return {
        (config.label, file.stem)
        for config in apps.get_app_configs()
        for file in Path(config.path, "migrations").glob("[0-9]*.py")
    }


# Of this process, for later on the disk may hold the next version.
MIGRATIONS = named_migrations()


def missing_migrations():
    """What this process needs of the database and the database does not have yet. One query."""
    return MIGRATIONS - set(MigrationRecorder.Migration.objects.values_list("app", "name"))


def free_percent():
    disk = shutil.disk_usage(settings.BASE_DIR)
    return 100 * disk.free // disk.total


def last_runs():
    """When each command last ended well, and the worker last looked around, by name. One query."""
    return dict(CommandRun.objects.values_list("name", "succeeded_at"))


def overdue(succeeded):
    """The names of the commands that did not end well for too long, of what `last_runs` gave."""
    now = timezone.now()
    found = [(name, succeeded.get(name), command.longest) for name, command in COMMANDS.items()]
    return [name for name, last, longest in found if last is None or now - last > longest]


def is_silent(succeeded):
    """Whether the worker shows no sign of life, of what `last_runs` gave."""
    last = succeeded.get(runs.WORKER)
    return last is None or timezone.now() - last > WORKER_SILENT


def oldest_job():
    """Since when the job waits that waits longest of those that may be done, or None. One query."""
    now = timezone.now()
    waiting = ProcrastinateJob.objects.filter(Q(scheduled_at=None) | Q(scheduled_at__lte=now), status="todo")
    return waiting.aggregate(since=Min(Coalesce("scheduled_at", "procrastinateevent__at")))["since"]


def documents_in_the_making():
    """When each document was asked for that the worker is still to make. One query."""
    return list(KeptDocument.objects.filter(wanted_at__isnull=False).values_list("wanted_at", flat=True))
