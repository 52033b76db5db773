"""The mutants that benchmarks/mutants.py passes over, as what they do is the same: no test could tell them apart.

Each is (module, the line as it is, the line as the mutant has it, why that is the same).
"""

# What is compared is the value of a choice, and in this list of choices no other value sorts on that side of it.
SORTS = "no other value of these choices sorts on that side"

EQUIVALENT = [
    (
        "agenda/differences.py",
        'if piece.sign == "":',
        'if piece.sign <= "":',
        "nothing sorts before an empty text",
    ),
    (
        "agenda/differences.py",
        "blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()",
        "blocks = SequenceMatcher(None, old, new, autojunk=True).get_matching_blocks()",
        "junk is what occurs often, and each key of an element is there once",
    ),
    (
        "agenda/differences.py",
        "rows.insert(places[0] + 1 if places else 0, ComparisonRow(wording, None))",
        "rows.insert(places[ -1] + 1 if places else 0, ComparisonRow(wording, None))",
        "an element has one row, so that the first place is the last one too",
    ),
    (
        "regiozwolle/reports/changes.py",
        'return f"{self.name}." if self.kind == CHANGED else f"{self.kind.capitalize()}:"',
        'return f"{self.name}." if self.kind <= CHANGED else f"{self.kind.capitalize()}:"',
        SORTS,
    ),
    (
        "consultation/nota/totals.py",
        "(sender_kind, count, [(name, cell) for name, cell in zip(heads, cells, strict=True) if cell])",
        "(sender_kind, count, [(name, cell) for name, cell in zip(heads, cells, strict=False) if cell])",
        "a row has a cell for every column, and `strict` only says so",
    ),
    (
        "consultation/deciding/models/track.py",
        "return str(self.body if self.body.kind == BodyKind.BOARD else self.body.partner)",
        "return str(self.body if self.body.kind <= BodyKind.BOARD else self.body.partner)",
        SORTS,
    ),
    (
        "consultation/models/queries/points.py",
        "if letter.sender_kind == SenderKind.PARTY_GROUP:",
        "if letter.sender_kind <= SenderKind.PARTY_GROUP:",
        "only a party group and a council come this far, and the council sorts after it",
    ),
]
