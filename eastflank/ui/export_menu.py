"""The page's export menu: every product of the view, with a preview before the download.

It is made from `render.products` and runs as a fragment. While it is closed it is only one button, and
nothing is written before the user has chosen a format.
"""

from __future__ import annotations

import hashlib
import logging
import re
import time
from collections import deque
from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from eastflank.render.picture.addresses import TooFewAddressesError
from eastflank.render.products import PRODUCTS, Product, file_name
from eastflank.render.template import LARGEST, Unusable
from eastflank.render.undrawn import notices
from eastflank.report.contents import Briefing, Size
from eastflank.ui import controls, export_limit, preview, printer
from eastflank.ui.interruptions import uninterrupted
from eastflank.view.address import LONGEST_MARKING, marking_of
from eastflank.words.chosen import exports

_LOG = logging.getLogger(__name__)
_BY_FORMAT = {product.format: product for product in PRODUCTS}
_MARKED = "export-marked"
"""In the session: whether a marking was typed since the page was last drawn."""
_WRITTEN = "export-times"
"""In the session: when its last files were written."""
_KIBIBYTE = 1024
_MARKDOWN = re.compile(r"[\\`*_{}\[\]()<>#+\-.!|~$:&=^]")
"""Characters that have a meaning in Streamlit's Markdown."""


@st.fragment
def show(make_briefing: Callable[[], Briefing]) -> None:
    """Draw the menu's button and, once it is open, the menu. `make_briefing` is called only if it is open."""
    menu = st.popover(exports.EXPORT, key="export", on_change="rerun", width="content")
    if menu.open:
        with menu, st.container(key="export-menu"):
            _menu(make_briefing)


def _menu(make_briefing: Callable[[], Briefing]) -> None:
    if st.session_state.pop(_MARKED, False):
        st.rerun()  # rerun the whole page: it shows the line too
    marking = controls.control(_MARKING, lambda typed: marking_of(str(typed)))
    st.text_input(
        exports.MARKING,
        value=marking.value,
        key=marking.key,
        max_chars=LONGEST_MARKING,
        placeholder=exports.MARKING_EXAMPLE,
        help=exports.MARKING_HELP,
        on_change=_mark,
        args=(marking,),
    )
    if st.button(
        exports.PRINT,
        key="export-print",
        icon=":material/print:",
        width="stretch",
        help=exports.PRINT_HELP,
    ):
        with st.spinner(exports.WRITING_DOCUMENT):
            printer.show(make_briefing())
    chosen = st.selectbox(
        exports.FORMAT, list(_BY_FORMAT), index=None, key="export-format", placeholder=exports.CHOOSE_FORMAT,
        format_func=lambda name: _BY_FORMAT[name].name,
    )  # fmt: skip
    if chosen is None:
        st.caption(exports.formats(product.name for product in PRODUCTS))
        return
    product = _BY_FORMAT[chosen]
    st.caption(exports.holds(product.holds))
    _take(make_briefing(), product, _size(product), _template(product))


@uninterrupted
def _mark(marking: controls.Control[str]) -> None:
    st.session_state[_MARKED] = True
    marking.changed()


_MARKING = controls.ChosenPart(
    "marking",
    lambda choices: choices.marking,
    lambda choices, marking: replace(choices, marking=marking),
)


def _size(product: Product) -> Size | None:
    names = [size.name for size in product.sizes]
    if not names:
        return None
    st.session_state.setdefault(f"export-size-{product.format}", names[0])
    name = st.segmented_control(
        exports.SIZE, names, key=f"export-size-{product.format}", required=True,
        format_func=lambda name: name.replace("x", " × "),
    )  # fmt: skip
    return product.sizes[names.index(name or names[0])]


def _template(product: Product) -> bytes | None:
    """The content of the team's own template, if one was chosen for a product that takes one."""
    if product.fill is None:
        return None
    file = st.file_uploader(
        exports.TEMPLATE,
        type=[product.suffix.removeprefix(".")],
        key=f"export-template-{product.format}",
        max_upload_size=LARGEST // 1024**2,
        help=exports.template_help(product.suffix),
    )
    return None if file is None else file.getvalue()


def _take(briefing: Briefing, product: Product, size: Size | None, template: bytes | None = None) -> None:
    """Write the product, show a preview, and offer the download."""
    if not briefing.view.deployments:
        st.info(exports.HOLDS_NONE)
    place = st.empty()  # remove the previous file at once, so that nobody takes it for the new one
    try:
        with place, st.spinner(exports.writing(product.name)):
            asked = (briefing.version, briefing.link, briefing.marking, product.format, _checksum(template))
            content, told = _written(briefing, product, template, size, asked)
        with place.container():
            for notice in told:
                st.warning(_as_typed(notice), icon=":material/font_download_off:")
            preview.show(briefing, product.media_type, size, content)
            _offer(product, file_name(briefing, product, size), content)
    except export_limit.TooMany as limit:
        place.info(exports.too_many_files(export_limit.MOST, limit.seconds))
        st.button(exports.TRY_AGAIN, key="export-again")
    except Unusable as reason:
        place.error(exports.without_template(_as_typed(str(reason))))
    except TooFewAddressesError as reason:
        place.error(_as_typed(str(reason)))
    except (ValueError, RuntimeError, OSError, MemoryError) as error:
        _LOG.exception("%s could not be written", product.name)
        place.error(exports.not_written(product.name, type(error).__name__))


def _offer(product: Product, name: str, content: bytes) -> None:
    st.download_button(
        exports.download(_weight(len(content))),
        content,
        file_name=name,
        mime=product.media_type,
        on_click="ignore",
        type="primary",
        key="export-download",
        icon=":material/download:",
        width="stretch",
        help=name,
    )


@st.cache_resource(show_spinner=False, max_entries=8)
def _written(
    _briefing: Briefing,
    _product: Product,
    _filled: bytes | None,
    size: Size | None,
    asked: tuple[str, ...],
) -> tuple[bytes, tuple[str, ...]]:
    """The product's content, and notes on letters that no font can draw; cached by `size` and `asked`."""
    del asked
    export_limit.count(st.session_state.setdefault(_WRITTEN, deque()), time.monotonic())
    with export_limit.ONE_AT_A_TIME:
        told = notices(_product, _briefing, size)
        if _filled is not None and _product.fill is not None:
            return _product.fill(_briefing, _filled), told
        return _product.write(_briefing, size), told


def _checksum(template: bytes | None) -> str:
    return "" if template is None else hashlib.sha256(template).hexdigest()


def _as_typed(text: str) -> str:
    """The text escaped for Markdown."""
    return _MARKDOWN.sub(r"\\\g<0>", text)


def _weight(size: int) -> str:
    """The size of a file in words: “530 KB”."""
    kilobytes = max(1, round(size / _KIBIBYTE))
    return f"{kilobytes} KB" if kilobytes < _KIBIBYTE else f"{kilobytes / _KIBIBYTE:.1f} MB"
