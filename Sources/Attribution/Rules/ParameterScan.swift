/// What the rules need of a landing's parameters: which have a value, and where the two stand that are read.
struct ParameterScan {
    private(set) var present = ParameterSet()
    /// The value of `utm_source`; empty where it is absent.
    private(set) var source = 0..<0
    /// The value of `utm_medium`; empty where it is absent.
    private(set) var medium = 0..<0

    /// Nil when the URL has to be cleaned first.
    init?(_ url: Bytes, _ spelling: ParameterSpelling) {
        var seen = ParameterSet()
        var scanner = QueryScanner(url)
        while let pair = scanner.next(in: url) {
            guard let parameter = Parameter(key: pair.key, in: url, spelling), seen.insert(parameter),
                !pair.value.isEmpty
            else { continue }
            present.insert(parameter)
            switch parameter {
            case .utmSource: source = pair.value
            case .utmMedium: medium = pair.value
            default: break
            }
        }
        if scanner.isDirty { return nil }
    }
}
