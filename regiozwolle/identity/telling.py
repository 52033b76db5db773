"""Telling somebody what changed in who they are on this site, at the address they have and the one they had."""

from allauth.core import context
from django.urls import reverse
from django.utils import timezone

from partners.ground import mail, security
from partners.ground.models import EventKind
from regiozwolle.mails import CHANGED


def tell(user, changes, *, by, besides=(), mail_of=None):
    """Mails `user` what `changes` there were, in sentences, and who did `by`; also to the addresses `besides`.

    `mail_of` is (its kind, what more it says) of a mail that says it with something else.
    """
    if context.request:
        security.log(EventKind.CHANGED_WHO, context.request, about=f"account {user.pk}")
    said = {
        "changes": changes,
        "by": by,
        "at": timezone.now(),
        "name": str(user),
        "my_path": reverse("my_sign_in"),
    }
    kind, more = mail_of or (CHANGED, {})
    for address in dict.fromkeys([user.email, *besides]):
        mail.queue(kind, to=address, context=said | more)
