import Server

/// Makes the sample data when there is none, and says where to go.
struct DemoPreparation {
    let signIn: DemoSignIn
    let guide: DemoGuide

    func prepare(_ installation: Installation) async throws {
        let crm = installation.crm
        let people = try await crm.people.all()
        let isFresh = try await crm.accounts.all().isEmpty && people.isEmpty
        if people.contains(where: { $0.email.text == DemoData.email }), let password = signIn.kept() {
            return try guide.show(password: password)
        }
        guard isFresh else {
            throw CommandFailure(
                "The data in \(signIn.dataDirectory) was not made by the demo, or not to its end, and is left alone. "
                    + "Name another folder with --data-dir.")
        }
        try StandardOutput.line("Making two months of sample data…")
        // The password is kept last: a start that was broken off half-way is not taken for a whole one.
        let password = DemoSignIn.password(crm.ids)
        try await DemoData(crm: crm).write(password: password, now: installation.now())
        try signIn.keep(password)
        try guide.show(password: password)
    }
}
