import Server

/// What the terminal says when the demo is about to begin.
struct DemoGuide {
    let url: String

    func show(password: String) throws {
        try StandardOutput.line(
            """

            Headwater demo: Juniper & Vale Med Spa, an invented business with two months of leads.

              1. Arrive at its website    \(url)/demo/arrive
                 Choose an ad, a search, a post; look around; send a form.

              2. See where you came from  \(url)/
                 Sign in as  \(DemoData.email)
                 password    \(password)

              The website by itself       \(url)/demo

            Press Ctrl-C to stop. The next start finds everything as you left it.

            """)
    }
}
