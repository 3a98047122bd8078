"""Lets a process speak the language of the tests: import this before anything of `eastflank`."""

import os
from pathlib import Path

from eastflank import words

LANGUAGE = "pseudo"
words.__path__.append(str(Path(__file__).with_name("words")))
os.environ["EASTFLANK_LANGUAGE"] = LANGUAGE
