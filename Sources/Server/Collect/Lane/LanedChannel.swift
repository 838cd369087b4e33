import Hummingbird
import HummingbirdCore
import Logging
import NIOCore

/// A connection with the lane of events between what watches over its requests and the router.
struct LanedChannel: ServerChildChannel {
    let base: HTTP1Channel
    let collect: LaneController

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<HTTP1Channel.Value> {
        base.setup(channel: channel, logger: logger).flatMapThrowing { value in
            let pipeline = channel.pipeline.syncOperations
            let watch = try pipeline.handler(type: HTTPConnectionStateHandler.self)
            try pipeline.addHandler(CollectLane(collect), position: .after(watch))
            return value
        }
    }

    func handle(value: HTTP1Channel.Value, logger: Logger) async {
        await base.handle(value: value, logger: logger)
    }
}
