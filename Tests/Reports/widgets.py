"""Every kind of a dashboard's widgets, as whoever has its address reads them: in the file of each."""
import csv
import io
import re
import unicodedata
import urllib.error
import urllib.parse
import urllib.request
from datetime import date, timedelta

from answers import AMOUNTS
from reports import NAMES_OF_SOURCES, UNFILLED, key_of, units

BUCKETS = [(45, "day"), (190, "week"), (10_000, "month")]
MOST_LINES = 8
# The last line of a file whose figures leave groups out.
NOTE = re.compile(r"[\d,]+ more (group|row)s? not (drawn|shown)\.")
CHARTS = ("line", "bar", "horizontalBar", "donut", "funnel")
MEDIUMS = {
    "form": "Form", "survey": "Survey", "quiz": "Quiz", "calendar": "Calendar", "chat_widget": "Chat widget",
    "order_form": "Order form", "external form": "External form", "trigger_link": "Trigger link", "call": "Call",
    "sms": "SMS", "email": "E-mail", "whatsapp": "WhatsApp", "facebook": "Facebook", "instagram": "Instagram",
    "manual": "By hand", "csv_import": "CSV import", "workflow": "Workflow", "api": "API",
}
# What people read for the keys of these fields.
WORDS = {
    "medium": MEDIUMS,
    "conversionKind": MEDIUMS | {
        "external_form": "External form, not attributed", "identify": "Identified by an application",
        "update": "Changed by an application",
    },
    "utmMatchtype": {"e": "Exact", "p": "Phrase", "b": "Broad"},
    "status": {"open": "Open", "won": "Won", "lost": "Lost", "abandoned": "Abandoned"},
}


def widgets(model):
    """One of each kind and more, with what an account of any shape can be asked."""
    vip = {"field": "tag", "is": ["VIP"]}
    autumn = {"from": "2026-09-01", "to": "2026-10-31"}
    for kind, subjects, metrics, groups, more in [
        ("number", ["contacts"], ["count"], [], {}),
        ("number", ["visits"], ["visitors"], [], {"compare": "previousYear", "period": autumn}),
        ("number", ["wins"], ["sum"], [], {"compare": "previousPeriod", "period": autumn}),
        ("number", ["opportunities"], ["average"], [], {"filters": [vip]}),
        ("number", ["wins"], ["maximum"], [], {"compare": "previousPeriod"}),
        ("line", ["visits"], ["count"], [], {"compare": "previousPeriod"}),
        ("line", ["contacts"], ["count"], ["sessionSource"], {"period": autumn}),
        ("line", ["wins"], ["sum"], ["contactSource"], {"limit": 3}),
        ("line", ["opportunities"], ["average"], [], {"period": {"from": "2026-10-01", "to": "2026-10-31"}}),
        ("bar", ["contacts"], ["count"], ["contactSource"], {"limit": 4}),
        ("bar", ["contacts"], ["count"], ["tag"], {"limit": 2}),
        ("bar", ["visits"], ["visitors"], ["utmCampaign"], {"limit": 5}),
        ("horizontalBar", ["conversions"], ["count"], ["conversionKind"], {}),
        ("horizontalBar", ["wins"], ["minimum"], ["form"], {}),
        ("donut", ["wins"], ["sum"], ["sessionSource"], {"limit": 3}),
        ("donut", ["opportunities"], ["count"], ["status"], {"period": autumn}),
        ("table", ["opportunities"], ["sum", "count", "minimum", "maximum"], ["sessionSource", "utmCampaign", "tag"],
         {"limit": 100}),
        ("table", ["visits"], ["visitors", "count"], ["landingPage"], {"limit": 6}),
        ("table", ["contacts"], ["count"], ["utmKeyword", "utmMatchtype"], {"period": autumn}),
        ("funnel", ["visits", "contacts", "conversions", "opportunities", "wins"], ["count"], [],
         {"filters": [{"field": "sessionSource", "is": ["paid_search", "paid_social"]}]}),
        ("funnel", ["opportunities", "wins"], ["sum"], [], {"period": autumn}),
    ]:
        yield {"title": kind, "kind": kind, "subjects": subjects, "metrics": metrics, "groups": groups, "model": model,
               **more}


