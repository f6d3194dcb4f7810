import Synchronization

/// What libgvc, Pango and cairo say, put together from the pieces in which it arrives.
///
/// libgvc passes no context to its sink, so there is one log; only the Graphviz thread fills it.
enum MessageLog {
  enum Source {
    case error
    case warning
    /// Written to standard error instead of reported.
    case standardError
  }

  struct Message {
    var source: Source
    var text: String

    /// Whether it says that a part of Graphviz is not installed.
    var isAboutPlugins: Bool {
      ["not recognized. Use one of", "Could not load", "no layout engine support"]
        .contains { text.contains($0) }
    }
  }

  private struct State {
    var messages: [Message] = []
    var standardError: [UInt8] = []
  }

  /// Enough for any real failure; a graph can make libgvc warn about each of its edges.
  private static let capacity = 1_000

  private static let state = Mutex(State())

  static func report(_ piece: String) {
    state.withLock { state in
      switch piece {
      case "Error": state.messages.append(Message(source: .error, text: ""))
      case "Warning": state.messages.append(Message(source: .warning, text: ""))
      case ": " where state.messages.last?.text.isEmpty == true: break
      default:
        if state.messages.isEmpty { state.messages.append(Message(source: .warning, text: "")) }
        state.messages[state.messages.count - 1].text += piece
      }
      if state.messages.count > capacity { state.messages.removeLast() }
    }
  }

  static func reportStandardError(_ bytes: UnsafeRawBufferPointer) {
    state.withLock { state in
      if state.standardError.count < 64 * capacity { state.standardError += bytes }
    }
  }

  /// Everything since the last call, in order, with what came by standard error last.
  static func drain() -> [Message] {
    let drained = state.withLock { state in
      defer { state = State() }
      return state
    }
    let lines = String(decoding: drained.standardError, as: UTF8.self).split(separator: "\n")
    let all = drained.messages + lines.map { Message(source: .standardError, text: String($0)) }
    return all.compactMap { message in
      let words = message.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return words.isEmpty ? nil : Message(source: message.source, text: words)
    }
  }
}
