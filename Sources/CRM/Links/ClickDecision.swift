/// What a click counts for, by what the same contact's links have seen just before.
enum ClickDecision: Equatable {
    /// The same click once more: a double click, a retry, a reload. Nothing is written.
    case repeated
    /// A program's: it is recorded and touches nothing. What was counted and turns out to be the same program's is taken
    /// back.
    case scanned(ClickSign, takingBack: [ClickID])
    case counted

    /// Within this time, a click on the same link is the same click.
    static let repetition: Milliseconds = 10 * .second
    /// Within this time, two different links of one contact are opened by a program: people read what they have opened.
    static let burst: Milliseconds = 5 * .second

    /// - Parameter recent: the contact's clicks around that moment.
    static func decide(_ link: LinkID, sign: ClickSign?, at moment: Milliseconds, recent: [LinkClick]) -> ClickDecision
    {
        let others = recent.filter { $0.link != link && abs($0.at - moment) <= burst }
        let sign = sign ?? (others.isEmpty ? nil : .burst)
        let isRepeated = recent.contains {
            $0.link == link && $0.sign == sign && abs($0.at - moment) <= repetition
        }
        if isRepeated { return .repeated }
        guard let sign else { return .counted }
        guard sign == .burst else { return .scanned(sign, takingBack: []) }
        return .scanned(.burst, takingBack: others.filter { $0.sign == nil }.map(\.id))
    }
}
