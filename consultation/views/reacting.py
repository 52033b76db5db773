"""The pages of writing: a point on a passage, the open questions, and changing a point of a draft."""

from functools import partial

from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.html import format_html
from django_htmx.http import HttpResponseClientRedirect

from agenda.models import Wording
from consultation import actions, autosave, typed
from consultation.access import form_page, is_in_place, no_mandate, own_letter, refused, signed_in, while_open
from consultation.authorship import is_of_others
from consultation.forms import PointForm, QuestionsForm
from consultation.models import Letter, PointKind
from consultation.saving import answer_form, draw_form, may_be_unfinished, posted
from consultation.senders import about_choosing, choices_of, senders


@form_page
@while_open
@signed_in
def respond(request, consultation, code):
    """The form for a point on the passage with this code; what was begun there before is gone on with.

    With ?nieuw it is for another point beside that, and with ?soort of that kind unless one chooses another.
    """
    wording = get_object_or_404(
        Wording.objects.published().select_related("element", "version"),
        version=consultation.version,
        element__code=code,
    )
    choices = senders(request.user)
    if not choices:
        return no_mandate(request, consultation)
    letters = standing_letters(request.user, consultation)
    stored = typed.stored(request)
    if request.method != "POST" and not stored and "nieuw" not in request.GET:
        begun = begun_points(wording, letters, choices)
        if begun:
            return go_on(request, consultation, wording, begun)
    form = PointForm(
        posted(request),
        user=request.user,
        wording=wording,
        senders=choices,
        letters=letters,
        unfinished=may_be_unfinished(request),
        stored=stored,
        suffix=suffix_in_place(request, wording),
    )
    if (kind := request.GET.get("soort")) in PointKind.values:
        form.initial.setdefault("kind", kind)
    only_sender = choices[0] if len(choices) == 1 else None
    page = {
        "consultation": consultation,
        "wording": wording,
        "subject": f"{consultation.slug} {code}",
        "title": f"Reageer op {wording.element.mention}",
        "in_name_of": only_sender and only_sender.in_name_of,
        "follows_a_decision": only_sender and only_sender.sender_kind.follows_a_decision,
        "returned": letter_in_name_of(only_sender, letters),
        "earlier": wording.points.filter(letter__in=[letter.draft or letter for letter in letters])
        .select_related("letter__body__partner", "letter__revises")
        .with_hands()
        .order_by("pk"),
    }
    return answer_form(
        request,
        consultation,
        form,
        save=partial(save_new_point, request, consultation, form),
        show=partial(draw_form, request, "consultation/respond.html", form, page),
    )


def standing_letters(user, consultation):
    """The letters of `user`, and of the groups they write in, that were not withdrawn; a list."""
    return list(Letter.objects.of(user).standing().filter(consultation=consultation))


def letter_in_name_of(sender, letters):
    """The one of `letters` that is in the name of `sender`, a Sender or None; None without one."""
    return next((letter for letter in letters if sender and sender.fits(letter)), None)


def begun_points(wording, letters, choices):
    """The points on `wording` that somebody with these letters and Senders may mean, not sent yet: the newest first.

    One's own goes on with the newest of them. Those of a group count where one has no other name: they may well be of
    somebody else there.
    """
    own = [letter.draft for letter in letters if letter.draft and (len(choices) == 1 or not letter.is_shared)]
    found = wording.points.filter(letter__in=own, origin=None).select_related("letter__revises", "letter__body")
    found = list(found.with_hands().order_by("-updated_at"))
    return found if found and found[0].letter.is_shared else found[:1]


def go_on(request, consultation, wording, points):
    """Leads to the point that this person began; in a group they choose between what stands there and adding to it."""
    if len(points) == 1 and whose_point(points[0], request.user) == "uw punt":
        return redirect("consultation:point", points[0].letter.original.pk, points[0].pk)
    if is_in_place(request):  # there is no room for it there
        return HttpResponseClientRedirect(request.get_full_path())
    page = {"consultation": consultation, "wording": wording, "points": points}
    return render(request, "consultation/choose_point.html", page)


def suffix_in_place(request, wording):
    """What tells the ids of a form apart from those of others in the page of the agenda; "" on a page of its own."""
    return f"-{wording.element.code}" if is_in_place(request) else ""


def save_new_point(request, consultation, form):
    """Saves what a valid PointForm holds in the letter of the chosen sender. Returns the draft; raises Refused."""
    point = actions.save_point(
        author=request.user,
        consultation=consultation,
        sender=form.chosen_sender,
        wording=form.wording,
        content=form.content,
        opened_at=form.opened_at,
        form=form.key,
        pk=form.pk,
        read=form.read["read"],
        autosaved=autosave.is_asked(request),
    )
    form.saved(point)
    return point.letter


