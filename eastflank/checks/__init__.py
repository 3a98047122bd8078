"""The laws of the data: what a schema cannot say, and what makes each figure worth believing.

A law looks at the whole dataset and yields a finding for each cell that breaks it. Types, enums and keys
are not here: a `Dataset` is read only when its `datapackage.json` is obeyed, and the laws of `RELIED_ON` too.
"""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from eastflank.checks import dates, decisions, figures, nations, places, quotes, strengths, structure
from eastflank.checks.places import Outlines
from eastflank.model import TABLES, Dataset, Finding

Law = Callable[[Dataset], Iterable[Finding]]

RELIED_ON: tuple[Law, ...] = (
    dates.every_claim_has_a_day_from_which_it_counts,
    places.a_point_has_both_coordinates,
    structure.wholes_and_parts_form_no_circle,
)
"""Laws on which the code relies: where one is broken, there is no view. The others leave it usable."""

LAWS: tuple[Law, ...] = (
    quotes.evidence_is_a_quote_or_a_citation,
    quotes.quotes_stand_in_their_articles,
    quotes.words_of_the_source_are_the_sources,
    quotes.articles_are_unchanged,
    figures.figures_are_in_the_quote,
    nations.nations_are_in_the_quote,
    nations.nations_are_named_once,
    strengths.low_is_not_above_high,
    strengths.a_figure_says_what_it_counts,
    strengths.a_hedge_stands_before_a_figure,
    strengths.a_sum_is_the_sum_of_its_contingents,
    dates.nothing_is_said_after_it_was_published,
    dates.nothing_ends_before_it_starts,
    dates.nothing_is_read_before_it_was_published,
    places.coordinates_go_with_their_precision,
    places.a_country_is_no_base,
    places.every_host_is_on_the_map,
    decisions.decisions_still_apply,
    structure.a_deployment_claim_states_a_status,
    structure.what_became_another_stays_in_its_whole,
    structure.every_row_is_used,
    structure.rows_are_sorted,
    structure.cells_are_trimmed,
)


MOST = 100
"""Findings of one law in one column that are told one by one."""


def errors(dataset: Dataset) -> tuple[Finding, ...]:
    """Everything that breaks a law on which the code relies, in the order of the tables and their lines."""
    return _in_order(law(dataset) for law in RELIED_ON)


def findings(dataset: Dataset, outlines: Outlines) -> tuple[Finding, ...]:
    """Everything that breaks another law of the data, in the order of the tables and of their lines.

    `outlines` are the countries' shapes by ISO 3166-1 alpha-3 code, x = degrees east, y = degrees north.
    """
    by_law = (law(dataset) for law in LAWS)
    return _in_order((*by_law, places.places_lie_in_their_countries(dataset, outlines)))


def count(found: Iterable[Finding]) -> int:
    """How many findings these are, with those that are only counted."""
    return sum(1 if finding.more is None else finding.more for finding in found)


def _in_order(by_law: Iterable[Iterable[Finding]]) -> tuple[Finding, ...]:
    told = itertools.chain.from_iterable(_told(broken) for broken in by_law)
    return tuple(sorted(told, key=_position))


def _told(broken: Iterable[Finding]) -> Iterator[Finding]:
    """The findings of a law: of each column the first MOST, then how many more there are."""
    counted: Counter[tuple[str, str]] = Counter()
    for finding in broken:
        where = finding.table, finding.column
        counted[where] += 1
        if counted[where] <= MOST:
            yield finding
    for (table, column), number in counted.items():
        if number > MOST:
            yield Finding.of_the_rest(table, column, number - MOST)


def _position(finding: Finding) -> tuple[int, float]:
    line = re.match(r"line (\d+)", finding.row)
    return _ORDER[finding.table], int(line[1]) if line else math.inf


_ORDER: Mapping[str, int] = {f"{table}.csv": place for place, table in enumerate(TABLES)}
