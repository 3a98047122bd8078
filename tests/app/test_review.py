"""Review of an article's proposals in the page: by its buttons, and by keys as the browser reports them."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest

from eastflank.curation import undo
from eastflank.curation.source import NewSource, edits_of
from eastflank.intake.article.opinion import ClaimOpinion, LikelyClaim
from eastflank.intake.article.proposals import Proposal
from eastflank.store import datasets, folder, tables
from eastflank.store.stores import InFolder
from eastflank.ui.add_data import article, kept
from tests.app.components import _proto, _run, control, given
from tests.frozen import FOLDER
from tests.unit.claim_opinions import likely, said

TEXT = (
    "OTTAWA, June 14 2016 (Agency) - <b>Canada</b> deployed 450 soldiers to Latvia.\n\n"
    "Germany sent 500 soldiers to Lithuania.\n\n"
    "Denmark will send about 200 soldiers to Estonia next month.\n"
)


def _script() -> None:
    from eastflank.ui import data, state  # noqa: PLC0415 - the script is run from its text
    from eastflank.ui.add_data import page  # noqa: PLC0415

    names = state.names_asked()
    page.show(data.load(names), names)


@pytest.fixture(scope="module")
def with_article(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dataset with an article and no claim. Tests only read it."""
    return _dataset(tmp_path_factory.mktemp("datasets"), TEXT)


def _dataset(parent: Path, text: str) -> Path:
    made = parent / datasets.create_empty(parent, "Mine", folder.of(FOLDER))
    row = {
        "publisher": "Agency",
        "title": "T",
        "published": "2016-06-14",
        "reliability": "B",
        "read_as": "copy",
    }
    asked = edits_of(NewSource("agency", row, text.encode()))
    version = tables.read(made).version
    undo.save(InFolder(made), asked, who="A", when=kept.today(), reason="R.", expected=version)
    return made


