"""The measuring itself; see script/bench-reports."""
import argparse
import contextlib
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from pathlib import Path

import duckdb
import fill
import history
import load
import questions

COLUMNS = [
    "Contact ID", "First Name", "Last Name", "Email", "Phone", "Street Address", "City", "State", "Postal Code",
    "Country", "Contact Source", "Created", "Updated", "First: Source", "First: UTM Source", "First: UTM Medium",
    "First: UTM Campaign", "First: Session URL", "First: gclid", "Latest: Source", "Latest: UTM Source",
    "Latest: UTM Medium", "Latest: UTM Campaign", "Latest: Session URL", "Latest: Medium",
]
# The same columns for the engines' own ways out.
PLAIN = """select c.id, c.first_name, c.last_name, c.email, c.phone, c.address1, c.city, c.state, c.postal_code,
c.country, c.contact_source, c.created_at, c.updated_at, f.source, f.utm_source, f.utm_medium, f.utm_campaign, f.url, f.gclid,
l.source, l.utm_source, l.utm_medium, l.utm_campaign, l.url, l.medium from contacts c
left join attributions f on f.account_id = c.account_id and f.id = c.first_attribution_id
left join attributions l on l.account_id = c.account_id and l.id = c.latest_attribution_id"""

# Runs a command and says how much memory it had at most, in KiB. A process of its own, for what is started begins with
# the figure of whoever starts it, which here has a whole history in memory.
MEMORY_OF = """import resource, subprocess, sys
code = subprocess.call(sys.argv[1:])
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr)
sys.exit(code)"""


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--engine", choices=["sqlite", "postgres"], default="sqlite")
    parser.add_argument("--contacts", type=int, default=1_000_000)
    parser.add_argument("--visits", type=int, default=5_000_000)
    parser.add_argument("--work")
    parser.add_argument("--history", type=Path)
    parser.add_argument("--times", type=int, default=40, help="how often each question is asked")
    return parser.parse_args()


