"""The desk for what did not come in by the site: typed in here, read back by its sender, and registered."""

from itertools import groupby
from operator import attrgetter

from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.db.models import Count
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.html import format_html

from agenda.models import Wording
from consultation import actions
from consultation.actions.entering import problems
from consultation.forms.entering import LetterForm, LetterPointForm, LetterPoints
from consultation.models import Channel, Consultation, EnteredLetter, Letter, LetterState, Point, Question
from consultation.scans.desk import scan_paths, to_scan
from partners.ground.admin import HTTPS, SHORT
from partners.ground.desk.acts import confirm_and_do
from partners.ground.desk.series import Paged
from partners.ground.templatetags.dutch import counted, moment


def grouped(rows, *, head):
    """`rows` as the choices of a list, each group under what its rows have as `head`."""
    groups = groupby(rows, key=attrgetter(head))
    return [("", "---------"), *((str(name), [(row.pk, str(row)) for row in members]) for name, members in groups)]


class LetterPointInline(Paged, admin.StackedInline):
    model = Point
    form = LetterPointForm
    formset = LetterPoints
    per_page = 12
    is_in_own_list = False  # that of points has those of letters that are registered
    fk_name = "letter"
    formfield_overrides = SHORT
    fields = ["wording", ("question", "kind"), "text", "proposal", "proposes_deletion"]
    extra = 1
    view_on_site = False

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("wording__element", "wording__version", "question")

    def get_formset(self, request, obj=None, **kwargs):
        """The texts and questions of its own consultation; before that is chosen, those of all that can be reacted to.

        The choices are made once, for Django would ask for them again at each point.
        """
        formset = super().get_formset(request, obj, **kwargs)
        fields = formset.form.base_fields
        asked = Consultation.objects.filter(pk=obj.consultation_id) if obj else Consultation.objects.all()
        if "wording" in fields:
            found = Wording.objects.filter(version__in=asked.values("version"))
            found = found.select_related("element", "version__agenda").order_by("-version", "position")
            fields["wording"].choices = grouped(found, head="version")
        if "question" in fields:
            found = Question.objects.filter(consultation__in=asked).select_related("consultation")
            fields["question"].choices = grouped(
                found.order_by("-consultation__opens_at", "consultation", "position"), head="consultation"
            )
        return formset

    def has_change_permission(self, request, obj=None):
        return obj is None or obj.state == LetterState.DRAFT

    has_add_permission = has_delete_permission = has_change_permission


@admin.register(EnteredLetter)
class EnteredLetterAdmin(admin.ModelAdmin):
    """Letters, mails, calls and what tables reported. They count once registered, and stay as they are then."""

    form = LetterForm
    formfield_overrides = SHORT | HTTPS
    list_display = ["reference", "sender", "channel", "received_on", "stand", "point_count", "checked"]
    list_filter = ["consultation", "channel", "state", "sender_kind", ("checked_at", admin.EmptyFieldListFilter)]
    list_select_related = ["consultation", "body__partner", "table__session", "revises"]
    list_per_page = 50
    ordering = ["-updated_at"]
    search_fields = ["number", "body__name", "party_group", "letter_text", "points__text"]
    search_help_text = "Zoek op ontvangstnummer, orgaan, fractie of een woord uit de brief."
    inlines = [LetterPointInline]
    view_on_site = False

    fieldsets = [
        (None, {"fields": ["next_act", "consultation", ("channel", "received_on"), "entered_by"]}),
        ("Van wie?", {"fields": [("sender_kind", "body"), "party_group", ("decided_on", "decision_url"), "sharing"]}),
        (
            "De afzender kijkt na",
            {
                "fields": ["sender_email", "answer_of_sender"],
                "description": "Niet verplicht. Bij het inschrijven krijgt dit adres een link om het na te kijken.",
            },
        ),
        (
            "De hele tekst",
            {
                "fields": ["letter_text", "as_it_came"],
                "description": "Zoals de reactie binnenkwam. Staat niet op de site.",
            },
        ),
    ]
    readonly_fields = ["next_act", "answer_of_sender", "entered_by", "as_it_came"]
    table_fieldsets = [
        (None, {"fields": ["next_act", "consultation", "sender", "attendance"]}),
    ]

    def get_queryset(self, request):
        found = super().get_queryset(request).exclude(channel=Channel.SITE)
        return found.annotate(point_count=Count("points", distinct=True))

    def get_fieldsets(self, request, obj=None):
        return self.table_fieldsets if obj and obj.table_id else self.fieldsets

    def get_readonly_fields(self, request, obj=None):
        return (
            [*self.readonly_fields, "sender", "attendance", "consultation"]
            if obj and obj.table_id
            else self.readonly_fields
        )

    def has_change_permission(self, request, obj=None):
        """What is registered is a record."""
        return super().has_change_permission(request, obj) and (obj is None or obj.state == LetterState.DRAFT)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and obj is not None and obj.state == LetterState.DRAFT

    def save_model(self, request, obj, form, change):
        if not change:
            obj.entered_by = request.user
        super().save_model(request, obj, form, change)

    def response_add(self, request, obj, post_url_continue=None):
        """To the letter itself, where it can be registered."""
        if "_addanother" in request.POST:
            return super().response_add(request, obj, post_url_continue)
        messages.success(request, "De reactie is bewaard en telt nog niet mee. Schrijf de reactie eerst in.")
        return redirect("admin:consultation_enteredletter_change", obj.pk)

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/inschrijven/", view(register), name="consultation_enteredletter_register"),
            path("<int:pk>/verbeteren/", view(correct), name="consultation_enteredletter_correct"),
            *scan_paths(self.admin_site),
            *super().get_urls(),
        ]

    @admin.display(description="reactie", ordering="number")
    def reference(self, letter):
        if letter.revises:
            return f"verbetering van {letter.revises.number}"
        return letter.number or "nog niet ingeschreven"

    @admin.display(description="van")
    def sender(self, letter):
        return letter.sender

    @admin.display(description="stand", ordering="state")
    def stand(self, letter):
        if letter.state == LetterState.DRAFT:
            return "nog na te lezen" if letter.table_id else "nog niet ingeschreven"
        return "telt mee" if letter.state == LetterState.SENT else letter.get_state_display()

    @admin.display(description="punten", ordering="point_count")
    def point_count(self, letter):
        return letter.point_count

    @admin.display(description="afzender", ordering="checked_at", empty_value="–")
    def checked(self, letter):
        if not letter.checked_at:
            return None
        return "klopt niet" if letter.check_remark else "klopt"

    @admin.display(description="wat de afzender zei")
    def answer_of_sender(self, letter):
        letter = letter.revises or letter
        if not letter.checked_at:
            return "nog niets"
        return f"{moment(letter.checked_at)}: {letter.check_remark or 'het klopt.'}"

    @admin.display(description="aan tafel")
    def attendance(self, letter):
        return ", ".join(str(one) for one in letter.table.attendance.all()) or "niet ingevuld"

    @admin.display(description="scan")
    def as_it_came(self, letter):
        return to_scan(letter) if letter.pk else "Sla de reactie eerst op. Daarna zet u de scan erbij."

    @admin.display(description="inschrijven")
    def next_act(self, letter):
        if not letter.pk:
            return "Sla de reactie eerst op. Daarna kunt u die inschrijven."
        if letter.state != LetterState.DRAFT:
            told = f"Ingeschreven als {letter.number} op {moment(letter.sent_at)}, en telt mee."
            if letter.table_id:
                return told
            address = reverse("admin:consultation_enteredletter_correct", args=[letter.pk])
            return format_html('{} <a href="{}">Verbeter wat er staat</a>', told, address)
        address = reverse("admin:consultation_enteredletter_register", args=[letter.pk])
        return format_html('<a href="{}">Kijk na en schrijf in</a>', address)


