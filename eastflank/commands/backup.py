"""`python -m eastflank backup`: the whole dataset, of a folder or a database, in one ZIP file."""

from __future__ import annotations

import argparse
import contextlib
import errno
import os
import sys
from datetime import datetime
from pathlib import Path

from eastflank.commands.data_option import add_data_argument, folder_of, refuse
from eastflank.store import backup, parts
from eastflank.store.broken import BrokenData
from eastflank.words.chosen import command_line
from eastflank.words.chosen import syncing as words


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help=command_line.BACKUP_OUTPUT)
    add_data_argument(parser)


def run(args: argparse.Namespace) -> int:
    """0: written; 1: the file is there already, or cannot be written; 2: no dataset."""
    output = args.output or Path(f"backup-{datetime.now().astimezone():%Y-%m-%d}.zip")
    try:
        place = folder_of(args, os.environ)
        files = parts.packed(place)
        content = backup.packed(files)
        with output.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
    except BrokenData as broken:
        return refuse(broken)
    except FileExistsError:
        print(words.there_already(str(output)), file=sys.stderr)
        return 1
    except OSError as error:
        with contextlib.suppress(OSError):  # the place may be none where a file can be
            output.unlink(missing_ok=True)
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        print(words.not_kept(str(output), error.strerror or str(error), full=full), file=sys.stderr)
        return 1
    print(f"{words.kept(str(output), len(files), len(content))}.")
    if shared := [name for name, own in place.own.items() if not own]:
        print(words.not_in_the_backup(shared))
    return 0
