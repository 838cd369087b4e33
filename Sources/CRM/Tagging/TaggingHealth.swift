import Attribution

/// What is wrong with the tags of the links that brought visits, over a period.
public struct TaggingHealth: Sendable {
    public let period: TaggingPeriod
    /// The rules that the landings were looked at with: those that the account uses now.
    public let ruleSet: RuleSet
    /// How many visits were looked at.
    public let visits: Int
    /// How many of them had at least one fault.
    public let faultyVisits: Int
    /// How many contacts a faulty visit left in Direct Traffic or Others; each counts once, whatever its faults.
    public let lostContacts: Int
    /// The findings, the dearest first, then the most frequent.
    public let findings: [TaggingFinding]
    /// How often visits showed a fault that is not among the findings.
    public let otherFaults: Int
    /// Set when there were more visits than are looked at: the oldest one that was.
    public let isCutAt: Milliseconds?
}