def entered_letter(pk):
    """The letter with the number `pk` in its address, if it did not come in by the site."""
    found = EnteredLetter.objects.exclude(channel=Channel.SITE).select_related("consultation", "revises")
    return get_object_or_404(found, pk=pk)


@permission_required("consultation.change_enteredletter", raise_exception=True)
def correct(request, pk):
    """Says what mending a registered letter means, and begins it."""

    def do():
        draft = actions.correct(letter=entered_letter(pk), by=request.user)
        messages.success(request, "Verbeter hieronder wat niet klopt, sla het op en schrijf het in.")
        return redirect("admin:consultation_enteredletter_change", draft.pk)

    locks = [Letter.objects.filter(pk=pk)]
    return confirm_and_do(request, page=lambda: correcting_page(entered_letter(pk)), do=do, locks=locks)


def correcting_page(letter):
    """What mending a registered letter means."""
    lines = [
        "U krijgt een concept met alles wat er staat. Tot u dat inschrijft, telt wat er nu staat.",
        "Het ontvangstnummer blijft. Wat er eerst stond, blijft bewaard.",
    ]
    if letter.check_remark:
        lines.append(f"De afzender schreef: ‘{letter.check_remark}’")
    return {
        "title": "Verbeter een ingeschreven reactie",
        "back": reverse("admin:consultation_enteredletter_change", args=[letter.pk]),
        "back_name": str(letter),
        "lines": lines,
        "button": "Begin met verbeteren",
    }


@permission_required("consultation.change_enteredletter", raise_exception=True)
def register(request, pk):
    """Shows what is registered, and does it."""
    letter = entered_letter(pk)
    if letter.state != LetterState.DRAFT:
        return redirect("admin:consultation_enteredletter_change", pk)

    def do():
        counts = actions.register(letter=letter, by=request.user)
        messages.success(request, f"De reactie is ingeschreven als {counts.number} en telt mee.")
        return redirect("admin:consultation_enteredletter_change", counts.pk)

    locks = [Letter.objects.filter(pk=pk), Point.objects.filter(letter=pk)]
    return confirm_and_do(request, page=lambda: registration_page(entered_letter(pk)), do=do, locks=locks)


def registration_page(letter):
    """What is registered, with all its points."""
    points = list(letter.points.with_subject().select_related("letter__body", "letter__table__session"))
    found = problems(letter)
    lines = [
        f"{counted(len(points), 'punt telt,punten tellen')} mee, van {letter.sender}.",
        f"Dit komt in de plaats van wat er bij reactie {letter.revises.number} stond."
        if letter.revises
        else "De reactie krijgt een ontvangstnummer. Wat er staat, blijft bewaard, ook als u het later verbetert.",
    ]
    if letter.sender_email:
        lines.append(f"{letter.sender_email} krijgt een e-mail met een link om na te kijken of het klopt.")
    return {
        "title": "Schrijf de reactie in",
        "back": reverse("admin:consultation_enteredletter_change", args=[letter.pk]),
        "back_name": letter.sender,
        "lines": [] if found else lines,
        "problems": found,
        "shown": told_briefly(points),
        "reads": [
            ("Voorstellen voor een andere tekst", "\n".join(point.proposal for point in points)),
            ("De hele tekst", letter.letter_text),
            ("Delen", letter.get_sharing_display()),
        ],
        "goes_public": [(letter.sender, letter.letter_text)],
        "button": "" if found else "Schrijf in",
    }


def told_briefly(points):
    """Points as the page of the act shows them; they have no number yet."""
    return [(point.subject, point.text) for point in points]
