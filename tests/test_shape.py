"""The tests that keep the house: who imports whom, what pieces are called, and that nothing lies around unused."""

import ast
import re
from pathlib import Path

import pytest
from django.core.management import call_command

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = ROOT / "templates"

MAY_IMPORT = {
    "partners": set(),
    "agenda": {"partners"},
    "results": {"partners", "agenda"},
    "consultation": {"partners", "agenda"},
}
FORBIDDEN_NAMES = {"utils", "common", "core", "helpers", "services", "signals"}


def modules(folder):
    return [path for path in (ROOT / folder).rglob("*.py") if "migrations" not in path.parts]


def imported_modules(path):
    """Every module that the file at `path` imports, anywhere in it, with the names it takes from each."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def imported_apps(path):
    """The first part of every module that the file at `path` imports."""
    return {name.split(".")[0] for name in imported_modules(path)}


@pytest.mark.parametrize(("app", "allowed"), MAY_IMPORT.items())
def test_an_app_imports_only_downwards(app, allowed):
    imported = {name for path in modules(app) for name in imported_apps(path)}
    assert imported & {*MAY_IMPORT, "regiozwolle"} <= allowed | {app}


def test_the_ground_knows_nothing_of_partners():
    """It stands below all apps: it imports itself, Django and libraries, and no model of any app."""
    inside = modules("partners/ground")
    assert ROOT / "partners/ground/search.py" in inside
    ours = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in inside
        for name in imported_modules(path)
        if name.split(".")[0] in {*MAY_IMPORT, "regiozwolle"} and not name.startswith("partners.ground")
    }
    assert ours == set()


def test_reacting_and_deciding_do_not_know_each_other():
    deciding = ROOT / "consultation" / "deciding"
    from_deciding = {
        name
        for path in modules("consultation/deciding")
        for name in imported_modules(path)
        if name.startswith("consultation.") and not name.startswith("consultation.deciding")
    }
    assert from_deciding == set()
    into_deciding = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in modules("consultation")
        if deciding not in path.parents
        for name in imported_modules(path)
        if name.startswith("consultation.deciding")
    }
    assert into_deciding == set()


def test_no_module_is_a_junk_drawer():
    apps = [*MAY_IMPORT, "regiozwolle"]
    assert [path for app in apps for path in modules(app) if path.stem in FORBIDDEN_NAMES] == []


def test_nothing_is_imported_inside_a_function():
    inside = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for app in [*MAY_IMPORT, "regiozwolle", "tests"]
        for path in modules(app)
        for function in ast.walk(ast.parse(path.read_text()))
        if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert inside == []


def test_every_model_change_has_its_migration(db):
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_migrations_are_named_for_what_they_do():
    names = [path.stem for path in ROOT.glob("*/migrations/[0-9]*.py")]
    assert [name for name in names if re.search(r"_(auto|alter|remove|rename)?_?\d{8}|_auto_", name)] == []


def pieces():
    """The templates that are only a part of a page. Those of the desk and of forms have their names from Django."""
    ours = [path for path in TEMPLATES.rglob("*.html") if path.relative_to(TEMPLATES).parts[0] != "admin"]
    named_by_django = {TEMPLATES / "forms/field.html", TEMPLATES / "forms/form.html"}
    return [
        path
        for path in ours
        if path not in named_by_django and not re.search(r"{% extends |<!doctype html>", path.read_text())
    ]


def test_a_piece_is_known_by_its_name_or_its_folder():
    astray = [path for path in pieces() if path.name.startswith("_") == (path.parent.name == "parts")]
    assert astray == []


def test_every_piece_carries_its_own_name_as_id():
    named = [path for path in pieces() if path.name.startswith("_")]
    # A piece that may stand more than once on a page ends its id with a variable.
    unnamed = [
        path
        for path in named
        if not re.search(rf'id="{path.stem[1:].replace("_", "-")}({{{{[^"]*}}}})?"', path.read_text())
    ]
    assert unnamed == []


def test_a_part_that_may_stand_twice_on_a_page_has_no_fixed_id():
    parts = [path for path in pieces() if path.parent.name == "parts"]
    assert parts
    assert [path for path in parts if re.search(r'\sid="[^"{]*"', path.read_text())] == []


def test_every_template_is_used():
    """By a view, another template, or a library that looks for it by name."""
    code = "\n".join(path.read_text() for app in [*MAY_IMPORT, "regiozwolle"] for path in modules(app))
    markup = {path: path.read_text() for path in TEMPLATES.rglob("*") if path.is_file()}
    found_by_name = ("400.html", "403.html", "404.html", "500.html", "admin/", "account/", "forms/", "django/", "429")
    unused = []
    for path in markup:
        name = path.relative_to(TEMPLATES).as_posix()
        elsewhere = "\n".join(text for other, text in markup.items() if other != path)
        if not name.startswith(found_by_name) and f'"{name}"' not in code and f'"{name}"' not in elsewhere:
            unused.append(name)
    assert unused == []


def test_no_template_styles_or_scripts_inline():
    inline = re.compile(r"""\sstyle=|<style|<script(?![^>]*\ssrc=)|\son[a-z]+=|javascript:""")
    guilty = [path for path in TEMPLATES.rglob("*.html") if inline.search(path.read_text())]
    assert guilty == []


def test_pages_extend_the_base_and_nothing_deeper():
    """A page of the desk may also extend one of Django's own."""
    own = {path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.html")}
    extended = {
        match for path in TEMPLATES.rglob("*.html") for match in re.findall(r'{% extends "([^"]+)"', path.read_text())
    }
    assert extended & own <= {"base.html", "admin/base_site.html", "mail/base.html"}


def test_requirements_name_no_host():
    for path in ROOT.glob("requirements*.txt"):
        assert re.findall(r"https?://|file:", path.read_text()) == [], path


def test_the_lists_of_requirements_agree():
    pinned = set((ROOT / "requirements.txt").read_text().splitlines())
    assert pinned <= set((ROOT / "requirements-dev.txt").read_text().splitlines())


def test_every_dependency_has_its_reason():
    """In pyproject.toml a comment stands above each dependency."""
    lines = (ROOT / "pyproject.toml").read_text().splitlines()
    lists = [line for line in lines if re.match(r'    "[a-z0-9-]+[\[>=<]', line)]
    assert lists
    assert [line for line in lists if not lines[lines.index(line) - 1].strip().startswith("#")] == []


def test_the_tree_names_no_path_of_a_machine():
    tops = [path for path in ROOT.iterdir() if not path.name.startswith(".") and path.name != "var"]
    files = [path for top in tops for path in [top, *top.rglob("*")]]
    texts = [path for path in files if path.suffix in {".py", ".html", ".toml", ".md", ".txt", ".yml", ".css"}]
    assert ROOT / "README.md" in texts
    assert [path for path in texts if f"{ROOT}/" in path.read_text()] == []
