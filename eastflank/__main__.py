"""The command line: `python -m eastflank VERB`, one module in `commands/` for each verb."""

from __future__ import annotations

import argparse
import importlib
import signal
import sys
from collections.abc import Sequence

from eastflank.commands import output
from eastflank.words.chosen import command_line

MODULES = {"import": "import_table"}
"""The modules of verbs whose own names Python reserves."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb and return its exit status: 0 done, 1 findings or nothing found, 2 wrong call."""
    parser = argparse.ArgumentParser(prog="python -m eastflank", description=command_line.DESCRIPTION)
    arguments = sys.argv[1:] if arguments is None else arguments
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    for verb, purpose in command_line.VERBS.items():
        subparser = verbs.add_parser(verb, help=purpose, description=purpose[0].upper() + purpose[1:] + ".")
        if verb in arguments:  # the drawing libraries of `export` take half a second to import
            command = importlib.import_module(f"eastflank.commands.{MODULES.get(verb, verb)}")
            command.add_arguments(subparser)
            subparser.set_defaults(run=command.run)
    chosen = parser.parse_args(arguments)
    return int(chosen.run(chosen))


if __name__ == "__main__":
    if hasattr(signal, "SIGPIPE"):  # `… | head` ends the output quietly; Windows has no such signal
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    sys.exit(output.telling(main))
