"""Copies a history into an account of a Headwater database, past every verb: for measurements alone."""
import sqlite3
import subprocess
from pathlib import Path

AGENT = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0"

VERDICT = """'{"catalogueVersion":1,"evidence":[],"notes":[],"rule":{"name":"' || rule_name || '","number":"' || rule
    || '"},"ruleSet":"classic","ruleSetVersion":1,"source":"' || source || '"}'"""

# Of each table the columns with what fills them, in the order of the table's key; A, P, S stand for the account, its
# pipeline and a stage of that.
TABLES = {
    "visitors": ("visitors", {
        "account_id": "A", "id": "id", "first_seen_at": "first_seen_at", "first_url": "first_url",
        "first_referrer": "first_referrer", "contact_id": "contact_id",
        "linked_at": "case when contact_id is not null then first_seen_at end",
        "linked_by": "case when contact_id is not null then 'created' end",
    }),
    "contacts": ("contacts", {
        "account_id": "A", **{name: name for name in (
            "id first_name last_name email phone address1 city state postal_code country contact_source created_at"
            " updated_at first_attribution_id latest_attribution_id first_source latest_source").split()},
        "email_key": "email", "phone_key": "phone", "created_by_source": "'EXTERNAL_TRACKING'",
        "created_by_channel": "'WEB'",
    }),
    "contact_tags": ("tags", {"account_id": "A", "contact_id": "contact_id", "tag": "tag"}),
    "sessions": ("visits left join (select i as j, contact_id from conversions where ordinal = 1) on j = i", {
        "account_id": "A", "id": "id", "visitor_id": "visitor_id", "contact_id": "contact_id", "started_at": "ms",
        "last_seen_at": "ms + 90000", "landing_url": "url", "landing_referrer": "referrer",
        "user_agent": f"'{AGENT}'", "ip": "'198.51.100.0'", "ip_is_whole": "0", "page_views": "2",
        "conversions": "case when contact_id is null then 0 else 1 end", "source": "source", "rule_number": "rule",
        "rule_set": "'classic'", "rule_set_version": "1", "catalogue_version": "1",
        "own_domains": """'["clinic.example"]'""",
    }),
    "conversions": ("conversions", {
        "account_id": "A", "id": "conversion_id", 
        "kind": "case medium when 'External Form' then 'external_form' else 'form' end",
        "status": "'accepted'", "contact_id": "contact_id", "visitor_id": "visitor_id", "session_id": "id",
        "form_id": "lower(replace(form_name, ' ', '-'))", "form_name": "form_name", "page_url": "page",
        "fields": "'[]'", "occurred_at": "ms", "received_at": "ms",
    }),
    "attributions": ("conversions join (select j as k, created_at from contacts) on k = j", {
        "account_id": "A", "id": "attribution_id", "contact_id": "contact_id", "created_at": "ms", "source": "source",
        "rule_number": "rule", "rule_set": "'classic'", "rule_set_version": "1", "catalogue_version": "1",
        "verdict": VERDICT, "own_domains": """'["clinic.example"]'""", "imported": "0", "landing_at": "ms - 90000",
        "url": "url", "page_url": "page", "referrer": "referrer", "campaign": "utm_campaign",
        "campaign_id": "campaign_id", "ad_group_id": "ad_group_id", "ad_id": "ad_id", "utm_source": "utm_source",
        "utm_medium": "utm_medium", "utm_campaign": "utm_campaign", "utm_content": "utm_content",
        "utm_keyword": "utm_keyword", "utm_matchtype": "utm_matchtype", "gclid": "gclid", "msclkid": "msclkid",
        "fbclid": "fbclid", "user_agent": f"'{AGENT}'", "ip": "'198.51.100.0'", "ip_is_whole": "0", "medium": "medium",
        "medium_id": "lower(replace(form_name, ' ', '-'))", "form_name": "form_name", "submission_id": "conversion_id",
        "contact_created_at": "contact_age",
    }),
    "opportunities": ("opportunities", {
        "account_id": "A", "id": "id", "contact_id": "contact_id", "name": "name", "name_key": "lower(name)",
        "pipeline_id": "P", "stage_id": "S", "status": "status", "value": "value", "currency": "currency",
        "created_at": "created_at", "updated_at": "status_changed_at", "status_changed_at": "status_changed_at",
        "stage_changed_at": "created_at",
    }),
}
TABLES["attributions"] = (
    "conversions join (select j as k, created_at as contact_age from contacts) on k = j", TABLES["attributions"][1]
)

