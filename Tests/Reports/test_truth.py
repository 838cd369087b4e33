"""Every report equals what an independent implementation makes of the exported records."""
import json
import os
import subprocess
import time
import urllib.request
import uuid

import pytest

from ads import Ads, compare_keywords
from changes import RULES, publish, send
from headwater import BINARY, Headwater
from facts import DIGITS
from oracle import Books
from reports import API, Attribution, compare, compare_timeline
from spending import costs
from store import Store
from tables import compare_ads_csv, compare_attribution_csv, compare_order
from widgets import Dashboard, compare_dashboard
from world import ACCOUNTS, create

# 200,000 for the whole truth; the usual run is content with fewer of the same.
CONTACTS = int(os.environ.get("REPORT_CONTACTS", "800"))
SEED = os.environ.get("REPORT_SEED", "1")
# How many paths of an attribution report are opened.
OPENED = int(os.environ.get("REPORT_OPENED", "10"))
IS_LARGE = CONTACTS > 20_000
# How many seconds the reports may take to catch up with everything.
PATIENCE = 1_200 if CONTACTS > 2_000 else 60
NAMES = [name for name, *_ in ACCOUNTS]
# With amounts of two decimals, of none and of three.
FEW = NAMES if IS_LARGE else ["Vienna", "Santiago", "Kathmandu"]
RANGES = [("2025-10-01", "2026-11-20"), ("2026-03-08", "2026-04-05"), ("2026-10-25", "2026-10-25")]
pytestmark = pytest.mark.timeout(3_600 if CONTACTS > 2_000 else 300)


class World:
    """A served installation, and what was exported from it."""

    def __init__(self, folder):
        self.server = Headwater(folder / "data")
        self.folder = folder
        # The commands make the schema; rows come while nobody serves.
        self.server.command("account", "create", "--name", "Nobody", "--json")
        self.store = Store(self.server)
        self.accounts = create(self.server, self.store, CONTACTS, SEED)
        if IS_LARGE:
            # What came in no order of time, and has a mark for each row, is sooner read from the beginning.
            self.store.run("delete from report_marks")
            self._run("rebuild-reports")
        self.server.start()
        self.exports = 0
        for name, account in self.accounts.items():
            sent = list(costs(name, account["currency"], DIGITS.get(account["currency"], 2)))
            self.api(name).call("/reports/costs", body={"costs": sent})

    def api(self, name):
        return API(self.server, self.accounts[name])

    def books(self, name):
        """The account's records as they are now, once the reports have caught up with them."""
        account = self.accounts[name]
        self.exports += 1
        folder = self.folder / f"records-{self.exports}"
        self._run("export", "records", "--account", account["locationId"], "--output", str(folder))
        books = Books(folder, {"contact.skin": account["field"]})
        self._wait(self.api(name), books)
        return books

    def _run(self, *words):
        """A command that may take as long as it takes."""
        subprocess.run([BINARY, *words, "--data-dir", str(self.server.data)], env=self.server.environment, check=True,
                       capture_output=True)

    def _wait(self, api, books):
        """New data is there within seconds; the first figures of all take as long as they take."""
        deadline = time.monotonic() + PATIENCE
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


def ranges(name):
    """The days of which an account is asked: of the small ones the weeks in which clocks change are enough."""
    return RANGES if IS_LARGE or name in NAMES[:4] else RANGES[1:2]


@pytest.mark.parametrize("model", ["first", "latest"])
@pytest.mark.parametrize("name, days", [(name, days) for name in NAMES for days in ranges(name)])
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
    days = ("2026-03-01", "2026-04-20") if bucket == "day" else ("2025-10-08", "2026-11-17")
    for figure, subject, metric, model in [
        ("visits", "visits", "count", "first"), ("contacts", "contacts", "count", "latest"),
        ("revenue", "wins", "sum", "first"),
    ]:
        compare_timeline(world.api(name), ledgers[name], (figure, subject, metric), model, days, bucket)


