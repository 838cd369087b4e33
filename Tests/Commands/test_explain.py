"""explain: as text, as JSON, and line by line."""
import json
import signal
import subprocess
from subprocess import PIPE

import pytest

from binary import BINARY, ENVIRONMENT, lines, refusal, succeed

AD = "https://clinic.example/?gclid=abc&utm_campaign=Spring"


def test_the_text_is_a_sentence_then_what_it_rests_on():
    text = succeed("explain", AD, "--referrer", "https://www.google.com/")
    first, rest = text.split("\n", 1)
    assert first == "Paid Search, because the landing carried a Google click ID (gclid)."
    assert "Rule       2, Click ID of a search ad (classic rules)" in rest
    assert "Evidence   gclid = abc" in rest


def test_a_near_miss_is_noted():
    assert "perhaps utm_source was meant" in succeed("explain", "https://clinic.example/?utm_souce=adwords")


def test_the_nearest_change_is_part_of_the_text():
    text = succeed("explain", "https://clinic.example/?utm_source=AdWords")
    assert "Change     `utm_source` was `AdWords`; `adwords` matches rule 1 and gives Paid Search.\n" in text


def test_why_tells_rule_by_rule_and_what_would_change_it():
    text = succeed("explain", AD, "--why", "--referrer", "https://www.google.com/")
    verdict, _, road, changes = text.split("\n\n")
    assert verdict.startswith("Paid Search, because ")
    assert road.split("\n") == [
        "Rule by rule",
        "    Rule 1, Google Ads tag: there is no utm_source.",
        "  → Rule 2, Click ID of a search ad: the landing carried a Google click ID (gclid).",
    ]
    # Its tag alone still makes a Paid Search of it, on Google.
    assert "Without `gclid` and `utm_campaign` it would be Organic Search (rule 6)." in changes


def test_json_has_every_part_of_the_explanation():
    answer = json.loads(succeed("explain", AD, "--json"))
    assert answer["source"] == "paid_search"
    assert answer["label"] == "Paid Search"
    assert answer["rule"] == {"number": "2", "name": "Click ID of a search ad"}
    assert answer["evidence"] == [{"kind": "parameter", "name": "gclid", "value": "abc"}]
    assert answer["platform"] == "Google"
    assert answer["notes"] == []
    assert answer["ruleSet"] == "classic"
    assert isinstance(answer["ruleSetVersion"], int)
    assert "steps" not in answer


def test_json_names_what_was_meant():
    answer = json.loads(succeed("explain", "https://clinic.example/?utm_souce=adwords", "--json"))
    assert [note["code"] for note in answer["notes"]] == ["misspelt_parameter"]
    assert answer["notes"][0]["parameter"] == "utm_souce"
    assert answer["notes"][0]["value"] == "adwords"
    assert answer["notes"][0]["suggestion"] == "utm_source"
    change = answer["nearestChange"]
    assert change.pop("text").startswith("`utm_souce` is no parameter that counts; as `utm_source` it matches rule 1")
    assert change == {
        "kind": "correction", "parameter": "utm_souce", "from": "utm_souce", "to": "utm_source",
        "source": "paid_search", "label": "Paid Search", "rule": {"number": "1", "name": "Google Ads tag"},
    }


def test_json_tells_the_steps_when_asked_why():
    answer = json.loads(succeed("explain", "https://clinic.example/?ttclid=a", "--json", "--why"))
    assert [step["rule"]["number"] for step in answer["steps"]] == list("12345678")
    assert [step["applies"] for step in answer["steps"]] == [False] * 7 + [True]
    assert answer["steps"][0]["reason"] == "there is no utm_source"
    assert answer["nearestChange"]["text"] == "Under the extended rules it would be Paid Social (rule 4)."
    assert answer["otherChanges"] == []


def test_the_rule_set_can_be_chosen():
    url = "https://clinic.example/?utm_source=AdWords"
    answer = json.loads(succeed("explain", url, "--json", "--ruleset", "extended"))
    assert (answer["source"], answer["ruleSet"], answer["notes"]) == ("paid_search", "extended", [])


