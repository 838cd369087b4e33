@testable import Attribution

extension PublicSuffixList {
    static func isICANNSuffix(_ domain: Substring) -> Bool { isICANNSuffix(domain.utf8.span) }

    static func isListedSuffix(_ domain: Substring) -> Bool { isListedSuffix(domain.utf8.span) }
}
