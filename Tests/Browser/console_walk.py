"""Walks through the console as a person does, from link to link, and judges every page that it comes to."""
import re

from axe_playwright_python.base import AXE_SCRIPT

import console_routes
from looks import overflow

SCREENS = [(1280, "light"), (390, "dark")]

LINKS = """() => [
  ...[...document.links].map(link => link.href),
  ...[...document.querySelectorAll('form[method=get]')].map(form => {
    const address = new URL(form.getAttribute('action') || '', location.href);
    address.search = new URLSearchParams(new FormData(form));
    return address.href;
  }),
].map(address => address.split('#')[0])"""

FILL = """([action, values]) => {
  const leads = form => form.getAttribute('action').split('#')[0].endsWith(action);
  const form = [...document.querySelectorAll('main form[method=post]')].find(leads);
  const wanted = name => [...form.elements].filter(control => control.name === name);
  for (const [name, value] of Object.entries(values)) {
    for (const control of wanted(name)) {
      if (['checkbox', 'radio'].includes(control.type)) control.checked = control.value === value;
      else if (control.tagName !== 'BUTTON') control.value = value;
    }
  }
  form.noValidate = true;
  form.requestSubmit(wanted('do').find(button => button.value === values.do));
}"""


# What axe finds that is grave: rules that find nothing grave are not run, and of the drawings of a chart only the one
# that is shown is looked at, for axe takes its time for what nobody sees too.
JUDGE = """async () => {
  const isGrave = one => ['serious', 'critical'].includes(one.impact);
  const others = axe._audit.rules.filter(rule => !isGrave(rule)).map(rule => [rule.id, { enabled: false }]);
  const unseen = [...document.querySelectorAll('.chart-box > div')].filter(drawing => !drawing.offsetParent);
  const places = unseen.map(drawing => {
    const place = document.createComment('');
    drawing.replaceWith(place);
    return place;
  });
  const found = await axe.run({ resultTypes: ['violations'], preload: false, rules: Object.fromEntries(others) });
  places.forEach((place, index) => place.replaceWith(unseen[index]));
  return found.violations.filter(isGrave).map(one => [one.id, one.nodes.slice(0, 3).map(node => node.target)]);
}"""


class ConsoleWalk:
    """What was seen, by route, and what was found."""

    def __init__(self, page, url, routes):
        self.page = page
        self.url = url
        self.routes = routes
        self.seen = {}
        self.findings = []
        self.screens = list(SCREENS)

    @property
    def path(self):
        """Where the walk stands."""
        return self.page.url[len(self.url):].split("?")[0]

    def open(self, path, status=200):
        """Opens a page and judges it."""
        answer = self.page.goto(self.url + path)
        if answer.status != status:
            self.findings.append((path, f"status {answer.status}"))
        self.judge()

    def send(self, path, action, *, file=None, **values):
        """Fills in the form of a page that leads to an address, sends it, and judges the page that comes."""
        self.page.goto(self.url + path)
        if file:
            self.page.locator("input[type=file]").set_input_files(file)
        with self.page.expect_navigation():
            self.page.evaluate(FILL, [action, values])
        self.judge()

    def link(self, end):
        """Where the first link of the page leads whose path ends so."""
        return next(path for path in self._links() if re.fullmatch(end, path.split("?")[0]))

    def everywhere(self, path, but):
        """Judges a page of each route that links lead to from here, `but` those left out; those seen anew too."""
        waiting, taken = [path], set(but)
        while waiting:
            path = waiting.pop(0)
            route = console_routes.of(path.split("?")[0], self.routes)
            if route is None or route in taken:
                continue
            taken.add(route)
            self.open(path)
            waiting += self._links()

    def _links(self):
        links = self.page.evaluate(LINKS)
        return [link[len(self.url):] for link in links if link.startswith(self.url + "/")]

    def judge(self):
        """Looks at the open page on each screen."""
        self.seen[console_routes.of(self.path, self.routes)] = self.path
        if not self.page.evaluate("document.doctype !== null && document.firstChild === document.doctype"):
            self.findings.append((self.path, "something stands before the doctype"))
        # What is folded away is part of the page too.
        self.page.evaluate("document.querySelectorAll('main details').forEach(one => { one.open = true; })")
        self.page.evaluate(AXE_SCRIPT)
        # Beginning with the screen that the last page ended with, which the window has already.
        self.screens.reverse()
        for width, scheme in self.screens:
            self.page.set_viewport_size({"width": width, "height": 844})
            self.page.emulate_media(color_scheme=scheme)
            where = f"{self.path} at {width} px, {scheme}"
            beside = overflow(self.page)
            if beside > 0:
                self.findings.append((where, f"{beside} px lie beside the window"))
            self.findings += [(where, *finding) for finding in self.page.evaluate(JUDGE)]
