"""Once a year somebody looks at what each person may do, at the desk and for bodies, one by one."""

from datetime import timedelta
from functools import partial

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Exists, Max, OuterRef, Q
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from partners.admin.people import may_touch
from partners.ground import history
from partners.ground.desk.acts import confirm_and_do
from partners.ground.models import Change
from partners.ground.refusal import Refused
from partners.ground.templatetags.dutch import counted, day, listed, moment
from partners.models import Body, Mandate, Role, User
from partners.people.acts import end_mandate
from regiozwolle.identity import changing
from regiozwolle.identity.models import ChangeOf, RightsCheck, RightsOutcome, RightsReview

YEAR = timedelta(days=365)
NEVER = "Nog niemand liep de rechten na in de portal."
AGAIN = "De rechten zijn op {} voor het laatst nagelopen."
WAITS = "De rechten zijn nog niet of langer dan een jaar geleden nagelopen"
OPEN = "Nog na te lopen: {}"
TODAY = "De rechten zijn vandaag al nagelopen."
NOT_ALL = "Nog niet iedereen is nagelopen. {}."
LATER = "De rechten zijn op {} nagelopen. Vanaf {} loopt u ze opnieuw na."
OWN = "Uw eigen account loopt een collega na."
BEFORE = "{} is intussen al nagelopen."
SAME = "{}: u koos ‘gewijzigd’, maar er is het afgelopen jaar niets gewijzigd."
STRONGER = "{} heeft alle rechten. Alleen wie die ook heeft, neemt ze af."
EXPLAINED = (
    "Kijk bij ieder of die dit nog nodig heeft, en zeg wat eruit kwam: onder ‘In het beheer’ en achter elk orgaan. Is "
    "iedereen nagelopen, zeg dat dan onderaan. Over een jaar vraagt het beheer er weer om."
)
CHOOSE = "Kies bij ten minste één persoon wat eruit kwam."
CHOICES = [
    ("", "nog niet nagelopen"),
    (RightsOutcome.KEPT, "klopt"),
    (RightsOutcome.CHANGED, "ik wijzigde het"),
    (RightsOutcome.ENDED, "beëindig vandaag"),
]


# Who must be looked at


def staff():
    """Everyone who gets in at the desk."""
    return User.objects.filter(~Q(role=Role.NONE) | Q(is_superuser=True), is_active=True)


def is_due():
    """Whether a year has passed since all were looked at, or nobody ever did. One query."""
    return not RightsReview.objects.filter(made_at__gt=timezone.now() - YEAR).exists()


def unchecked(rows, name):
    """Those of `rows` nobody looked at since the last round was over; `name` is their field of a RightsCheck."""
    last = RightsReview.objects.first()
    checks = RightsCheck.objects.filter(**{name: OuterRef("pk")})
    return rows.filter(~Exists(checks.filter(made_at__gt=last.made_at) if last else checks))


def open_staff():
    return unchecked(staff(), "user")


def open_mandates():
    return unchecked(Mandate.objects.held().filter(user__is_active=True), "mandate")


def left_open():
    """How many still have to be looked at, in words; "" when that are none. Four queries."""
    found = [(open_staff().count(), "mens in het beheer,mensen in het beheer")]
    found.append((open_mandates().count(), "hoedanigheid,hoedanigheden"))
    return listed([counted(count, words) for count, words in found if count])


def has_colleague(user):
    """Whether another keeps accounts too, who can look at what `user` may do."""
    keepers = User.objects.filter(Q(role=Role.ADMINISTRATOR) | Q(is_superuser=True), is_active=True)
    return keepers.exclude(pk=user.pk).exists()


def bodies():
    """The bodies for which people act, with how many mandates that are, and how many of them nobody uses."""
    today = timezone.localdate()
    held = Q(mandates__starts_on__lte=today) & (Q(mandates__ends_on=None) | Q(mandates__ends_on__gte=today))
    never = held & Q(mandates__user__last_login=None)
    long_ago = held & Q(mandates__user__last_login__lt=timezone.now() - YEAR)
    counts = {"held": held, "never": never, "long_ago": long_ago}
    found = Body.objects.annotate(
        **{name: Count("mandates", filter=fits) for name, fits in counts.items()},
        last=Max("mandates__user__last_login", filter=held),
    )
    return found.filter(held__gt=0).select_related("partner").order_by("kind", "name")


def review_waiting(user):
    """What the page on which the day begins says when a year has passed: (words, the page)."""
    if not user.has_perm("partners.change_user") or not is_due():
        return []
    begun = RightsCheck.objects.filter(made_at__gt=timezone.now() - YEAR).exists()
    words = f"Rechten nalopen: {left_open() or 'rond de controle af'}" if begun else WAITS
    return [(words, reverse("review_rights"))]


