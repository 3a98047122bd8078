"""The claims that an import brings, renews, changes and no longer has, as lists that a reader can check."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from eastflank.intake.tables.renewal.changes import Changes
from eastflank.intake.tables.renewal.told_claims import ToldClaim, differing, told
from eastflank.model import Dataset
from eastflank.words.chosen import dates_in_words
from eastflank.words.chosen import table_changes as words

_LOOKED_UP = 1_000
"""How many claims of a list are looked up and put in the order of their rows, before it is cut."""


class ListedClaim(NamedTuple):
    """A claim in a list, and what the list says of it: as many cells as the list's heads need."""

    claim: ToldClaim
    cells: tuple[str, ...]


class ChangeList(NamedTuple):
    """The claims of one kind, as in `words.LISTS`."""

    kind: str
    number: int
    """How many there are; `shown` may have fewer."""
    shown: Sequence[ListedClaim]


def lists(found: Changes, dataset: Dataset, most: int) -> Iterator[ChangeList]:
    """The lists that are not empty, each with at most so many claims, in the order of their rows."""
    reasons = {
        **_reasons(dataset, {before for before, _ in found.returned[:_LOOKED_UP]}),
        **_left_by(dataset, {before for before, _ in found.back[:_LOOKED_UP]}),
    }
    worded = {one: (before, now) for one, before, now in found.reworded}
    pairs = {
        "otherwise": [pair for pair in found.renewed if pair[1] in found.otherwise],
        "changed": found.changed,
        "renewed": [pair for pair in found.renewed if pair[1] not in found.otherwise],
        "reread": found.reread,
        "reworded": [(one, "") for one, _, _ in found.reworded],
        "new": [("", one) for one in found.new],
        "gone": [(one.claim, "") for one in found.gone],
        "back": found.back,
        "returned": found.returned,
    }
    for kind, all_ in pairs.items():
        if not all_:
            continue
        some = all_[:_LOOKED_UP]
        known = told({one for pair in some for one in pair if one}, dataset, found)
        order = {claim: at for at, claim in enumerate(known)}
        rows = sorted((pair for pair in some), key=lambda pair: order[pair[1] or pair[0]])
        made = [
            _listed(kind, known.get(pair[0]), known.get(pair[1]), reasons, worded) for pair in rows[:most]
        ]
        yield ChangeList(kind, len(all_), [one for one in made if one])


def _listed(
    kind: str,
    before: ToldClaim | None,
    after: ToldClaim | None,
    reasons: Mapping[str, str],
    worded: Mapping[str, tuple[str, str]],
) -> ListedClaim | None:
    own = after or before
    if own is None:
        return None
    match kind:
        case "renewed" if before and after:
            cells: tuple[str, ...] = tuple(
                words.stated(one.figure, one.day)
                if before.where == after.where
                else words.stated_at(one.figure, one.day, one.where)
                for one in (before, after)
            )
        case "reread" if not (before and after):
            cells = (
                words.read_now(own.figure, own.day) if after else words.read_no_more(own.figure, own.day),
            )
        case "otherwise" | "changed" | "reread" if before and after:
            cells = (words.together([words.field(*one) for one in differing(before, after)]),)
        case "reworded" if before:
            cells = (words.became(*worded[before.claim]),)
        case "back" if before:
            cells = own.figure, reasons[before.claim]
        case "returned" if before:
            cells = own.figure, reasons.get(before.claim, words.NO_REASON_KEPT)
        case _:
            cells = own.figure, own.day
    return ListedClaim(own, cells)


def _left_by(dataset: Dataset, claims: Collection[str]) -> Mapping[str, str]:
    """The days by which claims say that their units had left."""
    own = dataset.claims[dataset.claims["id"].isin(claims)]
    days = (dates_in_words.day(day.date()) for day in own["told_last"])
    return dict(zip(own["id"].astype(str), days, strict=True))


def _reasons(dataset: Dataset, claims: Collection[str]) -> Mapping[str, str]:
    """Why these claims were retracted, as the list of changes has it."""
    frame = dataset.changes
    if not claims or frame.empty:
        return {}
    own = frame[
        (frame["table"] == "claims")
        & (frame["column"] == "review")
        & (frame["after"] == "retracted")
        & frame["row"].isin(claims)
    ]
    return {str(row): str(why) for row, why in zip(own["row"], own["reason"].fillna(""), strict=True)}
