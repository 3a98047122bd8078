"""What changed between two days: plain sentences, each with the claims that made the change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from eastflank.model import Cell, Dataset, Place, Row, Standing, each_row, stated
from eastflank.record.as_of import Known
from eastflank.view.anchors import places_by_id
from eastflank.view.selection import View, names_by_code
from eastflank.words import en as words

UNKNOWN = "not spoken of"
"""What a deployment was before anybody spoke of it."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is known otherwise than before."""

    deployment: str
    """The id under which it is known now."""
    name: str
    kind: str
    """`new`, `became`, `ended`, `contributors`, or the field that changed: `status`, `strength`, `lead`,
    `host`, `place`."""
    sentence: str
    before: str
    """What was known, in words."""
    after: str
    """What is known now, in words."""
    claims: tuple[str, ...]
    """The claims that say so now; none where what was said before no longer holds."""


def changes(before: Known, after: Known, dataset: Dataset) -> tuple[Change, ...]:
    """Everything that `after` knows otherwise than `before`, or that `before` did not know.

    A deployment that is new, and one that turned out to be another, are one change each; of the others
    every field that differs is one, and every contingent. First what became another, then by deployment.
    """
    speaker = _Speaker(names_by_code(dataset), places_by_id(dataset))
    became = current_names(before, after, dataset)
    sent_before, sent_now = _by_deployment(before, became), _by_deployment(after, {})
    found = list(_became(became, after, dataset))
    for row in after.rows.values():
        if row.Index in before.rows:
            found += speaker.moves(before.rows[row.Index], row)
            found += speaker.contingents(row, sent_before.get(row.Index, ()), sent_now.get(row.Index, ()))
        else:
            found.append(speaker.first(row, after))
    return tuple(found)


def changes_in(view: View, before: View, dataset: Dataset) -> tuple[Change, ...]:
    """What changed about the deployments that a view shows, or showed on the day of `before`.

    `before` is the view for the same filters on an earlier day.
    """
    became = current_names(before.known, view.known, dataset)
    shown = {*view.deployments.index, *(became.get(one, one) for one in before.deployments.index)}
    found = changes(before.known, view.known, dataset)
    return tuple(change for change in found if change.deployment in shown)


def current_names(before: Known, after: Known, dataset: Dataset) -> Mapping[str, str]:
    """By id, the deployments that are no longer shown by themselves, and what they turned out to be."""
    became = dataset.deployments.dropna(subset="became").set_index("id")["became"].to_dict()
    names = {}
    for identifier in before.deployments.index.difference(after.deployments.index):
        now = became[identifier]
        while now not in after.deployments.index:
            now = became[now]
        names[str(identifier)] = str(now)
    return names


def title_since(title: str, since: date) -> str:
    """The sentence over a map that shows what changed."""
    return f"{title}; changes since {words.day(since)}"


def in_short(found: Iterable[Change]) -> str:
    """The changes of one deployment in a line of a card: “was considered, 800–1,000; host newly stated”.

    Empty for none.
    """
    found = tuple(found)
    if any(change.kind == "new" for change in found):
        return "new"
    was = [_WAS.get(change.kind, "{}").format(change.before) for change in found if change.kind in _MOVING]
    was = [text for text in was if words.NOT_STATED not in text]
    fresh = [change.kind for change in found if change.kind in _MOVING and change.before == words.NOT_STATED]
    joined = [change for change in found if change.kind == "contributors"]
    parts = [
        f"was {', '.join(was)}" if was else "",
        f"{words.listed(fresh)} newly stated" if fresh else "",
        "contributors changed" if joined and not was and not fresh else "",
    ]
    return "; ".join(part for part in parts if part)


_MOVING = ("ended", "status", "strength", "lead", "host", "place")
_WAS: Mapping[str, str] = {"lead": "led by {}", "host": "in {}", "place": "at {}"}


