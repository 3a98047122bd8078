"""In a list, no two values have the same name."""

from hypothesis import given
from hypothesis import strategies as st

from eastflank.view.names import told_apart

NAMES = {"a": "NATO", "b": "NATO", "c": "AP"}


def test_only_a_name_that_several_have_is_followed_by_the_value() -> None:
    assert told_apart("abc", NAMES) == {"a": "NATO (a)", "b": "NATO (b)", "c": "AP"}
    assert told_apart("ac", NAMES) == {"a": "NATO", "c": "AP"}
    assert told_apart("ax", NAMES) == {"a": "NATO", "x": "x"}


@given(st.dictionaries(st.text("ab() ", max_size=4), st.text("ab() ", max_size=8), max_size=6))
def test_no_two_values_are_called_the_same(names: dict[str, str]) -> None:
    called = told_apart(names, names)
    assert set(called) == set(names)
    assert len(set(called.values())) == len(names)
