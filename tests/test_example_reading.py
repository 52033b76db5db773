"""The files with what the demo invents: a wrong entry is named, with what is wrong with it."""

from dataclasses import dataclass, field
from decimal import Decimal

import pytest

from consultation.models import Verdict
from regiozwolle.content import ContentError
from regiozwolle.example.reading import read


@dataclass(frozen=True)
class Part:
    text: str
    count: int | None = None


@dataclass(frozen=True)
class Whole:
    verdict: Verdict
    amount: Decimal
    parts: list[Part]
    note: str = ""
    keys: list[str] = field(default_factory=list)


RIGHT = """
verdict = "deels"
amount = 1.80
keys = ["a", "b"]

[[parts]]
text = '''
Een zin.
Nog een zin.

Een alinea.'''

[[parts]]
text = "Kort."
count = 3
"""


def read_text(tmp_path, text):
    (tmp_path / "whole.toml").write_text(text, encoding="utf-8")
    return read("whole", Whole, folder=tmp_path)


def test_a_file_becomes_what_its_dataclass_says(tmp_path):
    assert read_text(tmp_path, RIGHT) == Whole(
        verdict=Verdict.PARTLY,
        amount=Decimal("1.80"),
        parts=[Part("Een zin. Nog een zin.\n\nEen alinea."), Part("Kort.", 3)],
        keys=["a", "b"],
    )


def test_a_whole_number_is_an_amount_too(tmp_path):
    assert read_text(tmp_path, RIGHT.replace("1.80", "2")).amount == Decimal(2)


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ('"deels"', '"half"', 'whole.toml, verdict: "half" bestaat niet; kies uit overgenomen, deels, niet, '),
        ("1.80", '"1.80"', "whole.toml, amount: hier hoort een getal"),
        ('["a", "b"]', '["a", 3]', "whole.toml, keys 2: hier hoort tekst"),
        ('["a", "b"]', '"a"', "whole.toml, keys: hier hoort een lijst"),
        ("count = 3", "count = true", "whole.toml, parts 2, count: hier hoort een geheel getal"),
        ("count = 3", "cuont = 3", 'whole.toml, parts 2: het veld "cuont" bestaat niet'),
        ('text = "Kort."', "", 'whole.toml, parts 2: het veld "text" ontbreekt'),
        ("amount = 1.80", "amount 1.80", "whole.toml: Expected '=' after a key"),
    ],
)
def test_a_wrong_entry_is_named_with_its_file_and_field(tmp_path, right, wrong, said):
    assert right in RIGHT
    with pytest.raises(ContentError) as refusal:
        read_text(tmp_path, RIGHT.replace(right, wrong))
    assert str(refusal.value).startswith(said)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(ContentError, match=r"^whole\.toml: .*No such file"):
        read("whole", Whole, folder=tmp_path)
