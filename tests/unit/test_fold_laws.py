"""Laws of combining claims that hold for any claims: small generated records."""

from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from eastflank.grades import is_weak
from eastflank.model import STATUSES, Dataset, Standing
from eastflank.record.as_of import known_as_of
from eastflank.record.claim_index import RANKS, index_of, months_later, years_later
from eastflank.record.sums import added
from eastflank.view.filters import EVERYTHING
from eastflank.view.selection import view_of
from eastflank.view.title import in_words
from eastflank.view.totals import counted, counts_of, totals_of
from eastflank.words.chosen import values as words
from tests.builders import claim, dataset
from tests.folded import SOURCES
from tests.representatives import examples

SAID = ("2016-03-01", "2016-06-14", "2016-07-08", "2017-02", "2017-06-01", "2018-05-31", "2019-08-01")
DAYS = [date(year, month, 15) for year in range(2016, 2021) for month in (1, 7, 12)]
UNITS = ("latvia", "lithuania", "early")

figures = st.one_of(
    st.just({}),
    st.builds(
        lambda low, more, hedge: {"troops_low": low, "troops_high": low + more, "hedge": hedge},
        st.integers(1, 40).map(lambda tens: tens * 50),
        st.sampled_from([0, 0, 100]),
        st.sampled_from([None, None, "about"]),
    ),
    st.integers(1, 40).map(lambda tens: {"troops_high": tens * 50, "hedge": "up to"}),
    st.integers(1, 40).map(lambda tens: {"troops_low": tens * 50, "hedge": "more than"}),
)


@st.composite
def claims(draw: st.DrawFn, number: int, units: tuple[str, ...] = (*UNITS, "whole")) -> dict[str, Any]:
    unit = draw(st.sampled_from(units))
    figure = draw(figures)
    return claim(
        f"C{number:02}",
        draw(st.sampled_from(SAID)),
        deployment=unit,
        source=draw(st.sampled_from(["agency", "agency", "ministry", "blog"])),
        credibility=draw(st.sampled_from([1, 2, 2, 4])),
        status=draw(st.sampled_from([None, "deployed", "deployed", *STATUSES])),
        host=draw(st.sampled_from([None, "LVA", "LTU"])),
        lead=draw(st.sampled_from([None, "CAN", "DEU"])),
        ends=draw(st.sampled_from([None, None, None, "2017-04", "2018-12-31"])),
        counts="whole" if figure else None,
        unit_count=2 if unit == "whole" else None,
        contributors_complete=draw(st.sampled_from([None, None, "yes"])),
        **figure,
    )


@st.composite
def records(draw: st.DrawFn) -> Dataset:
    """Up to nine claims about three units and their group, and who takes part by them."""
    rows = [draw(claims(number)) for number in range(draw(st.integers(1, 9)))]
    contributions = [
        {"claim": row["id"], "nation": nation, "troops_low": number, "troops_high": number, "left": left}
        for row in rows
        for nation in draw(st.sets(st.sampled_from(["CAN", "USA"])))
        for number in [draw(st.sampled_from([None, 50, 450, 900]))]
        for left in [draw(st.sampled_from([None, None, None, "yes"]))]
    ]
    return dataset(*rows, sources=SOURCES, contributions=contributions)


days = st.sampled_from(DAYS)


def the_order_of_rows_never_matters(record: Dataset, day: date, seed: int) -> None:
    tables = ("sources", "deployments", "memberships", "claims", "contributions")
    mixed = {name: getattr(record, name).sample(frac=1, random_state=seed) for name in tables}
    assert known_as_of(record, day).deployments == known_as_of(replace(record, **mixed), day).deployments


def no_contingent_in_force_exceeds_a_newer_figure_of_its_whole(record: Dataset, day: date) -> None:
    for one in known_as_of(record, day).deployments.values():
        whole = one.figure
        for part in one.contingents:
            if not one.present or not whole or whole.high is None or not part.figure:
                continue
            if whole.told_last > part.figure.told_last:
                assert (part.figure.low or part.figure.high or 0) <= whole.high


def no_planned_figure_is_in_a_total(record: Dataset, day: date) -> None:
    known = known_as_of(record, day)
    by_id = index_of(record).by_id
    for one in counted(known.deployments.values(), known):
        if not one.present:
            continue
        if one.figure and by_id[one.figure.claim].standing not in (Standing.PRESENT, None):
            assert one.announced
    if not any(one.present for one in known.deployments.values()):
        assert totals_of(known.deployments.values(), known) == ()


def nothing_is_present_after_its_stated_end_unless_it_was_there_later(record: Dataset, day: date) -> None:
    by_id = index_of(record).by_id
    for one in known_as_of(record, day).deployments.values():
        if not one.present or one.sort != "unit" or not one.ends_claim:
            continue
        end = by_id[one.ends_claim].ends_last
        if end and end < day:
            own = [claim for claim in by_id.values() if claim.deployment in (one.id, "early")]
            assert any(claim.standing == Standing.PRESENT and claim.told_last > end for claim in own)


