"""What holds for the record, whatever is added to it."""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import frictionless
import pytest

from eastflank import checks, dates
from eastflank.checks import places as places_of_laws
from eastflank.model import Deployment
from eastflank.reading.quotes import numbers_in
from eastflank.record.as_of import known_as_of
from eastflank.record.claim_index import index_of, years_later
from eastflank.record.statistics import is_inside
from eastflank.render.products import PRODUCTS, Product
from eastflank.report.contents import Briefing, briefing_of
from eastflank.scene.composition import compose
from eastflank.store import DATA, SEEDS, ground, outlines, schema
from eastflank.view.options import vocabularies
from eastflank.view.request import request_of
from eastflank.view.selection import view_of
from tests.data.live import ANCHORS as POINTS
from tests.data.live import DATASET as RECORD
from tests.representatives import of_formats

NOTES = (DATA / "README.md").read_text(encoding="utf-8")
DAYS = sorted(set(RECORD.claims["known_on"].dropna().dt.date))
SOME = sorted({*DAYS[::12], DAYS[-1], *map(date.fromisoformat, ["2016-06-14", "2017-10-01", "2022-06-28"])})
"""Every twelfth day on which anything new was known, the last one, and three of which analysts ask."""
some_days = pytest.mark.parametrize("day", SOME, ids=str)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


CLAIMS = rows(DATA / "claims.csv")
SOURCES = rows(DATA / "sources.csv")
CHANGES = rows(DATA / "changes.csv")
FILES = {source["id"]: source["file"] for source in SOURCES}
ARTICLES = {name: (SEEDS / name).read_bytes().decode() for name in FILES.values() if name}


def test_the_check_finds_nothing() -> None:
    assert checks.findings(RECORD, outlines.read(DATA)) == ()


def test_the_shipped_map_shows_every_host_and_place() -> None:
    assert [*places_of_laws.every_host_is_on_the_map(RECORD)] == []


def test_the_package_is_one_that_others_can_read() -> None:
    assert frictionless.validate(str(DATA / schema.FILE)).valid


# --- quotes and sources -----------------------------------------------------------------------------


def test_every_quote_stands_in_its_article_once() -> None:
    found = {
        claim["id"]: ARTICLES[FILES[claim["source"]]].count(claim["quote_prefix"] + claim["quote"])
        for claim in CLAIMS
        if claim["quote"]
    }
    assert found
    assert {claim for claim, times in found.items() if times != 1} == set()


def test_every_cited_claim_has_a_citation_and_no_held_article() -> None:
    cited = [claim for claim in CLAIMS if claim["basis"] == "cited"]
    assert cited
    assert [claim["id"] for claim in cited if not claim["citation"] or FILES[claim["source"]]] == []


def test_an_inference_has_no_source_and_no_letter_and_says_why() -> None:
    judged = RECORD.claims[RECORD.claims["basis"] == "judged"]
    assert not judged.empty
    assert judged[["source", "grade", "quote", "citation"]].isna().all(axis=None)
    assert judged[["rests_on", "judged_on", "note"]].notna().all(axis=None)
    for rests_on in judged["rests_on"]:
        assert set(rests_on.split(";")) <= set(RECORD.claims["id"])


def test_every_held_article_is_a_source_and_has_its_checksum() -> None:
    recorded = {source["file"]: source["sha256"] for source in SOURCES if source["file"]}
    held = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in SEEDS.glob("*.txt")}
    assert recorded == held


def test_every_source_says_how_it_earned_its_letter() -> None:
    for source in SOURCES:
        assert source["note"].startswith(f"{source['reliability']}: "), source["id"]
        assert len(source["note"]) > 20, source["id"]


def test_what_was_read_in_a_copy_or_an_excerpt_is_never_a() -> None:
    second_hand = [source for source in SOURCES if source["read_as"] != "original"]
    assert second_hand
    assert [source["id"] for source in second_hand if source["reliability"] == "A"] == []


