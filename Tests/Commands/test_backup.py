"""backup: a copy of the database while the server takes load, and a restore of it."""
import json
import os
import re
import sqlite3
import stat
import subprocess
import threading
import urllib.request
import uuid

import pytest

import engine
from binary import Server, lines, refusal, run, succeed
from engine import CLUSTER

on_sqlite = pytest.mark.skipif(CLUSTER is not None, reason="a file is copied, and PostgreSQL has none")
on_postgres = pytest.mark.skipif(CLUSTER is None, reason="needs a PostgreSQL")

TABLES = ["accounts", "contacts", "conversions", "attributions", "sessions", "visitors", "page_views", "event_ids"]


def post(url, event):
    request = urllib.request.Request(
        f"{url}/t/events", data=json.dumps(event).encode(),
        headers={"Content-Type": "text/plain", "User-Agent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"},
    )
    with urllib.request.urlopen(request, timeout=10) as answer:
        assert answer.status == 202


class Load(threading.Thread):
    """Sends page views and submissions until it is told to stop."""

    def __init__(self, url, account, database=None):
        super().__init__(daemon=True)
        self.url, self.account, self.database = url, account, database
        self.sent = 0
        self.enough = threading.Event()

    def run(self):
        while not self.enough.is_set():
            event = {
                "trackingId": self.account["trackingId"], "eventId": str(uuid.uuid4()), "type": "page_view",
                "visitorId": str(uuid.uuid4()), "sessionId": str(uuid.uuid4()), "url": "https://clinic.example/",
            }
            if self.sent % 3 == 0:
                event |= {
                    "type": "form_submission", "formId": "contact", "formName": "Contact",
                    "fields": {"email": f"{event['eventId']}@example.com"},
                }
            post(self.url, event)
            self.sent += 1

    def wait_for(self, count):
        while self.sent < count:
            assert self.is_alive()
            self.join(0.01)


def counts(path):
    with sqlite3.connect(path) as database:
        return {table: database.execute(f"select count(*) from {table}").fetchone()[0] for table in TABLES}


@pytest.fixture
def loaded(data, account):
    """A server that is being sent to."""
    with Server(data, "--no-rate-limits", "--no-bot-filter") as server:
        load = Load(server.url, account, engine.environment(data).get("HEADWATER_DATABASE"))
        load.start()
        load.wait_for(60)
        yield load
        load.enough.set()
        load.join()


@on_sqlite
def test_a_backup_under_load_is_restored_and_served(data, account, loaded, tmp_path):
    copy = tmp_path / "copies" / "copy.sqlite"
    copy.parent.mkdir()
    report = succeed("backup", copy, "--data-dir", data)
    loaded.wait_for(loaded.sent + 30)
    loaded.enough.set()
    loaded.join()
    assert [path.name for path in copy.parent.iterdir()] == ["copy.sqlite"]
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    found = counts(copy)
    assert found["event_ids"] == found["page_views"] + found["conversions"] >= 60
    assert found["event_ids"] < counts(data / "headwater.sqlite")["event_ids"]
    said = dict(line.rsplit(maxsplit=1) for line in report.splitlines() if "bytes" not in line)
    assert said["contacts"] == str(found["contacts"]) and said["page views"] == str(found["page_views"])

    # Restored as docs/operations.md says: into an empty data folder, then served.
    restored = tmp_path / "restored"
    restored.mkdir(mode=0o700)
    (restored / "headwater.sqlite").write_bytes(copy.read_bytes())
    with Server(restored) as server:
        assert counts(restored / "headwater.sqlite") == found
        post(server.url, {
            "trackingId": account["trackingId"], "eventId": str(uuid.uuid4()), "type": "page_view",
            "url": "https://clinic.example/",
        })
    exported = lines(succeed(
        "export", "contacts", "--account", account["locationId"], "--format", "jsonl", "--data-dir", restored))
    assert len(exported) == found["contacts"]
    assert counts(restored / "headwater.sqlite")["page_views"] == found["page_views"] + 1


@on_sqlite
def test_nothing_is_overwritten(data, account, tmp_path):
    copy = tmp_path / "copy.sqlite"
    copy.write_text("precious")
    assert "is there already" in refusal("backup", copy, "--data-dir", data)
    assert copy.read_text() == "precious"


@on_sqlite
def test_a_folder_takes_backups_named_after_the_time(data, account, tmp_path):
    folder = tmp_path / "copies"
    folder.mkdir()
    succeed("backup", folder, "--thorough", "--data-dir", data)
    (copy,) = folder.iterdir()
    assert copy.name.startswith("headwater-20") and copy.suffix == ".sqlite"
    assert counts(copy)["accounts"] == 1


@on_sqlite
def test_a_backup_leaves_an_older_schema_as_it_is(data, account, tmp_path):
    """Before an upgrade: the newer program copies what the older one has left."""
    with sqlite3.connect(data / "headwater.sqlite") as database:
        database.execute("delete from schema_migrations where number > 9")
    succeed("backup", tmp_path / "copy.sqlite", "--data-dir", data)
    for path in [tmp_path / "copy.sqlite", data / "headwater.sqlite"]:
        with sqlite3.connect(path) as database:
            assert database.execute("select max(number) from schema_migrations").fetchone() == (9,)


