"""The pages on which one follows something, confirms it, and sees or stops what one follows."""

from typing import NamedTuple

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from partners.ground import limits
from partners.ground.documents.text import UNFIT
from partners.ground.links import opened, unlisted
from partners.ground.refusal import Refused
from regiozwolle.following import acts
from regiozwolle.following.digests import heading_of, in_order, path_of
from regiozwolle.following.forms import FollowForm, RhythmForm
from regiozwolle.following.kinds import thing_at, things_by_key
from regiozwolle.following.models import Follower, FollowKind

# A stranger's address can be typed by anybody; a council that follows a dossier together does it in one evening.
ASKING = limits.Limit(
    "volgen",
    "Er is in korte tijd heel vaak gevraagd iets te volgen.",
    most={limits.HOUR: 100, limits.DAY: 400},
    network={limits.MINUTE: 30, limits.HOUR: 100, limits.DAY: 300},
)
LONGEST_WORDS = 200


# What the buttons do that need to be told nothing more.
BUTTONS = {
    "alles": acts.stop_all,
    "verder": acts.go_on,
    "geen-brief": acts.stop_newsletters,
    "wel-brief": acts.take_newsletters,
    "wis": acts.forget,
}


class FollowAsked(NamedTuple):
    """What somebody wants to follow: its fields in a Follow, how it is called, and where it is."""

    kind: str
    thing_id: int | None
    words: str
    title: str
    path: str


def asked_at(kind, key):
    """The thing or search at an address. Raises Http404."""
    if kind == FollowKind.SEARCH and key.strip() and len(key) <= LONGEST_WORDS and not UNFIT.search(key):
        words = " ".join(key.split())
        return FollowAsked(
            kind, None, words, f"Wat u zoekt: ‘{words}’", f"{reverse('search')}?{urlencode({'q': words})}"
        )
    thing = thing_at(kind, key)
    if thing is None:
        raise Http404("Dit is er niet, of nog niet.")
    return FollowAsked(kind, thing.pk, "", str(thing), thing.get_absolute_url())


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def follow(request, kind, key):
    """Follows a thing or a search: at once with an account, and else after a mail to confirm the address."""
    asked = asked_at(kind, key)
    given = request.POST if request.method == "POST" else None
    form = RhythmForm(given) if request.user.is_authenticated else FollowForm(given)
    if form.is_valid():
        limits.hold(request, ASKING)
        wanted = {"kind": asked.kind, "thing_id": asked.thing_id, "words": asked.words}
        if not request.user.is_authenticated:
            address, rhythm = form.cleaned_data["email"], form.cleaned_data["rhythm"]
            acts.ask_to_confirm(address=address, title=asked.title, rhythm=rhythm, **wanted)
            return render(request, "following/asked.html", {"asked": asked, "address": address})
        try:
            acts.follow(whose={"user": request.user}, rhythm=form.cleaned_data["rhythm"], **wanted)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, f"U volgt nu: {asked.title}.")
            return redirect("following:mine")
    return render(request, "following/follow.html", {"asked": asked, "form": form})


@unlisted
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request, token):
    """Only the button confirms: scanners of mail open every link."""
    address, kind, thing_id, words, rhythm = opened(token, salt=acts.CONFIRM, kind="confirm_follow")
    refused = ""
    if request.method == "POST":
        wanted = {"kind": kind, "thing_id": thing_id, "words": words, "rhythm": rhythm}
        try:
            follower = acts.follow(whose=acts.follower_at(address), **wanted)
        except Refused as error:
            refused = str(error)
        else:
            messages.success(request, "U volgt dit nu.")
            return redirect(acts.own_path(follower))
    thing = things_by_key([f"{kind}-{thing_id}"]).get(f"{kind}-{thing_id}")
    title = f"Wat u zoekt: ‘{words}’" if words else str(thing or "Dit staat niet meer op de site")
    return render(request, "following/confirm.html", {"title": title, "address": address, "refused": refused})


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def mine(request):
    """What somebody with an account follows."""
    follower = acts.follower_of(request.user)
    if request.method == "POST" and follower:
        do(request, follower)
        return redirect("following:mine")
    return page_of(request, follower)


@csrf_exempt  # the token in the address is the proof, and a mail program that stops the mails has no other
@unlisted
@require_http_methods(["GET", "HEAD", "POST"])
def own(request, token):
    """The same by the link in each mail, without signing in. A mail program stops all with one POST (RFC 8058)."""
    held = opened(token, salt=acts.OWN, kind="following")
    key, of = held if isinstance(held, list) else (held, "overzicht")
    follower = Follower.objects.select_related("user").filter(pk=key).first()
    if request.method == "POST" and follower:
        if request.POST.get("List-Unsubscribe") == "One-Click":
            stop = acts.stop_newsletters if of == acts.NEWSLETTERS else acts.stop_all
            stop(follower=follower)
            return HttpResponse(f"U krijgt geen {of} meer.", content_type="text/plain; charset=utf-8")
        do(request, follower)
        return redirect("following:own", token)
    if follower is None:
        return render(request, "following/nothing.html")
    return page_of(request, follower)


def do(request, follower):
    """What the pressed button says; what no button of ours says does nothing."""
    act, pk = request.POST.get("act", ""), request.POST.get("follow", "")
    form = RhythmForm(request.POST)
    if act in BUTTONS:
        BUTTONS[act](follower=follower)
    elif act == "stop" and pk.isdecimal() and len(pk) < 19:
        acts.stop_following(follower=follower, pk=int(pk))
    elif act == "hoe-vaak" and form.is_valid():
        acts.choose_rhythm(follower=follower, rhythm=form.cleaned_data["rhythm"])


def page_of(request, follower):
    """What somebody follows, each with the button that stops it."""
    follows = in_order(follower.follows.all()) if follower else []
    things = things_by_key([one.key for one in follows])
    shown = [(one, heading_of(one, things), path_of(one, things)) for one in follows]
    form = RhythmForm(initial={"rhythm": follower.rhythm}) if follower else None
    page = {"follower": follower, "shown": [one for one in shown if one[1]], "form": form}
    return render(request, "following/mine.html", page)
