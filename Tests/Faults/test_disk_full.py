"""The disk is full: events are refused with 503 and kept by their senders, and are taken once there is room again."""
import contextlib
import os
import sqlite3
import subprocess
import tempfile
from pathlib import Path

import pytest

from accounting import settle
from load import Load
from node import Node
from postgres import Postgres

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="only root may mount a small file system")


@contextlib.contextmanager
def small_disk(megabytes):
    folder = Path(tempfile.mkdtemp(prefix="headwater-disk-"))
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m,mode=755", "headwater-test", folder], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)
        folder.rmdir()


def fill(path):
    """Writes until nothing goes in any more."""
    with open(path, "wb", buffering=0) as file:
        for size in (1 << 20, 4096):
            try:
                while True:
                    file.write(b"\0" * size)
            except OSError:
                continue


def refused_until_there_is_room(node, disk, make_room):
    """Plays the fault on a node that is started; returns the ledger and how much was taken before the disk was full."""
    node.create_account("Clinic", "clinic.example")
    node.start()
    with Load(node.tracking_id, [node.url]) as load:
        load.until(100)
        fill(disk / "filler")
        load.wait(lambda: load.ledger.answers[503] > 50, 60, "refusals")
        taken = len(load.ledger.acknowledged)
        (disk / "filler").unlink()
        make_room()
        load.until(200, within=60)
        return load.finish(), taken


@pytest.mark.timeout(120)
def test_sqlite_recovers_without_a_restart(tmp_path):
    with small_disk(16) as disk:
        node = Node(tmp_path / "node")
        node.data = disk / "data"
        node.where = ["--data-dir", str(node.data)]
        try:
            ledger, taken = refused_until_there_is_room(node, disk, make_room=lambda: None)
            print(f"\nfull after {taken} events", end="")
            settle(node, ledger)
            assert set(ledger.answers) <= {202, 503}
            with sqlite3.connect(node.data / "headwater.sqlite") as database:
                assert database.execute("pragma integrity_check").fetchall() == [("ok",)]
        finally:
            node.kill()


@pytest.mark.timeout(120)
def test_sqlite_started_anew_on_a_full_disk_can_be_read_and_goes_on_when_there_is_room(tmp_path):
    with small_disk(32) as disk:
        node = Node(tmp_path / "node")
        node.data = disk / "data"
        node.where = ["--data-dir", str(node.data)]
        node.create_account("Clinic", "clinic.example")
        node.start()
        try:
            with Load(node.tracking_id, [node.url]) as load:
                # The file has to grow for what is in the log by then.
                load.until(400)
                node.kill()
                fill(disk / "filler")
                node.start(is_ready=False)
                load.wait(lambda: load.ledger.answers[503] > 50, 30, "refusals")
                # A small write may find room where a larger one has left some.
                load.wait(lambda: "its disk is full" in node.readiness(), 60, "a full disk")
                (disk / "filler").unlink()
                load.until(200, within=60)
                ledger = load.finish()
            settle(node, ledger)
        finally:
            node.kill()


@pytest.mark.timeout(180)
def test_the_disk_of_postgres(tmp_path):
    with small_disk(128) as disk:
        cluster = Postgres(disk, ["max_wal_size=16MB", "min_wal_size=8MB", "wal_recycle=off"])
        node = Node(tmp_path / "node", cluster.url)
        try:
            cluster.start()

            def start_again():
                # PostgreSQL ends itself when it cannot write its log; whoever keeps it starts it again.
                if cluster.process.poll() is not None:
                    cluster.start()

            ledger, taken = refused_until_there_is_room(node, disk, start_again)
            print(f"\nfull after {taken} events, PostgreSQL {'fell' if 'PANIC' in cluster.log() else 'stayed'}", end="")
            settle(node, ledger)
            assert set(ledger.answers) <= {202, 503}
        finally:
            node.kill()
            cluster.remove()
