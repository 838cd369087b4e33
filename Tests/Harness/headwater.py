"""The real server, as an operator runs it."""
import json
import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

import engine

ROOT = Path(__file__).resolve().parents[2]
BINARY = os.environ.get("HEADWATER_BINARY") or str(ROOT / ".build" / "debug" / "headwater")
# The server reads its configuration from HEADWATER_* and refuses a name that it does not know.
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("HEADWATER_")}
# The first process with faketime's library changes its own environment, in which Swift looks for its arguments; the
# one that it becomes need not. (The command faketime would stay between: ended itself, it leaves the server running.)
BECOME = ["sh", "-c", 'exec "$@"', "sh"]


def moved(by):
    """The environment, behind BECOME, of a program whose clock is moved by what faketime understands ("+21d")."""
    library = next(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"))
    return {"LD_PRELOAD": str(library), "FAKETIME": by, "FAKETIME_DONT_FAKE_MONOTONIC": "1"}


class Headwater:
    """One data folder and the server on it; the port stays the same when it is started again."""

    def __init__(self, data):
        self.data = data
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.process = None
        self.environment = ENVIRONMENT | engine.environment(data)

    def command(self, *words):
        done = subprocess.run(
            [BINARY, *words, "--data-dir", str(self.data)], capture_output=True, text=True, timeout=60,
            env=self.environment,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def answer(self, *words):
        """What a command says as JSON."""
        return json.loads(self.command(*words))

    def export(self, what):
        """The lines of an export."""
        lines = self.command("export", what, "--account", self.location, "--format", "jsonl").split("\n")
        return [json.loads(line) for line in lines if line]

    def create_account(self, name, domain):
        account = self.answer("account", "create", "--name", name, "--domain", domain, "--json")
        self.location, self.tracking_id, self.token = (
            account["locationId"], account["trackingId"], account["token"],
        )

    def start(self, *options, shifted_by=None):
        """Starts the server, its clock moved if wished."""
        command = [
            BINARY, "serve", "--data-dir", str(self.data), "--port", str(self.port), "--no-rate-limits",
            "--no-bot-filter", *options,
        ]
        environment = dict(self.environment)
        if shifted_by:
            command = [*BECOME, *command]
            environment |= moved(by=shifted_by)
        log = open(self.data.parent / "server.log", "ab")
        self.process = subprocess.Popen(command, stdout=log, stderr=log, env=environment)
        log.close()
        self._wait_until_ready()

    def _wait_until_ready(self):
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                break
            try:
                with urllib.request.urlopen(f"{self.url}/readyz", timeout=1):
                    return
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                time.sleep(0.05)
        log = (self.data.parent / "server.log").read_text(errors="replace")
        raise AssertionError(f"the server did not become ready:\n{log[-2_000:]}")

    def stop(self):
        """Asks the server to end, as a service manager does."""
        if self.process is None or self.process.poll() is not None:
            return
        self.process.terminate()
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise AssertionError("the server did not end within 15 seconds of SIGTERM") from None
