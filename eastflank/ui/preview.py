"""The preview of a product in the export menu: a picture, the first rows, or its list of files."""

from __future__ import annotations

import csv
import io
import itertools
import json
import zipfile
from collections.abc import Callable, Mapping

import pandas as pd
import streamlit as st

from eastflank.render import deployments_csv
from eastflank.render.picture import files
from eastflank.report.contents import Briefing, Size
from eastflank.report.deployment_columns import named
from eastflank.words.chosen import exports

_MOST_ROWS, _MOST_LINES = 5, 14
_COLUMNS = [column.heading for column in named(("name", "status", "lead", "host", "strength"))]
"""The columns of the table that fit."""


def show(briefing: Briefing, media_type: str, size: Size | None, content: bytes) -> None:
    """Draw the preview of a product of `briefing`, written as `content` in that size."""
    if media_type.startswith("image/"):
        # As SVG: Streamlit would first make a smaller copy of a PNG.
        st.image(files.svg(briefing, size).decode(), alt=briefing.title)
    else:
        _BY_TYPE.get(media_type, _picture_in_it)(briefing, content)


def _picture_in_it(briefing: Briefing, _: bytes) -> None:
    """For formats that a page cannot show: the picture, drawn from the same scene."""
    st.image(files.svg(briefing, None).decode(), alt=briefing.title)
    st.caption(exports.PICTURE_BEHIND)


def _rows(briefing: Briefing, _: bytes) -> None:
    table = csv.DictReader(io.StringIO(deployments_csv.write(briefing, None).decode("utf-8-sig")))
    rows = pd.DataFrame(itertools.islice(table, _MOST_ROWS), columns=_COLUMNS)
    st.dataframe(rows, hide_index=True)
    st.caption(exports.rows_shown(len(rows), len(briefing.entries)))


def _packed(_: Briefing, content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        memo = packed.read("memo.md").decode()
        names = packed.namelist()
    _text(memo)
    st.caption(exports.beside_memo(name for name in names if name != "memo.md"))


def _first_feature(_: Briefing, content: bytes) -> None:
    features = json.loads(content)["features"]
    if not features:
        st.caption(exports.NO_FEATURE)
        return
    _text(json.dumps(features[0], indent=1, ensure_ascii=False))
    st.caption(exports.first_of(len(features)))


def _lines(_: Briefing, content: bytes) -> None:
    _text(content.decode())


def _text(text: str) -> None:
    lines = text.splitlines()
    more = ["…"] if len(lines) > _MOST_LINES else []
    st.code("\n".join([*lines[:_MOST_LINES], *more]), language=None, height=220)


_BY_TYPE: Mapping[str, Callable[[Briefing, bytes], None]] = {
    "text/csv": _rows,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": _rows,
    "application/geo+json": _first_feature,
    "application/vnd.google-earth.kml+xml": _lines,
    "application/zip": _packed,
}
"""The preview of a format by media type; all others show the picture."""
