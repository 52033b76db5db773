"""What changes who can act as whom: it is told at the old and the new address, signs out, and may ask a second person.

Whose address changes can sign in as somebody else, and so can who gets rights or loses the second step. For the
secretariat and for griffiers, who speak for a council, another person confirms that.
"""

from dataclasses import dataclass, field

from django.db import IntegrityError, transaction
from django.utils import timezone

from partners.ground import history, mail
from partners.ground.refusal import Refused
from partners.models import Capacity, Mandate, Role, User
from regiozwolle.identity.factors import Authenticator, has_step
from regiozwolle.identity.models import AccountChange, ChangeOf, OpenSession
from regiozwolle.identity.telling import tell
from regiozwolle.mails import CHANGE_WITHDRAWN, SECOND_PERSON

RIGHTS = ("role", "is_superuser")
ALL_RIGHTS = "alle rechten"
NO_RIGHTS = "geen rechten in het beheer"


def is_guarded(user):
    """Whether another person confirms a change of the address of `user`."""
    is_clerk = Mandate.objects.held().filter(user=user.pk, capacity=Capacity.CLERK).exists()
    return user.is_staff or is_clerk


def rights_of(user):
    """The rights that `user` has, in words."""
    role = Role(user.role)
    said = [role.label] * (role != Role.NONE) + [ALL_RIGHTS] * user.is_superuser
    return " met ".join(said) or NO_RIGHTS


@dataclass(frozen=True)
class ChangeAsked:
    """One change that a form of an account asks, in its `fields`; `waits` is whether another person confirms it.

    `more` are the fields of an AccountChange that say it for who does it.
    """

    what: ChangeOf
    before: str
    after: str
    fields: tuple
    waits: bool
    more: dict = field(default_factory=dict)

    def hold_back(self, before, user):
        """Leaves `user` as it was when this waits."""
        for name in self.fields if self.waits else ():
            setattr(user, name, getattr(before, name))


def wanted(before, user):
    """The ChangeAsked of an account that was `before` and is to be `user`."""
    found = []
    if rights_of(before) != rights_of(user):
        gains = (user.role and user.role != before.role) or (user.is_superuser and not before.is_superuser)
        more = {
            "role_before": before.role,
            "role_after": user.role,
            "all_before": before.is_superuser,
            "all_after": user.is_superuser,
        }
        found.append(ChangeAsked(ChangeOf.RIGHTS, rights_of(before), rights_of(user), RIGHTS, bool(gains), more))
    if before.pk and before.email != user.email:
        found.append(ChangeAsked(ChangeOf.ADDRESS, before.email, user.email, ("email",), is_guarded(before)))
    return found


@history.act("wijziging van een account gevraagd")
def ask(*, user, what, by, before="", after="", **more):
    """Writes down what is to change, and asks those who may confirm it. Raises Refused when one waits already."""
    try:
        with transaction.atomic():
            change = AccountChange.objects.create(user=user, what=what, before=before, after=after, asked_by=by, **more)
    except IntegrityError:
        raise Refused(
            "Er wacht al zo’n wijziging van dit account. Laat die eerst bevestigen, afwijzen of intrekken."
        ) from None
    write_to_others(SECOND_PERSON, change, by)
    return change


def write_to_others(kind, change, by):
    """Mails all who may confirm `change`, which waits, what `by` asked."""
    for person in User.objects.who_write():
        if AccountChange.objects.decidable_by(person).filter(pk=change.pk).exists():
            mail.queue(kind, to=person.email, context=told_of(change, by))


def told_of(change, by):
    return {
        "what": change.get_what_display(),
        "name": str(change.user),
        "before": change.before,
        "after": change.after,
        "by": str(by),
        "path": change.get_absolute_url(),
    }


@history.act("wijziging van een account bevestigd")
def confirm(*, change, by):
    """Does what another asked. Raises Refused when it is decided already, or not for `by` to decide."""
    change = locked_for_another(change, by)
    decide(change, by, is_done=True)
    DO[change.what](change)
    words = f"{change.asked_by or 'Het secretariaat'} vroeg dit en {by} bevestigde het."
    told = [change.before, change.after] if change.what == ChangeOf.ADDRESS else []
    changed(change.user, [sentence(change)], by=words, besides=told)


