"""Whether the tests would notice: small faults, put one by one into the rules of money, status, rights and more.

Run from the folder of the project:

    .venv/bin/python -m benchmarks.mutants --seed 10 --count 200

cosmic-ray makes the faults ("mutants": `<=` where it says `<`, `or` for `and`, a loop that is not run). This file draws
as many in each subject by the seed, runs in a copy of the project the tests that hold the faulty module, and tells
which mutants they did not notice. It exits with 1 when less than LEAST of all is killed. One mutant takes some
seconds; `--jobs 2` takes two at a time, `--subject money` one subject only.

Not drawn is what any test would notice (a property that is none any more, an operator that its operands do not know),
what nobody runs (annotations), and the fields and constraints of a model: a test of its own compares these with the
migrations. Mutants that mean the same as the code are listed, with the reason, in equivalent_mutants.py; they are
passed over and others are drawn in their place.
"""

import argparse
import ast
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.util import cache_from_source
from itertools import chain, zip_longest
from pathlib import Path
from queue import SimpleQueue

import psycopg
from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names
from psycopg import sql

from benchmarks.equivalent_mutants import EQUIVALENT
from regiozwolle import localdb

ROOT = Path(__file__).resolve().parent.parent
LEAST = 0.9

# Per subject what is made faulty and the tests that must notice, in the order in which they are asked. A module is
# named by its path, `*` included, and after `::` the classes or functions of it that are meant.
SUBJECTS = {
    "money": [
        (["results/money/*.py", "results/models/funding.py", "results/models/tariff.py"], "limits_of_money money"),
    ],
    "status": [
        (["results/status.py", "results/models/status.py"], "limits_of_status status"),
    ],
    "rights": [
        (
            ["consultation/senders.py", "partners/models/mandate.py"],
            "limits_of_rights in_whose_name partner_rules",
        ),
        (
            [
                "consultation/models/letter_queries.py",
                "consultation/models/letter.py",
                "consultation/models/point_queries.py",
                "consultation/models/endorsement.py::EndorsementQuerySet",
            ],
            "limits_of_rights senders groups",
        ),
        (["consultation/access.py"], "limits_of_access respond autosave"),
        (
            ["partners/backends.py", "regiozwolle/admin.py::PortalAdminSite names_rows is_key is_field could_be_key"],
            "limits_of_rights accounts desk_choices",
        ),
    ],
    "counting": [
        (["consultation/nota/points.py", "consultation/nota/totals.py"], "limits_of_counting nota"),
        (["consultation/models/letter_queries.py::LetterQuerySet.per_sender_kind"], "limits_of_counting"),
        (["consultation/deciding/models/*.py"], "limits_of_counting deciding"),
        (["agenda/outline.py"], "limits_of_counting agenda_models agenda_print"),
    ],
    "differences": [
        (
            ["agenda/differences.py", "partners/ground/comparing.py"],
            "limits_of_differences agenda_publishing agenda_versions",
        ),
        (["regiozwolle/reports/changes.py"], "limits_of_differences reports"),
    ],
}

# The operators of the library that give another answer instead of an error. Those that compare identity make no fault
# that matters, and of the others each symbol has one opposite.
OPPOSITES = {"Add_Sub", "Sub_Add", "Mul_Div", "Div_Mul", "FloorDiv_Div", "Mod_Mul", "BitOr_BitAnd", "BitAnd_BitOr"}
USED = re.compile(
    rf"core/(ReplaceBinaryOperator_({'|'.join(sorted(OPPOSITES))})"
    r"|ReplaceComparisonOperator_((Eq|NotEq|LtE?|GtE?)_(Eq|NotEq|LtE?|GtE?)|Is_IsNot|IsNot_Is)"
    r"|ReplaceUnaryOperator_Delete_\w+|AddNot|Replace(True|False|And|Or)With\w+|Replace(Break|Continue)With\w+"
    r"|ExceptionReplacer|NumberReplacer|RemoveDecorator|ZeroIterationForLoop)"
)
STRUCTURAL = {"property", "classmethod", "staticmethod", "dataclass", "wraps"}


@dataclass(frozen=True)
class Mutant:
    """One fault that can be made: `occurrence` counts where `operator` fits in the module at `path`."""

    path: str
    line: int
    place: tuple
    operator: str
    occurrence: int
    tests: tuple

    def made(self, code):
        """The code of the module with the fault in it, and how its line read and reads: '`before` -> `after`'."""
        faulty = mutate_code(code, get_operator(self.operator)(), self.occurrence)
        old, new = code.splitlines(), faulty.splitlines()
        before, after = old[self.line - 1].strip(), new[self.line - 1].strip() if len(old) == len(new) else ""
        return faulty, before, after


