"""What ads cost, chosen by a seeded generator: at every level, the same money at several, under names that change."""
import random
from datetime import date, timedelta

# The largest figures that one cost may have.
MOST = 10**12
PLATFORMS = ("google", "facebook")


def costs(seed, currency, digits):
    """Some weeks of costs: campaigns under other names later, days without any, one that nobody came by."""
    draw = random.Random(f"costs {seed}")
    for number in range(45):
        day = (date(2026, 9, 20) + timedelta(days=number)).isoformat()
        for platform in PLATFORMS:
            for campaign in (0, 1, 2, 4, 8, 12, 999):
                if draw.random() < 0.8:
                    name = f"Campaign {campaign}" if number < 30 else f" RENAMED {campaign}"
                    place = {"level": "campaign", "campaignId": str(17_000_000_000 + campaign), "campaignName": name}
                    yield Spent(draw, currency, digits).row(platform, day, place)
            for place in below(draw, platform):
                if draw.random() < 0.4:
                    yield Spent(draw, currency, digits).row(platform, day, place)
    # More than anybody has: a day's largest figures, once.
    largest = {"impressions": MOST, "clicks": MOST, "cost": exact(MOST, digits), "currency": currency}
    place = {"level": "campaign", "campaignId": "17000000003", "campaignName": "Campaign 3"}
    yield {"platform": "google", "day": "2026-09-21", **place, **largest}


class Spent:
    """One cost, now and then in a currency that has another rate, or none."""

    def __init__(self, draw, currency, digits):
        self.draw, self.currency, self.digits = draw, currency, digits

    def row(self, platform, day, place):
        draw = self.draw
        currency = draw.choice([self.currency] * 8 + ["JPY", "GBP"])
        digits = 0 if currency == "JPY" else self.digits if currency == self.currency else 2
        return {"platform": platform, "day": day, **place, "impressions": draw.randrange(5_000),
                "clicks": draw.randrange(300), "cost": exact(draw.randrange(9_000_000), digits), "currency": currency}


def below(draw, platform):
    """What stands below campaigns: of some beside costs of the whole campaign, of others alone, of one by names."""
    for campaign in (1, 5, 6):
        above = {"campaignId": str(17_000_000_000 + campaign), "campaignName": f"Campaign {campaign}"}
        for number in (0, 3, 5, 6):
            name = draw.choice([f"Group {number}", f" group {number} "])
            if platform == "google":
                group = {"adGroupId": f"{above['campaignId']}{number}", "adGroupName": name}
                ad = {"adId": f"{above['campaignId']}9{number}", "adName": draw.choice([f"Ad {number}", "New"])}
                yield {"level": "keyword", **above, **group, "keyword": draw.choice(["botox", "Botox", "filler"]),
                       "matchType": draw.choice("epb")}
            else:
                group = {"adSetId": str(23_000 + number), "adSetName": f"Set {number}"} if campaign == 6 else {
                    "adSetName": draw.choice([f"Set {number}", f"SET {number}"])}
                ad = {"adName": f"Ad {number}"}
            if campaign != 6 or number == 3:
                yield {"level": draw.choice(["adGroup", "adSet"]), **above, **group}
            yield {"level": "ad", **above, **group, **ad}
    if platform == "google":
        yield {"level": "adGroup", "campaignName": "Campaign 9", "adGroupName": "Group 2"}
        yield {"level": "keyword", "campaignName": "Campaign 9", "keyword": "botox near me", "matchType": "b"}


def exact(units, digits):
    """An amount as a program writes it."""
    text = str(units).rjust(digits + 1, "0")
    return f"{text[:-digits]}.{text[-digits:]}" if digits else text