def a_weak_figure_never_displaces_a_sound_one_told_within_two_years(record: Dataset, day: date) -> None:
    by_id = index_of(record).by_id
    for one in known_as_of(record, day).deployments.values():
        if not one.present or one.announced or not one.figure or not is_weak(one.figure.grade):
            continue
        weak = by_id[one.figure.claim]
        start = max(
            (claim.told_last for claim in by_id.values() if claim.standing == Standing.GONE), default=date.min
        )
        sound = [
            claim
            for claim in by_id.values()
            if claim.deployment == weak.deployment
            and claim.low is not None
            and not claim.weak
            and claim.standing in (Standing.PRESENT, None)
            and start < claim.told_last < weak.told_last
        ]
        assert all(years_later(claim.told_last, 2) < weak.told_last for claim in sound)


def a_status_never_goes_back_while_it_is_not_over(record: Dataset, first: date, second: date) -> None:
    alone = replace(record, memberships=record.memberships.iloc[:0])
    before = known_as_of(alone, min(first, second)).deployments
    after = known_as_of(alone, max(first, second)).deployments
    ended = {claim.deployment for claim in index_of(alone).by_id.values() if claim.standing == Standing.GONE}
    for one in before.values():
        later = after[one.id]
        if one.sort != "unit" or one.over or later.over or one.standing is None or one.id in ended:
            continue
        assert later.standing is not None
        assert later.standing >= one.standing
        if not one.present:
            assert RANKS[later.status or ""] >= RANKS[one.status or ""]


def less_evidence_never_revives(record: Dataset, day: date, keep: list[bool]) -> None:
    chosen = record.claims[pd.Series(keep[: len(record.claims)], index=record.claims.index)]
    whole, part = known_as_of(record, day).deployments, known_as_of(record, day, chosen).deployments
    assert set(part) <= set(whole)
    for one in part.values():
        assert one.over or not whole[one.id].over


def a_unit_is_counted_once_under_two_names(record: Dataset, day: date) -> None:
    known = known_as_of(record, day)
    names = [one.same_as for one in counted(known.deployments.values(), known)]
    assert len(names) == len(set(names))


def a_claim_that_is_known_later_changes_nothing_on_an_earlier_day(record: Dataset, day: date) -> None:
    known = record.claims[record.claims["known_on"] <= pd.Timestamp(day)]
    sent = record.contributions[record.contributions["claim"].isin(known["id"])]
    then = replace(record, claims=known, contributions=sent)
    assert known_as_of(record, day).deployments == known_as_of(then, day).deployments


def a_total_is_the_sum_over_the_units_that_it_counts(record: Dataset, day: date) -> None:
    known = known_as_of(record, day)
    units = [one for one in counted(known.deployments.values(), known) if one.present and one.sort == "unit"]
    sums = [one.figure for one in units if one.figure and not is_weak(one.figure.grade)]
    for total in totals_of(known.deployments.values(), known):
        own = total.parts or total
        expected = added(sums)
        assert (own.low, own.high, own.hedge) == (expected.low, expected.high, expected.hedge)
        assert own.stating == len(sums)


def a_groups_figure_is_in_a_total_for_eighteen_months_only(record: Dataset, day: date) -> None:
    known = known_as_of(record, day)
    for total in totals_of(known.deployments.values(), known):
        if total.group:
            figure = known.deployments[total.group].figure
            assert figure
            assert months_later(figure.told_first, 18) >= day


def title_table_and_totals_count_the_same_units(record: Dataset, day: date) -> None:
    view = view_of(record, EVERYTHING, day)
    counts = counts_of(view.deployments, view.known)
    there = sum(count.number for count in counts if count.standing == Standing.PRESENT)
    assert there == sum(total.units for total in view.totals)
    in_table = sum(one.missing for one in view.deployments if one.sort == "group" and not one.over)
    assert sum(count.number for count in counts) == len(counted(view.deployments, view.known)) + in_table
    assert not counts or view.title.startswith(words.capitalised(in_words(counts)))


OF_A_DAY = (
    no_contingent_in_force_exceeds_a_newer_figure_of_its_whole,
    no_planned_figure_is_in_a_total,
    nothing_is_present_after_its_stated_end_unless_it_was_there_later,
    a_weak_figure_never_displaces_a_sound_one_told_within_two_years,
    a_unit_is_counted_once_under_two_names,
    a_claim_that_is_known_later_changes_nothing_on_an_earlier_day,
    a_total_is_the_sum_over_the_units_that_it_counts,
    a_groups_figure_is_in_a_total_for_eighteen_months_only,
    title_table_and_totals_count_the_same_units,
)


@examples(25, soak=20)  # making a record takes longer than any law on it: each is asked all of them
@given(
    record=records(),
    day=days,
    other=days,
    seed=st.integers(0, 1000),
    keep=st.lists(st.booleans(), min_size=9, max_size=9),
)
def test_every_law_of_the_fold_holds_for_whatever_is_claimed(
    record: Dataset, day: date, other: date, seed: int, keep: list[bool]
) -> None:
    for law in OF_A_DAY:
        law(record, day)
    the_order_of_rows_never_matters(record, day, seed)
    a_status_never_goes_back_while_it_is_not_over(record, day, other)
    less_evidence_never_revives(record, day, keep)