# The acts


@history.act("recht nagelopen")
def check(*, subject, outcome, by):
    """Keeps what came of looking at `subject`, a User of the desk or a Mandate; ends it when that came of it.

    Raises Refused for one's own account where a colleague can look at that, for what somebody looked at meanwhile, and
    for a change that nobody made.
    """
    model, name = type(subject), "mandate" if isinstance(subject, Mandate) else "user"
    subject = model._base_manager.select_for_update(of=["self"]).get(pk=subject.pk)
    is_own = subject == by or getattr(subject, "user", None) == by
    if is_own and (outcome == RightsOutcome.ENDED or has_colleague(by)):
        raise Refused(OWN)
    if not unchecked(model._base_manager.filter(pk=subject.pk), name).exists():
        raise Refused(BEFORE.format(subject))
    if outcome == RightsOutcome.CHANGED and not was_changed(subject):
        raise Refused(SAME.format(subject))
    if outcome == RightsOutcome.ENDED:
        end(subject, by)
    return RightsCheck.objects.create(**{name: subject}, outcome=outcome, made_by=by)


def was_changed(subject):
    """Whether the record has a change of this row in the past year."""
    table = subject._meta.db_table
    recent = Change.objects.filter(table_name=table, row_id=subject.pk, made_at__gt=timezone.now() - YEAR)
    return recent.filter(before__isnull=False).exists()


def end(subject, by):
    """Ends a mandate today, or takes all that an account may at the desk."""
    if isinstance(subject, Mandate):
        end_mandate(mandate=subject, last_day=timezone.localdate())
        return
    if not may_touch(by, subject):
        raise Refused(STRONGER.format(subject))
    had = changing.rights_of(subject)
    more = {"role_before": subject.role, "all_before": subject.is_superuser, "role_after": "", "all_after": False}
    subject.role, subject.is_superuser = Role.NONE, False
    subject.save(update_fields=["role", "is_superuser"])
    changing.change_at_once(
        user=subject, what=ChangeOf.RIGHTS, before=had, after=changing.rights_of(subject), by=by, **more
    )


@history.act("rechten nagelopen")
def review_rights(*, by):
    """Keeps that all that people may do was looked through. Raises Refused when it was not, or when that was today."""
    list(User.objects.filter(pk__in=staff()).order_by("pk").select_for_update())
    if RightsReview.objects.filter(made_at__date=timezone.localdate()).exists():
        raise Refused(TODAY)
    if still := left_open():
        raise Refused(NOT_ALL.format(OPEN.format(still)))
    return RightsReview.objects.create(
        made_by=by, staff_count=staff().count(), mandate_count=Mandate.objects.held().count()
    )


# The pages


def last_seen(at):
    return moment(at) if at else "nooit"


def row_of(user):
    """(Address, name, role, when they last signed in, what came of it) of somebody of the desk."""
    role = ", ".join(filter(None, [user.get_role_display(), "alle rechten" if user.is_superuser else ""]))
    last = user.rights_checks.all()[:1]
    told = last[0].told if last else "nog niet"
    return reverse("admin:partners_user_change", args=[user.pk]), str(user), role, last_seen(user.last_login), told


def row_of_body(body, still):
    """(Address, name, the counts of `bodies`, when anybody last signed in, how many are left) of a body."""
    address = reverse("review_rights_of_body", args=[body.pk])
    return address, str(body), body.held, body.never, body.long_ago, last_seen(body.last), still.get(body.pk, 0)


def still_open():
    """How many mandates of each body nobody looked at yet, by its key."""
    found = open_mandates().order_by().values_list("body").annotate(count=Count("pk"))
    return dict(found) if is_due() else {}


def overview(*, may):
    """What the page of the review says; its button is there once all were looked at, for who `may` say so."""
    is_open = is_due()
    last, still = RightsReview.objects.first(), left_open() if is_open else ""
    people, counts = list(staff().prefetch_related("rights_checks__made_by").order_by("name", "email")), still_open()
    groups = list(bodies())
    return {
        "title": "Rechten nalopen",
        "back": reverse("admin:index"),
        "back_name": "Begin",
        "lines": [
            AGAIN.format(moment(last.made_at)) if last else NEVER,
            EXPLAINED,
            *([f"{OPEN.format(still)}."] if still else []),
        ],
        "piece": "admin/rights.html",
        "people": [row_of(one) for one in people],
        "bodies": [row_of_body(one, counts) for one in groups],
        "staff_address": reverse("review_rights_of_staff"),
        "reads": who_may(people, groups),
        "button": "Iedereen is nagelopen" if may and is_open and not still else "",
    }


