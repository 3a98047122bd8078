"""Units that may have moved, which is not certain: one is gone, and a new one has its name elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from eastflank.intake.tables.renewal.earlier_claims import EarlierClaim
from eastflank.intake.tables.renewal.in_the_file import without_start
from eastflank.intake.tables.renewal.renamed_units import Fresh, NewName
from eastflank.intake.tables.rows.identities import folded
from eastflank.intake.tables.rows.kinds_of_unit import is_kind
from eastflank.intake.tables.target.new_rows import NewRows, Row
from eastflank.words.chosen import imported_claims as words
from eastflank.words.chosen import lists

_Alike = tuple[str, str]


def questions(
    gone: Iterable[EarlierClaim], fresh: Fresh, there: Collection[str], draft: NewRows
) -> tuple[NewName, ...]:
    """The pairs of a unit that is gone and a new one, of one name and nation, which no third unit has.

    The parameters are those of `renamed_units.questions`.
    """
    made, names = draft.rows["deployments"], draft.dataset.deployment_names
    left: defaultdict[_Alike, dict[str, EarlierClaim]] = defaultdict(dict)
    new: defaultdict[_Alike, dict[str, Row]] = defaultdict(dict)
    for one in gone:
        unit, _host, _place, nations = without_start(one.cells, one.parts)
        if nations and unit not in there:
            left[_called(names.get(unit, unit), nations, draft), nations][unit] = one
    for claim, parts in fresh if left else ():
        unit, _host, _place, nations = without_start(claim, parts)
        if unit in made:
            new[_called(made[unit]["name"], nations, draft), nations][unit] = claim
    found = []
    for alike, units in left.items():
        if len(units) == len(new.get(alike, ())) == 1:
            ((before, earlier),), ((now, claim),) = units.items(), new[alike].items()
            where = _where(earlier.cells, draft), _where(claim, draft)
            claims = earlier.id, claim["id"]
            found.append(NewName(before, names.get(before, before), now, made[now]["name"], claims, where))
    return tuple(found)


def _called(name: str, nations: str, draft: NewRows) -> str:
    """The name of a unit without the place that stands behind a kind of unit."""
    unit, apart, _place = name.rpartition(words.UNIT_AT.format(unit="", place=""))
    if not apart:
        unit, apart, _host = name.rpartition(words.UNIT_IN.format(unit="", host=""))
    codes = nations.split(";")
    adjectives = (words.ADJECTIVES.get(code) or draft.names.adjective_of(code) for code in codes)
    kind = unit.replace(words.together(adjectives), "", 1).strip()
    return folded(unit if apart and is_kind(kind) else name)


def _where(claim: Mapping[str, str], draft: NewRows) -> str:
    """The place of a claim with its country, or its country alone."""
    place, hosts = claim.get("place", ""), filter(None, claim.get("host", "").split(";"))
    known = draft.dataset.places_by_id
    name = known[place].name if place in known else draft.rows["places"].get(place, {}).get("name", "")
    return ", ".join(filter(None, (name, lists.listed([draft.names.name_of(code) for code in hosts]))))
