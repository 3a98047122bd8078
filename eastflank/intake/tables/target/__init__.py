"""The dataset that a table is imported to, and the rows that it needs there."""
