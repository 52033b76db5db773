"""What other bodies think, for those who act for a body themselves, and joining it ("sluit aan")."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from consultation import actions
from consultation.access import form_page, no_mandate, refused, signed_in
from consultation.forms import EndorseForm, OthersFilter
from consultation.models import Consultation, Endorsement, Point
from consultation.senders import reads_others, senders
from partners.ground.publishing import shown_to

PER_PAGE = 25
NOT_SHARED = (
    "Wat raden, Staten en colleges met elkaar delen, leest verder niemand. "
    "Openbare reacties leest iedereen na sluiting bij de tekst, en met hun antwoord in de nota van beantwoording."
)


@require_safe
@vary_on_headers("HX-Target")
@signed_in
def others(request, slug):
    """The points that other bodies share, with how many joined each, per kind of sender and never added up."""
    consultation = shown_to(request, Consultation.objects.select_related("version__agenda"), slug=slug)
    choices = senders(request.user)
    if not choices and not request.user.is_staff:
        return no_mandate(request, consultation)
    if not reads_others(request.user):
        return refused(request, consultation, NOT_SHARED, heading="Dit is voor raden, Staten en colleges")
    points = Point.objects.shared_with(request.user).filter(letter__consultation=consultation)
    wordings = consultation.version.wordings.select_related("element").order_by("element__position")
    form = OthersFilter(request.GET, codes=[(wording.element.code, str(wording.element)) for wording in wordings])
    found = (
        form.filter(points)
        .with_subject()
        .with_rungs()
        .with_joins()
        .select_related("letter__body__partner")
        .prefetch_related(Prefetch("endorsements", Endorsement.objects.select_related("body")))
    )
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("pagina"))
    names = {
        (choice.mandate.body_id, choice.sender_kind.value, choice.party_group)
        for choice in choices
        if choice.may_endorse
    }
    for point in page:
        point.joined = [joined for joined in point.endorsements.all() if is_own(joined, names, request.user)]
        point.has_name_left = len(point.joined) < len(names)
    piece = "consultation/_others_points.html"
    return render(
        request,
        piece if request.htmx.target == "others-points" else "consultation/others.html",
        {
            "consultation": consultation,
            "form": form,
            "page": page,
            "pages": page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
            "is_filtered": any(form.cleaned_data.values()),
            "may_join": bool(names) and consultation.is_open(),
        },
    )


def is_own(endorsement, names, user):
    """Whether `user` may take back `endorsement`: one in a name of theirs, and if that is no group's, by themselves."""
    named = (endorsement.body_id, endorsement.sender_kind, endorsement.party_group)
    return named in names and (endorsement.author_id == user.pk or endorsement.is_shared)


def shared_point(request, pk):
    """A point that another body shares with this person, or a 404."""
    found = (
        Point.objects.shared_with(request.user)
        .with_subject()
        .select_related("letter__body__partner", "letter__consultation")
    )
    return get_object_or_404(found, pk=pk)


def back_to(point):
    """The point in the list of its consultation."""
    return redirect(f"{reverse('consultation:others', args=[point.letter.consultation.slug])}#punt-{point.pk}")


@form_page
@signed_in
def endorse(request, pk):
    """Asks in whose name, then joins a point."""
    point = shared_point(request, pk)
    choices = [choice for choice in senders(request.user) if choice.may_endorse]
    if not choices:
        return no_mandate(request, point.letter.consultation)
    return join(request, point, choices)


@form_page
@signed_in
def endorse_again(request, pk, endorsement_pk):
    """What a point said when it was joined beside what it says now, and joining that too or no longer."""
    point = shared_point(request, pk)
    endorsement = get_object_or_404(point.endorsements.select_related("body"), pk=endorsement_pk)
    endorsement.point = point
    choices = [sender for sender in senders(request.user) if sender.may_endorse and gave(sender, endorsement)]
    if not choices:
        raise Http404
    if endorsement.is_current:
        return back_to(point)
    return join(request, point, choices, before=endorsement)


def gave(sender, endorsement):
    """Whether `endorsement` is one in the name of `sender`, a Sender."""
    return Endorsement.objects.of(sender).filter(pk=endorsement.pk).exists()


def join(request, point, choices, *, before=None):
    """The form with which one joins `point` in one of `choices`, Senders; `before` is the endorsement of old words."""
    form = EndorseForm(request.POST if request.method == "POST" else None, senders=choices, point=point)
    if form.is_valid():
        decided = {
            name: form.cleaned_data[name] for name in ("decided_on", "decision_url") if name in form.cleaned_data
        }
        read = form.cleaned_data["read"] or None
        try:
            actions.endorse(point=point, by=request.user, sender=form.chosen_sender, read=read, **decided)
        except actions.Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, f"U bent aangesloten bij het punt over {point.subject}.")
        return back_to(point)
    page = {
        "point": point,
        "consultation": point.letter.consultation,
        "form": form,
        "only_sender": choices[0] if len(choices) == 1 else None,
        "before": before,
        "heading": "Sluit u zich ook aan bij de nieuwe tekst?" if before else "Sluit u aan bij dit punt?",
    }
    return render(request, "consultation/endorse.html", page)


@require_POST
@signed_in
def take_back_endorsement(request, pk, endorsement_pk):
    """Ends an endorsement in a name of this person."""
    point = shared_point(request, pk)
    endorsement = get_object_or_404(point.endorsements.select_related("point__letter"), pk=endorsement_pk)
    for choice in senders(request.user):
        if choice.may_endorse and gave(choice, endorsement):
            try:
                actions.take_back_endorsement(endorsement=endorsement, sender=choice)
            except actions.Refused as refusal:
                messages.error(request, str(refusal))
            else:
                messages.success(request, "Uw aansluiting is ingetrokken.")
            break
    return back_to(point)
