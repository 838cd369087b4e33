"""Command line over environment over file over default; what is not known is refused by name."""
import json
import sqlite3
import urllib.request

import pytest

from binary import Server, refusal, run, succeed


def create(*words, **options):
    return succeed("account", "create", "--name", "Clinic", *words, **options)


def test_the_command_line_wins_over_the_environment_over_the_file(tmp_path):
    folders = {name: tmp_path / name for name in ("line", "variable", "file")}
    file = tmp_path / "headwater.conf"
    file.write_text(f"# where the data is\n\n  data-dir =  {folders['file']}  \n")
    create(environment={"HEADWATER_CONFIG": str(file)})
    assert (folders["file"] / "headwater.sqlite").exists()
    both = {"HEADWATER_CONFIG": str(file), "HEADWATER_DATA_DIR": str(folders["variable"])}
    create(environment=both)
    assert (folders["variable"] / "headwater.sqlite").exists()
    create("--data-dir", folders["line"], environment=both)
    assert (folders["line"] / "headwater.sqlite").exists()
    for folder in folders.values():
        with sqlite3.connect(folder / "headwater.sqlite") as database:
            assert database.execute("select count(*) from accounts").fetchone() == (1,)


def test_the_file_of_the_command_line_wins_over_the_one_of_the_environment(tmp_path):
    file = tmp_path / "headwater.conf"
    file.write_text(f"database = sqlite:{tmp_path}/named.sqlite\n")
    create("--config", file, environment={"HEADWATER_CONFIG": str(tmp_path / "none.conf")})
    assert (tmp_path / "named.sqlite").exists()


def test_the_default_is_a_folder_of_its_own(tmp_path):
    create(cwd=tmp_path)
    assert (tmp_path / "data" / "headwater.sqlite").exists()
    assert (tmp_path / "data").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("words", [["check"], ["serve"], ["explain", "https://a.example/"]], ids=" ".join)
def test_an_unknown_variable_is_refused_by_name(words, tmp_path):
    done = run(*words, environment={"HEADWATER_PROT": "80"}, cwd=tmp_path)
    assert done.returncode == 1
    assert b"HEADWATER_PROT" in done.stdout + done.stderr
    assert b"HEADWATER_PORT" in done.stdout + done.stderr
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    "text, named", [
        ("prot = 80", "line 1: prot"), ("port = 1\nport = 2", "line 2: port"), ("port 80", "line 1"),
        ("\n# x\nport = eighty", "port in"), ("port = 65536", "port in"), ("port = -1", "port in"),
        ("port =", "port in"), ("data-dir =", "data-dir in"), ("database = mysql://x", "database in"),
        ("database = sqlite:", "database in"),
        ("public-url = leads.example.com", "public-url in"), ("public-url = https://a.example/x", "public-url in"),
        ("trusted-proxies = me", "trusted-proxies in"), ("log-level = loud", "log-level in"), ("config = x", "config"),
        ("Port = 80", "Port"),
    ],
)
def test_a_file_that_is_wrong_is_refused_by_line_or_name(text, named, tmp_path):
    file = tmp_path / "headwater.conf"
    file.write_text(text + "\n")
    message = refusal("serve", "--config", file, cwd=tmp_path)
    assert named in message
    assert str(file) in message


def test_a_file_that_is_not_there_is_refused(tmp_path):
    assert "none.conf" in refusal("serve", "--config", tmp_path / "none.conf")


@pytest.mark.parametrize(
    "name, value", [
        ("PORT", "eighty"), ("PORT", ""), ("PORT", "80 "), ("LOG_LEVEL", "INFO"), ("TRUSTED_PROXIES", "10.0.0.0/33"),
    ],
)
def test_a_variable_of_the_wrong_kind_is_refused_by_name(name, value, tmp_path):
    message = refusal("serve", environment={f"HEADWATER_{name}": value}, cwd=tmp_path)
    assert f"HEADWATER_{name} is “{value}”; it must be " in message


