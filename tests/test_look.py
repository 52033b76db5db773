"""The look: colours that can be told apart, sizes that come from tokens, CSS that is used, and little for a visitor."""

import re
from hashlib import sha256
from itertools import accumulate, pairwise
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.template import Context, Engine
from django.template.loader import get_template
from django.test import override_settings

ROOT = Path(__file__).resolve().parent.parent
CSS = ROOT / "static" / "css"
TEMPLATES = ROOT / "templates"
# Error pages that are made when nothing else can be.
ALONE = ["400.html", "413.html", "500.html", "503.html", "503_document.html"]

TEXT, SHAPE = 4.5, 3  # what WCAG 2.2 asks of text, and of lines, fields and marks
# Foreground, background, what is needed, and the ratios the art direction gives for light and dark.
PAIRS = [
    ("ink", "paper", TEXT, 17.9, 16.1),
    ("muted", "paper", TEXT, 8.1, 9.4),
    ("muted", "wash", TEXT, 7.4, 8.6),
    ("accent", "paper", TEXT, 8.5, 9.7),
    ("accent", "tint", TEXT, 7.2, 7.9),
    ("ink", "tint", TEXT, 15.2, 13.1),
    ("error", "paper", TEXT, 6.7, 9.2),
    ("on-fill", "fill", TEXT, 8.5, 4.9),
    ("on-fill", "fill-hover", TEXT, 15.3, 7.4),
    ("fill", "paper", SHAPE, 8.5, 3.8),
    ("fill", "tint", SHAPE, 7.2, 3.1),
    ("line", "paper", SHAPE, 4.9, 5.9),
]
# In use besides, without a ratio in the art direction.
MORE_PAIRS = [("deep", "paper", TEXT), ("muted", "tint", TEXT), ("line", "wash", SHAPE), ("ink", "wash", TEXT)]

WITHOUT_COMMENTS = re.compile(r"/\*.*?\*/", re.DOTALL)


def stylesheet(name):
    return WITHOUT_COMMENTS.sub("", (CSS / name).read_text())


def stylesheets():
    """Every style sheet without its comments, by its name below static/css."""
    names = sorted(path.relative_to(CSS).as_posix() for path in CSS.rglob("*.css"))
    return {name: stylesheet(name) for name in names}


def colours():
    """Of each colour token its light and its dark value."""
    pattern = r"--([a-z-]+): (?:light-dark\()?(#[0-9a-f]{6})(?:, (#[0-9a-f]{6})\))?;"
    return {name: (light, dark or light) for name, light, dark in re.findall(pattern, stylesheet("tokens.css"))}


def luminance(colour):
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("front", "back", "needed", "in_light", "in_dark"), PAIRS)
def test_a_pair_has_the_contrast_the_art_direction_promises(front, back, needed, in_light, in_dark):
    ratios = [contrast(*pair) for pair in zip(colours()[front], colours()[back], strict=True)]
    assert min(ratios) >= needed
    assert [round(ratio, 1) for ratio in ratios] == pytest.approx([in_light, in_dark], abs=0.1)


@pytest.mark.parametrize(("front", "back", "needed"), MORE_PAIRS)
def test_every_other_pair_in_use_can_be_read(front, back, needed):
    assert min(contrast(*pair) for pair in zip(colours()[front], colours()[back], strict=True)) >= needed


def test_colours_and_pixels_stand_in_the_tokens_alone():
    """Elsewhere a length is a token, a rem or a share; a pixel only hides what is meant to be heard."""
    raw = re.compile(r"#[0-9a-f]{3,8}\b(?!\")|\brgb|\bhsl|\b(?!0px|1px)\d*\.?\d+px")
    found = [(name, match) for name, css in stylesheets().items() for match in raw.findall(css) if name != "tokens.css"]
    assert found == []


def test_every_token_that_is_used_exists_and_every_token_is_used():
    everything = "\n".join(stylesheets().values())
    used = set(re.findall(r"var\((--[a-z0-9-]+)", everything))
    defined = set(re.findall(r"(--[a-z0-9-]+):", everything))
    from_django = set(re.findall(r"(--[a-z0-9-]+):", stylesheet("admin.css")))
    assert used - defined == set()
    assert defined - used - from_django == set()


