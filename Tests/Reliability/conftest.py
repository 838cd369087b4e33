"""The short forms of Tests/Faults, for every run of the tests."""
from servers import postgres, postgres_server, server, sqlite_server  # noqa: F401
