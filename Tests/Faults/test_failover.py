"""The leader of a Patroni cluster is killed under load: service is back by itself, and nothing acknowledged is lost."""
import time

import pytest

from accounting import settle
from load import Load
from node import Node
from patroni_cluster import PatroniCluster

BACK_WITHIN = 45
# A connection to a machine that stands still does not break: its statements have to run out of time.
FROZEN_BACK_WITHIN = 120


@pytest.fixture
def cluster():
    cluster = PatroniCluster()
    try:
        cluster.start()
        yield cluster
    finally:
        cluster.remove()


@pytest.fixture
def node(tmp_path, cluster):
    node = Node(tmp_path / "node", cluster.url)
    node.create_account("Clinic", "clinic.example")
    node.start()
    yield node
    node.kill()


@pytest.mark.timeout(400)
def test_the_leader_is_killed_under_load(cluster, node):
    with Load(node.tracking_id, [node.url]) as load:
        load.until(300)
        killed_at = time.monotonic()
        killed = cluster.kill_leader()
        cluster.wait(lambda: cluster.leader(killed), BACK_WITHIN, "another leader")
        elected = time.monotonic() - killed_at
        load.until(300, within=BACK_WITHIN)
        ledger = load.finish()
    pause = ledger.longest_pause(since=killed_at - 1)
    print(f"\nanother leader after {elected:.1f} s, nothing acknowledged for {pause:.1f} s", end="")
    settle(node, ledger)
    assert pause < BACK_WITHIN
    cluster.start_patroni(killed)
    cluster.wait(lambda: cluster.count("streaming", "running") >= 2, 90, "the killed member as a standby")


@pytest.mark.timeout(400)
def test_the_leader_is_frozen_and_thinks_afterwards_that_it_still_leads(cluster, node):
    with Load(node.tracking_id, [node.url]) as load:
        load.until(300)
        frozen_at = time.monotonic()
        frozen, wake = cluster.freeze_leader()
        try:
            cluster.wait(lambda: cluster.leader(frozen), BACK_WITHIN, "another leader")
            load.until(300, within=FROZEN_BACK_WITHIN)
        finally:
            wake()
        pause = load.ledger.longest_pause(since=frozen_at - 1)
        load.until(300, within=BACK_WITHIN)
        ledger = load.finish()
    print(f"\nnothing acknowledged for {pause:.1f} s", end="")
    cluster.wait(lambda: cluster.count("streaming", "running") >= 2, 90, "the frozen member as a standby")
    settle(node, ledger)