def mutants_of(name, tests):
    """All Mutants of the modules that `name` names, or of what it names of one after `::`."""
    name, _, parts = name.partition("::")
    paths = sorted(ROOT.glob(name))
    if not paths:
        sys.exit(f"SUBJECTS names {name}, and there is no such module.")
    for path in paths:
        code, relative = path.read_text(), str(path.relative_to(ROOT))
        tree = ast.parse(code)
        inside = [span(found(tree, part, name)) for part in parts.split()] or [((0, 0), (sys.maxsize, 0))]
        outside = [span(node) for node in left_out(tree)]
        nodes = list(ast_nodes(get_ast(code)))
        for operator in filter(USED.fullmatch, operator_names()):
            fits = get_operator(operator)().mutation_positions
            for occurrence, (start, end) in enumerate(chain.from_iterable(map(fits, nodes))):
                if holds(inside, start) and not holds(outside, start):
                    yield Mutant(relative, start[0], (relative, start, end), operator, occurrence, tests)


def holds(spans, place):
    """Whether `place` lies in one of `spans`."""
    return any(first <= place < last for first, last in spans)


def found(tree, part, name):
    """The node of the class or function `part`, dotted if it stands in another."""
    node = tree
    for step in part.split("."):
        named = [one for one in node.body if getattr(one, "name", None) == step]
        if not named:
            sys.exit(f"SUBJECTS names {name}::{part}, and there is no {step} in it.")
        node = named[0]
    return node


def span(node):
    """Where a node begins and ends, as (line, column)."""
    return (node.lineno, node.col_offset), (node.end_lineno, node.end_col_offset)


def left_out(tree):
    """The nodes that no mutant is drawn from, for the reasons that stand above."""
    for node in ast.walk(tree):
        if isinstance(node, ast.arg | ast.AnnAssign) and node.annotation:
            yield node.annotation
        if isinstance(node, ast.FunctionDef) and node.returns:
            yield node.returns
        for decorator in getattr(node, "decorator_list", []):
            if getattr(getattr(decorator, "func", decorator), "id", "") in STRUCTURAL:
                # The library counts the sign before the name to the decorator.
                decorator.col_offset -= 1
                yield decorator
        if isinstance(node, ast.ClassDef):
            yield from (one for one in node.body if is_of_the_database(one))


def is_of_the_database(node):
    """Whether a statement in a class is a field or the Meta of a model."""
    if isinstance(node, ast.ClassDef):
        return node.name == "Meta"
    return isinstance(node, ast.Assign) and ast.unparse(node.value).startswith("models.")


def drawn(mutants, *, seed):
    """The mutants by lot: first one of each place, then a second of each that has two, and so on."""
    lot, places = random.Random(seed), defaultdict(list)
    for mutant in mutants:
        places[mutant.place].append(mutant)
    shuffled = [lot.sample(each, len(each)) for each in lot.sample(list(places.values()), len(places))]
    return [mutant for turn in zip_longest(*shuffled) for mutant in turn if mutant]


def paths_of(tests):
    """The paths of `tests`, such as "money senders"; ends with a line when one does not exist."""
    paths = tuple(f"tests/test_{name}.py" for name in tests.split())
    for path in paths:
        if not (ROOT / path).exists():
            sys.exit(f"SUBJECTS names {path}, and there is no such file.")
    return paths


class Workplace:
    """A copy of the project with a database of its own, in which one mutant at a time is tried."""

    def __init__(self, folder, url, number):
        self.root = Path(folder) / f"copy-{number}"
        unwanted = shutil.ignore_patterns(".*", "var", "__pycache__", "docs", "media")
        shutil.copytree(ROOT, self.root, ignore=unwanted)
        self.name = f"mutants_{os.getpid()}_{number}"
        self.url = url
        self.environment = os.environ | {"DATABASE_URL": url.rpartition("/")[0] + f"/{self.name}"}

    def tried(self, tests, *, limit=None):
        """(How pytest ended, or None past the `limit` of seconds; which test failed; how many seconds it took).

        The first file goes alone, for pytest lets every test that needs the database go before those that do not.
        """
        began = time.monotonic()
        for some in filter(None, (tests[:1], tests[1:])):
            ended, failed = self.run(some, limit)
            if ended != 0:
                break
        return ended, failed, time.monotonic() - began

    def run(self, tests, limit):
        """How pytest ended, or None past the `limit`, and which test failed."""
        process = subprocess.Popen(
            [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "--reuse-db", *tests],
            cwd=self.root,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        try:
            said, _ = process.communicate(timeout=limit)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            return None, ""
        failed = re.search(r"^(?:FAILED|ERROR) \S*?(\w+(?:\.py)?(?:::\w+)?)(?:\[.*)?(?: - .*)?$", said, re.MULTILINE)
        return process.returncode, failed[1] if failed else said[-300:]

    def tried_on(self, mutant, limit):
        """As `tried`, with the mutant in place of the module as long as it takes."""
        path = self.root / mutant.path
        code = path.read_text()
        try:
            self.put(path, mutant.made(code)[0])
            return self.tried(mutant.tests, limit=limit)
        finally:
            self.put(path, code)

    def put(self, path, code):
        path.write_text(code)
        # Python tells an old compilation by the size and the second of the file, and both may be the same.
        Path(cache_from_source(path)).unlink(missing_ok=True)

    def drop_database(self):
        with psycopg.connect(self.url, autocommit=True) as connection:
            name = sql.Identifier(f"test_{self.name}")
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(name))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=10)
    parser.add_argument("--count", type=int, default=200, help="how many mutants, divided over the subjects")
    parser.add_argument("--jobs", type=int, default=1, help="how many at a time")
    parser.add_argument("--subject", choices=SUBJECTS, help="only this one")
    given = parser.parse_args()
    for path, before, _, _ in EQUIVALENT:
        if before not in map(str.strip, (ROOT / path).read_text().splitlines()):
            sys.exit(f"EQUIVALENT names a line that is no longer in {path}: {before}")
    subjects = [given.subject] if given.subject else list(SUBJECTS)
    share, rest = divmod(given.count, len(subjects))
    chosen, passed_over = {}, {}
    for place, subject in enumerate(subjects):
        chosen[subject], passed_over[subject] = choose(subject, seed=given.seed, count=share + (place < rest))
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        url = os.environ.get("DATABASE_URL") or localdb.start(ROOT / "var" / "postgres-test", fast_unsafe=True)
        workplaces = [Workplace(folder, url, number) for number in range(given.jobs)]
        try:
            results = tried_all(chosen, workplaces)
        finally:
            for workplace in workplaces:
                workplace.drop_database()
    sys.exit(report(chosen, passed_over, results))


