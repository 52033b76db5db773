"""What a machine may ask of the portal: whether it is well, as JSON. It tells nothing about people or texts."""

import shutil
from datetime import timedelta
from http import HTTPStatus

from django.conf import settings
from django.db import DatabaseError, InterfaceError
from django.http import JsonResponse
from django.utils import timezone

from partners.ground.models import CommandRun, Mail
from regiozwolle.trouble import outage

PATH = "/gezond/"
AWAY = "de database is niet bereikbaar"
LEAST_FREE = 10  # percent of the disk
A_DAY = timedelta(hours=26)
# The commands of docs/hosting.md, and how long ago each may have ended well.
COMMANDS = {
    "ask_owners": A_DAY,
    "clear_kept_texts": A_DAY,
    "publish_answers": timedelta(hours=1),
    "remind": A_DAY,
}


def answer():
    """200, or 503 without a database; whatever else wants looking after stands in words under `let_op`."""
    free = free_percent()
    told = {"schijf_vrij_procent": free}
    problems = [] if free >= LEAST_FREE else [f"de schijf is bijna vol: {free} % vrij"]
    status = HTTPStatus.SERVICE_UNAVAILABLE
    if outage.away.is_set():
        problems.append(AWAY)
    else:
        try:
            told |= {"mails": mails(problems), "laatst_gelukt": last_runs(problems)}
            status = HTTPStatus.OK
        except (DatabaseError, InterfaceError) as error:
            problems.append(AWAY)
            if outage.is_gone(error):
                outage.begin()
    told |= {"database": status == HTTPStatus.OK, "let_op": problems}
    return JsonResponse(told, status=status, headers={"Cache-Control": "no-store"})


def free_percent():
    disk = shutil.disk_usage(settings.BASE_DIR)
    return 100 * disk.free // disk.total


def mails(problems):
    """How many mails wait too long, since when, and how many were refused."""
    trouble = Mail.objects.trouble()
    if trouble["waiting"]:
        problems.append("er wacht mail: draait de worker, en antwoordt de mailserver?")
    if trouble["refused"]:
        problems.append("er is mail geweigerd: zie Mails in het beheer")
    return {"wachten": trouble["waiting"], "sinds": trouble["since"], "geweigerd": trouble["refused"]}


def last_runs(problems):
    """When each command last ended well."""
    succeeded = dict(CommandRun.objects.values_list("name", "succeeded_at"))
    for name, longest in COMMANDS.items():
        last = succeeded.get(name)
        if last is None or timezone.now() - last > longest:
            problems.append(f"{name} is te lang niet gelukt: kijk naar cron")
    return {name: succeeded.get(name) for name in COMMANDS}
