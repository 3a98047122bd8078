"""The laws of the data: rules that a schema cannot state, and that make each figure trustworthy.

A law looks at the whole dataset and yields a finding for each cell that breaks it. Types, enums and keys
are not here: a `Dataset` is read only when it follows its `datapackage.json` and the laws in `RELIED_ON`.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from eastflank.checks import (
    answers,
    changes,
    dates,
    decisions,
    figures,
    followed,
    judgements,
    names,
    nations,
    places,
    quotes,
    sources,
    spans,
    strengths,
    structure,
    versions,
    wholes,
    wording,
)
from eastflank.checks.answers import Answered, Audit
from eastflank.checks.places import Outlines
from eastflank.model import TABLES, Dataset, Finding
from eastflank.words.chosen import findings as words

__all__ = ["JUDGED", "LAWS", "LEFT_TO_DO", "Answered", "Audit", "Law", "audit", "findings"]

Law = Callable[[Dataset], Iterable[Finding]]

RELIED_ON: tuple[Law, ...] = (
    dates.every_claim_has_a_day_from_which_it_counts,
    places.a_point_has_both_coordinates,
    structure.wholes_and_parts_form_no_circle,
    structure.names_are_short_enough_to_be_drawn,
)
"""Laws on which the code relies: if one is broken, no view can be shown. Other broken laws do not stop it."""

STRICT: tuple[Law, ...] = (
    quotes.evidence_is_a_quote_or_a_citation,
    quotes.what_nobody_says_is_inferred,
    quotes.quotes_stand_in_their_articles,
    quotes.words_of_the_source_are_the_sources,
    quotes.articles_are_unchanged,
    versions.a_text_is_corrected_by_one_other,
    sources.an_address_can_be_opened,
    spans.spans_lie_where_they_say,
    figures.figures_are_in_the_quote,
    nations.nations_are_in_the_quote,
    nations.nations_are_named_once,
    strengths.low_is_not_above_high,
    strengths.a_figure_says_what_it_counts,
    strengths.a_hedge_stands_before_a_figure,
    strengths.a_sum_is_the_sum_of_its_contingents,
    dates.nothing_is_said_after_it_was_published,
    dates.nothing_ends_before_it_starts,
    dates.nothing_is_told_of_a_day_to_come,
    dates.nothing_is_read_before_it_was_published,
    places.coordinates_go_with_their_precision,
    places.a_country_is_no_base,
    places.a_place_lies_in_the_host,
    judgements.a_judgement_is_no_word_of_a_source,
    judgements.a_judgement_says_what_it_rests_on,
    structure.a_deployment_claim_states_a_status,
    structure.what_became_another_stays_in_its_whole,
    structure.a_membership_has_days_of_its_own,
    structure.every_row_is_used,
    structure.rows_are_sorted,
    structure.ids_differ_in_more_than_case,
    structure.cells_are_trimmed,
    structure.nothing_unseen_stands_in_a_cell,
    changes.a_change_names_what_there_is,
)
"""Findings of these laws must be fixed in the data."""

JUDGED: tuple[Law, ...] = (
    figures.a_figure_in_words_stands_in_a_cell,
    strengths.nobody_is_there_only_where_it_is_over,
    wording.a_quote_carries_what_is_read_in_it,
    wholes.a_contingent_is_no_larger_than_its_whole,
    wholes.contingents_add_up_to_no_more_than_their_whole,
    wholes.a_statistic_is_no_smaller_than_its_parts,
    wholes.a_group_is_no_further_than_its_units,
    dates.what_is_there_has_begun,
    names.no_two_deployments_bear_one_name,
    followed.no_weak_claim_displaces_a_sound_one,
    followed.an_end_is_stated_by_a_source,
    sources.a_copy_is_graded_below_its_original,
    sources.a_held_text_bears_its_date,
    sources.a_claim_is_dated_no_closer_than_its_source,
    decisions.decisions_still_apply,
    places.every_host_is_on_the_map,
)
"""Findings of these laws are fixed, or answered by a row in `decisions.csv` with a reason."""

LEFT_TO_DO: tuple[Law, ...] = (
    versions.no_quote_is_left_with_a_corrected_text,
    strengths.nobody_is_there_only_where_it_is_over,
    dates.what_is_there_has_begun,
    names.no_two_deployments_bear_one_name,
    places.every_host_is_on_the_map,
)
"""Work that a change may leave to a person: these findings are shown, but do not block the change."""

LAWS: tuple[Law, ...] = tuple(dict.fromkeys((*STRICT, *JUDGED, *LEFT_TO_DO)))


MOST = 100
"""How many findings of one law in one column are listed one by one."""


def errors(dataset: Dataset) -> tuple[Finding, ...]:
    """Everything that breaks a law on which the code relies, in the order of the tables and their lines."""
    told = itertools.chain.from_iterable(_told(law(dataset)) for law in RELIED_ON)
    return tuple(sorted(told, key=_position))


def findings(dataset: Dataset, outlines: Outlines) -> tuple[Finding, ...]:
    """Everything that breaks a law of the data and has no answer; see `audit`."""
    return audit(dataset, outlines).findings


def audit(dataset: Dataset, outlines: Outlines) -> Audit:
    """Everything that breaks a law of the data, in the order of the tables and of their lines.

    Findings that a curator answered are listed separately. `outlines` are the countries' shapes by ISO 3166-1
    alpha-3 code, x = degrees east, y = degrees north.
    """
    on_the_map = partial(places.places_lie_in_their_countries, outlines=outlines)
    laws: Mapping[str, Law] = {
        **{_name(law): law for law in LAWS},
        _name(places.places_lie_in_their_countries): on_the_map,
    }
    found = sorted(_found(dataset, laws), key=_position)
    judged = {_name(law) for law in JUDGED}
    sorted_out = answers.sorted_out(dataset, found, laws, judged)
    return replace(sorted_out, findings=tuple(sorted(_told(sorted_out.findings), key=_position)))


def count(found: Iterable[Finding]) -> int:
    """How many findings these are, including those that are only counted."""
    return sum(1 if finding.more is None else finding.more for finding in found)


def _told(broken: Iterable[Finding]) -> Iterator[Finding]:
    """The first MOST findings of each law in a column, then how many more there are."""
    counted: Counter[tuple[str, str, str]] = Counter()
    for finding in broken:
        where = finding.table, finding.column, finding.check
        counted[where] += 1
        if counted[where] <= MOST:
            yield finding
    for (table, column, check), number in counted.items():
        if number > MOST:
            yield Finding(
                table, words.more_rows(number - MOST), column, words.SAME_FAULT, "", number - MOST, check
            )


def _found(dataset: Dataset, laws: Mapping[str, Law]) -> Iterator[Finding]:
    for name, law in laws.items():
        for finding in law(dataset):
            yield replace(finding, check=name)


def _name(law: object) -> str:
    return str(law.__name__)  # type: ignore[attr-defined]


def _position(finding: Finding) -> tuple[int, float]:
    return _ORDER[finding.table], math.inf if finding.line is None else finding.line


_ORDER: Mapping[str, int] = {f"{table}.csv": place for place, table in enumerate(TABLES)}
