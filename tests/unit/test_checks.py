"""The laws of the data: the small tables obey each, and each breach names its cell."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest

from eastflank import checks
from eastflank.checks import (
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
from eastflank.model import TABLES, Dataset, Finding
from eastflank.store import tables
from eastflank.store.broken import BrokenData
from tests.representatives import these
from tests.unit.small_data import OUTLINES, SmallData

Change = Callable[[SmallData], object]


@pytest.fixture
def small(tmp_path: Path) -> SmallData:
    return SmallData(tmp_path)


def audited(small: SmallData) -> tuple[Finding, ...]:
    return checks.findings(small.values(), OUTLINES)


def cell(table: str, key: str, **cells: str) -> Change:
    return lambda small: small.row(table, key).update(cells)


def claim(key: str, **cells: str) -> Change:
    return cell("claims", key, **cells)


def added(table: str, **cells: str) -> Change:
    return lambda small: small.tables[table].append(cells)


def corrected(identifier: str) -> Change:
    """One more source, which holds the agency's text as corrected."""
    return lambda small: small.tables["sources"].append(
        {**small.row("sources", "ap"), "id": identifier, "replaces": "ap"}
    )


def said(identifier: str, **cells: str) -> Change:
    """One more claim of the ministry's about Estonia."""
    plain = {
        "basis": "cited",
        "citation": "Page 2",
        "source": "mod",
        "deployment": "est",
        "status": "deployed",
    }
    more = {"id": identifier, "kind": "deployment", "review": "reviewed", "credibility": "1"}
    return added("claims", **{**plain, **more, **cells})


def journal(**cells: str) -> Change:
    """A row of the journal, about a claim's note unless `cells` say otherwise."""
    plain = {"id": "C0001", "changed_on": "2026-11-01", "who": "curator", "table": "claims", "row": "A1"}
    row = {**plain, "column": "note", "after": "x", "reason": "Because.", **cells}
    return lambda small: small.tables["changes"].append(row)


def both(*changes: Change) -> Change:
    return lambda small: [change(small) for change in changes]


def test_tables_that_obey_every_law_have_no_findings(small: SmallData) -> None:
    read = tables.read(*small.write())
    assert checks.findings(read, OUTLINES) == ()
    for table in TABLES:  # what the other tests ask about is what is read from files
        assert getattr(read, table).equals(getattr(small.values(), table)), table


def test_empty_tables_obey_every_law(small: SmallData) -> None:
    small.tables = {name: [] for name in small.tables}
    assert audited(small) == ()


def on_the_map(dataset: Dataset) -> Iterable[Finding]:
    """The one law that needs outlines, with the small ones."""
    return places.places_lie_in_their_countries(dataset, OUTLINES)