@pytest.mark.parametrize("model", ["first", "latest"])
@pytest.mark.parametrize("platform", ["google", "facebook"])
@pytest.mark.parametrize("name", NAMES)
def test_the_reports_of_ads_are_the_same(world, ledgers, name, platform, model):
    for days in [("2026-09-20", "2026-10-25"), RANGES[0]][: len(ranges(name))]:
        assert Ads(world.api(name), ledgers[name], platform, model, *days).compare(budget=OPENED) == OPENED


@pytest.mark.parametrize("model", ["first", "latest"])
@pytest.mark.parametrize("name", NAMES)
def test_the_report_of_keywords_with_their_match_types_is_the_same(world, ledgers, name, model):
    assert compare_keywords(world.api(name), ledgers[name], model, *RANGES[0]) > 3


@pytest.mark.parametrize("model", ["first", "latest"])
@pytest.mark.parametrize("name", NAMES)
def test_every_widget_of_a_dashboard_has_the_same_figures(world, ledgers, name, model):
    for days in ranges(name)[:2]:
        days = dict(zip(("from", "to"), days))
        assert compare_dashboard(world.api(name), ledgers[name], model, days) > 20


def test_a_widget_of_what_people_wrote_shows_nothing_to_outsiders(world):
    field = f"customField.{world.accounts['Vienna']['field']}"
    written = {"title": "Skin", "kind": "bar", "subjects": ["contacts"], "metrics": ["count"], "groups": [field]}
    dashboard = Dashboard(world.api("Vienna"), [written], {"from": "2026-01-01", "to": "2026-01-31"})
    assert dashboard.is_hidden(dashboard.widgets[0]) and "dry" not in dashboard.read()


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
    yield {"subject": "wins", "metrics": ["average", "count"], "groups": [source]}
    yield {"subject": "opportunities", "metrics": ["average", "minimum", "maximum"], "bucket": "month"}
    yield {"subject": "wins", "metrics": ["sum"], "filters": [{"field": "utmContent", "model": "first", "empty": True}]}


@pytest.mark.parametrize("number", range(18))
@pytest.mark.parametrize("name", NAMES)
def test_a_question_of_ones_own_is_answered_the_same(world, ledgers, name, number):
    query = list(questions(world.accounts[name]["field"]))[number]
    for first, last in ranges(name):
        compare(world.api(name), ledgers[name], {**query, "from": first, "to": last})


def test_what_changes_later_changes_the_reports(world):
    """Merged, deleted, erased and tagged contacts, deleted deals, new leads: by the roads that people take."""
    account = world.accounts["New York"]
    api = world.api("New York")
    contacts = [row["id"] for row in account["rows"]["contacts"]]
    for kept, merged in zip(contacts[0:20:2], contacts[1:20:2]):
        api.call(f"/contacts/{kept}/merge", body={"contactId": merged})
    for identifier in contacts[20:26]:
        api.call(f"/contacts/{identifier}/tags", body={"tags": ["late tag"]})
    for identifier in contacts[26:32]:
        send(api, "DELETE", f"/contacts/{identifier}")
    for identifier in contacts[32:40]:
        send(api, "POST", f"/contacts/{identifier}/erase")
    gone = set(contacts[:40])
    deals = [row["id"] for row in account["rows"]["opportunities"] if row["contact_id"] not in gone]
    for identifier in deals[:5]:
        send(api, "DELETE", f"/opportunities/{identifier}")
    for identifier in deals[5:10]:
        send(api, "PUT", f"/opportunities/{identifier}/status", {"status": "won"})
    for number in range(12):
        visit(world.server, account, number)
    late = [{**cost, "cost": "12.34", "clicks": 7} for cost in list(costs("New York", "USD", 2))[:30]]
    api.call("/reports/costs", body={"costs": late})
    books = world.books("New York")
    everything(api, books, account)
    assert not set(contacts[1:20:2] + contacts[26:40]) & set(book_of_contacts(books))


