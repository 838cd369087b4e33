"""The reports of the API beside those of the oracle: every figure, and what the rows are called."""
import json
import unicodedata
import urllib.error
import urllib.parse
import urllib.request
from datetime import date
from decimal import Decimal

from answers import AMOUNTS
from facts import PLACEHOLDER_KEY, SOURCES, minor

# In the order in which they may name a row.
FIGURES = [
    ("contacts", {"contacts": "count"}), ("visits", {"visits": "count", "visitors": "visitors"}),
    ("conversions", {"consults": "count"}), ("opportunities", {"opportunities": "count"}),
    ("wins", {"won": "count", "revenue": "sum"}),
]
NAMES_OF_SOURCES = {key: name for name, key in SOURCES.items()}
# What people read for placeholders that nobody filled.
UNFILLED = "(unfilled placeholder)"
DEEP = ["utmMedium", "utmCampaign", "utmContent", "landingPage"]
LEVELS = {"direct": ["landingPage"], "organic_search": ["referrerHost", "utmKeyword", "landingPage"]}


class API:
    def __init__(self, server, account):
        self.url = server.url
        self.location = account["locationId"]
        self.token = account["token"]

    def call(self, path, parameters=(), body=None):
        query = urllib.parse.urlencode([("locationId", self.location), *parameters])
        request = urllib.request.Request(
            f"{self.url}{path}?{query}", data=None if body is None else json.dumps(body).encode(),
            headers={"Authorization": f"Bearer {self.token}", "Version": "2021-07-28",
                     "Content-Type": "application/json", "Accept": "application/json"})
        try:
            with urllib.request.urlopen(request, timeout=600) as answer:
                return json.load(answer, parse_float=Decimal)
        except urllib.error.HTTPError as error:
            raise AssertionError(f"{error.code} {path}?{query[:300]} {error.read()[:500]}") from None

    def ask(self, query):
        return self.call("/reports/query", body=query)


def key_of(key, is_placeholder):
    """A key as the oracle has it."""
    if is_placeholder:
        return PLACEHOLDER_KEY
    return unicodedata.normalize("NFC", key).replace("ς", "σ") if key else None


def units(amount, currency):
    """An amount in the smallest units of its currency."""
    return None if amount is None else minor(amount, currency)


def money_apart(amounts):
    """{currency: units} of amounts in currencies without a rate."""
    found = {money["currency"]: units(money["amount"], money["currency"]) for money in amounts}
    assert list(found) == sorted(found) and len(found) == len(amounts)
    return found


def compare(api, books, query):
    """A question of one's own: rows, labels and total."""
    answer, expected = api.ask(query), books.answer(query)
    metrics = query.get("metrics", ["count"])
    rows, labels = {}, [{} for _ in query.get("groups", [])]
    for row in answer["rows"]:
        keys = [key_of(key["key"], key["isPlaceholder"]) for key in row["keys"]]
        for number, key in enumerate(row["keys"]):
            if keys[number] is not None:
                label = unicodedata.normalize("NFC", key["label"])
                labels[number].setdefault(keys[number], set()).add(label)
        name = tuple(keys + ([row["bucket"]] if query.get("bucket") else []))
        assert name not in rows, (query, name)
        rows[name] = values(row["values"], metrics, answer["currency"])
        for value, metric in zip(row["values"], metrics):
            if metric == "sum":
                assert money_apart(value["apart"]) == expected.apart.get(name, {}), (query, name)
    # Without any division there is one row, which is everything.
    wrong = differences(rows, expected.rows or {(): expected.total} if () in rows else expected.rows)
    assert not wrong, (wrong, query)
    assert values(answer["total"], metrics, answer["currency"]) == expected.total, query
    for value, metric in zip(answer["total"], metrics):
        if metric == "sum":
            assert money_apart(value["apart"]) == expected.total_apart, query
    for number, group in enumerate(query.get("groups", [])):
        if group["field"] == "sessionSource":
            wrong = differences(labels[number], {key: {NAMES_OF_SOURCES[key]} for key in labels[number]})
        elif group["field"] not in ("pipeline", "stage"):
            wrong = differences(labels[number], {key: {label} for key, label in expected.labels(number).items()})
        assert not wrong, (wrong, query, group)


