"""Datasets shown together: each stays separate, nothing is added across them, and each is named."""

from __future__ import annotations

import csv
import functools
import io
import json
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastflank.__main__ import main
from eastflank.model import TABLES, Dataset
from eastflank.model.overlay import REFERENCES, Named, laid_over
from eastflank.record.disagreements import disagreements_in
from eastflank.render.products import PRODUCTS
from eastflank.report.contents import Briefing, briefing_of
from eastflank.report.totals_in_words import total_sentence
from eastflank.scene.composition import compose
from eastflank.store import schema
from eastflank.store.tables import read
from eastflank.view.facet_counts import counts_of
from eastflank.view.filters import EVERYTHING
from eastflank.view.matrix import matrix_of
from eastflank.view.names import names_by_code
from eastflank.view.request import request_of
from eastflank.view.selection import view_of
from tests.frozen import FOLDER, RECORD
from tests.representatives import examples

pytestmark = pytest.mark.usefixtures("coarse_pictures")

SECOND = Path(__file__).parents[1] / "second_theatre"
GULF = read(SECOND)
DAYS = (date(2016, 6, 14), date(2018, 6, 1), date(2019, 10, 5), date(2022, 6, 28))
BOTH = laid_over([Named("record", "Eastflank", RECORD), Named("gulf", "Gulf patrols", GULF)])
TWICE = laid_over([Named("record", "Eastflank", RECORD), Named("copy", "Copy of it", RECORD)])
PAIRS = [pytest.param(BOTH, (RECORD, GULF), id="two"), pytest.param(TWICE, (RECORD, RECORD), id="twice")]


def test_an_overlay_of_one_is_that_one() -> None:
    assert laid_over([Named("record", "Eastflank", RECORD)]) is RECORD


def test_the_references_are_those_of_the_schema() -> None:
    tables = {name: table for name, table in schema.read(FOLDER).items() if name in TABLES}
    linked = {
        name: {
            field.name: field.link.table
            for field in table.fields
            if field.link and field.link.table != "nations"
        }
        for name, table in tables.items()
    }
    linked["claims"]["rests_on"] = "claims"
    assert {name: found for name, found in linked.items() if found} == REFERENCES


@pytest.mark.parametrize(("both", "parts"), PAIRS)
def test_each_claim_is_a_claim_of_exactly_one_of_them(both: Dataset, parts: tuple[Dataset, ...]) -> None:
    assert both.claims["id"].is_unique
    assert len(both.claims) == sum(len(one.claims) for one in parts)
    assert [row.id for row in both.claim_rows] == both.claims["id"].tolist()
    for part, original in zip(both.parts, parts, strict=True):
        rows = [row for row in both.claim_rows if row.dataset == part.name]
        assert len(rows) == len(original.claim_rows)
        for row, before in zip(rows, original.claim_rows, strict=True):
            assert row.id in (before.id, f"{part.name}.{before.id}")
            assert (row.quote, row.low, row.high, row.known_on, row.grade, row.contributions) == (
                before.quote, before.low, before.high, before.known_on, before.grade, before.contributions,
            )  # fmt: skip


@pytest.mark.parametrize(("both", "parts"), PAIRS)
def test_no_id_stands_twice_and_each_reference_leads_to_a_row_of_the_same_dataset(
    both: Dataset, parts: tuple[Dataset, ...]
) -> None:
    assert len(parts) == len(both.parts)
    for table in ("sources", "deployments", "memberships", "claims", "places", "decisions", "changes"):
        assert getattr(both, table)["id"].is_unique, table
    for part in both.parts:
        for table, columns in REFERENCES.items():
            for column, other in columns.items():
                values = getattr(part.dataset, table)[column].dropna().str.split(";").explode()
                assert set(values) <= set(getattr(part.dataset, other)["id"]), (table, column)


