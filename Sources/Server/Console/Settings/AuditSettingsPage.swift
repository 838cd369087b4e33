import CRM

/// Who changed what, and when.
struct AuditSettingsPage: ConsolePage {
    static let template = "console/settings-audit"

    let shell: Shell
    let tabs: [Link]
    let formAction: String
    let wheres: [FieldControl.Option]
    let actions: [FieldControl.Option]
    let who: Who?
    let csvHref: String
    let entries: [Line]
    let olderHref: String?
    let newestHref: String?

    struct Who {
        let label: String
        let value: String
        let clearHref: String
    }

    struct Line {
        let iso: String
        let when: String
        let who: String
        let whoHref: String?
        let what: String
        let subject: String?
        let account: String?
    }

    /// - Parameters:
    ///   - found: one more than the page shows, where there are older ones.
    ///   - people: whose addresses stand in the place of their ids.
    init(_ frame: Frame, _ paths: AccountPaths, _ filter: AuditFilter, _ found: [AuditEntry], _ people: [User]) {
        shell = SettingsTab.audit.shell(frame)
        tabs = SettingsTab.audit.links(frame, paths)
        formAction = paths.audit
        wheres = [
            FieldControl.Option(value: "account", label: "This account", selected: !filter.isEverywhere),
            FieldControl.Option(value: "all", label: "The whole server", selected: filter.isEverywhere),
        ]
        actions =
            [FieldControl.Option(value: "", label: "Everything", selected: filter.action == nil)]
            + AuditAction.allCases.map {
                FieldControl.Option(value: $0.rawValue, label: $0.label, selected: $0 == filter.action)
            }
        var everybody = filter
        everybody.actor = nil
        let shown = found.prefix(AuditFilter.pageSize)
        who = filter.actor.map { actor in
            Who(label: shown.first?.who ?? actor, value: actor, clearHref: everybody.path(paths.audit))
        }
        csvHref = filter.path(paths.auditCSV)
        entries = shown.map { Line($0, filter, frame, paths, people) }
        olderHref =
            found.count > shown.count ? shown.last.map { filter.path(paths.audit, before: $0.id) } : nil
        newestHref = filter.before == nil ? nil : filter.path(paths.audit)
    }
}

extension AuditSettingsPage.Line {
    fileprivate init(
        _ entry: AuditEntry, _ filter: AuditFilter, _ frame: Frame, _ paths: AccountPaths, _ people: [User]
    ) {
        iso = entry.at.iso8601
        when = "\(frame.clock.date(entry.at)), \(frame.clock.second(entry.at))"
        who = entry.who
        var theirs = filter
        theirs.actor = entry.actorID
        whoHref = entry.actorID == nil || filter.actor != nil ? nil : theirs.path(paths.audit)
        what = entry.action.label
        subject = entry.subject.map { subject in
            people.first { $0.id.rawValue == subject }?.email.text ?? subject
        }
        account = entry.accountName ?? entry.account.map { "Account \($0.rawValue), deleted" }
    }
}
