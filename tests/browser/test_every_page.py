"""What must hold on every page, seen by a real browser on a real demo.

The pages are found as a visitor finds them: by following links, anonymous, as a council member and as the
secretariat. From each URL pattern a few are tried, so that a new page is in the test without anyone adding it.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

import django
import pytest
from django.contrib import admin
from django.urls import Resolver404, get_resolver, resolve
from django.utils import translation
from django.utils.translation import gettext

from regiozwolle.example.people import accounts
from tests import states
from tests.browser import mails
from tests.looking import RULES, faults_at

PER_PATTERN = 2
MOST_PAGES = 400


@dataclass(frozen=True)
class Page:
    """A page as it was found: its address below the site, who saw it, and what came back."""

    path: str
    pattern: str
    status: int
    headers: dict
    html: str


class Reader(HTMLParser):
    """Collects what the tests want to know of a page."""

    def __init__(self, html):
        super().__init__()
        self.links, self.headings, self.loaded, self.lang, self.title, self.inside = [], [], [], None, "", None
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "a" and attributes.get("href"):
            self.links.append(attributes["href"])
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag in ("script", "img", "iframe", "source", "video", "audio") and attributes.get("src"):
            self.loaded.append(attributes["src"])
        if tag == "link" and attributes.get("rel") not in ("canonical", "alternate"):
            self.loaded.append(attributes.get("href", ""))
        if tag == "html":
            self.lang = attributes.get("lang")
        self.inside = tag

    def handle_endtag(self, tag):
        self.inside = None

    def handle_data(self, data):
        if self.inside == "title":
            self.title += data


def pattern_of(path):
    """The URL pattern that serves `path`, or None when none does (a static file)."""
    try:
        return resolve(urlsplit(path).path).route.removeprefix("^")
    except Resolver404:
        return None


DESK = "/beheer/"


def crawl(context, address, start, per_pattern=PER_PATTERN):
    """The pages that links lead to from `start`, at most `per_pattern` of each URL pattern; of a file, one.

    The desk only when it starts there: a mail to the secretariat leads to it, and everybody else is refused.
    """
    begins_at_the_desk = start[0].startswith(DESK)
    found, waiting, seen = {}, list(start), set(start)
    counts, files = defaultdict(int), set()
    while waiting and len(found) < MOST_PAGES:
        path = waiting.pop(0)
        pattern = pattern_of(path)
        if pattern is None or counts[pattern] >= (1 if pattern in files else per_pattern):
            continue
        response = context.request.get(address + path, max_redirects=0)
        if response.status in (301, 302):
            target = urljoin(path, response.headers["location"])
            if target not in seen and not urlsplit(target).netloc:
                seen.add(target)
                waiting.append(target)
            continue
        counts[pattern] += 1
        is_being_made = response.headers.get("retry-after") == "3"  # a file of the worker, which is there soon
        is_html = response.headers.get("content-type", "").startswith("text/html") and not is_being_made
        files |= set() if is_html else {pattern}
        html = response.text() if is_html else ""
        found[path] = Page(path, pattern, 200 if is_being_made else response.status, response.headers, html)
        for link in Reader(html).links if is_html else []:
            target = urldefrag(urljoin(address + path, link)).url
            if target.startswith(f"{address}/"):
                target = target.removeprefix(address)
                if target not in seen and (begins_at_the_desk or not target.startswith(DESK)):
                    seen.add(target)
                    waiting.append(target)
    return found


@pytest.fixture(scope="module")
def anonymous(chromium):
    context = chromium.new_context()
    yield context
    context.close()


def signed_in(chromium, demo, email):
    """A browser in which `email` signed in, with the code that the demo shows on its page of mails."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{demo}/inloggen/")
    post = context.new_page()
    asked = mails.with_code(email)
    earlier = mails.newest(post, demo, holding=asked)
    page.get_by_label("E-mailadres").fill(email)
    page.get_by_role("button", name=re.compile("code")).click()
    mail = mails.wait_for(post, demo, holding=asked, after=earlier)
    code = re.search(r"^\s*([A-Z0-9]{3,}-?[A-Z0-9]{3,})\s*$", mail, re.MULTILINE).group(1)
    page.get_by_label("code").fill(code)
    page.get_by_role("button", name="Log in").click()
    mails.pass_second_step(page, post, demo, email)
    page.close()
    return context


