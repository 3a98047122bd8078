"""`python -m eastflank sync`: synchronise a folder and a database, in both directions."""

from __future__ import annotations

import argparse
import os
import platform
import sys
from pathlib import Path

from eastflank.commands.data_option import BROKEN, DATABASE_OPTION, by_option, refuse
from eastflank.store import folder
from eastflank.store.broken import BrokenData
from eastflank.store.edits import Refused
from eastflank.words.chosen import command_line
from eastflank.words.chosen import syncing as words


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument(
        folder.OPTION, type=Path, required=True, metavar="FOLDER", help=command_line.DATASET_FOLDER
    )
    parser.add_argument(
        DATABASE_OPTION,
        metavar="ADDRESS",
        help=command_line.database(folder.DATABASE),
    )
    parser.add_argument("--prefer", choices=("folder", "database"), help=words.PURPOSE)


def run(args: argparse.Namespace) -> int:
    """0: in sync; 1: conflicts, or the merged record breaks laws: nothing is written; 2: not readable."""
    address = args.database or os.environ.get(folder.DATABASE)
    if not address:
        print(command_line.name_a_database(folder.DATABASE), file=sys.stderr)
        return BROKEN
    from eastflank.store.sql import syncing  # noqa: PLC0415 - the parser of every command would load it

    try:
        done = syncing.sync(
            args.data,
            address,
            known_as=f"{platform.node()}:{args.data.resolve()}",
            prefer=args.prefer,
        )
    except BrokenData as broken:
        return refuse(by_option(broken, DATABASE_OPTION) if args.database else broken)
    except Refused as refused:
        print(f"{words.BREAK_LAWS}. {words.NOTHING_WRITTEN}.\n{refused}\n{words.MEND}.", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{args.data}: {error.strerror}. {words.NOTHING_WRITTEN}.", file=sys.stderr)
        return BROKEN
    if done.conflicts:
        print(words.conflicts(len(done.conflicts)))
        for one in done.conflicts:
            print("\n".join(words.unequal(one.file, one.key, one.folder, one.database)))
        print(f"{words.NOTHING_WRITTEN}. {words.CHOOSE}.")
        return 1
    said = words.FILLED[done.filled] if done.filled else words.taken(done.to_folder, done.to_database)
    print(words.at_version(said, done.version))
    if done.renumbered:
        print(f"{words.renumbered(done.renumbered)}.")
    return 0
