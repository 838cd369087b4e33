import CRM

/// Turns what a client got wrong about an account's settings into a refusal that says so.
enum SettingRefusals {
    static func answer<Value>(_ work: () async throws -> Value) async throws -> Value {
        do {
            return try await work()
        } catch let error as FieldError {
            throw refusal(error)
        } catch let error as CustomValueError {
            throw refusal(error)
        } catch let error as TagError {
            throw refusal(error)
        } catch let error as AccountError {
            throw refusal(error)
        }
    }

    private static func refusal(_ error: FieldError) -> APIError {
        switch error {
        case .taken, .builtIn, .tooMany: .badRequest(error.description)
        case .name: .invalid(["name: \(error)"])
        case .options, .tooManyOptions: .invalid(["options: \(error)"])
        case .folder: .invalid(["parentId: \(error)"])
        case .folderName: .invalid(["name: \(error)"])
        case .target, .attribution: .invalid(["model: \(error)"])
        }
    }

    private static func refusal(_ error: CustomValueError) -> APIError {
        switch error {
        case .taken, .tooMany: .badRequest(error.description)
        case .name: .invalid(["name: \(error)"])
        case .value: .invalid(["value: \(error)"])
        }
    }

    private static func refusal(_ error: TagError) -> APIError {
        switch error {
        case .taken, .tooMany: .badRequest(error.description)
        case .name: .invalid(["name: \(error)"])
        }
    }

    private static func refusal(_ error: AccountError) -> APIError {
        switch error {
        case .name: .invalid(["name: \(error)"])
        case .timeZone: .invalid(["timezone: \(error)"])
        case .host, .lookBackDays, .pageViewMonths: .invalid(["settings: \(error)"])
        }
    }
}
