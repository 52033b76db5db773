"""Nothing a visitor sends may cause a 500: a corpus of nonsense, thrown at every URL."""

import itertools
import re
from http import HTTPStatus
from http.cookies import SimpleCookie
from zlib import crc32

import pytest
from django.contrib import admin
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse

from partners.models import User

NONSENSE = [
    "",
    "0",
    "-1",
    "99999999999999999999999999",
    "1e400",
    "NaN",
    "%00",
    "a%00b",
    "%FF%FE",
    "%ED%A0%80",
    "..%2F..%2Fetc%2Fpasswd",
    "'%20or%201=1--",
    "%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
    "{{7*7}}",
    "%F0%9F%98%80",
    "a" * 4000,
    "%E2%80%AE",
    "it's%20%26%20(odd%7C",
    "*:*%20!!%20%3C-%3E",
    "2024-13-45",
]
FIELDS = ["q", "soort", "provincie", "lijn", "ambitie", "partner", "programma", "page", "next", "code", "x[]"]
FIELDS += ["fase", "weergave", "pagina", "jaar", "onderdeel"]
# Each header meets each value, in as many requests as there are values.
HEADERS = ["HX-Target", "HX-Request", "Accept-Language", "If-Modified-Since", "Range", "Referer", "Cookie"]
HEADER_VALUES = ["\x00é", "*" * 3000, "bytes=0-", "x=y; sessionid=*; csrftoken=*"]
SEGMENTS = [value for value in NONSENSE if value]


@pytest.fixture(scope="module")
def portal(django_db_setup, django_db_blocker):
    """The portal with all its content, once for this module, and gone after it; gives who visits it."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("seed", verbosity=0)
        call_command("seed_example", verbosity=0)
        yield {"anonymous": SimpleCookie(), "member": signed_in("raadslid@"), "desk": signed_in("secretariaat@")}
        transaction.set_rollback(True)


def signed_in(address):
    """The cookies of the account of the example whose address begins so."""
    client = Client()
    client.force_login(User.objects.get(email__startswith=address))
    return client.cookies


def routes(resolver, prefix=""):
    """Every complete URL pattern below `resolver`."""
    for pattern in resolver.url_patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield route
        else:
            yield from routes(pattern, route)


ALL_ROUTES = sorted(set(routes(get_resolver())))
ROUTES = [route for route in ALL_ROUTES if not route.startswith("beheer/")]
# Who is in meets all that others do, and more: a third of the addresses is sent nonsense by who is not, as well.
VISITS = [("member", route) for route in ROUTES]
VISITS += [("anonymous", route) for route in ROUTES if crc32(route.encode()) % 3 == 0]
DESK_ROUTES = [route for route in ALL_ROUTES if route.startswith("beheer/")]


def addresses(route):
    """`route` with each piece of nonsense in the place of its arguments; once, as it is, without arguments."""
    pieces = re.split(r"\(\?P<[^>]+>[^)]*\)|<[^>]+>", route.replace("^", "").removesuffix("$"))
    if len(pieces) == 1:
        return [f"/{route}"]
    return ["/" + "".join([pieces[0], *(value + piece for piece in pieces[1:])]) for value in SEGMENTS]


def visitor_of(portal, who):
    """A client that answers what goes wrong with a page, in the name of one of the portal's visitors."""
    client = Client(raise_request_exception=False)
    client.cookies = SimpleCookie(portal[who].output(header="", sep=";"))
    return client


@pytest.fixture
def visitor(request, portal, db):
    client = visitor_of(portal, request.param)
    # Who is in is shown all that others are, and more, so meets a quarter of all nonsense and those an eighth.
    client.share = 8 if request.param == "anonymous" else 4
    return client


def part(nonsense, route, share):
    """One of so many of `nonsense`, drawn by the route's name: together the routes of each kind meet all of it."""
    return nonsense[crc32(route.encode()) % share :: share]


def test_the_visitors_are_who_they_say(portal, db):
    codes = [visitor_of(portal, who).get(at).status_code for who in portal for at in ("/mijn-reacties/", "/beheer/")]
    assert codes == [302, 302, 200, 302, 200, 200]


def refuse_500(response, what):
    assert response.status_code < 500, what


@pytest.mark.parametrize(("visitor", "route"), VISITS, indirect=["visitor"])
def test_no_address_causes_a_500(visitor, route):
    asked = addresses(route)
    for address in part(asked, route, visitor.share) if len(asked) > 1 else asked:
        refuse_500(visitor.get(address), address)


@pytest.mark.parametrize("visitor", ["anonymous", "member"], indirect=True)
@pytest.mark.parametrize("route", [route for route in ROUTES if "<" not in route])
def test_no_query_causes_a_500(visitor, route):
    for value in part(NONSENSE, route, visitor.share):
        query = "&".join(f"{field}={value}" for field in FIELDS)
        refuse_500(visitor.get(f"/{route}?{query}&{value}=1&="), (route, value))


