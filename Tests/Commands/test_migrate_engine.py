"""migrate-engine: from SQLite to PostgreSQL and back; between two files where there is no PostgreSQL."""
import contextlib
import json
import re
import sqlite3
import stat
import subprocess
import uuid

import pytest

from binary import Server, lines, refusal, run, succeed
from engine import CLUSTER
from headwater import BINARY, ENVIRONMENT
from test_backup import Load


@pytest.fixture
def target(tmp_path):
    """The URL of an empty database, on the engine of this run."""
    if CLUSTER is None:
        yield f"sqlite:{tmp_path}/target.sqlite"
        return
    name = f"move_{uuid.uuid4().hex}"
    subprocess.run(["psql", "--quiet", CLUSTER, "-c", f"create database {name}"], check=True)
    yield CLUSTER.replace("/postgres?", f"/{name}?")
    subprocess.run(["psql", "--quiet", CLUSTER, "-c", f"drop database {name} with (force)"], check=True)


@pytest.fixture
def file(tmp_path):
    """The file of the SQLite database that is moved."""
    return tmp_path / "source.sqlite"


@pytest.fixture
def source(file):
    return f"sqlite:{file}"


@pytest.fixture
def account(source):
    return json.loads(succeed(
        "account", "create", "--name", "Clinic", "--domain", "clinic.example", "--json", "--database", source))


@pytest.fixture
def filled(source, account, tmp_path):
    """Some hundred events; the server that took them has ended."""
    fill(source, account, tmp_path, 150)


def fill(database, account, folder, count):
    with Server(folder, "--database", database, "--no-rate-limits", "--no-bot-filter") as server:
        load = Load(server.url, account)
        load.start()
        load.wait_for(count)
        load.enough.set()
        load.join()


def exported(account, database):
    return [
        lines(succeed(
            "export", what, "--account", account["locationId"], "--format", "jsonl", "--database", database))
        for what in ("contacts", "conversions", "sessions", "page-views")
    ]


def test_everything_moves_there_and_back(source, filled, target, account, tmp_path):
    said = succeed("migrate-engine", "--from", source, "--to", target)
    back = f"sqlite:{tmp_path}/back.sqlite"
    again = succeed("migrate-engine", "--from", target, "--to", back)
    # An export is noted in the audit log, so it comes after both moves.
    before = exported(account, source)
    assert sum(map(len, before)) > 150
    assert exported(account, target) == before
    assert exported(account, back) == before
    assert stat.S_IMODE((tmp_path / "back.sqlite").stat().st_mode) == 0o600
    checks = [line for line in said.splitlines() if line.startswith("verified")]
    assert len(checks) > 10 and any(" page_views " in line for line in checks)
    assert all(re.fullmatch(r"verified +\w+ {2,}\d+  [0-9a-f]{32}", line) for line in checks)
    assert checks == [line for line in again.splitlines() if line.startswith("verified")]


def test_a_move_that_was_killed_is_gone_on_with(source, filled, target, account):
    words = ["migrate-engine", "--from", source, "--to", target]
    for lines_to_wait_for in (1, 3, 3):
        process = subprocess.Popen([BINARY, *words], stdout=subprocess.PIPE, env=ENVIRONMENT, text=True)
        for _ in range(lines_to_wait_for):
            process.stdout.readline()
        process.kill()
        process.wait()
        process.stdout.close()
    for others in (["serve", "--port", "0"], ["account", "create", "--name", "Z"], ["account", "list"]):
        assert "was begun and not ended" in refusal(*others, "--database", target)
    done = run("check", "--database", target, "--port", "0")
    assert done.returncode == 1 and b"was begun and not ended" in done.stdout
    succeed(*words)
    assert exported(account, target) == exported(account, source)


def test_what_was_moved_is_served(source, filled, target, account, tmp_path):
    succeed("migrate-engine", "--from", source, "--to", target)
    before = exported(account, target)
    fill(target, account, tmp_path, 10)
    after = exported(account, target)
    assert sum(map(len, after)) > sum(map(len, before))
    assert all(line in after[1] for line in before[1])


def test_one_account_moves(source, filled, target, account):
    other = json.loads(succeed("account", "create", "--name", "Other", "--json", "--database", source))
    for moved in (other, account):
        succeed("migrate-engine", "--from", source, "--to", target, "--account", moved["locationId"])
    found = json.loads(succeed("account", "list", "--json", "--database", target))
    assert {entry["locationId"] for entry in found} == {account["locationId"], other["locationId"]}
    assert exported(account, target) == exported(account, source)
    assert "has an account" in refusal(
        "migrate-engine", "--from", source, "--to", target, "--account", account["locationId"])