BREACHES: list[tuple[checks.Law, Change, str]] = [
    # Quotation
    (quotes.evidence_is_a_quote_or_a_citation, claim("A2", quote="", quote_prefix=""), "claims.csv, line 3 (A2), quote: The claim has neither quote nor citation."),
    (quotes.evidence_is_a_quote_or_a_citation, claim("A2", citation="Page 1"), "claims.csv, line 3 (A2), citation: The claim has both a quote and a citation."),
    (quotes.evidence_is_a_quote_or_a_citation, claim("R1", quote="sent", citation=""), "(R1), quote: The text of source mod is not held"),
    (quotes.evidence_is_a_quote_or_a_citation, claim("A2", quote="", quote_prefix="", citation="Page 1"), "(A2), citation: The text of source ap is held, so it can be quoted."),
    (quotes.evidence_is_a_quote_or_a_citation, claim("R1", quote_prefix="x"), "(R1), quote_prefix: There is no quote for it to stand before."),
    (quotes.what_nobody_says_is_inferred, claim("R1", citation="list.csv: no row"), "claims.csv, line 6 (R1), basis: The citation says that a list has no row of it, so nobody says it, but the basis is cited."),
    (quotes.what_nobody_says_is_inferred, claim("R1", basis="inferred", citation=""), "(R1), citation: The claim is inferred, but it does not name the list that is silent."),
    (quotes.what_nobody_says_is_inferred, claim("R1", basis="inferred", note=""), "(R1), note: The claim is inferred, but no note says from what."),
    (quotes.quotes_stand_in_their_articles,
        claim("A4", quote='Ministers met "in Riga"'),
        'claims.csv, line 5 (A4), quote: The quote is not in ap.txt: it leaves the text after “Ministers met ”, at “"in Riga"”.',
    ),
    (quotes.quotes_stand_in_their_articles, claim("A4", quote="Ω"), "quote: The quote is not in ap.txt: not even its first character is."),
    (quotes.quotes_stand_in_their_articles, claim("A2", quote_prefix=""), "(A2), quote_prefix: The quote is in ap.txt 2 times, 2 of them after this prefix."),
    (quotes.quotes_stand_in_their_articles, claim("A2", quote_prefix="million. "), "(A2), quote_prefix: “million. ” is not directly before the quote in ap.txt."),
    (quotes.quotes_stand_in_their_articles, claim("A4", quote_prefix="\n"), "(A4), quote_prefix: The quote is in ap.txt only once, so no prefix is needed."),
    (quotes.words_of_the_source_are_the_sources, claim("A1", timing_words="on Monday"), "(A1), timing_words: “on Monday” is not in ap.txt."),
    (quotes.words_of_the_source_are_the_sources, claim("A1", speaker="Anne Lee"), "(A1), speaker: “Anne Lee” is not in ap.txt."),
    (quotes.articles_are_unchanged, lambda small: setattr(small, "article", small.article + b" "), "sources.csv, line 2 (ap), sha256: ap.txt has another checksum"),
    (quotes.articles_are_unchanged, lambda small: setattr(small, "article", small.article.replace(b"\r", b"")), "(ap), sha256: ap.txt has another checksum"),
    (quotes.articles_are_unchanged, cell("sources", "ap", sha256=""), "(ap), sha256: There is no checksum of ap.txt. It is "),
    (quotes.articles_are_unchanged, cell("sources", "mod", sha256="0" * 64), "(mod), sha256: There is a checksum but no file."),
    # Figures and nations
    (figures.figures_are_in_the_quote, claim("A1", troops_low="900"), "claims.csv, line 2 (A1), troops_low: 900 is not in the quote “The U.S. and"),
    (figures.figures_are_in_the_quote, claim("A1", troops_high="10000"), "(A1), troops_high: 10,000 is not in the quote"),
    (figures.figures_are_in_the_quote, claim("A1", unit_count="3"), "(A1), unit_count: 3 is not in the quote"),
    (figures.figures_are_in_the_quote, claim("A1", unit_count="1"), "(A1), unit_count: 1 is not in the quote"),
    (figures.figures_are_in_the_quote, cell("contributions", "A3 CAN", troops_high="400"), "contributions.csv, line 2 (A3, CAN), troops_high: 400 is not in the quote"),
    (nations.nations_are_in_the_quote, claim("A1", lead="USA;CAN"), "claims.csv, line 2 (A1), lead: CAN is not named in the quote"),
    (nations.nations_are_in_the_quote, claim("A1", host="LVA"), "(A1), host: LVA is not named in the quote"),
    (nations.nations_are_in_the_quote, cell("contributions", "A3 CAN", nation="EST"), "(A3, EST), nation: EST is not named in the quote"),
    (nations.nations_are_in_the_quote, cell("nations", "USA", also_known_as="US"), "(A1), lead: USA is not named in the quote"),
    (nations.nations_are_named_once, claim("A1", lead="USA;USA"), "(A1), lead: USA;USA names a nation twice."),
    (figures.a_figure_in_words_stands_in_a_cell, claim("R1", citation="Sends 300 British soldiers"), "claims.csv, line 6 (R1), citation: It speaks of 300 persons, who are in no cell."),
    (figures.a_figure_in_words_stands_in_a_cell, claim("R1", note="Another has 650 British, in all."), "(R1), note: It speaks of 650 persons, who are in no cell."),
    (figures.a_figure_in_words_stands_in_a_cell, cell("deployments", "us", note="At first 40 to 50 men."), "deployments.csv, line 4 (us), note: It speaks of 40, 50 persons"),
    (figures.a_figure_in_words_stands_in_a_cell, cell("deployments", "us", note="At first 40 men, then 40 men."), "deployments.csv, line 4 (us), note: It speaks of 40 persons"),
    (wording.a_quote_carries_what_is_read_in_it, claim("A1", status="withdrawn"), "claims.csv, line 2 (A1), status: No word of the quote carries “withdrawn”."),
    (wording.a_quote_carries_what_is_read_in_it, claim("A1", note=""), "(A1), lead: No word of the quote speaks of leading."),
    (wording.a_quote_carries_what_is_read_in_it, claim("A4", place="tapa"), "(A4), place: The quote does not name Tapa."),
    (spans.spans_lie_where_they_say, cell("claim_spans", "A1 speaker", field="speaker_role"), "(A1, speaker_role, 100), field: A1 has nothing in speaker_role."),
    (spans.spans_lie_where_they_say, cell("claim_spans", "A1 speaker", claim="R1"), "(R1, speaker, 100), claim: R1 quotes no held article"),
    (spans.spans_lie_where_they_say, cell("claim_spans", "A1 speaker", end="5000"), "(A1, speaker, 100), end: 100 to 5000 is no piece of an article of 197 characters."),
    (spans.spans_lie_where_they_say, cell("claim_spans", "A1 speaker", field="host"), "(A1, host, 100), start: “Ann Lee” is not in the quote of A1."),
    (spans.spans_lie_where_they_say, cell("claim_spans", "A1 troops_low", start="70", end="75"), "(A1, troops_low, 70), start: “1,000” does not state 800."),
    (spans.spans_lie_where_they_say, cell("claim_spans", "A3 contribution:CAN", field="contribution:GBR"), "field: A3 has no contribution of GBR."),
    # Judgements
    (judgements.a_judgement_is_no_word_of_a_source, claim("S1", source="mod"), "claims.csv, line 8 (S1), source: A judged claim is a curator's, but it has a source."),
    (judgements.a_judgement_is_no_word_of_a_source, claim("R1", source="", said_on="2017-06-01"), "(R1), source: The claim has no source."),
    (judgements.a_judgement_is_no_word_of_a_source, claim("R1", rests_on="A1"), "(R1), rests_on: The claim is cited, but it has rests_on, as a judged one has."),
    (judgements.a_judgement_says_what_it_rests_on, claim("S1", rests_on="", said_on="2017-06-01"), "(S1), rests_on: A judged claim has no rests_on."),
    (judgements.a_judgement_says_what_it_rests_on, claim("S1", judged_on=""), "(S1), judged_on: A judged claim has no judged_on."),
    (judgements.a_judgement_says_what_it_rests_on, claim("S1", note=""), "(S1), note: A judged claim has no note."),
    (judgements.a_judgement_says_what_it_rests_on, claim("S1", note="", credibility="2"), "(S1), credibility: An inference is graded 2, and no note says why"),
    (judgements.a_judgement_says_what_it_rests_on, claim("S1", rests_on="S1", said_on="2017-06-01"), "(S1), rests_on: It rests on itself."),
    (judgements.a_judgement_says_what_it_rests_on, claim("R1", review="draft"), "(S1), rests_on: It rests on R1, which does not count: it is "),
    (judgements.a_judgement_says_what_it_rests_on, claim("R1", review="retracted"), "(S1), rests_on: It rests on R1, which does not count: it is retracted."),
    (judgements.a_judgement_says_what_it_rests_on, claim("S1", judged_on="2017-01-01"), "(S1), rests_on: It was judged before R1, on which it rests, was known."),
    # Wholes and parts: more of each law is in test_wholes.py
    (wholes.a_contingent_is_no_larger_than_its_whole, cell("contributions", "R1 CAN", troops_low="1200"), "contributions.csv, line 3 (R1, CAN), troops_low: CAN, 1,200"),
    (wholes.contingents_add_up_to_no_more_than_their_whole,
        claim("R1", troops_low="900", troops_high="900", counts="whole"),
        "claims.csv, line 6 (R1), troops_high: Its contingents add up to 1,000, more than the whole, 900.",
    ),
    (wholes.a_statistic_is_no_smaller_than_its_parts,
        both(
            added("deployments", id="xall", name="All in Estonia", sort="statistic", kind="statistic"),
            said("S2", deployment="xall", host="EST", troops_low="900", troops_high="900", counts="whole"),
        ),
        "claims.csv, line 9 (S2), troops_high: xall, 900, counts in est, 1,000 (R1), which is more, in the same half-year.",
    ),
    (wholes.a_group_is_no_further_than_its_units, claim("A1", status="deployed", host=""), "claims.csv, line 2 (A1), status: It has all deployed, but not all of its units"),
    # What is followed
    (followed.no_weak_claim_displaces_a_sound_one,
        said("S2", said_on="2020-06", place="riga", credibility="5"),
        "claims.csv, line 9 (S2), place: The place of est follows this weak claim (B5), not R1 (B1).",
    ),
    (followed.an_end_is_stated_by_a_source, claim("S1", status="ended"), "claims.csv, line 8 (S1), status: That est ends is a curator’s judgement; no source states it."),
    # Sources
    (sources.a_copy_is_graded_below_its_original, cell("sources", "mod", reliability="A"), "sources.csv, line 3 (mod), reliability: A text that was read as a copy or an excerpt is graded A"),
    (sources.a_copy_is_graded_below_its_original, cell("sources", "mod", publisher="AP"), "(mod), reliability: It was read as a copy or an excerpt, but graded B; originals of AP are B."),
    (sources.a_held_text_bears_its_date, cell("sources", "ap", note="B: an agency."), "sources.csv, line 2 (ap), published: ap.txt does not bear this date"),
    (sources.a_claim_is_dated_no_closer_than_its_source, claim("R1", said_on="2017-06-05"), "claims.csv, line 6 (R1), said_on: It was said on 2017-06-05, but its source mod is dated 2017-06 only."),
    # Strength
    (strengths.low_is_not_above_high, claim("A1", troops_low="1000", troops_high="800"), "(A1), troops_low: 1,000 is more than 800 in troops_high."),
    (strengths.low_is_not_above_high, cell("contributions", "R1 CAN", troops_low="201"), "contributions.csv, line 3 (R1, CAN), troops_low: 201 is more than 200"),
    (strengths.a_figure_says_what_it_counts, claim("A1", counts=""), "(A1), counts: The claim has a figure but does not say what it counts."),
    (strengths.a_figure_says_what_it_counts, claim("A2", counts="whole"), "(A2), counts: “whole” counts nothing: there is no figure."),
    (strengths.nobody_is_there_only_where_it_is_over, claim("A1", troops_low="0", troops_high="0"), "(A1), troops_high: 0 means that nobody is there, but the status is not that it is over."),
    (strengths.nobody_is_there_only_where_it_is_over, claim("A1", troops_low="", troops_high="0"), "(A1), troops_high: 0 means"),
    (strengths.nobody_is_there_only_where_it_is_over, claim("A1", troops_low="0"), "(A1), troops_low: 0 means"),
    (strengths.a_hedge_stands_before_a_figure, claim("A2", hedge="about"), "(A2), hedge: “about” stands before no figure."),
    (strengths.a_hedge_stands_before_a_figure, claim("A3", troops_low="4000", troops_high=""), "(A3), troops_high: “up to” gives an upper figure, but there is none."),
    (strengths.a_hedge_stands_before_a_figure, claim("A3", hedge="more than"), "(A3), troops_low: “more than” gives a lower figure, but there is none."),
    (strengths.a_sum_is_the_sum_of_its_contingents, claim("R1", troops_low="999"), "(R1), troops_low: 999 is not what the claim's contributions add up to: 1000."),
    (strengths.a_sum_is_the_sum_of_its_contingents, cell("contributions", "R1 CAN", troops_high=""), "(R1), troops_high: 1000 is not what the claim's contributions add up to"),
    (strengths.a_sum_is_the_sum_of_its_contingents, lambda small: small.tables.update(contributions=[]), "(R1), troops_low: 1000 is not what the claim's contributions add up to"),
    # Dates
    (dates.nothing_is_said_after_it_was_published, claim("A1", said_on="2016-06-15"), "(A1), said_on: It was said on 2016-06-15, after its source ap was published on 2016-06-14."),
    (dates.every_claim_has_a_day_from_which_it_counts, claim("A1", said_on="2016-06/"), "(A1), said_on: “2016-06/” has no last day"),
    (dates.every_claim_has_a_day_from_which_it_counts, cell("sources", "ap", published="2016-06/"), "sources.csv, line 2 (ap), published: “2016-06/” has no last day"),
    (dates.every_claim_has_a_day_from_which_it_counts, claim("S1", rests_on="S1"), "claims.csv, line 8 (S1), rests_on: "),
    (dates.every_claim_has_a_day_from_which_it_counts, claim("R1", source=""), "claims.csv, line 6 (R1), source: "),
    (dates.nothing_is_read_before_it_was_published, cell("sources", "ap", accessed="2016-06-13"), "(ap), accessed: It was read on 2016-06-13, before it was published (2016-06-14)."),
    (dates.nothing_ends_before_it_starts, claim("A1", ends="2016-05"), "(A1), ends: It ends (2016-05) before it starts (2016-06)."),
    # Places
    (places.coordinates_go_with_their_precision, cell("places", "tapa", precision="none", geocoder="none"), "places.csv, line 3 (tapa), lat: Precision is none, but there is a coord"),
    (places.a_point_has_both_coordinates, cell("places", "tapa", lon=""), "(tapa), lon: Precision is site, but a coordinate is missing."),
    (places.coordinates_go_with_their_precision, cell("places", "tapa", geocoder="none"), "(tapa), geocoder: Geocoder “none” does not go with precision “site”."),
    (places.coordinates_go_with_their_precision, cell("places", "tapa", country=""), "(tapa), country: A site lies in a country, but none is given."),
    (places.coordinates_go_with_their_precision, cell("places", "tapa", precision="sea"), "(tapa), country: A sea lies in no country, but EST is given."),
    (on_the_map, cell("places", "tapa", precision="sea", country=""), "(tapa), lat: 59.26, 25.97 is not a sea: it lies in EST."),
    (on_the_map, cell("places", "tapa", country="LVA"), "(tapa), lat: 59.26, 25.97 is not in LVA but in EST. Correct lat and lon, or the country."),
    (on_the_map, cell("places", "tapa", lat="60.1"), "(tapa), lat: 60.1, 25.97 is not in EST but in no country on the map: at sea."),
    (on_the_map, cell("places", "tapa", lat="25.97", lon="59.26"), "(tapa), lat: 25.97, 59.26 is not in EST but in no country on the map: at sea. Swap"),
    (on_the_map, cell("places", "tapa", country="GBR"), "(tapa), country: The base map has no outline of GBR."),
    (on_the_map, cell("places", "tapa", country="USA"), "(tapa), lat: 59.26, 25.97 is not in USA but in EST."),
    (on_the_map, cell("nations", "EST", capital_lat="56.9"), "nations.csv, line 3 (EST), capital_lat: 56.9, 24.7 is not in EST but in LVA."),
    (places.every_host_is_on_the_map, claim("A1", host="USA"), "(USA), iso3: Claims or places name USA, which is outside this map."),
    (places.a_place_lies_in_the_host, cell("places", "tapa", country="LVA"), "(R1), place: “tapa” is a place in LVA, but the host is EST."),
    (places.a_country_is_no_base, cell("places", "tapa", precision="country"), "claims.csv, line 6 (R1), place: “tapa” is a whole country, and its centre"),
    # Structure
    # Decisions: each reason for which one no longer applies is in test_decisions.py
    (decisions.decisions_still_apply,
        lambda small: small.tables["decisions"].append({"id": "D001", "deployment": "est", "field": "place", "claim": "R1", "decided_on": "2026-01-01", "reason": "It is there."}),
        "decisions.csv, line 2 (D001), claim: No other source of the time disagrees with R1 on this any more.",
    ),
    (structure.a_deployment_claim_states_a_status, claim("A3", status=""), "(A3), status: A claim of kind deployment has no status."),
    (structure.a_deployment_claim_states_a_status, claim("A3", deployment=""), "(A3), deployment: A claim of kind deployment has no deployment."),
    (structure.wholes_and_parts_form_no_circle,
        added("memberships", id="M4", member="all", whole="est", relation="part"),
        "memberships.csv, line 2 (M1), whole: It leads in a circle: est → all → est.",
    ),
    (structure.wholes_and_parts_form_no_circle, cell("memberships", "M3", whole="us"), "(M3), whole: It leads in a circle: us → us."),
    (structure.what_became_another_stays_in_its_whole, cell("memberships", "M1", member="us"), "(M3), whole: us is a part of all, but est, which it became, is not."),
    (structure.a_membership_has_days_of_its_own, cell("memberships", "M1", starts="2017", ends="2016"), "(M1), ends: It ends (2016) before it starts (2017)."),
    (structure.a_membership_has_days_of_its_own,
        added("memberships", id="M4", member="us", whole="all", relation="became"),
        "memberships.csv, line 5 (M4), whole: us became another deployment already.",
    ),
    (structure.a_membership_has_days_of_its_own,
        added("memberships", id="M4", member="est", whole="all", relation="part", starts="2020"),
        "(M4), starts: est is a part of all twice at one time.",
    ),
    (structure.every_row_is_used, claim("R1", place=""), "places.csv, line 3 (tapa), id: No claim has the place “tapa”."),
    (structure.every_row_is_used, claim("A3", deployment="all"), "deployments.csv, line 4 (us), id: No claim has the deployment “us”."),
    (structure.every_row_is_used, claim("R1", source="ap"), "sources.csv, line 3 (mod), id: No claim has the source “mod”."),
    (structure.rows_are_sorted, lambda small: small.tables["claims"].reverse(), "claims.csv, line 5 (A4), id: A4 stands after R1. Sort the rows"),
    (structure.rows_are_sorted, lambda small: small.tables["contributions"].reverse(), "contributions.csv, line 3 (R1, CAN), claim: R1, CAN stands after R1, GBR."),
    (names.no_two_deployments_bear_one_name, cell("deployments", "us", name="ESTONIA "), "deployments.csv, line 4 (us), name: The name “ESTONIA ” looks the same as that of est."),
    (names.no_two_deployments_bear_one_name, cell("deployments", "us", name="Est\u043eni\u0430"), "looks the same as that of est."),
    (names.no_two_deployments_bear_one_name, cell("deployments", "us", name="\uff25stonia"), "looks the same as that of est."),
    (dates.what_is_there_has_begun, claim("R1", starts="2035", ends=""), "claims.csv, line 6 (R1), starts: It is deployed, but it starts (2035) after the day on which this was known (2017-06-"),
    (structure.ids_differ_in_more_than_case, said("r1"), "claims.csv, line 9 (r1), id: The ids “r1” and “R1” differ only in how their letters are written. Remove the row if it is a copy."),
    (structure.nothing_unseen_stands_in_a_cell, claim("A1", note="x\u200by"), "(A1), note: There is an invisible character, U+200B."),
    (structure.names_are_short_enough_to_be_drawn, cell("places", "tapa", name="T" * 301), "(tapa), name: The name has 301 characters, and at most 300 can be shown."),
    (dates.nothing_is_told_of_a_day_to_come, claim("A1", as_at="2099"), "(A1), as_at: It tells of 2099, a day after it was known (2016-06-14)."),
    (sources.an_address_can_be_opened, cell("sources", "mod", url="https://["), "(mod), url: “https://[” is not an address."),
    (versions.a_text_is_corrected_by_one_other, cell("sources", "mod", replaces="ap"), "(mod), replaces: A text can replace another one only where both are held."),
    (versions.a_text_is_corrected_by_one_other, cell("sources", "ap", replaces="ap"), "(ap), replaces: It would replace itself."),
    (versions.a_text_is_corrected_by_one_other, both(corrected("ap2"), corrected("ap3")), "(ap3), replaces: ap2 replaces ap already."),
    (versions.no_quote_is_left_with_a_corrected_text, corrected("ap2"), "(A1), source: ap was corrected by ap2, and its quote was not moved to that text: it is orphaned. Quote the words of ap2 instead"),
    (changes.a_change_names_what_there_is, journal(table="dreams"), "(C0001), table: There is no table “dreams”."),
    (changes.a_change_names_what_there_is, journal(column="colour"), "(C0001), column: claims.csv has no column “colour”."),
    (structure.cells_are_trimmed, claim("A1", note="Odd "), "(A1), note: The text begins or ends with white space."),
    (structure.cells_are_trimmed, claim("A4", quote="Ministers met “in Riga”.\n"), "(A4), quote: The text begins or ends with white space."),
]  # fmt: skip


