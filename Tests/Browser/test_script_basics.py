"""What the tracker is, says and sends on any page."""
import time
import gzip
import urllib.request
import re

from collector import CLINIC, FILES, SERVER, tracker

UUID_V7 = re.compile(r"^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")


def console_of(page):
    lines = []
    page.on("console", lambda message: lines.append(message.text))
    return lines


def failures_of(page):
    failures = []
    page.on("pageerror", lambda error: failures.append(error.message))
    return failures


def test_the_tracker_is_smaller_than_5_kb_gzipped(headwater):
    with urllib.request.urlopen(f"{headwater.url}/js/external-tracking.js") as answer:
        served = answer.read()
    assert len(gzip.compress(served, 9)) < 5_000


def test_without_a_tracking_id_it_says_so_and_sends_nothing(page, collector):
    collector.site({"/": tracker(tracking_id=None)})
    lines, failures = console_of(page), failures_of(page)
    page.goto(f"{CLINIC}/")
    collector.settle(page)
    assert "Tracking: Missing data-tracking-id attribute" in lines
    assert collector.tries == [] and failures == []


def test_the_id_may_stand_in_the_address(page, collector):
    collector.site({"/": f'<script src="{SERVER}/js/external-tracking.js?id=tk_tag" async></script>'})
    page.goto(f"{CLINIC}/")
    assert collector.wait(page, "page_view")[0]["trackingId"] == "tk_tag"


def test_a_tag_manager_may_insert_it_late(page, collector):
    collector.site({"/": f"""<script>setTimeout(() => {{
        const tag = document.createElement('script');
        tag.src = '{SERVER}/js/external-tracking.js?id=tk_tag';
        document.head.append(tag);
    }}, 50)</script>"""})
    page.goto(f"{CLINIC}/")
    assert collector.wait(page, "page_view")[0]["trackingId"] == "tk_tag"


def test_a_page_view_says_who_where_and_when(page, collector):
    collector.site({"/": tracker()})
    page.goto(f"{CLINIC}/?utm_source=x#top")
    [event] = collector.wait(page, "page_view")
    for key in ("eventId", "visitorId", "sessionId"):
        assert UUID_V7.match(event[key]), key
    assert event["trackingId"] == "tk_test"
    assert event["url"] == event["landingUrl"] == f"{CLINIC}/?utm_source=x#top"
    assert event["referrer"] == event["landingReferrer"] == ""
    assert event["title"] == "home"
    assert abs(event["occurredAt"] - page.evaluate("Date.now()")) < 10_000
    assert event["landingAt"] <= event["occurredAt"] <= event["sentAt"]
    assert page.evaluate("[headwater.visitorId, headwater.sessionId]") == [event["visitorId"], event["sessionId"]]


def test_it_is_sent_as_text_plain_with_credentials_and_without_a_preflight(page, collector):
    collector.site({"/": tracker()})
    page.goto(f"{CLINIC}/")
    collector.wait(page, "page_view")
    request = collector.tries[0][0]
    assert request.method == "POST" and request.headers["content-type"].startswith("text/plain")


def test_the_cookies_of_meta_and_google_are_read(page, context, collector):
    values = {
        "_fbp": "fb.1.1.2", "_fbc": "fb.1.3.abc", "_ga": "GA1.1.111.222", "_ga_ABC123": "GS2.1.s1747158365$o1$g0",
    }
    context.add_cookies([{"name": name, "value": value, "url": CLINIC} for name, value in values.items()])
    collector.site({"/": tracker()})
    page.goto(f"{CLINIC}/")
    [event] = collector.wait(page, "page_view")
    assert (event["fbp"], event["fbc"]) == ("fb.1.1.2", "fb.1.3.abc")
    assert (event["gaClientId"], event["gaSessionId"]) == ("111.222", "1747158365")


def test_debug_mode_says_what_happens(page, collector):
    collector.site({"/": tracker() + "<form id='f'><input type='email' name='email'></form><form id='s'></form>"})
    lines = console_of(page)
    page.goto(f"{CLINIC}/")
    collector.wait(page, "page_view")
    for words in ("initialised", "session", "event sent:", "form seen: f", "form skipped: no e-mail field s"):
        deadline = time.monotonic() + 10
        while not any(words in line for line in lines):
            assert time.monotonic() < deadline, words
            page.wait_for_timeout(20)
    assert all(line.startswith("[Tracking]") for line in lines)


