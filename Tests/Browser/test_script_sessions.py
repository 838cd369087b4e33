"""When a session begins, and what of it is remembered."""
import datetime

import pytest

from collector import CLINIC, tracker

BING = "https://www.bing.com"
PAYPAL = "https://www.paypal.com"
SHOP = "https://shop.clinic.example"
LINKED = "<a id=in href='/b'>b</a>"


@pytest.fixture
def site(collector):
    collector.site({path: tracker() + LINKED for path in ("/", "/b", "/c")})
    for origin in (BING, PAYPAL):
        collector.site({"/": f"<a href='{CLINIC}/c'>to the clinic</a>"}, origin)
    return collector


def visited(collector, page, count):
    return collector.wait(page, "page_view", count)


def came_from(page, origin):
    page.goto(f"{origin}/")
    page.click("a")
    page.wait_for_url(f"{CLINIC}/c")


def test_a_session_goes_on_from_page_to_page_and_keeps_its_landing(page, site):
    page.goto(f"{CLINIC}/?utm_source=a")
    page.click("#in")
    first, second = visited(site, page, 2)
    assert second["sessionId"] == first["sessionId"] and second["visitorId"] == first["visitorId"]
    assert second["landingUrl"] == f"{CLINIC}/?utm_source=a" and second["landingAt"] == first["landingAt"]
    assert second["referrer"] == f"{CLINIC}/?utm_source=a" and second["landingReferrer"] == ""


def test_thirty_minutes_without_activity_end_it(page, context, site):
    context.clock.install(time=datetime.datetime(2026, 3, 1, 9, 0))
    page.goto(f"{CLINIC}/")
    visited(site, page, 1)
    page.clock.fast_forward("29:00")
    page.goto(f"{CLINIC}/b")
    visited(site, page, 2)
    page.clock.fast_forward("31:00")
    page.goto(f"{CLINIC}/c")
    first, second, third = visited(site, page, 3)
    assert first["sessionId"] == second["sessionId"] != third["sessionId"]
    assert third["landingUrl"] == f"{CLINIC}/c"


@pytest.mark.parametrize("query, begins", [
    ("?utm_source=b", True), ("?gclid=1", True), ("?utm_source=a&fbclid=2", True), ("#/x?utm_campaign=n", True),
    ("?utm_source=a", False), ("?page=2", False), ("?utm_source=", False), ("", False),
])
def test_a_landing_with_other_tags_begins_one(page, site, query, begins):
    page.goto(f"{CLINIC}/?utm_source=a")
    visited(site, page, 1)
    page.goto(f"{CLINIC}/b{query}")
    first, second = visited(site, page, 2)
    assert (first["sessionId"] != second["sessionId"]) is begins
    assert second["landingUrl"] == (f"{CLINIC}/b{query}" if begins else f"{CLINIC}/?utm_source=a")


def test_a_referrer_from_outside_begins_one(page, site):
    page.goto(f"{CLINIC}/?utm_source=a")
    visited(site, page, 1)
    came_from(page, BING)
    first, second = visited(site, page, 2)
    assert first["sessionId"] != second["sessionId"]
    assert (second["landingUrl"], second["landingReferrer"]) == (f"{CLINIC}/c", f"{BING}/")


def test_coming_back_from_paying_does_not(page, site):
    page.goto(f"{CLINIC}/?utm_source=a")
    visited(site, page, 1)
    came_from(page, PAYPAL)
    first, second = visited(site, page, 2)
    assert first["sessionId"] == second["sessionId"] and second["referrer"] == f"{PAYPAL}/"


def test_coming_back_from_a_site_that_the_account_excludes_does_not(page, collector):
    collector.site({path: tracker(excluded_referrers="pay.example,bing.com") for path in ("/", "/c")})
    collector.site({"/": f"<a href='{CLINIC}/c'>to the clinic</a>"}, BING)
    page.goto(f"{CLINIC}/?utm_source=a")
    visited(collector, page, 1)
    came_from(page, BING)
    first, second = visited(collector, page, 2)
    assert first["sessionId"] == second["sessionId"]


def test_reloading_the_landing_does_not(page, site):
    came_from(page, BING)
    visited(site, page, 1)
    page.reload()
    first, second = visited(site, page, 2)
    assert first["sessionId"] == second["sessionId"] and second["landingReferrer"] == f"{BING}/"


