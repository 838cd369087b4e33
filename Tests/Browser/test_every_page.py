"""Every page of the console is judged with axe-core, in the light at a desk and in the dark on a phone: nothing serious
is found, and nothing lies beside the window. A page that is added and that nothing here leads to is missed by name."""
import re
from urllib.parse import quote

import pytest

import console_routes
from console_walk import ConsoleWalk

FILES = r".*\.(csv|json|svg|js)|.*/export|.*/charts/:chart|/assets/:file"
NO_PAGES = {
    "/healthz": "for programs", "/readyz": "for programs", "/metrics": "for programs",
    "/t/forms/:form": "for the script", "/a/:account/reports/values": "for the script",
    "/l/:token": "leads to a website", "/": "leads on", "/a/:account/settings": "leads on",
    "/a/:account/contacts/columns": "leads back to the list",
}
EMPTY = [
    "contacts", "opportunities", "reports", "reports/google-ads", "reports/facebook-ads", "reports/costs",
    "dashboards", "forms", "links", "submissions", "tagging", "lenses", "rules", "rules/revisions",
    "settings/tracking", "settings/currencies", "settings/values", "settings/tags", "settings/webhooks",
    "settings/deliveries", "settings/tokens", "settings/apps",
]
COSTS = """Day,Campaign,Campaign ID,Ad group,Ad group ID,Cost,Currency code,Clicks,Impr.
2026-11-01,Spring,1,Group,2,12.50,CHF,3,100
some day,Spring,1,Group,2,12.50,CHF,3,100
Total,,,,,25.00,CHF,6,200
"""


def upload(name, text):
    return {"name": name, "mimeType": "text/plain", "buffer": text.encode()}


def build_a_dashboard(walk, account):
    """Returns the address that shows it to people without a sign-in."""
    walk.send(f"{account}/dashboards", "/dashboards", name="Overview", template="overview")
    board = walk.path.removesuffix("/edit")
    walk.send(f"{board}/widgets/new", "/widgets", title="Stages", kind="funnel", do="none")
    walk.send(f"{board}/share", "/share", name="The owner", days="7")
    return walk.page.locator("pre").first.inner_text().removeprefix(walk.url)


def ask_about_ads(walk, account):
    """Costs come in, in a currency that has no rate at first; links are made and checked."""
    walk.send(f"{account}/reports/costs", "/reports/costs", file=upload("costs.csv", COSTS), platform="google")
    walk.open(f"{account}/reports/google-ads?preset=all")
    walk.open(f"{account}/reports/google-ads?preset=all&view=keywords")
    walk.open(f"{account}/reports/facebook-ads?preset=all")
    look_at_a_long_file(walk, account)
    walk.send(f"{account}/settings/currencies", "/settings/currencies", currency="CHF", rate="1.1")
    walk.send(
        f"{account}/reports/links", "/reports/links", address="https://clinic.example/", channel="email",
        campaign="News")
    walk.page.goto(f"{walk.url}{account}/reports/links")
    walk.page.locator("#url").fill("https://clinic.example/?utm_source=adwords&utm_campaign={campaignname}")
    walk.page.get_by_role("button", name="Check").click()
    walk.page.locator("#answer .badge").first.wait_for()
    walk.judge()


def look_at_a_long_file(walk, account):
    """It has a page of its own, which says when everything was looked at."""
    head = "Day,Campaign,Campaign ID,Impr.,Clicks,Cost"
    lines = [f"2025-03-01,Campaign {number},{number},1,1,0.10" for number in range(5_200)]
    walk.page.goto(f"{walk.url}{account}/reports/costs")
    walk.page.locator("input[type=file]").set_input_files(upload("long.csv", "\n".join([head, *lines])))
    walk.page.get_by_label("Only look").check()
    walk.page.get_by_role("button", name="Import", exact=True).click()
    walk.page.locator("#result").wait_for(timeout=60_000)
    walk.judge()


