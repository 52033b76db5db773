"""The desk of accounts, on which nobody changes alone who can act as whom, nor gives a right to themselves."""

from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.html import format_html

from partners.admin.people import MandateAdmin, MandateInline, UserAdmin, may_touch
from partners.ground.admin import ReadOnly
from partners.ground.desk.acts import confirm_and_do, done_before
from partners.ground.refusal import Refused
from partners.ground.templatetags.dutch import counted, moment
from partners.models import User
from partners.people import telling
from regiozwolle.identity import changing
from regiozwolle.identity.models import AccountChange

WAITS = (
    "Dit wacht op een tweede persoon: {}. Wie het mag bevestigen, krijgt een mail. Tot dan verandert het niet. "
    "Bij ‘Wijzigingen van accounts’ trekt u het in."
)
TO_DECIDE = "wijziging van een account wacht op uw bevestiging,wijzigingen van een account wachten op uw bevestiging"
ASK_FIRST = "Vraag het na bij wie het aangaat, langs een andere weg dan e-mail. Bevestig het dan pas."
YOU_ASKED = "U vroeg dit. Een ander moet dit bevestigen of afwijzen. Tot dan kunt u het intrekken."
OFF = "Uw account staat uit. U kunt niet meer inloggen."
ON = "Uw account staat weer aan. U kunt weer inloggen."


class OthersMandates(MandateInline):
    """Nobody gives a mandate to themselves."""

    def has_add_permission(self, request, obj=None):
        return super().has_add_permission(request, obj) and obj != request.user

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and obj != request.user

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and obj != request.user


class AccountDesk(UserAdmin):
    inlines = [OthersMandates]

    def save_model(self, request, obj, form, change):
        """Saves what one may change alone, and asks a second person for the rest."""
        before = User.objects.select_for_update().get(pk=obj.pk) if change else User()
        wanted = changing.wanted(before, obj)
        for one in wanted:
            one.hold_back(before, obj)
        super().save_model(request, obj, form, change)
        for one in wanted:
            self.go_on(request, obj, one)
        if before.pk and before.is_active != obj.is_active:
            changing.changed(obj, [ON if obj.is_active else OFF], by=telling.who_did_it())

    def go_on(self, request, user, wanted):
        """Asks a second person, or tells what was done at once."""
        said = {"user": user, "what": wanted.what, "before": wanted.before, "after": wanted.after, "by": request.user}
        said |= wanted.more
        if not wanted.waits:
            changing.change_at_once(**said)
            return
        try:
            messages.warning(request, WAITS.format(changing.ask(**said)))
        except Refused as refused:
            messages.error(request, refused)

    def save_formset(self, request, form, formset, change):
        with telling.told(form.instance):
            super().save_formset(request, form, formset, change)


class MandateDesk(MandateAdmin):
    """As the rows below an account."""

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and not is_own(request, obj)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and not is_own(request, obj)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "user":
            kwargs["queryset"] = User.objects.exclude(pk=request.user.pk)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def save_model(self, request, obj, form, change):
        """A mandate may also go from one person to another."""
        holders = User.objects.filter(Q(pk=obj.user_id) | Q(mandates=obj.pk)).distinct()
        with telling.told(*holders):
            super().save_model(request, obj, form, change)

    def delete_model(self, request, obj):
        with telling.told(obj.user):
            super().delete_model(request, obj)

    def delete_queryset(self, request, queryset):
        with telling.told(*User.objects.filter(mandates__in=queryset).distinct()):
            super().delete_queryset(request, queryset)


def is_own(request, mandate):
    return mandate is not None and mandate.user_id == request.user.pk


@admin.register(AccountChange)
class AccountChangeDesk(ReadOnly, admin.ModelAdmin):
    """Only to read: what waits is decided on a page of its own."""

    list_display = ["what", "user", "before", "after", "asked_by", "asked_at", "state"]
    list_filter = ["what", ("decided_at", admin.EmptyFieldListFilter), "is_done"]
    list_per_page = 50
    list_select_related = ["user", "asked_by", "decided_by"]
    search_fields = ["user__email", "user__name"]
    fields = ["what", "user", "before", "after", "asked_by", "asked_at", "decided_by", "decided_at", "state"]
    readonly_fields = ["state"]

    def get_queryset(self, request):
        return super().get_queryset(request).for_(request.user)

    @admin.display(description="stand")
    def state(self, change):
        address = change.get_absolute_url()
        if change.is_mine_to_decide:
            return format_html('<a href="{}">Bevestig of wijs af</a>', address)
        if change.is_mine_to_withdraw:
            return format_html('wacht op een ander. <a href="{}">Trek het in</a>', address)
        return change.outcome or "wacht op een ander"


