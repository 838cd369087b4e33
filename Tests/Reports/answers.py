"""One question, answered by a scan of the tables of facts."""
import unicodedata
from datetime import date, timedelta

from awkward import midnight
from facts import column, fold, is_list

# What an amount of the server's can be at most.
MOST = 2**63 - 1
AMOUNTS = ("sum", "minimum", "maximum", "average")


class Answer:
    """`rows` are {(keys, bucket): [values]}, `total` is [values]."""

    def __init__(self, books, query):
        self.books, self.query = books, query
        self._run = books.database.execute
        # The tables below hold one answer at a time.
        books.answered = self
        self.subject = query["subject"]
        self.metrics = query.get("metrics", ["count"])
        self.groups = [column(group, self.subject) for group in query.get("groups", [])]
        first, last = date.fromisoformat(query["from"]), date.fromisoformat(query["to"])
        self._keep(first, last)
        self._divide(first, last)
        self.names = [f"g{n}" for n in range(len(self.groups))] + (["bucket"] if query.get("bucket") else [])
        shown = ", ".join(self.names + [metric(name) for name in self.metrics])
        self.rows = {}
        if self.names:
            for row in self._run(f"select {shown} from divided group by {', '.join(self.names)}").fetchall():
                self.rows[tuple(row[: len(self.names)])] = list(row[len(self.names):])
        self.total = list(self._run(f"select {', '.join(map(metric, self.metrics))} from kept").fetchone())
        self.apart = self._apart("divided", self.names)
        self.total_apart = self._apart("kept", []).get((), {})

    def _keep(self, first, last):
        """The things that are asked for, with the columns that are looked at."""
        zone = self.books.zone
        conditions = [f'"at" >= {midnight(first, zone)}', f'"at" < {midnight(last + timedelta(days=1), zone)}']
        conditions += [self._condition(filter_) for filter_ in self.query.get("filters", [])]
        columns = dict.fromkeys(["at", *self.groups])
        if "visitors" in self.metrics:
            columns["visitor"] = None
        if "distinctContacts" in self.metrics:
            columns["contact"] = None
        if self._has_amounts:
            columns |= dict.fromkeys(["value", "units", "currency"])
        named = ", ".join(f'"{name}"' for name in columns)
        self._run("create or replace temp table kept as"
                  f" select row_number() over () as row, {named} from {self.subject} where {' and '.join(conditions)}")

    @property
    def _has_amounts(self):
        return any(name in AMOUNTS for name in self.metrics)

    def _condition(self, filter_):
        name = column(filter_, self.subject)
        if "empty" in filter_:
            if is_list(name):
                return f"""coalesce(len("{name}"), 0) {'=' if filter_['empty'] else '>'} 0"""
            return f""""{name}" is {'' if filter_['empty'] else 'not '}null"""
        if "contains" in filter_:
            found = f"contains(key, {literal(fold(filter_['contains']))})"
        else:
            found = f"key in ({', '.join(literal(fold(value)) for value in filter_.get('is', filter_.get('isNot')))})"
        values = f"(select coalesce(list(value), []) from folded where {found})"
        found = f'list_has_any("{name}", {values})' if is_list(name) else f'list_contains({values}, "{name}")'
        return f"{'not ' if 'isNot' in filter_ else ''}coalesce({found}, false)"

    def _divide(self, first, last):
        """A row for each of the things and each of its groups."""
        shown, joins = ["kept.*"], ""
        for n, name in enumerate(self.groups):
            if is_list(name):
                joins += (
                    f" left join (select distinct row as r{n}, f.key as g{n}"
                    f' from (select row, unnest("{name}") as value from kept) u join folded f on f.value = u.value'
                    f") l{n} on l{n}.r{n} = kept.row"
                )
                shown.append(f"l{n}.g{n}")
            else:
                joins += f' left join folded f{n} on f{n}.value = kept."{name}"'
                shown.append(f"f{n}.key as g{n}")
        bucket = self.query.get("bucket")
        if bucket:
            borders = ", ".join(f"('{label}', {start})" for label, start in self.books.borders(first, last, bucket))
            joins += f' asof join (values {borders}) stretches (label, start) on kept."at" >= stretches.start'
            shown.append("stretches.label as bucket")
        self._run(f"create or replace temp table divided as select {', '.join(shown)} from kept{joins}")

    def _apart(self, table, names):
        """Of each row {currency: amount} of what is in currencies without a rate, in their smallest units."""
        if "sum" not in self.metrics:
            return {}
        found = {}
        rows = self._run(
            f"select {''.join(f'{name}, ' for name in names)}currency, {bounded('sum(units)')} from {table}"
            " where currency is not null and value is null group by all having sum(units) <> 0").fetchall()
        for row in rows:
            found.setdefault(tuple(row[:-2]), {})[row[-2]] = row[-1]
        return found

    def labels(self, number):
        """What the groups of one of the columns are called: the most frequent spelling of each, of several the one with
        the smallest bytes."""
        assert self.books.answered is self
        name = self.groups[number]
        value = f'unnest("{name}")' if is_list(name) else f'"{name}"'
        rows = self._run(f"select f.key, v.value, count(*) from (select {value} as value from kept) v"
                         " join folded f on f.value = v.value group by all").fetchall()
        counts = {}
        for key, spelling, count in rows:
            spellings = counts.setdefault(key, {})
            spelling = unicodedata.normalize("NFC", spelling.strip())
            spellings[spelling] = spellings.get(spelling, 0) + count
        return {key: min(found, key=lambda spelling: (-found[spelling], spelling.encode()))
                for key, found in counts.items()}

    def visitors_but(self, keys):
        """The different visitors of every group of the first column but these."""
        assert self.books.answered is self
        rows = self._run("select g0, visitor from divided group by all").fetchall()
        return len({visitor for key, visitor in rows if key not in keys})


def literal(text):
    """A text within SQL; DuckDB looks for a dozen of modules whenever a value is bound."""
    return "'" + text.replace("'", "''") + "'"


def bounded(amount):
    return f"greatest(least({amount}, {MOST}), {-MOST - 1})::bigint"


def metric(name):
    """An average is rounded half up, as every amount is; of exact sums, which no binary fraction would be."""
    return {
        "count": "count(*)", "visitors": "count(distinct visitor)", "distinctContacts": "count(distinct contact)",
        "sum": bounded("coalesce(sum(value), 0)"), "minimum": "min(value)", "maximum": "max(value)",
        "average": "(sum(value) * 2 + count(value)) // nullif(count(value) * 2, 0)",
    }[name]
