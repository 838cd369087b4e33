"""export: everything, as CSV and as JSON Lines, while the server runs."""
import csv
import io
import json
import sqlite3
import subprocess
import sys
import urllib.request
import uuid

import pytest

import engine
from binary import BINARY, ENVIRONMENT, Server, lines, succeed

KINDS = ["contacts", "conversions", "sessions", "page-views"]


def events(account, email, name):
    """A visit through an ad, with two pages and a form."""
    landing = "https://clinic.example/?gclid=abc&utm_campaign=Spring"
    common = {
        "trackingId": account["trackingId"], "visitorId": str(uuid.uuid4()), "sessionId": str(uuid.uuid4()),
        "landingUrl": landing, "landingReferrer": "https://www.google.com/",
    }
    page = {"type": "page_view", "url": landing, "referrer": "https://www.google.com/", "title": "Home, sweet"}
    form = {
        "type": "form_submission", "url": "https://clinic.example/contact", "formId": "contact",
        "formName": "Contact us", "fields": {"email": email, "first_name": name},
    }
    return [{**common, **event, "eventId": str(uuid.uuid4())} for event in (page, form)]


def send(server, batch):
    request = urllib.request.Request(
        f"{server.url}/t/events", data=json.dumps({"events": batch}).encode(),
        headers={"Content-Type": "text/plain", "User-Agent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"},
    )
    with urllib.request.urlopen(request, timeout=10) as answer:
        assert [result["status"] for result in json.load(answer)["results"]] == ["stored"] * len(batch)


@pytest.fixture
def filled(data, account):
    """An account with one lead, and the server still on it."""
    with Server(data, "--no-rate-limits") as server:
        batch = events(account, "jo@example.com", "=cmd()")
        send(server, batch)
        yield {"account": account["locationId"], "data": data, "page": batch[0], "form": batch[1]}


def export(filled, kind, form="jsonl"):
    return succeed("export", kind, "--account", filled["account"], "--format", form, "--data-dir", filled["data"])


def test_a_contact_carries_both_attributions(filled):
    [contact] = lines(export(filled, "contacts"))
    assert contact["email"] == "jo@example.com"
    assert contact["firstName"] == "=cmd()"
    assert contact["phone"] is None
    for name in ("attributionSource", "lastAttributionSource"):
        assert contact[name]["sessionSource"] == "Paid Search"
        assert contact[name]["gclid"] == "abc"
        assert contact[name]["fbclid"] is None
        assert contact[name]["rule"] == "2"
    assert contact["customFields"]["contact.first_attribution_session_source"] == "Paid Search"
    assert contact["originalChannel"] == "Organic Search"


def test_a_conversion_carries_its_event_and_its_attribution(filled):
    [conversion] = lines(export(filled, "conversions"))
    assert conversion["eventId"] == filled["form"]["eventId"]
    assert conversion["visitorId"] == filled["form"]["visitorId"]
    assert conversion["sessionSource"] == "Paid Search"
    assert conversion["medium"] == "External Form"
    assert conversion["url"] == filled["form"]["landingUrl"]
    assert conversion["pageUrl"] == "https://clinic.example/contact"
    assert conversion["carriedOver"] is False
    assert {field["name"]: field["value"] for field in conversion["fields"]}["email"] == "jo@example.com"
    [contact] = lines(export(filled, "contacts"))
    assert conversion["contactId"] == contact["contactId"]
    assert conversion["submissionId"] == contact["attributionSource"]["submissionId"]


def test_a_session_and_its_page_view_belong_together(filled):
    [session] = lines(export(filled, "sessions"))
    [view] = lines(export(filled, "page-views"))
    assert view["eventId"] == filled["page"]["eventId"]
    assert view["sessionId"] == session["sessionId"] == filled["page"]["sessionId"]
    assert view["title"] == "Home, sweet"
    assert session["sessionSource"] == "Paid Search"
    assert session["pageViews"] == 1
    assert session["conversions"] == 1
    assert session["contactId"]


@pytest.mark.parametrize("kind", KINDS)
def test_csv_has_a_header_a_cell_for_each_title_and_rows_that_end_with_crlf(filled, kind):
    text = export(filled, kind, "csv")
    assert text.endswith("\r\n")
    titles, row = csv.reader(io.StringIO(text, newline=""), strict=True)
    assert len(titles) == len(row) == len(set(titles))


def test_no_cell_is_a_formula(filled):
    rows = list(csv.DictReader(io.StringIO(export(filled, "contacts", "csv"), newline="")))
    assert rows[0]["First Name"] == "'=cmd()"
    assert rows[0]["Email"] == "jo@example.com"
    assert rows[0]["First: Source"] == rows[0]["Latest: Source"] == "Paid Search"
    assert rows[0]["Latest: gclid"] == "abc"


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_account_has_a_header_and_no_rows(data, account, kind):
    words = ["export", kind, "--account", account["locationId"], "--data-dir", data]
    assert succeed(*words).count("\r\n") == 1
    assert succeed(*words, "--format", "jsonl") == ""


def test_another_account_is_not_in_it(filled):
    other = json.loads(succeed("account", "create", "--name", "Other", "--json", "--data-dir", filled["data"]))
    for kind in KINDS:
        assert export({**filled, "account": other["locationId"]}, kind) == ""


def copy_page_views(data, count):
    """Makes the one page view `count` times more, in the file itself."""
    with sqlite3.connect(data / "headwater.sqlite") as database:
        columns = [row[1] for row in database.execute("pragma table_info(page_views)")]
        values = ["randomblob(16)" if column == "event_id" else column for column in columns]
        database.execute(
            f"""with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < {count})
            insert into page_views ({', '.join(columns)})
            select {', '.join(values)} from (select * from page_views limit 1), numbers"""
        )


def peak_memory(filled, path):
    """KiB that the export of page views took at most."""
    words = [BINARY, "export", "page-views", "--account", filled["account"], "--format", "jsonl"]
    script = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[2:], stdout=open(sys.argv[1], 'wb'), check=True);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(path), *words, "--data-dir", str(filled["data"])], capture_output=True,
        text=True, check=True, env=ENVIRONMENT, timeout=120,
    )
    return int(done.stdout)


@pytest.mark.skipif(bool(engine.CLUSTER), reason="fills the SQLite file by itself")
def test_memory_does_not_grow_with_the_rows(filled, tmp_path):
    few = peak_memory(filled, tmp_path / "few.jsonl")
    copy_page_views(filled["data"], 40_000)
    many = peak_memory(filled, tmp_path / "many.jsonl")
    rows = (tmp_path / "many.jsonl").read_text().split("\n")[:-1]
    assert len({json.loads(row)["eventId"] for row in rows}) == 40_001
    # Forty thousand rows are over 10 MiB of text, and several times that as values.
    assert many - few < 16 * 1024
