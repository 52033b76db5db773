"""The secretariat's desk: the order of things, and how one gets in."""

from functools import wraps

from django.contrib.admin import AdminSite, ModelAdmin
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import BadRequest, FieldDoesNotExist, PermissionDenied
from django.urls import reverse

# As the secretariat thinks: first the text, then what is asked and decided about it, then what it yields.
ORDER = ["agenda", "consultation", "results", "partners"]


class PortalAdminSite(AdminSite):
    """Django's admin with our name, our order, and the portal's own way of signing in."""

    site_title = "Beheer Regio Zwolle"
    site_header = "Beheer Regio Zwolle"
    index_title = "Wat wilt u bijwerken?"
    enable_nav_sidebar = True

    def admin_view(self, view, cacheable=False):
        """Answers a query string that no page of ours makes with a 400; Django's own desk stumbles over it."""
        guarded = super().admin_view(view, cacheable)
        desk = getattr(view, "__self__", None)

        @wraps(guarded)
        def read(request, *args, **kwargs):
            for name, value in request.GET.items():
                if "\0" in name + value or (isinstance(desk, ModelAdmin) and not names_rows(desk.model, name, value)):
                    raise BadRequest("Dit adres klopt niet.")
            return guarded(request, *args, **kwargs)

        return read

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


def names_rows(model, name, value):
    """Whether `value` could be keys, if `name` is a relation of `model`: what a form is filled in with beforehand."""
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return True
    keys = value.split(",") if field.many_to_many else [value]
    return not field.is_relation or all(not key or (key.isdecimal() and len(key) < 19) for key in keys)
