"""What is typed in a form of the desk, kept with the account until it is saved, and offered when the form is opened.

A form carries a seal (consultation/typed.py): who opened it, and a key of its own. static/js/keep/ sends what is typed
to `keep_text` while one types. What a button sends is kept before the act and forgotten after it, so that an error, an
ended session or a server that stops in the middle loses nothing, with scripts off too.
"""

import json
from http import HTTPStatus
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import QueryDict
from django.shortcuts import redirect
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.views.decorators.csrf import csrf_exempt

from consultation import autosave, typed
from consultation.autosave import SaveState
from consultation.models import KeptText
from partners.ground.templatetags.dutch import clock, moment
from regiozwolle.kept.fields import differences, fill_in, opening

SESSION_KEY = "kept_at_the_desk"
RESTORE = "teruggezet"
# What a form carries besides its own fields.
OWN = {"csrfmiddlewaretoken", "seal", "kept_at", "saved"}


def around(request, act):
    """What `act` answers to a request at the desk, with what was typed kept around it."""
    take_along(request)
    if request.method == "POST":
        store(request)
    answer = act()
    has_acted = request.method == "POST" and answer.status_code == HTTPStatus.FOUND and request.user.is_staff
    if has_acted and not is_refused(request):
        forget(request)
    page = getattr(answer, "context_data", None) or {}
    if "adminform" in page or page.get("form"):
        page["kept"] = KeptAtDesk(request, page)
    return answer


def is_refused(request):
    """Whether the act said on its way out that it could not be done."""
    return any(message.level >= messages.ERROR for message in request._messages._queued_messages)


def store(request):
    """Keeps the posted form with the account, or in the session of those who are signed out.

    Returns False when it is not a form of the desk, or too long to keep.
    """
    seal = typed.unseal(request.POST.get("seal", ""))
    content = {name: values for name, values in request.POST.lists() if name not in OWN}
    address = request.POST.get("kept_at", "")
    if seal is None or not is_of_the_desk(address) or size(content) > typed.LIMIT:
        return False
    if seal.owner == request.user.pk:
        keep(request.user, seal.key, address, content, in_place_of=key_in(request.POST.get("restored", "")))
    else:
        request.session[SESSION_KEY] = {"seal": request.POST["seal"], "address": address, "content": content}
    return True


def is_of_the_desk(address):
    """Whether `address` is one of a page of the desk, as far as it can be kept."""
    try:
        return len(address) <= 300 and resolve(address.partition("?")[0]).namespace == "admin"
    except Resolver404:
        return False


def size(content):
    """How many characters a form takes, with the names of its fields."""
    return sum(len(name) + sum(map(len, values)) for name, values in content.items())


@transaction.atomic
def keep(user, form, address, content, *, in_place_of=None):
    """Keeps `content` of the form with that key; it goes on from the KeptText with the key `in_place_of`, if any.

    Together the forms of a person at the desk hold so much at most; the oldest give way.
    """
    kept, _ = KeptText.objects.update_or_create(
        user=user, form=form, defaults={"address": address, "content": json.dumps(content)}
    )
    others = user.kept_texts.of_the_desk().exclude(pk=kept.pk)
    if in_place_of:
        others.filter(pk=in_place_of).delete()
    room = typed.LIMIT - size(content)
    for other in others.order_by("-updated_at"):
        room -= size(json.loads(other.content))
        if room < 0:
            other.delete()


def forget(request):
    """What was typed in the posted form has been saved after all."""
    if seal := typed.unseal(request.POST.get("seal", ""), user=request.user):
        KeptText.objects.filter(user=request.user.pk, form=seal.key).delete()


def take_along(request):
    """Moves what this person sent while they were signed out from the session to their account."""
    waiting = request.session.get(SESSION_KEY)
    if waiting and request.user.is_authenticated:
        if seal := typed.unseal(waiting["seal"], user=request.user):
            keep(request.user, seal.key, waiting["address"], waiting["content"])
        del request.session[SESSION_KEY]