@dataclass(frozen=True)
class _Speaker:
    """Puts the fields of a deployment into words."""

    names: Mapping[str, str]
    places: Mapping[str, Place]

    def moves(self, old: Row, new: Row) -> Iterator[Change]:
        """Each field that differs."""
        for field, in_words in _FIELDS.items():
            was, now = in_words(self, old), in_words(self, new)
            if was == now:
                continue
            ended = field == "status" and _gone(new.standing) and not _gone(old.standing)
            yield Change(
                deployment=str(new.Index),
                name=str(new.name),
                kind="ended" if ended else field,
                sentence=_ended(new.name, was, now) if ended else _moved(new.name, field, was, now),
                before=was or words.NOT_STATED,
                after=now or words.NOT_STATED,
                claims=_claims_of(new, field),
            )

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
        return Change(
            str(row.Index), str(row.name), "new", sentence, UNKNOWN, facts or words.NOT_STATED, tuple(claims)
        )

    def contingents(self, row: Row, then: Iterable[Row], now: Iterable[Row]) -> Iterator[Change]:
        """Nations that join or leave, and contingents whose strength differs."""
        old = {sent.nation: sent for sent in then}
        new = {sent.nation: sent for sent in now}
        joined = [new[nation] for nation in sorted(new.keys() - old.keys(), key=self._name)]
        left = [old[nation] for nation in sorted(old.keys() - new.keys(), key=self._name)]
        if joined:
            verb = "joins" if len(joined) == 1 else "join"
            who = words.listed(self._contingent(sent) for sent in joined)
            yield _contributors(
                row, f"{who} {verb} with people", words.NOT_STATED, who, [sent.claim for sent in joined]
            )
        if left:
            verb = "is" if len(left) == 1 else "are"
            who = words.listed(self._contingent(sent) for sent in left)
            yield _contributors(row, f"{who} {verb} no longer stated to take part", who, words.NOT_STATED, [])
        for nation in sorted(old.keys() & new.keys(), key=self._name):
            was, is_now = words.strength_of(old[nation]), words.strength_of(new[nation])
            if was != is_now:
                name = self._name(nation)
                moved = (
                    f"contingent of {name} is now stated, {is_now}"
                    if was == words.NOT_STATED
                    else f"contingent of {name} moved from {was} to {is_now}"
                )
                yield _contributors(row, moved, f"{name} {was}", f"{name} {is_now}", [new[nation].claim])

    def _contingent(self, sent: Row) -> str:
        figure = words.strength_of(sent)
        return self._name(sent.nation) + ("" if figure == words.NOT_STATED else f" ({figure})")

    def _name(self, nation: str) -> str:
        return self.names.get(nation, nation)


def _contributors(row: Row, said: str, before: str, after: str, claims: Sequence[str]) -> Change:
    return Change(
        deployment=str(row.Index),
        name=str(row.name),
        kind="contributors",
        sentence=f"{row.name}: {said}.",
        before=before,
        after=after,
        claims=tuple(dict.fromkeys(claims)),
    )


def _moved(name: str, field: str, was: str, now: str) -> str:
    if was and now:
        return f"{name}: {field} moved from {was} to {now}."
    return f"{name}: {field} is now stated, {now}." if now else f"{name}: {field} is no longer {was}."


def _ended(name: str, was: str, now: str) -> str:
    verb = {"ended": "has ended", "withdrawn": "was withdrawn", "denied": "is denied"}[now]
    return f"{name} {verb}; before, it was {was}." if was else f"{name} {verb}."


def _gone(standing: Cell) -> bool:
    return bool(stated(standing) == Standing.GONE)


def _claims_of(row: Row, field: str) -> tuple[str, ...]:
    """The claims that a field rests on; of a disputed strength every one of them."""
    disputed = stated(row.disputed) if field == "strength" else None
    claim = disputed or stated(getattr(row, f"{field}_claim"))
    return tuple(claim.split(";")) if claim else ()


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


def _by_deployment(known: Known, names: Mapping[str, str]) -> Mapping[str, Sequence[Row]]:
    """The contingents by the id of their deployment, or by what `names` has for it."""
    found: dict[str, list[Row]] = {}
    for sent in each_row(known.contingents):
        found.setdefault(names.get(sent.deployment, sent.deployment), []).append(sent)
    return found


def _became(became: Mapping[str, str], after: Known, dataset: Dataset) -> Iterator[Change]:
    """Deployments that are no longer shown by themselves, since they turned out to be another."""
    names = dataset.deployments.set_index("id")["name"]
    for identifier, now in became.items():
        was, name = str(names[identifier]), str(names[now])
        claim = stated(after.deployments.loc[now, "status_claim"])
        sentence = f"{was} turned out to be {name}."
        yield Change(now, was, "became", sentence, "by itself", name, (claim,) if claim else ())