@pytest.fixture(scope="module")
def member(chromium, demo):
    context = signed_in(chromium, demo, next(email for email, _ in accounts() if email.startswith("raadslid")))
    yield context
    context.close()


@pytest.fixture(scope="module")
def clerk(chromium, demo):
    context = signed_in(chromium, demo, next(email for email, _ in accounts() if email.startswith("griffier")))
    yield context
    context.close()


@pytest.fixture(scope="module")
def secretariat(chromium, demo):
    context = signed_in(chromium, demo, next(email for email, _ in accounts() if email.startswith("secretariaat")))
    yield context
    context.close()


# Where what can be taken along is linked from one way to show a list alone.
BEGIN = ["/", "/stijlgids/", "/resultaten/projecten/?weergave=tijd"]
STATES = ["/zoeken/?q=woning", "/zoeken/?q=xqzwj", "/partners/?q=xqzwj", "/bestaat-niet/", "/agenda/?lijn=bestaat-niet"]


@pytest.fixture(scope="module")
def public_pages(anonymous, demo):
    pages = crawl(anonymous, demo, BEGIN)
    for path in STATES:
        response = anonymous.request.get(demo + path)
        pages[path] = Page(path, f"state {path}", response.status, response.headers, response.text())
    return pages


@pytest.fixture(scope="module")
def member_pages(member, demo):
    return crawl(member, demo, ["/mijn-reacties/", "/consultaties/"])


@pytest.fixture(scope="module")
def clerk_pages(clerk, demo, public_pages, member_pages):
    """What a griffier alone finds: the pages of the own body, but for those that a link opens as well."""
    known = {page.pattern for page in [*public_pages.values(), *member_pages.values()]}
    found = crawl(clerk, demo, ["/mijn-orgaan/"])
    return {path: page for path, page in found.items() if page.pattern not in known and "token" not in page.pattern}


@pytest.fixture(scope="module")
def admin_pages(secretariat, demo):
    pages = crawl(secretariat, demo, ["/beheer/"], per_pattern=1)
    return {path: page for path, page in pages.items() if path.startswith("/beheer/")}


@pytest.fixture(scope="module")
def html_pages(request, public_pages, member_pages, clerk_pages):
    """Every page of the site itself, as its visitors and members see it; with --look it is looked at like the rest."""
    pages = [*public_pages.values(), *member_pages.values(), *clerk_pages.values()]
    found = [page for page in pages if page.html and not page.path.startswith("/beheer/")]
    if request.config.getoption("--look"):
        request.getfixturevalue("looker")
        for page in found:
            states.keep(page.pattern, page.status, page.headers["content-security-policy"], page.html, page.path)
    return found


def test_links_lead_to_every_public_page(public_pages, member_pages, clerk_pages):
    """A page that no link leads to is a page nobody finds."""
    reached = {page.pattern for page in [*public_pages.values(), *member_pages.values(), *clerk_pages.values()]}
    needs_more_than_a_link = re.compile(
        r"^beheer/|^inloggen/|^uitloggen/|versturen|intrekken|terughalen|terugzetten|opnieuw|leden|verwijderen|punt|ontvangst|point_pk|token|besluit\.pdf|bevestigen|herstelcodes|sessies|mensen/uitnodiging|akkoord|overnemen|versies|robots\.txt|security\.txt|favicon|sitemap|deelbeeld|logo\.png|momentopname|wat-telt|^c/"
    )
    patterns = {route for route in routes(get_resolver()) if not needs_more_than_a_link.search(route)}
    assert patterns - reached == set()


def routes(resolver, prefix=""):
    """Every complete URL pattern below `resolver`."""
    for pattern in resolver.url_patterns:
        route = prefix + str(pattern.pattern).removeprefix("^")  # as Django joins them
        if hasattr(pattern, "url_patterns"):
            yield from routes(pattern, route)
        else:
            yield route


