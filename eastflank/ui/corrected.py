"""What differs in a link's view today, because the record was corrected since the link was made."""

from __future__ import annotations

from dataclasses import replace

from eastflank.model import Dataset
from eastflank.model.edition import change_of
from eastflank.report.corrections import Correction
from eastflank.store.broken import BrokenData
from eastflank.store.corrected import corrected_since, edition_of, of_each
from eastflank.store.editions import number_of
from eastflank.ui.data import place, place_of
from eastflank.view.request import Request
from eastflank.view.selection import newest_day
from eastflank.words.chosen import corrections as words

_MOST = 3
"""The most corrections that are listed over the map."""
_KEPT = 8
"""The most views whose corrections are cached for a dataset."""


def corrections_told(dataset: Dataset, request: Request) -> tuple[str, ...]:
    """The message for a reader who opens the link, a paragraph for each dataset; empty if nothing changed."""
    if not dataset.parts:
        edition = edition_of(request, request.data[0] if request.data else "")
        return _of_one(dataset, replace(request, edition=edition)) if edition else ()
    return tuple(
        words.of_one(part.title, told)
        for part, own in of_each(dataset, request)
        for told in _of_one(part.original, own)
    )


def _of_one(dataset: Dataset, request: Request) -> tuple[str, ...]:
    if request.edition == dataset.edition:
        return ()
    change = change_of(request.edition)
    if number_of(request.edition) > number_of(dataset.edition):
        return (words.newer(change),)
    if not dataset.has_edition(request.edition):
        return (words.other(change),)
    try:
        found = dataset.latest(_KEPT, _found, request)
    except BrokenData as broken:
        return (words.unknown(change, broken.findings),)
    if not found:
        return ()
    told = [f"{words.heading(change, len(found))}."]
    told += [" ".join((one.sentence, *one.reasons[:1])) for one in found[:_MOST]]
    told += [words.more(len(found) - _MOST)] if len(found) > _MOST else []
    return (" ".join(told),)


def _found(dataset: Dataset, request: Request) -> tuple[Correction, ...]:
    day = request.asof or newest_day(dataset)
    where = place_of(request.data[0]) if request.data else place()
    return corrected_since(where, dataset, request.edition, request.filters, day)
