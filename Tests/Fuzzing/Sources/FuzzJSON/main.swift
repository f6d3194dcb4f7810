internal import GraphFormats
internal import Harness

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

// Reads the bytes as node-link JSON, strictly and leniently.
//
// What can be read is written and read again, which has to give the same; the rest has to be an
// error with a message.
exit(
  fuzz { bytes in
    for isLenient in [false, true] {
      do throws(ReadingError) {
        let reader = JSONReader(options: ReadingOptions(isLenient: isLenient))
        let graph = try reader.read(bytes).graph
        let written = JSONWriter().write(graph)
        do throws(ReadingError) {
          let again = try JSONReader().read(written).graph
          precondition(JSONWriter().write(again) == written, "changed on the way")
        } catch {
          preconditionFailure("what was written can't be read: \(error)")
        }
      } catch {
        precondition(!error.message.isEmpty)
      }
    }
  })
