"""The pages on which answers are put on the site or taken back, and a consultation is closed off."""

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils import timezone

from agenda.forms import PublicationForm
from consultation import actions
from consultation.actions.publishing import NOT_WHILE_PEOPLE_REACT, letters_of, preview, recipients
from consultation.admin.excerpts import points_list
from consultation.admin.reviewing import answer_to, as_published
from consultation.models import Answer, Consultation, Nota, Point, Publication
from partners.ground.desk.acts import confirm_and_do
from partners.ground.desk.previews import links_page, preview_name
from partners.ground.templatetags.dutch import counted, moment


def publishing_paths(model_admin):
    """The addresses of these pages, to stand before those of the admin itself."""
    view = model_admin.admin_site.admin_view
    return [
        path("<int:pk>/publiceren/", view(publish), name="consultation_consultation_publish"),
        path("<int:pk>/afronden/", view(finish), name="consultation_consultation_finish"),
        path("<int:pk>/nota/vooraf/", view(read_ahead), name=preview_name(Nota)),
        path("publicatie/<int:pk>/intrekken/", view(withdraw), name="consultation_consultation_withdraw"),
    ]


@permission_required("consultation.change_consultation", raise_exception=True)
def publish(request, pk):
    """Shows how many answers, senders and mails a publication is, and makes it."""
    consultation = get_object_or_404(Consultation, pk=pk)
    form = PublicationForm(request.POST if request.method == "POST" else None)

    def do():
        batch = actions.publish(consultation=consultation, by=request.user, at=form.cleaned_data["at"])
        count = counted(batch.answers.count(), "antwoord staat,antwoorden staan")
        is_there = batch.published_at <= timezone.now()
        when = "nu op de site" if is_there else f"klaar voor {moment(batch.published_at)}"
        messages.success(request, f"{count} {when}.")
        return redirect("admin:consultation_consultation_change", pk)

    return confirm_and_do(
        request,
        page=lambda: publication_page(consultation, form),
        do=do,
        locks=[Consultation.objects.filter(pk=pk), unpublished(consultation)],
    )


def unpublished(consultation):
    """All answers of `consultation` that nobody sees yet: while they are locked none is reviewed or rewritten."""
    asked = Answer.objects.filter(points__letter__consultation=consultation, published_at=None)
    return Answer.objects.filter(pk__in=asked.values("pk"))


def publication_page(consultation, form):
    """What a publication is, with each answer."""
    answers = list(Answer.objects.to_publish(consultation).prefetch_related("points__letter", "wordings"))
    problems = why_not_publish(consultation, answers)
    return {
        "title": "Zet de antwoorden op de site",
        "back": reverse("admin:consultation_consultation_change", args=[consultation.pk]),
        "back_name": consultation,
        "lines": [*([] if problems else what_it_publishes(answers)), *what_stays_behind(consultation)],
        "problems": problems,
        "shown": [(answer_to(answer), "\n".join(as_published(answer))) for answer in answers],
        "goes_public": [(str(point), point.text) for answer in answers for point in answer.points.all()],
        "form": None if problems else form,
        "mail": None if problems else preview(consultation=consultation),
        "button": "" if problems else "Zet op de site",
    }


def why_not_publish(consultation, answers):
    """Why `answers` cannot come on the site, as a list of sentences."""
    if timezone.now() < consultation.grace_ends_at:
        return [NOT_WHILE_PEOPLE_REACT]
    return [] if answers else ["Er is geen nagekeken antwoord om op de site te zetten."]


def what_it_publishes(answers):
    """How many answers, letters and mails it is, in sentences."""
    letters = list(letters_of(answers))
    addresses = {user.email if user else letter.sender_email for letter in letters for user in recipients(letter)}
    return [
        f"{counted(len(answers), 'antwoord komt,antwoorden komen')} op de site.",
        f"{counted(len(letters), 'reactie wordt,reacties worden')} beantwoord.",
        f"{counted(len(addresses), 'adres krijgt,adressen krijgen elk')} één e-mail, met eigen punten en antwoorden.",
        "Wat op de site staat, verandert niet meer. Een ander antwoord is dan een nieuw antwoord.",
    ]


