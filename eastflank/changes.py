"""What changed between two days: plain sentences, each with the claims that made the change."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from eastflank import words
from eastflank.anchors import places_by_id
from eastflank.as_of import Known
from eastflank.model import Dataset, Place, Row, each_row, stated
from eastflank.view import View, names_by_code


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is known otherwise than before."""

    deployment: str
    name: str
    kind: str
    """`new`, `became`, `contributors`, or the field that changed: `status`, `strength`, `lead`, `host`,
    `place`."""
    sentence: str
    claims: tuple[str, ...]
    """The claims that say so now; none where what was said before no longer holds."""


def changes(before: Known, after: Known, dataset: Dataset) -> tuple[Change, ...]:
    """Everything that `after` knows otherwise than `before`, or that `before` did not know.

    A deployment that is new, and one that turned out to be another, are one change each; of the others
    every field that differs is one. First what became another, then by deployment.
    """
    speaker = _Speaker(names_by_code(dataset), places_by_id(dataset))
    earlier = {row.Index: row for row in each_row(before.deployments)}
    found = list(_became(before, after, dataset))
    for row in each_row(after.deployments):
        if row.Index in earlier:
            found += speaker.moves(earlier[row.Index], row)
            found += _joined(row, before, after, speaker.names)
        else:
            found.append(speaker.first(row, after))
    return tuple(found)


def changes_in(view: View, before: Known, dataset: Dataset) -> tuple[Change, ...]:
    """What changed since `before` about the deployments of a view."""
    found = changes(before, view.known, dataset)
    return tuple(change for change in found if change.deployment in view.deployments.index)


@dataclass(frozen=True)
class _Speaker:
    """Puts the fields of a deployment into words."""

    names: Mapping[str, str]
    places: Mapping[str, Place]

    def moves(self, old: Row, new: Row) -> Iterator[Change]:
        """Each field that differs."""
        for field, in_words in _FIELDS.items():
            was, now = in_words(self, old), in_words(self, new)
            if was != now:
                claim = stated(getattr(new, f"{field}_claim"))
                sentence = _moved(new.name, field, was, now)
                yield Change(str(new.Index), str(new.name), field, sentence, (claim,) if claim else ())

    def first(self, row: Row, after: Known) -> Change:
        """A deployment that nobody had spoken of."""
        lead, host = words.nations(row.lead, self.names), words.nations(row.host, self.names)
        figure = _strength(row)
        parts = [
            stated(row.status) or "",
            f"led by {lead}" if lead else "",
            f"in {host}" if host else "",
            words.persons(figure) if figure else "",
        ]
        facts = ", ".join(part for part in parts if part)
        claims = after.claims.loc[after.claims["shown_in"] == row.Index, "id"]
        sentence = f"{row.name}: spoken of for the first time{'; ' if facts else ''}{facts}."
        return Change(str(row.Index), str(row.name), "new", sentence, tuple(claims))


def _moved(name: str, field: str, was: str, now: str) -> str:
    if was and now:
        return f"{name}: {field} moved from {was} to {now}."
    return f"{name}: {field} is now stated, {now}." if now else f"{name}: {field} is no longer {was}."


def _strength(row: Row) -> str:
    figure = words.strength_of(row)
    return "" if figure == words.NOT_STATED else figure


_FIELDS: Mapping[str, Callable[[_Speaker, Row], str]] = {
    "status": lambda _, row: stated(row.status) or "",
    "strength": lambda _, row: _strength(row),
    "lead": lambda speaker, row: words.nations(row.lead, speaker.names),
    "host": lambda speaker, row: words.nations(row.host, speaker.names),
    "place": lambda speaker, row: speaker.places[row.place].name if isinstance(row.place, str) else "",
}


def _became(before: Known, after: Known, dataset: Dataset) -> Iterator[Change]:
    """Deployments that are no longer shown by themselves, since they turned out to be another."""
    named = dataset.deployments.set_index("id")
    for identifier in before.deployments.index.difference(after.deployments.index):
        became = str(named.loc[identifier, "became"])
        name = str(named.loc[identifier, "name"])
        sentence = f"{name} turned out to be {named.loc[became, 'name']!s}."
        yield Change(became, name, "became", sentence, (str(after.deployments.loc[became, "status_claim"]),))


def _joined(row: Row, before: Known, after: Known, names: Mapping[str, str]) -> Iterator[Change]:
    """Nations that now send people to a deployment and did not before."""
    now = after.contingents[after.contingents["deployment"] == row.Index]
    then = before.contingents[before.contingents["deployment"] == row.Index]
    joined = now[~now["nation"].isin(then["nation"])]
    if not joined.empty:
        who = words.listed(sorted(names.get(code, code) for code in joined["nation"]))
        sentence = f"{row.name}: {who} {'joins' if len(joined) == 1 else 'join'} with people."
        claims = tuple(dict.fromkeys(joined["claim"]))
        yield Change(str(row.Index), str(row.name), "contributors", sentence, claims)
