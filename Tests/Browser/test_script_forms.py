"""Which forms are read, and what of them."""
import pytest

from collector import CLINIC, tracker

STAY = "<script>document.addEventListener('submit', event => event.preventDefault())</script>"
EMAIL = "<input type=email name=email value=jo@mail.example>"


@pytest.fixture
def submit(page, collector):
    """Submits a form with these controls beside the e-mail address; returns the event."""

    def go(controls, form="id=f", head="", tail=""):
        collector.site({"/": f"{tracker()}{STAY}{head}<form {form}>{EMAIL}{controls}</form>{tail}"})
        page.goto(f"{CLINIC}/")
        page.evaluate("document.querySelector('form').requestSubmit()")
        return collector.wait(page, "form_submission")[0]

    return go


def test_a_form_is_sent_with_its_page_visit_and_landing(page, collector):
    collector.site({
        "/": tracker() + "<a href=/contact>contact</a>",
        "/contact": f"{tracker()}{STAY}<form id=contact name=Contact>{EMAIL}<button>Send</button></form>",
    })
    page.goto(f"{CLINIC}/?gclid=1")
    page.click("a")
    page.click("button")
    [event] = collector.wait(page, "form_submission")
    view = collector.of("page_view")[-1]
    assert (event["formId"], event["formName"]) == ("contact", "Contact")
    assert event["fields"] == {"email": "jo@mail.example"}
    assert event["url"] == f"{CLINIC}/contact" and event["landingUrl"] == f"{CLINIC}/?gclid=1"
    assert (event["visitorId"], event["sessionId"]) == (view["visitorId"], view["sessionId"])


READ = {
    "<input name=a value=1>": "1",
    "<textarea name=a>two\nlines</textarea>": "two\nlines",
    "<select name=a><option value=x>X<option value=y selected>Y</select>": "y",
    "<select name=a multiple><option selected>X<option selected>Y<option>Z</select>": ["X", "Y"],
    "<input type=checkbox name=a value=x checked><input type=checkbox name=a value=y checked>": ["x", "y"],
    "<input type=checkbox name=a checked>": "on",
    "<input type=radio name=a value=x><input type=radio name=a value=y checked>": "y",
    "<input type=date name=a value=2026-03-01>": "2026-03-01",
    "<input type=number name=a value=4.5>": "4.5",
    "<input type=tel name=a value='+49 151 23456789'>": "+49 151 23456789",
    "<input name=a value=1 readonly>": "1",
    "<label><input type=checkbox name=a value=x checked style='display:none'>Styled</label>": "x",
    "<input type=hidden name=source value=flyer>": None,
    "<input name=constructor value=1>": None,
}


@pytest.mark.parametrize("controls", READ)
def test_what_a_person_filled_in_is_read(submit, controls):
    fields = submit(controls)["fields"]
    expected = READ[controls]
    if expected is not None:
        assert fields["a"] == expected
    else:
        assert len(fields) == 2


def test_of_a_file_only_name_size_and_type_are_read(page, collector):
    collector.site({"/": f"{tracker()}{STAY}<form>{EMAIL}<input type=file name=cv></form>"})
    page.goto(f"{CLINIC}/")
    page.set_input_files("[name=cv]", {"name": "cv.pdf", "mimeType": "application/pdf", "buffer": b"secret"})
    page.evaluate("document.querySelector('form').requestSubmit()")
    [event] = collector.wait(page, "form_submission")
    assert event["fields"]["cv"] == "cv.pdf (6 bytes, application/pdf)"
    assert "secret" not in collector.tries[-1][0].post_data


NEVER = [
    "<input type=password name=a value=X>", "<input name=password_again value=X>",
    "<input name=a autocomplete=new-password value=X>", "<input type=hidden name=a value=X>",
    "<input name=cardNumber value=X>", "<input name=a autocomplete=cc-number value=X>", "<input name=cvc value=X>",
    "<label>Card number <input name=a value=X></label>", "<input name=a value='4111 1111 1111 1111'>",
    "<input name=a value=378282246310005>", "<input name=otp value=X>",
    "<input name=a autocomplete=one-time-code value=X>", "<input name=verification_code value=X>",
    "<input name=a value=X data-headwater-ignore>", "<div data-headwater-ignore><input name=a value=X></div>",
    "<input name=a value=X disabled>", "<fieldset disabled><input name=a value=X></fieldset>",
    "<input name=a value=X style='display:none'>", "<input name=a value=X style='visibility:hidden'>",
    "<div hidden><input name=a value=X></div>", "<input value=X>", "<input type=checkbox name=a value=X>",
    "<input type=submit name=a value=X>", "<button name=a value=X>Go</button>", "<input name=a value=''>",
]