FLAGS = {"ip_is_whole", "imported"}


def query(table, place, flags=("0", "1")):
    """The rows of a table as DuckDB has them; `place` is what A, P and S stand for."""
    source, columns = TABLES[table]
    values = []
    for name, value in columns.items():
        letters = {"A": str(place["account"]), "P": f"'{place['pipeline']}'", "S": f"'{place['stage']}'"}
        value = letters.get(value, value)
        values.append(flags[int(value)] if name in FLAGS else value)
    return list(columns), f"select {', '.join(f'{v} as {n}' for n, v in zip(columns, values))} from {source}"


PLACE = """
select a.id, s.pipeline_id, min(s.id) from accounts a join pipeline_stages s on s.account_id = a.id
where a.location_id = '{}' group by a.id, s.pipeline_id limit 1
"""


def into_sqlite(history, path, location):
    """Fills the file while nobody else writes to it: without triggers and indexes, which are made again at the end."""
    file = sqlite3.connect(path, isolation_level=None)
    try:
        file.execute("pragma foreign_keys = off")
        file.execute("pragma synchronous = off")
        file.execute("pragma cache_size = -400000")
        account, pipeline, stage = file.execute(PLACE.format(location)).fetchone()
        place = {"account": account, "pipeline": pipeline, "stage": stage}
        file.execute("begin immediate")
        put_aside = file.execute(
            f"""select type, name, sql from sqlite_schema where type in ('index', 'trigger') and sql is not null
            and tbl_name in ({', '.join('?' * len(TABLES))})""", list(TABLES)
        ).fetchall()
        # What the planner is told of an index goes with the index.
        told = file.execute("select tbl, idx, stat from sqlite_stat1").fetchall()
        for kind, name, _ in put_aside:
            file.execute(f"drop {kind} {name}")
        for table in TABLES:
            columns, text = query(table, place)
            rows = history.execute(f"{text} order by {'contact_id, tag' if table == 'contact_tags' else 'id'}")
            marks = ", ".join("?" * len(columns))
            statement = f"insert into {table} ({', '.join(columns)}) values ({marks})"
            while chunk := rows.fetchmany(50_000):
                file.executemany(statement, chunk)
        for kind, _, sql in sorted(put_aside):
            file.execute(sql)
        file.execute("delete from sqlite_stat1")
        file.executemany("insert into sqlite_stat1 (tbl, idx, stat) values (?, ?, ?)", told)
        file.execute("commit")
        file.execute("pragma wal_checkpoint(truncate)")
    finally:
        file.close()


def psql(url, text):
    return subprocess.run(
        ["psql", "--no-psqlrc", "--quiet", "-At", "--set", "ON_ERROR_STOP=1", "--dbname", url], input=text, text=True,
        check=True, capture_output=True,
    ).stdout


def into_postgres(history, url, location, folder):
    """The same by COPY. Of the indexes those of no constraint are made again at the end."""
    account, pipeline, stage = psql(url, PLACE.format(location) + ";").strip().split("|")
    place = {"account": account, "pipeline": pipeline, "stage": stage}
    names = ", ".join(f"'{table}'" for table in TABLES)
    indexes = psql(
        url,
        f"""select i.indexname || '|' || replace(i.indexdef, E'\\n', ' ') from pg_indexes i
        where i.tablename in ({names}) and not exists (select from pg_constraint c where c.conname = i.indexname);""",
    ).splitlines()
    # Triggers and foreign keys look away in a session that says it repeats what another server did.
    text = ["set session_replication_role = replica;", "set maintenance_work_mem = '512MB';"]
    text += [f"drop index {line.split('|', 1)[0]};" for line in indexes]
    for table in TABLES:
        columns, rows = query(table, place, flags=("'f'", "'t'"))
        path = Path(folder) / f"{table}.csv"
        blobs = [n for n, kind in zip(columns, history.execute(f"{rows} limit 0").description) if kind[1] == "BLOB"]
        shown = ", ".join(f"'\\x' || hex({n}) as {n}" if n in blobs else n for n in columns)
        history.execute(f"copy (select {shown} from ({rows})) to '{path}' (format csv, header false)")
        text.append(f"\\copy {table} ({', '.join(columns)}) from '{path}' with (format csv)")
    text += [line.split("|", 1)[1] + ";" for line in indexes]
    psql(url, "\n".join(text))
    psql(url, f"vacuum analyze {', '.join(TABLES)};")
    for table in TABLES:
        (Path(folder) / f"{table}.csv").unlink()
