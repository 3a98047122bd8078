"""Articles and tables that come in, made into proposals for the record."""
