"""The secretariat's desk for the people who act for the bodies."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html

from partners.ground.admin import Choosing, FilledIn, ReadOnly
from partners.ground.desk.series import Paged
from partners.ground.templatetags.dutch import counted, day
from partners.models import AccountInvitation, Mandate, User

EXPIRED = "uitnodiging voor een account is verlopen,uitnodigingen voor een account zijn verlopen"


class MandateInline(Paged, FilledIn, admin.StackedInline):
    model = Mandate
    autocomplete_fields = ["body"]
    fields = [("body", "capacity"), "party_group", ("starts_on", "ends_on")]


@admin.register(User)
class UserAdmin(admin.ModelAdmin):
    """People sign in by a mailed code, so there is no password to show or set."""

    list_display = ["email", "name", "capacities", "role", "is_active"]
    list_filter = ["is_active", "role", "mandates__capacity"]
    list_per_page = 50
    search_fields = ["email", "name", "mandates__body__name"]
    search_help_text = "Zoek op e-mailadres, naam of orgaan."
    fieldsets = [
        (None, {"fields": ["email", "name", "is_active", "date_joined"]}),
        (
            "Rechten in het beheer",
            {
                "fields": ["role", "is_superuser"],
                "description": "Niemand geeft zichzelf een rol. Alle rechten geeft alleen wie ze zelf heeft.",
            },
        ),
    ]
    inlines = [MandateInline]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("mandates__body")

    def get_readonly_fields(self, request, obj=None):
        """Only a person with every right may give every right away, and nobody gives or takes a right of their own."""
        if obj == request.user:
            return ["date_joined", "is_active", "role", "is_superuser"]
        return ["date_joined", *([] if request.user.is_superuser else ["is_superuser"])]

    def has_change_permission(self, request, obj=None):
        """Those who could change the address of an account with every right could sign in to it."""
        return super().has_change_permission(request, obj) and may_touch(request.user, obj)

    def has_delete_permission(self, request, obj=None):
        """Nobody deletes their own account; among others it goes as in changing."""
        return super().has_delete_permission(request, obj) and obj != request.user and may_touch(request.user, obj)

    def get_actions(self, request):
        """People go one by one: a whole selection could hold one's own account."""
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    def save_model(self, request, obj, form, change):
        if not change:
            obj.set_unusable_password()
        super().save_model(request, obj, form, change)

    @admin.display(description="hoedanigheden")
    def capacities(self, user):
        held = [f"{mandate.get_capacity_display()}, {mandate.body}" for mandate in user.mandates.all()]
        return "; ".join(held) or None


def may_touch(user, account):
    """Whether `user` may change or delete `account` (None: any): one with every right only by its equal."""
    return account is None or not account.is_superuser or user.is_superuser


class HeldFilter(admin.SimpleListFilter):
    """Whether a mandate is in force today."""

    title = "loopt vandaag"
    parameter_name = "loopt"

    def lookups(self, request, model_admin):
        return [("ja", "Ja"), ("nee", "Nee")]

    def queryset(self, request, queryset):
        held = Mandate.objects.held()
        return {"ja": queryset.filter(pk__in=held), "nee": queryset.exclude(pk__in=held)}.get(self.value(), queryset)


@admin.register(Mandate)
class MandateAdmin(Choosing, admin.ModelAdmin):
    list_display = ["user", "capacity", "party_group", "body", "starts_on", "ends_on"]
    list_filter = [HeldFilter, "capacity", "body__kind", ("body", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["user", "body"]
    list_per_page = 50
    search_fields = ["user__email", "user__name", "body__name", "party_group"]
    autocomplete_fields = ["user", "body"]


class ExpiredFilter(admin.SimpleListFilter):
    """Whether one can still say yes."""

    title = "verlopen"
    parameter_name = "verlopen"

    def lookups(self, request, model_admin):
        return [("ja", "Ja")]

    def queryset(self, request, queryset):
        return queryset.expired() if self.value() else queryset


def invitations_waiting(user):
    """What the page on which the day begins says of invitations that nobody answered in time. One query."""
    count = AccountInvitation.objects.expired().count() if user.has_perm("partners.change_accountinvitation") else 0
    address = reverse("admin:partners_accountinvitation_changelist")
    return [(counted(count, EXPIRED), f"{address}?verlopen=ja")] if count else []


@admin.register(AccountInvitation)
class AccountInvitationAdmin(ReadOnly, admin.ModelAdmin):
    """Who is asked of all bodies. Inviting, sending again and taking back is done on the page of the body."""

    list_display = ["name", "email", "capacity", "body", "stand"]
    list_filter = [ExpiredFilter, "capacity", "body__kind", ("body", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["body"]
    list_per_page = 50
    ordering = ["-sent_at", "pk"]
    search_fields = ["email", "name", "body__name"]
    fields = ["name", "email", "body", "capacity", "party_group", "ends_on", "sent_at", "sent_by", "todo"]
    readonly_fields = ["todo"]

    @admin.display(description="stand")
    def stand(self, invitation):
        until = day(invitation.lasts_until)
        return f"verlopen op {until}" if invitation.has_expired else f"open tot en met {until}"

    @admin.display(description="wat wilt u doen?")
    def todo(self, invitation):
        address = reverse("partners:people", args=[invitation.body_id])
        return format_html('<a href="{}">Verstuur opnieuw of trek in, bij de mensen van het orgaan</a>', address)
