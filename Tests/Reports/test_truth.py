"""Every report equals what an independent implementation makes of the exported records."""
import json
import os
import time
import urllib.request
import uuid
from datetime import date

import pytest

from ads import compare_ads, costs
from headwater import Headwater
from oracle import Books
from reports import API, Attribution, compare
from store import Store
from world import ACCOUNTS, create

# 200,000 for the whole truth; the usual run is content with fewer of the same.
CONTACTS = int(os.environ.get("REPORT_CONTACTS", "800"))
SEED = os.environ.get("REPORT_SEED", "1")
# How many paths of an attribution report are opened.
OPENED = 150 if CONTACTS > 20_000 else 14
NAMES = [name for name, *_ in ACCOUNTS]
pytestmark = pytest.mark.timeout(3_600 if CONTACTS > 20_000 else 300)


class World:
    """A served installation, and what was exported from it."""

    def __init__(self, folder):
        self.server = Headwater(folder / "data")
        self.folder = folder
        # The commands make the schema; rows come while nobody serves.
        self.server.command("account", "create", "--name", "Nobody", "--json")
        self.store = Store(self.server)
        self.accounts = create(self.server, self.store, CONTACTS, SEED)
        self.server.start()
        self.exports = 0
        for name, account in self.accounts.items():
            sent = list(costs(name, account["currency"]))
            self.api(name).call("/reports/costs", body={"costs": sent})

    def api(self, name):
        return API(self.server, self.accounts[name])

    def books(self, name):
        """The account's records as they are now, once the reports have caught up with them."""
        account = self.accounts[name]
        self.exports += 1
        folder = self.folder / f"records-{self.exports}"
        self.server.command("export", "records", "--account", account["locationId"], "--output", str(folder))
        books = Books(folder, {"contact.skin": account["field"]})
        self._wait(self.api(name), books)
        return books

    def _wait(self, api, books):
        """New data is there within seconds; the first figures of all take as long as they take."""
        deadline = time.monotonic() + (1_200 if CONTACTS > 20_000 else 60)
        while True:
            try:
                for subject in ("visits", "contacts", "conversions", "opportunities", "wins"):
                    query = {"subject": subject, "from": "2020-01-01", "to": "2030-12-31"}
                    assert api.ask(query)["total"][0]["value"] == books.answer(query).total[0], subject
                return
            except AssertionError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.2)


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    world = World(tmp_path_factory.mktemp("reports"))
    yield world
    world.server.stop()


@pytest.fixture(scope="module")
def ledgers(world):
    return {name: world.books(name) for name in NAMES}


RANGES = [("2025-10-01", "2026-11-20"), ("2026-03-08", "2026-04-05"), ("2026-10-25", "2026-10-25")]


@pytest.mark.parametrize("model", ["first", "latest"])
@pytest.mark.parametrize("days", RANGES)
@pytest.mark.parametrize("name", NAMES)
def test_the_attribution_report_is_the_same_at_every_level(world, ledgers, name, days, model):
    levels = Attribution(world.api(name), ledgers[name], model, *days).compare(budget=OPENED)
    assert levels == OPENED or days != RANGES[0]


@pytest.mark.parametrize("filters", [
    [{"field": "tag", "is": ["vip"]}], [{"field": "utmCampaign", "model": "latest", "contains": "campaign 1"}],
    [{"field": "landingHost", "model": "first", "is": ["clinic.example"]}],
    [{"field": "form", "model": "first", "is": ["CONSULTATION"]}, {"field": "contactSource", "empty": False}],
])
def test_the_attribution_report_is_the_same_with_filters(world, ledgers, filters):
    report = Attribution(world.api("Vienna"), ledgers["Vienna"], "first", *RANGES[0], filters=filters)
    assert report.compare(budget=OPENED) > 1


