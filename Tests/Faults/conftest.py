"""Every fault is played on a real server, and on a PostgreSQL of its own where one is needed."""
from servers import postgres, postgres_server, server, sqlite_server  # noqa: F401
