"""Lists that the rules need are in the code, and the schema has the same."""

from collections.abc import Sequence

import pytest

from eastflank import checks
from eastflank.model import BASES, PRECISIONS, SORTS, STATUSES, TABLES
from eastflank.reading.statuses import carries_status
from eastflank.record.claim_index import RANKS
from eastflank.record.disagreements import FIELDS
from eastflank.record.strength import LEVELS
from eastflank.store import DATA, schema
from eastflank.store.schema_values import Table


@pytest.fixture(scope="module")
def tables() -> dict[str, Table]:
    return dict(schema.read(DATA))


def enum(tables: dict[str, Table], table: str, column: str) -> tuple[str, ...]:
    return next(field.enum for field in tables[table].fields if field.name == column)


@pytest.mark.parametrize(
    ("table", "column", "in_code"),
    [
        ("claims", "status", tuple(STATUSES)),
        ("claims", "basis", BASES),
        ("deployments", "sort", SORTS),
        ("places", "precision", PRECISIONS),
    ],
)
def test_the_schema_has_the_values_of_the_code_in_its_order(
    tables: dict[str, Table], table: str, column: str, in_code: Sequence[str]
) -> None:
    assert enum(tables, table, column) == in_code


def test_the_schema_has_the_tables_of_the_code(tables: dict[str, Table]) -> None:
    assert tuple(tables) == TABLES


def test_a_decision_is_on_a_field_on_which_sources_can_disagree(
    tables: dict[str, Table],
) -> None:
    assert set(enum(tables, "decisions", "field")) == set(FIELDS)


def test_what_a_strength_counts_is_allowed(tables: dict[str, Table]) -> None:
    assert set(LEVELS) - {None} <= set(enum(tables, "claims", "counts"))


def test_every_status_has_a_rank_and_words_that_carry_it() -> None:
    assert tuple(RANKS) == tuple(STATUSES)
    assert not any(carries_status(status, "") for status in STATUSES)


def test_an_answer_can_bear_the_name_of_every_check(tables: dict[str, Table]) -> None:
    pattern = next(field.pattern for field in tables["decisions"].fields if field.name == "check")
    assert pattern
    names = [law.__name__ for law in checks.LAWS]  # type: ignore[attr-defined]
    assert [name for name in names if not pattern.fullmatch(name)] == []
