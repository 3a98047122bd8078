"""What changed between two days: plain sentences, each with the claims that made the change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from eastflank.grades import is_weak
from eastflank.model import Contingent, Dataset, Deployment, Figure, Place
from eastflank.record.as_of import Known
from eastflank.record.hedges import can_both_be_true
from eastflank.view.description import Description
from eastflank.view.names import names_by_code
from eastflank.view.selection import View
from eastflank.words.chosen import values as words
from eastflank.words.chosen import what_changed


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is known differently than before."""

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
    """The claims that say so now; empty if the earlier value no longer applies."""
    was_stated: bool = True
    """Whether anything was stated before about a changed field."""


def changes_between(before: Known, after: Known, dataset: Dataset) -> tuple[Change, ...]:
    """Everything that `after` knows differently than `before`, or that `before` did not know.

    A new deployment, and one that turned out to be another, are one change each; for all others each
    different field and contingent is one. Deployments that became another come first, then by deployment. A
    rounded figure is not a change, and neither is a lack of reports.
    """
    writer = _Writer(names_by_code(dataset), dataset.places_by_id, before.day, after.day)
    became = current_names(before, after)
    sent_before = _by_deployment(before, became)
    found = list(_became(became, before, after))
    for one in after.deployments.values():
        if one.id in before.deployments:
            found += writer.moves(before.deployments[one.id], one)
            found += writer.contingents(one, sent_before.get(one.id, ()), one.contingents)
        elif not one.over:
            found.append(writer.first(one, after))
    return tuple(found)


def changes_in(view: View, before: View, dataset: Dataset) -> tuple[Change, ...]:
    """The changes of the deployments that a view shows, or showed on the day of `before`.

    `before` is the view for the same filters on an earlier day.
    """
    became = current_names(before.known, view.known)
    shown = {*view.by_id, *(became.get(one, one) for one in before.by_id)}
    found = changes_between(before.known, view.known, dataset)
    return tuple(change for change in found if change.deployment in shown)


def current_names(before: Known, after: Known) -> Mapping[str, str]:
    """The deployments that turned out to be another, by id, with what they became."""
    return {one.id: one.same_as for one in before.deployments.values() if one.id not in after.deployments}


def in_short(found: Iterable[Change]) -> str:
    """The changes of one deployment in a line of a card: “was considered, 800–1,000; host newly stated”.

    Empty for none.
    """
    found = tuple(found)
    if any(change.kind == "new" for change in found):
        return what_changed.NEW
    moving = [change for change in found if change.kind in _MOVING]
    was = [(change.kind, change.before) for change in moving if change.was_stated]
    fresh = [change.kind for change in moving if not change.was_stated]
    joined = any(change.kind == "contributors" for change in found)
    return what_changed.in_short(was, fresh, contributors=joined and not was and not fresh)


_MOVING = ("ended", "status", "strength", "lead", "host", "place")


@dataclass(frozen=True)
class _Writer:
    """Describes differences in words."""

    names: Mapping[str, str]
    places: Mapping[str, Place]
    since: date
    day: date

    def moves(self, old: Deployment, new: Deployment) -> Iterator[Change]:
        """Each field that differs."""
        then = Description(old, self.since, self.names, self.places)
        today = Description(new, self.day, self.names, self.places)
        for field, in_words in _FIELDS.items():
            was, now = in_words(then), in_words(today)
            if was == now or (field == "strength" and not _moved_figure(old, new)):
                continue
            ended = field == "status" and new.over and not old.over
            yield Change(
                deployment=new.id,
                name=new.name,
                kind="ended" if ended else field,
                sentence=(
                    what_changed.ended(new.name, was, new.status or "", now, inferred=new.status_inferred)
                    if ended
                    else what_changed.moved(new.name, field, was, now)
                ),
                before=was or words.NOT_STATED,
                after=now or words.NOT_STATED,
                claims=_claims_of(new, field),
                was_stated=bool(was),
            )

    def first(self, one: Deployment, after: Known) -> Change:
        """A deployment that no source had reported before."""
        facts = what_changed.facts(
            words.status(one.status),
            words.countries(one.lead, self.names),
            words.countries(one.host, self.names),
            _strength(one, persons=True),
        )
        claims = (row.id for row in after.claims_of(one.id))
        sentence = what_changed.first_reported(one.name, facts)
        before, now = what_changed.UNKNOWN, facts or words.NOT_STATED
        return Change(one.id, one.name, "new", sentence, before, now, tuple(claims))

    def contingents(
        self, one: Deployment, then: Iterable[Contingent], now: Iterable[Contingent]
    ) -> Iterator[Change]:
        """Nations that join or leave, and contingents whose strength differs."""
        if one.over:
            return
        old = {sent.nation: sent for sent in then}
        new = {sent.nation: sent for sent in now}
        joined = [new[nation] for nation in sorted(new.keys() - old.keys() - set(one.lead), key=self._name)]
        left = [old[nation] for nation in sorted(old.keys() - new.keys() - set(one.lead), key=self._name)]
        # A planned nation has not joined, and neither has one that is reported for an earlier day.
        kinds = [2 if sent.planned else 1 if sent.told_on <= self.since else 0 for sent in joined]
        for kind, how in enumerate(_JOINING):
            some = [sent for sent, its in zip(joined, kinds, strict=True) if its == kind]
            if some:
                who = [self._contingent(sent) for sent in some]
                said, claims = what_changed.nations_moved(how, who), [sent.claim for sent in some]
                yield _contributors(one, said, words.NOT_STATED, words.listed(who), claims)
        if left:
            who = [self._contingent(sent) for sent in left]
            said = what_changed.nations_moved("leaves", who)
            yield _contributors(one, said, words.listed(who), words.NOT_STATED, [])
        for nation in sorted(old.keys() & new.keys(), key=self._name):
            was, is_now = old[nation].figure, new[nation].figure
            if is_now is None or (was and (was.claim == is_now.claim or not _moved(was, is_now))):
                continue
            name = self._name(nation)
            then_words, now_words = _with_year(was) if was else "", _with_year(is_now)
            yield _contributors(
                one,
                what_changed.contingent_moved(name, then_words, now_words),
                what_changed.nation_and(name, then_words or words.NOT_STATED),
                what_changed.nation_and(name, now_words),
                [is_now.claim],
            )

    def _contingent(self, sent: Contingent) -> str:
        if sent.figure is None:
            return self._name(sent.nation)
        name, figure = self._name(sent.nation), _with_year(sent.figure)
        return what_changed.nation_with(name, figure, announced=sent.announced)

    def _name(self, nation: str) -> str:
        return words.countries([nation], self.names)


