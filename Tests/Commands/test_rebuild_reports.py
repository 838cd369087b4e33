"""`rebuild-reports` makes what reports read again, beside a server and without one."""
import json
import re
import sqlite3
import subprocess
import time
import urllib.request
import uuid

import engine
from binary import Server, refusal, run, succeed

ROWS = "select coalesce(sum(rows), 0) from report_parts where subject = 'visits'"


def sql(data, text):
    """The one value that a statement answers, asked past the program."""
    address = engine.environment(data).get("HEADWATER_DATABASE")
    if address:
        words = ["psql", "--quiet", "--no-psqlrc", "--tuples-only", "--no-align", address, "-c", text]
        return subprocess.run(words, check=True, capture_output=True, text=True, timeout=60).stdout.strip()
    database = sqlite3.connect(data / "headwater.sqlite", timeout=10)
    with database:
        row = database.execute(text).fetchone()
    database.close()
    return str(row[0]) if row else ""


def visit(server, account, count):
    events = [
        {
            "type": "page_view", "url": "https://clinic.example/", "landingUrl": "https://clinic.example/?gclid=1",
            "trackingId": account["trackingId"], "visitorId": str(uuid.uuid4()), "sessionId": str(uuid.uuid4()),
            "eventId": str(uuid.uuid4()),
        }
        for _ in range(count)
    ]
    request = urllib.request.Request(
        f"{server.url}/t/events", data=json.dumps({"events": events}).encode(),
        headers={"Content-Type": "text/plain", "User-Agent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"},
    )
    with urllib.request.urlopen(request, timeout=10) as answer:
        assert answer.status == 202


def wait_for(data, rows):
    end = time.monotonic() + 20
    while sql(data, ROWS) != str(rows):
        assert time.monotonic() < end, sql(data, ROWS)
        time.sleep(0.1)


def damage(data):
    sql(data, "delete from report_columns")
    sql(data, "update report_parts set rows = 77")


def test_a_server_takes_up_what_comes_in_and_rebuilds_what_was_damaged(data, account):
    with Server(data, "--no-rate-limits") as server:
        visit(server, account, 7)
        wait_for(data, 7)
        damage(data)
        assert "made again" in succeed("rebuild-reports", "--data-dir", data)
        assert sql(data, ROWS) == "7"
        assert int(sql(data, "select count(*) from report_columns")) > 5


def test_without_a_server_the_command_does_it_itself(data, account):
    with Server(data, "--no-rate-limits") as server:
        visit(server, account, 3)
        wait_for(data, 3)
    damage(data)
    succeed("rebuild-reports", "--account", account["locationId"], "--data-dir", data)
    assert sql(data, ROWS) == "3"


def shares(done):
    """The percentages that the terminal was told, in their order."""
    assert done.returncode == 0, done.stderr
    return [int(share) for share in re.findall(r", (\d+) %\n", done.stderr.decode())]


def test_progress_goes_from_the_first_account_to_the_last_and_ends_at_the_whole(data, account):
    alone = run("rebuild-reports", "--data-dir", data)
    assert shares(alone) == [100], alone.stderr
    assert alone.stderr.startswith(b"Reading the visits, contacts and sales of 1 account.\n")
    for name in ["B", "C"]:
        succeed("account", "create", "--name", name, "--data-dir", data)
    with Server(data, "--no-rate-limits") as server:
        visit(server, account, 3)
        wait_for(data, 3)
    several = run("rebuild-reports", "--data-dir", data)
    told = shares(several)
    assert told == sorted(told) and told[-1] == 100, several.stderr
    assert len(told) > 1 and b"\n3 of 3 accounts, 100 %\n" in several.stderr, several.stderr
    assert several.stdout == b"The reports are made again.\n"


def test_an_account_that_is_not_there_is_named(data, account):
    assert "nobody" in refusal("rebuild-reports", "--account", "nobody", "--data-dir", data)
