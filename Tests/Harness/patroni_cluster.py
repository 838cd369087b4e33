"""Three PostgreSQL servers that Patroni keeps, with three etcd members to agree on who leads; all on this machine."""
import json
import os
import shutil
import signal
import subprocess
import time
import urllib.error
import urllib.request

from postgres import AS_POSTGRES, BINARIES, USER, free_port, freeze, own_folder, run

MEMBERS = ("one", "two", "three")


class Member:
    def __init__(self, name, folder):
        self.name = name
        self.folder = folder / name
        self.folder.mkdir()
        if AS_POSTGRES:
            shutil.chown(self.folder, USER, USER)
        self.port, self.api, self.etcd_client, self.etcd_peer = (free_port() for _ in range(4))
        self.etcd = self.patroni = None

    @property
    def postmaster(self):
        return int((self.folder / "data" / "postmaster.pid").read_text().split()[0])


class PatroniCluster:
    """`synchronous_mode_strict`: a commit is acknowledged when the leader and a standby have it on disk."""

    def __init__(self):
        self.folder = own_folder("headwater-patroni-")
        self.members = [Member(name, self.folder) for name in MEMBERS]
        hosts = ",".join(f"127.0.0.1:{member.port}" for member in self.members)
        self.url = f"postgres://{USER}@{hosts}/headwater?target_session_attrs=read-write&connect_timeout=3"

    def start(self):
        for member in self.members:
            self._start_etcd(member)
        for member in self.members:
            (member.folder / "patroni.json").write_text(json.dumps(self._configuration(member)))
            self.start_patroni(member)
            self.wait(lambda: self.leader() is not None, 60, "a leader")
        self.wait(lambda: self.count("streaming", "running") >= 2, 90, "two standbys")
        self.wait(lambda: self.has_synchronous_standby(), 60, "a synchronous standby")
        self.ask("create database headwater", "postgres")

    def _start_etcd(self, member):
        peers = ",".join(f"{other.name}=http://127.0.0.1:{other.etcd_peer}" for other in self.members)
        client, peer = (f"http://127.0.0.1:{port}" for port in (member.etcd_client, member.etcd_peer))
        member.etcd = self._spawn(member, "etcd", [
            "etcd", "--name", member.name, "--data-dir", member.folder / "etcd", "--listen-client-urls", client,
            "--advertise-client-urls", client, "--listen-peer-urls", peer, "--initial-advertise-peer-urls", peer,
            "--initial-cluster", peers, "--initial-cluster-state", "new", "--log-level", "warn", "--enable-v2",
        ])

    def start_patroni(self, member):
        member.patroni = self._spawn(member, "patroni", ["patroni", member.folder / "patroni.json"])

    def _spawn(self, member, name, command):
        with open(member.folder / f"{name}.log", "ab") as log:
            return subprocess.Popen(list(map(str, command)), stdout=log, stderr=log, cwd="/", **AS_POSTGRES)

    def _configuration(self, member):
        return {
            "scope": "headwater", "name": member.name,
            "restapi": {"listen": f"127.0.0.1:{member.api}", "connect_address": f"127.0.0.1:{member.api}"},
            # Not etcd3: there a leader of Patroni 3.0.2 that stood still takes its lock back without asking whose it is
            # (patroni/patroni#2689), and what its successor has acknowledged is rewound.
            "etcd": {"hosts": [f"127.0.0.1:{other.etcd_client}" for other in self.members]},
            "bootstrap": {
                "dcs": {
                    "ttl": 15, "loop_wait": 5, "retry_timeout": 5, "maximum_lag_on_failover": 1 << 20,
                    "synchronous_mode": True, "synchronous_mode_strict": True,
                    "postgresql": {"use_pg_rewind": True, "use_slots": True, "parameters": {
                        "max_connections": 60, "shared_buffers": "32MB", "max_wal_senders": 8, "fsync": "on",
                        "wal_keep_size": "128MB",
                    }},
                },
                "initdb": [{"encoding": "UTF8"}, {"locale": "C.UTF-8"}, "data-checksums"],
                "pg_hba": ["host all all 127.0.0.1/32 trust", "host replication all 127.0.0.1/32 trust"],
            },
            "postgresql": {
                "listen": f"127.0.0.1:{member.port}", "connect_address": f"127.0.0.1:{member.port}",
                "data_dir": str(member.folder / "data"), "bin_dir": str(BINARIES),
                "pgpass": str(member.folder / "pgpass"),
                "authentication": {
                    "superuser": {"username": USER, "password": "unused"},
                    "replication": {"username": "replicator", "password": "unused"},
                },
                "parameters": {"unix_socket_directories": str(member.folder)},
            },
        }

    def cluster(self):
        """What Patroni says of its members: name, role, state."""
        for member in self.members:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{member.api}/cluster", timeout=2) as answer:
                    return json.load(answer)["members"]
            except (urllib.error.URLError, OSError, ValueError):
                continue
        return []

    def leader(self, other_than=None):
        """The member that takes writes, or None: asked of the servers, not of Patroni."""
        for member in self.members:
            if member is other_than:
                continue
            try:
                if self.ask("select pg_is_in_recovery()", "postgres", member) == "f":
                    return member
            except subprocess.CalledProcessError:
                continue
        return None

    def has_synchronous_standby(self):
        return any(member["role"] == "sync_standby" for member in self.cluster())

    def count(self, *states):
        return sum(member["role"] != "leader" and member["state"] in states for member in self.cluster())

    def ask(self, sql, database="headwater", member=None):
        member = member or self.leader()
        return run([BINARIES / "psql", f"host=127.0.0.1 port={member.port} user={USER} dbname={database} "
                    "connect_timeout=2", "-X", "-A", "-t", "-c", sql]).stdout.strip()

    def kill_leader(self):
        """Patroni first, so that it does not start the postmaster again; both as in a power cut of their machine."""
        leader = self.leader()
        postmaster = leader.postmaster
        leader.patroni.kill()
        os.kill(postmaster, signal.SIGKILL)
        leader.patroni.wait()
        return leader

    def freeze_leader(self):
        """Its machine stands still, and does not know of it; returns the leader and what lets it go on."""
        leader = self.leader()
        go_on = freeze(leader.postmaster)
        leader.patroni.send_signal(signal.SIGSTOP)

        def wake():
            leader.patroni.send_signal(signal.SIGCONT)
            go_on()

        return leader, wake

    def wait(self, condition, within, what):
        deadline = time.monotonic() + within
        while not condition():
            assert time.monotonic() < deadline, f"not within {within} s: {what}; {self.cluster()}"
            time.sleep(0.2)

    def remove(self):
        for member in self.members:
            if member.patroni and member.patroni.poll() is None:
                member.patroni.kill()
                member.patroni.wait()
        for member in self.members:
            try:
                os.kill(member.postmaster, signal.SIGQUIT)
            except (FileNotFoundError, ProcessLookupError, ValueError, IndexError):
                pass
            if member.etcd and member.etcd.poll() is None:
                member.etcd.kill()
                member.etcd.wait()
        shutil.rmtree(self.folder, ignore_errors=True)
