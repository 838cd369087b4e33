"""How a page lies in its window, once it has its style."""


def overflow(page):
    """How many pixels of the page lie beside the window.

    A page has its rows before it has its style: what is measured too early is bare text.
    """
    page.wait_for_load_state()
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


def fits(page):
    """Nothing sticks out to the right."""
    assert overflow(page) == 0, page.url