@pytest.mark.parametrize(("law", "change", "message"), BREACHES, ids=[message for *_, message in BREACHES])
def test_a_breach_is_found_where_it_is_and_in_no_other_row(
    small: SmallData, law: checks.Law, change: Change, message: str
) -> None:
    change(small)
    found = [*law(small.values())]
    named = [finding for finding in found if message in str(finding)]
    assert len(named) == 1, found
    assert law in OF_SEVERAL_ROWS or {finding.row for finding in found} == {named[0].row}


OF_SEVERAL_ROWS = (
    structure.rows_are_sorted,
    structure.wholes_and_parts_form_no_circle,
    versions.no_quote_is_left_with_a_corrected_text,
)
"""Laws whose breaches here are in several rows."""

FIRST = {law: number for number, (law, *_) in reversed(list(enumerate(BREACHES)))}
"""The first breach of each law."""


@pytest.mark.parametrize(
    ("law", "change", "message"),
    these(BREACHES, *(number for law, number in FIRST.items() if law in checks.RELIED_ON)),
    ids=[message for *_, message in BREACHES],
)
def test_a_breach_in_the_files_is_found_and_no_view_is_shown_where_the_code_relies_on_the_law(
    small: SmallData, law: checks.Law, change: Change, message: str
) -> None:
    change(small)
    if law in checks.RELIED_ON:
        with pytest.raises(BrokenData) as refusal:
            tables.read(*small.write())
        found = [str(finding) for finding in refusal.value.findings]
    else:
        found = [str(finding) for finding in law(tables.read(*small.write()))]
    assert any(message in finding for finding in found), found


