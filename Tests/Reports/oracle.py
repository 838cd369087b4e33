"""Every report once more, from the exported records alone: in Python and DuckDB, and by no word of the server's.

A value is read off a landing as browsers read it; what differs in nothing but case or the spaces around it is one
group; days are days of the account's zone, found by Python's own time zones.
"""
import json
import re
import tempfile
import unicodedata
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from urllib.parse import unquote
from zoneinfo import ZoneInfo

import duckdb

from awkward import midnight

PARAMETERS = {
    "utmSource": ["utm_source"], "utmMedium": ["utm_medium"], "utmCampaign": ["utm_campaign", "campaign"],
    "utmContent": ["utm_content"], "utmTerm": ["utm_term"], "utmKeyword": ["utm_keyword", "keyword"],
    "utmMatchtype": ["utm_matchtype"], "campaignId": ["campaign_id", "utm_id", "gad_campaignid"],
    "adGroupId": ["ad_group_id"], "adId": ["ad_id"], "adName": ["ad_name"],
    "gclid": ["gclid"], "gbraid": ["gbraid"], "wbraid": ["wbraid"], "msclkid": ["msclkid"], "dclid": ["dclid"],
    "fbclid": ["fbclid"], "ttclid": ["ttclid"],
}
# The ten sources by the label that exports show.
SOURCES = {
    "Paid Search": "paid_search", "Paid Social": "paid_social", "Organic Search": "organic_search",
    "Social Media": "social_media", "Referrals": "referral", "Direct Traffic": "direct", "Others": "others",
    "CRM UI": "crm_ui", "CRM Workflows": "crm_workflows", "Third-Party": "third_party",
}
CLICK_IDS = ["gclid", "gbraid", "wbraid", "msclkid", "dclid", "fbclid", "ttclid"]
LANDING = ["landingPage", "landingHost", "referrerHost"]
DIMENSIONS = ["sessionSource", "subLabel", "medium", "form", *PARAMETERS, *LANDING]
PLACEHOLDER = re.compile(r"(\{[^{}]+\}|\{\{[^{}]+\}\}|%7[Bb].+%7[Dd])")
PLACEHOLDER_KEY = "\u0000placeholder"
DIGITS = {"JPY": 0, "KRW": 0, "CLP": 0, "KWD": 3, "BHD": 3}


def fold(value):
    """What a value is compared by."""
    if PLACEHOLDER.fullmatch(value.strip()):
        return PLACEHOLDER_KEY
    # At the end of a word Greek has another small sigma, and it is the same letter.
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", value).strip().lower()).replace("ς", "σ")


def parameters(url):
    """The first value of each key; of the fragment's own query only where the query holds nothing."""
    address, _, fragment = url.partition("#")
    query = address.partition("?")[2]
    if not query.strip("&"):
        query = fragment.partition("?")[2]
    found = {}
    for piece in query.split("&"):
        key, _, value = piece.partition("=")
        key, value = (unquote(text.replace("+", " "), errors="replace") for text in (key, value))
        found.setdefault(key, value)
    return found


def said(value):
    """A value that says nothing is none."""
    return value if value and value.strip() and value != "null" else None


def place(url):
    """(host and path, host) of a URL; nothing of what is none."""
    found = re.match(r"(?:https?)://([^/?#]*)([^?#]*)", url or "", re.IGNORECASE)
    if not found:
        return None, None
    host = found[1].rsplit("@", 1)[-1].split(":", 1)[0].rstrip(".").lower()
    return host + (found[2] or "/"), host


def referrer_host(url):
    found = re.match(r"(?:https?|android-app)://([^/?#]*)", url or "", re.IGNORECASE)
    return found and (found[1].rsplit("@", 1)[-1].split(":", 1)[0].rstrip(".").lower() or None)


def landing(url, referrer):
    """The dimensions of a landing."""
    given = parameters(url)
    values = {name: next((v for v in map(said, map(given.get, keys)) if v), None) for name, keys in PARAMETERS.items()}
    for name in CLICK_IDS:
        values[name] = "present" if values[name] else None
    values["landingPage"], values["landingHost"] = place(url)
    values["referrerHost"] = referrer_host(referrer)
    return values


