import Database

/// What is written down in the audit log: the thing first, then what was done to it.
public enum AuditAction: String, Sendable, CaseIterable, SQLConvertible {
    case userCreated = "user.created"
    case userRoleChanged = "user.role_changed"
    case userAccessChanged = "user.access_changed"
    case userPasswordChanged = "user.password_changed"
    case userPasswordReset = "user.password_reset"
    case userSignedOutEverywhere = "user.signed_out_everywhere"
    case userDeleted = "user.deleted"

    case tokenCreated = "token.created"
    case tokenRevoked = "token.revoked"

    case appCreated = "app.created"
    case appChanged = "app.changed"
    case appSecretRenewed = "app.secret_renewed"
    case appDeleted = "app.deleted"
    case appAuthorized = "app.authorized"
    case appDisconnected = "app.disconnected"

    case accountCreated = "account.created"
    case accountChanged = "account.changed"
    case accountDeleted = "account.deleted"
    case settingChanged = "setting.changed"

    case fieldCreated = "field.created"
    case fieldChanged = "field.changed"
    case fieldDeleted = "field.deleted"
    case valueCreated = "value.created"
    case valueChanged = "value.changed"
    case valueDeleted = "value.deleted"
    case tagCreated = "tag.created"
    case tagChanged = "tag.changed"
    case tagDeleted = "tag.deleted"

    case formCreated = "form.created"
    case formChanged = "form.changed"
    case formArchived = "form.archived"
    case linkCreated = "link.created"
    case linkChanged = "link.changed"
    case linkDeleted = "link.deleted"
    case dashboardCreated = "dashboard.created"
    case dashboardChanged = "dashboard.changed"
    case dashboardDeleted = "dashboard.deleted"
    case dashboardShared = "dashboard.shared"
    case dashboardLinkRevoked = "dashboard.link_revoked"
    case dashboardExported = "dashboard.exported"
    case pipelineCreated = "pipeline.created"
    case pipelineChanged = "pipeline.changed"
    case pipelineDeleted = "pipeline.deleted"
    case rateChanged = "rate.changed"
    case rateRemoved = "rate.removed"
    case costsImported = "costs.imported"
    case costsRemoved = "costs.removed"

    case webhookCreated = "webhook.created"
    case webhookChanged = "webhook.changed"
    case webhookSecretRenewed = "webhook.secret_renewed"
    case webhookDeleted = "webhook.deleted"
    case deliveryRetried = "delivery.retried"

    case rulesPublished = "rules.published"
    case rulesRestored = "rules.restored"

    case contactsExported = "contacts.exported"
    case conversionsExported = "conversions.exported"
    case opportunitiesExported = "opportunities.exported"
    case submissionsExported = "submissions.exported"
    case auditExported = "audit.exported"
    case taggingExported = "tagging.exported"
    case reportsExported = "reports.exported"
    case trackingExported = "tracking.exported"
    case personExported = "person.exported"
    case personErased = "person.erased"

    case contactDeleted = "contact.deleted"
    case contactsMerged = "contacts.merged"
    case mergeUndone = "merge.undone"
    case submissionUndone = "submission.undone"
    case importStarted = "import.started"
    case importUndone = "import.undone"

    /// In words: `Token created`.
    public var label: String {
        let words = rawValue.replacing(".", with: " ").replacing("_", with: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}
