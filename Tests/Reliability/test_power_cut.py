"""The power goes: what was not written out is gone with the server, and nothing of that was acknowledged."""
import contextlib
import random
import shutil
import sqlite3

import pytest

from accounting import settle
from load import Load
from node import Node
from postgres import Postgres
from power_cut import ForgetfulPostgres, blocks_lost, library

CUTS = 6
POSTGRES_CUTS = 4


@pytest.fixture
def power_cut(tmp_path):
    """A library that keeps, beside each file of a database, what a disk would have after a power cut."""
    return {"LD_PRELOAD": str(library("power-cut", tmp_path))}


def lose_what_was_not_written_out(data):
    """Says how many blocks of 4 KiB the cut has taken along."""
    lost = 0
    for kept in sorted(data.glob("headwater.sqlite*.disk")):
        file = kept.with_suffix("")
        lost += blocks_lost(file, kept)
        shutil.copyfile(kept, file)
    (data / "headwater.sqlite-shm").unlink(missing_ok=True)
    return lost


@pytest.mark.timeout(120)
def test_power_cuts_lose_nothing_that_was_acknowledged(sqlite_server, power_cut):
    node, lost = sqlite_server, []
    node.start(environment=power_cut)
    with Load(node.tracking_id, [node.url]) as load:
        for _ in range(CUTS):
            load.until(random.randint(20, 200))
            node.kill()
            lost.append(lose_what_was_not_written_out(node.data))
            node.start(environment=power_cut)
        ledger = load.finish()
    print(f"\n{CUTS} power cuts, {sum(map(bool, lost))} of which took {sum(lost)} blocks along", end="")
    settle(node, ledger)
    assert any(lost), "no cut took anything along: the test has shown nothing"
    with sqlite3.connect(node.data / "headwater.sqlite") as database:
        assert database.execute("pragma integrity_check").fetchall() == [("ok",)]


@pytest.mark.timeout(120)
def test_a_disk_that_failed_once_loses_nothing_of_what_is_acknowledged_after_a_restart(sqlite_server, power_cut):
    node = sqlite_server
    node.start(environment=power_cut | {"POWER_CUT_FAILS_AT": "60"})
    with Load(node.tracking_id, [node.url]) as load:
        load.wait(lambda: load.ledger.answers[503] > 20, 60, "refusals")
        told = node.readiness()
        before = len(load.ledger.acknowledged)
        node.kill()
        # Somebody who reads for hours keeps the log from being copied into the file.
        with contextlib.closing(sqlite3.connect(node.data / "headwater.sqlite", isolation_level=None)) as reader:
            reader.execute("begin")
            reader.execute("select count(*) from sessions").fetchone()
            node.start(environment=power_cut | {"POWER_CUT_KEEPS_DISK": "1"})
            load.until(100)
            node.kill()
        lost = lose_what_was_not_written_out(node.data)
        node.start()
        ledger = load.finish()
    print(f"\nthe disk failed after {before} events; the cut after the restart took {lost} blocks along", end="")
    settle(node, ledger)
    assert "its disk did not take what was committed" in told


@pytest.fixture
def after_cuts(tmp_path, request):
    """A server on PostgreSQL after cuts under load, what its senders know, and the blocks that each cut took along."""
    settings, cuts = request.param
    cluster = Postgres(segment=1)
    node = Node(tmp_path / "node", cluster.url)
    try:
        cluster.start()
        node.create_account("Clinic", "clinic.example")
        cluster.kill_postmaster()
        cluster.settings += settings
        forgetful, lost = ForgetfulPostgres(cluster), []
        forgetful.start()
        node.start()
        with Load(node.tracking_id, [node.url]) as load:
            for _ in range(cuts):
                load.until(random.randint(20, 150))
                lost.append(forgetful.cut())
                node.kill()
                forgetful.start()
                node.start()
            ledger = load.finish()
        print(f"\n{cuts} power cuts, {sum(map(bool, lost))} of which took {sum(lost)} blocks along", end="")
        yield node, ledger, lost
    finally:
        node.kill()
        cluster.remove()


@pytest.mark.timeout(120)
@pytest.mark.parametrize(
    "after_cuts", [([], POSTGRES_CUTS), (["synchronous_commit=off", "wal_writer_delay=10s"], 1)],
    ids=["durable", "synchronous_commit off"], indirect=True)
def test_power_cuts_lose_nothing_that_was_acknowledged_on_postgres(after_cuts):
    node, ledger, lost = after_cuts
    settle(node, ledger)
    assert any(lost), "no cut took anything along: the test has shown nothing"


# A killed process loses nothing with `fsync=off`, so here it is the cut that takes it along.
@pytest.mark.timeout(120)
@pytest.mark.parametrize("after_cuts", [(["fsync=off"], 1)], ids=["fsync off"], indirect=True)
def test_a_power_cut_takes_along_what_postgres_has_acknowledged_too_early(after_cuts):
    node, ledger, _ = after_cuts
    with pytest.raises(AssertionError, match="acknowledged as number .* and not there"):
        settle(node, ledger)
