"""Two people in two browsers who change one claim, each through a server of their own or the same one."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.on_the_page import notices
from tests.browser.server import Server
from tests.browser.visit import PATIENCE, Visits

CLAIM = "H3"
"""A claim of the second theatre: the headquarters at Cotonou."""
ANN = "Ann reads “opened” as deployed. Cotonou is in Benin: BEN. 🙂"
BO = "Bo reads “opened” as deployed: the dispatch says so. Cotonou is in Benin: BEN."
SECOND = Path(__file__).parents[1] / "second_theatre"

Contents = Callable[[], Mapping[str, bytes]]
"""What the record now holds, by file."""


def change_one_claim(visits: Visits, ann_at: Server, bo_at: Server, contents: Contents) -> None:
    """Ann and Bo begin at the same version; Bo sees Ann's, chooses, saves, and takes it back."""
    ann, bo = (
        visits.open("add-data", server=server, has_map=False, first=True) for server in (ann_at, bo_at)
    )
    for page in (ann, bo):
        page.get_by_role("button", name=f"Edit {CLAIM}").click()
        expect(page.locator(".st-key-claim-form")).to_be_visible(timeout=PATIENCE)
    first = row(contents)

    write(bo, "speaker", "the harbour master of Sekondi")
    _note(bo).click()
    bo.keyboard.press("End")
    bo.keyboard.type(" Being typed")  # and not sent: the box still has the focus
    write(ann, "note", ANN)
    write(ann, "reason", "Read by Ann.")
    ann.get_by_role("button", name="Save", exact=True).click()
    expect(notices(ann).filter(has_text=f"{CLAIM} is saved.")).to_be_visible(timeout=PATIENCE)
    of_ann = row(contents)
    assert of_ann == {**first, "note": ANN}
    expect(bo.get_by_text("Changes 1")).to_be_visible(timeout=PATIENCE)
    assert _note(bo).input_value().endswith(" Being typed"), "what somebody types is not taken"
    assert bo.locator(_field("speaker")).locator("input").input_value() == "the harbour master of Sekondi"

    write(bo, "note", BO)
    write(bo, "reason", "Read by Bo.")
    bo.get_by_role("button", name="Save", exact=True).click()
    versions = bo.locator(".st-key-two-versions")
    expect(versions).to_contain_text(f"Two versions of {CLAIM}", timeout=PATIENCE)
    assert row(contents) == of_ann, "nothing of Ann’s is overwritten unseen"
    texts = versions.locator("table").all_inner_texts()
    assert [text.split("\n")[0] for text in texts] == ["Speaker", "Note"]
    assert ANN in texts[1] and BO in texts[1]
    bo.get_by_role("button", name="Take what is chosen").click()
    expect(bo.get_by_text("Choose a version of each field.")).to_be_visible(timeout=PATIENCE)
    versions.get_by_role("radio", name="As you have it").last.check(force=True)
    bo.get_by_role("button", name="Take what is chosen").click()
    expect(notices(bo).filter(has_text="The form holds what you chose.")).to_be_visible(timeout=PATIENCE)
    bo.get_by_role("button", name="Save", exact=True).click()
    expect(notices(bo).filter(has_text=f"{CLAIM} is saved.")).to_be_visible(timeout=PATIENCE)
    assert row(contents) == {**first, "note": BO, "speaker": "the harbour master of Sekondi"}
    log = rows(contents, "changes")
    assert [(one["column"], one["before"], one["after"]) for one in log] == [
        ("note", first["note"], ANN),
        ("speaker", "", "the harbour master of Sekondi"),
        ("note", ANN, BO),
    ], "the words of both stand in the log"

    expect(ann.get_by_text("Changes 3")).to_be_visible(timeout=PATIENCE)
    bo.get_by_role("button", name="Undo", exact=True).click()
    expect(notices(bo).filter(has_text="The last change is taken back.")).to_be_visible(timeout=PATIENCE)
    assert row(contents) == of_ann


def row(contents: Contents) -> dict[str, str]:
    """The claim as it now is."""
    (found,) = (one for one in rows(contents, "claims") if one["id"] == CLAIM)
    return found


def rows(contents: Contents, table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(contents()[f"{table}.csv"].decode())))


def write(page: Page, name: str, value: str) -> None:
    """Write into a field of the form, and leave it."""
    box = page.locator(_field(name)).locator("input, textarea").first
    box.fill(value)
    box.press("Tab")
    expect(page.get_by_test_id("stStatusWidget")).to_have_count(0, timeout=PATIENCE)


def _note(page: Page) -> Locator:
    return page.locator(_field("note")).locator("textarea")


def _field(name: str) -> str:
    return f".st-key-claim-form [class*='st-key-field-{name}-']"
