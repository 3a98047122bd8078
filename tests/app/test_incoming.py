"""Articles that come in on the page: files with their originals, guesses, versions that are known, orphans."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import pytest
from streamlit.testing.v1 import AppTest

from eastflank.intake import fetching
from eastflank.intake.fetching import Fetched, NotFetched
from eastflank.words.chosen import claim_entry, incoming, saving_changes, source_entry
from tests.app.components import control, given, happen
from tests.app.test_curating import fine, html, opened, press, record, row, rows, told

__all__ = ["record"]

PAGE = """<!doctype html><html lang="en"><head><title>The mission | Harbour Post</title>
<meta property="og:site_name" content="Harbour Post"><meta property="article:published_time" content="2019-10-02">
</head><body><h1>The mission</h1>
<p>Sekondi, 3 October 2019. Brazil &amp; Ghana opened the mission with 60 trainers. \u00a0It is 🙂 to stay.</p>
<p>The commander of the mission, Captain Ana Lima, said that 20 more trainers come in November.</p>
<p>The harbour master of Sekondi said that nobody else is expected before the end of the year.</p></body></html>"""
QUOTE = "Brazil & Ghana opened the mission with 60 trainers."
OTHER = "said that 20 more trainers come in November."
Record = Callable[[], Mapping[str, bytes]]


def begin(app: AppTest) -> None:
    press(app, "add-source")


def upload(app: AppTest, name: str, content: str | bytes) -> None:
    data = content.encode() if isinstance(content, str) else content
    fine(app.get("file_uploader")[0].upload(name, data, "application/octet-stream").run())


def field(app: AppTest, name: str) -> str:
    return str(control([*app.text_input, *app.selectbox], f"source-{name}").value)


def put(app: AppTest, **fields: str) -> None:
    for name, value in fields.items():
        fine(control([*app.text_input, *app.text_area], f"source-{name}").input(value).run())


def grade(app: AppTest, letter: str = "B") -> None:
    fine(control(app.selectbox, "source-reliability").set_value(letter).run())


def added(app: AppTest) -> None:
    """The page's article, with its date mended, as a source of the record."""
    begin(app)
    upload(app, "mission.html", PAGE)
    grade(app)
    put(app, published="2019-10-03", note="B: an invented newspaper.", reason="It tells of the mission.")
    press(app, "save-source")


def test_a_page_is_kept_with_its_original_and_guesses_are_marked_and_mended(record: Record) -> None:
    app = opened()
    begin(app)
    upload(app, "mission.html", PAGE)
    said = {name: field(app, name) for name in ("publisher", "title", "published", "language", "read_as")}
    assert said == {"publisher": "Harbour Post", "title": "The mission", "published": "2019-10-02", "language": "en",
                    "read_as": "original"}  # fmt: skip
    assert html(app).count("As the page itself says. Correct it if it is wrong.") == 4
    assert "meta" not in html(app)
    assert "mission.html is read as a web page:" in " ".join(one.value for one in app.caption)
    press(app, "save-source")
    assert source_entry.fields_are_empty(["Reliability"]) in told(app)
    assert saving_changes.NO_REASON in told(app), "all that is missing is said at once"
    put(app, published="3 October", reason="It tells of the mission.")
    press(app, "save-source")
    assert "Source “The mission”, Published on: " in told(app)
    assert "sources.csv" not in told(app)
    put(app, published="2019-10-03")
    assert html(app).count("As the page itself says.") == 3, "what was mended is no guess"
    (shown,) = [one.value for one in app.text]
    assert QUOTE in shown, "the text is shown before it is saved"
    assert "<p>" not in shown
    grade(app)
    put(app, note="B: an invented newspaper.", reason="It tells of the mission.")
    press(app, "save-source")
    assert source_entry.SOURCE_SAVED in told(app)
    files = record()
    saved = row(files, "sources", "harbour-post-2019-10-03")
    assert (saved["published"], saved["language"], saved["original"]) == (
        "2019-10-03", "en", "harbour-post-2019-10-03.original.html",
    )  # fmt: skip
    assert files[f"seeds/{saved['original']}"] == PAGE.encode()
    text = given(app, "passage")["text"]
    assert files[f"seeds/{saved['file']}"].decode() == text
    start = text.index(QUOTE)
    happen(app, "passage", {"start": start, "stop": start + len(QUOTE), "press": 1})
    place = PAGE.index("Brazil &amp;")
    written = "Brazil &amp; Ghana opened the mission with 60 trainers."
    assert f"characters {place + 1}–{place + len(written)} of the HTML" in " ".join(
        one.value for one in app.caption
    )


