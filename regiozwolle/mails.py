"""The kinds of mail about signing in, with an example of a code that opens nothing."""

from partners.ground.mail.kinds import Kind, register
from partners.ground.models import MailPriority

# What the log says of them: the subject holds the code.
ABOUT_SIGNING_IN = "Inloggen"
ASKED_FOR = "het is het antwoord op een aanvraag van dat moment"


def code():
    return {"code": "1234-5678", "email": "naam@voorbeeldstad.example", "link_path": "/inloggen/code/?code=1234-5678"}


def unknown():
    return {"email": "naam@voorbeeldstad.example", "no_account_path": "/inloggen/geen-account/"}


CODE = register(
    Kind(
        template="account/email/login_code_message.html",
        name="code om in te loggen",
        subject="Uw code om in te loggen bij Regio Zwolle: {{ code }}",
        about=ABOUT_SIGNING_IN,
        goes_to="wie een code aanvraagt",
        stays=ASKED_FOR,
        example=code,
        priority=MailPriority.CODE,
    )
)
UNKNOWN = register(
    Kind(
        template="account/email/unknown_account_message.html",
        name="nog geen account",
        subject="U hebt nog geen account bij Regio Zwolle",
        about=ABOUT_SIGNING_IN,
        goes_to="wie een code aanvraagt met een adres dat wij niet kennen",
        stays=ASKED_FOR,
        example=unknown,
        priority=MailPriority.CODE,
    )
)
