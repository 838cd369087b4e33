import Database

/// Gives a contact back what one submission had overwritten.
struct Restoration {
    let account: AccountID
    let conversion: Conversion
    let contact: ContactID
    let now: Milliseconds

    func run(_ connection: Connection) throws {
        guard var draft = try ContactStore.drafts(connection, [Scoped(account, contact)]).values.first else { return }
        let changes = try ConversionStore.changes(connection, account, of: conversion.id)
        for change in changes {
            try giveBack(change, to: &draft, connection)
        }
        if changes.contains(where: { $0.field == ContactProperty.email.rawValue }) { draft.contact.needsReview = nil }
        draft.touch(now: now)
        try ContactStore.save(connection, drafts: [(account, draft)])
        try ConversionStore.deleteChanges(connection, account, of: conversion.id)
    }

    /// The value itself when it is still this submission's; else what a later one would give back.
    private func giveBack(
        _ change: ContactDraft.Change, to draft: inout ContactDraft, _ connection: Connection
    ) throws {
        if let next = try UndoStore.next(connection, account, after: change, of: conversion.id, on: contact) {
            draft.forgetEmail(of: change)
            if next.old == change.new {
                try UndoStore.setOld(connection, account, change, of: next.conversion)
            }
        } else if change.isTag,
            let other = try UndoStore.another(connection, account, withFormOf: conversion, on: contact)
        {
            try UndoStore.hand(connection, account, change, from: conversion.id, to: other)
        } else {
            draft.giveBack(change, now: now)
        }
    }
}

extension ContactDraft.Change {
    fileprivate var isTag: Bool { field.hasPrefix("tag:") }
}
