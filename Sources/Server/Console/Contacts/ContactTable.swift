import Attribution
import CRM

/// The filters, the columns and the rows of the list of contacts.
struct ContactTable {
    let action: String
    let q: String?
    let keep: [HiddenField]
    let firstSources: [SourceChoice]
    let latestSources: [SourceChoice]
    let more: MoreFilters
    let filtered: Bool
    let activeFilters: [ActiveFilter]
    let clearHref: String
    let reviewChip: Chip?
    let countText: String
    let columnsAction: String
    let columnsKeep: [HiddenField]
    let columnGroups: [ColumnGroup]
    let columns: [Column]
    let rows: [Row]
    let newerHref: String?
    let olderHref: String?
    let pageText: String

    struct SourceChoice {
        let key: String
        let label: String
        let selected: Bool
    }

    struct ActiveFilter {
        let label: String
        let removeHref: String
    }

    struct Chip {
        let text: String
        let href: String
    }

    struct ColumnGroup {
        let label: String
        let choices: [Choice]

        struct Choice {
            let name: String
            let label: String
            let checked: Bool
        }
    }

    struct Column {
        let label: String
        let number = false
    }

    struct Row {
        let name: String
        let href: String
        let company: String?
        let review: String?
        let cells: [ContactCell]
    }

    /// What was found for a filter.
    struct Found {
        let page: ContactPage
        /// Counted no further than `ceiling`.
        let count: Int

        static let ceiling = 10_001
    }

    init(
        _ frame: Frame, _ paths: AccountPaths, _ filter: ContactFilter, _ found: Found, columns chosen: ContactColumns,
        fields: [CustomField]
    ) {
        action = paths.contacts
        q = filter.search
        keep = HiddenField.all(filter.parameters.filter { $0.name == "review" })
        firstSources = Self.sources(selected: filter.first)
        latestSources = Self.sources(selected: filter.latest)
        more = MoreFilters(filter)
        filtered = !filter.isEmpty
        activeFilters = filter.parameters.compactMap { parameter in
            Self.label(parameter.name, filter, frame.clock).map {
                ActiveFilter(label: $0, removeHref: filter.without(parameter.name).path(paths.contacts).text)
            }
        }
        clearHref = paths.contacts
        reviewChip = Self.reviewChip(frame.reviewCount, filter, paths)
        countText = found.count < Found.ceiling ? Count.text(found.count, "contact") : "More than 10,000 contacts"
        columnsAction = paths.contactColumns
        columnsKeep = HiddenField.all(filter.parameters)
        columnGroups = Self.groups(fields, chosen: chosen)
        let shown = chosen.chosen.compactMap { column in column.label(fields).map { (column: column, label: $0) } }
        columns = shown.map { Column(label: $0.label) }
        rows = found.page.contacts.map { detail in
            Row(
                detail, href: paths.contact(detail.contact.id),
                cells: shown.map {
                    ContactCell($0.column, label: $0.label, of: detail, fields: fields, frame.clock)
                })
        }
        let paging = Self.paging(filter, found, paths)
        newerHref = paging.newer
        olderHref = paging.older
        pageText = paging.text
    }

    private static func sources(selected: Source?) -> [SourceChoice] {
        Source.allCases.map { SourceChoice(key: $0.rawValue, label: $0.label, selected: $0 == selected) }
    }

    /// Nil for a parameter that only says more of another one.
    private static func label(_ name: String, _ filter: ContactFilter, _ clock: AccountClock) -> String? {
        switch name {
        case "q": "Search: \(filter.search ?? "")"
        case "first": "First: \(filter.first?.label ?? "")"
        case "latest": "Latest: \(filter.latest?.label ?? "")"
        case "tag": "Tag: \(filter.tag ?? "")"
        case "source": "Contact Source: \(filter.source ?? "")"
        case "from": filter.from.map { "Added from \(clock.date(clock.start(of: $0)))" }
        case "to": filter.to.map { "Added until \(clock.date(clock.start(of: $0)))" }
        case "review": "Needs review"
        default: filter.attribution.label(name)
        }
    }

    private static func reviewChip(_ count: Int, _ filter: ContactFilter, _ paths: AccountPaths) -> Chip? {
        guard count > 0, !filter.needsReview else { return nil }
        var toReview = ContactFilter()
        toReview.needsReview = true
        return Chip(
            text: "\(Count.grouped(count)) need\(count == 1 ? "s" : "") review",
            href: toReview.path(paths.contacts).text)
    }

    private static func groups(_ fields: [CustomField], chosen: ContactColumns) -> [ColumnGroup] {
        ContactColumns.groups(fields).map { group in
            ColumnGroup(
                label: group.label,
                choices: group.columns.map { column in
                    ColumnGroup.Choice(
                        name: column.rawValue, label: shortLabel(column, fields),
                        checked: chosen.chosen.contains(column))
                })
        }
    }

    /// Under its group's heading a column need not say which attribution it reads.
    private static func shortLabel(_ column: ContactColumn, _ fields: [CustomField]) -> String {
        guard case .attribution(let reference) = column else { return column.label(fields) ?? "" }
        return reference.field.label
    }

    private static func paging(
        _ filter: ContactFilter, _ found: Found, _ paths: AccountPaths
    ) -> (newer: String?, older: String?, text: String) {
        let contacts = found.page.contacts
        func link(_ name: String, _ contact: ContactDetail?, at position: Int) -> String? {
            contact.map {
                filter.path(paths.contacts).with(name, ContactCursor($0.contact).text).with("at", "\(position)").text
            }
        }
        let last = filter.position + contacts.count - 1
        let total = found.count < Found.ceiling ? Count.grouped(max(found.count, last)) : "more than 10,000"
        let newest = filter.position - ContactFilter.pageSize
        return (
            found.page.hasNewer ? link("newer", contacts.first, at: max(1, newest)) : nil,
            found.page.hasOlder ? link("older", contacts.last, at: last + 1) : nil,
            "\(Count.grouped(filter.position))–\(Count.grouped(max(last, 1))) of \(total)"
        )
    }
}

extension ContactTable.Row {
    init(_ detail: ContactDetail, href: String, cells: [ContactCell]) {
        name = detail.contact.displayName
        self.href = href
        let company = detail.contact.properties[.companyName]
        self.company = company == name ? nil : company
        review = detail.contact.needsReview == nil ? nil : "Needs review"
        self.cells = cells
    }
}