def test_no_address_is_a_proxys_a_test_sites_or_in_a_chosen_language() -> None:
    for source in SOURCES:
        assert not re.search(r"staging|selectedLocale|browserrender|proxy", source["url"]), source["id"]


def test_a_place_put_by_hand_says_how_far_off_it_may_be() -> None:
    by_hand = RECORD.places[RECORD.places["note"].str.contains("by hand|Approximate", na=False)]
    assert not by_hand.empty
    assert by_hand["note"].str.contains(r"[Ww]ithin [0-9.]+ km").all()


# --- the characters behind each field -----------------------------------------------------------------

FROM_WORDS = (
    "lead", "host", "meant_for", "place", "troops_low", "troops_high", "hedge", "unit_count", "status",
    "speaker", "speaker_role", "starts", "ends", "timing_words",
)  # fmt: skip
NOT_IN_THE_ARTICLE = {("A2-04", "starts"), ("A2-04", "ends")}
"""The days of the meeting: the note says where they come from."""
ELSEWHERE = {("A1-19", "status")}
"""Fields that another sentence of the article gives; so do all speakers and their offices."""


def spans() -> Iterator[tuple[dict[str, str], str, int, int]]:
    by_id = {claim["id"]: claim for claim in CLAIMS}
    for span in rows(DATA / "claim_spans.csv"):
        yield by_id[span["claim"]], span["field"], int(span["start"]), int(span["end"])


def test_each_field_of_a_quoted_claim_has_the_characters_that_gave_it() -> None:
    given = {(claim["id"], field) for claim, field, _, _ in spans()}
    stated = {
        (claim["id"], field)
        for claim in CLAIMS
        if claim["basis"] == "quoted"
        for field in FROM_WORDS
        if claim[field]
    }
    sent = rows(DATA / "contributions.csv")
    quoted = {claim["id"] for claim in CLAIMS if claim["basis"] == "quoted"}
    stated |= {(row["claim"], f"contribution:{row['nation']}") for row in sent if row["claim"] in quoted}
    assert given == stated - NOT_IN_THE_ARTICLE


def test_these_characters_lie_inside_the_quote() -> None:
    for claim, field, start, end in spans():
        article = ARTICLES[FILES[claim["source"]]]
        first = article.index(claim["quote_prefix"] + claim["quote"]) + len(claim["quote_prefix"])
        inside = first <= start < end <= first + len(claim["quote"])
        assert inside or field in ("speaker", "speaker_role") or (claim["id"], field) in ELSEWHERE


def test_these_characters_say_what_the_field_says() -> None:
    for claim, field, start, end in spans():
        words = ARTICLES[FILES[claim["source"]]][start:end]
        if field in ("troops_low", "troops_high") or (field == "unit_count" and words != "the unit"):
            assert numbers_in(words) == {int(claim[field])}, claim["id"]
        elif field in ("timing_words", "speaker"):
            assert words == claim[field], claim["id"]
        elif field == "speaker_role":
            assert words.lower() == claim[field].lower(), claim["id"]


# --- the notes and the changes ------------------------------------------------------------------------


def test_every_claim_that_the_notes_name_is_in_the_tables_or_was_removed() -> None:
    """Except the numbers of which the notes say that they were never given out."""
    named = set(re.findall(r"\b[A-Z][0-9]{3}[a-z]?\b", NOTES))
    never = {
        f"{first[0]}{number:03}"
        for first, last in re.findall(r"`(\w+)` to `(\w+)` were never given out", NOTES)
        for number in range(int(first[1:]), int(last[1:]) + 1)
    }
    never |= set(re.findall(r"^\| ([A-Z]\d{3}): [^|]*\| not taken", NOTES, flags=re.MULTILINE))
    removed = {change["row"] for change in CHANGES if not change["column"]}
    held = set(RECORD.claims["id"]) | set(RECORD.decisions["id"])
    assert named - never <= held | removed
    assert not (never | removed) & held