def test_verdicts_of_new_rules_change_the_reports_and_the_figures_of_nothing_else(world):
    """Rules of one's own are published: every visit and attribution that is kept is judged anew."""
    account = world.accounts["Lord Howe"]
    api = world.api("Lord Howe")
    totals = [{"subject": subject, "metrics": metrics, "from": RANGES[0][0], "to": RANGES[0][1]}
              for subject, metrics in [("visits", ["count", "visitors"]), ("contacts", ["count"]),
                                       ("conversions", ["count"]), ("wins", ["count", "sum"])]]
    world.books("Lord Howe")
    before = [api.ask(query)["total"] for query in totals]
    sources = {"subject": "contacts", "groups": [{"field": "sessionSource"}, {"field": "subLabel"}],
               "from": RANGES[0][0], "to": RANGES[0][1]}
    old = api.ask(sources)["rows"]
    replay = publish(api, RULES, patience=PATIENCE)
    assert replay["touches"]["moved"] and replay["first"]["moved"] and replay["latest"]["moved"]
    books = world.books("Lord Howe")
    settled(api, books, sources)
    for query in questions(account["field"]):
        settled(api, books, {**query, "from": RANGES[0][0], "to": RANGES[0][1]})
    everything(api, books, account)
    assert [api.ask(query)["total"] for query in totals] == before
    new = api.ask(sources)["rows"]
    assert new != old and any(row["keys"][1]["label"] == "Letters" for row in new)


def settled(api, books, query):
    """Compares once the reports have caught up with verdicts, which no total tells of."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            return compare(api, books, query)
        except AssertionError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)


def everything(api, books, account):
    """Every kind of report once."""
    today = time.strftime("%Y-%m-%d", time.gmtime(time.time() + 86_400))
    days = ("2025-10-01", today)
    for model in ("first", "latest"):
        Attribution(api, books, model, *days).compare(budget=OPENED)
        asked = [("model", model), ("from", days[0]), ("to", days[1])]
        compare_attribution_csv(api, asked)
        compare_keywords(api, books, model, *days)
        for platform in ("google", "facebook"):
            Ads(api, books, platform, model, *days).compare(budget=OPENED)
            compare_ads_csv(api, platform, asked)
    for query in questions(account["field"]):
        compare(api, books, {**query, "from": days[0], "to": days[1]})


def book_of_contacts(books):
    return [contact for contact, in books.database.execute("select contact from contacts").fetchall()]


@pytest.mark.parametrize("name", FEW)
def test_files_have_the_figures_of_the_reports(world, name):
    api = world.api(name)
    for first, last in RANGES[:2]:
        for model in ("first", "latest"):
            asked = [("model", model), ("from", first), ("to", last)]
            compare = [("compare", "previousPeriod"), ("limit", "3")]
            for more in [
                [], [("limit", "3")], [("path", "paid_search")], [("visitors", "true"), ("sort", "revenue")], compare,
            ]:
                assert compare_attribution_csv(api, asked + more)
            for platform in ("google", "facebook"):
                assert compare_ads_csv(api, platform, asked)
                assert compare_ads_csv(api, platform, [*asked, ("sort", "roi")])
            assert compare_ads_csv(api, "google", [*asked, ("view", "keywords")])


@pytest.mark.parametrize("name", FEW)
def test_rows_stand_in_the_order_asked_for_and_the_last_is_the_sum_of_the_others(world, name):
    api = world.api(name)
    days = [("from", RANGES[0][0]), ("to", RANGES[0][1])]
    for path in ([], [("path", "paid_search")], [("path", "direct")]):
        sorts = ["visits", "contacts", "won", "revenue", "conversionRate"]
        compare_order(api, "/reports/attribution", days + path, sorts)
    for platform in ("google", "facebook"):
        sorts = ["impressions", "cost", "cpl", "contacts", "revenue", "roi"]
        compare_order(api, f"/reports/ads/{platform}", days, sorts)


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
