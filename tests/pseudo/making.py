"""Makes a language out of English: a module for each of English, with each text in brackets and a third longer.

The modules are made of the same source, so what they say of each other they say in this language too. Brackets
in brackets are taken away, so that a sentence is a third longer however many parts it is made of.
"""

from __future__ import annotations

import functools
import importlib.util
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import FunctionType, ModuleType

from markupsafe import Markup

ENGLISH, OURS = "eastflank.words.en", "eastflank.words.pseudo"
OPEN, CLOSE, MORE = "⟦", "⟧", "ŵ"
"""The brackets, and the letter that makes a text longer; the record has none of them."""
_INSIDE = re.compile(rf"{OPEN}|(?: ?{MORE}+)+{CLOSE}|{CLOSE}")
_LETTERS = re.compile(r"[^\W\d_]")
_LINE = re.compile(r"(\s*(?:#+ |[-*] |\d+\. |> )?)(.*?)(\s*)", re.DOTALL)
"""A line of Markdown: what it begins with, its text, and the space behind."""
_WORD = 5
"""Letters of a word that is added."""


GIVES_FORM = frozenset({"capitalised", "counted", "unit"})
"""What only gives form to a word that is handed in. It adds no brackets, so that a word that comes from elsewhere
than the language, such as a code, is seen."""


def longer(text: str) -> str:
    """The text in brackets and a third longer; a text without letters stays as it is."""
    if "\n" in text:
        return "\n".join(longer(line) for line in text.split("\n"))
    found = _LINE.fullmatch(_INSIDE.sub("", text))
    assert found
    before, inner, behind = found.groups()
    letters = len(_LETTERS.findall(re.sub(r"\{[^}]*\}|<[^>]*>", "", inner)))
    if not letters:
        return text
    more = MORE * -(-letters // 3)
    if " " in inner:
        more = "".join(" " + more[at : at + _WORD] for at in range(0, len(more), _WORD))
    return f"{before}{OPEN}{inner}{more}{CLOSE}{behind}"


def said(value: object) -> object:  # noqa: PLR0911 - a line for each kind of value
    """A value of a module of English as this language has it: each text in it is made longer."""
    match value:
        case Markup():
            return Markup(longer(str(value)))  # noqa: S704 - as it was
        case str():
            return longer(value)
        case Mapping():
            return {key: said(one) for key, one in value.items()}
        case tuple() if hasattr(value, "_fields"):
            return type(value)(*map(said, value))
        case tuple() | list() | frozenset():
            return type(value)(map(said, value))
        case Iterator():
            return map(said, value)
        case FunctionType():
            return _speaking(value)
        case _ if is_dataclass(value) and not isinstance(value, type):
            return replace(
                value, **{one.name: said(getattr(value, one.name)) for one in fields(value) if one.init}
            )
        case _:
            return value


def _speaking(function: Callable[..., object]) -> Callable[..., object]:
    @functools.wraps(function)
    def spoken(*arguments: object, **named: object) -> object:
        return said(function(*arguments, **named))

    return spoken


class _Loader(Loader):
    def __init__(self, source: Path) -> None:
        self.source = source

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        del spec  # Python makes the module

    def exec_module(self, module: ModuleType) -> None:
        text = self.source.read_text(encoding="utf-8").replace(ENGLISH, OURS)
        exec(compile(text, str(self.source), "exec"), module.__dict__)  # noqa: S102 - it is the project's own
        for name, value in list(vars(module).items()):
            own = not isinstance(value, FunctionType) or value.__module__ == module.__name__
            if own and not name.startswith("_") and name not in GIVES_FORM:
                setattr(module, name, said(value))


class _Finder(MetaPathFinder):
    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        del path, target
        package, _, name = fullname.rpartition(".")
        english = importlib.util.find_spec(f"{ENGLISH}.{name}") if package == OURS else None
        if english is None or english.origin is None:
            return None
        return ModuleSpec(fullname, _Loader(Path(english.origin)), origin=english.origin)


FINDER = _Finder()
