"""Text in a PNG beside its pixels."""

from __future__ import annotations

import zlib

_SIGNATURE = 8
_HEADER = 25
"""Size of the first chunk, IHDR, after which texts may follow: length, name, 13 bytes, checksum."""


def with_text(png: bytes, keyword: str, text: str) -> bytes:
    """The same picture with `text` in UTF-8 under a Latin `keyword`, as an iTXt chunk (W3C PNG, 11.3.3.4)."""
    at = _SIGNATURE + _HEADER
    return png[:at] + _chunk(b"iTXt", keyword.encode("latin-1") + b"\0\0\0\0\0" + text.encode()) + png[at:]


def _chunk(name: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")
