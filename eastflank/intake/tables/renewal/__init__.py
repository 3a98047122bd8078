"""What a new file of a table changes: new, changed, the same, renewed, or gone."""
