import Database

extension UndoStore {
    /// Conversion, attribution, timeline, visitor and visits go where the submission goes.
    static func moveTraces(
        _ connection: Connection, _ account: AccountID, of conversion: Conversion, from former: ContactID,
        to contact: ContactID, now: Milliseconds
    ) throws {
        try ConversionStore.move(connection, account, conversion.id, to: contact)
        try AttributionStore.move(connection, account, of: conversion.id, from: former, to: contact)
        try connection.execute(
            "update timeline set contact_id = $4 where account_id = $1 and contact_id = $2 and conversion_id = $3",
            [account, former, conversion.id, contact])
        try connection.execute(
            """
            update visitors set contact_id = $4, linked_at = $5, linked_by = 'undo'
            where account_id = $1 and id = $2 and contact_id = $3
            """, [account, conversion.visitor, former, contact, now])
        try moveSession(connection, account, of: conversion, from: former, to: contact)
        try moveVisits(connection, account, of: conversion, from: former, to: contact)
    }

    /// The submission's own session, when nothing else of the former contact is in it.
    private static func moveSession(
        _ connection: Connection, _ account: AccountID, of conversion: Conversion, from former: ContactID,
        to contact: ContactID
    ) throws {
        try connection.execute(
            """
            update sessions set contact_id = $4
            where account_id = $1 and id = $2 and contact_id = $3 and not exists (
                select 1 from conversions
                where conversions.account_id = $1 and conversions.session_id = $2 and conversions.contact_id = $3)
            """, [account, conversion.session, former, contact])
    }

    /// All the visitor's sessions, when nothing but this submission had made them the former contact's.
    private static func moveVisits(
        _ connection: Connection, _ account: AccountID, of conversion: Conversion, from former: ContactID,
        to contact: ContactID
    ) throws {
        try connection.execute(
            """
            update sessions set contact_id = $4
            where account_id = $1 and visitor_id = $2 and contact_id = $3 and not exists (
                select 1 from conversions
                where conversions.account_id = $1 and conversions.visitor_id = $2 and conversions.contact_id = $3)
            """, [account, conversion.visitor, former, contact])
    }
}
