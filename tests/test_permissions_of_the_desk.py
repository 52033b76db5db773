"""Who may open what at the desk, and send to it: every address, for every role, GET and POST.

What stands in no table here fails. The views are asked themselves, without drawing their pages, which is what costs.
"""

from django.contrib import admin
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.sessions.backends.db import SessionStore
from django.core.exceptions import BadRequest, PermissionDenied
from django.db import transaction
from django.http import Http404
from django.test import RequestFactory
from django.urls import resolve
from django_htmx.middleware import HtmxDetails

from partners.models import Role, User
from tests.people_of_roles import people as people
from tests.test_permissions import ON_THE_DESK, PATTERNS, address_of

ROLES = ["anonymous", "reader", "member", "griffier", "executive", "editor", "administrator", "auditor"]
# Who gets in, and who writes what the portal says. On the desks of PEOPLE only the administrator writes.
ALL, WRITERS, NOBODY = {"editor", "administrator", "auditor"}, {"editor", "administrator"}, set()
PEOPLE = {"partners_user", "partners_mandate"}
# Which of them read this desk at all, where it is not ALL.
READ_BY = {"ground_securityevent": {"administrator", "auditor"}}
# What a page of a desk is, by the last words of its name: for whom it opens, and of whom it takes anything.
PAGES = {
    "changelist": (ALL, WRITERS),
    "change": (ALL, WRITERS),
    "history": (ALL, WRITERS),
    "add": (WRITERS, WRITERS),
    "delete": (WRITERS, WRITERS),
    "import": (WRITERS, WRITERS),
    "export": (ALL, WRITERS),
    "make_public": (WRITERS, WRITERS),
    # Of a row that is not there.
    "put_back": (NOBODY, NOBODY),
    "preview": (WRITERS, WRITERS),
    "copy": (WRITERS, WRITERS),
}
# On these desks nobody adds, changes or deletes by a form: what they show came in, or is made by an act.
RECORDS = {
    "meetings_registration",
    "agenda_priority",
    "consultation_flag",
    "consultation_letter",
    "consultation_reminder",
    "deciding_entrylink",
    "deciding_foundmeeting",
    "ground_mail",
    "ground_previewlink",
    "ground_securityevent",
    "partners_accountinvitation",
    "results_confirmationrequest",
    "results_correction",
    "regiozwolle_accountchange",
    "results_proposal",
}
WITHOUT = {
    "add": RECORDS
    | {
        "consultation_point",
        "deciding_commitment",
        "deciding_decision",
        "deciding_exclusion",
        "deciding_founditem",
        "deciding_likenessjudgement",
        "deciding_refusedparticipation",
    },
    "change": RECORDS | {"deciding_exclusion", "deciding_likenessjudgement", "deciding_refusedparticipation"},
    "delete": RECORDS
    | {
        "agenda_element",
        "agenda_version",
        "agenda_wording",
        "consultation_enteredletter",
        "consultation_point",
        "deciding_founditem",
    },
}
ACT = (WRITERS, WRITERS)
# Every page of ours, and those of the desk as a whole.
OWN = {
    "report_freeze": ACT,
    "erase_user": ({"administrator"}, {"administrator"}),
    "take_step_away": ({"administrator"}, {"administrator"}),
    "sign_out": ({"administrator"}, {"administrator"}),
    "decide_account_change": ACT,
    "review_rights": (ALL, {"administrator"}),
    "review_rights_of_staff": ({"administrator"}, {"administrator"}),
    "review_rights_of_body": ({"administrator"}, {"administrator"}),
    "following_desk": (ALL, NOBODY),
    "weekly_mails": (ALL, NOBODY),
    "weekly_preview": (ALL, NOBODY),
    "weekly_in_frame": (ALL, NOBODY),
    "deleted": (ALL, WRITERS),
    "bring_back": (ALL, WRITERS),  # of what is not there; with the right to add one like it of what is
    "admin:regiozwolle_newsletter_send": ACT,
    "admin:agenda_version_discard": ACT,
    "admin:agenda_version_draft_next": ACT,
    "admin:agenda_version_publish": ACT,
    "admin:agenda_version_unschedule": ACT,
    "admin:consultation_answer_review": ACT,
    "admin:consultation_consultation_extend": ACT,
    "admin:consultation_consultation_finish": ACT,
    "admin:consultation_consultation_invite": ACT,
    "admin:consultation_consultation_publish": ACT,
    "admin:consultation_nota_preview": ACT,
    "admin:consultation_consultation_remind": ACT,
    "admin:consultation_consultation_withdraw": ACT,
    "admin:consultation_enteredletter_correct": ACT,
    "admin:consultation_enteredletter_register": ACT,
    "admin:consultation_enteredletter_scan": (ALL, NOBODY),
    "admin:consultation_enteredletter_scan_put": ACT,
    "admin:consultation_point_moderate": ACT,
    "admin:consultation_point_redact": ACT,
    "admin:consultation_point_similar": ACT,
    "admin:consultation_point_split": ACT,
    "admin:consultation_point_unmerge": ACT,
    "admin:consultation_point_unsplit": ACT,
    "admin:consultation_tablesession_cards": (ALL, WRITERS),
    "admin:consultation_tablesession_cards_pdf": (ALL, WRITERS),
    "admin:deciding_councilsource_read": ACT,
    "admin:deciding_dossier_alike": (ALL, WRITERS),
    "admin:deciding_dossier_alike_exclude": ACT,
    "admin:deciding_dossier_alike_judge": ACT,
    "admin:deciding_dossier_grid": (ALL, WRITERS),
    "admin:deciding_dossier_hand_over": ACT,
    "admin:deciding_dossier_make_packages": ACT,
    "admin:deciding_dossier_packages": (ALL, WRITERS),
    "admin:deciding_dossier_send_packages": ACT,
    "admin:deciding_joining": (ALL, WRITERS),
    "admin:deciding_joining_judge": ACT,
    "admin:deciding_paper_put": ACT,
    "admin:ground_mail_kind": (ALL, NOBODY),
    "admin:ground_mail_kind_in_frame": (ALL, NOBODY),
    "admin:ground_mail_kinds": (ALL, NOBODY),
    "admin:meetings_meeting_put": ACT,
    "admin:meetings_meeting_register": ACT,
    "admin:meetings_registration_cancel": ACT,
    "admin:partners_body_planning": (ALL, WRITERS),
    "admin:partners_partner_logo": (WRITERS, WRITERS),
    "admin:results_proposal_judge": ACT,
    # Of the desk itself. What is typed there is kept for who can prove that the form was theirs.
    "admin:index": (ALL, WRITERS),
    "admin:app_list": (ALL, WRITERS),
    "admin:autocomplete": (NOBODY, NOBODY),  # without the field it is for
    "admin:jsi18n": (ALL, NOBODY),
    "admin:keep_text": (NOBODY, NOBODY),
    "admin:throw_away_text": (NOBODY, NOBODY),
    "admin:password_change": (ALL, WRITERS),
    "admin:password_change_done": (ALL, NOBODY),
    "admin:view_on_site": (ALL, WRITERS),
    "admin:login": (NOBODY, NOBODY),  # leads to that of the site
}
# Signing out, and what leads to the page of a row.
LEFT_OUT = {"admin:logout"}
NAMES = {name for name, pattern, route in PATTERNS if route.startswith("beheer/") and pattern.name} - LEFT_OUT
DESKS = {f"{model._meta.app_label}_{model._meta.model_name}" for model in admin.site._registry}
REFUSED = {PermissionDenied: "403", Http404: "404", BadRequest: "400"}
# Of rows that are not there, so that it is the same wherever it runs; but not of the reader.
NOT_THERE = ON_THE_DESK | {"pk": 0, "object_id": "0"}


