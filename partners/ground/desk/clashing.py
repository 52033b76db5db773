"""The page that asks which of two texts stays, and the page that gives back what can no longer be saved."""

from dataclasses import asdict
from http import HTTPStatus

from django.contrib import messages
from django.core import signing
from django.core.exceptions import BadRequest
from django.http import QueryDict
from django.template.response import TemplateResponse
from django.utils.text import capfirst

from partners.ground.desk.merging import Clash, Merge, Told
from partners.ground.desk.opening import NAME, SALT
from partners.ground.templatetags.dutch import counted, listed

HELD = "_merge"
CONFLICT = 409  # the status of both pages: nothing was saved
AGAIN = "Het bestand dat u koos, is nog niet opgeslagen. Kies het daarna opnieuw in het formulier."


def clash_page(desk, request, merge, *, subject, opened, who):
    """Shows what both changed, to choose from. The page holds all that was sent, so nothing typed is lost."""
    if request.FILES:
        messages.warning(request, AGAIN)
    held = {
        "data": dict(merge.data.lists()),
        "clashes": [asdict(clash) for clash in merge.clashes],
        "told": merge.told,
        "who": who,
    }
    return draw(desk, request, held, title=subject, opened=opened.signed)


def draw(desk, request, held, *, title, opened):
    clashes = [Clash(**clash) for clash in held["clashes"]]
    to_choose = [clash for clash in clashes if clash.choices]
    told = [Told(*told) for told in held["told"]]
    who, when = held["who"]
    context = {
        **desk.admin_site.each_context(request),
        "opts": desk.opts,
        "title": heading(len(to_choose)),
        "subject": title,
        "lead": lead(who, when, told, to_choose),
        "clashes": to_choose,
        "typed": [(clash.label, clash.mine) for clash in clashes if not clash.choices],
        "reason": desk.fixed_because,
        "told": told,
        "who": who,
        "saved": f"Opgeslagen om {when}, staat nu in het beheer." if when else "Staat nu in het beheer.",
        "held": signing.dumps(held | {"title": title}, salt=SALT + HELD, compress=True),
        "opened": opened,
    }
    return TemplateResponse(request, "admin/clashes.html", context, status=CONFLICT)


def lead(who, when, told, to_choose):
    """Who saved something meanwhile, and what came of it, in sentences."""
    moment = f" om {when}" if when else ""
    sentences = [f"{capfirst(who)} sloeg dit op{moment}, terwijl u schreef."]
    if told:
        sentences.append(f"{counted(len(told), 'wijziging is,wijzigingen zijn')} samengevoegd.")
    if to_choose:
        sentences.append(f"{listed([clash.label for clash in to_choose])}: dat wijzigde u allebei.")
    return " ".join(sentences)


def heading(count):
    return f"Intussen gewijzigd: kies {counted(count, 'tekst,teksten')}" if count else "Intussen vastgelegd"


def chosen(desk, request):
    """Puts what was chosen on the page of clashes in the place of what was sent.

    Returns None when all is chosen, or when it was not that page; else the page once more.
    """
    if HELD not in request.POST:
        return None
    try:
        held = signing.loads(request.POST[HELD], salt=SALT + HELD)
    except signing.BadSignature as error:
        raise BadRequest("Dit formulier klopt niet.") from error
    opened = request.POST[NAME]
    data = QueryDict(mutable=True)
    for name, sent in held["data"].items():
        data.setlist(name, sent)
    merge = Merge(data)
    for number, clash in enumerate(Clash(**clash) for clash in held["clashes"]):
        choice = request.POST.get(f"choice-{number}", "")
        if choice == "together" and clash.name:
            merge.put("", {clash.name: [request.POST.get(f"together-{number}", "")]})
        elif choice in clash.choices:
            merge.put("", clash.choices[choice])
        elif clash.choices:
            messages.error(request, "Kies bij elke tekst welke er blijft. Er is nog niets opgeslagen.")
            return draw(desk, request, held, title=held["title"], opened=opened)
    merge.data[NAME] = opened
    request.POST = merge.data
    return None


def gone_page(desk, request, reason):
    """Says in a page of its own that what an address leads to is not there, with status 404."""
    context = {**desk.admin_site.each_context(request), "opts": desk.opts, "title": "Niet gevonden", "reason": reason}
    return TemplateResponse(request, "admin/gone.html", context, status=HTTPStatus.NOT_FOUND)


def given_back_page(desk, request, *, reason, typed, back):
    """Says why nothing was saved, and gives back what was typed: `typed` is a list of (label, text)."""
    context = {
        **desk.admin_site.each_context(request),
        "opts": desk.opts,
        "title": "Niet opgeslagen",
        "reason": reason,
        "typed": typed,
        "back": back,
    }
    return TemplateResponse(request, "admin/given_back.html", context, status=CONFLICT)
