"""What a connection may cost: headers, bodies and times have ends, and whoever passes one hears why or is let go."""
import json
import socket
import time
import uuid

import pytest

from node import Node

HEAD = "POST /t/events HTTP/1.1\r\nHost: headwater\r\nUser-Agent: a test of many words\r\nContent-Type: text/plain\r\n"


class Connection:
    def __init__(self, server):
        self.socket = socket.create_connection(("127.0.0.1", server.port), timeout=40)
        self.heard = b""

    def say(self, words):
        """Sends what is still taken."""
        try:
            self.socket.sendall(words if isinstance(words, bytes) else words.encode())
            return True
        except (BrokenPipeError, ConnectionResetError):
            return False

    def answer(self):
        """The status of the next answer; None when the connection ends without one."""
        while b"\r\n\r\n" not in self.heard:
            if not self._hear():
                return None
        head, _, self.heard = self.heard.partition(b"\r\n\r\n")
        lines = head.decode().split("\r\n")
        length = next((int(line[15:]) for line in lines if line.lower().startswith("content-length:")), 0)
        while len(self.heard) < length:
            if not self._hear():
                return None
        self.heard = self.heard[length:]
        return int(lines[0].split()[1])

    def _hear(self):
        try:
            piece = self.socket.recv(65_536)
        except ConnectionResetError:
            piece = b""
        self.heard += piece
        return bool(piece)

    def ends(self):
        while self._hear():
            pass
        return True


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    node = Node(tmp_path_factory.mktemp("connections"))
    node.create_account("Clinic", "clinic.example")
    node.start()
    yield node
    node.kill()


@pytest.fixture
def connection(running):
    return Connection(running)


def body(server, **changes):
    event = {
        "trackingId": server.tracking_id, "eventId": "0197f3c2-7a10-7c43-9c55-0d5f5a1b2c3d", "type": "page_view",
        "url": "https://clinic.example/", **changes,
    }
    return json.dumps(event)


@pytest.mark.parametrize("header", [
    "X-Long: " + "x" * 20_000, "\r\n".join(f"X-{n}: {'x' * 1_000}" for n in range(40)),
    "\r\n".join(f"X-{n}: x" for n in range(200)), "no colon", "X: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 5",
], ids=["one too long", "all too long", "too many", "none", "two lengths"])
def test_a_header_past_the_limits_ends_the_connection(connection, header):
    connection.say(HEAD + header + "\r\n\r\n")
    assert connection.answer() == 400
    assert connection.ends()


def test_a_header_without_end_is_cut_while_it_comes(connection):
    connection.say(HEAD + "X-Endless: ")
    sent = 0
    while sent < 1_000_000 and connection.say("x" * 1_000):
        sent += 1_000
    assert connection.answer() in (400, None)
    assert connection.ends()


def test_a_long_address_is_refused(connection):
    connection.say(f"GET /js/form.js?{'x' * 40_000} HTTP/1.1\r\nHost: headwater\r\n\r\n")
    assert connection.answer() in (400, None)


def test_a_body_in_pieces_is_taken(connection, running):
    text = body(running)
    pieces = "".join(f"{len(text[at:at + 7]):x}\r\n{text[at:at + 7]}\r\n" for at in range(0, len(text), 7))
    connection.say(HEAD + "Transfer-Encoding: chunked\r\n\r\n" + pieces + "0\r\n\r\n")
    assert connection.answer() == 202


def test_a_body_in_pieces_without_end_is_told_and_cut(connection):
    connection.say(HEAD + "Transfer-Encoding: chunked\r\n\r\n")
    piece = "1000\r\n" + "x" * 4096 + "\r\n"
    began = time.monotonic()
    sent = 0
    while sent < 2_000 and connection.say(piece):
        sent += 1
    assert sent < 2_000 or time.monotonic() - began < 30
    assert connection.answer() in (413, None)
    assert connection.ends()


def test_a_body_that_is_announced_too_long_is_refused_before_it_is_sent(connection):
    connection.say(HEAD + "Content-Length: 10000000\r\n\r\n")
    assert connection.answer() == 413
    assert connection.ends()


