"""The reports of Google Ads and Facebook Ads beside those of the oracle, by campaign; and costs to fill them with."""
import random
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from oracle import DIGITS, PLACEHOLDER_KEY, fold, minor
from reports import key_of, units

SOURCE = {"google": "paid_search", "facebook": "paid_social"}
MARK = {"google": "adwords", "facebook": "fb_ad"}


def costs(seed, currency):
    """A month of costs: campaigns under other names later, days without any, one that nobody came by."""
    draw = random.Random(f"costs {seed}")
    for number in range(45):
        day = (date(2026, 9, 20) + timedelta(days=number)).isoformat()
        for platform in SOURCE:
            for campaign in (0, 1, 2, 4, 8, 12, 999):
                if draw.random() < 0.8:
                    name = f"Campaign {campaign}" if number < 30 else f" RENAMED {campaign}"
                    yield {"platform": platform, "day": day, "level": "campaign", "campaignName": name,
                           "campaignId": str(17_000_000_000 + campaign), "impressions": draw.randrange(5_000),
                           "clicks": draw.randrange(300), "cost": f"{draw.randrange(90_000)}",
                           "currency": draw.choice([currency] * 8 + ["JPY", "GBP"])}


def leads_by(books, platform, model, groups, days):
    """(figure, keys, values, apart) of everything that came by a platform's ads; the last group is the UTM source."""
    filters = [{"field": "sessionSource", "model": model, "is": [SOURCE[platform]]},
               {"field": "msclkid", "model": model, "empty": True}]
    consult = [{"field": "conversionKind", "is": ["calendar"]}]
    for figure, subject, metrics, more in [
        ("contacts", "contacts", ["count"], []), ("consults", "conversions", ["count"], consult),
        ("won", "wins", ["count", "sum"], []),
    ]:
        answer = books.answer(
            {"subject": subject, "metrics": metrics, "groups": groups, "filters": filters + more, **days})
        for keys, values in answer.rows.items():
            if MARK[platform] in (keys[-1] or "") or (platform == "google" and keys[-1] is None):
                yield figure, keys, values, answer.apart.get(keys, {})


class Ledger:
    """One platform's report over some days, from the records."""

    def __init__(self, books, platform, model, first, last):
        self.books, self.days = books, {"from": first, "to": last}
        self.rows = {}
        leads = self._leads(platform, model)
        bought = [c for c in books.costs if c["platform"] == platform and first <= c["day"] <= last]
        # A name finds an ID where it is the name of one campaign only.
        names = {}
        for identifier, name, *_ in leads:
            if identifier and name:
                names.setdefault(name, set()).add(identifier)
        for cost in bought:
            if cost["campaign"]:
                names.setdefault(fold(cost["campaign"]), set()).add(cost["campaignId"])
        for identifier, name, figure, values, apart in leads:
            ids = {identifier} if identifier else names.get(name, set())
            key = f"#{min(ids)}" if len(ids) == 1 else f"~{name}" if name else "-"
            self._add(key, figure, values, apart)
        for cost in bought:
            self._spend(f"#{cost['campaignId']}", cost)

    def _leads(self, platform, model):
        """(ID, name, figure, values, apart) of everything that came by the platform's ads."""
        groups = [{"field": name, "model": model} for name in ("campaignId", "utmCampaign", "utmSource")]
        found = []
        for figure, (identifier, name, _), values, apart in leads_by(self.books, platform, model, groups, self.days):
            identifier = None if identifier == PLACEHOLDER_KEY else identifier
            found.append((identifier, name, figure, values, apart))
        return found

    def _row(self, key):
        return self.rows.setdefault(key, {"contacts": 0, "consults": 0, "won": 0, "revenue": 0, "revenueApart": {}})

    def _add(self, key, figure, values, apart):
        row = self._row(key)
        row[figure] += values[0]
        if figure == "won":
            row["revenue"] += values[1]
            for currency, amount in apart.items():
                row["revenueApart"][currency] = row["revenueApart"].get(currency, 0) + amount

    def _spend(self, key, cost):
        row = self._row(key)
        account = self.books.account
        rate = 1 if cost["currency"] == account["currency"] else account["currencyRates"].get(cost["currency"])
        worth, apart = 0, row.setdefault("costApart", {})
        if rate is None:
            apart[cost["currency"]] = apart.get(cost["currency"], 0) + minor(cost["cost"], cost["currency"])
        else:
            exact = Decimal(str(cost["cost"])) * Decimal(str(rate)) * 10 ** DIGITS.get(account["currency"], 2)
            worth = int(exact.to_integral_value(ROUND_HALF_UP))
        for figure, value in [("impressions", cost["impressions"]), ("clicks", cost["clicks"]), ("cost", worth)]:
            row[figure] = row.get(figure, 0) + value


