"""A session's state of the map's page as one value, and its changes by an address or a dataset.

An address is read by `eastflank.view.request`, as in the terminal.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from eastflank.model import Dataset
from eastflank.store.broken import BrokenData
from eastflank.ui import data
from eastflank.ui.browser_address import Query
from eastflank.ui.choices import Choices, address_of, choices_of
from eastflank.ui.corrected import corrections_told
from eastflank.view.address import DATA
from eastflank.view.request import Request, data_of, request_of
from eastflank.words.chosen import links


@dataclass(frozen=True, slots=True)
class MapPage:
    """A session's state of the map's page."""

    choices: Choices
    dataset: Dataset
    names: tuple[str, ...] = ()
    """The names of the datasets in `dataset`: equal to `choices.data`, until the reader chooses others."""
    asked: Request | None = None
    """The request of an address that can only be read in part, until the reader says what it means."""
    address: Query = field(default_factory=dict)
    """That address."""
    remarks: tuple[str, ...] = ()
    """Notes about the address, until the reader chooses something."""
    written: Query = field(default_factory=dict)
    """The address as last sent to the browser, or first received from it, without the map's position."""
    went: str | None = None
    """The browser's last report of Back and Forward; None if there is none yet."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """The titles of all datasets by name, the default one first, as of the last run's beginning."""
    away: bool = False
    """Whether the reader has gone to another page."""
    shown: Mapping[str, object] = field(default_factory=dict)
    """The current value of each widget by key: as drawn, or as sent since."""
    first: Mapping[str, object] = field(default_factory=dict)
    """The value of each widget when it was first drawn, by key."""
    numbers: Mapping[str, int] = field(default_factory=dict)
    """The number in the key of each control's newest widget, by name."""


def opened(page: MapPage | None, address: Query, titles: Mapping[str, str] | None = None) -> MapPage:
    """The page for an address; `page` is None if none is open yet.

    `titles` are those of all datasets by name; None: they are looked up.

    Raises BrokenData if no page is open and the dataset cannot be read. Otherwise the choices name the
    dataset, and the page then shows the error.
    """
    titles = data.catalogue() if titles is None else titles
    names, unread = data_of(address, titles)
    try:
        dataset = data.load(names)
    except BrokenData:
        if page is None:
            raise
        return replace(page, choices=replace(page.choices, data=names), asked=None)
    request = request_of(address, dataset, titles)
    if page is None:
        page = MapPage(choices_of(Request(data=names), dataset), dataset, names)
    if unread:
        return replace(page, asked=request, address=address)
    page = replace(page, dataset=dataset, names=names)
    if request.unread:
        return replace(page, choices=replace(page.choices, data=names), asked=request, address=address)
    remarks = (*request.remarks, *corrections_told(dataset, request))
    return replace(page, choices=choices_of(request, dataset), asked=None, remarks=remarks)


def come_back_to(page: MapPage, address: Query, step: str | None, titles: Mapping[str, str]) -> MapPage:
    """The page that the reader had left, for an address; `step` is the last Back or Forward.

    `titles` are those of all datasets by name.

    A link to the page without a query shows the view that the reader left, with its controls.
    """
    left = replace(page.choices, brief=False)
    renewed = {name: number + 1 for name, number in page.numbers.items()}  # the controls are gone
    page = replace(page, choices=left, away=False, went=step, numbers=renewed)
    asks_for_a_view = any(key != "at" for key in address)
    return opened(page, address, titles) if asks_for_a_view else page


def with_its_datasets(page: MapPage, titles: Mapping[str, str]) -> MapPage:
    """The page with the current state of the chosen datasets, and with `titles`: those of all datasets.

    Choices made with other datasets are kept if these datasets have them. If a dataset is gone, the page
    asks; it is never replaced silently.
    """
    page = replace(page, titles=titles)
    chosen = page.choices.data
    if page.asked and any(one.parameter == DATA for one in page.asked.unread):
        return page
    if not set(chosen) <= set(titles):
        left = address_of(page.choices, page.dataset)
        usual = data.load()
        return replace(page, dataset=usual, names=(), asked=request_of(left, usual, titles), address=left)
    dataset = data.load(chosen)
    if chosen == page.names:
        first = page.dataset.claims.empty and not dataset.claims.empty
        choices = choices_of(Request(data=chosen), dataset) if first else page.choices  # new days
        return replace(page, choices=choices, dataset=dataset)
    request = request_of(address_of(page.choices, page.dataset), dataset, titles)
    lost = [f"{one.parameter}={one.text}" for one in request.unread]
    title = titles[chosen[0]] if chosen else next(iter(titles.values()))
    return replace(
        page,
        choices=choices_of(request, dataset),
        dataset=dataset,
        names=chosen,
        asked=None,
        remarks=(*request.remarks, *([links.taken_back(lost, title)] if lost else [])),
    )
