"""Converts files of articles to text: plain text, saved pages, mail, Word and PDF."""
