"""What a link's view says otherwise today, because the record was corrected since the link was made."""

from __future__ import annotations

from eastflank.model import Dataset
from eastflank.report.corrections import Correction
from eastflank.store.broken import BrokenData
from eastflank.store.corrected import corrected_since
from eastflank.store.editions import number_of
from eastflank.ui.data import place
from eastflank.view.request import Request
from eastflank.view.selection import newest_day
from eastflank.words.en import corrections as words

_MOST = 3
"""Corrections that are told over the map."""
_KEPT = 8
"""Views whose corrections are kept of a dataset."""


def corrected(dataset: Dataset, request: Request) -> tuple[str, ...]:
    """What to tell the reader who opens the link, in a paragraph; nothing where every figure stands."""
    if not request.edition or request.edition == dataset.edition:
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
    return corrected_since(place(), dataset, request.edition, request.filters, day)
