"""Rules that read an article's text and propose claims. Pure; each field has its own characters."""