@csrf_exempt
def keep_text(request):
    """Keeps what somebody types at the desk; answers the line under it. Raises PermissionDenied for any other form.

    The seal proves that the form is ours and this person's, and unlike Django's token it still does so when they have
    signed in anew meanwhile.
    """
    seal = typed.unseal(request.POST.get("seal", ""))
    if seal is None:
        raise PermissionDenied
    if not store(request):
        return autosave.status_line(request, state=SaveState.REFUSED, problem=typed.COPY)
    if seal.owner != request.user.pk:
        address = f"{reverse('account_login')}?{urlencode({'next': request.POST['kept_at']})}"
        words = {"problem": typed.LOGGED_OUT, "link": "Log opnieuw in", "address": address}
        return autosave.status_line(request, state=SaveState.ELSEWHERE, **words)
    note = f"Uw tekst is bewaard om {clock(timezone.now())}. U hebt hem nog niet opgeslagen."
    return autosave.status_line(request, state=SaveState.HELD, note=note)


def throw_away(request, pk):
    """Throws away what somebody typed at the desk and did not save. Raises PermissionDenied when it is not theirs."""
    kept = KeptText.objects.of_the_desk().filter(pk=pk, user=request.user).first()
    if kept is None or request.method != "POST":
        raise PermissionDenied
    kept.delete()
    messages.success(request, "Wat u typte, is weggegooid.")
    return redirect(kept.address)


class KeptAtDesk:
    """What a page of the desk with a form needs to keep what is typed in it, and to offer what was kept."""

    def __init__(self, request, page):
        self.request, self.page = request, page
        self.address = address_of(request)
        asked = key_in(request.GET.get(RESTORE, ""))
        self.restored = self.kept.filter(pk=asked).first() if asked else None
        if self.restored:
            content = content_of(self.restored)
            fill_in(page, content)
            # It is merged from what it was typed over, and not over what others saved since.
            page["opened"] = content.get("_opened", page.get("opened", ""))

    @property
    def kept(self):
        return KeptText.objects.of_the_desk().filter(user=self.request.user, address=self.address)

    @cached_property
    def seal(self):
        """That of the form that came back, or of one that is opened now."""
        posted = self.request.POST.get("seal", "")
        return posted if typed.unseal(posted, user=self.request.user) else typed.seal(self.request.user)

    @property
    def put_back(self):
        """What is said above a form that shows what was typed, "" above any other."""
        if not self.restored:
            return ""
        return f"Wat u typte op {moment(self.restored.updated_at)}, staat in het formulier. Kijk het na en sla het op."

    @property
    def goes_on_from(self):
        """The primary key of the KeptText that the form shows, "" without."""
        return self.restored.pk if self.restored else ""

    @property
    def is_unsaved(self):
        """Whether the form shows what was typed and not saved."""
        return bool(self.restored) or "seal" in self.request.POST

    @cached_property
    def offers(self):
        """(KeptText, differences, address to put it back at) of what was kept and this page does not show.

        What says the same as the page has been saved after all, and goes.
        """
        found = []
        for kept in self.kept.exclude(form=typed.unseal(self.seal).key).order_by("-updated_at"):
            if self.restored and kept.pk == self.restored.pk:
                continue
            content = content_of(kept)
            if rows := differences(self.page, content):
                query = urlencode({RESTORE: kept.pk} | opening(self.page, content), doseq=True)
                found.append((kept, rows, f"{self.request.path}?{query}"))
            else:
                kept.delete()
        return found


def address_of(request):
    """The address of the form, by which what was typed in it is found; of an act on a list with the act."""
    act = request.POST.get("action", "")
    return f"{request.path}?{urlencode({'action': act})}" if act else request.path


def key_in(text):
    """The primary key that `text` is, None when it is none."""
    return int(text) if text.isdecimal() and len(text) < 19 else None


def content_of(kept):
    """What was typed, as if it were posted now."""
    posted = QueryDict(mutable=True)
    for name, values in json.loads(kept.content).items():
        posted.setlist(name, values)
    return posted
