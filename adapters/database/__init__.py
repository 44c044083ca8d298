"""The only SQL: tables, state, queue. `migrate` a database, then `connect` to it."""

from adapters.database.connection import AlreadyServing, Database, connect
from adapters.database.faults import NotReady
from adapters.database.migrate import migrate

__all__ = ["AlreadyServing", "Database", "NotReady", "connect", "migrate"]
