"""People's own tables: opened, understood, and converted to edits of a dataset."""
