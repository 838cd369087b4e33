/// What can be said of a host by its bytes; hosts have the form that `Host` describes.
extension Span where Element == UInt8 {
    /// Whether this is an IP address, which has neither labels nor a registrable domain.
    var isAddress: Bool {
        guard count > 0, self[0] != UInt8(ascii: "[") else { return true }
        var index = count - 1
        while index >= 0, self[index] != UInt8(ascii: ".") {
            if !self[index].isASCIIDigit { return false }
            index -= 1
        }
        return true
    }

    /// Whether the host is the domain itself or lies under it, compared on whole labels.
    func isWithin(_ domain: Bytes) -> Bool {
        guard count > domain.count else { return equals(domain) }
        return self[count - domain.count - 1] == UInt8(ascii: ".") && ends(with: domain) && !isAddress
    }

    /// How many labels two hosts share at their ends.
    func sharedLabels(with other: Bytes) -> Int {
        var labels = 0
        var distance = 1
        while distance <= count, distance <= other.count {
            let byte = self[count - distance]
            guard byte == other[other.count - distance] else { return labels }
            if byte == UInt8(ascii: ".") { labels += 1 }
            distance += 1
        }
        // One of them ends here: what they share is whole if the other's label ends here too.
        return endsLabel(at: distance) && other.endsLabel(at: distance) ? labels + 1 : labels
    }

    /// Whether a label begins `distance - 1` bytes before the end.
    private func endsLabel(at distance: Int) -> Bool {
        distance > count || self[count - distance] == UInt8(ascii: ".")
    }
}
