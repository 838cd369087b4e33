"""How people come, and what their contact says about it: each journey through the real script and the real server."""
import pytest

from api import custom_fields
from sites import CLINIC, arrive, send_form

AD = (
    "utm_source=adwords&utm_medium=Brand%20ad&utm_campaign=Spring&utm_content=Group%201&utm_keyword=botox"
    "&utm_matchtype=e&campaign_id=111&ad_group_id=222&ad_id=333&gclid=Cj0KCQ"
)


@pytest.fixture
def visitor(sites, context):
    """A person's browser."""
    return sites.serve(context).new_page()


def check_both(contact, source, key, **expected):
    """First and Latest agree, and say this."""
    for which, why in (("attributionSource", "first"), ("lastAttributionSource", "latest")):
        attribution = contact[which]
        assert attribution["sessionSource"] == source, which
        for name, value in expected.items():
            assert attribution[name] == value, (which, name)
        assert contact["attributionWhy"][why]["source"] == key
        assert contact["attributionWhy"][why]["sentence"]
    label = contact["attributionWhy"]["first"]["label"]
    fields = custom_fields(contact)
    assert fields["contact.first_attribution_session_source"] == label
    assert fields["contact.last_attribution_session_source"] == label
    assert fields["contact.attribution__source_url"] == contact["lastAttributionSource"]["url"]


def test_direct_to_a_providers_page_then_the_contact_form(visitor, api):
    visitor.goto(f"{CLINIC}/dr-ames")
    visitor.click("text=Contact")
    send_form(visitor, "jo@mail.example")
    contact = api.only_contact(visitor, "jo@mail.example")
    check_both(
        contact, "Direct traffic", "direct", url=f"{CLINIC}/dr-ames", pageUrl=f"{CLINIC}/contact", referrer=None,
        medium="External Form", formName="Contact", mediumId="contact",
    )
    assert contact["firstName"] == "Jo" and "external form: contact" in [tag.lower() for tag in contact["tags"]]


def test_page_views_alone_make_no_contact(visitor, api):
    arrive(visitor, "https://www.bing.com", f"{CLINIC}/botox")
    visitor.click("text=Contact")
    visitor.wait_for_timeout(800)
    assert api.contacts() == []


def test_bing_to_a_treatments_page_to_the_contact_page(visitor, api):
    arrive(visitor, "https://www.bing.com", f"{CLINIC}/botox")
    visitor.click("text=Contact")
    send_form(visitor, "jo@mail.example")
    check_both(
        api.only_contact(visitor, "jo@mail.example"), "Organic Search", "organic_search", url=f"{CLINIC}/botox",
        pageUrl=f"{CLINIC}/contact", referrer="https://www.bing.com/",
    )


def test_a_partners_site_to_the_home_page_to_the_contact_page(visitor, api):
    arrive(visitor, "https://partner.example", f"{CLINIC}/")
    visitor.click("text=Contact")
    send_form(visitor, "jo@mail.example")
    check_both(
        api.only_contact(visitor, "jo@mail.example"), "Referral", "referral", url=f"{CLINIC}/",
        pageUrl=f"{CLINIC}/contact", referrer="https://partner.example/",
    )


def test_an_ad_then_two_clicks_and_a_form_on_another_page(visitor, api):
    arrive(visitor, "https://www.google.com", f"{CLINIC}/offer?{AD}")
    visitor.click("text=Botox")
    visitor.click("text=Contact")
    send_form(visitor, "jo@mail.example")
    contact = api.only_contact(visitor, "jo@mail.example")
    check_both(
        contact, "Paid Search", "paid_search", url=f"{CLINIC}/offer?{AD}", pageUrl=f"{CLINIC}/contact",
        referrer="https://www.google.com/", utmSource="adwords", utmCampaign="Spring", campaign="Spring",
        campaignId="111", adGroupId="222", adId="333", utmKeyword="botox", utmMatchtype="e", gclid="Cj0KCQ",
    )
    fields = custom_fields(contact)
    assert fields["contact.utm_campaign"] == "Spring" and fields["contact.attribution__gclid"] == "Cj0KCQ"


def test_a_single_page_app(visitor, api):
    arrive(visitor, "https://www.google.com", f"{CLINIC}/app")
    visitor.click("main ~ a")
    visitor.fill("[name=email]", "jo@mail.example")
    visitor.click("button")
    check_both(
        api.only_contact(visitor, "jo@mail.example"), "Organic Search", "organic_search", url=f"{CLINIC}/app",
        pageUrl=f"{CLINIC}/app/contact", referrer="https://www.google.com/", mediumId="app-form",
    )


def test_a_form_that_the_page_sends_by_script(visitor, api):
    arrive(visitor, "https://www.facebook.com", f"{CLINIC}/call")
    visitor.fill("[name=email]", "jo@mail.example")
    visitor.click("button")
    check_both(
        api.only_contact(visitor, "jo@mail.example"), "Social media", "social_media", url=f"{CLINIC}/call",
        pageUrl=f"{CLINIC}/call", referrer="https://www.facebook.com/", mediumId="call",
    )


def test_the_server_is_down_while_the_form_is_sent_and_gets_it_once_from_the_next_page(visitor, headwater, api):
    arrive(visitor, "https://www.bing.com", f"{CLINIC}/botox")
    visitor.click("text=Contact")
    visitor.wait_for_function("window.headwater && headwater.sessionId")
    headwater.stop()
    send_form(visitor, "jo@mail.example")
    headwater.start()
    assert api.contacts() == []
    visitor.goto(f"{CLINIC}/")
    contact = api.only_contact(visitor, "jo@mail.example")
    check_both(
        contact, "Organic Search", "organic_search", url=f"{CLINIC}/botox", pageUrl=f"{CLINIC}/contact",
        referrer="https://www.bing.com/",
    )
    visitor.wait_for_function("(localStorage._hw_q || '[]') === '[]'")
    visitor.goto(f"{CLINIC}/botox")
    visitor.wait_for_timeout(500)
    again = api.only_contact(visitor, "jo@mail.example")
    assert again["lastAttributionSource"]["submissionId"] == contact["attributionSource"]["submissionId"]
