"""The page of one table, without an account: it reports what was said there."""

from http import HTTPStatus

from allauth.core.internal import ratelimit
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone

from consultation import actions
from consultation.access import form_page
from consultation.actions.tables import SavedMeanwhile, state_of
from consultation.forms.tables import AttendanceFormSet, TableForm
from consultation.models import DiscussionTable, Letter, LetterState
from partners.ground.links import unlisted

# Who types a code over may slip a few times; who guesses is stopped, long before one of 31 to the 12th is found.
WRONG_CODES = {"wrong_code": "20/10m/ip"}


@unlisted
@form_page
def table(request, token):
    """What one table reports: the questions, and who sat there as counts. Saved as often as one likes."""
    shown = DiscussionTable.objects.select_related("session__consultation").filter(token=token.lower()).first()
    if shown is None:
        guesses = ratelimit.consume(
            request, app="allauth.account", action="wrong_code", config=WRONG_CODES, limit_get=True
        )
        if guesses is None:
            return render(request, "429.html", status=HTTPStatus.TOO_MANY_REQUESTS)
        raise Http404("Deze code klopt niet.")
    session = shown.session
    letter = Letter.objects.filter(table=shown).first()
    questions = list(session.consultation.questions.all())
    page = {"table": shown, "session": session, "consultation": session.consultation, "letter": letter}
    page["phase"] = session.phase(timezone.now(), is_kept=bool(letter and letter.state != LetterState.DRAFT))
    written = list(letter.points.with_subject()) if letter else []
    if page["phase"] != "open" and request.method != "POST":
        return render(request, "consultation/table.html", page | {"points": written})
    posted = request.POST if request.method == "POST" else None
    form = TableForm(posted, questions=questions, written=written, read=state_of(letter))
    attendance = AttendanceFormSet(
        posted, initial=[{"sort": one.sort, "count": one.count} for one in shown.attendance.all()], prefix="wie"
    )
    is_valid = form.is_valid() and attendance.is_valid()
    status = HTTPStatus.OK
    if is_valid:
        try:
            actions.report(
                table=shown, answers=form.answers, attendance=attendance.rows, read=form.cleaned_data["gelezen"]
            )
        except SavedMeanwhile as meanwhile:
            # What both wrote stays on the page; saving again says that the reporter has seen it.
            page["overtaken"] = list(meanwhile.letter.points.with_subject())
            form.data = request.POST.copy()
            form.data["gelezen"] = state_of(meanwhile.letter)
            status = HTTPStatus.CONFLICT
        except actions.Refused as refusal:
            page |= {"refusal": str(refusal), "texts": [text for text in form.answers.values() if text]}
            return render(request, "consultation/table.html", page | {"points": written}, status=HTTPStatus.CONFLICT)
        else:
            messages.success(request, "Uw verslag is opgeslagen. U kunt het tot het einde wijzigen.")
            return redirect("consultation:table", shown.token)
    return render(request, "consultation/table.html", page | {"form": form, "attendance": attendance}, status=status)
