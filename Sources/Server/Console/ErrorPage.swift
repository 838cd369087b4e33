import HTTPTypes

/// The page for what went wrong.
struct ErrorPage: ConsolePage {
    static let template = "console/error"

    let shell: PlainShell
    let status: String
    let heading: String
    let text: String
    let requestId: String?
    let homeHref: String?
    let signInHref: String?

    /// - Parameter requestID: what the log knows the failure by; people see it only when the failure is ours.
    init(_ status: HTTPResponse.Status, _ requestID: String, theme: Theme? = nil, isForOutsiders: Bool = false) {
        let words = Words(status)
        shell = PlainShell(words.heading, theme: theme, referrer: isForOutsiders ? SharedAddress.referrer : nil)
        self.status = "\(status.code)"
        heading = words.heading
        text = words.text
        requestId = status.code >= 500 ? requestID : nil
        homeHref = isForOutsiders ? nil : "/"
        signInHref = nil
    }

    /// For people who have no business in the console: nothing leads there.
    init(outsiders status: HTTPResponse.Status, heading: String, text: String, theme: Theme?) {
        shell = PlainShell(heading, theme: theme, referrer: SharedAddress.referrer)
        self.status = "\(status.code)"
        self.heading = heading
        self.text = text
        requestId = nil
        homeHref = nil
        signInHref = nil
    }

    init(_ refusal: ConsoleRefusal, theme: Theme?) {
        let words = Words(refusal)
        shell = PlainShell(words.heading, theme: theme)
        status = "\(HTTPResponse.Status.forbidden.code)"
        heading = words.heading
        text = words.text
        requestId = nil
        homeHref = "/"
        signInHref = refusal == .signInNeeded ? SignInPage.path(returnTo: nil) : nil
    }

    private struct Words {
        let heading: String
        let text: String

        init(_ status: HTTPResponse.Status) {
            switch status {
            case .notFound:
                heading = "This page does not exist"
                text = "It may have been deleted, or the address has a mistake."
            case .forbidden:
                heading = "You may not do this"
                text = "Ask an administrator of this server."
            case .contentTooLarge:
                heading = "This is too much at once"
                text = "What was sent is larger than this page takes."
            case .tooManyRequests:
                heading = "Too many requests"
                text = "Wait a moment and try again."
            case .serviceUnavailable:
                heading = "Headwater is busy"
                text = "Nothing was lost on our side. Try again in a moment."
            case _ where status.code >= 500:
                heading = "Something went wrong"
                text = "This is our mistake, not yours. Try again; if it happens again, tell the operator."
            default:
                heading = "This request was not understood"
                text = "Go back, reload the page and try again."
            }
        }

        init(_ refusal: ConsoleRefusal) {
            switch refusal {
            case .signInNeeded:
                heading = "Please sign in"
                text = "Your session is over."
            case .adminsOnly:
                heading = "Only administrators change settings"
                text = "You can look at contacts, forms and submissions. Ask an administrator for everything else."
            case .wholeAccountOnly:
                heading = "This is for those who see every contact"
                text = "You see the contacts that are assigned to you. Ask an administrator for more."
            case .staleForm:
                heading = "This form has expired"
                text = "Nothing was changed. Go back, reload the page and send it again."
            case .otherOrigin:
                heading = "This form came from another website"
                text = "Nothing was changed. Open the console itself and try again there."
            }
        }
    }
}
