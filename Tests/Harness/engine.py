"""The engine that a run of the tests is for: SQLite, or the PostgreSQL of script/with-postgres."""
import hashlib
import os
import subprocess

CLUSTER = os.environ.get("HEADWATER_TEST_POSTGRES")
_made = set()


def environment(data):
    """What makes a command with this data folder use a database of the cluster; nothing for SQLite."""
    if not CLUSTER:
        return {}
    name = "test_" + hashlib.sha256(str(data).encode()).hexdigest()[:20]
    if name not in _made:
        subprocess.run(
            ["psql", "--quiet", "--no-psqlrc", CLUSTER, "-c", f"create database {name}"], check=True, timeout=60)
        _made.add(name)
    return {"HEADWATER_DATABASE": CLUSTER.replace("/postgres?", f"/{name}?")}
