import CRM

extension TimelineItem {
    /// A click on a trigger link, or a program's visit of it.
    ///
    /// - Parameter source: of the attribution that the click wrote, where it is First or Latest.
    init(_ touch: ClickTouch, source: SourceBadge?, _ clock: AccountClock) {
        let click = touch.click
        self.init(
            icon: "link", title: "\(click.sign == nil ? "Clicked" : "A program opened") \(touch.linkName)",
            time: clock.moment(click.at))
        conversion = click.sign == nil
        self.source = source
        lines = [
            "Led to \(click.target)", click.sign.map { "Not counted: \($0.label)." }, touch.followUp.warning,
        ].compactMap { $0 }.map { TextLine(text: $0) }
    }
}

extension ClickTouch.FollowUp {
    fileprivate var warning: String? {
        switch self {
        case .missing:
            "No page of your website was seen afterwards: it may have been a program, or the visitor blocks the script."
        case .unexpected, .awaited, .seen, .unknown: nil
        }
    }
}
