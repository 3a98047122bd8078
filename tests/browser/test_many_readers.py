"""The answers that `make load` measures are the same as a browser's."""

from __future__ import annotations

from tests.browser.server import Server
from tests.load.reader import Answer, reading
from tests.other_loop import run


async def _asked(url: str, *queries: str) -> list[Answer]:
    async with reading(url) as reader:
        return [await reader.ask(query) for query in queries]


def test_a_reader_without_a_browser_is_answered_with_the_view_that_it_asked_for(server: Server) -> None:
    queries = ("", "nation=CAN&asof=2016-06-14", "host=POL&asof=2022-06-28")
    newest, canada, poland = run(_asked(server.url, *queries))
    assert "as known on 31 May 2025" in newest.title
    assert "involving Canada, as known on 14 June 2016" in canada.title
    assert "in Poland, as known on 28 June 2022" in poland.title
    assert min(one.size for one in (newest, canada, poland)) > 1000
