"""The files of deploy/ and the page that explains them rest on metrics that exist."""
import json
import re
import shutil
import subprocess

import pytest

from headwater import BINARY, ENVIRONMENT, ROOT
from running import Running, names, page_view

DASHBOARD = ROOT / "deploy" / "grafana" / "headwater.json"
RULES = ROOT / "deploy" / "prometheus" / "headwater-rules.yml"


def mentioned(text):
    """The metrics that an expression or a page speaks of, without a histogram's endings."""
    found = set()
    for name in re.findall(r"\b(?:headwater|process)_[a-z_]*[a-z]", text):
        found.add(name)
    return found


@pytest.fixture(scope="module")
def live(tmp_path_factory):
    """What a server that has been used says of itself."""
    data = tmp_path_factory.mktemp("live") / "data"
    words = ["account", "create", "--name", "Clinic", "--json", "--data-dir", str(data)]
    done = subprocess.run([BINARY, *words], capture_output=True, text=True, timeout=60, env=ENVIRONMENT)
    with Running(data) as server:
        server.send(page_view(json.loads(done.stdout)))
        server.get("/readyz")
        return server.metrics()


def known(live):
    """Every name that an expression may use."""
    kinds = names(live)
    return {name for name, kind in kinds.items() if kind != "histogram"} | {
        name + ending for name, kind in kinds.items() if kind == "histogram" for ending in ("_bucket", "_sum", "_count")
    }


def expressions():
    """Each expression of the dashboard and of the rules, with where it stands."""
    dashboard = json.loads(DASHBOARD.read_text())
    for panel in dashboard["panels"]:
        for target in panel.get("targets", []):
            yield panel["title"], target["expr"]
    for variable in dashboard["templating"]["list"]:
        yield variable["name"], str(variable.get("definition", ""))
    for alert, expression in re.findall(
        r"- alert: (\w+)\n +expr: (?:\|\n)?((?:.|\n)*?)\n +(?:for|labels):", RULES.read_text()
    ):
        yield alert, expression


def test_dashboard_and_rules_ask_only_for_metrics_and_labels_that_exist(live):
    labels = {"le", "instance", "job"} | set(re.findall(r'[{,]([a-z]+)="', live))
    asked = set()
    for place, expression in expressions():
        asked |= mentioned(expression)
        assert mentioned(expression) <= known(live), place
        for selector in re.findall(r"\{([^}]*)\}", expression):
            assert set(re.findall(r"(\w+) *(?:=|!=|=~|!~) *\"", selector)) <= labels, place
        for grouping in re.findall(r"\b(?:by|on) \(([^)]*)\)", expression):
            assert {label.strip() for label in grouping.split(",")} <= labels, place
        for reason in re.findall(r'reason="(\w+)"', expression):
            assert f'reason="{reason}"' in live, place
        for job in re.findall(r'\bname="(\w+)"', expression):
            assert f'name="{job}"' in live, place
    shown = {re.sub("_(bucket|sum|count)$", "", name) for name in asked}
    assert set(names(live)) <= shown, "every metric is on the dashboard or in a rule"


def test_the_dashboard_can_be_imported_anywhere():
    dashboard = json.loads(DASHBOARD.read_text())
    ids = [panel["id"] for panel in dashboard["panels"]]
    assert len(ids) == len(set(ids))
    places = set()
    for panel in dashboard["panels"]:
        place = panel["gridPos"]
        assert place["x"] + place["w"] <= 24
        assert (place["x"], place["y"]) not in places
        places.add((place["x"], place["y"]))
        if panel["type"] != "row":
            assert panel["datasource"]["uid"] == "${datasource}"
            assert panel["fieldConfig"]["defaults"]["unit"]
            assert all(target["datasource"]["uid"] == "${datasource}" for target in panel["targets"])
    assert [variable["type"] for variable in dashboard["templating"]["list"]] == ["datasource", "query"]


def test_the_rules_are_rules():
    text = RULES.read_text()
    alerts = re.findall(r"- alert: (\w+)", text)
    assert len(alerts) == len(set(alerts)) == len([name for name, _ in expressions() if name.startswith("Headwater")])
    for key in ("expr:", "severity:", "summary:", "description:"):
        assert text.count(key) == len(alerts), key
    if promtool := shutil.which("promtool"):
        for words in (["check", "rules", RULES], ["test", "rules", RULES.with_suffix(".test.yml")]):
            done = subprocess.run([promtool, *words], capture_output=True, text=True, timeout=60)
            assert done.returncode == 0, done.stdout + done.stderr


def test_every_metric_is_documented_and_no_other(live):
    page = (ROOT / "docs" / "observability.md").read_text()
    assert {re.sub("_(bucket|sum|count)$", "", name) for name in mentioned(page)} == set(names(live))
    for alert in re.findall(r"- alert: (\w+)", RULES.read_text()):
        assert f"`{alert}`" in page
