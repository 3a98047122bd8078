"""Selects cases of one law for `make test`; `make soak` tries the others.

A case that is a plain tuple, without named fields, holds a value for each argument of the test.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

import pytest
from hypothesis import settings


def some(cases: Iterable[Any], every: int = 0) -> list[Any]:
    """The first case and each that is `every` further on, or the first alone; the others are for the soak."""
    return [
        case if (number % every == 0 if every else number == 0) else _for_the_soak(case)
        for number, case in enumerate(cases)
    ]


def these(cases: Iterable[Any], *numbers: int) -> list[Any]:
    """The cases that have these numbers, from 0; the others are for the soak."""
    return [case if number in numbers else _for_the_soak(case) for number, case in enumerate(cases)]


def named(cases: Iterable[Any], kept: Collection[Any]) -> list[Any]:
    """The cases in `kept`; the others are for the soak."""
    every = list(cases)
    assert set(kept) <= set(every), "a case that is named is none"
    return [case if case in kept else _for_the_soak(case) for case in every]


def of_formats(products: Iterable[Any], *formats: str) -> list[Any]:
    """The products of these formats; the others are for the soak."""
    every = {product.format: product for product in products}
    assert set(formats) <= set(every), "a format that is named is none"
    return [product if name in formats else _for_the_soak(product) for name, product in every.items()]


def examples(number: int, soak: int = 10) -> settings:
    """So many examples of what is slow to make, instead of the usual fifty; in the soak so many times as many."""
    most = settings.default.max_examples
    return settings(max_examples=number * soak if most > 50 else number * most // 50)


def _for_the_soak(case: Any) -> Any:
    return pytest.param(*(case if type(case) is tuple else (case,)), marks=pytest.mark.soak)
