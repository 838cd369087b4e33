"""bench fill and bench http: what the load tests stand on."""
import json
import socket
import subprocess
import time
import urllib.request
from pathlib import Path

from binary import refusal, succeed
from headwater import BINARY, ENVIRONMENT

CORPUS = Path(__file__).resolve().parents[2] / "Bench" / "corpus.tsv"


def account(folder):
    return json.loads(succeed("account", "create", "--name", "Bench", "--json", "--data-dir", folder))["locationId"]


def exported(what, folder, location):
    text = succeed("export", what, "--account", location, "--format", "jsonl", "--data-dir", folder)
    return [json.loads(line) for line in text.splitlines()]


def test_fill_makes_as_many_contacts_and_page_views_as_asked(tmp_path):
    location = account(tmp_path)
    said = succeed(
        "bench", "fill", "--account", location, "--contacts", "50", "--page-views", "700", "--corpus", CORPUS,
        "--data-dir", tmp_path)
    assert said.startswith("750 events of 150 visitors stored in")
    views = exported("page-views", tmp_path, location)
    assert len({view["eventId"] for view in views}) == 700
    emails = {contact["email"] for contact in exported("contacts", tmp_path, location)}
    assert emails == {f"lead-{number:015}@example.com" for number in range(50)}


def test_fill_wants_something_to_do(tmp_path):
    said = refusal(
        "bench", "fill", "--account", "none", "--contacts", "0", "--page-views", "0", "--data-dir", tmp_path, code=64)
    assert "--contacts" in said


def test_http_reads_and_answers_204():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [BINARY, "bench", "http", "--port", str(port)]
    server = subprocess.Popen(command, stderr=subprocess.DEVNULL, env=ENVIRONMENT)
    try:
        assert posted(f"http://127.0.0.1:{port}/t/events", b"{}" * 1_000) == 204
    finally:
        server.terminate()
        server.wait(10)


def posted(url, body, within=10):
    deadline = time.monotonic() + within
    while True:
        try:
            with urllib.request.urlopen(url, data=body, timeout=5) as answer:
                return answer.status
        except OSError:
            assert time.monotonic() < deadline, "nothing answers"
            time.sleep(0.05)
