"""A dataset in a database: the same tables, the same bytes, the same laws. SQLite or PostgreSQL."""
