"""Accounts with everything that is awkward in them: the same seed makes the same rows."""
import random
from datetime import date

from awkward import HOSTILE, MEDIA, WEB, Landings, Moments
from facts import said

FIRST, LAST = date(2025, 10, 1), date(2026, 11, 20)
# Clocks that change by an hour, by half of one, and at midnight; and none that does.
ACCOUNTS = [
    ("Vienna", "Europe/Vienna", "EUR", "monday", 0.5), ("New York", "America/New_York", "USD", "sunday", 0.2),
    ("Lord Howe", "Australia/Lord_Howe", "AUD", "saturday", 0.1),
    ("Santiago", "America/Santiago", "CLP", "monday", 0.08),
    # Half and three quarters of an hour beside the others' zones, without and with a change of the clock.
    ("Kathmandu", "Asia/Kathmandu", "KWD", "sunday", 0.03), ("Adelaide", "Australia/Adelaide", "JPY", "monday", 0.03),
    ("St. John's", "America/St_Johns", "CAD", "sunday", 0.03), ("Chatham", "Pacific/Chatham", "BHD", "saturday", 0.03),
]
CURRENCIES = ["EUR", "USD", "AUD", "JPY", "GBP", "CLP", "KWD", "BHD"]
# What one unit is worth in the account's currency, for some and not for others.
RATES = {"Vienna": {"USD": "0.9217", "JPY": "0.0061234"}, "New York": {"EUR": "1.0845"}, "Lord Howe": {"USD": "1.5"},
         "Santiago": {"EUR": "1034.56789", "USD": "950"},
         # Of three decimals to none and back, the smallest rate and the largest, by which some amounts are too much.
         "Kathmandu": {"JPY": "0.0020531", "USD": "0.30712", "CLP": "0.000000001"},
         "Adelaide": {"KWD": "508.123456789", "EUR": "163.5", "BHD": "0.5"},
         "St. John's": {"KWD": "4.5871", "JPY": "0.0091", "USD": "1.3999"},
         "Chatham": {"KWD": "1000000", "JPY": "0.0024", "EUR": "0.41"}}
# The most that one opportunity may be worth, in the smallest unit.
MOST = 10**15
TAGS = ["vip", "VIP", "no-show", "=tag", "<b>bold</b>", "🌸", "spring, 2026"]
COLUMNS = {
    "campaign": "utm_campaign", "campaign_id": "campaign_id", "ad_group_id": "ad_group_id", "ad_id": "ad_id",
    "ad_name": "ad_name", "utm_source": "utm_source", "utm_medium": "utm_medium", "utm_campaign": "utm_campaign",
    "utm_content": "utm_content", "utm_term": "utm_term", "utm_keyword": "utm_keyword",
    "utm_matchtype": "utm_matchtype", "gclid": "gclid", "fbclid": "fbclid",
}


