"""The request of a link, as far as it can be read, and the parts that cannot be read.

A link is read as it was meant, even if a mail program, a word processor or a person changed it. What cannot
be read is never replaced by something else: it is named in `Request.unread`, and the page asks the reader.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import TypedDict, cast

from eastflank.model import Dataset
from eastflank.view.address import DATA, PAIR, Position, plain, query_of
from eastflank.view.filtering import phrases_of
from eastflank.view.filters import EVERYTHING, Filters, changed
from eastflank.view.names import names_by_code
from eastflank.view.parameters import PARAMETERS, READ, read
from eastflank.view.readers import Unread, values_in
from eastflank.view.selection import newest_day
from eastflank.view.vocabulary import most_persons, vocabulary_of
from eastflank.words.chosen import links


@dataclass(frozen=True, slots=True)
class Request:
    """The view that a link asks for. `None` and empty: the default."""

    filters: Filters = EVERYTHING
    asof: date | None = None
    since: date | None = None
    """The day to compare with: what changed after it, up to `asof`."""
    layout: str = ""
    """`pair`: both days as two maps side by side, which needs `since`; empty: one map with what changed."""
    deployment: str = ""
    claim: str = ""
    tab: str = ""
    """The open tab below the map: one of `address.TABS`."""
    at: Position | None = None
    """Where the reader moved the map; None: it shows the opening view."""
    theme: str = ""
    """`light` or `dark`; empty: the setting of the reader's browser."""
    brief: bool = False
    """Whether to show the briefing view."""
    marking: str = ""
    """The handling line of a briefing, as typed."""
    edition: str = ""
    """The edition of the record with which the link was made, such as C0042-3FA9C2."""
    data: tuple[str, ...] = ()
    """The names of the datasets that are shown together; empty: the default one."""
    unread: tuple[Unread, ...] = ()
    """What could not be read. The rest is understood; the reader decides whether to show only that."""
    remarks: tuple[str, ...] = ()
    """Notes that do not change the view, in sentences."""

    def query(self) -> dict[str, list[str]]:
        """The query of a link for this request, without what could not be read."""
        return query_of(
            self.filters,
            self.asof,
            self.since,
            self.data,
            layout=self.layout,
            deployment=self.deployment,
            claim=self.claim,
            tab=self.tab,
            at=str(self.at) if self.at else "",
            theme=self.theme,
            brief="1" if self.brief else "",
            marking=self.marking,
            edition=self.edition,
        )


class _OtherParts(TypedDict, total=False):
    """The values of the parts of a link that are not filters, from their readers."""

    asof: date
    since: date
    layout: str
    deployment: str
    claim: str
    tab: str
    at: Position
    theme: str
    brief: bool
    marking: str
    edition: str


MOST_DATASETS = 6
"""How many datasets can be shown together."""
_NO_DATASETS: Mapping[str, str] = MappingProxyType({})


def data_of(
    query: Mapping[str, Sequence[str]], catalogue: Mapping[str, str]
) -> tuple[tuple[str, ...], list[Unread]]:
    """The names of the datasets in a query, and those that cannot be read.

    `catalogue` has the titles of all datasets by their names, the default one first, which a query does not
    name.
    """
    texts = _by_parameter(query)[0].get(DATA, [])
    titles = {name: (title,) for name, title in catalogue.items()}
    found, unread = values_in(DATA, texts, vocabulary_of(catalogue, titles), catalogue)
    names = found or ()
    if len(names) > MOST_DATASETS:
        return (), [*unread, Unread(DATA, ";".join(names), links.too_many_datasets(MOST_DATASETS))]
    return () if names == tuple(catalogue)[:1] else names, unread


def request_of(
    query: Mapping[str, Sequence[str]], dataset: Dataset, catalogue: Mapping[str, str] = _NO_DATASETS
) -> Request:
    """The request that a query makes. Never raises, whatever it says.

    `catalogue` has the titles of the datasets that a query may name. `dataset` is the one that it names, see
    `data_of`; if that cannot be read, nothing else is read: it would be for another dataset.

    Lists may be given as repeated parameters or joined by `;` or `,`. Case is ignored, and so are spaces,
    quotation marks, brackets and full stops around a value.
    """
    named, unknown, ignored = _by_parameter(query)
    data, other_data = data_of({DATA: named.pop(DATA, [])}, catalogue)
    if other_data:
        return Request(unread=_most_different(other_data))
    values: dict[str, object] = {}
    unread: list[Unread] = []
    for parameter, texts in named.items():
        value, not_read = read(parameter, texts, dataset)
        unread += not_read
        if value is not None:
            values[parameter] = value
    filters = changed(EVERYTHING, {name: values.pop(name) for name in [*values] if hasattr(EVERYTHING, name)})
    found = cast("_OtherParts", values)
    most = most_persons(dataset)
    remarks = [links.ignored(ignored)] if ignored else []
    if filters.strength and filters.strength[1] > most:  # nothing lies between the two
        filters = replace(filters, strength=(filters.strength[0], most))
        remarks.append(links.strongest(most))
    shown = found.get("asof") or newest_day(dataset)
    if "since" in found and found["since"] > shown and not any(one.parameter == "asof" for one in unread):
        unread.append(Unread("since", found.pop("since").isoformat(), links.later(shown)))
    if found.get("layout") == PAIR and "since" not in found:
        layout = found.pop("layout")
        if not any(one.parameter == "since" for one in unread):  # reported already
            unread.append(Unread("layout", layout, links.NO_SINCE))
    return Request(
        filters,
        **found,
        data=data,
        unread=_most_different((*unread, *unknown)),
        remarks=tuple(remarks),
    )


