"""A dashboard in a real browser: built from nothing by mouse, by keyboard and on a phone, shared, and gone when the
link has expired."""
import json
import re
import shutil
import subprocess
import urllib.request
import uuid

import pytest
from playwright.sync_api import expect

from headwater import BINARY
from looks import fits

EMAIL, PASSWORD = "ada@clinic.example", "correct horse battery"


@pytest.fixture
def admin(headwater):
    """Somebody who may build dashboards, in an account that somebody came to."""
    subprocess.run(
        [BINARY, "user", "create", "--email", EMAIL, "--role", "admin", "--password-stdin", "--data-dir",
         str(headwater.data)], input=f"{PASSWORD}\n", text=True, check=True, capture_output=True,
        env=headwater.environment,
    )
    come(headwater, "Ana", "https://clinic.example/botox?gclid=1&utm_campaign=Spring")
    come(headwater, "Ben", "https://clinic.example/laser?gclid=2&utm_campaign=%3Cimg%20src%3Dx%3E")
    return headwater


def come(headwater, name, landing):
    """A visitor arrives and sends a form, without the browser."""
    event = {
        "trackingId": headwater.tracking_id, "eventId": str(uuid.uuid4()), "type": "form_submission",
        "visitorId": str(uuid.uuid4()), "sessionId": str(uuid.uuid4()), "url": "https://clinic.example/contact",
        "landingUrl": landing, "formId": "contact", "formName": "Contact us",
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
    page.goto(f"{headwater.url}/a/{headwater.location}/dashboards")


def start(page, name):
    """An empty dashboard, in the editor."""
    page.get_by_label("Name", exact=True).fill(name)
    page.get_by_label("Empty").check()
    page.get_by_role("button", name="Add dashboard").click()
    page.get_by_text("Nothing on it yet").wait_for()
    fits(page)


def add(page, title, kind, subject="Contacts", group=None):
    page.get_by_role("link", name=re.compile("Add a widget|Add the first widget")).first.click()
    fits(page)
    page.get_by_label("Title").fill(title)
    page.get_by_label("Shown as").select_option(label=kind)
    page.get_by_label("Of", exact=True).select_option(label=subject)
    if group:
        page.get_by_label("Divided by").select_option(label=group)
    page.get_by_role("button", name="Add widget").last.click()
    widget(page, title).wait_for()
    fits(page)


def widget(page, title):
    return page.get_by_role("region", name=title, exact=True).and_(page.locator("section.widget"))


def place(page, title):
    """Column, row, width and height of a widget, as the server has them."""
    found = widget(page, title)
    return tuple(int(found.get_attribute(f"data-{name}")) for name in ("column", "row", "width", "height"))


def standing(page, title, expected):
    found = widget(page, title)
    for name, value in zip(("column", "row", "width", "height"), expected):
        expect(found).to_have_attribute(f"data-{name}", str(value))


def drag(page, source, x, y):
    """Drags the middle of something by so many pixels."""
    source.scroll_into_view_if_needed()
    box = source.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2 + x / 2, box["y"] + box["height"] / 2 + y / 2, steps=4)
    page.mouse.move(box["x"] + box["width"] / 2 + x, box["y"] + box["height"] / 2 + y, steps=4)
    page.mouse.up()


def test_a_dashboard_is_built_by_mouse(admin, visit):
    page = visit(viewport={"width": 1280, "height": 900}).new_page()
    sign_in(page, admin)
    start(page, "By mouse")
    add(page, "How many", "Number")
    add(page, "By campaign", "Horizontal bars", group="UTM Campaign")
    assert place(page, "How many") == (0, 0, 3, 1)
    expect(widget(page, "How many").locator(".figure")).to_have_text("2")
    column = page.locator("[data-grid]").bounding_box()["width"] / 12
    drag(page, widget(page, "How many").locator("[data-handle]"), 6 * column, 0)
    standing(page, "How many", (6, 0, 3, 1))
    drag(page, widget(page, "How many").locator("[data-resize]"), 2 * column, 0)
    standing(page, "How many", (6, 0, 5, 1))
    widget(page, "By campaign").get_by_role("link", name="Edit").click()
    page.get_by_label("Shown as").select_option(label="Table")
    page.get_by_role("button", name="Save widget").last.click()
    expect(widget(page, "By campaign").get_by_role("rowheader", name="<img src=x>")).to_be_visible()
    widget(page, "How many").get_by_role("link", name="Remove").click()
    page.get_by_role("button", name="Remove widget").click()
    expect(widget(page, "How many")).to_have_count(0)
    page.get_by_role("link", name="Done").click()
    expect(widget(page, "By campaign")).to_be_visible()


