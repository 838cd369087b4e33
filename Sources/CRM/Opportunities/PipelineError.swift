/// What a person can get wrong about a pipeline.
public enum PipelineError: Error, Equatable, CustomStringConvertible {
    case name
    case taken(name: String)
    case probability
    case currency
    case lastPipeline
    case lastStage
    case tooMany
    /// The stage has opportunities, and nobody said where they go.
    case needsPlace

    public var description: String {
        switch self {
        case .name: "A name has 1 to 100 characters."
        case .taken(let name): "There is “\(name)” already."
        case .probability: "A probability is a whole number from 0 to 100, or nothing."
        case .currency: "That is not a currency. Write its three letters, like EUR."
        case .lastPipeline: "An account needs at least one pipeline."
        case .lastStage: "A pipeline needs at least one stage."
        case .tooMany:
            "An account has at most 50 pipelines, a pipeline at most 50 stages, and there are at most 200 reasons."
        case .needsPlace: "Say where the opportunities of the stage go."
        }
    }

    static func checked(name: String) throws(PipelineError) -> String {
        let name = name.trimmed
        guard !name.isEmpty, name.count <= 100 else { throw .name }
        return name
    }

    static func checked(probability: Int?) throws(PipelineError) -> Int? {
        guard (0...100).contains(probability ?? 0) else { throw .probability }
        return probability
    }
}