class Dashboard:
    """A dashboard that was made by a program and is read by its address."""

    def __init__(self, api, written, days):
        self.api = api
        made = api.call("/reports/dashboards", body={
            "locationId": api.location, "name": "Truth", "period": days, "widgets": written})["dashboard"]
        self.widgets = made["widgets"]
        link = api.call(f"/reports/dashboards/{made['id']}/links", body={"locationId": api.location, "days": 1})
        self.root = api.url + urllib.parse.urlsplit(link["url"]).path

    def read(self, path=""):
        with urllib.request.urlopen(self.root + path, timeout=600) as answer:
            return answer.read().decode("utf-8-sig")

    def table(self, widget):
        """The lines of its file, the titles first."""
        text = unicodedata.normalize("NFC", self.read(f"/widgets/{widget['id']}/table.csv"))
        return list(csv.reader(io.StringIO(text, newline="")))

    def is_hidden(self, widget):
        try:
            self.table(widget)
        except urllib.error.HTTPError as error:
            return error.code == 404
        return False


def compare_dashboard(api, books, model, days):
    """Every figure of every widget; how many there are."""
    written = list(widgets(model))
    dashboard = Dashboard(api, written, days)
    for widget, wish in zip(dashboard.widgets, written):
        Widget(books, wish, wish.get("period", days)).compare(dashboard.table(widget))
        if wish["kind"] in CHARTS:
            assert "<svg" in dashboard.read(f"/widgets/{widget['id']}/chart.svg")
    page = dashboard.read()
    assert all(f"/widgets/{widget['id']}/table.csv" in page for widget in dashboard.widgets)
    return len(written)