def test_a_dashboard_is_built_by_keyboard(admin, visit):
    page = visit(viewport={"width": 1280, "height": 900}).new_page()
    sign_in(page, admin)
    start(page, "By keyboard")
    for title in ("One", "Two"):
        page.get_by_role("link", name="Add a widget").first.focus()
        page.keyboard.press("Enter")
        page.get_by_label("Title").wait_for()
        page.get_by_label("Title").focus()
        page.keyboard.type(title)
        page.keyboard.press("Enter")
        widget(page, title).wait_for()
    standing(page, "Two", (3, 0, 3, 1))
    widget(page, "One").locator("[data-handle]").focus()
    page.keyboard.press("ArrowRight")
    standing(page, "One", (3, 0, 3, 1))
    standing(page, "Two", (0, 0, 3, 1))
    expect(page.locator("[data-said]")).to_have_text("Column 4, row 1, 3 wide, 1 tall.")
    expect(widget(page, "One").locator("[data-handle]")).to_be_focused()
    page.keyboard.press("Shift+ArrowRight")
    standing(page, "One", (3, 0, 4, 1))
    page.keyboard.press("Shift+ArrowDown")
    standing(page, "One", (3, 0, 4, 2))


def test_a_filter_of_a_widget_suggests_what_there_is(admin, visit):
    page = visit(viewport={"width": 1280, "height": 900}).new_page()
    sign_in(page, admin)
    start(page, "Filtered")
    page.get_by_role("link", name=re.compile("Add a widget|Add the first widget")).first.click()
    page.get_by_label("Field", exact=True).select_option(label="UTM Campaign")
    # The script shows the field; what is hidden takes no focus.
    page.get_by_label("Find a value").click()
    options = page.locator("datalist#filter-found-1 option")
    options.first.wait_for(state="attached")
    name = options.first.get_attribute("value")
    for _ in range(2):
        page.get_by_label("Find a value").fill(name)
        page.keyboard.press("Enter")
        expect(page.get_by_label("Values, one a line")).to_have_value(name)
    page.get_by_label("Title").fill("Of one campaign")
    page.get_by_role("button", name="Add widget").last.click()
    widget(page, "Of one campaign").wait_for()


