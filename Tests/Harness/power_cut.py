"""Disks that forget, when the power goes, what was not written out."""
import os
import shutil
import subprocess
from itertools import zip_longest
from pathlib import Path

from postgres import run


def library(name, folder):
    """Builds a library of this folder that is to be preloaded; everybody may read it."""
    compiler = shutil.which("gcc") or shutil.which("clang")
    built = folder / f"{name}.so"
    source = Path(__file__).with_name(f"{name}.c")
    subprocess.run([compiler, "-O2", "-shared", "-fPIC", "-o", built, source, "-ldl"], check=True)
    built.chmod(0o755)
    return built


def blocks_lost(before, after):
    """In how many blocks of 4 KiB two files differ; one that is not there has none."""
    return sum(one != other for one, other in zip_longest(blocks(before), blocks(after)))


def blocks(path):
    content = path.read_bytes() if path.is_file() else b""
    return (content[start:start + 4096] for start in range(0, len(content), 4096))


class ForgetfulPostgres:
    """A cluster whose disk keeps what was written out, and nothing else."""

    def __init__(self, cluster):
        self.cluster = cluster
        self.disk = cluster.folder / "disk"
        self.library = library("power-cut-folder", cluster.folder)

    def start(self):
        """All that is there before the start counts as written out."""
        run(["cp", "-a", self.cluster.data, self.disk])
        self.cluster.start(environment=os.environ | {
            "LD_PRELOAD": str(self.library), "POWER_CUT_FOLDER": str(self.cluster.data),
            "POWER_CUT_DISK": str(self.disk)})

    def cut(self):
        """Says how many blocks of 4 KiB the cut has taken along."""
        data = self.cluster.data
        self.cluster.kill_postmaster()
        names = {path.relative_to(top) for top in (data, self.disk) for path in top.rglob("*") if path.is_file()}
        lost = sum(blocks_lost(data / name, self.disk / name) for name in names)
        shutil.rmtree(data)
        self.disk.rename(data)
        (self.cluster.folder / "disk.journal").unlink(missing_ok=True)
        return lost
