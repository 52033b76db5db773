"""The secretariat's desk: the order of things, and how one gets in."""

from functools import partial, wraps

from django.contrib.admin import AdminSite, ModelAdmin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.options import FORMFIELD_FOR_DBFIELD_DEFAULTS, IncorrectLookupParameters
from django.contrib.admin.widgets import AdminTextInputWidget
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import NON_FIELD_ERRORS, BadRequest, PermissionDenied, ValidationError
from django.db.models import CharField, DateTimeField, EmailField, SlugField, TextField, UniqueConstraint, URLField
from django.forms import ModelForm
from django.urls import path, reverse

from partners.ground import history
from partners.ground.desk.acts import done_before
from partners.ground.desk.choosing import ByName
from partners.ground.desk.deleting import delete_selected
from partners.ground.desk.previews import PreviewDesk
from partners.ground.desk.publishing import PublishingDesk
from partners.ground.desk.shared import SharedDesk
from partners.ground.forms import MailAddress, Moment, Slug, Text, WebAddress
from partners.ground.publishing import Publishable
from regiozwolle.history.desk import REASON, RecordedDesk
from regiozwolle.kept.desk import around, keep_text, throw_away

# As the secretariat thinks: first what comes in and is answered every day, then the text it is about, then what that
# yields. Per app the models that come first; the others follow as registered.
ORDER = {
    "consultation": [
        "Point",
        "Answer",
        "EnteredLetter",
        "Letter",
        "Theme",
        "InternalLabel",
        "AnswerTemplate",
        "Consultation",
        "Invitation",
        "Reminder",
        "TableSession",
    ],
    "deciding": ["Dossier", "Track"],
    "meetings": ["Meeting"],
    "agenda": [],
    "results": [],
    "partners": [],
    "ground": [],
}
# What is recorded as done by a page of the desk that has no act of its own.
ACTS = {
    "add_view": "toegevoegd",
    "change_view": "gewijzigd",
    "delete_view": "verwijderd",
    "changelist_view": "in de lijst gewijzigd",
}
WRONG_ADDRESS = "Dit adres of formulier klopt niet."
# The jobs of the worker: they only say that something waits, and what waits has a desk of its own.
WITHOUT_DESK = {"procrastinate"}
# With which field every desk asks for text, so that a limit is told and nothing is cut, and for a moment, so that one
# that the clock shows twice is told in our words. It goes in Django’s own table, from which each desk and each of its
# rows begins, so that none can forget it.
ASKED_WITH = {
    CharField: {"form_class": Text},
    TextField: {"form_class": Text},
    SlugField: {"form_class": Slug, "widget": AdminTextInputWidget},
    URLField: {"form_class": WebAddress},
    EmailField: {"form_class": MailAddress},
    DateTimeField: {"form_class": Moment},
}
for field, asked in ASKED_WITH.items():
    FORMFIELD_FOR_DBFIELD_DEFAULTS[field] = FORMFIELD_FOR_DBFIELD_DEFAULTS.get(field, {}) | asked


class DeskForm(ModelForm):
    """A form of the desk, that says at a field what Django says above the form: that something is there already."""

    def _post_clean(self):
        """Looks also at what is unique with a field that is only read here; Django leaves that to the database.

        Of rows that can change places only their formset can say so.
        """
        super()._post_clean()
        for constraint in self._meta.model._meta.constraints if self.prefix is None else []:
            if isinstance(constraint, UniqueConstraint) and self.asks_a_part_of(constraint):
                try:
                    constraint.validate(self._meta.model, self.instance)
                except ValidationError as refused:
                    self.add_error(self.field_to_mend(refused), refused)

    def asks_a_part_of(self, constraint):
        """Whether some fields of a constraint are asked here, without a fault, and the others are not."""
        fields = set(constraint.fields)
        return not fields.isdisjoint(self.fields) and not fields <= self.fields.keys() | self._errors.keys()

    def add_error(self, field, error):
        for refused in getattr(error, "error_dict", {}).pop(NON_FIELD_ERRORS, []):
            super().add_error(self.field_to_mend(refused), refused)
        if not hasattr(error, "error_dict") or error.error_dict:
            super().add_error(field, error)

    def field_to_mend(self, refused):
        """The last field of the constraint that refuses, as far as the form has them; None for any other error."""
        fields = [
            name
            for constraint in self._meta.model._meta.constraints
            if isinstance(constraint, UniqueConstraint) and constraint.violation_error_message == refused.message
            for name in constraint.fields
            if name in self.fields
        ]
        return fields[-1] if fields else None


