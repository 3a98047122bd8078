"""What a link's view says otherwise today, because the record was corrected since the link was made."""

from __future__ import annotations

from dataclasses import replace

from eastflank.model import Dataset
from eastflank.report.corrections import Correction
from eastflank.store.broken import BrokenData
from eastflank.store.corrected import corrected_since
from eastflank.store.editions import number_of
from eastflank.ui.data import place, place_of
from eastflank.view.address import editions_of
from eastflank.view.request import Request
from eastflank.view.selection import newest_day
from eastflank.words.chosen import corrections as words

_MOST = 3
"""Corrections that are told over the map."""
_KEPT = 8
"""Views whose corrections are kept of a dataset."""


def corrected(dataset: Dataset, request: Request) -> tuple[str, ...]:
    """What to tell who opens the link, a paragraph a dataset; nothing where every figure stands."""
    made_with = editions_of(request.edition)
    if not dataset.parts:
        name = request.data[0] if request.data else ""
        edition = made_with.get("") or made_with.get(name, "")
        return _of_one(dataset, replace(request, edition=edition)) if edition else ()
    found = []
    day = request.asof or newest_day(dataset)
    # Among several datasets these may have other ids. Without them more is told, never less.
    filters = replace(request.filters, dataset=(), kind=(), programme=(), source=())
    for part in dataset.parts:
        if part.name in made_with and part.name in (request.filters.dataset or (part.name,)):
            own = replace(request, edition=made_with[part.name], data=(part.name,), asof=day, filters=filters)
            found += [words.of_one(part.title, told) for told in _of_one(part.original, own)]
    return tuple(found)


def _of_one(dataset: Dataset, request: Request) -> tuple[str, ...]:
    if request.edition == dataset.edition:
        return ()
    if number_of(request.edition) > number_of(dataset.edition):
        return (words.newer(request.edition),)
    try:
        found = dataset.latest(_KEPT, _found, request)
    except BrokenData as broken:
        return (words.unknown(request.edition, broken.findings),)
    if not found:
        return ()
    told = [f"{words.heading(request.edition, len(found))}."]
    told += [" ".join((one.sentence, *one.reasons[:1])) for one in found[:_MOST]]
    told += [words.more(len(found) - _MOST)] if len(found) > _MOST else []
    return (" ".join(told),)


def _found(dataset: Dataset, request: Request) -> tuple[Correction, ...]:
    day = request.asof or newest_day(dataset)
    where = place_of(request.data[0]) if request.data else place()
    return corrected_since(where, dataset, request.edition, request.filters, day)
