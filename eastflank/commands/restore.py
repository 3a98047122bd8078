"""`python -m eastflank restore`: the dataset of a backup, back in a folder or a database."""

from __future__ import annotations

import argparse
import errno
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from eastflank.commands.data_option import BROKEN, DATABASE_OPTION, by_option, refuse
from eastflank.store import backup, folder, parts, tables
from eastflank.store.broken import BrokenData
from eastflank.words.chosen import command_line
from eastflank.words.chosen import syncing as words


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("backup", type=Path, help=command_line.BACKUP)
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument(folder.OPTION, type=Path, metavar="FOLDER", help=command_line.RESTORE_FOLDER)
    where.add_argument(DATABASE_OPTION, metavar="ADDRESS", help=command_line.RESTORE_DATABASE)
    parser.add_argument(
        "--replace",
        action="store_true",
        help=command_line.REPLACE,
    )


def run(args: argparse.Namespace) -> int:
    """0: restored; 1: something is there already, or it cannot be written; 2: one of them cannot be read."""
    try:
        files = backup.files_in(args.backup)
    except BrokenData as broken:
        return refuse(by_option(broken, DATABASE_OPTION))
    except OSError as error:
        print(f"{error.filename or args.backup}: {error.strerror}.", file=sys.stderr)
        return BROKEN
    try:
        if args.data is not None:
            return _into_folder(args.data, files)
        return _into_database(args.database, files, replace=args.replace)
    except BrokenData as broken:
        return refuse(by_option(broken, DATABASE_OPTION))
    except OSError as error:
        # A database is checked in a temporary folder first.
        where = tempfile.gettempdir() if args.data is None else str(args.data)
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        print(words.not_restored(where, error.strerror or str(error), full=full), file=sys.stderr)
        return 1


def _into_folder(root: Path, files: Mapping[str, bytes]) -> int:
    if not parts.is_free(root):
        print(words.there_already(str(root)), file=sys.stderr)
        return 1
    parts.unpack(files, root)
    print(f"{words.restored(str(root), tables.read(root).version)}.")
    return 0


def _into_database(address: str, files: Mapping[str, bytes], *, replace: bool) -> int:
    from eastflank.store.sql import connection, database  # noqa: PLC0415 - takes long to load

    if not database.fill(address, files, replace=replace):
        print(words.holds_a_dataset(connection.shown(address)), file=sys.stderr)
        return 1
    print(f"{words.restored(connection.shown(address), database.version(address))}.")
    return 0
