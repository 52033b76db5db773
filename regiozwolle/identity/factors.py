"""The second step of signing in: a passkey or a code of an app; how it is kept, and whether a session passed it."""

import time

import segno
from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from allauth.core.internal.cryptokit import compare_user_code
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.db import transaction

from regiozwolle.identity.sessions import OF_DESK

Type = Authenticator.Type
# What somebody proves with; recovery codes only go with these.
STEPS = [Type.WEBAUTHN, Type.TOTP]
ISSUER = "Regio Zwolle"
# Who changes how they sign in has shown so shortly before that it is them.
RECENTLY = 10 * 60  # seconds
# In `Authenticator.data`: the number of the last code of an app that was used.
LAST_USED = "counter"


class FactorAdapter(DefaultMFAAdapter):
    """What allauth asks of us: secrets are kept so that who reads the database alone can do nothing with them."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": "dit klopt niet. Probeer het opnieuw.",
    }

    def encrypt(self, text):
        return keys().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text):
        return keys().decrypt(encrypted_text).decode()

    def get_totp_issuer(self):
        return ISSUER

    def build_totp_svg(self, url):
        """The QR code for on the page itself, black on white whatever its colours."""
        drawn = segno.make(url, error="m", micro=False)
        return drawn.svg_inline(scale=4, dark="#000", light="#fff", svgclass=None, lineclass=None)

    def get_public_key_credential_rp_entity(self):
        return super().get_public_key_credential_rp_entity() | {"name": ISSUER}


def keys():
    """The first of FACTOR_KEYS writes; what an older one wrote is read as well."""
    return MultiFernet([Fernet(key) for key in settings.FACTOR_KEYS])


@transaction.atomic
def rewrite_secrets():
    """Writes every secret anew with the first of FACTOR_KEYS, so that the others can go; how many there were."""
    kept = Authenticator.objects.exclude(type=Type.WEBAUTHN).select_for_update()
    for factor in kept:
        secret = "secret" if factor.type == Type.TOTP else "seed"
        factor.data[secret] = keys().rotate(factor.data[secret].encode()).decode()
        factor.save(update_fields=["data"])
    return len(kept)


def has_step(user):
    """Whether `user` has a second step to sign in with."""
    return Authenticator.objects.filter(user=user.pk, type__in=STEPS).exists()


def proofs(request, user):
    """When (seconds since 1970) this session of `user` passed the second step, each time that it did."""
    return [record["at"] for record in get_authentication_records(request, user) if record["method"] == "mfa"]


def is_recent(request):
    """Whether the user of this session showed shortly ago that it is them."""
    return any(time.time() - at < RECENTLY for at in proofs(request, request.user))


def prove(request, factor):
    """Remembers in the session that its user passed the second step, with `factor`."""
    factor.record_usage()
    if factor.user.is_staff:
        request.session[OF_DESK] = True
    record_authentication(request, factor.user, "mfa", id=factor.pk, type=factor.type)


@transaction.atomic
def factor_of(user, code):
    """The factor of `user` that `code` is of, from the app or a code to recover with; None when it is of neither.

    A code works once, whichever process is asked.
    """
    for factor in Authenticator.objects.filter(user=user).exclude(type=Type.WEBAUTHN).select_for_update():
        is_right = use_code(factor, code) if factor.type == Type.TOTP else factor.wrap().validate_code(code)
        if is_right:
            return Authenticator.objects.get(pk=factor.pk)
    return None


def use_code(factor, code):
    """Whether `code` is the present one of the app `factor` and newer than the last that was used; it is then used."""
    for number, right in present_codes(factor):
        if compare_user_code(actual=code, expected=right):
            factor.data[LAST_USED] = number
            factor.save(update_fields=["data"])
            return True
    return False


def present_codes(factor):
    """(Its number, the code) of each code of the app that may be used now: a clock may be half a minute off."""
    secret = FactorAdapter().decrypt(factor.data["secret"])
    last = factor.data.get(LAST_USED, 0)
    numbers = [number for number in yield_hotp_counters_from_time() if number > last]
    return [(number, format_hotp_value(hotp_value(secret, number))) for number in numbers]
