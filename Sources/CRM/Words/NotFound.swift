/// Something that is not there, or not in this account: to the asker both are the same.
public enum NotFound: Error, Equatable {
    case account, contact, conversion, form, field, token, user, note, task, value, tag, folder
    case opportunity, pipeline
    case webhook, delivery
    case link
    case app
    case merge
    case dashboard, widget
}
