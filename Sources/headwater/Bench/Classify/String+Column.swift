import Foundation

extension String {
    /// The text at the left of a column of a table.
    func paddedRight(_ width: Int) -> String { self + String(repeating: " ", count: Swift.max(0, width - count)) }

    /// The text at the right of a column of a table.
    func paddedLeft(_ width: Int) -> String { String(repeating: " ", count: Swift.max(0, width - count)) + self }
}

extension Double {
    func text(decimals: Int) -> String { String(format: "%.\(decimals)f", self) }
}
