"""The desk for mail: what waits, what failed and why, and sending it again. Nothing is written or changed here."""

from operator import itemgetter

from django.contrib import admin, messages
from django.shortcuts import redirect
from django.urls import reverse

from partners.ground.admin import ReadOnly
from partners.ground.desk.acts import confirm_and_do, page_of_chosen
from partners.ground.mail import sending
from partners.ground.mail.kinds import KINDS, name_of
from partners.ground.mail.previews import preview_paths
from partners.ground.mail.trouble import waits_since
from partners.ground.models import Mail
from partners.ground.templatetags.dutch import counted


class KindFilter(admin.SimpleListFilter):
    """The kinds of mail by their Dutch names."""

    title = "soort"
    parameter_name = "soort"

    def lookups(self, request, model_admin):
        return sorted(((kind.key, kind.name) for kind in KINDS.values()), key=itemgetter(1))

    def queryset(self, request, queryset):
        return queryset.filter(kind=self.value()) if self.value() in KINDS else queryset


@admin.register(Mail)
class MailAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ["stand", "about", "to", "answer", "created_at"]
    list_display_links = ["about"]
    list_filter = ["state", KindFilter, "is_uncertain"]
    list_per_page = 50
    search_fields = ["to", "about"]
    search_help_text = "Zoek op e-mailadres of onderwerp."
    date_hierarchy = "created_at"
    show_full_result_count = False
    fields = [
        "about", "to", "kind_in_words", "stand", "created_at", "attempts", "tried_at", "sent_at", "answer",
        "expires_at", "message_id",
    ]  # fmt: skip
    actions = ["send_again"]

    @admin.display(description="soort", ordering="kind")
    def kind_in_words(self, mail):
        return name_of(mail.kind)

    @admin.display(description="stand", ordering="state")
    def stand(self, mail):
        """The state, and that the mail may have arrived twice."""
        return f"{mail.get_state_display()}{', onzeker: mogelijk dubbel' if mail.is_uncertain else ''}"

    def changelist_view(self, request, extra_context=None):
        if sentence := waits_since(Mail.objects.trouble()):
            self.message_user(request, sentence, messages.WARNING)
        lists = [(reverse("admin:ground_mail_kinds"), "Hoe zien de mails eruit?")]
        return super().changelist_view(request, {**(extra_context or {}), "lists": lists})

    def get_urls(self):
        return [*preview_paths(self), *super().get_urls()]

    @admin.action(description="Verstuur opnieuw wat is mislukt", permissions=["view"])
    def send_again(self, request, queryset):
        keys = [mail.pk for mail in queryset]

        def do():
            count = sending.send_again(mails=queryset)
            said = f"{counted(count, 'mail wordt,mails worden')} opnieuw verstuurd."
            self.message_user(request, said if count else "Hier is niets bij dat is mislukt.", messages.SUCCESS)
            return redirect(request.get_full_path())

        def page():
            mails = list(queryset.all())
            return page_of_chosen(
                self,
                request,
                mails,
                action="send_again",
                title="Verstuur opnieuw wat is mislukt",
                lines=["Wat is mislukt, wordt opnieuw verstuurd. Wat al is verstuurd, niet."],
                shown=[(str(one), self.stand(one)) for one in mails],
                button="Verstuur opnieuw",
            )

        locks = [Mail.objects.filter(pk__in=keys)]
        return confirm_and_do(request, page=page, do=do, locks=locks, is_pressed="apply" in request.POST)
