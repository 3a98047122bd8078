"""All texts that a reader sees are in the folder of a language: no other code contains a sentence."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2] / "eastflank"
FILES = [
    file for file in sorted(ROOT.rglob("*.py")) if not file.is_relative_to(ROOT / "words")
]  # fmt: skip
APART = {
    "intake/article": "the rules by which English articles are read",
    "intake/documents/guesses.py": "names of agencies, as articles write them",
    "intake/documents/way_back.py": "why a table of characters cannot be read: nobody is told, no place is named",
    "intake/documents/web_page.py": "names of elements of HTML",
    "intake/tables/cells/days.py": "the name of a kind of assumption",
    "intake/tables/files/geodata.py": "what a library says of a file",
    "intake/tables/cells/month_names.py": "names of months, as people write them in tables",
    "intake/tables/cells/missions.py": "missions as people write them in tables, and the sources of what is known of each",
    "intake/tables/agreement/kinds_in_context.py": "words for missions and sizes of units, as people write them in tables",
    "intake/tables/rows/kinds_of_unit.py": "words for kinds of units, as people write them in tables",
    "store/sql/layout.py": "comments on the tables, for people who open the database itself",
    "store/sql/migrations": "the same comments, as each step made them",
    "store/optional_columns.py": "what columns mean, as datapackage.json has it: a part of the dataset",
    "gazetteer/geocoder.py": "an offline geocoder that asks the network is a mistake of a programmer",
    "render/script_literal.py": "a value that no script can hold is a mistake of a programmer",
    "render/slides/symbol.py": "a symbol that no slide can hold is a mistake of a programmer",
    "ui/safe_headers.py": "headers for browsers",
    "names/countries.py": "the states of the United States, by name",
}
"""Modules that may contain sentences, and why."""
OF_PROGRAMMERS = {"ValueError", "TypeError", "RuntimeError", "KeyError", "LookupError", "AssertionError"}
"""Errors of Python's own: only a programmer sees what they say."""
_SENTENCE = re.compile(
    r"[A-Z“][A-Za-z’']*(?:[,;:]? (?:[A-Za-z’'-]+|{})){2,}"  # three words or more that begin as a sentence does
    r"|(?:[A-Za-z’'-]+|{})(?:[,;:]? (?:[A-Za-z’'-]+|{})){5,}"  # six or more, however they begin
    r"|^[“A-Z][a-z’']+(?: [A-Za-z’']+)+[.?!:…]?$"  # a label of several words
    r"|^[A-Z][a-z’']+[.?!…]$"  # a word that is a sentence
)
_CODE = re.compile(r"[<>\\]|;\w|\w: \w+;|^[A-Z ]+$|^(Heading \d|List Bullet|Table Grid|Source Sans 3)$")
"""Markup, styles, names of styles, SQL."""


