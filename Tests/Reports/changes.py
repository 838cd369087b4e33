"""What people do later: they erase somebody, and publish rules of their own."""
import json
import time
import urllib.request

# Letters are advertising, a poster's landing page is a referral's, and where Google sends them is nobody's business.
RULES = {
    "version": 1, "ruleSet": "extended",
    "rules": [
        {"name": "Letters", "when": [{"parameter": "utm_source", "is": "equals", "value": "newsletter"}],
         "source": "paid_social", "subLabel": "Letters"},
        {"name": "Prices", "when": [{"landingPath": True, "is": "matches", "value": "/prices*"}],
         "source": "referral", "subLabel": "podcast"},
        {"name": "One campaign", "when": [{"parameter": "utm_campaign", "is": "contains", "value": "campaign 2"}],
         "source": "others"},
    ],
}


def send(api, method, path, body=None):
    """A request that is no question; what it is answered."""
    request = urllib.request.Request(
        f"{api.url}{path}", method=method, data=None if body is None else json.dumps(body).encode(),
        headers={"Authorization": f"Bearer {api.token}", "Version": "2021-07-28", "Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=600) as answer:
        return answer.read()


def publish(api, document, patience=60):
    """Puts rules in force and waits until everything that is kept has been judged by them. Returns the replay."""
    root = f"/locations/{api.location}/attribution-rules"
    send(api, "PUT", f"{root}/draft", document)
    replay = json.loads(send(api, "POST", f"{root}/replays", {"kind": "publication", "comment": "Truth"}))
    deadline = time.monotonic() + patience
    while replay["state"] in ("queued", "running"):
        assert time.monotonic() < deadline, replay
        time.sleep(0.2)
        replay = json.loads(send(api, "GET", f"{root}/replays/{replay['id']}"))
    assert replay["state"] == "done", replay
    return replay