def who_may(people, groups):
    """(Who, what they may) of all; not when each signed in, for that changes while one reads."""
    return [(one.email, one.get_role_display()) for one in people] + [
        (str(one), counted(one.held, "hoedanigheid,hoedanigheden")) for one in groups
    ]


@permission_required("partners.view_user", raise_exception=True)
def review_page(request):
    """All who may do something, with what came of looking at it, and a button once that is done for all."""
    may = request.user.has_perm("partners.change_user")
    if request.method == "POST" and not may:
        raise PermissionDenied

    def page():
        return overview(may=may)

    def do():
        review_rights(by=request.user)
        messages.success(request, f"Vastgelegd dat de rechten op {day(timezone.localdate())} zijn nagelopen.")
        return redirect("admin:index")

    return confirm_and_do(request, page=page, do=do, locks=[staff()])


class RightsForm(forms.Form):
    """What came of looking at each of `people`: (key, name, what is known of it, address where it is changed)."""

    def __init__(self, data, *, people):
        super().__init__(data)
        for key, name, known, address in people:
            self.fields[key] = forms.ChoiceField(
                label=name,
                required=False,
                choices=CHOICES,
                help_text=format_html('{} <a href="{}">Wijzig {}</a>', known, address, name),
            )

    def clean(self):
        if not self.errors and not self.chosen:
            raise forms.ValidationError(CHOOSE)
        return self.cleaned_data

    @property
    def chosen(self):
        """The outcome of each who was looked at, by key."""
        return {key: outcome for key, outcome in self.cleaned_data.items() if outcome}


@permission_required("partners.change_user", raise_exception=True)
def review_staff(request):
    """Asks of each who gets in at the desk what came of looking at them."""
    rows, lines = open_staff().order_by("name", "email"), []
    if has_colleague(request.user):
        lines = [OWN] if rows.filter(pk=request.user.pk).exists() else []
        rows = rows.exclude(pk=request.user.pk)
    return ticking(request, partial(people_of_desk, rows), rows, title="Rechten nalopen: in het beheer", lines=lines)


@permission_required("partners.change_user", raise_exception=True)
def review_body(request, pk):
    """Asks of each who acts for a body what came of looking at them."""
    body = get_object_or_404(Body, pk=pk)
    rows = open_mandates().filter(body=body).select_related("user")
    if has_colleague(request.user):
        rows = rows.exclude(user=request.user)
    rows = rows.order_by("user__name", "user__email", "pk")
    return ticking(request, partial(people_of_body, rows), rows, title=f"Rechten nalopen: {body}")


def people_of_desk(rows):
    for one in rows:
        address, name, role, seen, _ = row_of(one)
        yield str(one.pk), name, f"{role}. Laatst ingelogd: {seen}.", address


def people_of_body(rows):
    for one in rows:
        since, seen = day(one.starts_on), last_seen(one.user.last_login)
        known = f"{one.get_capacity_display()} sinds {since}. Laatst ingelogd: {seen}."
        yield str(one.pk), str(one.user), known, reverse("admin:partners_mandate_change", args=[one.pk])


def ticking(request, people, rows, *, title, lines=()):
    """The page on which each of the queryset `rows` is ticked off; `people` gives what a RightsForm wants of them."""
    back, last = reverse("review_rights"), RightsReview.objects.first()
    form = RightsForm(request.POST if request.method == "POST" else None, people=list(people()))

    def page():
        found = list(people())
        done = [] if is_due() else [LATER.format(day(last.made_at), day(last.made_at + YEAR))]
        said = ["Wie u beëindigt, krijgt daarvan een mail."] if found else ["Hier is iedereen nagelopen."]
        return {
            "title": title,
            "back": back,
            "back_name": "Rechten nalopen",
            "problems": done,
            "lines": [*said, *lines],
            "reads": [(f"{name} ({key})", known.partition(" Laatst")[0]) for key, name, known, _ in found],
            "form": form if found and not done else None,
            "button": "Leg vast" if found and not done else "",
        }

    def do():
        there = {str(one.pk): one for one in rows}
        for key, outcome in form.chosen.items():
            check(subject=there[key], outcome=outcome, by=request.user)
        messages.success(request, f"Vastgelegd: {len(form.chosen)} nagelopen.")
        return redirect(back)

    return confirm_and_do(request, page=page, do=do, locks=[rows.order_by()])


review = admin.site.admin_view(review_page)
of_staff = admin.site.admin_view(review_staff)
of_body = admin.site.admin_view(review_body)