@on_sqlite
def test_what_cannot_be_read_or_written_is_said(data, account, tmp_path):
    assert "no database" in refusal("backup", tmp_path / "x", "--data-dir", tmp_path / "none")
    assert "Cannot write" in refusal("backup", tmp_path / "none" / "x", "--data-dir", data)
    broken = tmp_path / "broken.sqlite"
    broken.write_bytes(b"this is no database " * 500)
    assert "broken.sqlite" in refusal("backup", tmp_path / "x", "--database", f"sqlite:{broken}")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["broken.sqlite", "data"]


@on_sqlite
def test_what_is_no_database_of_headwaters_makes_no_backup_and_stays_as_it_is(tmp_path):
    empty, other = tmp_path / "empty.sqlite", tmp_path / "other.sqlite"
    empty.touch()
    with sqlite3.connect(other) as database:
        database.execute("create table recipes (name text)")
    before = other.read_bytes()
    assert "is empty" in refusal("backup", tmp_path / "copy", "--database", f"sqlite:{empty}")
    commands = [
        ["backup", tmp_path / "copy"], ["check"], ["serve", "--port", "0"], ["account", "create", "--name", "A"],
    ]
    for words in commands:
        done = run(*words, "--database", f"sqlite:{other}")
        assert done.returncode == 1 and b"of another program" in done.stdout + done.stderr
    assert other.read_bytes() == before and empty.stat().st_size == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["empty.sqlite", "other.sqlite"]


@on_sqlite
def test_copies_that_were_never_finished_go_a_day_later(data, account, tmp_path):
    folder = tmp_path / "copies"
    folder.mkdir()
    nobody = subprocess.Popen(["true"])
    nobody.wait()
    old = [f"headwater-20260101T000000Z.sqlite.partial-{nobody.pid}{end}" for end in ("", "-journal")]
    kept = [f"headwater-20260102T000000Z.sqlite.partial-{nobody.pid}", f"thesis.partial-{nobody.pid}"]
    living = f"headwater-20260103T000000Z.sqlite.partial-{os.getpid()}"
    for name in [*old, *kept, living]:
        (folder / name).write_text("personal")
    for name in [*old, kept[1], living]:
        os.utime(folder / name, (0, 0))
    succeed("backup", folder, "--data-dir", data)
    left = {path.name for path in folder.iterdir()}
    assert len(left) == 4 and left > {*kept, living}


@on_sqlite
def test_a_damaged_database_makes_no_backup(data, account, tmp_path):
    file = data / "headwater.sqlite"
    with sqlite3.connect(file) as database:
        database.execute("pragma journal_mode = delete")
        page = database.execute("pragma page_size").fetchone()[0]
        root = database.execute("select rootpage from sqlite_schema where name = 'accounts'").fetchone()[0]
    content = bytearray(file.read_bytes())
    content[(root - 1) * page:root * page] = b"\xff" * page
    file.write_bytes(bytes(content))
    copy = tmp_path / "copy.sqlite"
    assert "damaged" in refusal("backup", copy, "--data-dir", data)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data"]


def test_postgresql_is_told_what_to_run(tmp_path):
    text = refusal("backup", tmp_path / "it's.dump", "--database", "postgres://ann:secret@db.example:5432/headwater")
    assert "secret" not in text
    assert "(umask 077 && pg_dump --format=custom" in text and "'postgres://ann@db.example:5432/headwater'" in text
    options = "user=ann&password=secret&p%61ssword=secret&sslpassword=secret&sslmode=require"
    text = refusal("backup", tmp_path / "a.dump", "--database", f"postgres://db.example/headwater?{options}")
    assert "secret" not in text
    assert "'postgres://db.example/headwater?user=ann&sslmode=require'" in text
    folder = refusal("backup", tmp_path, "--database", "postgres://db.example/headwater")
    assert re.search(rf"--file='{tmp_path}/headwater-20\d{{6}}T\d{{6}}Z\.dump'", folder)


@on_postgres
def test_what_the_documentation_says_of_postgresql_works(data, account, loaded, tmp_path):
    """docs/operations.md: pg_dump while the server runs, createdb, pg_restore, check, serve."""
    url = loaded.database
    dump = tmp_path / "headwater.dump"
    subprocess.run(["pg_dump", "--format=custom", f"--file={dump}", url], check=True, timeout=60)
    loaded.enough.set()
    loaded.join()
    name = f"restored_{uuid.uuid4().hex}"
    subprocess.run(["psql", "--quiet", CLUSTER, "-c", f"create database {name} template template0"], check=True)
    restored = CLUSTER.replace("/postgres?", f"/{name}?")
    try:
        subprocess.run(
            ["pg_restore", f"--dbname={restored}", "--no-owner", "--exit-on-error", dump], check=True, timeout=60)
        # The test's cluster is not durable, which check does not like.
        found = run("check", "--database", restored).stdout.decode().splitlines()
        assert any(line.startswith("ok   migrations") for line in found), found
        with Server(tmp_path, "--database", restored) as server:
            post(server.url, {
                "trackingId": account["trackingId"], "eventId": str(uuid.uuid4()), "type": "page_view",
                "url": "https://clinic.example/",
            })
        views = lines(succeed(
            "export", "page-views", "--account", account["locationId"], "--format", "jsonl", "--database", restored))
        assert len(views) > 40
    finally:
        subprocess.run(["psql", "--quiet", CLUSTER, "-c", f"drop database {name} with (force)"], check=True)
