"""The roof: settings, urls, home, search, seed and demo."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class RegioZwolleConfig(AppConfig):
    name = "regiozwolle"
    verbose_name = "Regio Zwolle"


class PortalAdminConfig(AdminConfig):
    """Makes `admin.site`, with which every app registers, the portal's own."""

    default_site = "regiozwolle.admin.PortalAdminSite"
