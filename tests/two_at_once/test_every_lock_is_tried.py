"""Each act that locks what it is about is done by two people at once in some test."""

import ast
from functools import cache
from pathlib import Path

from tests.two_at_once import (
    test_accounts_changing,
    test_answers,
    test_councils,
    test_desk_and_figures,
    test_entering,
    test_following,
    test_meetings,
    test_packages,
    test_people,
    test_reactions,
    test_work_of_the_desk,
)
from tests.two_at_once.racing import tried

ROOT = Path(__file__).resolve().parent.parent.parent
ACTS = [
    "agenda/actions.py",
    "consultation/actions",
    "consultation/moderating/acts.py",
    "consultation/scans/acts.py",
    "consultation/deciding/actions.py",
    "consultation/deciding/packages/acts.py",
    "consultation/deciding/councils/acts.py",
    "consultation/deciding/councils/adopting.py",
    "consultation/deciding/alike/acts.py",
    "consultation/deciding/joining/acts.py",
    "consultation/deciding/entering/acts.py",
    "consultation/deciding/grid/acts.py",
    "consultation/deciding/papers/acts.py",
    "partners/days/acts.py",
    "partners/people/acts.py",
    "partners/ground/desk/publishing.py",
    "partners/ground/publishing/previewing.py",
    "results/actions",
    "regiozwolle/erasing.py",
    "regiozwolle/following/acts.py",
    "regiozwolle/following/digests.py",
    "regiozwolle/identity/acts.py",
    "regiozwolle/identity/changing.py",
    "regiozwolle/identity/reviewing.py",
    "regiozwolle/history/restoring.py",
    "regiozwolle/meetings/documents.py",
    "regiozwolle/meetings/registering.py",
    "regiozwolle/newsletters/sending.py",
    "regiozwolle/reports/freezing.py",
    "regiozwolle/weekly/writing.py",
]
LOCKS = {"select_for_update", "hold", "lock_alone"}
# What makes a function one act.
ONE_ACT = {"act", "atomic"}
# Those with a test of their own elsewhere.
ELSEWHERE = {
    "agenda.actions.draft_next": "test_two_next_drafts_at_once_get_two_numbers",
    "consultation.actions.extending.extend": "test_an_extension_waits_for_somebody_who_is_just_sending",
    "consultation.actions.publishing.finish": "test_finishing_waits_for_a_sender_who_just_opens_a_point_again",
    "consultation.actions.publishing.publish": (
        "test_of_two_who_publish_at_once_the_second_waits_and_finds_nothing_left"
    ),
    "consultation.actions.reacting.save_point": "test_two_first_points_at_the_same_moment_make_one_letter",
    "consultation.actions.sending.send": "test_sending_twice_at_the_same_moment_is_sending_once",
    "consultation.actions.together.bringing_back.restore_words": (
        "test_two_members_who_put_back_the_same_words_do_it_both"
    ),
}


def modules():
    """(Name, tree) of each module with acts."""
    for place in ACTS:
        path = ROOT / place
        for file in [path] if path.is_file() else sorted(path.rglob("*.py")):
            yield ".".join(file.relative_to(ROOT).with_suffix("").parts), ast.parse(file.read_text())


@cache
def functions():
    """Every function of those modules by its whole name, and what each name in a module stands for."""
    found, known = {}, {}
    for module, tree in modules():
        own = {node.name: f"{module}.{node.name}" for node in tree.body if isinstance(node, ast.FunctionDef)}
        found |= {own[node.name]: node for node in tree.body if isinstance(node, ast.FunctionDef)}
        imports = [node for node in tree.body if isinstance(node, ast.ImportFrom)]
        known[module] = {name.name: f"{node.module}.{name.name}" for node in imports for name in node.names} | own
    return found, known


def called(node):
    """The names of what a function calls: of a method its own."""
    calls = [call.func for call in ast.walk(node) if isinstance(call, ast.Call)]
    return {getattr(one, "attr", None) or getattr(one, "id", "") for one in calls}


@cache
def locks(name):
    """Whether the function called `name` locks anything, by itself or by what it calls."""
    found, known = functions()
    if name not in found:
        return False
    names = called(found[name])
    own = known[name.rpartition(".")[0]]
    return bool(names & LOCKS) or any(locks(own[one]) for one in names if own.get(one, name) != name)


def is_act(node):
    marks = {getattr(mark.func if isinstance(mark, ast.Call) else mark, "attr", "") for mark in node.decorator_list}
    return bool(marks & ONE_ACT)


def test_every_act_that_locks_is_done_by_two_at_once():
    found, _ = functions()
    locking = {name for name, node in found.items() if is_act(node) and locks(name)}
    assert len(locking) > 40
    assert sorted(locking - tried - ELSEWHERE.keys()) == []
    # What is tried here and does not lock any more would not wait, and fail by itself.
    assert sorted(ELSEWHERE.keys() - locking) == []


def test_those_elsewhere_are_there():
    texts = [path.read_text() for path in (ROOT / "tests").rglob("test_*.py") if path.parent != Path(__file__).parent]
    assert [name for name in ELSEWHERE.values() if not any(f"def {name}(" in text for text in texts)] == []


def test_the_races_are_those_of_the_modules_here():
    """They are registered when their modules are read, as they are above."""
    modules = (
        test_accounts_changing,
        test_answers,
        test_councils,
        test_desk_and_figures,
        test_entering,
        test_meetings,
        test_following,
        test_packages,
        test_people,
        test_reactions,
        test_work_of_the_desk,
    )
    assert all(one.__doc__ for one in modules)
