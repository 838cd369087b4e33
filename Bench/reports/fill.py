"""Fills an account with a year of visits and contacts, for measurements: not through capture, but in two minutes.

    .venv/bin/python Bench/reports/fill.py --location ID --sqlite data/headwater.sqlite
    .venv/bin/python Bench/reports/fill.py --location ID --postgres postgresql://…

The same rows stay behind in the DuckDB file that --history names. The reports have to be made afterwards:
`headwater rebuild-reports`.
"""
import argparse
import tempfile
import time
from pathlib import Path

import duckdb
import history
import load

# A day's end some while ago, so that the rows do not follow the clock: 2026-11-01T00:00:00Z.
END = 1_793_491_200_000


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--location", required=True, help="the location ID of an account without visits")
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--sqlite", type=Path, help="the file; no server may have it open")
    where.add_argument("--postgres", help="the database's URL")
    parser.add_argument("--history", type=Path, help="a DuckDB file to keep the rows in, and to take them from again")
    parser.add_argument("--contacts", type=int, default=1_000_000)
    parser.add_argument("--visits", type=int, default=5_000_000)
    parser.add_argument("--days", type=int, default=365)
    parser.add_argument("--end", type=int, default=END, help="the moment of the last visit, in UTC milliseconds")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def main():
    given = arguments()
    with tempfile.TemporaryDirectory(prefix="headwater-fill-") as folder:
        path = given.history or Path(folder) / "history.duckdb"
        begun = time.monotonic()
        if path.exists():
            rows = duckdb.connect(str(path), read_only=True)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            rows = history.make(path, given.visits, given.contacts, given.end, given.days, given.seed)
        made = time.monotonic()
        if given.sqlite:
            load.into_sqlite(rows, given.sqlite, given.location)
        else:
            load.into_postgres(rows, given.postgres, given.location, folder)
        print(f"rows made in {made - begun:.0f} s, stored in {time.monotonic() - made:.0f} s")


if __name__ == "__main__":
    main()
