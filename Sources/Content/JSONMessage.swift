/// What JSON requires, in words for editors.
struct JSONMessage {
  var problem: String
  var hint: String

  static let expectedValue = JSONMessage(
    problem: "JSON expects a value here: text in quotation marks, a number, true, false or null",
    hint: "Put text in quotation marks.")
  static let expectedKey = JSONMessage(
    problem: "JSON expects a key in quotation marks here",
    hint: "Write \"key\": value, without a comma after the last one.")
  static let expectedColon = JSONMessage(
    problem: "JSON expects a colon after the key", hint: "Write \"key\": value.")
  static let expectedEndOfObject = JSONMessage(
    problem: "JSON expects a comma or a closing brace here",
    hint: "Put a comma between two keys and a } behind the last.")
  static let expectedEndOfList = JSONMessage(
    problem: "JSON expects a comma or a closing bracket here",
    hint: "Put a comma between two values and a ] behind the last.")
  static let unclosedText = JSONMessage(
    problem: "the text that starts here has no closing quotation mark",
    hint: "Close it with a quotation mark; write \\\" for one within the text.")
  static let controlCharacter = JSONMessage(
    problem: "text in JSON must not contain line breaks or tabs",
    hint: "Write \\n for a line break and \\t for a tab.")
  static let unknownEscape = JSONMessage(
    problem: "JSON does not know this character after a backslash",
    hint: "Write \\\\ for a backslash.")
  static let tooLarge = JSONMessage(
    problem: "the data is nested too deeply or is too large",
    hint: "Write at most \(DataLimits.depth) levels and \(DataLimits.nodes) values.")
}
