"""Start Firefox as Playwright wants it: `python firefox_for_playwright.py FIREFOX arguments…`.

Playwright drives a stock Firefox by WebDriver BiDi, but begins with a command that Firefox 153 does not know,
and gives up. This stands between them: it answers that command itself and hands on everything else.
"""

from __future__ import annotations

import asyncio
import json
import sys

from websockets.asyncio.client import ClientConnection, connect
from websockets.asyncio.server import ServerConnection, serve

UNKNOWN = "emulation.setMediaFeaturesOverride"
"""The command: which colours and how much motion a page is told that its reader prefers."""
SAYS_WHERE = "WebDriver BiDi listening on "
ANY_SIZE = None


async def main(program: str, *arguments: str) -> int:
    """Run Firefox until it ends; its exit code."""
    firefox = await asyncio.create_subprocess_exec(program, *arguments, stderr=asyncio.subprocess.PIPE)
    assert firefox.stderr
    address = ""
    while not address:
        line = (await firefox.stderr.readline()).decode()
        if not line:
            return await firefox.wait()
        _, found, address = line.strip().partition(SAYS_WHERE)
        if not found:
            sys.stderr.write(line)
    reading = asyncio.create_task(_drain(firefox.stderr))

    async def talk(driver: ServerConnection) -> None:
        path = driver.request.path if driver.request else "/session"
        async with connect(f"{address}{path}", max_size=ANY_SIZE, proxy=None) as browser:
            both = [asyncio.create_task(_ask(driver, browser)), asyncio.create_task(_answer(browser, driver))]
            await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
            for one in both:
                one.cancel()

    async with serve(talk, "127.0.0.1", 0, max_size=ANY_SIZE) as server:
        port = next(iter(server.sockets)).getsockname()[1]
        sys.stderr.write(f"{SAYS_WHERE}ws://127.0.0.1:{port}\n")
        sys.stderr.flush()
        code = await firefox.wait()
    reading.cancel()
    return code


async def _drain(stream: asyncio.StreamReader) -> None:
    while line := await stream.readline():
        sys.stderr.write(line.decode(errors="replace"))


async def _ask(driver: ServerConnection, browser: ClientConnection) -> None:
    """Hand on each command but the unknown one, which is answered as done."""
    async for message in driver:
        command = json.loads(message)
        if command["method"] == UNKNOWN:
            await driver.send(json.dumps({"type": "success", "id": command["id"], "result": {}}))
        else:
            await browser.send(message)


async def _answer(browser: ClientConnection, driver: ServerConnection) -> None:
    async for message in browser:
        await driver.send(message)


if __name__ == "__main__":
    sys.exit(asyncio.run(main(*sys.argv[1:])))
