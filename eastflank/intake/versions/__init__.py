"""Articles that are there already: the same text, or another version of it, and what differs."""
