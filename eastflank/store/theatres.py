"""A dataset's theatre settings, as `theatre.toml` states them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import get_args

from eastflank.model import Box, Finding, Kind, LeadColours, Point, Theatre
from eastflank.model.kinds import Drawn
from eastflank.store import files
from eastflank.store.broken import BrokenData
from eastflank.words.chosen import findings_in_settings as words

_COLOUR = re.compile(r"#[0-9a-f]{6}")
_NATION = re.compile(r"[A-Z]{3}")
_MOST = 60
"""The most characters of a name: more would not fit into the legend."""
_SHORT = 16
"""The most characters of the short name: more would not fit on a button of the map."""


def read(path: Path) -> Theatre:
    """The settings in a file. Raises BrokenData with all that is wrong in it."""
    return parsed(files.content(path), path.name)


def parsed(content: bytes, file: str) -> Theatre:
    """The settings in the content of a file of that name. Raises BrokenData like `read`."""
    text = files.without_mark(content, file)
    try:
        settings = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise BrokenData([Finding(file, "", "", *words.no_toml(error))]) from error
    wrong = list(_objections(settings))
    if wrong:
        raise BrokenData(Finding(file, key, "", problem, remedy) for key, problem, remedy in wrong)
    return Theatre(
        name=settings["name"],
        called=settings["called"],
        alliance=settings["alliance"],
        opening=_box(settings["opening"]),
        region=_box(settings["region"]),
        around=_box(settings["around"]),
        leads={nation: LeadColours(*colours) for nation, colours in settings["leads"].items()},
        kinds={
            name: Kind(name, place=place, **said)
            for place, (name, said) in enumerate(settings["kinds"].items())
        },
    )


def _objections(settings: Mapping[str, object]) -> Iterator[tuple[str, str, str]]:
    """Key, problem and remedy of everything that is wrong."""
    for key in settings:
        if key not in _KEYS:
            yield key, *words.no_such_setting(_KEYS)
    for key, fits, problem, remedy in _SHAPES:
        if key not in settings:
            yield key, *words.SETTING_MISSING
        elif not fits(settings[key]):
            yield key, problem, remedy
    yield from _kind_objections(settings.get("kinds"))
    leads = settings.get("leads")
    for nation, colours in leads.items() if isinstance(leads, dict) else ():
        if not _NATION.fullmatch(nation):
            yield f"leads.{nation}", *words.NO_NATION
        if not (isinstance(colours, list) and len(colours) == 2 and all(map(_is_colour, colours))):  # noqa: PLR2004
            yield f"leads.{nation}", *words.NO_COLOURS


def _kind_objections(kinds: object) -> Iterator[tuple[str, str, str]]:
    for name, said in kinds.items() if isinstance(kinds, dict) else ():
        if not isinstance(said, dict) or not {"one", "several"} <= set(said):
            yield f"kinds.{name}", *words.NOT_CALLED
            continue
        for key, value in said.items():
            fits, remedy = _OF_A_KIND.get(key, (None, ""))
            if fits is None:
                yield f"kinds.{name}.{key}", *words.no_such_setting_of_kind(_OF_A_KIND)
            elif not fits(value):
                yield f"kinds.{name}.{key}", words.VALUE_DOES_NOT_FIT, remedy


def _is_name(value: object) -> bool:
    return isinstance(value, str) and 0 < len(value.strip()) <= _MOST and value.isprintable()


def _is_short(value: object) -> bool:
    return isinstance(value, str) and _is_name(value) and len(value) <= _SHORT


def _is_colour(value: object) -> bool:
    return isinstance(value, str) and _COLOUR.fullmatch(value) is not None


def _is_box(value: object) -> bool:
    if not isinstance(value, dict) or set(value) != {"south_west", "north_east"}:
        return False
    corners = (value["south_west"], value["north_east"])
    if not all(isinstance(corner, list) and len(corner) == 2 for corner in corners):  # noqa: PLR2004
        return False
    if not all(type(degrees) in (int, float) for corner in corners for degrees in corner):
        return False
    (south, west), (north, east) = corners
    return bool(-90 <= south < north <= 90 and -180 <= west < east <= 180)  # noqa: PLR2004 - of the globe


def _box(value: Mapping[str, tuple[float, float]]) -> Box:
    return Point(*map(float, value["south_west"])), Point(*map(float, value["north_east"]))


_NAME = (words.NO_NAME, words.write_a_name(_MOST))
_OF_A_KIND: Mapping[str, tuple[Callable[[object], bool], str]] = {
    "one": (_is_name, _NAME[1]),
    "several": (_is_name, _NAME[1]),
    "heading": (_is_name, _NAME[1]),
    "symbol": (
        lambda value: value in get_args(Drawn),
        words.write_one_of([*filter(None, get_args(Drawn))]),
    ),
    "named_by_place": (lambda value: isinstance(value, bool), words.TRUE_OR_FALSE),
    "inside": (lambda value: isinstance(value, bool), words.TRUE_OR_FALSE),
}
"""The settings of a kind: whether a value is valid, and what to do if it is not."""
_SHAPES: tuple[tuple[str, Callable[[object], bool], str, str], ...] = (
    ("name", _is_name, *_NAME),
    (
        "called",
        _is_short,
        words.NO_SHORT_NAME,
        words.write_a_short_name(_SHORT),
    ),
    ("alliance", _is_name, *_NAME),
    ("opening", _is_box, *words.NO_CORNERS),
    ("region", _is_box, *words.NO_CORNERS),
    ("around", _is_box, *words.NO_CORNERS),
    (
        "kinds",
        lambda value: isinstance(value, dict) and bool(value),
        *words.NO_KINDS,
    ),
    (
        "leads",
        lambda value: isinstance(value, dict),
        *words.NO_LEADS,
    ),
)
_KEYS = tuple(key for key, *_ in _SHAPES)
