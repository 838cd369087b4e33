"""The same report in other clothes: as CSV, in another order, shortened."""
import csv
import io
import urllib.parse
import urllib.request
from decimal import Decimal

from reports import UNFILLED, money_apart, sum_of, units

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


def told_apart(text):
    pairs = (piece.rsplit(" ", 1) for piece in text.split("; ") if piece)
    return {currency: units(amount, currency) for amount, currency in pairs}


def is_rounded(text, value, digits):
    """Whether a text is a value to so many digits; blank is None. A half of binary fractions may go either way."""
    if value is None or text == "":
        return value is None and text == ""
    unit = Decimal(10) ** -digits
    return Decimal(text) % unit == 0 and abs(Decimal(text) - Decimal(value)) <= unit / 2 + Decimal("1e-12")


def readable(row):
    """What people read for a row, which programs read as it was sent."""
    return UNFILLED if row["isPlaceholder"] else row["name"].lstrip("'")


def compare_attribution_csv(api, asked):
    """Every line of the file is a row of the report, in its order, then the others and the total."""
    report = api.call("/reports/attribution", asked)
    found = lines(api, "/reports/attribution.csv", asked)
    rows = report["rows"] + [row for row in [report["other"]] if row]
    expected = [row["figures"] for row in rows] + [report["total"]]
    assert len(found) == len(expected)
    # What a spreadsheet would take for a formula has a mark in front.
    assert [line["Name"].lstrip("'") for line in found] == [readable(row) for row in rows] + [""]
    for line, figures in zip(found, expected):
        compare_attribution_line(line, figures, report["currency"])
    before = [row["before"] for row in rows] + [report["totalBefore"]]
    for line, figures in zip(found, before):
        assert (figures is None) == ("Visits Before" not in line), line
        if figures:
            compare_attribution_line(line, figures, report["currency"], " Before")
    return len(found)


def compare_attribution_line(line, figures, currency, when=""):
    """Every figure of a line of the file."""
    for title, name in ATTRIBUTION.items():
        if title + when in line:
            assert number(line[title + when]) == figures[name], (line, figures)
    assert money(line[f"Revenue ({currency}){when}"], currency) == units(figures["revenue"], currency), (line, figures)
    assert told_apart(line["Revenue Without A Rate" + when]) == money_apart(figures["revenueApart"]), (line, figures)
    for title, name in [("Conversion Rate (%)", "conversionRate"), ("Share (%)", "share")]:
        hundredths = None if figures[name] is None else figures[name] * 100
        assert is_rounded(line[title + when], hundredths, 2), (title, line, figures)


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
        assert told_apart(line["Cost Apart"]) == money_apart(figures["costApart"]), (line, figures)
        assert told_apart(line["Revenue Apart"]) == money_apart(figures["revenueApart"]), (line, figures)
        assert is_rounded(line["ROI (%)"], None if figures["roi"] is None else figures["roi"] * 100, 2), (line, figures)
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
                _sums(short["other"].get("figures", short["other"]), whole["rows"][3:])


def _sums(other, rows):
    """Every figure but those that are no sums."""
    for name in ("visits", "contacts", "consults", "opportunities", "won", "revenue", "impressions", "clicks", "cost"):
        if name in other:
            known = [row["figures"][name] for row in rows if row["figures"][name] is not None]
            assert other[name] == (sum(known) if known else None), (name, other)
    for name in ("costApart", "revenueApart"):
        if name in other:
            total = sum_of(money_apart(row["figures"][name]) for row in rows)
            assert money_apart(other[name]) == {code: amount for code, amount in total.items() if amount}, (name, other)