class Account:
    """One account's rows; `number` is what the database calls it."""

    def __init__(self, number, name, zone, currency, pipeline, stage, fields, contacts, seed):
        self.random = random.Random(f"{seed} {name}")
        self.number, self.name, self.currency = number, name, currency
        self.pipeline, self.stage, self.fields = pipeline, stage, fields
        self.landings = Landings(self.random)
        self.moments = Moments(self.random, zone, FIRST, LAST)
        self.count = contacts
        self.serial = 0
        self.tables = {name: [] for name in (
            "visitors", "sessions", "contacts", "contact_tags", "contact_field_values", "conversions", "attributions",
            "opportunities")}

    def fill(self):
        for number in range(self.count):
            self._contact(number)
        for _ in range(self.count * 2):
            self._visit(None, self.moments.draw(), self._visitor(None, reused=0.4))
        return self.tables

    def identifier(self, letter):
        self.serial += 1
        # Older than whatever the server makes: its IDs begin with the time.
        return f"0{letter}{self.serial:018d}"

    def _visitor(self, contact, reused=0.0):
        known = self.tables["visitors"]
        if known and self.random.random() < reused:
            return self.random.choice(known)["id"]
        identifier = self.random.getrandbits(128).to_bytes(16, "big")
        known.append({
            "account_id": self.number, "id": identifier, "first_seen_at": 0, "first_url": "https://clinic.example/",
            "contact_id": contact, "linked_at": 0 if contact else None, "linked_by": "created" if contact else None,
        })
        return identifier

    def _visit(self, contact, at, visitor):
        source = self.random.choice(WEB)
        url, referrer, values = self.landings.landing(source)
        self.tables["sessions"].append({
            "account_id": self.number, "id": at.to_bytes(6, "big") + self.random.getrandbits(80).to_bytes(10, "big"),
            "visitor_id": visitor, "contact_id": contact, "started_at": at, "last_seen_at": at + 60_000,
            "landing_url": url, "landing_referrer": referrer, "user_agent": "Mozilla/5.0", "ip": None,
            "ip_is_whole": 0, "page_views": 1, "conversions": 1 if contact else 0, "source": source,
            "rule_number": "1", "rule_set": "classic", "rule_set_version": 1, "catalogue_version": 1,
            "own_domains": '["clinic.example"]',
            "sub_label": self.random.choice([None, None, None, "Podcast", "podcast"]),
        })
        return source, url, referrer, values

    def _contact(self, number):
        draw = self.random
        identifier, created = self.identifier("C"), self.moments.draw()
        visitor = self._visitor(identifier)
        made = [self._attribution(identifier, created, created, visitor)]
        while draw.random() < 0.25:
            made.append(self._attribution(identifier, max(created, self.moments.draw()), created, visitor))
        latest = max(made, key=lambda one: one["created_at"])
        self.tables["contacts"].append({
            "account_id": self.number, "id": identifier, "first_name": draw.choice(["Ada", "=Ben", *HOSTILE[:4]])[:80],
            "email": f"{self.serial}@example.com", "email_key": f"{self.serial}@example.com",
            "contact_source": draw.choice(["Consultation", "consultation ", "Walk-in", None, *HOSTILE[:3]]),
            "created_at": created, "updated_at": created, "created_by_source": "EXTERNAL_TRACKING",
            "created_by_channel": "WEB", "first_attribution_id": made[0]["id"], "latest_attribution_id": latest["id"],
            "first_source": made[0]["source"], "latest_source": latest["source"],
        })
        for tag in draw.sample(TAGS, draw.choice([0, 0, 0, 1, 2, 3])):
            self.tables["contact_tags"].append({"account_id": self.number, "contact_id": identifier, "tag": tag})
        for field in self.fields:
            if draw.random() < 0.4:
                self.tables["contact_field_values"].append({
                    "account_id": self.number, "contact_id": identifier, "field_id": field,
                    "value": draw.choice(["dry", "Dry", "oily", "<i>none</i>"])})
        while draw.random() < 0.3:
            self._opportunity(identifier, created)

    def _attribution(self, contact, at, created, visitor):
        """A conversion with what it wrote; now and then one that must not count."""
        draw = self.random
        source, url, referrer, values = self._visit(contact, at - 1_000, visitor)
        medium = draw.choice(MEDIA)
        if medium == "manual":
            source, url, referrer, values = "crm_ui", None, None, {}
        elif medium == "api":
            source, url, referrer, values = "third_party", None, None, {}
        elif medium == "trigger_link":
            url, referrer = "Trigger Link", None
        form = draw.choice(["Consultation", "consultation", "Book now", None])
        submission = self.identifier("S")
        self._conversion(submission, contact, at, "accepted", medium, form)
        if draw.random() < 0.1:
            self._conversion(self.identifier("S"), contact, self.moments.draw(), "discarded", "form", form)
        record = {
            "account_id": self.number, "id": self.identifier("A"), "contact_id": contact, "created_at": at,
            "source": source, "own_domains": "[]", "imported": 0, "ip_is_whole": 0, "url": url, "referrer": referrer,
            "medium": medium, "form_name": form, "submission_id": submission, "contact_created_at": created,
            "sub_label": None, **verdict(medium),
        }
        record |= {name: said(values.get(key)) for name, key in COLUMNS.items()}
        self.tables["attributions"].append(record)
        return record

    def _conversion(self, identifier, contact, at, status, medium, form):
        kinds = {"External Form": "external_form", "form": "form", "manual": "manual", "api": "api"}
        self.tables["conversions"].append({
            "account_id": self.number, "id": identifier, "kind": kinds.get(medium, "form"), "status": status,
            "contact_id": contact, "form_name": form, "fields": "[]", "occurred_at": at, "received_at": at,
        })

    def _opportunity(self, contact, created):
        draw = self.random
        currency = draw.choice([self.currency] * 6 + CURRENCIES)
        at = max(created, self.moments.draw())
        value = draw.choice([0, 1, 33_333, draw.randrange(1, 5_000_000)])
        if draw.random() < 0.02:
            value = MOST - draw.randrange(3)
        self.tables["opportunities"].append({
            "account_id": self.number, "id": self.identifier("O"), "contact_id": contact, "name": "Deal",
            "name_key": "deal", "pipeline_id": self.pipeline, "stage_id": self.stage,
            "status": draw.choice(["open", "won", "won", "lost", "abandoned"]),
            "value": value, "currency": currency,
            "created_at": at, "updated_at": at, "status_changed_at": at, "stage_changed_at": at,
        })


def verdict(medium):
    """What judged an attribution; nothing did where no landing was looked at."""
    judged = medium not in ("manual", "api", "trigger_link")
    return {
        "rule_number": "1" if judged else None, "rule_set": "classic" if judged else None,
        "rule_set_version": 1 if judged else None, "catalogue_version": 1 if judged else None,
    }


def create(server, store, contacts, seed):
    """Makes the accounts of a data folder whose server is not running, and returns them by name."""
    made = {}
    for name, zone, currency, week, share in ACCOUNTS:
        account = server.answer("account", "create", "--name", name, "--domain", "clinic.example", "--json")
        location = account["locationId"]
        [[number, pipeline, stage]] = store.query(
            "select a.id, s.pipeline_id, min(s.id) from accounts a join pipeline_stages s on s.account_id = a.id"
            f" where a.location_id = '{location}' group by a.id, s.pipeline_id")
        store.run(f"update accounts set time_zone = '{zone}', currency = '{currency}', week_starts_on = '{week}'"
                  f" where id = {number}")
        field = f"F{number}skin"
        store.insert({"custom_fields": [{
            "account_id": int(number), "id": field, "key": "contact.skin", "name": "Skin", "type": "text",
            "options": "[]", "fillable": 1, "position": 20}]})
        rates = [{"account_id": int(number), "base": currency, "currency": other,
                  "billionths": round(float(rate) * 1e9), "updated_at": 0} for other, rate in RATES[name].items()]
        store.insert({"currency_rates": rates})
        rows = Account(
            int(number), name, zone, currency, pipeline, stage, [field], int(contacts * share), seed)
        rows.fill()
        store.insert(sorted_by_key(rows.tables))
        made[name] = {**account, "number": int(number), "currency": currency, "field": field, "rows": rows.tables}
    return made


def sorted_by_key(tables):
    """Contacts before what hangs on them."""
    order = ["visitors", "contacts", "sessions", "contact_tags", "contact_field_values", "conversions", "attributions",
             "opportunities"]
    return {name: tables[name] for name in order}
