"""What a new user does first: starts the demo, arrives like a customer, and looks at the lead in the console."""
import subprocess

from demo import Demo
from headwater import BINARY, ENVIRONMENT


def arrive_as(page, demo, name, who="Somebody new"):
    page.goto(demo.arrive)
    page.get_by_text(who).click()
    with page.expect_response("**/t/events"):
        page.get_by_role("heading", name=name).click()
    page.get_by_text(f"you arrived by {name}").wait_for()


def send_contact_form(page, name, email):
    page.get_by_role("link", name="Contact").first.click()
    form = page.locator("form#contact")
    form.get_by_label("Name").fill(name)
    form.get_by_label("Email").fill(email)
    form.get_by_label("Treatment").select_option("Microneedling")
    form.get_by_label("Message").fill("Do you have anything on a Saturday?")
    form.get_by_role("button", name="Send").click()
    page.get_by_role("heading", name="Thank you.").wait_for()
    page.get_by_role("link", name="See the contact this made").click()
    page.get_by_role("heading", name=name).wait_for()


def test_a_click_on_a_google_ad_becomes_a_contact_from_paid_search(signed_in, demo):
    page = signed_in
    arrive_as(page, demo, "Google ad")
    page.get_by_role("link", name="Providers").first.click()
    send_contact_form(page, "Robin Example", "robin@example.com")
    assert page.url.startswith(f"{demo.url}/a/")
    first = page.locator(".panels").inner_text()
    assert "Paid Search" in first
    assert "www.google.com" in first
    assert "Wrinkle Relaxers | Fairhaven" in first


def test_the_own_form_leads_to_its_contact_too(signed_in, demo):
    page = signed_in
    arrive_as(page, demo, "Meta ad")
    page.get_by_role("link", name="Book a consult").first.click()
    page.get_by_label("First name").wait_for()
    page.wait_for_timeout(1_600)  # People need longer than a second and a half; forms that do not are held.
    page.get_by_label("First name").fill("Kim")
    page.get_by_label("Email").fill("kim@example.com")
    page.get_by_role("button", name="Request a consult").click()
    page.get_by_role("link", name="See the contact this made").click()
    page.get_by_role("heading", name="Kim").wait_for()
    assert "Paid Social" in page.locator(".panels").inner_text()


def test_the_same_visitor_carries_an_ad_over_to_a_direct_visit(signed_in, demo):
    page = signed_in
    arrive_as(page, demo, "Bing search")
    arrive_as(page, demo, "Typed address", who="The same visitor")
    send_contact_form(page, "Sam Example", "sam@example.com")
    panels = page.locator(".panels").inner_text()
    assert "Organic Search" in panels
    assert "Direct Traffic" not in panels


def test_somebody_new_shares_nothing_with_the_visitor_before(signed_in, demo):
    page = signed_in
    arrive_as(page, demo, "Instagram post")
    send_contact_form(page, "Ari Example", "ari@example.com")
    arrive_as(page, demo, "Typed address")
    send_contact_form(page, "Noa Example", "noa@example.com")
    panels = page.locator(".panels").inner_text()
    assert "Direct Traffic" in panels
    assert "Social Media" not in panels


def test_the_next_start_finds_everything_as_it_was(tmp_path):
    demo = Demo(tmp_path / "data")
    demo.start()
    first = (demo.email, demo.password)
    demo.stop()
    demo.start()
    assert (demo.email, demo.password) == first
    demo.stop()


def test_a_folder_with_real_data_is_left_alone(headwater):
    done = subprocess.run(
        [BINARY, "demo", "--data-dir", str(headwater.data)], capture_output=True, text=True, timeout=30, env=ENVIRONMENT
    )
    assert done.returncode == 1
    assert "is left alone" in done.stderr
