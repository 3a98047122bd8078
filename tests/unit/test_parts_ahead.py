"""Streamlit's document names the scripts of the page's elements too, each once."""

from __future__ import annotations

import re
from pathlib import Path

import streamlit

from eastflank.ui import parts_ahead

STATIC = Path(streamlit.__file__).parent / "static"
DOCUMENT = (STATIC / "index.html").read_bytes()


def names(html: bytes) -> list[str]:
    """The scripts that some HTML names."""
    return re.findall(r"static/js/([\w.-]+\.js)", html.decode())


def test_each_element_of_the_page_has_its_script_and_all_that_it_imports_named_once() -> None:
    ahead = names(parts_ahead.links(DOCUMENT))
    assert len(set(ahead)) == len(ahead)
    assert not set(ahead) & set(names(DOCUMENT))
    for element in ("Html", "BidiComponent", "ComponentInstance", "Multiselect", "Slider", "DataFrame"):
        assert [name for name in ahead if name.startswith(f"{element}.")], element
    for name in ahead:
        script = (STATIC / "static" / "js" / name).read_text(encoding="utf-8")
        imported = set(re.findall(r'from"\./([\w.-]+\.js)"', script))
        assert imported <= {*ahead, *names(DOCUMENT)}, name