class PortalAdminSite(AdminSite):
    """Django's admin with our name, our order, and the portal's own way of signing in."""

    site_title = "Beheer Regio Zwolle"
    site_header = "Beheer Regio Zwolle"
    index_title = "Wat wilt u bijwerken?"
    index_template = "admin/start.html"
    # The lists need the width; all of them stand on the first page.
    enable_nav_sidebar = False

    def __init__(self, name="admin"):
        super().__init__(name)
        self.disable_action("delete_selected")
        self.add_action(delete_selected, "delete_selected")

    def register(self, model_or_iterable, admin_class=None, **options):
        """As Django's own; every desk is shared, and without a form of its own, it and each of its inlines get ours.

        The desk of what can be public has the acts for that.

        Set here, and not by a class that all desks must inherit from, it cannot be forgotten.
        """
        models = model_or_iterable if isinstance(model_or_iterable, list | tuple) else [model_or_iterable]
        if any(model._meta.app_label in WITHOUT_DESK for model in models):
            return
        for desk in filter(None, (admin_class, *getattr(admin_class, "inlines", ()))):
            if desk.form is ModelForm:
                desk.form = DeskForm
        own = [admin_class] if admin_class else []
        bases = (SharedDesk, *publishing_desks(models), *own, RecordedDesk)
        shared = type(own[0].__name__ if own else "Desk", bases, {})
        super().register(model_or_iterable, shared, **options)

    def admin_view(self, view, cacheable=False):
        """Records what a page changes, refuses it to who only reads, and answers what no page of ours sends with a 400.

        Django's own desk stumbles over that. A button that was pressed before is answered with where it led then:
        what it was about may be gone.
        """
        guarded = super().admin_view(view, cacheable)
        desk = getattr(view, "__self__", None)

        def recorded(request, *args, **kwargs):
            if request.method in ("GET", "HEAD", "OPTIONS"):
                return guarded(request, *args, **kwargs)
            if request.user.is_staff and not request.user.writes:
                raise PermissionDenied
            words = ACTS.get(view.__name__, "in het beheer gewijzigd")
            with history.recorded(words, reason=why(request), only_changes=True):
                return done_before(request) or guarded(request, *args, **kwargs)

        @wraps(guarded)
        def read(request, *args, **kwargs):
            if any("\0" in name + value for name, value in request.GET.items()) or (
                isinstance(desk, ModelAdmin) and not names_rows(desk, request)
            ):
                raise BadRequest(WRONG_ADDRESS)
            try:
                return around(request, partial(recorded, request, *args, **kwargs))
            except IncorrectLookupParameters as beyond:  # a list looks for something else by itself; its sheet does not
                raise BadRequest(WRONG_ADDRESS) from beyond

        return read

    def get_urls(self):
        """With the addresses to which what is typed goes until it is saved."""
        keep = [
            path("bewaard/", keep_text, name="keep_text"),
            path("bewaard/<int:pk>/weg/", self.admin_view(throw_away), name="throw_away_text"),
        ]
        return keep + super().get_urls()

    def autocomplete_view(self, request):
        return ByName.as_view(admin_site=self)(request)

    def app_index(self, request, app_label, extra_context=None):
        """As Django's own, called as its part of the desk is, without ‘-beheer’ behind that."""
        page = super().app_index(request, app_label, extra_context)
        page.context_data["title"] = page.context_data["app_list"][0]["name"]
        return page

    def login(self, request, extra_context=None):
        """Signs in by mailed code like everyone, and asks the second step of who is in without.

        Raises PermissionDenied for those who are in but may not be here.
        """
        going = request.GET.get("next") or reverse("admin:index")
        if request.user.is_authenticated and not request.user.is_unproven:
            raise PermissionDenied
        if request.user.is_authenticated:
            return redirect_to_login(going, reverse("mfa_reauthenticate"))
        return redirect_to_login(going)

    def get_app_list(self, request, app_label=None):
        """The apps and their models in ORDER; the rest after them, the models as registered."""
        apps = super().get_app_list(request, app_label)
        registered = [model._meta.object_name for model in self._registry]
        for app in apps:
            wanted = [*ORDER.get(app["app_label"], []), *registered]
            app["models"].sort(key=lambda model, wanted=wanted: wanted.index(model["object_name"]))
        labels = [*ORDER, *(app["app_label"] for app in apps)]
        return sorted(apps, key=lambda app: labels.index(app["app_label"]))


def publishing_desks(models):
    """What the desk of `models` gets when they can be public, and when they have a page to read before they are."""
    if not all(issubclass(model, Publishable) for model in models):
        return []
    has_page = all(hasattr(model, "get_absolute_url") for model in models)
    return [PublishingDesk, PreviewDesk] if has_page else [PublishingDesk]


def why(request):
    """The reason that somebody gave at the foot of a form of the desk, or ""."""
    return request.POST.get(REASON, "").strip()[:400]


def names_rows(desk, request):
    """Whether every value that must name a row, in the address or the form, could be a key.

    That is so for the relations of the desk's model and of its inlines, for rows that are ticked in a list, and
    for the field by which a pop-up names what was chosen. Django asks the database for whatever stands there, and
    answers a key that is no number, or larger than any, with a 500: a link that was cut off would then be told as
    a fault of the portal. That is why this is asked beforehand, and for the secretariat too.
    """
    models = [desk.model, *(inline.model for inline in desk.inlines)]
    many = {field.name: field.many_to_many for model in models for field in model._meta.get_fields() if is_key(field)}
    return all(
        could_name_rows(desk.model, many, name, values)
        for given in (request.GET, request.POST)
        for name, values in given.lists()
    )


def could_name_rows(model, many, name, values):
    """Whether all `values` of the field `name` could be keys, or it holds no keys.

    `many` has the fields that do, with whether each may hold several, between commas.
    """
    if name == "_to_field":
        return all(is_field(model, value) for value in values)
    last = name.rpartition("-")[2]
    if last not in many and name != ACTION_CHECKBOX_NAME:
        return True
    keys = ",".join(values).split(",") if many.get(last) else values
    return all(could_be_key(key) for key in keys if key)


def is_key(field):
    """Whether a form holds keys of rows under the name of this field."""
    return field.concrete and (field.is_relation or field.primary_key)


def is_field(model, name):
    return any(name in (field.name, field.attname) for field in model._meta.concrete_fields)


def could_be_key(value):
    return value.isdecimal() and len(value) < 19
