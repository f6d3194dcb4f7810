internal import CGraphvizShims

/// Which characters the fonts of this machine can draw in PNG and PDF.
///
/// SVG, DOT and JSON keep the text and leave fonts to the reader.
public enum FontSupport {
  /// Whether there is a font for Chinese characters.
  ///
  /// On Debian the package `fonts-wqy-microhei` brings a small one.
  public static var canDrawHan: Bool { canDraw("漢字汉语") }

  /// Whether, for each character of a text, some font has it.
  ///
  /// False if fontconfig, through which Pango finds fonts, is not there: then neither PNG nor PDF
  /// can be written.
  /// - Complexity: one look through all fonts for each different character: milliseconds.
  public static func canDraw(_ text: String) -> Bool {
    let characters = Set(text.unicodeScalars.filter { !$0.properties.isWhitespace }.map(\.value))
    return GraphvizThread.shared?.sync {
      characters.allSatisfy { character in
        withUnsafePointer(to: character) { shim_count_fonts($0, 1) > 0 }
      }
    } ?? false
  }
}
