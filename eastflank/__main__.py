"""The command line: `python -m eastflank VERB`, one module in `commands/` for each verb."""

from __future__ import annotations

import argparse
import importlib
import signal
import sys
from collections.abc import Sequence

from eastflank.commands import output

VERBS = {
    "check": "check the laws of the data and print every finding",
    "show": "print what a view holds: title, deployments, totals, quotes, what is not drawn",
    "export": "write a view as a file for a briefing: a table, a picture, a slide, a map",
    "corrections": "say what of a link or an exported file was corrected in the record since it was made",
    "read": "propose the claims that articles may make, each field on its own words",
    "intake": "say what the rules that read articles get wrong, by what people decided of their proposals",
    "sync": "bring a folder and a database into step, in both directions",
    "backup": "write the whole dataset into one ZIP file, with the checksum of each file",
    "restore": "bring the dataset of a backup back, into a folder or a database",
    "import": "bring a table of your own into a dataset, as drafts, and say what is wrong with it",
    "geocode": "rank the places that a name may mean, and keep one of them",
}
MODULES = {"import": "import_table"}
"""The modules of verbs whose own names Python reserves."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb and return its exit status: 0 done, 1 findings or nothing found, 2 wrong call."""
    parser = argparse.ArgumentParser(
        prog="python -m eastflank", description="Troop deployments, claim by claim."
    )
    arguments = sys.argv[1:] if arguments is None else arguments
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    for verb, purpose in VERBS.items():
        subparser = verbs.add_parser(verb, help=purpose, description=purpose[0].upper() + purpose[1:] + ".")
        if verb in arguments:  # the others would only be read: what `export` draws with takes half a second
            command = importlib.import_module(f"eastflank.commands.{MODULES.get(verb, verb)}")
            command.add_arguments(subparser)
            subparser.set_defaults(run=command.run)
    chosen = parser.parse_args(arguments)
    return int(chosen.run(chosen))


if __name__ == "__main__":
    if hasattr(signal, "SIGPIPE"):  # `… | head` ends the output quietly; Windows has no such signal
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    sys.exit(output.telling(main))
