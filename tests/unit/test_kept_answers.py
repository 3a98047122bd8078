"""What is known on a day is computed once, whatever is requested in between, and the cache is limited."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from eastflank.record import kept_accounts as module
from eastflank.record.as_of import known_as_of
from eastflank.record.claim_index import index_of
from tests.builders import claim, dataset
from tests.folded import SOURCES, exactly, there

SMALL = dataset(
    *(
        claim(f"C{number}", f"2016-0{number}-01", status="agreed", **exactly(number))
        for number in range(1, 10)
    ),
    sources=SOURCES,
)


def test_an_account_is_made_once_and_one_of_no_claim_is_none() -> None:
    kept, index = module._Accounts(SMALL), index_of(SMALL)
    first = kept.of("latvia", (("latvia", 3),), None, index)
    assert first
    assert [one.id for one in first.claims] == ["C1", "C2", "C3"]
    assert kept.of("latvia", (("latvia", 3),), None, index) is first
    some = kept.of("latvia", (("latvia", 9),), frozenset(["C2", "C8"]), index)
    assert some
    assert [one.id for one in some.claims] == ["C2", "C8"]
    assert kept.of("latvia", (("latvia", 3),), frozenset(["C8"]), index) is None
    both = kept.of("latvia", (("latvia", 1), ("unknown", 1)), None, index)
    assert both
    assert [one.id for one in both.claims] == ["C1"]


@pytest.mark.parametrize(("limit", "value"), [("_most_kept", lambda _: 3), ("_MOST_CLAIMS_KEPT", 3)])
def test_so_many_accounts_or_claims_of_them_are_kept(
    limit: str, value: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, limit, value)
    kept, index = module._Accounts(SMALL), index_of(SMALL)
    sizes = []
    for number in range(1, 10):
        found = kept.of("latvia", (("latvia", number),), None, index)
        assert found
        assert len(found.claims) == number
        sizes.append(len(kept._kept))
    assert max(sizes) <= 4
    assert sizes[:2] == [1, 2]
    assert kept.of("latvia", (("latvia", 9),), None, index) is found


def test_a_deployment_is_made_once_for_all_days_on_which_it_is_the_same() -> None:
    small = dataset(there("a", "2016-06-14", **exactly(450)), sources=SOURCES, memberships=[])
    first, later, old = (
        known_as_of(small, day) for day in (date(2016, 6, 14), date(2017, 12, 14), date(2017, 12, 15))
    )
    assert first.deployments["latvia"] is later.deployments["latvia"]
    assert (later.deployments["latvia"].old, old.deployments["latvia"].old) == (False, True)


def test_so_many_deployments_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    small = dataset(*(there(f"C{at}", f"2016-0{at}-01") for at in range(1, 10)), sources=SOURCES)
    monkeypatch.setattr(module, "_most_kept", lambda _: 3)
    for number in range(1, 10):
        found = known_as_of(small, date(2016, number, 1))
        assert found.deployments["latvia"].claim_count == number
        assert len(small.once(module._kept_deployments)) <= 4


def test_of_a_large_record_two_days_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    assert module._most_kept(SMALL) == module._MOST_KEPT
    monkeypatch.setattr(module, "_MOST_KEPT", 1)
    assert module._most_kept(SMALL) == 2 * len(SMALL.deployments)


def test_the_claims_known_are_the_newest_first_and_those_of_one_day_by_id() -> None:
    small = dataset(
        claim("b", "2016-06-14", deployment=None, kind="statement"),
        claim("a", "2016-06-14"),
        claim("c", "2016-06-15", review="retracted"),
        claim("d", "2016-06-15", review="draft"),
        claim("e", "2016-06-16", deployment="early"),
        sources=SOURCES,
    )
    day = date(2016, 6, 14)
    assert [row.id for row in known_as_of(small, day).claims] == ["a", "b"]
    found = known_as_of(small, day + timedelta(2))
    assert [row.id for row in found.claims] == ["e", "a", "b"]
    assert [found.shown_in(row) for row in found.claims] == ["early", "latvia", ""]
    assert not known_as_of(small, day - timedelta(1)).claims
