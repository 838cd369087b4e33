import Database

extension Schema {
    @Sendable static func conversions(_ d: Dialect) -> [String] {
        [
            """
            create table forms (
                account_id \(d.int64) not null references accounts (id),
                id \(d.text) not null unique,
                name \(d.text) not null check (name <> ''),
                definition \(d.text) not null,
                created_at \(d.int64) not null,
                updated_at \(d.int64) not null,
                archived_at \(d.int64),
                primary key (account_id, id)
            ) \(d.strict)
            """,
            """
            create table conversions (
                account_id \(d.int64) not null references accounts (id),
                id \(d.text) not null,
                event_id \(d.blob),
                kind \(d.text) not null,
                status \(d.text) not null check (status in ('accepted', 'held', 'discarded', 'split')),
                held_reason \(d.text),
                payload \(d.text),
                contact_id \(d.text),
                visitor_id \(d.blob),
                session_id \(d.blob),
                form_id \(d.text),
                form_name \(d.text),
                page_url \(d.text),
                fields \(d.text) not null,
                occurred_at \(d.int64) not null,
                received_at \(d.int64) not null,
                primary key (account_id, id),
                check (status <> 'accepted' or contact_id is not null),
                check (status <> 'held' or (held_reason is not null and payload is not null))
            ) \(d.clustered)
            """,
            "create index conversions_by_contact on conversions (account_id, contact_id, occurred_at)",
            "create index conversions_by_age on conversions (account_id, received_at, id)",
            "create index conversions_by_status on conversions (account_id, status, received_at, id)",
            "create index conversions_by_form on conversions (account_id, form_id, received_at, id)",
            // What a conversion overwrote, so that Undo can give it back.
            """
            create table contact_changes (
                account_id \(d.int64) not null,
                conversion_id \(d.text) not null,
                field \(d.text) not null,
                contact_id \(d.text) not null,
                ordinal \(d.int64) not null,
                old_value \(d.text),
                new_value \(d.text),
                primary key (account_id, conversion_id, field),
                foreign key (account_id, contact_id) references contacts (account_id, id) on delete cascade
            ) \(d.clustered)
            """,
            "create index contact_changes_by_contact on contact_changes (account_id, contact_id, field, ordinal)",
            """
            create table attributions (
                account_id \(d.int64) not null,
                id \(d.text) not null,
                contact_id \(d.text) not null,
                created_at \(d.int64) not null,
                source \(d.text) not null,
                rule_number \(d.text),
                rule_set \(d.text),
                rule_set_version \(d.int64),
                catalogue_version \(d.int64),
                verdict \(d.text),
                own_domains \(d.text) not null,
                imported \(d.bool) not null,
                landing_at \(d.int64),
                carried_from_at \(d.int64),
                direct_url \(d.text),
                direct_referrer \(d.text),
                truncated \(d.text),
                url \(d.text),
                page_url \(d.text),
                referrer \(d.text),
                campaign \(d.text),
                campaign_id \(d.text),
                ad_group_id \(d.text),
                ad_id \(d.text),
                ad_name \(d.text),
                utm_source \(d.text),
                utm_medium \(d.text),
                utm_campaign \(d.text),
                utm_content \(d.text),
                utm_term \(d.text),
                utm_keyword \(d.text),
                utm_matchtype \(d.text),
                utm_event_source \(d.text),
                gclid \(d.text),
                gbraid \(d.text),
                wbraid \(d.text),
                msclkid \(d.text),
                dclid \(d.text),
                fbclid \(d.text),
                ttclid \(d.text),
                ctwa_clid \(d.text),
                fbc \(d.text),
                fbp \(d.text),
                fb_event_id \(d.text),
                ga_client_id \(d.text),
                ga_session_id \(d.text),
                user_agent \(d.text),
                ip \(d.text),
                ip_is_whole \(d.bool) not null,
                medium \(d.text),
                medium_id \(d.text),
                form_name \(d.text),
                submission_id \(d.text),
                visitor_id \(d.text),
                ig_sid \(d.text),
                p_sid \(d.text),
                post_id \(d.text),
                primary key (account_id, id),
                foreign key (account_id, contact_id) references contacts (account_id, id) on delete cascade
            ) \(d.clustered)
            """,
            "create index attributions_by_contact on attributions (account_id, contact_id, id)",
            "create index attributions_with_whole_ip on attributions (account_id, created_at) where ip_is_whole",
        ]
    }
}
