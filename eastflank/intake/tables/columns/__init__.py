"""What the columns and lines of a sheet are."""
