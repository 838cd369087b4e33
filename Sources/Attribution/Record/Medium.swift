/// What kind of thing turned the visitor into a contact.
public enum Medium: String, CaseIterable, Sendable, Codable {
    case form, survey, quiz, calendar
    case chatWidget = "chat_widget"
    case orderForm = "order_form"
    case externalForm = "External Form"
    case triggerLink = "trigger_link"
    case call, sms, email, whatsapp, facebook, instagram, manual
    case csvImport = "csv_import"
    case workflow, api
}
