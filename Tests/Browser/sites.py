"""The websites of the journeys, served by request interception under hosts that look real."""

CLINIC = "https://clinic.example"

FORM = """<h1>Contact us</h1>
<form id="contact" name="Contact" action="/thanks" method="get">
<label>First name <input name="first_name"></label>
<label>E-mail <input name="email" type="email" required></label>
<button>Send</button></form>"""

AJAX = """<h1>Book a call</h1>
<form id="call"><label>E-mail <input name="email" type="email" required></label><button>Send</button></form>
<script>
document.getElementById('call').addEventListener('submit', event => {
  event.preventDefault();
  event.target.reset();
  document.body.append('We will call you.');
});
</script>"""

APP = """<main></main><a href="/app/contact">Contact</a>
<script>
const views = {
  '/app': '<h1>Welcome</h1>',
  '/app/contact': '<h1>Contact</h1><form id="app-form"><input name="email" type="email"><button>Send</button></form>',
};
const show = () => { document.querySelector('main').innerHTML = views[location.pathname]; };
document.querySelector('a').addEventListener('click', event => {
  event.preventDefault();
  history.pushState(null, '', '/app/contact');
  show();
});
document.addEventListener('submit', event => { event.preventDefault(); event.target.remove(); });
window.addEventListener('popstate', show);
show();
</script>"""

NAVIGATION = '<nav><a href="/">Home</a> <a href="/botox">Botox</a> <a href="/contact">Contact</a></nav>'


class Sites:
    """The clinic, tracked, and the places people come from, each a page of links to the clinic."""

    def __init__(self, server, tracking_id):
        self.snippet = (
            f'<script src="{server}/js/external-tracking.js" data-tracking-id="{tracking_id}" data-debug="true" '
            "defer></script>"
        )
        self.pages = {
            "/": "<h1>The clinic</h1>", "/botox": "<h1>Botox</h1>", "/dr-ames": "<h1>Dr Ames</h1>",
            "/thanks": "<h1>Thank you</h1>", "/offer": "<h1>The offer</h1>", "/contact": FORM, "/call": AJAX,
            "/app": APP, "/app/contact": APP,
        }

    def serve(self, context):
        context.route(f"{CLINIC}/**", self._clinic)
        for host in ("www.bing.com", "www.google.com", "partner.example", "www.facebook.com"):
            context.route(f"https://{host}/**", self._elsewhere)
        return context

    def _clinic(self, route):
        path = route.request.url[len(CLINIC):].split("?")[0].split("#")[0]
        body = self.pages.get(path)
        if body is None:
            return route.fulfill(status=404, body="")
        route.fulfill(content_type="text/html", body=self._html(path, self.snippet, NAVIGATION + body))

    def _elsewhere(self, route):
        """A page with one link, whose target is this page's `to` parameter."""
        script = "document.querySelector('a').href = new URLSearchParams(location.search).get('to')"
        body = f"<a>to the clinic</a><script>{script}</script>"
        # As these sites do: the address that visitors come from is their home page.
        head = '<meta name="referrer" content="origin">'
        route.fulfill(content_type="text/html", body=self._html("elsewhere", head, body))

    def _html(self, title, head, body):
        return f'<!doctype html><meta charset="utf-8"><title>{title}</title>{head}<body>{body}'


def arrive(page, origin, target):
    """Follows a link from another website to the clinic."""
    page.goto(f"{origin}/?to={target.replace('&', '%26')}")
    page.click("text=to the clinic")
    page.wait_for_url(target)


def send_form(page, email, first_name="Jo"):
    """Fills in the contact form, once the page has its script, and waits for the page that follows."""
    page.wait_for_load_state()
    page.fill("[name=first_name]", first_name)
    page.fill("[name=email]", email)
    page.click("button")
    page.wait_for_url(f"{CLINIC}/thanks**")
