/// A stretch of one line in a source file that a diagnostic points at.
package struct Place: Hashable, Sendable {
  /// Path relative to the source folder, with `/` between its parts.
  package var file: String
  /// Counted from 1; 0 when the whole file is meant.
  package var line: Int
  /// UTF-8 bytes from the start of the line, counted from 1.
  package var column: Int
  /// How many UTF-8 bytes the caret underlines, at least 1.
  package var length: Int

  package init(file: String, line: Int = 0, column: Int = 1, length: Int = 1) {
    self.file = file
    self.line = line
    self.column = column
    self.length = length
  }
}

extension Place: Comparable {
  package static func < (left: Place, right: Place) -> Bool {
    (left.file, left.line, left.column) < (right.file, right.line, right.column)
  }
}
