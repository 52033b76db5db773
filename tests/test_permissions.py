"""Who may open what: every address, with every method, for every role. What stands in no table here is refused.

A row gives what a visitor gets, what all who signed in get, and to whom among those it is otherwise: "in" is
being led to sign in. The desk is in tests/test_permissions_of_the_desk.py.
"""

import re
from datetime import date, timedelta

import pytest
from django.core import signing
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse
from django.utils import timezone

from consultation import actions
from consultation.actions import reminding
from consultation.actions.entering import CHECK_SALT
from consultation.actions.inviting import INVITATION_SALT
from consultation.actions.publishing import answers_token
from consultation.deciding.entering.acts import link_for
from consultation.deciding.models import Dossier, LinkPurpose, Track
from consultation.deciding.packages.acts import PACKAGE_SALT
from consultation.models import Invitation, Letter, Point, Scan, SenderKind, Sharing, TableSession
from consultation.senders import senders
from partners.ground import files
from partners.ground.publishing.previewing import make_link
from partners.models import AccountInvitation, Capacity
from partners.people.acts import SALT as PEOPLE_SALT
from regiozwolle.following import acts as following
from regiozwolle.keeping.words import TAKEN_ALONG
from regiozwolle.models import WeeklyReader
from regiozwolle.weekly.writing import SALT as WEEKLY_SALT
from results.actions.confirmations import CONFIRMATION_SALT, DECLINE_SALT
from results.models import ConfirmationRequest, Owner
from tests.people_of_roles import FORGED, FORGED_AND_SENT, ROLES, package_for, registered
from tests.people_of_roles import people as people
from tests.role_answers import answer_to, status_of, statuses

PDF = b"%PDF-1.7\n%%EOF\n"
# Who tries a link that is a key, as it opens for whoever has it; and who reads what everyone may read alike.
STRANGERS = ("anonymous", "reader", "auditor")
READERS = ("anonymous", "reader", "member", "griffier", "editor", "auditor")

# What everyone may read alike, whoever they are, and nobody may send anything to.
PUBLIC = {
    "home",
    "partners:list",
    "partners:logo",
    "partner",
    "what_it_brings",
    "neighbours",
    "moments",
    "moments_calendar",
    # For who has no account yet: the new members of a council and their griffier. It holds public facts alone.
    "handover",
    "handover_file",
    "what_it_brings_sheet",
    "agenda:agenda",
    "agenda:print",
    "agenda:print_file",
    "agenda:element",
    "agenda:wording",
    "agenda:why",
    "agenda:priorities",
    "agenda:versions",
    "agenda:version",
    "agenda:compare",
    "reports",
    "report",
    "report_file",
    "results:dashboard",
    "results:figures",
    "results:indicator",
    "results:indicator_download",
    *(f"{drawn}_{way}" for drawn in TAKEN_ALONG for way in ("drawing", "embedded")),
    "results:corrections",
    "rectified",
    "results:gaps",
    "results:programme",
    "results:programme_money",
    "results:contributions",
    "results:contributions_to",
    "results:contributions_download",
    "results:projects",
    "results:projects_download",
    "results:project",
    "results:inhabitants",
    "consultation:list",
    "promises_kept",
    "consultation",
    "consultation:calendar",
    "consultation:history",
    "consultation:asked",
    "deciding:decisions",
    "deciding:alike",
    "deciding:paper",
    "deciding:paper_version",
    "deciding:paper_file",
    "dossier",
    "dossier_file",
    "consultation_archive",
    "dossier_archive",
    "track",
    *(f"meetings:{name}" for name in ("meetings", "meeting", "calendar", "document", "document_file")),
    "calendars",
    "everything_calendar",
    "consultation:inviting",
    "consultation:done",
    "consultation:nota",
    "consultation:nota_point",
    "consultation:nota_file",
    "consultation:nota_of_body",
    "consultation:nota_of_body_file",
    "cited",
    "search",
    "search_feed",
    "feed",
    "about",
    "words",
    "english",
    "contact",
    "works",
    "accessibility",
    "privacy",
    "open_data",
    "open_data_download",
    "open_data_catalogue",
    "open_data_examples",
    "sitemap_index",
    "sitemap",
    "sitemap_woo",
    "share_picture",
    "share_picture_of",
    "api:openapi",
    "api:changes",
    "api:snapshot",
    "api:collection",
    "api:item",
    "security_txt",
    "robots_txt",
    "favicon",
    "style_guide",
    "demo_mail",
}
# Signing in and out, which tests/test_accounts.py goes through.
ACCOUNT = {
    "account_login",
    "account_request_login_code",
    "account_confirm_login_code",
    "account_signup",
    "account_inactive",
    "account_logout",
    "mfa_authenticate",
    "mfa_login_webauthn",
    "openid_connect_login",
    "openid_connect_callback",
}
AS_A_KEY = ("noindex, nofollow", "same-origin", "private, no-store")
ANYTHING = {
    "slug": "conceptagenda",
    "kind": "raad",
    "code": "RZ24-L1.2",
    "number": 1,
    "form": "pdf",
    "dataset": "partners",
    "key": 1,
    "part": 1,
    "pk": 1,
    "point_pk": 1,
    "since": 1,
    "track": 1,
    "invitation": 1,
    "mandate": 1,
    "object_id": 1,
    "subject": "vergaderdagen",
    "words": "woningbouw",
}
ON_THE_DESK = {"object_id": "1", "app_label": "partners", "content_type_id": 1, "url": "x"}

