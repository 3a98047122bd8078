"""A day that is given as an option of a command."""

from __future__ import annotations

import argparse
from datetime import date

from eastflank.words.chosen import command_line


def day(text: str) -> date:
    """The day that an option gives. Raises ArgumentTypeError with what to write instead."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(command_line.NOT_A_DAY.format(given=text)) from error
