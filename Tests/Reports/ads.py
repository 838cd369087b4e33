"""The reports of Google Ads and Facebook Ads beside those of the oracle, level by level."""
import unicodedata

from facts import PLACEHOLDER_KEY, fold
from ledgers import Keywords, Ledger
from reports import UNFILLED, key_of, money_apart, ratio, units

LISTED = 50
MONEY = ("cost", "cpc", "cpl", "revenue", "cpa")
LEVELS = ["campaign", "group", "ad"]


class Ads:
    """One platform's report over some days by one model."""

    def __init__(self, api, books, platform, model, first, last):
        self.api, self.platform, self.model = api, platform, model
        self.ledger = Ledger(books, platform, model, first, last)
        self.compared = 0

    def compare(self, budget):
        """The campaigns, and what is below them for as long as the budget lasts; how many reports were compared."""
        # Each path as the oracle has it, and as the report is asked for it.
        open_paths = [((), ())]
        while open_paths and self.compared < budget:
            path, asked = open_paths.pop(0)
            self.compared += 1
            report = self._level(path, asked)
            if len(path) < 2:
                # What is below the dearest first, and below those that nothing was paid for.
                rows = [(path + (key_of_row(row),), asked + (row["key"],)) for row in report["rows"]]
                open_paths += [below for pair in zip(rows, reversed(rows)) for below in pair][: len(rows)]
        return self.compared

    def _level(self, path, asked):
        report = ask(self.api, self.platform, self.model, self.ledger.days, [("path", key) for key in asked])
        expected = self.ledger.rows(path)
        assert report["level"] == LEVELS[len(path)]
        compare_rows(report, expected, path)
        for row in report["rows"]:
            assert row["expandable"] == (len(path) < 2)
            name = unicodedata.normalize("NFC", row["name"])
            assert name == self._name(path + (key_of_row(row),)), (path, name)
        told = figures(report["total"], report["currency"])
        assert told == whole(self.ledger.total(path).told()), (path, self.platform)
        lists(report, expected)
        return report

    def _name(self, path):
        """The newest name."""
        key = path[-1]
        if key == f"~{PLACEHOLDER_KEY}":
            return UNFILLED
        if path in self.ledger.labels:
            return self.ledger.labels[path][1]
        return "(not set)" if key == "-" else f"ID {key[1:]}"


def compare_keywords(api, books, model, first, last):
    """What came by each keyword and match type of Google's; what no keyword accounts for is a row of its own."""
    ledger = Ledger(books, "google", model, first, last)
    expected = Keywords(books, ledger, model).rows
    report = ask(api, "google", model, ledger.days, [("view", "keywords")])
    compare_rows(report, expected, ("keywords",))
    for row in report["rows"]:
        keyword, _, match = key_of_row(row)[1:].partition("\x1f")
        assert row["matchType"] == (match or None)
        if not row["placeholder"]:
            assert row["name"] == "(not set)" if row["key"] == "-" else fold(row["name"]) == keyword
    campaigns = ask(api, "google", model, ledger.days, [])
    assert report["total"] == campaigns["total"]
    return len(expected)


def ask(api, platform, model, days, more):
    return api.call(f"/reports/ads/{platform}", [("model", model), *days.items(), ("limit", "1000"), *more])


def compare_rows(report, expected, where):
    found = {}
    for row in report["rows"]:
        key = key_of_row(row)
        assert key not in found
        found[key] = figures(row["figures"], report["currency"])
    assert found.keys() == expected.keys(), (where, found.keys() ^ expected.keys())
    for key, row in expected.items():
        assert found[key] == whole(row.told()), (where, key)
    assert report["other"] is None and report["otherCount"] == 0


def lists(report, expected):
    """The two lists of what does not meet: the dearest, and those with the most contacts, first."""
    without = {key: row.told()["cost"] for key, row in expected.items() if is_paid(row) and not row.results["contacts"]}
    unpaid = {key: row.results["contacts"] for key, row in expected.items()
              if key != "-" and row.spend is None and row.results["contacts"]}
    for name, figure, all_of_them in [
        ("spendWithoutLeads", "cost", without), ("leadsWithoutSpend", "contacts", unpaid),
    ]:
        rows = {key_of_row(row): row for row in report["rows"]}
        told = [key_of_row(row) for row in report[name]]
        assert report[name] == [rows[key] for key in told]
        # Which of several that are alike comes first is nobody's to say.
        values = [all_of_them[key] for key in told]
        assert values == sorted(all_of_them.values(), reverse=True)[:LISTED], (name, figure)
        assert len(set(told)) == len(told)


def is_paid(row):
    told = row.told()
    return (told["cost"] or 0) > 0 or any(amount > 0 for amount in told["costApart"].values())


def key_of_row(row):
    text = row["key"]
    if row["placeholder"]:
        _, mark, match = text.partition("\x1f")
        return f"~{PLACEHOLDER_KEY}{mark}{match}"
    return text[0] + (key_of(text[1:], False) or "")


def figures(found, currency):
    """Everything that a row tells, money in the smallest units."""
    apart = {name: money_apart(found[name]) for name in ("costApart", "revenueApart")}
    return {**found, **apart, **{name: units(found[name], currency) for name in MONEY}, "roi": ratio(found["roi"])}


def whole(told):
    """With the quotients, which are blank without a cost, where there is nothing to divide by, and where a part of the
    money is in no sum."""
    cost = None if told["costApart"] else told["cost"]
    quotients = {
        "cpc": half_up(cost, told["clicks"]), "cpl": half_up(cost, told["contacts"]), "cpa": half_up(cost, told["won"]),
        "roi": None,
    }
    if cost is not None and cost > 0 and not told["revenueApart"]:
        quotients["roi"] = (float(told["revenue"]) - float(cost)) / float(cost)
    return {**told, **quotients}


def half_up(cost, count):
    """A half goes away from zero."""
    if cost is None or not count or count < 0:
        return None
    size = (2 * abs(cost) + count) // (2 * count)
    return size if cost >= 0 else -size
