internal import GraphCore
internal import GraphFormats
internal import Harness

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

// Reads the bytes as plain edges, with and without weights, strictly and leniently, kept and read
// twice, as one piece and in short ones: all have to agree on what is there.
//
// What can be read is written and read again, which has to give the same; the rest has to be an
// error with a message.
exit(
  fuzz { bytes in
    for weights in [nil, WeightRole.strength] {
      for isLenient in [false, true] {
        var reader = EdgeListReader(.directed, weights: weights)
        reader.isLenient = isLenient
        reader.acceptsLoneNames = isLenient
        var writer = EdgeListWriter()
        writer.writesLoneNames = true
        do throws(EdgeListError) {
          let list = try reader.read(bytes)
          reader.keptBytes = 0
          reader.limits.lineBytes = 4096
          let again = try reader.read(bytes)
          precondition(
            Array(again.names) == Array(list.names) && again.remarks == list.remarks
              && again.graph.outgoing.targets == list.graph.outgoing.targets
              && again.graph.outgoing.weights == list.graph.outgoing.weights,
            "it depends on how often it is read")
          reader.acceptsLoneNames = true
          checkRoundTrip(of: list, settlingAfter: 2) {
            try? writer.write($0)
          } read: { (text) throws(EdgeListError) in
            try reader.read(text)
          }
        } catch {
          precondition(!error.message.isEmpty, "an error without a message")
        }
      }
    }
  })
