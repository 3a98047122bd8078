"""Views as addresses: the query of a link, as it is written."""

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
"""What may stand below the map: the words of a tab's name, joined by hyphens."""
DATA = "data"
"""The part of a link that names the datasets which are shown."""
PAIR = "pair"
LAYOUTS = (PAIR,)
"""How a view compared with an earlier day may be laid out: `pair` is two days side by side."""
EDITION = re.compile(r"C[0-9]{4,15}")
"""How a link names the edition of the record that it was made with: by the id of its newest change."""
_EDITIONS = re.compile(r"[^:,]+:C[0-9]{4,15}(?:,[^:,]+:C[0-9]{4,15})*")
"""The same of several datasets: each with its name."""
LONGEST_MARKING = 100
"""Characters of a marking: more than any line that is printed above and below a briefing."""


def editions_of(text: str) -> dict[str, str]:
    """The editions that a link names, by name of a dataset, or by no name; none where the text is no such."""
    if EDITION.fullmatch(text.upper()):
        return {"": text.upper()}
    if not _EDITIONS.fullmatch(text):
        return {}
    return dict(one.split(":") for one in text.split(","))


class Position(NamedTuple):
    """Where the map looks: the middle in degrees, and Leaflet's zoom (one more is twice as large)."""

    lat: float
    lon: float
    zoom: float

    def __str__(self) -> str:
        return ",".join(f"{round(value, 3) + 0:.3f}".rstrip("0").rstrip(".") for value in self)


def position_of(text: str) -> Position | None:
    """The position that an address writes as `56.95,24.1,6.25`; None where it is none, or off the map."""
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
    """What somebody typed as a marking, on one line: no control characters, spaces single, cut to length."""
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

    `data` names the datasets that are shown; none: the usual one.
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

    Without a `base_url`, the address at which readers reach the dashboard, it is the query alone.
    """
    return f"{base_url.rstrip('/')}{'/' if base_url else ''}?{urlencode(query, doseq=True)}"


def base_url(text: str) -> str:
    """The address at which readers reach the dashboard, as `link_of` takes it; empty when `text` is.

    Raises ValueError when it is no address of a page: a link made of it would lead nowhere, or run.
    """
    if text.strip() and not _BASE_URL.fullmatch(text.strip()):
        raise ValueError(links.no_address_of_a_page(text))
    return text.strip()


_BASE_URL = re.compile(
    r"https?://(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::[0-9]{1,5})?(?:/[^\s?#<>\"'\\]*)?", re.IGNORECASE
)
"""A host by name or number and a path; no name or password, which a link would give away."""


def query_in(text: str) -> dict[str, list[str]]:
    """The query in a text: a query such as `nation=CAN&asof=2016-06-14`, or a whole copied address.

    Never raises; what is no query gives names without values.
    """
    for ampersand in _AMPERSANDS:
        text = text.replace(ampersand, "&")
    before, question_mark, query = text.partition("?")
    if _ADDRESS.match(text) or (question_mark and "=" not in before):
        text = query.partition("#")[0]
    return parse_qs(text, keep_blank_values=True)


_AMPERSANDS = ("&#38;", "&#038;", "&#x26;", "&#X26;")
"""How HTML may write `&`, if not as `&amp;`; a browser takes what follows `#` for a place on the page."""
_ADDRESS = re.compile(r"[\s<(\[\"'“‘]*https?://", re.IGNORECASE)


def plain(text: str) -> str:
    """A value without what a hand, a mail program or a word processor put around or into it."""
    if _ENCODED.search(text):  # encoded twice
        text = unquote(text)
    shown = "".join(letter for letter in unicodedata.normalize("NFKC", text) if _shown(letter))
    return " ".join(shown.translate(_DASHES).split()).strip(_AROUND)


def _shown(letter: str) -> bool:
    return unicodedata.category(letter) != "Cf"  # such as a soft hyphen or a space of no width


_ENCODED = re.compile(r"%[0-9A-Fa-f]{2}")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_AROUND = " .,;:!?…'\"`´‘’‚‛“”„‟‹›«»()[]{}<>*_|\\"
"""What stands around a link in a text, and is taken for a part of it."""

_DECIMAL = re.compile(r"-?[0-9]{1,3}(\.[0-9]{1,9})?")
_MOST_NORTHERN = 85.0
"""Degrees up to which Web Mercator, and so the map, reaches."""
_MOST_EASTERN = 180.0
_CLOSEST = 24.0
