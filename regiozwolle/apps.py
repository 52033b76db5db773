"""The roof: settings, urls, home, search, seed and demo."""

from django.apps import AppConfig, apps
from django.contrib import admin
from django.contrib.admin.apps import AdminConfig
from django.utils.module_loading import import_string


class RegioZwolleConfig(AppConfig):
    name = "regiozwolle"
    verbose_name = "Regio Zwolle"


class PortalAdminConfig(AdminConfig):
    """Makes `admin.site`, with which every app registers, the portal's own."""

    default_site = "regiozwolle.admin.PortalAdminSite"
    left_out = (
        "auth.Group",
        "account.EmailAddress",
        "mfa.Authenticator",
        "socialaccount.SocialApp",
        "socialaccount.SocialAccount",
        "socialaccount.SocialToken",
    )
    # Desks of rooms of the roof; some know how one signs in, and take the place of those of the app itself.
    desks = {
        "partners.User": "regiozwolle.identity.desk.AccountDesk",
        "partners.Mandate": "regiozwolle.identity.desk.MandateDesk",
        "regiozwolle.Newsletter": "regiozwolle.newsletters.desk.NewsletterAdmin",
    }

    def ready(self):
        """Leaves out what the secretariat has no use for: rights go by account, and addresses stand there too."""
        super().ready()
        for name in self.left_out:
            admin.site.unregister(apps.get_model(name))
        for name, desk in self.desks.items():
            if admin.site.is_registered(apps.get_model(name)):
                admin.site.unregister(apps.get_model(name))
            admin.site.register(apps.get_model(name), import_string(desk))
