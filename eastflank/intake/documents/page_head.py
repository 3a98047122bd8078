"""Metadata in the head of a web page; none of it is trusted."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser

_META = {
    "og:site_name": "publisher",
    "application-name": "publisher",
    "dc.publisher": "publisher",
    "citation_publisher": "publisher",
    "og:title": "title",
    "dc.title": "title",
    "citation_title": "title",
    "article:published_time": "published",
    "datepublished": "published",
    "dc.date": "published",
    "dc.date.issued": "published",
    "dcterms.date": "published",
    "citation_publication_date": "published",
    "parsely-pub-date": "published",
    "date": "published",
    "pubdate": "published",
    "og:url": "url",
    "og:locale": "language",
    "content-language": "language",
    "original-source": "copy_of",
    "syndication-source": "copy_of",
}
_MARKS = {
    "ld": "JSON-LD",
    "title": "title of the page",
    "canonical": "link canonical",
    "lang": "html lang",
    "time": "time",
}
_SAVED_FROM = re.compile(r"saved from url=\(\d{1,6}\)(\S{1,500})")
"""The comment that browsers write into a saved page."""
_MOST_OF_LD = 200_000
"""The longest JSON-LD that is read, in characters."""
_LONGEST = 500
"""The longest value that a form gets, in characters."""
_ARTICLES = (
    "Article",
    "NewsArticle",
    "ReportageNewsArticle",
    "BlogPosting",
    "WebPage",
    "PressRelease",
    "Report",
)


def head_of(markup: str) -> tuple[tuple[str, str, str], ...]:
    """The page's metadata: what, the value, and the mark. The most reliable first, each mark once."""
    parser = _Head()
    parser.feed(markup)
    parser.close()
    found = [*parser.of_meta, *parser.of_elements]
    kept = [(what, " ".join(value.split())[:_LONGEST], mark) for what, value, mark in found]
    return tuple(dict.fromkeys(one for one in kept if one[1]))


class _Head(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.of_meta: list[tuple[str, str, str]] = []
        self.of_elements: list[tuple[str, str, str]] = []
        self._inside = ""
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        match tag:
            case "meta":
                name = (
                    given.get("property")
                    or given.get("name")
                    or given.get("itemprop")
                    or given.get("http-equiv", "")
                )
                if what := _META.get(name.strip().lower()):
                    self.of_meta.append((what, given.get("content", ""), f"meta {name.strip()}"))
            case "html" if given.get("lang"):
                self.of_elements.append(("language", given["lang"], _MARKS["lang"]))
            case "link" if "canonical" in given.get("rel", "").lower().split():
                self.of_elements.append(("url", given.get("href", ""), _MARKS["canonical"]))
            case "time" if given.get("datetime"):
                self.of_elements.append(("published", given["datetime"], _MARKS["time"]))
            case "title":
                self._begin("title")
            case "script" if given.get("type", "").strip().lower() == "application/ld+json":
                self._begin("ld")

    def handle_endtag(self, tag: str) -> None:
        if (self._inside, tag) == ("title", "title"):
            self.of_elements.append(("title", "".join(self._text), _MARKS["title"]))
        elif (self._inside, tag) == ("ld", "script"):
            self.of_meta[:0] = _of_ld("".join(self._text))
        else:
            return
        self._inside = ""

    def handle_comment(self, data: str) -> None:
        if found := _SAVED_FROM.search(data):
            self.of_elements.append(("url", found[1], "comment of the browser"))

    def handle_data(self, data: str) -> None:
        if self._inside:
            self._text.append(data)

    def _begin(self, what: str) -> None:
        if not self._inside:
            self._inside, self._text = what, []


def _of_ld(text: str) -> list[tuple[str, str, str]]:
    if len(text) > _MOST_OF_LD:
        return []
    try:
        stated = json.loads(text)
    except (ValueError, RecursionError):
        return []
    found = []
    for one in _things(stated):
        kinds = one.get("@type")
        if any(kind in _ARTICLES for kind in (kinds if isinstance(kinds, list) else [kinds])):
            found += list(_of_article(one))
    return found


def _things(stated: object) -> Iterator[Mapping[str, object]]:
    """The objects in JSON-LD: a single one, a list, or those of its graph."""
    several = stated if isinstance(stated, list) else [stated]
    for one in several[:50]:
        if isinstance(one, dict):
            yield one
            graph = one.get("@graph")
            yield from (
                each for each in (graph[:50] if isinstance(graph, list) else ()) if isinstance(each, dict)
            )


def _of_article(one: Mapping[str, object]) -> Iterator[tuple[str, str, str]]:
    for key, what in (
        ("publisher", "publisher"),
        ("headline", "title"),
        ("datePublished", "published"),
        ("inLanguage", "language"),
        ("url", "url"),
        ("isBasedOn", "copy_of"),
    ):
        value = one.get(key)
        if isinstance(value, list) and value:
            value = value[0]
        if isinstance(value, dict):
            value = value.get("name") or value.get("url") or value.get("@id")
        if isinstance(value, str):
            yield what, value, f"{_MARKS['ld']} {key}"
