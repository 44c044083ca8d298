"""The steps of the database's schema, one file each, run by Alembic."""
