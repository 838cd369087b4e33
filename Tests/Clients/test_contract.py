"""The server against its own description: no error of its own, and no answer that `/openapi.json` does not promise."""
import json
import os
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"
EXAMPLES = os.environ.get("CONTRACT_EXAMPLES", "8")


@pytest.mark.timeout(600)
def test_the_server_keeps_what_its_description_promises(server):
    token = server.answer(
        "token", "create", "--account", server.location, "--name", "Contract", "--json")["token"]
    done = subprocess.run(
        [
            str(Path(sys.executable).with_name("schemathesis")), "--config-file", str(HERE / "schemathesis.toml"),
            "--no-color", "run", f"{server.url}/openapi.json", "--url", server.url,
            "-H", f"Authorization: Bearer {token}",
            "--checks", CHECKS, "--phases", "examples,coverage,fuzzing", "--max-examples", EXAMPLES, "--seed", "1",
            "--request-timeout", "20", "--suppress-health-check", "all", "--workers", "2", "--warnings", "off",
        ],
        cwd=server.data.parent, capture_output=True, text=True, timeout=580,
    )
    assert done.returncode == 0, done.stdout[-20_000:] + done.stderr[-2_000:]
    with urllib.request.urlopen(f"{server.url}/readyz") as answer:
        assert answer.status == 200


def test_the_description_is_of_this_server(server):
    with urllib.request.urlopen(f"{server.url}/openapi.json") as answer:
        document = json.load(answer)
    assert document["openapi"].startswith("3.1")
    assert document["servers"] == [{"url": server.url}]
