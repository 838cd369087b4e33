"""Another process holds SQLite's write lock: short, and events wait; long, and they are refused and sent again."""
import sqlite3
import time

import pytest

from accounting import settle
from load import Load

SHORT, LONG = 4, 25  # seconds; the server itself waits 10


@pytest.mark.timeout(120)
@pytest.mark.parametrize("held", [SHORT, LONG])
def test_a_lock_held_by_another_process(sqlite_server, held):
    sqlite_server.start()
    with Load(sqlite_server.tracking_id, [sqlite_server.url], patience=30) as load:
        load.until(100)
        other = sqlite3.connect(sqlite_server.data / "headwater.sqlite", isolation_level=None, timeout=10)
        other.execute("begin exclusive")
        begun = time.monotonic()
        time.sleep(held)
        other.execute("rollback")
        released = time.monotonic()
        other.close()
        load.until(100, within=15)
        back = min(moment for moment, _ in load.ledger.moments if moment > released) - released
        ledger = load.finish()
    print(f"\nlocked for {released - begun:.1f} s, first acknowledged {back:.2f} s after", end="")
    settle(sqlite_server, ledger)
    refusals = {code for code in ledger.answers if code != 202}
    assert refusals <= ({503} if held > 10 else set())
