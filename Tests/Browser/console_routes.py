"""Every address that shows a page to a person, as the server's own tables of contents have them."""
import re
from pathlib import Path

SERVER = Path(__file__).resolve().parents[2] / "Sources" / "Server"
TABLES = [SERVER / "Routes.swift", *sorted((SERVER / "Console").rglob("ConsoleRoutes*.swift"))]

# `group.get("path/:id", use: …)`, `group.get(RouterPath("…\\(part)…"), use: …)`, or `group.get(use: …)`.
ROUTE = re.compile(r'(\w+)\s*\.get\(\s*(?:(?:RouterPath\()?"((?:\\\([^)]*\)|[^"\\])*)"|(?=use:))')
BASES = {
    "router": "", "open": "", "signedIn": "", "admins": "", "account": "/a/:account", "changes": "/a/:account",
}


def patterns():
    """The addresses, with ":name" for what an id stands for and for what the code puts in."""
    found = []
    for table in TABLES:
        text = table.read_text(encoding="utf-8")
        routes = ROUTE.findall(text)
        assert len(routes) == text.count(".get("), f"{table.name} has a route that is not understood"
        for group, path in routes:
            path = re.sub(r"\\\([^)]*\)", ":given", path).strip("/")
            found.append(f"{BASES[group]}/{path}" if path or not BASES[group] else BASES[group])
    return found


def of(path, known):
    """The route that answers at a path: where two would, the one that says more in words."""
    matches = [pattern for pattern in known if re.fullmatch(re.sub(r":\w+", "[^/]+", pattern), path)]
    return max(matches, key=lambda pattern: [not part.startswith(":") for part in pattern.split("/")], default=None)
