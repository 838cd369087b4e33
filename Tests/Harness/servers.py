"""Fixtures: a server on either engine with an account, and a PostgreSQL of its own that may be killed."""
import pytest

from node import Node
from postgres import Postgres


@pytest.fixture
def postgres():
    cluster = Postgres()
    try:
        cluster.start()
        yield cluster
    finally:
        cluster.remove()


@pytest.fixture
def sqlite_server(tmp_path):
    yield from _served(Node(tmp_path / "node"))


@pytest.fixture
def postgres_server(tmp_path, postgres):
    yield from _served(Node(tmp_path / "node", postgres.url))


@pytest.fixture(params=["sqlite", "postgres"])
def server(request):
    """The same on both engines; its account is there, and it is not started yet."""
    return request.getfixturevalue(f"{request.param}_server")


def _served(node):
    node.create_account("Clinic", "clinic.example")
    yield node
    if node.process and node.process.poll() is None:
        node.kill()
