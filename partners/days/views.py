"""The page of the days of one body, for its own griffier and the secretariat: nothing changes before it was shown."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from partners.days.acts import remove_recess, save_days, set_term
from partners.days.forms import NOT_ASKED, LineForm, OwnDaysForm, OwnRecessDaysForm, TermForm
from partners.ground.publishing import shown_to
from partners.ground.refusal import Refused
from partners.ground.sheets.importing import Layout, carry_out
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
from partners.ground.sheets.reading import Remark, by_row
from partners.models import Body, BodyKind, Mandate, Partner
from partners.reading_days import read_days, recess_rows, sitting_rows
from partners.sheets import RECESSES, SITTINGS

# So many days that are there are fields at once, and so many empty lines stand below them.
MOST_LINES, NEW_LINES = 40, 3
NOTHING = "U hebt niets gewijzigd."
ALREADY = "Dit staat al zo in de portal."
OF_ANOTHER = "Dit is van een ander orgaan. U kunt hier alleen de dagen van {} invullen."


@dataclass(frozen=True)
class DaysSubject:
    """A kind of days that one fills in: its `sheet`, how days found in a list become rows, and which are there."""

    title: str
    add: str
    sheet: Layout
    rows_of: Callable
    form: type
    there: Callable


def sittings_ahead(body):
    return body.sittings.ahead()


def recesses_ahead(body):
    return body.recesses.filter(ends_on__gte=timezone.localdate()).order_by("starts_on")


SUBJECTS = {
    "vergaderdagen": DaysSubject("Vergaderdagen", "vergadering", SITTINGS, sitting_rows, OwnDaysForm, sittings_ahead),
    "recessen": DaysSubject("Recessen", "reces", RECESSES, recess_rows, OwnRecessDaysForm, recesses_ahead),
}


def of_own_body(view):
    """Gives the view the body at the address, for its griffier and for who may change it at the desk; else 403."""

    @never_cache
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def wrapper(request, slug, kind, **kwargs):
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if kind not in BodyKind.values or kind == BodyKind.BOARD:
            raise Http404
        partner = shown_to(request, Partner.objects.all(), slug=slug)
        body = get_object_or_404(Body.objects.select_related("partner"), partner=partner, kind=kind)
        if not (Mandate.objects.is_clerk(request.user, body) or request.user.has_perm("partners.change_sitting")):
            raise PermissionDenied
        return view(request, body, **kwargs)

    return wrapper


@of_own_body
def days(request, body, *, subject):
    """The days that are there, to change and to add to; a list or calendar; and for sittings the delivery term."""
    sent = request.POST
    if "signed" in sent:
        return confirmed(request, body, subject)
    if "days" in sent:
        return term(request, body, subject)
    if "pasted" in sent:
        return read(request, body, subject)
    if "count" in sent:
        return typed(request, body, subject)
    return page(request, body, subject)


def page(request, body, subject, *, lines=None, pasted=None, term_form=None, remarks=()):
    """The page to fill in, with what was typed if that came back. `remarks` are on a list that cannot be used."""
    found = SUBJECTS[subject]
    lines = lines_of(body, found) if lines is None else lines
    count = sum(not line.is_new for line in lines)
    pasted, term_form = pasted or found.form(), term_form or term_of(body)
    is_recess = subject == "recessen"
    errors = errors_in([*lines, pasted, term_form])
    return render(
        request,
        "partners/days.html",
        {
            "body": body,
            "partner": body.partner,
            "subject": found,
            "path": request.path,
            "others": [(reverse("partners:days", args=args_of(body, key)), one.title) for key, one in SUBJECTS.items()],
            "lines": lines,
            "count": count,
            "heads": heads(found.sheet),
            "left_out": max(found.there(body).count() - count, 0),
            "recesses": recesses_ahead(body) if is_recess else [],
            "pasted": pasted,
            "term_form": None if is_recess else term_form,
            "remarks": remarks,
            "has_errors": bool(remarks or errors),
            "errors": errors,
        },
    )


def errors_in(forms):
    """(BoundField, error) of all that is wrong in some forms."""
    return [(field, error) for form in forms for field in form for error in field.errors]


def term_of(body):
    return TermForm(initial={"days": body.delivery_days, "was": body.delivery_days})


def heads(sheet):
    """The names of the columns that one fills in, that of the day first."""
    key = sheet.key[-1]
    return [label for name, label in sheet.columns.items() if name == key] + [
        label for name, label in sheet.columns.items() if name not in (*NOT_ASKED, key)
    ]


def args_of(body, subject):
    return [body.partner.slug, body.kind, subject]


def lines_of(body, subject):
    """A LineForm for each day that is there, and some empty ones."""
    there = [
        LineForm(layout=subject.sheet, row=row, prefix=f"r{number}")
        for number, row in enumerate(subject.there(body)[:MOST_LINES])
    ]
    return there + [LineForm(layout=subject.sheet, is_new=True, prefix=f"n{number}") for number in range(NEW_LINES)]


def typed(request, body, subject):
    """Shows what the lines that were filled in will change, or what is wrong with them at the field."""
    found = SUBJECTS[subject]
    count = min(int(request.POST["count"]) if request.POST["count"].isdecimal() else 0, MOST_LINES)
    lines = [LineForm(request.POST, layout=found.sheet, prefix=f"r{number}") for number in range(count)]
    lines += [
        LineForm(request.POST, layout=found.sheet, is_new=True, prefix=f"n{number}") for number in range(NEW_LINES)
    ]
    rows = [(number, {"Orgaan": body.slug} | row) for number, line in enumerate(lines, 1) if (row := line.as_row())]
    if not rows:
        messages.info(request, NOTHING)
        return page(request, body, subject)
    result, _ = carry_out(found.sheet, rows, keep=keep_nothing)
    for problem in result.problems:
        lines[problem.row - 1].refused(problem)
    return preview(request, body, subject, rows, [], result) or page(request, body, subject, lines=lines)


def read(request, body, subject):
    """Shows what a list or calendar will change, or what is wrong with it."""
    found = SUBJECTS[subject]
    form = found.form(request.POST, request.FILES)
    if not form.is_valid():
        return page(request, body, subject, pasted=form)
    try:
        sheet = read_days(found.sheet, form.cleaned_data | {"body": body, "source": None}, rows_of=found.rows_of)
    except ValidationError as error:
        form.add_error(None if hasattr(error, "error_dict") else "sheet", error)
        return page(request, body, subject, pasted=form)
    rows, others = own_rows(sheet.rows, body)
    result, _ = carry_out(found.sheet, rows, keep=keep_nothing)
    if problems := by_row([*sheet.problems, *others, *result.problems]):
        return page(request, body, subject, pasted=form, remarks=problems)
    return preview(request, body, subject, rows, sheet.notes, result) or page(request, body, subject, pasted=form)


def own_rows(rows, body):
    """(The rows, each of this body; Remarks on those that say to be of another one)."""
    names = {"", body.name.casefold(), body.slug}
    others = [number for number, row in rows if row.get("Orgaan", "").strip().casefold() not in names]
    own = [(number, row | {"Orgaan": body.slug}) for number, row in rows if number not in others]
    return own, [Remark(number, "Orgaan", OF_ANOTHER.format(body.in_sentence)) for number in others]


def preview(request, body, subject, rows, notes, result):
    """The page of what will change, with the button; None when nothing would or can."""
    if result.problems:
        return None
    if not result.changes:
        messages.info(request, ALREADY)
        return None
    return render(
        request,
        "partners/days_preview.html",
        {
            "body": body,
            "partner": body.partner,
            "subject": SUBJECTS[subject],
            "path": request.path,
            "outcome": result,
            "shown": result.changes[:SHOWN],
            "left_out": len(result.changes[SHOWN:]),
            "notes": notes,
            "signed": signed(rows, notes, result, salt=salt_of(body, subject)),
        },
    )


def salt_of(body, subject):
    """What was shown to the griffier of one body is confirmed for that body alone."""
    return f"{SALT}:{body.pk}:{subject}"


def confirmed(request, body, subject):
    """Saves what was shown, or shows it anew when something changed since."""
    found = opened(request.POST["signed"], salt=salt_of(body, subject))
    if found is None:
        messages.error(request, TOO_OLD)
        return page(request, body, subject)
    rows = found["rows"]
    result, is_kept = save_days(body=body, layout=SUBJECTS[subject].sheet, rows=rows, digest=found["digest"])
    if is_kept:
        messages.success(request, f"Dit staat nu op de site: {result.counts}.")
        return redirect(request.path)
    messages.warning(request, CHANGED_SINCE)
    return preview(request, body, subject, rows, notes_of(found), result) or page(request, body, subject)


def term(request, body, subject):
    """Saves the delivery term."""
    form = TermForm(request.POST)
    if form.is_valid():
        try:
            set_term(body=body, days=form.cleaned_data["days"], was=form.cleaned_data["was"])
        except Refused as refused:
            form = TermForm({"days": request.POST["days"], "was": now_of(body)})
            form.add_error("days", str(refused))
        else:
            messages.success(request, "De aanlevertermijn is opgeslagen.")
            return redirect(request.path)
    return page(request, body, subject, term_form=form)


def now_of(body):
    days = Body.objects.values_list("delivery_days", flat=True).get(pk=body.pk)
    return "" if days is None else days


@of_own_body
def remove(request, body, *, pk):
    """Takes away a recess, once that is confirmed."""
    back = reverse("partners:days", args=args_of(body, "recessen"))
    recess = body.recesses.filter(pk=pk).first()
    if request.method == "POST":
        try:
            remove_recess(body=body, pk=pk)
            messages.success(request, "Het reces is weggehaald.")
        except Refused as refused:
            messages.info(request, refused)
        return redirect(back)
    if recess is None:
        raise Http404
    return render(request, "partners/days_remove.html", {"body": body, "recess": recess, "back": back})
