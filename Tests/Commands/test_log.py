"""What is written to the log, and what never is."""
import json
import re
import socket
import uuid

import pytest

from running import Running, page_view

SECRETS = [
    "jane.roe", "mail.example", "4917012345", "203.0.113.77", "verysecret", "Roebuck", "GCLIDVALUE", "EVILAGENT",
    "PRIVATEPATH", "tk_",
]


def raw(port, text):
    """Sends bytes as they are, and reads until the server ends it."""
    with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
        connection.sendall(text.encode("latin-1"))
        connection.shutdown(socket.SHUT_WR)
        try:
            while connection.recv(65_536):
                pass
        except (TimeoutError, ConnectionError):
            pass


@pytest.mark.parametrize("level", ["info", "debug", "trace"])
@pytest.mark.parametrize("shape", ["text", "json"])
def test_nothing_personal_reaches_the_log(level, shape, data, account):
    with Running(data, "--log-level", level, "--log-format", shape) as server:
        view = page_view(account, url="https://clinic.example/PRIVATEPATH?gclid=GCLIDVALUE&email=jane.roe@mail.example")
        form = {
            **view, "eventId": str(uuid.uuid4()), "type": "form_submission", "formId": "x", "formName": "Roebuck",
            "fields": {"email": "jane.roe@mail.example", "phone": "+4917012345", "name": "Roebuck"},
        }
        headers = {
            "User-Agent": "EVILAGENT jane.roe@mail.example", "X-Forwarded-For": "203.0.113.77",
            "Referer": "https://mail.example/?q=jane.roe", "Cookie": "headwater=verysecret",
            "Authorization": "Bearer pit-verysecret",
        }
        server.send(view, form, headers=headers)
        server.send({**view, "trackingId": "jane.roe@mail.example"}, headers=headers)
        for path in [
            "/PRIVATEPATH/jane.roe@mail.example?phone=4917012345", "/f/PRIVATEPATH?gclid=GCLIDVALUE",
            "/metrics?jane.roe",
            "/contacts/PRIVATEPATH?email=jane.roe@mail.example", "/t/forms/PRIVATEPATH", "/sign-in?next=/PRIVATEPATH",
        ]:
            server.get(path, headers)
        for text in [
            "PRIVATEPATH jane.roe@mail.example\r\n\r\n", "GET /PRIVATEPATH?jane.roe HTTP/9.9\r\n\r\n",
            "GET /PRIVATEPATH HTTP/1.1\r\njane.roe@mail.example verysecret\r\n\r\n",
            "POST /t/events HTTP/1.1\r\nHost: mail.example\r\nContent-Length: verysecret\r\n\r\n",
            "GET /PRIVATEPATH HTTP/1.1\r\nHost: mail.example\r\nX: a\x00jane.roe\r\n\r\n", "\x16\x03\x01verysecret",
        ]:
            raw(server.port, text)
        server.get("/no/such/page")
    for secret in SECRETS:
        assert secret not in server.log
    assert "request" in server.log
    if shape == "json":
        for line in server.log.splitlines():
            entry = json.loads(line)
            assert set(entry) <= {"time", "level", "message", "metadata"}
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", entry["time"])


def test_a_server_says_what_it_works_on_and_when_it_was_told_to_stop(data, account):
    proxied = ["--public-url", "https://leads.example.com", "--drain-delay", "1"]
    with Running(data, *proxied, "--no-rate-limits", "--no-bot-filter", "--log-format", "json") as server:
        pass
    entries = [json.loads(line) for line in server.log.splitlines()]
    start = next(entry["metadata"] for entry in entries if entry["message"] == "Headwater starts")
    assert start["accounts"] == "1" and start["version"]
    assert start["database"].startswith("PostgreSQL 1") or start["database"] == str(data / "headwater.sqlite")
    warnings = [entry["message"].split()[0] for entry in entries if entry["level"] == "warning"]
    assert [word for word in warnings if word != "PostgreSQL"] == ["the", "--no-rate-limits:", "--no-bot-filter:"]
    messages = [entry["message"] for entry in entries]
    assert messages.index("told to stop") < messages.index("stopped") == len(messages) - 1


def test_a_server_without_an_account_says_how_to_make_one(data):
    with Running(data) as server:
        pass
    assert "headwater account create" in server.log
