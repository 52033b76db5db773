"""The pages of writing: a point on a passage, the open questions, and changing a point of a draft."""

from functools import partial

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.html import format_html

from agenda.models import Wording
from consultation import actions, autosave, typed
from consultation.access import form_page, is_in_place, no_mandate, own_letter, refused, signed_in, while_open
from consultation.forms import PointForm, QuestionsForm
from consultation.models import Letter
from consultation.saving import answer_form, draw_form, may_be_unfinished, posted
from consultation.senders import about_choosing, choices_of, senders


@form_page
@while_open
@signed_in
def respond(request, consultation, code):
    """The form for a point on the passage with this code; what was begun there before is gone on with.

    With ?nieuw it is for another point beside that.
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
        begun = begun_point(wording, letters, choices)
        if begun:
            return redirect("consultation:point", begun.letter.original.pk, begun.pk)
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
    only_sender = choices[0] if len(choices) == 1 else None
    page = {
        "consultation": consultation,
        "wording": wording,
        "subject": f"{consultation.slug} {code}",
        "title": f"Reageer op {wording.element.mention}",
        "in_name_of": only_sender and only_sender.in_name_of,
        "follows_a_decision": only_sender and only_sender.sender_kind.follows_a_decision,
        "earlier": wording.points.filter(letter__in=[letter.draft or letter for letter in letters])
        .select_related("letter__body__partner", "letter__revises")
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


def begun_point(wording, letters, choices):
    """The point on `wording` that somebody with these letters and Senders began and did not send; None without one.

    What stands in the letter of a group may well be of somebody else there, so with a choice of names it is not.
    """
    own = [letter.draft for letter in letters if letter.draft and (len(choices) == 1 or not letter.is_shared)]
    return wording.points.filter(letter__in=own, origin=None).order_by("-updated_at").first()


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
    letter = next((letter for letter in letters if sender.fits(letter)), None)
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
    return list((letter.draft or letter).points.filter(question__isnull=False)) if letter else []


def sent_before(letter):
    """What those should know who change answers that were sent in `letter`, as safe HTML; "" when they were not."""
    if not letter.number:
        return ""
    if letter.draft:
        return format_html(
            'U hebt reactie <span class="nowrap">{}</span> al verstuurd. De wijzigingen daarna nog niet. '
            "Wat hier staat, telt pas als u opnieuw verstuurt.",
            letter.number,
        )
    return "U hebt deze antwoorden al verstuurd. Wat u hier wijzigt, telt pas als u opnieuw verstuurt."


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
    """The form to change a point of a draft."""
    letter = own_letter(request, pk)
    draft = letter.draft
    if draft is None:
        return refused(request, letter.consultation, actions.SENT_MEANWHILE)
    if not letter.can_change():
        return refused(request, letter.consultation, actions.CLOSED)
    point = draft.points.with_subject().filter(pk=point_pk, wording__isnull=False).first()
    if point is None and comes_from_our_form(request):
        return refused(request, letter.consultation, actions.REMOVED_MEANWHILE)
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
        "title": f"Wijzig uw punt over {point.wording.element.mention}",
        "in_name_of": letter.in_name_of,
        "follows_a_decision": letter.asks_for_decision,
        "letter": letter,
        "point": point,
    }
    return answer_form(
        request,
        letter.consultation,
        form,
        save=partial(save_changed_point, request, draft, point, form),
        show=partial(draw_form, request, "consultation/respond.html", form, page),
        begun_at=draft.created_at,
    )


def comes_from_our_form(request):
    """Whether this person typed in a form at this address, now or earlier, so that there is text to give back."""
    return bool(typed.unseal(request.POST.get("seal", ""), user=request.user) or typed.stored(request))


def save_changed_point(request, draft, point, form):
    """Saves what a valid PointForm holds in `point`. Returns its `draft`; raises Refused."""
    changed = actions.change_point(
        point=point,
        content=form.content,
        form=form.key,
        read=form.read["read"],
        autosaved=autosave.is_asked(request),
    )
    form.saved(changed)
    return draft