def attributed(record, prefix, opinions):
    """The dimensions of one of a contact's attributions, with the verdict of the rules in force."""
    record = record or {}
    record = record | (opinions.get(record.get("submissionId")) or {})
    values = {name: record.get(name) for name in ["sessionSource", "subLabel", "medium", *PARAMETERS]}
    for name in CLICK_IDS:
        values[name] = "present" if record.get(name) else None
    values["form"] = record.get("formName")
    values["sessionSource"] = SOURCES.get(record.get("sessionSource"))
    values["landingPage"], values["landingHost"] = place(record.get("url"))
    values["referrerHost"] = referrer_host(record.get("referrer"))
    return {f"{prefix}.{name}": values.get(name) for name in DIMENSIONS}


class Books:
    """An account's records as tables of facts, one for each subject."""

    def __init__(self, folder, fields):
        """`fields` are the IDs of custom fields by their keys."""
        self._fields = fields
        [self.account] = self._lines(folder, "account")
        self.zone = ZoneInfo(self.account["timezone"])
        self.week_starts_on = {"monday": 0, "saturday": 5, "sunday": 6}[self.account["weekStartsOn"]]
        self.database = duckdb.connect()
        self.database.execute("set threads = 2")
        contacts = {}
        told = ((line["submissionId"], line["secondOpinion"]) for line in self._lines(folder, "conversions"))
        self._opinions = {submission: opinion for submission, opinion in told if opinion}
        for line in self._lines(folder, "contacts"):
            contacts[line["contactId"]] = self._contact(line)
        self._table("visits", map(self._visit, self._lines(folder, "visits")))
        self._table("contacts", contacts.values())
        conversions = (line for line in self._lines(folder, "conversions") if counts(line))
        self._table("conversions", (self._conversion(line, contacts) for line in conversions))
        deals = list(self._lines(folder, "opportunities"))
        self._table("opportunities", (self._deal(line, contacts, None) for line in deals))
        self._table("wins", (self._deal(l, contacts, l["lastStatusChangeAt"]) for l in deals if l["status"] == "won"))
        self.costs = list(self._lines(folder, "costs"))
        self._fold_values()

    @staticmethod
    def _lines(folder, kind):
        with open(folder / f"{kind}.jsonl", encoding="utf-8") as file:
            # A line may hold what Python takes for the end of one.
            for line in file.read().split("\n"):
                if line:
                    yield json.loads(line)

    def _visit(self, line):
        values = landing(line["url"], line["referrer"])
        said = line["secondOpinion"] or line
        values |= {"sessionSource": SOURCES[said["sessionSource"]], "subLabel": said["subLabel"]}
        return {"at": moment(line["startedAt"]), "visitor": line["visitorId"],
                **{f"first.{name}": values.get(name) for name in DIMENSIONS}}

    def _contact(self, line):
        custom = {f"customField.{self._fields[key]}": [value] if value else []
                  for key, value in line["customFields"].items() if key in self._fields}
        return {"at": moment(line["dateAdded"]), "contact": line["contactId"], "contactSource": line["source"],
                "tag": line["tags"], **custom, **attributed(line["attributionSource"], "first", self._opinions),
                **attributed(line["lastAttributionSource"], "latest", self._opinions)}

    def _conversion(self, line, contacts):
        kind = line["medium"] or line["kind"]
        return {**contacts[line["contactId"]], "at": moment(line["occurredAt"]), "conversionKind": kind}

    def _deal(self, line, contacts, won_at):
        contact = contacts[line["contactId"]]
        own = self.account["currency"]
        units = minor(line["value"], line["currency"])
        rate = 1 if line["currency"] == own else self.account["currencyRates"].get(line["currency"])
        converted = None
        if rate is not None:
            worth = Decimal(str(line["value"])) * Decimal(str(rate))
            converted = int((worth * 10 ** DIGITS.get(own, 2)).to_integral_value(ROUND_HALF_UP))
        return {**contact, "at": moment(won_at) if won_at else contact["at"], "status": line["status"],
                "pipeline": line["pipelineId"], "stage": line["stageId"], "value": converted, "units": units,
                "currency": line["currency"]}

    def _table(self, name, rows):
        # Through a file: row by row it would take minutes.
        columns = set()
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
            for row in rows:
                columns |= row.keys()
                file.write(json.dumps(row) + "\n")
            file.flush()
            columns = sorted(columns | {"at", "visitor", "contact", "value", "units", "currency"})
            types = ", ".join(f"'{column}': '{kind(column)}'" for column in columns)
            self.database.execute(
                f"create table {name} as select * from read_json('{file.name}', format='newline_delimited',"
                f" columns={{{types}}}, maximum_object_size=16777216)"
            )
        self._columns = getattr(self, "_columns", {}) | {name: columns}

    def _fold_values(self):
        """A table of every value with what it is compared by."""
        values = set()
        for table, columns in self._columns.items():
            for column in columns:
                if column in ("at", "value", "units", "visitor", "contact"):
                    continue
                item = f'unnest("{column}")' if is_list(column) else f'"{column}"'
                rows = self.database.execute(f"select distinct {item} from {table}").fetchall()
                values |= {row[0] for row in rows if row[0] is not None}
        self.database.execute("create table folded (value text, key text)")
        if values:
            self.database.executemany("insert into folded values (?, ?)", [(v, fold(v)) for v in sorted(values)])

    def borders(self, first, last, bucket="day"):
        """(label, first moment) of each stretch of the range, clipped to it."""
        day = first
        while day <= last:
            yield day.isoformat(), midnight(day, self.zone)
            if bucket == "day":
                day += timedelta(days=1)
            elif bucket == "week":
                day += timedelta(days=7 - (day.weekday() - self.week_starts_on) % 7)
            else:
                day = (day.replace(day=1) + timedelta(days=32)).replace(day=1)

    def answer(self, query):
        """Rows and total of a question, as the API is asked: {(keys, bucket): [values]}, labels, [values]."""
        return Answer(self, query)


