"""Words that may not come back: in templates, mails and scripts, in what the code says, at the desk, in the content.

The words are read where they are written, so that a page nobody opens is read too. A quotation may say anything: what
stands between ‘ and ’, and the fields of the first content that hold the literal words of a source.
"""

import ast
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
APPS = ["agenda", "consultation", "partners", "regiozwolle", "results"]
# What is no longer written, and what is written instead.
GONE = {
    r"zij|haar|hare": "die, deze, ze, of het woord zelf",
    r"Regiodeal": "Regio Deal",
    r"neem mee|meenemen": "downloaden",
    r"houdbaar": "recent",
    r"doorgeleid\w*": "doorgestuurd",
    r"ter kennisgeving": "gelezen",
    r"rechtgezet|zetten wij recht|rechtzetten": "gecorrigeerd",
    r"uitgesplitst": "verdeeld, of: weten wij wie betaalt",
    r"de regels erachter": "de berekening",
    r"staat ernaast, telt niet mee": "niet meegeteld",
    r"meer over dit (?:onderdeel|cijfer|project|programma)": "de naam, als tekst van de link",
    r"welke kant is beter": "doel",
    r"waar dit (?:iets over zegt|bij hoort)": "bij welk doel hoort dit?",
    r"teveel": "te veel",
    r"faciliter\w+": "mogelijk maken, helpen",
    r"conform": "volgens",
    r"middels": "met, door",
    r"ten aanzien van|met betrekking tot|omtrent|inzake": "over",
    r"alvorens|teneinde|desgewenst|gelieve|thans": "voordat, om te, als u wilt, nu",
    r"ten behoeve van": "voor",
    r"alsmede": "en",
    r"indien": "als",
    r"tevens": "ook",
    r"derhalve": "daarom",
    r"betreffende": "over, deze",
    r"dient te": "moet",
    r"hetgeen": "wat",
    r"reeds": "al",
    r"u dient|gaarne|uiterlijk per|per omgaande": "moet u, graag, tot en met",
    r"(?:d\.m\.v|m\.b\.t|i\.v\.m|t\.b\.v|n\.a\.v|o\.b\.v)\.": "door, over, omdat, voor: voluit",
    r"bewaar(?:d|de)? (?:met mijn keuze|niets en|de avond eerst|dit om)": "opslaan; bewaren doet de portal vanzelf",
    r"button[^>]*>\s*bewaar\w*|value=\W*bewaar\w*": "een knop slaat op: Sla … op",
    r"geselecteerde? (?:object|record|item)\w*|servertijd|superuser": "wat het is: de gekozen punten, onze tijd",
    r"klik hier|lees verder": "de naam van waar de link heen gaat",
}
# Lists of words that people may type, not words that the site says.
LISTS = {"regiozwolle/searching/words.py", "regiozwolle/searching/synonyms.py"}
# (table, field) of the first content with the literal words of a source.
LITERAL = {("wordings", "text"), ("keypoint", "text"), ("steps", "title"), ("source", "title")}
BANNED = re.compile("|".join(rf"(\b(?:{words})\b)" for words in GONE), re.IGNORECASE)
SCRIPTED = re.compile(r"""(?:"([^"\n]* [^"\n]*)"|`([^`]* [^`]*)`)""")
QUOTED = re.compile(r"‘[^’]*’(?!\w)")
TEMPLATE_CODE = re.compile(r"{#.*?#}|{% comment.*?endcomment %}|<svg.*?</svg>|<code>.*?</code>", re.DOTALL)
ADDRESS = re.compile(
    r"""(?:id|href|for|name|class|aria-[a-z]+by|action)="[^"]*"|{% (?:url|include|if|elif|for)[^%]*%}"""
)


def in_templates():
    """(Where, text) of every template, without what only developers read."""
    for path in sorted((ROOT / "templates").rglob("*.html")):
        text = ADDRESS.sub(" ", TEMPLATE_CODE.sub(" ", path.read_text()))
        yield str(path.relative_to(ROOT)), text


def in_code():
    """(Where, text) of every string in the code that a person may read: not docstrings, and no migrations."""
    for app in APPS:
        for path in sorted((ROOT / app).rglob("*.py")):
            where = str(path.relative_to(ROOT))
            if "migrations" in path.parts or where in LISTS:
                continue
            yield from ((f"{where}:{line}", text) for line, text in strings(ast.parse(path.read_text())))


def strings(tree):
    """(Line, text) of each string of a module that has a space or a capital in it, so that it is no name."""
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    nodes = [node for node in ast.walk(tree) if isinstance(node, documented)]
    docstrings = {id(node.body[0].value) for node in nodes if node.body and isinstance(node.body[0], ast.Expr)}
    for node in ast.walk(tree):
        is_text = isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings
        if is_text and re.search(r"\s|^[A-Z]", node.value):
            yield node.lineno, node.value


def in_content():
    """(Where, text) of the first content and of the examples, without the literal words of a source."""
    for path in sorted((ROOT / "regiozwolle").glob("*/*.toml")):
        for table, field, text in fields(tomllib.loads(path.read_text())):
            if (table, field) not in LITERAL:
                yield f"{path.name} {table}.{field}", text


def in_scripts():
    """(Where, text) of every string of our own scripts that has a space in it."""
    for path in sorted((ROOT / "static" / "js").rglob("*.js")):
        for said in SCRIPTED.findall(path.read_text()):
            yield str(path.relative_to(ROOT)), "".join(said)


def in_words_for_django():
    """(Where, text) of what Django's desk says in our words."""
    path = ROOT / "regiozwolle" / "locale" / "nl" / "LC_MESSAGES" / "django.po"
    yield from ((path.name, text) for text in re.findall(r'^msgstr "(.+)"$', path.read_text(), re.MULTILINE))


def fields(value, table="", field=""):
    """(Table, field, text) of every text of more words in what a TOML file holds, at whatever depth."""
    if isinstance(value, dict):
        for name, one in value.items():
            yield from fields(one, table if isinstance(one, str) else name, name)
    elif isinstance(value, list):
        for one in value:
            yield from fields(one, table, field)
    elif isinstance(value, str) and " " in value:
        yield table, field, value


SOURCES = [in_templates, in_code, in_content, in_scripts, in_words_for_django]


@pytest.mark.parametrize("source", SOURCES)
def test_words_that_were_replaced_do_not_come_back(source):
    replaced = list(GONE.values())
    found, told = [], list(source())
    assert len(told) > 10
    for where, text in told:
        for match in BANNED.finditer(QUOTED.sub(" ", text)):
            found.append(f"{where}: ‘{match.group()}’, schrijf: {replaced[match.lastindex - 1]}")
    assert found == []


def test_the_reader_of_words_sees_a_word_in_a_sentence_and_not_in_a_quotation():
    assert BANNED.search("Daarna verandert zij niet meer.").group() == "zij"
    assert BANNED.search(QUOTED.sub(" ", "De regio vroeg een ‘Regiodeal XL’.")) is None
    assert BANNED.search("De waarde is haarscherp.") is None
    assert BANNED.search('<button type="submit">\n  Bewaar mijn tekst</button>')
    assert BANNED.search("De site bewaart wat u typt.") is None
    assert list(strings(ast.parse('"""Zij."""\nX = "Lees haar na."\nY = "haar"'))) == [(2, "Lees haar na.")]
    assert list(fields({"wordings": [{"text": "Zij is"}]})) == [("wordings", "text", "Zij is")]
