"""Which pages count: those of single-page apps, and those that the browser kept."""
import pytest

from collector import CLINIC, tracker


@pytest.fixture
def app(page, collector):
    collector.site({"/": tracker(), "/b": "<p>no tracker</p>"})
    page.goto(f"{CLINIC}/")
    collector.wait(page, "page_view")
    return page


def paths(collector):
    return [event["url"].replace(CLINIC, "") for event in collector.of("page_view")]


def test_each_navigation_of_an_app_counts_with_the_page_before_as_referrer(app, collector):
    app.evaluate("history.pushState(null, '', '/one'); document.title = 'One'")
    app.evaluate("history.pushState(null, '', '/two?x=1')")
    app.evaluate("history.back()")
    views = collector.wait(app, "page_view", 4)
    assert paths(collector) == ["/", "/one", "/two?x=1", "/one"]
    assert [view["referrer"].replace(CLINIC, "") for view in views] == ["", "/", "/one", "/two?x=1"]
    assert views[1]["title"] == "One"
    assert len({view["sessionId"] for view in views}) == 1
    assert {view["landingUrl"] for view in views} == {f"{CLINIC}/"}


@pytest.mark.parametrize("navigation, counts", [
    ("history.pushState(null, '', '/?page=2')", True),
    ("history.pushState(null, '', '/')", False),
    ("history.pushState(null, '', '#top')", False),
    ("history.pushState(null, '', '#/route')", True),
    ("history.replaceState(null, '', '/new')", True),
    ("history.replaceState(null, '', '/?tidied')", False),
    ("location.hash = 'anchor'", False),
    ("location.hash = '#/route'", True),
])
def test_what_counts_as_another_page(app, collector, navigation, counts):
    app.evaluate(navigation)
    collector.settle(app)
    assert len(collector.of("page_view")) == (2 if counts else 1)


def test_two_pushes_in_a_row_are_two_pages(app, collector):
    app.evaluate("history.pushState(null, '', '/one'); history.pushState(null, '', '/two')")
    collector.wait(app, "page_view", 3)
    assert paths(collector) == ["/", "/one", "/two"]


def test_the_watch_can_be_switched_off(page, collector):
    collector.site({"/": tracker(spa="off")})
    page.goto(f"{CLINIC}/")
    collector.wait(page, "page_view")
    page.evaluate("history.pushState(null, '', '/one')")
    collector.settle(page)
    assert paths(collector) == ["/"]


def test_a_page_from_the_back_forward_cache_counts_when_it_is_shown(app, collector):
    # Interception keeps Chromium from caching pages, so the browser's event is played.
    app.evaluate("window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    first, second = collector.wait(app, "page_view", 2)
    assert first["sessionId"] == second["sessionId"] and first["eventId"] != second["eventId"]


def test_a_prerendered_page_counts_when_it_is_shown(page, context, collector):
    context.add_init_script("""let hidden = true;
        Object.defineProperty(document, 'prerendering', {get: () => hidden});
        window.reveal = () => { hidden = false; document.dispatchEvent(new Event('prerenderingchange')); };""")
    collector.site({"/": tracker()})
    page.goto(f"{CLINIC}/")
    collector.settle(page)
    assert collector.tries == []
    page.evaluate("reveal()")
    collector.wait(page, "page_view")
    collector.settle(page)
    assert len(collector.of("page_view")) == 1
