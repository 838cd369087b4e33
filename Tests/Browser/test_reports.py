"""The attribution report of the demo, read with a mouse, with a keyboard, on a phone and in the dark."""
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from looks import overflow


@pytest.fixture
def reports(signed_in):
    signed_in.get_by_role("navigation", name="Main").get_by_role("link", name="Reports").click()
    signed_in.get_by_role("heading", name="Reports", exact=True).wait_for()
    # The demo's figures are counted once after it has begun: the page comes back by itself.
    signed_in.locator("table.report").wait_for(timeout=60_000)
    signed_in.wait_for_load_state()
    return signed_in


def figures(page, column):
    cells = page.locator(f'table.report tbody tr.depth-0 td[data-label="{column}"] .report-figure').all_inner_texts()
    return [int(re.match(r"[\d,]+", text)[0].replace(",", "")) for text in cells]


def total(page, column):
    text = page.locator(f'table.report tfoot td[data-label="{column}"] .report-figure').inner_text()
    return int(re.match(r"[\d,]+", text)[0].replace(",", ""))


def serious(page):
    page.wait_for_load_state()
    violations = Axe().run(page).response["violations"]
    return [
        (one["id"], [node["target"] for node in one["nodes"]])
        for one in violations if one["impact"] in ("serious", "critical")
    ]


def test_rows_add_up_to_the_total_under_both_models(reports):
    page = reports
    page.get_by_label("Days").select_option("All time")
    for model in ["First", "Latest"]:
        page.get_by_label("Attribution").select_option(model)
        page.get_by_role("button", name="Show", exact=True).click()
        page.locator(".head .sub", has_text=f"{model} attribution").wait_for()
        page.wait_for_load_state()
        for column in ["Visits", "Contacts", "Opportunities"]:
            assert sum(figures(page, column)) == total(page, column) > 0


def test_a_row_is_opened_by_mouse_down_to_a_landing_page_and_its_contacts(reports):
    page = reports
    for depth in range(3):
        page.locator(f'tr.depth-{depth} a.toggle[aria-expanded="false"]').first.click()
        page.locator(f"tr.depth-{depth + 1}").first.wait_for()
    cell = page.locator('tr.depth-3 td[data-label="Contacts"] a').first
    count = int(cell.inner_text())
    cell.click()
    page.locator(".meters", has_text=f"{count} contact").wait_for()
    page.wait_for_load_state()
    assert page.locator("a.row-link").count() == min(count, 50)
    page.get_by_role("navigation", name="Breadcrumb").get_by_role("link", name="Reports").click()
    page.locator("tr.depth-3").first.wait_for()


def test_filters_sorting_and_opening_work_by_keyboard(reports):
    page = reports
    page.get_by_label("Filter by").focus()
    page.keyboard.type("UTM Camp")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    options = page.locator("datalist#values option")
    options.first.wait_for(state="attached")
    name = options.first.get_attribute("value")
    page.keyboard.type(name)
    page.keyboard.press("Enter")
    page.get_by_label(f"Take off the filter UTM Campaign is {name}").wait_for()
    page.get_by_role("link", name="Visits").focus()
    page.keyboard.press("Enter")
    page.locator('th[aria-sort="descending"]', has_text="Visits").wait_for()
    toggle = page.locator("a.toggle").first
    toggle.focus()
    page.keyboard.press("Enter")
    page.locator("tr.depth-1").first.wait_for()
    page.get_by_label(f"Take off the filter UTM Campaign is {name}").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".active-filters")).to_have_count(0)


def test_a_long_file_of_costs_is_looked_at_on_a_page_that_says_how_far_it_is(reports):
    page = reports
    page.get_by_role("link", name="Ad costs").click()
    lines = ["Day,Campaign,Campaign ID,Impr.,Clicks,Cost"]
    lines += [f"2025-03-01,Campaign {number},{number},1,1,0.10" for number in range(20_000)]
    page.get_by_label("The export, as CSV").set_input_files(
        {"name": "costs.csv", "mimeType": "text/csv", "buffer": "\n".join(lines).encode()})
    page.get_by_label("Only look").check()
    page.get_by_role("button", name="Import", exact=True).click(timeout=30_000)
    page.locator("progress").wait_for()
    assert serious(page) == []
    address = page.url
    # Nobody waits for it: the page is found again, and says by itself when everything was looked at.
    page.locator("nav.tabs").get_by_role("link", name="Ad costs").click()
    page.locator("[aria-labelledby=long]").get_by_role("link").first.click()
    page.wait_for_url(address)
    page.locator("#result", has_text="20,000 rows would be taken").wait_for(timeout=30_000)
    page.wait_for_load_state()
    assert page.locator("progress").count() == 0
    assert serious(page) == []


def test_the_ads_report_keeps_filters_and_comparison(reports):
    page = reports
    page.get_by_role("link", name="Google Ads").click()
    page.get_by_label("Days").select_option("Last 90 days")
    page.get_by_label("Compare with").select_option("Previous period")
    page.get_by_label("Filter by").select_option("UTM Match Type")
    page.get_by_label("Value").focus()
    option = page.locator("datalist#values option").first
    option.wait_for(state="attached")
    page.get_by_label("Value").fill(option.get_attribute("value"))
    page.get_by_role("button", name="Add filter").click()
    page.locator(".active-filters").wait_for()
    page.get_by_role("columnheader", name="Clicks").get_by_role("link").click()
    page.locator('th[aria-sort="descending"]', has_text="Clicks").wait_for()
    page.wait_for_load_state()
    assert "compared with" in page.locator(".head .sub").inner_text()
    assert page.locator(".report-change").count() > 0
    assert page.locator(".active-filters .chip").count() == 1
    assert serious(page) == []