def differences(found, expected):
    """The first few that are not the same: {name: (found, expected)}."""
    names = [name for name in found.keys() | expected.keys() if found.get(name) != expected.get(name)]
    return {name: (found.get(name), expected.get(name)) for name in names[:5]}


def values(found, metrics, currency):
    return [units(v["value"], currency) if m in AMOUNTS else v["value"] for v, m in zip(found, metrics)]


class Attribution:
    """The attribution report of some days by one model, level by level."""

    def __init__(self, api, books, model, first, last, filters=()):
        self.api, self.books, self.model = api, books, model
        self.days = {"from": first, "to": last}
        self.filters = list(filters)
        self.compared = 0
        self._known = {}
        contacts = books.answer({"subject": "contacts", "filters": self.filters, **self.days})
        self.contacts = contacts.total[0]

    def compare(self, path=(), budget=60):
        """This level, and those below it for as long as the budget lasts."""
        open_paths = [tuple(path)]
        while open_paths and self.compared < budget:
            path = open_paths.pop(0)
            self.compared += 1
            report = self._level(path, [("limit", "1000")])
            self._level(path, [("limit", "4"), ("sort", "name"), ("order", "asc")])
            below = [path + (row["key"],) for row in report["rows"] if row["isExpandable"]]
            open_paths += below
        return self.compared

    def _level(self, path, more):
        asked = [("model", self.model), ("visitors", "true"), *self.days.items(), *more]
        asked += [("path", key) for key in path]
        asked += [("filter", text(filter_)) for filter_ in self.filters]
        report = self.api.call("/reports/attribution", asked)
        levels = LEVELS.get(path[0] if path else None, DEEP)
        field = (["sessionSource"] + levels)[len(path)]
        assert report["level"]["field"] == field
        opened = [condition(name, self.model, key) for name, key in zip(["sessionSource"] + levels, path)]
        group = {"field": field, "model": self.model}
        expected, total = self._figures(group, opened)
        shown = set()
        for row in report["rows"]:
            key = key_of(row["key"], row["isPlaceholder"])
            assert key not in shown
            shown.add(key)
            self._same(row["figures"], expected.get(key, {}), report["currency"], (path, key))
            assert row["isExpandable"] == (len(path) < len(levels))
            assert unicodedata.normalize("NFC", row["name"]) == self._name(key, field, expected), (path, key)
        assert shown <= expected.keys()
        self._same(report["total"], total, report["currency"], (path, "total"))
        rest = expected.keys() - shown
        assert report["otherCount"] == len(rest)
        if rest:
            visitors = None
            if total["visits"] is not None:
                visits = {"subject": "visits", "metrics": ["visitors"], "groups": [group], **self.days}
                visitors = self.books.answer({**visits, "filters": self.filters + opened}).visitors_but(shown)
            self._other(report, [expected[key] for key in rest], visitors, (path, "other"))
        else:
            assert report["other"] is None
        return report

    @staticmethod
    def _name(key, field, expected):
        """The most frequent spelling: of contacts, where there are any."""
        if key is None:
            return "Unknown (SSL)" if field == "utmKeyword" else "(none)"
        return NAMES_OF_SOURCES[key] if field == "sessionSource" else expected[key]["name"]

    def _figures(self, group, opened):
        """{key: figures}, and the figures of everything."""
        known = json.dumps([group, opened])
        if known not in self._known:
            self._known = {known: self._count(group, opened)}
        return self._known[known]

    def _count(self, group, opened):
        rows, total = {}, {}
        for subject, metrics in FIGURES:
            filters = self.filters + opened
            if subject == "conversions":
                filters = filters + [{"field": "conversionKind", "is": ["calendar"]}]
            if subject == "visits" and any(f["field"] in ("tag", "form", "contactSource") for f in filters):
                total |= dict.fromkeys(metrics)
                continue
            query = {"subject": subject, "metrics": list(metrics.values()), "groups": [group], "filters": filters,
                     **self.days}
            answer = self.books.answer(query)
            labels = answer.labels(0)
            for (key,), values in answer.rows.items():
                row = rows.setdefault(key, {"name": labels.get(key)})
                row |= dict(zip(metrics, values))
            total |= dict(zip(metrics, answer.total))
            for (key,), apart in answer.apart.items():
                rows[key]["apart"] = apart
            if subject == "wins":
                total["apart"] = answer.total_apart
        return rows, total

    def _same(self, found, expected, currency, where):
        has_visits = expected.get("visits", 0) is not None and found["visits"] is not None
        for figure in [figure for _, figures in FIGURES for figure in figures]:
            value = units(found[figure], currency) if figure == "revenue" else found[figure]
            if figure in ("visits", "visitors") and not has_visits:
                assert value is None, (where, figure)
            else:
                assert value == expected.get(figure, 0), (where, figure, self.days, self.model)
        assert money_apart(found["revenueApart"]) == expected.get("apart", {}), (where, "apart")
        assert ratio(found["conversionRate"]) == quotient(found["contacts"], found["visits"]), where
        assert ratio(found["share"]) == quotient(found["contacts"], self.contacts), where

    def _other(self, report, rest, visitors, where):
        """Whoever came by several of the roads is one visitor: all else is a sum."""
        expected = {"visitors": visitors, "apart": sum_of(row.get("apart", {}) for row in rest)}
        for figure in ("visits", "contacts", "consults", "opportunities", "won", "revenue"):
            expected[figure] = sum(row.get(figure, 0) for row in rest)
        self._same(report["other"]["figures"], expected, report["currency"], where)