@pytest.mark.parametrize("control", NEVER)
def test_what_is_never_read(submit, control):
    assert submit(control)["fields"] == {"email": "jo@mail.example"}


def test_of_a_captcha_it_is_kept_that_it_was_solved_and_of_a_signature_its_type(submit):
    controls = (
        "<textarea name=g-recaptcha-response style='display:none'>SECRET</textarea>"
        "<input type=hidden name=cf-turnstile-response value=SECRET>"
        "<input name=sign value='data:image/png;base64,SECRET'>"
    )
    assert submit(controls)["fields"] == {
        "email": "jo@mail.example", "g-recaptcha-response": "present", "cf-turnstile-response": "present",
        "sign": "data:image/png",
    }


LABELS = {
    "<label for=x>Budget *</label><input id=x name=a value=1>": "Budget",
    "<label>Treatment: <select name=a><option selected>Botox</select></label>": "Treatment",
    "<input name=a value=1 aria-label=Budget>": "Budget",
    "<span id=l>Budget</span><input name=a value=1 aria-labelledby=l>": "Budget",
    "<input name=a value=1 placeholder='Your budget'>": "Your budget",
}


@pytest.mark.parametrize("control", LABELS)
def test_a_field_carries_its_label(submit, control):
    assert submit(control)["labels"]["a"] == LABELS[control]


@pytest.mark.parametrize("form, head, controls, expected", [
    ("id=f name=n", "", "", ("f", "n")),
    ("name=n data-formid=d", "", "", ("n", "n")),
    ("data-formid=d", "<h1>H</h1>", "", ("d", "d")),
    ("", "<h1>Site</h1><h2>Ask us</h2>", "", ("Ask us", "Ask us")),
    ("", "<h1>Site</h1>", "<h3>Ask <b>here</b></h3>", ("Ask here", "Ask here")),
    ("id='ä / 1'", "", "<input name=id value=1><input name=name value=2>", ("ä / 1", "ä / 1")),
])
def test_a_form_is_known_by_its_id_else_its_name_else_the_nearest_heading(submit, form, head, controls, expected):
    event = submit(controls, form, head, tail="<h2>Later</h2>")
    assert (event["formId"], event["formName"]) == expected


@pytest.mark.parametrize("form", [
    "<form id=f><input name=q value=1></form>", "<form id=f><input type=email value=a@b.example></form>",
    f"<form id=f data-headwater-ignore>{EMAIL}</form>", f"<div data-headwater-ignore><form id=f>{EMAIL}</form></div>",
])
def test_other_forms_are_left_alone(page, collector, form):
    collector.site({"/": tracker() + STAY + form})
    page.goto(f"{CLINIC}/")
    page.evaluate("document.querySelector('form').requestSubmit()")
    collector.settle(page)
    assert collector.of("form_submission") == []


@pytest.mark.parametrize("email", [
    "<input name=email value=a@b.example>", "<input name=e-mail value=a@b.example>",
    "<label>Your E-Mail <input name=a value=a@b.example></label>",
    "<input name=a autocomplete=email value=a@b.example>",
])
def test_an_email_field_is_known_by_type_name_or_label(page, collector, email):
    collector.site({"/": f"{tracker()}{STAY}<form>{email}</form>"})
    page.goto(f"{CLINIC}/")
    page.evaluate("document.querySelector('form').requestSubmit()")
    assert "a@b.example" in collector.wait(page, "form_submission")[0]["fields"].values()


def test_a_form_that_is_added_later_and_a_control_outside_its_form_are_seen(page, collector):
    collector.site({"/": tracker() + STAY})
    page.goto(f"{CLINIC}/")
    page.evaluate(f"""document.body.innerHTML = "<form id=late>{EMAIL}</form><input form=late name=a value=1>" """)
    page.evaluate("document.querySelector('form').requestSubmit()")
    assert collector.wait(page, "form_submission")[0]["fields"]["a"] == "1"


def test_forms_can_be_switched_off(page, collector):
    collector.site({"/": tracker(forms="off") + STAY + f"<form>{EMAIL}</form>"})
    page.goto(f"{CLINIC}/")
    page.evaluate("document.querySelector('form').requestSubmit()")
    collector.settle(page)
    assert collector.of("form_submission") == []