def test_the_first_keeps_its_ids_and_a_clash_keeps_both() -> None:
    first, second = TWICE.parts
    assert first.dataset.claims["id"].equals(RECORD.claims["id"])
    assert set(second.dataset.claims["id"]) == {f"copy.{one}" for one in RECORD.claims["id"]}
    assert set(BOTH.parts[1].dataset.claims["id"]) & set(GULF.claims["id"])


def test_places_and_programmes_are_one_only_where_they_are_equal() -> None:
    assert len(TWICE.places) == len(RECORD.places)
    assert len(TWICE.programmes) == len(RECORD.programmes)
    moved = replace(RECORD, places=RECORD.places.assign(lat=RECORD.places["lat"] + 1))
    both = laid_over([Named("a", "A", RECORD), Named("b", "B", moved)])
    known = RECORD.places["lat"].notna()
    assert len(both.places) == len(RECORD.places) + int(known.sum())
    assert both.places_by_id["b.adazi"].at.lat == both.places_by_id["adazi"].at.lat + 1
    assert {row.place for row in both.claim_rows if row.dataset == "b"} & {"b.adazi"}


def test_nations_are_one_by_code_and_the_alliance_is_the_firsts() -> None:
    assert BOTH.nations["iso3"].is_unique
    assert set(BOTH.nations["iso3"]) == {*RECORD.nations["iso3"], *GULF.nations["iso3"]}
    members = {code for code, row in BOTH.nations_by_code.items() if row.member_since}
    assert members == {code for code, row in RECORD.nations_by_code.items() if row.member_since}


def test_articles_of_one_name_and_two_texts_are_both_kept() -> None:
    name = next(iter(RECORD.articles))
    other = replace(RECORD, articles={**RECORD.articles, name: RECORD.articles[name] + "."})
    both = laid_over([Named("a", "A", RECORD), Named("b", "B", other)])
    assert both.articles[name] == RECORD.articles[name]
    assert both.articles[f"b.{name}"] == RECORD.articles[name] + "."
    assert f"b.{name}" in set(both.sources["file"].dropna())


def test_a_kind_that_is_called_otherwise_is_another_kind() -> None:
    kind = RECORD.theatre.kinds["brigade"]
    theatre = replace(RECORD.theatre, kinds={"brigade": replace(kind, one="big unit", several="big units")})
    both = laid_over([Named("a", "A", RECORD), Named("b", "B", replace(RECORD, theatre=theatre))])
    assert both.theatre.kinds["b.brigade"].several == "big units"
    assert {one.kind.id for one in both.deployments_by_id.values() if one.dataset == "b"} >= {"b.brigade"}
    assert [kind.place for kind in both.theatre.kinds.values()] == list(range(len(both.theatre.kinds)))


# --- what is known, and what it adds up to -----------------------------------------------------------------


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize(("both", "parts"), PAIRS)
def test_what_is_known_by_one_is_known_just_so_beside_another(
    both: Dataset, parts: tuple[Dataset, ...], day: date
) -> None:
    view = view_of(both, day=day)
    for part, original in zip(both.parts, parts, strict=True):
        alone = view_of(original, day=day)
        shown = {one.id: one for one in view.deployments if one.dataset == part.name}
        assert len(shown) == len(alone.deployments)
        for one in alone.deployments:
            found = shown.get(f"{part.name}.{one.id}") or shown[one.id]
            assert found.name == f"{one.name} ({part.letter})"
            assert (found.status, found.lead, found.host, found.old, found.silent, found.missing) == (
                one.status, one.lead, one.host, one.old, one.silent, one.missing,
            )  # fmt: skip
            assert (found.figure and (found.figure.low, found.figure.high)) == (
                one.figure and (one.figure.low, one.figure.high)
            )


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize(("both", "parts"), PAIRS)
def test_totals_are_those_of_each_and_none_is_added(
    both: Dataset, parts: tuple[Dataset, ...], day: date
) -> None:
    view = view_of(both, day=day)
    figures = [
        (total.dataset, total.kind.one, total.units, total.low, total.high, total.hedge)
        for total in view.totals
    ]
    alone = [
        (part.name, total.kind.one, total.units, total.low, total.high, total.hedge)
        for part, original in zip(both.parts, parts, strict=True)
        for total in view_of(original, day=day).totals
    ]
    assert figures == alone
    for total in view.totals:
        assert f" in {both.titles[total.dataset]}" in total_sentence(total, view.known)


