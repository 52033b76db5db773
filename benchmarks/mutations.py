"""The small faults that cosmic-ray can make in a module, for benchmarks/mutants.py.

Not among them is what any test would notice (a property that is none any more, an operator that its operands do not
know), what nobody runs (annotations), and the fields and constraints of a model: a test of its own compares these with
the migrations.
"""

import ast
import re
import sys
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names

ROOT = Path(__file__).resolve().parent.parent
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
    """One fault that can be made: `occurrence` counts where `operator` fits in the module at `path`.

    `told` is the place and how the line reads and read, of one that was drawn.
    """

    path: str
    line: int
    place: tuple
    operator: str
    occurrence: int
    tests: tuple
    told: str = ""

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
        between = [between_operands(node) for node in ast.walk(tree) if isinstance(node, ast.BinOp)]
        nodes = list(ast_nodes(get_ast(code)))
        for operator in filter(USED.fullmatch, operator_names()):
            fits = get_operator(operator)().mutation_positions
            for occurrence, (start, end) in enumerate(chain.from_iterable(map(fits, nodes))):
                # The library takes the star of an argument for a multiplication.
                if "Binary" in operator and not holds(between, start):
                    continue
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


def between_operands(node):
    """Where the sign of a binary operation stands."""
    return (node.left.end_lineno, node.left.end_col_offset), (node.right.lineno, node.right.col_offset)


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
