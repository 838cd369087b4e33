"""Rules of one's own in a real browser: written by mouse and by keyboard, tested, previewed, published, taken back."""
import json
import subprocess
import urllib.request
import uuid

import pytest
from playwright.sync_api import expect

from headwater import BINARY
from looks import fits

EMAIL, PASSWORD = "ada@clinic.example", "correct horse battery"
SCREENS = [
    pytest.param({"viewport": {"width": width, "height": 900}, "color_scheme": scheme}, id=f"{width}-{scheme}")
    for width in (1280, 390)
    for scheme in ("light", "dark")
]


@pytest.fixture
def admin(headwater):
    """Somebody who may change the rules."""
    subprocess.run(
        [BINARY, "user", "create", "--email", EMAIL, "--role", "admin", "--password-stdin", "--data-dir",
         str(headwater.data)], input=f"{PASSWORD}\n", text=True, check=True, capture_output=True,
        env=headwater.environment,
    )
    return headwater


def come(headwater, name, landing, referrer=None):
    """A visitor arrives and sends a form, without the browser."""
    event = {
        "trackingId": headwater.tracking_id, "eventId": str(uuid.uuid4()), "type": "form_submission",
        "visitorId": str(uuid.uuid4()), "sessionId": str(uuid.uuid4()), "url": "https://clinic.example/contact",
        "landingUrl": landing, "landingReferrer": referrer, "formId": "contact", "formName": "Contact us",
        "fields": {"first_name": name, "email": f"{name.lower()}@example.com"},
    }
    request = urllib.request.Request(
        f"{headwater.url}/t/events", data=json.dumps(event).encode(),
        headers={"Content-Type": "application/json", "Origin": "https://clinic.example"},
    )
    with urllib.request.urlopen(request, timeout=10) as answer:
        assert json.load(answer)["results"][0]["status"] == "stored"


def sign_in(page, headwater):
    page.goto(f"{headwater.url}/sign-in")
    page.get_by_label("E-mail").fill(EMAIL)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(lambda url: "sign-in" not in url)
    page.goto(f"{headwater.url}/a/{headwater.location}/rules")


def focused(page):
    return page.evaluate("document.activeElement.id")


def write_by_mouse(page, name, key, value, source, sub_label):
    page.get_by_role("link", name="Add a rule").click()
    fits(page)
    page.get_by_label("Name", exact=True).fill(name)
    page.get_by_label("Parameter", exact=True).fill(key)
    page.get_by_label("Value", exact=True).fill(value)
    page.get_by_label("Source", exact=True).select_option(source)
    page.get_by_label("Sub-label").fill(sub_label)
    page.get_by_role("button", name="Save to the draft").last.click()
    page.get_by_text("Draft saved. Nothing changes until you publish it.").wait_for()
    fits(page)


def write_by_keyboard(page):
    """From the first field to the last without the mouse; Enter in a field saves."""
    page.get_by_role("link", name="Add a rule").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/rules/new")
    page.locator("#name").focus()
    page.keyboard.type("Partners")
    page.keyboard.press("Tab")
    assert focused(page) == "after"
    page.keyboard.press("Tab")
    assert focused(page) == "when-0-subject"
    page.keyboard.type("Ref")
    page.keyboard.press("Tab")
    assert focused(page) == "when-0-comparison", "a referrer has no parameter to name"
    page.keyboard.type("matches")
    page.keyboard.press("Tab")
    page.keyboard.type("*.partner.example")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # Add a condition: the only one cannot be removed.
    expect(page.locator("#when-1-subject")).to_be_focused()
    page.keyboard.type("Path")
    page.keyboard.press("Tab")
    page.keyboard.type("starts")
    page.keyboard.press("Tab")
    assert focused(page) == "when-1-value"
    page.keyboard.type("/offer")
    page.locator("#source").focus()
    page.keyboard.type("Others")
    page.keyboard.press("Tab")
    assert focused(page) == "subLabel"
    page.keyboard.press("Enter")
    page.get_by_text("Draft saved.").wait_for()
    rule = page.locator("#rule-2")
    assert "the referrer's host matches “*.partner.example”" in rule.inner_text()
    assert "the landing's path starts with “/offer”" in rule.inner_text()


def preview(page):
    page.get_by_role("button", name="Preview over all history").click()
    page.get_by_text("Done: nothing was changed by looking.").wait_for()
    fits(page)