@pytest.mark.parametrize(("left_out", "column"), [("no place", "place"), ("no lead", "lead")])
def test_what_the_notes_say_is_empty_is_empty(left_out: str, column: str) -> None:
    lists = re.findall(rf"^\| ([^|]*?): [^|]* \| {left_out} \|", NOTES, flags=re.MULTILINE)
    ids = [
        found
        for listed in lists
        for first, last in re.findall(r"([A-Z]\d{3})(?:(?:–| to )([A-Z]\d{3}))?", listed)
        for found in RECORD.claims["id"]
        if first <= found <= (last or first)
    ]
    assert ids
    assert RECORD.claims.set_index("id").loc[ids, column].isna().all()


def test_each_change_tells_of_a_row_and_gives_its_reason() -> None:
    tables = {change["table"]: rows(DATA / f"{change['table']}.csv") for change in CHANGES}
    keys = {table: resource.key for table, resource in schema.read(DATA).items()}
    for (table, row, column), after in _last_changes().items():
        held = [one for one in tables[table] if ",".join(one[key] for key in keys[table]) == row]
        if not column:
            assert not held, (table, row)
        elif held:
            assert held[0][column] in after, (table, row, column)
    assert all(change["reason"] for change in CHANGES)


def _last_changes() -> dict[tuple[str, str, str], set[str]]:
    found: dict[tuple[str, str, str], set[str]] = {}
    for change in CHANGES:
        found.setdefault((change["table"], change["row"], change["column"]), set()).add(change["after"])
    return found


# --- what is known on a day ---------------------------------------------------------------------------


def known(day: date) -> list[Deployment]:
    return list(known_as_of(RECORD, day).deployments.values())


@some_days
def test_no_contingent_in_force_is_larger_than_its_whole(day: date) -> None:
    for one in known(day):
        most = one.figure.high if one.figure and one.present else None
        for part in one.contingents:
            if most is not None and part.figure and not part.old and one.sort == "unit":
                assert (part.figure.low or 0) <= most, (one.id, part.nation)


@some_days
def test_nothing_is_there_after_its_stated_end_unless_somebody_saw_it(day: date) -> None:
    for one in known(day):
        last = dates.bounds(one.ends).last if one.ends else None
        if last and last < day and one.present:
            assert one.last_word and one.last_word > last, one.id


@some_days
def test_no_weak_strength_stands_where_a_sound_one_of_the_last_two_years_does(day: date) -> None:
    index = index_of(RECORD)
    for one in known(day):
        shown = index.by_id.get(one.figure.claim) if one.figure and one.present else None
        if shown is None or not shown.weak:
            continue
        for claim in index.first(one.id, index.number_by(one.id, day), None):
            sound = claim.stated and not claim.weak and claim.standing == one.standing
            level = claim.counts in ("whole", "sum") and not claim.ceiling
            assert not (sound and level and shown.told_last <= years_later(claim.told_last, 2)), claim.id


@some_days
def test_no_statistic_on_the_map_is_smaller_than_a_newer_unit_in_it(day: date) -> None:
    found = known(day)
    units = [one for one in found if one.sort == "unit" and one.present and one.figure]
    for one in found:
        if one.sort != "statistic" or one.off_map or not one.figure or one.figure.high is None:
            continue
        for unit in units:
            if is_inside(unit, one) and unit.figure and unit.figure.told_last > one.figure.told_last:
                assert (unit.figure.low or 0) <= one.figure.high, (one.id, unit.id)


@some_days
def test_every_deployment_of_a_day_is_drawn_or_said_not_to_be(day: date) -> None:
    found = view_of(RECORD, day=day)
    scene = compose(found, RECORD, POINTS)
    drawn = {mark.id for mark in scene.marks}
    named = {item.id for item in found.not_drawn if item.kind == "deployment"}
    assert not drawn & named
    written = {note.iso3 for note in scene.statistics}
    for one in found.deployments:
        if one.id not in drawn | named:
            assert (one.sort, one.off_map, set(one.host) <= written) == ("statistic", "", True), one.id