class Widget:
    """One widget's figures over its days, from the records."""

    def __init__(self, books, wish, days):
        self.books, self.wish, self.days = books, wish, days
        self.currency = books.account["currency"]
        self.metrics = wish["metrics"]
        self.limit = wish.get("limit", 10)

    def compare(self, lines):
        titles, *found = lines
        self.note = found.pop()[0] if found and found[-1] and NOTE.fullmatch(found[-1][0]) else None
        compare = {"number": self._number, "line": self._line, "funnel": self._steps}
        compare.get(self.wish["kind"], self._groups)(titles, found)

    def _ask(self, days, subject=None, **more):
        groups = [{"field": field, "model": self.wish["model"]} for field in self.wish["groups"]]
        filters = [{**filter_, "model": self.wish["model"]} for filter_ in self.wish.get("filters", [])]
        return self.books.answer({"subject": subject or self.wish["subjects"][0], "metrics": self.metrics,
                                  "groups": groups, "filters": filters, **days, **more})

    def _read(self, text, metric):
        """A cell's number."""
        if text == "":
            return None
        return units(text, self.currency) if metric in AMOUNTS else int(text)

    def _number(self, titles, found):
        [line] = found
        expected = [self._ask(self.days).total[0]]
        if "compare" in self.wish:
            expected.append(self._ask(before(self.days, self.wish["compare"])).total[0])
        # No figure at all is an empty line.
        assert [self._read(text, self.metrics[0]) for text in line or [""]] == expected, self.wish

    def _steps(self, titles, found):
        expected = [self._ask(self.days, subject).total[0] for subject in self.wish["subjects"]]
        assert [self._read(text, self.metrics[0]) for _, text in found] == expected, self.wish

    def _groups(self, titles, found):
        """The largest groups or combinations of them, what is left of those that add up, and the total."""
        answer = self._ask(self.days)
        named = self._names(answer)
        width = len(self.wish["groups"])
        rows = {tuple(names[key] for names, key in zip(named, keys)): values for keys, values in answer.rows.items()}
        assert len(rows) == len(answer.rows)
        *shown, total = [(tuple(line[:width]), [self._read(*pair) for pair in zip(line[width:], self.metrics)])
                         for line in found]
        assert total == (("Total", *[""] * (width - 1)), answer.total), self.wish
        assert (self.note is not None) == (len(rows) > self.limit and not self._adds_up), self.wish
        if len(rows) > self.limit and self._adds_up:
            rest, left = shown.pop(), dict(rows)
            for name, _ in shown:
                del left[name]
            sums = [sum(values[number] or 0 for values in left.values()) for number in range(len(self.metrics))]
            assert rest == (("The rest", *[""] * (width - 1)), sums), self.wish
        assert dict(shown) == {name: rows[name] for name, _ in shown}, self.wish
        sizes = sorted((row[0] for row in rows.values()), key=smallest_last)
        # Which of several that are alike comes first is nobody's to say.
        assert [row[0] for _, row in shown] == sizes[: self.limit], self.wish

    @property
    def _adds_up(self):
        return set(self.metrics) <= {"count", "sum"} and "tag" not in self.wish["groups"]

    def _names(self, answer):
        """What each key of each group is called in a file."""
        named = []
        for number, field in enumerate(self.wish["groups"]):
            labels = answer.labels(number)
            keys = {keys[number] for keys in answer.rows}
            named.append({key: self._name(field, key, labels) for key in keys})
        return named

    @staticmethod
    def _name(field, key, labels):
        if key is None:
            return "(none)"
        if key == key_of("", True):
            return UNFILLED
        name = NAMES_OF_SOURCES[key] if field == "sessionSource" else WORDS.get(field, {}).get(key, labels[key])
        # What a spreadsheet would take for a formula has a mark in front.
        return f"'{name}" if name[:1] in ("=", "+", "-", "@", "\t", "\r") else name

    def _line(self, titles, found):
        bucket = fitting(self.days)
        steps = self._steps_of(self.days, bucket)
        assert [line[0] for line in found] == steps, self.wish
        lines = [[self._read(line[number], self.metrics[0]) for line in found] for number in range(1, len(titles))]
        answer = self._ask(self.days, bucket=bucket)
        if not self.wish["groups"]:
            expected = [self._values(answer.rows, (), steps)]
            if "compare" in self.wish:
                days = before(self.days, self.wish["compare"])
                earlier = self._values(self._ask(days, bucket=bucket).rows, (), self._steps_of(days, bucket))
                expected.append((earlier + [None] * len(steps))[: len(steps)])
            assert lines == expected, self.wish
            return
        [names] = self._names(answer)
        expected = {names[key]: self._values(answer.rows, (key,), steps) for key in names}
        most = min(self.limit, MOST_LINES)
        shown = dict(zip(titles[1:], lines))
        assert (self.note is not None) == (len(expected) > most and not self._adds_up), self.wish
        if len(expected) > most and self._adds_up:
            most = min(most, MOST_LINES - 1)
            left = [line for name, line in expected.items() if name not in shown]
            rest = [sum(values) for values in zip(*left)]
            assert titles[-1] == "The rest" and shown.pop("The rest") == rest, self.wish
        assert shown == {name: expected[name] for name in shown}, self.wish
        sizes = sorted(map(sum, expected.values()), reverse=True)
        assert [sum(line) for line in shown.values()] == sizes[:most], self.wish

    def _values(self, rows, keys, steps):
        """Of a number of things nothing is 0; of an average it is nothing."""
        nothing = None if self.metrics[0] in ("average", "minimum", "maximum") else 0
        return [rows.get((*keys, step), [nothing])[0] for step in steps]

    def _steps_of(self, days, bucket):
        first, last = (date.fromisoformat(days[name]) for name in ("from", "to"))
        return [label for label, _ in self.books.borders(first, last, bucket)]


def smallest_last(value):
    """The largest first, and nothing behind all."""
    return (value is None, -(value or 0))


def fitting(days):
    """The buckets in which a line can be read."""
    count = (date.fromisoformat(days["to"]) - date.fromisoformat(days["from"])).days + 1
    return next(bucket for most, bucket in BUCKETS if count <= most)


def before(days, comparison):
    """The days to compare with: before whole months as many of them, else as many days; or a year earlier."""
    first, last = (date.fromisoformat(days[name]) for name in ("from", "to"))
    is_whole = first.day == 1 and (last + timedelta(days=1)).day == 1
    if comparison == "previousYear":
        # No range of these widgets ends on the 29th of a February.
        first, last = first.replace(year=first.year - 1), last.replace(year=last.year - 1)
    elif is_whole:
        months = (last.year - first.year) * 12 + last.month - first.month + 1
        number = first.year * 12 + first.month - 1 - months
        first, last = date(number // 12, number % 12 + 1, 1), first - timedelta(days=1)
    else:
        first, last = first - (last - first) - timedelta(days=1), first - timedelta(days=1)
    return {"from": first.isoformat(), "to": last.isoformat()}
