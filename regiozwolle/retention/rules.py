"""What is kept too long today, by the terms in settings.KEEP_DAYS."""

from datetime import timedelta

from django.conf import settings
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from consultation.models import Letter, LetterState
from partners.ground.models import Mail
from partners.models import Mandate, Role, User
from regiozwolle.meetings.models import Registration

# So many days before something of theirs goes a person is told, and it never goes sooner after that mail.
WARNED = timedelta(days=14)
# A mail of longer ago was about something else: it is kept for ninety days itself.
STILL_MEANT = timedelta(days=60)


def term(name):
    return timedelta(days=settings.KEEP_DAYS[name])


def drafts(at):
    """Drafts that were never sent of consultations that closed so long before the moment `at`."""
    lapsed = Letter.objects.filter(state=LetterState.DRAFT, table=None, entered_by=None)
    return lapsed.filter(consultation__closes_at__lt=at - term("draft")).select_related("consultation", "author")


def accounts(at):
    """Accounts of nobody at the desk, which for so long did not sign in and have no mandate any more."""
    before = at - term("account")
    mandates = Mandate.objects.filter(user=OuterRef("pk"))
    lasting = mandates.filter(Q(ends_on=None) | Q(ends_on__gte=timezone.localdate(before)))
    unused = User.objects.filter(role=Role.NONE, is_superuser=False, date_joined__lt=before)
    unused = unused.filter(Q(last_login=None) | Q(last_login__lt=before))
    return unused.filter(~Exists(lasting) | Q(is_active=False))


def letters_with_writer(at):
    """Letters that were sent about an agenda of which the last year ended so long ago, and whose writer is known."""
    first_year_to_keep = timezone.localdate(at - term("writer")).year
    known = ~Q(author=None) | ~Q(signed_name="") | ~Q(sender_email="") | Q(scan__isnull=False)
    return Letter.objects.sent().filter(known, consultation__version__agenda__last_year__lt=first_year_to_keep)


def known_registrations(at):
    """Registrations, with who that was, for meetings of so long before the moment `at`."""
    known = ~Q(user=None) | ~Q(email="")
    return Registration.objects.filter(known, meeting__held_on__lt=timezone.localdate(at - term("registration")))


def was_told(kind, user, at, *, for_long=True):
    """Whether `user` was told by a mail of `kind`; `for_long`: so long ago that it may go now."""
    until = at - WARNED if for_long else at
    told = Mail.objects.filter(kind=kind.key, to__iexact=user.email, created_at__gt=at - STILL_MEANT)
    return told.filter(created_at__lte=until).exists()
