"""form.js: one of Headwater's own forms in a page of the customer's."""
import pytest

from collector import CLINIC, SERVER, tracker

EMBED = f'<script src="{SERVER}/js/form.js?id=frm_1"></script>'


def question(name, label, kind, required=False, options=()):
    return {"name": name, "label": label, "type": kind, "required": required, "options": list(options)}


def form(**changes):
    return {
        "id": "frm_1", "name": "Consultation", "trackingId": "tk_own", "source": "Embedded form",
        "fields": [
            question("first_name", "First name", "text"),
            question("email", "E-mail", "email", True),
            question("message", "<b>Tell</b> us", "multi_line"),
            question("treatment", "Treatment", "select", False, ["Botox", "Filler"]),
            question("when", "When", "radio", True, ["Soon", "Later"]),
            question("areas", "Areas", "checkbox", False, ["Lips", "Eyes", "Chin"]),
            question("news", "News, please", "boolean"),
            question("photo", "Photo", "file"),
        ],
        "submitLabel": "Send it", "thankYou": "Thank you.\n<i>Soon</i>.", "redirect": None, "startedAt": "sealed.token",
        **changes,
    }


@pytest.fixture
def embedded(page, collector):
    def show(html, **changes):
        collector.form = form(**changes)
        collector.site({"/": html, "/done": "<h1>Done</h1>"})
        page.goto(f"{CLINIC}/?gclid=1")
        page.get_by_role("button", name="Send it").wait_for()
        return page

    return show


def fill(page):
    page.get_by_label("First name").fill("Jo")
    page.get_by_label("E-mail").fill("jo@mail.example")
    page.get_by_label("<b>Tell</b> us").fill("Hello")
    page.get_by_label("Treatment").select_option("Filler")
    page.get_by_role("radio", name="Soon").check()
    page.get_by_role("checkbox", name="Lips").check()
    page.get_by_role("checkbox", name="Chin").check()
    page.get_by_role("checkbox", name="News, please").check()


def send(page):
    page.get_by_role("button", name="Send it").click()


def test_it_stands_where_its_line_stands_out_of_the_reach_of_the_pages_styles(embedded):
    page = embedded("<style>input, button { display: none !important }</style><p id=before></p>" + EMBED + "<p id=x>")
    above, below = (page.locator(name).evaluate("e => e.getBoundingClientRect().top") for name in ("#before", "#x"))
    assert above < page.get_by_label("First name").bounding_box()["y"] < below
    assert page.locator("b, i").count() == 0


def test_with_a_tracker_in_the_page_it_is_sent_as_that_visitor(embedded, collector):
    page = embedded(tracker() + EMBED)
    fill(page)
    page.get_by_label("Photo").set_input_files({"name": "a.png", "mimeType": "image/png", "buffer": b"123"})
    send(page)
    [event] = collector.wait(page, "form_submission")
    [view] = collector.of("page_view")
    assert event["trackingId"] == "tk_own" and view["trackingId"] == "tk_test"
    assert (event["visitorId"], event["sessionId"]) == (view["visitorId"], view["sessionId"])
    assert event["landingUrl"] == f"{CLINIC}/?gclid=1"
    assert (event["formId"], event["formName"]) == ("frm_1", "Consultation")
    assert (event["own"], event["token"]) == (True, "sealed.token") and "honeypot" not in event
    assert event["fields"] == {
        "first_name": "Jo", "email": "jo@mail.example", "message": "Hello", "treatment": "Filler", "when": "Soon",
        "areas": ["Lips", "Chin"], "news": "true", "photo": "a.png (3 bytes, image/png)", "source": "Embedded form",
    }
    assert event["labels"]["message"] == "<b>Tell</b> us"
    assert page.get_by_role("status").inner_text() == "Thank you.\n<i>Soon</i>."
    collector.settle(page)
    assert len(collector.of("form_submission")) == 1


