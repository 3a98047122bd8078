"""A language of the tests: each sentence of English in brackets and a third longer. It has no module of its own."""

import sys

from tests.pseudo.making import FINDER

if FINDER not in sys.meta_path:
    sys.meta_path.insert(0, FINDER)

TAG = "qps-ploc"
"""A tag for private use, as Windows has it for such a language."""
