"""The server's side of the scripts, played by request interception."""
import json
import time
from pathlib import Path

SERVER = "https://leads.example"
FILES = Path(__file__).resolve().parents[2] / "Sources" / "CAssets" / "files"
CLINIC = "https://clinic.example"


class Collector:
    """Serves the scripts, takes events, and answers as told.

    `events` are those that arrived, each try anew; `plan` decides the answer: a status, "down" for no answer at all.
    """

    def __init__(self, context):
        self.context = context
        self.events = []
        self.tries = []
        self.plan = 202
        self.headers = {}
        self.body = {}
        self.form = None
        self.pages = {}
        context.route(f"{SERVER}/**", self._serve)

    # The website

    def site(self, pages, origin=CLINIC):
        """Serves pages of a website by path; a value is the body's HTML, or a callable that makes it."""
        self.pages[origin] = pages
        self.context.route(f"{origin}/**", lambda route: self._page(route, origin))

    def _page(self, route, origin):
        path = route.request.url[len(origin):].split("?")[0].split("#")[0]
        html = self.pages[origin].get(path)
        if html is None:
            return route.fulfill(status=404, body="")
        title = path.strip("/") or "home"
        route.fulfill(content_type="text/html", body=f"<!doctype html><meta charset=utf-8><title>{title}</title>{html}")

    # The server

    def _serve(self, route):
        request = route.request
        path = request.url[len(SERVER):].split("?")[0]
        if path.startswith("/js/"):
            return route.fulfill(content_type="text/javascript", body=(FILES / path[4:]).read_text(encoding="utf-8"))
        cors = {
            "Access-Control-Allow-Origin": request.headers.get("origin", "*"),
            "Access-Control-Allow-Credentials": "true",
            "Access-Control-Expose-Headers": "X-Headwater-Dropped, Retry-After",
        }
        if path.startswith("/t/forms/"):
            return route.fulfill(json=self.form, headers=cors)
        if path != "/t/events":
            return route.fulfill(status=404)
        self._take(route, cors)

    def _take(self, route, cors):
        sent = json.loads(route.request.post_data)
        batch = sent.get("events", [sent]) if isinstance(sent, dict) else sent
        self.tries += [(route.request, event) for event in batch]
        if self.plan == "down":
            return route.abort("connectionrefused")
        is_taken = self.plan == 202
        known = {event["eventId"] for event in self.events}
        if is_taken:
            self.events += batch
        results = [
            {
                "eventId": event["eventId"],
                "status": "dropped" if not is_taken else "duplicate" if event["eventId"] in known else "stored",
                "reason": self.headers.get("X-Headwater-Dropped"),
            }
            for event in batch
        ]
        route.fulfill(status=self.plan, json={"results": results, **self.body}, headers={**cors, **self.headers})

    # Questions

    def of(self, kind):
        return [event for event in self.events if event["type"] == kind]

    def until(self, page, condition, seconds=5):
        """Waits until the condition holds, and returns what it returned."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            found = condition()
            if found:
                return found
            page.wait_for_timeout(20)
        raise AssertionError(f"did not come; events so far: {[event['type'] for event in self.events]}")

    def wait(self, page, kind, count=1):
        """The events of a kind, once there are so many."""
        self.until(page, lambda: len(self.of(kind)) >= count)
        return self.of(kind)

    def settle(self, page):
        """Long enough for an event that must not come."""
        page.wait_for_timeout(450)


def tracker(**attributes):
    """The line that a site owner pastes."""
    given = {"tracking-id": "tk_test", "debug": "true", **{name.replace("_", "-"): v for name, v in attributes.items()}}
    text = "".join(f' data-{name}="{value}"' for name, value in given.items() if value is not None)
    return f'<script src="{SERVER}/js/external-tracking.js"{text} defer></script>'