def test_a_page_without_a_tracker_gets_one(embedded, collector):
    page = embedded(EMBED)
    fill(page)
    send(page)
    [event] = collector.wait(page, "form_submission")
    [view] = collector.of("page_view")
    assert event["trackingId"] == view["trackingId"] == "tk_own" and event["sessionId"] == view["sessionId"]


def test_where_the_tracker_is_blocked_the_form_arrives_nevertheless(embedded, context, collector):
    context.route("**/external-tracking.js", lambda route: route.abort())
    page = embedded(EMBED)
    fill(page)
    send(page)
    [event] = collector.wait(page, "form_submission")
    assert event["landingUrl"] == event["url"] == f"{CLINIC}/?gclid=1" and "visitorId" not in event
    page.get_by_role("status").wait_for()


def test_before_consent_the_form_arrives_and_nothing_is_kept(embedded, collector):
    page = embedded(tracker(consent="required") + EMBED)
    fill(page)
    send(page)
    collector.wait(page, "form_submission")
    assert collector.of("page_view") == []
    assert page.evaluate("[document.cookie, Object.keys(localStorage).join()].join('')") == ""


def test_faults_are_shown_beside_their_fields_and_nothing_is_sent(embedded, collector):
    page = embedded(tracker() + EMBED)
    page.get_by_label("E-mail").fill("jo")
    send(page)
    assert page.get_by_label("E-mail").get_attribute("aria-invalid") == "true"
    assert page.get_by_label("E-mail").evaluate("e => e === e.getRootNode().activeElement")
    assert page.get_by_text("Please choose an answer.").is_visible()
    collector.settle(page)
    assert collector.of("form_submission") == []
    fill(page)
    send(page)
    collector.wait(page, "form_submission")


def test_a_form_that_could_not_be_sent_can_be_sent_again_and_is_one_submission(embedded, collector):
    page = embedded(tracker() + EMBED)
    collector.plan = "down"
    fill(page)
    send(page)
    page.get_by_text("could not be sent").wait_for()
    collector.plan = 202
    send(page)
    page.get_by_role("status").wait_for()
    tries = [event["eventId"] for _, event in collector.tries if event["type"] == "form_submission"]
    assert len(tries) == 2 and len(set(tries)) == 1


def test_it_can_lead_to_another_page(embedded, collector):
    page = embedded(tracker() + EMBED, redirect=f"{CLINIC}/done")
    fill(page)
    send(page)
    page.wait_for_url(f"{CLINIC}/done")


def test_what_a_robot_fills_in_is_handed_on(embedded, collector):
    page = embedded(tracker() + EMBED)
    fill(page)
    page.locator("#trap").evaluate("trap => { trap.value = 'cheap pills' }")
    send(page)
    assert collector.wait(page, "form_submission")[0]["honeypot"] == "cheap pills"


def test_a_form_that_has_been_open_for_a_day_asks_for_another_seal_before_it_is_sent(page, collector):
    page.clock.install()
    collector.form = form()
    collector.site({"/": tracker() + EMBED})
    page.goto(f"{CLINIC}/")
    page.get_by_role("button", name="Send it").wait_for()
    fill(page)
    collector.form = form(startedAt="fresh.token")
    page.clock.fast_forward(25 * 3_600_000)
    send(page)
    page.wait_for_timeout(300)
    page.clock.fast_forward(2_000)
    [event] = collector.wait(page, "form_submission")
    assert event["token"] == "fresh.token"


def test_where_no_other_seal_can_be_had_the_old_one_goes_along(page, collector):
    page.clock.install()
    collector.form = form()
    collector.site({"/": tracker() + EMBED})
    page.goto(f"{CLINIC}/")
    page.get_by_role("button", name="Send it").wait_for()
    fill(page)
    collector.context.route("**/t/forms/**", lambda route: route.abort("connectionrefused"))
    page.clock.fast_forward(25 * 3_600_000)
    send(page)
    [event] = collector.wait(page, "form_submission")
    assert event["token"] == "sealed.token"
