"""kill -9 in the middle of a long file of costs: it goes on by itself, and every cost is there once."""
import re
import sqlite3
import subprocess
import time
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar

import pytest

import headwater

EMAIL, PASSWORD = "ann@clinic.example", "correct horse battery"
ROWS = 10_000
FILE = "\n".join(
    ["Day,Campaign,Campaign ID,Impr.,Clicks,Cost"]
    + [f"2025-03-01,Campaign {row},{row},{row + 2},{row % 7},{row % 100}.25" for row in range(1, ROWS + 1)])
WHOLE = [
    ROWS, ROWS, sum(row + 2 for row in range(1, ROWS + 1)), sum(row % 7 for row in range(1, ROWS + 1)),
    # In hundredths.
    sum((row % 100) * 100 + 25 for row in range(1, ROWS + 1)),
]


class Console:
    """Somebody who has signed in."""

    def __init__(self, url):
        self.url = url
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        form = {"csrf": self.token("/sign-in"), "email": EMAIL, "password": PASSWORD}
        self.post("/sign-in", urllib.parse.urlencode(form).encode(), "application/x-www-form-urlencoded")

    def token(self, path):
        with self.opener.open(self.url + path, timeout=30) as answer:
            return re.search(r'name="csrf" value="([^"]+)"', answer.read().decode())[1]

    def post(self, path, body, kind):
        request = urllib.request.Request(
            self.url + path, data=body, headers={"Content-Type": kind, "Origin": self.url})
        with self.opener.open(request, timeout=30) as answer:
            return answer.url

    def send_costs(self, location):
        path = f"/a/{location}/reports/costs"
        parts = [('name="csrf"', self.token(path)), ('name="file"; filename="costs.csv"', FILE)]
        body = "".join(f"--part\r\nContent-Disposition: form-data; {name}\r\n\r\n{text}\r\n" for name, text in parts)
        return self.post(path, f"{body}--part--\r\n".encode(), "multipart/form-data; boundary=part")


@pytest.fixture
def ask(server, request):
    """The numbers in the one row that a query finds, from beside the server."""
    if request.node.callspec.params["server"] == "postgres":
        cluster = request.getfixturevalue("postgres")
        return lambda sql: [int(value) for value in cluster.ask(sql).split("|")]

    def ask(sql):
        database = sqlite3.connect(server.data / "headwater.sqlite", timeout=10)
        try:
            return list(database.execute(sql).fetchone())
        finally:
            database.close()

    return ask


def until(condition, seconds, pause):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "the import does not go on"
        time.sleep(pause)


@pytest.mark.timeout(90)
def test_a_long_file_of_costs_goes_on_after_kill_9_and_is_taken_once(server, ask):
    subprocess.run(
        [headwater.BINARY, "user", "create", "--email", EMAIL, "--role", "admin", "--password-stdin", *server.where],
        input=f"{PASSWORD}\n", text=True, check=True, capture_output=True, timeout=60, env=headwater.ENVIRONMENT)
    server.start()
    assert "/imports/" in Console(server.url).send_costs(server.location)
    until(lambda: ask("select done from ad_cost_imports")[0] > 0, 20, pause=0.01)
    server.kill()
    [done] = ask("select done from ad_cost_imports")
    assert 0 < done < ROWS, "the kill did not come in the middle: the test has shown nothing"
    assert ask("select count(*) from ad_costs") == [done]
    # The lease of the one that was killed runs out first: within this minute, which nobody waits for.
    server.start(through=headwater.BECOME, environment=headwater.moved(by="+60s"))
    until(lambda: ask("select count(*) from ad_cost_imports where state = 'done'") == [1], 60, pause=0.2)
    assert ask("select done, total from ad_cost_imports") == [ROWS, ROWS]
    sums = "count(*), count(distinct thing), sum(impressions), sum(clicks), sum(cost)"
    assert ask(f"select {sums} from ad_costs") == WHOLE
