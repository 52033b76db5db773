"""The desk of the security log, for who may read it: nothing is written or changed here."""

from django.contrib import admin
from django.contrib.auth import get_user_model
from django.db.models import OuterRef, Subquery

from partners.ground.admin import ReadOnly
from partners.ground.models import SecurityEvent
from partners.ground.security import pages

ERASED = "een gewiste gebruiker"


@admin.register(SecurityEvent)
class SecurityEventAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ["made_at", "kind", "result", "who", "what_page", "origin"]
    list_filter = ["kind", "result"]
    list_per_page = 100
    search_fields = ["about", "email", "origin", "number"]
    search_help_text = "Zoek op e-mailadres, netwerkadres, ‘account 12’ of het nummer van een foutpagina."
    date_hierarchy = "made_at"
    show_full_result_count = False
    fields = ["made_at", "kind", "result", "who", "what_page", "origin", "number"]

    def get_queryset(self, request):
        person = get_user_model().objects.filter(pk=OuterRef("actor_id"))
        return super().get_queryset(request).annotate(email=Subquery(person.values("email")[:1]))

    @admin.display(description="wie", ordering="email")
    def who(self, event):
        """The address; of who is gone that they are, and None of who did not sign in."""
        return event.email or (ERASED if event.actor_id else None)

    @admin.display(description="waarover", ordering="about")
    def what_page(self, event):
        return pages.in_words(event.about) or None