def sentences(source: str) -> Iterator[tuple[int, str]]:
    """What looks like a sentence in a module: its line and the text, `{}` for what is put in. No docstrings."""
    tree = ast.parse(source)
    apart: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            apart.add(id(node.value))
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
            named = node.exc.func
            if isinstance(named, ast.Name) and named.id in OF_PROGRAMMERS:
                apart |= {id(part) for part in ast.walk(node.exc)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr) and id(node) not in apart:
            apart |= {id(part) for part in node.values}
            text = "".join(part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in apart:
            text = node.value
        else:
            continue
        if _SENTENCE.search(text) and not _CODE.search(text):
            yield node.lineno, text


def _is_apart(file: Path) -> bool:
    return any(file.is_relative_to(ROOT / place) for place in APART)


def test_no_sentence_stands_outside_the_words() -> None:
    found = [
        f"{file.relative_to(ROOT)}:{line}: {text[:60]}"
        for file in FILES
        if not _is_apart(file)
        for line, text in sentences(file.read_text(encoding="utf-8"))
    ]
    assert found == []


PLAIN = {
    "checks/dates.py": {"said_on", "published"},
    "intake/tables/files/workbooks.py": {"ODS"},
    "render/geometry.py": {"off the map", "statistic"},
    "view/changes.py": {"leaves"},
}
"""Codes and names of columns or formats that the words take, by module."""
CHOSEN = "eastflank.words.chosen"
OF_THE_LANGUAGE_ALONE = {"counted", "unit"}
"""Functions of the words that take a noun: each language has its own nouns, and its own ways to count them."""


def handed_in(source: str) -> Iterator[tuple[int, str]]:
    """What is written into a call of the language's words: its line, and the text or the function's name.

    A text that is put together elsewhere and handed in by name is not found.
    """
    if CHOSEN not in source:
        return
    tree = ast.parse(source)
    theirs = {
        name.asname or name.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == CHOSEN
        for name in node.names
    }
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        begins = node.func.value
        while isinstance(begins, ast.Attribute):
            begins = begins.value
        if not (isinstance(begins, ast.Name) and begins.id in theirs):
            continue
        if node.func.attr in OF_THE_LANGUAGE_ALONE:
            yield node.lineno, node.func.attr
        for argument in (*node.args, *(keyword.value for keyword in node.keywords)):
            yield from ((node.lineno, text) for text in _texts(argument))


def _texts(node: ast.expr) -> Iterator[str]:
    """The texts with a word in them that an expression may give as they are."""
    match node:
        case ast.Constant(value=str() as text) if re.search(r"[^\W\d_]{2}", text):
            yield text
        case ast.JoinedStr(values=parts) | ast.BoolOp(values=parts):
            for part in parts:
                yield from _texts(part)
        case ast.IfExp(body=one, orelse=other) | ast.BinOp(left=one, right=other):
            yield from _texts(one)
            yield from _texts(other)
        case _:
            pass


def test_no_word_is_handed_to_the_words_of_a_language() -> None:
    found = [
        f"{file.relative_to(ROOT)}:{line}: {text}"
        for file in FILES
        for line, text in handed_in(file.read_text(encoding="utf-8"))
        if text not in PLAIN.get(str(file.relative_to(ROOT)), ())
    ]
    assert found == []


@pytest.mark.parametrize("place", PLAIN)
def test_each_code_that_the_words_take_is_handed_in(place: str) -> None:
    assert {text for _, text in handed_in((ROOT / place).read_text(encoding="utf-8"))} == PLAIN[place]


@pytest.mark.parametrize(
    ("call", "found"),
    [
        ('words.shown(number, "claim")', ["claim"]),
        ('words.shown(what=f"{size} bytes")', [" bytes"]),
        ('words.NO_SHEET.format(known=known or "not named")', ["not named"]),
        ('words.shown("one" if single else name)', ["one"]),
        ("words.counted(number, noun)", ["counted"]),
        ('words.shown(row["claim"])', []),
        ('words.shown(", ".join(names))', []),
        ('other.shown("claim")', []),
    ],
)
def test_what_is_handed_in(call: str, found: list[str]) -> None:
    source = f"from eastflank.words.chosen import tables as words\n{call}\n"
    assert [text for _, text in handed_in(source)] == found


@pytest.mark.parametrize("place", APART)
def test_each_exception_is_needed(place: str) -> None:
    path = ROOT / place
    files = [path] if path.is_file() else path.rglob("*.py")
    assert any(True for file in files for _ in sentences(file.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('told = "No deployment fits."', ["No deployment fits."]),
        ('told = f"and {number} more rows in the table"', ["and {} more rows in the table"]),
        ('heading = "What changed"', ["What changed"]),
        ('told = "Remove it."', ["Remove it."]),
        ('raise Unusable("The template is too large.")', ["The template is too large."]),
        ('raise ValueError("This is no row of the claims.")', []),
        ('"""What a module says of itself."""', []),
        ('style = "color: red; margin: 0"', []),
        ('name = "both days heading"', []),
        ('query = "BEGIN IMMEDIATE"', []),
        ('template = "<p>Nothing is here</p>"', []),
    ],
)
def test_what_looks_like_a_sentence(source: str, found: list[str]) -> None:
    assert [text for _, text in sentences(source)] == found


def test_the_templates_get_their_texts_as_data() -> None:
    page = (ROOT / "render/page/page.html").read_text(encoding="utf-8")
    spoken = re.sub(r"\{%.*?%\}|\{\{.*?\}\}|<[^>]*>|&\w+;", " ", page, flags=re.DOTALL)
    assert re.findall(r"[^\W\d_]{2,}", spoken) == []
    labels = re.findall(r'(?:aria-label|title|alt|placeholder)="([^"]*)"', page)
    assert [label for label in labels if re.search(r"\w", re.sub(r"\{\{.*?\}\}", "", label))] == []
    pages = (ROOT / "render/picture/pages.typ").read_text(encoding="utf-8")
    assert re.findall(r'head\("|\[[A-Z][a-z]+ [^\]]*\]', pages) == []
