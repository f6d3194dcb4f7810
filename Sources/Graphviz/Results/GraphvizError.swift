/// Why something could not be drawn.
public struct GraphvizError: Error, Sendable, Hashable {
  /// What kind of error it is.
  ///
  /// New kinds may be added.
  public struct Code: Sendable, Hashable, CustomStringConvertible {
    /// The kind's name.
    public let description: String

    /// A value that Graphviz does not know or that could do harm.
    public static let invalidValue = Code(description: "invalidValue")
    /// A value beyond one of the bounds in ``Limits``.
    public static let limitExceeded = Code(description: "limitExceeded")
    /// An identifier that is used twice.
    public static let duplicateIdentifier = Code(description: "duplicateIdentifier")
    /// An edge, subgraph or attribute that names a node or cluster that is not there.
    public static let unknownIdentifier = Code(description: "unknownIdentifier")
    /// A node in two clusters, or a rank across clusters.
    public static let invalidStructure = Code(description: "invalidStructure")
    /// Something that the engine cannot do.
    public static let unsupported = Code(description: "unsupported")
    /// Graphviz is not installed completely: an engine's or a format's plugin is missing.
    public static let missingPlugin = Code(description: "missingPlugin")
    /// libgvc reported an error during the layout.
    public static let layoutFailed = Code(description: "layoutFailed")
    /// libgvc reported an error while writing, or wrote nothing.
    public static let renderingFailed = Code(description: "renderingFailed")
    /// Graphviz did something else than it was asked for, see ``GraphvizError/fallbacks``.
    public static let fallback = Code(description: "fallback")
    /// The system refused memory or a thread.
    public static let outOfResources = Code(description: "outOfResources")
    /// Text that is not DOT, see ``GraphvizError/line`` and ``GraphvizError/token``.
    public static let invalidDOT = Code(description: "invalidDOT")
    /// The helper process died, took too long or gave no proper answer, see
    /// ``GraphvizError/helperFailure``.
    public static let helperFailed = Code(description: "helperFailed")
  }

  /// What became of a helper process.
  public enum HelperFailure: Sendable, Hashable {
    /// The system did not start it.
    case notStarted
    /// It took longer than ``GraphvizHelper/wallTime``.
    case timedOut
    /// It used more than ``GraphvizHelper/cpuSeconds``.
    case outOfCPUTime
    /// A signal of this number ended it: libgvc has a fault, or lacked memory.
    case signal(Int32)
    /// It ended without an answer.
    case exit(Int32)
    /// What it answered is not an answer.
    case malformedAnswer
  }

  /// The part of the description that is at fault.
  public enum Subject: Sendable, Hashable {
    /// The graph or its defaults.
    case graph
    /// The node of this identifier.
    case node(String)
    /// The edge at this place in the description's edges, between these nodes.
    case edge(index: Int, tail: String, head: String)
    /// The subgraph of this identifier.
    case subgraph(String)
  }

  /// What kind of error it is.
  public let code: Code
  /// What is wrong, for people.
  public let message: String
  /// The part of the description that is at fault, where that is known.
  public internal(set) var subject: Subject?
  /// The attribute at fault, by the documentation's name.
  public let attribute: String?
  /// What libgvc, Pango and cairo said.
  public let messages: [String]
  /// What became of the helper process, if the code is ``Code/helperFailed``.
  public internal(set) var helperFailure: HelperFailure?
  /// What would have to be allowed for the drawing, if the code is ``Code/fallback``.
  public internal(set) var fallbacks: Fallbacks = []
  /// The line of DOT text at fault, counted from 1.
  public internal(set) var line: Int?
  /// The character in that line, counted from 1, where that is known.
  public internal(set) var column: Int?
  /// The token of DOT text at which reading stopped.
  public internal(set) var token: String?

  init(
    _ code: Code, _ message: String, subject: Subject? = nil, attribute: String? = nil,
    messages: [String] = []
  ) {
    self.code = code
    self.message = message
    self.subject = subject
    self.attribute = attribute
    self.messages = messages
  }
}

extension GraphvizError: CustomStringConvertible {
  /// One line: where, what, and what libgvc said about it.
  public var description: String {
    var parts: [String] = []
    switch subject {
    case .graph: parts.append("graph")
    case .node(let id): parts.append("node \"\(id)\"")
    case .edge(_, let tail, let head): parts.append("edge \"\(tail)\" – \"\(head)\"")
    case .subgraph(let id): parts.append("subgraph \"\(id)\"")
    case nil: break
    }
    if let line { parts.append("line \(line)" + (column.map { ", column \($0)" } ?? "")) }
    if let attribute { parts.append(attribute) }
    parts.append(message)
    let place = parts.joined(separator: ": ")
    // A fallback's message has the first of them.
    return messages.isEmpty || code == .fallback
      ? place : place + " (" + messages.joined(separator: "; ") + ")"
  }
}
