"""The machine's clock jumps under load, forwards and backwards: nothing is lost, and what is known stays known."""
from pathlib import Path

import pytest

from accounting import settle
from load import Line, Load

LIBRARY = next(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"), None)
# The library's first process changes its own environment, in which Swift looks for its arguments; the second need not.
SHELL = ["sh", "-c", 'exec "$@"', "sh"]
JUMPS = ["+3d", "+1h", "-2d", "+25d", "-1h", "-400d", "+0"]


@pytest.mark.timeout(120)
@pytest.mark.skipif(LIBRARY is None, reason="faketime is not installed")
def test_jumps_lose_nothing_and_repeat_nothing(tmp_path, server):
    clock = tmp_path / "clock"
    clock.write_text("+0\n")
    server.start(environment={
        "LD_PRELOAD": str(LIBRARY), "FAKETIME_TIMESTAMP_FILE": str(clock), "FAKETIME_NO_CACHE": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
    }, through=SHELL)
    with Load(server.tracking_id, [server.url]) as load:
        load.until(100)
        known = [load.ledger.events[name] for name in list(load.ledger.acknowledged)[:20]]
        for jump in JUMPS:
            clock.write_text(jump + "\n")
            load.until(100)
            assert set(server.send_again(known)) == {"duplicate"}, f"after the jump to {jump}"
        ledger = load.finish()
    print(f"\njumps to {', '.join(JUMPS)}; slowest answer {ledger.slowest(1):.2f} s", end="")
    settle(server, ledger)
    assert set(ledger.answers) == {202}
