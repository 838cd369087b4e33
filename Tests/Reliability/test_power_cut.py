"""The power goes: what was not written out is gone with the server, and nothing of that was acknowledged."""
import random
import shutil
import sqlite3
import subprocess
from itertools import zip_longest
from pathlib import Path

import pytest

from accounting import settle
from load import Load

CUTS = 6


@pytest.fixture
def power_cut(tmp_path):
    """A library that keeps, beside each file of a database, what a disk would have after a power cut."""
    compiler = shutil.which("gcc") or shutil.which("clang")
    library = tmp_path / "power-cut.so"
    source = Path(__file__).parents[1] / "Harness" / "power-cut.c"
    subprocess.run([compiler, "-O2", "-shared", "-fPIC", "-o", library, source, "-ldl"], check=True)
    return {"LD_PRELOAD": str(library)}


def lose_what_was_not_written_out(data):
    """Says how many blocks of 4 KiB the cut has taken along."""
    lost = 0
    for kept in sorted(data.glob("headwater.sqlite*.disk")):
        file = kept.with_suffix("")
        lost += sum(before != after for before, after in zip_longest(blocks(file), blocks(kept)))
        shutil.copyfile(kept, file)
    (data / "headwater.sqlite-shm").unlink(missing_ok=True)
    return lost


def blocks(path):
    content = path.read_bytes()
    return (content[start:start + 4096] for start in range(0, len(content), 4096))


@pytest.mark.timeout(120)
def test_power_cuts_lose_nothing_that_was_acknowledged(sqlite_server, power_cut):
    node, lost = sqlite_server, []
    node.start(environment=power_cut)
    with Load(node.tracking_id, [node.url]) as load:
        for _ in range(CUTS):
            load.until(random.randint(20, 200))
            node.kill()
            lost.append(lose_what_was_not_written_out(node.data))
            node.start(environment=power_cut)
        ledger = load.finish()
    print(f"\n{CUTS} power cuts, {sum(map(bool, lost))} of which took {sum(lost)} blocks along", end="")
    settle(node, ledger)
    assert any(lost), "no cut took anything along: the test has shown nothing"
    with sqlite3.connect(node.data / "headwater.sqlite") as database:
        assert database.execute("pragma integrity_check").fetchall() == [("ok",)]
