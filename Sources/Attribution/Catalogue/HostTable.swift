/// Finds the longest of many domains that a host is or lies under, wildcards included.
struct HostTable: Sendable {
    private let exact: NameTable
    /// Wildcards by what stands before the star: `images.google` for `images.google.*`.
    private let stems: NameTable
    /// The last labels of the stems: nearly every host is done with when it has none of them.
    private let stemLabels: NameTable
    /// The lengths and first letters of those labels, to be asked first.
    private let stemShapes: ByteSet
    /// Suffixes of the ICANN section that stand behind most wildcards, so that libpsl need not be asked.
    private let usualSuffixes: NameTable

    /// - Parameter patterns: `bing.com`, or `google.*` where the star is one ICANN suffix, each with its value.
    init(_ patterns: [(name: String, value: UInt16)]) {
        exact = NameTable(patterns.filter { !$0.name.hasSuffix(".*") })
        let stems = patterns.filter { $0.name.hasSuffix(".*") }.map {
            (name: String($0.name.dropLast(2)), value: $0.value)
        }
        self.stems = NameTable(stems)
        let labels = stems.map { String($0.name.reversed().prefix { $0 != "." }.reversed()) }
        stemLabels = NameTable(labels.map { (name: $0, value: 0) })
        stemShapes = ByteSet(labels.map { Self.shape($0.utf8.span) })
        usualSuffixes = NameTable(Self.usualSuffixNames.map { (name: $0, value: 0) })
    }

    /// - Parameter host: a host as `Host` describes it.
    func find(_ host: Bytes) -> UInt16? {
        guard host.count <= Host.lengthLimit, !host.isAddress else { return nil }
        var found: UInt16?
        var foundAt = Int.max
        var hash = NameTable.Hash()
        var labelEnd = host.count
        var index = host.count
        while index >= 0 {
            if index > 0, host[unchecked: index - 1] != UInt8(ascii: ".") {
                index -= 1
                hash.take(host[unchecked: index])
                continue
            }
            // A label begins at `index`, and with it a domain; a single label is no site.
            if labelEnd < host.count, index <= foundAt, let value = exact.find(host.slice(index..<host.count), hash) {
                (found, foundAt) = (value, index)
            }
            if labelEnd < host.count, isStemLabel(host.slice(index..<labelEnd)),
                let wildcard = wildcard(host, label: index..<labelEnd), wildcard.start < foundAt
            {
                (found, foundAt) = (wildcard.value, wildcard.start)
            }
            guard index > 0 else { break }
            labelEnd = index - 1
            index -= 1
            hash.take(host[index])
        }
        return found
    }

    private func isStemLabel(_ label: Bytes) -> Bool {
        label.count > 0 && stemShapes.contains(Self.shape(label)) && stemLabels.find(label) != nil
    }

    private static func shape(_ label: Bytes) -> UInt8 { label[0] &+ UInt8(truncatingIfNeeded: label.count) &* 32 }

    /// The longest stem that ends with the label, when what follows the label is one ICANN suffix.
    private func wildcard(_ host: Bytes, label: Range<Int>) -> (value: UInt16, start: Int)? {
        guard isSuffix(host, after: label) else { return nil }
        var found: (value: UInt16, start: Int)?
        var hash = NameTable.Hash()
        var index = label.upperBound
        while index > 0 {
            index -= 1
            hash.take(host[index])
            guard index == 0 || host[index - 1] == UInt8(ascii: ".") else { continue }
            if let value = stems.find(host.slice(index..<label.upperBound), hash) { found = (value, index) }
        }
        return found
    }

    private func isSuffix(_ host: Bytes, after label: Range<Int>) -> Bool {
        let rest = host.slice(label.upperBound + 1..<host.count)
        if usualSuffixes.find(rest) != nil { return true }
        return PublicSuffixList.isICANNSuffix(rest)
            && !PublicSuffixList.isICANNSuffix(host.slice(label.lowerBound..<host.count))
    }

    /// `com`, the two-letter domains and what countries put `co` and `com` under, unless everything below is a suffix too.
    private static let usualSuffixNames: [String] = {
        let letters = (UInt8(ascii: "a")...UInt8(ascii: "z")).map { String(UnicodeScalar($0)) }
        let countries = letters.flatMap { first in letters.map { first + $0 } }
        return (["com"] + countries + countries.flatMap { ["co." + $0, "com." + $0] }).filter { suffix in
            PublicSuffixList.isICANNSuffix(suffix.utf8.span)
                && !PublicSuffixList.isICANNSuffix("unlisted-label.\(suffix)".utf8.span)
        }
    }()
}
