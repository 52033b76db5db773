"""What the machine's clock starts notes when it ended, as the worker does, so that one can see that it stopped."""

from contextlib import contextmanager

from django.utils import timezone

from partners.ground.models import CommandRun

# The name under which the worker notes each time that it looked around.
WORKER = "worker"


@contextmanager
def noted(name):
    """Notes the end of what is done within it, under the name of the command, and whether it ended well."""
    try:
        yield
    except BaseException:
        CommandRun.objects.update_or_create(name=name, defaults={"ended_at": timezone.now()})
        raise
    now = timezone.now()
    CommandRun.objects.update_or_create(name=name, defaults={"ended_at": now, "succeeded_at": now})
