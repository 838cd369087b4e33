import CRM

/// What was typed on the page of tagged links: a link to build, or one to check.
struct AdLinkForm {
    var address = ""
    var channel = LinkChannel.email
    var campaign = ""
    var source = ""
    var content = ""
    /// The link that is to be checked.
    var checked = RuleTestForm()
    private var isBuilding = false

    init() {}

    init(_ form: FormBody) {
        isBuilding = form["build"] != nil
        guard isBuilding else {
            checked = RuleTestForm(form)
            return
        }
        address = form.text("address") ?? ""
        channel = form.text("channel").flatMap { LinkChannel(rawValue: $0) } ?? .email
        campaign = form.text("campaign") ?? ""
        source = form.text("source") ?? ""
        content = form.text("content") ?? ""
    }

    /// Nil when none was asked for.
    var built: Result<TaggedLink, TaggedLink.Problem>? {
        guard isBuilding else { return nil }
        do {
            return .success(
                try TaggedLink(address, channel, campaign: campaign, source: source, content: content))
        } catch {
            return .failure(error)
        }
    }
}
