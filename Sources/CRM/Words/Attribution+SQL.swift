import Attribution
import Database

extension Source: SQLConvertible {}
extension OriginalChannel: SQLConvertible {}
