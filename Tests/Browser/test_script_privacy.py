"""Consent, and Global Privacy Control."""
import pytest

from collector import CLINIC, tracker

FORM = "<form id=f><input type=email name=email value=jo@mail.example></form>"
STAY = "<script>document.addEventListener('submit', event => event.preventDefault())</script>"
STORED = "[document.cookie, Object.keys(localStorage).join()].join('')"


@pytest.fixture
def site(collector):
    def serve(**attributes):
        collector.site({path: tracker(**attributes) + STAY + FORM for path in ("/", "/b")})
        return collector

    return serve


def submit(page):
    page.evaluate("document.getElementById('f').requestSubmit()")


def test_without_the_consent_that_is_required_nothing_is_stored_or_sent(page, site):
    collector = site(consent="required")
    page.goto(f"{CLINIC}/")
    submit(page)
    page.evaluate("headwater.track('x'); headwater.identify({email: 'a@b.example'}); headwater.pageView()")
    page.evaluate("history.pushState(null, '', '/b')")
    collector.settle(page)
    assert collector.tries == [] and page.evaluate(STORED) == ""


def test_with_consent_the_first_page_is_the_landing(page, site):
    collector = site(consent="required")
    page.goto(f"{CLINIC}/?gclid=1")
    page.evaluate("history.pushState(null, '', '/b')")
    page.evaluate("headwater.consent(true)")
    [view] = collector.wait(page, "page_view")
    assert view["url"] == f"{CLINIC}/b" and view["landingUrl"] == f"{CLINIC}/?gclid=1"
    submit(page)
    assert collector.wait(page, "form_submission")[0]["landingUrl"] == f"{CLINIC}/?gclid=1"
    assert view["visitorId"] in page.evaluate("document.cookie")
    page.evaluate("headwater.consent(true)")
    collector.settle(page)
    assert len(collector.of("page_view")) == 1


def test_consent_may_be_given_before_the_script_has_loaded(page, collector):
    early = "<script>(window.headwater = window.headwater || {q: []}).q.push(['consent', true])</script>"
    collector.site({"/": early + tracker(consent="required")})
    page.goto(f"{CLINIC}/")
    collector.wait(page, "page_view")


def test_consent_withdrawn_removes_what_was_stored_and_ends_the_sending(page, site):
    collector = site()
    collector.plan = 503
    page.goto(f"{CLINIC}/")
    submit(page)
    collector.until(page, lambda: page.evaluate("localStorage._hw_q"))
    page.evaluate("headwater.consent(false)")
    assert page.evaluate(STORED) == "" and page.evaluate("headwater.visitorId") is None
    collector.settle(page)
    tries = len(collector.tries)
    page.evaluate("headwater.track('x'); headwater.pageView()")
    collector.settle(page)
    assert len(collector.tries) == tries and page.evaluate(STORED) == ""


@pytest.fixture
def private(context):
    context.add_init_script("Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', {value: true})")


def test_under_global_privacy_control_nothing_is_stored_and_a_form_knows_its_own_page_alone(page, private, site):
    collector = site()
    page.goto(f"{CLINIC}/?gclid=1")
    collector.wait(page, "page_view")
    page.goto(f"{CLINIC}/b")
    submit(page)
    [event] = collector.wait(page, "form_submission")
    assert event["landingUrl"] == f"{CLINIC}/b" and event["gpc"] is True
    assert event["visitorId"] != collector.of("page_view")[0]["visitorId"]
    assert page.evaluate(STORED) == ""


def test_under_global_privacy_control_nothing_waits_in_storage(page, private, site):
    collector = site()
    collector.plan = "down"
    page.goto(f"{CLINIC}/")
    submit(page)
    collector.settle(page)
    assert page.evaluate(STORED) == ""
    collector.plan = 202
    page.goto(f"{CLINIC}/b")
    collector.wait(page, "page_view")
    collector.settle(page)
    assert collector.of("form_submission") == []


def test_identifiers_from_before_global_privacy_control_are_removed(page, context, site):
    collector = site()
    page.goto(f"{CLINIC}/")
    collector.wait(page, "page_view")
    context.add_init_script("Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', {value: true})")
    page.goto(f"{CLINIC}/b")
    first, second = collector.wait(page, "page_view", 2)
    assert page.evaluate(STORED) == "" and first["visitorId"] != second["visitorId"]


def test_an_account_may_turn_global_privacy_control_off(page, private, collector):
    collector.site({"/": tracker(gpc="ignore")})
    page.goto(f"{CLINIC}/")
    [event] = collector.wait(page, "page_view")
    assert event["visitorId"] in page.evaluate("document.cookie")
