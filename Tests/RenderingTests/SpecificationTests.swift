import Foundation
import SiteModel
import Testing

@testable import Rendering

/// The tests of Mustache's specification, from the folder that `SITEGEN_MUSTACHE_SPEC` names
/// (`specs/` of github.com/mustache/spec).
///
/// Not taken: changed delimiters, lambdas, dynamic names, and partials that include themselves,
/// which are mistakes here; and three braces around data of which nobody knows whether it is HTML.
@Suite struct SpecificationTests {
  static let folder = ProcessInfo.processInfo.environment["SITEGEN_MUSTACHE_SPEC"]
  static let suites = [
    "comments", "interpolation", "inverted", "partials", "sections", "~inheritance",
  ]

  @Test(
    "A test of the specification",
    .enabled(if: folder != nil, "SITEGEN_MUSTACHE_SPEC names no folder"), arguments: suites)
  func specification(suite: String) throws {
    let folder = try #require(Self.folder)
    let file = try Data(contentsOf: URL(filePath: "\(folder)/\(suite).json"))
    let tests = try JSONDecoder().decode(Suite.self, from: file).tests
    #expect(tests.count > 5)
    for test in tests where !test.isOutOfScope {
      let made = rendered(test.template, test.partials ?? [:], with: test.data.value)
      #expect(made == test.expected, "\(suite): \(test.name): \(test.desc)")
    }
  }

  struct Suite: Decodable {
    var tests: [Case]
  }

  struct Case: Decodable {
    var name: String
    var desc: String
    var data: JSONData
    var template: String
    var partials: [String: String]?
    var expected: String

    var isOutOfScope: Bool {
      name == "Recursion"
        || [template, partials?.values.joined() ?? ""].contains { text in
          text.contains("{{{") || text.contains("{{&") || text.contains("{{=")
        }
    }
  }

  /// A value of JSON as editors could have written it under `extra`.
  struct JSONData: Decodable {
    var value: DataValue

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        value = .null
      } else if let flag = try? container.decode(Bool.self) {
        value = .bool(flag)
      } else if let number = try? container.decode(Int.self) {
        value = .number(String(number))
      } else if let number = try? container.decode(Double.self) {
        value = .number(String(number))
      } else if let text = try? container.decode(String.self) {
        value = .text(text)
      } else if let list = try? container.decode([JSONData].self) {
        value = .list(list.map(\.value))
      } else {
        value = .table(try container.decode([String: JSONData].self).mapValues(\.value))
      }
    }
  }
}
