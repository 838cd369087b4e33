import json

import pytest

from binary import succeed


@pytest.fixture
def data(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def account(data):
    return json.loads(
        succeed("account", "create", "--name", "Clinic", "--domain", "clinic.example", "--json", "--data-dir", data)
    )
