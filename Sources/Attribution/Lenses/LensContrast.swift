/// Two answers about one landing, as the known differences look at them.
struct LensContrast {
    let first: (lens: Lens, answer: LensAnswer)
    let second: (lens: Lens, answer: LensAnswer)
    /// What both looked at; read only when the answers differ.
    let arrival: () -> Arrival
    /// What a lens would say of the landing, were its tags in small letters; nil where they are.
    let inSmallLetters: (Lens) -> LensLabel?

    /// The side of classic or extended, where the other is neither.
    var headwater: (lens: Lens, answer: LensAnswer)? { side { $0.isHeadwater } }
    /// The side of extended; the only lens that reads the keys of tags in any case.
    var extended: (lens: Lens, answer: LensAnswer)? { side { $0 == .extended } }
    var ga4: (lens: Lens, answer: LensAnswer)? { side { $0 == .ga4 } }
    var original: (lens: Lens, answer: LensAnswer)? { side { $0 == .original } }

    /// The side that stands against this lens.
    func opposite(_ lens: Lens) -> (lens: Lens, answer: LensAnswer) { first.lens == lens ? second : first }

    /// What a sentence calls the lens that stands against this one.
    func other(than lens: Lens) -> String { opposite(lens).lens.spoken }

    func has(_ label: LensLabel) -> Bool { first.answer.label == label || second.answer.label == label }

    private func side(_ isMeant: (Lens) -> Bool) -> (lens: Lens, answer: LensAnswer)? {
        switch (isMeant(first.lens), isMeant(second.lens)) {
        case (true, false): first
        case (false, true): second
        default: nil
        }
    }
}

extension Lens {
    /// Whether the lens gives one of Headwater's own sources.
    var isHeadwater: Bool { self == .classic || self == .extended }

    /// The name inside a sentence.
    var spoken: String { self == .ga4 ? "GA4" : name }
}

extension LensAnswer {
    /// Whether the label is one of ads.
    var isPaid: Bool {
        switch label {
        case .source(let source): source.isPaid
        case .ga4(let group):
            [.crossNetwork, .paidShopping, .paidSearch, .paidSocial, .paidVideo, .display, .paidOther].contains(group)
        case .original(let channel): channel == .paidSearch || channel == .paidSocial
        case .noVisit: false
        }
    }
}
