"""Trigger links in a real browser: from a contact's own address to the page it leads to."""
import json
import urllib.request

import pytest


def post(api, path, body):
    request = urllib.request.Request(api.url + path, data=json.dumps(body).encode(), headers={
        "Authorization": f"Bearer {api.token}", "Version": "2021-07-28", "Content-Type": "application/json",
    })
    with urllib.request.urlopen(request, timeout=10) as answer:
        return json.load(answer)


@pytest.fixture
def ann(api):
    return post(api, "/contacts/", {"firstName": "Ann & Co", "email": "ann@example.com"})["contact"]["id"]


def address(api, contact, target):
    link = post(api, "/links/", {"name": "Offer", "redirectTo": target})["link"]["id"]
    return api.get(f"/links/{link}/contacts/{contact}")["url"]


def test_a_click_leads_on_and_becomes_latest_and_the_browser_stays_a_strangers(visit, headwater, api, ann):
    form = headwater.answer("form", "create", "--account", headwater.location, "--name", "Offer", "--json")["formId"]
    url = address(api, ann, f"{headwater.url}/f/{form}?utm_source=fb_ad&source={{{{contact.first_name}}}}")
    browser = visit()
    page = browser.new_page()
    page.goto(url)
    assert page.url == f"{headwater.url}/f/{form}?utm_source=fb_ad&source=Ann%20%26%20Co"
    assert browser.cookies() == []

    contact = api.contact(ann)
    latest = contact["lastAttributionSource"]
    assert (latest["url"], latest["medium"]) == ("Trigger Link", "trigger_link")
    assert latest["sessionSource"] == "Paid Social"
    assert contact["attributionSource"]["medium"] == "api"
    assert contact["visitorId"] is None

    # Somebody else whom the address was passed on to.
    page.wait_for_timeout(1_600)
    page.get_by_label("Email").fill("bob@example.com")
    page.get_by_role("button", name="Send").click()
    page.get_by_text("Thank you").wait_for()
    api.until(page, lambda found: {one["email"] for one in found} == {"ann@example.com", "bob@example.com"})


def test_a_preview_that_fetches_ahead_is_no_click(visit, headwater, api, ann):
    url = address(api, ann, f"{headwater.url}/healthz?gclid=G1")
    browser = visit(extra_http_headers={"Sec-Purpose": "prefetch"})
    page = browser.new_page()
    page.goto(url)
    assert page.url == f"{headwater.url}/healthz?gclid=G1"
    assert api.contact(ann)["lastAttributionSource"]["medium"] == "api"
    visit().new_page().goto(url)
    assert api.contact(ann)["lastAttributionSource"]["sessionSource"] == "Paid Search"


def test_an_owner_leaves_this_browser_out_by_a_button(visit, headwater):
    browser = visit()
    page = browser.new_page()
    page.goto(f"{headwater.url}/t/self-exclude")
    assert browser.cookies() == []
    page.get_by_role("button", name="Leave this browser out").click()
    page.get_by_text("no longer counted").wait_for()
    assert [cookie["name"] for cookie in browser.cookies(f"{headwater.url}/t/events")] == ["_hw_self"]
    page.get_by_role("button", name="Count them again").click()
    page.get_by_text("counted again").wait_for()
    assert browser.cookies(f"{headwater.url}/t/events") == []
