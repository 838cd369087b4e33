"""That a form whose page is left is sent on the way, once. Interception misses requests of a page that is going, so the
site and the collector are a small server here.
"""
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from collector import FILES

PAGE = """<!doctype html><script src="/js/external-tracking.js?id=tk_test" defer></script>
<form id=f action=/thanks><input type=email name=email value=jo@mail.example><button>Send</button></form>
<script>f.addEventListener('submit', event => {{ {0} }})</script>"""


class Site(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, script):
        super().__init__(("127.0.0.1", 0), Answers)
        self.page = PAGE.format(script)
        self.events = []


class Answers(BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def answer(self, status, kind, body):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        path = self.path.split("?")[0]
        if path.startswith("/js/"):
            return self.answer(200, "text/javascript", (FILES / path[4:]).read_bytes())
        self.answer(200, "text/html", (self.server.page if path == "/" else "<p>Thanks").encode())

    def do_POST(self):
        event = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.events.append(event)
        result = {"eventId": event["eventId"], "status": "stored", "reason": None}
        self.answer(202, "application/json", json.dumps({"results": [result]}).encode())


@pytest.mark.parametrize("script", [
    "", "event.preventDefault(); f.submit()", "event.preventDefault(); location.href = '/thanks'",
    "event.preventDefault(); setTimeout(() => f.submit(), 100)",
    "event.preventDefault(); fetch('/crm').then(() => { location.href = '/thanks' })",
])
def test_a_form_that_leaves_the_page_is_sent_on_the_way_once(page, script):
    site = Site(script)
    threading.Thread(target=site.serve_forever, daemon=True).start()
    try:
        page.goto(f"http://localhost:{site.server_port}/")
        page.click("button")
        page.wait_for_url("**/thanks**")
        page.wait_for_timeout(500)
        forms = [event for event in site.events if event["type"] == "form_submission"]
        assert [event["fields"]["email"] for event in forms] == ["jo@mail.example"]
    finally:
        site.shutdown()
        site.server_close()
