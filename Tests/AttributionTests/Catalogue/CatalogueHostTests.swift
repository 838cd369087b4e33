import Testing

@testable import Attribution

@Suite("The hosts of the catalogue")
struct CatalogueHostTests {
    private let catalogue = ReferrerCatalogue.standard

    @Test(
        "are many of every kind",
        arguments: [
            ([ReferrerKind.search], 500), ([.social, .video], 400), ([.ai], 25), ([.email], 40), ([.shopping], 25),
            ([.service], 50),
        ])
    func count(kinds: [ReferrerKind], least: Int) {
        #expect(catalogue.entries.count { kinds.contains($0.kind) } >= least)
    }

    @Test("are hosts as the domain name system knows them, under a suffix that is registered")
    func syntax() {
        for entry in catalogue.entries {
            let labels = entry.pattern.split(separator: ".", omittingEmptySubsequences: false)
            let hosts = labels.last == "*" ? labels.dropLast() : labels[...]
            #expect(hosts.allSatisfy(Self.isLabel), "\(entry.pattern)")
            #expect(entry.pattern.utf8.count <= 253)
            guard labels.last != "*" else { continue }
            let suffixes = (1..<labels.count).map { labels[$0...].joined(separator: ".") }
            #expect(suffixes.contains { PublicSuffixList.isICANNSuffix($0[...]) }, "\(entry.pattern)")
        }
    }

    @Test("have names without stray space")
    func names() {
        for entry in catalogue.entries + catalogue.packages {
            #expect(!entry.name.isEmpty && entry.name.first != " " && entry.name.last != " ", "\(entry.pattern)")
        }
    }

    @Test("of apps are Android packages", arguments: ReferrerKind.allCases)
    func packages(kind: ReferrerKind) {
        for package in catalogue.packages where package.kind == kind {
            let parts = package.pattern.split(separator: ".", omittingEmptySubsequences: false)
            #expect(parts.count >= 2 && parts.allSatisfy { $0.first?.isLetter == true }, "\(package.pattern)")
            let found = Referrer("android-app://\(package.pattern)/").flatMap(catalogue.lookUp)
            #expect(found?.kind == kind, "\(package.pattern)")
        }
    }

    @Test("of payment and sign-in pages are domains that a business may hand over to")
    func excluded() {
        let hosts = ReferrerCatalogue.excludedReferrers
        #expect(hosts.count >= 40)
        for host in hosts {
            #expect(host.split(separator: ".", omittingEmptySubsequences: false).allSatisfy(Self.isLabel), "\(host)")
            #expect(!PublicSuffixList.isListedSuffix(host[...]), "\(host)")
        }
    }

    private static func isLabel(_ label: Substring) -> Bool {
        let isPlain = label.utf8.allSatisfy { byte in
            UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
                || byte == UInt8(ascii: "-")
        }
        return isPlain && 1...63 ~= label.utf8.count && label.first != "-" && label.last != "-"
    }
}
