"""Figures, nations and passages found in English text."""
