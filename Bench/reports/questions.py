"""What is asked of the reports, and the same asked of DuckDB over the rows they were made from."""
from datetime import datetime, timedelta, timezone

# Each level of the attribution report, by the path that opens it.
LEVELS = {
    "source": [], "medium": ["paid_search"], "campaign": ["paid_search", "ad 0"],
    "content": ["paid_search", "ad 0", "search campaign 0"],
    "landing page": ["paid_search", "ad 0", "search campaign 0", "group 0"],
    "engine": ["organic_search"], "direct": ["direct"],
}
COLUMNS = ["source", "utm_medium", "utm_campaign", "utm_content", "page"]
FILTERS = {
    "campaign": ("utmCampaign:is:Search Campaign 3", "lower(utm_campaign) = 'search campaign 3'"),
    "keyword": ("utmKeyword:contains:keyword 1", "contains(lower(utm_keyword), 'keyword 1')"),
    "landing host": ("landingHost:is:www.clinic.example", "page like 'https://www.clinic.example/%'"),
    "tag": ("tag:is:tag 3", "id in (select contact_id from tags where tag = 'tag 3')"),
    "form": ("form:is:Consultation", "form_name = 'Consultation'"),
}
DASHBOARD = [
    ("contacts", ["count"], None, None), ("visits", ["visitors"], None, None), ("wins", ["sum"], None, None),
    ("opportunities", ["count"], "sessionSource", None), ("contacts", ["count"], "sessionSource", None),
    ("contacts", ["count"], None, "day"), ("visits", ["count"], None, "day"),
    ("contacts", ["count"], "utmCampaign", None),
    ("contacts", ["count"], "contactSource", None), ("contacts", ["count"], "tag", None),
    ("wins", ["sum", "count"], "utmCampaign", None), ("conversions", ["count"], "conversionKind", "week"),
]


def days(number, end, length=90):
    """Ninety days of the year, other ones each time."""
    last = datetime.fromtimestamp(end / 1_000, timezone.utc).date() - timedelta(days=1 + number * 13 % 270)
    return last - timedelta(days=length - 1), last


def moments(first, last):
    def moment(day):
        return int(datetime(day.year, day.month, day.day, tzinfo=timezone.utc).timestamp()) * 1_000
    return moment(first), moment(last + timedelta(days=1))


def prepare(database):
    """The facts of contacts and deals in one table each, as somebody who asks DuckDB often would keep them."""
    tables = {name for name, in database.execute("select table_name from duckdb_tables()").fetchall()}
    if "contact_facts" not in tables:
        database.execute(
            "create table contact_facts as select c.id, c.created_at, v.* exclude (contact_id, ms, id) from contacts c"
            " join conversions v on v.contact_id = c.id and v.ordinal = 1 order by created_at")
        database.execute(
            "create table deal_facts as select f.*, o.status, o.value, o.status_changed_at, o.currency"
            " from opportunities o"
            " join contact_facts f on f.id = o.contact_id")


def in_duckdb(path, condition, low, high, visitors=False):
    """The statements that answer a level of the report."""
    column = COLUMNS[len(path)] if path[:1] != ["direct"] else "page"
    opened = " and ".join([f"lower({name}) = '{key}'" for name, key in zip(COLUMNS, path)] + ["true"])
    where = f"{opened} and {condition or 'true'}"
    of_visits = "tags" not in where and "form_name" not in where
    distinct = ", count(distinct visitor_id)" if visitors else ""
    statements = [
        f"select {column}, count(*) from contact_facts where created_at >= {low} and created_at < {high} and {where}",
        f"select {column}, count(*) from deal_facts where created_at >= {low} and created_at < {high} and {where}",
        f"select {column}, count(*), sum(value) from deal_facts where status = 'won' and status_changed_at >= {low}"
        f" and status_changed_at < {high} and {where}",
    ]
    if of_visits:
        statements.append(
            f"select {column}, count(*){distinct} from visits where ms >= {low} and ms < {high} and {where}")
    return [f"{statement} group by 1" for statement in statements]
