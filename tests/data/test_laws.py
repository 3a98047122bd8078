"""What holds for the record, whatever is added to it."""

from __future__ import annotations

import csv
import hashlib
import re
from datetime import date
from pathlib import Path

import frictionless
import pytest

from eastflank import checks
from eastflank.model import codes, each_row
from eastflank.render.products import PRODUCTS, Product
from eastflank.report.contents import briefing_of
from eastflank.scene.composition import compose
from eastflank.store import DATA, SEEDS, ground, label_points, outlines, schema
from eastflank.store.tables import read
from eastflank.view.request import request_of
from eastflank.view.selection import view_of
from eastflank.view.vocabulary import vocabularies

RECORD = read(DATA, SEEDS)
POINTS = label_points.read(DATA)
NOTES = (DATA / "README.md").read_text(encoding="utf-8")
DAYS = sorted(set(RECORD.claims["known_on"].dt.date))
every_day = pytest.mark.parametrize("day", DAYS, ids=str)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


CLAIMS = rows(DATA / "claims.csv")
FILES = {source["id"]: source["file"] for source in rows(DATA / "sources.csv")}


def test_the_check_finds_nothing() -> None:
    assert checks.findings(RECORD, outlines.read(DATA)) == ()


def test_the_package_is_one_that_others_can_read() -> None:
    assert frictionless.validate(str(DATA / schema.FILE)).valid


# --- quotes and sources -----------------------------------------------------------------------------


def test_every_quote_stands_in_its_article_once() -> None:
    articles = {name: (SEEDS / name).read_bytes() for name in FILES.values() if name}
    found = {
        claim["id"]: articles[FILES[claim["source"]]].count((claim["quote_prefix"] + claim["quote"]).encode())
        for claim in CLAIMS
        if claim["quote"]
    }
    assert found
    assert {claim for claim, times in found.items() if times != 1} == set()


def test_every_claim_without_a_quote_has_a_citation_and_no_held_article() -> None:
    cited = [claim for claim in CLAIMS if not claim["quote"]]
    assert cited
    assert [claim["id"] for claim in cited if not claim["citation"] or FILES[claim["source"]]] == []


def test_every_held_article_is_a_source_and_has_its_checksum() -> None:
    recorded = {source["file"]: source["sha256"] for source in rows(DATA / "sources.csv") if source["file"]}
    held = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in SEEDS.glob("*.txt")}
    assert recorded == held


def test_every_source_says_how_it_earned_its_letter() -> None:
    for source, letter, note in RECORD.sources[["id", "reliability", "note"]].itertuples(index=False):
        assert note.startswith(f"{letter}: "), source
        assert len(note) > 20, source


def test_a_place_put_by_hand_says_how_far_off_it_may_be() -> None:
    by_hand = RECORD.places[RECORD.places["note"].str.contains("by hand|Approximate", na=False)]
    assert not by_hand.empty
    assert by_hand["note"].str.contains(r"[Ww]ithin [0-9.]+ km").all()


def test_every_claim_that_the_notes_name_is_in_the_tables() -> None:
    """Except the numbers of which the notes say that they were never given out."""
    named = set(re.findall(r"\b[A-Z][0-9]{3}\b", NOTES))
    never = {
        f"{first[0]}{number:03}"
        for first, last in re.findall(r"`(\w+)` to `(\w+)` were never given out", NOTES)
        for number in range(int(first[1:]), int(last[1:]) + 1)
    }
    held = set(RECORD.claims["id"])
    assert named - never <= held
    assert not never & held


@pytest.mark.parametrize(("left_out", "column"), [("no place", "place"), ("no lead", "lead")])
def test_what_the_notes_say_is_empty_is_empty(left_out: str, column: str) -> None:
    (listed,) = re.findall(rf"^\| ([^|]*): [^|]* \| {left_out} \|", NOTES, flags=re.MULTILINE)
    spans = [span.split("–") for span in listed.split(", ")]
    ids = RECORD.claims["id"]
    told = RECORD.claims[[any(span[0] <= one <= span[-1] for span in spans) for one in ids]]
    assert not told.empty
    assert told[column].isna().all()


# --- what is shown ----------------------------------------------------------------------------------


@every_day
def test_every_deployment_of_a_day_is_drawn_or_said_not_to_be(day: date) -> None:
    found = view_of(RECORD, day=day)
    drawn = {mark.id for mark in compose(found, RECORD, POINTS).marks}
    named = {item.id for item in found.not_drawn if item.kind == "deployment"}
    assert set(found.deployments.index) == drawn | named
    assert not drawn & named


@every_day
def test_every_claim_of_a_day_is_with_its_deployment_or_named_as_not_drawn(day: date) -> None:
    found = view_of(RECORD, day=day)
    loose = {item.id for item in found.not_drawn if item.kind == "claim"}
    assert loose == set(found.claims.loc[found.claims["shown_in"].isna(), "id"])
    assert set(found.claims["id"]) == set(RECORD.claims.loc[RECORD.claims["known_on"].dt.date <= day, "id"])


@pytest.mark.parametrize("product", PRODUCTS, ids=lambda product: product.format)
def test_every_product_of_the_newest_day_can_be_written(product: Product) -> None:
    view = view_of(RECORD)
    said = briefing_of(view, RECORD, compose(view, RECORD, POINTS), ground.read(DATA), query={})
    assert product.write(said, product.sizes[0] if product.sizes else None)


def test_a_country_total_is_part_of_nothing_and_has_no_place_and_no_lead() -> None:
    totals = RECORD.deployments[RECORD.deployments["kind"] == "total"]
    assert not totals.empty
    assert totals["part_of"].isna().all()
    claims = RECORD.claims[RECORD.claims["deployment"].isin(totals["id"])]
    assert not claims.empty
    assert claims[["place", "lead"]].isna().all(axis=None)


def test_a_link_may_call_each_nation_by_each_of_its_names() -> None:
    vocabulary = vocabularies(RECORD)["nation"]
    shared = {"Czechoslovakia", "Serbia and Montenegro"}
    for nation in each_row(RECORD.nations):
        for name in (nation.iso3, nation.iso2, nation.name, *codes(nation.also_known_as)):
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
