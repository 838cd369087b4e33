"""What a record says, as the columns that reports count by: read by no word of the server's.

A value is read off a landing as browsers read it; what differs in nothing but case or the spaces around it is one
group.
"""
import re
import unicodedata
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from urllib.parse import unquote

PARAMETERS = {
    "utmSource": ["utm_source"], "utmMedium": ["utm_medium"], "utmCampaign": ["utm_campaign", "campaign"],
    "utmContent": ["utm_content"], "utmTerm": ["utm_term"], "utmKeyword": ["utm_keyword", "keyword"],
    "utmMatchtype": ["utm_matchtype"], "campaignId": ["campaign_id", "utm_id", "gad_campaignid"],
    "adGroupId": ["ad_group_id"], "adId": ["ad_id"], "adName": ["ad_name"],
    "gclid": ["gclid"], "gbraid": ["gbraid"], "wbraid": ["wbraid"], "msclkid": ["msclkid"], "dclid": ["dclid"],
    "fbclid": ["fbclid"], "ttclid": ["ttclid"],
}
# The ten sources by the label that exports show.
SOURCES = {
    "Paid Search": "paid_search", "Paid Social": "paid_social", "Organic Search": "organic_search",
    "Social Media": "social_media", "Referrals": "referral", "Direct Traffic": "direct", "Others": "others",
    "CRM UI": "crm_ui", "CRM Workflows": "crm_workflows", "Third-Party": "third_party",
}
CLICK_IDS = ["gclid", "gbraid", "wbraid", "msclkid", "dclid", "fbclid", "ttclid"]
LANDING = ["landingPage", "landingHost", "referrerHost"]
DIMENSIONS = ["sessionSource", "subLabel", "medium", "form", *PARAMETERS, *LANDING]
PLACEHOLDER = re.compile(r"(\{[^{}]+\}|\{\{[^{}]+\}\}|%7[Bb].+%7[Dd])")
# What nobody types.
PLACEHOLDER_KEY = "\ue000placeholder"
DIGITS = {"JPY": 0, "KRW": 0, "CLP": 0, "KWD": 3, "BHD": 3}


def fold(value):
    """What a value is compared by."""
    if PLACEHOLDER.fullmatch(value.strip()):
        return PLACEHOLDER_KEY
    # At the end of a word Greek has another small sigma, and it is the same letter.
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", value).strip().lower()).replace("ς", "σ")


def parameters(url):
    """The first value of each key; of the fragment's own query only where the query holds nothing."""
    address, _, fragment = url.partition("#")
    query = address.partition("?")[2]
    if not query.strip("&"):
        query = fragment.partition("?")[2]
    found = {}
    for piece in query.split("&"):
        key, _, value = piece.partition("=")
        key, value = (unquote(text.replace("+", " "), errors="replace") for text in (key, value))
        found.setdefault(key, value)
    return found


def said(value):
    """A value that says nothing is none."""
    return value if value and value.strip() and value != "null" else None


def place(url):
    """(host and path, host) of a URL; nothing of what is none."""
    found = re.match(r"(?:https?)://([^/?#]*)([^?#]*)", url or "", re.IGNORECASE)
    if not found:
        return None, None
    host = found[1].rsplit("@", 1)[-1].split(":", 1)[0].rstrip(".").lower()
    return host + (found[2] or "/"), host


def referrer_host(url):
    found = re.match(r"(?:https?|android-app)://([^/?#]*)", url or "", re.IGNORECASE)
    return found and (found[1].rsplit("@", 1)[-1].split(":", 1)[0].rstrip(".").lower() or None)


def landing(url, referrer):
    """The dimensions of a landing."""
    given = parameters(url)
    values = {name: next((v for v in map(said, map(given.get, keys)) if v), None) for name, keys in PARAMETERS.items()}
    for name in CLICK_IDS:
        values[name] = "present" if values[name] else None
    values["landingPage"], values["landingHost"] = place(url)
    values["referrerHost"] = referrer_host(referrer)
    return values


def attributed(record, prefix, opinions):
    """The dimensions of one of a contact's attributions, with the verdict of the rules in force."""
    record = record or {}
    record = record | (opinions.get(record.get("submissionId")) or {})
    values = {name: record.get(name) for name in ["sessionSource", "subLabel", "medium", *PARAMETERS]}
    for name in CLICK_IDS:
        values[name] = "present" if record.get(name) else None
    values["form"] = record.get("formName")
    values["sessionSource"] = SOURCES.get(record.get("sessionSource"))
    values["landingPage"], values["landingHost"] = place(record.get("url"))
    values["referrerHost"] = referrer_host(record.get("referrer"))
    return {f"{prefix}.{name}": values.get(name) for name in DIMENSIONS}


def counts(conversion):
    """Whether a conversion is one in reports."""
    return conversion["status"] in ("accepted", "split") and conversion["kind"] != "update" and conversion["contactId"]


def moment(text):
    """UTC milliseconds of what exports write."""
    days = date(int(text[0:4]), int(text[5:7]), int(text[8:10])).toordinal() - 719_163
    clock = int(text[11:13]) * 3_600 + int(text[14:16]) * 60 + int(text[17:19])
    return (days * 86_400 + clock) * 1_000 + int(text[20:23])


def is_list(column):
    """Whether a thing has any number of it."""
    return column == "tag" or column.startswith("customField.")


def kind(column):
    """What a column of facts holds, for DuckDB."""
    return "VARCHAR[]" if is_list(column) else "BIGINT" if column in ("at", "value", "units") else "VARCHAR"


def column(group, subject):
    """The name of a column in the tables of facts."""
    field = group["field"]
    if field not in DIMENSIONS:
        return field
    return f"first.{field}" if subject == "visits" else f"{group.get('model', 'first')}.{field}"


def minor(amount, currency):
    """An amount in the smallest units of its currency."""
    scaled = Decimal(amount) * 10 ** DIGITS.get(currency, 2)
    assert scaled == int(scaled), (amount, currency)
    return int(scaled)


def converted(amount, currency, account):
    """An amount in the smallest units of the account's own currency; None without a rate, and for what is too much."""
    rate = 1 if currency == account["currency"] else account["currencyRates"].get(currency)
    if rate is None:
        return None
    exact = Decimal(amount) * Decimal(rate) * 10 ** DIGITS.get(account["currency"], 2)
    worth = int(exact.to_integral_value(ROUND_HALF_UP))
    return worth if worth < 2**63 else None
