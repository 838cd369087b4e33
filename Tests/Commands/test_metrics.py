"""What a scraper reads of a running server, and who may."""
import re
import shutil
import subprocess

import pytest

from binary import refusal
from running import Running, names, page_view, samples

TOKEN = "scrape-0123456789abcdef"


def test_every_event_is_counted_once_by_what_became_of_it(data, account):
    with Running(data) as server:
        view = page_view(account)
        form = page_view(
            account, type="form_submission", formId="contact", formName="Contact", fields={"email": "a@b.example"}
        )
        server.send(view, page_view(account), form)
        server.send(view)
        server.send(page_view(account, trackingId="tk_nobody"))
        server.send(page_view(account, type="nothing"))
        elsewhere = "https://elsewhere.example"
        server.send(page_view(account, url=f"{elsewhere}/"), headers={"Origin": elsewhere})
        server.send(page_view(account), headers={"User-Agent": "Googlebot/2.1 (+http://www.google.com/bot.html)"})
        server.send()
        found = samples(server.metrics())
    assert found['headwater_events_accepted_total{kind="page_view"}'] == 2
    assert found['headwater_events_accepted_total{kind="form_submission"}'] == 1
    assert found["headwater_events_duplicate_total"] == 1
    dropped = {key: value for key, value in found.items() if key.startswith("headwater_events_dropped_total")}
    assert {re.search('"(.*)"', key).group(1): value for key, value in dropped.items() if value} == {
        "unknown_tracking_id": 1, "malformed": 2, "origin_not_allowed": 1, "crawler": 1,
    }
    assert found["headwater_ingest_batch_events_sum"] >= 4
    assert found["headwater_ingest_commit_seconds_count"] >= 2
    assert found["headwater_ingest_waiting_events"] == 0
    assert found["headwater_ingest_queue_requests"] == 0
    requests = 'headwater_http_requests_total{route="/t/events",method="POST",status="2xx"}'
    assert found[requests] == 3


def test_the_text_is_what_prometheus_reads(data, account):
    with Running(data) as server:
        server.send(page_view(account))
        server.get("/no/such/page")
        text = server.metrics()
    assert text.endswith("\n")
    for line in text.splitlines():
        assert re.fullmatch(
            r'# HELP [a-z_]+ .+|# TYPE [a-z_]+ (counter|gauge|histogram)|'
            r'[a-z_]+(\{[a-z]+="[^"]*"(,[a-z]+="[^"]*")*\})? (-?[0-9.]+(e[+-]?[0-9]+)?|\+Inf)', line
        ), line
    kinds = names(text)
    assert list(kinds) == sorted(kinds)
    for name, kind in kinds.items():
        assert (kind == "counter") == name.endswith("_total"), name
    if promtool := shutil.which("promtool"):
        done = subprocess.run([promtool, "check", "metrics"], input=text, capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stdout + done.stderr


def test_metrics_are_for_this_machine_or_for_who_has_the_token(data, account):
    with Running(data, "--metrics-token", TOKEN) as server:
        assert server.get("/metrics")[0] == 200
        forwarded = [
            {"X-Forwarded-For": "203.0.113.9"}, {"Forwarded": "for=203.0.113.9"}, {"X-Real-IP": "127.0.0.1"},
            {"Via": "1.1 proxy"}, {"X-Forwarded-Proto": "https"}, {"X-Forwarded-Host": "leads.example"},
        ]
        for header in forwarded:
            assert server.get("/metrics", header)[0] == 404, header
            assert server.get("/metrics", {**header, "Authorization": f"Bearer {TOKEN}"})[0] == 200
            assert server.get("/metrics", {**header, "Authorization": f"Bearer {TOKEN}x"})[0] == 404
            assert server.get("/metrics", {**header, "Authorization": f"Bearer {account['token']}"})[0] == 404
        assert TOKEN not in server.log


@pytest.mark.parametrize(
    "text, named", [
        ("log-format = xml", "log-format in"), ("log-format =", "log-format in"),
        ("drain-delay = 301", "drain-delay in"), ("drain-delay = -1", "drain-delay in"),
        ("drain-delay = 1.5", "drain-delay in"),
        ("metrics-token = sEcReT", "metrics-token in"), ("metrics-token = sEcReT with spaces", "metrics-token in"),
    ],
)
def test_a_setting_that_is_wrong_is_refused_and_a_secret_not_repeated(text, named, tmp_path):
    file = tmp_path / "headwater.conf"
    file.write_text(text + "\n")
    message = refusal("serve", "--config", file, cwd=tmp_path)
    assert named in message
    assert "sEcReT" not in message