def test_sources_of_two_datasets_never_disagree_with_each_other() -> None:
    view = view_of(TWICE, day=date(2022, 6, 28))
    datasets = {row.id: row.dataset for row in TWICE.claim_rows}
    for one in disagreements_in(TWICE, view.known):
        assert len({datasets[said.claim] for said in one.statements}) == 1


def test_contingents_of_two_datasets_are_not_added() -> None:
    view = view_of(TWICE, day=date(2022, 6, 28))
    alone = matrix_of(view_of(RECORD, day=date(2022, 6, 28)), RECORD).nation_totals
    for nation, sent in matrix_of(view, TWICE).nation_totals.items():
        assert sent.sum.low is None
        stated = alone[nation].stating or alone[nation].silent
        assert [part for _, part in sent.parts] == [alone[nation], alone[nation]] * bool(stated)


def test_the_title_tells_each_by_itself() -> None:
    assert view_of(BOTH, day=date(2019, 10, 5)).title == (
        "In two datasets: four battlegroups and one brigade in Eastflank; two coastal patrols, one headquarters, "
        "one coastal patrol agreed and one training mission decided in Gulf patrols, as known on 5 October 2019"
    )
    assert view_of(BOTH, replace(EVERYTHING, nation=("NGA",)), date(2019, 10, 5)).title.startswith(
        "Involving Nigeria, in two datasets: no deployment in Eastflank; "
    )


def test_a_view_of_one_of_them_is_narrowed_to_it() -> None:
    view = view_of(BOTH, replace(EVERYTHING, dataset=("gulf",)), date(2019, 10, 5))
    assert {one.dataset for one in view.deployments} == {"gulf"}
    assert {row.dataset for row in view.claims} == {"gulf"}
    assert view.title.startswith("In the dataset Gulf patrols alone: two coastal patrols")
    assert counts_of(view, BOTH)["dataset"]["gulf"] == len(view.deployments)


def test_a_link_may_name_it_by_name_title_or_letter() -> None:
    for said in ("gulf", "Gulf patrols", "B", "b"):
        request = request_of({"dataset": [said]}, BOTH)
        assert (request.filters.dataset, request.unread) == (("gulf",), ())
    assert request_of({"dataset": ["gulf"]}, RECORD).unread


# --- names in each product -----------------------------------------------------------------------------


@functools.cache
def briefing() -> Briefing:
    view = view_of(BOTH, day=date(2019, 10, 5))
    scene = compose(view, BOTH, BOTH.label_points)
    return briefing_of(view, BOTH, scene, BOTH.base_map, query={"data": ["record", "gulf"]})


def written(name: str) -> bytes:
    (product,) = [one for one in PRODUCTS if one.format == name]
    return product.write(briefing(), product.sizes[0] if product.sizes else None)


def test_the_legend_and_each_mark_name_them() -> None:
    scene = briefing().scene
    assert scene.legend.figures[-2:] == (("(A)", "Dataset: Eastflank"), ("(B)", "Dataset: Gulf patrols"))
    letters = {part.name: f"({part.letter})" for part in BOTH.parts}
    for mark in scene.marks:
        assert mark.heading.count(letters[BOTH.deployments_by_id[mark.id].dataset]) == 1
    assert {mark.details[-1] for mark in scene.marks} == {"Dataset: Eastflank", "Dataset: Gulf patrols"}


