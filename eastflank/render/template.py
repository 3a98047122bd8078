"""A team's own template, as uploaded or named: a file that is not trusted.

It is checked as a ZIP before anything in it is read: its size, packed and unpacked; that its parts have valid
names; that it is the kind of file that it claims to be; that it runs and fetches nothing. Its parts are read
only in memory; none of its names becomes a path.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from xml.etree import ElementTree as ET

import docx
import docx.opc.exceptions
import pptx
import pptx.exc

from eastflank.render.untyped import Template
from eastflank.words.chosen import templates

LARGEST = 20 * 1024 * 1024
"""The most bytes of a template: masters with logos and pictures are far smaller."""
_LARGEST_INSIDE = 200 * 1024 * 1024
"""The most bytes of all its parts together, unpacked."""
_LARGEST_XML = 20 * 1024 * 1024
"""The most bytes of one XML part, which takes many times as much memory once it is parsed."""
_MOST_PARTS = 4000
_DEAREST = 200
"""The highest compression ratio of its parts: XML is seldom above 30."""
_MAIN = {
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
}
_TEMPLATES = {"pptx": "presentationml.template", "docx": "wordprocessingml.template"}
_BROKEN = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, struct.error, NotImplementedError, RuntimeError,
    EOFError, OSError,
)  # fmt: skip
"""Errors raised by reading a file that is not a ZIP, is damaged, or has a password."""
_PART = re.compile(r"[A-Za-z0-9_\[\]%. ()\-]+(/[A-Za-z0-9_\[\]%. ()\-]+)*/?")
_EXTERNAL = re.compile(rb"<Relationship\b[^>]*>")


class Unusable(ValueError):  # noqa: N818 - it says what a template is not
    """Why a template cannot be used, and what to do, as a message for the person who chose it."""


def opened(content: bytes, kind: str) -> Template:
    """The template as read by python-pptx (`pptx`) or python-docx (`docx`).

    Raises Unusable with the reason.
    """
    _check(content, kind)
    try:
        return (
            pptx.Presentation(io.BytesIO(content)) if kind == "pptx" else docx.Document(io.BytesIO(content))
        )
    except (*_BROKEN, pptx.exc.PythonPptxError, docx.opc.exceptions.OpcError, LookupError, ValueError,
            AttributeError, TypeError, SyntaxError) as error:  # fmt: skip # lxml's errors are of syntax
        raise Unusable(templates.damaged(kind)) from error


def _check(content: bytes, kind: str) -> None:
    if len(content) > LARGEST:
        raise Unusable(templates.too_large(LARGEST // 1024**2))
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_parts(archive, kind)
    except _BROKEN as error:
        raise Unusable(templates.is_none_or_locked(kind)) from error


def _check_parts(archive: zipfile.ZipFile, kind: str) -> None:
    parts = archive.infolist()
    whole = sum(part.file_size for part in parts)
    packed = max(1, sum(part.compress_size for part in parts))
    names = [part.filename for part in parts]
    if len(parts) > _MOST_PARTS or whole > _LARGEST_INSIDE or whole > _DEAREST * packed + 1024**2:
        raise Unusable(templates.TOO_LARGE_INSIDE)
    if len(set(names)) < len(names) or not all(map(_is_part, names)):
        raise Unusable(templates.damaged(kind))
    if "[Content_Types].xml" not in names:
        raise Unusable(templates.is_none(kind))
    for part in parts:
        if part.filename.endswith((".xml", ".rels", ".vml")):
            _check_xml(part, archive, kind)
    _check_kind(archive.read("[Content_Types].xml"), kind)


def _is_part(name: str) -> bool:
    """Whether a name is one that a part may have (ECMA-376, part 2, 6.2.2): it is not a path elsewhere."""
    return bool(_PART.fullmatch(name)) and not any(
        step.strip(". ") == "" for step in name.rstrip("/").split("/")
    )


def _check_xml(part: zipfile.ZipInfo, archive: zipfile.ZipFile, kind: str) -> None:
    if part.file_size > _LARGEST_XML:
        raise Unusable(templates.TOO_LARGE_INSIDE)
    text = archive.read(part)
    if b"<!DOCTYPE" in text or b"<!ENTITY" in text or text[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise Unusable(templates.damaged(kind))
    if part.filename.endswith(".rels"):
        for told in _EXTERNAL.findall(text):
            if re.search(rb"TargetMode\s*=\s*[\"']External", told) and b"/hyperlink" not in told:
                raise Unusable(templates.FETCHES)


def _check_kind(content_types: bytes, kind: str) -> None:
    try:
        listed = {element.get("ContentType", "") for element in ET.fromstring(content_types)}  # noqa: S314 - it has no entities
    except ET.ParseError as error:
        raise Unusable(templates.damaged(kind)) from error
    if any("macroEnabled" in one or "vbaProject" in one for one in listed):
        raise Unusable(templates.holds_macros(kind))
    if any(_TEMPLATES[kind] in one for one in listed):
        raise Unusable(templates.of_another_kind(kind))
    if _MAIN[kind] not in listed:
        raise Unusable(templates.is_none(kind))