@pytest.mark.parametrize("screen", SCREENS)
def test_rules_from_the_first_word_to_the_way_back(visit, admin, screen):
    come(admin, "Ann", "https://clinic.example/?utm_source=podcast")
    come(admin, "Bob", "https://clinic.example/offer/1?utm_source=x", "https://news.partner.example/")
    come(admin, "Cyd", "https://clinic.example/?gclid=Cj0abc")
    page = visit(**screen).new_page()
    problems = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda line: problems.append(line.text) if line.type == "error" else None)
    sign_in(page, admin)
    page.get_by_text("No own rules yet").wait_for()
    fits(page)

    page.get_by_role("link", name="Change the rules").click()
    write_by_mouse(page, "Flyer", "utm_source", "flyer", "Others", "Flyer")
    write_by_keyboard(page)
    write_by_mouse(page, "Podcast", "UTM_Source", "Podcast", "Referrals", "Podcasts")
    page.get_by_role("button", name="Move rule 3 up").click()
    page.wait_for_url("**#rule-2")
    assert "Podcast" in page.locator("#rule-2").inner_text()
    page.get_by_role("button", name="Duplicate rule 1").click()
    page.get_by_text("Flyer (2)").wait_for()
    page.get_by_role("button", name="Remove rule 2").click()
    page.get_by_text("Flyer (2)").wait_for(state="detached")

    # The test box answers while somebody types.
    page.get_by_role("link", name="Test", exact=True).first.click()
    address = page.url
    page.get_by_label("The draft").check()
    page.get_by_label("Landing page").press_sequentially("https://clinic.example/?utm_source=podcast", delay=5)
    answer = page.locator("#answer")
    answer.get_by_text("Podcasts", exact=True).wait_for()
    assert "Own 2" in answer.inner_text() and "Referrals" in answer.inner_text()
    page.get_by_label("The rules in force").check()
    answer.get_by_text("Others").first.wait_for()
    assert page.url == address and "podcast" not in page.url
    fits(page)

    page.get_by_role("link", name="Draft", exact=True).click()
    preview(page)
    first = page.locator("section:has(> header > #first)")
    assert "2 of 3 contacts would be seen otherwise." in first.inner_text()
    first.get_by_role("link", name="Ann").wait_for()
    page.get_by_label("What changes, and why").fill("Podcast and partners")
    page.get_by_role("button", name="Publish").click()
    page.get_by_text("Published. The new rules are in force.").wait_for()

    # The contact keeps its label, with the second opinion beside it.
    page.get_by_role("link", name="Ann").first.click()
    panel = page.locator("section[aria-labelledby='attribution-first']")
    assert "Others" in panel.locator(".badge.big").inner_text()
    opinion = panel.locator(".second-opinion").inner_text()
    assert "Under the current rules (revision 1)" in opinion
    assert "Referrals" in opinion and "Podcasts" in opinion
    fits(page)

    # And back.
    page.goto(f"{admin.url}/a/{admin.location}/rules/revisions")
    fits(page)
    assert "Podcast and partners" in page.locator("table").inner_text()
    page.get_by_role("link", name="Restore Built-in classic").click()
    page.get_by_role("button", name="Restore").click()
    page.get_by_text("Restored. Its rules judge new visits from now on.").wait_for()
    page.goto(f"{admin.url}/a/{admin.location}/contacts")
    page.get_by_role("link", name="Ann").first.click()
    page.locator(".panels").wait_for()
    page.wait_for_load_state()
    assert page.locator(".second-opinion").count() == 0
    assert problems == []


def test_everything_works_with_scripts_turned_off(visit, admin):
    come(admin, "Ann", "https://clinic.example/?utm_source=podcast")
    page = visit(java_script_enabled=False).new_page()
    sign_in(page, admin)
    page.get_by_role("link", name="Change the rules").click()
    page.get_by_role("link", name="Add a rule").click()
    page.get_by_role("button", name="Save to the draft").last.click()
    page.get_by_text("The name must not be empty.").first.wait_for()
    page.get_by_label("Name", exact=True).fill("Podcast")
    page.get_by_label("Parameter", exact=True).fill("utm_source")
    page.get_by_label("Value", exact=True).fill("podcast")
    page.get_by_label("Source", exact=True).select_option("Referrals")
    page.get_by_role("button", name="Save to the draft").last.click()
    page.get_by_text("Draft saved.").wait_for()
    page.get_by_role("link", name="Test", exact=True).first.click()
    page.get_by_label("Landing page").fill("https://clinic.example/?utm_source=podcast")
    page.get_by_label("The draft").check()
    page.get_by_role("button", name="Test").click()
    assert "Own 1" in page.locator("#answer").inner_text()
    page.get_by_role("link", name="Draft", exact=True).click()
    page.get_by_role("button", name="Preview over all history").click()
    for _ in range(50):
        page.wait_for_load_state()
        if page.get_by_text("Done: nothing was changed by looking.").count():
            break
        page.get_by_role("link", name="Look again how far it is").click()
    page.get_by_role("button", name="Publish").click()
    for _ in range(50):
        page.wait_for_load_state()
        if page.get_by_text("Published. The new rules are in force.").count():
            break
        page.get_by_role("link", name="Look again how far it is").click()
    assert page.get_by_text("Published. The new rules are in force.").count() == 1


def test_a_file_is_imported_and_a_broken_one_is_explained(visit, admin, tmp_path):
    page = visit().new_page()
    sign_in(page, admin)
    page.get_by_role("link", name="Change the rules").click()
    page.get_by_role("link", name="Import").click()
    book = {"version": 1, "ruleSet": "extended", "rules": [
        {"name": "Podcast", "when": [{"parameter": "utm_source", "is": "equals", "value": ""}], "source": "referral"},
    ]}
    file = tmp_path / "rules.json"
    file.write_text(json.dumps(book))
    page.get_by_label("A file").set_input_files(str(file))
    page.get_by_role("button", name="Make it the draft").click()
    page.get_by_text("rules[0].when[0].value: must not be empty").wait_for()
    book["rules"][0]["when"][0]["value"] = "podcast"
    file.write_text(json.dumps(book))
    page.get_by_label("A file").set_input_files(str(file))
    page.get_by_role("button", name="Make it the draft").click()
    page.get_by_text("Imported into the draft.").wait_for()
    assert "utm_source is “podcast”" in page.locator("#rule-1").inner_text()
    with page.expect_download() as download:
        page.get_by_role("link", name="Export").click()
    assert json.loads(download.value.path().read_text()) == book
