"""What `python -m eastflank` can do: one module for each command."""
