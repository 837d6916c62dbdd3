import NIOCore

/// Ends the connection of a client that does not take what it asked for.
///
/// Silence before and between requests has the server's own time limit; this is about the answers.
final class SlowReaderHandler: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = NIOAny

  private let patience: TimeAmount
  private var ending: Scheduled<Void>?

  init(patience: TimeAmount) {
    self.patience = patience
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    ending?.cancel()
    ending = nil
    if !context.channel.isWritable {
      ending = context.eventLoop.assumeIsolated().scheduleTask(in: patience) {
        context.close(promise: nil)
      }
    }
    context.fireChannelWritabilityChanged()
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    ending?.cancel()
    ending = nil
  }
}
