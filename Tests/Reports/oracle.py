"""Every report once more, from the exported records alone: in Python and DuckDB.

Days are days of the account's zone, found by Python's own time zones.
"""
import json
import tempfile
from datetime import timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import duckdb

from answers import Answer
from awkward import midnight
from facts import DIMENSIONS, SOURCES, attributed, converted, counts, fold, is_list, kind, landing, minor, moment


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
                    # Of an amount every digit counts.
                    yield json.loads(line, parse_float=Decimal)

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
        units = minor(line["value"], line["currency"])
        worth = converted(line["value"], line["currency"], self.account)
        return {**contact, "at": moment(won_at) if won_at else contact["at"], "status": line["status"],
                "pipeline": line["pipelineId"], "stage": line["stageId"], "value": worth, "units": units,
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
        values = sorted(values)
        self.database.execute("create table folded as select unnest(?::text[]) as value, unnest(?::text[]) as key",
                              [values, list(map(fold, values))])

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
        """The answer to a question, as the API is asked."""
        return Answer(self, query)