# (address, which of the things in `things`): what GET and what POST answer; see `statuses`.
PRIVATE = {
    ("my_body", ""): ("in 403 griffier=200 other-griffier=200", "405"),
    ("enter", "track"): ("in 403 griffier=200", "in 403 griffier=422"),
    ("my_sign_in", ""): ("in 200", "405"),
    **dict.fromkeys([("mfa_reauthenticate", ""), ("recovery_codes", "")], ("in 302", "in 302")),
    **dict.fromkeys([("add_passkey", ""), ("add_app", "")], ("in 200", "in 200")),
    ("end_sessions", ""): ("405", "in 302"),
    ("remove_factor", ""): ("in 404", "in 404"),
    ("consultation:respond", ""): ("in 403 acting=200 writer=302", "in 403 acting=200"),
    ("consultation:answer_questions", ""): ("in 403 acting=200", "in 403 acting=200"),
    # A griffier fills in the days of the own body alone.
    ("partners:days", "own body"): ("in 403 secretariat=200 griffier=200", "in 403 secretariat=200 griffier=200"),
    ("partners:remove_recess", "own body"): (
        "in 403 secretariat=200 griffier=200",
        "in 403 secretariat=302 griffier=302",
    ),
    # And invites and ends the people of that body; of all bodies the administrator does.
    ("partners:people", "people"): ("in 403 griffier=200 administrator=200",) * 2,
    ("partners:people_end", "people"): ("in 403 griffier=200 administrator=200",) * 2,
    ("partners:people_end", "own griffier"): ("in 403 administrator=200",) * 2,
    ("partners:people_end_all", "people"): ("in 403 griffier=200 administrator=200",) * 2,
    ("partners:people_invitation", "people"): ("405", "in 403 griffier=302 administrator=302"),
    # Of oneself alone; who works at the desk asks a colleague to close the account.
    ("own_data", ""): ("in 200", "in 200"),
    ("say_priorities", "own body"): (
        "in 403 secretariat=200 griffier=200 executive=200",
        "in 403 secretariat=302 griffier=302 executive=302",
    ),
    ("own_data_file", ""): ("in 200", "405"),
    ("close_account", ""): ("in 200 desk=403", "in 200 desk=403"),
    ("consultation:my_letters", ""): ("in 200", "405"),
    # Only once there are answers: tests/test_nota.py has who then reads it.
    ("consultation:nota_of_members", ""): ("in 404", "405"),
    ("consultation:nota_of_members_file", ""): ("in 404", "405"),
    ("consultation:others", ""): ("in 403 acting=200 desk=200", "405"),
    # A draft is its writer's own.
    ("consultation:letter", "draft"): ("in 404 writer=302", "405"),
    ("consultation:review", "draft"): ("in 404 writer=200", "in 404 writer=200"),
    ("consultation:submission", "draft"): ("in 404", "405"),
    ("consultation:receipt", "draft"): ("in 404", "405"),
    ("consultation:withdraw", "draft"): ("in 404 writer=302", "in 404 writer=302"),
    ("consultation:discard", "draft"): ("in 404 writer=200", "in 404 writer=302"),
    ("consultation:point", "draft"): ("in 404 writer=200", "in 404 writer=200"),
    ("consultation:remove_point", "draft"): ("in 404 writer=200", "in 404 writer=302"),
    ("consultation:minority", "draft"): ("in 404", "in 404"),
    ("consultation:group", "draft"): ("in 404", "405"),
    ("consultation:assent", "draft"): ("405", "in 404"),
    ("consultation:adopt", "draft"): ("405", "in 404"),
    ("consultation:confirm", "draft"): ("in 404", "in 404"),
    ("consultation:decision", "draft"): ("404", "405"),
    ("consultation:answers", "draft"): ("in 404", "405"),
    ("consultation:reopen", "draft"): ("in 404", "in 404"),
    # What the member sent is a page of that member alone, whoever may read its points elsewhere.
    ("consultation:letter", "sent"): ("in 404 member=200", "405"),
    ("consultation:review", "sent"): ("in 404 member=200", "in 404 member=200"),
    ("consultation:submission", "sent"): ("in 404 member=200", "405"),
    ("consultation:receipt", "sent"): ("in 404 member=200", "405"),
    ("consultation:withdraw", "sent"): ("in 404 member=200", "in 404 member=302"),
    ("consultation:begin_again", "sent"): ("405", "in 404 member=409"),
    ("consultation:answers", "sent"): ("in 404 member=200", "405"),
    ("consultation:reopen", "sent"): ("in 404 member=200", "in 404 member=200"),
    # The letter of a party group is that of the writer and the member, who belong to it.
    ("consultation:review", "group"): ("in 404 writer=200 member=200", "in 404 writer=200 member=200"),
    ("consultation:point", "group"): ("in 404 writer=200 member=200", "in 404 writer=200 member=200"),
    ("consultation:remove_point", "group"): ("in 404 writer=200 member=200", "in 404 writer=302 member=302"),
    ("consultation:minority", "group"): ("in 404 writer=200 member=200", "in 404 writer=200 member=200"),
    ("consultation:group", "group"): ("in 404 writer=200 member=200", "405"),
    ("consultation:assent", "group"): ("405", "in 404 writer=302 member=302"),
    ("consultation:adopt", "group"): ("405", "in 404"),
    ("consultation:discard", "group"): ("in 404 writer=200 member=200", "in 404 writer=302 member=302"),
    # What waits for the griffier of its council is read by that council, and confirmed by that griffier alone.
    ("consultation:letter", "council"): ("in 404 writer=200 member=200 griffier=200", "405"),
    ("consultation:group", "council"): ("in 404 writer=200 member=200 griffier=200", "405"),
    # Who wrote it alone may take it back until it counts, and so may that griffier.
    ("consultation:withdraw", "council"): (
        "in 404 writer=200 member=200 griffier=200",
        "in 404 writer=302 member=409 griffier=302",
    ),
    ("consultation:restore_words", "group"): ("405", "in 404"),
    # What was thrown away can be brought back by whoever wrote in it.
    ("consultation:bring_back", "thrown away"): ("in 404 member=200", "in 404 member=302"),
    ("consultation:bring_back", "draft"): ("in 404", "in 404"),
    ("consultation:confirm", "council"): ("in 404 griffier=200", "in 404 griffier=302"),
    ("consultation:decision", "council"): ("404 desk=200 writer=200 member=200 griffier=200", "405"),
    # A point that the other council shares is joined by those to whom it is shared; a griffier does so for the council.
    ("consultation:endorse", "theirs"): (
        "in 404 desk=403 writer=200 member=200 states-member=200 griffier=200 executive=403",
        "in 404 desk=403 writer=200 member=200 states-member=200 griffier=200 executive=403",
    ),
    ("consultation:endorse_again", "theirs"): ("in 404 writer=302", "in 404 writer=302"),
    ("consultation:take_back_endorsement", "theirs"): (
        "405",
        "in 404 desk=302 writer=302 member=302 states-member=302 griffier=302 executive=302",
    ),
    ("consultation:endorse", "unshared"): ("in 404", "in 404"),
    # What everyone reads anyone may report; before its consultation closed nobody does.
    ("consultation:flag", "theirs"): ("404", "404"),
    # Who has the link has the key, whoever they are.
    ("consultation:table", "key"): ("200", "200"),
    ("consultation:check_letter", "key"): ("200", "302"),
    ("consultation:scan_to_check", "key"): ("200", "405"),
    ("consultation:invitation", "key"): ("200", "200"),
    ("deciding:entry", "key"): ("200", "422"),
    ("consultation:signed_answers", "key"): ("200", "405"),
    ("consultation:signed_reopen", "key"): ("200", "200"),
    ("consultation:no_reminder", "key"): ("200", "302"),
    # The link in a mail to those who keep figures.
    ("results:confirmation", "key"): ("200", "302"),
    ("results:no_confirmation", "key"): ("200", "302"),
    # Everyone may register for what stands on the site; the link in the mail is the key to what one registered.
    ("meetings:register", "meeting"): ("200", "422"),
    **dict.fromkeys([("meetings:registration", "key"), ("weekly", "key")], ("200", "302")),
    # Everyone may follow; one's own list opens with the link in each mail.
    ("following:follow", "followed"): ("200", "200"),
    ("following:mine", ""): ("in 200", "in 200 writer=302"),
    **dict.fromkeys([("following:confirm", "key"), ("following:own", "key")], ("200", "302")),
    **dict.fromkeys([("following:confirm", "forged"), ("following:own", "forged")], ("404", "404")),
    ("partners:welcome", "key"): ("200", "in"),
    **dict.fromkeys([("meetings:registration", "forged"), ("weekly", "forged")], ("404", "404")),
    # The link to the package of a body; with an account it is for who prepares its meetings, and the secretariat.
    ("deciding:package", "key"): ("200", "404"),
    ("deciding:package_of_body", "package"): ("in 404 desk=200 griffier=200", "in 404"),
    # What is not on the site yet, as everyone will read it.
    ("preview", "key"): ("200", "405"),
    # A key that is not ours opens nothing.
    **dict.fromkeys([(name, "forged") for name in FORGED_AND_SENT], ("404", "404")),
    **dict.fromkeys([(name, "forged") for name in FORGED], ("404", "405")),
}


