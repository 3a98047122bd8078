"""Fills in a field of a proposal if the rules and the second opinion together are sure enough of it.

The rules read a value; the second opinion says how likely each possible value is. Both are weighed by a
logistic regression over proposals for `tests/articles/` (`python -m tests.articles.weighing`). What is less
sure is left open, since an empty field costs less than a wrong one; it stands in `doubted`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from eastflank.intake.article.opinion import ClaimOpinion
from eastflank.intake.article.proposals import ArticleSpan, Proposal, ReadField, Surety
from eastflank.intake.article.sharing import WHO, with_fields, with_its_share

BAR = 0.65
"""The least chance of a value that is filled in; see `tests/articles/README.md` for how it was chosen."""
BARS: Mapping[str, float] = {
    "lead": 0.6, "contributors": 0.55, "host": 0.5, "counts": 0.5, "status": 0.75, "ends": 0.8,
    "troops_low": 0.7, "troops_high": 0.7,
}  # fmt: skip
"""Other bars. The chance of a nation is a product over all that are named, so it is rather too low."""
NATIONS = ("lead", "contributors", "host")
STRENGTHS = ("troops_low", "troops_high", "contributor_troops")
READ_ALONE: Mapping[str, str] = {"starts": "day", "ends": "day", "speaker": "speaker"}
"""Fields that the rules alone read, and that the second opinion may put in doubt, with their weights."""
_ONE_OF_SEVERAL = 0.8
"""The chance of what the rules read, if the second opinion adds other nations: 17 of 21 were right."""
_UNSEEN = -2.0
"""The odds of a nation that is not named around the claim."""
WEIGHTS: Mapping[str, tuple[float, ...]] = {
    "lead": (0.48, 1.76, 2.01, -0.33, -0.57),
    "contributors": (0.45, 1.48, 2.7, -0.05, -1.05),
    "host": (0.48, 2.1, 2.26, -0.35, -1.07),
    "status": (0.62, 2.72, 0.9, -0.66),
    "counts": (0.71, 2.05, -0.59, -0.24),
    "place": (0.58, 1.6, -0.32),
    "strength": (0.19, 0.38, 0.39, 0.15),
    "share": (0.04, -0.06, 0.69, 0.03),
    "day": (0.67, 0.92),
    "speaker": (0.28, 2.58),
}
"""How much each cue of a value counts, in the order of the function for its cues; the last counts always."""
Cues = tuple[float, ...]


class Chosen(NamedTuple):
    """A value, and the chance that it is right. No field: nothing is to be filled in."""

    field: ReadField | None
    chance: float


def confirmed(one: Proposal, said: ClaimOpinion, adversaries: frozenset[str] = frozenset()) -> Proposal:
    """The proposal with the fields that are sure enough; the others stand in `doubted`.

    `adversaries`: the codes of nations that send no deployment.
    """
    chosen = {name: nations(name, one, said, adversaries) for name in NATIONS}
    sender = math.prod(chosen[name].chance for name in WHO)
    alone = {name: read_alone(name, one, said) for name in READ_ALONE if name in one.fields}
    others = {"status": status(one, said), "place": place(one, said)}
    fields, doubted = _sorted_out(one, {**chosen, **alone, **others})
    if "status" in doubted and "starts" in fields:  # what leaves does not begin
        doubted["starts"] = fields.pop("starts")
    shared = _with_its_share(with_fields(one, fields))
    chance = 1.0
    if not _is_told(shared):
        chance = chance_of(strength_weights(shared), strength_cues(shared, said, sender))
    figures = {name: Chosen(shared.fields[name], chance) for name in STRENGTHS if name in shared.fields}
    fields, unsure = _sorted_out(shared, figures)
    sort, unsaid = _sorted_out(shared, {"counts": counts(shared, said)})
    fields |= {"counts": sort["counts"]} if "counts" in sort else {}
    if figures and (unsure or unsaid):  # a figure is of no use without what it counts
        unsure |= {name: fields.pop(name) for name in (*STRENGTHS, "hedge", "counts") if name in fields}
    doubted |= unsure | unsaid
    _in_one_role(fields, doubted, chosen)
    unclear = bool(doubted) or any(field.weighed for field in fields.values())
    surety = Surety.LIKELY if unclear and one.surety is Surety.PLAIN else one.surety
    return replace(with_fields(shared, fields), surety=surety, doubted=doubted)


def _sorted_out(
    one: Proposal, chosen: Mapping[str, Chosen]
) -> tuple[dict[str, ReadField], dict[str, ReadField]]:
    """The fields with those values that are sure enough, and the values that are not."""
    fields, doubted = dict(one.fields), {}
    for name, (field, chance) in chosen.items():
        before = fields.pop(name, None)
        if field and chance >= BARS.get(name, BAR):
            fields[name] = field
        elif value := field or before:
            doubted[name] = value
    return fields, doubted


def _in_one_role(
    fields: Mapping[str, ReadField], doubted: dict[str, ReadField], chosen: Mapping[str, Chosen]
) -> None:
    """Drops a doubt about a nation in one role that no rule read, if it stands in the other role."""
    for name, other in sorted(
        (("lead", "contributors"), ("contributors", "lead")), key=lambda one: chosen[one[0]].chance
    ):
        stands = {**fields, **doubted}.get(other)
        if name in doubted and doubted[name].weighed and stands and stands.value == doubted[name].value:
            del doubted[name]


def chance_of(name: str, cues: Cues) -> float:
    """The chance of a value by its cues."""
    total = sum(weight * cue for weight, cue in zip(WEIGHTS[name], (*cues, 1.0), strict=True))
    return 1 / (1 + math.exp(-total))


def nations(
    name: str, one: Proposal, said: ClaimOpinion, adversaries: frozenset[str] = frozenset()
) -> Chosen:
    """The nations in a role: each that is more likely than not, and the chance that all of this is right."""
    by_rule, named = one.fields.get(name), said.nations[name]
    read = sorted(by_rule.value.split(";")) if by_rule else []
    spans: dict[str, Sequence[ArticleSpan]] = {}
    chance = 1.0
    for code, cues in nation_cues(name, one, said):
        if name in WHO and code in adversaries and code not in read:
            continue
        likely = chance_of(name, cues)
        chance *= max(likely, 1 - likely)
        if likely > 1 / 2:
            spans[code] = (named[code].span,) if code in named else by_rule.spans if by_rule else ()
    if by_rule and sorted(spans) == read:
        return Chosen(by_rule, chance)
    if by_rule and set(read) < set(spans):
        return Chosen(by_rule, _ONE_OF_SEVERAL)
    words = dict.fromkeys(span for each in spans.values() for span in each)
    several = len(spans) > 1  # without a rule, one nation is often right, and several together hardly ever
    return Chosen(
        ReadField(";".join(spans), tuple(words), weighed=True) if spans else None, 0.0 if several else chance
    )


def nation_cues(name: str, one: Proposal, said: ClaimOpinion) -> Iterator[tuple[str, Cues]]:
    """Each nation that may have the role, with its cues.

    They are the second opinion, whether the rules read it from the claim, or from elsewhere, and whether the
    claim names it.
    """
    by_rule, named = one.fields.get(name), said.nations[name]
    read = by_rule.value.split(";") if by_rule else []
    near = by_rule is not None and any(_inside(span, one.quote) for span in by_rule.spans)
    for code in sorted({*named, *read}):
        backed = named.get(code)
        yield (
            code,
            (
                backed.odds if backed else _UNSEEN,
                float(code in read and near),
                float(code in read and not near),
                float(backed is not None and _inside(backed.span, one.quote)),
            ),
        )


def status(one: Proposal, said: ClaimOpinion) -> Chosen:
    """The likeliest status; if the rules did not read it, with the word of the claim that tells it."""
    by_rule = one.fields.get("status")
    chance, value = max((chance_of("status", cues), value) for value, cues in status_cues(one, said))
    if by_rule and value == by_rule.value:
        return Chosen(by_rule, chance)
    return Chosen(ReadField(value, (said.statuses[value].span,), weighed=True), chance)


def status_cues(one: Proposal, said: ClaimOpinion) -> Iterator[tuple[str, Cues]]:
    """Each status: the second opinion, whether the rules read it, and whether they read none."""
    by_rule = one.fields.get("status")
    for value, backed in said.statuses.items():
        read = by_rule is not None and by_rule.value == value
        yield value, (backed.odds, float(read), float(by_rule is None))


def counts(one: Proposal, said: ClaimOpinion) -> Chosen:
    """What the figure counts; without a figure, what the rules say."""
    by_rule = one.fields.get("counts")
    spans = [one.fields[name].spans for name in STRENGTHS if name in one.fields]
    if not spans or _is_told(one):
        return Chosen(by_rule, 1.0)
    chance, value = max((chance_of("counts", cues), value) for value, cues in counts_cues(one, said))
    if by_rule and value == by_rule.value:
        return Chosen(by_rule, chance)
    return Chosen(ReadField(value, spans[0], weighed=True) if value else None, chance)


def counts_cues(one: Proposal, said: ClaimOpinion) -> Iterator[tuple[str, Cues]]:
    """Each sort: the second opinion, whether the rules read it, and whether it is none and they read none."""
    by_rule = one.fields.get("counts")
    for value, odds in said.counts.items():
        read = by_rule is not None and by_rule.value == value
        yield value, (odds, float(read), float(by_rule is None and not value))


def place(one: Proposal, said: ClaimOpinion) -> Chosen:
    """The place that the rules read; without one, the likeliest that is named around the claim."""
    by_rule = one.fields.get("place")
    if by_rule:
        return Chosen(by_rule, chance_of("place", place_cues(one, said, by_rule.value)))
    found = [(chance_of("place", place_cues(one, said, name)), name) for name in said.places]
    chance, name = max(found, default=(-1.0, ""))
    if chance < BAR:
        return Chosen(None, 1.0)  # without a likely place, none is in doubt
    return Chosen(ReadField(name, (said.places[name].span,), weighed=True), chance)


def place_cues(one: Proposal, said: ClaimOpinion, name: str) -> Cues:
    """The second opinion on a place, and whether the rules read it."""
    read = "place" in one.fields and one.fields["place"].value == name
    backed = said.places.get(name)
    return backed.odds if backed else _UNSEEN, float(read)


def read_alone(name: str, one: Proposal, said: ClaimOpinion) -> Chosen:
    """A value that only the rules read."""
    return Chosen(one.fields[name], chance_of(READ_ALONE[name], (said.words.get(name, 0.0),)))


def strength_weights(one: Proposal) -> str:
    """Which weights count for its figure."""
    return "share" if "contributor_troops" in one.fields else "strength"


def strength_cues(one: Proposal, said: ClaimOpinion, sender: float) -> Cues:
    """What speaks for the figure of a proposal, as the strength of the whole or as a share.

    The cues are how far the second opinion agrees that it is a share or none, how likely its words are a
    strength, and the chance that lead and contributors are right.
    """
    share = said.share if "contributor_troops" in one.fields else -said.share
    return share, max((said.words[name] for name in STRENGTHS if name in said.words), default=0.0), sender


def _is_told(one: Proposal) -> bool:
    """Whether words of their own say what its figure counts: “each”, “another”, “for the unit”."""
    counts = one.fields.get("counts")
    return counts is not None and counts.value in ("unit", "increment")


def _with_its_share(one: Proposal) -> Proposal:
    """The proposal with its strength as a share if its only nation contributes."""
    if "contributors" in one.fields and "lead" not in one.fields:
        return with_its_share(one)
    return one


def _inside(span: ArticleSpan, quote: ArticleSpan) -> bool:
    return quote.start <= span.start and span.stop <= quote.stop