def changes_waiting(user):
    """What the page on which the day begins says of accounts: (words, the list). One query."""
    count = AccountChange.objects.decidable_by(user).count() if user.has_perm("regiozwolle.view_accountchange") else 0
    address = reverse("admin:regiozwolle_accountchange_changelist")
    return [(counted(count, TO_DECIDE), f"{address}?decided_at__isempty=1")] if count else []


@permission_required("regiozwolle.view_accountchange", raise_exception=True)
def decide(request, pk):
    """Shows what somebody asked of an account; another person confirms or refuses it, or who asked takes it back."""
    if not request.user.writes:
        raise PermissionDenied
    if answer := done_before(request):
        return answer
    change = get_object_or_404(AccountChange.objects.select_related("user", "asked_by"), pk=pk)

    def do():
        act, said = changing.confirm, "Bevestigd en gedaan."
        if change.asked_by == request.user:
            act, said = changing.withdraw, "Ingetrokken. Er is niets gewijzigd."
        elif "more" in request.POST:
            act, said = changing.refuse, "Afgewezen. Er is niets gewijzigd."
        act(change=change, by=request.user)
        messages.success(request, said)
        return redirect("admin:regiozwolle_accountchange_changelist")

    locks = [AccountChange.objects.filter(pk=pk), User.objects.filter(pk=change.user_id)]
    return confirm_and_do(request, page=lambda: page_of(request, change), do=do, locks=locks)


def page_of(request, change):
    change.refresh_from_db()
    was, became = "Nu", "Wordt"
    if change.decided_at:
        was, became = "Was", "Werd" if change.is_done else "Zou worden"
    return {
        "title": f"{change.get_what_display().capitalize()}: {change.user}",
        "back": reverse("admin:regiozwolle_accountchange_changelist"),
        "back_name": "Wijzigingen van accounts",
        "shown": [
            ("Account", f"{change.user}, {change.user.email}"),
            (was, change.before or "passkeys, app en herstelcodes"),
            (became, change.after or "geen tweede stap, tot de persoon die opnieuw instelt"),
            ("Gevraagd", f"door {change.asked_by or 'iemand die is gewist'}, op {moment(change.asked_at)}"),
        ],
        **what_one_may(request.user, change),
    }


def what_one_may(user, change):
    """What the page of `change` lets `user` do, or why nothing."""
    if change.decided_at:
        return {"problems": [f"Hierover is al besloten: {change.outcome}, op {moment(change.decided_at)}."]}
    if change.asked_by == user:
        return {"lines": [YOU_ASKED], "button": "Trek in"}
    if AccountChange.objects.decidable_by(user).filter(pk=change.pk).exists():
        return {"lines": [ASK_FIRST], "button": "Bevestig", "more": "Wijs af"}
    return {"problems": ["Een ander moet dit bevestigen: niet wie het vroeg, en niet wie het aangaat."]}


@permission_required("partners.change_user", raise_exception=True)
def take_step_away(request, pk):
    """Asks that the second step of an account is taken away, for who lost their phone and their codes."""
    return act_on_account(
        request,
        pk,
        title="Haal de tweede stap weg",
        lines=[
            "De passkeys, de app en de herstelcodes van dit account werken dan niet meer.",
            "Wie het account heeft, stelt ze bij het volgende inloggen opnieuw in.",
            "Een tweede persoon bevestigt dit eerst. De persoon zelf krijgt daarvan een mail.",
        ],
        do=lambda user: changing.ask_to_take_step_away(user=user, by=request.user),
        said="Gevraagd. Dit wacht op een tweede persoon.",
    )


@permission_required("partners.change_user", raise_exception=True)
def sign_out(request, pk):
    """Ends all sessions of an account, such as of who lost a laptop."""
    return act_on_account(
        request,
        pk,
        title="Log overal uit",
        lines=["Dit account wordt op elk apparaat uitgelogd. Wat iemand typte, blijft bewaard."],
        do=lambda user: changing.sign_out(user=user, by=request.user),
        said="Overal uitgelogd.",
    )


def act_on_account(request, pk, *, title, lines, do, said):
    """The page of an act on one account, which then leads back to that account."""
    if answer := done_before(request):
        return answer
    user = get_object_or_404(User, pk=pk)
    if not may_touch(request.user, user):
        raise PermissionDenied
    back = reverse("admin:partners_user_change", args=[pk])

    def done():
        do(user)
        messages.success(request, said)
        return redirect(back)

    page = {"title": f"{title}: {user}", "back": back, "back_name": user, "lines": lines, "button": title}
    return confirm_and_do(request, page=lambda: page, do=done, locks=[User.objects.filter(pk=pk)])
