/// The model of one page: its template, and every key that the template reads as a stored property.
///
/// A model is made of values by a pure `init`, so that what a page says is tested without a request.
protocol ConsolePage {
    static var template: String { get }
}
