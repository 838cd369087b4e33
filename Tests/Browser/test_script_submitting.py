"""When a submitted form is a conversion, and that it is one once."""
import pytest

from collector import CLINIC, tracker

FORM = """<form id=f action=/thanks {attributes}><input type=email name=email required value=jo@mail.example>
<input name=phone value=123><button>Send</button></form><script>{script}</script>"""


@pytest.fixture
def open_form(page, collector):
    def go(script="", attributes=""):
        html = tracker() + FORM.format(script=script, attributes=attributes)
        collector.site({"/": html, "/thanks": "<p>no tracker here</p>"})
        page.goto(f"{CLINIC}/")
        collector.wait(page, "page_view")
        return page

    return go


def heard(page):
    page.evaluate("""() => {
        window.heard = [];
        document.addEventListener('headwater:submission', event => heard.push(event.detail.eventId));
    }""")


def test_a_form_that_the_page_sends_by_script_is_sent_even_when_it_is_emptied_and_removed(open_form, collector):
    page = open_form("""f.addEventListener('submit', event => {
        event.preventDefault(); f.reset(); f.email.value = ''; f.remove(); history.pushState(null, '', '/done');
    })""")
    page.click("button")
    [event] = collector.wait(page, "form_submission")
    assert event["fields"] == {"email": "jo@mail.example", "phone": "123"} and event["url"] == f"{CLINIC}/"


def test_the_page_hears_of_each_conversion(open_form, collector):
    page = open_form("f.addEventListener('submit', event => event.preventDefault())")
    heard(page)
    page.click("button")
    [event] = collector.wait(page, "form_submission")
    assert page.evaluate("heard") == [event["eventId"]]


def test_a_page_that_stops_the_event_is_read_nevertheless(open_form, collector):
    page = open_form("""f.addEventListener('submit', event => {
        event.preventDefault(); event.stopImmediatePropagation(); })""")
    page.click("button")
    collector.wait(page, "form_submission")


@pytest.mark.parametrize("script, attributes", [
    # The browser itself refuses.
    ("f.email.value = 'jo'", ""),
    # The page refuses, by the browser's rules or by its own.
    ("f.email.value = ''; f.onsubmit = () => f.checkValidity()", "novalidate"),
    ("f.onsubmit = () => { f.phone.setAttribute('aria-invalid', 'true'); return false; }", "novalidate"),
    ("f.onsubmit = () => { f.phone.setCustomValidity('No number'); return false; }", "novalidate"),
    ("f.onsubmit = () => { setTimeout(() => f.phone.ariaInvalid = 'true', 50); return false; }", "novalidate"),
])
def test_a_submit_that_is_cancelled_for_a_faulty_field_is_no_conversion(open_form, collector, script, attributes):
    page = open_form(script, attributes)
    heard(page)
    page.click("button")
    collector.settle(page)
    assert collector.of("form_submission") == [] and page.evaluate("heard") == []


def test_a_required_field_that_nobody_sees_is_no_fault(open_form, collector):
    page = open_form("""f.insertAdjacentHTML('beforeend', '<input name=other required hidden>');
        f.onsubmit = () => false;""", "novalidate")
    page.click("button")
    collector.wait(page, "form_submission")


def test_after_the_fault_is_mended_the_mended_form_is_sent_and_nothing_else(open_form, collector):
    page = open_form("""f.onsubmit = () => {
        f.phone.setAttribute('aria-invalid', String(f.phone.value.length < 5)); return false; }""", "novalidate")
    page.click("button")
    collector.settle(page)
    page.fill("[name=phone]", "55512345")
    page.click("button")
    collector.wait(page, "form_submission")
    page.goto(f"{CLINIC}/thanks")
    collector.settle(page)
    assert [event["fields"]["phone"] for event in collector.of("form_submission")] == ["55512345"]


def test_a_page_that_cancels_checks_and_submits_again_sends_one(open_form, collector):
    page = open_form("""let checked = false;
        f.addEventListener('submit', event => {
          if (checked) return;
          event.preventDefault();
          setTimeout(() => { checked = true; f.requestSubmit(); }, 120);
        })""")
    page.click("button")
    page.wait_for_url("**/thanks**")
    collector.settle(page)
    assert len(collector.of("form_submission")) == 1


def test_a_double_click_is_one_conversion_and_another_address_another(open_form, collector):
    page = open_form("f.addEventListener('submit', event => event.preventDefault())")
    page.dblclick("button")
    collector.wait(page, "form_submission")
    page.fill("[name=email]", "other@mail.example")
    page.click("button")
    collector.wait(page, "form_submission", 2)
    collector.settle(page)
    assert len(collector.of("form_submission")) == 2
