"""The columns of a deployment: one list for page, terminal and every product.

To add a column: its words in `DEPLOYMENT` (`words/en/columns.py`) and a line in `DEPLOYMENT` here. Then all
products that show every column have it. Products with little room list the keys that they use.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from eastflank import dates
from eastflank.model import Figure
from eastflank.report import plain_values
from eastflank.report.columns import Field, Type, Value, field
from eastflank.report.entries import DeploymentEntry
from eastflank.report.source_numbers import cited
from eastflank.words.chosen import card_lines, columns, terms
from eastflank.words.chosen import values as words

DATASET = "dataset"


def _field(  # noqa: PLR0913 - each may be otherwise
    key: str,
    told: Callable[[DeploymentEntry], Value],
    width: int = 18,
    type: Type = "string",  # noqa: A002 - as Table Schema names it
    *,
    on_page: Callable[[DeploymentEntry], Value] | None = None,
    data: Callable[[DeploymentEntry], object] | None = None,
    codes: Callable[[DeploymentEntry], object] | None = None,
) -> Field[DeploymentEntry]:
    return field(key, columns.DEPLOYMENT, told, type, width=width, on_page=on_page, data=data, codes=codes)


def _place(one: DeploymentEntry) -> str:
    """The named place. One that is known only by its name says so."""
    return card_lines.place_by_name(one.place) if one.precision == "none" and one.host else one.place


def _host(one: DeploymentEntry) -> str:
    return columns.host_and_meant_for(one.described.host, one.meant_for)


def _if_there(told: Callable[[Figure], object]) -> Callable[[DeploymentEntry], object]:
    """For the strength of what is there; None if none is stated, or if the strength is a plan's."""

    def of_what_is_there(one: DeploymentEntry) -> object:
        figure = plain_values.there(one.known)
        return told(figure) if figure else None

    return of_what_is_there


DEPLOYMENT: tuple[Field[DeploymentEntry], ...] = (
    _field("id", lambda one: one.id, 12),
    _field("name", lambda one: one.name, 34),
    _field("sort", lambda one: one.sort, 9, on_page=lambda one: terms.SORTS[one.sort]),
    _field("kind", lambda one: one.kind, 14, codes=lambda one: one.known.kind.id),
    _field(
        "status",
        lambda one: one.status,
        on_page=lambda one: one.status if one.state else columns.STATUS_NOT_STATED,
        data=lambda one: one.state or None,
    ),
    _field(
        "lead",
        lambda one: one.lead,
        on_page=lambda one: one.described.lead,
        codes=lambda one: list(one.known.lead),
    ),
    _field("host", lambda one: one.host, on_page=_host, codes=lambda one: list(one.known.host)),
    _field("meant_for", lambda one: one.meant_for or None, 14, codes=lambda one: list(one.known.meant_for)),
    _field(
        "place",
        lambda one: one.place or None,
        on_page=_place,
        codes=lambda one: one.known.place,
    ),
    _field("precision", lambda one: one.precision or None, 10),
    _field("strength", lambda one: one.strength, 20),
    _field("troops_low", lambda one: one.low, 10, "integer", codes=_if_there(lambda figure: figure.low)),
    _field("troops_high", lambda one: one.high, 10, "integer", codes=_if_there(lambda figure: figure.high)),
    _field("hedge", lambda one: one.hedge or None, 10, codes=_if_there(lambda figure: figure.hedge)),
    _field(
        "strength_stated_on",
        lambda one: words.when(one.told) if one.told else None,
        18,
        on_page=lambda one: one.told,
        data=lambda one: one.told or None,
        codes=_if_there(lambda figure: dates.text_of(figure.told_first, figure.told_last)),
    ),
    _field("counts", lambda one: one.counts or None, 20, codes=lambda one: one.known.counts),
    _field("planned", lambda one: one.planned or None, 20, codes=lambda one: plain_values.planned(one.known)),
    _field(
        "contingents",
        lambda one: one.contingents or None,
        40,
        codes=lambda one: plain_values.contingents(one.known),
    ),
    _field("begins", lambda one: one.begins or None, 16),
    _field(
        "programme",
        lambda one: one.programme or None,
        24,
        on_page=lambda one: one.programme_short,
        codes=lambda one: one.programme_short or None,
    ),
    _field(
        "part_of",
        lambda one: one.part_of or None,
        26,
        on_page=lambda one: one.part_of if one.whole_is_known else "",
        codes=lambda one: one.known.part_of or None,
    ),
    _field("not_drawn", lambda one: one.not_drawn or None, 30),
    _field(
        "claims",
        lambda one: "; ".join(one.claims),
        26,
        on_page=lambda one: one.known.claim_count,
        data=lambda one: list(one.claims),
    ),
    _field("sources", lambda one: " ".join(one.sources), 60, data=lambda one: list(one.footnotes)),
    _field(DATASET, lambda one: one.dataset or None),
)
"""Every column, in the order of the exported table. The last one is used only with several datasets: see
`fields_of`."""


def fields_of(*, several: bool) -> tuple[Field[DeploymentEntry], ...]:
    """The columns of a table; the dataset's column only if there are several datasets."""
    return DEPLOYMENT if several else tuple(one for one in DEPLOYMENT if one.key != DATASET)


def _narrow(key: str, told: Callable[[DeploymentEntry], Value]) -> Field[DeploymentEntry]:
    return field(key, columns.DEPLOYMENT_IN_LITTLE_ROOM, told)


def _place_and_host(one: DeploymentEntry) -> str:
    return ", ".join(part for part in (_place(one), one.host) if part)


def _where(one: DeploymentEntry) -> str:
    where = _place_and_host(one)
    return columns.not_drawn(where, one.not_drawn) if one.not_drawn else where


_IN_LITTLE_ROOM = (
    _narrow("persons", lambda one: one.strength),
    _narrow("place_or_none", lambda one: _place(one) or words.NOT_STATED),
    _narrow("place_and_host", _place_and_host),
    _narrow("where", _where),
    _narrow("numbers", cited),
    _narrow("bare_numbers", lambda one: cited(one, "{}")),
)
"""Columns that replace some of these in tables with little room."""
_BY_KEY = {one.key: one for one in (*DEPLOYMENT, *_IN_LITTLE_ROOM)}


def named(keys: Iterable[str]) -> tuple[Field[DeploymentEntry], ...]:
    """The columns with these keys, in this order."""
    return tuple(_BY_KEY[key] for key in keys)