def test_an_accounts_move_that_was_killed_keeps_the_others_from_nothing(source, filled, account, tmp_path):
    target = f"sqlite:{tmp_path}/others.sqlite"
    succeed("account", "create", "--name", "Other", "--database", target)
    triggers = "select count(*) from sqlite_schema where type = 'trigger'"
    with contextlib.closing(sqlite3.connect(tmp_path / "others.sqlite")) as database:
        before = database.execute(triggers).fetchone()
    words = ["migrate-engine", "--from", source, "--to", target, "--account", account["locationId"]]
    process = subprocess.Popen([BINARY, *words], stdout=subprocess.PIPE, env=ENVIRONMENT)
    process.stdout.readline()
    process.kill()
    process.wait()
    process.stdout.close()
    with Server(tmp_path, "--database", target):
        with contextlib.closing(sqlite3.connect(tmp_path / "others.sqlite")) as database:
            assert database.execute("select count(*) from engine_move").fetchone() == (1,)
            assert database.execute(triggers).fetchone() == before > (0,)
    succeed(*words)
    assert exported(account, target) == exported(account, source)


def test_a_source_that_is_served_is_refused(source, account, target, tmp_path):
    with Server(tmp_path, "--database", source):
        assert "open in another process" in refusal("migrate-engine", "--from", source, "--to", target)
    succeed("migrate-engine", "--from", source, "--to", target)
    assert "holds accounts" in refusal("migrate-engine", "--from", source, "--to", target)


def test_nobody_writes_to_the_source_before_all_is_compared(source, file, filled, target, account):
    words = ["migrate-engine", "--from", source, "--to", target]
    process = subprocess.Popen([BINARY, *words], stdout=subprocess.PIPE, env=ENVIRONMENT, text=True)
    assert process.stdout.readline().startswith("copied")
    with contextlib.closing(sqlite3.connect(file, timeout=0)) as database:
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            database.execute("delete from page_views")
    assert process.stdout.read().endswith("Serve it with --database.\n")
    assert process.wait() == 0
    assert exported(account, target) == exported(account, source)


def test_a_target_that_is_refused_is_left_as_it_is(source, account, tmp_path):
    target = tmp_path / "none.sqlite"
    assert "no account" in refusal("migrate-engine", "--from", source, "--to", f"sqlite:{target}", "--account", "x")
    assert not target.exists()
    old = tmp_path / "old.sqlite"
    succeed("account", "create", "--name", "Old", "--database", f"sqlite:{old}")
    numbers = "select number from schema_migrations order by number"
    with contextlib.closing(sqlite3.connect(old)) as database:
        database.execute("delete from schema_migrations where number = (select max(number) from schema_migrations)")
        database.commit()
        before = database.execute(numbers).fetchall()
    assert "earlier version" in refusal("migrate-engine", "--from", source, "--to", f"sqlite:{old}")
    with contextlib.closing(sqlite3.connect(old)) as database:
        assert database.execute(numbers).fetchall() == before


def test_a_source_of_an_earlier_version_is_refused_and_left_as_it_was(source, file, account, target):
    with contextlib.closing(sqlite3.connect(file)) as database:
        last = "delete from schema_migrations where number = (select max(number) from schema_migrations)"
        database.execute(last)
        database.commit()
        numbers = "select number from schema_migrations order by number"
        before = database.execute(numbers).fetchall()
    assert "earlier version" in refusal("migrate-engine", "--from", source, "--to", target)
    with contextlib.closing(sqlite3.connect(file)) as database:
        assert database.execute(numbers).fetchall() == before


def test_what_cannot_be_moved_is_said(source, file, account, target, tmp_path):
    assert "no database" in refusal("migrate-engine", "--from", f"sqlite:{tmp_path}/none", "--to", target)
    assert not (tmp_path / "none").exists()
    assert "same database" in refusal("migrate-engine", "--from", source, "--to", source)
    assert "no account" in refusal("migrate-engine", "--from", source, "--to", target, "--account", "x")
    with contextlib.closing(sqlite3.connect(file)) as database:
        database.execute("alter table contacts add column odd text")
    assert "contacts" in refusal("migrate-engine", "--from", source, "--to", target)
