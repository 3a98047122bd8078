"""How the tables that every database has were made and changed since, one step a module in `versions/`."""
