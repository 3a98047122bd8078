"""How many mutants the tests notice, in figures and lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import sqrt
from pathlib import Path

from tests.mutants.changes import Mutant
from tests.mutants.fork import BROKE, TIMED_OUT
from tests.mutants.suite import KILLED, SURVIVED

GOAL = 0.85
"""The share of mutants that the tests notice at least."""
Codes = Mapping[Mutant, int]


def package_of(file: str) -> str:
    """The package of the core that a module belongs to; a module beside the packages is its own."""
    return Path(file).parts[1].removesuffix(".py")


def of_all(chosen: Sequence[Mutant], codes: Codes, sizes: Mapping[str, int]) -> float:
    """The share that is noticed, each package by the number of its mutants (`sizes`)."""
    shares = {name: (noticed / judged, sizes[name]) for name, noticed, judged in _by_package(chosen, codes)}
    return sum(share * size for share, size in shares.values()) / sum(size for _, size in shares.values())


def interval(noticed: int, judged: int) -> tuple[float, float]:
    """Wilson's score interval of a share at 95 % (E. B. Wilson, 1927)."""
    z = 1.96
    share, more = noticed / judged, z * z / judged
    middle, half = share + more / 2, z * sqrt(share * (1 - share) / judged + more / (4 * judged))
    return max(0.0, (middle - half) / (1 + more)), min(1.0, (middle + half) / (1 + more))


def told(chosen: Sequence[Mutant], codes: Codes, sizes: Mapping[str, int], root: Path) -> Iterator[str]:
    """The mutants that no test noticed, then the figures of each module and package."""
    for code, title in ((SURVIVED, "no test noticed"), (BROKE, "could not be judged")):
        for mutant in chosen:
            if codes.get(mutant, BROKE) == code:
                before, after = mutant.difference(root)
                yield f"\n{mutant.file}:{mutant.line} {title}\n- {before}\n+ {after}"
    counts = Counter((mutant.file, codes.get(mutant, BROKE)) for mutant in chosen)
    yield f"\n{'module':42} {'killed':>8} {'timed out':>9} {'survived':>8}"
    for file in dict.fromkeys(mutant.file for mutant in chosen):
        yield f"{file:42} {counts[file, KILLED]:8} {counts[file, TIMED_OUT]:9} {counts[file, SURVIVED]:8}"
    yield f"\n{'package':12} {'mutants':>8} {'judged':>8} {'noticed':>8}   95 % interval"
    for name, noticed, judged in _by_package(chosen, codes):
        low, high = interval(noticed, judged)
        yield f"{name:12} {sizes[name]:8} {judged:8} {noticed / judged:8.1%}   {low:.1%} to {high:.1%}"
    share = of_all(chosen, codes, sizes)
    yield f"\n{share:.1%} of the mutants are noticed, each package by its size; the goal is {GOAL:.0%}."


def _by_package(chosen: Sequence[Mutant], codes: Codes) -> Iterator[tuple[str, int, int]]:
    """Each package with how many of its mutants were noticed, and how many were judged."""
    for name in dict.fromkeys(package_of(mutant.file) for mutant in chosen):
        judged = [codes.get(mutant, BROKE) for mutant in chosen if package_of(mutant.file) == name]
        yield name, sum(code in (KILLED, TIMED_OUT) for code in judged), len(judged)
