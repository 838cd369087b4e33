"""Compares what was acknowledged with what is stored: every event once, and for each address one contact."""
from collections import Counter


def settle(server, ledger, *, all_acknowledged=True):
    """Prints sent, acknowledged and stored; fails when something acknowledged is missing, or anything is there twice.

    `server` exports what is stored. With `all_acknowledged` the senders have retried until everything was acknowledged.
    """
    lines = {"form_submission": server.export("conversions"), "page_view": server.export("page-views")}
    stored = {kind: [line["eventId"] for line in lines[kind]] for kind in lines}
    addresses = Counter(line["email"] for line in server.export("contacts"))
    found = [name for names in stored.values() for name in names]
    twice = [name for name, count in Counter(found).items() if count > 1]
    lost = set(ledger.acknowledged) - set(found)
    repeated = Counter(ledger.acknowledged.values())["duplicate"]
    print(
        f"\nsent {len(ledger.events)} events in {ledger.tries} tries, acknowledged {len(ledger.acknowledged)} "
        f"({repeated} as known already), stored {len(found)}, lost {len(lost)}, twice {len(twice)}; "
        f"answers {dict(ledger.answers)}")
    places = sorted(list(ledger.acknowledged).index(name) for name in lost)
    assert not lost, f"acknowledged as number {places[:1]} to {places[-1:]}, and not there"
    assert not twice, twice[:3]
    assert set(found) <= set(ledger.events)
    for kind, names in stored.items():
        assert set(names) <= ledger.ids(kind)
    assert addresses == Counter({ledger.events[name]["fields"]["email"] for name in stored["form_submission"]})
    assert counted(server.export("sessions")) == {
        kind: Counter(line["sessionId"] for line in lines[kind]) for kind in lines}
    if all_acknowledged:
        assert set(ledger.acknowledged) == set(ledger.events) == set(found)


def counted(sessions):
    """What the sessions themselves say that they hold: a lost update would make it less."""
    return {
        kind: +Counter({line["sessionId"]: line[name] for line in sessions})
        for kind, name in (("form_submission", "conversions"), ("page_view", "pageViews"))}
