/// Why the console does not do what was asked.
enum ConsoleRefusal: Error, Equatable {
    /// Nobody has signed in, or the session is over.
    case signInNeeded
    /// Settings are changed by administrators.
    case adminsOnly
    /// Reports count every contact: they are for those who see every contact.
    case wholeAccountOnly
    /// The form carries no token, or another one than this browser was given.
    case staleForm
    /// The form was sent from a page of another website.
    case otherOrigin
}
