import Attribution

/// A visit as it was typed into the test box.
struct RuleTestForm {
    var url = ""
    var referrer = ""
    var userAgent = ""
    var book = Book.current

    /// Which rules are asked.
    enum Book: String {
        case current, draft
    }

    init() {}

    init(_ form: FormBody) {
        url = form.text("url") ?? ""
        referrer = form.text("referrer") ?? ""
        userAgent = form.text("userAgent") ?? ""
        book = form.text("book").flatMap(Book.init(rawValue:)) ?? .current
    }

    /// The visit; nil when the address is none of a website's page.
    var landing: Landing? {
        let landing = Landing(
            url: url, referrer: referrer.isEmpty ? nil : referrer, userAgent: userAgent.isEmpty ? nil : userAgent)
        return landing.isWebPage ? landing : nil
    }
}