def choose(subject, *, seed, count):
    """The first `count` Mutants of a subject that `seed` draws, and the equivalent ones that came before them."""
    chosen, passed_over = [], []
    mutants = [
        mutant for names, tests in SUBJECTS[subject] for name in names for mutant in mutants_of(name, paths_of(tests))
    ]
    for mutant in drawn(mutants, seed=f"{seed} {subject}"):
        if len(chosen) == count:
            break
        (passed_over if is_equivalent(mutant) else chosen).append(mutant)
    print(f"{subject}: {len(chosen)} of {len(mutants)} mutants drawn by seed {seed}", flush=True)
    return chosen, passed_over


def is_equivalent(mutant):
    """Whether the list says that it means the same."""
    _, before, after = mutant.made((ROOT / mutant.path).read_text())
    return (mutant.path, before, after) in {one[:3] for one in EQUIVALENT}


def tried_all(chosen, workplaces):
    """For each mutant "killed", "survived" or "timed out". Prints each as soon as it is known."""
    mutants = [mutant for each in chosen.values() for mutant in each]
    limits, free = {}, SimpleQueue()
    for workplace in workplaces:
        free.put(workplace)

    def timed(tests):
        workplace = free.get()
        ended, failed, seconds = workplace.tried(tests)
        free.put(workplace)
        if ended != 0:
            sys.exit(f"Without any fault these tests fail already: {' '.join(tests)}\n{failed}")
        limits[tests] = 3 * seconds + 30

    def judged(mutant):
        workplace = free.get()
        try:
            ended, failed, seconds = workplace.tried_on(mutant, limits[mutant.tests])
        finally:
            free.put(workplace)
        verdict = {None: "timed out", 0: "survived"}.get(ended, "killed")
        print(f"{verdict:9} {seconds:5.1f} s  {told(mutant)}{f'  [{failed}]' if ended else ''}", flush=True)
        return verdict

    with ThreadPoolExecutor(len(workplaces)) as pool:
        list(pool.map(timed, dict.fromkeys(mutant.tests for mutant in mutants)))
        results = dict(zip(mutants, pool.map(judged, mutants), strict=True))
    # A server that broke down meanwhile would have killed them all.
    for workplace in workplaces:
        if workplace.tried(mutants[-1].tests[:1])[0] != 0:
            sys.exit("The tests fail without any fault by now: nothing of this counts.")
    return results


def told(mutant):
    """'results/money.py:12 `before` -> `after`'."""
    _, before, after = mutant.made((ROOT / mutant.path).read_text())
    return f"{mutant.path}:{mutant.line} `{before}` -> `{after or 'without this line'}`"


def report(chosen, passed_over, results):
    """Prints how it went per subject, and returns how to exit."""
    print(f"\n{'subject':12} {'drawn':>6} {'killed':>7} {'timed out':>10} {'survived':>9} {'equivalent':>11}")
    for subject, mutants in chosen.items():
        found = Counter(results[mutant] for mutant in mutants)
        counts = f"{found['killed']:7} {found['timed out']:10} {found['survived']:9} {len(passed_over[subject]):11}"
        print(f"{subject:12} {len(mutants):6} {counts}")
    for subject, mutants in chosen.items():
        for mutant in mutants:
            if results[mutant] == "survived":
                print(f"survived, {subject}: {told(mutant)}")
    for subject, mutants in passed_over.items():
        for mutant in mutants:
            print(f"equivalent, {subject}: {told(mutant)}")
    noticed = sum(verdict != "survived" for verdict in results.values())
    print(f"{noticed} of {len(results)} noticed: {noticed / len(results):.1%}")
    return 0 if noticed >= LEAST * len(results) else 1


if __name__ == "__main__":
    main()
