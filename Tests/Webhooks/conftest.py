"""A server that may send to this machine, and receivers of its webhooks."""
import json
import threading
import time
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from node import Node


class Receiver:
    """A receiver that keeps what it is sent; `gate` lets requests wait before they are answered."""

    def __init__(self):
        self.requests = []
        self.gate = threading.Event()
        self.gate.set()
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                receiver.requests.append((dict(self.headers), body))
                receiver.gate.wait(20)
                try:
                    self.send_response(200)
                    self.send_header("Content-Length", "0")
                    self.end_headers()
                except OSError:
                    pass  # Whoever asked was killed.

            def log_message(self, *arguments):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/hook"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def until(self, count, seconds=20):
        """The bodies, once there are so many requests."""
        deadline = time.monotonic() + seconds
        while len(self.requests) < count and time.monotonic() < deadline:
            time.sleep(0.02)
        assert len(self.requests) >= count, f"{len(self.requests)} of {count} requests came"
        return [json.loads(body) for _, body in self.requests]

    def close(self):
        self.gate.set()
        self.server.shutdown()
        self.server.server_close()


class Client:
    def __init__(self, node):
        self.node = node

    def call(self, method, path, body=None):
        request = urllib.request.Request(
            self.node.url + path, method=method, data=None if body is None else json.dumps(body).encode(),
            headers={"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.load(answer)

    @property
    def token(self):
        return self.node.token

    def webhook(self, url, events=("*",)):
        """A new webhook's id and secret."""
        answer = self.call("POST", f"/locations/{self.node.location}/webhooks", {
            "name": "Receiver", "url": url, "events": list(events)})
        return answer["webhook"]["id"], answer["secret"]

    def contact(self, email):
        return self.call("POST", "/contacts/", {"email": email})["contact"]["id"]


@pytest.fixture
def receiver():
    one = Receiver()
    yield one
    one.close()


@pytest.fixture
def node(tmp_path):
    one = Node(tmp_path / "node")
    one.create_account("Clinic", "clinic.example")
    one.start("--allow-private-webhooks")
    yield one
    one.stop()


@pytest.fixture
def client(node):
    return Client(node)
