"""What every browser test needs: Debian's Chromium, dressed as a desktop browser.

Test files named test_script_* drive the scripts alone, their server played by request interception; the others drive
the real server binary.
"""
import os
import shutil

import pytest
from playwright.sync_api import sync_playwright

from api import API
from collector import Collector
from demo import Demo
from headwater import Headwater
from sites import Sites

USER_AGENT = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36"
)


@pytest.fixture(scope="session")
def chromium():
    executable = os.environ.get("CHROMIUM") or shutil.which("chromium")
    # A page on a public-looking host may not reach a loopback server otherwise.
    # And a browser that says it is steered is taken for a program's.
    switches = ["--disable-features=LocalNetworkAccessChecks", "--disable-blink-features=AutomationControlled"]
    if os.geteuid() == 0:
        switches.append("--no-sandbox")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=switches)
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium):
    """Makes browsers that share nothing: each call is another device."""
    contexts = []

    def make(**options):
        context = chromium.new_context(**{"user_agent": USER_AGENT, "locale": "en-US", **options})
        context.set_default_timeout(10_000)
        contexts.append(context)
        return context

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def context(visit):
    return visit()


@pytest.fixture
def page(context):
    return context.new_page()


@pytest.fixture
def collector(context):
    """Plays the server in the tests of the scripts."""
    return Collector(context)


@pytest.fixture
def headwater(tmp_path):
    """The real server with one account, on a data folder of its own."""
    server = Headwater(tmp_path / "data")
    server.create_account("Clinic", "clinic.example")
    server.start()
    yield server
    server.stop()


@pytest.fixture
def sites(headwater):
    """The websites that visitors pass through, tracked by the real server."""
    return Sites(headwater.url, headwater.tracking_id)


@pytest.fixture
def api(headwater):
    return API(headwater.url, headwater.token)


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """The demo with its sample data, one for all tests of a file."""
    demo = Demo(tmp_path_factory.mktemp("demo") / "data")
    demo.start()
    yield demo
    demo.stop()


@pytest.fixture
def signed_in(demo, page):
    """The demo's console, open."""
    page.goto(f"{demo.url}/")
    page.get_by_label("E-mail").fill(demo.email)
    page.get_by_label("Password", exact=True).fill(demo.password)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(lambda url: "sign-in" not in url)
    return page