def patterns(resolver, namespace="", prefix=""):
    """(name, route) of every address of the site."""
    for pattern in resolver.url_patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield f"{namespace}:{pattern.name}".lstrip(":"), pattern, route
        else:
            yield from patterns(pattern, ":".join(filter(None, [namespace, pattern.namespace])), route)


PATTERNS = list(patterns(get_resolver()))
SITE = sorted({name for name, _, route in PATTERNS if not route.startswith("beheer/")})


def test_every_address_stands_in_a_table():
    assert set(SITE) == PUBLIC | ACCOUNT | {name for name, _ in PRIVATE}


@pytest.fixture
def cookies(people):
    """What the browser of each of ROLES keeps once its person signed in."""
    kept = {}
    for role, user in people.items():
        client = Client()
        if user:
            client.force_login(user)
        kept[role] = client.cookies
    return kept


@pytest.fixture
def things(people, write, send, open_consultation, council, clerk, deck):
    """What the private addresses are about: per name the arguments that the addresses may need."""
    writer, other = people["writer"], people["other-member"]
    sent = send(people["member"], SenderKind.PERSONAL, sharing=Sharing.OWN)
    draft, group = write(writer, SenderKind.PERSONAL), write(writer, SenderKind.PARTY_GROUP)
    waiting = send(writer, SenderKind.COUNCIL, sharing=Sharing.OWN)
    waiting.decision_file = files.store(PDF, name="besluit.pdf", content_type="application/pdf")
    waiting.save()
    Scan.objects.create(letter=sent, file=waiting.decision_file, description="Brief van een bladzijde.")
    theirs = send(other, SenderKind.PERSONAL, sharing=Sharing.COUNCILS).points.get()
    unshared = send(people["other-griffier"], SenderKind.COUNCIL, sharing=Sharing.OWN).points.get()
    thrown_away = write(people["member"], SenderKind.PERSONAL)
    actions.discard(letter=sent, by=people["member"])
    joined = actions.endorse(point=theirs, by=writer, sender=senders(writer)[0])
    now = timezone.now()
    session = TableSession.objects.create(
        consultation=open_consultation, title="Avond", opens_at=now, closes_at=now + timedelta(hours=1)
    )
    actions.set_up_tables(session=session, count=1)
    invitation = Invitation.objects.create(consultation=open_consultation, body=council)
    dossier = Dossier.objects.create(slug="dossier", title="Dossier", summary="Besluit.")
    track = Track.objects.create(dossier=dossier, body=council)
    concept = Dossier.objects.create(slug="concept", title="Concept", summary="Besluit.", public_from=None)
    entry_link = link_for(track=track, purpose=LinkPurpose.OUTCOME, address="griffie@example.org")
    owner = Owner.objects.create(partner=council.partner, role="adviseur", email="adviseur@example.org")
    delivery = package_for(council)
    confirmation_request = ConfirmationRequest.objects.create(owner=owner, quarter_on=date(2026, 10, 1))

    recess = council.recesses.create(name="Reces", starts_on=date(2030, 7, 1), ends_on=date(2030, 8, 1))
    asked = AccountInvitation.objects.create(
        body=council, email="nieuw@example.org", name="Nieuw Lid", capacity=Capacity.COUNCILLOR
    )
    of_people = {"pk": council.pk, "invitation": asked.pk, "mandate": people["member"].mandates.get().pk}
    registration = registered(deck)

    def about(letter):
        return {"pk": letter.pk, "point_pk": letter.points.get().pk, "sequence": 1}

    partner = council.partner_id
    follower = following.follow(whose={"user": writer}, kind="partner", thing_id=partner)
    keys = {
        "consultation:table": session.tables.get().token,
        "consultation:check_letter": signing.dumps(sent.pk, salt=CHECK_SALT),
        "consultation:scan_to_check": signing.dumps(sent.pk, salt=CHECK_SALT),
        "consultation:invitation": signing.dumps(invitation.pk, salt=INVITATION_SALT),
        "deciding:entry": entry_link.token,
        "consultation:signed_answers": answers_token(sent),
        "preview": make_link(
            thing=concept, audience="raad", ends_on=timezone.localdate(now), by=people["editor"]
        ).token,
        "deciding:package": signing.dumps(delivery.pk, salt=PACKAGE_SALT),
        "consultation:no_reminder": signing.dumps([open_consultation.pk, writer.pk], salt=reminding.SALT),
        "consultation:signed_reopen": answers_token(sent),
        "meetings:registration": registration.own_path.split("/")[3],
        "results:confirmation": signing.dumps(confirmation_request.pk, salt=CONFIRMATION_SALT),
        "partners:welcome": signing.dumps(asked.pk, salt=PEOPLE_SALT),
        "weekly": signing.dumps(WeeklyReader.objects.create(user=clerk).pk, salt=WEEKLY_SALT),
        "following:confirm": signing.dumps(["bo@example.org", "partner", partner, "", "week"], salt=following.CONFIRM),
        "following:own": signing.dumps(follower.pk, salt=following.OWN),
        "results:no_confirmation": signing.dumps(confirmation_request.owner_id, salt=DECLINE_SALT),
    }
    return {
        "": lambda name: {"form": "json"} if name == "own_data_file" else {},
        "followed": lambda name: {"kind": "partner", "key": "zwolle"},
        "own body": lambda name: {"slug": "zwolle", "pk": recess.pk},
        "people": lambda name: of_people,
        "own griffier": lambda name: of_people | {"mandate": clerk.mandates.get().pk},
        "draft": lambda name: about(draft),
        "sent": lambda name: about(sent),
        "group": lambda name: about(group),
        "council": lambda name: about(waiting),
        "thrown away": lambda name: {"pk": thrown_away.pk},
        "theirs": lambda name: {"pk": theirs.pk, "endorsement_pk": joined.pk},
        "unshared": lambda name: {"pk": unshared.pk},
        "meeting": lambda name: {"slug": registration.meeting.slug},
        "package": lambda name: {"slug": "agenda", "body": council.pk},
        "track": lambda name: {"pk": track.pk, "purpose": "uitkomst"},
        "key": lambda name: {"token": keys[name], "point_pk": sent.points.get().pk},
        "forged": lambda name: {"token": keys[name][::-1], "point_pk": sent.points.get().pk},
    }


