"""Curation in the page: inferred and cited claims, answers, two people at one claim, in both stores."""

from __future__ import annotations

import csv
import io
import os
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from eastflank.curation.two_versions import Version
from eastflank.store import datasets, folder, parts
from eastflank.store.sql import connection, database
from eastflank.ui.add_data import entering
from tests.app.components import control, given

ANN, BO = (f"{who} reads “opened” as deployed. Cotonou is in Benin: BEN." for who in ("Ann", "Bo"))
SECOND = Path(__file__).parents[1] / "second_theatre"


def html(app: AppTest) -> str:
    return "".join(str(one.proto.body) for one in app.get("html"))


def _script() -> None:
    from eastflank.ui import data, state  # noqa: PLC0415 - the script is run from its text
    from eastflank.ui.add_data import page  # noqa: PLC0415

    names = state.names_asked()
    page.show(data.load(names), names)


@pytest.fixture(
    params=["folder", pytest.param("sqlite", marks=pytest.mark.soak)]
)  # see tests/sql/test_stores.py
def record(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[], Mapping[str, bytes]]]:
    """What the record that the page changes holds, by file: a copy of the second theatre's."""
    monkeypatch.setenv("EASTFLANK_EDIT", "1")
    monkeypatch.setenv("EASTFLANK_DATASETS", str(tmp_path / "datasets"))
    if request.param == "folder":
        root = Path(shutil.copytree(SECOND, tmp_path / "data"))
        monkeypatch.setenv("EASTFLANK_DATA", str(root))
        yield lambda: parts.packed(folder.of(root))
        return
    address = f"sqlite:///{tmp_path / 'record.db'}"
    database.fill(address, parts.packed(folder.of(SECOND)))
    monkeypatch.delenv("EASTFLANK_DATA", raising=False)
    monkeypatch.setenv("EASTFLANK_DATABASE", address)
    yield lambda: database.contents(address)
    connection.engine(address).dispose()


def opened() -> AppTest:
    return fine(AppTest.from_function(_script, default_timeout=60).run())


def fine(app: AppTest) -> AppTest:
    assert not app.exception, [one.value for one in app.exception]
    return app


def told(app: AppTest) -> str:
    """The page's message about the last action, or why it failed."""
    marked = re.findall(r'ef-(?:refused|asked|objection)".*?(?:</div>|</p>)', html(app), re.DOTALL)
    return " ".join([*(one.value for one in app.success), *marked])


def press(app: AppTest, key: str) -> None:
    fine(control(app.button, key).click().run())


def put(app: AppTest, **fields: str) -> None:
    for name, value in fields.items():
        widgets = [*app.text_input, *app.text_area]
        fine(control(widgets, f"field-{name}").input(value).run())


def choose(app: AppTest, **fields: str) -> None:
    for name, value in fields.items():
        fine(control(app.selectbox, f"field-{name}").set_value(value).run())


def rows(content: Mapping[str, bytes], table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content[f"{table}.csv"].decode())))


def row(content: Mapping[str, bytes], table: str, key: str) -> dict[str, str]:
    (found,) = (one for one in rows(content, table) if one["id"] == key)
    return found


@pytest.mark.soak  # tests/sql/test_sql.py states it of two editors
def test_two_people_who_change_one_claim_see_both_versions_and_choose(
    record: Callable[[], Mapping[str, bytes]],
) -> None:
    ann, bo = opened(), opened()
    for app in (ann, bo):
        press(app, "edit-H3")
    put(ann, note=ANN, reason="Read by Ann.")
    choose(ann, review="disputed")
    put(bo, note=BO, reason="Read by Bo.")
    choose(bo, credibility="3")
    press(ann, "save-claim")
    assert "H3 is saved." in told(ann)
    saved = row(record(), "claims", "H3")
    press(bo, "save-claim")
    assert row(record(), "claims", "H3") == saved, "nothing of Ann’s is overwritten unseen"
    said = html(bo)
    assert said.index(ANN) < said.index(BO)
    press(bo, "take-chosen")
    assert "Choose a version of each field." in html(bo)
    fine(control(bo.radio, "version-note").set_value(Version.YOURS).run())
    press(bo, "take-chosen")
    press(bo, "save-claim")
    assert "H3 is saved." in told(bo)
    last = row(record(), "claims", "H3")
    assert (last["note"], last["credibility"], last["review"]) == (BO, "3", "disputed")
    lost = [one for one in rows(record(), "changes") if one["before"] == ANN]
    assert [one["after"] for one in lost] == [BO]