def test_no_link_is_dead(public_pages, member_pages, clerk_pages):
    pages = [*public_pages.values(), *member_pages.values(), *clerk_pages.values()]
    over = [page.path for page in pages if "Deze link werkte tot en met" in page.html]
    expected = {"/bestaat-niet/": 404} | dict.fromkeys(over, 410)
    assert {page.path: page.status for page in pages if page.status != expected.get(page.path, 200)} == {}


def test_an_anonymous_visitor_gets_no_cookie(public_pages):
    """Except on the pages with a form that needs a token."""
    with_cookie = {page.pattern for page in public_pages.values() if "set-cookie" in page.headers}
    assert {pattern for pattern in with_cookie if not re.search("^inloggen/|token|^volgen/|melden/$", pattern)} == set()


def test_every_answer_carries_the_policies(public_pages, member_pages, clerk_pages, admin_pages):
    for page in [*public_pages.values(), *member_pages.values(), *clerk_pages.values(), *admin_pages.values()]:
        policy = page.headers.get("content-security-policy", "")
        assert "default-src 'none'" in policy, page.path
        assert "unsafe" not in policy, page.path
        assert page.headers["x-content-type-options"] == "nosniff", page.path


def test_every_page_has_one_h1_its_own_title_and_no_skipped_heading(html_pages):
    titles = defaultdict(set)
    for page in html_pages:
        seen = Reader(page.html)
        assert seen.lang == ("en" if page.pattern == "english/" else "nl"), page.path
        assert seen.headings.count(1) == 1, (page.path, seen.headings)
        skipped = [pair for pair in zip(seen.headings, seen.headings[1:], strict=False) if pair[1] > pair[0] + 1]
        assert skipped == [], (page.path, seen.headings)
        if "token" not in page.pattern:  # what a link opens is the page of the account by another way
            titles[seen.title.strip()].add(urlsplit(page.path).path)
    assert {title: paths for title, paths in titles.items() if len(paths) > 1} == {}


def test_no_page_loads_anything_from_elsewhere(html_pages):
    foreign = {page.path: [src for src in Reader(page.html).loaded if urlsplit(src).netloc] for page in html_pages}
    assert {path: loaded for path, loaded in foreign.items() if loaded} == {}


def complaints(context, demo, paths, look=lambda page: []):
    """Opens each path with scripts; returns what the console says there, what the page asks of other sites, and what
    `look` finds, each with the address."""
    page = context.new_page()
    found = []
    page.on("console", lambda message: found.append((page.url, message.text)) if message.type == "error" else None)
    page.on("pageerror", lambda error: found.append((page.url, str(error))))
    page.on(
        "request",
        lambda request: None if request.url.startswith((demo, "data:")) else found.append((page.url, request.url)),
    )
    for path in paths:
        page.goto(demo + path)
        found += [(page.url, fault) for fault in look(page)]
    page.close()
    return [(url, text) for url, text in found if "404 (Not Found)" not in text]


