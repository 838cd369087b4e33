"""The reports of Google Ads and Facebook Ads once more, from the records: a tree of campaigns, groups and ads."""
from facts import PLACEHOLDER_KEY, converted, fold, minor

SOURCE = {"google": "paid_search", "facebook": "paid_social"}
MARK = {"google": "adwords", "facebook": "fb_ad"}
# By level the columns with the ID and the name: what a tag means depends on the template.
TREE = {
    "google": [("campaignId", "utmCampaign"), ("adGroupId", "utmContent"), ("adId", "utmMedium")],
    "facebook": [("campaignId", "utmCampaign"), ("adGroupId", "utmMedium"), ("adId", "utmContent")],
}
NOBODY = (None, None)


def leads_by(books, platform, model, fields, days):
    """(figure, keys, labels, values, apart) of everything that came by a platform's ads."""
    groups = [{"field": name, "model": model} for name in (*fields, "utmSource")]
    filters = [{"field": "sessionSource", "model": model, "is": [SOURCE[platform]]}]
    if platform == "google":
        filters.append({"field": "msclkid", "model": model, "empty": True})
    consult = [{"field": "conversionKind", "is": ["calendar"]}]
    for figure, subject, metrics, more in [
        ("contacts", "contacts", ["count"], []), ("consults", "conversions", ["count"], consult),
        ("won", "wins", ["count", "sum"], []),
    ]:
        answer = books.answer(
            {"subject": subject, "metrics": metrics, "groups": groups, "filters": filters + more, **days})
        labels = [answer.labels(number) for number in range(len(fields))]
        for keys, values in answer.rows.items():
            if MARK[platform] in (keys[-1] or "") or (platform == "google" and keys[-1] is None):
                called = [names.get(key) for names, key in zip(labels, keys)]
                yield figure, keys[:-1], called, values, answer.apart.get(keys, {})


class Figures:
    """What a row has; `spend` is None while no cost is known."""

    def __init__(self):
        self.results = {"contacts": 0, "consults": 0, "won": 0, "revenue": 0}
        self.revenue_apart = {}
        self.spend = None

    def take(self, figure, values, apart):
        self.results[figure] += values[0]
        if figure == "won":
            self.results["revenue"] += values[1]
            self.revenue_apart = added(self.revenue_apart, apart)

    def pay(self, spend):
        self.spend = added(self.spend or {}, spend)

    def told(self):
        """As the report has it."""
        spend = self.spend
        known = ("impressions", "clicks", "cost")
        return {
            **self.results, "revenueApart": without_nothing(self.revenue_apart),
            **{name: None if spend is None else spend.get(name, 0) for name in known},
            "costApart": without_nothing({name: n for name, n in (spend or {}).items() if name not in known}),
        }