def test_every_law_has_a_breach_here() -> None:
    assert {law for law, *_ in BREACHES} == {*checks.RELIED_ON, *checks.LAWS, on_the_map}


def test_a_place_off_its_country_is_found_with_the_rest(small: SmallData) -> None:
    cell("places", "tapa", country="LVA")(small)
    assert [finding.row for finding in audited(small)] == ["line 6 (R1)", "line 3 (tapa)"]


@pytest.mark.parametrize(
    "change",
    [
        claim("A1", unit_count="3", note="Three of the four: the fourth is led by Canada."),
        both(
            claim("A1", troops_high="1200", note="1,200 by another count. To send is to lead."),
            cell("claim_spans", "A1 troops_high", start="0", end="77"),
        ),
        claim("A1", lead="USA;CAN", note="Canada is meant by the sentence before, to lead."),
        claim("A1", lead="USA;CAN", note="CAN by the sentence before, to lead."),
        cell("places", "tapa", lat="60.015"),
        cell("deployments", "us", note="Became Estonia's."),
        claim("A1", status="withdrawn", note="Its status by another text; its lead, too."),
        both(
            claim("A4", host="EST;LVA", note="Estonia is the host by A1, Latvia by its capital."),
            added("claim_spans", claim="A4", field="host", start="86", end="93"),
        ),
        claim("A2", place="tapa", note="The place is Tapa by the next sentence."),
        claim("R1", note="Not 2017 troops: of the 800 British, R1 has 200 Canadians."),
    ],
)
def test_a_note_accounts_for_what_the_quote_lacks_and_a_coast_for_two_kilometres(
    small: SmallData, change: Change
) -> None:
    change(small)
    assert audited(small) == ()