@form_page
@while_open
@signed_in
def answer_questions(request, consultation):
    """The open questions of a consultation, in one form.

    The form shows the answers of one letter, so those who can react in several names choose that first.
    """
    choices = senders(request.user)
    if not choices:
        return no_mandate(request, consultation)
    questions = list(consultation.questions.all())
    if not questions:
        raise Http404("Deze consultatie stelt geen vragen.")
    sender = named_sender(request, choices)
    if request.method == "POST" and not is_still_theirs(request, sender) and typed.texts(request):
        return refused(request, consultation, actions.NOT_YOURS_NOW)
    letters = standing_letters(request.user, consultation)
    if sender is None:
        page = {
            "consultation": consultation,
            "choices": choices_of(choices, letters),
            "about_choosing": about_choosing(choices),
        }
        return render(request, "consultation/questions_sender.html", page)
    letter = letter_in_name_of(sender, letters)
    written = written_answers(letter)
    form = QuestionsForm(
        posted(request), user=request.user, questions=questions, written=written, stored=typed.stored(request)
    )
    page = {
        "consultation": consultation,
        "subject": f"{consultation.slug} {sender.key}",
        "sender": sender,
        "has_choice": len(choices) > 1,
        "sent_before": sent_before(letter) if written else "",
        "letter": letter,
    }
    return answer_form(
        request,
        consultation,
        form,
        save=partial(save_answers, request, consultation, sender, form),
        show=partial(draw_form, request, "consultation/questions.html", form, page),
    )


def named_sender(request, choices):
    """The only Sender there is, or the one that the address names; None when that is none of theirs."""
    by_key = {choice.key: choice for choice in choices}
    return choices[0] if len(choices) == 1 else by_key.get(request.GET.get("namens"))


def is_still_theirs(request, sender):
    """Whether the name in which the form was opened is still `sender`; without a name in the address it is."""
    return sender is not None and request.GET.get("namens", sender.key) == sender.key


def written_answers(letter):
    """The answers that stand in `letter` now, as points; none without a letter."""
    return list((letter.draft or letter).points.filter(question__isnull=False).with_hands()) if letter else []


def sent_before(letter):
    """What those should know who change answers that were sent in `letter`, as safe HTML; "" when they were not."""
    if not letter.number:
        return ""
    if letter.draft:
        return format_html(
            'Reactie <span class="nowrap">{}</span> is al verstuurd. De wijzigingen daarna nog niet. '
            "Wat hier staat, telt pas als u opnieuw verstuurt.",
            letter.number,
        )
    return "Deze antwoorden zijn al verstuurd. Wat u hier wijzigt, telt pas als u opnieuw verstuurt."


def save_answers(request, consultation, sender, form):
    """Saves what a valid QuestionsForm holds in the letter of `sender`. Returns the draft; raises Refused."""
    draft = actions.save_answers(
        author=request.user,
        consultation=consultation,
        sender=sender,
        answers=form.answers,
        opened_at=form.opened_at,
        form=form.key,
        read=form.read_answers,
        autosaved=autosave.is_asked(request),
    )
    form.saved(draft)
    return draft


@form_page
@signed_in
def point(request, pk, point_pk):
    """The form to change a point. What was sent stays as it is until a word is changed and that is sent too."""
    letter = own_letter(request, pk)
    if not letter.can_change():
        return refused(request, letter.consultation, actions.CLOSED)
    shown = letter.draft or letter
    found = shown.points.whole().filter(Q(pk=point_pk) | Q(origin=point_pk), wording__isnull=False)
    point = found.with_subject().with_hands().first()
    if point is None and comes_from_our_form(request):
        reason = actions.REMOVED_MEANWHILE if letter.draft else actions.SENT_MEANWHILE
        return refused(request, letter.consultation, reason)
    if point is None:
        raise Http404("Dit punt is er niet.")
    form = PointForm(
        posted(request),
        user=request.user,
        wording=point.wording,
        point=point,
        unfinished=may_be_unfinished(request),
        stored=typed.stored(request),
        suffix=suffix_in_place(request, point.wording),
    )
    page = {
        "consultation": letter.consultation,
        "wording": point.wording,
        "subject": f"{letter.consultation.slug} {point.wording.element.code}",
        "title": f"Wijzig {whose_point(point, request.user)} over {point.wording.element.mention}",
        "in_name_of": letter.in_name_of,
        "follows_a_decision": letter.asks_for_decision,
        "letter": letter,
        "returned": letter,
        "point": point,
    }
    return answer_form(
        request,
        letter.consultation,
        form,
        save=partial(save_changed_point, request, letter, point, form),
        show=partial(draw_form, request, "consultation/respond.html", form, page),
        begun_at=letter.draft and letter.draft.created_at,
    )


def whose_point(point, reader):
    """'uw punt' to whoever wrote it alone, and 'het punt' to another of the group."""
    return "het punt" if point.letter.is_shared and is_of_others(point, reader) else "uw punt"


def comes_from_our_form(request):
    """Whether this person typed in a form at this address, now or earlier, so that there is text to give back."""
    return bool(typed.unseal(request.POST.get("seal", ""), user=request.user) or typed.stored(request))


def save_changed_point(request, letter, point, form):
    """Saves what a valid PointForm holds in `point` of `letter`. Returns the draft it is in now; raises Refused."""
    changed = actions.change_point(
        letter=letter,
        pk=point.pk,
        by=request.user,
        content=form.content,
        opened_at=form.opened_at,
        form=form.key,
        read=form.read["read"],
        autosaved=autosave.is_asked(request),
    )
    form.saved(changed)
    return changed.letter
