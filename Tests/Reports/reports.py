"""The reports of the API beside those of the oracle: every figure, and what the rows are called."""
import json
import unicodedata
import urllib.error
import urllib.parse
import urllib.request

from oracle import DIGITS, PLACEHOLDER_KEY, Decimal

FIGURES = {
    "visits": ("visits", "count"), "visitors": ("visits", "visitors"), "contacts": ("contacts", "count"),
    "consults": ("conversions", "count"), "opportunities": ("opportunities", "count"), "won": ("wins", "count"),
    "revenue": ("wins", "sum"),
}
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
                return json.load(answer)
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
    return None if amount is None else int(round(Decimal(str(amount)) * 10 ** DIGITS.get(currency, 2)))


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
                apart = {money["currency"]: units(money["amount"], money["currency"]) for money in value["apart"]}
                assert apart == expected.apart.get(name, {}), (query, name)
    if query.get("groups") or query.get("bucket"):
        wrong = differences(rows, {name: exact(row, metrics) for name, row in expected.rows.items()})
        assert not wrong, (wrong, query)
    assert values(answer["total"], metrics, answer["currency"]) == exact(expected.total, metrics), query
    for number, group in enumerate(query.get("groups", [])):
        if group["field"] not in ("sessionSource", "status", "pipeline", "stage"):
            told = {key: {label} for key, label in expected.labels[number].items()}
            wrong = differences(labels[number], told)
            assert not wrong, (wrong, query, group)


def differences(found, expected):
    """The first few that are not the same: {name: (found, expected)}."""
    names = [name for name in found.keys() | expected.keys() if found.get(name) != expected.get(name)]
    return {name: (found.get(name), expected.get(name)) for name in names[:5]}


def values(found, metrics, currency):
    amounts = ("sum", "average", "minimum", "maximum")
    return [units(v["value"], currency) if m in amounts else v["value"] for v, m in zip(found, metrics)]


def exact(found, metrics):
    """An average is rounded half up, as every amount is."""
    return [None if v is None else int(Decimal(v) + Decimal("0.5")) if m == "average" else v
            for v, m in zip(found, metrics)]


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
        assert shown <= expected.keys()
        self._same(report["total"], total, report["currency"], (path, "total"))
        rest = expected.keys() - shown
        assert report["otherCount"] == len(rest)
        if rest:
            self._other(report, [expected[key] for key in rest], (path, "other"))
        else:
            assert report["other"] is None
        return report

    def _figures(self, group, opened):
        """{key: figures}, and the figures of everything."""
        known = json.dumps([group, opened])
        if known not in self._known:
            self._known = {known: self._count(group, opened)}
        return self._known[known]

    def _count(self, group, opened):
        rows, total = {}, {}
        for figure, (subject, metric) in FIGURES.items():
            filters = self.filters + opened
            if figure == "consults":
                filters = filters + [{"field": "conversionKind", "is": ["calendar"]}]
            if subject == "visits" and any(f["field"] in ("tag", "form", "contactSource") for f in filters):
                total[figure] = None
                continue
            query = {"subject": subject, "metrics": [metric], "groups": [group], "filters": filters, **self.days}
            answer = self.books.answer(query)
            for (key,), (value,) in answer.rows.items():
                rows.setdefault(key, {})[figure] = value
            total[figure] = answer.total[0]
            if figure == "revenue":
                for (key,), apart in answer.apart.items():
                    rows[key]["apart"] = apart
                total["apart"] = sum_of(answer.apart.values())
        return rows, total

    def _same(self, found, expected, currency, where):
        has_visits = expected.get("visits", 0) is not None and found["visits"] is not None
        for figure in FIGURES:
            value = units(found[figure], currency) if figure == "revenue" else found[figure]
            if figure in ("visits", "visitors") and not has_visits:
                assert value is None, (where, figure)
            else:
                assert value == expected.get(figure, 0), (where, figure, self.days, self.model)
        apart = {money["currency"]: units(money["amount"], money["currency"]) for money in found["revenueApart"]}
        assert apart == expected.get("apart", {}), (where, "apart")
        if found["visits"]:
            assert abs(found["conversionRate"] - found["contacts"] / found["visits"]) < 1e-9, where
        else:
            assert found["conversionRate"] is None, where
        share = found["contacts"] / self.contacts if self.contacts else None
        assert found["share"] == share or abs(found["share"] - share) < 1e-9, where

    def _other(self, report, rest, where):
        expected = {figure: sum(row.get(figure, 0) for row in rest) for figure in FIGURES if figure != "visitors"}
        expected["apart"] = sum_of(row.get("apart", {}) for row in rest)
        # Whoever came by several of the roads is one visitor: the sum says nothing.
        expected["visitors"] = report["other"]["figures"]["visitors"]
        self._same(report["other"]["figures"], expected, report["currency"], where)


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
