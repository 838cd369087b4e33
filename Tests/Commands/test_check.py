"""check: says what is wrong and how to mend it."""
import os
import socket
import sqlite3
import subprocess

import pytest

from binary import Server, run, succeed, surroundings
from engine import CLUSTER
from headwater import BINARY

on_sqlite = pytest.mark.skipif(CLUSTER is not None, reason="looks into the file")


def findings(done):
    """Each check by its name, with whether it is good."""
    return {line[5:20].strip(): line.startswith("ok") for line in done.stdout.decode().splitlines()}


def failed(*words, **options):
    done = run("check", *words, **options)
    assert done.returncode == 1, done.stdout
    assert done.stderr.count(b"\n") == 1
    return findings(done), done.stdout.decode()


def test_a_new_installation_is_well(data, account):
    done = run("check", "--data-dir", data, "--port", "0")
    assert done.returncode == 0, done.stdout
    found = findings(done)
    assert {"configuration", "database", "migrations", "disk", "port", "clock"} <= set(found)
    assert all(found.values())


def test_nothing_is_made_where_nothing_is(data):
    found, text = failed("--data-dir", data)
    assert found["database"] is False
    assert found["disk"] is True
    assert "headwater account create" in text and str(data) in text
    assert not data.exists()
    data.mkdir()
    found, text = failed("--data-dir", data)
    assert found["database"] is False
    assert "headwater.sqlite" in text
    assert list(data.iterdir()) == []


def test_https_without_a_trusted_proxy_is_a_warning(data, account):
    words = ["check", "--data-dir", data, "--public-url", "https://leads.example.com"]
    assert "WARN proxies" in succeed(*words)
    assert "WARN" not in succeed(*words, "--trusted-proxies", "127.0.0.1")
    assert "proxies" not in succeed("check", "--data-dir", data)


def test_it_works_while_a_server_runs(data):
    with Server(data):
        assert "accounts       none yet" in succeed("check", "--data-dir", data)
        succeed("account", "create", "--name", "Clinic", "--data-dir", data)
        assert "accounts       1" in succeed("check", "--data-dir", data)


def test_a_port_that_is_taken_is_a_warning_and_one_that_cannot_be_had_a_fault(data, account):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        text = succeed("check", "--data-dir", data, "--port", str(port))
        assert "WARN port" in text and str(port) in text
    found, text = failed("--data-dir", data, "--host", "203.0.113.9", "--port", "0")
    assert found["port"] is False
    assert "203.0.113.9" in text


def test_a_wrong_setting_is_named(data):
    found, text = failed("--data-dir", data, environment={"HEADWATER_PORT": "eighty"})
    assert found == {"configuration": False}
    assert "HEADWATER_PORT" in text


def test_a_file_that_is_no_database_is_named(data):
    data.mkdir()
    (data / "headwater.sqlite").write_bytes(b"this is no database " * 100)
    found, text = failed("--data-dir", data)
    assert found["database"] is False
    assert "headwater.sqlite" in text


@on_sqlite
def test_damage_is_found_when_the_whole_file_is_read(data, account):
    file = data / "headwater.sqlite"
    assert "no page of it is damaged" in succeed("check", "--thorough", "--data-dir", data)
    with sqlite3.connect(file) as database:
        database.execute("pragma journal_mode = delete")
        page = database.execute("pragma page_size").fetchone()[0]
        root = database.execute("select rootpage from sqlite_schema where name = 'notes'").fetchone()[0]
    content = bytearray(file.read_bytes())
    content[(root - 1) * page:root * page] = b"\xff" * page
    file.write_bytes(bytes(content))
    found, text = failed("--thorough", "--data-dir", data)
    assert found["database"] is False
    assert "Restore a backup" in text


def test_a_file_without_tables_is_a_fault(tmp_path):
    (tmp_path / "headwater.sqlite").touch()
    found, text = failed("--database", f"sqlite:{tmp_path}/headwater.sqlite")
    assert found["database"] is False
    assert "is empty" in text
    assert (tmp_path / "headwater.sqlite").stat().st_size == 0


def test_too_few_files_are_a_fault(data, account):
    words = ["check", "--data-dir", data, "--port", "0"]
    assert "files" in succeed(*words)
    done = subprocess.run(
        ["bash", "-c", 'ulimit -n 200; exec "$@"', "bash", BINARY, *map(str, words)], capture_output=True,
        env=surroundings(words, None), timeout=60)
    assert done.returncode == 1
    assert findings(done)["files"] is False
    assert b"LimitNOFILE" in done.stdout


def test_everybody_for_a_proxy_is_a_warning(data, account):
    words = ["check", "--data-dir", data, "--port", "0", "--trusted-proxies"]
    assert "WARN proxies" in succeed(*words, "0.0.0.0/0")
    assert "WARN proxies" in succeed(*words, "10.0.0.0/8, ::/0")
    assert "WARN proxies" not in succeed(*words, "10.0.0.0/8")


def test_a_folder_that_is_not_there_is_named(tmp_path):
    found, text = failed("--database", f"sqlite:{tmp_path}/none/x.sqlite")
    assert found["database"] is False
    assert str(tmp_path / "none") in text


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_named(tmp_path):
    tmp_path.chmod(0o500)
    found, _ = failed("--data-dir", tmp_path / "data")
    assert found["database"] is False


def test_a_data_folder_that_is_a_file_is_named(data):
    data.write_text("")
    found, text = failed("--data-dir", data)
    assert found["database"] is False
    assert "--data-dir" in text


def test_data_of_a_newer_version_is_left_alone(data, account):
    with sqlite3.connect(data / "headwater.sqlite") as database:
        database.execute("insert into schema_migrations values (9999, 'later', 0)")
    found, text = failed("--data-dir", data)
    assert found["database"] is False
    assert "9999" in text and "newer" in text


def test_a_geoip_file_that_is_none_is_named(data, tmp_path):
    found, text = failed("--data-dir", data, "--geoip-database", tmp_path / "none.mmdb")
    assert found["time zones"] is False
    assert "none.mmdb" in text
