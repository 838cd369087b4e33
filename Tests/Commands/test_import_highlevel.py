"""import highlevel: a location comes over by its API; another installation of Headwater speaks that API."""
import json
import urllib.request

import pytest

from binary import Server, lines, refusal, run, succeed

COMPARED = ["firstName", "lastName", "email", "phone", "city", "tags", "source", "dateAdded"]


def call(server, account, method, path, body=None):
    request = urllib.request.Request(
        server.url + path, data=json.dumps(body).encode() if body else None, method=method,
        headers={"Authorization": f"Bearer {account['token']}", "Content-Type": "application/json",
                 "Version": "2021-07-28"},
    )
    with urllib.request.urlopen(request, timeout=10) as answer:
        return json.load(answer)


def made(data, name):
    return json.loads(
        succeed("account", "create", "--name", name, "--domain", "clinic.example", "--json", "--data-dir", data))


@pytest.fixture
def here(tmp_path):
    """The account that is imported into, and its folder."""
    return made(tmp_path / "here", "New"), tmp_path / "here"


@pytest.fixture
def there(tmp_path):
    """A server with a location that has lived: fields, contacts with a history, opportunities."""
    data = tmp_path / "there"
    account = made(data, "Old")
    with Server(data, "--no-rate-limits") as server:
        where = {"locationId": account["locationId"]}
        fields = [
            call(server, account, "POST", f"/locations/{account['locationId']}/customFields", field)["customField"]
            for field in (
                {"name": "Skin type", "dataType": "SINGLE_OPTIONS", "options": ["dry", "oily"], "model": "contact"},
                {"name": "Visits", "dataType": "NUMERICAL", "model": "contact"},
            )
        ]
        for number in range(130):
            body = where | {
                "firstName": "Ann", "lastName": f"No{number}", "email": f"ann{number}@example.com", "city": "Graz",
                "tags": ["vip", f"group {number % 3}"], "source": "Fair",
                "customFields": [{"id": fields[0]["id"], "field_value": "oily"},
                                 {"id": fields[1]["id"], "field_value": number}],
                "attributionSource": {"sessionSource": "Paid Search", "url": "https://clinic.example/?gclid=g1",
                                      "gclid": "g1", "utmCampaign": f"Glow {number}"},
                "lastAttributionSource": {"sessionSource": "Social media", "utmSource": "ig"},
            }
            contact = call(server, account, "POST", "/contacts/", body)["contact"]
        path = f"/opportunities/pipelines?locationId={account['locationId']}"
        pipeline = call(server, account, "GET", path)["pipelines"][0]
        for status in ("open", "won"):
            call(server, account, "POST", "/opportunities/", where | {
                "name": f"Laser {status}", "pipelineId": pipeline["id"], "pipelineStageId": pipeline["stages"][1]["id"],
                "status": status, "monetaryValue": 1500.5, "contactId": contact["id"],
            })
        yield server, account, data


def bring(here, there, *options, token=None, base=None):
    (account, data), (server, remote, _) = here, there
    return run(
        "import", "highlevel", "--location", remote["locationId"], "--account", account["locationId"], "--base-url",
        base or server.url, "--allow-private-addresses", "--data-dir", data, *options,
        environment={"HIGHLEVEL_TOKEN": token or remote["token"]},
    )


def exported(data, account, kind="contacts"):
    text = succeed("export", kind, "--account", account["locationId"], "--format", "jsonl", "--data-dir", data)
    return lines(text)


def told(contact):
    """What of a contact has to be the same on both sides."""
    record = {name: contact.get(name) for name in COMPARED}
    record["customFields"] = contact["customFields"]
    for position in ("attributionSource", "lastAttributionSource"):
        known = contact[position]
        record[position] = {name: known.get(name) for name in ("sessionSource", "gclid", "utmCampaign", "utmSource")}
    return record


def test_a_location_comes_over_whole_and_a_second_time_changes_nothing(here, there):
    done = bring(here, there)
    assert done.returncode == 0, done.stderr
    text = done.stderr.decode()
    assert "130 contacts: 130 created" in text
    assert "2 opportunities: 2 created" in text
    (account, data), (_, remote, source) = here, there
    before = {contact["email"]: told(contact) for contact in exported(source, remote)}
    after = {contact["email"]: told(contact) for contact in exported(data, account)}
    assert after == before
    assert len(after) == 130
    kept = [{name: one.get(name) for name in ("name", "status", "value", "currency")}
            for one in exported(source, remote, "opportunities")]
    brought = [{name: one.get(name) for name in ("name", "status", "value", "currency")}
               for one in exported(data, account, "opportunities")]
    assert brought == kept and len(brought) == 2
    again = bring(here, there).stderr.decode()
    assert "130 contacts: 0 created" in again
    assert "2 opportunities: 0 created, 2 there already" in again
    assert not list((data / "imports").iterdir())


def test_a_dry_run_says_what_would_be_done_and_writes_nothing(here, there):
    done = bring(here, there, "--dry-run")
    assert done.returncode == 0, done.stderr
    assert "Custom fields would be made: contact.skin_type, contact.visits." in done.stderr.decode()
    assert "130 contacts: 130 would be created" in done.stderr.decode()
    assert done.stdout.decode().count("created") == 130
    account, data = here
    assert exported(data, account) == []


def test_a_wrong_token_and_a_foreign_location_are_said(here, there):
    assert "does not take the token" in bring(here, there, token="pit-wrong").stderr.decode()


def test_the_address_is_judged_unless_told_otherwise(here, tmp_path):
    account, data = here
    words = ["import", "highlevel", "--location", "abc", "--account", account["locationId"], "--data-dir", data]
    token = {"HIGHLEVEL_TOKEN": "pit-x"}
    assert "base URL is none" in refusal(*words, "--base-url", "http://127.0.0.1:1", environment=token)
    assert "leads to a private network" in refusal(*words, "--base-url", "https://127.0.0.1:1", environment=token)
    assert "There is no token" in refusal(*words)
    assert "is an ID" in refusal(*words[:3], "../x", *words[4:], code=64, environment=token)
