"""kill -9 of the server under load: what was acknowledged is there afterwards, and nothing is there twice."""
import random

import pytest

from accounting import settle
from load import Load

KILLS = 20


@pytest.mark.timeout(300)
def test_twenty_kills_lose_nothing_that_was_acknowledged(server):
    server.start()
    with Load(server.tracking_id, [server.url]) as load:
        for _ in range(KILLS):
            load.until(random.randint(20, 200))
            server.kill()
            server.start()
        ledger = load.finish()
    print(f"\n{KILLS} kills", end="")
    settle(server, ledger)
