"""Small changes of a module, each of which a good test should notice.

Changed are comparisons, conditions, figures, truth values, arithmetic, what a function returns, named arguments and
statements. Texts are changed only where a program compares or looks up by them. Annotations, decorators, docstrings
and what stands inside an f-string stay as they are.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Mutant:
    """One module with one small change."""

    file: str
    """The module, as seen from the repository."""
    line: int
    start: int
    """The first changed byte."""
    end: int
    """The byte after the last changed one."""
    text: str
    """What stands there instead."""
    function: tuple[str, int] | None
    """The outermost function, by qualified name and first line; None where the change is outside all functions."""
    names: tuple[str, ...]
    """Outside of functions: what the changed statement defines."""

    def source(self, root: Path) -> str:
        """The whole module, changed."""
        whole = (root / self.file).read_bytes()
        return (whole[: self.start] + self.text.encode() + whole[self.end :]).decode()

    def difference(self, root: Path) -> tuple[str, str]:
        """The lines before and after, without what is around them."""
        whole = (root / self.file).read_bytes()
        first = whole.rfind(b"\n", 0, self.start) + 1
        last = whole.find(b"\n", self.end)
        before = whole[first:last].decode()
        after = (whole[first : self.start] + self.text.encode() + whole[self.end : last]).decode()
        return " ".join(before.split()), " ".join(after.split())


def mutants_of(file: str, root: Path) -> Iterator[Mutant]:
    """Every mutant of a module, in the order of its lines."""
    source = (root / file).read_bytes()
    starts = [0]
    for row in source.split(b"\n"):
        starts.append(starts[-1] + len(row) + 1)
    found = {}
    for place in _places(ast.parse(source), None, ()):
        node = place.node
        if node.end_lineno is None or node.end_col_offset is None:
            continue
        start = starts[node.lineno - 1] + node.col_offset
        end = starts[node.end_lineno - 1] + node.end_col_offset
        for text in _instead_of(place):
            mutant = Mutant(file, node.lineno, start, end, text, place.function, place.names)
            if text != source[start:end].decode():
                found[start, end, text] = mutant
    return iter(sorted(found.values(), key=lambda mutant: (mutant.start, mutant.end, mutant.text)))


@dataclass(frozen=True)
class _Place:
    node: ast.expr | ast.stmt
    function: tuple[str, int] | None
    names: tuple[str, ...]
    is_key: bool = False
    """A text here is compared with or looked up by."""
    is_condition: bool = False
    """It decides what an if statement does."""


_COMPARED = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
_ADDED = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult, ast.BitAnd: ast.BitOr,
}  # fmt: skip
_CALLED = {"min": "max", "max": "min", "any": "all", "all": "any", "sorted": "list"}
_MATTER_NOT = {"maxsize", "strict"}
"""Named arguments that change no answer: how much is remembered; that lengths which are the same are the same."""
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def _places(node: ast.AST, function: tuple[str, int] | None, names: tuple[str, ...]) -> Iterator[_Place]:
    """What may be changed below a node, each with where it stands."""
    for child in ast.iter_child_nodes(node):
        yield from _place(child, function, names)


def _place(
    node: ast.AST,
    function: tuple[str, int] | None,
    names: tuple[str, ...],
    *,
    is_key: bool = False,
    is_condition: bool = False,
) -> Iterator[_Place]:
    if isinstance(node, ast.JoinedStr | ast.Import | ast.ImportFrom) or _is_docstring(node) or _is_type(node):
        return
    if isinstance(node, ast.keyword) and node.arg in _MATTER_NOT:
        return
    if isinstance(node, _FUNCTIONS):
        yield from _of_function(node, function, names)
        return
    if isinstance(node, ast.ClassDef):
        for part in node.body:
            yield from _place(part, function, (*names, node.name))
        return
    if isinstance(node, ast.AnnAssign):
        children: list[ast.AST] = [node.value] if node.value else []
    else:
        children = list(ast.iter_child_nodes(node))
    if function is None:
        names = (*names, *_defined(node))
    if isinstance(node, ast.expr | ast.stmt):
        yield _Place(node, function, names, is_key, is_condition)
    for child in children:
        key = (isinstance(node, ast.Compare | ast.MatchValue)
               or (isinstance(node, ast.Dict) and child in node.keys)
               or (isinstance(node, ast.Subscript) and child is node.slice)
               or (is_key and isinstance(node, ast.Tuple | ast.Set | ast.List)))  # fmt: skip
        condition = isinstance(node, ast.If) and child is node.test
        yield from _place(child, function, names, is_key=key, is_condition=condition)


def _of_function(
    node: ast.FunctionDef | ast.AsyncFunctionDef, function: tuple[str, int] | None, names: tuple[str, ...]
) -> Iterator[_Place]:
    defaults = [default for default in (*node.args.defaults, *node.args.kw_defaults) if default]
    for default in defaults:
        yield from _place(default, function, (*names, node.name))
    first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
    for part in node.body:
        yield from _place(part, function or (".".join((*names, node.name)), first), names)


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _is_type(node: ast.AST) -> bool:
    """What only says of which type something is."""
    if isinstance(node, ast.AnnAssign):
        return ast.unparse(node.annotation) == "TypeAlias"
    if isinstance(node, ast.If):
        return ast.unparse(node.test) == "TYPE_CHECKING"
    if isinstance(node, ast.Subscript):
        return ast.unparse(node.value) in {"Literal", "Callable", "dict", "list", "tuple", "set", "frozenset"}
    return isinstance(node, ast.Call) and ast.unparse(node.func) in {"TypeVar", "ParamSpec", "NewType"}


def _defined(node: ast.AST) -> tuple[str, ...]:
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    if not isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign):
        return ()
    return tuple(
        one.id for target in targets if target for one in ast.walk(target) if isinstance(one, ast.Name)
    )


def _instead_of(place: _Place) -> Iterator[str]:
    """What may stand at a place instead."""
    node = place.node
    if isinstance(node, ast.stmt):
        yield from _instead_of_statement(node)
        return
    if place.is_condition:
        yield from ("True", "False")
    for changed in _instead_of_expression(node, is_key=place.is_key):
        text = ast.unparse(changed)
        yield text if isinstance(changed, ast.Constant | ast.Name | ast.Call) else f"({text})"


def _instead_of_statement(node: ast.stmt) -> Iterator[str]:
    if isinstance(node, ast.Return) and node.value is not None and not _is_none_or_false(node.value):
        yield "return None"
    elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        yield "pass"
    elif isinstance(node, ast.Continue):
        yield "break"
    elif isinstance(node, ast.Break):
        yield "continue"
    elif isinstance(node, ast.AugAssign) or (isinstance(node, ast.Raise) and not _never_happens(node)):
        yield "pass"


def _is_none_or_false(node: ast.expr) -> bool:
    """No condition tells the two apart; that False becomes True is a change of its own."""
    return isinstance(node, ast.Constant) and (node.value is None or node.value is False)


def _never_happens(node: ast.Raise) -> bool:
    """Whether a statement only says to a reader and a type checker that it is never reached."""
    return isinstance(node.exc, ast.Call) and ast.unparse(node.exc.func) == "AssertionError"


def _instead_of_expression(node: ast.expr, *, is_key: bool) -> Iterator[ast.expr]:
    match node:
        case ast.Compare():
            for index, op in enumerate(node.ops):
                changed = copy.deepcopy(node)
                changed.ops[index] = _COMPARED[type(op)]()
                yield changed
        case ast.BoolOp(op, values):
            yield ast.BoolOp(ast.Or() if isinstance(op, ast.And) else ast.And(), values)
            for index in range(len(values)):
                others = [*values[:index], *values[index + 1 :]]
                yield others[0] if len(others) == 1 else ast.BoolOp(op, others)
        case ast.UnaryOp(ast.Not() | ast.USub(), operand):
            yield operand
        case ast.BinOp(left, op, right) if type(op) in _ADDED:
            yield ast.BinOp(left, _ADDED[type(op)](), right)
        case ast.Constant(value):
            yield from _instead_of_constant(value, is_key=is_key)
        case ast.IfExp(_, body, orelse):
            yield from (body, orelse)
        case ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
            yield from _without_a_condition(node)
        case ast.Call():
            yield from _called_otherwise(node)


def _instead_of_constant(value: object, *, is_key: bool) -> Iterator[ast.expr]:
    if isinstance(value, bool):
        yield ast.Constant(not value)
    elif isinstance(value, int | float):
        yield ast.Constant(value + 1)
    elif isinstance(value, str) and value and is_key:
        yield ast.Constant(f"not {value}")


def _without_a_condition(
    node: ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp,
) -> Iterator[ast.expr]:
    for at, generator in enumerate(node.generators):
        for index in range(len(generator.ifs)):
            changed = copy.deepcopy(node)
            del changed.generators[at].ifs[index]
            yield changed


def _called_otherwise(node: ast.Call) -> Iterator[ast.expr]:
    if isinstance(node.func, ast.Name) and node.func.id in _CALLED:
        named = [keyword for keyword in node.keywords if node.func.id != "sorted"]
        yield ast.Call(ast.Name(_CALLED[node.func.id]), node.args, named)
    for keyword in node.keywords:
        if keyword.arg and keyword.arg not in _MATTER_NOT:
            yield ast.Call(node.func, node.args, [other for other in node.keywords if other is not keyword])
