"""What waits for the secretariat, for the page on which its day begins."""

from datetime import timedelta

from django import template
from django.db.models import Count
from django.urls import reverse
from django.utils import timezone

from consultation.admin.stages import at_stage, to_do
from consultation.models import Answer, Channel, Consultation, EnteredLetter, LetterState, Point
from consultation.moderating.desk import flags_waiting
from partners.ground.mail.trouble import mail_trouble
from partners.ground.models import KeptDocument
from partners.ground.templatetags.dutch import counted

register = template.Library()

# A consultation that closes so soon is work of this week.
NEAR = timedelta(days=7)
# Of each list of the desk: the filter, and what a row of it is, one and many.
POINTS = [
    ("te-laat", "punt is over de datum,punten zijn over de datum"),
    ("mijn", "punt op uw naam is nog niet klaar,punten op uw naam zijn nog niet klaar"),
    ("niemand", "punt heeft nog geen behandelaar,punten hebben nog geen behandelaar"),
]
ANSWERS = [
    ("na-te-kijken", "antwoord van een ander wacht op uw blik,antwoorden van anderen wachten op uw blik"),
    ("nagekeken", "nagekeken antwoord kan op de site,nagekeken antwoorden kunnen op de site"),
]
LETTERS = [("concept", "brief of verslag is nog niet ingeschreven,brieven of verslagen zijn nog niet ingeschreven")]


@register.simple_tag
def waiting(user):
    """What `user` can do now: (how many of what, in words; the list of them). Seven queries, and no line for none."""
    points = Point.objects.unanswered()
    letters = EnteredLetter.objects.exclude(channel=Channel.SITE).filter(state=LetterState.DRAFT)
    found = [
        *lines(user, "point", "werk", POINTS, tallied(points, to_do(user), POINTS)),
        *lines(user, "answer", "stand", ANSWERS, tallied(Answer.objects.all(), at_stage(user), ANSWERS)),
        *lines(user, "enteredletter", "state__exact", LETTERS, {"concept": letters.count()}),
    ]
    return [
        *mail_trouble(user),
        *document_trouble(user),
        *closing(user),
        *flags_waiting(user),
        *((words, address) for count, words, address in found if count),
    ]


def closing(user):
    """The consultations that close within a week: (in words, its desk). One query."""
    if not user.has_perm("consultation.view_consultation"):
        return []
    soon = Consultation.objects.open().filter(closes_at__lte=timezone.now() + NEAR).order_by("closes_at")
    return [
        (f"‘{one}’ sluit: {one.countdown.lower()}", reverse("admin:consultation_consultation_change", args=[one.pk]))
        for one in soon
    ]


def document_trouble(user):
    """The files that somebody asked for and the portal cannot make: (in words, the page that says so). One query."""
    if not user.has_perm("consultation.view_consultation"):
        return []
    refused = KeptDocument.objects.exclude(trouble="").values_list("name", "address")
    return [(f"Het bestand ‘{name}’ is niet te maken", address) for name, address in refused]


def tallied(rows, asked, told):
    """How many of `rows` fit each of the filters in `told`, of which `asked` holds the condition."""
    return rows.aggregate(**{key: Count("pk", filter=asked[key], distinct=True) for key, _ in told})


def lines(user, model, filter_name, told, counts):
    """(Count, words, address) per filter of one list; nothing when `user` may not see it."""
    if not user.has_perm(f"consultation.view_{model}"):
        return []
    address = reverse(f"admin:consultation_{model}_changelist")
    return [(counts[key], counted(counts[key], words), f"{address}?{filter_name}={key}") for key, words in told]
