"""What is far longer than anybody would write, and what turns its direction, on the pages of the console."""
import pytest

from looks import overflow

LONG_NAME = "N" * 100
STREET = "Long street " * 40


@pytest.fixture
def odd(signed_in):
    """A contact with such values, and its page open."""
    page = signed_in
    page.get_by_role("link", name="Add contact").click()
    page.get_by_label("First Name", exact=True).fill(LONG_NAME)
    page.get_by_label("Last Name", exact=True).fill("\u202eSmith")
    page.get_by_label("Company Name", exact=True).fill(STREET)
    page.get_by_role("button", name="Add contact").click()
    page.get_by_role("heading", name=LONG_NAME).wait_for()
    return page


@pytest.mark.parametrize("width", [1280, 390])
def test_a_long_value_scrolls_in_a_box_that_the_keyboard_reaches(odd, width):
    odd.set_viewport_size({"width": width, "height": 900})
    odd.reload()
    box = odd.locator(".facts dd.tall")
    assert box.bounding_box()["height"] < 200
    assert STREET.strip() in box.inner_text()
    box.focus()
    odd.keyboard.press("End")
    for _ in range(100):
        if box.evaluate("box => box.scrollTop") > 50:
            break
        odd.wait_for_timeout(50)
    assert box.evaluate("box => box.scrollTop") > 50
    assert overflow(odd) == 0


@pytest.mark.parametrize("width", [1280, 390])
def test_a_list_shows_the_beginning_of_a_long_name_and_says_the_rest(odd, width):
    odd.set_viewport_size({"width": width, "height": 900})
    odd.get_by_role("link", name="Contacts").first.click()
    name = odd.locator("a.row-link", has_text=LONG_NAME).first
    name.wait_for()
    odd.wait_for_load_state()
    assert name.bounding_box()["height"] < 60
    assert name.get_attribute("title") == f"{LONG_NAME} Smith"
    assert overflow(odd) == 0
