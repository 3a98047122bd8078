"""The rules that the Method page prints: each is kept by a function that is there."""

import importlib

import pytest

from eastflank.words.chosen import rules


@pytest.mark.parametrize("function", [rule.function for _, kept in rules.RULES for rule in kept])
def test_each_rule_names_a_function_that_is_there(function: str) -> None:
    module, _, name = function.rpartition(".")
    assert callable(getattr(importlib.import_module(f"eastflank.{module}"), name, None))
