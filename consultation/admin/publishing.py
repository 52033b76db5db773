"""The pages on which the secretariat confirms an act: what it will do, and a button."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils import timezone

from agenda.forms import PublicationForm
from consultation import actions
from consultation.actions.publishing import NOT_WHILE_PEOPLE_REACT, letters_of, recipients
from consultation.models import Answer, Consultation, Point, Publication
from partners.ground.admin import confirm
from partners.ground.templatetags.dutch import counted, moment
from partners.models import Body, Capacity, Mandate


def told(points):
    """Points as a page of confirmation shows them."""
    return [(f"{point.letter.number}, {point.letter.sender}: {point.subject}", point.text) for point in points]


def acts_of(model_admin):
    """The addresses of the acts on a consultation, to stand before those of the admin itself."""
    view = model_admin.admin_site.admin_view
    return [
        path("<int:pk>/publiceren/", view(publish), name="consultation_consultation_publish"),
        path("<int:pk>/afronden/", view(finish), name="consultation_consultation_finish"),
        path("<int:pk>/uitnodigen/", view(invite), name="consultation_consultation_invite"),
        path("publicatie/<int:pk>/intrekken/", view(withdraw), name="consultation_consultation_withdraw"),
    ]


def desk_of(consultation, **filters):
    """The list of points of one consultation, with more filters by their names in the address."""
    query = "&".join(f"{name}={value}" for name, value in filters.items())
    address = reverse("admin:consultation_point_changelist")
    return f"{address}?letter__consultation__id__exact={consultation.pk}{f'&{query}' if query else ''}"


@permission_required("consultation.change_consultation", raise_exception=True)
def publish(request, pk):
    """Shows how many answers, senders and mails a publication is, and makes it."""
    consultation = get_object_or_404(Consultation, pk=pk)
    form = PublicationForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            batch = actions.publish(consultation=consultation, by=request.user, at=form.cleaned_data["at"])
            count = counted(batch.answers.count(), "antwoord staat,antwoorden staan")
            when = (
                "nu op de site" if batch.published_at <= timezone.now() else f"klaar voor {moment(batch.published_at)}"
            )
            messages.success(request, f"{count} {when}.")
            return redirect("admin:consultation_consultation_change", pk)
        except actions.Refused as refusal:
            messages.error(request, refusal)
            return redirect(request.path)
    answers = list(Answer.objects.to_publish(consultation).prefetch_related("points__letter"))
    letters = list(letters_of(answers))
    addresses = {user.email if user else letter.sender_email for letter in letters for user in recipients(letter)}
    unreviewed = Answer.objects.unreviewed(consultation).count()
    lines = [
        f"{counted(len(answers), 'antwoord komt,antwoorden komen')} op de site.",
        f"{counted(len(letters), 'reactie wordt,reacties worden')} beantwoord.",
        f"{counted(len(addresses), 'adres krijgt,adressen krijgen elk')} één e-mail, met eigen punten en antwoorden.",
        "Wat op de site staat, verandert niet meer. Een ander antwoord is dan een nieuw antwoord.",
    ]
    problems = [] if answers else ["Er is geen nagekeken antwoord om op de site te zetten."]
    if timezone.now() < consultation.grace_ends_at:
        problems = [NOT_WHILE_PEOPLE_REACT]
    if problems:
        lines = []
    if unreviewed:
        lines.append(f"{counted(unreviewed, 'antwoord gaat,antwoorden gaan')} niet mee: nog niet nagekeken.")
    return confirm(
        request,
        title="Zet de antwoorden op de site",
        back=reverse("admin:consultation_consultation_change", args=[pk]),
        back_name=consultation,
        lines=lines,
        problems=problems,
        shown=[(answer.get_verdict_display(), answer.reason or "Zonder reden.") for answer in answers],
        form=None if problems else form,
        button="" if problems else "Zet op de site",
    )


@permission_required("consultation.change_consultation", raise_exception=True)
def withdraw(request, pk):
    """Takes back a batch of answers that is planned but not on the site yet."""
    publication = get_object_or_404(Publication.objects.select_related("consultation"), pk=pk)
    back = reverse("admin:consultation_consultation_change", args=[publication.consultation_id])
    if request.method == "POST":
        try:
            actions.withdraw_publication(publication=publication, by=request.user)
            messages.success(request, "De publicatie is ingetrokken. De antwoorden blijven nagekeken.")
        except actions.Refused as refusal:
            messages.error(request, refusal)
        return redirect(back)
    return confirm(
        request,
        title="Trek de geplande publicatie in",
        back=back,
        back_name=publication.consultation,
        lines=[
            f"{counted(publication.answers.count(), 'antwoord komt,antwoorden komen')} dan niet "
            f"op {moment(publication.published_at)} op de site."
        ],
        button="Trek in",
    )


@permission_required("consultation.change_consultation", raise_exception=True)
def finish(request, pk):
    """Closes a consultation off, or says which points still need an answer."""
    consultation = get_object_or_404(Consultation, pk=pk)
    back = reverse("admin:consultation_consultation_change", args=[pk])
    if request.method == "POST":
        try:
            actions.finish(consultation=consultation)
            messages.success(request, "De consultatie is afgerond.")
            return redirect(back)
        except actions.Refused as refusal:
            messages.error(request, refusal)
            return redirect(request.path)
    waiting = Point.objects.filter(letter__consultation=consultation).unanswered().select_related("letter")
    waiting = list(waiting.order_by("pk"))
    lines = ["Elk punt heeft een antwoord op de site.", "Afzenders kunnen daarna geen punt meer heropenen."]
    if count := consultation.letters.left_out().count():
        lines.append(
            f"Let op, nog niet bevestigd of ingeschreven: {counted(count, 'reactie,reacties')}. "
            "Na het afronden kan dat niet meer."
        )
    problems = []
    if consultation.finished_at:
        problems.append(f"Deze consultatie is al afgerond, op {moment(consultation.finished_at)}.")
    elif timezone.now() < consultation.grace_ends_at:
        problems.append("Deze consultatie loopt nog.")
    elif waiting:
        problems.append(f"{counted(len(waiting), 'punt heeft,punten hebben')} nog geen antwoord op de site.")
    return confirm(
        request,
        title="Rond de consultatie af",
        back=desk_of(consultation, werk="alles") if waiting else back,
        back_name="Punten die nog een antwoord nodig hebben" if waiting else consultation,
        lines=[] if problems else lines,
        problems=problems,
        shown=[(f"{point.letter.number}, punt {point.pk}", point.text) for point in waiting],
        button="" if problems else "Rond af",
    )


@permission_required("consultation.change_consultation", raise_exception=True)
def invite(request, pk):
    """Invites every council and Provinciale Staten that was not invited yet, after showing which."""
    consultation = get_object_or_404(Consultation, pk=pk)
    back = reverse("admin:consultation_consultation_change", args=[pk])
    if request.method == "POST":
        try:
            bodies, mails = actions.invite(consultation=consultation)
            told = f"{counted(bodies, 'orgaan,organen')} uitgenodigd, met {counted(mails, 'e-mail,e-mails')}."
            messages.success(request, told)
        except actions.Refused as refusal:
            messages.error(request, refusal)
        return redirect(back)
    bodies = Body.objects.assemblies(is_example=consultation.is_example)
    new = list(bodies.exclude(invitations__consultation=consultation))
    clerks = Mandate.objects.held().filter(body__in=new, capacity=Capacity.CLERK, user__is_active=True)
    known = set(clerks.values_list("body", flat=True))
    problems = ["Deze consultatie is gesloten."] if consultation.closes_at <= timezone.now() else []
    if not new:
        problems.append("Alle raden en Staten zijn al uitgenodigd.")
    return confirm(
        request,
        title="Nodig alle raden en Staten uit",
        back=back,
        back_name=consultation,
        lines=[]
        if problems
        else [
            f"{counted(len(new), 'orgaan wordt,organen worden')} uitgenodigd. Dat komt op de site te staan.",
            f"Van {counted(len(known), 'orgaan,organen')} is een griffier bekend. Die krijgt een e-mail met een link.",
        ],
        problems=problems,
        shown=[(body.name, "" if body.pk in known else "Geen griffier bekend, dus geen e-mail.") for body in new],
        button="" if problems else "Nodig uit",
    )
