"""One of three nodes is stopped with SIGSTOP while the others go on; when it continues, nothing is double or lost."""
import os
import signal
import time

import pytest

from accounting import settle
from load import Load

STOPPED_FOR = int(os.environ.get("HEADWATER_STOPPED_FOR", "60"))
PATIENCE = 3  # until a browser of the stopped node turns to the next, as a proxy would
# What the stopped node had begun holds its visitors until PostgreSQL ends the transaction of a client that is silent.
TAKEN_OVER_WITHIN = 15
LONGEST_PAUSE = 5  # between two acknowledgements of the others, on a machine that has other work too


@pytest.mark.timeout(240)
def test_the_others_go_on_and_take_what_the_stopped_node_was_sent(postgres_server):
    nodes = [postgres_server, postgres_server.another("second"), postgres_server.another("third")]
    for node in nodes:
        node.start()
    try:
        with Load(postgres_server.tracking_id, [node.url for node in nodes], patience=PATIENCE) as load:
            load.until(500)
            stopped_at = time.monotonic()
            nodes[1].process.send_signal(signal.SIGSTOP)
            waiting = {event["eventId"] for event in load.ledger.unacknowledged()}
            load.wait(
                lambda: not waiting - set(load.ledger.acknowledged), TAKEN_OVER_WITHIN, "what it had is taken over")
            taken_over = time.monotonic() - stopped_at
            time.sleep(max(0, stopped_at + STOPPED_FOR - time.monotonic()))
            continued_at = time.monotonic()
            nodes[1].process.send_signal(signal.SIGCONT)
            load.until(500)
            ledger = load.finish()
        meanwhile = [moment for moment, _ in ledger.moments if stopped_at < moment < continued_at]
        print(
            f"\nstopped for {continued_at - stopped_at:.0f} s: meanwhile {len(meanwhile)} acknowledged, at most "
            f"{ledger.longest_pause(stopped_at, continued_at):.1f} s apart; what it had was taken over after "
            f"{taken_over:.1f} s", end="")
        assert ledger.longest_pause(stopped_at, continued_at) < LONGEST_PAUSE
        settle(postgres_server, ledger)
    finally:
        for node in nodes[1:]:
            node.process.send_signal(signal.SIGCONT)
            node.kill()
