import Attribution

/// What a visitor landed on before, which a later direct session may take over.
struct EarlierLanding: Sendable {
    let session: SessionID
    let contact: ContactID?
    let landing: Landing
    let at: Milliseconds

    var start: JourneyJudge.Start { JourneyJudge.Start(landing: landing, at: at) }
}