def test_without_a_script_every_step_is_a_button(admin, visit):
    page = visit(viewport={"width": 1280, "height": 900}, java_script_enabled=False).new_page()
    sign_in(page, admin)
    start(page, "Plain")
    add(page, "One", "Number")
    widget(page, "One").get_by_text("Move and resize").click()
    widget(page, "One").get_by_role("button", name="Move right: One").click()
    standing(page, "One", (1, 0, 3, 1))
    expect(page.get_by_role("status").get_by_text("Dashboard saved.")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_dashboard_is_built_and_read_on_a_phone(admin, visit, scheme):
    page = visit(viewport={"width": 390, "height": 844}, color_scheme=scheme).new_page()
    sign_in(page, admin)
    fits(page)
    start(page, "On a phone")
    add(page, "By source", "Donut", group="Session Source")
    add(page, "How many", "Number")
    widget(page, "By source").get_by_text("Move and resize").click()
    widget(page, "By source").get_by_role("button", name="Move down: By source").click()
    expect(page.locator("section.widget h2").last).to_have_text("By source")
    fits(page)
    page.get_by_role("link", name="Done").click()
    expect(widget(page, "By source").locator("svg.chart:visible")).to_have_count(1)
    fits(page)


def test_a_name_without_end_leaves_room_for_the_others(admin, visit):
    come(admin, "Cid", "https://clinic.example/?gclid=3&utm_keyword=laser&utm_campaign=" + 1500 * "x")
    page = visit(viewport={"width": 1280, "height": 900}).new_page()
    sign_in(page, admin)
    start(page, 100 * "y")
    page.set_viewport_size({"width": 390, "height": 900})
    fits(page)
    page.set_viewport_size({"width": 1280, "height": 900})
    add(page, "Names", "Table", group="UTM Campaign")
    widget(page, "Names").get_by_role("link", name="Edit").click()
    page.locator("#group-2").select_option(label="UTM Keyword")
    page.get_by_role("button", name="Save widget").last.click()
    page.get_by_role("link", name="Done").click()
    table = widget(page, "Names").locator("table")
    expect(table.get_by_title("xxxx")).to_be_visible()
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        fits(page)
        for cell in table.locator("tbody tr, thead th").all():
            box = cell.bounding_box()
            assert box["height"] < 100 and box["width"] >= 60, (width, box)
    page.goto(f"{admin.url}/a/{admin.location}/dashboards")
    fits(page)


@pytest.mark.parametrize("width", [600, 900])
@pytest.mark.parametrize("template", ["Overview", "Paid ads", "SEO", "Front desk"])
def test_no_row_has_a_gap_where_there_is_no_room_for_the_grid(admin, visit, template, width):
    page = visit(viewport={"width": width, "height": 900}).new_page()
    sign_in(page, admin)
    page.get_by_label(template).check()
    page.get_by_role("button", name="Add dashboard").click()
    page.locator("section.widget").first.wait_for()
    fits(page)
    rows = {}
    for box in (each.bounding_box() for each in page.locator("section.widget").all()):
        rows.setdefault(round(box["y"]), []).append(box["x"] + box["width"])
    grid = page.locator("div.grid").bounding_box()
    for y, edges in rows.items():
        assert abs(max(edges) - grid["x"] - grid["width"]) < 2, (y, edges)


def test_on_a_phone_figures_come_before_what_can_be_done_with_them(admin, visit):
    page = visit(viewport={"width": 390, "height": 844}).new_page()
    sign_in(page, admin)
    page.get_by_label("Overview").check()
    page.get_by_role("button", name="Add dashboard").click()
    page.locator("section.widget").first.wait_for()
    page.goto(page.url.split("?")[0])
    figures = page.locator(".widget .figure")
    show, share = page.get_by_role("button", name="Show"), page.get_by_role("link", name="Share")
    assert figures.nth(1).bounding_box()["y"] < 700
    expect(show).not_to_be_visible()
    expect(share).not_to_be_visible()
    page.get_by_text("Choose another period").click()
    page.get_by_label("Period").select_option(label="From … to …")
    page.get_by_label("First day").fill("2026-01-01")
    show.click()
    # What was typed stays, in sight, beside what is wrong with it.
    expect(page.get_by_role("alert")).to_contain_text("give both a first and a last day")
    expect(page.get_by_label("First day")).to_have_value("2026-01-01")
    fits(page)
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(page.url.split("?")[0])
    expect(show).to_be_visible()
    expect(share).to_be_visible()
    fits(page)


def test_a_long_table_scrolls_above_its_total_and_on_a_phone_it_is_whole(admin, visit):
    for number in range(30):
        come(admin, f"Guest{number}", f"https://clinic.example/?gclid={number}&utm_campaign=May{number}")
    page = visit(viewport={"width": 1280, "height": 900}).new_page()
    sign_in(page, admin)
    start(page, "Long")
    add(page, "Campaigns", "Table", group="UTM Campaign")
    widget(page, "Campaigns").get_by_role("link", name="Edit").click()
    page.locator("#limit").fill("100")
    page.get_by_role("button", name="Save widget").last.click()
    page.get_by_role("link", name="Done").click()
    box = page.get_by_role("region", name="Campaigns: figures")
    last, total = box.locator("tbody tr").last, box.locator("tfoot tr")
    assert box.evaluate("box => box.scrollHeight > box.clientHeight + 50")
    # A keyboard reaches it, and at its end the total lies on no row.
    box.focus()
    page.keyboard.press("End")
    expect(last).to_be_in_viewport()
    page.wait_for_function("box => box.scrollTop + box.clientHeight > box.scrollHeight - 1", arg=box.element_handle())
    above = last.bounding_box()
    assert above["y"] + above["height"] <= total.bounding_box()["y"] + 0.5
    page.set_viewport_size({"width": 390, "height": 844})
    assert box.evaluate("box => box.scrollHeight === box.clientHeight")
    page.set_viewport_size({"width": 1280, "height": 900})
    page.emulate_media(media="print")
    assert box.evaluate("box => box.scrollHeight === box.clientHeight")


def test_a_chart_is_saved_as_a_picture(admin, visit):
    page = visit(viewport={"width": 1280, "height": 900}).new_page()
    sign_in(page, admin)
    page.get_by_label("Overview").check()
    page.get_by_role("button", name="Add dashboard").click()
    with page.expect_download() as download:
        widget(page, "Lead source").get_by_role("button", name="PNG").click()
    content = download.value.path().read_bytes()
    assert content.startswith(b"\x89PNG") and len(content) > 2_000
    with page.expect_download() as download:
        widget(page, "Lead source").get_by_role("link", name="SVG").click()
    assert b"<svg" in download.value.path().read_bytes()


@pytest.mark.skipif(shutil.which("faketime") is None, reason="moving the server's clock needs Debian's faketime")
def test_a_link_shows_the_figures_to_a_stranger_until_it_expires(admin, visit):
    page = visit(viewport={"width": 1280, "height": 900}).new_page()
    sign_in(page, admin)
    page.get_by_label("Name", exact=True).fill("Shared")
    page.get_by_label("Overview").check()
    page.get_by_role("button", name="Add dashboard").click()
    page.get_by_role("link", name="Share").click()
    page.get_by_label("For whom").fill("The owner")
    page.get_by_label("Good for").select_option(label="7 days")
    page.get_by_role("button", name="Make link").click()
    path = "/d/" + page.locator("pre").first.inner_text().split("/d/")[1]

    stranger = visit(viewport={"width": 390, "height": 844}).new_page()
    asked = []
    stranger.on("request", lambda request: asked.append(request.url))
    assert stranger.goto(admin.url + path).status == 200
    expect(stranger.get_by_role("heading", name="Shared")).to_be_visible()
    expect(widget(stranger, "Lead source")).to_be_visible()
    expect(stranger.get_by_role("navigation")).to_have_count(0)
    assert "ana@example.com" not in stranger.content()
    assert all(url.startswith(admin.url) for url in asked)
    fits(stranger)

    admin.stop()
    admin.start(shifted_by="+8d")
    assert stranger.goto(admin.url + path).status == 404
