/// The stages that an account's opportunities of one kind go through.
public struct Pipeline: Sendable, Identifiable, Equatable {
    public let id: PipelineID
    public let name: String
    public let createdAt: Milliseconds
    public let updatedAt: Milliseconds
    /// In their order; never empty.
    public let stages: [Stage]

    public struct Stage: Sendable, Identifiable, Equatable {
        public let id: StageID
        public let name: String
        /// From 0 on.
        public let position: Int
        /// How many of a hundred opportunities in this stage are won, as the account sees it.
        public let probability: Int?
    }

    public func stage(_ id: StageID) -> Stage? { stages.first { $0.id == id } }
}

public typealias PipelineID = Identifier<Pipeline>
public typealias StageID = Identifier<Pipeline.Stage>