def address_of(name, arguments):
    """The address with as many of `arguments` as it takes, and ANYTHING for the rest."""
    route = next(route for found, _, route in PATTERNS if found == name)
    known = ANYTHING | arguments
    taken = re.findall(r"<(?:\w+:)?(\w+)>", route)
    return reverse(name, kwargs={key: known[key] for key in taken})


def test_a_private_address_opens_for_whom_the_table_says_and_nobody_keeps_it(client, cookies, things, goal):
    """In one pass: each role with GET and POST, and, as no role may do anything with those, a few other methods."""
    before = list(Letter.objects.values()), list(Point.objects.values())
    wrong, kept = [], []
    for (name, thing), row in PRIVATE.items():
        address = address_of(name, things[thing](name))
        for method, told in zip(("get", "post"), map(statuses, row), strict=True):
            for role in ROLES if thing not in ("key", "forged") else STRANGERS:
                answer = answer_to(client, cookies[role], method, address)
                if (status := status_of(answer)) != told[role]:
                    wrong.append((name, thing, method, role, status))
                if role != "anonymous" and answer.headers.get("Cache-Control") != "private, no-store":
                    kept.append((name, thing, method, role))
        if thing == "key":
            page = answer_to(client, cookies["anonymous"], "get", address).headers
            if (page["X-Robots-Tag"], page["Referrer-Policy"], page["Cache-Control"]) != AS_A_KEY:
                kept.append((name, thing))
        for method in ("put", "delete", "options"):
            status = status_of(answer_to(client, cookies["writer"], method, address))
            if status not in {"403", "404", "405", "in"}:
                wrong.append((name, thing, method, "writer", status))
    assert wrong == []
    assert kept == []
    assert (list(Letter.objects.values()), list(Point.objects.values())) == before