JOINING = {"staticfiles": {"BACKEND": "regiozwolle.stylesheets.JoiningStaticFilesStorage"}}


@pytest.fixture(scope="module")
def static_root(tmp_path_factory):
    """A folder with the static files as production and the demo collect them, but for those of Django's admin."""
    root = tmp_path_factory.mktemp("static")
    with override_settings(STATIC_ROOT=root, STORAGES=settings.STORAGES | JOINING):
        call_command("collectstatic", interactive=False, verbosity=0, ignore_patterns=["admin"])
    return root


@pytest.fixture
def collected(static_root, settings):
    """That folder, while pages link what is in it."""
    settings.STATIC_ROOT = static_root
    settings.STORAGES = settings.STORAGES | JOINING
    return static_root


def linked_by(page):
    """The names of the style sheets that the page `page` links, below the folder of static files."""
    return re.findall(r'<link rel="stylesheet" href="/static/([^"]+)"', page)


def test_a_page_asks_for_one_style_sheet_that_asks_for_no_other(collected, client):
    (name,) = linked_by(client.get("/stijlgids/").text)
    assert re.fullmatch(r"css/site\.[0-9a-f]{12}\.css", name)
    assert "@import" not in (collected / name).read_text()


def test_the_error_pages_that_stand_alone_ask_for_the_same(collected, client):
    (name,) = linked_by(client.get("/stijlgids/").text)
    (plain,) = linked_by(get_template("500.html").render({"number": ""}))
    without_hash = re.sub(r"\.[0-9a-f]{12}(?=\.woff2)", "", (collected / name).read_text())
    assert (collected / plain).read_text() == without_hash


def test_the_joined_style_sheet_holds_every_rule_in_its_layer(collected):
    """Text and order are those of the files, but for the comments."""
    parts = re.findall(r'@import url\("([^"]+)"\) layer\(([a-z]+)\);', stylesheet("site.css"))
    rules = " ".join(f"@layer {layer} {{ {stylesheet(name)} }}" for name, layer in parts)
    first = re.match(r"\s*@layer [a-z, ]+;", stylesheet("site.css"))[0]
    assert (collected / "css/site.css").read_text().split() == f"{first} {rules}".split()


def test_the_joined_style_sheet_finds_its_typeface(collected, client):
    (name,) = linked_by(client.get("/stijlgids/").text)
    addresses = re.findall(r'url\("([^"#]+)"\)', (collected / name).read_text())
    assert len(addresses) == 1
    assert re.search(r"\.[0-9a-f]{12}\.woff2$", addresses[0])
    assert ((collected / name).parent / addresses[0]).resolve().is_file()


def test_the_css_of_a_visitor_is_at_most_16_kb(collected, client):
    """As a browser gets it: joined, without comments, and compressed. The CSS of the desk is not for visitors."""
    (name,) = linked_by(client.get("/stijlgids/").text)
    assert (collected / f"{name}.gz").is_file()
    assert (collected / f"{name}.br").stat().st_size <= 16_000


def test_the_css_of_the_desk_is_joined_too(collected):
    (name,) = [path.name for path in (collected / "css").glob("admin.????????????.css")]
    joined = (collected / "css" / name).read_text()
    assert "@import" not in joined
    assert "--paper:" in joined


def test_collecting_again_joins_again_and_leaves_the_sources_alone(collected):
    """Also with links in place of copies, where the collected file is the source itself."""
    source, first = (CSS / "site.css").read_text(), (collected / "css/site.css").read_text()
    for as_links in [False, True]:
        call_command("collectstatic", interactive=False, verbosity=0, ignore_patterns=["admin"], link=as_links)
        assert (collected / "css/site.css").read_text() == first
        assert (CSS / "site.css").read_text() == source


