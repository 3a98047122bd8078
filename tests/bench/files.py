"""How long it takes to write a view as a file, for each product."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import NamedTuple

from eastflank.render.products import PRODUCTS
from tests.briefings import briefing

VIEW = "asof=2022-06-28"
"""The whole record, with eight battlegroups: the fullest picture there is."""


class Written(NamedTuple):
    """What it took to write a product, in milliseconds."""

    format: str
    first: float
    """In a process that has just started, the base map and the fonts read too."""
    again: float
    """The best of the three after that."""
    size: int
    """In bytes."""


def written() -> Iterator[Written]:
    """Each product, written in a process of its own."""
    for product in PRODUCTS:
        told = subprocess.run(
            [sys.executable, "-m", "tests.bench.files", product.format],
            check=True,
            capture_output=True,
            text=True,
        )
        yield Written(product.format, *json.loads(told.stdout))


def _measure(format_: str) -> tuple[float, float, int]:
    product = next(one for one in PRODUCTS if one.format == format_)
    size = product.sizes[0] if product.sizes else None
    took, content = [], b""
    for _ in range(4):
        said = briefing(VIEW)
        start = time.perf_counter()
        content = product.write(said, size)
        took.append(1000 * (time.perf_counter() - start))
    return took[0], min(took[1:]), len(content)


if __name__ == "__main__":
    print(json.dumps(_measure(sys.argv[1])))
