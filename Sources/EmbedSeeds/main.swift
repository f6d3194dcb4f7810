// Turns a folder of data files into a Swift file that holds the graph in its compact form:
//
//   EmbedSeeds FOLDER OUTPUT
//
// A mistake in the data stops the build, with its file, line and column.

import Foundation
import ParkData
import ParkGraph

let arguments = CommandLine.arguments
guard arguments.count == 3 else {
  print("usage: EmbedSeeds FOLDER OUTPUT")
  exit(64)
}

let reading: DataFolder.Reading
do {
  reading = try DataFolder.read(arguments[1])
} catch {
  print("error: can't read the seeds: \(error)")
  exit(66)
}

let errors = reading.checked().filter { $0.severity == .error }
guard errors.isEmpty else {
  for error in errors { print(error) }
  exit(65)
}

// Quotation marks and backslashes are escaped too, so that no text of the data ends the literal.
var literal = ""
for scalar in String(decoding: reading.graph.packed, as: UTF8.self).unicodeScalars {
  if scalar.value < 0x20 || scalar.value == 0x7f || scalar == "\"" || scalar == "\\" {
    literal += "\\u{\(String(scalar.value, radix: 16))}"
  } else {
    literal.unicodeScalars.append(scalar)
  }
}
let code = """
  /// The seeds in their compact form.
  let packedSeeds: StaticString = "\(literal)"

  """
do {
  try code.write(toFile: arguments[2], atomically: true, encoding: .utf8)
} catch {
  print("error: can't write \(arguments[2]): \(error)")
  exit(74)
}