def test_every_file_is_imported_once_in_the_order_of_the_layers():
    site = stylesheet("site.css")
    declared = re.search(r"@layer ([a-z, ]+);", site)[1].split(", ")
    imported = re.findall(r'@import url\("([a-z/-]+\.css)"\) layer\(([a-z]+)\);', site)
    assert len(imported) == site.count("@import")
    layers = [layer for _, layer in imported]
    assert layers == sorted(layers, key=declared.index)
    assert set(layers) == set(declared)
    of_the_desk = re.findall(r'@import url\("(desk/[a-z-]+\.css)"\);', stylesheet("admin.css"))
    assert of_the_desk == sorted(of_the_desk)
    assert sorted([*(name for name, _ in imported), *of_the_desk, "admin.css", "site.css"]) == list(stylesheets())


def test_a_component_is_imported_as_a_component_and_names_no_file():
    """Components stand in the order of the alphabet, as no other order is meant."""
    names = re.findall(r'@import url\("([^"]+)"\) layer\(components\);', stylesheet("site.css"))
    assert names == [name for name in stylesheets() if name.startswith("components/")]
    assert [name for name in names if re.search(r"url\((?!\"#)", stylesheet(name))] == []


# Left and right, top and bottom, width and height: named by a property, or by the third and fourth value of one.
PHYSICAL = re.compile(
    r"""^\s*(?:
        (?:scroll-)?(?:margin|padding)-(?:top|right|bottom|left)
        | border-(?:top|right|bottom|left)(?:-[a-z-]+)?
        | top | right | bottom | left
        | (?:min-|max-)?(?:width|height)
        | (?:text-align|float|clear):\s*(?:left|right)
        | (?:margin|padding|inset|border-width|border-style|border-color):(?:[ ][^\s;]+){3}
    )\b[^;{}]*;""",
    re.MULTILINE | re.VERBOSE,
)


def without_arguments(css):
    """A function with its arguments as one word, so that the values of a property can be counted."""
    while (shorter := re.sub(r"\([^()]*\)", "()", css).replace("()", "_")) != css:
        css = shorter
    return css


def test_properties_are_logical():
    """Start and end, block and inline, as the text runs. What asks the window its width is no property."""
    sheets = {name: without_arguments(css) for name, css in stylesheets().items()}
    found = [(name, match.strip()) for name, css in sheets.items() for match in PHYSICAL.findall(css)]
    assert found == []


def test_rules_nest_at_most_two_deep():
    """A condition counts as a level: what depends on the window or a container stands below a component as a whole."""
    deep = []
    for name, css in stylesheets().items():
        braces = re.findall(r"[{}]", re.sub(r'"[^"]*"', "", css))
        depths = list(accumulate(1 if brace == "{" else -1 for brace in braces))
        assert depths[-1:] in ([], [0]), name
        if max(depths, default=0) > 2:
            deep.append(name)
    assert deep == []


def test_a_declaration_has_a_line_of_its_own_and_a_rule_a_blank_line_before_it():
    """Room to read costs a visitor next to nothing, once compressed."""
    crowded = re.compile(r"\{[^\n]*\S|;[^\n]*[;}]|\}\n(?!\n|\t*\}|\Z)")
    found = [(path.name, match) for path in CSS.rglob("*.css") for match in crowded.findall(path.read_text())]
    assert found == []


def classes_in_css():
    css = "\n".join(css for name, css in stylesheets().items() if not name.startswith(("admin.css", "desk/")))
    css = re.sub(r'"[^"]*"', "", css)
    return set(
        re.findall(r"\.([a-z][a-z0-9-]*)", re.sub(r"\{[^{}]*\}", lambda body: re.sub(r":[^;{}]*;", ";", body[0]), css))
    )


def classes_in_templates():
    """Every word in a class attribute; what stands in a tag or variable is the view's affair.

    The desk has the stylesheet of Django's, and a mail its own style.
    """
    for path in TEMPLATES.rglob("*.html"):
        if not {"admin", "mail", "email"} & set(path.relative_to(TEMPLATES).parts):
            # What stands against a variable, as in `to-{{ item.name }}`, is half a name.
            halves = r"[\w-]*\{\{.*?\}\}[\w-]*"
            markup = re.sub(rf"{halves}|\{{%.*?%\}}|\{{#.*?#\}}", " ", path.read_text())
            for value in re.findall(r'\bclass="([^"]*)"', markup):
                for name in value.split():
                    yield path.name, name


