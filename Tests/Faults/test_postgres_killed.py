"""kill -9 of PostgreSQL under load: the server waits, comes back by itself, and has lost nothing it acknowledged."""
import time

import pytest

from accounting import settle
from load import Load

ROUNDS = 5
STILL = 20
BACK_WITHIN = 20  # seconds after PostgreSQL takes connections again


@pytest.mark.timeout(240)
def test_the_postmaster_and_all_of_its_processes(postgres, postgres_server):
    postgres_server.start()
    with Load(postgres_server.tracking_id, [postgres_server.url]) as load:
        for _ in range(ROUNDS):
            load.until(100)
            postgres.kill_postmaster()
            time.sleep(1)  # In which browsers are turned away and keep their events.
            postgres.start()
            load.until(50, within=BACK_WITHIN)
        ledger = load.finish()
    print(f"\n{ROUNDS} kills of the postmaster, longest pause {ledger.longest_pause():.1f} s", end="")
    settle(postgres_server, ledger)


@pytest.mark.timeout(240)
def test_one_backend_which_makes_the_postmaster_end_all_others(postgres, postgres_server):
    postgres_server.start()
    with Load(postgres_server.tracking_id, [postgres_server.url]) as load:
        for _ in range(ROUNDS):
            load.until(100)
            postgres.kill_backend()
            load.until(50, within=BACK_WITHIN)
        ledger = load.finish()
    print(f"\n{ROUNDS} kills of a backend, longest pause {ledger.longest_pause():.1f} s", end="")
    settle(postgres_server, ledger)


@pytest.mark.timeout(240)
def test_all_of_it_stands_still_for_a_while(postgres, postgres_server):
    postgres_server.start()
    with Load(postgres_server.tracking_id, [postgres_server.url], patience=5) as load:
        load.until(100)
        go_on = postgres.freeze()
        time.sleep(STILL)
        go_on()
        load.until(200, within=BACK_WITHIN)
        ledger = load.finish()
    print(f"\nstill for {STILL} s, longest pause {ledger.longest_pause():.1f} s", end="")
    settle(postgres_server, ledger)
