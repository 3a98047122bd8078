"""The steps that make and change the fixed tables of a database, one module each in `versions/`."""