class Bench:
    def __init__(self, given, folder):
        self.given, self.folder = given, folder
        self.binary = os.environ.get("HEADWATER", ".build/release/headwater")
        self.cluster = os.environ.get("HEADWATER_TEST_POSTGRES")
        # The server refuses settings that it does not know.
        self.environment = {name: value for name, value in os.environ.items() if not name.startswith("HEADWATER")}
        self.where = ["--data-dir", str(folder / "data")]
        if given.engine == "postgres":
            self.where += ["--database", self.cluster]
        self.rows = []

    def headwater(self, *words, output=subprocess.PIPE, errors=None):
        return subprocess.run([self.binary, *words, *self.where], stdout=output, stderr=errors, check=True, env=self.environment)

    def fill(self):
        size = f"{self.given.contacts}-{self.given.visits}"
        path = self.given.history or Path(".build/bench") / f"reports-{size}.duckdb"
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists():
            self.duckdb = duckdb.connect(str(path))
        else:
            self.duckdb = history.make(path, self.given.visits, self.given.contacts, fill.END)
        self.duckdb.execute("set threads = 2")
        questions.prepare(self.duckdb)
        account = json.loads(
            self.headwater("account", "create", "--name", "Bench", "--domain", "clinic.example", "--json").stdout)
        self.location, self.token = account["locationId"], account["token"]
        if self.given.engine == "sqlite":
            load.into_sqlite(self.duckdb, self.folder / "data" / "headwater.sqlite", self.location)
        else:
            load.into_postgres(self.duckdb, self.cluster, self.location, self.folder)
        begun = time.monotonic()
        self.headwater("rebuild-reports", "--account", self.location, errors=subprocess.DEVNULL)
        self.note("making the figures of all reports", time.monotonic() - begun, None, unit="s")

    def note(self, what, value, target, unit="ms", beside=None):
        self.rows.append((what, value, target, unit, beside))
        shown = f"{value:.1f} {unit}"
        against = "" if beside is None else f"{beside:.1f} {unit}"
        verdict = "" if target is None else ("yes" if value <= target else "NO")
        limit = "" if target is None else f"{target:.4g} {unit}"
        print(f"| {what} | {shown} | {limit} | {against} | {verdict} |", flush=True)

    @contextlib.contextmanager
    def served(self):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        server = subprocess.Popen(
            [self.binary, "serve", "--port", str(port), "--no-rate-limits", *self.where], env=self.environment,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            for _ in range(600):
                with contextlib.suppress(OSError):
                    if urllib.request.urlopen(f"{self.url}/readyz", timeout=1).status == 200:
                        break
                time.sleep(0.1)
            yield
        finally:
            server.terminate()
            server.wait(30)

    def ask(self, path, parameters=(), body=None):
        query = urllib.parse.urlencode([("locationId", self.location), *parameters])
        request = urllib.request.Request(
            f"{self.url}{path}?{query}", data=None if body is None else json.dumps(body).encode(),
            headers={"Authorization": f"Bearer {self.token}", "Version": "2021-07-28",
                     "Content-Type": "application/json"})
        begun = time.monotonic()
        with urllib.request.urlopen(request, timeout=120) as answer:
            answer.read()
        return (time.monotonic() - begun) * 1_000

    def in_duckdb(self, statements):
        begun = time.monotonic()
        for statement in statements:
            self.duckdb.execute(statement).fetchall()
        return (time.monotonic() - begun) * 1_000

    def reports(self, what, target, path, filter_=None, visitors=False, ratio=None):
        mine, others = [], []
        for number in range(self.given.times):
            first, last = questions.days(number, fill.END)
            asked = [("from", first.isoformat()), ("to", last.isoformat()), *(("path", key) for key in path)]
            asked += [("filter", filter_[0])] if filter_ else []
            asked += [("visitors", "true")] if visitors else []
            mine.append(self.ask("/reports/attribution", asked))
            if number < 8:
                low, high = questions.moments(first, last)
                statements = questions.in_duckdb(path, filter_ and filter_[1], low, high, visitors)
                others.append(self.in_duckdb(statements))
        limit = target if ratio is None else max(1.0, min(target, ratio * p95(others)))
        self.note(f"{what}, p95", p95(mine), limit, beside=p95(others))

    def dashboard(self):
        times = []
        for number in range(self.given.times // 4):
            first, last = questions.days(number, fill.END)
            filter_ = {"field": "utmSource", "model": "latest", "is": ["adwords", "fb_ad"]}
            total = 0
            for subject, metrics, group, bucket in questions.DASHBOARD:
                query = {"subject": subject, "metrics": metrics, "filters": [filter_], "from": first.isoformat(),
                         "to": last.isoformat(), "groups": [{"field": group}] if group else []}
                total += self.ask("/reports/query", body=query | ({"bucket": bucket} if bucket else {}))
            times.append(total)
        self.note("twelve widgets with a filter, p95", p95(times), 500)

    def csv(self):
        chosen = [word for title in COLUMNS for word in ("--column", title)]
        times, memory = [], 0
        for _ in range(3):
            with open(self.folder / "contacts.csv", "wb") as output:
                begun = time.monotonic()
                said = subprocess.run(
                    [sys.executable, "-c", MEMORY_OF, self.binary, "export", "contacts", "--account", self.location,
                     *chosen, *self.where],
                    stdout=output, stderr=subprocess.PIPE, text=True, env=self.environment)
                times.append(time.monotonic() - begun)
                if said.returncode:
                    sys.exit(f"bench-reports: the export failed: {said.stderr}")
                memory = max(memory, int(said.stderr.split()[-1]))
        self.note(f"CSV of {self.given.contacts:,} contacts x {len(COLUMNS)} columns", min(times), 4, "s", self.plain())
        size = (self.folder / "contacts.csv").stat().st_size
        self.note(f"memory for the {size / 1e6:.0f} MB of it", memory / 1_024, 200, "MiB")

    def plain(self):
        """The engine's own way out."""
        begun = time.monotonic()
        with open(self.folder / "plain.csv", "wb") as output:
            if self.given.engine == "sqlite":
                words = ["sqlite3", "-csv", str(self.folder / "data" / "headwater.sqlite"), PLAIN]
            else:
                words = ["psql", "--no-psqlrc", "--dbname", self.cluster, "-c",
                         f"copy ({PLAIN}) to stdout with (format csv)".replace("\n", " ")]
            try:
                subprocess.run(words, stdout=output, check=True)
            except FileNotFoundError:
                return None
        return time.monotonic() - begun

    def run(self):
        print(f"\n{self.given.engine}: {self.given.contacts:,} contacts, {self.given.visits:,} visits over 365 days; "
              "the reports cover 90 days\n")
        print("| what | measured | target | DuckDB, or the engine's own tool | met |\n| --- | --- | --- | --- | --- |")
        self.fill()
        self.csv()
        with self.served():
            for name, path in questions.LEVELS.items():
                self.reports(f"attribution report by {name}", 10, path)
            for name, filter_ in questions.FILTERS.items():
                self.reports(f"with a filter on {name}", 300, [], filter_, ratio=2)
            self.reports("with different visitors", 300, [], visitors=True, ratio=2)
            campaigns = questions.LEVELS["campaign"]
            self.reports("with different visitors by campaign", 300, campaigns, visitors=True, ratio=2)
            self.dashboard()
        return all(target is None or value <= target for _, value, target, _, _ in self.rows)


def p95(values):
    return sorted(values)[max(0, -(-len(values) * 95 // 100) - 1)]


def main():
    given = arguments()
    with tempfile.TemporaryDirectory(prefix="headwater-bench-", dir=given.work) as folder:
        met = Bench(given, Path(folder)).run()
    sys.exit(0 if met else 1)


if __name__ == "__main__":
    main()
