"""What stands on the site and nobody looked at for long: found by the record, and confirmed by one click.

Reading over is an act in the record and no column: whoever looks at the history of a thing sees it there too.
"""

from datetime import timedelta

from django.contrib import admin, messages
from django.contrib.admin.options import IS_POPUP_VAR
from django.db.models import CASCADE, DateTimeField, Exists, F, OuterRef, Q, Value
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from partners.ground import history
from partners.ground.desk.acts import confirm_and_do, page_of_chosen
from partners.ground.models import Act, Change
from partners.ground.templatetags.dutch import counted

AFTER = timedelta(days=365)
PARAMETER, LONG_AGO = "nagelezen", "lang-geleden"
WAITS = "pagina is lang niet gewijzigd of nagelezen,pagina’s zijn lang niet gewijzigd of nagelezen"


@history.act("nagelezen: het klopt nog")
def say_it_is_right(*, thing):
    """Writes down that somebody read `thing` over and found it still right."""


def left_alone(rows, *, since=None):
    """Those of the queryset `rows` on the site that nobody changed, with their parts, or read over after `since`.

    `since` is an expression that gives a moment or a day for each row; without, it is a year ago.
    """
    model = rows.model
    parts = [link.related_model._meta.db_table for link in model._meta.related_objects if link.on_delete is CASCADE]
    own = Q(table_name=model._meta.db_table, row_id=OuterRef("pk"))
    of_part = Q(table_name__in=parts, part_of_id=OuterRef("pk"))
    later = {"made_at__gt": OuterRef("left_since")}
    read = Act.objects.filter(about_table=model._meta.db_table, about_id=OuterRef("pk"), **later)
    a_year_ago = Value(timezone.now() - AFTER, output_field=DateTimeField())
    return (
        rows.public()
        .annotate(left_since=since or a_year_ago)
        .filter(
            ~Exists(read),
            ~Exists(Change.objects.filter(own, **later)),
            ~Exists(Change.objects.filter(of_part, **later)),
            public_from__lte=F("left_since"),
        )
    )


class RereadFilter(admin.SimpleListFilter):
    """What somebody should read over."""

    title = "nagelezen"
    parameter_name = PARAMETER

    def lookups(self, request, model_admin):
        self.desk = model_admin
        return [(LONG_AGO, "lang niet gewijzigd of nagelezen")]

    def queryset(self, request, queryset):
        return self.desk.to_reread(queryset) if self.value() == LONG_AGO else queryset


class RereadDesk:
    """For a desk of pages that grow old: the list of those, and the act that says of some that they still hold."""

    def to_reread(self, rows):
        """Those of `rows` that somebody should read over."""
        return left_alone(rows)

    def get_list_filter(self, request):
        return [*super().get_list_filter(request), RereadFilter]

    def get_actions(self, request):
        actions = super().get_actions(request)
        if self.has_change_permission(request) and IS_POPUP_VAR not in request.GET:
            actions["still_right"] = self.get_action("still_right")
        return actions

    @admin.action(description="Zeg dat het nog klopt", permissions=["change"])
    def still_right(self, request, queryset):
        things = list(queryset)
        keys = [thing.pk for thing in things]

        def do():
            for thing in things:
                say_it_is_right(thing=thing)
            self.message_user(request, f"Nagelezen: {len(things)}.", messages.SUCCESS)
            return HttpResponseRedirect(request.get_full_path())

        def page():
            return page_of_chosen(
                self,
                request,
                things,
                action="still_right",
                title="Klopt dit nog?",
                lines=["Lees de pagina’s na. Over een jaar vraagt het beheer het weer. Het staat in de geschiedenis."],
                shown=[(str(thing), "") for thing in things],
                links=[(thing.get_absolute_url(), f"Lees ‘{thing}’") for thing in things[:20]],
                button="Alles klopt nog",
            )

        locks = [self.model._base_manager.filter(pk__in=keys)]
        return confirm_and_do(request, page=page, do=do, locks=locks, is_pressed="apply" in request.POST)


def rereading_waits(user):
    """What the page on which the day begins says of pages that grew old: (words, the list). A query for each desk."""
    found = []
    for model, desk in admin.site._registry.items():
        right = f"{model._meta.app_label}.change_{model._meta.model_name}"
        if isinstance(desk, RereadDesk) and user.has_perm(right):
            count = desk.to_reread(model._default_manager.all()).count()
            address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
            words = f"{counted(count, WAITS)}: {model._meta.verbose_name_plural}"
            found += [(words, f"{address}?{PARAMETER}={LONG_AGO}")] if count else []
    return found
