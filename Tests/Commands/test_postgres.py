"""The commands on PostgreSQL; without script/with-postgres only what needs no server."""
import json
import re

import pytest

import engine
from binary import Server, refusal, run, succeed

on_postgres = pytest.mark.skipif(not engine.CLUSTER, reason="runs under script/with-postgres")


def findings(done):
    return {line[5:20].strip(): line[:4].strip() for line in done.stdout.decode().splitlines()}


def test_a_password_is_never_repeated():
    urls = ["postgres://owner:geheim@127.0.0.1:1/base", "postgres://owner:geheim@[half/base", "mysql://:geheim@x/y"]
    for url in urls:
        for words in [["check"], ["account", "create", "--name", "Clinic"]]:
            done = run(*words, environment={"HEADWATER_DATABASE": url})
            assert done.returncode == 1
            assert b"geheim" not in done.stdout + done.stderr


def test_nor_is_a_secret_of_the_command_line_that_cannot_be_used(data):
    for words in [["--database", "mysql://ann:geheim@db/base"], ["--metrics-token", "geheim"]]:
        done = run("check", "--data-dir", data, *words)
        assert done.returncode == 64
        assert words[0].encode() in done.stderr
        assert b"geheim" not in done.stdout + done.stderr


def test_servers_that_are_not_there_are_named_at_once_each_with_its_reason():
    text = refusal(
        "account", "create", "--name", "Clinic", "--database", "postgres://owner@127.0.0.1:1,127.0.0.1:2/base")
    assert re.search(r"port 1 failed: Connection refused; .* port 2 failed: Connection refused\. Check the", text)


@on_postgres
def test_check_says_what_the_server_is(data, account):
    done = run("check", "--data-dir", data)
    found = findings(done)
    assert found["database"] == found["migrations"] == found["transport"] == found["connections"] == "ok"
    # The cluster of the tests keeps nothing when it falls, and check says so.
    assert found["durability"] == "BAD"
    assert "disk" not in found
    assert "PostgreSQL 1" in done.stdout.decode()
    assert not data.exists()


@on_postgres
def test_check_makes_no_tables(data):
    where = engine.environment(data)
    done = run("check", "--data-dir", data, environment=where)
    assert findings(done)["migrations"] == "WARN"
    assert "headwater account create" in done.stdout.decode()
    assert findings(run("check", "--data-dir", data, environment=where))["migrations"] == "WARN"


@on_postgres
def test_two_servers_start_together_on_an_empty_database_and_share_it(data, tmp_path):
    where = engine.environment(data)
    with Server(data, environment=where), Server(tmp_path / "other", environment=where):
        account = json.loads(succeed("account", "create", "--name", "Clinic", "--json", "--data-dir", data))
        assert account["locationId"]
        assert "accounts       1" in run("check", "--data-dir", data).stdout.decode()