@pytest.mark.parametrize(
    "words", [
        ["serve", "--port", "eighty"], ["serve", "--port", "65536"], ["serve", "--public-url", "x"],
        ["serve", "--prot", "1"],
        ["serve", "--log-level", "loud"], ["account", "create"], ["export", "everything", "--account", "x"],
        ["export", "contacts"], ["export", "contacts", "--account", "x", "--format", "xml"], ["nonsense"],
        ["user", "create", "--email", "a@b.example", "--role", "king"], ["check", "--database", "mysql:x"],
    ], ids=" ".join,
)
def test_wrong_usage_ends_with_64(words, tmp_path):
    assert "Usage: " in refusal(*words, code=64, cwd=tmp_path)


@pytest.mark.parametrize(
    "option, value, expected", [
        ("--port", "65536", "a number from 0 to 65535"), ("--drain-delay", "301", "from 0 to 300"),
        ("--public-url", "leads.example.com", "like https://leads.example.com"),
        ("--max-connections", "0", "from 1 to 1000000"), ("--log-level", "loud", "one of trace, debug"),
    ],
)
def test_a_wrong_value_on_the_command_line_is_told_what_it_must_be(option, value, expected, tmp_path):
    message = refusal("serve", option, value, code=64, cwd=tmp_path)
    assert value in message and "it must be " in message and expected in message


def test_a_comment_may_stand_behind_a_value(tmp_path):
    file = tmp_path / "headwater.conf"
    file.write_text(f"data-dir = {tmp_path}/a#b   # the data\nport = 0\t# any\n")
    create("--config", file)
    assert (tmp_path / "a#b" / "headwater.sqlite").exists()


@pytest.mark.parametrize(
    "words", [
        ["account", "list"], ["token", "list", "--agency"], ["token", "create", "--agency", "--name", "x"],
        ["rebuild-reports"], ["form", "create", "--account", "x", "--name", "x"],
        ["export", "contacts", "--account", "x"],
    ], ids=" ".join,
)
def test_a_command_that_needs_data_makes_none(words, tmp_path):
    assert "no database" in refusal(*words, "--data-dir", tmp_path / "typo")
    assert not (tmp_path / "typo").exists()


@pytest.mark.parametrize(
    "words", [
        [], ["serve"], ["demo"], ["account"], ["account", "create"], ["user", "create"], ["form", "create"],
        ["explain"], ["export"], ["check"],
    ], ids=" ".join,
)
def test_every_command_has_help(words):
    assert "OVERVIEW: " in succeed(*words, "--help")


def test_the_server_says_where_it_listens_and_ends_when_told(data):
    with Server(data, environment={"HEADWATER_HOST": "127.0.0.1", "HEADWATER_LOG_LEVEL": "error"}) as server:
        with urllib.request.urlopen(f"{server.url}/healthz", timeout=5) as answer:
            assert answer.status == 200
        port = server.url.rsplit(":", 1)[1]
        message = refusal("serve", "--data-dir", data, "--port", port)
        assert f"Port {port} of 127.0.0.1 is taken" in message
    assert server.code == 0


@pytest.mark.parametrize("host", ["256.1.1.1", "192.0.2.1", "no.such.host.invalid"])
def test_an_address_that_is_not_here_is_refused(host, data):
    assert host in refusal("serve", "--data-dir", data, "--host", host, "--port", "0")


def test_a_geoip_file_that_is_none_is_refused(data, tmp_path):
    file = tmp_path / "zones.mmdb"
    file.write_text("nothing")
    assert str(file) in refusal("serve", "--data-dir", data, "--geoip-database", file, "--port", "0")


def test_json_of_the_commands_is_one_line(data, account):
    assert set(account) == {"locationId", "trackingId", "token"}
    words = ["form", "create", "--account", account["locationId"], "--name", "Consult", "--json", "--data-dir", data]
    form = succeed(*words)
    assert form.count("\n") == 1
    assert set(json.loads(form)) == {"formId"}
