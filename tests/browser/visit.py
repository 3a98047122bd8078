"""A person at a browser: opens a page, waits until it has settled, and reports what went wrong on it."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Frame,
    Page,
    Playwright,
    Request,
    Response,
    WebError,
    WebSocket,
    sync_playwright,
)
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError

from tests.browser.server import Server

PATIENCE = 30_000
"""Milliseconds that a busy machine may need to draw a page."""

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--font-render-hinting=none",
    "--force-color-profile=srgb",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
)
"""A browser that keeps to itself and draws the same everywhere."""

UNCOMPILED = "--js-flags=--no-opt --no-maglev"
"""A visit of a test is short: compiling scripts for speed costs more processor time than it saves."""

PROBE = re.compile(r"localhost:\d+/[\w-]+/_stcore/(health|host-config)$")
"""Where Streamlit's page first looks for its server when it is opened at `/sources`: below that path."""

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")


def chromium() -> str:
    """The browser's program: $CHROMIUM, or the first found on the path."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUMS)), None)
    assert found, "the tests drive Chromium: `make browser` installs it, or set CHROMIUM to where it is"
    return found


_DRIVERS: list[Playwright] = []


@contextmanager
def driving() -> Iterator[Playwright]:
    """Playwright's driver. A process can run only one, so a second caller gets the first one's."""
    if _DRIVERS:
        yield _DRIVERS[0]
        return
    with sync_playwright() as playwright:
        _DRIVERS.append(playwright)
        try:
            yield playwright
        finally:
            _DRIVERS.clear()


@contextmanager
def browsing(*flags: str) -> Iterator[Browser]:
    """A headless Chromium with an empty profile, started with these flags too."""
    with driving() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=[*FLAGS, *flags])
        yield browser
        browser.close()


def new_profile(browser: Browser) -> BrowserContext:
    """A new profile."""
    context = browser.new_context(device_scale_factor=1, locale="en-GB", timezone_id="UTC")
    context.set_default_timeout(PATIENCE)
    return context


@dataclass
class Visits:
    """The pages a test opened, and what happened on them."""

    browser: Browser
    window: Page
    """A page for one visit after the other: what it has loaded before it need not load and compile again,
    which is half of what a visit costs. Nothing else is left from one visit to the next."""
    server: Server
    servers: set[Server] = field(default_factory=set)
    contexts: list[BrowserContext] = field(default_factory=list)
    abroad: list[str] = field(default_factory=list)
    """Addresses of other machines that a page asked for."""
    errors: list[str] = field(default_factory=list)
    """Errors on the console and scripts that failed."""

    def open(
        self,
        address: str = "",
        width: int = 1440,
        height: int = 900,
        color_scheme: Literal["light", "dark"] = "light",
        *,
        has_map: bool = True,
        server: Server | None = None,
        motion: Literal["reduce", "no-preference"] = "reduce",
        first: bool = False,
        lands: str | None = None,
    ) -> Page:
        """Open `/` + `address`, and wait until the page and its map have settled.

        `first`: in a profile that has never seen the dashboard. `lands`: a pattern of the address that the
        page goes on to by itself.
        """
        page = self._page(first=first)
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(media="screen", color_scheme=color_scheme, reduced_motion=motion)
        server = server or self.server
        self.servers.add(server)
        page.goto(f"{server.url}/{address.removeprefix('/')}")
        try:
            if lands:
                page.wait_for_url(lands)
            settle(page, has_map=has_map)
        except PlaywrightTimeoutError as late:
            raise AssertionError(f"the page did not settle; {self.abroad=} {self.errors=}") from late
        return page

    def _page(self, *, first: bool) -> Page:
        """The window, if this is the test's first visit, or else another page beside it."""
        if not first and self.window.context in self.contexts:
            return self.window.context.new_page()
        context = new_profile(self.browser) if first else self.window.context
        page = context.new_page() if first else self.window
        self.contexts.append(context)
        for event, note in self._notes.items():
            context.on(event, note)
        self._note_page(page)
        return page

    def keep_for_inspection(self, folder: Path) -> None:
        """Write a picture of every open page, and what the servers printed, into `folder`."""
        folder.mkdir(parents=True, exist_ok=True)
        for number, server in enumerate(self.servers, 1):
            shutil.copy(server.log, folder / f"server-{number}.log")
        pages = [page for context in self.contexts for page in context.pages]
        for number, page in enumerate(pages, 1):
            page.screenshot(path=folder / f"page-{number}.png")

    def close(self) -> None:
        """Leave every page, then fail if one asked another machine for something or had an error."""
        for context in self.contexts:
            if context is not self.window.context:
                context.close()
                continue
            for page in context.pages:
                if page is not self.window:
                    page.close()
            self._clear()
            for event, note in self._notes.items():
                context.remove_listener(event, note)
            self.window.remove_listener("websocket", self._note_socket)
        assert not self.abroad, f"asked other machines for {self.abroad}"
        assert not self.errors, f"errors on the page: {self.errors}"

    def _clear(self) -> None:
        """Leave the window as one that was just opened: nothing kept, nothing allowed."""
        context = self.window.context
        if self.window.url.startswith("http"):
            self.window.evaluate("localStorage.clear(); sessionStorage.clear()")
        self.window.goto("about:blank")
        self.window.mouse.move(0, 0)  # or it would hover over whatever the next visit draws there
        context.clear_cookies()
        context.clear_permissions()

    @property
    def _notes(self) -> dict[str, Callable[..., None]]:
        return {
            "page": self._note_page,
            "request": self._note_request,
            "response": self._note_answer,
            "requestfailed": self._note_failure,
            "weberror": self._note_error,
            "console": self._note_message,
        }

    def _note_page(self, page: Page) -> None:
        page.on("websocket", self._note_socket)

    def _note_request(self, request: Request) -> None:
        self._note(request.url)

    def _note_socket(self, socket: WebSocket) -> None:
        self._note(socket.url)

    def _note_error(self, error: WebError) -> None:
        self.errors.append(str(error.error))

    def _note_message(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not PROBE.search(message.location["url"]):
            self.errors.append(message.text)

    def _note_answer(self, response: Response) -> None:
        fine = response.ok or response.status in {HTTPStatus.NOT_MODIFIED, HTTPStatus.SWITCHING_PROTOCOLS}
        if not fine and not PROBE.search(response.url):
            self.errors.append(f"{response.status} {response.url}")

    def _note_failure(self, request: Request) -> None:
        if request.failure not in {
            "net::ERR_ABORTED",
            "NS_BINDING_ABORTED",
        }:  # what a page that is left or closed had still asked for
            self.errors.append(f"{request.failure} {request.url}")

    def _note(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in {"data", "blob", "about"} and parts.hostname not in {"localhost", "127.0.0.1"}:
            self.abroad.append(url)


def settle(page: Page, *, has_map: bool = True) -> None:
    """Wait until the page shows what it will show, and the map, if it has one, says that it is drawn.

    Fails when the page's script did.
    """
    _wait_until_shown(page)
    if has_map:
        map_of(page).wait_for_function("window.eastflankReady === true")
        _wait_until_shown(page)  # the map's first answer may run the script once more


def _wait_until_shown(page: Page) -> None:
    page.wait_for_selector(
        "[data-testid=stApp][data-test-connection-state=CONNECTED][data-test-script-state=notRunning]"
    )
    page.wait_for_function(
        "document.fonts.status === 'loaded'"
        " && ![...document.querySelectorAll('[data-testid=stSkeleton]')].some(box => box.offsetParent)"
    )
    failed = page.locator("[data-testid=stException]").all_inner_texts()
    assert not failed, f"the page's script failed, see the server's log: {failed}"


def map_of(page: Page) -> Frame:
    """The frame that the map is drawn in."""
    box = page.wait_for_selector("iframe[src*=streamlit_folium]")
    frame = box.content_frame() if box else None
    assert frame, "the page has no map"
    return frame
