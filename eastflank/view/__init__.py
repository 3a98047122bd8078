"""A reader's view of what is known: filters, selection, totals, changes, addresses."""
