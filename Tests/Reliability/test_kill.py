"""kill -9 in the middle of a stream of events: what was acknowledged is there afterwards, none of it twice."""
import pytest

from accounting import settle
from load import Load

ROUNDS = 3


def test_what_was_acknowledged_survives_kill_9_and_is_there_once(server):
    server.start()
    with Load(server.tracking_id, [server.url], browsers=8) as load:
        for _ in range(ROUNDS):
            load.until(100)
            server.kill()
            server.start()
        ledger = load.finish()
    settle(server, ledger)
    # A retry of what is stored is told so, and changes nothing.
    known = [ledger.events[name] for name in list(ledger.acknowledged)[:20]]
    assert set(server.send_again(known)) == {"duplicate"}
    settle(server, ledger)


@pytest.mark.timeout(60)
def test_a_server_outlives_its_postgres(postgres, postgres_server):
    postgres_server.start()
    with Load(postgres_server.tracking_id, [postgres_server.url], browsers=8) as load:
        load.until(100)
        postgres.kill_postmaster()
        load.wait(lambda: "it cannot be reached" in postgres_server.readiness(), 20, "word that the database is gone")
        postgres.start()
        load.until(100)
        ledger = load.finish()
    settle(postgres_server, ledger)
