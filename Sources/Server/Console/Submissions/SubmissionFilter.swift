import CRM

/// Which submissions a list shows, as its address says it.
struct SubmissionFilter: Equatable {
    /// The tabs above the list, in order.
    enum Tab: String, CaseIterable {
        case all, accepted, held, discarded, refused

        var label: String {
            switch self {
            case .all: "All"
            case .accepted: "Accepted"
            case .held: "Held"
            case .discarded: "Discarded"
            case .refused: "Refused"
            }
        }

        var status: Conversion.Status? {
            switch self {
            case .all, .refused: nil
            case .accepted: .accepted
            case .held: .held
            case .discarded: .discarded
            }
        }
    }

    let tab: Tab
    let form: String?
    let olderThan: SubmissionCursor?
    let newerThan: SubmissionCursor?

    init(_ query: FormBody) {
        tab = query.text("status").flatMap(Tab.init(rawValue:)) ?? .all
        form = query.text("form").map { String($0.prefix(300)) }
        olderThan = query.text("older").flatMap(SubmissionCursor.init(text:))
        newerThan = query.text("newer").flatMap(SubmissionCursor.init(text:))
    }

    var query: SubmissionQuery {
        var query = SubmissionQuery()
        query.status = tab.status
        query.formID = form
        query.olderThan = olderThan
        query.newerThan = newerThan
        return query
    }

    func path(_ paths: AccountPaths, tab: Tab? = nil) -> ConsolePath {
        let tab = tab ?? self.tab
        return ConsolePath(paths.submissions).with("status", tab == .all ? nil : tab.rawValue).with("form", form)
    }
}

extension SubmissionCursor {
    var text: String { "\(receivedAt)-\(id)" }

    init(_ conversion: Conversion) {
        self.init(receivedAt: conversion.receivedAt, id: conversion.id)
    }

    init?(text: String) {
        let parts = text.split(separator: "-", maxSplits: 1)
        guard parts.count == 2, let receivedAt = Milliseconds(String(parts[0])), parts[1].utf8.count <= 100 else {
            return nil
        }
        self.init(receivedAt: receivedAt, id: ConversionID(rawValue: String(parts[1])))
    }
}
