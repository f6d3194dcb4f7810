/// A document that statements cite.
///
/// The document itself stays outside the data set; the hash says which text was read.
public struct Source: Hashable, Sendable, Identifiable {
  /// The identifier by which evidence names the source.
  public var id: SourceID
  /// The name of the file that holds the document's text, without a folder.
  public var file: String
  /// The document's title, or its first words where it has none.
  public var title: String
  /// Who published it.
  public var publisher: String?
  /// When it was published.
  public var date: PartialDate?
  /// The language that it is written in.
  public var language: LanguageTag
  /// The SHA-256 of the file, as 64 lower-case hexadecimal digits.
  public var sha256: String
  /// How many paragraphs the document has; `nil` where nobody has counted.
  public var paragraphs: Int?
  /// What a reader should know of the text: a machine conversion, lost characters.
  public var note: String?

  /// Creates a source.
  public init(
    id: SourceID, file: String, title: String, publisher: String? = nil, date: PartialDate? = nil,
    language: LanguageTag, sha256: String, paragraphs: Int? = nil, note: String? = nil
  ) {
    self.id = id
    self.file = file
    self.title = title
    self.publisher = publisher
    self.date = date
    self.language = language
    self.sha256 = sha256
    self.paragraphs = paragraphs
    self.note = note
  }
}
