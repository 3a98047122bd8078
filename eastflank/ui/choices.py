"""The reader's choices as one value, read from a link and written into the address."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from eastflank.model import Dataset
from eastflank.view.address import PAIR, TABS, query_of
from eastflank.view.days import FIRST_DAY, LAST_DAY
from eastflank.view.filters import EVERYTHING, Filters
from eastflank.view.request import Request
from eastflank.view.selection import newest_day

_CHANGES = "what-changed"
"""The tab that is open below two days side by side, unless the reader asks for another."""


@dataclass(frozen=True, slots=True)
class Choices:
    """Everything that the reader can choose and the address can hold, except the map's position."""

    asof: date
    filters: Filters = EVERYTHING
    since: date | None = None
    """The day to compare with; None: nothing is compared."""
    layout: str = ""
    deployment: str = ""
    claim: str = ""
    tab: str = TABS[0]
    """The open tab below the map: one of `address.TABS`."""
    theme: str = ""
    brief: bool = False
    marking: str = ""
    data: tuple[str, ...] = ()
    """The names of the datasets that are shown together; empty: the default one."""

    def on(self, day: date) -> Choices:
        """The same choices on that day, or on the nearest possible day."""
        return replace(self, asof=min(max(day, FIRST_DAY), LAST_DAY))

    def without_filters(self) -> Choices:
        """Without filter and selection, on the same day."""
        return replace(self, filters=EVERYTHING, deployment="", claim="")

    def selecting(self, deployment: str, claim: str = "") -> Choices:
        """With one deployment, or none, selected."""
        return replace(self, deployment=deployment, claim=claim)

    def narrowed(self, nations: Sequence[str], hosts: Sequence[str]) -> Choices:
        """With only these nations, in any role, and these hosts; if already chosen, with all again."""
        filters = replace(self.filters, nation=tuple(nations), host=tuple(hosts), role="any")
        if (filters.nation, filters.host) == (self.filters.nation, self.filters.host):
            filters = replace(filters, nation=(), host=())
        return replace(self, filters=filters)

    def compared_with(self, day: date | None) -> Choices:
        """Compared with that day; None also ends side by side."""
        return replace(self, since=day, layout=self.layout if day else "")

    def laid_out(self, layout: str) -> Choices:
        """With one of `address.LAYOUTS`, or one map; two maps open the tab of what changed."""
        return replace(self, layout=layout, tab=_CHANGES if layout == PAIR else self.tab)


def choices_of(request: Request, dataset: Dataset) -> Choices:
    """The choices that a link asks for."""
    return Choices(
        request.asof or newest_day(dataset),
        request.filters,
        request.since,
        request.layout,
        request.deployment,
        request.claim,
        request.tab or _usual_tab(request.layout),
        request.theme,
        request.brief,
        request.marking,
        request.data,
    )


def address_of(choices: Choices, dataset: Dataset) -> dict[str, list[str]]:
    """The address's query for the choices, without defaults."""
    since = choices.since if choices.since and choices.since <= choices.asof else None  # must be earlier
    layout = choices.layout if since else ""
    return query_of(
        choices.filters,
        choices.asof if choices.asof != newest_day(dataset) else None,
        since=since,
        data=choices.data,
        layout=layout,
        deployment=choices.deployment,
        claim=choices.claim,
        tab=choices.tab if choices.tab != _usual_tab(layout) else "",
        theme=choices.theme,
        brief="1" if choices.brief else "",
        marking=choices.marking,
    )


def _usual_tab(layout: str) -> str:
    return _CHANGES if layout == PAIR else TABS[0]
