"""Who is mailed about what nobody looked at for long, and the mails."""

from collections import defaultdict

from django.conf import settings
from django.contrib import admin
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst

from partners.ground import history, mail
from partners.ground.desk.rereading import LONG_AGO, PARAMETER, RereadDesk
from partners.ground.models import Change
from partners.models import Role, User
from regiozwolle.identity.reviewing import is_due, left_open
from regiozwolle.mails import OLD_PAGES, RIGHTS_DUE
from regiozwolle.nudging.models import Nudge, NudgeAbout

# So many pages of one kind a mail names; the rest stands in the list at the desk.
NAMED = 20


def write_nudges(*, today=None):
    """Writes the mails of this month that are not written yet, unless they are switched off. Returns how many."""
    if not settings.NUDGES:
        return 0
    month = (today or timezone.localdate()).replace(day=1)
    return sum(nudge(about=about, month=month) for about in NudgeAbout if about != NudgeAbout.RIGHTS or is_due())


@history.act("aan wat lang niemand bekeek herinnerd", only_changes=True)
def nudge(*, about, month):
    """Mails about one thing, unless that was done this `month`: two workers at once are one mail. Returns how many."""
    mails = list(mails_about_pages() if about == NudgeAbout.PAGES else mails_about_rights())
    try:
        with transaction.atomic():
            Nudge.objects.create(about=about, month_on=month, mail_count=len(mails))
    except IntegrityError:
        return 0
    for kind, to, context in mails:
        mail.queue(kind, to=to, context=context)
    return len(mails)


def mails_about_rights():
    """A mail to each who keeps accounts."""
    keepers = User.objects.filter(role=Role.ADMINISTRATOR, is_active=True).order_by("pk")
    context = {"left": left_open(), "path": reverse("review_rights")}
    return [(RIGHTS_DUE, keeper.email, context) for keeper in keepers]


def mails_about_pages():
    """A mail to each who changed such pages last, and to the secretariat about those of nobody who still is there."""
    found = defaultdict(list)
    for model, desk in admin.site._registry.items():
        if isinstance(desk, RereadDesk):
            for thing, to in addressed(desk.to_reread(model._default_manager.all())):
                found[to].append((model, thing))
    for to, things in sorted(found.items()):
        yield OLD_PAGES, to, {"groups": groups_of(things), "path": reverse("admin:index")}


def addressed(rows):
    """(Thing, address) of each of the queryset `rows`: of who of the desk changed it last. Two queries."""
    things = list(rows)
    right = f"{rows.model._meta.app_label}.change_{rows.model._meta.model_name}"
    changes = Change.objects.filter(
        table_name=rows.model._meta.db_table, row_id__in=[thing.pk for thing in things], act__made_by_id__isnull=False
    )
    last = dict(changes.order_by("row_id", "-pk").distinct("row_id").values_list("row_id", "act__made_by_id"))
    people = {user.pk: user for user in User.objects.filter(pk__in=last.values(), is_active=True)}
    for thing in things:
        user = people.get(last.get(thing.pk))
        yield thing, user.email if user and user.has_perm(right) else settings.CONTACT_EMAIL


def groups_of(things):
    """Per kind of page: its name, the first titles, how many more, and where the list of them all is."""
    by_model = defaultdict(list)
    for model, thing in things:
        by_model[model].append(str(thing))
    return [
        {
            "name": capfirst(str(model._meta.verbose_name_plural)),
            "titles": sorted(titles)[:NAMED],
            "left_out": len(titles[NAMED:]),
            "path": f"{list_of(model)}?{PARAMETER}={LONG_AGO}",
        }
        for model, titles in by_model.items()
    ]


def list_of(model):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
