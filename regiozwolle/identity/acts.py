"""What changes how somebody signs in: each is recorded, and told to them."""

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from allauth.mfa.webauthn.internal.auth import WebAuthn

from partners.ground import history
from partners.ground.templatetags.dutch import counted
from partners.models import User
from regiozwolle.identity.factors import STEPS, Authenticator, Type
from regiozwolle.identity.models import OpenSession
from regiozwolle.identity.telling import tell

# The session in which somebody changes how they sign in goes on; all others of theirs end.
BY_YOU = "U deed dit zelf, op de site."


@history.act("passkey gemaakt")
def add_passkey(*, user, name, credential, here):
    """Adds a passkey of `user`, and codes to recover with when there are none; signs out but in the session `here`."""
    factor = WebAuthn.add(user, name, credential).instance
    RecoveryCodes.activate(user)
    changed(user, f"Er is een passkey gemaakt: {name}.", here)
    return factor


@history.act("app met codes gekoppeld")
def add_app(*, user, secret, here):
    """The same with an app that shows codes."""
    factor = TOTP.activate(user, secret).instance
    RecoveryCodes.activate(user)
    changed(user, "Er is een app met codes gekoppeld.", here)
    return factor


@history.act("manier van inloggen verwijderd")
def remove_factor(*, user, factor, here):
    """Takes a passkey or the app away, and with the last of them the codes to recover with; signs out as above."""
    name = f"de passkey {factor.wrap().name}" if factor.type == Type.WEBAUTHN else "de app met codes"
    factor.delete()
    if not Authenticator.objects.filter(user=user, type__in=STEPS).exists():
        Authenticator.objects.filter(user=user).delete()
    changed(user, f"Weggehaald: {name}.", here)


def changed(user, line, here):
    """Tells `user` what they changed, and signs them out in all other places: who sits there may be somebody else."""
    ended = OpenSession.objects.of(user).end(but=here)
    tell(user, [line, *["Op uw andere apparaten bent u uitgelogd."] * bool(ended)], by=BY_YOU)


@history.act("elders uitgelogd")
def end_sessions(*, user, keys):
    """Ends the sessions of `user` with these keys; how many there were."""
    return OpenSession.objects.of(user).filter(pk__in=keys).end()


@history.act("herstelcodes getoond")
def show_codes(*, user, make_new):
    """The codes to recover with that were not used, once; `make_new` makes others in their place."""
    User.objects.select_for_update().get(pk=user.pk)
    if make_new:
        Authenticator.objects.filter(user=user, type=Type.RECOVERY_CODES).delete()
        tell(user, ["Er zijn nieuwe herstelcodes gemaakt. De oude werken niet meer."], by=BY_YOU)
    codes = RecoveryCodes.activate(user)
    codes.mark_as_viewed()
    return codes.get_unused_codes()


@history.act("herstelcode gebruikt")
def tell_code_used(*, user, codes):
    """Tells `user` that one of their `codes` to recover with was used: who has found the paper is in by it."""
    left = counted(len(codes.wrap().get_unused_codes()), "herstelcode,herstelcodes")
    tell(user, [f"Er is een herstelcode gebruikt. Er zijn nog {left} over."], by=BY_YOU)