RULES = {
    "version": 1, "ruleSet": "extended", "rules": [{
        "name": "Podcast", "after": "4a", "source": "referral", "subLabel": "Podcasts",
        "when": [{"parameter": "utm_source", "is": "equals", "value": "podcast"}],
    }],
}
PODCAST = "https://clinic.example/?utm_source=podcast"


@pytest.fixture
def rules(tmp_path):
    """Writes a rule book and answers with its path."""
    def write(book):
        path = tmp_path / "rules.json"
        path.write_text(book if isinstance(book, str) else json.dumps(book))
        return path
    return write


def test_own_rules_come_from_a_file(rules):
    text = succeed("explain", PODCAST, "--rules", rules(RULES))
    assert text.startswith("Referrals (Podcasts), because your rule “Podcast” applies: utm_source is “podcast”.\n")
    assert "Rule       own 1, Podcast (extended rules)" in text
    assert "Sub-label  Podcasts" in text
    answer = json.loads(succeed("explain", PODCAST, "--rules", rules(RULES), "--json", "--why"))
    assert answer["subLabel"] == "Podcasts"
    assert answer["rule"] == {"number": "own 1", "name": "Podcast"}
    assert answer["steps"][-1] == {"rule": answer["rule"], "applies": True, "reason": answer["steps"][-1]["reason"]}


def test_own_rules_judge_every_line(rules):
    lands = [{"url": PODCAST}, {"url": PODCAST, "ruleset": "extended"}, {"url": PODCAST, "ruleset": "classic"}]
    stdin = "\n".join(map(json.dumps, lands)).encode()
    answers = lines(succeed("explain", "--stdin", "--rules", rules(RULES), stdin=stdin))
    assert [answer.get("source") for answer in answers] == ["referral", "referral", None]
    assert "cannot stand in the ruleset" in answers[2]["error"]


@pytest.mark.parametrize(
    "book, place", [
        ("{", "line 1, column 2"), ({**RULES, "ruleSet": "other"}, "ruleSet: "),
        ({**RULES, "rules": [{"name": "a", "source": "mine", "when": []}]}, "rules[0].source: "),
        ({**RULES, "ruleSet": "classic"}, "rules[0].after: "),
    ], ids=str
)
def test_a_bad_rule_book_is_refused_by_its_place(rules, book, place):
    assert place in refusal("explain", PODCAST, "--rules", rules(book), code=64)


def test_own_rules_must_fit_the_rule_set(rules):
    assert "rules[0].after" in refusal("explain", PODCAST, "--rules", rules(RULES), "--ruleset", "classic", code=64)


def test_a_rule_book_that_is_not_there_is_wrong_usage():
    assert "cannot be read" in refusal("explain", PODCAST, "--rules", "/nowhere/rules.json", code=64)

def test_what_is_absent_is_null():
    answer = json.loads(succeed("explain", "https://clinic.example/", "--json"))
    assert answer["source"] == "direct"
    assert answer["platform"] is None
    assert [fact["value"] for fact in answer["evidence"]] == [None, None]


def test_an_own_domain_is_no_referrer():
    options = ["https://clinic.example/", "--referrer", "https://book.other.example/", "--json"]
    assert json.loads(succeed("explain", *options))["source"] == "referral"
    own = json.loads(succeed("explain", *options, "--own-domain", "x.example", "--own-domain", "other.example"))
    assert own["source"] == "direct"
    assert [note["code"] for note in own["notes"]] == ["self_referral"]


def test_lines_are_answered_in_order():
    landings = [
        {"url": "https://clinic.example/?utm_source=adwords"},
        {"url": "https://clinic.example/", "referrer": "https://m.facebook.com/"},
        {"url": "https://clinic.example/", "referrer": "https://b.example/", "userAgent": None, "ruleset": "classic"},
        {"url": "https://clinic.example/", "referrer": "https://blog.example/", "ownDomains": ["blog.example"]},
    ]
    answers = lines(succeed("explain", "--stdin", stdin="\n".join(map(json.dumps, landings)).encode()))
    assert [answer["source"] for answer in answers] == ["paid_search", "social_media", "referral", "direct"]


