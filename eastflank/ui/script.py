"""What Streamlit runs for each reader, and again for each change: the page."""

from eastflank.ui.app import run

run()
