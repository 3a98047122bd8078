"""What several verbs say about one force, as one draft."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from eastflank.intake.article.clauses import Clause, Subject
from eastflank.intake.article.draft import DraftFields
from eastflank.intake.article.verb_forms import Tells

_OVER = frozenset(("leaving", "ended"))


def unlike(drafts: Sequence[tuple[DraftFields, Clause]]) -> Iterator[tuple[DraftFields, Clause]]:
    """Drops what a later clause states again: “troops based in Vilseck will be sent to Romania”."""
    for number, (draft, clause) in enumerate(drafts):
        others = [one for place, one in enumerate(drafts) if place != number]
        if clause.chain.reduced and any(_same_force(draft, other) for other, _ in others):
            continue
        if any(draft.fields == other.fields for other, _ in drafts[:number]):
            continue
        yield draft, clause


def merged(drafts: Iterable[tuple[DraftFields, Clause]]) -> Iterator[tuple[DraftFields, Clause]]:
    """Merges what two verbs with one subject say about one force: “have embarked and should land at Tyre”."""
    last: tuple[DraftFields, Clause] | None = None
    for draft, clause in drafts:
        if last and last[1].chain.reduced and _continues(last[0], draft):
            draft.extent = range(last[0].extent.start, max(last[0].extent.stop, draft.extent.stop))
            for name, field in last[0].fields.items():
                draft.put(name, field.value, field.spans, field.origin)
            last = (draft, clause)
            continue
        if last and clause.chain.infinitive and clause.chain.passive and _same_force(last[0], draft):
            for name, field in draft.fields.items():
                last[0].put(name, field.value, field.spans, field.origin)
            last[0].extent = range(last[0].extent.start, max(last[0].extent.stop, draft.extent.stop))
            continue
        if last and _is_said_of(draft, clause):
            last[0].extent = range(last[0].extent.start, max(last[0].extent.stop, draft.extent.stop))
            continue
        if last and _tell_one_thing(last[0], draft, clause, last[1]):
            for name, field in draft.fields.items():
                last[0].put(name, field.value, field.spans, field.origin)
            last[0].extent = range(last[0].extent.start, max(last[0].extent.stop, draft.extent.stop))
            last[0].also = (*last[0].also, clause)
            continue
        if last:
            yield last
        last = (draft, clause)
    if last:
        yield last


def _continues(one: DraftFields, other: DraftFields) -> bool:
    """“The soldiers serving in Mali should remain until March”: the main verb after a participle."""
    new = {"troops_low", "troops_high", "unit_count", "lead", "contributors"} & set(other.fields)
    same = all(one.fields.get(name) == other.fields.get(name) for name in ("host", "place"))
    return not new and same


def _is_said_of(draft: DraftFields, clause: Clause) -> bool:
    """“390 soldiers, who guard Bagram and advise in Logar”: what they do is not another claim."""
    new = {"troops_low", "troops_high", "unit_count", "lead", "contributors"} & set(draft.fields)
    relative = clause.kind is Subject.RELATIVE and clause.chain.verb.tells in (Tells.GO, Tells.OTHER)
    return relative and not new


def _tell_one_thing(one: DraftFields, other: DraftFields, clause: Clause, before: Clause) -> bool:
    if clause.kind is Subject.RELATIVE and clause.chain.verb.tells is Tells.COUNT:
        return "troops_high" not in one.fields and "troops_low" not in one.fields
    if clause.kind is not Subject.SHARED:
        return False
    leads = [_leads(one) for one in (before, clause)]
    if leads[0] != leads[1]:
        return False  # “leads the mission and has 150 soldiers there”
    joins = other.fields.get("contributors")
    earlier = one.fields.get("contributors")
    if joins and clause.chain.infinitive and earlier and earlier.value == joins.value:
        return True
    if joins and "lead" in one.fields and one.fields["lead"].value == joins.value:
        one.fields["contributors"] = one.fields.pop("lead")
        one.give()
        return True
    if clause.chain.infinitive:
        return False
    names = ("host", "place", "troops_low", "troops_high", "unit_count", "contributor_troops", "counts")
    if any(
        name in one.fields and name in other.fields and one.fields[name] != other.fields[name]
        for name in names
    ):
        return False
    who = [draft.fields.get("lead") or draft.fields.get("contributors") for draft in (one, other)]
    same = not (who[0] and who[1]) or who[0].value == who[1].value
    return (
        same and {one.fields["status"].value, other.fields["status"].value} & _OVER == set()
        if ("status" in one.fields and "status" in other.fields)
        else same
    )


def _leads(clause: Clause) -> bool:
    return clause.chain.verb.tells is Tells.LEAD or clause.chain.verb.lemma in ("take", "hand")


def _same_force(one: DraftFields, other: DraftFields) -> bool:
    names = ("troops_low", "troops_high", "unit_count", "lead", "contributor_troops")
    return any(name in one.fields and one.fields[name] == other.fields.get(name) for name in names)