HOSTILE = [
    b"", b"   ", b"not json", b"[]", b"null", b"7", b'"text"', b"{", b"\xff\xfe\x00", b"\x00" * 100, b'{"url":7}',
    b'{"referrer":"https://a.example/"}', b'{"url":"https://a.example/","ruleset":"other"}',
    b'{"url":"https://a.example/","ownDomains":"a.example"}', b"[" * 50_000, b'{"url":' * 50_000,
    b'{"url":"' + b"x" * (3 << 20) + b'"}',
]


def test_lines_are_told_why_when_asked():
    stdin = b'{"url":"https://clinic.example/?gclid=a"}\n{"url":7}\n'
    plain, refused = lines(succeed("explain", "--stdin", stdin=stdin))
    assert "steps" not in plain and "nearestChange" not in plain and list(refused) == ["error"]
    told, refused = lines(succeed("explain", "--stdin", "--why", stdin=stdin))
    assert len(told["steps"]) == 2 and told["nearestChange"]["source"] == "direct" and list(refused) == ["error"]


def test_a_hostile_line_gets_an_answer_of_its_own_and_harms_no_other():
    good = b'{"url":"https://clinic.example/?gclid=a"}'
    stdin = b"".join(good + b"\n" + line + b"\n" for line in HOSTILE) + good
    answers = lines(succeed("explain", "--stdin", stdin=stdin))
    assert len(answers) == 2 * len(HOSTILE) + 1
    assert all(answer["source"] == "paid_search" for answer in answers[0::2])
    assert all(list(answer) == ["error"] for answer in answers[1::2])


@pytest.mark.parametrize(
    "url", [
        "https://a.example/?" + "&" * 100_000, "https://a.example/?gclid=%zz%", "HTTP://a.example",
        "http://localhost:8080/x", "https://a.example/\u202e\u0301",
    ]
)
def test_any_address_of_a_page_is_a_landing(url):
    stdin = json.dumps({"url": url}).encode() + b"\r\n"
    assert lines(succeed("explain", "--stdin", stdin=stdin))[0]["source"]


@pytest.mark.parametrize(
    "url", [
        "", " ", "garbage in", "clinic.example/?gclid=a", "/?gclid=a", "https://", "mailto:a@b.example",
        "ftp://a.example/", "android-app://com.example/", "javascript:alert(1)", "\u202e\u0301",
    ]
)
def test_what_is_no_absolute_address_is_refused(url):
    assert "not absolute" in refusal("explain", url)
    stdin = json.dumps({"url": url}).encode() + b"\n"
    assert list(lines(succeed("explain", "--stdin", stdin=stdin))[0]) == ["error"]


def test_no_lines_are_no_answers():
    assert succeed("explain", "--stdin") == ""


def test_an_answer_never_moves_the_cursor():
    text = succeed("explain", "https://clinic.example/?utm_source=%1b%5b2Jadwords%0d%07")
    assert not any(ord(letter) < 32 and letter != "\n" for letter in text)


@pytest.mark.parametrize(
    "words", [[], [AD, "--stdin"], [AD, "--ruleset", "mine"], [AD, "--unknown"], [AD, "another"]], ids=" ".join
)
def test_wrong_usage_ends_with_64(words):
    assert "Usage: headwater explain" in refusal("explain", *words, code=64)


def test_an_answer_comes_before_the_next_line_is_written():
    with subprocess.Popen([BINARY, "explain", "--stdin"], stdin=PIPE, stdout=PIPE, env=ENVIRONMENT) as process:
        for _ in range(3):
            process.stdin.write(b'{"url":"https://clinic.example/?gclid=a"}\n')
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["source"] == "paid_search"
        process.stdin.close()
        assert process.wait(10) == 0


def test_a_reader_that_goes_away_ends_it():
    source = subprocess.Popen(["yes", '{"url":"https://clinic.example/?gclid=a"}'], stdout=PIPE)
    process = subprocess.Popen([BINARY, "explain", "--stdin"], stdin=source.stdout, stdout=PIPE, env=ENVIRONMENT)
    source.stdout.close()
    process.stdout.readline()
    process.stdout.close()
    assert process.wait(30) in (1, -signal.SIGPIPE)
    source.kill()
    source.wait()
