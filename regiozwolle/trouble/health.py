"""What a machine may ask of the portal: whether it is well, as JSON. It tells nothing about people or texts."""

from http import HTTPStatus

from django.db import DatabaseError, InterfaceError
from django.http import JsonResponse
from django.utils import timezone

from partners.ground import runs
from partners.ground.models import Mail
from regiozwolle.trouble import condition, outage

PATH = "/gezond/"
AWAY = "de database is niet bereikbaar"
BEHIND = "de database is van een andere versie: voer migrate uit"
SILENT = "de worker laat niets van zich horen: draait portal-worker?"
STUCK = "er wacht te lang werk op de worker"
WAITS = "er wacht mail: draait de worker, en antwoordt de mailserver?"
REFUSED = "er is mail geweigerd: zie Mails in het beheer"


def answer():
    """200; 503 without a database, or with one of another version. What wants looking after stands under `let_op`."""
    told, problems = {"database": False}, []
    if outage.away.is_set():
        problems.append(AWAY)
    else:
        try:
            told, problems = of_database()
        except (DatabaseError, InterfaceError) as error:
            problems.append(AWAY)
            if outage.is_gone(error):
                outage.begin()
    free = condition.free_percent()
    if free < condition.LEAST_FREE:
        problems.append(f"de schijf is bijna vol: {free} % vrij")
    told |= {"schijf_vrij_procent": free, "let_op": problems}
    is_well = told["database"] and not told["migraties_te_doen"]
    status = HTTPStatus.OK if is_well else HTTPStatus.SERVICE_UNAVAILABLE
    return JsonResponse(told, status=status, headers={"Cache-Control": "no-store"})


def of_database():
    """(what is told of what stands in the database, the sentences about what wants looking after). Four queries."""
    missing = condition.missing_migrations()
    if missing:
        return {"database": True, "migraties_te_doen": len(missing)}, [BEHIND]
    mails, succeeded, oldest = Mail.objects.trouble(), condition.last_runs(), condition.oldest_job()
    told = {
        "database": True,
        "migraties_te_doen": 0,
        "worker_gezien": succeeded.get(runs.WORKER),
        "werk_wacht_sinds": oldest,
        "mails": {"wachten": mails["waiting"], "sinds": mails["since"], "geweigerd": mails["refused"]},
        "laatst_gelukt": {name: succeeded.get(name) for name in condition.COMMANDS},
    }
    late = [f"{name} is te lang niet gelukt: kijk naar de timers" for name in condition.overdue(succeeded)]
    return told, problems_of(mails, succeeded, oldest) + late


def problems_of(mails, succeeded, oldest):
    """What wants looking after of mail and worker, as sentences: by the mails, the last runs and the oldest job."""
    found = [
        (condition.is_silent(succeeded), SILENT),
        (oldest and timezone.now() - oldest > condition.JOB_WAITS, STUCK),
        (mails["waiting"], WAITS),
        (mails["refused"], REFUSED),
    ]
    return [words for is_so, words in found if is_so]
