"""The page behind a link in a mail: what stands now, the form, what it will change, and the button that does it."""

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus

from django.core import signing
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.html import format_html
from django.views.decorators.http import require_http_methods

from consultation.deciding.closed import ALTERED, closed
from consultation.deciding.entering import acts
from consultation.deciding.entering.forms import DayForm, OutcomeForm
from consultation.deciding.entering.page import (
    consequences,
    days_ahead,
    days_behind,
    digest,
    lines_of,
    stands_now,
    too_late,
)
from consultation.deciding.entering.plan import planned_steps
from consultation.deciding.models import ENTRY_SALT, EntryLink, LinkPurpose, Track
from partners.ground.links import unlisted
from partners.ground.refusal import Refused
from partners.ground.templatetags.dutch import day
from partners.models import BodyKind

CONFIRM, BACK, READ = "bevestig", "terug", "gelezen"


@dataclass(frozen=True)
class Entering:
    """What is entered of which track, and how: `act` writes an entry, `hint` says what the page may do."""

    track: Track
    purpose: LinkPurpose
    act: Callable
    hint: str
    sender: str
    uses: tuple = ()

    @property
    def question(self):
        kind = BodyKind(self.track.body.kind)
        if self.purpose == LinkPurpose.DAY:
            return f"Wanneer {kind.does('behandelt', 'behandelen')} {kind.yours} dit?"
        return f"Wat {kind.does('besloot', 'besloten')} {kind.yours}?"

    @property
    def text(self):
        """What it is about, with a link to it, as safe HTML."""
        dossier = self.track.dossier
        return dossier.on_which_text or format_html('<a href="{}">{}</a>', dossier.get_absolute_url(), dossier)

    def form(self, data=None):
        """The form of its purpose."""
        if self.purpose == LinkPurpose.DAY:
            return DayForm(data, track=self.track, sittings=days_ahead(self.track))
        components = list(self.track.dossier.components.all())
        return OutcomeForm(data, track=self.track, components=components, sittings=days_behind(self.track))


@unlisted
@require_http_methods(["GET", "HEAD", "POST"])
def entry(request, token):
    """The page behind an EntryLink. Whoever has the link may enter one thing of one track."""
    try:
        pk = signing.Signer(salt=ENTRY_SALT).unsign_object(token)
    except signing.BadSignature:
        return shut(request, ALTERED, status=HTTPStatus.NOT_FOUND)
    link = EntryLink.objects.select_related("made_for").filter(pk=pk).first()
    if link is None:
        return shut(request, ALTERED, status=HTTPStatus.NOT_FOUND)
    track = shown_track(pk=link.track_id)
    if trouble := acts.trouble_of(link, track):
        return shut(request, trouble, track=track)
    entering = Entering(
        track,
        LinkPurpose(link.purpose),
        act=lambda given: acts.enter_with(link=link, entry=given, reason=acts.BY_CLERK),
        hint=f"U hoeft niet in te loggen. Deze link werkt alleen hiervoor, tot en met {day(link.ends_on)}.",
        sender=link.sender,
        uses=tuple(use.told for use in link.uses.select_related("link")),
    )
    return answer(request, entering)


def shown_track(**lookup):
    """The Track with that lookup, with all that the pages say of it."""
    found = Track.objects.as_listed().select_related("dossier__version__agenda")
    return get_object_or_404(found.prefetch_related("dossier__components__element"), **lookup)


def answer(request, entering):
    """The form; what it will change; or, once that was read, where doing it leads."""
    if request.method != "POST":
        return form_page(request, entering, entering.form(), is_saved="bewaard" in request.GET)
    form = entering.form(request.POST)
    if not form.is_valid() or BACK in request.POST:
        return form_page(request, entering, form)
    try:
        plan = acts.plan_of(entering.track, form.entry, by_clerk=True)
    except Refused as refused:
        form.add_error("day", str(refused))
        return form_page(request, entering, form)
    lines, told = lines_of(plan, form.entry, by_clerk=True), consequences(plan, form.entry)
    read = digest(lines, told)
    if CONFIRM not in request.POST or (request.POST.get(READ) != read and not plan.is_empty):
        return confirm_page(request, entering, plan, lines, told, read)
    return carried_out(request, entering, form)


def carried_out(request, entering, form):
    """Does it and leads back to the form, or says why it cannot be done."""
    try:
        entering.act(form.entry)
    except (Refused, ValidationError) as refusal:
        form.add_error(None, refusal.messages if isinstance(refusal, ValidationError) else str(refusal))
        return form_page(request, entering, form)
    return redirect(f"{request.path}?bewaard=1")


def form_page(request, entering, form, *, is_saved=False):
    """The first page: what is asked, what stands now, and the form."""
    planned = [step.planned_on for step in planned_steps(entering.track) if step.is_ahead()]
    late = too_late(entering.track, planned[0]) if is_saved and planned else []
    context = base_of(entering) | {
        "form": form,
        "stands_now": stands_now(entering.track),
        "is_saved": is_saved,
        "late": late,
        "uses": entering.uses[-3:],
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound and form.errors else HTTPStatus.OK
    return render(request, "deciding/entry.html", context, status=status)


def confirm_page(request, entering, plan, lines, told, read):
    """The second page: what will change. Nothing has been done."""
    was_read = CONFIRM in request.POST
    left_out = {CONFIRM, READ, "csrfmiddlewaretoken"}
    context = base_of(entering) | {
        "lines": lines,
        "consequences": told,
        "is_empty": plan.is_empty,
        "lead": "Er verandert niets: dit staat al zo bij" if plan.is_empty else "Dit komt op de site bij",
        "warning": acts.CHANGED if was_read else "",
        "hidden": [(name, value) for name, value in request.POST.items() if name not in left_out],
        "read": read,
        "sender": entering.sender,
    }
    status = HTTPStatus.CONFLICT if was_read else HTTPStatus.OK
    return render(request, "deciding/entry_check.html", context, status=status)


def base_of(entering):
    """What both pages say."""
    return {
        "entering": entering,
        "track": entering.track,
        "dossier": entering.track.dossier,
        "body": entering.track.body,
        "hint": entering.hint,
    }


def shut(request, sentence, *, track=None, status=HTTPStatus.GONE):
    """Why nothing can be entered here, with what was typed."""
    return closed(
        request,
        sentence,
        subject="Doorgeven",
        question="Er is niets veranderd. Wilt u toch iets doorgeven?",
        dossier=track and track.dossier,
        typed=[request.POST.get(name, "").strip() for name in ("other_day", "condition", "url")],
        status=status,
    )
