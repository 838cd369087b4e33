"""Own forms in a real browser: hosted without a script, and embedded in a page of the customer's."""
import pytest

from sites import CLINIC, arrive


@pytest.fixture
def form(headwater):
    """A form whose hidden Source value is empty, made as an operator makes it."""
    made = headwater.answer("form", "create", "--account", headwater.location, "--name", "Consultation", "--json")
    return made["formId"]


def test_a_hosted_form_works_with_scripts_turned_off(visit, sites, headwater, api, form):
    context = sites.serve(visit(java_script_enabled=False))
    page = context.new_page()
    page.goto(f"{headwater.url}/f/{form}?utm_source=fb_ad&utm_campaign=spring&source=Flyer")
    page.wait_for_timeout(1_600)  # People need longer than a second and a half; forms that do not are held.
    page.get_by_label("First name").fill("Ann")
    page.get_by_label("Email").fill("ann@example.com")
    page.get_by_role("button", name="Send").click()
    page.get_by_text("Thank you").wait_for()

    contact = api.only_contact(page, "ann@example.com")
    first = contact["attributionSource"]
    assert first["sessionSource"] == "Paid Social"
    assert first["medium"] == "form" and first["mediumId"] == form
    assert first["utmCampaign"] == "spring"
    assert contact["source"] == "Flyer"


def test_a_hosted_form_says_what_is_missing_and_keeps_what_was_typed(visit, headwater, form):
    page = visit(java_script_enabled=False).new_page()
    page.goto(f"{headwater.url}/f/{form}")
    page.get_by_label("First name").fill("Ann")
    page.get_by_label("Email").fill("ann@example.com")
    page.get_by_label("Phone").fill("12")
    page.get_by_role("button", name="Send").click()
    page.get_by_role("alert").get_by_text("This is not a complete phone number.").wait_for()
    assert page.get_by_label("First name").input_value() == "Ann"


def test_an_embedded_form_shares_the_visit_of_its_page(context, sites, headwater, api, form):
    sites.pages["/consult"] = (
        f'<h1>Consultation</h1><script src="{headwater.url}/js/form.js?id={form}"></script>'
    )
    page = sites.serve(context).new_page()
    arrive(page, "https://www.google.com", f"{CLINIC}/offer?gclid=Cj0abc")
    page.goto(f"{CLINIC}/consult")
    page.get_by_label("First name").wait_for()
    page.wait_for_timeout(1_600)
    page.get_by_label("First name").fill("Ann")
    page.get_by_label("Email").fill("ann@example.com")
    page.get_by_role("button", name="Send").click()
    page.get_by_text("Thank you").wait_for()

    contact = api.only_contact(page, "ann@example.com")
    first = contact["attributionSource"]
    assert first["sessionSource"] == "Paid Search"
    assert first["url"] == f"{CLINIC}/offer?gclid=Cj0abc"
    assert first["pageUrl"] == f"{CLINIC}/consult"
    assert first["medium"] == "form"
