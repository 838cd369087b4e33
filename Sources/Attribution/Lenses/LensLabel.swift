/// A name that a lens gives to a visit.
public enum LensLabel: Sendable, Hashable {
    case source(Source)
    case ga4(GA4ChannelGroup)
    case original(OriginalChannel)
    /// The lens looks at web visits alone, and there was none.
    case noVisit

    public var text: String {
        switch self {
        case .source(let source): source.label
        case .ga4(let group): group.label
        case .original(let channel): channel.label
        case .noVisit: "No web visit"
        }
    }

    /// Whether two lenses mean the same by these names.
    public func agreement(with other: LensLabel) -> LensAgreement {
        guard self != .noVisit, other != .noVisit else { return self == other ? .same : .notComparable }
        return meaning == other.meaning ? .same : .different
    }

    /// The labels of a lens in its own order, which is that of the rows and columns of a matrix.
    public static func all(of lens: Lens) -> [LensLabel] {
        switch lens {
        case .classic, .extended: Source.allCases.map(LensLabel.source)
        case .ga4: GA4ChannelGroup.allCases.map(LensLabel.ga4) + [.noVisit]
        case .original: OriginalChannel.allCases.map(LensLabel.original) + [.noVisit]
        }
    }

    private var meaning: LensMeaning? {
        switch self {
        case .source(let source): LensMeaning(source)
        case .ga4(let group): LensMeaning(group)
        case .original(let channel): LensMeaning(channel)
        case .noVisit: nil
        }
    }
}

/// How the names that two lenses give to one visit compare.
public enum LensAgreement: Sendable, Equatable {
    case same, different
    /// One of the lenses looks at web visits alone, and there was none.
    case notComparable
}
