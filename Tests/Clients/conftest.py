"""A server with one account, for clients that speak its API."""
import pytest

from headwater import Headwater


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    server = Headwater(tmp_path_factory.mktemp("clients") / "data")
    server.create_account("Clinic", "clinic.example")
    server.start()
    yield server
    server.stop()
