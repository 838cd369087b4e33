/// A figure of an ads report that contacts stand behind.
public enum AdFigure: String, Sendable, CaseIterable {
    case contacts, consults, won
}
