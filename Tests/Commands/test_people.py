"""Accounts, sign-ins and forms from the command line."""
import json
import os
import pty
import re
import select
import urllib.error
import urllib.parse
import urllib.request

import pytest

from binary import BINARY, ENVIRONMENT, Server, refusal, succeed

PERSON = ["user", "create", "--email", "ann@clinic.example", "--role", "admin"]
PASSWORD = "correct horse battery"


def test_what_is_made_while_a_server_runs_is_seen_at_once(data):
    with Server(data) as server:
        account = json.loads(succeed("account", "create", "--name", "New", "--json", "--data-dir", data))
        request = urllib.request.Request(
            f"{server.url}/contacts/", headers={"Authorization": f"Bearer {account['token']}"})
        with urllib.request.urlopen(request, timeout=5) as answer:
            assert json.load(answer)["contacts"] == []
        form = json.loads(
            succeed("form", "create", "--account", account["locationId"], "--name", "F", "--json", "--data-dir", data))
        with urllib.request.urlopen(f"{server.url}/f/{form['formId']}", timeout=5) as answer:
            assert answer.status == 200


def test_accounts_are_listed_with_their_ids(data, account):
    [listed] = json.loads(succeed("account", "list", "--json", "--data-dir", data))
    assert listed == {key: account[key] for key in ("locationId", "trackingId")} | {"name": "Clinic"}
    shown = succeed("account", "list", "--data-dir", data)
    assert shown.split() == [account["locationId"], account["trackingId"], "Clinic"]


def test_the_version_is_told():
    assert succeed("--version") == "0.1.0\n"


def test_a_sign_in_takes_its_password_from_standard_input(data):
    words = [*PERSON, "--password-stdin", "--data-dir", data]
    assert "ann@clinic.example can sign in" in succeed(*words, stdin=f"{PASSWORD}\n".encode())
    assert "already" in refusal(*words, stdin=f"{PASSWORD}\n".encode())


def signs_in(server, password):
    """Whether the sign-in page lets the person in."""
    form = urllib.parse.urlencode({"email": "ann@clinic.example", "password": password}).encode()
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    page = opener.open(f"{server.url}/sign-in", timeout=10).read().decode()
    token = re.search(r'name="csrf" value="([^"]+)"', page)
    if token:
        form += b"&csrf=" + urllib.parse.quote(token.group(1)).encode()
    try:
        with opener.open(f"{server.url}/sign-in", data=form, timeout=10) as answer:
            return "/sign-in" not in answer.url
    except urllib.error.HTTPError:
        return False


def test_a_forgotten_password_is_replaced(data):
    old, new = (f"{word}\n".encode() for word in (PASSWORD, "another battery"))
    succeed("account", "create", "--name", "A", "--data-dir", data)
    assert "Nobody yet" in succeed("user", "list", "--data-dir", data)
    succeed(*PERSON, "--password-stdin", "--data-dir", data, stdin=old)
    assert json.loads(succeed("user", "list", "--json", "--data-dir", data)) == [
        {"email": "ann@clinic.example", "role": "admin"}]
    words = ["user", "password", "--password-stdin", "--data-dir", data]
    assert "nobody" in refusal(*words, "--email", "bob@clinic.example", stdin=new)
    with Server(data) as server:
        assert signs_in(server, PASSWORD)
        succeed(*words, "--email", "Ann@Clinic.example", stdin=new)
        assert signs_in(server, "another battery")
        assert not signs_in(server, PASSWORD)


@pytest.mark.parametrize("stdin", [b"", b"\n", b"short\n"])
def test_a_password_that_is_none_is_refused(stdin, data):
    assert "password" in refusal(*PERSON, "--password-stdin", "--data-dir", data, stdin=stdin).lower()


def test_without_a_terminal_the_password_is_not_asked_for(data):
    assert "--password-stdin" in refusal(*PERSON, "--data-dir", data, stdin=b"x\n")


def typed(data, *answers):
    """Types the answers at a terminal; what the terminal showed, and the exit code."""
    process, terminal = pty.fork()
    if process == 0:
        os.execve(BINARY, [BINARY, *PERSON, "--data-dir", str(data)], ENVIRONMENT)
    shown = b""
    for answer in [*answers, None]:
        shown += read_until(terminal, b": " if answer else None)
        if answer:
            os.write(terminal, answer.encode() + b"\n")
    os.close(terminal)
    return shown.decode(), os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def read_until(terminal, end):
    """What the terminal shows until the text, or until the process is gone."""
    shown = b""
    while end is None or not shown.endswith(end):
        assert select.select([terminal], [], [], 20)[0], f"it waits for something after {shown}"
        try:
            shown += os.read(terminal, 1_024)
        except OSError:
            break
    return shown


def test_a_typed_password_is_not_shown(data):
    shown, code = typed(data, PASSWORD, PASSWORD)
    assert code == 0, shown
    assert "can sign in" in shown
    assert PASSWORD not in shown


def test_two_different_passwords_are_refused(data):
    shown, code = typed(data, PASSWORD, PASSWORD + "!")
    assert code == 1
    assert "differ" in shown


@pytest.mark.parametrize(
    "words", [
        ["account", "create", "--name", " "], ["account", "create", "--name", "x" * 201],
        ["account", "create", "--name", "A", "--domain", "not a domain"],
        ["form", "create", "--account", "nobody", "--name", "F"], ["export", "contacts", "--account", "nobody"],
    ], ids=lambda words: " ".join(words)[:40],
)
def test_what_cannot_be_made_is_refused_with_what_to_do(words, data):
    refusal(*words, "--data-dir", data)


def test_tokens_are_made_listed_and_revoked(data, account):
    owner = ["--account", account["locationId"], "--data-dir", data]
    made = json.loads(
        succeed("token", "create", "--name", "Zap", "--scope", "contacts.readonly", "--days", "3", "--json", *owner))
    assert made["token"].startswith("pit-")
    listed = {token["name"]: token for token in json.loads(succeed("token", "list", "--json", *owner))}
    assert listed["Zap"]["scopes"] == ["contacts.readonly"]
    assert listed["Zap"]["expiresAt"] is not None
    assert made["token"] not in succeed("token", "list", *owner)
    succeed("token", "revoke", "--id", made["id"], *owner)
    assert "no such token" in refusal("token", "revoke", "--id", made["id"], *owner)


def test_a_token_of_the_agency_opens_the_account_that_a_request_names(data, account):
    made = json.loads(succeed("token", "create", "--agency", "--name", "All", "--json", "--data-dir", data))
    with Server(data) as server:
        request = urllib.request.Request(
            f"{server.url}/contacts/?locationId={account['locationId']}",
            headers={"Authorization": f"Bearer {made['token']}"})
        with urllib.request.urlopen(request, timeout=5) as answer:
            assert json.load(answer)["contacts"] == []
