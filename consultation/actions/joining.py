"""What becomes of joins when the words they were given to change or go, and telling those who joined."""

from django.urls import reverse
from django.utils import timezone

from consultation.mails import JOINED
from consultation.models import Endorsement, Sharing
from consultation.models.point_words import same_words
from partners.ground import mail
from partners.ground.templatetags.dutch import moment

HEADINGS = {
    "gewijzigd": "Het punt waarbij u aansloot, is gewijzigd",
    "weg": "Het punt waarbij u aansloot, is ingetrokken",
    "terug": "Het punt waarbij u aansloot, telt weer mee",
}


def keep_joins(point, *, said):
    """Leaves those who joined `point` with the words they joined, now that it says others than it `said`.

    Whoever joined exactly what it says now joins that again. Wants `point` locked, so that nobody joins meanwhile.
    """
    now, words = timezone.now(), point.words
    for joined in point.endorsements.all():
        joined.asked_at = None
        joined.words = joined.words or said
        joined.overtaken_at = joined.overtaken_at or now
        if same_words(joined.words, words):
            joined.words = joined.overtaken_at = None
        joined.save()


def gather_joins(point):
    """Takes the joins of the parts of `point` that its whole does not have over to that, with the words of the part."""
    now = timezone.now()
    for joined in Endorsement.objects.filter(point__part_of=point).select_related("point"):
        if not any(joined.is_same_as(other) for other in point.endorsements.all()):
            joined.words = joined.words or joined.point.words
            joined.overtaken_at = joined.overtaken_at or now
            joined.point = point
            joined.save()


def ask_who_joined(letter):
    """Asks those who joined other words of `letter`, which counts, whether they join what it says now; each once."""
    if letter.sharing == Sharing.OWN:
        tell_who_joined(letter, what="weg")
        return
    joined = Endorsement.objects.filter(point__letter=letter, overtaken_at__isnull=False, asked_at=None)
    for endorsement in joined.select_related("body", "point__wording__element", "point__question"):
        tell(endorsement, letter, what="gewijzigd")
    joined.update(asked_at=timezone.now())


def tell_who_joined(letter, *, what, points=None):
    """Mails those who joined `points`, without it all of `letter`, that they are gone or stand again (`what`)."""
    points = letter.points.whole() if points is None else points
    joined = Endorsement.objects.filter(point__in=points)
    for endorsement in joined.select_related("body", "point__wording__element", "point__question"):
        tell(endorsement, letter, what=what)


def tell(endorsement, letter, *, what):
    """Mails all those in whose name a point of `letter` was joined."""
    point = endorsement.point
    others = reverse("consultation:others", args=[letter.consultation.slug])
    links = {
        "gewijzigd": ("Bekijk oud en nieuw", reverse("consultation:endorse_again", args=[point.pk, endorsement.pk])),
        "weg": ("Wat anderen nog met u delen", others),
        "terug": ("Lees het punt", f"{others}#punt-{point.pk}"),
    }
    link, path = links[what]
    context = {
        "heading": HEADINGS[what],
        "sentences": sentences_of(letter, what),
        "what": what,
        "letter": letter,
        "point": point,
        "endorsement": endorsement,
        "link": link,
        "path": path,
    }
    for address in endorsement.addresses:
        mail.queue(JOINED, to=address, context=context)


def sentences_of(letter, what):
    """What it means for those who joined a point of `letter`, and what they can do."""
    if what == "weg":
        return ["De afzender deelt dit punt niet meer. Uw aansluiting telt daarom niet mee. U hoeft niets te doen."]
    if what == "terug":
        return ["De afzender haalde de reactie terug. Uw aansluiting telt weer mee. U hoeft niets te doen."]
    stays = "Uw aansluiting blijft bij de tekst van toen. Dat staat er ook bij."
    if not letter.consultation.is_open():
        return [stays, "De consultatie is gesloten. Aansluiten bij de nieuwe tekst kan niet meer."]
    until = moment(letter.consultation.last_minute)
    return [stays, f"Wilt u ook bij de nieuwe tekst aansluiten, of u terugtrekken? Dat kan tot en met {until}."]
