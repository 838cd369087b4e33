import CRM

extension RulesUnderway {
    /// What a page says above figures that may not agree with each other.
    func text(_ clock: AccountClock) -> String {
        "The rules that came into use on \(clock.moment(since).text) are being applied to everything that came in before: "
            + "\(min(Int(share * 100), 99)) % done. Until then figures may mix old and new verdicts."
    }
}
