"""Runs the real command, as a person at a terminal does."""
import json
import re
import subprocess

import engine
from headwater import BINARY, ENVIRONMENT


def surroundings(words, environment):
    """The environment of a command, with the engine that its data folder is for."""
    words = list(map(str, words))
    data = words[words.index("--data-dir") + 1] if "--data-dir" in words else None
    return ENVIRONMENT | (engine.environment(data) if data else {}) | (environment or {})


def run(*words, stdin=b"", environment=None, cwd=None):
    """The finished process, its output as bytes."""
    return subprocess.run(
        [BINARY, *map(str, words)], input=stdin, capture_output=True, timeout=60, cwd=cwd,
        env=surroundings(words, environment),
    )


def succeed(*words, **options):
    """Standard output of a command that ends well."""
    done = run(*words, **options)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def refusal(*words, code=1, **options):
    """Standard error of a command that ends with the code; with 1 it is one line."""
    done = run(*words, **options)
    assert done.returncode == code, (done.returncode, done.stdout, done.stderr)
    text = done.stderr.decode()
    if code == 1:
        assert text.count("\n") == 1, text
        assert text.startswith("headwater: ")
    return text


class Server:
    """`headwater serve` on a free port."""

    def __init__(self, data, *options, environment=None):
        self.process = subprocess.Popen(
            [BINARY, "serve", "--data-dir", str(data), "--port", "0", *options], stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, env=surroundings(["--data-dir", data], environment), text=True,
        )
        self.line = self.process.stdout.readline()
        found = re.fullmatch(r"Headwater is listening on (http://\S+)\n", self.line)
        assert found, self.line
        self.url = found.group(1)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.code = self.process.wait(15)
        self.process.stdout.close()


def lines(text):
    """The values of JSON Lines."""
    return [json.loads(line) for line in text.split("\n")[:-1]]