class Ledger:
    """One platform's costs and leads over some days: `rows(path)` of a path of keys are {key: Figures}."""

    def __init__(self, books, platform, model, first, last):
        self.days = {"from": first, "to": last}
        self.account = books.account
        fields = [field for pair in TREE[platform] for field in pair]
        # (three places as (ID, name), three labels, figure, values, apart)
        self.leads = []
        for figure, keys, labels, values, apart in leads_by(books, platform, model, fields, self.days):
            pairs = [(None if keys[n] == PLACEHOLDER_KEY else keys[n], keys[n + 1]) for n in (0, 2, 4)]
            self.leads.append((pairs, labels[1::2], figure, values, apart))
        self.bought = [c for c in books.costs if c["platform"] == platform and first <= c["day"] <= last]
        self._tree, self._rows = {}, {}
        # By path (the newest day of a cost, the name).
        self.labels = {}
        self._divide((), [(pairs, labels, None) for pairs, labels, *_ in self.leads]
                     + [(places(cost), names(cost), cost["day"]) for cost in self.bought])
        for pairs, _, figure, values, apart in self.leads:
            path = self.path(pairs)
            for depth in range(1, 4):
                self._row(path[:depth]).take(figure, values, apart)
        self._spend()

    def _divide(self, above, things, depth=0):
        """Names things below a path: by ID; by name, where it is not the name of one ID alone."""
        if depth == 3:
            return
        owners = {}
        for pairs, _, _ in things:
            identifier, name = pairs[depth]
            if identifier and name and name != PLACEHOLDER_KEY:
                owners.setdefault(name, set()).add(identifier)
        self._tree[above] = owners
        parts = {}
        for thing in things:
            pairs, called, day = thing
            key = self._key(above, pairs[depth])
            parts.setdefault(key, []).append(thing)
            is_called = called[depth] and pairs[depth][1] != PLACEHOLDER_KEY
            if is_called and (pairs[depth][0] or key[0] == "~"):
                told = (day or "", called[depth])
                self.labels[above + (key,)] = max(told, self.labels.get(above + (key,), told))
        for key, those in parts.items():
            self._divide(above + (key,), those, depth + 1)

    def _key(self, above, pair):
        identifier, name = pair
        owners = self._tree[above].get(name, set())
        if not identifier and len(owners) == 1:
            [identifier] = owners
        return f"#{identifier}" if identifier else f"~{name}" if name else "-"

    def path(self, pairs):
        path = ()
        for pair in pairs:
            path += (self._key(path, pair),)
        return path

    def _row(self, path):
        return self._rows.setdefault(path[:-1], {}).setdefault(path[-1], Figures())

    def rows(self, path=()):
        return self._rows.get(tuple(path), {})

    def total(self, path=()):
        total = Figures()
        for row in self.rows(path).values():
            for figure, value in row.results.items():
                total.results[figure] += value
            total.revenue_apart = added(total.revenue_apart, row.revenue_apart)
            if row.spend is not None:
                total.pay(row.spend)
        return total

    def worth(self, cost):
        """What a cost adds to the columns."""
        spend = {"impressions": cost["impressions"], "clicks": cost["clicks"]}
        worth = converted(cost["cost"], cost["currency"], self.account)
        if worth is None:
            return spend | {cost["currency"]: minor(cost["cost"], cost["currency"])}
        return spend | {"cost": worth}

    def _spend(self):
        """Files say the same money at several levels: of a day the coarsest counts, and what its parts do not account
        for is nobody's."""
        days = {}
        for cost in self.bought:
            campaign, group, ad = self.path(places(cost))
            own = (campaign, cost["day"])
            levels = days.setdefault(own, {"campaign": None, "groups": {}})
            if cost["level"] == "campaign":
                levels["campaign"] = added(levels["campaign"] or {}, self.worth(cost))
                continue
            parts = levels["groups"].setdefault(group, {"group": None, "ads": {}, "keyword": None})
            if cost["level"] == "ad":
                parts["ads"][ad] = added(parts["ads"].get(ad, {}), self.worth(cost))
            else:
                parts[cost["level"]] = added(parts[cost["level"]] or {}, self.worth(cost))
        for (campaign, _), levels in days.items():
            inside = {}
            for group, parts in levels["groups"].items():
                ads = {}
                for ad, spend in parts["ads"].items():
                    self._row((campaign, group, ad)).pay(spend)
                    ads = added(ads, spend)
                spend = parts["group"] or (ads if parts["ads"] else parts["keyword"]) or {}
                self._row((campaign, group)).pay(spend)
                self._rest((campaign, group, "-"), spend, ads)
                inside = added(inside, spend)
            whole = levels["campaign"] or inside
            self._row((campaign,)).pay(whole)
            self._rest((campaign, "-"), whole, inside)
            self._rest((campaign, "-", "-"), whole, inside)

    def _rest(self, path, whole, parts):
        rest = without_nothing(added(whole, {name: -value for name, value in parts.items()}))
        if rest:
            self._row(path).pay(rest)


def places(cost):
    """(ID, name) of the campaign, the group and the ad of a cost; what is below its level is nobody."""
    pairs = [(cost[f"{part}Id"] or None, cost[part] and fold(cost[part])) for part in ("campaign", "group", "ad")]
    deep = {"campaign": 1, "group": 2, "keyword": 2, "ad": 3}[cost["level"]]
    return pairs[:deep] + [NOBODY] * (3 - deep)


def names(cost):
    return [cost[part] and cost[part].strip() for part in ("campaign", "group", "ad")]


class Keywords:
    """Google's keywords with their match types, wherever they stand: {key: Figures}."""

    def __init__(self, books, ledger, model):
        self.rows = {}
        known = {}
        bought = [cost for cost in ledger.bought if cost["keyword"]]
        for cost in bought:
            known.setdefault(fold(cost["keyword"]), set()).add(cost["matchType"])
        for figure, (keyword, match), _, values, apart in leads_by(
                books, "google", model, ("utmKeyword", "utmMatchtype"), ledger.days):
            if keyword and not match and len(known.get(keyword, ())) == 1:
                [match] = known[keyword]
            self._row(keyword, match).take(figure, values, apart)
        paid = {}
        for cost in bought:
            spend = ledger.worth(cost)
            self._row(fold(cost["keyword"]), cost["matchType"]).pay(spend)
            paid = added(paid, spend)
        total = ledger.total().spend
        rest = total and without_nothing(added(total, {name: -value for name, value in paid.items()}))
        if rest:
            self._row(None, None).pay(rest)

    def _row(self, keyword, match):
        key = f"~{keyword}\x1f{match or ''}" if keyword else "-"
        return self.rows.setdefault(key, Figures())


def added(one, other):
    return {name: one.get(name, 0) + other.get(name, 0) for name in one.keys() | other.keys()}


def without_nothing(amounts):
    return {name: amount for name, amount in amounts.items() if amount}
