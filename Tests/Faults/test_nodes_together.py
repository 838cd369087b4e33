"""Three nodes on one PostgreSQL are sent the same few people at the same moment, and lose one of them now and then."""
import pytest

from accounting import settle
from load import Load

PEOPLE = 12
KILLS = 5


@pytest.mark.timeout(180)
def test_the_same_people_at_three_nodes_while_one_is_killed(postgres_server):
    nodes = [postgres_server, postgres_server.another("second"), postgres_server.another("third")]
    for node in nodes:
        node.start()
    try:
        with Load(postgres_server.tracking_id, [node.url for node in nodes], browsers=24, people=PEOPLE) as load:
            for _ in range(KILLS):
                load.until(150)
                nodes[1].kill()
                load.until(150)
                nodes[1].start()
            ledger = load.finish()
        print(
            f"\n{PEOPLE} people at three nodes, one of which was killed {KILLS} times; longest pause "
            f"{ledger.longest_pause():.1f} s, p99 {ledger.slowest(0.99) * 1000:.0f} ms", end="")
        settle(postgres_server, ledger)
    finally:
        for node in nodes[1:]:
            node.kill()
