"""The picture draws what is recorded; the page is compared with the same record in `tests/browser`."""

import pytest

from tests.golden import Golden
from tests.what_is_drawn import cases, differences, in_the_picture, write

CASES = cases()


@pytest.mark.parametrize("name", CASES)
def test_the_picture_draws_what_is_recorded(golden: Golden, name: str) -> None:
    drawn = in_the_picture(CASES[name])
    if golden.update:
        before = CASES[name].get("drawn", drawn)["names"]
        names = {role: [one for one in all_ if one in before[role]] for role, all_ in drawn["names"].items()}
        CASES[name]["drawn"] = drawn | {"names": names}
        write(CASES)
    assert list(differences(CASES[name]["drawn"], drawn)) == []


def test_the_cases_hold_all_that_page_and_picture_might_draw_otherwise() -> None:
    drawn = [case["drawn"] for case in CASES.values()]
    says = [line for one in drawn for mark in one["marks"].values() for line in mark["says"]]
    samples = {shown for one in drawn for shown, _ in one["legend"]}
    assert any(one["ties"] for one in drawn) and any(one["dots"] for one in drawn)
    assert any(mark["symbol"] and not mark["says"] for one in drawn for mark in one["marks"].values())
    assert any("+ new" in line for line in says) and any(line.startswith("Δ ") for line in says)
    assert any(id_.startswith("gone ") for one in drawn for id_ in one["marks"])
    assert any(id_.startswith("area:") for one in drawn for id_ in one["marks"])
    assert any(one["names"]["sea"] for one in drawn) and any(one["key"] for one in drawn)
    assert {"planned 8 6", "considered 1 6", "none", "disputed", "symbol", "+", "×"} <= samples
