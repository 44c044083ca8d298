"""The only SQL: tables, state, queue."""