_JOINING: tuple[what_changed.Moving, ...] = ("joins", "was part", "is to join")
"""Nations that are newly known in a deployment, in three groups: joined; reported for an earlier day;
planned."""


def _with_year(figure: Figure, *, persons: bool = False) -> str:
    grade = figure.grade if is_weak(figure.grade) else ""
    return what_changed.dated_strength(figure, figure.told_first.year, grade, of_persons=persons)


def _moved_figure(old: Deployment, new: Deployment) -> bool:
    """Whether a strength has changed: a rounded figure that fits the previous exact one has not."""
    if old.figure is None or new.figure is None:
        return new.figure is not None
    if old.planned != new.planned:
        return True
    return _moved(old.figure, new.figure) or (old.figure.low is None) != (new.figure.low is None)


def _moved(old: Figure, new: Figure) -> bool:
    """Whether no number fits both figures, or both are ceilings, or floors, at different numbers."""
    ceilings = old.low is new.low is None and old.high != new.high
    floors = old.high is new.high is None and old.low != new.low
    return ceilings or floors or not can_both_be_true(old, new)


def _contributors(one: Deployment, said: str, before: str, after: str, claims: Sequence[str]) -> Change:
    return Change(
        deployment=one.id,
        name=one.name,
        kind="contributors",
        sentence=what_changed.contributors(one.name, said),
        before=before,
        after=after,
        claims=tuple(dict.fromkeys(claims)),
    )


def _claims_of(one: Deployment, field: str) -> tuple[str, ...]:
    """The claims of a field; for a disputed strength all of them."""
    if field == "strength":
        return one.disputed or ((one.figure.claim,) if one.figure else ())
    claim: str | None = getattr(one, f"{field}_claim")
    return (claim,) if claim else ()


def _strength(one: Deployment, *, persons: bool = False) -> str:
    """The strength with its year, which both sides of a change need."""
    if one.figure is None:
        return ""
    figure = _with_year(one.figure, persons=persons)
    return what_changed.strength(figure, planned=one.planned, announced=one.announced)


_FIELDS: Mapping[str, Callable[[Description], str]] = {
    "status": lambda told: told.status,
    "strength": lambda told: _strength(told.known),
    "lead": lambda told: told.lead,
    "host": lambda told: told.host,
    "place": lambda told: told.place,
}


def _by_deployment(known: Known, names: Mapping[str, str]) -> Mapping[str, Sequence[Contingent]]:
    """The contingents by the id of their deployment, or by its new id in `names`."""
    found: dict[str, list[Contingent]] = {}
    for sent in known.contingents:
        found.setdefault(names.get(sent.deployment, sent.deployment), []).append(sent)
    return found


def _became(became: Mapping[str, str], before: Known, after: Known) -> Iterator[Change]:
    """The changes for deployments that turned out to be another."""
    for identifier, now in became.items():
        if now not in after.deployments:
            continue
        was, name = before.deployments[identifier].name, after.deployments[now].name
        claim = after.deployments[now].status_claim
        sentence, then = what_changed.turned_out(was, name), what_changed.BY_ITSELF
        yield Change(now, was, "became", sentence, then, name, (claim,) if claim else ())