def test_a_file_and_what_was_mended_of_its_guesses_outlive_a_reload(record: Record) -> None:
    app = opened()
    begin(app)
    upload(app, "mission.html", PAGE)
    put(app, published="2019-10-03", reason="It tells of the mission.")
    grade(app)
    again = opened()
    press(again, "source-kept-go-on")
    assert [field(again, name) for name in ("publisher", "published", "reliability")] == [
        "Harbour Post", "2019-10-03", "B",
    ]  # fmt: skip
    assert html(again).count("As the page itself says.") == html(app).count("As the page itself says.") == 3
    put(again, note="B: an invented newspaper.")
    press(again, "save-source")
    assert source_entry.SOURCE_SAVED in told(again)
    files = record()
    saved = row(files, "sources", "harbour-post-2019-10-03")
    assert files[f"seeds/{saved['original']}"] == PAGE.encode()
    assert "You left a source unsaved" not in " ".join(one.value for one in opened().caption)


@pytest.mark.soak  # tests/unit/test_read.py states both
def test_the_same_text_is_not_kept_twice_and_a_copy_elsewhere_is_a_source_of_its_own(record: Record) -> None:
    app = opened()
    added(app)
    before = record()
    begin(app)
    plain = re.sub(r"<[^>]+>", "", PAGE.partition("<body>")[2]).replace("&amp;", "&")
    fine(control(app.text_area, "source-text").input(plain).run())
    assert incoming.SAME_TITLE in html(app)
    grade(app)
    put(app, publisher="X", title="Y", published="2019", reason="Again.")
    press(app, "save-source")
    assert "the text of source harbour-post-2019-10-03" in told(app)
    assert record() == before
    press(app, "show-held")
    assert given(app, "passage")["text"].startswith("The mission")
    begin(app)
    copy = (
        PAGE.replace("Harbour Post", "Gulf Dispatch")
        .replace("nobody else", "no other ship")
        .replace('02">', '05">')
    )
    upload(app, "copy.html", copy)
    fine(control(app.radio, "source-version").set_value("copy").run())
    assert field(app, "publisher") == "Gulf Dispatch"
    grade(app, "C")
    put(app, note="C: a copy. The date is the page’s.", reason="Another copy.")
    press(app, "save-source")
    assert source_entry.SOURCE_SAVED in told(app), told(app)
    saved = row(record(), "sources", "gulf-dispatch-2019-10-05")
    assert (saved["copy_of"], saved["replaces"]) == ("harbour-post-2019-10-03", "")


@pytest.mark.soak  # tests/unit/test_corrected_texts.py states it
def test_a_corrected_text_shows_what_differs_and_leaves_an_orphan(record: Record) -> None:
    app = opened()
    added(app)
    for quote, status in ((QUOTE, "deployed"), (OTHER, "decided")):
        text = given(app, "passage")["text"]
        start = text.index(quote)
        happen(app, "passage", {"start": start, "stop": start + len(quote), "press": 1})
        fine(control(app.selectbox, "field-kind").set_value("statement").run())
        fine(control(app.text_input, "field-reason").input(f"It says what is {status}.").run())
        press(app, "save-claim")
        assert "is saved." in told(app), told(app)
    before = record()
    corrected = PAGE.replace("20 more trainers", "25 more trainers").replace(
        "<p>Sekondi", "<p>Corrected.</p><p>Sekondi"
    )
    begin(app)
    upload(app, "mission-2.html", corrected)
    assert incoming.LIKE_TITLE in html(app)
    assert "<del>20</del><ins>25</ins>" in html(app) and "Corrected." in html(app)
    put(app, reason="The Post corrected it.")
    press(app, "save-source")
    assert incoming.SAY_WHICH in told(app)
    assert record() == before
    fine(control(app.radio, "source-version").set_value("corrected").run())
    assert field(app, "published") == "2019-10-03", "the day of the first version is taken over"
    assert field(app, "reliability") == "B"
    assert "1 claim keeps its exact words and will quote this text; 1 claim loses its words" in html(app)
    put(
        app,
        note="B: an invented newspaper. The date is that of the first version.",
        reason="The Post corrected it.",
    )
    press(app, "save-source")
    assert incoming.corrected_saved(1, 1) in told(app), told(app)
    after = record()
    assert after[f"seeds/{row(before, 'sources', 'harbour-post-2019-10-03')['file']}"]
    new = row(after, "sources", "harbour-post-2019-10-03-v2")
    assert new["replaces"] == "harbour-post-2019-10-03"
    claims = {
        one["quote"]: one["source"] for one in rows(after, "claims") if one["source"].startswith("harbour")
    }
    assert claims == {QUOTE: new["id"], OTHER: "harbour-post-2019-10-03"}
    orphan = next(one["id"] for one in rows(after, "claims") if one["quote"] == OTHER)
    assert "1 orphaned claim" in [one.label for one in app.expander]
    assert "<del>20</del>" in html(app) and "<ins>25</ins>" in html(app)
    press(app, f"requote-{orphan}")
    text = given(app, "passage")["text"]
    assert "25 more trainers" in text, "the corrected text is shown"
    objects_after_the_first_change(app)
    words = OTHER.replace("20", "25")
    start = text.index(words)
    happen(app, "passage", {"start": start, "stop": start + len(words), "press": 1})
    fine(control(app.text_input, "field-reason").input("By the corrected text.").run())
    press(app, "save-claim")
    assert f"{orphan} is saved." in told(app), told(app)
    settled = row(record(), "claims", orphan)
    assert (settled["quote"], settled["source"]) == (words, new["id"])
    assert "1 orphaned claim" not in [one.label for one in app.expander]


