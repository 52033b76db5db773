"""The roof: settings, urls, home, search, seed and demo."""

from django.apps import AppConfig, apps
from django.contrib import admin
from django.contrib.admin.apps import AdminConfig


class RegioZwolleConfig(AppConfig):
    name = "regiozwolle"
    verbose_name = "Regio Zwolle"


class PortalAdminConfig(AdminConfig):
    """Makes `admin.site`, with which every app registers, the portal's own."""

    default_site = "regiozwolle.admin.PortalAdminSite"

    def ready(self):
        """Leaves out what the secretariat has no use for: rights go by account, and addresses stand there too."""
        super().ready()
        for name in ("auth.Group", "account.EmailAddress"):
            admin.site.unregister(apps.get_model(name))
