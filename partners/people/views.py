"""The page of the people of one body, for its own griffier and the administrator of the desk."""

from dataclasses import replace
from functools import partial, wraps

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from partners.ground.refusal import Refused
from partners.ground.sheets.importing import carry_out
from partners.ground.sheets.previewing import (
    CHANGED_SINCE,
    SALT,
    SHOWN,
    TOO_OLD,
    keep_nothing,
    notes_of,
    opened,
    signed,
)
from partners.ground.sheets.reading import Remark, by_row, read
from partners.models import ELECTED, Body, Capacity, Mandate
from partners.people import acts
from partners.people.forms import PeopleForm, PersonLine
from partners.people.sheet import INVITATIONS

LINES = 5
NOTHING = "U hebt nog niemand ingevuld."
ALREADY = "Deze uitnodigingen staan er al zo. Er gaat geen mail uit."
OF_ANOTHER = "Dit is een ander orgaan. U kunt hier alleen mensen uitnodigen voor {}."


def of_people(view):
    """Gives the view the Body at the address with what its reader may ask, for its griffier and who keeps accounts."""

    @never_cache
    @wraps(view)
    def wrapper(request, pk, **kwargs):
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        body = get_object_or_404(Body.objects.select_related("partner"), pk=pk)
        body.may_invite_all = request.user.has_perm("partners.add_mandate")
        if not (body.may_invite_all or Mandate.objects.is_clerk(request.user, body)):
            raise PermissionDenied
        fitting = [one for one in Capacity if body.kind in one.body_kinds]
        # Another griffier would have the same right: that is for the regiobureau to give.
        body.asks_for = [one for one in fitting if body.may_invite_all or one != Capacity.CLERK]
        return view(request, body, **kwargs)

    return wrapper


@require_http_methods(["GET", "HEAD", "POST"])
@of_people
def people(request, body):
    """Who acts for the body and who is asked; and the lines and the sheet by which more are asked."""
    if "signed" in request.POST:
        return confirmed(request, body)
    if "sheet_sent" in request.POST:
        return read_sheet(request, body)
    return typed(request, body) if request.method == "POST" else page(request, body)


def page(request, body, *, lines=None, upload=None, remarks=()):
    """The page, with what was typed if that came back. `remarks` are on a sheet that cannot be used."""
    lines, upload = lines or lines_of(body), upload or PeopleForm()
    waiting = list(body.account_invitations.select_related("sent_by"))
    expired = sum(one.has_expired for one in waiting)
    errors = errors_in(lines, upload)
    return render(
        request,
        "partners/people.html",
        {
            "body": body,
            "partner": body.partner,
            "held": held_by(body),
            "waiting": waiting,
            "open_count": len(waiting) - expired,
            "expired_count": expired,
            "lines": lines,
            "heads": [field.label for field in lines[0].fields.values()],
            "upload": upload,
            "columns": ", ".join(INVITATIONS.columns.values()),
            "remarks": [told(remark) for remark in remarks],
            "errors": errors,
            "has_errors": bool(remarks or errors),
        },
    )


def held_by(body):
    """Each mandate for the body that is not over, with whether its reader may end it."""
    held = Mandate.objects.to_come_or_held().filter(body=body).select_related("user").order_by("user__name", "pk")
    for mandate in (found := list(held)):
        mandate.may_end = Capacity(mandate.capacity) in body.asks_for
    return found


def errors_in(lines, upload):
    """(BoundField, what is wrong with it) of all that was filled in."""
    typed = [(field, line.number, error) for line in lines for field in line for error in field.errors]
    sent = [(field, error) for field in upload for error in field.errors]
    return [(field, f"Regel {number}: {error}") for field, number, error in typed] + sent


def told(remark):
    """A Remark as a sentence that says where."""
    where = ", ".join(filter(None, [remark.row and f"Regel {remark.row}", remark.column]))
    return f"{where}: {remark.message}" if where else remark.message


def lines_of(body, data=None):
    has_groups = any(one in ELECTED for one in body.asks_for)
    return [
        PersonLine(data, layout=INVITATIONS, capacities=body.asks_for, has_groups=has_groups, number=number)
        for number in range(1, LINES + 1)
    ]


