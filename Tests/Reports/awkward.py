"""What strangers and ad platforms put into a link, and when they come: chosen by a seeded generator."""
from datetime import datetime, timedelta, timezone
from urllib.parse import quote, quote_plus
from zoneinfo import ZoneInfo

LONG = "long " + "x" * 1_990
HOSTILE = [
    "<img src=x onerror=alert(1)>", "=cmd|'/c calc'!A1", "@SUM(1+1)", "עונת האביב \u202eevil", "🚀 Launch 🌸",
    LONG, 'say "hi", twice', "a\tb", "'; drop table contacts; --", "100% organic & free", "null",
    "İstanbul", "Straße", "ΟΔΟΣ", "cafe\u0301", "café",
]
PLACEHOLDERS = ["{campaignname}", "{{campaign.name}}", "%7Bcampaignid%7D", "{{adset.name}}"]

# Sources that a web visit may have, by their names in exports.
WEB = ["paid_search", "paid_social", "organic_search", "social_media", "referral", "direct", "others"]
MEDIA = ["form", "External Form", "calendar", "survey", "trigger_link", "manual", "api"]

PAGES = [
    "https://clinic.example", "https://clinic.example/", "https://clinic.example/botox",
    "https://clinic.example/botox/",
    "https://WWW.Clinic.Example/botox", "https://www.clinic.example/prices", "https://book.clinic.example/a%20b",
    "https://clinic.example/%C3%A4rzte", "http://clinic.example/botox",
]
REFERRERS = {
    "organic_search": ["https://www.google.com/", "https://www.bing.com/", "https://duckduckgo.com/"],
    "social_media": ["https://www.instagram.com/", "https://l.facebook.com/", "https://t.co/x"],
    "referral": ["https://blog.partner.example/post", "https://Partner.Example/"],
    "paid_search": ["https://www.google.com/", None], "paid_social": ["https://l.facebook.com/", None],
}


def campaigns(random):
    """(id, the names it had): renamed ones, the same name under two ids, other case, spaces around it."""
    found = []
    for number in range(24):
        name = f"Campaign {number}"
        names = [name] * 6
        if number % 3 == 0:
            names += [name.upper(), f" {name} ", name.lower()]
        if number % 4 == 0:
            names += [f"Renamed {number}"]
        found.append((str(17_000_000_000 + number), names))
    found.append(("17999", ["Campaign 1"]))
    found += [(None, [text]) for text in HOSTILE] + [(str(170_000 + n), [text]) for n, text in enumerate(HOSTILE[:5])]
    found += [(None, [text]) for text in PLACEHOLDERS] + [("{campaignid}", ["{campaignname}"])]
    # Half of the template was filled.
    found += [("17998", ["{campaignname}"])]
    random.shuffle(found)
    return found


class Landings:
    """Landings with the parameters of Google's and Meta's templates, of letters, of nobody."""

    def __init__(self, random):
        self.random = random
        self.campaigns = campaigns(random)

    def parameters(self, source):
        random = self.random
        if source in ("direct", "referral") or (source == "organic_search" and random.random() < 0.9):
            return {}
        # A few campaigns bring most.
        identifier, names = self.campaigns[int(len(self.campaigns) * random.random() ** 2)]
        name = random.choice(names)
        number = sum(name.encode()) % 7
        if source == "paid_search":
            values = {
                "utm_source": "adwords", "utm_medium": f"Ad {number}", "utm_campaign": name,
                "utm_content": random.choice([f"Group {number}", f"group {number}"]),
                "utm_keyword": random.choice(["botox", "Botox", "botox near me", "{keyword}", None]),
                "utm_matchtype": random.choice("epb"), "campaign_id": identifier,
                "ad_group_id": identifier and f"{identifier}{number}",
                "ad_id": identifier and f"{identifier}9{number}", "gclid": f"Cj0{random.getrandbits(60):x}",
            }
        elif source == "paid_social":
            values = {
                "utm_source": "fb_ad", "utm_medium": f"Set {number}", "utm_campaign": name,
                "utm_content": f"Ad {number}", "campaign_id": identifier, "fbclid": f"IwAR{random.getrandbits(60):x}",
            }
        else:
            values = {
                "utm_source": random.choice(["newsletter", "Newsletter", "sms"]), "utm_medium": "email",
                "utm_campaign": name, "utm_term": random.choice([None, "spring", ""]),
            }
        return {key: value for key, value in values.items() if value is not None and random.random() < 0.97}

    def landing(self, source):
        """A URL, the referrer, and the parameters in it."""
        random = self.random
        values = self.parameters(source)
        coded = random.choice([quote, quote_plus])
        query = "&".join(f"{key}={coded(value, safe='')}" for key, value in values.items())
        page = random.choice(PAGES)
        url = f"{page}?{query}" if query else page
        if random.random() < 0.05:
            url += "#book"
        referrers = REFERRERS.get(source, [None])
        return url, random.choice(referrers), values


class Moments:
    """UTC milliseconds around the borders that go wrong: changes of the clock, midnights, months."""

    def __init__(self, random, zone, first, last):
        self.random = random
        self.zone = ZoneInfo(zone)
        self.first, self.last = first, last
        self.changes = list(self._changes())

    def _changes(self):
        at, end = midnight(self.first, self.zone), midnight(self.last, self.zone)
        offset = None
        while at < end:
            now = datetime.fromtimestamp(at / 1_000, self.zone).utcoffset()
            if offset is not None and now != offset:
                yield at
            offset = now
            at += 1_800_000

    def draw(self):
        random = self.random
        day = self.first + timedelta(days=random.randrange((self.last - self.first).days + 1))
        kind = random.random()
        if kind < 0.25 and self.changes:
            return random.choice(self.changes) + random.randrange(-5_400_000, 5_400_000)
        if kind < 0.45:
            return midnight(day, self.zone) + random.choice([-1, 0, 1, -1_000, 999, -3_600_000, 3_599_999])
        if kind < 0.5:
            return midnight(day.replace(day=1), self.zone) + random.choice([-1, 0])
        return midnight(day, self.zone) + random.randrange(86_400_000)


def midnight(day, zone):
    """When a day begins in a zone: where its clock jumps over midnight, the first moment behind the jump."""
    base = datetime(day.year, day.month, day.day, tzinfo=timezone.utc) - timedelta(hours=16)
    low, high = 0, 32 * 60
    # The first minute that is in that day, or behind it.
    while low < high:
        middle = (low + high) // 2
        if (base + timedelta(minutes=middle)).astimezone(zone).date() >= day:
            high = middle
        else:
            low = middle + 1
    return int((base + timedelta(minutes=low)).timestamp()) * 1_000
