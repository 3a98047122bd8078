"""People sign in with OpenID Connect in a real browser, and may do what their role says."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from eastflank.store import folder, parts
from tests.browser.on_the_page import notices
from tests.browser.provider import providing
from tests.browser.server import Server, free_port
from tests.browser.two_editors import SECOND, row, rows, write
from tests.browser.visit import PATIENCE, Visits, settle

PEOPLE = {
    "ann@example.org": {"name": "Ann Lee", "email_verified": True},
    "bo@example.org": {"name": "Bo Ito"},
    "eve@example.org": {"name": "Eve"},
    "mallory@example.org": {"name": "Mallory", "email_verified": False},
}
ROLES = '"ann@example.org" = "editor"\n"bo@example.org" = "reviewer"\n"mallory@example.org" = "reviewer"\n'


def sign_in(page: Page, server: Server, email: str) -> None:
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("link", name=email).click()
    page.wait_for_url(f"{server.url}/**")
    open_add_data(page, server)


def open_add_data(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/add-data")
    expect(page.locator(".ef-title")).to_contain_text("Add data", timeout=PATIENCE)


def sign_out(page: Page, server: Server) -> None:
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url(f"{server.url}/")
    open_add_data(page, server)
    expect(page.get_by_role("button", name="Sign in")).to_be_visible(timeout=PATIENCE)


def edit(page: Page) -> None:
    page.get_by_role("button", name="Edit H3").click()
    expect(page.locator(".st-key-claim-form")).to_be_visible(timeout=PATIENCE)
    settle(page, has_map=False)


def review(page: Page) -> Locator:
    return page.locator(".st-key-claim-form [class*='st-key-field-review-']")


def open_states(page: Page) -> None:
    """Open the list of review states. A list closes when the page scrolls, so the scroll comes first."""
    field = review(page).locator("input").first
    field.scroll_into_view_if_needed()
    page.evaluate("() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
    field.click()


def states(page: Page) -> list[str]:
    """The review states that the form offers."""
    open_states(page)
    offered = page.get_by_role("listbox").get_by_role("option")
    expect(offered.first).to_be_visible()
    found = offered.all_inner_texts()
    page.keyboard.press("Escape")
    return found


def take(page: Page, state: str) -> None:
    open_states(page)
    page.get_by_role("option", name=state, exact=True).click()


def save(page: Page) -> None:
    page.get_by_role("button", name="Save", exact=True).click()


def test_each_may_do_what_the_role_says(
    start_server: Callable[..., Server], visits: Visits, tmp_path: Path
) -> None:
    data = Path(shutil.copytree(SECOND, tmp_path / "data"))
    roles = tmp_path / "roles.toml"
    roles.write_text(ROLES, encoding="utf-8")
    home, port = tmp_path / "home", free_port()
    (home / ".streamlit").mkdir(parents=True)

    def contents() -> dict[str, bytes]:
        return dict(parts.packed(folder.of(data)))

    with providing(PEOPLE) as provider:
        dashboard = f"http://localhost:{port}"
        (home / ".streamlit" / "secrets.toml").write_text(provider.secrets_file(dashboard), encoding="utf-8")
        server = start_server(data=data, port=port, HOME=str(home), EASTFLANK_ROLES=str(roles))
        page = visits.open("add-data", server=server, has_map=False, first=True)
        before = contents()
        expect(page.get_by_text("You can read this record, but not change it.")).to_be_visible()

        for email, name in (("eve@example.org", "Eve"), ("mallory@example.org", "Mallory")):
            sign_in(page, server, email)  # whom nobody knows, or whose address nobody has verified
            expect(page.get_by_text(f"Signed in as {name}. Nobody gave you a role")).to_be_visible()
            expect(page.get_by_role("button", name="Edit H3")).to_have_count(0)
            sign_out(page, server)

        sign_in(page, server, "ann@example.org")
        expect(page.get_by_text("Signed in as Ann Lee (editor).")).to_be_visible(timeout=PATIENCE)
        edit(page)
        write(page, "reason", "Read again.")
        save(page)
        expect(page.locator(".ef-refused")).to_contain_text("Only a reviewer", timeout=PATIENCE)
        assert contents() == before
        take(page, "disputed")
        save(page)
        expect(notices(page).filter(has_text="H3 is saved.")).to_be_visible(timeout=PATIENCE)
        assert row(contents)["review"] == "disputed"
        assert {one["who"] for one in rows(contents, "changes")} == {"Ann Lee"}
        edit(page)
        assert states(page) == ["draft", "disputed"]
        take(page, "draft")
        write(page, "reason", "Once more.")

        roles.write_text(ROLES.replace("ann@", "someone@"), encoding="utf-8")
        save(page)  # the right has gone since the page was drawn
        expect(page.get_by_text("Signed in as Ann Lee. Nobody gave you a role")).to_be_visible(
            timeout=PATIENCE
        )
        assert row(contents)["review"] == "disputed"
        sign_out(page, server)

        sign_in(page, server, "bo@example.org")
        expect(page.get_by_text("Signed in as Bo Ito (reviewer).")).to_be_visible(timeout=PATIENCE)
        edit(page)
        assert states(page) == ["draft", "reviewed", "disputed"]
        take(page, "reviewed")
        write(page, "reason", "Looked at.")
        save(page)
        expect(notices(page).filter(has_text="H3 is saved.")).to_be_visible(timeout=PATIENCE)
        assert row(contents)["review"] == "reviewed"
        assert rows(contents, "changes")[-1]["who"] == "Bo Ito"
        sign_out(page, server)
    visits.errors[:] = [
        one for one in visits.errors if not one.startswith("302 ")
    ]  # what signing in is made of
