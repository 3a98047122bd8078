"""English, a module for each subject."""

TAG = "en-GB"
"""The language tag for files and pages: its ISO 639 code and the country whose spelling it has (BCP 47)."""
