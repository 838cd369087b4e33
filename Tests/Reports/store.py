"""Rows straight into the database of a server that is not running, by the triggers that watch every writer."""
import sqlite3
import subprocess


class Store:
    def __init__(self, server):
        self.file = server.data / "headwater.sqlite"
        self.url = server.environment.get("HEADWATER_DATABASE")

    def query(self, text):
        """Every row of an answer, as texts on PostgreSQL."""
        if not self.url:
            with sqlite3.connect(self.file) as database:
                return [tuple(map(str, row)) for row in database.execute(text)]
        return [tuple(line.split("|")) for line in self._psql(text + ";").splitlines()]

    def run(self, text):
        """One statement."""
        if self.url:
            return self._psql(text + ";")
        with sqlite3.connect(self.file) as database:
            database.execute(text)

    def insert(self, tables):
        """Many rows of some tables: {table: [row as a dict]}; all rows of a table have the same columns."""
        if self.url:
            return self._copy(tables)
        database = sqlite3.connect(self.file)
        with database:
            for table, rows in tables.items():
                if rows:
                    names = list(rows[0])
                    database.executemany(
                        f"insert into {table} ({', '.join(names)}) values ({', '.join('?' * len(names))})",
                        (tuple(row.values()) for row in rows))
        database.close()

    def _copy(self, tables):
        text = ["begin;"]
        for table, rows in tables.items():
            if rows:
                text.append(f"copy {table} ({', '.join(rows[0])}) from stdin with (format csv);")
                text += [",".join(map(cell, row.values())) for row in rows]
                text.append("\\.")
        self._psql("\n".join([*text, "commit;", ""]))

    def _psql(self, text):
        done = subprocess.run(
            ["psql", "--no-psqlrc", "--quiet", "-At", "--set", "ON_ERROR_STOP=1", "--dbname", self.url], input=text,
            text=True, capture_output=True, timeout=600,
        )
        assert done.returncode == 0, done.stderr[:2_000]
        return done.stdout


def cell(value):
    """A value as COPY reads it: nothing for null, and in quotes what is empty."""
    if value is None:
        return ""
    if isinstance(value, bytes):
        return f"\\x{value.hex()}"
    return '"' + value.replace('"', '""') + '"' if isinstance(value, str) else str(value)
