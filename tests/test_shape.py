"""The tests that keep the house: who imports whom, how long things get, and one name for one thing.

What holds for templates is in test_shape_of_templates.py.
"""

import ast
import re
from collections import defaultdict
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command

ROOT = Path(__file__).resolve().parent.parent

MAY_IMPORT = {
    "partners": set(),
    "agenda": {"partners"},
    "results": {"partners", "agenda"},
    "consultation": {"partners", "agenda"},
}
APPS = [*MAY_IMPORT, "regiozwolle"]
MOST_LINES, MOST_LINES_OF_TESTS, MOST_MODULES, MOST_BRANCHES = 350, 500, 15, 12
# Names that Django looks for, and that therefore recur.
NAMES_OF_DJANGO = {"Command", "Meta", "Migration"}
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
    assert imported & set(APPS) <= allowed | {app}


def test_the_ground_knows_nothing_of_partners():
    """It stands below all apps: it imports itself, Django and libraries, and no model of any app."""
    inside = modules("partners/ground")
    assert ROOT / "partners/ground/sorting.py" in inside
    ours = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in inside
        for name in imported_modules(path)
        if name.split(".")[0] in APPS and not name.startswith("partners.ground")
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
    assert [path for app in APPS for path in modules(app) if path.stem in FORBIDDEN_NAMES] == []


def longer_than(most, folders):
    """The files of Python with more lines than `most`, by their path from the root."""
    paths = [path for folder in folders for path in modules(folder)]
    return {str(path.relative_to(ROOT)) for path in paths if len(path.read_text().splitlines()) > most}


def test_a_file_holds_one_idea_and_is_not_long():
    assert longer_than(MOST_LINES, [*APPS, "benchmarks"]) == set()
    assert longer_than(MOST_LINES_OF_TESTS, ["tests"]) == set()


def test_no_test_knows_the_day_from_when_its_file_was_read():
    """A run can cross midnight: what the portal calls today is by then the day after."""
    kept = re.compile(r"^\w+ = timezone\.localdate\(\)$", re.MULTILINE)
    assert [path.name for path in modules("tests") if kept.search(path.read_text())] == []


def test_a_folder_is_no_drawer():
    """Of code: tests lie together, so that each is found by its name."""
    inside = defaultdict(list)
    for path in [path for app in APPS for path in modules(app)]:
        inside[path.parent.relative_to(ROOT)].append(path.name)
    assert [folder for folder, names in inside.items() if len(set(names) - {"__init__.py"}) > MOST_MODULES] == []


ONE_BRANCH = (
    ast.If,
    ast.IfExp,
    ast.For,
    ast.While,
    ast.ExceptHandler,
    ast.Assert,
    ast.Lambda,
    ast.comprehension,
    ast.match_case,
)


def complexity(function):
    """One more than the places where a function can go two ways, those inside comprehensions and conditions included.

    That is how radon counts, and stricter than ruff, which does not look inside an expression.
    """
    ways = 1
    for node in ast.walk(function):
        ways += isinstance(node, ONE_BRANCH)
        ways += len(node.values) - 1 if isinstance(node, ast.BoolOp) else 0
        ways += len(node.ifs) if isinstance(node, ast.comprehension) else 0
    return ways


@pytest.mark.parametrize(
    ("source", "ways"),
    [
        ("def f(): return 1", 1),
        ("def f(x): return 1 if x and x.y or x.z else 2", 4),
        ("def f(x): return [y for y in x if y]", 3),
        ("def f(x):\n  for y in x:\n    try: y()\n    except ValueError: pass", 3),
    ],
)
def test_complexity_counts_every_way(source, ways):
    assert complexity(ast.parse(source)) == ways


def test_no_function_goes_too_many_ways():
    too_many = {
        f"{path.relative_to(ROOT)}: {node.name}"
        for app in APPS
        for path in modules(app)
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef) and complexity(node) > MOST_BRANCHES
    }
    assert too_many == set()


def classes():
    """The modules of each class by its name."""
    found = defaultdict(list)
    for path in [path for app in APPS for path in modules(app)]:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.ClassDef):
                found[node.name].append(str(path.relative_to(ROOT)))
    return found


def test_no_two_classes_have_the_same_name():
    twice = {name: paths for name, paths in classes().items() if len(paths) > 1}
    assert twice.keys() - NAMES_OF_DJANGO == set(), twice


def glossary():
    """The words for code that README.md explains."""
    rows = (ROOT / "README.md").read_text().partition("## Woorden")[2].partition("\n## ")[0]
    return set(re.findall(r"`([A-Za-z]+)`", rows))


def test_every_model_stands_in_the_glossary():
    models = {model.__name__ for model in apps.get_models() if model.__module__.partition(".")[0] in APPS}
    assert models - glossary() == set()


def test_the_glossary_explains_no_class_that_is_not_there():
    assert {word for word in glossary() if word[0].isupper()} - classes().keys() == set()


# Pages whose test is called after what they are about, because more pages together are one story.
TESTED_AS = {
    "consultation/views/letters.py": "test_private_letters.py",
    "consultation/views/reacting.py": "test_respond.py",
    "consultation/views/showing.py": "test_consultations.py",
    "consultation/views/tables.py": "test_entering.py",
    "regiozwolle/pages/dossier.py": "test_deciding.py",
    "regiozwolle/pages/priorities/saying.py": "test_priorities.py",
    "regiozwolle/pages/priorities/of_goal.py": "test_priorities.py",
    "regiozwolle/pages/priorities/neighbours.py": "test_priorities.py",
    "regiozwolle/pages/about/english.py": "test_about.py",
    "regiozwolle/pages/about/story.py": "test_about.py",
    "regiozwolle/pages/site.py": "test_home.py",
    "results/views/figures.py": "test_indicator.py",
}


def views():
    """The modules with the pages of an app and of the roof: those with a function that takes a request."""
    for path in [*modules("consultation/views"), *modules("results/views"), *modules("regiozwolle/pages")]:
        functions = [node for node in ast.parse(path.read_text()).body if isinstance(node, ast.FunctionDef)]
        if any(function.args.args and function.args.args[0].arg == "request" for function in functions):
            yield path


def test_the_test_of_a_view_is_found_by_its_name():
    """It is called as the view, or begins so: agenda.py has test_agenda.py and test_agenda_filter.py."""
    tests = {path.name for path in modules("tests")}
    found = list(views())
    assert ROOT / "regiozwolle/pages/agenda.py" in found
    lost = {
        str(path.relative_to(ROOT))
        for path in found
        if not any(name.startswith(f"test_{path.parent.name if path.stem == 'views' else path.stem}") for name in tests)
        and TESTED_AS.get(str(path.relative_to(ROOT))) not in tests
    }
    assert lost == set()


def test_nothing_is_imported_inside_a_function():
    inside = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for app in [*APPS, "tests"]
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