@pytest.mark.parametrize("name", NAMES)
def test_the_matrix_of_first_and_latest_is_the_same(world, ledgers, name):
    first, last = RANGES[0]
    matrix = world.api(name).call("/reports/attribution/matrix", [("from", first), ("to", last)])
    groups = [{"field": "sessionSource", "model": model} for model in ("first", "latest")]
    expected = ledgers[name].answer({"subject": "contacts", "groups": groups, "from": first, "to": last})
    keys = [source["key"] for source in matrix["sources"]]
    found = {(row, column): count for row, counts in zip(keys, matrix["contacts"])
             for column, count in zip(keys, counts) if count}
    assert found == {key: count for key, [count] in expected.rows.items()}
    assert matrix["total"] == expected.total[0]


@pytest.mark.parametrize("bucket", ["day", "week", "month"])
@pytest.mark.parametrize("name", NAMES)
def test_lines_over_time_are_the_same(world, ledgers, name, bucket):
    first, last = ("2026-03-01", "2026-04-20") if bucket == "day" else ("2025-10-08", "2026-11-17")
    days = {"from": first, "to": last}
    for figure, subject, metric in [("visits", "visits", "count"), ("contacts", "contacts", "count"),
                                    ("revenue", "wins", "sum")]:
        timeline = world.api(name).call(
            "/reports/attribution/timeline", [*days.items(), ("figure", figure), ("bucket", bucket)])
        steps = [label for label, _ in ledgers[name].borders(
            date.fromisoformat(first), date.fromisoformat(last), bucket)]
        assert timeline["days"] == steps
        for series in timeline["series"]:
            if series["key"] is None:
                continue
            filters = [{"field": "sessionSource", "model": "first", "is": [series["key"]]}]
            expected = ledgers[name].answer(
                {"subject": subject, "metrics": [metric], "bucket": bucket, "filters": filters, **days})
            values = [expected.rows.get((step,), [0])[0] for step in steps]
            scale = 10 ** {"CLP": 0}.get(timeline["currency"], 2) if figure == "revenue" else 1
            assert [round(value * scale) for value in series["values"]] == values, (series["key"], figure)


@pytest.mark.parametrize("model", ["first", "latest"])
@pytest.mark.parametrize("platform", ["google", "facebook"])
@pytest.mark.parametrize("name", NAMES)
def test_the_reports_of_ads_are_the_same(world, ledgers, name, platform, model):
    for days in [RANGES[0], ("2026-09-20", "2026-10-25")]:
        assert compare_ads(world.api(name), ledgers[name], platform, model, *days) > 5


def questions(field):
    """Questions of one's own: every subject, every metric, several groups, filters, buckets."""
    campaign, source = {"field": "utmCampaign", "model": "latest"}, {"field": "sessionSource", "model": "first"}
    yield {"subject": "visits", "metrics": ["count", "visitors"], "groups": [{"field": "utmCampaign"}]}
    yield {"subject": "visits", "metrics": ["visitors"], "groups": [{"field": "landingPage"}], "bucket": "month"}
    yield {"subject": "visits", "groups": [{"field": "landingHost"}, {"field": "referrerHost"}]}
    yield {"subject": "visits", "groups": [{"field": "gclid"}, {"field": "subLabel"}], "bucket": "week"}
    yield {"subject": "contacts", "metrics": ["count", "distinctContacts"], "groups": [{"field": "tag"}]}
    yield {"subject": "contacts", "groups": [{"field": f"customField.{field}"}, source]}
    yield {"subject": "contacts", "groups": [{"field": "contactSource"}], "bucket": "day"}
    yield {"subject": "contacts", "groups": [campaign, {"field": "campaignId", "model": "latest"}],
           "filters": [{"field": "utmSource", "model": "latest", "is": ["ADWORDS", "fb_ad"]}]}
    yield {"subject": "contacts", "groups": [source], "filters": [{"field": "tag", "isNot": ["vip"]}]}
    yield {"subject": "contacts", "filters": [{"field": "utmCampaign", "model": "first", "is": ["{campaignname}"]}]}
    yield {"subject": "conversions", "metrics": ["count", "distinctContacts"], "groups": [{"field": "conversionKind"}]}
    yield {"subject": "conversions", "groups": [source], "bucket": "month",
           "filters": [{"field": "conversionKind", "is": ["calendar", "form"]}]}
    amounts = ["count", "sum", "minimum", "maximum"]
    yield {"subject": "opportunities", "metrics": amounts, "groups": [{"field": "status"}, source]}
    yield {"subject": "wins", "metrics": ["sum", "count"], "groups": [campaign], "bucket": "week"}
    yield {"subject": "wins", "metrics": amounts, "groups": [{"field": "tag"}]}
    yield {"subject": "wins", "metrics": ["sum"], "filters": [{"field": "utmContent", "model": "first", "empty": True}]}


