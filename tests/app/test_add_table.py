"""The section *A table* of the page Add data: the texts of its four steps."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from eastflank.intake.tables.columns import kept_mappings
from eastflank.intake.tables.files import limits
from eastflank.store import datasets, parts, tables
from eastflank.store.folder import of
from eastflank.words.chosen import add_places, table_changes
from eastflank.words.chosen import add_table as words
from tests.app.components import given
from tests.frozen import FOLDER

SAMPLES = Path(__file__).parents[1] / "tables" / "samples"
PLACES = (SAMPLES / "places.csv").read_text(encoding="utf-8")


def _page() -> None:
    import streamlit as st  # noqa: PLC0415 - the script is run from its text

    from eastflank.ui.add_data import page  # noqa: PLC0415
    from eastflank.ui.data import load  # noqa: PLC0415

    if "elsewhere" not in st.query_params:
        page.show(load())


@pytest.fixture(autouse=True)
def _may_edit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EASTFLANK_DATASETS", str(tmp_path / "datasets"))
    monkeypatch.setenv("EASTFLANK_EDIT", "1")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record that tests only read, so that the page reads it once."""
    return Path(shutil.copytree(FOLDER, tmp_path_factory.mktemp("unchanged") / "data"))


@pytest.fixture
def app(data: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The section, of the record that is not changed."""
    monkeypatch.setenv("EASTFLANK_DATA", str(data))
    return opened()


@pytest.fixture
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A record to be changed, without a claim: what is saved is soon checked."""
    folder = tmp_path / "data"
    parts.unpack(datasets.empty(of(FOLDER), "blank"), folder, lasting=False)
    monkeypatch.setenv("EASTFLANK_DATA", str(folder))
    return folder


def opened() -> AppTest:
    shown = AppTest.from_function(_page, default_timeout=60)
    shown.query_params["section"] = "table"
    shown.run()
    assert not shown.exception, [one.value for one in shown.exception]
    return shown


def html(app: AppTest) -> str:
    bodies = (str(one.proto.body) for one in app.get("html"))
    return "\n".join(body for body in bodies if "<style" not in body)


def press(app: AppTest, key: str) -> AppTest:
    app.button(key=key).click().run()
    assert not app.exception, [one.value for one in app.exception]
    return app


def brought(app: AppTest, text: str) -> AppTest:
    app.text_area[0].set_value(text).run()
    return press(app, "table-read-pasted")


def choice(app: AppTest, label: str) -> Callable[[object], AppTest]:
    (found,) = [one for one in app.selectbox if one.label == label]

    def take(value: object) -> AppTest:
        found.set_value(value).run()
        assert not app.exception, [one.value for one in app.exception]
        return app

    return take


def test_before_a_table_is_brought_it_says_the_limits_and_what_is_wrong_with_one_that_is_none(
    app: AppTest,
) -> None:
    assert "Up to 200 MB, 200,000 rows and 400 columns." in app.caption[0].value
    press(app, "table-read-pasted")
    assert words.NOTHING_PASTED in html(app)
    brought(app, "<html><table><tr><td>Nation</td></tr></table></html>")
    assert "pasted.txt: This is a web page. Open it in a spreadsheet program" in html(app)
    assert app.text_area[0].value.startswith("<html>")


def test_who_comes_back_from_another_page_finds_the_section_and_the_step_as_they_were(app: AppTest) -> None:
    brought(app, PLACES)
    press(app, "table-next")
    del app.query_params["section"]
    app.query_params["elsewhere"] = "yes"
    app.run()
    assert not app.button
    del app.query_params["elsewhere"]
    app.run()
    assert words.COLUMNS_ABOUT in [one.value for one in app.caption]


def test_the_third_step_asks_for_a_place_once_and_its_map_says_what_it_is(app: AppTest) -> None:
    brought(app, PLACES)
    press(app, "table-next")
    press(app, "table-next")
    opened_at_first = {one.label: one.proto.expanded for one in app.expander}
    assert {kind.rpartition(": ")[2] for kind, is_open in opened_at_first.items() if not is_open} == {
        "a place outside of the host", "an unknown place", "a name of several places",
    }  # fmt: skip
    (drawn,) = app.image
    assert [one.alt for one in drawn.proto.imgs] == [add_places.MAP_OF]


@pytest.mark.soak  # tests/unit/test_import_tables.py states how a file is read
def test_the_first_step_shows_how_the_file_is_read_and_each_of_it_can_be_changed(app: AppTest) -> None:
    brought(app, "Made by hand\nNation;Host;Troops\nUSA;Poland;800\n")
    assert "CSV, UTF-8, delimiter semicolon · One row is one entry." in html(app)
    assert '<tr class="ef-header"><td>2</td><td>Nation</td>' in html(app)
    assert '<tr class="ef-note"><td>1</td><td>Made by hand</td>' in html(app)
    choice(app, words.DELIMITER)("|")
    assert words.CANNOT_BE_READ in html(app)
    assert app.button(key="table-next").disabled
    choice(app, words.DELIMITER)(";")
    choice(app, words.HEADER)(3)
    assert "There is a row of headings, but no row below it." in html(app)
    choice(app, words.HEADER)(2)
    assert not app.button(key="table-next").disabled


@pytest.mark.soak  # tests/unit/test_import_tables.py states it
def test_years_that_are_columns_are_said(app: AppTest) -> None:
    brought(app, (SAMPLES / "wide_years.csv").read_text(encoding="utf-8"))
    assert "Here the years are columns: 2017, 2018, 2019." in html(app)


def test_the_second_step_names_what_is_not_imported_and_keeps_the_choice_for_the_next_table(
    own_data: Path,
) -> None:
    app = opened()
    brought(app, "Who,Whereabouts 1,How many\nUSA,Powidz,800\n")
    press(app, "table-next")
    assert "Not imported: “Whereabouts 1”." in html(app)
    assert words.NO_WHERE in html(app)
    assert app.button(key="table-next").disabled
    choice(app, words.taken_for("Whereabouts 1"))("place")
    assert words.NO_WHERE not in html(app)
    press(app, "table-next")
    assert (own_data / kept_mappings.FILE).is_file()
    press(app, "table-another")
    brought(app, "Who,Whereabouts 2,How many\nUSA,Orzysz,800\n")
    press(app, "table-next")
    assert words.KEPT in html(app)
    assert [one.value for one in app.selectbox] == ["nation", "place", "strength"]
    press(app, "table-as-recognised")
    assert words.NO_WHERE in html(app)


def test_the_third_step_adds_up_and_lets_one_choose_mend_accept_and_leave_out(app: AppTest) -> None:
    brought(app, PLACES)
    press(app, "table-next")
    press(app, "table-next")
    said = "4 without a doubt + 2 as proposals + 4 with problems + 1 with headings = 11 lines of the file."
    assert said in html(app)
    assert "4 rows go to the next step. 6 rows are left out." in html(app)
    choice(app, "“Dąbrowa” in Poland, 1 row")(2)
    assert "5 without a doubt + 2 as proposals + 3 with problems" in html(app)
    (field,) = [one for one in app.text_input if one.label.startswith("“Xyzzyville” in “Base”")]
    field.set_value("Powidz").run()
    assert "6 without a doubt + 2 as proposals + 2 with problems" in html(app)
    assert words.mended(1) in html(app)
    (box,) = [one for one in app.checkbox if one.label == words.accept_kind(1, "several places")]
    box.check().run()
    assert "7 rows go to the next step. 3 rows are left out." in html(app)
    press(app, "table-accept-all")
    assert "8 rows go to the next step. 2 rows are left out." in html(app)
    (lines,) = [one for one in app.text_input if one.label == words.LEFT_OUT]
    lines.set_value("four").run()
    assert words.NOT_LINES in html(app)
    (lines,) = [one for one in app.text_input if one.label == words.LEFT_OUT]
    lines.set_value("2, 10-11").run()
    assert "5 rows go to the next step. 5 rows are left out." in html(app)
    said = "3 without a doubt + 2 as proposals + 2 with problems + 1 with headings + 3 left out by you = 11 lines"
    assert said in html(app)
    press(app, "table-next")
    assert "5 new claims, 0 with other values, 0 the same, 0 gone." in html(app)
    assert "Not imported: 2 lines with problems and 3 lines that you left out." in html(app)


def test_what_the_browser_says_again_of_widgets_that_are_gone_undoes_nothing(app: AppTest) -> None:
    """A click before the browser knows that the run has ended still sends their state."""
    brought(app, PLACES)
    press(app, "table-next")
    press(app, "table-next")
    gone = [one._widget_state for one in (*app.checkbox, *app.text_input, *app.selectbox)]
    assert len(gone) > 4
    press(app, "table-accept-all")
    accepted = "6 rows go to the next step. 4 rows are left out."
    assert accepted in html(app)
    app.button(key="table-next").click()
    states = app._tree.get_widget_states()
    states.widgets.extend(gone)
    app._run(states)
    assert not app.exception
    assert "6 new claims" in html(app)
    press(app, "table-back")
    assert accepted in html(app)


def test_what_is_imported_are_drafts_until_they_are_accepted_and_each_is_taken_back(own_data: Path) -> None:
    app = opened()
    before = tables.read(own_data)
    brought(app, "Nation,Host,Troops\nUSA,Poland,800\nNarnia,Poland,5\n")
    for _ in range(3):
        press(app, "table-next")
    assert words.DRAFTS in html(app)
    press(app, "table-apply")
    assert "From pasted.txt: 1 new claim, 0 with other values." in html(app)
    assert "Not imported: 1 line with problems." in html(app)
    assert html(app).count(words.DRAFTS) == 1
    assert "From pasted.txt: 1 new claim, 0 with other values." in given(app, "told")["told"], (
        "it comes into view"
    )
    assert html(app).count("From pasted.txt: 1 new claim, 0 with other values.") == 1 and not app.toast, (
        "it is told once"
    )
    assert words.ON_THE_MAP not in html(app)
    assert not app.success
    (source,) = set(tables.read(own_data).sources["id"]) - set(before.sources["id"])
    choice(app, words.RELIABILITY)("B")
    choice(app, words.CREDIBILITY)("2")
    press(app, f"table-accept-{source}")
    accepted = tables.read(own_data)
    assert accepted.sources_by_id[source].reliability == "B"
    (claim,) = [one for one in accepted.claim_rows if one.source == source]
    assert f'href="./?asof={claim.known_on}&amp;source={source}"' in html(app)
    reviewed = "1 claim of Table pasted.txt is reviewed and counts from now on."
    assert html(app).count(reviewed) == 1 and not app.toast, "it is told once"
    assert (accepted.claims["review"] == "draft").sum() == 0
    press(app, "table-undo")
    assert [one.value for one in app.info] == [words.UNDONE_ACCEPTED]
    assert (tables.read(own_data).claims["review"] == "draft").sum() == 1
    press(app, "table-undo")
    assert [one.value for one in app.info] == [words.UNDONE]
    assert (tables.read(own_data).claims["review"] == "retracted").sum() == 1
    brought(app, "Nation,Host,Troops\nUSA,Poland,800\n")
    for _ in range(3):
        press(app, "table-next")
    assert "1 new claim, 0 with other values, 0 the same, 0 gone. One of them was imported before" in html(
        app
    )


def test_an_import_can_be_undone_after_a_reload_as_long_as_it_is_the_last_change(own_data: Path) -> None:
    app = opened()
    before = set(tables.read(own_data).sources["id"])
    brought(app, "Nation,Host,Troops\nUSA,Poland,800\n")
    for _ in range(3):
        press(app, "table-next")
    press(app, "table-apply")
    (source,) = set(tables.read(own_data).sources["id"]) - before
    reloaded = opened()
    assert reloaded.button(key="table-undo").label == words.UNDO_IMPORT
    press(opened(), f"table-accept-{source}")
    reviewed = opened()
    assert reviewed.button(key="table-undo").label == words.UNDO_ACCEPTED, "now the review is the last change"
    assert "Table pasted.txt: 1 draft accepted by " in html(reviewed)
    press(reviewed, "table-undo")
    assert [one.value for one in reviewed.info] == [words.UNDONE_ACCEPTED]
    again = opened()
    assert re.search(r"pasted\.txt: imported by \S.* on \d+ \w+ \d{4} at \d\d:\d\d", html(again))
    press(again, "table-undo")
    assert [one.value for one in again.info] == [words.UNDONE]
    claims = tables.read(own_data).claims
    assert set(claims.loc[claims["source"] == source, "review"]) == {"retracted"}
    assert not any(one.key == "table-undo" for one in opened().button)


def test_other_sheets_are_named_with_what_the_page_can_do(app: AppTest) -> None:
    content = (SAMPLES / "two_sheets.xlsx").read_bytes()
    app.get("file_uploader")[0].upload("two_sheets.xlsx", content, "application/octet-stream")
    app.run()
    for _ in range(2):
        press(app, "table-next")
    assert "The file has 1 other sheet: " in html(app)
    assert f"choose it under “{words.SHEET}” in the first step." in html(app)
    assert "--sheet" not in html(app), "an option of the terminal is of no use on the page"


def test_places_to_choose_stay_where_they_are_when_one_is_chosen(app: AppTest) -> None:
    brought(
        app, "Nation,Host,Place,Troops\nUSA,Poland,Dąbrowa,80\nUSA,Romania,Văleni,70\nUSA,Latvia,Xyzabad,60\n"
    )
    for _ in range(2):
        press(app, "table-next")
    labels = [one.label for one in app.selectbox]
    asked = ["“Dąbrowa” in Poland, 1 row", "“Văleni” in Romania, 1 row", "“Xyzabad” in Latvia, 1 row"]
    assert labels[-3:] == asked
    choice(app, asked[1])(1)
    assert [one.label for one in app.selectbox] == labels


def test_nothing_imported_is_never_called_a_success(app: AppTest, data: Path) -> None:
    before = {each.name: each.read_bytes() for each in data.iterdir() if each.is_file()}
    brought(app, "Nation,Host,Troops\nNarnia,Poland,5\n")
    for _ in range(3):
        press(app, "table-next")
    assert words.NO_ROW in html(app)
    assert not [one for one in app.button if one.key == "table-apply"]
    assert not app.success
    assert {each.name: each.read_bytes() for each in data.iterdir() if each.is_file()} == before


@pytest.mark.soak  # tests/unit/test_tables_decided.py states which wait
def test_drafts_of_an_earlier_file_wait_on_the_first_step(own_data: Path) -> None:
    app = opened()
    assert own_data.is_dir()
    brought(app, "Nation,Host,Troops\nUSA,Poland,800\nUSA,Latvia,80\n")
    for _ in range(3):
        press(app, "table-next")
    press(app, "table-apply")
    press(app, "table-another")
    assert words.WAITING in html(app)
    assert "[Table pasted.txt]: 2 drafts" in html(app)


def test_who_may_not_change_the_record_is_refused_though_the_page_is_open(
    app: AppTest, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tables.read(data).version
    brought(app, "Nation,Host,Troops\nUSA,Poland,800\n")
    for _ in range(3):
        press(app, "table-next")
    monkeypatch.delenv("EASTFLANK_EDIT")
    app.button(key="table-apply").click().run()
    assert not app.exception
    assert tables.read(data).version == before


def test_a_table_too_long_for_the_page_is_refused_and_the_command_is_named(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MOST_ROWS_IN_THE_PAGE", 2)
    brought(app, "Nation,Host,Troops\nUSA,Poland,5\nUSA,Latvia,6\n")
    assert "The table has 3 rows; the page takes up to 2." in html(app)
    assert "python -m eastflank import" in html(app)


@pytest.mark.parametrize("finnish", [True, False])
def test_the_fourth_step_says_which_rows_cannot_be_accepted_together(own_data: Path, finnish: bool) -> None:  # noqa: FBT001
    assert own_data.exists()
    rows = [
        "Nation,Lead,Host,Unit,Troops",
        ",France,Estonia,Camp Guard,500",
        "France,France,Estonia,Camp Guard,400",
    ]
    if finnish:
        rows.append("Finland,France,Estonia,Camp Guard,300")
    app = brought(opened(), "\n".join(rows))
    for _ in range(3):
        press(app, "table-next")
    assert (words.REFUSED_LATER in html(app)) is finnish
    assert ("FRA 400 (pasted.txt, row 3), add up to more than the whole, 500" in html(app)) is finnish


def test_another_table_of_the_same_name_is_asked_about(own_data: Path) -> None:
    first = brought(opened(), "Nation,Host,Unit,Troops,Date\nGBR,Estonia,Camp Guard,100,2024-10-01\n")
    for _ in range(3):
        press(first, "table-next")
    press(first, "table-apply")
    assert len(tables.read(own_data).claims) == 1
    heads = "Contributing nation,Host country,Formation,Personnel,As of,Remarks"
    app = brought(opened(), f"{heads}\nGBR,Estonia,Camp Guard,200,2024-10-01,Ours\n")
    for _ in range(3):
        press(app, "table-next")
    assert "with other columns: “Nation”, “Host”, “Unit”, “Troops”, “Date”." in html(app)
    assert table_changes.counts(1, 0, 0, 0, 0) in html(app)
    (same,) = (one for one in app.checkbox if one.label == words.SAME_TABLE)
    same.check().run()
    assert "with other columns" not in html(app)
    assert table_changes.counts(0, 1, 0, 0, 0) in html(app)
    (same,) = (one for one in app.checkbox if one.label == words.SAME_TABLE)
    same.uncheck().run()
    assert table_changes.counts(1, 0, 0, 0, 0) in html(app)


def test_the_fourth_step_names_each_row_and_retracts_what_is_gone_if_asked(own_data: Path) -> None:
    heads = "Nation,Host,Unit,Troops,Date\n"
    first = brought(
        opened(), f"{heads}GBR,Estonia,Camp Guard,100,2024-05-01\nUSA,Poland,Depot Crew,40,2024-05-01\n"
    )
    for _ in range(3):
        press(first, "table-next")
    press(first, "table-apply")
    app = brought(opened(), f"{heads}GBR,Estonia,Camp Guard,120,2024-06-01\n")
    for _ in range(3):
        press(app, "table-next")
    assert table_changes.counts(0, 1, 0, 0, 1) in html(app)
    assert {one.label for one in app.expander} >= {"1 with other values of another day", "1 gone"}
    for told in ("Camp Guard", "United Kingdom", "Depot Crew"):
        assert f"<td>{told}</td>" in html(app)
    assert "Persons: 100 → 120" in html(app)
    (gone,) = app.radio
    assert gone.value is None, "nothing is chosen by itself"
    press(app, "table-apply")
    assert table_changes.CHOOSE_GONE in html(app)
    first_time = given(app, "told")["told"]
    assert table_changes.CHOOSE_GONE in first_time, "it comes into view, as what was done does"
    press(app, "table-apply")
    assert given(app, "told")["told"] != first_time, "and again, if it is said again"
    (gone,) = app.radio
    gone.set_value("ended").run()
    assert table_changes.LEFT_MEANS in " ".join(one.value for one in app.caption)
    (gone,) = app.radio
    gone.set_value("retracted").run()
    assert f"{table_changes.GONE_RETRACTED} {table_changes.UNDO_TOO}" in [one.value for one in app.caption]
    press(app, "table-apply")
    reviews = {claim.deployment: claim.review for claim in tables.read(own_data).claim_rows}
    assert reviews["depot-crew"] == "retracted"
    assert "1 claim of rows that are gone was retracted." in html(app)
    press(app, "table-undo")
    frame = tables.read(own_data).claims
    assert set(zip(frame["troops_high"], frame["review"], strict=True)) == {
        (100, "draft"), (120, "retracted"), (40, "draft"),
    }  # fmt: skip
