"""What a reader chose of what is known: filters, selection, totals, changes, addresses."""
