"""Whether a server takes traffic, and what becomes of it when the server is told to stop."""
import json
import resource
import signal
import sqlite3
import subprocess
import threading
import time
import urllib.request

from binary import succeed
from headwater import BINARY, ENVIRONMENT
from running import Running, page_view, samples


def test_readiness_falls_while_another_program_holds_the_database_and_comes_back(data, account):
    with Running(data) as server:
        assert server.get("/readyz") == (200, "ready\n")
        with sqlite3.connect(data / "headwater.sqlite", isolation_level=None) as database:
            database.execute("begin immediate")
            time.sleep(1.1)  # an answer counts as fresh for a second
            status, text = server.get("/readyz")
            assert status == 503
            assert text.startswith("database: ")
            assert samples(server.metrics())['headwater_ready{check="database"}'] == 0
            assert server.get("/healthz") == (200, "ok\n")
            database.execute("rollback")
        deadline = time.monotonic() + 15
        while server.get("/readyz")[0] != 200:
            assert time.monotonic() < deadline, "not ready again"
            time.sleep(0.1)


def test_readiness_falls_when_the_schema_is_another_one(data, account):
    with Running(data) as server:
        with sqlite3.connect(data / "headwater.sqlite") as database:
            database.execute("insert into schema_migrations (number, name, applied_at) values (9999, 'later', 0)")
        status, text = server.get("/readyz")
        assert status == 503
        assert text.startswith("schema: the database has schema 9999")


def test_a_server_that_stops_says_so_first_and_still_serves(data, account):
    with Running(data, "--drain-delay", "2") as server:
        assert server.get("/readyz")[0] == 200
        server.process.send_signal(signal.SIGTERM)
        deadline = time.monotonic() + 1.5
        while server.get("/readyz")[0] != 503:
            assert time.monotonic() < deadline, "still ready after SIGTERM"
        assert server.get("/readyz")[1] == "running: the server is shutting down.\n"
        assert server.send(page_view(account))[0] == 202
    assert server.code == 0


def test_what_was_let_in_before_the_stop_is_answered(data, account):
    """The listener goes first; whoever waits for a commit then still hears of it."""
    with Running(data) as server:
        database = sqlite3.connect(data / "headwater.sqlite", isolation_level=None)
        database.execute("begin immediate")
        heard = []
        sender = threading.Thread(target=lambda: heard.append(server.send(page_view(account))[0]))
        sender.start()
        deadline = time.monotonic() + 5
        while samples(server.metrics())["headwater_ingest_waiting_events"] < 1:
            assert time.monotonic() < deadline, "the event never came to the queue"
        server.process.send_signal(signal.SIGTERM)
        time.sleep(0.3)
        assert server.process.poll() is None
        database.execute("rollback")
        database.close()
        sender.join(10)
        assert heard == [202]
    assert server.code == 0


def test_a_system_that_allows_too_few_files_is_no_silent_server(data, account):
    done = subprocess.run(
        [BINARY, "serve", "--data-dir", str(data), "--port", "0"], capture_output=True, text=True, timeout=20,
        env=ENVIRONMENT, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (200, 200)),
    )
    assert done.returncode == 1 and done.stdout == ""
    assert "200 files" in done.stderr and "LimitNOFILE" in done.stderr


def test_what_can_be_got_answers_head_without_a_body(data, account):
    with Running(data) as server:
        words = ["form", "create", "--account", account["locationId"], "--name", "A", "--json", "--data-dir", data]
        form = json.loads(succeed(*words))["formId"]
        for path in ["/healthz", "/readyz", "/sign-in", "/js/external-tracking.js", f"/f/{form}"]:
            request = urllib.request.Request(server.url + path, method="HEAD")
            with urllib.request.urlopen(request, timeout=10) as answer:
                assert (answer.status, answer.read()) == (200, b""), path
