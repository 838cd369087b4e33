/// A visit with what the rules in use say of it, where that differs from its verdict.
public struct JudgedSession: Sendable {
    public let session: Session
    public let secondOpinion: SecondOpinion?
}