def test_a_changed_date_is_a_range_of_ones_own(reports):
    page = reports
    page.get_by_label("From", exact=True).fill("2026-01-01")
    page.get_by_label("From", exact=True).dispatch_event("change")
    assert page.get_by_label("Days").input_value() == "own"


@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_lies_beside_the_window_and_the_menu_is_one_row(reports, width):
    page = reports
    page.set_viewport_size({"width": width, "height": 844})
    page.locator("tr.depth-0 a.toggle").first.click()
    page.locator("tr.depth-1").first.wait_for()
    assert overflow(page) == 0
    chart = page.locator(".chart-box svg:visible").first
    assert chart.is_visible()
    if width == 390:
        assert page.locator(".bar nav").bounding_box()["height"] < 56
        current = page.locator(".bar nav [aria-current]").bounding_box()
        assert 0 <= current["x"] and current["x"] + current["width"] <= width


SHOWN = """() => [...document.querySelectorAll('.chart-box')].map(box => {
  const shown = [...box.querySelectorAll('svg')].filter(drawing => drawing.getClientRects().length);
  const grown = shown[0].clientWidth / shown[0].viewBox.baseVal.width;
  const letters = parseFloat(getComputedStyle(shown[0].querySelector('text.name, text.axis')).fontSize);
  return [shown.length, Math.round(letters * grown * 10) / 10];
})"""


@pytest.mark.parametrize(
    ("medium", "widths"), [("screen", [1600, 1280, 1180, 1000, 760, 480, 390, 320]), ("print", [1030, 700, 600])])
def test_letters_in_charts_have_one_size_however_wide_the_page_is(reports, medium, widths):
    page = reports
    page.emulate_media(media=medium)
    for width in widths:
        page.set_viewport_size({"width": width, "height": 844})
        assert page.evaluate(SHOWN) == [[1, 12], [1, 12]], f"{width} px"


def test_the_figures_of_ads_have_room_at_a_desk(reports):
    page = reports
    page.set_viewport_size({"width": 1280, "height": 844})
    page.get_by_role("link", name="Google Ads").click()
    page.get_by_role("heading", name="Google Ads").wait_for()
    page.get_by_label("Compare with").select_option("Previous period")
    page.get_by_role("button", name="Show", exact=True).click()
    page.locator(".report-change").first.wait_for()
    page.wait_for_load_state()
    box = page.locator(".report-card .table-wrap")
    assert box.evaluate("box => box.scrollWidth - box.clientWidth") == 0
    lines = "note => note.getClientRects().length + note.querySelector('bdi').getClientRects().length"
    assert set(page.locator(".report .row-note").evaluate_all(f"notes => notes.map({lines})")) == {2}


def test_what_a_row_holds_stands_further_to_the_right(reports):
    page = reports
    page.set_viewport_size({"width": 1280, "height": 844})
    left = []
    for depth in range(4):
        page.locator(f"tr.depth-{depth} a.toggle").first.click()
        row = page.locator(f"tr.depth-{depth + 1} .report-name").first
        row.wait_for()
        left.append(page.locator(f"tr.depth-{depth} .report-name").first.bounding_box()["x"])
    assert all(inner - outer >= 15 for outer, inner in zip(left, left[1:])), left


@pytest.mark.parametrize("width", [1280, 390])
def test_a_filter_without_end_lies_within_the_window(reports, width):
    page = reports
    page.set_viewport_size({"width": width, "height": 844})
    for report in ("", "/google-ads", "/contacts"):
        page.goto(page.url.partition("/reports")[0] + f"/reports{report}?filter=utmCampaign:is:" + 2000 * "x")
        assert overflow(page) == 0, report


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_serious_finding_of_axe(reports, scheme):
    page = reports
    page.emulate_media(color_scheme=scheme)
    page.locator("a.toggle").first.click()
    page.locator("tr.depth-1").first.wait_for()
    assert serious(page) == []
    page.locator('tfoot td[data-label="Contacts"] a').click()
    page.locator("a.row-link").first.wait_for()
    assert serious(page) == []


@pytest.mark.parametrize("report", ["", "/google-ads"])
def test_a_phone_shows_figures_first_and_controls_on_request(reports, report):
    page = reports
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(page.url.partition("/reports")[0] + f"/reports{report}")
    page.wait_for_load_state()
    first = page.locator(".report-tiles > div, .report-card").first.bounding_box()
    assert first["y"] < 760, first
    assert not page.get_by_label("Days").is_visible()
    page.locator("summary", has_text="Days, comparison and filters").click()
    page.get_by_role("button", name="Add filter").click()
    notice = page.locator("main > .notice.warn", has_text="has no value, and was not added")
    notice.wait_for()
    assert overflow(page) == 0
    page.set_viewport_size({"width": 1280, "height": 844})
    assert page.get_by_label("Days").is_visible()
    assert not page.locator("summary", has_text="Days, comparison and filters").is_visible()