@history.act("wijziging van een account afgewezen")
def refuse(*, change, by):
    decide(locked_for_another(change, by), by, is_done=False)


@history.act("wijziging van een account ingetrokken")
def withdraw(*, change, by):
    """Takes back what `by` asked, and tells those who were asked to confirm it. Raises Refused as `confirm` does."""
    change = locked(change)
    if not AccountChange.objects.withdrawable_by(by).filter(pk=change.pk).exists():
        raise Refused("Alleen wie het vroeg, trekt het in.")
    write_to_others(CHANGE_WITHDRAWN, change, by)
    decide(change, by, is_done=False)


def locked(change):
    found = AccountChange.objects.select_for_update().filter(pk=change.pk).first()
    if found is None or found.decided_at:
        raise Refused("Hierover is intussen al besloten.")
    return found


def locked_for_another(change, by):
    found = locked(change)
    if not AccountChange.objects.decidable_by(by).filter(pk=change.pk).exists():
        raise Refused("Een ander moet dit bevestigen: niet wie het vroeg, en niet wie het aangaat.")
    return found


def decide(change, by, *, is_done):
    change.decided_by, change.decided_at, change.is_done = by, timezone.now(), is_done
    change.save()


def set_address(change):
    """Gives the account the address, unless it has another by now than the one it was to change from."""
    found = User.objects.filter(pk=change.user_id, email=change.before).update(email=change.after)
    if not found:
        raise Refused("Dit account heeft intussen een ander adres.")


def give_rights(change):
    """Gives the account the rights, unless it has others by now than those they were to change from."""
    before = User.objects.filter(pk=change.user_id, role=change.role_before, is_superuser=change.all_before)
    if change.all_after is None or not before.update(role=change.role_after, is_superuser=change.all_after):
        raise Refused("Dit account heeft intussen andere rechten. Wijs dit af, en vraag het zo nodig opnieuw.")


def take_step_away(change):
    Authenticator.objects.filter(user=change.user_id).delete()


DO = {ChangeOf.ADDRESS: set_address, ChangeOf.RIGHTS: give_rights, ChangeOf.STEP: take_step_away}


def sentence(change):
    """What changed, for who it is about."""
    return {
        ChangeOf.ADDRESS: f"Het e-mailadres was {change.before} en is nu {change.after}.",
        ChangeOf.RIGHTS: f"De rechten waren {change.before} en zijn nu {change.after}.",
        ChangeOf.STEP: "De passkeys, de app en de herstelcodes zijn weggehaald. Stel ze opnieuw in.",
    }[change.what]


def changed(user, lines, *, by, besides=(), but=None, mail_of=None, signs_out=True):
    """Tells `user`, also at the addresses `besides`, and signs out wherever they are but in the session `but`.

    Every change of who somebody is comes by here. `mail_of` is as in `tell`; who can do today what they could before is
    not signed out when `signs_out` is not so.
    """
    user.refresh_from_db()
    tell(user, lines, by=by, besides=filter(None, besides), mail_of=mail_of)
    if signs_out:
        OpenSession.objects.of(user).end(but=but)


@history.act("account gewijzigd")
def change_at_once(*, user, what, before, after, by, **more):
    """Writes down and tells what needed nobody else: it has been changed already."""
    change = AccountChange.objects.create(
        user=user,
        what=what,
        before=before,
        after=after,
        asked_by=by,
        decided_at=timezone.now(),
        is_done=True,
        **more,
    )
    told = [before] if what == ChangeOf.ADDRESS else []
    changed(user, [sentence(change)], by=f"{by} van het secretariaat deed dit.", besides=told)


@history.act("overal uitgelogd")
def sign_out(*, user, by):
    """Ends all sessions of `user`, and tells them."""
    changed(user, ["U bent overal uitgelogd."], by=f"{by} van het secretariaat deed dit.")


def ask_to_take_step_away(*, user, by):
    """For who lost everything they prove themselves with. Raises Refused when there is nothing to take away."""
    if not has_step(user):
        raise Refused("Dit account heeft geen tweede stap.")
    return ask(user=user, what=ChangeOf.STEP, by=by)
