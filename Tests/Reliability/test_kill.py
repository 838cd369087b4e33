"""kill -9 in the middle of a stream of submissions: what was acknowledged is there afterwards, none of it twice."""
import json
import threading
import urllib.error
import urllib.request
import uuid

import pytest

from headwater import Headwater

SENDERS = 8
ROUNDS = 3


class Sender(threading.Thread):
    """Sends one submission after the other until the server is gone, and remembers what was acknowledged."""

    def __init__(self, server, enough):
        super().__init__(daemon=True)
        self.server = server
        self.enough = enough
        self.sent = []
        self.acknowledged = []

    def run(self):
        try:
            while not self.enough.is_set():
                self.send(str(uuid.uuid4()))
        except (urllib.error.URLError, ConnectionError, TimeoutError, OSError):
            return  # The server was killed under this request: it was never acknowledged.

    def send(self, event):
        self.sent.append(event)
        status = post(self.server, submission(self.server, event))
        assert status == "stored"
        self.acknowledged.append(event)


def submission(server, event):
    return {
        "trackingId": server.tracking_id, "eventId": event, "type": "form_submission",
        "visitorId": str(uuid.uuid4()), "sessionId": str(uuid.uuid4()), "url": "https://clinic.example/contact",
        "formId": "contact", "formName": "Contact", "fields": {"email": f"{event}@example.com"},
    }


def post(server, event):
    request = urllib.request.Request(
        f"{server.url}/t/events", data=json.dumps(event).encode(),
        headers={"Content-Type": "text/plain", "User-Agent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"},
    )
    with urllib.request.urlopen(request, timeout=10) as answer:
        assert answer.status == 202
        return json.load(answer)["results"][0]["status"]


@pytest.fixture
def server(tmp_path):
    server = Headwater(tmp_path / "data")
    server.create_account("Clinic", "clinic.example")
    yield server
    server.stop()


def test_what_was_acknowledged_survives_kill_9_and_is_there_once(server):
    acknowledged, sent = set(), set()
    for _ in range(ROUNDS):
        server.start()
        enough = threading.Event()
        senders = [Sender(server, enough) for _ in range(SENDERS)]
        for sender in senders:
            sender.start()
        while sum(len(sender.acknowledged) for sender in senders) < 150:
            assert any(sender.is_alive() for sender in senders)
            senders[0].join(0.01)
        server.process.kill()
        server.process.wait()
        enough.set()
        for sender in senders:
            sender.join()
            acknowledged.update(sender.acknowledged)
            sent.update(sender.sent)

    server.start()
    events = [line["eventId"] for line in server.export("conversions")]
    emails = [line["email"] for line in server.export("contacts")]
    assert len(events) == len(set(events))
    assert acknowledged <= set(events) <= sent
    assert sorted(emails) == sorted(f"{event}@example.com" for event in events)

    # A retry of what the killed server had stored is told so, and changes nothing.
    again = next(iter(acknowledged))
    assert post(server, submission(server, again)) == "duplicate"
    assert len(list(server.export("conversions"))) == len(events)
