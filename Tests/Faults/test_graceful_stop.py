"""SIGTERM under load: what was taken is answered before the end, so that nothing has to be sent again to be known."""
from collections import Counter

import pytest

from accounting import settle
from load import Load

STOPS = 10


@pytest.mark.timeout(240)
def test_every_event_that_was_stored_was_answered(server):
    server.start()
    with Load(server.tracking_id, [server.url]) as load:
        for _ in range(STOPS):
            load.until(60)
            server.stop()
            server.start()
        ledger = load.finish()
    print(f"\n{STOPS} stops", end="")
    settle(server, ledger)
    assert Counter(ledger.acknowledged.values())["duplicate"] == 0
