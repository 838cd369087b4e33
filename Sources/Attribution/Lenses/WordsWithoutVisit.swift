/// What a reading says where there was no web visit to look at.
enum WordsWithoutVisit {
    static func why(_ source: Source, through lens: Lens) -> String {
        switch lens {
        case .classic, .extended: "\(source.label), because \(reason(source))."
        case .ga4, .original: "There was no web visit, and this lens looks at nothing else."
        }
    }

    private static func reason(_ source: Source) -> String {
        switch source {
        case .crmUI: "the contact was created by hand"
        case .crmWorkflows: "a workflow created or changed the contact"
        case .thirdParty: "the contact came through an integration or the API"
        case .others: "the contact called, or came by text message or e-mail"
        default: "that was recorded, without a landing to read again"
        }
    }
}
