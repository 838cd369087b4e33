"""The API as an integration uses it."""
import json
import time
import urllib.request


class API:
    def __init__(self, url, token):
        self.url = url
        self.token = token

    def get(self, path):
        request = urllib.request.Request(self.url + path, headers={
            "Authorization": f"Bearer {self.token}", "Version": "2021-07-28", "Accept": "application/json",
        })
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.load(answer)

    def contacts(self):
        return self.get("/contacts/?limit=100")["contacts"]

    def contact(self, identifier):
        return self.get(f"/contacts/{identifier}")["contact"]

    def until(self, page, condition, seconds=8):
        """Waits, with the browser running, until the condition holds for the contacts; returns them."""
        deadline = time.monotonic() + seconds
        contacts = []
        while time.monotonic() < deadline:
            contacts = self.contacts()
            if condition(contacts):
                return contacts
            page.wait_for_timeout(50)
        raise AssertionError(f"the contacts never came to be as expected: {contacts}")

    def only_contact(self, page, email=None):
        """The one contact there is, whole, once it has this e-mail address."""
        contacts = self.until(page, lambda found: len(found) == 1 and email in (None, found[0]["email"]))
        return self.contact(contacts[0]["id"])


def custom_fields(contact):
    """The contact's custom fields by key."""
    return {field["key"]: field["value"] for field in contact["customFields"]}
