import Foundation
import TestSupport
import Testing

/// Holds the sources to the invariants of Sources/README.md.
@Suite struct ArchitectureTests {
  /// What each target may import: the arrows of the drawing, and the system's modules it needs.
  static let imports: [String: Set<String>] = [
    "SiteModel": [],
    "Markdown": ["CCmarkGFM", "CParsingMemory", "SiteModel", "Synchronization"],
    "Content": ["SiteModel", "Markdown", "Yams", "TOMLKit", "Foundation", "Glibc", "Darwin"],
    "Related": ["Foundation", "Synchronization"],
    "Imaging": ["CVips"],
    "Rendering": ["SiteModel"],
    "Syndication": ["SiteModel"],
    "Checking": ["SiteModel"],
    "Publishing": [
      "SiteModel", "Content", "Related", "Imaging", "Rendering", "Syndication", "Checking",
      "CCompression",
      "Foundation", "Glibc", "Darwin", "Synchronization", "Dispatch",
    ],
    "DevServer": [
      "Publishing", "SiteModel", "Hummingbird", "HummingbirdCore", "HTTPTypes", "NIOCore",
      "NIOPosix", "ServiceLifecycle", "Logging", "Foundation", "Synchronization", "Dispatch",
      "Glibc", "CoreServices",
    ],
    "Deploying": ["SiteModel", "Foundation", "Glibc", "Darwin", "Synchronization"],
    "sitegen": [
      "CAllocator", "SiteModel", "Publishing", "DevServer", "Deploying", "ArgumentParser",
      "Foundation",
    ],
  ]

  @Test("A target imports only what the drawing allows", arguments: imports.keys.sorted())
  func importsFollowTheDrawing(target: String) throws {
    let allowed = try #require(Self.imports[target])
    for file in ProjectFolder.files(below: "Sources/\(target)", withSuffix: ".swift") {
      for (number, line) in try lines(of: file) {
        guard let module = importedModule(line) else { continue }
        #expect(allowed.contains(module), "\(file):\(number) imports \(module)")
      }
    }
  }

  @Test("Every target of Sources is in the drawing")
  func everyTargetIsKnown() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: "\(ProjectFolder.path)/Sources")
    let inC = ["CAllocator", "CCmarkGFM", "CCompression", "CParsingMemory", "CVips"]
    let targets = folders.filter { !$0.contains(".") && !inC.contains($0) }
    #expect(Set(targets) == Set(Self.imports.keys))
    let banned = ["Core", "Utils", "Common", "Helpers", "Extensions", "Manager"]
    #expect(targets.filter { target in banned.contains { target.contains($0) } } == [])
  }

  static let everywhere = imports.keys.sorted()
  static let pure = ["SiteModel", "Related", "Rendering", "Syndication", "Checking"]

  @Test(
    "A word that breaks an invariant stands nowhere it may not",
    arguments: [
      ("try!", everywhere), ("fatalError(", everywhere), ("preconditionFailure(", everywhere),
      ("@unchecked Sendable", everywhere), ("nonisolated(unsafe)", everywhere),
      ("as!", everywhere), ("FileManager", pure), ("contentsOfFile", pure),
      ("ProcessInfo", everywhere.filter { $0 != "sitegen" }),
      ("Date()", everywhere.filter { $0 != "sitegen" }),
      ("Locale.current", everywhere), ("TimeZone.current", everywhere),
      ("ContinuousClock", everywhere.filter { !["sitegen", "DevServer"].contains($0) }),
      ("UnsafePointer", everywhere.filter { !["Markdown", "Imaging"].contains($0) }),
      ("OpaquePointer", everywhere.filter { !["Markdown", "Imaging"].contains($0) }),
    ])
  func noForbiddenWords(word: String, targets: [String]) throws {
    for target in targets {
      for file in ProjectFolder.files(below: "Sources/\(target)", withSuffix: ".swift") {
        for (number, line) in try lines(of: file) where !isComment(line) {
          #expect(!line.contains(word), "\(file):\(number) says \(word)")
        }
      }
    }
  }

  private func lines(of file: String) throws -> [(number: Int, text: Substring)] {
    let lines = try ProjectFolder.text(of: file).split(
      separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().map { ($0 + 1, $1) }
  }

  private func isComment(_ line: Substring) -> Bool {
    line.drop { $0 == " " }.hasPrefix("//")
  }

  private func importedModule(_ line: Substring) -> String? {
    var words = line.split(separator: " ")
    while let first = words.first, first.hasPrefix("@") || ["package", "public"].contains(first) {
      words.removeFirst()
    }
    guard words.first == "import", words.count >= 2 else { return nil }
    let kinds = ["struct", "class", "enum", "func", "var", "protocol"]
    let name = kinds.contains(String(words[1])) && words.count > 2 ? words[2] : words[1]
    return String(name.split(separator: ".")[0])
  }
}
