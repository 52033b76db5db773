"""The worker: sends the mail and does what else may wait, beside the web server."""

import contextlib
import os
import threading
import time

from django.core.management import BaseCommand
from django.db import close_old_connections
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from partners.ground.tasks import send_waiting_mail
from regiozwolle.api.feed.tasks import publish_changes
from regiozwolle.downloads.tasks import make_documents
from regiozwolle.following.tasks import make_events
from regiozwolle.packages.tasks import freeze_packages
from regiozwolle.searching.freshness import was_read_by_another_version
from regiozwolle.searching.tasks import read_all_pages
from regiozwolle.weekly.tasks import write_weekly

# Jobs at once. They wait for the mail server more than they work.
CONCURRENCY = 4
# Visitors go before it, as with Nice=10 of systemd.
NICE = 10
# Seconds that a stopping worker gives to what it is doing.
PATIENCE = 30


class Command(BaseCommand):
    help = "Verstuurt de mail en doet het andere werk dat mag wachten, tot het wordt gestopt."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--zolang", type=int, metavar="PID", help="Stopt zodra het proces stopt dat dit startte.")

    def handle(self, *, zolang, **options):
        if zolang:
            threading.Thread(target=end_after, args=[zolang], daemon=True).start()
        os.setpriority(os.PRIO_PROCESS, 0, max(NICE, os.getpriority(os.PRIO_PROCESS, 0)))
        # What was asked for while no worker ran waits no minute longer.
        send_waiting_mail.defer()
        with contextlib.suppress(AlreadyEnqueued):
            freeze_packages.defer(timestamp=0)
        with contextlib.suppress(AlreadyEnqueued):
            make_documents.defer()
        if was_read_by_another_version():
            with contextlib.suppress(AlreadyEnqueued):
                read_all_pages.defer(anew=True)
        with contextlib.suppress(AlreadyEnqueued):
            publish_changes.defer()
        with contextlib.suppress(AlreadyEnqueued):
            make_events.defer(timestamp=0)
        with contextlib.suppress(AlreadyEnqueued):
            write_weekly.defer(timestamp=0)
        with app.replace_connector(app.connector.get_worker_connector()) as with_own_connections:
            with_own_connections.run_worker(
                concurrency=CONCURRENCY,
                delete_jobs="always",
                shutdown_graceful_timeout=PATIENCE,
                task_middleware=[with_a_fresh_connection],
            )


def with_a_fresh_connection(do, context, worker):
    """Does one job. A connection that broke since the last one in this thread, as when PostgreSQL was started again,
    is made anew, as Django itself does for a request only.
    """
    close_old_connections()
    try:
        return do()
    finally:
        close_old_connections()


def end_after(parent):
    """Ends this process at once when `parent` is gone, however it went; what was under way is taken up later."""
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(1)