def what_stays_behind(consultation):
    """How many answers nobody looked at yet, as a list of at most one sentence."""
    unreviewed = Answer.objects.unreviewed(consultation).count()
    words = "antwoord gaat,antwoorden gaan"
    return [f"{counted(unreviewed, words)} niet mee: nog niet nagekeken."] if unreviewed else []


@permission_required("consultation.change_consultation", raise_exception=True)
def read_ahead(request, pk):
    """The links with which others read the nota before its answers are on the site, and a form for another."""
    return links_page(request, Nota, pk, model_of_desk=Consultation)


@permission_required("consultation.change_consultation", raise_exception=True)
def withdraw(request, pk):
    """Takes back a batch of answers that is planned but not on the site yet."""
    publication = get_object_or_404(Publication.objects.select_related("consultation"), pk=pk)
    back = reverse("admin:consultation_consultation_change", args=[publication.consultation_id])

    def do():
        actions.withdraw_publication(publication=publication, by=request.user)
        messages.success(request, "De publicatie is ingetrokken. De antwoorden blijven nagekeken.")
        return redirect(back)

    def page():
        planned = get_object_or_404(Publication, pk=pk)
        return {
            "title": "Trek de geplande publicatie in",
            "back": back,
            "back_name": publication.consultation,
            "lines": [
                f"{counted(planned.answers.count(), 'antwoord komt,antwoorden komen')} dan niet "
                f"op {moment(planned.published_at)} op de site."
            ],
            "button": "Trek in",
        }

    locks = [Publication.objects.filter(pk=pk), Answer.objects.filter(publication=pk)]
    return confirm_and_do(request, page=page, do=do, locks=locks)


@permission_required("consultation.change_consultation", raise_exception=True)
def finish(request, pk):
    """Closes a consultation off, or says which points still need an answer."""

    def do():
        actions.finish(consultation=get_object_or_404(Consultation, pk=pk))
        messages.success(request, "De consultatie is afgerond.")
        return redirect("admin:consultation_consultation_change", pk)

    locks = [Consultation.objects.filter(pk=pk)]
    return confirm_and_do(request, page=partial(finishing_page, pk), do=do, locks=locks)


def finishing_page(pk):
    """What finishing means, or which points still need an answer."""
    consultation = get_object_or_404(Consultation, pk=pk)
    waiting = Point.objects.filter(letter__consultation=consultation).unanswered().select_related("letter")
    waiting = list(waiting.order_by("pk"))
    problem = why_not_finish(consultation, waiting)
    back = reverse("admin:consultation_consultation_change", args=[consultation.pk])
    return {
        "title": "Rond de consultatie af",
        "back": points_list(consultation, werk="alles") if waiting else back,
        "back_name": "Punten die nog een antwoord nodig hebben" if waiting else consultation,
        "lines": [] if problem else what_finishing_means(consultation),
        "problems": [problem] if problem else [],
        "shown": [(f"{point.letter.number}, punt {point.pk}", point.text) for point in waiting],
        "button": "" if problem else "Rond af",
    }


def why_not_finish(consultation, waiting):
    """Why it cannot be finished, as a sentence, or ""; `waiting` are the points without an answer on the site."""
    if consultation.finished_at:
        return f"Deze consultatie is al afgerond, op {moment(consultation.finished_at)}."
    if timezone.now() < consultation.grace_ends_at:
        return "Deze consultatie loopt nog."
    if waiting:
        return f"{counted(len(waiting), 'punt heeft,punten hebben')} nog geen antwoord op de site."
    return ""


def what_finishing_means(consultation):
    """What can no longer be done once it is finished, in sentences."""
    lines = ["Elk punt heeft een antwoord op de site.", "Afzenders kunnen daarna geen punt meer heropenen."]
    if count := consultation.letters.left_out().count():
        lines.append(
            f"Let op, nog niet bevestigd of ingeschreven: {counted(count, 'reactie,reacties')}. "
            "Na het afronden kan dat niet meer."
        )
    return lines
