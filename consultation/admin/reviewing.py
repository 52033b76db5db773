"""The pages on which one person reviews what another wrote: one answer, or each of those that were ticked."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.html import format_html_join

from consultation import actions
from consultation.actions.answering import missing, wrote
from consultation.admin.excerpts import excerpts
from consultation.models import Answer, Point
from partners.ground.desk.acts import confirm_and_do, page_of_chosen
from partners.ground.templatetags.dutch import counted, listed


def as_read(points):
    """What `points` say, and what their senders found missing in an earlier answer, as safe HTML."""
    return format_html_join("", "<p><strong>{}</strong><br>{}</p>", excerpts_with_reopenings(points))


def excerpts_with_reopenings(points):
    """The same as a page of confirmation shows it."""
    found = points.with_subject().select_related("letter__body__partner", "letter__table__session", "reopening")
    rows = []
    for point, row in zip(found, excerpts(found), strict=True):
        rows.append(row)
        if point.reopened:
            rows.append((f"{point.letter.number}, niet volledig beantwoord", point.reopened.reason))
    return rows


def why_not_review(answer, *, by):
    """Why `by` cannot approve it, as a list of sentences."""
    own = wrote(answer, by) and "U schreef aan dit antwoord. Laat een ander het nakijken."
    return [problem for problem in (missing(answer), own) if problem]


def as_published(answer):
    """What everyone will read of it, as a list of sentences."""
    changed = listed([wording.code for wording in answer.wordings.select_related("element", "version")])
    parts = [
        ("{}.", answer.sentence),
        ("{}", answer.reason),
        ("Gewijzigde teksten: {}", changed),
        ("Verwerkt in: {}", answer.landed_elsewhere),
        ("Dit is een nieuw antwoord: {}", answer.correction),
    ]
    return [words.format(value) for words, value in parts if value]


def answer_to(answer):
    """To which points an answer is, as the head under which a page shows it."""
    return f"Antwoord {answer.pk}, op {listed([point.letter.number for point in answer.points.all()])}"


@permission_required("consultation.change_answer", raise_exception=True)
def review(request, pk):
    """Shows an answer as everyone will read it; a second person approves it."""

    def do():
        actions.review(answer=get_object_or_404(Answer, pk=pk), by=request.user)
        messages.success(request, "Het antwoord is nagekeken.")
        return redirect(f"{reverse('admin:consultation_answer_changelist')}?stand=na-te-kijken")

    def page():
        answer = get_object_or_404(Answer, pk=pk)
        problems = why_not_review(answer, by=request.user)
        return {
            "title": "Kijk dit antwoord na",
            "back": reverse("admin:consultation_answer_change", args=[pk]),
            "back_name": "Antwoord",
            "lines": as_published(answer),
            "problems": problems,
            "shown": excerpts_with_reopenings(answer.points.all()),
            "button": "" if problems else "Nagekeken",
        }

    return confirm_and_do(request, page=page, do=do, locks=locks_of([pk]))


def review_chosen(desk, request, queryset):
    """The same for each of the answers that were ticked. Those that this person may not approve stay behind."""
    answers = list(queryset.order_by("pk"))
    keys = [answer.pk for answer in answers]

    def do():
        approved, _ = sorted_out(keys, by=request.user)
        for answer in approved:
            actions.review(answer=answer, by=request.user)
        messages.success(request, f"Nagekeken: {counted(len(approved), 'antwoord,antwoorden')}.")
        return redirect(request.get_full_path())

    def page():
        return page_of_chosen(desk, request, answers, action="review_chosen", **reviewing_page(keys, by=request.user))

    return confirm_and_do(request, page=page, do=do, locks=locks_of(keys), is_pressed="apply" in request.POST)


def sorted_out(keys, *, by):
    """(The answers with these `keys` that `by` may approve, why each of the others not, in sentences)."""
    found = [(answer, why_not_review(answer, by=by)) for answer in Answer.objects.filter(pk__in=keys).order_by("pk")]
    approved = [answer for answer, reasons in found if not reasons]
    return approved, [f"Niet mee: {answer_to(answer)}. {' '.join(reasons)}" for answer, reasons in found if reasons]


def reviewing_page(keys, *, by):
    """Every answer as everyone will read it, each with its points."""
    approved, left_behind = sorted_out(keys, by=by)
    shown = [row for answer in approved for row in to_review(answer)]
    count = counted(len(approved), "antwoord,antwoorden")
    return {
        "title": "Kijk de gekozen antwoorden na",
        "lines": [f"U keurt {count} goed. Lees ze hieronder, met de punten.", *left_behind],
        "problems": [] if approved else ["Van deze antwoorden kunt u er geen goedkeuren."],
        "shown": shown,
        "most": len(shown),
        "button": "Alle nagekeken" if approved else "",
    }


def to_review(answer):
    """(Head, text) of an answer as everyone will read it, and of the points it is to."""
    return [(answer_to(answer), "\n".join(as_published(answer))), *excerpts_with_reopenings(answer.points.all())]


def locks_of(keys):
    """All that reviewing the answers with these `keys` is about, to be locked."""
    return [Answer.objects.filter(pk__in=keys), Point.objects.filter(pk__in=Point.objects.filter(answers__in=keys))]
