"""Whether the tests would notice: small faults, put one by one into the rules of money, status, rights and more.

Run from the folder of the project:

    .venv/bin/python -m benchmarks.mutants --seed 10 --count 200

cosmic-ray makes the faults ("mutants": `<=` where it says `<`, `or` for `and`, a loop that is not run). This file draws
as many in each subject by the seed, runs in a copy of the project the tests that hold the faulty module, and tells
which mutants they did not notice. It exits with 1 when less than LEAST of all is killed. One mutant takes some
seconds; `--jobs 2` takes two at a time, `--subject money` one subject only.

Which faults there are is said in mutations.py. Those that mean the same as the code are listed, with the reason, in
equivalent_mutants.py; they are passed over and others are drawn in their place.
"""

import argparse
import ast
import os
import random
import re
import sys
import tempfile
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import zip_longest
from queue import SimpleQueue

from benchmarks.equivalent_mutants import EQUIVALENT
from benchmarks.mutations import ROOT, mutants_of
from benchmarks.workplace import Workplace
from regiozwolle import localdb

LEAST = 0.9
KNOWN = {one[:3] for one in EQUIVALENT}

# Per subject what is made faulty and the tests that must notice, in the order in which they are asked. A module is
# named by its path, `*` included, and after `::` the classes or functions of it that are meant.
SUBJECTS = {
    "money": [
        (["results/money/amounts.py"], "amounts"),
        (["results/money/funding.py", "results/money/leverage.py"], "limits_of_money amounts programme_money money"),
        (
            ["results/money/contributions.py", "results/money/payers.py", "results/money/tables.py"],
            "limits_of_contributions one_answer money",
        ),
        (["results/models/funding.py", "results/models/tariff.py"], "limits_of_money limits_of_contributions money"),
    ],
    "status": [
        (["results/status.py", "results/models/status.py"], "limits_of_status status"),
    ],
    "rights": [
        (
            ["consultation/senders.py", "partners/models/mandate.py"],
            "rights/limits_of_mandates in_whose_name partner_rules",
        ),
        (
            ["consultation/models/queries/letters.py", "consultation/models/letter.py"],
            "rights/limits_of_letters senders groups",
        ),
        (
            ["consultation/models/queries/points.py", "consultation/models/endorsement.py::EndorsementQuerySet"],
            "rights/limits_of_points groups others",
        ),
        (["consultation/access.py"], "rights/limits_of_access respond autosave"),
        (
            ["partners/backends.py", "regiozwolle/admin.py::PortalAdminSite names_rows is_key is_field could_be_key"],
            "rights/limits_of_admin accounts desk_choices",
        ),
    ],
    "counting": [
        (["consultation/nota/points.py", "consultation/nota/totals.py"], "limits_of_counting nota"),
        (["consultation/models/queries/letters.py::LetterQuerySet.per_sender_kind"], "limits_of_counting"),
        (["consultation/deciding/models/*.py"], "limits_of_deciding deciding"),
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


def drawn(mutants, *, seed):
    """The mutants by lot: first one of each place, then a second of each that has two, and so on."""
    lot, places = random.Random(seed), defaultdict(list)
    for mutant in mutants:
        places[mutant.place].append(mutant)
    shuffled = [
        lot.sample(each, len(each)) for each in lot.sample([places[place] for place in sorted(places)], len(places))
    ]
    return [mutant for turn in zip_longest(*shuffled) for mutant in turn if mutant]


def paths_of(tests):
    """The paths of `tests`, such as "money rights/limits_of_letters"; ends with a line when one does not exist."""
    paths = tuple("tests/" + re.sub(r"(\w+)$", r"test_\1.py", name) for name in tests.split())
    for path in paths:
        if not (ROOT / path).exists():
            sys.exit(f"SUBJECTS names {path}, and there is no such file.")
    return paths


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=10)
    parser.add_argument("--count", type=int, default=200, help="how many mutants, divided over the subjects")
    parser.add_argument("--jobs", type=int, default=1, help="how many at a time")
    parser.add_argument("--subject", choices=SUBJECTS, action="append", help="only this one, or these")
    given = parser.parse_args()
    for path, before, _, _ in EQUIVALENT:
        if before not in map(str.strip, (ROOT / path).read_text().splitlines()):
            sys.exit(f"EQUIVALENT names a line that is no longer in {path}: {before}")
    subjects = given.subject or list(SUBJECTS)
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
        faulty, before, after = mutant.made((ROOT / mutant.path).read_text())
        mutant = replace(mutant, told=f"{mutant.path}:{mutant.line} `{before}` -> `{after or 'without this line'}`")
        if (mutant.path, before, after) in KNOWN:
            passed_over.append(mutant)
        elif is_python(faulty):
            chosen.append(mutant)
    print(f"{subject}: {len(chosen)} of {len(mutants)} mutants drawn by seed {seed}", flush=True)
    return chosen, passed_over


def is_python(code):
    """Whether it can be read at all; "if not found := 1" cannot."""
    try:
        ast.parse(code)
    except SyntaxError:
        return False
    return True


def tried_all(chosen, workplaces):
    """For each mutant "killed", "survived" or "timed out". Prints each as soon as it is known."""
    mutants = [mutant for each in chosen.values() for mutant in each]
    limits, free = {}, SimpleQueue()
    for workplace in workplaces:
        free.put(workplace)

    def timed(path):
        workplace = free.get()
        ended, failed, seconds = workplace.tried((path,))
        free.put(workplace)
        if ended != 0:
            sys.exit(f"Without any fault {path} fails already: {failed}")
        limits[path] = 3 * seconds + 30

    def judged(mutant):
        workplace = free.get()
        try:
            ended, failed, seconds = workplace.tried_on(mutant, sum(map(limits.get, mutant.tests)))
        finally:
            free.put(workplace)
        verdict = {None: "timed out", 0: "survived"}.get(ended, "killed")
        print(f"{verdict:9} {seconds:5.1f} s  {mutant.told}{f'  [{failed}]' if ended else ''}", flush=True)
        return verdict

    with ThreadPoolExecutor(len(workplaces)) as pool:
        list(pool.map(timed, dict.fromkeys(path for mutant in mutants for path in mutant.tests)))
        results = dict(zip(mutants, pool.map(judged, mutants), strict=True))
    # A server that broke down meanwhile would have killed them all.
    for workplace in workplaces:
        if workplace.tried(mutants[-1].tests[:1])[0] != 0:
            sys.exit("The tests fail without any fault by now: nothing of this counts.")
    return results


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
                print(f"survived, {subject}: {mutant.told}")
    for subject, mutants in passed_over.items():
        for mutant in mutants:
            print(f"equivalent, {subject}: {mutant.told}")
    noticed = sum(verdict != "survived" for verdict in results.values())
    print(f"{noticed} of {len(results)} noticed: {noticed / len(results):.1%}")
    return 0 if noticed >= LEAST * len(results) else 1


if __name__ == "__main__":
    main()
