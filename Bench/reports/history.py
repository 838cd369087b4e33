"""A year of visits, contacts and deals as columns in DuckDB: the same numbers make the same rows.

What is skewed in life is skewed here: a few campaigns bring most visits, a few pages receive them, and one visitor in
five becomes a contact, of whom some come back by another road.
"""
import duckdb

DAY = 86_400_000

# A share of the visits, the rule and the label that the classic rules give, and where the visit came from.
CHANNELS = [
    # name, share, source, rule, rule's name, platform, referrer
    ("google_ads", 0.22, "paid_search", "1", "AdWords template", "Google", "https://www.google.com/"),
    ("meta_ads", 0.18, "paid_social", "4", "Paid social template", "Facebook", "https://l.facebook.com/"),
    ("google", 0.18, "organic_search", "6", "Search engine", "Google", "https://www.google.com/"),
    ("bing", 0.05, "organic_search", "6", "Search engine", "Bing", "https://www.bing.com/"),
    ("typed", 0.17, "direct", "8", "Direct", None, None),
    ("partner", 0.08, "referral", "7", "Other website", None, "https://blog.partner.example/"),
    ("instagram", 0.05, "social_media", "5", "Social or video site", "Instagram", "https://www.instagram.com/"),
    ("newsletter", 0.04, "others", "9", "No rule covers it", None, None),
    ("microsoft_ads", 0.03, "paid_search", "2", "Click ID of a search ad", "Microsoft", "https://www.bing.com/"),
]

FIRST_NAMES = "Ada Ben Cleo Dan Eve Finn Gia Hal Ivy Jon Kim Lea Max Nia Oli Pia Quin Rae Sam Tia".split()
LAST_NAMES = "Abel Brook Cole Dane Ellis Ford Gray Hart Irwin Jonas Keller Lane Moss North Owen Price".split()
CITIES = "Austin Boston Chicago Denver Fresno Houston Miami Portland Reno Tampa".split()


def make(path, visits, contacts, end, days=365, seed=1):
    """Fills the DuckDB file at `path`, whose last visit is at `end` (UTC milliseconds)."""
    database = duckdb.connect(str(path))
    database.execute("set threads = 2")
    database.execute("set preserve_insertion_order = true")
    values = ", ".join(
        "(" + ", ".join("null" if cell is None else repr(cell) for cell in row) + ")" for row in with_borders(CHANNELS)
    )
    database.execute(
        "create table channels (name text, source text, rule text, rule_name text, platform text, referrer text,"
        f" low double, high double); insert into channels values {values}"
    )
    # A number between 0 and 1 that follows from a row's number, one for each purpose.
    database.execute(
        f"create macro chance(number, purpose) as"
        f" (hash(number, purpose, {int(seed)}) >> 11)::double / 9007199254740992.0"
    )
    database.execute(
        "create macro names(number, purpose, list) as"
        " list[1 + (chance(number, purpose) * len(list))::int % len(list)]"
    )
    make_visits(database, visits, end, days)
    make_contacts(database, visits, contacts)
    return database


def with_borders(channels):
    """The channels with the stretch of [0, 1) that is theirs."""
    low = 0.0
    for name, share, *rest in channels:
        yield name, *rest, low, low + share + 1e-9
        low += share


def make_visits(database, visits, end, days):
    length = days * DAY
    database.execute(
        f"""
        create table visits as
        with moments as (
            select i, {end} - {length} + ({length}.0 * (i + 1) / {visits})::bigint as even from range({visits}) r(i)
        ), drawn as (
            select i,
                -- More by day than by night, and never out of order.
                least({end}, even + (2 * 3600000 * (sin(2 * pi() * even / {DAY}.0) - 1))::bigint) as ms,
                chance(i, 1) as channel_chance, pow(chance(i, 2), 3) as campaign_chance, chance(i, 3) as inner_chance,
                pow(chance(i, 4), 2.5) as page_chance,
                case when chance(i, 5) < 0.4 then greatest(0, (i * 0.6)::bigint - (chance(i, 6) * 20000)::bigint)
                    else (i * 0.6)::bigint end as visitor
            from moments
        ), placed as (
            select d.*, c.* exclude (low, high),
                'https://' || case when inner_chance < 0.05 then 'book.clinic.example'
                    when inner_chance < 0.5 then 'www.clinic.example' else 'clinic.example' end
                    || '/treatments/' || (page_chance * 300)::int as page,
                (campaign_chance * 300)::int as search_campaign, (campaign_chance * 200)::int as social_campaign,
                (campaign_chance * 40)::int as letter
            from drawn d join channels c on d.channel_chance >= c.low and d.channel_chance < c.high
        ), tagged as (
            select i, ms, visitor, name, source, rule, rule_name, platform, referrer, page,
                case name when 'google_ads' then 'adwords' when 'meta_ads' then 'fb_ad'
                    when 'newsletter' then 'newsletter' end as utm_source,
                case name when 'google_ads' then 'ad ' || search_campaign % 7
                    when 'meta_ads' then 'set ' || social_campaign % 5
                    when 'newsletter' then 'email' end as utm_medium,
                case name when 'google_ads' then case when search_campaign % 9 = 0 and chance(i, 7) < 0.2
                        then 'SEARCH Campaign ' || search_campaign else 'Search Campaign ' || search_campaign end
                    when 'meta_ads' then 'Social Campaign ' || social_campaign
                    when 'newsletter' then 'Letter ' || letter end as utm_campaign,
                case name when 'google_ads' then 'group ' || search_campaign % 11
                    when 'meta_ads' then 'video ' || social_campaign % 6 end as utm_content,
                case name when 'google_ads' then 'keyword ' || (campaign_chance * 900)::int end as utm_keyword,
                case name when 'google_ads' then ['e', 'p', 'b'][1 + search_campaign % 3] end as utm_matchtype,
                case name when 'google_ads' then (17000000000 + search_campaign)::text
                    when 'meta_ads' then (23850000000 + social_campaign)::text end as campaign_id,
                case name when 'google_ads' then (140000000000 + search_campaign * 20 + search_campaign % 11)::text
                    end as ad_group_id,
                case name when 'google_ads' then (600000000000 + search_campaign * 20 + search_campaign % 7)::text
                    end as ad_id,
                case name when 'google_ads' then 'Cj0KCQiA' || format('{{:016x}}', hash(i, 8)) end as gclid,
                case name when 'meta_ads' then 'IwAR' || format('{{:016x}}', hash(i, 9)) end as fbclid,
                case name when 'microsoft_ads' then format('{{:016x}}', hash(i, 10)) end as msclkid
            from placed
        )
        select *, page || coalesce('?' || nullif(concat_ws('&',
                'utm_source=' || utm_source, 'utm_medium=' || replace(utm_medium, ' ', '%20'),
                'utm_campaign=' || replace(utm_campaign, ' ', '%20'), 'utm_content=' || replace(utm_content, ' ', '+'),
                'utm_keyword=' || replace(utm_keyword, ' ', '+'), 'utm_matchtype=' || utm_matchtype,
                'campaign_id=' || campaign_id, 'ad_group_id=' || ad_group_id, 'ad_id=' || ad_id,
                'gclid=' || gclid, 'fbclid=' || fbclid, 'msclkid=' || msclkid), ''), '') as url,
            unhex(format('{{:012x}}7{{:03x}}8000{{:012x}}', ms, i % 4096, i)) as id,
            unhex(format('0000000000007000{{:04x}}{{:012x}}', 32768, visitor)) as visitor_id
        from tagged order by i
        """
    )


