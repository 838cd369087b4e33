import CRM

/// Some of the account's tags, by name.
struct TagSettingsPage: ConsolePage {
    static let template = "console/settings-tags"

    let shell: Shell
    let tabs: [Link]
    let errors: [FormError]
    let tags: [Line]
    let nextHref: String?
    let readOnly: Bool
    let addAction: String
    let fields: [FieldControl]

    struct Line {
        let name: String
        let contactsText: String
        let contactsHref: String
        let editHref: String
        let removeHref: String
    }

    /// How many tags a page has.
    static let length = 100
    /// How far the contacts of a tag are counted.
    static let ceiling = 1_000

    /// - Parameters:
    ///   - hasMore: whether other tags come after these.
    ///   - typed: what was typed, when `error` says what is wrong with it.
    init(
        _ frame: Frame, _ paths: AccountPaths, _ page: [Tag], counts: [TagID: Int], hasMore: Bool, typed: String? = nil,
        error: TagError? = nil
    ) {
        shell = SettingsTab.tags.shell(frame)
        tabs = SettingsTab.tags.links(frame, paths)
        errors = error.map { [FormError(text: $0.description, fieldId: "name")] } ?? []
        tags = page.map { tag in
            Line(
                name: tag.name, contactsText: Self.text(counts[tag.id] ?? 0),
                contactsHref: ConsolePath(paths.contacts).with("tag", tag.name).text, editHref: paths.tag(tag.id),
                removeHref: paths.tag(tag.id) + "/remove")
        }
        nextHref = hasMore ? page.last.map { ConsolePath(paths.tags).with("after", $0.name).text } : nil
        readOnly = !frame.isAdmin
        addAction = paths.tags
        fields = [.name(typed, maxlength: 200)]
    }

    private static func text(_ count: Int) -> String {
        count < ceiling ? Count.grouped(count) : "\(Count.grouped(ceiling)) or more"
    }
}
