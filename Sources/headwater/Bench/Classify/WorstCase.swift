import Attribution

/// An arrival made to be slow, at any length.
struct WorstCase: Sendable {
    let name: String
    let rules: RuleBook
    private let landing: @Sendable (Int) -> Landing

    private init(
        _ name: String, against rules: RuleBook = .extended, _ landing: @escaping @Sendable (Int) -> Landing
    ) {
        self.name = name
        self.rules = rules
        self.landing = landing
    }

    /// The arrival whose long text, URL or referrer, has that many bytes.
    func landing(bytes: Int) -> Landing { landing(bytes) }

    static let all = queries + hosts + ownRules

    private static let queries = [
        WorstCase("&") { url("?", of: "&", bytes: $0) },
        WorstCase("%") { url("?", of: "%", bytes: $0) },
        WorstCase("%61 as one key") { url("?", of: "%61", bytes: $0) },
        WorstCase("utm_source=%%%") { url("?utm_source=", of: "%", bytes: $0) },
        WorstCase("utm_source=%61%64") { url("?utm_source=", of: "%61%64", bytes: $0) },
        WorstCase("utm_source=") { url("?", of: "utm_source=", bytes: $0) },
        WorstCase("utm_source=&") { url("?", of: "utm_source=&", bytes: $0) },
        WorstCase("utm_source=a&") { url("?", of: "utm_source=a&", bytes: $0) },
        WorstCase("utm_source=adwor") { url("?utm_source=", of: "adwor", bytes: $0) },
        WorstCase("#?a&") { url("?&#/", of: "?a&", bytes: $0) },
    ]

    private static let hosts = [
        WorstCase("host, one label") { referrer(of: "a", bytes: $0) },
        WorstCase("host, a.a.a.") { referrer(of: "a.", bytes: $0) },
        WorstCase("host, xn--a.") { referrer(of: "xn--a.", bytes: $0) },
        WorstCase("host, %61%2E") { referrer(of: "%61%2E", bytes: $0) },
        WorstCase("host, @@@") { referrer(of: "@", bytes: $0) },
        WorstCase("host, ü") { referrer(of: "ü", bytes: $0) },
    ]

    private static let ownRules = [
        WorstCase("500 rules, equals", against: book(.equals, "nothing like it")) {
            url("?utm_campaign=", of: "a", bytes: $0)
        },
        WorstCase("500 rules, contains", against: book(.contains, "aaaaaaaaab")) {
            url("?utm_campaign=", of: "a", bytes: $0)
        },
        WorstCase("500 rules, *a*a*a*b", against: book(.matches, "*a*a*a*a*a*a*b")) {
            url("?utm_campaign=", of: "a", bytes: $0)
        },
        WorstCase("500 rules, *aaaab", against: book(.matches, "*aaaaaaaaab")) {
            url("?utm_campaign=", of: "a", bytes: $0)
        },
        WorstCase("500 rules, unlike keys", against: manyKeys) { url("?", of: "campaignkey=1&", bytes: $0) },
    ]

    private static func url(_ beginning: String, of piece: String, bytes: Int) -> Landing {
        Landing(url: ("https://clinic.example/" + beginning).filled(with: piece, upTo: bytes))
    }

    private static func referrer(of piece: String, bytes: Int) -> Landing {
        Landing(url: "https://clinic.example/", referrer: "https://".filled(with: piece, upTo: bytes))
    }

    /// 500 rules that look at the same text, none of which applies.
    private static func book(_ comparison: OwnCondition.Operator, _ value: String) -> RuleBook {
        RuleBook(
            .extended,
            ownRules: (1...500).map { number in
                let condition = OwnCondition(.parameter("utm_campaign"), comparison, "\(value)\(number)")
                return OwnRule(name: "Own \(number)", conditions: [condition], source: .referral)
            })
    }

    /// 500 rules that look for a parameter each.
    private static let manyKeys = RuleBook(
        .extended,
        ownRules: (1...500).map { number in
            OwnRule(
                name: "Own \(number)", conditions: [OwnCondition(.parameter("key\(number)"), .present)],
                source: .referral)
        })
}

extension String {
    /// The text continued with whole pieces as long as they fit.
    fileprivate func filled(with piece: String, upTo bytes: Int) -> String {
        self + String(repeating: piece, count: Swift.max(0, bytes - utf8.count) / piece.utf8.count)
    }
}
