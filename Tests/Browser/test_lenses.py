"""Two lenses side by side, as a marketer reads them in the demo."""
import pytest

from looks import overflow


@pytest.fixture
def lenses(signed_in):
    signed_in.get_by_role("link", name="Lenses").click()
    signed_in.get_by_role("heading", name="Lenses", exact=True).wait_for()
    return signed_in


def numbers(page, selector):
    return [int(text.replace(",", "")) for text in page.locator(selector).all_inner_texts()]


@pytest.mark.parametrize("width", [1280, 390])
def test_a_number_that_disagrees_leads_to_its_reason_and_to_a_contact(lenses, width):
    page = lenses
    page.set_viewport_size({"width": width, "height": 900})
    assert overflow(page) == 0
    cell = page.locator("table.matrix td.differs a").first
    pair = cell.get_attribute("href")
    cell.click()
    reason = page.locator(pair)
    assert reason.locator("li p").first.is_visible()
    reason.locator(".lens-causes a").first.click()
    page.get_by_text("The same visit under other lenses").click()
    panel = page.locator(".lens-panel")
    panel.get_by_text("Built-in extended rules").first.wait_for()
    assert "because GA4 would see" in panel.inner_text()
    assert overflow(page) == 0


@pytest.mark.parametrize("width", [1280, 390])
def test_the_matrix_is_shown_whole_and_as_a_list_on_a_phone(lenses, width):
    page = lenses
    page.set_viewport_size({"width": width, "height": 900})
    box = page.locator(".matrix-wrap").first
    assert box.evaluate("box => box.scrollWidth <= box.clientWidth")
    assert page.locator("table.matrix td.empty").first.is_visible() == (width == 1280)
    assert overflow(page) == 0


def test_the_numbers_of_the_table_add_up(lenses):
    page = lenses
    page.get_by_label("Contacts made in").select_option("All time")
    page.get_by_role("button", name="Compare").click()
    page.wait_for_url("**period=all**")
    contacts, *kinds = numbers(page, ".meters strong")
    assert contacts > 100 and contacts == sum(kinds)
    assert sum(numbers(page, "table.matrix td.differs a")) == kinds[1]
    rows = numbers(page, "table.matrix tbody td.total")
    columns = numbers(page, "table.matrix tfoot td.total")
    assert sum(rows) == contacts == sum(columns[:-1]) == columns[-1]


def test_the_same_lens_twice_never_disagrees(lenses):
    page = lenses
    page.get_by_label("Columns").select_option("Built-in classic rules")
    page.get_by_label("Attribution").select_option("Latest")
    page.get_by_role("button", name="Compare").click()
    page.get_by_text("No disagreement").wait_for()
    page.wait_for_load_state()
    assert page.locator("td.differs").count() == 0
