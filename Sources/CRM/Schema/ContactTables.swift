import Database

extension Schema {
    @Sendable static func contacts(_ d: Dialect) -> [String] {
        [
            """
            create table contacts (
                account_id \(d.int64) not null references accounts (id),
                id \(d.text) not null,
                first_name \(d.text),
                last_name \(d.text),
                email \(d.text),
                email_key \(d.text),
                phone \(d.text),
                phone_key \(d.text),
                address1 \(d.text),
                city \(d.text),
                state \(d.text),
                postal_code \(d.text),
                country \(d.text),
                company_name \(d.text),
                website \(d.text),
                contact_source \(d.text),
                time_zone \(d.text),
                created_at \(d.int64) not null,
                updated_at \(d.int64) not null,
                created_by_source \(d.text) not null,
                created_by_channel \(d.text) not null,
                needs_review \(d.text),
                first_attribution_id \(d.text),
                latest_attribution_id \(d.text),
                first_source \(d.text),
                latest_source \(d.text),
                original_channel \(d.text),
                original_campaign \(d.text),
                original_medium \(d.text),
                original_source \(d.text),
                original_term \(d.text),
                original_referrer \(d.text),
                primary key (account_id, id)
            ) \(d.clustered)
            """,
            "create index contacts_by_age on contacts (account_id, created_at, id)",
            "create index contacts_by_first_source on contacts (account_id, first_source, created_at, id)",
            "create index contacts_by_latest_source on contacts (account_id, latest_source, created_at, id)",
            "create index contacts_by_email on contacts (account_id, email_key, updated_at) where email_key is not null",
            "create index contacts_by_phone on contacts (account_id, phone_key, updated_at) where phone_key is not null",
            "create index contacts_to_review on contacts (account_id, created_at) where needs_review is not null",
            // Two writers that bring the same new address take the same row first: one creates, the other finds.
            """
            create table contact_claims (
                account_id \(d.int64) not null references accounts (id),
                kind \(d.text) not null check (kind in ('email', 'phone')),
                value \(d.text) not null,
                claimed_at \(d.int64) not null,
                primary key (account_id, kind, value)
            ) \(d.clustered)
            """,
            """
            create table contact_emails (
                account_id \(d.int64) not null,
                contact_id \(d.text) not null,
                email \(d.text) not null,
                primary key (account_id, contact_id, email),
                foreign key (account_id, contact_id) references contacts (account_id, id) on delete cascade
            ) \(d.clustered)
            """,
            """
            create table contact_tags (
                account_id \(d.int64) not null,
                contact_id \(d.text) not null,
                tag \(d.text) not null check (tag <> ''),
                primary key (account_id, contact_id, tag),
                foreign key (account_id, contact_id) references contacts (account_id, id) on delete cascade
            ) \(d.clustered)
            """,
            "create index contact_tags_by_tag on contact_tags (account_id, tag, contact_id)",
            // The lower-cased words of name, e-mail, phone and company: search is a prefix range on an index.
            """
            create table contact_terms (
                account_id \(d.int64) not null,
                term \(d.text) not null,
                contact_id \(d.text) not null,
                primary key (account_id, term, contact_id),
                foreign key (account_id, contact_id) references contacts (account_id, id) on delete cascade
            ) \(d.clustered)
            """,
            "create index contact_terms_by_contact on contact_terms (account_id, contact_id)",
            """
            create table custom_fields (
                account_id \(d.int64) not null references accounts (id),
                id \(d.text) not null,
                key \(d.text) not null,
                name \(d.text) not null,
                type \(d.text) not null,
                options \(d.text) not null,
                fillable \(d.bool) not null,
                derived_from \(d.text),
                position \(d.int64) not null,
                primary key (account_id, id),
                unique (account_id, key)
            ) \(d.strict)
            """,
            """
            create table contact_field_values (
                account_id \(d.int64) not null,
                contact_id \(d.text) not null,
                field_id \(d.text) not null,
                value \(d.text) not null,
                primary key (account_id, contact_id, field_id),
                foreign key (account_id, contact_id) references contacts (account_id, id) on delete cascade,
                foreign key (account_id, field_id) references custom_fields (account_id, id) on delete cascade
            ) \(d.clustered)
            """,
            """
            create table field_mappings (
                account_id \(d.int64) not null references accounts (id),
                field_name \(d.text) not null,
                target \(d.text) not null,
                primary key (account_id, field_name)
            ) \(d.clustered)
            """,
            """
            create table timeline (
                account_id \(d.int64) not null,
                contact_id \(d.text) not null,
                at \(d.int64) not null,
                id \(d.text) not null,
                conversion_id \(d.text),
                entry \(d.text) not null,
                primary key (account_id, contact_id, at, id),
                foreign key (account_id, contact_id) references contacts (account_id, id) on delete cascade
            ) \(d.clustered)
            """,
        ]
    }
}
