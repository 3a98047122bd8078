"""The bundle's `datapackage.json`: what is in its tables, as a Frictionless Data Package."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

from eastflank.render.sheets import LICENCE, TableSheet
from eastflank.report.contents import Briefing
from eastflank.words.chosen import bundles


def file(sheet: TableSheet) -> str:
    """The name of a table's file in the bundle."""
    return f"{sheet.name}.csv"


def described(briefing: Briefing, tables: Sequence[tuple[TableSheet, bytes]]) -> bytes:
    """The description of the tables with these contents."""
    package = {
        "profile": "tabular-data-package",
        "name": f"eastflank-view-asof-{briefing.view.day.isoformat()}",
        "title": briefing.title,
        "description": bundles.described(briefing.filters, briefing.counts, briefing.credit),
        "version": briefing.version,
        "homepage": briefing.link,
        "marking": briefing.marking,
        "licenses": [
            {
                "name": "CC-BY-4.0",
                "path": "https://creativecommons.org/licenses/by/4.0/",
                "title": LICENCE,
            }
        ],
        "sources": [
            {"title": str(note), **({"path": note.url} if note.url else {})} for note in briefing.footnotes
        ],
        "resources": [_resource(sheet, content) for sheet, content in tables],
    }
    if not briefing.link.startswith("http"):  # a bare query is not an address
        del package["homepage"]
    if not briefing.footnotes:  # an empty list is not valid
        del package["sources"]
    return json.dumps(package, ensure_ascii=False, indent=2).encode("utf-8", "replace") + b"\n"


def _resource(sheet: TableSheet, content: bytes) -> dict[str, object]:
    return {
        "name": sheet.name,
        "path": file(sheet),
        "profile": "tabular-data-resource",
        "title": sheet.title,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "dialect": {
            "delimiter": ",",
            "quoteChar": '"',
            "doubleQuote": True,
            "lineTerminator": "\r\n",
            "header": True,
        },
        "schema": {
            "fields": [
                {"name": column.heading, "type": column.type, "description": column.meaning}
                for column in sheet.columns
            ],
            "missingValues": [""],
        },
    }
