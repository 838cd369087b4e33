"""The server's own cookie: set where server and website share a domain, out of reach of scripts, gone with consent."""
import pytest

SITE = "http://127.0.0.1:1"


@pytest.fixture
def page(context, headwater):
    """A page on the server's own host, tracked for an account of its own."""
    account = headwater.answer("account", "create", "--name", "Local", "--domain", "127.0.0.1", "--json")
    snippet = (
        f'<script src="{headwater.url}/js/external-tracking.js" data-tracking-id="{account["trackingId"]}" defer>'
        "</script>"
    )
    context.route(f"{SITE}/**", lambda route: route.fulfill(
        content_type="text/html", body=f"<!doctype html><title>Local</title>{snippet}<h1>Local</h1>"))
    page = context.new_page()
    page.goto(f"{SITE}/")
    wait_for_twin(page)
    return page


def twins(page):
    return [cookie for cookie in page.context.cookies() if cookie["name"].startswith("_hw_t_")]


def wait_for_twin(page):
    for _ in range(100):
        if twins(page):
            return
        page.wait_for_timeout(50)
    raise AssertionError("no cookie came")


def visitor(page):
    return page.evaluate("window.headwater.visitorId")


def test_the_cookie_is_the_visitor_and_scripts_cannot_read_it(page):
    twin, = twins(page)
    assert twin["value"] == visitor(page)
    assert twin["httpOnly"] and twin["sameSite"] == "Lax"
    assert "_hw_t_" not in page.evaluate("document.cookie")


def test_a_visitor_whom_the_script_forgot_is_the_same_visitor(page):
    before = visitor(page)
    page.context.clear_cookies(name="_hw_vid")
    page.context.clear_cookies(name="_hw_s")
    page.evaluate("localStorage.clear()")
    page.reload()
    page.wait_for_function("before => window.headwater.visitorId === before", arg=before)


def test_the_cookie_goes_when_consent_is_withdrawn(page):
    before = visitor(page)
    with page.expect_response("**/t/forget"):
        page.evaluate("window.headwater.consent(false)")
    assert twins(page) == []
    page.reload()
    wait_for_twin(page)
    assert visitor(page) not in (None, before)
