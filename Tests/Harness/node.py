"""A server on any database, of which there may be several."""
import asyncio
import json
import subprocess
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor

import headwater
from headwater import Headwater
from load import Line


class Node(Headwater):
    """`folder` holds this node's log and, without `database`, its SQLite file."""

    def __init__(self, folder, database=None):
        folder.mkdir(parents=True, exist_ok=True)
        super().__init__(folder / "data")
        self.folder = folder
        self.where = ["--data-dir", str(self.data)] + (["--database", database] if database else [])

    def another(self, name):
        """One more server for the same accounts on the same database."""
        node = Node(self.folder.parent / name)
        node.where = ["--data-dir", str(node.data), *self.where[2:]]
        node.location, node.tracking_id, node.token = self.location, self.tracking_id, self.token
        return node

    def command(self, *words):
        done = subprocess.run(
            [headwater.BINARY, *words, *self.where], capture_output=True, text=True, timeout=120,
            env=headwater.ENVIRONMENT)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def start(self, *options, environment=None, through=(), is_ready=True):
        """`through` is a command that becomes the one after it; without `is_ready` nobody waits for the server."""
        command = [
            *through, headwater.BINARY, "serve", *self.where, "--port", str(self.port), "--no-rate-limits",
            "--no-bot-filter", "--log-level", "warning", *options,
        ]
        with open(self.folder / "server.log", "ab") as log:
            self.process = subprocess.Popen(
                command, stdout=log, stderr=log, env=headwater.ENVIRONMENT | (environment or {}))
        if is_ready:
            self._wait_until_ready()

    def send_again(self, events):
        """What the server says of events one after the other: stored, duplicate or dropped."""

        async def send():
            line = Line([self.url], 0, 10)
            answers = [await line.post("/t/events", event) for event in events]
            line.close()
            return [json.loads(body)["results"][0]["status"] for _, _, body in answers]

        # In a thread of its own: a browser's tests leave a loop running in this one.
        with ThreadPoolExecutor(1) as thread:
            return thread.submit(asyncio.run, send()).result()

    def readiness(self):
        """What `/readyz` says."""
        try:
            with urllib.request.urlopen(f"{self.url}/readyz", timeout=10) as answer:
                return answer.read().decode()
        except urllib.error.HTTPError as refusal:
            return refusal.read().decode()

    def kill(self):
        """What a power cut does to it."""
        if self.process:
            self.process.kill()
            self.process.wait()

    def log(self):
        return (self.folder / "server.log").read_text(errors="replace")