@pytest.mark.soak  # tests/unit/test_curation.py states what is saved
def test_two_people_who_change_different_claims_are_not_in_each_others_way(
    record: Callable[[], Mapping[str, bytes]],
) -> None:
    ann, bo = opened(), opened()
    press(ann, "edit-H3")
    press(bo, "edit-H1")
    put(ann, note=ANN, reason="Read by Ann.")
    choose(bo, credibility="2")
    put(bo, reason="Read by Bo.")
    press(ann, "save-claim")
    press(bo, "save-claim")
    assert "H1 is saved." in told(bo)
    assert (row(record(), "claims", "H3")["note"], row(record(), "claims", "H1")["credibility"]) == (ANN, "2")


@pytest.mark.soak  # tests/unit/test_curation.py states what is saved
def test_an_inferred_claim_is_saved_with_the_answer_that_it_needs_and_undo_takes_both_back(
    record: Callable[[], Mapping[str, bytes]],
) -> None:
    before = record()
    page = opened()
    fine(control(page.selectbox, "source").set_value("(inferred)").run())
    press(page, "new-claim")
    fine(control(page.multiselect, "field-rests_on").set_value(["H3"]).run())
    choose(page, deployment="staff", status="ended", review="reviewed")
    fine(control(page.multiselect, "field-host").set_value(["BEN"]).run())
    put(page, id="J1", judged_on="2026-11-26", as_at="2019-09-18", note="It must be.", reason="Inferred.")
    press(page, "save-claim")
    assert "need your judgement" in told(page)
    assert "J1" not in {one["id"] for one in rows(record(), "claims")}
    press(page, "save-answered")
    assert "J1" not in {one["id"] for one in rows(record(), "claims")}, "no answer is given yet"
    fine(control(page.text_area, "answer-0").input("No report will come.").run())
    press(page, "save-answered")
    assert "J1 is saved." in told(page)
    saved = row(record(), "claims", "J1")
    assert (saved["basis"], saved["rests_on"], saved["source"], saved["quote"]) == ("judged", "H3", "", "")
    (answer,) = (one for one in rows(record(), "decisions") if one["row"] == "J1")
    assert (answer["check"], answer["claim"], answer["reason"]) == (
        "an_end_is_stated_by_a_source",
        "J1",
        "No report will come.",
    )
    press(page, "undo")
    assert "taken back" in told(page) and "” (J1)" in told(page).partition("retracted now: “")[2]
    assert row(record(), "claims", "J1")["review"] == "retracted"
    assert rows(record(), "decisions") == rows(before, "decisions")


@pytest.mark.soak  # tests/unit/test_curation.py states what is saved
def test_a_source_that_is_only_cited_and_its_claim_are_entered(
    record: Callable[[], Mapping[str, bytes]],
) -> None:
    page = opened()
    press(page, "add-source")
    fine(control(page.checkbox, "source-cited").check().run())
    for name, value in {
        "publisher": "Secretariat", "title": "Second notice", "url": "https://pact.example/second",
        "published": "2021-06-01", "accessed": "2021-06-02", "note": "A: an invented office.",
        "reason": "New.", "id": "second",
    }.items():  # fmt: skip
        fine(control([*page.text_input, *page.text_area], f"source-{name}").input(value).run())
    fine(control(page.selectbox, "source-reliability").set_value("A").run())
    press(page, "save-source")
    assert "together with its first claim" in told(page)
    fine(control(page.multiselect, "field-host").set_value(["BEN"]).run())
    choose(page, deployment="staff", status="deployed")
    put(page, id="S1", said_on="2021-06-01", reason="Read.")
    press(page, "save-claim")
    assert "S1" not in {one["id"] for one in rows(record(), "claims")}, "a claim needs its evidence"
    put(page, citation="Third line.")
    press(page, "save-claim")
    assert "S1 is saved." in told(page)
    saved = row(record(), "claims", "S1")
    assert (saved["source"], saved["basis"], saved["citation"]) == ("second", "cited", "Third line.")
    assert row(record(), "sources", "second")["file"] == ""


@pytest.mark.soak  # the reasons are stated in tests/unit/test_curation.py
def test_what_is_begun_in_the_list_comes_into_view_and_says_why_it_is_not_saved_beside_its_button(
    record: Callable[[], Mapping[str, bytes]],
) -> None:
    before = record()
    app = opened()
    assert given(app, "into_view") == {"begun": ""}
    press(app, "edit-H3")
    assert given(app, "into_view") == {"begun": "edit H3"}
    press(app, "save-claim")
    drawn = [str(one.proto.body) for one in app.get("html")]
    (heading,) = (at for at, body in enumerate(drawn) if "Edit H3" in body)
    (reason,) = (at for at, body in enumerate(drawn) if 'class="ef-refused"' in body)
    assert heading < reason, "it stands below the fields"
    press(app, "retract-H3")
    assert given(app, "into_view") == {"begun": "retract H3"}
    press(app, "retract-not")
    assert given(app, "into_view") == {"begun": ""}
    assert record() == before