@pytest.mark.parametrize(("visitor", "route"), VISITS, indirect=["visitor"])
def test_no_method_or_header_causes_a_500(visitor, route):
    address = addresses(route)[0]
    for method in ("post", "put", "patch", "delete", "head", "options", "trace"):
        refuse_500(getattr(visitor, method)(address), (method, address))
    for turn in part(range(len(HEADER_VALUES)), route, 2):
        turned = itertools.islice(itertools.cycle(HEADER_VALUES), turn, None)
        headers = dict(zip(HEADERS, turned, strict=False))
        refuse_500(visitor.get(address, headers=headers), (headers, address))


@pytest.mark.parametrize(("visitor", "route"), VISITS, indirect=["visitor"])
def test_no_form_causes_a_500(visitor, route):
    bodies = ["", "a\x00b", "9" * 50, "😀" * 100, "<b>x</b>", "x" * 30_000]
    names = [
        "text",
        "proposal",
        "kind",
        "sender_kind",
        "capacity",
        "mandate",
        "login",
        "code",
        "next",
        "decided_on",
        "q",
    ]
    for address, body in zip(itertools.cycle(addresses(route)[:3]), bodies, strict=False):
        answer = visitor.post(address, dict.fromkeys(names, body))
        refuse_500(answer, (address, body[:20]))
        if answer.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            break  # nobody reads what is sent there
    refuse_500(visitor.post(addresses(route)[0], b"\xff\xfe\x00", content_type="application/json"), route)
    refuse_500(visitor.post(addresses(route)[0], b"--x\r\n", content_type="multipart/form-data; boundary=x"), route)


# What the admin's own pages read from an address, and the fields that hold its forms together.
DESK_FIELDS = ["q", "o", "p", "e", "all", "_changelist_filters", "_popup", "_to_field", "points", "id__exact", "x__y"]
DESK_KEYS = [
    "action",
    "_selected_action",
    "select_across",
    "index",
    "form-TOTAL_FORMS",
    "form-INITIAL_FORMS",
    "form-0-id",
    "post",
    "_save",
    "csrfmiddlewaretoken",
]


@pytest.fixture
def desk(portal, db):
    return visitor_of(portal, "desk")


def desk_address(route, value):
    """`route` with `value` in the place of each of its arguments."""
    pieces = re.split(r"\(\?P<[^>]+>[^)]*\)|<[^>]+>", route.replace("^", "").replace("\\.", ".").removesuffix("$"))
    return "/" + value.join(pieces)


@pytest.mark.parametrize("route", DESK_ROUTES)
def test_nothing_sent_to_the_desk_causes_a_500(desk, route):
    address = desk_address(route, "1")
    for value in part(["-1", "%00", "9" * 30, "%FF%FE", "a" * 4000], route, 5):
        query = "&".join(f"{field}={value}" for field in DESK_FIELDS)
        refuse_500(desk.get(f"{address}?{query}"), (address, value[:20]))
    prefixes = inline_prefixes(desk.get(address))
    for value in part(["", "\x00", "9" * 30, "-1", "é😀" * 1000], route, 5):
        fields = dict.fromkeys([*DESK_KEYS, *prefixes, "text", "title", "name", "slug", "\x00é"], value)
        refuse_500(desk.post(address, fields), (address, value[:20]))
    for nobody in {desk_address(route, value) for value in part(["0", "a%00b"], route, 2)} - {address}:
        refuse_500(desk.get(nobody), nobody)
        refuse_500(desk.post(nobody, dict.fromkeys(DESK_KEYS, "1")), nobody)


@pytest.mark.parametrize("model", sorted(admin.site._registry, key=lambda model: model._meta.label_lower), ids=str)
def test_a_list_of_the_desk_follows_any_number_in_its_address(desk, model):
    """A year that no calendar has, and a key that no row can have; the sheet of the list reads the same address."""
    own = admin.site._registry[model]
    name = f"{model._meta.app_label}_{model._meta.model_name}"
    days = {field.name for field in model._meta.fields if field.get_internal_type() in ("DateField", "DateTimeField")}
    asked = {own.date_hierarchy, *days} - {None}
    lists = [reverse(f"admin:{name}_changelist")]
    lists += [reverse(f"admin:{name}_export", args=["csv"])] if hasattr(own, "export_sheet") else []
    for address, field in itertools.product(lists, [*(f"{field}__year" for field in sorted(asked)), "pk"]):
        for value in ["0", "9999", "20260", "9" * 23]:
            refuse_500(desk.get(f"{address}?{field}={value}"), (address, field, value))


def inline_prefixes(page):
    """The names of all fields of the page's forms."""
    text = page.content.decode(errors="replace") if page.status_code == 200 else ""
    return sorted(set(re.findall(r'\sname="([^"]+)"', text)))
