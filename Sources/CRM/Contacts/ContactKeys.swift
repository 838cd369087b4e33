import Database

/// The e-mail address and the phone number by which an account knows a contact again.
struct ContactKeys {
    private let keys: [(property: ContactProperty, key: String)]

    /// - Parameter first: which of the two counts more.
    init(email: String?, phone: String?, first: DuplicatePolicy.Order) {
        let email = email.flatMap(EmailAddress.init).map { (property: ContactProperty.email, key: $0.key) }
        let phone = phone.flatMap(PhoneNumber.init).map { (property: ContactProperty.phone, key: $0.key) }
        switch first {
        case .email: keys = [email, phone].compactMap { $0 }
        case .phone: keys = [phone, email].compactMap { $0 }
        }
    }

    /// Makes everybody else who brings one of them wait until this transaction ends. Capture claims e-mails only, so the
    /// e-mail comes first.
    func claim(_ connection: Connection, _ account: AccountID, now: Milliseconds) throws {
        for (property, key) in keys where property == .email {
            try ContactStore.claim(connection, emailKeys: [Scoped(account, key)], now: now)
        }
        for (property, key) in keys where property == .phone {
            try ContactStore.claim(connection, phoneKey: Scoped(account, key), now: now)
        }
    }

    /// For each key the contact that has it, of several the one that was updated last; what counts more comes first.
    func owners(
        _ connection: Connection, _ account: AccountID
    ) throws -> [(property: ContactProperty, contact: Contact)] {
        try keys.compactMap { property, key in
            let column = property == .email ? "email_key" : "phone_key"
            let row = try connection.row(
                """
                select \(ContactStore.columns) from contacts where account_id = $1 and \(column) = $2
                order by updated_at desc, id desc limit 1
                """, [account, key])
            return try row.map { (property, try ContactStore.contact($0)) }
        }
    }
}
