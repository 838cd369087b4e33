import CLibPQ

/// What the server says on the side; one remark of it matters.
///
/// A statement time-out or an operator that ends the wait for a synchronous standby makes `commit` succeed with a mere
/// warning, although the standby does not have it yet.
final class PostgresNotices {
    private(set) var sawCancelledWait = false

    /// The connection must not outlive this object.
    func listen(to connection: OpaquePointer) {
        _ = PQsetNoticeReceiver(
            connection,
            { listener, result in
                guard let listener, let result else { return }
                Unmanaged<PostgresNotices>.fromOpaque(listener).takeUnretainedValue().hear(result)
            }, Unmanaged.passUnretained(self).toOpaque())
    }

    private func hear(_ notice: OpaquePointer) {
        func field(_ code: Unicode.Scalar) -> String? {
            PQresultErrorField(notice, CInt(code.value)).map { String(cString: $0) }
        }
        let place = field("R")
        if place == "SyncRepWaitForLSN" { sawCancelledWait = true }
    }
}
