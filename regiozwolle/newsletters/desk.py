"""The desk for newsletters: writing one, seeing it and whom it reaches, sending it once, and who got it."""

from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.db.models import Count
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.html import format_html

from partners.ground import mail
from partners.ground.desk.acts import confirm_and_do
from partners.ground.templatetags.dutch import counted, moment
from regiozwolle.mails import NEWSLETTER
from regiozwolle.newsletters.models import Newsletter
from regiozwolle.newsletters.sending import context_of, reach, send

READERS = "lezer,lezers"


class NewsletterAdmin(admin.ModelAdmin):
    list_display = ["title", "audience", "state"]
    list_per_page = 50
    search_fields = ["title"]
    readonly_fields = ["state"]
    fields = ["title", "text", "audience", "capacity", "partner_kind", "page", "state"]
    fixed_because = "Deze nieuwsbrief is verstuurd en verandert niet meer."

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(mail_count=Count("mails"))

    @admin.display(description="stand")
    def state(self, newsletter):
        if newsletter.pk is None:
            return "U slaat de brief eerst op. Daarna ziet u hoe hij eruitziet en wie hem krijgt."
        if newsletter.sent_at:
            count = counted(newsletter.mail_count, "lezer kreeg,lezers kregen")
            return f"Verstuurd op {moment(newsletter.sent_at)}. {count} hem tot nu toe."
        address = reverse("admin:regiozwolle_newsletter_send", args=[newsletter.pk])
        return format_html('Nog niet verstuurd. <a href="{}">Bekijk en verstuur de nieuwsbrief</a>.', address)

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and (obj is None or obj.sent_at is None)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and (obj is None or obj.sent_at is None)

    def get_urls(self):
        view = self.admin_site.admin_view(send_page)
        return [path("<int:pk>/versturen/", view, name="regiozwolle_newsletter_send"), *super().get_urls()]


@permission_required("regiozwolle.change_newsletter", raise_exception=True)
def send_page(request, pk):
    """Shows the mail and how many it reaches, and sends it."""
    newsletter = get_object_or_404(Newsletter, pk=pk)

    def do():
        send(newsletter=newsletter, by=request.user)
        messages.success(request, "De nieuwsbrief wordt verstuurd. Bij ‘stand’ ziet u hoeveel lezers hem kregen.")
        return redirect("admin:regiozwolle_newsletter_change", pk)

    def page():
        now = get_object_or_404(Newsletter, pk=pk)
        count = reach(now)
        problems = ["Deze nieuwsbrief is al verstuurd."] if now.sent_at else []
        problems += [] if count or now.sent_at else ["Er is niemand die deze nieuwsbrief krijgt."]
        return {
            "title": f"Verstuur ‘{now}’",
            "back": reverse("admin:regiozwolle_newsletter_change", args=[pk]),
            "back_name": str(now),
            "lines": [f"De nieuwsbrief gaat naar {counted(count, READERS)}. Daarna verandert hij niet meer."],
            "problems": problems,
            "mail": mail.composed(NEWSLETTER, to="de lezer", context=context_of(now, "/volgen/eigen/(eigen-link)/")),
            "button": "" if problems else "Verstuur de nieuwsbrief",
        }

    return confirm_and_do(request, page=page, do=do, locks=[Newsletter.objects.filter(pk=pk)])
