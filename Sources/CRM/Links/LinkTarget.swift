import Attribution

/// Where a trigger link leads: a stored http(s) address, with merge fields behind its host alone.
///
/// What a contact's fields hold comes from strangers. It is percent-encoded wherever it stands, and scheme, host and port
/// are fixed when the link is saved: no value can lead to another website.
public struct LinkTarget: Sendable, Equatable {
    /// As it was written.
    public let text: String
    /// `https://clinic.example:8443`: in ASCII, as it stands in every answer.
    let origin: String
    /// Host and nothing else.
    let host: Host
    /// Path, query and fragment.
    private let rest: [MergeText.Part]

    /// In bytes.
    public static let longest = 2_048

    public init(_ written: String) throws(LinkProblem) {
        text = written.trimmed
        guard text.utf8.count <= Self.longest else { throw .tooLong }
        let parts = MergeText(text).parts
        guard case .text(let head)? = parts.first else { throw parts.isEmpty ? .noWebAddress : .fieldInAddress }
        for case .text(let plain) in parts where plain.unicodeScalars.contains(where: Self.isRefused) {
            throw .character
        }
        let (scheme, behind) = try Self.scheme(of: head, isWhole: parts.count == 1)
        let end = behind.firstIndex { "/?#".contains($0) } ?? behind.endIndex
        guard end < behind.endIndex || parts.count == 1 else { throw .fieldInAddress }
        let authority = try LinkAuthority(behind[..<end])
        origin = scheme + authority.text
        host = authority.host
        let first = String(behind[end...])
        rest = (first.isEmpty ? [] : [.text(first)]) + parts.dropFirst()
    }

    /// The address for one contact: every value percent-encoded, every byte ASCII.
    func resolved(with values: MergeValues) -> String {
        origin
            + rest.map { part in
                switch part {
                case .text(let text): PercentEncoding.written(text)
                case .field(let field): values[field].map(PercentEncoding.value) ?? ""
                }
            }.joined()
    }

    private static func scheme(
        of head: String, isWhole: Bool
    ) throws(LinkProblem) -> (scheme: String, behind: Substring) {
        for scheme in ["https://", "http://"] where head.lowercased().hasPrefix(scheme) {
            return (scheme, head.dropFirst(scheme.count))
        }
        throw isWhole || head.contains("/") ? .noWebAddress : .fieldInAddress
    }

    /// Browsers drop some of these, take a backslash for a slash, and show others as nothing.
    private static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
        if scalar == "\\" { return true }
        return switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .surrogate, .privateUse,
            .unassigned:
            true
        default: false
        }
    }
}
