"""The health of the tags, as a marketer reads it in the demo."""
import csv
import io

import pytest

from looks import overflow


@pytest.fixture
def tagging(signed_in):
    signed_in.get_by_role("link", name="Tagging").click()
    signed_in.get_by_role("heading", name="Tagging", exact=True).wait_for()
    return signed_in


def finding(page, found):
    return page.locator("details.finding").filter(has=page.get_by_text(found, exact=True))


def visits(page):
    """How many visits were looked at."""
    return int(page.locator(".meters strong").first.inner_text().replace(",", ""))


@pytest.mark.parametrize("width", [1280, 390])
def test_a_fault_opens_to_its_pages_its_example_and_a_link_to_copy(tagging, context, width):
    page = tagging
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.set_viewport_size({"width": width, "height": 900})
    capitals = finding(page, "utm_source=AdWords")
    assert "in small letters" in capitals.inner_text() and "contacts unattributed" in capitals.inner_text()
    assert not capitals.get_by_text("Newest example").is_visible()
    capitals.locator("summary").click()
    capitals.get_by_text("Newest example").wait_for()
    assert "juniperandvale.example/offers/first-visit" in capitals.inner_text()
    capitals.get_by_role("button", name="Copy").click()
    capitals.get_by_text("Copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "utm_source=adwords" in copied and "AdWords" not in copied
    assert overflow(page) == 0


def test_the_dearest_fault_stands_first(tagging):
    lost = [int(text) for text in tagging.locator("details.finding .figure:first-child strong").all_inner_texts()]
    assert lost == sorted(lost, reverse=True) and lost[0] > 0


def test_the_period_is_chosen_and_the_export_follows_it(tagging):
    page = tagging
    month = visits(page)
    page.get_by_role("link", name="7 days").click()
    page.wait_for_url("**/tagging?days=7")
    assert 0 < visits(page) < month
    with page.expect_download() as download:
        page.get_by_role("link", name="Export CSV").click()
    assert download.value.suggested_filename == "tagging.csv"
    with open(download.value.path(), newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(io.StringIO(file.read())))
    assert len(rows) == page.locator("details.finding").count() and all(int(row["Visits"]) > 0 for row in rows)
