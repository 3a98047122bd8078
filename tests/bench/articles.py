"""How fast articles are read."""

from __future__ import annotations

import time

from eastflank.commands.read import article_tables
from eastflank.intake.article.opinion import Adviser
from eastflank.intake.article.reader import read
from eastflank.store import DATA
from tests.articles.__main__ import articles
from tests.frozen import FOLDER


def reading_speed(adviser: Adviser | None = None, times: int = 3) -> float:
    """Kilobytes (1,000 bytes of UTF-8) a second of one core's time, on the open articles: the best of several.

    `adviser`: who gives a second opinion; None: the rules read alone.
    """
    tables = article_tables(FOLDER, gazetteer=DATA / "gazetteer", adviser=adviser)
    found = list(articles("open"))
    size = sum(len(one.text.encode()) for one in found)
    took = []
    for _ in range(times):
        start = time.process_time()
        for one in found:
            read(one.text, tables, one.said)
        took.append(time.process_time() - start)
    return size / 1000 / min(took)
