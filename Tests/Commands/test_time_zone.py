"""The time zone of a contact comes from the address it wrote from, by the database that the operator names."""
import json
import urllib.request
import uuid

import pytest
from mmdb_writer import MMDBWriter
from netaddr import IPSet

from api import API
from headwater import Headwater


@pytest.fixture
def server(tmp_path):
    server = Headwater(tmp_path / "data")
    server.create_account("Clinic", "clinic.example")
    yield server
    server.stop()


def database(path, zone):
    """A GeoIP file in which this machine lies in a time zone."""
    writer = MMDBWriter(ip_version=6, ipv4_compatible=True, database_type="Test-City")
    writer.insert_network(IPSet(["127.0.0.0/8"]), {"location": {"time_zone": zone}})
    writer.to_db_file(str(path))
    return path


def submit(server):
    event = {
        "trackingId": server.tracking_id, "eventId": str(uuid.uuid4()), "type": "form_submission",
        "url": "https://clinic.example/contact", "formId": "contact", "fields": {"email": "ann@example.com"},
    }
    request = urllib.request.Request(f"{server.url}/t/events", data=json.dumps(event).encode())
    with urllib.request.urlopen(request, timeout=10) as answer:
        assert answer.status == 202
    contact, = API(server.url, server.token).contacts()
    return contact


def test_the_zone_is_written_with_the_submission(server, tmp_path):
    server.start("--geoip-database", str(database(tmp_path / "city.mmdb", "America/Chicago")))
    assert submit(server)["timezone"] == "America/Chicago"


def test_without_a_database_there_is_no_zone(server):
    server.start()
    assert submit(server)["timezone"] is None


def test_a_zone_that_nobody_knows_is_none(server, tmp_path):
    server.start("--geoip-database", str(database(tmp_path / "city.mmdb", "Middle/Earth")))
    assert submit(server)["timezone"] is None


def test_a_file_that_is_no_database_is_refused_with_what_to_do(server, tmp_path):
    path = tmp_path / "city.mmdb"
    path.write_text("hello")
    with pytest.raises(AssertionError, match="Cannot read the GeoIP database"):
        server.start("--geoip-database", str(path))