def layout_for(body):
    """The sheet with what its reader may ask for this body."""
    capacities = None if body.may_invite_all else body.asks_for
    return replace(INVITATIONS, save=partial(acts.keep_invitation, capacities=capacities))


def typed(request, body):
    """Shows what the lines that were filled in will do, or what is wrong with them at the field."""
    lines = lines_of(body, request.POST)
    rows = [(line.number, {"Orgaan": body.name} | row) for line in lines if (row := line.as_row())]
    if not rows:
        messages.info(request, NOTHING)
        return page(request, body)
    result, _ = carry_out(layout_for(body), rows, keep=keep_nothing)
    for problem in result.problems:
        lines[problem.row - 1].refused(problem)
    return preview(request, body, rows, [], result) or page(request, body, lines=lines)


def read_sheet(request, body):
    """Shows what a sheet will do, or what is wrong with it."""
    upload = PeopleForm(request.POST, request.FILES)
    if not upload.is_valid():
        return page(request, body, upload=upload)
    columns = INVITATIONS.columns
    try:
        needed = [columns[name] for name in ("name", "email", "capacity")]
        sheet = read(upload.cleaned_data["sheet"], columns=list(columns.values()), required=needed)
    except ValidationError as error:
        upload.add_error("sheet", error)
        return page(request, body, upload=upload)
    rows, others = own_rows(sheet.rows, body)
    result, _ = carry_out(layout_for(body), rows, keep=keep_nothing)
    if problems := by_row([*sheet.problems, *others, *result.problems]):
        return page(request, body, upload=upload, remarks=problems)
    return preview(request, body, rows, sheet.notes, result) or page(request, body, upload=upload)


def own_rows(rows, body):
    """(The rows, each with its body; Remarks on those of another one, which only who keeps accounts may name)."""
    names = {"", body.name.casefold(), body.slug}
    named = [(number, row, row.get("Orgaan", "").strip()) for number, row in rows]
    others = [number for number, _, name in named if name.casefold() not in names and not body.may_invite_all]
    mine = [
        (number, row | {"Orgaan": body.name if name.casefold() in names else name})
        for number, row, name in named
        if number not in others
    ]
    return mine, [Remark(number, "Orgaan", OF_ANOTHER.format(body.in_sentence)) for number in others]


def preview(request, body, rows, notes, result):
    """The page of who will be mailed, with the button; None when nobody would or can."""
    if result.problems:
        return None
    if not result.changes:
        messages.info(request, ALREADY)
        return None
    context = {
        "body": body,
        "partner": body.partner,
        "path": request.path,
        "count": len(result.changes),
        "shown": result.changes[:SHOWN],
        "left_out": len(result.changes[SHOWN:]),
        "notes": notes,
        "signed": signed(rows, notes, result, salt=salt_of(body)),
    }
    return render(request, "partners/people_preview.html", context)


def salt_of(body):
    """What was shown for one body is confirmed for that body alone."""
    return f"{SALT}:{body.pk}:people"


def confirmed(request, body):
    """Sends what was shown, or shows it anew when something changed since."""
    found = opened(request.POST["signed"], salt=salt_of(body))
    if found is None:
        messages.error(request, TOO_OLD)
        return page(request, body)
    result, is_kept = acts.invite_people(body=body, layout=layout_for(body), rows=found["rows"], digest=found["digest"])
    if is_kept:
        messages.success(request, f"Uitgenodigd: {len(result.changes)}. De mails gaan nu uit.")
        return redirect(request.path)
    messages.warning(request, CHANGED_SINCE)
    return preview(request, body, found["rows"], notes_of(found), result) or page(request, body)


@require_POST
@of_people
def invitation(request, body, *, invitation):
    """Sends an invitation once more, or takes it back, whichever button was pressed."""
    takes_back = "withdraw" in request.POST
    try:
        done = (acts.withdraw if takes_back else acts.send_again)(body=body, pk=invitation)
        said = "is ingetrokken" if takes_back else "is opnieuw verstuurd"
        messages.success(request, f"De uitnodiging aan {done.name} {said}.")
    except Refused as refused:
        messages.info(request, refused)
    return redirect("partners:people", body.pk)


def back_to(body):
    return reverse("partners:people", args=[body.pk])
