"""People who come back: later, with another address, on another device."""
import shutil

import pytest

from api import custom_fields
from sites import CLINIC, arrive, send_form

THREE_WEEKS = 21 * 86_400_000


@pytest.mark.skipif(shutil.which("faketime") is None, reason="moving the server's clock needs Debian's faketime")
def test_a_meta_ad_first_and_google_three_weeks_later(context, sites, headwater, api):
    page = sites.serve(context).new_page()
    context.clock.install()
    landing = f"{CLINIC}/offer?utm_source=fb_ad&utm_campaign=Glow&campaign_id=77&fbclid=IwAR1"
    arrive(page, "https://www.facebook.com", landing)
    page.click("text=Contact")
    send_form(page, "jo@mail.example")
    first = api.only_contact(page, "jo@mail.example")
    assert first["lastAttributionSource"]["sessionSource"] == "Paid Social"

    headwater.stop()
    headwater.start(shifted_by="+21d")
    context.clock.fast_forward(THREE_WEEKS)
    arrive(page, "https://www.google.com", f"{CLINIC}/botox")
    page.click("text=Contact")
    send_form(page, "jo@mail.example")
    api.until(page, lambda found: found[0]["lastAttributionSource"]["sessionSource"] != "Paid Social")

    contact = api.only_contact(page, "jo@mail.example")
    assert contact["id"] == first["id"] and contact["attributionSource"] == first["attributionSource"]
    assert contact["attributionSource"]["url"] == landing
    assert contact["attributionSource"]["campaignId"] == "77"
    latest = contact["lastAttributionSource"]
    assert latest["sessionSource"] == "Organic Search" and latest["url"] == f"{CLINIC}/botox"
    assert latest["pageUrl"] == f"{CLINIC}/contact" and latest["referrer"] == "https://www.google.com/"
    why = contact["attributionWhy"]
    assert (why["first"]["source"], why["latest"]["source"]) == ("paid_social", "organic_search")
    fields = custom_fields(contact)
    assert fields["contact.first_attribution_session_source"] == "Paid Social"
    assert fields["contact.last_attribution_session_source"] == "Organic Search"
    assert contact["visitorId"] == first["visitorId"]


def test_a_returning_visitor_with_another_address_is_the_same_contact(context, sites, api):
    page = sites.serve(context).new_page()
    arrive(page, "https://www.bing.com", f"{CLINIC}/contact")
    send_form(page, "old@mail.example")
    before = api.only_contact(page, "old@mail.example")
    arrive(page, "https://partner.example", f"{CLINIC}/contact")
    send_form(page, "new@mail.example", "Joan")
    contact = api.only_contact(page, "new@mail.example")
    assert contact["id"] == before["id"] and contact["firstName"] == "Joan"
    assert "old@mail.example" in contact["additionalEmails"]
    assert contact["attributionSource"]["sessionSource"] == "Organic Search"
    assert contact["lastAttributionSource"]["sessionSource"] == "Referral"
    assert contact["lastAttributionSource"]["referrer"] == "https://partner.example/"


def test_a_known_address_on_a_new_device_is_the_same_contact(visit, sites, api):
    desk = sites.serve(visit()).new_page()
    arrive(desk, "https://www.bing.com", f"{CLINIC}/contact")
    send_form(desk, "jo@mail.example")
    before = api.only_contact(desk, "jo@mail.example")

    phone = sites.serve(visit()).new_page()
    arrive(phone, "https://www.facebook.com", f"{CLINIC}/botox")
    phone.click("text=Contact")
    send_form(phone, " Jo@Mail.example", "Joan")
    api.until(phone, lambda found: found[0]["firstName"] == "Joan")
    contact = api.only_contact(phone)
    assert contact["id"] == before["id"] and contact["email"].lower() == "jo@mail.example"
    assert contact["attributionSource"]["sessionSource"] == "Organic Search"
    assert contact["lastAttributionSource"]["sessionSource"] == "Social media"
    assert contact["lastAttributionSource"]["url"] == f"{CLINIC}/botox"


def test_strangers_on_two_devices_are_two_contacts(visit, sites, api):
    for number in range(2):
        page = sites.serve(visit()).new_page()
        page.goto(f"{CLINIC}/contact")
        send_form(page, f"stranger{number}@mail.example")
    api.until(page, lambda found: len(found) == 2)
