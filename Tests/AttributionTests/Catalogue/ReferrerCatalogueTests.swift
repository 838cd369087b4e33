import Testing

@testable import Attribution

@Suite("The referrer catalogue")
struct ReferrerCatalogueTests {
    let catalogue = ReferrerCatalogue.standard

    @Test("knows hundreds of sites")
    func size() {
        func count(_ kinds: ReferrerKind...) -> Int { catalogue.entries.count { kinds.contains($0.kind) } }
        #expect(count(.search) >= 500)
        #expect(count(.social, .video) >= 400)
        #expect(count(.ai) >= 25)
    }

    @Test("names no host and no package twice")
    func duplicates() {
        for list in [catalogue.entries, catalogue.packages] {
            let repeated = Dictionary(grouping: list, by: \.pattern).filter { $0.value.count > 1 }.keys.sorted()
            #expect(repeated.isEmpty)
        }
    }

    @Test("holds nothing that another entry says already")
    func redundancy() {
        let redundant = catalogue.entries.filter { entry in
            let others = ReferrerCatalogue(
                version: 1, entries: catalogue.entries.filter { $0 != entry && covers($0, entry) }, packages: [])
            let sample = entry.pattern.replacingSuffix(".*", with: ".com")
            guard let host = Host(name: sample), let other = others.lookUp(host) else { return false }
            return other.name == entry.name && other.kind == entry.kind
        }
        #expect(redundant.map(\.pattern).isEmpty)
    }

    @Test("finds every entry under its own host, so that none hides another")
    func reachable() {
        for entry in catalogue.entries where !entry.pattern.hasSuffix(".*") {
            #expect(Host(name: entry.pattern).flatMap(catalogue.lookUp) == entry)
            #expect(Host(name: "www." + entry.pattern).flatMap(catalogue.lookUp)?.kind == entry.kind)
        }
        for entry in catalogue.entries where entry.pattern.hasSuffix(".*") {
            #expect(Host(name: entry.pattern.replacingSuffix(".*", with: ".co.uk")).flatMap(catalogue.lookUp) == entry)
        }
    }

    @Test("writes hosts in the form they are compared in, and none is a public suffix")
    func form() {
        for entry in catalogue.entries {
            let sample = entry.pattern.replacingSuffix(".*", with: ".com")
            #expect(Host(name: sample)?.name == sample)
            #expect(sample.contains("."))
            #expect(!PublicSuffixList.isListedSuffix(sample[...]))
            #expect(!entry.name.isEmpty)
        }
        for package in catalogue.packages {
            #expect(package.pattern.split(separator: ".").count >= 2)
            #expect(package.pattern == package.pattern.lowercased())
        }
    }

    @Test("stars only names that one company holds under every suffix")
    func wildcards() {
        let stems = catalogue.entries.map(\.pattern).filter { $0.hasSuffix(".*") }.map { String($0.dropLast(2)) }
        let owners: Set = [
            "google", "yahoo", "yandex", "lycos", "zapmeta", "zapmetasearch", "amazon", "ebay", "zalando",
            "tripadvisor",
            "mercadolibre",
        ]
        for stem in stems {
            #expect(owners.contains(stem.split(separator: ".").last.map(String.init) ?? ""), "\(stem)")
        }
        #expect(!catalogue.entries.contains { $0.pattern.dropLast().contains("*") })
    }

    @Test("gives a name to one kind of site, so that a tag that names it means one thing")
    func names() {
        let named = Dictionary(
            grouping: catalogue.entries.filter { $0.kind == .search || $0.kind.isSocial }, by: { $0.name.lowercased() })
        let ambiguous = named.filter { Set($0.value.map(\.kind.isSocial)).count > 1 }.keys.sorted()
        #expect(ambiguous.isEmpty)
        #expect(ReferrerCatalogue.everydayWords.subtracting(named.keys).sorted() == [])
    }

    @Test(
        "takes the longest entry, on whole labels",
        arguments: [
            ("google.com", "Google", ReferrerKind.search), ("a.b.google.co.uk", "Google", .search),
            ("images.google.fr", "Google Images", .search), ("mail.google.com", "Gmail", .email),
            ("mail.google.co.uk", "Gmail", .email), ("gemini.google.com", "Gemini", .ai),
            ("accounts.google.de", "Google Account", .service), ("mail.yahoo.co.jp", "Yahoo Mail", .email),
            ("yahoo.co.jp", "Yahoo Japan", .search), ("fr.search.yahoo.com", "Yahoo", .search),
            ("tieba.baidu.com", "Baidu Tieba", .social), ("blog.naver.com", "Naver Blog", .social),
            ("m.facebook.com", "Facebook", .social), ("www.amazon.com.br", "Amazon", .shopping),
            ("copilot.microsoft.com", "Copilot", .ai), ("chat.openai.com", "ChatGPT", .ai),
            ("music.youtube.com", "YouTube", .video), ("go.mail.ru", "Mail.ru", .search),
            ("e.mail.ru", "Mail.ru", .email),
        ])
    func longest(host: String, name: String, kind: ReferrerKind) {
        let entry = Host(name: host).flatMap(catalogue.lookUp)
        #expect(entry?.name == name)
        #expect(entry?.kind == kind)
    }

    @Test(
        "does not know a host that only resembles an entry",
        arguments: [
            "notfacebook.com", "facebook.com.example", "google.example.com", "google.github.io", "google",
            "google.evil",
            "com", "t.co.example", "netflix.com", "hulu.com", "bit.ly", "tinyurl.com", "goo.gl", "ow.ly",
            "microsoft.com",
            "github.com", "127.0.0.1", "localhost", "stripe.com", "x.company", "google.blogspot.com",
        ])
    func unknown(host: String) {
        #expect(Host(name: host).flatMap(catalogue.lookUp) == nil)
    }

    @Test("looks nothing up that is longer than a host can be")
    func overlong() {
        let label = String(repeating: "a", count: 60) + "."
        #expect(Host(name: String(repeating: label, count: 5) + "google.com").flatMap(catalogue.lookUp) == nil)
    }

    @Test("lists payment and sign-in pages as domains")
    func excluded() {
        let excluded = ReferrerCatalogue.excludedReferrers
        #expect(Set(excluded).isSuperset(of: ["paypal.com", "stripe.com", "accounts.google.com"]))
        #expect(excluded.allSatisfy { Host(name: $0)?.name == $0 })
        #expect(Set(excluded).count == excluded.count)
    }

    /// Whether an entry could stand in for another, which spares the lookup of all the rest.
    private func covers(_ entry: ReferrerEntry, _ other: ReferrerEntry) -> Bool {
        entry.name == other.name || other.pattern.hasSuffix("." + entry.pattern)
            || other.pattern.contains(entry.pattern.replacingSuffix(".*", with: "."))
    }
}

extension String {
    fileprivate func replacingSuffix(_ suffix: String, with replacement: String) -> String {
        hasSuffix(suffix) ? dropLast(suffix.count) + replacement : self
    }
}
