/// What a page needs that stands without the console's frame.
struct PlainShell {
    let title: String
    let theme: String?
    let stylesheets = ["/assets/console.css", "/assets/console-pages.css"]
    let script = "/assets/console.js"
    let icon = "/assets/icon.svg"
    let csrf: String?
    /// What the page tells others of its address; nil for the usual.
    let referrer: String?

    init(_ title: String, theme: Theme?, csrf: String? = nil, referrer: String? = nil) {
        self.title = title
        self.theme = theme?.rawValue
        self.csrf = csrf
        self.referrer = referrer
    }
}
