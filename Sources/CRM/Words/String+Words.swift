import Foundation

extension String {
    var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }

    /// Nil for the empty text: an absent value is null, never "".
    var nonEmpty: String? { isEmpty ? nil : self }

    /// At most `count` characters.
    func cut(to count: Int) -> String { utf8.count <= count ? self : String(prefix(count)) }
}
