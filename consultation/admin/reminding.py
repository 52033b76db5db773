"""The desk for reminders: who got one or wants none, and the page on which all are reminded now."""

from functools import partial

from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse

from consultation import actions
from consultation.actions import reminding
from consultation.models import Consultation, Reminder
from partners.ground.admin import ReadOnly
from partners.ground.desk.acts import confirm_and_do
from partners.ground.templatetags.dutch import counted


@admin.register(Reminder)
class ReminderAdmin(ReadOnly, admin.ModelAdmin):
    """Who was reminded of what. Whether the mail left stands with the mails."""

    list_display = ["user", "consultation", "sent_at", "declined_at"]
    list_filter = ["consultation"]
    list_select_related = ["user", "consultation"]
    list_per_page = 50
    search_fields = ["user__name", "user__email"]
    search_help_text = "Zoek op naam of e-mailadres."
    fields = ["user", "consultation", "sent_at", "declined_at"]


def remind_path(model_admin):
    """The address of the page, to stand before those of the admin itself."""
    view = model_admin.admin_site.admin_view(remind)
    return path("<int:pk>/herinneren/", view, name="consultation_consultation_remind")


@permission_required("consultation.change_consultation", raise_exception=True)
def remind(request, pk):
    """Reminds everyone who may still react and was not reminded, after showing who they are and the mail."""

    def do():
        consultation = get_object_or_404(Consultation, pk=pk)
        actions.ask_to_remind(consultation=consultation)
        messages.success(request, "Wij sturen de herinneringen. In deze lijst staat straks wie er een krijgt.")
        return redirect(reminders_list(consultation))

    return confirm_and_do(request, page=partial(reminding_page, pk), do=do, locks=[Consultation.objects.filter(pk=pk)])


def reminding_page(pk):
    """Who is reminded, with the mail."""
    consultation = get_object_or_404(Consultation, pk=pk)
    people = list(reminding.who_may_react(consultation).prefetch_related("mandates__body"))
    problems = why_not_remind(consultation, people)
    return {
        "title": "Herinner wie nog kan reageren",
        "back": reverse("admin:consultation_consultation_change", args=[pk]),
        "back_name": consultation,
        "lines": [*([] if problems else what_it_mails(people)), *who_got_one(consultation)],
        "problems": problems,
        "shown": [] if problems else [(user.name or user.email, in_words(user)) for user in people],
        "mail": None if problems else reminding.preview(consultation=consultation, user=people[0]),
        "button": "" if problems else "Herinner",
        "links": [(reminders_list(consultation), "Voor wie is er al een herinnering, en wie wil er geen?")],
    }


def reminders_list(consultation):
    """The list of who was reminded of `consultation`."""
    return f"{reverse('admin:consultation_reminder_changelist')}?consultation__id__exact={consultation.pk}"


def why_not_remind(consultation, people):
    """Why nobody can be reminded, as a list of sentences."""
    if not consultation.is_open():
        return [reminding.NOT_OPEN]
    return [] if people else ["Er is niemand meer om te herinneren."]


def what_it_mails(people):
    """How many mails it is at most, and what that means for later, in sentences."""
    return [
        f"Hoogstens {counted(len(people), 'mens krijgt,mensen krijgen')} een e-mail. "
        "Wie alles al verstuurde, krijgt er geen.",
        "Ieder krijgt één herinnering: wie er nu een krijgt, krijgt er drie dagen voor het sluiten geen meer.",
    ]


def who_got_one(consultation):
    """How many were reminded or want no reminder, as a list of sentences."""
    reminded = consultation.reminders.filter(sent_at__isnull=False).count()
    declined = consultation.reminders.filter(declined_at__isnull=False).count()
    lines = []
    if reminded:
        lines.append(f"Voor {counted(reminded, 'mens is,mensen is')} er al een herinnering.")
    if declined:
        lines.append(f"{counted(declined, 'mens liet,mensen lieten')} weten niet te reageren.")
    return lines


def in_words(user):
    """As what this person acts, for which bodies."""
    return ", ".join(
        f"{mandate.get_capacity_display()} van {mandate.body.in_sentence}" for mandate in user.mandates.all()
    )
