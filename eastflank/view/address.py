"""Views as addresses: how the query of a link is written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date
from typing import NamedTuple
from urllib.parse import parse_qs, unquote, urlencode

from eastflank.view.filters import EVERYTHING, Filters
from eastflank.words.chosen import links

THEMES = ("light", "dark")
TABS = ("table", "timeline", "nation-host", "what-changed", "disagreements", "not-drawn")
"""The tabs below the map: the words of a tab's name, joined by hyphens."""
DATA = "data"
"""The query parameter for the datasets that are shown."""
PAIR = "pair"
LAYOUTS = (PAIR,)
"""The layouts of a view compared with an earlier day: `pair` is two days side by side."""
_ONE = "C[0-9]{4,15}(?:-[0-9A-F]{6})?"
EDITION = re.compile(_ONE)
"""The pattern of an edition in a link: the record's newest change and its checksum, which old links lack."""
_EDITIONS = re.compile(rf"[^:,]+:{_ONE}(?:,[^:,]+:{_ONE})*")
"""The same for several datasets: each with its name."""
LONGEST_MARKING = 100
"""The most characters of a marking: more than any line above and below a briefing needs."""


def editions_of(text: str) -> dict[str, str]:
    """The editions in a link, by the dataset's name or an empty name; empty if the text is not valid."""
    if EDITION.fullmatch(text.upper()):
        return {"": text.upper()}
    if not _EDITIONS.fullmatch(text):
        return {}
    return dict(one.split(":") for one in text.split(","))


class Position(NamedTuple):
    """The map's position: the middle in degrees, and Leaflet's zoom (one more is twice as large)."""

    lat: float
    lon: float
    zoom: float

    def __str__(self) -> str:
        return ",".join(f"{round(value, 3) + 0:.3f}".rstrip("0").rstrip(".") for value in self)


def position_of(text: str) -> Position | None:
    """The position that an address writes as `56.95,24.1,6.25`; None if it is not valid, or off the map."""
    parts = text.split(",")
    if len(parts) != len(Position._fields) or not all(_DECIMAL.fullmatch(part) for part in parts):
        return None
    position = Position(*map(float, parts))
    on_the_map = (
        abs(position.lat) <= _MOST_NORTHERN
        and abs(position.lon) <= _MOST_EASTERN
        and 0 <= position.zoom <= _CLOSEST
    )
    return position if on_the_map else None


def marking_of(typed: str) -> str:
    """A typed marking as one line: without control characters, with single spaces, cut to length."""
    printed = "".join(letter if letter.isprintable() else " " for letter in typed)
    return " ".join(printed.split())[:LONGEST_MARKING].rstrip()


def query_of(
    filters: Filters,
    asof: date | None = None,
    since: date | None = None,
    data: Sequence[str] = (),
    **picked: str,
) -> dict[str, list[str]]:
    """The address's query for a view: the inverse of `request.request_of`, defaults left out.

    `data` names the datasets that are shown; empty: the default one.
    """
    query: dict[str, list[str]] = {DATA: [*data]} if data else {}
    for item in fields(Filters):
        value = getattr(filters, item.name)
        if value == getattr(EVERYTHING, item.name):
            continue
        query[item.name] = (
            [str(part) for part in value]
            if isinstance(value, tuple)
            else [str(value).lower() if isinstance(value, bool) else str(value)]
        )
    query.update({key: [day.isoformat()] for key, day in (("asof", asof), ("since", since)) if day})
    query.update({key: [value] for key, value in picked.items() if value})
    return query


def link_of(query: Mapping[str, Sequence[str]], base_url: str = "") -> str:
    """The link that opens a view again: `https://host/path/?nation=CAN`.

    `base_url` is the address at which readers reach the dashboard; without it, the link is only the query.
    """
    return f"{base_url.rstrip('/')}{'/' if base_url else ''}?{urlencode(query, doseq=True)}"


def base_url(text: str) -> str:
    """The address at which readers reach the dashboard, for `link_of`; empty if `text` is empty.

    Raises ValueError if it is not the address of a page: a link made from it would lead nowhere, or run code.
    """
    if text.strip() and not _BASE_URL.fullmatch(text.strip()):
        raise ValueError(links.no_address_of_a_page(text))
    return text.strip()


_BASE_URL = re.compile(
    r"https?://(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::[0-9]{1,5})?(?:/[^\s?#<>\"'\\]*)?", re.IGNORECASE
)
"""A host (name or number) and a path, without a user name and password, which a link would reveal."""


def query_in(text: str) -> dict[str, list[str]]:
    """The query in a text: a query such as `nation=CAN&asof=2016-06-14`, or a whole copied address.

    Never raises; a text that is not a query gives names without values.
    """
    for ampersand in _AMPERSANDS:
        text = text.replace(ampersand, "&")
    before, question_mark, query = text.partition("?")
    if _ADDRESS.match(text) or (question_mark and "=" not in before):
        text = query.partition("#")[0]
    return parse_qs(text, keep_blank_values=True)


_AMPERSANDS = ("&#38;", "&#038;", "&#x26;", "&#X26;")
"""HTML's other notations of `&` besides `&amp;`; a browser takes the part after `#` for an anchor."""
_ADDRESS = re.compile(r"[\s<(\[\"'“‘]*https?://", re.IGNORECASE)


def plain(text: str) -> str:
    """A value without characters that people, mail programs or word processors added."""
    if _ENCODED.search(text):  # encoded twice
        text = unquote(text)
    shown = "".join(letter for letter in unicodedata.normalize("NFKC", text) if _shown(letter))
    return " ".join(shown.translate(_DASHES).split()).strip(_AROUND)


def _shown(letter: str) -> bool:
    return unicodedata.category(letter) != "Cf"  # such as a soft hyphen or a space of no width


_ENCODED = re.compile(r"%[0-9A-Fa-f]{2}")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_AROUND = " .,;:!?…'\"`´‘’‚‛“”„‟‹›«»()[]{}<>*_|\\"
"""Characters around a link in a text that may be taken for a part of it."""

_DECIMAL = re.compile(r"-?[0-9]{1,3}(\.[0-9]{1,9})?")
_MOST_NORTHERN = 85.0
"""The highest latitude of Web Mercator, and so of the map, in degrees."""
_MOST_EASTERN = 180.0
_CLOSEST = 24.0
