import Foundation
import Graphviz

/// How a colour looks to eyes that lack one kind of cone, and how far apart two colours are.
enum ColorVision: CaseIterable {
  case normal
  case protanopia
  case deuteranopia
  case tritanopia

  /// Machado, Oliveira and Fernandes (2009), severity 1, on linear RGB.
  private var matrix: [[Double]] {
    switch self {
    case .normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protanopia:
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    case .deuteranopia:
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    case .tritanopia:
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
      ]
    }
  }

  /// CIEDE2000 between two colours as they are seen.
  func difference(_ first: Color, _ second: Color) -> Double {
    Lab.difference(lab(first), lab(second))
  }

  /// A colour as it is seen, in CIELAB under D65.
  func lab(_ color: Color) -> Lab {
    func linear(_ part: UInt8) -> Double {
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    let rgb = [linear(color.red), linear(color.green), linear(color.blue)]
    let seen = Self.times(matrix, rgb).map { min(1, max(0, $0)) }
    return Lab(linear: seen)
  }

  fileprivate static func times(_ matrix: [[Double]], _ vector: [Double]) -> [Double] {
    matrix.map { row in row[0] * vector[0] + row[1] * vector[1] + row[2] * vector[2] }
  }
}

/// A colour of CIE 1976 L*a*b*.
struct Lab {
  var l: Double
  var a: Double
  var b: Double

  init(l: Double, a: Double, b: Double) {
    (self.l, self.a, self.b) = (l, a, b)
  }

  init(linear rgb: [Double]) {
    let xyz = ColorVision.times(
      [
        [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
      ], rgb)
    let f = zip(xyz, [0.95047, 1, 1.08883]).map { part, white in
      let t = part / white
      return t > 216.0 / 24389 ? cbrt(t) : (24389.0 / 27 * t + 16) / 116
    }
    self.init(l: 116 * f[1] - 16, a: 500 * (f[0] - f[1]), b: 200 * (f[1] - f[2]))
  }

  /// CIEDE2000 after Sharma, Wu and Dalal (2005), with their names.
  static func difference(_ one: Lab, _ two: Lab) -> Double {
    func radians(_ degrees: Double) -> Double { degrees * .pi / 180 }
    func angle(_ b: Double, _ a: Double) -> Double {
      guard a != 0 || b != 0 else { return 0 }
      let degrees = atan2(b, a) * 180 / .pi
      return degrees < 0 ? degrees + 360 : degrees
    }
    let meanC = (hypot(one.a, one.b) + hypot(two.a, two.b)) / 2
    let g = 0.5 * (1 - sqrt(pow(meanC, 7) / (pow(meanC, 7) + pow(25, 7))))
    let (a1, a2) = ((1 + g) * one.a, (1 + g) * two.a)
    let (c1, c2) = (hypot(a1, one.b), hypot(a2, two.b))
    let (h1, h2) = (angle(one.b, a1), angle(two.b, a2))
    var deltaH = c1 * c2 == 0 ? 0 : h2 - h1
    if deltaH > 180 { deltaH -= 360 } else if deltaH < -180 { deltaH += 360 }
    let bigDeltaH = 2 * sqrt(c1 * c2) * sin(radians(deltaH / 2))
    let (deltaL, deltaC) = (two.l - one.l, c2 - c1)
    let (meanL, meanCP) = ((one.l + two.l) / 2, (c1 + c2) / 2)
    var meanH = h1 + h2
    if c1 * c2 != 0 {
      if abs(h1 - h2) <= 180 {
        meanH /= 2
      } else {
        meanH = (meanH < 360 ? meanH + 360 : meanH - 360) / 2
      }
    }
    let t =
      1 - 0.17 * cos(radians(meanH - 30)) + 0.24 * cos(radians(2 * meanH))
      + 0.32 * cos(radians(3 * meanH + 6)) - 0.20 * cos(radians(4 * meanH - 63))
    let theta = 30 * exp(-pow((meanH - 275) / 25, 2))
    let rc = 2 * sqrt(pow(meanCP, 7) / (pow(meanCP, 7) + pow(25, 7)))
    let sl = 1 + 0.015 * pow(meanL - 50, 2) / sqrt(20 + pow(meanL - 50, 2))
    let (sc, sh) = (1 + 0.045 * meanCP, 1 + 0.015 * meanCP * t)
    let rt = -sin(radians(2 * theta)) * rc
    let (x, y, z) = (deltaL / sl, deltaC / sc, bigDeltaH / sh)
    return sqrt(x * x + y * y + z * z + rt * y * z)
  }
}