def _most_different(unread: Sequence[Unread]) -> tuple[Unread, ...]:
    """The same, sorted so that each parameter comes once before any second one: only a few are shown."""
    seen: Counter[str] = Counter()
    ranked = []
    for one in unread:
        ranked.append((seen[one.parameter], one))
        seen[one.parameter] += 1
    return tuple(one for _, one in sorted(ranked, key=lambda pair: pair[0]))


def told(request: Request, dataset: Dataset) -> tuple[str, ...]:
    """What could not be read, in at most three lines; the last line says what was understood."""
    if any(one.parameter == DATA for one in request.unread):
        return of_no_dataset(request)
    names = names_by_code(dataset)
    deployments = dict(zip(dataset.deployments["id"], dataset.deployments["name"], strict=True))
    understood = links.understood(
        phrases_of(request.filters, names),
        request.asof,
        request.since,
        deployments.get(request.deployment, ""),
        request.layout,
    )
    return (*links.unread_lines(request.unread, names), understood)


def of_no_dataset(request: Request) -> tuple[str, ...]:
    """Like `told`, if it is not known which dataset is meant."""
    return (*links.unread_lines(request.unread, {}), links.REST_IS_READ_LATER)


def names_data(query: Mapping[str, Sequence[str]]) -> bool:
    """Whether a query names any datasets."""
    return any(text.strip() for text in _by_parameter(query)[0].get(DATA, ()))


def without_data(query: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """The query without the part for datasets."""
    return {name: [*texts] for name, texts in query.items() if _plain_name(name) != DATA}


_AMPERSAND = re.compile("^(amp;)+")
"""The rest of `&amp;`, HTML's notation of `&`."""
_FOREIGN = re.compile(
    r"utm_.*|embed|embed_options|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|igshid|mc_[ce]id"
    r"|_ga|_gl|_hsenc|_hsmi|mkt_tok"
)
"""Names that mail programs, social networks and Streamlit itself add to a link."""
_ENTITIES = {"quot", "gt", "lt", "apos", "nbsp", "rsquo", "rdquo", "#39", "amp"}
"""HTML entities of punctuation after a link; they look like a name without a value."""


def _by_parameter(query: Mapping[str, Sequence[str]]) -> tuple[dict[str, list[str]], list[Unread], list[str]]:
    """The texts of each parameter; parts that are not parameters; the names that are ignored."""
    named: dict[str, list[str]] = {}
    unknown: list[Unread] = []
    ignored: list[str] = []
    for written, texts in query.items():
        name = _plain_name(written)
        if name in PARAMETERS.allowed:
            named.setdefault(name, []).extend(texts)
        elif _FOREIGN.fullmatch(name):
            ignored.append(name)
        elif any(text.strip() for text in texts) or name not in {"", *_ENTITIES}:
            near = PARAMETERS.like(name) if len(unknown) < links.MOST_LINES else ()
            unknown.append(Unread(written, ";".join(texts), links.NO_PARAMETER, near))
    return named, unknown, ignored


def _plain_name(written: str) -> str:
    return plain(_AMPERSAND.sub("", plain(written).casefold()))


def meaning(
    request: Request, suggestion: str, dataset: Dataset, catalogue: Mapping[str, str] = _NO_DATASETS
) -> Request:
    """The request with its only unread part replaced by the suggestion for it."""
    (one,) = request.unread
    query = request.query()
    if one.parameter not in READ:  # the suggestion replaces the name
        query[suggestion] = [*query.get(suggestion, []), one.text]
    elif isinstance(getattr(request.filters, one.parameter, None), tuple):
        query[one.parameter] = [*query.get(one.parameter, []), suggestion]
    else:
        query[one.parameter] = [suggestion]
    return request_of(query, dataset, catalogue)
