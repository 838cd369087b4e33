/// A link among others of its kind: a crumb, a tab, an account to switch to.
struct Link {
    let label: String
    let href: String
    var current = false
    var count: String?

    init(_ label: String, _ href: String, current: Bool = false, count: Int = 0) {
        self.label = label
        self.href = href
        self.current = current
        self.count = count > 0 ? Count.grouped(count) : nil
    }
}
