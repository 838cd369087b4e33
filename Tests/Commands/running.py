"""A server whose log is read, and what its metrics say."""
import json
import re
import subprocess
import urllib.error
import urllib.request
import uuid

from headwater import BINARY, ENVIRONMENT

AGENT = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Safari/537.36"


class Running:
    """`headwater serve` on a free port, with its log in a file."""

    def __init__(self, data, *options):
        self.file = data.parent / "server.log"
        with open(self.file, "wb") as log:
            self.process = subprocess.Popen(
                [BINARY, "serve", "--data-dir", str(data), "--port", "0", *options], stdout=subprocess.PIPE, stderr=log,
                env=ENVIRONMENT, text=True,
            )
        self.url = self.process.stdout.readline().removeprefix("Headwater is listening on ").strip()
        assert self.url.startswith("http://"), self.log

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.terminate()
        self.code = self.process.wait(15)
        self.process.stdout.close()

    @property
    def log(self):
        return self.file.read_text(errors="replace")

    @property
    def port(self):
        return int(self.url.rsplit(":", 1)[1])

    def get(self, path, headers=None, timeout=10):
        """Status and body."""
        return answer(urllib.request.Request(self.url + path, headers=headers or {}), timeout)

    def send(self, *events, headers=None):
        """Status and body of events that a browser sends."""
        body = json.dumps({"events": events}).encode()
        request = urllib.request.Request(
            self.url + "/t/events", data=body,
            headers={"Content-Type": "text/plain", "User-Agent": AGENT, **(headers or {})},
        )
        return answer(request, 10)

    def metrics(self):
        status, text = self.get("/metrics")
        assert status == 200
        return text


def answer(request, timeout):
    try:
        with urllib.request.urlopen(request, timeout=timeout) as response:
            return response.status, response.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def samples(text):
    """Every series with its value."""
    found = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            series, value = line.rsplit(" ", 1)
            assert series not in found, f"twice: {series}"
            found[series] = float(value)
    return found


def names(text):
    """Every metric by its kind."""
    return dict(re.findall(r"^# TYPE (\S+) (\S+)$", text, re.MULTILINE))


def page_view(account, **changes):
    return {
        "trackingId": account["trackingId"], "eventId": str(uuid.uuid4()), "type": "page_view",
        "visitorId": str(uuid.uuid4()), "sessionId": str(uuid.uuid4()), "url": "https://clinic.example/", **changes,
    }
