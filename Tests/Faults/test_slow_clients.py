"""Ten thousand idle connections and hundreds of half-sent requests, while others are served in their normal time."""
import resource
import select
import socket
import time
from pathlib import Path

import pytest

from accounting import settle
from load import AGENT, Load

IDLE, HALF = 10_000, 300
WHOLE = f"GET /healthz HTTP/1.1\r\nHost: headwater\r\nUser-Agent: {AGENT}\r\n\r\n"
HALF_HEAD = f"POST /t/events HTTP/1.1\r\nHost: headwater\r\nUser-Agent: {AGENT}\r\nX-Slow: "
HALF_BODY = HALF_HEAD + "no\r\nContent-Type: text/plain\r\nContent-Length: 500\r\n\r\n{\"trackingId\":"


@pytest.fixture
def many_files():
    """As many open files as the system allows; the server inherits that."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard < IDLE + 2 * HALF + 200:
        pytest.skip(f"the system allows {hard} open files")
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    yield
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def connected(server, count, said):
    sockets = []
    for _ in range(count):
        client = socket.create_connection(("127.0.0.1", server.port), timeout=10)
        client.sendall(said.encode())
        sockets.append(client)
    return sockets


def idle_after_an_answer(server, count):
    """Connections that a browser or a proxy keeps for its next request."""
    sockets = connected(server, count, WHOLE)
    for client in sockets:
        assert client.recv(4096).startswith(b"HTTP/1.1 200")
    return sockets


def closed(sockets):
    """How many the server has ended, with an answer or without."""
    poller = select.poll()
    for client in sockets:
        poller.register(client, select.POLLIN | select.POLLHUP)
    return len(poller.poll(0))


def memory(server):
    status = Path(f"/proc/{server.process.pid}/status").read_text()
    return next(int(line.split()[1]) // 1024 for line in status.splitlines() if line.startswith("VmRSS:"))


@pytest.mark.timeout(240)
def test_the_slow_and_the_idle_keep_nobody_waiting(sqlite_server, many_files):
    sqlite_server.start()
    with Load(sqlite_server.tracking_id, [sqlite_server.url], pause=0.02) as load:
        load.until(500)
        crowded = time.monotonic()
        alone = memory(sqlite_server)
        idle = idle_after_an_answer(sqlite_server, IDLE)
        heads, bodies = (connected(sqlite_server, HALF, said) for said in (HALF_HEAD, HALF_BODY))
        since = time.monotonic()
        load.until(1_000)
        until = time.monotonic()
        still_idle = IDLE - closed(idle)
        with_all = memory(sqlite_server)
        wait(lambda: closed(heads) == HALF and closed(bodies) == HALF, 45, "the half-sent to be ended")
        patience = time.monotonic() - since
        ledger = load.finish()
    for client in idle + heads + bodies:
        client.close()
    usual, beside = ledger.slowest(0.99, until=crowded), ledger.slowest(0.99, since, until)
    print(
        f"\n{IDLE} idle and {2 * HALF} half-sent connections: p99 {usual * 1000:.0f} ms before, {beside * 1000:.0f} ms "
        f"beside them; memory {alone} MiB before, {with_all} MiB with them; the half-sent were ended within "
        f"{patience:.0f} s", end="")
    settle(sqlite_server, ledger)
    assert still_idle == IDLE
    assert set(ledger.answers) == {202}
    assert beside < max(0.25, 3 * usual)


def wait(condition, within, what):
    deadline = time.monotonic() + within
    while not condition():
        assert time.monotonic() < deadline, f"not within {within} s: {what}"
        time.sleep(0.2)
