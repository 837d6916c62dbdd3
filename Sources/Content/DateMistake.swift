/// Why a text is no date, in words for editors.
package struct DateMistake: Error, Hashable {
  /// The rule and what was found.
  package var problem: String
  package var hint: String
}

extension DateMistake {
  static func shape(_ text: String) -> DateMistake {
    DateMistake(
      problem: "a date must be written as YYYY-MM-DD, found \"\(abridged(text))\"",
      hint: "Write 2026-12-02, or 2026-12-02 14:30 with a time.")
  }

  static func month(_ text: String) -> DateMistake {
    DateMistake(
      problem: "month must be 01 to 12 in date \"\(abridged(text))\"",
      hint: "Write dates as YYYY-MM-DD, for example 2026-12-02.")
  }

  static func day(last: Int, _ text: String) -> DateMistake {
    DateMistake(
      problem: "day must be 01 to \(last) in date \"\(abridged(text))\"",
      hint: "Write dates as YYYY-MM-DD, for example 2026-12-02.")
  }

  static func clock(_ unit: String, last: Int, _ text: String) -> DateMistake {
    DateMistake(
      problem: "\(unit) must be 00 to \(last) in date \"\(abridged(text))\"",
      hint: "Write the time as HH:MM or HH:MM:SS, for example 14:30.")
  }

  static func clockShape(_ text: String) -> DateMistake {
    DateMistake(
      problem: "the time must be written as HH:MM or HH:MM:SS in date \"\(abridged(text))\"",
      hint: "Write 2026-12-02 14:30, for example.")
  }

  static func zoneName(_ name: String, _ text: String) -> DateMistake {
    DateMistake(
      problem: "the offset must be written in digits, not as \"\(abridged(name))\","
        + " in date \"\(abridged(text))\"",
      hint: "Write -05:00, for example, or leave it out: then the site's time zone holds.")
  }

  static func offset(_ text: String) -> DateMistake {
    DateMistake(
      problem: "the offset must be -14:00 to +14:00 in date \"\(abridged(text))\"",
      hint: "Write it as +HH:MM, for example -05:00, or Z.")
  }
}
