"""Browsers that send events and, like the tracker, send again what was not acknowledged; and the account they keep."""
import asyncio
import json
import random
import threading
import time
import uuid
from collections import Counter

AGENT = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
PATIENCE = 10  # seconds until a request counts as unanswered
PAGES_BEFORE_FORM = 2


def event_id():
    """A UUID of version 7, as the tracker makes it."""
    high = int(time.time() * 1000) << 16 | 7 << 12 | random.getrandbits(12)
    return str(uuid.UUID(int=high << 64 | 2 << 62 | random.getrandbits(62)))


class Ledger:
    """What was sent, and what was answered."""

    def __init__(self):
        self.events = {}  # by id, as they were sent
        self.tries = 0
        self.acknowledged = {}  # "stored" or "duplicate", by id
        self.answers = Counter()  # HTTP statuses, and the names of what went wrong without one
        self.moments = []  # when something was acknowledged, and how long that try took

    def ids(self, kind):
        return {name for name, event in self.events.items() if event["type"] == kind}

    def unacknowledged(self):
        return [event for name, event in self.events.items() if name not in self.acknowledged]

    def longest_pause(self, since=0.0, until=float("inf")):
        """The longest time in which nothing was acknowledged."""
        inside = [moment for moment, _ in self.moments if since <= moment <= until]
        marks = sorted(([since] if since else []) + inside + ([until] if until < float("inf") else []))
        return max((later - earlier for earlier, later in zip(marks, marks[1:])), default=0.0)

    def slowest(self, share, since=0.0, until=float("inf")):
        """How long the answer took that `share` of the acknowledged tries did not exceed."""
        taken = sorted(taken for moment, taken in self.moments if since <= moment <= until)
        return taken[min(len(taken) - 1, int(len(taken) * share))] if taken else 0.0


class Load:
    """Browsers at work in a thread of their own: `with Load(server, urls) as load: …`."""

    def __init__(self, tracking_id, urls, browsers=16, pause=0.0, patience=PATIENCE, people=0):
        """With `people`, the same few use all browsers, several of them at a moment; else each form is a stranger's."""
        self.tracking_id = tracking_id
        self.urls = list(urls)
        self.browsers = browsers
        self.pause = pause
        self.patience = patience
        self.people = [Person() for _ in range(people)]
        self.ledger = Ledger()
        self._enough = threading.Event()
        self._given_up = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._run()), daemon=True)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._enough.set()
        self._given_up.set()
        self._thread.join(self.patience + 5)

    def until(self, acknowledged, within=30):
        """Waits until so many more events were acknowledged."""
        wanted = len(self.ledger.acknowledged) + acknowledged
        self.wait(lambda: len(self.ledger.acknowledged) >= wanted, within, f"{acknowledged} more acknowledged")

    def wait(self, condition, within, what):
        deadline = time.monotonic() + within
        while not condition():
            assert self._thread.is_alive(), "the senders are gone"
            assert time.monotonic() < deadline, f"not within {within} s: {what}; answers {dict(self.ledger.answers)}"
            time.sleep(0.01)

    def finish(self, within=60):
        """Begins nothing new, and waits until everything that was begun is acknowledged; returns the ledger."""
        self._enough.set()
        deadline = time.monotonic() + within
        while self._thread.is_alive() and time.monotonic() < deadline:
            self._thread.join(0.05)
        self._given_up.set()
        self._thread.join(self.patience + 5)
        return self.ledger

    async def _run(self):
        await asyncio.gather(*(self._browse(number) for number in range(self.browsers)))

    async def _browse(self, number):
        line = Line(self.urls, number, self.patience)
        try:
            while not self._enough.is_set():
                person = random.choice(self.people) if self.people else Person()
                for page in range(PAGES_BEFORE_FORM):
                    await self._deliver(line, self._page_view(person, page))
                await self._deliver(line, self._form(person))
        finally:
            line.close()

    async def _deliver(self, line, event):
        """Sends an event until it is acknowledged, each time with the moment of sending renewed."""
        if self._enough.is_set():
            return
        self.ledger.events[event["eventId"]] = event
        while not self._given_up.is_set():
            begun = time.monotonic()
            status, retry_after = await self._try(line, event)
            if status is not None:
                self.ledger.acknowledged[event["eventId"]] = status
                self.ledger.moments.append((time.monotonic(), time.monotonic() - begun))
                if self.pause:
                    await asyncio.sleep(self.pause)
                return
            await asyncio.sleep(min(retry_after, 1))

    async def _try(self, line, event):
        """What became of the event, or None and the seconds after which to try again."""
        self.ledger.tries += 1
        event["sentAt"] = int(time.time() * 1000)
        try:
            code, headers, body = await line.post("/t/events", event)
        except (OSError, EOFError, ValueError, asyncio.TimeoutError) as error:
            self.ledger.answers[type(error).__name__] += 1
            return None, 0.05
        self.ledger.answers[code] += 1
        if code == 202:
            return json.loads(body)["results"][0]["status"], 0
        assert code in (429, 500, 502, 503), f"{code}: {body[:200]}"
        return None, float(headers.get("retry-after", 0.2))

    def _page_view(self, person, page):
        return self._event("page_view", person, url=f"https://clinic.example/page-{page}", title="A page")

    def _form(self, person):
        return self._event(
            "form_submission", person, url="https://clinic.example/contact", formId="contact", formName="Contact",
            fields={"email": person.email})

    def _event(self, kind, person, **more):
        now = int(time.time() * 1000)
        return {
            "trackingId": self.tracking_id, "eventId": event_id(), "type": kind, "visitorId": person.visitor,
            "sessionId": person.session, "landingUrl": "https://clinic.example/page-0?utm_source=google&utm_medium=cpc",
            "landingReferrer": "https://www.google.com/", "landingAt": now, "occurredAt": now, **more,
        }


class Person:
    """Whom a browser belongs to: always the same visitor, with the same address."""

    def __init__(self):
        self.visitor, self.session = event_id(), event_id()
        self.email = f"{self.visitor}@example.com"


class Line:
    """One browser's connection, kept while it lasts; when it breaks, the next of the addresses is tried."""

    def __init__(self, urls, number, patience):
        self.places = [url.removeprefix("http://").split(":") for url in urls]
        self.number = number
        self.patience = patience
        self.reader = self.writer = None

    def close(self):
        if self.writer:
            self.writer.close()
        self.reader = self.writer = None

    async def post(self, path, value):
        try:
            return await asyncio.wait_for(self._post(path, json.dumps(value).encode()), self.patience)
        except BaseException:
            self.close()
            self.number += 1
            raise

    async def _post(self, path, body):
        host, port = self.places[self.number % len(self.places)]
        if self.writer is None:
            self.reader, self.writer = await asyncio.open_connection(host, int(port))
        self.writer.write(
            f"POST {path} HTTP/1.1\r\nHost: {host}:{port}\r\nUser-Agent: {AGENT}\r\nContent-Type: text/plain\r\n"
            f"Origin: https://clinic.example\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)
        return await self._answer()

    async def _answer(self):
        head = (await self.reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in head[1:] if line)}
        body = await self.reader.readexactly(int(headers.get("content-length", 0)))
        if headers.get("connection", "").lower() == "close":
            self.close()
        return int(head[0].split()[1]), headers, body
