/// The address of the page of lenses.
extension AccountPaths {
    var lenses: String { root + "/lenses" }
}
