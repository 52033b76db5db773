"""An act of the desk: its page says what it will do, and the button does that or nothing.

The page carries what it said, signed. When the button is pressed the page is made anew, with all it is about locked;
only if it still says the same is the act done. Otherwise the page comes back with what is different by now. The key
of the page makes that pressing the button twice does it once.
"""

import re
from collections import Counter
from hashlib import sha256
from uuid import UUID, uuid4

from django.contrib import messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core import signing
from django.core.exceptions import BadRequest, ObjectDoesNotExist, ValidationError
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.utils.text import capfirst

from partners.ground.admin import confirm
from partners.ground.desk.texts import marked
from partners.ground.models import SentForm
from partners.ground.posting import READ, claim
from partners.ground.refusal import Refused
from partners.ground.security import personal

SALT = "partners.ground.desk.acts"
NAME = READ
# Of what is longer together the page carries only the digests: what changed is then shown as it is now.
MOST = 200_000  # characters
NOT_READ = "Lees eerst wat hier staat, en druk dan op de knop."
CHANGED = "Intussen gewijzigd. Er is nog niets gedaan. Lees na wat er anders is en druk dan opnieuw."
CONFLICT = 409  # the status of a page that comes back because something changed
LINK = re.compile(r"https?://\S+")
DONE = "Dit was al gedaan, dus het is niet nog eens gedaan."


def confirm_and_do(request, *, page, do, locks=(), is_pressed=None):
    """Shows a page of confirmation, and does `do` when its button is pressed and it still says what was read.

    `page` gives what `confirm` wants, and may give `reads`: (head, text) of what it shows besides, and `goes_public`:
    as those, of which it only looks whether something of a person is in it, as in all that it shows. `do` acts and
    returns a redirect; what it refuses is said, on the page with its form or on the way `back`. `locks` are querysets
    of all that the page is about. `is_pressed` says whether it was the button; without it, every POST is.
    """
    if not (request.method == "POST" if is_pressed is None else is_pressed):
        return show(request, page())
    try:
        with transaction.atomic():
            for rows in locks:
                list(rows.order_by("pk").select_for_update(of=("self",)).values_list("pk", flat=True))
            return carry_out(request, page, do)
    except ObjectDoesNotExist as gone:  # deleted by somebody else while this waited for the locks
        raise Http404 from gone
    except (Refused, ValidationError) as refusal:
        messages.error(request, refusal.messages[0] if isinstance(refusal, ValidationError) else refusal)
        said = page()
        # What was typed in the page is still there.
        return show(request, said) if said.get("form") else HttpResponseRedirect(said["back"])


def page_of_chosen(desk, request, rows, *, action, **said):
    """The page of an act on `rows` that were ticked in a list: it posts to the list as it is filtered."""
    return {
        "back": request.get_full_path(),
        "back_name": capfirst(desk.opts.verbose_name_plural),
        **said,
        "hidden": [("action", action), *chosen_again(request, rows)],
    }


def chosen_again(request, rows):
    """(Name, value) of each hidden field that says once more which `rows` were ticked: all of a list are one field."""
    across = request.POST.get("select_across") == "1"
    keys = [(ACTION_CHECKBOX_NAME, row.pk) for row in (rows[:1] if across else rows)]
    return [("select_across", "1" if across else "0"), *keys]


def carry_out(request, page, do):
    """Does it, or shows the page once more: it has an error or a problem, or says something else by now."""
    held = read(request)
    sent, is_first = claim(UUID(held["key"])) if held else (None, True)
    if not is_first:
        return already_done(request, sent)
    if answer := why_not(request, page(), held):
        transaction.set_rollback(True)  # so that the key can be used again
        return answer
    response = do()
    sent.led_to(response.url)
    return response


def already_done(request, sent):
    """Leads to where the first press of the button led."""
    messages.info(request, DONE)
    return HttpResponseRedirect(sent.result)


def done_before(request):
    """The answer to a button that was pressed before, or None: what it was about may be gone by now."""
    held = read(request) if request.method == "POST" else None
    sent = held and SentForm.objects.filter(key=UUID(held["key"])).first()
    return already_done(request, sent) if sent else None


def why_not(request, page, held):
    """The page once more if it cannot be done or says something else than was read; None if it can be done."""
    if page.get("problems") or not page.get("button") or getattr(page.get("form"), "errors", None):
        return show(request, page)
    if held is None:
        return show(request, page, warning=NOT_READ)
    changes = differences(held, page)
    return show(request, page, warning=CHANGED, changes=changes) if changes else None


def show(request, page, *, warning="", changes=()):
    """The page with what it says, signed."""
    said = {name: value for name, value in page.items() if name not in ("reads", "goes_public")}
    if "goes_public" in page and page.get("button"):
        said["personal"] = personal.warnings([*page.get("shown", ()), *page.get("reads", ()), *page["goes_public"]])
    hidden = [*page.get("hidden", ()), *([(NAME, signed(page))] if page.get("button") else [])]
    response = confirm(request, **said | {"hidden": hidden}, warning=warning, changes=changes)
    response.status_code = CONFLICT if warning else 200
    return response


def items(page):
    """What a page says, as a dict from a head to a text. Heads that recur are told apart by their number."""
    seen, found = Counter(), {}
    lines = [("", "\n".join(str(line) for line in page.get("lines", ())))]
    for head, text in [*lines, *page.get("shown", ()), *page.get("reads", ()), *words_of(page.get("mail"))]:
        seen[head] += 1
        found[f"{head} ({seen[head]})" if seen[head] > 1 else str(head)] = str(text)
    return found


def words_of(mail):
    """(Head, text) of a mail that the page shows, without its links: each is made anew, with a time in it."""
    return [(f"Mail: {mail.subject}", LINK.sub("", mail.text))] if mail else []


def signed(page):
    said = items(page)
    is_short = sum(map(len, said.values())) <= MOST
    held = {
        "key": uuid4().hex,
        "digests": {head: digest(text) for head, text in said.items()},
        "texts": said if is_short else {},
    }
    return signing.dumps(held, salt=SALT, compress=True)


def digest(text):
    return sha256(text.encode()).hexdigest()[:20]


def read(request):
    """What the page said whose button was pressed; None when it carried nothing. Raises BadRequest for a forgery."""
    if not request.POST.get(NAME):
        return None
    try:
        return signing.loads(request.POST[NAME], salt=SALT)
    except signing.BadSignature as error:
        raise BadRequest("Dit formulier klopt niet.") from error


def differences(held, page):
    """(Head, what came and went as HTML) of all that the page says now and did not say when it was read."""
    before, now = held["digests"], items(page)
    gone = [(head, marked(held["texts"].get(head, head), "")) for head in before if head not in now]
    return gone + [
        (head, marked(held["texts"].get(head, ""), text))
        for head, text in now.items()
        if before.get(head) != digest(text)
    ]
