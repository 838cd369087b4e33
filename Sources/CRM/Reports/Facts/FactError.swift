/// A part of the facts that nobody can read: `headwater rebuild-reports` makes it again.
enum FactError: Error, Equatable {
    case damaged
}
