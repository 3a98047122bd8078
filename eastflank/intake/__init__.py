"""Articles, and other things that come in, made into proposals for the record."""
