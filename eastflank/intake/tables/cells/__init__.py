"""What one cell says: figures, days, nations, statuses. Pure."""