def test_who_retracts_or_undoes_is_told_what_the_claim_is_about(
    record: Callable[[], Mapping[str, bytes]],
) -> None:
    app = opened()
    press(app, "retract-H3")
    (form,) = (str(one.proto.body) for one in app.get("html") if "Retract H3" in str(one.proto.body))
    (claim,) = (one for one in rows(record(), "claims") if one["id"] == "H3")
    (unit,) = (one["name"] for one in rows(record(), "deployments") if one["id"] == claim["deployment"])
    assert unit in form


@pytest.mark.soak  # tests/unit/test_curation.py states what is saved
def test_a_new_place_is_looked_up_and_saved_with_its_claim(record: Callable[[], Mapping[str, bytes]]) -> None:
    page = opened()
    fine(control(page.selectbox, "source").set_value("dispatch-2019-03-05").run())
    press(page, "edit-D4")
    choose(page, place="(new)")
    fine(control(page.text_input, "place-name").input("Takoradi").run())
    fine(control(page.selectbox, "place-country").set_value("GHA").run())
    candidates = control(page.radio, "place-candidate")
    assert "Ghana" in candidates.options[0]
    fine(candidates.set_value(0).run())
    put(page, note="To hold the mission is read as leading it. It is to be in Takoradi.", reason="It moved.")
    press(page, "save-claim")
    assert "D4 is saved." in told(page)
    claim, place = row(record(), "claims", "D4"), row(record(), "places", "takoradi")
    assert claim["place"] == place["id"]
    assert (place["country"], place["geocoder"], place["query"]) == ("GHA", "geonames", "Takoradi")
    assert abs(float(place["lat"]) - 4.9) < 0.2
    press(page, "undo")
    assert "takoradi" not in {one["id"] for one in rows(record(), "places")}


def test_what_is_entered_outlives_the_page_until_it_is_saved(
    record: Callable[[], Mapping[str, bytes]],
) -> None:
    first = opened()
    press(first, "edit-H3")
    put(first, note=ANN, reason="Read again.")
    second = opened()
    assert any("You left a claim unsaved: H3" in one.value for one in second.caption)
    press(second, "unsaved-go-on")
    assert control(second.text_area, "field-note").value == ANN
    press(second, "save-claim")
    assert "H3 is saved." in told(second)
    assert row(record(), "claims", "H3")["note"] == ANN
    assert not any("unsaved" in one.value for one in opened().caption)


def test_what_stands_in_the_form_is_saved_though_streamlit_calls_no_callback_of_its_widgets(
    record: Callable[[], Mapping[str, bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Streamlit never calls the callbacks after one that a newer request interrupted."""
    monkeypatch.setattr(entering, "_enter", lambda *_: None)
    app = opened()
    press(app, "edit-H3")
    put(app, note=ANN)
    choose(app, credibility="3")
    put(app, reason="Read by Ann.")
    press(app, "save-claim")
    assert "H3 is saved." in told(app)
    saved = row(record(), "claims", "H3")
    assert (saved["note"], saved["credibility"]) == (ANN, "3")


def test_what_is_entered_belongs_to_its_dataset(
    record: Callable[[], Mapping[str, bytes]], tmp_path: Path
) -> None:
    other = Path(shutil.copytree(SECOND, tmp_path / "datasets" / "other"))
    app = opened()
    press(app, "edit-H3")
    put(app, note=ANN, reason="Read by Ann.")
    app.query_params["data"] = "other"
    fine(app.run())
    assert not [one for one in app.button if one.key == "save-claim"], "the other one has no form yet"
    press(app, "edit-H2")
    put(app, note=BO, reason="Read by Bo.")
    app.query_params["data"] = next(iter(data_names()))
    fine(app.run())
    assert control(app.text_area, "field-note").value == ANN
    before = parts.packed(folder.of(other))
    press(app, "save-claim")
    assert "H3 is saved." in told(app)
    assert row(record(), "claims", "H3")["note"] == ANN
    assert parts.packed(folder.of(other)) == before
    app.query_params["data"] = "other"
    fine(app.run())
    assert control(app.text_area, "field-note").value == BO


def data_names() -> list[str]:
    return list(datasets.catalogue(datasets.listed(os.environ)))
