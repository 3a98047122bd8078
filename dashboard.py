"""Eastflank's entry point: `streamlit run dashboard.py`."""

from eastflank.ui.app import run

run()
