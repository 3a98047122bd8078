"""A view of an earlier edition of a folder's record beside the same view of today."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from eastflank.model import Dataset, Part
from eastflank.report.corrections import Correction, corrections_between, stated
from eastflank.store.editions import before, changes_after
from eastflank.store.folder import Folder
from eastflank.store.recorded import leading
from eastflank.view.address import editions_of
from eastflank.view.filters import Filters
from eastflank.view.request import Request
from eastflank.view.selection import newest_day, view_of


def edition_of(request: Request, name: str) -> str:
    """The edition of a dataset with which a link was made; empty if it names none."""
    made_with = editions_of(request.edition)
    return made_with.get("") or made_with.get(name, "")


def of_each(dataset: Dataset, request: Request) -> Iterator[tuple[Part, Request]]:
    """The datasets of a link to several datasets, each with a link to it alone.

    Datasets for which the link has no edition, or of which it shows nothing, are left out.
    """
    made_with = editions_of(request.edition)
    day = request.asof or newest_day(dataset)
    # With several datasets these may have other ids. Without them more is reported, never less.
    filters = replace(request.filters, dataset=(), kind=(), programme=(), source=())
    for part in dataset.parts:
        if part.name in made_with and part.name in (request.filters.dataset or (part.name,)):
            edition = made_with[part.name]
            yield part, replace(request, edition=edition, data=(part.name,), asof=day, filters=filters)


def corrected_since(
    place: Folder, dataset: Dataset, edition: str, filters: Filters, day: date
) -> tuple[Correction, ...]:
    """What was corrected after `edition` in the view on `day`; the dataset is the folder's current one.

    Raises BrokenData if the earlier tables break today's laws.
    """
    changes = changes_after(dataset, edition)
    if not changes:
        return ()
    then = before(place, changes)
    earlier = stated(view_of(then, filters, day), then)
    return corrections_between(earlier, stated(view_of(dataset, filters, day), dataset), leading(changes))
