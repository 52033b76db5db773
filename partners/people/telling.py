"""What somebody may act as: whoever changes it does so inside `told`, and the person hears what it was and is now.

This app does not know how people sign in. The setting WHO_CHANGED names the one function that tells them, signs them
out and writes the line in the security log.
"""

from contextlib import contextmanager

from django.conf import settings
from django.utils import timezone
from django.utils.module_loading import import_string

from partners.ground import history
from partners.ground.templatetags.dutch import day

NOTHING = "zonder hoedanigheid"
BY_ITSELF = "Dit ging vanzelf: de volgende zittingsperiode begon."


@contextmanager
def told(*users, by="", but=None, mail_of=None):
    """Around what changes the mandates of `users`. Each whose mandates are others after it hears so, and `by` whom.

    Who may act as something else today is signed out, except in the session `but`. `mail_of` is (its kind, what more it
    says) of a mail of its own for this. An account that is off hears nothing.
    """
    before = {user: (in_words(user), today(user)) for user in users}
    yield
    for user, (said, held) in before.items():
        now = in_words(user)
        if now == said or not user.is_active:
            continue
        lines = [f"Eerst was u op deze site: {said}.", f"Nu bent u: {now}."]
        is_other_today = today(user) != held
        changed = import_string(settings.WHO_CHANGED)
        changed(user, lines, by=by or who_did_it(), but=but, mail_of=mail_of, signs_out=is_other_today)


def in_words(user):
    """'raadslid, gemeenteraad van Zwolle, tot en met 31 maart 2026; …': all that is not over today."""
    mandates = user.mandates.to_come_or_held().select_related("body").order_by("starts_on", "pk")
    return "; ".join(said_of(mandate) for mandate in mandates) or NOTHING


def said_of(mandate):
    begins = mandate.starts_on > timezone.localdate()
    parts = [
        mandate.get_capacity_display(),
        str(mandate.body),
        f"vanaf {day(mandate.starts_on)}" if begins else "",
        f"tot en met {day(mandate.ends_on)}" if mandate.ends_on else "",
    ]
    return ", ".join(filter(None, parts))


def today(user):
    """As what and for which body `user` may act today."""
    return set(user.mandates.held().values_list("capacity", "body"))


def who_did_it():
    user = history.asking()
    if user is None:
        return BY_ITSELF
    return f"{user} van het secretariaat deed dit." if user.is_staff else f"{user} deed dit."
