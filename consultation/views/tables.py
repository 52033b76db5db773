"""The page of one table, without an account: it reports what was said there."""

from http import HTTPStatus

from django.conf import settings
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone

from consultation import actions, autosave
from consultation.access import form_page
from consultation.autosave import SaveState
from consultation.forms.tables import AttendanceFormSet, TableForm
from consultation.models import DiscussionTable, Letter, LetterState
from consultation.models.table import attendance_state
from partners.ground import limits
from partners.ground.links import Lapsed, age_of, unlisted
from partners.ground.templatetags.dutch import moment

OVERTAKEN = "Niet opgeslagen. Iemand anders van uw tafel heeft intussen opgeslagen. Klik op ‘Sla op’ om te kiezen."


@unlisted
@form_page
def table(request, token):
    """What one table reports: the questions, and who sat there as counts. Saved as often as one likes."""
    shown = DiscussionTable.objects.select_related("session__consultation").filter(token=token.lower()).first()
    if shown is None:
        wrong_code(request)
    if timezone.now() > shown.session.closes_at + age_of("table"):
        raise Lapsed(settings.LINK_DAYS["table"])
    letter = Letter.objects.filter(table=shown).first()
    if request.method != "POST" and phase_of(shown, letter) != "open":
        return read_only(request, shown, letter)
    if "houd" in request.POST:
        messages.success(request, "De tekst die er stond, is gebleven.")
        return redirect("consultation:table", shown.token)
    form, attendance = forms_of(shown, letter, posted=request.POST if request.method == "POST" else None)
    if form.is_valid():
        return save(request, shown, form, attendance)
    if autosave.is_asked(request):
        return unfinished(request, form)
    return editable(request, shown, letter, form, attendance)


def wrong_code(request):
    """Raises Http404; for who tries too many codes TooMany."""
    limits.hold(request, limits.WRONG_CODES)
    raise Http404("Deze code klopt niet.")


def phase_of(shown, letter):
    """ "later", "open" or "over": whether the table can report now."""
    return shown.session.phase(timezone.now(), is_kept=bool(letter and letter.state != LetterState.DRAFT))


def points_of(letter):
    return list(letter.points.with_subject()) if letter else []


def forms_of(shown, letter, *, posted):
    """(TableForm, AttendanceFormSet) with what was saved, or with what was `posted`."""
    questions = list(shown.session.consultation.questions.all())
    rows = shown.attendance_rows
    form = TableForm(posted, questions=questions, written=points_of(letter), sat=attendance_state(rows))
    saved = [{"sort": sort, "count": count} for sort, count in rows]
    return form, AttendanceFormSet(posted, initial=saved, prefix="wie")


def unfinished(request, form):
    """The line under a form that cannot be saved yet; what was typed then stays in the phone."""
    problem = "" if form.is_blank else next(error for errors in form.errors.values() for error in errors)
    words = {"problem": f"Nog niet opgeslagen: {problem}"} if problem else {"note": "Nog niets om op te slaan."}
    return autosave.status_line(request, state=SaveState.REFUSED, **words)


def save(request, shown, form, attendance):
    """Saves what the table reports. Who saves over another gets both texts back, and who is too late their own.

    Of who sat there a row may be half filled in: what was said is saved nevertheless.
    """
    rows = attendance.rows if attendance.is_valid() else None
    try:
        letter = actions.report(
            table=shown,
            answers=form.answers,
            attendance=rows,
            form=form.key,
            read=form.read_answers,
            sat=form.read["read-sat"],
            autosaved=autosave.is_asked(request),
        )
    except actions.Overtaken as overtaken:
        return choose_between(request, shown, form, attendance, overtaken)
    except actions.Refused as refusal:
        return too_late(request, shown, form, refusal)
    form.saved(letter, attendance=rows)
    if autosave.is_asked(request):
        return saved_while_typing(request, form, faults(form, attendance))
    if rows is None:
        return editable(request, shown, letter, form, attendance)
    messages.success(request, "Uw verslag is opgeslagen. U kunt het tot het einde wijzigen.")
    return redirect("consultation:table", shown.token)


def choose_between(request, shown, form, attendance, overtaken):
    """Somebody else at the table saved meanwhile: both texts to choose from; while typing only a line says so."""
    if autosave.is_asked(request):
        return autosave.status_line(request, state=SaveState.REFUSED, problem=OVERTAKEN)
    form.overtaken_by(overtaken.points, sat=attendance_state(shown.attendance_rows))
    letter = Letter.objects.get(table=shown)
    return editable(request, shown, letter, form, attendance, overtaken=points_of(letter))


def too_late(request, shown, form, refusal):
    """The evening is over, or has not begun."""
    if autosave.is_asked(request):
        return autosave.status_line(request, state=SaveState.REFUSED, problem=f"Niet opgeslagen. {refusal}")
    letter = Letter.objects.filter(table=shown).first()
    return read_only(request, shown, letter, refusal=str(refusal), texts=form.typed)


def saved_while_typing(request, form, faults):
    """The line under the form: all is saved, or all but who sat there."""
    if faults:
        problem = f"Opgeslagen, maar nog niet wie er aan tafel zaten: {faults[0][1]}"
        return autosave.status_line(request, state=SaveState.REFUSED, read=form.read, problem=problem)
    return autosave.status_line(request, state=SaveState.HELD, read=form.read)


def editable(request, shown, letter, form, attendance, *, overtaken=()):
    """The page with the form; `overtaken` are the points that somebody else at the table saved meanwhile."""
    page = page_of(shown, letter) | {
        "form": form,
        "attendance": attendance,
        "faults": faults(form, attendance),
        "is_unsaved": form.is_bound,
        "overtaken": overtaken,
        "sat": ", ".join(map(str, shown.attendance.all())) if overtaken else "",
    }
    status = HTTPStatus.CONFLICT if overtaken else HTTPStatus.OK
    return render(request, "consultation/table.html", page, status=status)


def read_only(request, shown, letter, *, refusal="", texts=()):
    """What the table reported, when it cannot report now; with the `texts` (label, text) that were refused."""
    page = page_of(shown, letter) | {
        "refusal": refusal,
        "texts": texts,
        "points": points_of(letter),
    }
    status = HTTPStatus.CONFLICT if refusal else HTTPStatus.OK
    return render(request, "consultation/table_report.html", page, status=status)


def page_of(shown, letter):
    """What both pages of a table say."""
    session = shown.session
    leads = {
        "later": f"Verslag doen kan vanaf {moment(session.opens_at)}.",
        "open": (
            "Schrijf op wat er aan uw tafel is gezegd. "
            f"Opslaan kan zo vaak als u wilt, tot {moment(session.closes_at)}."
        ),
        "over": f"Verslag doen kon tot {moment(session.closes_at)}. Wijzigen kan niet meer.",
    }
    return {
        "table": shown,
        "session": session,
        "consultation": session.consultation,
        "letter": letter,
        "lead": leads[phase_of(shown, letter)],
        "last_saved": letter and f"Het laatst opgeslagen op {moment(letter.updated_at)}.",
    }


def faults(form, attendance):
    """(Id of the field, what is wrong) of all that must be mended before it can be saved."""
    rows = [field for row in attendance for field in row]
    found = [(field.auto_id, error) for field in [*form, *rows] for error in field.errors]
    return found + [("wie-zat", error) for error in attendance.non_form_errors()]
