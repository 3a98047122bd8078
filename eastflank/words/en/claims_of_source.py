"""Texts of the list of a source’s claims."""

from __future__ import annotations

CLAIMS = "Claims of this source"
INFERRED_CLAIMS = "Inferred claims"
NO_CLAIMS_YET = "No claim is made from this source yet."
NONE_INFERRED = "No claim is inferred yet."
EDIT, SUPERSEDE, RETRACT = "Edit", "Supersede", "Retract"
RETRACT_HELP = "A retracted claim stays in the table with its reason, and counts no longer."
SUPERSEDE_HELP = "A new claim takes its place; this one is retracted."
