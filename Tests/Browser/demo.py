"""The demo, as somebody starts it who has just cloned the repository."""
import re
import socket
import subprocess
import threading

from headwater import BINARY, ENVIRONMENT


def free_port():
    """A port nobody listens on; the demo's own, 8080, may be another demo's."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Demo:
    """`headwater demo` on a data folder of its own; what it prints is all that is known of it."""

    def __init__(self, data):
        self.data = data

    def start(self):
        self.process = subprocess.Popen(
            [BINARY, "demo", "--data-dir", str(self.data), "--port", str(free_port())],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=ENVIRONMENT,
        )
        patience = threading.Timer(60, self.process.kill)
        patience.start()
        printed = ""
        for line in self.process.stdout:
            printed += line
            if line.startswith("Headwater is listening on"):
                break
        patience.cancel()
        assert "listening" in printed, f"the demo did not start:\n{printed}"
        self.url = re.search(r"listening on (\S+)", printed).group(1)
        self.arrive = re.search(r"Arrive at its website +(\S+)", printed).group(1)
        self.email = re.search(r"Sign in as +(\S+)", printed).group(1)
        self.password = re.search(r"password +(\S+)", printed).group(1)

    def stop(self):
        self.process.terminate()
        self.process.wait(15)
        self.process.stdout.close()
