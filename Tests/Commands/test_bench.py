"""bench: the figures are printed, and what is missing is said."""
import re
from pathlib import Path

from binary import refusal, succeed

CORPUS = Path(__file__).resolve().parents[2] / "Bench" / "corpus.tsv"


def test_the_corpus_holds_a_thousand_pairs():
    rows = CORPUS.read_text(encoding="ascii").splitlines()
    assert len(rows) == 1000
    assert all(row.count("\t") == 1 for row in rows)


def test_classify_prints_a_line_for_each_rule_set():
    table = succeed("bench", "classify", "--corpus", CORPUS, "--samples", "1")
    rows = [line.split()[0] for line in table.splitlines()[1:]]
    assert rows == ["classic", "extended", "extended-in-app", "classic-explained", "extended-explained"]
    assert "not counted" in table


def test_a_corpus_that_is_not_there_is_named(tmp_path):
    missing = tmp_path / "corpus.tsv"
    assert str(missing) in refusal("bench", "classify", "--corpus", missing)


def test_a_replay_judges_every_session_and_leaves_nothing_behind(tmp_path):
    text = succeed(
        "bench", "replay", "--touches", "800", "--corpus", CORPUS, "--directory", tmp_path, "--publish",
    )
    assert re.search(r"^preview: 820 rows in", text, re.MULTILINE)
    assert re.search(r"^publication: 820 rows in .*, [1-9]\d* touches moved", text, re.MULTILINE)
    assert list(tmp_path.iterdir()) == []
