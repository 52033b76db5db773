"""The desk for following: how many follow what, what they get, and what was mailed. It names nobody who follows."""

from django.contrib import admin
from django.contrib.auth.decorators import permission_required
from django.db.models import Count, Max, Q, Sum
from django.http import Http404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from regiozwolle.following.events import still_true
from regiozwolle.following.kinds import things_by_key
from regiozwolle.following.models import Digest, Event, Follow, Rhythm

# So many lines, days or weeks, and followed things are shown.
LINES, PERIODS, THINGS = 50, 20, 100


@permission_required("regiozwolle.view_digest", raise_exception=True)
@require_safe
def following(request):
    """What is followed most and what was mailed; with `over` what the followers of one thing get."""
    key = request.GET.get("over", "")
    page = of_one(key) if key else of_all()
    return TemplateResponse(request, "admin/following.html", {**admin.site.each_context(request), **page})


def of_all():
    counts = Follow.objects.exclude(thing_id=None).filter(follower__stopped_at=None)
    counts = counts.values_list("kind", "thing_id").annotate(count=Count("pk")).order_by("-count", "kind", "thing_id")
    counted = {f"{kind}-{pk}": count for kind, pk, count in counts[:THINGS]}
    things = things_by_key(counted)
    mailed = Digest.objects.values("rhythm", "period_on").order_by("-period_on", "rhythm")
    mailed = mailed.annotate(mails=Count("pk", filter=~Q(subject="")), nothing=Count("pk", filter=Q(subject="")))
    return {
        "title": "Wie volgt wat?",
        "followed": [(key, things[key], count) for key, count in counted.items() if key in things],
        "mailed": [one | {"how": Rhythm(one["rhythm"]).label} for one in mailed.annotate(told=Sum("told"))[:PERIODS]],
    }


def of_one(key):
    """How many follow one thing, what they get with the next weekly digest, and what comes on the site later."""
    thing = things_by_key([key]).get(key) if key.partition("-")[2].isdecimal() and len(key) < 40 else None
    if thing is None:
        raise Http404("Dit is er niet, of staat niet op de site.")
    told_to = Digest.objects.filter(rhythm=Rhythm.WEEKLY).aggregate(last=Max("up_to"))["last"] or 0
    events = Event.objects.filter(about__contains=[key])
    return {
        "title": f"Volgers van {thing}",
        "thing": thing,
        "count": followers_of(key),
        "next": still_true(list(events.filter(number__gt=told_to).order_by("-number")[:LINES])),
        "later": events.filter(number=None).order_by("public_at")[:LINES],
    }


def followers_of(key):
    kind, _, pk = key.partition("-")
    return Follow.objects.filter(kind=kind, thing_id=pk, follower__stopped_at=None).count()
