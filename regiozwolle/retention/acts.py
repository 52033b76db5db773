"""Letting go of what was kept long enough. Whoever it is of is told first."""

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from consultation.models import Endorsement, Flag, Letter, Point, Scan
from partners.ground import history, mail, security
from partners.ground.templatetags.dutch import counted
from partners.models import ContactPoint
from regiozwolle.erasing import erase
from regiozwolle.following.models import Follower
from regiozwolle.identity.models import OpenSession
from regiozwolle.mails import ACCOUNT_GOES, DRAFT_GOES
from regiozwolle.retention import rules

# So long the desk can still see who it was, and take a slip of the pen back.
CONTACT_STAYS = timedelta(days=30)


@dataclass
class LetGo:
    """How much of each kind went, and how many people were told that something will."""

    drafts: int = 0
    accounts: int = 0
    letters: int = 0
    contacts: int = 0
    warned: int = 0
    shortened: int = 0
    lines: int = 0
    registrations: int = 0
    sessions: int = 0
    followers: int = 0

    @property
    def sentences(self):
        return [
            f"{counted(self.drafts, 'concept dat nooit is,concepten die nooit zijn')} verstuurd, verwijderd.",
            f"{counted(self.accounts, 'account,accounts')} gewist omdat niemand inlogde.",
            f"Van {counted(self.letters, 'reactie,reacties')} is de schrijver niet meer bekend.",
            f"Van {counted(self.registrations, 'aanmelding,aanmeldingen')} is niet meer bekend wie kwam.",
            f"{counted(self.contacts, 'contactpersoon,contactpersonen')} weggehaald na de laatste dag.",
            f"{counted(self.followers, 'volger,volgers')} zonder account verwijderd, na het stoppen met de mail.",
            f"{counted(self.lines, 'regel,regels')} uit het beveiligingslogboek, en van "
            f"{counted(self.shortened, 'regel,regels')} het netwerkadres ingekort.",
            f"{counted(self.sessions, 'keer,keer')} iemand uitgelogd van wie een hoedanigheid is afgelopen.",
            f"{counted(self.warned, 'mail,mails')} vooraf verstuurd.",
        ]


def retain(*, at=None):
    """Lets go of all that was kept too long at the moment `at`, now without. Gives the LetGo."""
    at = at or timezone.now()
    report = LetGo()
    let_go_of_drafts(at, report)
    let_go_of_accounts(at, report)
    report.letters = forget_writers(at=at)
    report.registrations = forget_registrations(at=at)
    report.contacts = let_go_of_contacts(at=at)
    report.followers = forget_followers(at=at)
    report.shortened, report.lines = security.forget()
    report.sessions = OpenSession.objects.outlived().end()
    return report


def let_go_of_drafts(at, report):
    """Those that will go within the time of a warning are told of; of nobody any more, they go at once."""
    for draft in rules.drafts(at + rules.WARNED):
        is_due = draft.consultation.closes_at < at - rules.term("draft")
        if draft.author is None or rules.was_told(DRAFT_GOES, draft.author, at):
            if is_due:
                delete_draft(draft=draft)
                report.drafts += 1
        elif not rules.was_told(DRAFT_GOES, draft.author, at, for_long=False):
            tell(DRAFT_GOES, draft.author, at, reverse("consultation:my_letters"))
            report.warned += 1


@history.act("contactpersonen weggehaald na hun laatste dag", only_changes=True)
def let_go_of_contacts(*, at):
    """A person who is contact no more: of the office or desk itself nothing goes."""
    gone, _ = ContactPoint.objects.over(timezone.localdate(at - CONTACT_STAYS)).delete()
    return gone


@history.act("concept verwijderd na de bewaartermijn")
def delete_draft(*, draft):
    draft.delete()


def let_go_of_accounts(at, report):
    due = set(rules.accounts(at).values_list("pk", flat=True))
    for user in rules.accounts(at + rules.WARNED):
        if rules.was_told(ACCOUNT_GOES, user, at):
            if user.pk in due:
                erase(user=user)
                report.accounts += 1
        elif not rules.was_told(ACCOUNT_GOES, user, at, for_long=False):
            tell(ACCOUNT_GOES, user, at, reverse("account_login"))
            report.warned += 1


def tell(kind, user, at, path):
    """Writes the mail that says what goes and from which day, and how one keeps it."""
    context = {"name": str(user), "from_day": timezone.localdate(at + rules.WARNED), "path": path}
    mail.queue(kind, to=user.email, context=context | {"contact_email": settings.CONTACT_EMAIL})


@history.act("namen losgemaakt na de bewaartermijn", only_changes=True)
def forget_writers(*, at):
    """What was said stays, in the name of its body; who typed it is not known any more. Returns of how many letters."""
    keys = list(rules.letters_with_writer(at).values_list("pk", flat=True))
    Point.objects.filter(letter__in=keys).update(author=None, changed_by=None)
    Scan.objects.filter(letter__in=keys).delete()
    Flag.objects.filter(point__letter__in=keys).delete()
    Endorsement.objects.filter(point__letter__in=keys).update(author=None)
    return Letter.objects.filter(pk__in=keys).update(author=None, signed_name="", sender_email="")


@history.act("aanmeldingen losgemaakt na de bewaartermijn", only_changes=True)
def forget_registrations(*, at):
    """How many came for whom stays. Returns of how many registrations it is not known any more who that was."""
    return rules.known_registrations(at).forget()


def forget_followers(*, at):
    """Addresses of nobody with an account that stopped all mails so long ago. Returns how many."""
    stopped = Follower.objects.filter(user=None, stopped_at__lt=at - rules.term("follower"))
    return stopped.delete()[1].get("regiozwolle.Follower", 0)