def test_a_public_address_is_the_same_for_everyone_may_be_kept_and_takes_nothing(
    client, cookies, goal, open_consultation
):
    """Of what is not there it is a 404 for everyone, of a file that is being made a 503; who signed in keeps none."""
    wrong = []
    for name in PUBLIC:
        address = address_of(name, {})
        read = {role: answer_to(client, cookies[role], "get", address) for role in READERS}
        told = {status_of(answer) for answer in read.values()}
        sent = {status_of(answer_to(client, cookies[role], "post", address)) for role in ("anonymous", "editor")}
        first = read.pop("anonymous")
        may_be_kept = "no-store" not in first.headers.get("Cache-Control", "") and not first.cookies
        kept = {answer.headers.get("Cache-Control") for answer in read.values()}
        is_right = len(told) == 1 and told <= {"200", "302", "404", "503"} and sent <= {"404", "405"}
        if not (is_right and kept == {"private, no-store"} and (may_be_kept or name == "demo_mail" or told == {"503"})):
            wrong.append((name, told, sent, may_be_kept, kept))
    assert wrong == []


def test_what_starts_a_session_and_all_of_the_desk_is_kept_by_nobody(client, goal, open_consultation):
    addresses = ["/inloggen/", "/beheer/", "/beheer/login/", "/beheer/consultation/letter/"]
    assert {client.get(address).headers["Cache-Control"] for address in addresses[1:]} == {"private, no-store"}
    asked = client.post(addresses[0], {"login": "iemand@example.org"})
    assert ("sessionid" in asked.cookies, asked.headers["Cache-Control"]) == (True, "private, no-store")
