"""The secretariat's desk: the order of things, and how one gets in."""

from django.contrib.admin import AdminSite
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.urls import reverse

# As the secretariat thinks: first the text, then what is asked and decided about it, then what it yields.
ORDER = ["agenda", "consultation", "results", "partners"]


class PortalAdminSite(AdminSite):
    """Django's admin with our name, our order, and the portal's own way of signing in."""

    site_title = "Beheer Regio Zwolle"
    site_header = "Beheer Regio Zwolle"
    index_title = "Wat wilt u bijwerken?"
    enable_nav_sidebar = True

    def login(self, request, extra_context=None):
        """Signs in by mailed code like everyone; who is signed in but not of the secretariat gets a 403."""
        if request.user.is_authenticated:
            raise PermissionDenied
        return redirect_to_login(request.GET.get("next") or reverse("admin:index"))

    def get_app_list(self, request, app_label=None):
        """The apps in ORDER, each with its models as registered; the rest after them."""
        apps = self._build_app_dict(request, app_label)
        registered = [model._meta.object_name for model in self._registry]
        for app in apps.values():
            app["models"].sort(key=lambda model: registered.index(model["object_name"]))
        return sorted(
            apps.values(), key=lambda app: ORDER.index(app["app_label"]) if app["app_label"] in ORDER else len(ORDER)
        )