def test_without_debug_mode_it_is_silent(page, collector):
    collector.site({"/": tracker(debug=None)})
    lines = console_of(page)
    page.goto(f"{CLINIC}/")
    collector.wait(page, "page_view")
    page.wait_for_timeout(50)
    assert lines == []


def test_calls_made_before_it_loads_are_kept(page, collector):
    stub = """<script>window.headwater = window.headwater || {q: []};
        ['pageView', 'track', 'identify', 'consent'].forEach(function (name) {
          headwater[name] = headwater[name] || function () { headwater.q.push([name].concat([].slice.call(arguments))) }
        });
        headwater.track('early', {n: 1}); headwater.q.push(['track', 'pushed'])</script>"""
    collector.site({"/": stub + tracker()})
    page.goto(f"{CLINIC}/")
    assert [event["name"] for event in collector.wait(page, "custom", 2)] == ["early", "pushed"]
    page.evaluate("headwater.q.push(['track', 'late'])")
    assert collector.wait(page, "custom", 3)[2]["name"] == "late"
    assert len(collector.of("page_view")) == 1


def test_a_page_tracks_and_identifies_by_itself(page, collector):
    collector.site({"/": tracker()})
    page.goto(f"{CLINIC}/")
    page.evaluate("headwater.track('brochure', {page: 3}); headwater.identify({email: 'a@b.example'})")
    [custom], [identify] = collector.wait(page, "custom"), collector.wait(page, "identify")
    assert (custom["name"], custom["data"]) == ("brochure", {"page": 3})
    assert identify["fields"] == {"email": "a@b.example"}
    page.evaluate("headwater.pageView()")
    collector.wait(page, "page_view", 2)


def test_pages_written_for_the_other_script_keep_working_and_count_once(page, collector):
    collector.site({"/": tracker()})
    page.goto(f"{CLINIC}/")
    collector.wait(page, "page_view")
    page.evaluate("""() => {
        history.pushState(null, '', '/two');
        _lcTracking.tracker.sendEvent({type: 'external_script_page_view'});
    }""")
    collector.settle(page)
    assert [event["url"] for event in collector.of("page_view")] == [f"{CLINIC}/", f"{CLINIC}/two"]


def test_pages_of_the_other_script_count_where_navigation_is_not_watched(page, collector):
    collector.site({"/": tracker(spa="off")})
    page.goto(f"{CLINIC}/")
    page.evaluate("""() => {
        history.pushState(null, '', '/two');
        _lcTracking.tracker.sendEvent({type: 'external_script_page_view'});
    }""")
    assert collector.wait(page, "page_view", 2)[1]["url"] == f"{CLINIC}/two"


def test_loaded_twice_it_runs_once(page, collector):
    collector.site({"/": tracker() + tracker()})
    page.goto(f"{CLINIC}/")
    collector.settle(page)
    assert len(collector.of("page_view")) == 1


def test_it_works_where_storage_is_blocked(page, collector):
    block = """<script>
        Object.defineProperty(window, 'localStorage', {get() { throw new Error('blocked') }});
        Object.defineProperty(document, 'cookie', {get() { throw new Error('no') }, set() { throw new Error('no') }});
        </script>"""
    collector.site({"/": block + tracker() + "<form><input name=email type=email value='a@b.example'></form>"})
    failures = failures_of(page)
    page.goto(f"{CLINIC}/?gclid=1")
    page.evaluate("document.addEventListener('submit', event => event.preventDefault())")
    page.evaluate("document.querySelector('form').requestSubmit()")
    [view], [form] = collector.wait(page, "page_view"), collector.wait(page, "form_submission")
    assert view["sessionId"] == form["sessionId"] and view["visitorId"] == form["visitorId"]
    assert form["landingUrl"] == f"{CLINIC}/?gclid=1"
    assert failures == []


def test_it_never_throws_into_the_page(page, collector):
    collector.site({"/": "<script>window.fetch = () => { throw new Error('none') }</script>" + tracker()})
    failures = failures_of(page)
    page.goto(f"{CLINIC}/")
    page.evaluate("headwater.q.push(['nothing']); headwater.identify(); headwater.track(); headwater.consent(true)")
    page.evaluate("_lcTracking.tracker.sendEvent()")
    collector.settle(page)
    assert failures == []