@pytest.mark.parametrize("number", range(16))
@pytest.mark.parametrize("name", NAMES)
def test_a_question_of_ones_own_is_answered_the_same(world, ledgers, name, number):
    query = list(questions(world.accounts[name]["field"]))[number]
    for first, last in RANGES:
        compare(world.api(name), ledgers[name], {**query, "from": first, "to": last})


def test_what_changes_later_changes_the_reports(world):
    """Merged, erased and tagged contacts, deleted deals, new visits and leads: by the roads that people take."""
    account = world.accounts["New York"]
    api = world.api("New York")
    contacts = [row["id"] for row in account["rows"]["contacts"]]
    for kept, merged in zip(contacts[0:20:2], contacts[1:20:2]):
        api.call(f"/contacts/{kept}/merge", body={"contactId": merged})
    for identifier in contacts[20:26]:
        api.call(f"/contacts/{identifier}/tags", body={"tags": ["late tag"]})
    for identifier in contacts[26:32]:
        send(api, "DELETE", f"/contacts/{identifier}")
    gone = set(contacts[:32])
    deals = [row["id"] for row in account["rows"]["opportunities"] if row["contact_id"] not in gone]
    for identifier in deals[:5]:
        send(api, "DELETE", f"/opportunities/{identifier}")
    for identifier in deals[5:10]:
        send(api, "PUT", f"/opportunities/{identifier}/status", {"status": "won"})
    for number in range(12):
        visit(world.server, account, number)
    late = [{**cost, "cost": "12.34", "clicks": 7} for cost in list(costs("New York", "USD"))[:30]]
    api.call("/reports/costs", body={"costs": late})
    books = world.books("New York")
    compare_ads(api, books, "google", "first", *RANGES[0])
    today = time.strftime("%Y-%m-%d", time.gmtime(time.time() + 86_400))
    for model in ("first", "latest"):
        Attribution(api, books, model, "2025-10-01", today).compare(budget=OPENED)
    for query in questions(account["field"]):
        compare(api, books, {**query, "from": "2025-10-01", "to": today})


def send(api, method, path, body=None):
    request = urllib.request.Request(
        f"{api.url}{path}", method=method, data=None if body is None else json.dumps(body).encode(),
        headers={"Authorization": f"Bearer {api.token}", "Version": "2021-07-28", "Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return answer.read()


def visit(server, account, number):
    """A browser comes by an ad and leaves a form, as of now."""
    landing = f"https://clinic.example/late?utm_source=adwords&utm_campaign=Late%20{number % 3}&gclid=x{number}"
    common = {"trackingId": account["trackingId"], "visitorId": str(uuid.UUID(int=number + 7)),
              "sessionId": str(uuid.uuid4()), "landingUrl": landing, "landingReferrer": "https://www.google.com/"}
    page = {"type": "page_view", "url": landing, "referrer": "https://www.google.com/", "title": "Late"}
    form = {"type": "form_submission", "url": "https://clinic.example/late", "formId": "late", "formName": "Late",
            "fields": {"email": f"late{number}@example.com", "first_name": "<img src=x onerror=alert(1)>"}}
    events = [{**common, **event, "eventId": str(uuid.uuid4())} for event in (page, form)]
    request = urllib.request.Request(
        f"{server.url}/t/events", data=json.dumps({"events": events}).encode(),
        headers={"Content-Type": "text/plain", "User-Agent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"})
    with urllib.request.urlopen(request, timeout=10) as answer:
        assert [one["status"] for one in json.load(answer)["results"]] == ["stored"] * 2