def ratio(found):
    return None if found is None else float(found)


def quotient(one, other):
    """As every machine divides; nothing where there is nothing to divide by."""
    return one / other if other else None


def sum_of(aparts):
    total = {}
    for apart in aparts:
        for currency, amount in apart.items():
            total[currency] = total.get(currency, 0) + amount
    return total


def condition(field, model, key):
    return {"field": field, "model": model, **({"is": [key]} if key else {"empty": True})}


def text(filter_):
    """A filter as an address has it."""
    [(name, value)] = [(k, v) for k, v in filter_.items() if k not in ("field", "model")]
    field = filter_["field"] + (f"@{filter_['model']}" if "model" in filter_ else "")
    if name == "empty":
        return f"{field}:{'empty' if value else 'notEmpty'}"
    return f"{field}:{name}:{value if isinstance(value, str) else value[0]}"


def compare_timeline(api, books, counted, model, days, bucket, most=8):
    """A line for each of the largest sources, and one for all others."""
    figure, subject, metric = counted
    days = dict(zip(("from", "to"), days))
    timeline = api.call("/reports/attribution/timeline",
                        [*days.items(), ("figure", figure), ("bucket", bucket), ("model", model)])
    first, last = (date.fromisoformat(day) for day in days.values())
    steps = [label for label, _ in books.borders(first, last, bucket)]
    assert timeline["days"] == steps
    query = {"subject": subject, "metrics": [metric], "groups": [{"field": "sessionSource", "model": model}], **days}
    sizes = {key: value for (key,), [value] in books.answer(query).rows.items()}
    lines = {key: dict.fromkeys(steps, 0) for key in sizes}
    for (key, step), [value] in books.answer({**query, "bucket": bucket}).rows.items():
        lines[key][step] = value
    shown = [series["key"] for series in timeline["series"] if series["key"] is not None]
    assert len(set(shown)) == len(shown)
    assert [sizes[key] for key in shown] == sorted(sizes.values(), reverse=True)[:most]
    rest = [lines[key] for key in sizes if key not in shown]
    assert [series["key"] for series in timeline["series"][len(shown):]] == ([None] if rest else [])
    for series in timeline["series"]:
        found = [units(value, timeline["currency"]) if metric == "sum" else value for value in series["values"]]
        expected = [lines[series["key"]]] if series["key"] else rest
        assert found == [sum(line[step] for line in expected) for step in steps], (series["key"], figure)
