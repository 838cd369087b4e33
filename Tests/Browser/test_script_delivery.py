"""That a submission arrives, once, whatever happens to the server and the page."""
import pytest

from collector import CLINIC, tracker

FORM = "<form id=f><input type=email name=email value=jo@mail.example><button>Send</button></form>"
STAY = "<script>document.addEventListener('submit', event => event.preventDefault())</script>"


@pytest.fixture
def site(collector):
    collector.site({path: tracker() + STAY + FORM for path in ("/", "/b")})
    return collector


def tried(collector):
    return [event for _, event in collector.tries if event["type"] == "form_submission"]


def waiting(page):
    return page.evaluate("JSON.parse(localStorage._hw_q || '[]').length")


@pytest.mark.parametrize("plan, headers", [
    ("down", {}), (503, {"X-Headwater-Dropped": "overloaded", "Retry-After": "60"}),
    (429, {"X-Headwater-Dropped": "rate_limited", "Retry-After": "60"}), (502, {}), (408, {}),
])
def test_what_could_not_be_delivered_is_delivered_from_the_next_page_once(page, site, plan, headers):
    page.goto(f"{CLINIC}/")
    site.wait(page, "page_view")
    site.plan, site.headers = plan, headers
    page.click("button")
    site.until(page, lambda: tried(site))
    site.settle(page)
    assert waiting(page) == 1
    site.plan, site.headers = 202, {}
    page.goto(f"{CLINIC}/b")
    [event] = site.wait(page, "form_submission")
    assert event["url"] == f"{CLINIC}/" and event["eventId"] == tried(site)[0]["eventId"]
    assert event["sentAt"] > tried(site)[0]["sentAt"] and event["occurredAt"] == tried(site)[0]["occurredAt"]
    site.until(page, lambda: waiting(page) == 0)
    page.goto(f"{CLINIC}/")
    site.settle(page)
    assert len(site.of("form_submission")) == 1


def test_it_tries_again_when_the_server_says(page, site):
    page.goto(f"{CLINIC}/")
    site.wait(page, "page_view")
    site.plan, site.headers = 503, {"Retry-After": "1", "X-Headwater-Dropped": "overloaded"}
    page.click("button")
    site.until(page, lambda: tried(site))
    site.plan, site.headers = 202, {}
    site.wait(page, "form_submission")
    site.until(page, lambda: waiting(page) == 0)


def test_a_date_for_the_next_try_does_not_make_it_hurry(page, site):
    page.goto(f"{CLINIC}/")
    site.wait(page, "page_view")
    site.plan, site.headers = 503, {"Retry-After": "Wed, 21 Oct 2026 07:28:00 GMT"}
    page.click("button")
    site.until(page, lambda: tried(site))
    site.settle(page)
    assert len(tried(site)) == 1


def test_it_tries_again_when_the_network_is_back(page, site):
    page.goto(f"{CLINIC}/")
    site.wait(page, "page_view")
    site.plan = "down"
    page.click("button")
    site.until(page, lambda: tried(site))
    site.settle(page)
    site.plan = 202
    page.evaluate("window.dispatchEvent(new Event('online'))")
    site.wait(page, "form_submission")


@pytest.mark.parametrize("status, reason", [
    (404, "unknown_tracking_id"), (400, "malformed"), (403, "origin_not_allowed"), (413, "too_large"),
])
def test_a_refusal_is_final_and_said(page, site, status, reason):
    lines = []
    page.on("console", lambda message: lines.append(message.text))
    page.goto(f"{CLINIC}/")
    site.wait(page, "page_view")
    site.plan, site.headers = status, {"X-Headwater-Dropped": reason}
    page.click("button")
    site.until(page, lambda: any("event refused: form_submission " + reason in line for line in lines))
    assert waiting(page) == 0
    page.goto(f"{CLINIC}/b")
    site.settle(page)
    assert len(tried(site)) == 1


def test_a_page_view_that_could_not_be_delivered_is_delivered_later_once(page, site):
    site.plan, site.headers = 503, {"Retry-After": "60", "X-Headwater-Dropped": "overloaded"}
    page.goto(f"{CLINIC}/")
    site.until(page, lambda: waiting(page) == 1)
    site.plan, site.headers = 202, {}
    page.goto(f"{CLINIC}/b")
    site.until(page, lambda: len(site.of("page_view")) == 2 and waiting(page) == 0)
    assert sorted(event["url"] for event in site.of("page_view")) == [f"{CLINIC}/", f"{CLINIC}/b"]
    page.goto(f"{CLINIC}/")
    site.settle(page)
    assert len(site.of("page_view")) == 3


def test_page_views_push_no_conversion_out(page, site):
    page.goto(f"{CLINIC}/")
    site.wait(page, "page_view")
    site.plan = "down"
    page.evaluate("headwater.track('mine')")
    for number in range(7):
        page.evaluate(f"history.pushState(0, '', '/{number}')")
        site.settle(page)
    kept = page.evaluate("JSON.parse(localStorage._hw_q).map(event => event.name || event.url)")
    assert kept == [f"{CLINIC}/{number}" for number in range(2, 7)] + ["mine"]


def test_however_many_wait_each_is_tried_once_in_a_round(page, context, site):
    context.clock.install()
    page.goto(f"{CLINIC}/")
    site.wait(page, "page_view")
    site.plan, site.headers = 503, {"Retry-After": "5"}
    for name in "abc":
        page.evaluate(f"headwater.track('{name}')")
    for rounds in range(1, 4):
        site.until(page, lambda: len([event for _, event in site.tries if event["type"] == "custom"]) >= 3 * rounds)
        site.settle(page)
        page.clock.fast_forward(5_100)
    site.settle(page)
    assert len([event for _, event in site.tries if event["type"] == "custom"]) == 12


def test_at_most_five_wait(page, site):
    page.goto(f"{CLINIC}/")
    site.wait(page, "page_view")
    site.plan = "down"
    for number in range(7):
        page.evaluate(f"headwater.track('n{number}')")
    site.settle(page)
    names = page.evaluate("JSON.parse(localStorage._hw_q).map(event => event.name)")
    assert names == ["n2", "n3", "n4", "n5", "n6"]


def test_after_a_day_it_is_given_up(page, context, site):
    context.clock.install()
    page.goto(f"{CLINIC}/")
    site.wait(page, "page_view")
    site.plan = "down"
    page.evaluate("headwater.track('old')")
    site.until(page, lambda: waiting(page) == 1)
    site.settle(page)
    site.plan = 202
    page.goto("about:blank")
    page.clock.fast_forward(86_400_000 + 60_000)
    page.goto(f"{CLINIC}/b")
    site.wait(page, "page_view")
    site.settle(page)
    assert site.of("custom") == []


def test_a_submission_in_flight_is_not_sent_again_by_the_next_page_of_an_app(page, site):
    page.goto(f"{CLINIC}/")
    site.wait(page, "page_view")
    page.evaluate("headwater.track('x'); history.pushState(null, '', '/b')")
    site.wait(page, "page_view", 2)
    site.settle(page)
    assert len(site.of("custom")) == 1


def test_a_long_text_is_cut_rather_than_refused(page, site):
    page.goto(f"{CLINIC}/")
    page.evaluate("document.querySelector('input').outerHTML += '<textarea name=message></textarea>'")
    page.evaluate("document.querySelector('textarea').value = 'x'.repeat(200000)")
    page.click("button")
    assert len(site.wait(page, "form_submission")[0]["fields"]["message"]) == 8192
