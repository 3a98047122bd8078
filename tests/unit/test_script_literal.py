"""Any text from a file or the address bar stays data when it is put into a script."""

import json
import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastflank.render.script_literal import literal_of

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(VALUES)
def test_it_reads_back_as_the_same_value(value: object) -> None:
    assert json.loads(literal_of(value)) == value


@given(st.text())
def test_a_string_holds_nothing_but_harmless_characters(text: str) -> None:
    assert re.fullmatch(r'"(?:[A-Za-z0-9 .,:#-]|\\u[0-9a-f]{4})*"', literal_of(text))


@pytest.mark.parametrize(
    "hostile",
    [
        "</script><img src=x onerror=alert(1)>",
        "`${alert(1)}`",
        "{{ 'map' }}",
        "{% raw %}",
        "map_0123456789abcdef",
        "alert(coords);",
        "\u2028",
        "'\"\\",
    ],
)
def test_nothing_hostile_is_left_in_plain_sight(hostile: str) -> None:
    assert hostile not in literal_of(hostile)
    assert json.loads(literal_of(hostile)) == hostile


@pytest.mark.parametrize("value", [object(), {1, 2}, b"x"])
def test_what_is_no_plain_value_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="has no JavaScript literal"):
        literal_of(value)


@pytest.mark.parametrize("value", [math.nan, math.inf])
def test_a_number_that_javascript_would_misread_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="is no number that a script can hold"):
        literal_of(value)
