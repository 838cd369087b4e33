"""Gives the long files to the workers first, so that none of them is begun when the others are through."""

# By the time they take, the longest first; a file that is missing here comes after them.
LONG_FILES = [
    "test_truth.py", "test_contract.py", "test_every_page.py", "test_rules.py", "test_dashboards.py", "test_reports.py",
    "test_connections.py", "test_demo.py", "test_kill.py", "test_power_cut.py", "test_export.py", "test_journeys.py",
]


def pytest_collection_modifyitems(items):
    places = {name: place for place, name in enumerate(LONG_FILES)}
    items.sort(key=lambda item: places.get(item.path.name, len(places)))
