import Testing

@testable import Attribution

@Suite("Entries of the catalogue that lie under others")
struct CatalogueShadowTests {
    private let entries = ReferrerCatalogue.standard.entries

    /// Every entry that lies under one of another kind on purpose: `domain: hosts under it`.
    private static let intended = """
        baidu.com: ai baike pan passport tieba yiyan
        bing.com: edgeservices webmaster
        daum.net: mail
        duckduckgo.com: help
        google.*: accounts admanager ads adsense adwords aistudio alerts analytics bard business calendar chat classroom \
        cloud colab.research contacts datastudio developers docs drive earth firebase fonts forms gemini groups hangouts \
        keep lookerstudio mail meet merchants messages myaccount notebooklm one pay payments photos play plus policies \
        script search sheets sites slides store support tagassistant tagmanager translate trends voice
        kakao.com: tv
        naver.com: blog cafe chzzk kin mail map nid shopping tv
        office.com: outlook
        onet.pl: poczta
        rakuten.co.jp: websearch
        rambler.ru: mail
        seznam.cz: email
        yahoo.*: calendar chiebukuro finance groups login mail news shopping sports
        yahoo.co.jp: chiebukuro finance login news shopping
        yandex.*: alice direct disk mail market metrica metrika passport translate
        """

    /// Exact hosts of a wildcard's name that are somebody else's.
    private static let intendedExact = ["yahoo.co.jp"]

    @Test("are of the same kind, or there on purpose")
    func kinds() {
        let found = entries.flatMap { lower in
            entries.filter { $0.kind != lower.kind }.compactMap { upper in
                Self.labels(of: lower.pattern, under: upper.pattern).map { "\(upper.pattern): \($0)" }
            }
        }
        #expect(Set(found).subtracting(Self.intendedPairs).sorted() == [])
        #expect(Self.intendedPairs.subtracting(found).sorted() == [], "no longer needed")
    }

    @Test("never repeat, as an exact host, what a wildcard covers, except where the host is another company's")
    func overlaps() {
        let stems = Set(entries.map(\.pattern).filter { $0.hasSuffix(".*") }.map { $0.dropLast(2) })
        let covered = entries.map(\.pattern).filter { pattern in
            guard !pattern.hasSuffix(".*"), let suffix = Self.icannSuffix(of: pattern[...]) else { return false }
            return stems.contains(pattern.dropLast(suffix.utf8.count + 1))
        }
        #expect(covered == Self.intendedExact)
    }

    @Test("are found before the ones above them")
    func longestFirst() {
        for lower in entries where !lower.pattern.hasSuffix(".*") {
            let found = Host(name: "deep.below." + lower.pattern).flatMap(ReferrerCatalogue.standard.lookUp)
            #expect(found?.kind == lower.kind, "\(lower.pattern)")
        }
    }

    private static let intendedPairs = Set(
        intended.split(separator: "\n").flatMap { line -> [String] in
            let parts = line.split(separator: ":")
            guard let domain = parts.first, let hosts = parts.last else { return [] }
            return hosts.split(separator: " ").map { "\(domain): \($0)" }
        })

    /// What stands before the upper pattern in the lower one: `mail` of `mail.google.*` under `google.*`.
    private static func labels(of lower: String, under upper: String) -> Substring? {
        guard upper.hasSuffix(".*") else {
            return lower.hasSuffix("." + upper) ? lower.dropLast(upper.utf8.count + 1) : nil
        }
        let name = lower.hasSuffix(".*") ? lower.dropLast(2) : named(lower)
        let ending = "." + upper.dropLast(2)
        return name.flatMap { $0.hasSuffix(ending) ? $0.dropLast(ending.utf8.count) : nil }
    }

    /// The host without its ICANN suffix.
    private static func named(_ host: String) -> Substring? {
        icannSuffix(of: host[...]).map { host.dropLast($0.utf8.count + 1) }
    }

    private static func icannSuffix(of host: Substring) -> Substring? {
        sequence(first: host) { name in
            name.firstIndex(of: ".").map { name[name.index(after: $0)...] }
        }.first(where: PublicSuffixList.isICANNSuffix)
    }
}
