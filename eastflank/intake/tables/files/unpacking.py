"""ZIP files, unpacked part by part within limits: their stated sizes are not trusted."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping

from eastflank.intake.tables.cells.sheets import UnreadableTable
from eastflank.intake.tables.files import limits
from eastflank.words.chosen import unreadable_tables as words

_CHUNK = 1 << 20


def parts(content: bytes) -> Mapping[str, bytes]:
    """Each file of a ZIP by its name in it. Nothing is written to the disk.

    Raises UnreadableTable if it is damaged, locked, or too large when unpacked.
    """
    found: dict[str, bytes] = {}
    room = limits.MOST_UNPACKED
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            listed = archive.infolist()
            if len(listed) > limits.MOST_PARTS or sum(each.file_size for each in listed) > room:
                raise UnreadableTable(words.TOO_LARGE_UNPACKED.format(most=room // 1_000_000))
            for each in listed:
                if each.flag_bits & 1:
                    raise UnreadableTable(words.LOCKED)
                if not each.is_dir():
                    found[each.filename] = _unpacked(archive, each, room)
                    room -= len(found[each.filename])
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise UnreadableTable(words.DAMAGED_ZIP) from error
    return found


def _unpacked(archive: zipfile.ZipFile, part: zipfile.ZipInfo, room: int) -> bytes:
    held = bytearray()
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            held += chunk
            if len(held) > room:
                raise UnreadableTable(words.TOO_LARGE_UNPACKED.format(most=limits.MOST_UNPACKED // 1_000_000))
    return bytes(held)