def make_contacts(database, visits, contacts):
    """Contact j comes of one of the visits of its stretch; one in six comes back later by another visit."""
    stretch = visits // contacts
    # The events: first the one that makes the contact, then the second of those who come back.
    database.execute(
        f"""
        create table conversions as
        with born as (
            select j, j * {stretch} + (chance(j, 20) * {stretch})::bigint % {stretch} as visit, 1 as ordinal
            from range({contacts}) r(j)
        ), back as (
            select j, least({visits - 1}, visit + 1000 + (chance(j, 21) * {max(1, visits // 20)})::bigint) as visit,
                2 as ordinal
            from born where chance(j, 22) < 0.16
        )
        select e.j, e.ordinal, v.ms + 90000 as ms, v.* exclude (ms),
            case when chance(e.j, 23 + e.ordinal) < 0.12 then 'calendar' when chance(e.j, 23 + e.ordinal) < 0.5
                then 'External Form' else 'form' end as medium,
            ['Consultation', 'Contact us', 'Book now', 'Offer', 'Call back'][1 + (chance(e.j, 27) * 5)::int % 5]
                as form_name,
            format('0A{{:018d}}', e.j * 2 + e.ordinal) as attribution_id,
            format('0B{{:018d}}', e.j * 2 + e.ordinal) as conversion_id, format('0C{{:018d}}', e.j) as contact_id
        from (from born union all from back) e join visits v on v.i = e.visit
        order by e.j, e.ordinal
        """
    )
    database.execute(
        f"""
        create table contacts as
        select f.j, f.contact_id as id, names(f.j, 30, {FIRST_NAMES!r}) as first_name,
            names(f.j, 31, {LAST_NAMES!r}) as last_name, 'lead-' || f.j || '@example.com' as email,
            '+1555' || lpad((f.j % 10000000)::text, 7, '0') as phone, (f.j % 900 + 1) || ' Main Street' as address1,
            names(f.j, 32, {CITIES!r}) as city, 'TX' as state, lpad((f.j % 99999)::text, 5, '0') as postal_code,
            'US' as country, f.form_name as contact_source, f.ms as created_at, coalesce(l.ms, f.ms) as updated_at,
            f.attribution_id as first_attribution_id,
            coalesce(l.attribution_id, f.attribution_id) as latest_attribution_id,
            f.source as first_source, coalesce(l.source, f.source) as latest_source
        from conversions f left join conversions l on l.j = f.j and l.ordinal = 2
        where f.ordinal = 1 order by f.j
        """
    )
    database.execute(
        """
        create table tags as
        select distinct id as contact_id, 'tag ' || (pow(chance(j, 40 + k), 2) * 30)::int as tag
        from contacts, range(2) r(k) where chance(j, 50 + k) < 0.3 order by 1, 2
        """
    )
    database.execute(
        """
        create table opportunities as
        select format('0D{:018d}', j) as id, id as contact_id, first_name || ' ' || last_name as name,
            case when chance(j, 60) < 0.35 then 'won' when chance(j, 60) < 0.6 then 'lost' else 'open' end as status,
            (10000 + pow(chance(j, 61), 4) * 900000)::bigint as value,
            case when chance(j, 62) < 0.03 then 'EUR' else 'USD' end as currency, created_at + 60000 as created_at,
            created_at + 60000 + (chance(j, 63) * 2592000000)::bigint as status_changed_at
        from contacts where chance(j, 64) < 0.3 order by j
        """
    )
    database.execute(
        """
        create table visitors as
        select v.visitor_id as id, min(v.ms) as first_seen_at, arg_min(v.url, v.i) as first_url,
            arg_min(v.referrer, v.i) as first_referrer, min(c.contact_id) as contact_id
        from visits v left join conversions c on c.i = v.i and c.ordinal = 1 group by 1 order by 1
        """
    )
