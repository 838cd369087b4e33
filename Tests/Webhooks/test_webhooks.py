"""Webhooks of a running server: what arrives, what a kill does to it, and the receivers of docs/webhooks.md."""
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from headwater import BECOME, moved

ROOT = Path(__file__).resolve().parents[2]


def block(language):
    """The example of that language in the documentation."""
    text = (ROOT / "docs" / "webhooks.md").read_text(encoding="utf-8")
    return next(code for code in re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL) if "SECRET" in code)


def test_a_new_contact_arrives_with_its_attribution(client, receiver):
    client.webhook(receiver.url, ["ContactCreate"])
    contact = client.contact("ann@example.com")
    (body,) = receiver.until(1)
    assert body["type"] == "ContactCreate"
    assert body["id"] == contact
    assert body["email"] == "ann@example.com"
    assert body["contactType"] == "lead"
    assert body["attributionSource"]["sessionSource"] == "Third Party"
    assert body["lastAttributionSource"]["medium"] == "api"
    headers, _ = receiver.requests[0]
    assert headers["X-Headwater-Delivery"] == body["webhookId"]
    assert headers["User-Agent"].startswith("Headwater/")


def test_what_was_sent_and_not_written_down_before_a_kill_is_sent_again(node, client, receiver):
    client.webhook(receiver.url, ["ContactCreate"])
    receiver.gate.clear()
    contacts = {client.contact(f"ann{number}@example.com") for number in range(3)}
    receiver.until(3)
    node.kill()
    receiver.gate.set()
    # The lease of the one that was killed runs out first: within this minute, which nobody waits for.
    node.start("--allow-private-webhooks", through=BECOME, environment=moved(by="+60s"))
    bodies = receiver.until(6)
    assert {body["id"] for body in bodies} == contacts
    # Byte for byte the same, so that a receiver can tell by webhookId.
    assert len({body for _, body in receiver.requests}) == 3


def test_the_receiver_of_the_documentation_takes_what_is_signed_and_nothing_else(client, tmp_path):
    program = tmp_path / "receiver.py"
    program.write_text(block("python"), encoding="utf-8")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    url = f"http://127.0.0.1:{port}/"
    webhook, secret = client.webhook(url, ["ContactCreate"])
    environment = os.environ | {"WEBHOOK_SECRET": secret, "PORT": str(port)}
    with subprocess.Popen([sys.executable, program], env=environment, stdout=subprocess.PIPE, text=True) as process:
        try:
            _wait_for(port)
            for header in ["", "t=1,v1=00", f"t={int(time.time())},v1=00"]:
                request = urllib.request.Request(url, data=b"{}", headers={"X-Headwater-Signature": header})
                with pytest.raises(urllib.error.HTTPError, match="401"):
                    urllib.request.urlopen(request, timeout=5)
            client.contact("ann@example.com")
            assert process.stdout.readline().startswith("ContactCreate ")
            path = f"/locations/{client.node.location}/webhooks/{webhook}/deliveries"
            deadline = time.monotonic() + 10
            while client.call("GET", path)["deliveries"][0]["status"] != "delivered":
                assert time.monotonic() < deadline
                time.sleep(0.05)
        finally:
            process.kill()


def _wait_for(port):
    deadline = time.monotonic() + 10
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            assert time.monotonic() < deadline
            time.sleep(0.05)


def test_the_shell_check_of_the_documentation_tells_true_from_false(client, receiver, tmp_path):
    script = tmp_path / "check-signature"
    script.write_text(block("sh"), encoding="utf-8")
    webhook, secret = client.webhook(receiver.url, ["ContactCreate"])
    client.contact("ann@example.com")
    receiver.until(1)
    headers, body = receiver.requests[0]
    signature = headers["X-Headwater-Signature"]

    def check(header, content, key=secret):
        done = subprocess.run(
            ["sh", script, header], input=content, env=os.environ | {"WEBHOOK_SECRET": key}, timeout=10)
        return done.returncode == 0

    assert check(signature, body)
    assert not check(signature, body + b" ")
    assert not check(signature, body, key="another")
    assert not check("t=1," + signature.split(",")[1], body)
    # While the secret is changed over, both are good.
    new = client.call("POST", f"/locations/{client.node.location}/webhooks/{webhook}/secret")["secret"]
    client.contact("bob@example.com")
    receiver.until(2)
    headers, body = receiver.requests[1]
    assert check(headers["X-Headwater-Signature"], body, key=secret)
    assert check(headers["X-Headwater-Signature"], body, key=new)


def test_a_private_address_is_refused_when_it_is_saved(client):
    with pytest.raises(urllib.error.HTTPError, match="422"):
        client.webhook("http://169.254.169.254/latest/meta-data")
