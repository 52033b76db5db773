"""The desk for the systems of councils: how fresh each is, and what was found there for a person to take over."""

from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.text import capfirst
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from consultation.deciding.councils.adopting import adopt_item, adopt_meeting, refuse
from consultation.deciding.councils.fetching import OFF
from consultation.deciding.models import CouncilSource, DossierPhrase, FoundItem, FoundMeeting, FoundState, Track
from partners.ground.admin import Choosing, FilledIn, ReadOnly
from partners.ground.desk.acts import confirm_and_do, page_of_chosen
from partners.ground.refusal import Refused
from partners.ground.templatetags.dutch import counted, listed
from partners.models import Body, Sitting

READ = "consultation.deciding.tasks.read_councils"
# So many bodies without a source are named; of the rest only how many.
NAMED = 8

ADOPT_MEETINGS = "Neem over als vergadering van het orgaan"
ADOPT_ITEMS = "Neem over als stap in het besluitspoor"
REFUSE = "Wijs af"
JUDGED = "Al beoordeeld: {}."
UNKNOWN = "niet bekend"


@admin.register(CouncilSource)
class CouncilSourceAdmin(Choosing, admin.ModelAdmin):
    list_display = ["body", "key", "stand", "fresh_at", "read_at", "meeting_count", "to_judge"]
    list_filter = ["body__kind", "body__partner__province"]
    list_select_related = ["body__partner"]
    list_per_page = 60
    search_fields = ["body__name", "key"]
    autocomplete_fields = ["body"]
    fields = [("body", "key"), "word", "stand", "fresh_at", "asked_at", "read_at"]
    readonly_fields = ["stand", "fresh_at", "asked_at", "read_at"]

    def get_queryset(self, request):
        return super().get_queryset(request).with_counts()

    @admin.display(description="stand")
    def stand(self, source):
        return source.told or ("volledig gelezen" if source.read_at else "nog niet gelezen")

    @admin.display(description="vergaderingen")
    def meeting_count(self, source):
        return source.meeting_count

    @admin.display(description="te beoordelen")
    def to_judge(self, source):
        return source.to_judge

    def get_urls(self):
        wrap = self.admin_site.admin_view
        return [path("lezen/", wrap(self.read_now), name="deciding_councilsource_read"), *super().get_urls()]

    def changelist_view(self, request, extra_context=None):
        """The list, with which bodies have no source."""
        if sentence := without_source():
            self.message_user(request, sentence, messages.WARNING)
        lists = [
            (reverse("admin:deciding_councilsource_read"), "Lees nu"),
            (f"{reverse('admin:deciding_foundmeeting_changelist')}?{PROPOSED}", "Vergaderingen"),
            (f"{reverse('admin:deciding_founditem_changelist')}?{PROPOSED}", "Agendapunten"),
        ]
        return super().changelist_view(request, {**(extra_context or {}), "lists": lists})

    def read_now(self, request):
        """Lets the worker read all sources; the page itself asks nothing of another server."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        back = reverse("admin:deciding_councilsource_changelist")

        def page():
            count = CouncilSource.objects.to_read().count()
            return {
                "title": "Lees de raadssystemen nu",
                "back": back,
                "back_name": capfirst(self.opts.verbose_name_plural),
                "lines": [
                    f"De portal vraagt {settings.COUNCILS_URL} wat er van {counted(count, 'orgaan,organen')} staat. "
                    "Dat duurt even. Wat er gevonden wordt, verandert niets voordat u het overneemt."
                ]
                if settings.COUNCILS_URL
                else [],
                "problems": [] if settings.COUNCILS_URL else [OFF],
                "button": "Lees nu" if settings.COUNCILS_URL else "",
            }

        def do():
            try:
                with transaction.atomic():
                    app.configure_task(READ).defer()
                messages.success(request, "Het lezen is begonnen. Kijk over een minuut opnieuw.")
            except AlreadyEnqueued:
                messages.info(request, "Er wacht al iemand op het lezen. Kijk over een minuut opnieuw.")
            return redirect(back)

        return confirm_and_do(request, page=page, do=do)


PROPOSED = f"state__exact={FoundState.PROPOSED}"


def without_source():
    """Which councils and Provinciale Staten have no source, as a sentence; "" when each has one."""
    bodies = list(Body.objects.assemblies().filter(council_source=None).select_related("partner"))
    if not bodies:
        return ""
    names = [str(body) for body in bodies[:NAMED]]
    more = len(bodies) - len(names)
    names += [f"nog {counted(more, 'orgaan,organen')}"] if more else []
    return f"Zonder raadssysteem: {listed(names)}. Van deze organen vindt de portal niets."


class FoundAdmin(Choosing, admin.ModelAdmin):
    """A desk of what was found, on which a person takes over or refuses what is ticked. Nobody adds or deletes here."""

    list_per_page = 50

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def judge(self, request, queryset, *, action, title, lines, locks, one_by_one):
        """The page of what is ticked; its button does `one_by_one` with each, and says what is refused."""
        keys = list(queryset.values_list("pk", flat=True))

        def page():
            rows = list(self.get_queryset(request).filter(pk__in=keys))
            return page_of_chosen(
                self,
                request,
                rows,
                action=action,
                title=title,
                lines=lines,
                shown=[(str(row), self.seen(row)) for row in rows],
                button=title,
                most=len(rows),
            )

        def do():
            rows = list(self.get_queryset(request).filter(pk__in=keys, state=FoundState.PROPOSED))
            done = [row for row in rows if told_apart(request, one_by_one, row)]
            said = f"{counted(len(done), 'voorstel is,voorstellen zijn')} verwerkt."
            self.message_user(request, said, messages.SUCCESS if done else messages.WARNING)
            return redirect(request.get_full_path())

        locks = [self.model.objects.filter(pk__in=keys), *locks(keys)]
        return confirm_and_do(request, page=page, do=do, locks=locks, is_pressed="apply" in request.POST)

    @admin.action(description=REFUSE, permissions=["change"])
    def refuse_chosen(self, request, queryset):
        return self.judge(
            request,
            queryset,
            action="refuse_chosen",
            title=REFUSE,
            lines=["Wat u afwijst, blijft hier staan en verandert niets. Verandert het daar, dan hoort u het."],
            locks=lambda keys: [],
            one_by_one=lambda row: refuse(found=row),
        )


def told_apart(request, one_by_one, row):
    """Whether it was done with `row`; why not is said."""
    try:
        one_by_one(row)
    except Refused as refused:
        messages.warning(request, refused)
        return False
    return True


@admin.register(FoundMeeting)
class FoundMeetingAdmin(ReadOnly, FoundAdmin):
    list_display = ["name", "body", "when", "stands", "change", "state"]
    list_filter = ["state", "council_source"]
    list_select_related = ["council_source__body__partner"]
    search_fields = ["name", "council_source__body__name"]
    date_hierarchy = "held_on"
    fields = ["council_source", "name", "held_on", "starts_at", "stands", "change", "link", "state", "sitting"]
    readonly_fields = ["stands", "link"]
    actions = ["adopt_chosen", "refuse_chosen"]

    @admin.display(description="orgaan", ordering="council_source__body__name")
    def body(self, meeting):
        return meeting.council_source.body

    @admin.display(description="wanneer", ordering="held_on")
    def when(self, meeting):
        return meeting.when

    @admin.display(description="daar staat")
    def stands(self, meeting):
        return meeting.stands

    @admin.display(description="adres daar")
    def link(self, meeting):
        return format_html('<a href="{}">{}</a>', meeting.address, meeting.address) if meeting.address else UNKNOWN

    def has_judge_permission(self, request):
        return request.user.has_perm("deciding.change_foundmeeting")

    def seen(self, meeting):
        judged = "" if meeting.state == FoundState.PROPOSED else JUDGED.format(meeting.get_state_display())
        return " ".join(filter(None, [f"{meeting.when}, {meeting.stands}.", meeting.change, judged]))

    @admin.action(description=ADOPT_MEETINGS, permissions=["judge"])
    def adopt_chosen(self, request, queryset):
        return self.judge(
            request,
            queryset,
            action="adopt_chosen",
            title=ADOPT_MEETINGS,
            lines=["Dit komt op de site, bij de vergaderdagen van het orgaan. Wat niet doorgaat, vervalt daar."],
            locks=lambda keys: [Sitting.objects.filter(body__council_source__meetings__in=keys)],
            one_by_one=lambda meeting: adopt_meeting(meeting=meeting),
        )

    @admin.action(description=REFUSE, permissions=["judge"])
    def refuse_chosen(self, request, queryset):
        return super().refuse_chosen(request, queryset)


@admin.register(FoundItem)
class FoundItemAdmin(FoundAdmin):
    list_display = ["title", "body", "when", "named", "track", "has_debate", "state"]
    list_filter = ["state", "meeting__council_source", "track__dossier"]
    list_select_related = ["meeting__council_source__body__partner", "track__dossier", "track__body"]
    search_fields = ["title", "named", "meeting__council_source__body__name"]
    fields = ["meeting", "number", "title", "named", "track", "document", "debate", "state", "step"]
    readonly_fields = ["meeting", "number", "title", "named", "document", "debate", "state", "step"]
    actions = ["adopt_chosen", "refuse_chosen"]

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        """Only the tracks of the body whose meeting it is."""
        if db_field.name == "track":
            key = request.resolver_match and request.resolver_match.kwargs.get("object_id")
            own = Track.objects.filter(body__council_source__meetings__items=key if key and key.isdigit() else None)
            kwargs["queryset"] = own.select_related("dossier", "body")
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    @admin.display(description="orgaan", ordering="meeting__council_source__body__name")
    def body(self, item):
        return item.meeting.council_source.body

    @admin.display(description="wanneer", ordering="meeting__held_on")
    def when(self, item):
        return item.meeting.when

    @admin.display(description="debat", boolean=True)
    def has_debate(self, item):
        return bool(item.debate_url)

    @admin.display(description="stuk")
    def document(self, item):
        return (
            format_html('<a href="{}">{}</a>', item.document_url, item.document_url) if item.document_url else UNKNOWN
        )

    @admin.display(description="debat")
    def debate(self, item):
        at = f", vanaf {item.fragment}" if item.fragment else ""
        return format_html('<a href="{0}">{0}</a>{1}', item.debate_url, at) if item.debate_url else UNKNOWN

    def seen(self, item):
        judged = "" if item.state == FoundState.PROPOSED else JUDGED.format(item.get_state_display())
        at = f"{item.meeting.council_source.body}, {item.meeting.when}. Noemt ‘{item.named}’."
        track = f"Spoor: {item.track}." if item.track else "Nog geen spoor gekozen."
        debate = "Met een link naar het debat." if item.debate_url else ""
        return " ".join(filter(None, [at, track, debate, judged]))

    @admin.action(description=ADOPT_ITEMS, permissions=["change"])
    def adopt_chosen(self, request, queryset):
        return self.judge(
            request,
            queryset,
            action="adopt_chosen",
            title=ADOPT_ITEMS,
            lines=["Dit komt op de site, als stap die nog niet door de griffier is bevestigd."],
            locks=lambda keys: [Track.objects.filter(found_items__in=keys)],
            one_by_one=lambda item: adopt_item(item=item),
        )


class DossierPhraseInline(FilledIn, admin.TabularInline):
    """By which words an agenda is known to be about a dossier."""

    stays_small = "a dossier is known by a handful of phrases"
    model = DossierPhrase
    fields = ["phrase"]
