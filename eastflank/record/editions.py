"""Files of one imported table: a later one updates the rows of an earlier one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from eastflank.model import Claim, Dataset
from eastflank.words.chosen import imported_claims as words

_NAME, _SHA256 = "\0", "\1"
_IMPORTED = re.compile(
    re.escape(words.FROM_TABLE.format(name=_NAME, sha256=_SHA256))
    .replace(re.escape(_NAME), ".*?")
    .replace(re.escape(_SHA256), "([0-9a-f]{64})")
)
_Row = tuple[str, tuple[str, ...], frozenset[str]]


def tables_of(dataset: Dataset) -> Mapping[str, str]:
    """The table of each source that is a file of one, by the source's id.

    The table is the part of the id before the checksum of the file, which the source's note has in full.
    """
    found = {}
    for identifier, source in dataset.sources_by_id.items():
        told = _IMPORTED.search(source.note or "")
        table, _, checksum = identifier.rpartition("-")
        if told and table and checksum and told[1].startswith(checksum):
            found[identifier] = table
    return found


def updated(claims: Iterable[Claim], tables: Mapping[str, str]) -> frozenset[str]:
    """The ids of those claims whose row tells of a later day in another file of its table.

    A row is the same if the same nations lead and send. All claims are about one deployment. Two files that
    tell of the same day do not update each other.
    """
    rows: defaultdict[_Row, list[Claim]] = defaultdict(list)
    for claim in claims:
        if table := tables.get(claim.source):
            rows[table, claim.lead, frozenset(part.nation for part in claim.contributions)].append(claim)
    return frozenset(claim.id for row in rows.values() for claim in _earlier(row))


def _earlier(row: Iterable[Claim]) -> Iterable[Claim]:
    last: dict[str, date] = {}
    for claim in row:
        last[claim.source] = max(claim.told_last, last.get(claim.source, claim.told_last))
    for claim in row:
        if any(source != claim.source and day > claim.told_last for source, day in last.items()):
            yield claim