def test_it_spans_tabs(page, context, site):
    page.goto(f"{CLINIC}/?utm_source=a")
    visited(site, page, 1)
    context.new_page().goto(f"{CLINIC}/b")
    first, second = visited(site, page, 2)
    assert first["sessionId"] == second["sessionId"]


def test_it_and_the_visitor_span_subdomains(page, context, site):
    site.site({"/cart": tracker()}, SHOP)
    page.goto(f"{CLINIC}/?utm_source=a")
    visited(site, page, 1)
    page.goto(f"{SHOP}/cart")
    first, second = visited(site, page, 2)
    assert first["sessionId"] == second["sessionId"] and first["visitorId"] == second["visitorId"]
    assert second["landingUrl"] == f"{CLINIC}/?utm_source=a"
    names = {cookie["name"]: cookie for cookie in context.cookies()}
    assert names["_hw_vid"]["domain"] == ".clinic.example" and "_hw_try" not in names
    assert names["_hw_vid"]["expires"] - page.evaluate("Date.now() / 1000") > 399 * 86400


def test_a_landing_too_long_for_a_cookie_is_kept_whole(page, site):
    url = f"{CLINIC}/?utm_source={'a' * 6_000}"
    page.goto(url)
    visited(site, page, 1)
    page.goto(f"{CLINIC}/b")
    first, second = visited(site, page, 2)
    assert first["sessionId"] == second["sessionId"] and second["landingUrl"] == url


@pytest.mark.parametrize("lost", [
    "document.cookie = '_hw_vid=;max-age=0;domain=clinic.example'", "localStorage.clear()",
])
def test_cookie_and_storage_restore_each_other(page, site, lost):
    page.goto(f"{CLINIC}/")
    visited(site, page, 1)
    page.evaluate(lost)
    page.goto(f"{CLINIC}/b")
    first, second = visited(site, page, 2)
    assert first["visitorId"] == second["visitorId"]
    assert page.evaluate("localStorage._hw_vid") == first["visitorId"]
    assert first["visitorId"] in page.evaluate("document.cookie")


def test_a_visitor_whom_only_the_server_remembers_is_that_visitor_again(page, site):
    known = "01900000-0000-7000-8000-000000000001"
    site.body = {"visitorId": known}
    page.goto(f"{CLINIC}/")
    [first] = visited(site, page, 1)
    assert first["newVisitor"] is True
    page.wait_for_function(f"headwater.visitorId === '{known}'")
    page.goto(f"{CLINIC}/b")
    second = visited(site, page, 2)[1]
    assert second["visitorId"] == known and not second.get("newVisitor")


def test_a_visitor_whom_the_browser_remembers_is_not_replaced(page, site):
    page.goto(f"{CLINIC}/")
    [first] = visited(site, page, 1)
    site.body = {"visitorId": "01900000-0000-7000-8000-000000000001"}
    page.goto(f"{CLINIC}/b")
    visited(site, page, 2)
    page.goto(f"{CLINIC}/c")
    assert {event["visitorId"] for event in visited(site, page, 3)} == {first["visitorId"]}


def test_what_others_wrote_into_storage_does_not_break_it(page, context, site):
    context.add_init_script("""if (!sessionStorage.done) {
        sessionStorage.done = 1;
        for (const key of ['_hw_vid', '_hw_s', '_hw_q']) localStorage[key] = '{"broken": [';
    }""")
    page.goto(f"{CLINIC}/")
    page.evaluate("headwater.track('x')")
    site.wait(page, "custom")
    page.evaluate("localStorage._hw_vid = 'null'; localStorage._hw_s = '7'; localStorage._hw_q = '{}'")
    page.goto(f"{CLINIC}/b")
    assert len(visited(site, page, 2)[1]["visitorId"]) == 36


def test_a_page_that_tidies_its_address_first_keeps_its_tags(page, site):
    tidy = "<script>history.replaceState(null, '', location.pathname)</script>"
    site.pages[CLINIC]["/tidy"] = tidy + tracker()
    page.goto(f"{CLINIC}/tidy?gclid=1")
    [event] = visited(site, page, 1)
    assert event["landingUrl"] == f"{CLINIC}/tidy?gclid=1" and event["url"] == f"{CLINIC}/tidy"
