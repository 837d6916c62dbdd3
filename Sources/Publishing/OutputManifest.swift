/// The list of the files that sitegen wrote into a folder, kept there so that it goes where the
/// folder goes.
struct OutputManifest: Hashable, Sendable {
  static let name = ".sitegen-files"

  /// Relative to the folder, ascending, each once.
  let paths: [String]

  init(_ paths: some Sequence<String> = []) {
    let sorted = paths.sorted()
    self.paths = zip(sorted, [nil] + sorted).compactMap { $0 == $1 ? nil : $0 }
  }

  /// The list of a folder; a folder without one is one that sitegen has not written to yet.
  init(in folder: OpenFolder) {
    let text = folder.contents(of: Self.name) ?? []
    self.init(text.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) })
  }

  /// The list without some files, and with others that it lacks.
  func changed(removing removed: [String] = [], adding added: [String] = []) -> OutputManifest {
    let removed = Set(removed)
    return OutputManifest(paths.filter { !removed.contains($0) } + added)
  }

  /// Replaces the list of a folder in one step.
  func write(in folder: OpenFolder) throws(SystemError) {
    var text: [UInt8] = []
    for path in paths {
      text += path.utf8
      text.append(UInt8(ascii: "\n"))
    }
    let staged = "\(OutputFolder.stagingFolder)/\(Self.name)"
    let file = try folder.makeFile(staged)
    try file.append(text)
    _ = try file.finish()
    try folder.move(staged, to: Self.name)
  }
}
