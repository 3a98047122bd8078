"""The laws of the data: what a schema cannot say, and what makes each figure worth believing.

A law looks at the whole dataset and yields a finding for each cell that breaks it. Types, enums and keys
are not here: a `Dataset` only exists when `data/datapackage.json` is obeyed.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Mapping

from eastflank.checks import dates, decisions, figures, nations, places, quotes, strengths, structure
from eastflank.checks.places import Outlines
from eastflank.model import TABLES, Dataset, Finding

Law = Callable[[Dataset], Iterable[Finding]]

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
    dates.every_claim_has_a_day_from_which_it_counts,
    dates.nothing_is_said_after_it_was_published,
    dates.nothing_ends_before_it_starts,
    dates.nothing_is_read_before_it_was_published,
    places.coordinates_go_with_their_precision,
    places.a_country_is_no_base,
    decisions.decisions_still_apply,
    structure.a_deployment_claim_states_a_status,
    structure.wholes_and_parts_form_no_circle,
    structure.what_became_another_stays_in_its_whole,
    structure.every_row_is_used,
    structure.rows_are_sorted,
    structure.cells_are_trimmed,
)


def findings(dataset: Dataset, outlines: Outlines) -> tuple[Finding, ...]:
    """Everything that breaks a law of the data, in the order of the tables and of their lines.

    `outlines` are the countries' shapes by ISO 3166-1 alpha-3 code, x = degrees east, y = degrees north.
    """
    broken = itertools.chain.from_iterable(law(dataset) for law in LAWS)
    return tuple(sorted((*broken, *places.places_lie_in_their_countries(dataset, outlines)), key=_position))


def _position(finding: Finding) -> tuple[int, int]:
    line = re.search(r"\d+", finding.row)
    return _ORDER[finding.table], int(line[0]) if line else 0


_ORDER: Mapping[str, int] = {f"{table}.csv": place for place, table in enumerate(TABLES)}
