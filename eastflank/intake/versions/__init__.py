"""Articles that are already held: the same text, or another version of it, and the differences."""
