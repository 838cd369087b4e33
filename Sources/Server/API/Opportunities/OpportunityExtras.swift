import CRM

/// What a client wants beside the opportunities: things of their contacts.
struct OpportunityExtras {
    var notes = false
    var tasks = false
    /// Headwater has no calendars: the list is empty.
    var events = false
}