def test_sources_say_of_which_they_are() -> None:
    names = names_by_code(BOTH)
    for part in BOTH.parts:
        assert all(names[one].endswith(f"({part.letter})") for one in part.dataset.sources_by_id)


def test_tables_have_a_column_for_it() -> None:
    rows = list(csv.DictReader(io.StringIO(written("csv").decode("utf-8-sig"))))
    assert {row["Dataset"] for row in rows} == {"Eastflank", "Gulf patrols"}
    assert {row["Datasets"] for row in rows} == {"Eastflank; Gulf patrols"}
    found: dict[str, Any] = json.loads(written("geojson"))
    assert {one["properties"]["dataset"] for one in found["features"]} == {"Eastflank", "Gulf patrols"}
    assert found["eastflank"]["datasets"] == BOTH.titles
    assert b'<Data name="Dataset">' in written("kml")
    with zipfile.ZipFile(io.BytesIO(written("zip"))) as bundle:
        for name in ("deployments.csv", "claims.csv", "totals.csv"):
            held = list(csv.DictReader(io.StringIO(bundle.read(name).decode("utf-8-sig"))))
            assert {row["Dataset"] for row in held} == {"Eastflank", "Gulf patrols"}, name


@pytest.mark.parametrize("name", ["svg", "html", "kml", "geojson"])
def test_each_product_names_both_and_their_versions(name: str) -> None:
    text = written(name).decode()
    for said in ("Eastflank", "Gulf patrols", RECORD.version, GULF.version):
        assert said in text, said
    assert "data=record" in text


def test_of_a_single_dataset_no_product_has_a_column_more() -> None:
    from tests.briefings import briefing as of_one  # noqa: PLC0415

    (table,) = [one for one in PRODUCTS if one.format == "csv"]
    assert "Dataset" not in table.write(of_one("asof=2019-10-05"), None).decode("utf-8-sig").splitlines()[
        0
    ].split(",")


# --- in the terminal -----------------------------------------------------------------------------------


def test_data_given_twice_is_laid_over(capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--data", str(FOLDER), "--data", str(SECOND)]
    assert main(["show", *options, "--json", "--view", "asof=2019-10-05"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["title"].startswith("In two datasets: ")
    assert {one["dataset"] for one in said["deployments"]} == {"record", "second-theatre"}
    assert main(["show", *options, "--view", "data=second-theatre&asof=2019-10-05"]) == 0
    assert capsys.readouterr().out.startswith("Two coastal patrols and one headquarters")
    assert main(["show", *options, "--view", "data=other"]) == 2
    assert "data=other: there is no dataset of this name here." in capsys.readouterr().err


def test_each_is_checked_by_itself(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--data", str(FOLDER), "--data", str(SECOND)]) == 1
    out = capsys.readouterr().out
    assert out.index(f"{FOLDER}:") < out.index(f"{SECOND}:")
    assert out.rstrip().endswith("findings.") or "No findings in" in out


# --- whatever the ids are ------------------------------------------------------------------------------

IDS = st.lists(
    st.from_regex(r"[A-Za-z0-9][A-Za-z0-9-]{0,5}", fullmatch=True), min_size=3, max_size=3, unique=True
)


@examples(10, soak=20)
@given(IDS, IDS, st.sampled_from(["a", "a-b", "x"]))
def test_whatever_their_ids_all_are_kept_apart(first: list[str], second: list[str], name: str) -> None:
    def of(ids: list[str]) -> Dataset:
        return replace(RECORD, memberships=RECORD.memberships.head(3).assign(id=ids))

    both = laid_over([Named("one", "One", of(first)), Named(name, "Other", of(second))])
    assert both.memberships["id"].is_unique
    assert len(both.memberships) == 6
    assert both.memberships["id"].tolist()[:3] == first
    for given_id, kept in zip(second, both.memberships["id"].tolist()[3:], strict=True):
        assert kept == (f"{name}.{given_id}" if given_id in first else given_id)
