/// A known cause of two lenses giving one visit different names.
struct LensDifference: Sendable {
    let name: String
    /// The cause in one sentence, or nil where it is not the cause.
    let sentence: @Sendable (LensContrast) -> String?

    init(_ name: String, sentence: @escaping @Sendable (LensContrast) -> String?) {
        self.name = name
        self.sentence = sentence
    }

    /// The first known cause that fits; else what each of the two goes by.
    static func of(_ contrast: LensContrast) -> String {
        for difference in ordered(for: contrast) {
            if let sentence = difference.sentence(contrast) { return sentence }
        }
        let sides = [contrast.first, contrast.second]
        return sides.map { "\($0.lens.spoken) goes by \($0.answer.ground)" }.joined(separator: "; ") + "."
    }

    static func ordered(for contrast: LensContrast) -> [LensDifference] {
        if contrast.headwater == nil, contrast.ga4 == nil || contrast.original == nil { return ofRuleSets }
        if contrast.headwater == nil { return ofGA4AndOriginal }
        return contrast.ga4 == nil ? ofHeadwaterAndOriginal : ofHeadwaterAndGA4
    }
}