@some_days
def test_every_claim_of_a_day_is_with_its_deployment_or_named_as_not_drawn(day: date) -> None:
    found = view_of(RECORD, day=day)
    loose = {item.id for item in found.not_drawn if item.kind == "claim"}
    assert loose == {row.id for row in found.claims if not found.known.shown_in(row)}
    assert {row.id for row in found.claims} == {row.id for row in RECORD.claim_rows if row.known_on <= day}


@pytest.fixture(scope="module")
def newest() -> Briefing:
    """The whole record on its newest day."""
    view = view_of(RECORD)
    return briefing_of(view, RECORD, compose(view, RECORD, POINTS), ground.read(DATA), query={})


@pytest.mark.parametrize(
    "product", of_formats(PRODUCTS, "html"), ids=lambda product: product.format
)  # it holds the map, the tables and the evidence; the soak writes every product
def test_every_product_of_the_newest_day_can_be_written(product: Product, newest: Briefing) -> None:
    assert product.write(newest, product.sizes[0] if product.sizes else None)


# --- sorts --------------------------------------------------------------------------------------------


def test_a_statistic_is_part_of_nothing_and_has_no_place() -> None:
    statistics = set(RECORD.deployments.loc[RECORD.deployments["sort"] == "statistic", "id"])
    assert statistics
    assert not statistics & {*RECORD.memberships["member"], *RECORD.memberships["whole"]}
    claims = RECORD.claims[RECORD.claims["deployment"].isin(list(statistics))]
    assert claims["place"].isna().all()


def test_a_total_of_a_country_has_no_lead_and_one_host() -> None:
    totals = RECORD.claims[RECORD.claims["deployment"].str.startswith("total-", na=False)]
    assert not totals.empty
    assert totals["lead"].isna().all()
    assert (totals["host"].str.len() == len("EST")).all()


def test_only_units_and_groups_belong_to_a_programme() -> None:
    frame = RECORD.deployments
    assert frame.loc[frame["sort"] == "statistic", "programme"].isna().all()
    assert frame.loc[frame["sort"] == "unit", "programme"].notna().all()


# --- names in links ---------------------------------------------------------------------------------


def test_a_link_may_call_each_nation_by_each_of_its_names() -> None:
    vocabulary = vocabularies(RECORD)["nation"]
    shared = {"Czechoslovakia", "Serbia and Montenegro"}
    for nation in RECORD.nations_by_code.values():
        for name in (nation.iso3, nation.iso2 or "", *nation.names):
            assert nation.iso3 in vocabulary.meant(name)
            assert len(vocabulary.meant(name)) == 1 or name in shared, f"{name} is a name of two nations"


@pytest.mark.parametrize(
    ("name", "nation"),
    [
        ("UK", "GBR"), ("Britain", "GBR"), ("great britain", "GBR"), ("USA", "USA"), ("U.S.", "USA"),
        ("u.s.a.", "USA"), ("the US", "USA"), ("America", "USA"), ("Czech Republic", "CZE"), ("Holland", "NLD"),
        ("the Netherlands", "NLD"), ("Turkey", "TUR"), ("Türkiye", "TUR"), ("TURKIYE", "TUR"), ("FYROM", "MKD"),
        ("Macedonia", "MKD"), ("North Macedonia", "MKD"), ("Slovak Republic", "SVK"), ("Hellenic Republic", "GRC"),
    ],
)  # fmt: skip
def test_a_nation_is_known_by_the_names_that_people_use(name: str, nation: str) -> None:
    assert vocabularies(RECORD)["nation"].meant(name) == (nation,)


def test_the_name_of_a_former_state_is_asked_about() -> None:
    request = request_of({"nation": ["Czechoslovakia"]}, RECORD)
    assert request.filters.nation == ()
    assert request.unread[0].suggestions == ("CZE", "SVK")