def test_who_waits_for_a_word_hears_it(connection, running):
    text = body(running)
    connection.say(HEAD + f"Expect: 100-continue\r\nContent-Length: {len(text)}\r\n\r\n")
    assert connection.answer() == 100
    connection.say(text)
    assert connection.answer() == 202


def test_who_waits_with_too_much_hears_no(connection):
    connection.say(HEAD + "Expect: 100-continue\r\nContent-Length: 99999999\r\n\r\n")
    assert connection.answer() == 413


def test_requests_sent_at_once_are_answered_in_turn(connection):
    connection.say("GET /healthz HTTP/1.1\r\nHost: headwater\r\n\r\n" * 500)
    assert [connection.answer() for _ in range(500)] == [200] * 500


def post(text):
    return HEAD + f"Content-Length: {len(text)}\r\n\r\n" + text


def in_pieces(text):
    return HEAD + f"Transfer-Encoding: chunked\r\n\r\n{len(text):x}\r\n{text}\r\n0\r\n\r\n"


def test_events_and_other_requests_sent_at_once_are_answered_in_turn(connection, running):
    """Some of these are answered the short way, others by the router: nobody can tell from the order."""
    stranger = "GET /healthz HTTP/1.1\r\nHost: headwater\r\n\r\n"
    for _ in range(40):
        event, other = (body(running, eventId=str(uuid.uuid4())) for _ in range(2))
        connection.say(post(event) + stranger + post("{") + in_pieces(other) + post(event) + post(event))
    statuses = [connection.answer() for _ in range(240)]
    assert statuses == [202, 200, 400, 202, 202, 202] * 40


def test_an_event_that_comes_byte_by_byte_is_taken(connection, running):
    for byte in post(body(running, eventId=str(uuid.uuid4()))):
        connection.say(byte)
    assert connection.answer() == 202


def test_a_connection_that_ends_after_its_event_hears_of_it_first(connection, running):
    text = body(running, eventId=str(uuid.uuid4()))
    connection.say(post(text).replace("Host: headwater", "Host: headwater\r\nConnection: close"))
    assert connection.answer() == 202
    assert connection.ends()


def test_who_sends_an_event_and_stops_talking_still_hears_of_it(connection, running):
    connection.say(post(body(running, eventId=str(uuid.uuid4()))))
    connection.socket.shutdown(socket.SHUT_WR)
    assert connection.answer() == 202


def test_what_is_not_http_ends_the_connection(connection):
    connection.say(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(200))
    assert connection.answer() in (400, None)
    assert connection.ends()


def test_the_slow_are_let_go_while_others_are_served(running):
    began = time.monotonic()
    silent, half_head, half_body, trickle = (Connection(running) for _ in range(4))
    half_head.say(HEAD)
    half_body.say(HEAD + "Content-Length: 100\r\n\r\n{")
    trickle.say(HEAD + "Content-Length: 100\r\n\r\n")
    assert silent.ends() and half_head.ends()
    assert 14 < time.monotonic() - began < 18
    while trickle.say(" ") and time.monotonic() - began < 29:
        other = Connection(running)
        other.say("GET /healthz HTTP/1.1\r\nHost: headwater\r\nConnection: close\r\n\r\n")
        assert other.answer() == 200
        time.sleep(0.5)
    assert half_body.answer() == 408 and trickle.answer() == 408
    assert 29 < time.monotonic() - began < 33


def test_when_no_connection_is_left_one_waits_for_its_turn(tmp_path):
    node = Node(tmp_path / "few")
    node.create_account("Clinic", "clinic.example")
    node.start("--max-connections", "20")
    try:
        silent = [Connection(node) for _ in range(22)]
        began = time.monotonic()
        late = Connection(node)
        late.say("GET /healthz HTTP/1.1\r\nHost: headwater\r\n\r\n")
        assert late.answer() == 200
        assert time.monotonic() - began < 10
        assert late.ends()
    finally:
        node.kill()
    assert silent