def change_the_rules(walk, account):
    """A rule is published, and another one begun."""
    new = "/rules/draft/rules/new"
    for name in ("Leaflet", "Poster"):
        walk.send(
            account + new, new, do="save", name=name, source="others",
            **{"when[0].subject": "parameter", "when[0].key": "from", "when[0].value": name})
        if name == "Leaflet":
            walk.send(f"{account}/rules/draft", "/rules/replays")
            walk.page.get_by_text("Done: nothing was changed by looking.").wait_for()
            walk.judge()
            walk.page.get_by_role("button", name="Publish").click()
            walk.page.get_by_text("Published. The new rules are in force.").wait_for()
            walk.judge()
    walk.send(f"{account}/rules/test", "/rules/test", url="https://clinic.example/?from=Leaflet")


def fill_the_settings(walk, account):
    """Each of the settings gets something that has a page of its own."""
    settings = f"{account}/settings"
    walk.send(f"{settings}/webhooks", "/settings/webhooks", name="Desk", url="https://hooks.invalid/x", which="all")
    walk.send(walk.path, "/test")
    walk.send(f"{settings}/tokens", "/settings/tokens", name="Sheet", scopes="contacts.readonly")
    walk.send(f"{settings}/fields", "/fields/folders", name="Skin", model="contact")
    walk.send(f"{settings}/values", "/settings/values", name="Address", value="1 Vale Road")
    walk.send(f"{settings}/pipelines", "/settings/pipelines", name="Courses", stages="New\nBooked")


def let_others_in(walk, account):
    """An app asks for consent, and a colleague is asked for a password. Returns where that is chosen."""
    settings = f"{account}/settings"
    walk.send(
        f"{settings}/apps", "/settings/apps", name="Booking", kind="confidential", scopes="contacts.readonly",
        redirectURIs="https://booking.example/back")
    walk.page.goto(f"{walk.url}{settings}/apps")
    client = walk.page.locator('td[data-label="Client id"]').first.inner_text()
    walk.open(f"/oauth/chooselocation?response_type=code&client_id={quote(client)}")
    walk.send(f"{settings}/users", "/settings/users", email="desk@clinic.example", role="user", where="all")
    walk.page.goto(f"{walk.url}{settings}/users")
    walk.send(walk.link(rf"{settings}/users/\w+"), "/reset")
    return walk.page.locator("main pre").first.inner_text().removeprefix(walk.url)


def read_an_empty_account(walk):
    """Nothing came yet: every list says so, and what to do."""
    walk.send("/accounts/new", "/accounts", name="Second", timeZone="UTC")
    account = re.match(r"/a/\w+", walk.path)[0]
    for page in EMPTY:
        walk.open(f"{account}/{page}")
    walk.send(f"{account}/dashboards", "/dashboards", name="Overview", template="overview")


def look_from_outside(walk, shared, password):
    """What people see who are not signed in, and those who are where nothing is."""
    walk.open("/a/none", status=404)
    walk.page.context.clear_cookies()
    walk.open(shared)
    walk.open(f"{shared}x", status=404)
    walk.open(password)
    walk.open("/sign-in")
    walk.open("/t/self-exclude")


@pytest.mark.timeout(400)
def test_every_page_of_the_console(signed_in, demo):
    walk = ConsoleWalk(signed_in, demo.url, console_routes.patterns())
    no_pages = {route for route in walk.routes if re.fullmatch(FILES, route)} | set(NO_PAGES)
    walk.page.goto(f"{demo.url}/accounts")
    account = walk.link(r"/a/\w+/contacts").removesuffix("/contacts")
    shared = build_a_dashboard(walk, account)
    ask_about_ads(walk, account)
    change_the_rules(walk, account)
    fill_the_settings(walk, account)
    password = let_others_in(walk, account)
    walk.everywhere(f"{account}/contacts", but=no_pages)
    walk.open(f"{walk.seen['/a/:account/contacts/:contact/person']}?query=a")
    walk.open(walk.link(r".*/merge/\w+"))
    read_an_empty_account(walk)
    look_from_outside(walk, shared, password)
    assert walk.findings == []
    assert set(walk.routes) - set(walk.seen) == no_pages


def test_the_page_before_anybody_may_sign_in(headwater, page):
    walk = ConsoleWalk(page, headwater.url, console_routes.patterns())
    walk.open("/sign-in")
    assert "headwater user create" in page.content()
    assert walk.findings == []