def counts(conversion):
    """Whether a conversion is one in reports."""
    return conversion["status"] in ("accepted", "split") and conversion["kind"] != "update" and conversion["contactId"]


def moment(text):
    """UTC milliseconds of what exports write."""
    days = date(int(text[0:4]), int(text[5:7]), int(text[8:10])).toordinal() - 719_163
    clock = int(text[11:13]) * 3_600 + int(text[14:16]) * 60 + int(text[17:19])
    return (days * 86_400 + clock) * 1_000 + int(text[20:23])


def minor(amount, currency):
    return int(Decimal(str(amount)) * 10 ** DIGITS.get(currency, 2))


class Answer:
    """One question, answered by a scan."""

    def __init__(self, books, query):
        self.books, self.query = books, query
        subject = query["subject"]
        first, last = date.fromisoformat(query["from"]), date.fromisoformat(query["to"])
        run = books.database.execute
        low, high = midnight(first, books.zone), midnight(last + timedelta(days=1), books.zone)
        conditions = [f'"at" >= {low}', f'"at" < {high}']
        self.bound = []
        for filter_ in query.get("filters", []):
            conditions.append(self._condition(filter_))
        run(f"create or replace temp table kept as select row_number() over () as row, * from {subject} where "
            + " and ".join(conditions), self.bound)
        groups = [column(group, subject) for group in query.get("groups", [])]
        self._divide(run, groups, first, last)
        metrics = query.get("metrics", ["count"])
        names = [f"g{n}" for n in range(len(groups))] + (["bucket"] if query.get("bucket") else [])
        shown = ", ".join(names + [metric(name) for name in metrics])
        rows = run(f"select {shown} from divided" + (f" group by {', '.join(names)}" if names else "")).fetchall()
        self.rows = {tuple(row[: len(names)]): list(row[len(names):]) for row in rows} if names else {}
        self.apart = self._apart(run, names)
        self.total = list(run(f"select {', '.join(map(metric, metrics))} from kept").fetchone())
        self.labels = [self._labels(run, name, f"v{n}", f"g{n}") for n, name in enumerate(groups)]

    def _condition(self, filter_):
        name = column(filter_, self.query["subject"])
        values = f'"{name}"' if is_list(name) else f'case when "{name}" is null then []::text[] else ["{name}"] end'
        if "empty" in filter_:
            return f"len({values}) {'=' if filter_['empty'] else '>'} 0"
        text = "contains(key, ?)" if "contains" in filter_ else "list_contains(?::text[], key)"
        asked = filter_.get("contains", filter_.get("is", filter_.get("isNot")))
        bound = fold(asked) if "contains" in filter_ else [fold(value) for value in asked]
        found = self.books.database.execute(f"select value from folded where {text}", [bound]).fetchall()
        self.bound.append([value for value, in found])
        return f"{'not ' if 'isNot' in filter_ else ''}list_has_any({values}, ?::text[])"

    def _divide(self, run, groups, first, last):
        """A row for each of the things and each of its groups."""
        source, shown = "kept", ["kept.*"]
        joins = ""
        for n, name in enumerate(groups):
            if is_list(name):
                joins += (
                    f" left join (select row as r{n}, f.key as g{n}, min(f.value) as v{n}"
                    f' from (select row, unnest("{name}") as value from kept) u join folded f on f.value = u.value'
                    f" group by 1, 2) l{n} on l{n}.r{n} = kept.row"
                )
                shown += [f"l{n}.g{n}", f"l{n}.v{n}"]
            else:
                joins += f' left join folded f{n} on f{n}.value = kept."{name}"'
                shown += [f"f{n}.key as g{n}", f'kept."{name}" as v{n}']
        bucket = self.query.get("bucket")
        if bucket:
            run("create or replace temp table stretches (label text, start bigint)")
            for label, start in self.books.borders(first, last, bucket):
                run("insert into stretches values (?, ?)", [label, start])
            joins += ' asof join stretches on kept."at" >= stretches.start'
            shown.append("stretches.label as bucket")
        run(f"create or replace temp table divided as select {', '.join(shown)} from {source}{joins}")

    @staticmethod
    def _apart(run, names):
        """Of each row what is in currencies without a rate, in their smallest units."""
        found = {}
        rows = run(
            f"select {''.join(f'{name}, ' for name in names)}currency, sum(units)::bigint from divided"
            f" where currency is not null and value is null group by all"
            f" having sum(units) <> 0").fetchall()
        for row in rows:
            found.setdefault(tuple(row[:-2]), {})[row[-2]] = row[-1]
        return found

    @staticmethod
    def _labels(run, name, value, key):
        """Of each group the most frequent spelling, of several the one with the smallest bytes."""
        source = f"select {key} as key, {value} as value from divided"
        if is_list(name):
            source = f'select key, value from (select unnest("{name}") as value from kept) join folded using (value)'
        counts = {}
        for group, spelling in run(f"select key, value from ({source}) where key is not null").fetchall():
            spellings = counts.setdefault(group, {})
            spelling = unicodedata.normalize("NFC", spelling.strip())
            spellings[spelling] = spellings.get(spelling, 0) + 1
        return {group: min(found, key=lambda spelling: (-found[spelling], spelling.encode()))
                for group, found in counts.items()}


def is_list(column):
    """Whether a thing has any number of it."""
    return column == "tag" or column.startswith("customField.")


def kind(column):
    """What a column of facts holds, for DuckDB."""
    return "VARCHAR[]" if is_list(column) else "BIGINT" if column in ("at", "value", "units") else "VARCHAR"


def column(group, subject):
    """The name of a column in the tables of facts."""
    field = group["field"]
    if field not in DIMENSIONS:
        return field
    return f"first.{field}" if subject == "visits" else f"{group.get('model', 'first')}.{field}"


def metric(name):
    return {
        "count": "count(*)", "visitors": "count(distinct visitor)", "distinctContacts": "count(distinct contact)",
        "sum": "coalesce(sum(value), 0)::bigint", "minimum": "min(value)", "maximum": "max(value)",
        "average": "avg(value)",
    }[name]