def objects_after_the_first_change(app: AppTest) -> None:
    objection = 'class="ef-objection"'
    assert objection not in html(app), "nothing is wrong before anything was done"
    assert claim_entry.QUOTE_FIRST in html(app)
    fine(control([*app.text_input, *app.text_area], "field-note").input("Half a thought").run())
    assert objection in html(app)
    assert claim_entry.QUOTE_FIRST not in html(app)


@pytest.mark.soak  # one file is tried above
def test_several_files_wait_in_a_row(record: Record) -> None:
    app = opened()
    begin(app)
    uploader = app.get("file_uploader")[0]
    uploader.upload("a.html", PAGE.encode(), "text/html")
    uploader.upload("b.txt", "Lomé, 4 October 2019. Togo waits.\r\nIt waits.".encode(), "text/plain")
    fine(app.run())
    assert control(app.selectbox, "source-which").options == ["a.html", "b.txt"]
    grade(app)
    put(app, note="B: an invented newspaper. The date is the page’s.", reason="It tells of the mission.")
    press(app, "save-source")
    assert incoming.files_wait(1) in told(app), told(app)
    assert "b.txt is read as a text file" in " ".join(one.value for one in app.caption)
    assert field(app, "published") == "2019-10-04"
    grade(app, "C")
    put(app, publisher="Lomé Post", title="Togo waits", note="C: invented.", reason="It tells of Togo.")
    press(app, "save-source")
    assert source_entry.SOURCE_SAVED in told(app), told(app)
    files = record()
    saved = row(files, "sources", "lome-post-2019-10-04")
    assert files[f"seeds/{saved['file']}"] == "Lomé, 4 October 2019. Togo waits.\r\nIt waits.".encode()
    assert not saved.get("original"), "a text file in UTF-8 is its own original"


@pytest.mark.usefixtures("record")
def test_a_file_that_cannot_be_read_is_told_when_it_is_given() -> None:
    app = opened()
    begin(app)
    upload(app, "locked.pdf", b"%PDF-1.4 broken")
    assert "locked.pdf: The PDF is damaged." in told(app)


@pytest.mark.usefixtures("record")
def test_there_is_no_field_for_an_address_unless_it_is_switched_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EASTFLANK_FETCH", raising=False)
    app = opened()
    begin(app)
    assert not [one for one in app.text_input if str(one.key).startswith("source-fetch")]
    monkeypatch.setenv("EASTFLANK_FETCH", "1")
    fine(app.run())

    def refused(_: str) -> Fetched:
        raise NotFetched(incoming.TOO_SLOW)

    monkeypatch.setattr(fetching, "fetched", refused)
    fine(control(app.text_input, "source-fetch").input("https://post.example/a").run())
    press(app, "fetch-source")
    assert incoming.TOO_SLOW in told(app)
    page = Fetched("mission.html", PAGE.encode(), "https://post.example/a", "utf-8")
    monkeypatch.setattr(fetching, "fetched", lambda _: page)
    press(app, "fetch-source")
    assert (field(app, "url"), field(app, "title")) == ("https://post.example/a", "The mission")
    assert incoming.guessed(incoming.FETCHED_ADDRESS) in html(app)