def test_every_class_in_a_template_has_its_rule():
    known = classes_in_css()
    assert sorted({(name, path) for path, name in classes_in_templates() if name not in known}) == []


def test_every_class_in_the_css_is_shown_on_the_style_page_or_used_by_the_base():
    base = {"base.html", "brand.html", "page_foot.html"}
    shown = {name for path, name in classes_in_templates() if path in base | {"stijlgids.html", "_patterns.html"}}
    unseen = {
        "messages",
        "document",
        "large",
        "visually-hidden",
        "nowrap",
        "htmx-request",
        "htmx-indicator",
    }
    assert classes_in_css() - shown - unseen == set()


def test_the_files_of_others_are_as_they_were_published():
    vendor = ROOT / "static/vendor"
    sums = re.findall(r"^\| (\S+) \|.* (\w{64}) \|$", (vendor / "README.md").read_text(), re.MULTILINE)
    found = [path for path in vendor.rglob("*") if path.is_file() and path.name != "README.md"]
    assert {str(path.relative_to(vendor)): sha256(path.read_bytes()).hexdigest() for path in found} == dict(sums)
    assert "The MIT License" in (vendor / "squire/LICENSE.txt").read_text()


def test_the_typeface_comes_with_its_licence():
    assert (ROOT / "static/fonts/public-sans-latin-wght-normal.woff2").read_bytes()[:4] == b"wOF2"
    assert "SIL Open Font License, Version 1.1" in (ROOT / "static/fonts/OFL.txt").read_text()


@pytest.mark.parametrize("name", ALONE)
def test_an_error_page_that_stands_alone_needs_nothing(name):
    """No tag of ours and nothing but its number: it renders where settings, database and static files all fail."""
    page = Engine(dirs=[TEMPLATES], libraries={}).get_template(name)
    assert "K7QM-2F4X" in page.render(Context({"number": "K7QM-2F4X"}))
    both = (TEMPLATES / name).read_text() + (TEMPLATES / "alone.html").read_text()
    assert set(re.findall(r"\{\{.*?\}\}", both)) == {"{{ number }}"}
    assert set(re.findall(r"\{% (\w+)", both)) == {"extends", "block", "endblock"}


@pytest.mark.parametrize("name", ALONE)
def test_the_plain_paths_of_the_lone_error_pages_exist(name):
    paths = re.findall(r'(?:href|src)="/static/([^"]+)"', get_template(name).render({"number": ""}))
    assert paths
    assert [path for path in paths if not (ROOT / "static" / path).is_file()] == []


@pytest.mark.parametrize("name", ["base.html", "stijlgids.html", "403.html", "404.html", "alone.html", *ALONE])
def test_a_template_of_the_look_holds_nothing_inline(name):
    assert re.findall(r"\sstyle=|<style|<script|\son[a-z]+=|javascript:", (TEMPLATES / name).read_text()) == []


def test_the_style_page_shows_every_component(client):
    page = client.get("/stijlgids/").text
    assert page.count("<h1") == 1
    sender_kinds = [int(sender_kind) for sender_kind in re.findall(r"<h([1-6])", page)]
    assert [(one, next_one) for one, next_one in pairwise(sender_kinds) if next_one > one + 1] == []
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert sorted(ids) == sorted(set(ids))
    named = {name for names in re.findall(r'aria-(?:labelledby|describedby)="([^"]+)"', page) for name in names.split()}
    assert named - set(ids) == set()
    assert set(re.findall(r'href="#([^"]+)"', page)) - set(ids) == set()


def test_an_unknown_address_gets_our_page(client, db):
    response = client.get("/dit-bestaat-niet/")
    assert response.status_code == 404
    assert "Deze pagina bestaat niet" in response.text
    assert 'lang="nl"' in response.text
