"""The same report in other clothes: as CSV, in another order, shortened."""
import csv
import io
import urllib.parse
import urllib.request

from oracle import DIGITS, Decimal
from reports import units

ATTRIBUTION = {
    "Visits": "visits", "Visitors": "visitors", "Contacts": "contacts", "Consults": "consults",
    "Opportunities": "opportunities", "Won": "won",
}
ADS = {"Impressions": "impressions", "Clicks": "clicks", "Contacts": "contacts", "Consults": "consults", "Won": "won"}
ADS_MONEY = {"Cost": "cost", "CPC": "cpc", "CPL": "cpl", "Revenue": "revenue", "CPA": "cpa"}


def lines(api, path, parameters):
    """A CSV answer as dictionaries by title."""
    query = urllib.parse.urlencode([("locationId", api.location), *parameters])
    request = urllib.request.Request(
        f"{api.url}{path}?{query}", headers={"Authorization": f"Bearer {api.token}", "Version": "2021-07-28"})
    with urllib.request.urlopen(request, timeout=600) as answer:
        text = answer.read().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def number(text):
    return int(text) if text else None


def money(text, currency):
    return units(text, currency) if text else None


def apart(amounts):
    return {(one["currency"], units(one["amount"], one["currency"])) for one in amounts}


def told_apart(text):
    pairs = (piece.rsplit(" ", 1) for piece in text.split("; ") if piece)
    return {(currency, units(amount, currency)) for amount, currency in pairs}


def compare_attribution_csv(api, asked):
    """Every line of the file is a row of the report, in its order, then the others and the total."""
    report = api.call("/reports/attribution", asked)
    found = lines(api, "/reports/attribution.csv", asked)
    rows = report["rows"] + [row for row in [report["other"]] if row]
    expected = [row["figures"] for row in rows] + [report["total"]]
    assert len(found) == len(expected)
    currency = report["currency"]
    for line, figures in zip(found, expected):
        for title, name in ATTRIBUTION.items():
            if title in line:
                assert number(line[title]) == figures[name], (line, figures)
        assert money(line[f"Revenue ({currency})"], currency) == units(figures["revenue"], currency), (line, figures)
        assert told_apart(line["Revenue Without A Rate"]) == apart(figures["revenueApart"]), (line, figures)
        for title, name in [("Conversion Rate (%)", "conversionRate"), ("Share (%)", "share")]:
            if figures[name] is None:
                assert line[title] == "", (line, figures)
            else:
                assert abs(float(line[title]) - figures[name] * 100) < 0.00501, (line, figures)
    return len(found)


def compare_ads_csv(api, platform, asked):
    """The same of the ads, whose file is always the whole table."""
    report = api.call(f"/reports/ads/{platform}", [*asked, ("limit", "1000")])
    found = lines(api, f"/reports/ads/{platform}.csv", asked)
    expected = [row["figures"] for row in report["rows"]] + [one for one in [report["other"]] if one]
    expected.append(report["total"])
    assert len(found) == len(expected)
    currency = report["currency"]
    for line, figures in zip(found, expected):
        assert line["Currency"] == currency
        for title, name in ADS.items():
            if title in line:
                assert number(line[title]) == figures[name], (title, line, figures)
        for title, name in ADS_MONEY.items():
            assert money(line[title], currency) == units(figures[name], currency), (title, line, figures)
        assert told_apart(line["Cost Apart"]) == apart(figures["costApart"]), (line, figures)
        assert told_apart(line["Revenue Apart"]) == apart(figures["revenueApart"]), (line, figures)
        assert (line["ROI"] == "") == (figures["roi"] is None)
        assert figures["roi"] is None or abs(float(line["ROI"]) - figures["roi"]) < 0.000051, (line, figures)
    return len(found)


def compare_order(api, path, parameters, sorts):
    """Rows stand in the order that was asked for, blanks last; a shortened report begins as the whole one does, and its
    last row is the sum of what it leaves out."""
    for sort in sorts:
        for order in ("asc", "desc"):
            asked = [*parameters, ("sort", sort), ("order", order)]
            whole = api.call(path, [*asked, ("limit", "1000")])
            values = [row["figures"][sort] for row in whole["rows"]]
            known = [value for value in values if value is not None]
            assert known == sorted(known, reverse=order == "desc"), (path, sort, order)
            assert values[len(known):] == [None] * (len(values) - len(known)), (path, sort, order)
            short = api.call(path, [*asked, ("limit", "3")])
            assert short["rows"] == whole["rows"][:3]
            assert short["otherCount"] == max(0, len(values) - 3)
            assert short["total"] == whole["total"]
            if short["other"]:
                _sums(short["other"].get("figures", short["other"]), whole["rows"][3:], whole["currency"])


def _sums(other, rows, currency):
    digits = DIGITS.get(currency, 2)
    for name in ("contacts", "consults", "won", "revenue"):
        total = sum(Decimal(str(row["figures"][name])) for row in rows)
        assert round(Decimal(str(other[name])) - total, digits) == 0, (name, other)
