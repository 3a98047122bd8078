"""English, a module for each subject."""

TAG = "en-GB"
"""The language as files and pages name it: its ISO 639 code and the country whose spelling it has (BCP 47)."""
