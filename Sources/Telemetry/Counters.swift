/// One counter for every case of a closed set, made at once: text that somebody sent can never become a label.
public struct Counters<Case: CaseIterable & RawRepresentable & Equatable & Sendable>: Sendable
where Case.RawValue == String {
    let all: [(key: Case, counter: Counter)]

    public init() {
        all = Case.allCases.map { ($0, Counter()) }
    }

    /// A handful of cases is found sooner by looking at each than by hashing.
    public subscript(key: Case) -> Counter {
        guard let counter = all.first(where: { $0.key == key })?.counter else {
            preconditionFailure("a case that its own type does not list")
        }
        return counter
    }
}
