"""A PostgreSQL cluster of one's own, durable, that may be killed."""
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path

USER = "postgres"
# PostgreSQL refuses to run as root.
AS_POSTGRES = {"user": USER, "group": USER, "extra_groups": []} if os.geteuid() == 0 else {}
BINARIES = max(
    Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name), default=Path("/usr/bin"))


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def own_folder(prefix, parent=None):
    """A folder that the postgres user may write to."""
    folder = Path(tempfile.mkdtemp(prefix=prefix, dir=parent))
    if os.geteuid() == 0:
        shutil.chown(folder, USER, USER)
    return folder


class Postgres:
    """One postmaster; `parent` is where its folder is made."""

    process = None

    def __init__(self, parent=None, settings=(), segment=4):
        """`segment` is the size of the log's files in MB."""
        self.folder = own_folder("headwater-postgres-", parent)
        self.data = self.folder / "data"
        self.port = free_port()
        self.url = f"postgres://{USER}@127.0.0.1:{self.port}/headwater"
        self.settings = ["fsync=on", "synchronous_commit=on", "shared_buffers=32MB", *settings]
        run([BINARIES / "initdb", "--no-sync", "--auth=trust", f"--username={USER}", "--encoding=UTF8",
             "--locale=C.UTF-8", "-D", self.data, f"--wal-segsize={segment}"])

    def start(self, within=60, environment=None):
        """Starts the postmaster, which recovers when it was killed, and waits until it answers."""
        command = [BINARIES / "postgres", "-D", self.data, "-p", str(self.port), "-k", self.folder,
                   "-c", "listen_addresses=127.0.0.1"]
        for setting in self.settings:
            command += ["-c", setting]
        with open(self.folder / "log", "ab") as log:
            self.process = subprocess.Popen(
                command, stdout=log, stderr=log, cwd="/", env=environment, **AS_POSTGRES)
        deadline = time.monotonic() + within
        while subprocess.run([BINARIES / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(self.port)]).returncode:
            assert self.process.poll() is None and time.monotonic() < deadline, self.log()[-2_000:]
            time.sleep(0.02)
        if not self.ask("select 1 from pg_database where datname = 'headwater'", "postgres"):
            self.ask("create database headwater", "postgres")

    def log(self):
        return (self.folder / "log").read_text(errors="replace")

    def ask(self, sql, database="headwater"):
        done = run([BINARIES / "psql", "-h", "127.0.0.1", "-p", str(self.port), "-U", USER, "-d", database,
                    "-X", "-A", "-t", "-c", sql])
        return done.stdout.strip()

    def kill_postmaster(self):
        """The whole server is gone at once, as in a power cut."""
        self.process.send_signal(signal.SIGSTOP)  # else it may have one more child than is seen here
        family = children(self.process.pid)
        self.process.kill()
        signal_all(family, signal.SIGKILL)
        self.process.wait()
        wait_until_gone(family)

    def freeze(self):
        """All of it stands still, as on a machine whose disk has gone; returns what lets it go on."""
        return freeze(self.process.pid)

    def kill_backend(self):
        """One backend of a client; the postmaster ends all others and recovers."""
        pid = self.ask(
            "select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() "
            "order by query_start desc nulls last limit 1")
        os.kill(int(pid), signal.SIGKILL)

    def remove(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGQUIT)
            try:
                self.process.wait(15)
            except subprocess.TimeoutExpired:
                self.kill_postmaster()
        shutil.rmtree(self.folder, ignore_errors=True)


def run(command):
    return subprocess.run(
        [str(word) for word in command], check=True, capture_output=True, text=True, timeout=90, cwd="/", **AS_POSTGRES)


def children(pid):
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rsplit(")", 1)[1].split()
            except (FileNotFoundError, ProcessLookupError):
                continue
            if int(fields[1]) == pid:
                found.append(int(entry.name))
    return found


def freeze(postmaster):
    """Stops a postmaster and its children; returns what lets them go on."""
    family = [postmaster, *children(postmaster)]
    signal_all(family, signal.SIGSTOP)
    return lambda: signal_all(family, signal.SIGCONT)


def signal_all(pids, number):
    for pid in pids:
        try:
            os.kill(pid, number)
        except ProcessLookupError:
            pass


def wait_until_gone(pids, within=15):
    deadline = time.monotonic() + within
    while any(Path(f"/proc/{pid}").exists() and "Z" not in state(pid) for pid in pids):
        assert time.monotonic() < deadline, "killed processes are still there"
        time.sleep(0.02)


def state(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return "Z"
