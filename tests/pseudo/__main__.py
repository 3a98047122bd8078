"""Streamlit in the language of the tests: `python -m tests.pseudo run dashboard.py`."""

import sys

from streamlit.web import cli

import tests.pseudo.speaking  # noqa: F401 - before anything of the page

if __name__ == "__main__":
    sys.exit(cli.main())