@pytest.fixture
def root(with_article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """That dataset, which the page changes."""
    made = Path(shutil.copytree(with_article, tmp_path / with_article.name))
    _in_use(made, monkeypatch)
    return made


def _in_use(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EASTFLANK_EDIT", "1")
    monkeypatch.setenv("EASTFLANK_DATA", str(made))
    monkeypatch.setenv("EASTFLANK_DATASETS", str(made.parent / "sets"))


def opened() -> AppTest:
    app = AppTest.from_function(_script, default_timeout=60).run()
    assert not app.exception, [one.value for one in app.exception]
    return press(app, "read-article")


def press(app: AppTest, *keys: str) -> AppTest:
    for key in keys:
        control(app.button, key).click().run()
        assert not app.exception, [one.value for one in app.exception]
    return app


def tell(app: AppTest, *keys: tuple[int, str]) -> AppTest:
    """Run the page as if the browser had reported these key presses."""
    said = {"page": "p", "keys": [{"number": number, "key": key} for number, key in keys]}
    state = WidgetState(id=_proto(app, "review_keys").id, json_value=json.dumps({"pressed": said}))
    return _run(app, state)


def html(app: AppTest) -> str:
    return "".join(str(one.proto.body) for one in app.get("html"))


def shown(app: AppTest) -> str:
    """Which proposal is shown, and what was decided of it."""
    (found,) = re.findall(r'ef-state-\w+">([^<]*)<', html(app))
    return str(found)


def primary(app: AppTest) -> list[str]:
    """The primary buttons."""
    return [str(one.key) for one in app.button if one.proto.type == "primary"]


def states(app: AppTest) -> list[str]:
    marks: list[dict[str, Any]] = given(app, "review_text")["proposals"]
    return [str(one["state"]) for one in marks]


def rows(root: Path, table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((root / f"{table}.csv").read_text(encoding="utf-8"))))


def test_the_line_on_the_keys_waits_for_the_script_that_hears_them() -> None:
    """Keys that are pressed before would be lost without a word."""
    folder_of_page = Path(kept.__file__).parent
    assert ":root:not([data-review-keys]) .st-key-review-keys-told" in (
        folder_of_page / "page.css"
    ).read_text("utf-8")
    assert "dataset.reviewKeys = " in (folder_of_page / "review_keys.js").read_text("utf-8")


def test_proposals_are_accepted_mended_and_refused_by_buttons_and_saved_in_one_step(root: Path) -> None:
    app = opened()
    assert shown(app) == "1 of 3, not reviewed"
    assert primary(app) == ["review-a"]
    press(app, "review-a")
    assert shown(app) == "2 of 3, not reviewed"
    press(app, "review-a")
    assert "<b>Before it can be accepted:</b><ul><li>First choose the deployment that it is about" in html(
        app
    )
    press(app, "review-about-2", "review-e")
    control(app.text_input, "field-troops_low").input("4").run()
    press(app, "review-mend-a")
    assert "Before it can be accepted:" in html(app), "4 does not stand in the quote"
    assert "Not saved:" not in html(app)
    control(app.text_input, "field-troops_low").input("500").run()
    control(app.text_input, "field-starts").input("2016").run()
    press(app, "review-mend-a")
    assert states(app) == ["accepted", "mended", "open"]
    press(app, "review-x", "review-reason-4")
    assert primary(app) == ["review-save"], "all is decided"
    assert states(app) == ["accepted", "mended", "refused"]
    assert not rows(root, "claims"), "nothing is saved before it is asked for"
    press(app, "review-save")
    assert [one.value for one in app.success] == ["2 claims are saved from agency; 1 refused."]
    assert "2 claims are saved from agency; 1 refused." in given(app, "told")["told"], "it comes into view"
    assert 'href="./?asof=2016-06-14"' in html(app)
    assert "See it on the map, as known on 14 June 2016" in html(app)
    assert not app.toast, "it is told once"
    told = rows(root, "proposals")
    assert [(one["outcome"], one["reason"]) for one in told] == [
        ("accepted", ""), ("mended", ""), ("refused", "It does not belong in this record."),
    ]  # fmt: skip
    assert "starts" not in json.loads(told[1]["read"])
    assert json.loads(told[1]["decided"])["starts"] == "2016"
    assert [one["review"] for one in rows(root, "claims")] == ["reviewed", "reviewed"]
    assert "Read this article" in [one.label for one in app.button], "the review is over"
    press(app, "read-article")
    assert "3 of 3 reviewed" in html(app), "what was decided is known again"
    assert states(app) == ["accepted", "mended", "refused"]
    press(app, "review-a")
    assert "The record has it as agency-01." in html(app)


def test_keys_are_carried_out_in_their_order_and_once(root: Path) -> None:
    app = opened()
    tell(app, (1, "a"), (2, "x"), (3, "2"), (4, "k"))
    assert states(app) == ["accepted", "refused", "open"]
    assert shown(app) == "2 of 3, refused"
    tell(app, (3, "2"), (4, "k"), (5, "k"))
    assert shown(app) == "1 of 3, accepted", "what was heard before is not done again"
    tell(app, (6, "u"), (7, "u"), (8, "u"))
    assert states(app) == ["open", "open", "open"]
    assert "Nothing was decided yet." in html(app)
    tell(app, (9, "?"), (10, "9"), (11, "é"))
    assert states(app) == ["open", "open", "open"]
    assert not rows(root, "claims")


class _UnsureOfTheSender:
    """An opinion for which every sentence is a claim and no nation named is likely to have sent."""

    def __init__(self, text: str) -> None:
        self._text = text

    def weigh(self, told: object) -> None:
        """It knows at once."""

    def claims(self) -> Sequence[LikelyClaim]:
        return likely(self._text)

    def highest(self, _: int, __: int) -> float:
        return 0.99

    def of_the_article(self) -> float:
        return 0.99

    def of_the_claim(self, proposal: Proposal, _: object) -> ClaimOpinion:
        read = {name: proposal.fields[name].value for name in ("lead", "host") if name in proposal.fields}
        odds = {"lead": -4.0, "host": 9.0}
        return said(
            **{name: {code: odds[name]} for name, code in read.items()},
            status=proposal.fields["status"].value,
            share=0.0,
        )


def test_what_is_in_doubt_is_shown_and_taken_by_a_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(article, "opinion_on", _UnsureOfTheSender)
    rest = "The weather was fine. The harvest is in. Nobody came.\n"  # too short a text has no second opinion
    _in_use(_dataset(tmp_path, TEXT + rest), monkeypatch)
    app = opened()
    assert "In doubt, left open" in html(app)
    assert "Canada (“Canada”)" in html(app)
    tell(app, (1, "t"))
    assert control(app.multiselect, "field-lead").value == ["CAN"]
    press(app, "review-mend-u")
    assert states(app)[0] == "open", "nothing is taken without a person"


def test_what_another_window_saved_meanwhile_is_not_saved_twice(root: Path) -> None:
    first = press(opened(), "review-a")
    second = press(opened(), "review-x", "review-reason-1")
    assert states(second) == ["accepted", "refused", "open"], "the review goes on in another window"
    press(first, "review-save")
    press(second, "review-save")
    assert "Proposal 1 was decided and saved meanwhile" in html(second)
    assert [one["id"] for one in rows(root, "claims")] == ["agency-01"]
    press(second, "review-save")
    assert [one.value for one in second.success] == ["0 claims are saved from agency; 1 refused."]
    assert [one["outcome"] for one in rows(root, "proposals")] == ["accepted", "refused"]


def test_a_reason_of_ones_own_refuses(root: Path) -> None:
    app = press(opened(), "review-x")
    control(app.text_input, "review-why").input("It is from <1999>.")
    app.button[[one.label for one in app.button].index("Refuse with this reason")].click().run()
    assert states(app)[0] == "refused"
    press(app, "review-k")
    assert "Refused: It is from &lt;1999&gt;." in html(app)
    press(app, "review-x", "review-back")
    assert shown(app) == "1 of 3, refused"
    assert root.is_dir()


def test_filters_and_the_text_show_the_same(root: Path) -> None:
    app = opened()
    press(app, "review-a")
    control(app.segmented_control, "review-shown").set_value("open").run()
    assert [one["number"] for one in given(app, "review_text")["proposals"]] == [2, 3]
    press(app, "review-x", "review-reason-1")
    assert [one["number"] for one in given(app, "review_text")["proposals"]] == [3]
    assert root.is_dir()


def test_a_reload_loses_neither_decisions_nor_a_correction(root: Path) -> None:
    app = press(opened(), "review-a", "review-x", "review-reason-1", "review-e")
    control([*app.text_input, *app.text_area], "field-note").input("Half a thought").run()
    again = AppTest.from_function(_script, default_timeout=60).run()
    assert "Go on with the review" in [one.label for one in again.button]
    press(again, "read-article")
    assert "2 of 3 reviewed" in html(again)
    note = control([*again.text_input, *again.text_area], "field-note")
    assert note.value == "Half a thought"
    press(again, "review-mend-u")
    assert states(again) == ["accepted", "refused", "open"]
    assert root.is_dir()


def test_markup_of_an_article_is_text(root: Path) -> None:
    app = opened()
    assert "&lt;b&gt;Canada&lt;/b&gt;" in html(app)
    assert "<b>Canada</b>" not in html(app)
    assert given(app, "review_text")["text"] == TEXT
    (host,) = [one for one in given(app, "review_text")["fields"] if one["field"] == "host"]
    assert TEXT[host["start"] : host["stop"]] == "Latvia"
    assert root.is_dir()


@pytest.mark.soak  # tests/unit/test_review.py states it
def test_what_only_a_judgement_can_settle_is_asked_before_the_review_is_saved(root: Path) -> None:
    app = press(opened(), "review-e")
    control([*app.text_input, *app.text_area], "field-note").input("").run()
    press(app, "review-mend-a", "review-save")
    assert not rows(root, "claims")
    assert "No word of the quote speaks of leading." in html(app)
    control(app.text_area, "answer-0").input("To send the force is read as leading it.")
    press(app, "save-answered")
    assert [one.value for one in app.success] == ["1 claim is saved from agency; 0 refused."]
    assert [one["reason"] for one in rows(root, "decisions")] == ["To send the force is read as leading it."]
    assert [one["outcome"] for one in rows(root, "proposals")] == ["mended"]
