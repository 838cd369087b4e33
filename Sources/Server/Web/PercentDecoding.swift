import Foundation

extension StringProtocol {
    /// The text without its percent escapes, U+0000 taken for U+FFFD as everywhere at the edge; nil when an escape is none.
    var percentDecoded: String? { removingPercentEncoding?.replacing("\0", with: "\u{FFFD}") }
}
