"""The laws of the data: what a schema cannot say, and what makes each figure worth believing.

A law looks at the whole dataset and yields a finding for each cell that breaks it. Types, enums and keys
are not here: a `Dataset` only exists when `data/datapackage.json` is obeyed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from eastflank.checks import (
    answers,
    dates,
    decisions,
    figures,
    followed,
    judgements,
    nations,
    places,
    quotes,
    sources,
    spans,
    strengths,
    structure,
    wholes,
    wording,
)
from eastflank.checks.answers import Answered, Audit
from eastflank.checks.places import Outlines
from eastflank.model import TABLES, Dataset, Finding

__all__ = ["JUDGED", "LAWS", "Answered", "Audit", "Law", "audit", "findings"]

Law = Callable[[Dataset], Iterable[Finding]]

STRICT: tuple[Law, ...] = (
    quotes.evidence_is_a_quote_or_a_citation,
    quotes.quotes_stand_in_their_articles,
    quotes.words_of_the_source_are_the_sources,
    quotes.articles_are_unchanged,
    spans.spans_lie_where_they_say,
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
    judgements.a_judgement_is_no_word_of_a_source,
    judgements.a_judgement_says_what_it_rests_on,
    structure.a_deployment_claim_states_a_status,
    structure.wholes_and_parts_form_no_circle,
    structure.what_became_another_stays_in_its_whole,
    structure.a_membership_has_days_of_its_own,
    structure.every_row_is_used,
    structure.rows_are_sorted,
    structure.cells_are_trimmed,
)
"""What these find must be mended."""

JUDGED: tuple[Law, ...] = (
    figures.a_figure_in_words_stands_in_a_cell,
    wording.a_quote_carries_what_is_read_in_it,
    wholes.a_contingent_is_no_larger_than_its_whole,
    wholes.contingents_add_up_to_no_more_than_their_whole,
    wholes.a_statistic_is_no_smaller_than_its_parts,
    wholes.a_group_is_no_further_than_its_units,
    followed.no_weak_claim_displaces_a_sound_one,
    followed.an_end_is_stated_by_a_source,
    sources.a_copy_is_graded_below_its_original,
    sources.a_held_text_bears_its_date,
    sources.a_claim_is_dated_no_closer_than_its_source,
    decisions.decisions_still_apply,
)
"""What these find is mended, or answered by a row in `decisions.csv` with a reason."""

LAWS: tuple[Law, ...] = (*STRICT, *JUDGED)


def findings(dataset: Dataset, outlines: Outlines) -> tuple[Finding, ...]:
    """Everything that breaks a law of the data and is not answered; see `audit`."""
    return audit(dataset, outlines).findings


def audit(dataset: Dataset, outlines: Outlines) -> Audit:
    """Everything that breaks a law of the data, in the order of the tables and of their lines.

    What a curator answered is apart. `outlines` are the countries' shapes by ISO 3166-1 alpha-3 code,
    x = degrees east, y = degrees north.
    """
    on_the_map = partial(places.places_lie_in_their_countries, outlines=outlines)
    laws: Mapping[str, Law] = {
        **{_name(law): law for law in LAWS},
        _name(places.places_lie_in_their_countries): on_the_map,
    }
    found = sorted(_found(dataset, laws), key=_position)
    judged = {_name(law) for law in JUDGED}
    sorted_out = answers.sorted_out(dataset, found, laws, judged)
    return replace(sorted_out, findings=tuple(sorted(sorted_out.findings, key=_position)))


def _found(dataset: Dataset, laws: Mapping[str, Law]) -> Iterator[Finding]:
    for name, law in laws.items():
        for finding in law(dataset):
            yield replace(finding, check=name)


def _name(law: Callable[..., object]) -> str:
    return str(law.__name__)  # type: ignore[attr-defined, unused-ignore]


def _position(finding: Finding) -> tuple[int, int]:
    return _ORDER[finding.table], finding.line or 0


_ORDER: Mapping[str, int] = {f"{table}.csv": place for place, table in enumerate(TABLES)}