def test_a_note_does_not_account_for_a_nation_whose_code_is_part_of_a_word(small: SmallData) -> None:
    claim("A1", lead="USA;CAN", note="CANDID about the canal that leads there.")(small)
    assert [finding.column for finding in audited(small)] == ["lead"]


def test_findings_come_in_the_order_of_tables_and_lines(small: SmallData) -> None:
    claim("A4", note=" ")(small)
    claim("A1", speaker="Nobody", counts="")(small)
    cell("sources", "mod", sha256="0" * 64)(small)
    found = audited(small)
    assert [(finding.table, finding.row) for finding in found] == [
        ("sources.csv", "line 3 (mod)"),
        ("claims.csv", "line 2 (A1)"),
        ("claims.csv", "line 2 (A1)"),
        ("claims.csv", "line 5 (A4)"),
    ]


def test_a_change_of_a_day_to_come_is_found_and_one_of_tomorrow_is_not(small: SmallData) -> None:
    """Only the command `check` asks: the other laws know no clock."""
    both(journal(), journal(id="C0002", changed_on="2026-11-03"))(small)
    read = small.values()
    (found,) = changes.no_change_is_of_a_day_to_come(read, date(2026, 11, 1))
    assert str(found).startswith(
        "changes.csv, line 3 (C0002), changed_on: This day is after today, 2026-11-01."
    )
    assert [*changes.no_change_is_of_a_day_to_come(read, date(2026, 11, 2))] == []