def row_of(name):
    """(For whom it opens, of whom it takes anything) of an address, or None when no table says so."""
    if name in OWN:
        return OWN[name]
    desk = max((one for one in DESKS if name.startswith(f"admin:{one}_")), key=len, default="")
    page = name.removeprefix(f"admin:{desk}_")
    if page not in PAGES:
        return None
    opens, takes = PAGES[page]
    if desk in READ_BY and opens == ALL:
        opens, takes = READ_BY[desk], takes & READ_BY[desk]
    if desk in WITHOUT.get(page, ()):
        return NOBODY if opens == WRITERS else opens, NOBODY
    if desk in PEOPLE and page not in ("changelist", "history"):
        return opens - {"editor"} if opens == WRITERS else opens, takes - {"editor"}
    return opens, takes


def answered(user, method, address):
    """What the view at `address` says to `user`, without drawing its page; whatever it did is undone."""
    found = resolve(address)
    request = getattr(RequestFactory(), method)(address)
    request.user, request.session, request.resolver_match = user or AnonymousUser(), SessionStore(), found
    request._messages, request.htmx = FallbackStorage(request), HtmxDetails(request)
    request._dont_enforce_csrf_checks = True
    with transaction.atomic():
        try:
            answer = found.func(request, *found.args, **found.kwargs)
        except tuple(REFUSED) as refusal:
            return REFUSED[type(refusal)]
        finally:
            transaction.set_rollback(True)
    led_in = answer.status_code == 302 and answer.url.startswith(("/inloggen/", "/beheer/login/"))
    return "in" if led_in else str(answer.status_code)


def let_in(people, method, address):
    """For which of ROLES there is something at `address`."""
    said = {role: answered(people[role], method, address) for role in ROLES}
    return {role for role, status in said.items() if status not in {"in", "403", "405"}}


def test_a_page_of_the_desk_opens_for_the_roles_of_its_row_and_takes_what_they_may_send(people):
    """The auditor opens each list, page and history, and sends nothing."""
    assert {name for name in NAMES if row_of(name) is None} == set(), "Say in PAGES or OWN who may open it."
    wrong = {}
    for name in sorted(NAMES):
        about_people = name.startswith("admin:partners_user_") or name == "erase_user"
        key = people["reader"].pk if about_people and not name.endswith("put_back") else 0
        address = address_of(name, NOT_THERE | {"pk": key, "object_id": str(key)})
        found = tuple(let_in(people, method, address) for method in ("get", "post"))
        if found != row_of(name):
            wrong[name] = found
    assert wrong == {}


def test_each_page_of_the_desk_asks_for_a_right_of_its_own(db, settings):
    """Not only for a role: of who is in without any right, none of ours takes anything."""
    settings.AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
    without = User.objects.create_user("rechteloos@example.org", role=Role.EDITOR)
    own = [name for name in OWN if not name.startswith("admin:") or "_" in name]
    of_the_desk = {"admin:app_list", "admin:keep_text", "admin:view_on_site", "admin:password_change"}
    of_the_desk |= {"admin:password_change_done"}
    open_to_all = [
        name
        for name in sorted({*own, *(f"admin:{desk}_{page}" for desk in DESKS for page in PAGES)} & NAMES - of_the_desk)
        for method in ("get", "post")
        if answered(without, method, address_of(name, NOT_THERE)) not in {"403", "405"}
    ]
    assert open_to_all == []
