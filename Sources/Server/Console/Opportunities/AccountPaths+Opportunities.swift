import CRM

/// The addresses of opportunities and of the settings of pipelines.
extension AccountPaths {
    var opportunities: String { root + "/opportunities" }
    var newOpportunity: String { opportunities + "/new" }
    func newOpportunity(of contact: ContactID) -> String {
        ConsolePath(newOpportunity).with("contact", contact.rawValue).text
    }
    func opportunity(_ id: OpportunityID) -> String { opportunities + "/" + ConsolePath.escaped(id.rawValue) }

    var pipelines: String { settings + "/pipelines" }
    func pipeline(_ id: PipelineID) -> String { pipelines + "/" + ConsolePath.escaped(id.rawValue) }
    func stage(_ id: StageID, of pipeline: PipelineID) -> String {
        self.pipeline(pipeline) + "/stages/" + ConsolePath.escaped(id.rawValue)
    }
}