def compare_ads(api, books, platform, model, first, last):
    """Every figure of every campaign, the quotients, and the two lists of what does not meet."""
    asked = [("model", model), ("from", first), ("to", last), ("limit", "1000")]
    report = api.call(f"/reports/ads/{platform}", asked)
    expected = Ledger(books, platform, model, first, last).rows
    found = {key_of_row(row): figures(row["figures"], report["currency"]) for row in report["rows"]}
    assert found.keys() == expected.keys()
    for key, row in expected.items():
        complete = {"impressions": None, "clicks": None, "cost": None, "costApart": {}, **row}
        assert {name: found[key][name] for name in complete} == complete, (key, platform, model)
    for row in report["rows"]:
        quotients(row["figures"])
    for name in ("contacts", "consults", "won", "revenue"):
        total = sum(row[name] for row in expected.values())
        assert figures(report["total"], report["currency"])[name] == total
    spent = {key for key, row in expected.items() if row.get("cost", 0) > 0 or row.get("costApart")}
    without = {key for key in spent if not expected[key]["contacts"]}
    assert {key_of_row(row) for row in report["spendWithoutLeads"]} == without
    unpaid = {key for key, row in expected.items() if key != "-" and "cost" not in row and row["contacts"]}
    told = {key_of_row(row) for row in report["leadsWithoutSpend"]}
    assert told <= unpaid and len(told) == min(len(unpaid), 50)
    return len(found)


def compare_keywords(api, books, model, first, last):
    """What came by each keyword and match type of Google's; no cost is of a keyword, so the rest has all of it."""
    days = {"from": first, "to": last}
    groups = [{"field": name, "model": model} for name in ("utmKeyword", "utmMatchtype", "utmSource")]
    expected = {}
    for figure, keys, values, _ in leads_by(books, "google", model, groups, days):
        keyword, match, _ = keys
        key = "-" if keyword is None else f"~{keyword}\x1f{match or ''}"
        row = expected.setdefault(key, {"contacts": 0, "consults": 0, "won": 0, "revenue": 0})
        row[figure] += values[0]
        if figure == "won":
            row["revenue"] += values[1]
    asked = [("model", model), ("view", "keywords"), ("limit", "1000"), *days.items()]
    report = api.call("/reports/ads/google", asked)
    found = {}
    for row in report["rows"]:
        text = row["key"]
        if row["placeholder"]:
            text = f"~{PLACEHOLDER_KEY}\x1f{text.partition(chr(0x1f))[2]}"
        told = figures(row["figures"], report["currency"])
        found[text] = {name: told[name] for name in ("contacts", "consults", "won", "revenue")}
        assert text == "-" or row["matchType"] == (text.partition("\x1f")[2] or None)
        quotients(row["figures"])
    for rows in (found, expected):
        rows.setdefault("-", {"contacts": 0, "consults": 0, "won": 0, "revenue": 0})
    assert found == expected
    campaigns = api.call("/reports/ads/google", [("model", model), *days.items()])
    assert report["total"] == campaigns["total"]
    return len(found)


def key_of_row(row):
    text = row["key"]
    return f"~{PLACEHOLDER_KEY}" if row["placeholder"] else text[0] + (key_of(text[1:], False) or "")


def figures(found, currency):
    apart = {name: {money["currency"]: units(money["amount"], money["currency"]) for money in found[name]}
             for name in ("costApart", "revenueApart")}
    return {**found, **apart, "cost": units(found["cost"], currency), "revenue": units(found["revenue"], currency)}


def quotients(found):
    """Blank without a cost, instead of a division by nothing, and where a part of the money is in no sum."""
    cost = None if found["costApart"] else found["cost"]
    for name, below in [("cpc", found["clicks"]), ("cpl", found["contacts"]), ("cpa", found["won"])]:
        if cost is None or not below:
            assert found[name] is None, (name, found)
        else:
            assert abs(found[name] - cost / below) <= 0.51, (name, found)
    if cost and not found["revenueApart"]:
        assert abs(found["roi"] - (found["revenue"] - cost) / cost) < 1e-6, found
    else:
        assert found["roi"] is None, found
