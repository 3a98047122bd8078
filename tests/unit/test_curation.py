"""A curator's passages, forms, sources and undo: the same characters everywhere, and nothing lost."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastflank.curation import kept_form, undo
from eastflank.curation.form import edits_of, form_of, new_form, superseding
from eastflank.curation.kept_form import KeptForm
from eastflank.curation.objections import objections_to
from eastflank.curation.source import NewSource, UnusableText, checked
from eastflank.curation.source import edits_of as edits_of_source
from eastflank.intake.quotation import Unquotable, place, quotation_of
from eastflank.store import edits, exchange, schema, tables
from eastflank.store.edits import Hold, Insert, Refused, Remove
from eastflank.store.stores import InFolder
from eastflank.ui.add_data import set_aside
from eastflank.ui.add_data.draft import ArticleDraft

SECOND = Path(__file__).parents[1] / "second_theatre"
DAY = date(2026, 11, 26)
LETTERS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn")) | st.sampled_from("aab \n\u0301\u00a0😀"),
    max_size=40,
)
ARTICLE = "😀 Ghana waits.\r\nNigeria sends\u00a0200 troops to Te\u0301ma.\r\nGhana waits.\n".encode()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SECOND, tmp_path / "data"))


def saved(data: Path, *asked: edits.Edit, reason: str = "Because.") -> str:
    version = tables.read(data).version
    made = undo.save(InFolder(data), asked, who="Ann Lee", when=DAY, reason=reason, expected=version)
    return made.version


def taken_back(data: Path) -> str:
    version = tables.read(data).version
    made = undo.take_back(InFolder(data), who="Ann Lee", when=DAY, reason="Undone.", expected=version)
    return made.version


def table(data: Path, name: str) -> bytes:
    return (data / f"{name}.csv").read_bytes()


@given(before=LETTERS, passage=LETTERS, after=LETTERS)
def test_a_quote_is_the_passage_and_is_found_again_where_it_was_chosen(
    before: str, passage: str, after: str
) -> None:
    text = f"{before}{passage}{after}"
    try:
        found = quotation_of(text, len(before), len(before) + len(passage))
    except Unquotable:
        twice = passage.strip() and text.count(passage.strip()) + text.find(passage.strip(), 1) > 0
        assert not passage.strip() or twice
        return
    assert found.quote == passage.strip() == text[found.start : found.stop]
    assert place(text, found.quote, found.prefix) == (found.start, found.stop)
    assert text[: found.start].endswith(found.prefix)


def test_a_quote_that_stands_twice_has_the_shortest_prefix_that_tells_it() -> None:
    text = ARTICLE.decode()
    second = text.rindex("Ghana")
    found = quotation_of(text, second, second + len("Ghana waits."))
    assert (found.prefix, found.start) == ("\n", second)
    with pytest.raises(Unquotable, match="more than once"):
        quotation_of("a b a", 0, 1)  # nothing stands before the first


def test_a_passage_over_a_line_end_of_two_characters_is_refused_in_words() -> None:
    with pytest.raises(Unquotable, match="within one line"):
        quotation_of(ARTICLE.decode(), 0, 30)


def test_a_source_is_held_byte_for_byte_and_undo_takes_row_and_text_back(data: Path) -> None:
    before, changes = table(data, "sources"), table(data, "changes")
    cells = {
        "publisher": "Gulf Dispatch", "title": "More", "published": "2020-01-01", "reliability": "B",
        "read_as": "original", "note": "B: an invented newspaper. The date stands over the article.",
    }  # fmt: skip
    saved(data, *edits_of_source(NewSource("more", cells, ARTICLE)))
    assert (data / "seeds" / "more.txt").read_bytes() == ARTICLE
    assert tables.read(data).articles["more.txt"].encode() == ARTICLE
    assert undo.last(InFolder(data), tables.read(data).version) is not None
    taken_back(data)
    assert table(data, "sources") == before
    assert not (data / "seeds" / "more.txt").exists()
    assert table(data, "changes").startswith(changes)
    assert undo.last(InFolder(data), tables.read(data).version) is None


@pytest.mark.parametrize("name", ["../out.txt", ".hidden", "a/b.txt", ""])
def test_the_name_of_an_article_never_becomes_a_path(data: Path, name: str) -> None:
    with pytest.raises(Refused, match="not a name for an article"):
        saved(data, Hold(name, b"text"))


def test_a_held_text_is_never_changed_and_a_claim_never_removed(data: Path) -> None:
    with pytest.raises(Refused, match="with another text"):
        saved(data, Hold("001_gulf_dispatch.txt", b"other"))
    with pytest.raises(Refused, match="Retract it"):
        saved(data, Remove("claims", ("D4",)))


def test_an_exchange_with_a_new_file_is_all_or_nothing(data: Path) -> None:
    held = table(data, "sources")
    with exchange.writing(data):
        exchange.exchange_files(data, {"seeds/new.txt": (None, b"new"), "sources.csv": (held, held)})
    assert (data / "seeds" / "new.txt").read_bytes() == b"new"
    with exchange.writing(data), pytest.raises(exchange.BrokenData, match="already"):
        exchange.exchange_files(data, {"seeds/new.txt": (None, b"x")})
    with exchange.writing(data):
        exchange.exchange_files(data, {"seeds/new.txt": (b"new", None)})
    assert not (data / "seeds" / "new.txt").exists()
    assert not list((data / "seeds").glob(".*"))


@pytest.mark.parametrize("text", [b"", b" \n", b"\xff", b"a\x00b"])
def test_what_is_no_text_is_refused(text: bytes) -> None:
    with pytest.raises(UnusableText):
        checked(text)


def test_a_form_that_is_not_changed_makes_no_change(data: Path) -> None:
    dataset = tables.read(data)
    for claim in ("D1", "H1"):
        assert objections_to(form_of(dataset, claim), dataset, schema.read(data)) == ()
        assert saved(data, *edits_of(form_of(dataset, claim), dataset)) == dataset.version


def test_each_field_is_told_what_is_wrong_with_it(data: Path) -> None:
    dataset = tables.read(data)
    form = form_of(dataset, "D2").with_cell("troops_low", "451").with_cell("said_on", "2019-03-04")
    assert {one.field for one in objections_to(form, dataset, schema.read(data))} >= {"troops_low"}
    taken = replace(new_form(dataset, "post-2019-09-19"), id="D1")
    assert "id" in {one.field for one in objections_to(taken, dataset, schema.read(data))}


def test_a_change_is_taken_back_and_one_before_it_too(data: Path) -> None:
    before = table(data, "claims")
    for note in ("First.", "Second."):
        dataset = tables.read(data)
        saved(data, *edits_of(form_of(dataset, "D1").with_cell("note", note), dataset))
    taken_back(data)
    assert tables.read(data).claims_by_id["D1"].note == "First."
    taken_back(data)
    assert table(data, "claims") == before
    with pytest.raises(LookupError):
        taken_back(data)


def test_what_somebody_else_changed_since_is_never_taken_back(data: Path) -> None:
    dataset = tables.read(data)
    saved(data, *edits_of(form_of(dataset, "D1").with_cell("note", "Mine."), dataset))
    version = tables.read(data).version
    other = [Insert("contributions", {"claim": "D2", "nation": "NGA"})]
    edits.apply(data, other, who="Bo", when=DAY, reason="Also.", expected=version)
    assert undo.last(InFolder(data), tables.read(data).version) is None


def test_a_claim_that_takes_anothers_place_retracts_it(data: Path) -> None:
    dataset = tables.read(data)
    form = replace(superseding(dataset, "D4"), reason="Read again.")
    saved(data, *edits_of(form, dataset))
    after = tables.read(data).claims_by_id
    assert (after["D4"].review, after[form.id].quote) == ("retracted", after["D4"].quote)


def test_a_form_is_the_same_after_it_was_kept(data: Path) -> None:
    dataset = tables.read(data)
    for form in (form_of(dataset, "H1"), new_form(dataset, "post-2019-09-19"), superseding(dataset, "D4")):
        assert kept_form.read(kept_form.written(form, form)) == (form, form)
        assert kept_form.read(kept_form.written(form, None)) == (form, None)


def test_several_forms_are_kept_and_one_that_was_kept_alone_is_read_too(data: Path) -> None:
    dataset = tables.read(data)
    first, second = form_of(dataset, "H1"), superseding(dataset, "D4")
    both = (KeptForm(first, first), KeptForm(second, None))
    assert kept_form.all_read(kept_form.all_written(both)) == both
    assert kept_form.all_read(kept_form.written(first, None)) == (KeptForm(first, None),)
    assert not kept_form.all_written(())
    assert not kept_form.all_read("")


def test_a_form_that_is_returned_to_fits_the_record_as_it_is_then(data: Path) -> None:
    dataset = tables.read(data)
    taken = replace(new_form(dataset, "post-2019-09-19"), id="H1", reason="Read again.")
    gone = replace(form_of(dataset, "H1"), id="H99", edits="H99")
    for left in (KeptForm(taken, None), KeptForm(gone, gone)):
        draft = set_aside.go_on(ArticleDraft(aside=(left,)), left, dataset)
        assert draft.form
        assert (draft.form.edits, draft.before, draft.aside) == ("", None, ())
        assert draft.form.id not in dataset.claims_by_id
        assert replace(draft.form, id="", edits="") == replace(left.form, id="", edits="")


@given(st.text(max_size=60) | st.just("[" * 5000))
def test_what_is_no_kept_form_is_none(text: str) -> None:
    assert kept_form.read(text) is None
    assert not kept_form.all_read(text)


@pytest.mark.parametrize(
    "change",
    [
        {"rows": {"changes": {}}}, {"cells": []}, {"cells": {"note": 1}}, {"marks": [["host", -1, 2]]},
        {"marks": [["host", "1", 2]]}, {"sent": [[1]]}, {"keeps_marks": "yes"}, {"id": None},
        {"sent": [["NGA", "", "", "", "", "more"]]}, {"id": "\ud800"},
    ],
)  # fmt: skip
def test_a_kept_form_with_anything_else_in_it_is_none(data: Path, change: dict[str, object]) -> None:
    form, _ = json.loads(kept_form.written(form_of(tables.read(data), "H1"), None))
    assert kept_form.read(json.dumps([{**form, **change}, None])) is None
    assert not kept_form.all_read(json.dumps([[{**form, **change}, None]]))
