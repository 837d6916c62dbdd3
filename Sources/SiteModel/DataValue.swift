/// A value of `extra`: anything that YAML, TOML and JSON can all say, for templates.
package indirect enum DataValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(String)
  case text(String)
  case list([DataValue])
  case table([String: DataValue])
}
