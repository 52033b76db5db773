"""The kinds of mail there are: what each is called, who gets it and why, and whether one can leave it.

An app names its own in its module `mails`, so that the list at the desk, the previews and the tests hold them all.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.template import Context, Template

from partners.ground.models import MailPriority

KINDS = {}


@dataclass(frozen=True)
class Kind:
    """One kind of mail.

    `template` is its path below templates/. `subject` is written as a template is and gets the same context; `about`
    is what the log keeps instead when the subject holds a code. `goes_to` and `stays` go on from 'Gaat naar' and
    'Afmelden kan niet:'; where `stays` is empty each mail says at which address one leaves such mails. `example`
    makes the context of a mail to look at, of what nobody wrote.
    """

    template: str
    name: str
    subject: str
    goes_to: str
    example: Callable[[], dict]
    stays: str = ""
    about: str = ""
    priority: MailPriority = MailPriority.ACT

    @property
    def key(self):
        """By which the row of a mail knows its kind."""
        return self.template.removesuffix(".html")

    @property
    def slug(self):
        """The last part of its key, by which the desk names its page."""
        return self.key.rpartition("/")[2].replace("_", "-")

    @property
    def leaving(self):
        """Whether one can leave such mails, and why not, in a sentence."""
        return f"Nee: {self.stays}." if self.stays else "Ja, met één klik."

    def subject_of(self, context):
        """The subject of the mail that `context` makes, in one line."""
        return " ".join(Template(self.subject).render(Context(context, autoescape=False)).split())


def register(kind):
    """Adds `kind` to those there are, and returns it."""
    KINDS[kind.key] = kind
    return kind


def name_of(key):
    """What the kind `key` of a row is called; the key itself when there is no such kind any more."""
    return KINDS[key].name if key in KINDS else key
