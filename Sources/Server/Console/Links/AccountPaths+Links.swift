import CRM

extension AccountPaths {
    var links: String { root + "/links" }
    func link(_ id: LinkID) -> String { links + "/" + ConsolePath.escaped(id.rawValue) }
}
