import Attribution

/// Which contacts under which two lenses, as the address says it.
struct LensFilter: Equatable {
    let period: LensPeriod
    let position: AttributionPosition
    let first: Lens
    let second: Lens

    /// What is not understood is the usual: an old bookmark shows something, never an error.
    init(_ query: FormBody) {
        period = query.text("period").flatMap(LensPeriod.init(rawValue:)) ?? .last90
        position = query.text("on").flatMap(AttributionPosition.init(rawValue:)) ?? .first
        first = query.text("a").flatMap(Lens.init(rawValue:)) ?? .classic
        second = query.text("b").flatMap(Lens.init(rawValue:)) ?? .ga4
    }
}