# The text spacing of WCAG 1.4.12, and an address of a council and a word of 60 characters in each kind of element.
SPACED = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
        * { letter-spacing: .12em !important; word-spacing: .16em !important; line-height: 1.5 !important }
        p { margin-block-end: 2em !important }
    `);
    document.adoptedStyleSheets = [sheet];
}"""
LENGTHENED = """() => {
    const long = "Bestemmingsplanwijzigingsprocedurebeschrijvingen".padEnd(60, "en");
    const address = "https://raad.voorbeeld.nl/Vergaderingen/2026/29-november/agenda";
    const seen = new Set();
    const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
        const within = text.parentElement;
        const kind = within.tagName + within.className;
        // What is drawn, pressed or kept in one piece on purpose holds no words of others.
        const own = within.closest("svg, button, option, textarea, script, style, label, .visually-hidden");
        const whole = within.closest(".nowrap, time, .numeral, .disc, .count, .figure strong");
        const unseen = within.getBoundingClientRect().width < 2;
        if (!text.data.trim() || seen.has(kind) || own || whole || unseen) continue;
        seen.add(kind);
        text.data += ` ${long} ${address}`;
    }
}"""
WIDER = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


def stretched(page):
    """Whether the page that is open scrolls sideways at 320 px, with its letters spaced and with long words in it."""
    page.set_viewport_size({"width": 320, "height": 800})
    page.evaluate(LENGTHENED)
    faults = ["lange woorden"] if page.evaluate(WIDER) else []
    page.evaluate(SPACED)
    return [*faults, "ruime letters"] if page.evaluate(WIDER) else faults


def one_of_each(pages):
    """The path of the first page of each URL pattern; each state is a pattern of its own."""
    first = {}
    for page in pages:
        if page.html:
            first.setdefault(page.pattern, page.path)
    return list(first.values())


def test_no_public_page_complains(anonymous, demo, public_pages):
    """Nor does it stick out of a narrow screen when its words are long or its letters wide."""
    assert complaints(anonymous, demo, one_of_each(public_pages.values()), look=stretched) == []


@pytest.mark.parametrize("width", [768, 960])
def test_no_table_sticks_out_where_it_has_the_least_room_for_its_columns(anonymous, demo, public_pages, width):
    """Just too wide for its rows to stack, and just wide enough for a margin beside it."""
    page = anonymous.new_page()
    page.set_viewport_size({"width": width, "height": 900})
    sticking_out = []
    for path in [found.path for found in public_pages.values() if "<table" in found.html]:
        page.goto(demo + path)
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            sticking_out.append(path)
    page.close()
    assert sticking_out == []


def test_no_page_of_a_member_complains(chromium, member, demo, member_pages, public_pages):
    paths = one_of_each(page for page in member_pages.values() if page.path not in public_pages)
    with_scripts = chromium.new_context(storage_state=member.storage_state())
    assert complaints(with_scripts, demo, paths, look=stretched) == []
    with_scripts.close()


def test_no_page_of_a_griffier_complains(chromium, clerk, demo, clerk_pages):
    with_scripts = chromium.new_context(storage_state=clerk.storage_state())
    assert complaints(with_scripts, demo, one_of_each(clerk_pages.values()), look=stretched) == []
    with_scripts.close()


class Said(HTMLParser):
    """All that a page says: its text, and what stands in the attributes that are read or heard."""

    HEARD = ("alt", "aria-label", "placeholder", "title", "value")

    def __init__(self, html):
        super().__init__()
        self.words, self.inside = set(), None
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.inside = tag
        self.words |= {value.strip() for name, value in attributes if name in self.HEARD and value}

    def handle_data(self, data):
        if self.inside not in ("script", "style"):
            self.words.add(" ".join(data.split()))


def words_of_django():
    """Every English text of Django and its desk that is put into words as it stands."""
    root = Path(django.__file__).parent
    found = set()
    for part in ("conf", "contrib/admin", "contrib/auth"):
        text = (root / part / "locale/en/LC_MESSAGES/django.po").read_text()
        found |= {"".join(re.findall(r'"(.*)"', lines)) for lines in re.findall(r'^msgid ((?:".*"\n)+)', text, re.M)}
    return {words for words in found if len(words) > 2 and "%" not in words and "{" not in words}


WORDS_OF_DJANGO = words_of_django()
# What Django says in English is a word of the site as well.
DUTCH_TOO = {"Details", "Filter", "Home", "Model", "OK", "Status", "Type", "Website", "contact"}
DESK_VIEWS = [(1280, "light", RULES, None), (320, "dark", RULES, None)]


def test_the_desk_breaks_no_policy_is_for_everyone_and_fits_its_screen(chromium, secretariat, demo, admin_pages):
    """The secretariat works here all day, under our policy and styles."""
    assert {path: page.status for path, page in admin_pages.items() if page.status != 200} == {}
    with_scripts = chromium.new_context(storage_state=secretariat.storage_state())
    paths = unlike_each_other(admin_pages.values())
    faults = complaints(with_scripts, demo, paths, look=lambda page: faults_at(DESK_VIEWS, page))
    with_scripts.close()
    assert faults == []


def test_the_html_of_the_desk_is_valid(request, admin_pages):
    """As the HTML checker reads it: with --look, for that starts the checker."""
    if not request.config.getoption("--look"):
        pytest.skip("Alleen met --look.")
    looker = request.getfixturevalue("looker")
    paths = unlike_each_other(admin_pages.values(), states.parts_of)
    assert [(path, fault) for path in paths for fault in looker.invalid(admin_pages[path].html)] == []


def test_every_desk_is_walked(admin_pages):
    """Its list, its form to add, and that of something that is there, as far as it has them."""
    walked = {page.pattern for page in admin_pages.values()}
    asked = {
        f"{DESK.strip('/')}/{model._meta.app_label}/{model._meta.model_name}/{form}"
        for model in admin.site._registry
        for form in ("", "add/", "<path:object_id>/change/")
    }
    linked = {pattern_of(link) for page in admin_pages.values() for link in Reader(page.html).links}
    assert {pattern for pattern in asked if pattern.endswith("/") and pattern.count("/") == 3} - walked == set()
    assert (asked & linked) - walked == set()


def test_no_word_of_django_is_left_in_english_at_the_desk(admin_pages):
    with translation.override("nl"):
        told = {words: gettext(words) for words in WORDS_OF_DJANGO}
    english = WORDS_OF_DJANGO - DUTCH_TOO - {dutch for words, dutch in told.items() if words != dutch}
    left = {(page.pattern, said) for page in admin_pages.values() for said in Said(page.html).words & english}
    assert left == set()


def kinds_of_element(html):
    """Which kinds of element and table of fields a page holds, whatever their classes."""
    return {(tag, kind, "tabular" in (css or "")) for tag, css, kind, _ in states.Shape(html).parts}


def unlike_each_other(pages, parts_of=kinds_of_element):
    """The paths of those pages that load a file or hold one of the `parts_of` a page that none before did."""
    known, paths = set(), []
    for page in pages:
        kinds = parts_of(page.html)
        if not known >= (kinds := kinds | set(Reader(page.html).loaded)):
            known |= kinds
            paths.append(page.path)
    return paths


def test_the_first_visit_of_the_home_page_is_light(chromium, demo):
    """At most 70 kB over the wire, no script, and nothing but one style sheet before it shows."""
    context = chromium.new_context()
    page = context.new_page()
    sizes = defaultdict(int)
    finished = []
    page.on("requestfinished", lambda request: finished.append(request))
    page.goto(demo, wait_until="networkidle")
    for request in finished:
        size = request.sizes()
        sizes[request.resource_type] += size["responseBodySize"] + size["responseHeadersSize"]
    context.close()
    assert [request.resource_type for request in finished].count("stylesheet") == 1
    assert sizes["script"] == 0, dict(sizes)
    assert 20_000 < sum(sizes.values()) <= 70_000, dict(sizes)


@pytest.mark.parametrize("path", ["/", "/agenda/", "/resultaten/", "/partners/", "/consultaties/"])
def test_every_control_shows_its_focus(anonymous, demo, path):
    """Walking the page by Tab, each stop has a visible outline, stroke or line of its own."""
    page = anonymous.new_page()
    page.emulate_media(reduced_motion="reduce")
    page.goto(demo + path)
    unseen = []
    for _ in range(40):
        page.keyboard.press("Tab")
        bare = page.evaluate(
            """() => {
                const element = document.activeElement;
                if (element === document.body) return null;
                const own = getComputedStyle(element);
                const shape = element.querySelector("path, polygon");
                const drawn = shape ? getComputedStyle(shape) : null;
                const outlined = own.outlineStyle !== "none" && parseFloat(own.outlineWidth) >= 2;
                const stroked = drawn && parseFloat(drawn.strokeWidth) >= 2;
                return outlined || stroked ? null : element.outerHTML.slice(0, 120);
            }"""
        )
        if bare:
            unseen.append(bare)
    page.close()
    assert unseen == []
