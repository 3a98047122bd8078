"""Names that say a kind of unit with its programme, mission, host or place: “eFP coy LTU”, “KFOR contingent”.

Of a small unit each nation has its own. A battlegroup or a brigade is one unit of several nations.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from eastflank.intake.article.word_sets import word_set
from eastflank.intake.tables.cells.missions import MISSIONS
from eastflank.intake.tables.rows.entries import TableEntry
from eastflank.intake.tables.rows.kinds_of_unit import is_kind
from eastflank.intake.tables.target.against import Against
from eastflank.reading.folding import fold

_MISSIONS = word_set(
    "efp eva tfp flf nato kfor sfor ifor isaf rsm eufor eutm eumam eunavfor unifil unmik osce oir oar oef "
    "nmi nrf vjtf arf althea mn mult multi multinational allied alliance"
)
"""Words for missions and programmes, and for troops of several nations."""
_SMALL = word_set(
    "company companies coy coys cie kp troop troops tp trp platoon platoons pl plt squad squads "
    "section sections sect squadron squadrons sqn sqns sqdn battery batteries bty btry "
    "bttr btys detachment detachments det dets element elements elm elt team teams tm contingent contingents "
    "party parties unit units flight flt"
)
"""Sizes of units that each nation has for itself."""
OF_SEVERAL = word_set(
    "battlegroup battlegroups bg brigade brigades bde division corps group taskforce force tf "
    "mission hq headquarters"
)
"""Units of several nations by their nature: a nation may join them years later."""


def with_kinds(entries: Iterable[TableEntry], against: Against) -> Iterator[TableEntry]:
    """The entries. One whose name only says a kind of unit, with where or for what it is, says so."""
    programmes = against.dataset.programmes
    missions = _MISSIONS.union(
        *(name.split() for one in MISSIONS for name in one.names),
        *(fold(str(said)).split() for said in (*programmes["id"], *programmes["short"].dropna())),
    )
    names = against.known.names
    found: dict[tuple[str, tuple[str, ...], str], bool] = {}
    for entry in entries:
        key = entry.name, entry.host, entry.place
        if key not in found:
            where = (entry.place, *entry.host, *map(names.name_of, entry.host))
            found[key] = is_kind_at(entry.name, missions.union(*(fold(one).split() for one in where)))
        yield entry._replace(of_kind=True) if found[key] else entry


def is_kind_at(name: str, context: frozenset[str] = _MISSIONS) -> bool:
    """Whether a name without the words of its context is a kind of small unit, and has such words."""
    said = fold(name).split()
    left = [word for word in said if word not in context or word in _SMALL]
    return len(left) < len(said) and not _SMALL.isdisjoint(left) and is_kind(" ".join(left))
