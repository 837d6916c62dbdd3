/// Whether a text is a decimal number as YAML and JSON write it: `4`, `-0.5`, `1e6`.
///
/// Numbers with zeros before them, `007` for example, are names and stay text.
func isNumber(_ text: String) -> Bool {
  var rest = text.utf8[...]
  if rest.first == .hyphen || rest.first == .plus { rest.removeFirst() }
  let whole = digits(&rest)
  guard whole.count > 0, whole.count == 1 || whole.first != UInt8(ascii: "0") else { return false }
  if rest.first == UInt8(ascii: ".") {
    rest.removeFirst()
    guard digits(&rest).count > 0 else { return false }
  }
  if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
    rest.removeFirst()
    if rest.first == .hyphen || rest.first == .plus { rest.removeFirst() }
    guard digits(&rest).count > 0 else { return false }
  }
  return rest.isEmpty
}

private func digits(_ rest: inout Substring.UTF8View) -> Substring.UTF8View {
  let digits = rest.prefix { $0.isDigit }
  rest = rest.dropFirst(digits.count)
  return digits
}
